#include "kreds/application/pipeline.hpp"

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "kreds/audience/present.hpp"
#include "kreds/audience/pseudonyms.hpp"
#include "kreds/casefile/told_by.hpp"
#include "kreds/drawing/genogram.hpp"
#include "kreds/drawing/text.hpp"
#include "kreds/layout/changes.hpp"
#include "picture_process.hpp"
#include "picture_warnings.hpp"
#include "pseudonym_words.hpp"

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

/// A picture before it becomes bytes, with what is to be told beside it.
struct Drawn {
  drawing::Scene scene;
  std::optional<layout::LayoutStatistics> statistics;  ///< of a map
  document::Diagnostics warnings;
};

std::string in_words(casefile::Date date, const labels::Labels& labels) {
  const std::chrono::year_month_day day(date);
  return labels::date_in_words(static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                               static_cast<unsigned>(day.day()), labels);
}

/// What stands for one of the two states that are compared: its day, or who describes it.
std::string called(const Tool& tool, const Analysed& one) {
  if (one.seen_by.empty()) return in_words(one.as_of, tool.labels);
  return layout::name_in_words(one.network.people[*network::index_of(one.network, one.seen_by)], tool.labels);
}

layout::MapContent content_of(const Tool& tool, const Analysed& analysed, const MapRequest& request,
                              const std::optional<Analysed>& earlier) {
  const layout::ContentRequest asked{request.request.audience, {}, analysed.seen_by};
  if (!earlier) return layout::map_content(analysed.c, analysed.network, analysed.strengths, asked, tool.labels);
  layout::ChangesRequest changes;
  changes.informants = !analysed.seen_by.empty();
  const audience::Kind kind = request.request.audience.kind;
  changes.only_who_came = kind == audience::Kind::family || kind == audience::Kind::person;
  changes.earlier_name = called(tool, *earlier);
  changes.later_name = called(tool, analysed);
  changes.which = tool.labels(changes.informants ? "map.compared.informants" : "map.compared.days",
                              {{"from", changes.earlier_name}, {"to", changes.later_name}});
  const network::EgoNetwork shown =
      changes.only_who_came ? analysed.network : layout::with_who_went(earlier->network, analysed.network);
  layout::MapContent content = layout::map_content(analysed.c, shown, analysed.strengths, asked, tool.labels);
  layout::mark_changes(earlier->network, analysed.network, changes, tool.labels, content);
  return content;
}

Drawn drawn_map(const Tool& tool, const Analysed& analysed, const MapRequest& request, const drawing::Style& style,
                const drawing::Typesetter& typesetter, const layout::MeasureText& width,
                const std::optional<Analysed>& earlier) {
  const layout::MapContent content = content_of(tool, analysed, request, earlier);
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

Drawn drawn(const Tool& tool, const Analysed& analysed, const std::optional<Analysed>& earlier,
            const MapRequest& request, const drawing::Style& style, const drawing::Typesetter& typesetter) {
  const auto width = [&](const std::string& text, layout::Face face, double size_pt) {
    return typesetter.width(text, face, size_pt);
  };
  return request.genogram ? drawn_genogram(tool, analysed, request, style, typesetter, width)
                          : drawn_map(tool, analysed, request, style, typesetter, width, earlier);
}

// --- what is known, and under which names ----------------------------------------------------------------

/// What an audience may know of a case on a day, still under its own names.
struct Known {
  casefile::Case c;
  casefile::Date as_of;
};

Known known_to(const Tool& tool, const casefile::Case& whole, const Request& request) {
  // The default day must not tell of an interview that the audience may not know of.
  const auto newest = request.present ? audience::newest_interview(whole, *request.present)
                                      : audience::newest_interview(whole, request.audience);
  const auto as_of = request.as_of ? request.as_of : newest;
  if (!as_of) throw NoInterview({});
  // Nobody who has taken something back expects to see it until the next conversation. A day that is asked for is
  // shown as it was.
  const auto taken_back = request.as_of ? std::nullopt : casefile::with_later_withdrawals(whole, *as_of);
  const casefile::Case& c = taken_back ? *taken_back : whole;
  Known known{request.present ? audience::for_people_present(c, *request.present, tool.vocabulary, *as_of)
                              : audience::for_audience(c, request.audience, tool.vocabulary, *as_of),
              *as_of};
  if (!casefile::newest_interview(known.c)) throw NoInterview(*as_of);
  if (request.seen_by.empty()) return known;
  known.c = casefile::as_told_by(known.c, request.seen_by);
  if (!casefile::find_person(known.c, request.seen_by) || !casefile::newest_interview(known.c)) throw NothingTold();
  return known;
}

Analysed analysed(const Tool& tool, Known known, const Request& request) {
  Analysed result{request.audience, request.seen_by, std::move(known.c), known.as_of, {}, {}};
  if (request.pseudonyms) {
    const casefile::Case named = std::move(result.c);
    result.c = audience::with_pseudonyms(named, tool.vocabulary, role_words(tool), known.as_of);
    result.c.number.clear();
    for (casefile::Id* id : {&result.audience.person, &result.seen_by}) *id = audience::neutral_id(named, *id);
  }
  result.network = network::build_network(result.c, tool.vocabulary, result.as_of);
  result.strengths = analysis::tie_strengths(result.network, tool.catalogue.tie_model);
  return result;
}

/// Places set by hand, for the people as they are called now. Somebody who is not known any more keeps a place, so that
/// it is told, but no name.
layout::Pins without_names(layout::Pins pins, const casefile::Case& named) {
  for (layout::Pin& pin : pins) {
    const casefile::Id neutral = audience::neutral_id(named, pin.person);
    pin.person = neutral.empty() ? "?" : neutral;
  }
  return pins;
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
          ranking::load_catalogue(installation.data)};
}

Tool with_weighting(Tool tool, const std::string& weighting_file) {
  tool.catalogue = ranking::load_catalogue(tool.installation.data, weighting_file);
  return tool;
}

NoInterview::NoInterview(std::optional<casefile::Date> as_of)
    : std::runtime_error("no interview on which a date could rest"), as_of_(as_of) {}

NothingTold::NothingTold() : std::runtime_error("this informant told nothing that the audience may know") {}

Analysed analyse(const Tool& tool, const casefile::Case& c, const Request& request) {
  return analysed(tool, known_to(tool, c, request), request);
}

MapPicture make_map(const Tool& tool, const casefile::Case& c, const MapRequest& request) {
  Known known = known_to(tool, c, request.request);
  MapRequest asked = request;
  if (request.request.pseudonyms) asked.layout.pins = without_names(request.layout.pins, known.c);
  Analysed all = analysed(tool, std::move(known), request.request);
  const drawing::Style style = drawing::load_style(tool.installation.styles, style_for(request));
  std::optional<Analysed> earlier;
  if (request.compared_with) earlier = analyse(tool, c, *request.compared_with);
  Picture picture = drawn_apart([&] {
    const drawing::Typesetter typesetter(tool.installation.fonts);
    Drawn result = drawn(tool, all, earlier, asked, style, typesetter);
    return Picture{drawing::render(result.scene, request.format, request.dpi), result.statistics,
                   std::move(result.warnings)};
  });
  return {std::move(picture.bytes), std::move(all.c), all.as_of, picture.statistics, std::move(picture.warnings)};
}

drawing::Scene draw_map(const Tool& tool, const Analysed& analysed, const MapRequest& request,
                        const drawing::Typesetter& typesetter) {
  const drawing::Style style = drawing::load_style(tool.installation.styles, style_for(request));
  return drawn(tool, analysed, {}, request, style, typesetter).scene;
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
  result.roles = ranking::roles(known, tool.vocabulary, network, strengths, tool.catalogue, result.ranking);
  return result;
}

CaseFigures make_figures(const Tool& tool, const casefile::Case& c, const Request& request) {
  Analysed analysed = analyse(tool, c, request);
  analysis::NetworkFigures figures = analysis::figures(analysed.network, analysed.strengths, tool.catalogue.tie_model);
  return {std::move(analysed), std::move(figures)};
}

}  // namespace kreds::application
