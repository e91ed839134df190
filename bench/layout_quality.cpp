/// \file
/// The layout's quality in figures, over made-up networks and beside Graphviz's neato; see layout_networks.hpp.
///
///   bench_layout                                     all tables
///   bench_layout quality | paper | family | neato | memory   one of them
///   bench_layout picture FILE WHAT AUDIENCE SHEET    a picture to look at: WHAT is a case or PEOPLE:SEED, AUDIENCE is
///                                                    family or professional, SHEET projector, a4 or a4-portrait
///
/// Times are medians of processor time over the seeds; trust the ratios to `neato -n2 -Tpng`, which draws kreds's own
/// DOT.

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>

#include "kreds/casefile/read.hpp"
#include "kreds/drawing/render.hpp"
#include "kreds/drawing/text.hpp"
#include "kreds/layout/statistics.hpp"
#include "layout_networks.hpp"
#include "measuring.hpp"

namespace {

using namespace kreds;
using bench::median;
using layout::LayoutStatistics;
using layout::MapContent;
using layout::MapLayout;
using layout::Sheet;

constexpr std::array<std::uint64_t, 5> seeds = {1, 2, 3, 4, 5};
constexpr std::array<std::size_t, 7> sizes = {15, 25, 40, 60, 80, 120, 150};

/// Processor time of this process and of the children it waited for: other work on the machine does not count.
double milliseconds(const std::function<void()>& work) {
  const auto used = [] {
    double sum = 0;
    for (int who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
      rusage usage{};
      getrusage(who, &usage);
      for (timeval t : {usage.ru_utime, usage.ru_stime}) sum += 1e3 * bench::seconds(t);
    }
    return sum;
  };
  const double start = used();
  work();
  return used() - start;
}

/// Runs a program; false if it fails or takes longer than the limit.
bool run(const std::vector<std::string>& words, unsigned limit_s) {
  return bench::measured({.words = words, .silent = true, .limit_s = limit_s}).has_value();
}

class Workshop {
 public:
  Workshop()
      : typesetter_({KREDS_ROOT "/fonts", "/usr/share/fonts/truetype/lato", "/usr/share/fonts/truetype/dejavu"}),
        words_(labels::load_labels(KREDS_ROOT "/data/labels", "da")),
        style_(drawing::load_style(KREDS_ROOT "/viz/style", "projector")),
        folder_((std::filesystem::temp_directory_path() / ("kreds-bench-" + std::to_string(getpid()))).string()) {
    std::filesystem::create_directory(folder_);
  }
  ~Workshop() { std::filesystem::remove_all(folder_); }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;

  MapLayout lay_out(const MapContent& content, const Sheet& sheet, const layout::LayoutRequest& request = {}) const {
    return layout::lay_out(
        content, sheet,
        [&](const std::string& text, layout::Face face, double size) { return typesetter_.width(text, face, size); },
        words_, request);
  }

  std::string draw(const MapContent& content, const MapLayout& map, drawing::Format format) const {
    return drawing::render(drawing::draw(content, map, style_, typesetter_), format);
  }

  /// Milliseconds of `neato -n2 -Tpng` on kreds's own DOT.
  double neato_draws(const MapContent& content, const MapLayout& map) const {
    const std::string dot = folder_ + "/map.dot";
    std::ofstream(dot) << draw(content, map, drawing::Format::dot);
    return milliseconds([&] { run({"neato", "-n2", "-Tpng", dot, "-o", folder_ + "/map.png"}, 60); });
  }

  struct Rival {
    std::size_t crossings = 0, through_labels = 0;
    double milliseconds = 0;
  };
  /// The same people as boxes of the same labels, the same lines, laid out by neato with overlap=false; neato may be
  /// told of the child's ties to everybody, which make it a map around the child, or of the drawn lines alone.
  Rival neato_lays_out(const MapContent& content, const MapLayout& map, bool around_child) const;

  const labels::Labels& words() const { return words_; }

 private:
  drawing::Typesetter typesetter_;
  labels::Labels words_;
  drawing::Style style_;
  std::string folder_;
};

/// neato takes as much room as it likes: its places are drawn together until all is on the part of the sheet that kreds
/// has, names as large as kreds's. Nothing crosses more for that, but there is less room between the names.
void put_on_sheet(std::vector<layout::Box>& boxes, const layout::Box& sheet) {
  layout::Box all = boxes.front();
  for (const layout::Box& box : boxes) all = layout::united(all, box);
  layout::Box widest = layout::box_around({0, 0}, 0, 0);
  for (const layout::Box& box : boxes)
    widest = {0, 0, std::max(widest.right, box.width()), std::max(widest.bottom, box.height())};
  const auto share = [](double room, double extent) { return std::min(1.0, room / std::max(extent, 1e-9)); };
  const double scale = std::min(share(sheet.width() - widest.right, all.width() - widest.right),
                                share(sheet.height() - widest.bottom, all.height() - widest.bottom));
  for (layout::Box& box : boxes) box = layout::box_around(scale * box.centre(), box.width(), box.height());
}

Workshop::Rival Workshop::neato_lays_out(const MapContent& content, const MapLayout& map, bool around_child) const {
  const std::string dot = folder_ + "/rival.dot", plain = folder_ + "/rival.plain";
  std::string text = "graph {\n  overlap=false; splines=line; node [shape=box, fixedsize=true, label=\"\"];\n";
  for (std::size_t i = 0; i < map.people.size(); ++i)
    text += fmt::format("  n{} [width={:.4f}, height={:.4f}];\n", i, map.people[i].label.width() / 72,
                        map.people[i].label.height() / 72);
  for (const layout::PlacedLine& placed : map.lines)
    text += fmt::format("  n{} -- n{};\n", content.lines[placed.line].a, content.lines[placed.line].b);
  if (around_child)
    for (std::size_t i = 0; i < map.people.size(); ++i)
      if (i != content.ego) text += fmt::format("  n{} -- n{} [style=invis];\n", content.ego, i);
  std::ofstream(dot) << text << "}\n";
  Rival rival;
  bool done = false;
  rival.milliseconds = milliseconds([&] { done = run({"neato", "-Tplain", dot, "-o", plain}, 60); });
  if (!done) throw std::runtime_error("neato failed");
  std::vector<layout::Box> boxes(map.people.size());
  std::ifstream result(plain);
  for (std::string line; std::getline(result, line);) {
    std::istringstream fields(line);
    std::string kind, name, x, y, w, h;
    fields >> kind >> name >> x >> y >> w >> h;
    if (kind != "node") continue;
    boxes[std::stoul(name.substr(1))] =
        layout::box_around({72 * std::strtod(x.c_str(), nullptr), 72 * std::strtod(y.c_str(), nullptr)},
                           72 * std::strtod(w.c_str(), nullptr), 72 * std::strtod(h.c_str(), nullptr));
  }
  put_on_sheet(boxes, map.tray ? layout::united(*map.tray, map.map) : map.map);
  for (std::size_t i = 0; i < map.lines.size(); ++i) {
    const layout::Line& line = content.lines[map.lines[i].line];
    const layout::Point a = boxes[line.a].centre(), b = boxes[line.b].centre();
    for (std::size_t p = 0; p < boxes.size(); ++p)
      if (p != line.a && p != line.b && p != content.ego && layout::passes(a, b, boxes[p])) ++rival.through_labels;
    for (std::size_t j = i + 1; j < map.lines.size(); ++j) {
      const layout::Line& other = content.lines[map.lines[j].line];
      if (line.a == other.a || line.a == other.b || line.b == other.a || line.b == other.b) continue;
      if (layout::cross(a, b, boxes[other.a].centre(), boxes[other.b].centre())) ++rival.crossings;
    }
  }
  return rival;
}

void quality_table(const Workshop& shop, const Sheet& sheet, int rings, const char* title) {
  fmt::print("\n{}\nmean of 5 seeds; name: smallest; faults: overlaps + off sheet + wrong sector + wrong ring\n",
             title);
  fmt::print("{:>6} {:>8} {:>8} {:>7} {:>7} {:>9} {:>9} {:>9} {:>9} {:>9} {:>7} {:>7} {:>9}\n", "people", "name px",
             "name pt", "folded", "faults", "lines", "crossings", "on labels", "on others", "strangers", "homes", "ms",
             "/ neato");
  for (std::size_t n : sizes) {
    double px = 1e9, pt = 1e9, lines = 0, crossings = 0, through = 0, behind = 0, homes = 0, outlined = 0;
    std::size_t folded = 0, faults = 0, strangers = 0;
    std::vector<double> times, ratios;
    for (std::uint64_t seed : seeds) {
      const MapContent content = bench::NetworkMaker{seed, rings, 0.06, rings > 0}(n);
      try {
        MapLayout map;
        const double time = milliseconds([&] { map = shop.lay_out(content, sheet); });
        times.push_back(time);
        ratios.push_back(time / shop.neato_draws(content, map));
        const LayoutStatistics s = layout::statistics(content, map);
        px = std::min(px, s.smallest_name_px), pt = std::min(pt, s.smallest_name_pt);
        folded = std::max(folded, s.folded_people);
        faults += s.overlaps + s.off_sheet + s.wrong_sector + s.wrong_ring;
        strangers += s.strangers_in_outlines;
        lines += static_cast<double>(s.lines) / 5, crossings += static_cast<double>(s.edge_crossings) / 5;
        through += static_cast<double>(s.label_edge_crossings) / 5;
        behind += static_cast<double>(s.node_edge_crossings) / 5;
        homes += static_cast<double>(s.households), outlined += static_cast<double>(s.households_outlined);
      } catch (const std::exception& error) {
        fmt::print("{:>6} seed {}: {}\n", n, seed, error.what());
      }
    }
    if (times.empty()) continue;
    fmt::print(
        "{:>6} {:>8.1f} {:>8.2f} {:>7} {:>7} {:>9.0f} {:>9.1f} {:>9.1f} {:>9.1f} {:>9} {:>5.0f} % {:>7.1f} {:>9.2f}\n",
        n, px, pt, folded, faults, lines, crossings, through, behind, strangers,
        homes > 0 ? 100 * outlined / homes : 100, median(times), median(ratios));
    std::fflush(stdout);
  }
}

MapContent content_of(const Workshop& shop, const std::string& what, const std::string& audience) {
  const std::size_t colon = what.find(':');
  const bool family = audience == "family";
  if (what.find(".json") == std::string::npos && colon != std::string::npos)
    return bench::NetworkMaker{std::stoull(what.substr(colon + 1)), family ? 0 : 5, 0.06, !family}(std::stoul(what));
  const auto vocabulary = casefile::load_vocabulary(KREDS_ROOT "/data");
  const auto read = casefile::read_case_file(what, vocabulary, *casefile::parse_date("2026-12-31"));
  if (!read.value) throw std::runtime_error(what + " cannot be read");
  const audience::Audience who{family ? audience::Kind::family : audience::Kind::professional, ""};
  const auto day = *casefile::newest_interview(*read.value);
  const casefile::Case c = audience::for_audience(*read.value, who, vocabulary, day);
  const network::EgoNetwork network = network::build_network(c, vocabulary, day);
  const auto model = analysis::load_tie_model(KREDS_ROOT "/data");
  return layout::map_content(c, network, analysis::tie_strengths(network, model), {who, {}}, shop.words());
}

void neato_table(const Workshop& shop, std::initializer_list<double> efforts) {
  fmt::print(
      "\nBeside neato (overlap=false): the same lines and label boxes, 1920 x 1080; sums over 20 seeds of 25 people, "
      "10 of\n"
      "60, 5 of 120. neato is told of the child's tie to everybody (not counted), so that both are maps around the "
      "child;\n"
      "right: of the drawn lines alone. homes: which kreds keeps together in an outline.\n");
  fmt::print("{:>6} {:>7} | {:>9} {:>9} {:>7} {:>7} | {:>9} {:>9} {:>7} | {:>9} {:>9} | {:>9} {:>9}\n", "people",
             "effort", "crossings", "on labels", "homes", "ms", "neato's", "neato's", "ms", "ratio", "ratio",
             "crossings", "on labels");
  const auto row = [&](const std::string& people, const std::vector<MapContent>& contents, double effort) {
    std::size_t crossings = 0, through = 0, homes = 0, outlined = 0;
    Workshop::Rival around, alone;
    std::vector<double> times, rival_times;
    for (const MapContent& content : contents) {
      MapLayout map;
      layout::LayoutRequest request;
      request.effort = effort;
      times.push_back(milliseconds([&] { map = shop.lay_out(content, layout::projector_sheet(), request); }));
      const LayoutStatistics s = layout::statistics(content, map);
      crossings += s.edge_crossings, through += s.label_edge_crossings;
      homes += s.households, outlined += s.households_outlined;
      for (bool around_child : {true, false}) {
        const auto rival = shop.neato_lays_out(content, map, around_child);
        auto& sum = around_child ? around : alone;
        sum.crossings += rival.crossings, sum.through_labels += rival.through_labels;
        if (around_child) rival_times.push_back(rival.milliseconds);
      }
    }
    const auto ratio = [](std::size_t a, std::size_t b) { return static_cast<double>(a) / static_cast<double>(b); };
    fmt::print(
        "{:>6} {:>7.0f} | {:>9} {:>9} {:>5.0f} % {:>7.0f} | {:>9} {:>9} {:>7.0f} | {:>9.2f} {:>9.2f} | {:>9} {:>9}\n",
        people, effort, crossings, through, 100 * ratio(outlined, homes), median(times), around.crossings,
        around.through_labels, median(rival_times), ratio(crossings, around.crossings),
        ratio(through, around.through_labels), alone.crossings, alone.through_labels);
    std::fflush(stdout);
  };
  for (const bool informants : {true, false}) {
    fmt::print("{}\n", informants ? "most ties told by a few informants, as in a case" : "ties between anybody");
    for (const auto& [n, last_seed] : {std::pair<std::size_t, std::uint64_t>{25, 20}, {60, 10}, {120, 5}}) {
      std::vector<MapContent> contents;
      for (std::uint64_t seed = 1; seed <= last_seed; ++seed)
        contents.push_back(bench::NetworkMaker{seed, 5, 0.06, true, informants}(n));
      for (double effort : efforts) row(std::to_string(n), contents, effort);
    }
  }
  fmt::print("the shipped crowded case\n");
  for (double effort : efforts)
    row("stor", {content_of(shop, KREDS_ROOT "/data/cases/stor.json", "professional")}, effort);
}

void memory_table(const Workshop& shop) {
  fmt::print("\nOne person more (from n to n + 1): displacement of the others in px at 1920 x 1080, 20 seeds\n");
  fmt::print("{:>6} {:>6} {:>14} {:>14} {:>20}\n", "n", "rings", "largest median", "largest", "median 0, below 5 %");
  for (int rings : {5, 0})
    for (std::size_t n : {std::size_t{15}, std::size_t{30}, std::size_t{50}, std::size_t{70}, std::size_t{100}}) {
      double worst_median = 0, worst = 0;
      int kept = 0;
      constexpr int count = 20;
      for (std::uint64_t seed = 1; seed <= count; ++seed) {
        const bench::NetworkMaker make{seed, rings, 0.06, rings > 0};
        const MapContent before = make(n), after = make(n + 1);
        const Sheet sheet = layout::projector_sheet();
        const auto d = layout::displacement(before, shop.lay_out(before, sheet), after, shop.lay_out(after, sheet));
        const double median_px = d.median * 96 / 72, largest_px = d.largest * 96 / 72;
        worst_median = std::max(worst_median, median_px), worst = std::max(worst, largest_px);
        kept += median_px == 0 && largest_px < 96 ? 1 : 0;
      }
      fmt::print("{:>6} {:>6} {:>14.1f} {:>14.1f} {:>15} of {}\n", n, rings, worst_median, worst, kept, count);
      std::fflush(stdout);
    }
}

void picture(const Workshop& shop, const std::vector<std::string>& words) {
  const MapContent content = content_of(shop, words.at(2), words.at(3));
  const Sheet sheet = words.at(4) == "projector" ? layout::projector_sheet() : layout::a4_sheet(words[4] != "a4");
  MapLayout map;
  const double time = milliseconds([&] { map = shop.lay_out(content, sheet); });
  const std::string suffix = std::filesystem::path(words.at(1)).extension().string().substr(1);
  std::ofstream(words[1], std::ios::binary) << shop.draw(content, map, drawing::format_of(suffix).value());
  const LayoutStatistics s = layout::statistics(content, map);
  fmt::print("{} people, {:.1f} px = {:.2f} pt, {} overlaps, {} crossings, {} on labels, homes {} of {}, {:.0f} ms\n",
             s.people, s.smallest_name_px, s.smallest_name_pt, s.overlaps, s.edge_crossings, s.label_edge_crossings,
             s.households_outlined, s.households, time);
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> words(arguments + 1, arguments + count);
  const auto wanted = [&](const char* table) { return words.empty() || words[0] == table; };
  try {
    const Workshop shop;
    if (!words.empty() && words[0] == "picture") {
      picture(shop, words);
      return 0;
    }
    if (wanted("quality")) quality_table(shop, layout::projector_sheet(), 5, "Five rings, 1920 x 1080");
    if (wanted("paper")) quality_table(shop, layout::a4_sheet(false), 5, "Five rings, A4 landscape");
    if (wanted("family")) quality_table(shop, layout::projector_sheet(), 0, "Everybody at one distance, 1920 x 1080");
    if (wanted("familypaper"))
      quality_table(shop, layout::a4_sheet(false), 0, "Everybody at one distance, A4 landscape");
    if (wanted("neato")) neato_table(shop, {1.0, 10.0});
    if (wanted("memory")) memory_table(shop);
  } catch (const std::exception& error) {
    fmt::print(stderr, "bench_layout: {}\n", error.what());
    return 1;
  }
  return 0;
}
