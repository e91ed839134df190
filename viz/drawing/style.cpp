#include "kreds/drawing/style.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "kreds/document/document.hpp"

namespace kreds::drawing {

namespace {

using document::Kind;
using document::Node;
using layout::LineKind;

constexpr std::array<std::pair<std::string_view, LineKind>, 10> line_names = {
    {{"strong", LineKind::strong},
     {"normal", LineKind::normal},
     {"weak", LineKind::weak},
     {"conflict", LineKind::conflict},
     {"broken", LineKind::broken},
     {"parent", LineKind::parent},
     {"foster_parent", LineKind::foster_parent},
     {"partners", LineKind::partners},
     {"former_partners", LineKind::former_partners},
     {"siblings", LineKind::siblings}}};

constexpr std::array<std::string_view, 6> forms = {"solid", "double", "dashed", "dotted", "zigzag", "broken"};

bool is_colour(std::string_view text) {
  if (text.size() != 7 && text.size() != 9) return false;
  return text[0] == '#' && text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

/// Reads members by name and keeps every fault, with its place.
class StyleReader {
 public:
  explicit StyleReader(Node root) : root_(root) {}

  std::string colour(Node from, std::string_view key) {
    const auto node = take(from, key, Kind::text);
    if (!node) return "#000000";
    if (!is_colour(node->text())) fault(*node, "a colour is written #rrggbb or #rrggbbaa");
    return node->text();
  }

  std::vector<std::string> colours(std::string_view key) {
    std::vector<std::string> list;
    if (const auto node = take(root_, key, Kind::array))
      for (Node item : node->children()) {
        if (!item.is(Kind::text) || !is_colour(item.text())) fault(item, "a colour is written #rrggbb or #rrggbbaa");
        list.push_back(item.is(Kind::text) ? item.text() : "");
      }
    if (list.empty()) faults_.push_back(std::string(key) + ": at least one colour is needed");
    return list;
  }

  double width(Node from, std::string_view key) {
    const auto node = from.find(key);
    if (!node || (!node->is(Kind::real) && !node->is(Kind::integer))) {
      fault(node.value_or(from), std::string(key) + ": a number of points is needed");
      return 1;
    }
    if (!(node->number() >= 0 && node->number() <= 40)) fault(*node, "a line is 0 to 40 points wide");
    return node->number();
  }

  LineStyle line(Node from) {
    LineStyle style;
    style.colour = colour(from, "colour");
    style.width_pt = width(from, "width_pt");
    if (const auto form = take(from, "form", Kind::text)) {
      style.form = form->text();
      if (std::find(forms.begin(), forms.end(), style.form) == forms.end())
        fault(*form, "form is one of solid, double, dashed, dotted, zigzag, broken");
    }
    return style;
  }

  std::map<LineKind, LineStyle> lines() {
    std::map<LineKind, LineStyle> styles;
    const auto node = take(root_, "lines", Kind::object);
    if (!node) return styles;
    for (const auto& [name, kind] : line_names)
      if (const auto entry = take(*node, name, Kind::object)) styles[kind] = line(*entry);
    return styles;
  }

  const std::vector<std::string>& faults() const { return faults_; }

 private:
  std::optional<Node> take(Node from, std::string_view key, Kind kind) {
    const auto node = from.find(key);
    if (node && node->is(kind)) return node;
    fault(node.value_or(from), node ? std::string(key) + " has the wrong type" : std::string(key) + " is missing");
    return std::nullopt;
  }

  void fault(Node at, const std::string& what) {
    const auto place = at.place();
    faults_.push_back(place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": " + what);
  }

  Node root_;
  std::vector<std::string> faults_;
};

}  // namespace

Style load_style(const std::string& style_folder, const std::string& name) {
  const std::string path = style_folder + "/" + name + ".json";
  const auto parsed = document::parse_file(path);
  if (!parsed.document || !parsed.document->root().is(Kind::object))
    throw std::runtime_error(path + ": not a style (no readable JSON object)");
  const Node root = parsed.document->root();
  StyleReader read(root);
  Style style;
  style.name = name;
  style.paper = read.colour(root, "paper");
  style.text = read.colour(root, "text");
  style.quiet_text = read.colour(root, "quiet_text");
  style.halo = read.colour(root, "halo");
  style.rings = read.colours("rings");
  style.ring_line = read.colour(root, "ring_line");
  style.ring_line_pt = read.width(root, "ring_line_pt");
  style.spoke = read.colour(root, "spoke");
  style.tray = read.colour(root, "tray");
  style.tray_line = read.colour(root, "tray_line");
  style.child = read.colour(root, "child");
  style.child_text = read.colour(root, "child_text");
  style.sectors = read.colours("sectors");
  style.symbol_line = read.colour(root, "symbol_line");
  style.symbol_line_pt = read.width(root, "symbol_line_pt");
  style.household = read.colour(root, "household");
  style.household_line = read.colour(root, "household_line");
  style.household_line_pt = read.width(root, "household_line_pt");
  style.candidate_line = read.colour(root, "candidate_line");
  style.marks = read.colours("marks");
  style.lines = read.lines();
  if (!read.faults().empty()) {
    std::string all;
    for (const std::string& fault : read.faults()) all += (all.empty() ? "" : "\n") + fault;
    throw std::runtime_error(all);
  }
  return style;
}

}  // namespace kreds::drawing
