#include "graph.hpp"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <graphviz/gvcjob.h>
#include <graphviz/gvplugin.h>
#include <graphviz/gvplugin_device.h>
#include <graphviz/gvplugin_render.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "forms.hpp"
#include "number.hpp"

extern "C" {
extern gvplugin_library_t gvplugin_core_LTX_library;
extern gvplugin_library_t gvplugin_neato_layout_LTX_library;
extern gvplugin_library_t gvplugin_pango_LTX_library;
}

namespace kreds::drawing {

namespace {

using layout::Point;
using layout::Polygon;

// --- Graphviz's messages: they come in pieces, by a C callback without a user pointer ---

std::string& messages() {
  static std::string text;
  return text;
}

int keep_message(char* piece) {
  messages() += piece;
  return 0;
}

/// Runs one call into Graphviz; its return code alone cannot be trusted, so the error level counts too.
template <class Call>
void checked(const char* what, const Call& call) {
  messages().clear();
  agreseterrors();
  const int result = call();
  if (result != 0 || agerrors() > 0) throw std::runtime_error(std::string("Graphviz: ") + what + ": " + messages());
}

// --- a device that draws on a cairo context of ours: exact sheets, own PNG encoder ---

void nothing(GVJ_t*) {}
gvdevice_engine_t no_engine = {nothing, nothing, nothing};
gvdevice_features_t on_cairo = {GVDEVICE_DOES_TRUECOLOR, {0., 0.}, {0., 0.}, {72., 72.}};
std::array<gvplugin_installed_t, 2> devices = {gvplugin_installed_t{0, "kreds:cairo", 1, &no_engine, &on_cairo},
                                               gvplugin_installed_t{0, nullptr, 0, nullptr, nullptr}};
std::array<gvplugin_api_t, 2> device_apis = {gvplugin_api_t{API_device, devices.data()},
                                             gvplugin_api_t{api_t(0), nullptr}};
char device_library_name[] = "kreds";
gvplugin_library_t device_library = {device_library_name, device_apis.data()};

/// One context for the life of the process: freeing one and making another reads freed memory in Graphviz 2.42. The
/// plugins are linked in, so no configuration file is read and GVBINDIR cannot redirect them.
GVC_t* context() {
  static GVC_t* const made = [] {
    static std::array<lt_symlist_t, 4> plugins = {
        lt_symlist_t{"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
        lt_symlist_t{"gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library},
        lt_symlist_t{"gvplugin_pango_LTX_library", &gvplugin_pango_LTX_library}, lt_symlist_t{nullptr, nullptr}};
    agseterrf(keep_message);
    GVC_t* gvc = gvContextPlugins(plugins.data(), 0);
    if (gvc == nullptr) throw std::runtime_error("Graphviz: no context");
    gvAddLibrary(gvc, &device_library);
    return gvc;
  }();
  return made;
}

// --- attributes ---

/// cgraph takes char* and copies it.
char* c(const std::string& text) {
  return const_cast<char*>(text.c_str());
}
char* c(const char* text) {
  return const_cast<char*>(text);
}

/// Graphviz reads backslashes and entities in plain labels; both are taken out of the user's words.
std::string plain_label(const std::string& text) {
  std::string safe;
  for (char letter : text) {
    if (letter == '\\')
      safe += "\\\\";
    else if (letter == '&')
      safe += "&amp;";
    else
      safe += letter;
  }
  return safe;
}

class Builder {
 public:
  explicit Builder(const Scene& scene) : scene_(scene), graph_(agopen(c("kreds"), Agundirected, nullptr)) {}

  /// The ground in Graphviz's xdot language. A polygon over the whole sheet keeps it exactly as large as it is.
  std::string background() const {
    const double w = scene_.width_pt, h = scene_.height_pt;
    std::string ops =
        "c 9 -#ffffff00 C " + xdot_text(scene_.paper) + " P " + xdot_points({{0, 0}, {w, 0}, {w, h}, {0, h}});
    for (const Backdrop& shape : scene_.backdrops) {
      if (!shape.fill.empty()) ops += " c 9 -#ffffff00 C " + xdot_text(shape.fill) + " P " + xdot_points(shape.polygon);
      if (shape.stroke) ops += stroked(*shape.stroke, shape.polygon, shape.polygon.size() > 2);
    }
    // Lines without people at their ends: the samples of the legend.
    for (const Link& link : scene_.links)
      if (!link.a)
        for (const Polygon& piece : link.pieces) ops += stroked(link.stroke, piece, false);
    for (const Symbol& symbol : scene_.symbols) ops += broken_outline(symbol);
    return ops;
  }

  /// Graphviz's own dashes are as long on a small symbol as on a large one, and make nothing of it.
  std::string broken_outline(const Symbol& symbol) const {
    if (!broken(symbol.stroke)) return {};
    const Stroke whole{symbol.stroke.colour, symbol.stroke.width_pt, false, false};
    const int count = symbol.stroke.dashed ? 8 : 12;
    const double share = symbol.stroke.dashed ? 0.6 : 0.4;
    std::string ops;
    for (const Polygon& dash : dashes_around(symbol.shape, symbol.centre, symbol.radius, count, share))
      ops += stroked(whole, dash, false);
    return ops;
  }

  Agraph_t* build() {
    const std::string w = number(scene_.width_pt), h = number(scene_.height_pt);
    graph("bgcolor", "transparent");  // the paper is the first thing of the background: once is enough
    graph("pad", "0");
    graph("margin", "0");
    graph("outputorder", "edgesfirst");
    graph("splines", "line");
    graph("viewport", w + "," + h + ",1," + number(scene_.width_pt / 2) + "," + number(scene_.height_pt / 2));
    // Not "": cgraph leaves empty defaults out of DOT, and every symbol would then show its id there.
    agattr(graph_, AGNODE, c("label"), c("\\N"));
    agattr(graph_, AGNODE, c("margin"), c("0"));
    agattr(graph_, AGNODE, c("fixedsize"), c("true"));
    agattr(graph_, AGNODE, c("style"), c("filled"));
    agattr(graph_, AGNODE, c("shape"), c("plaintext"));
    agattr(graph_, AGNODE, c("fontname"), c("Lato"));
    for (const char* key : {"pos", "width", "height", "color", "fillcolor", "penwidth", "fontsize", "fontcolor"})
      agattr(graph_, AGNODE, c(key), c(""));
    for (const char* key : {"pos", "color", "penwidth", "style"}) agattr(graph_, AGEDGE, c(key), c(""));
    people_nodes();
    links();
    houses();
    texts();
    return graph_;
  }

 private:
  void graph(const char* key, const std::string& value) { agattr(graph_, AGRAPH, c(key), c(value)); }

  static void set(void* object, const char* key, const std::string& value) { agset(object, c(key), c(value)); }

  std::string at(Point p) const { return number(p.x) + "," + number(scene_.height_pt - p.y); }

  std::string xdot_points(const Polygon& polygon) const {
    std::string text = std::to_string(polygon.size());
    for (Point p : polygon) text += " " + number(p.x) + " " + number(scene_.height_pt - p.y);
    return text;
  }

  static std::string xdot_text(const std::string& text) { return std::to_string(text.size()) + " -" + text; }

  std::string stroked(const Stroke& stroke, const Polygon& polygon, bool closed) const {
    return " S " + xdot_text("setlinewidth(" + number(stroke.width_pt) + ")") + " S " +
           xdot_text(stroke.dashed   ? "dashed"
                     : stroke.dotted ? "dotted"
                                     : "solid") +
           " c " + xdot_text(stroke.colour) + (closed ? " p " : " L ") + xdot_points(polygon);
  }

  Agnode_t* node(const std::string& id) { return agnode(graph_, c(id), 1); }

  static const char* shape_name(layout::Shape shape) {
    switch (shape) {
      case layout::Shape::square:
        return "square";
      case layout::Shape::diamond:
        return "diamond";
      case layout::Shape::star:
        return "star";
      case layout::Shape::circle:
        break;
    }
    return "circle";
  }

  static bool broken(const Stroke& stroke) { return stroke.dashed || stroke.dotted; }

  void people_nodes() {
    std::size_t sample = 0;
    for (const Symbol& symbol : scene_.symbols) {
      Agnode_t* made = node(symbol.person ? "n" + std::to_string(*symbol.person) : "k" + std::to_string(sample++));
      const double outline = broken(symbol.stroke) ? symbol.stroke.width_pt / 2 : 0;
      const std::string size = number(2 * (symbol.radius * optical(symbol.shape) - outline) / 72);
      set(made, "label", "");
      set(made, "shape", shape_name(symbol.shape));
      set(made, "pos", at(symbol.centre));
      set(made, "width", size);
      set(made, "height", size);
      set(made, "fillcolor", symbol.fill.empty() ? "#ffffff00" : symbol.fill);
      set(made, "color", broken(symbol.stroke) ? "#ffffff00" : symbol.stroke.colour);
      set(made, "penwidth", number(symbol.stroke.width_pt));
    }
  }

  /// Graphviz takes cubic Béziers: a polyline becomes straight ones. Several pieces are parted by semicolons.
  std::string splines(const std::vector<Polygon>& pieces) const {
    std::string text;
    for (const Polygon& piece : pieces) {
      if (!text.empty()) text += ";";
      text += at(piece.front());
      for (std::size_t i = 1; i < piece.size(); ++i) {
        const Point a = piece[i - 1], b = piece[i];
        for (Point p : {a + (1.0 / 3) * (b - a), a + (2.0 / 3) * (b - a), b}) text += " " + at(p);
      }
    }
    return text;
  }

  void links() {
    for (const Link& link : scene_.links) {
      if (!link.a || !link.b) continue;
      Agedge_t* made =
          agedge(graph_, node("n" + std::to_string(*link.a)), node("n" + std::to_string(*link.b)), nullptr, 1);
      set(made, "pos", splines(link.pieces));
      set(made, "color", link.stroke.colour);
      set(made, "penwidth", number(link.stroke.width_pt));
      if (link.stroke.dashed) set(made, "style", "dashed");
      if (link.stroke.dotted) set(made, "style", "dotted");
    }
  }

  void houses() {
    std::size_t count = 0;
    for (const House& house : scene_.houses) {
      Agnode_t* made = node("s" + std::to_string(count++));
      const std::string size = number(2 * house.radius / 72);
      set(made, "label", "");
      set(made, "shape", "house");
      set(made, "pos", at(house.centre));
      set(made, "width", size);
      set(made, "height", size);
      set(made, "fillcolor", house.colour);
      set(made, "color", "#ffffff00");
    }
  }

  /// Graphviz ends a line with \\l or \\r to set it flush with the edge of its box.
  static const char* justification(layout::Align align) {
    switch (align) {
      case layout::Align::left:
        return "\\l";
      case layout::Align::right:
        return "\\r";
      case layout::Align::centre:
        break;
    }
    return "";
  }

  void texts() {
    std::size_t count = 0;
    for (const Text& text : scene_.texts) {
      Agnode_t* made = node("t" + std::to_string(count++));
      set(made, "pos", at(text.line.centre));
      set(made, "label", plain_label(text.line.text) + justification(text.line.align));
      set(made, "fontsize", number(text.line.size_pt));
      set(made, "fontcolor", text.colour);
      if (text.line.face == layout::Face::bold) set(made, "fontname", "Lato Bold");
      // Graphviz rounds text up to whole points; its box must not be smaller.
      set(made, "width", number((text.line.width + 2) / 72));
      set(made, "height", number((std::ceil(1.1 * text.line.size_pt) + 1) / 72));
      if (text.halo.empty()) {
        set(made, "style", "solid");
      } else {
        set(made, "fillcolor", text.halo);
        set(made, "color", "#ffffff00");
      }
    }
  }

  const Scene& scene_;
  Agraph_t* graph_;
};

int append(void* channel, const char* text) {
  *static_cast<std::string*>(channel) += text;
  return 0;
}
int flushed(void*) {
  return 0;
}

/// A long text over several lines, each ended by a backslash: DOT's scanner takes no longer ones.
std::string folded(const std::string& text) {
  constexpr std::size_t width = 110;
  std::string lines;
  std::size_t in_line = 0;
  for (char letter : text) {
    lines += letter;
    if (++in_line < width || letter != ' ') continue;
    lines += "\\\n";
    in_line = 0;
  }
  return lines;
}

/// DOT for people to read: what is what, and the long list of the ground's points at the end.
std::string explained(const std::string& dot, const std::string& background) {
  std::string text =
      "// A network map, made by kreds. To draw it: neato -n2 -Tpng THIS-FILE\n"
      "// Everything keeps its place (pos, in points, y upwards). Names of nodes are numbers and tell nothing.\n" +
      dot;
  const auto say_before = [&](const std::string& first, const std::string& comment) {
    const std::size_t at = text.find("\n\t" + first + "\t[");
    if (at != std::string::npos) text.insert(at + 1, "\n\t// " + comment + "\n");
  };
  say_before("n0", "people, and the lines between them");
  say_before("k0", "samples of the legend, and second outlines of people");
  say_before("s0", "houses upon people who live with the child");
  say_before("t0", "texts: first the signs in letters, then names, captions, legend and sources");
  const std::string ground =
      "\n\t// the ground: paper, rings, sectors, homes, samples of lines (xdot)\n\tgraph [_background=\"" +
      folded(background) + "\"];\n";
  return text.insert(text.rfind('}'), ground);
}

}  // namespace

struct Graph::Impl {
  Agraph_t* graph = nullptr;
  std::string background;
  bool laid_out = false;

  void lay_out() {
    if (laid_out) return;
    agattr(graph, AGRAPH, c("_background"), c(background));
    checked("layout", [&] { return gvLayout(context(), graph, "nop2"); });
    laid_out = true;
  }
};

Graph::Graph(const Scene& scene) : impl_(std::make_unique<Impl>()) {
  Builder builder(scene);
  impl_->graph = builder.build();
  impl_->background = builder.background();
}

Graph::~Graph() {
  if (impl_->laid_out) gvFreeLayout(context(), impl_->graph);
  agclose(impl_->graph);
}

std::string Graph::dot() const {
  std::string text;
  Agiodisc_t into_text = {nullptr, append, flushed};
  Agiodisc_t* const usual = impl_->graph->clos->disc.io;
  impl_->graph->clos->disc.io = &into_text;
  const int result = agwrite(impl_->graph, &text);
  impl_->graph->clos->disc.io = usual;
  if (result != 0) throw std::runtime_error("Graphviz: the graph could not be written");
  return explained(text, impl_->background);
}

std::string Graph::svg() const {
  impl_->lay_out();
  char* data = nullptr;
  unsigned int length = 0;
  checked("SVG", [&] { return gvRenderData(context(), impl_->graph, "svg", &data, &length); });
  std::string text(data, length);
  gvFreeRenderData(data);
  return text;
}

void Graph::draw_on(_cairo* cairo) const {
  impl_->lay_out();
  checked("drawing", [&] { return gvRenderContext(context(), impl_->graph, "kreds:cairo", cairo); });
}

}  // namespace kreds::drawing
