#include "kreds/application/pipeline.hpp"

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "kreds/drawing/genogram.hpp"
#include "kreds/drawing/text.hpp"
#include "picture_warnings.hpp"

namespace kreds::application {
namespace {

namespace fs = std::filesystem;

bool holds_the_tool(const fs::path& folder) {
  std::error_code none;
  return fs::is_regular_file(folder / "data/labels/da.json", none);
}

std::vector<std::string> names_of_json_files(const std::string& folder) {
  std::vector<std::string> found;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".json") found.push_back(entry.path().stem().string());
  std::sort(found.begin(), found.end());
  return found;
}

template <class Content, class Placed, class NameOf>
void add_shortened_names(const Content& people, const Placed& placed, NameOf name_of, document::Diagnostics& warnings) {
  for (std::size_t i = 0; i < people.size() && i < placed.size(); ++i)
    if (placed[i].shortened) add_shortened_name(name_of(people[i]), warnings);
}

/// Ready to be rendered, with what is to be told beside it.
struct Drawn {
  drawing::Scene scene;
  std::optional<layout::LayoutStatistics> statistics;
  document::Diagnostics warnings;
};

Drawn drawn_map(const Tool& tool, const Analysed& analysed, const MapRequest& request, const drawing::Style& style,
                const drawing::Typesetter& typesetter, const layout::MeasureText& width) {
  const layout::MapContent content = layout::map_content(analysed.c, analysed.network, analysed.strengths,
                                                         {request.request.audience, {}}, tool.labels);
  const layout::MapLayout placed = layout::lay_out(content, request.sheet, width, tool.labels, request.layout);
  Drawn result{drawing::draw(content, placed, style, typesetter), layout::statistics(content, placed), {}};
  add_missing_glyphs(drawing::missing_glyphs(content, typesetter), result.warnings);
  add_shortened_names(
      content.people, placed.people, [](const auto& person) { return person.name; }, result.warnings);
  add_refused_pins(content, placed.refused_pins, result.warnings);
  return result;
}

Drawn drawn_genogram(const Tool& tool, const Analysed& analysed, const MapRequest& request, const drawing::Style& style,
                     const drawing::Typesetter& typesetter, const layout::MeasureText& width) {
  const layout::GenogramContent content =
      layout::genogram_content(analysed.c, analysed.network, {request.request.audience, {}}, tool.labels);
  const layout::GenogramLayout placed = layout::lay_out_genogram(content, request.sheet, width, tool.labels);
  Drawn result{drawing::draw(content, placed, style, typesetter), {}, {}};
  add_missing_glyphs(drawing::missing_glyphs(content, typesetter), result.warnings);
  add_shortened_names(
      content.people, placed.people, [](const auto& each) { return each.mark.name; }, result.warnings);
  return result;
}

/// Each audience has its look, unless another is asked for.
std::string style_for(const MapRequest& request) {
  if (!request.style.empty()) return request.style;
  return request.request.audience.kind == audience::Kind::family ? "projector" : "casefile";
}

}  // namespace

Installation find_installation(const std::string& program_path) {
  const fs::path folder = fs::path(program_path).parent_path();
  const fs::path installed = folder.parent_path() / "share/kreds";
  const fs::path sources = folder.parent_path().parent_path();
  for (const fs::path& root : {installed, sources}) {
    if (!holds_the_tool(root)) continue;
    Installation found{(root / "data").string(), (root / "viz/style").string(), {}};
    std::error_code none;
    for (const fs::path& fonts :
         {root / "fonts", fs::path("/usr/share/fonts/truetype/lato"), fs::path("/usr/share/fonts/truetype/dejavu")})
      if (fs::is_directory(fonts, none)) found.fonts.push_back(fonts.string());
    return found;
  }
  throw std::runtime_error("data/labels/da.json lies neither in " + installed.string() + " nor in " + sources.string());
}

std::vector<std::string> languages(const Installation& installation) {
  return names_of_json_files(installation.data + "/labels");
}

std::vector<std::string> styles(const Installation& installation) {
  return names_of_json_files(installation.styles);
}

labels::Labels load_words(const Installation& installation, const std::string& language) {
  return labels::load_labels(installation.data + "/labels", language);
}

Tool load_tool(const Installation& installation, labels::Labels labels) {
  return {installation, std::move(labels), casefile::load_vocabulary(installation.data),
          ranking::load_catalogue(installation.data), ranking::load_roles(installation.data)};
}

Tool with_weighting(Tool tool, const std::string& weighting_file) {
  tool.catalogue = ranking::load_catalogue(tool.installation.data, weighting_file);
  return tool;
}

NoInterview::NoInterview(std::optional<casefile::Date> as_of)
    : std::runtime_error("no interview on which a date could rest"), as_of_(as_of) {}

Analysed analyse(const Tool& tool, const casefile::Case& c, const Request& request) {
  // The default day must not tell of an interview that the audience may not know of.
  const auto newest = audience::newest_interview(c, request.audience);
  const auto as_of = request.as_of ? request.as_of : newest;
  if (!as_of) throw NoInterview({});
  Analysed result{
      request.audience, audience::for_audience(c, request.audience, tool.vocabulary, *as_of), *as_of, {}, {}};
  if (!casefile::newest_interview(result.c)) throw NoInterview(*as_of);
  result.network = network::build_network(result.c, tool.vocabulary, *as_of);
  result.strengths = analysis::tie_strengths(result.network, tool.catalogue.tie_model);
  return result;
}

MapPicture make_map(const Tool& tool, const casefile::Case& c, const MapRequest& request) {
  const drawing::Style style = drawing::load_style(tool.installation.styles, style_for(request));
  Analysed analysed = analyse(tool, c, request.request);
  const drawing::Typesetter typesetter(tool.installation.fonts);
  const auto width = [&](const std::string& text, layout::Face face, double size_pt) {
    return typesetter.width(text, face, size_pt);
  };
  Drawn drawn = (request.genogram ? drawn_genogram : drawn_map)(tool, analysed, request, style, typesetter, width);
  return {drawing::render(drawn.scene, request.format, request.dpi), std::move(analysed.c), analysed.as_of,
          drawn.statistics, std::move(drawn.warnings)};
}

drawing::Scene draw_map(const Tool& tool, const Analysed& analysed, const MapRequest& request,
                        const drawing::Typesetter& typesetter) {
  const drawing::Style style = drawing::load_style(tool.installation.styles, style_for(request));
  const auto width = [&](const std::string& text, layout::Face face, double size_pt) {
    return typesetter.width(text, face, size_pt);
  };
  return (request.genogram ? drawn_genogram : drawn_map)(tool, analysed, request, style, typesetter, width).scene;
}

RankedCase make_ranking(const Tool& tool, const casefile::Case& c, const Request& request,
                        const ranking::RobustnessSettings& sampling) {
  RankedCase result{analyse(tool, c, request), {}, {}, {}, {}, {}, {}};
  const auto& [known, network, strengths] =
      std::tie(result.analysed.c, result.analysed.network, result.analysed.strengths);
  result.ranking = ranking::rank(known, tool.vocabulary, network, strengths, tool.catalogue);
  result.robustness = ranking::robustness(result.ranking, strengths, tool.catalogue, sampling);
  result.plan = ranking::questions(known, tool.vocabulary, network, strengths, tool.catalogue, result.ranking);
  result.variants = ranking::viewpoints(known, tool.vocabulary, network, strengths, tool.catalogue, result.ranking);
  result.resilience = ranking::resilience(known, network, strengths, tool.catalogue, result.ranking);
  result.roles = ranking::roles(known, tool.vocabulary, network, strengths, tool.catalogue, result.ranking, tool.roles);
  return result;
}

CaseFigures make_figures(const Tool& tool, const casefile::Case& c, const Request& request) {
  Analysed analysed = analyse(tool, c, request);
  analysis::NetworkFigures figures = analysis::figures(analysed.network, analysed.strengths, tool.catalogue.tie_model);
  return {std::move(analysed), std::move(figures)};
}

}  // namespace kreds::application
