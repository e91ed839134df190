/// \file
/// What a map and a ranking cost, stage by stage, and as a whole command beside Graphviz's own `neato -n2 -Tpng` on the
/// DOT that kreds wrote for the same picture. Times are medians of a few runs in one go; trust the ratios.
///
///   bench_stages PROGRAM

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <stdexcept>

#include "kreds/application/pipeline.hpp"
#include "kreds/drawing/text.hpp"
#include "measuring.hpp"

namespace {

using namespace kreds;
using bench::median;
using Clock = std::chrono::steady_clock;

double milliseconds(const std::function<void()>& work) {
  const auto start = Clock::now();
  work();
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double whole_command(const std::vector<std::string>& words) {
  return 1e3 * bench::cost({.words = words, .silent = true}).elapsed_s;
}

struct Stages {
  std::vector<double> read, network, analysis, ranking, layout, draw, encode;
};

void one_pass(const application::Tool& tool, const std::string& file, const drawing::Style& style,
              const drawing::Typesetter& typesetter, Stages& stages) {
  std::optional<casefile::Case> c;
  const casefile::Date today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  stages.read.push_back(milliseconds([&] { c = casefile::read_case_file(file, tool.vocabulary, today).value; }));
  if (!c) throw std::runtime_error(file + " cannot be read");
  const audience::Audience family, professional{audience::Kind::professional, ""};
  const casefile::Date day = *casefile::newest_interview(*c);

  const casefile::Case all = audience::for_audience(*c, professional, tool.vocabulary, day);
  network::EgoNetwork network;
  stages.network.push_back(milliseconds([&] { network = network::build_network(all, tool.vocabulary, day); }));
  std::vector<analysis::TieStrength> strengths;
  stages.analysis.push_back(milliseconds([&] {
    strengths = analysis::tie_strengths(network, tool.catalogue.tie_model);
    analysis::figures(network, strengths, tool.catalogue.tie_model);
  }));
  stages.ranking.push_back(
      milliseconds([&] { ranking::rank(all, tool.vocabulary, network, strengths, tool.catalogue); }));

  const casefile::Case shown = audience::for_audience(*c, family, tool.vocabulary, day);
  const network::EgoNetwork wall = network::build_network(shown, tool.vocabulary, day);
  const auto content = layout::map_content(shown, wall, analysis::tie_strengths(wall, tool.catalogue.tie_model),
                                           {family, ""}, tool.labels);
  layout::MapLayout laid_out;
  stages.layout.push_back(milliseconds([&] {
    laid_out = layout::lay_out(
        content, layout::projector_sheet(),
        [&](const std::string& text, layout::Face face, double size) { return typesetter.width(text, face, size); },
        tool.labels);
  }));
  drawing::Scene scene;
  const double composing = milliseconds([&] { scene = drawing::draw(content, laid_out, style, typesetter); });
  // An SVG has the same drawing without pixels; what a PNG takes beyond it is painting and encoding.
  stages.draw.push_back(composing + milliseconds([&] { drawing::render(scene, drawing::Format::svg); }));
  stages.encode.push_back(milliseconds([&] { drawing::render(scene, drawing::Format::png); }));
}

void bench_case(const std::string& program, const application::Tool& tool, const std::string& file,
                const drawing::Style& style, const drawing::Typesetter& typesetter, const std::string& folder) {
  constexpr int runs = 9;
  Stages stages;
  for (int i = 0; i < runs; ++i) one_pass(tool, file, style, typesetter, stages);

  const std::string dot = folder + "/map.dot", png = folder + "/map.png", other = folder + "/neato.png";
  whole_command({program, "map", file, "-o", dot});
  std::vector<double> map, rank, neato;
  for (int i = 0; i < runs; ++i) {  // in turn, so that a slow moment of the machine meets all three
    map.push_back(whole_command({program, "map", file, "-o", png}));
    neato.push_back(whole_command({"neato", "-n2", "-Tpng", dot, "-o", other}));
    rank.push_back(whole_command({program, "rank", file}));
  }
  std::vector<double> map_ratio, rank_ratio;
  for (int i = 0; i < runs; ++i) {
    map_ratio.push_back(map[static_cast<std::size_t>(i)] / neato[static_cast<std::size_t>(i)]);
    rank_ratio.push_back(rank[static_cast<std::size_t>(i)] / neato[static_cast<std::size_t>(i)]);
  }
  fmt::print(
      "{:<12} {:>6.2f} {:>8.2f} {:>9.2f} {:>8.2f} {:>7.2f} {:>6.2f} {:>9.2f} | {:>7.1f} {:>7.1f} {:>7.1f} | {:>6.2f} "
      "{:>6.2f}\n",
      std::filesystem::path(file).stem().string(), median(stages.read), median(stages.network), median(stages.analysis),
      median(stages.ranking), median(stages.layout), median(stages.draw), median(stages.encode), median(map),
      median(rank), median(neato), median(map_ratio), median(rank_ratio));
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) {
    fmt::print(stderr, "bench_stages PROGRAM\n");
    return 2;
  }
  try {
    const std::string program = std::filesystem::absolute(words[1]).string();
    const auto installation = application::find_installation(program);
    const auto tool = application::load_tool(installation, application::load_words(installation, "da"));
    const auto style = drawing::load_style(installation.styles, "projector");
    const drawing::Typesetter typesetter(installation.fonts);
    const std::string folder =
        (std::filesystem::temp_directory_path() / ("kreds-bench-" + std::to_string(getpid()))).string();
    std::filesystem::create_directory(folder);
    fmt::print(
        "Milliseconds, medians of 9 runs; the family's map at 1920 x 1080. Ratios: the whole command to neato -n2 "
        "-Tpng.\n");
    fmt::print("{:<12} {:>6} {:>8} {:>9} {:>8} {:>7} {:>6} {:>9} | {:>7} {:>7} {:>7} | {:>6} {:>6}\n", "case", "read",
               "network", "analysis", "ranking", "layout", "draw", "draw+PNG", "map", "rank", "neato", "map/n",
               "rank/n");
    for (const char* name : {"lille", "liam", "stor"})
      bench_case(program, tool, installation.data + "/cases/" + name + ".json", style, typesetter, folder);
    std::filesystem::remove_all(folder);
  } catch (const std::exception& error) {
    fmt::print(stderr, "bench_stages: {}\n", error.what());
    return 1;
  }
  return 0;
}
