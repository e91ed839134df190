#include "kreds/application/batch.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>

#include "data_values.hpp"
#include "kreds/casefile/check.hpp"
#include "kreds/casefile/write.hpp"

namespace kreds::application {
namespace {

using document::Array;
using document::Object;
using document::Severity;
using document::Value;

/// Places in the file, but no words of it: the line may be seen by somebody who may not see the case.
Value faults(const document::Diagnostics& diagnostics, Severity severity) {
  Array all;
  for (const document::Diagnostic& one : diagnostics)
    if (one.severity == severity)
      all.push_back(Object{{"code", one.code}, {"line", one.place.line}, {"column", one.place.column}});
  return all;
}

Value counted(const document::Diagnostics& warnings) {
  std::map<std::string, std::size_t> codes;
  for (const document::Diagnostic& one : warnings) ++codes[one.code];
  Object object;
  for (const auto& [code, times] : codes) object.emplace_back(code, times);
  return object;
}

Value group(const analysis::GroupFigures& group) {
  return Object{{"size", group.size}, {"ties", group.ties}, {"density", number(group.density)}};
}

Value figures_value(const analysis::NetworkFigures& figures) {
  double most_between = 0, reached = 0;
  for (const analysis::PersonFigures& person : figures.persons) {
    most_between = std::max(most_between, person.relative_betweenness);
    reached += person.indirect_strength;
  }
  Object rings;
  for (const auto& [ring, people] : figures.rings) rings.emplace_back(std::to_string(ring), people);
  return Object{{"people_on_map", figures.people},
                {"all", group(figures.all)},
                {"without_professionals", group(figures.without_professionals)},
                {"ties_with_child", figures.ties_with_ego},
                {"density_with_child", number(figures.density_with_ego)},
                {"components_with_child", figures.components_with_ego},
                {"components_without_child", figures.components_without_ego},
                {"cut_persons", figures.cut_persons.size()},
                {"isolated", figures.isolated.size()},
                {"cliques", figures.cliques.size()},
                {"largest_relative_betweenness", number(most_between)},
                // The child reaches itself with 1, which is no news.
                {"sum_of_indirect_strength", number(reached - (figures.persons.empty() ? 0 : 1))},
                {"coverage", number(figures.coverage)},
                {"rings", rings}};
}

Object head(const BatchSource& source, const char* status) {
  Object object{{"format", 1}};
  if (const auto* file = std::get_if<std::string>(&source))
    object.emplace_back("file", *file);
  else
    object.emplace_back("line", std::get<std::size_t>(source));
  object.emplace_back("status", status);
  return object;
}

BatchLine broken(const BatchSource& source, Value faults) {
  std::string contents = to_json_line(faults);
  Object object = head(source, "broken");
  object.emplace_back("faults", std::move(faults));
  return {to_json_line(object), {}, std::move(contents)};
}

bool child_heard(const casefile::Case& c) {
  return std::any_of(c.interviews.begin(), c.interviews.end(), [&](const casefile::Interview& interview) {
    const casefile::Ids& heard = interview.informants;
    return std::find(heard.begin(), heard.end(), c.child) != heard.end();
  });
}

bool has_plan_b(const Tool& tool, const Analysed& analysed) {
  const ranking::Ranking order =
      ranking::rank(analysed.c, tool.vocabulary, analysed.network, analysed.strengths, tool.catalogue);
  const ranking::Resilience resilience =
      ranking::resilience(analysed.c, analysed.network, analysed.strengths, tool.catalogue, order);
  return !resilience.plans.empty() &&
         (resilience.plans.front().next.has_value() || resilience.plans.front().agreement_recorded);
}

CaseFacts facts_of(const Tool& tool, const Analysed& analysed, const BatchRequest& request) {
  CaseFacts facts;
  facts.mapped = analysed.network.viewpoint != network::Viewpoint::none;
  facts.child_heard = child_heard(analysed.c);
  const auto& households = analysed.network.households;
  facts.candidate = std::any_of(households.begin(), households.end(), [](const auto& h) { return h.candidate; });
  facts.plan_b = request.for_summary && has_plan_b(tool, analysed);
  if (const auto newest = casefile::newest_interview(analysed.c))
    facts.newest_months = casefile::months_between(*newest, request.as_of.value_or(request.today));
  return facts;
}

}  // namespace

BatchLine batch_line(const Tool& tool, const BatchSource& source, const casefile::ReadResult& read,
                     const BatchRequest& request) {
  if (!read.value) return broken(source, faults(read.diagnostics, Severity::error));
  try {
    const CaseFigures figures = make_figures(tool, *read.value, {{audience::Kind::professional, {}}, request.as_of});
    const Analysed& analysed = figures.analysed;
    const CaseFacts facts = facts_of(tool, analysed, request);
    Object object = head(source, "fine");
    object.emplace_back("as_of", casefile::to_text(analysed.as_of));
    const auto newest = casefile::newest_interview(analysed.c);
    object.emplace_back("newest_interview", newest ? Value(casefile::to_text(*newest)) : Value());
    object.emplace_back("interviews", analysed.c.interviews.size());
    object.emplace_back("child_heard", facts.child_heard);
    object.emplace_back("figures", figures_value(figures.figures));
    object.emplace_back("missing", counted(casefile::check(*read.value, read.places, tool.vocabulary, analysed.as_of)));
    object.emplace_back("faults", faults(read.diagnostics, Severity::warning));
    return {to_json_line(object), facts, request.for_summary ? casefile::to_text(*read.value) : ""};
  } catch (const NoInterview&) {
    return broken(source, Array{Object{{"code", "no_interview"}, {"line", 0}, {"column", 0}}});
  }
}

void BatchSummary::add(const BatchLine& line) {
  ++cases;
  if (!line.contents.empty()) lots.add(line.contents);
  if (!line.facts) {
    ++broken;
    return;
  }
  mapped += line.facts->mapped ? 1 : 0;
  child_heard += line.facts->child_heard ? 1 : 0;
  candidate += line.facts->candidate ? 1 : 0;
  plan_b += line.facts->plan_b ? 1 : 0;
  static constexpr std::array limits = {3.0, 6.0, 12.0};
  std::size_t age = 0;
  while (age < limits.size() && line.facts->newest_months.value_or(limits.back() + 1) > limits.at(age)) ++age;
  ++newest.at(age);
}

Page summary_page(const BatchSummary& summary, const BatchRequest& request, const Tool& tool) {
  constexpr std::size_t indent = 3, column = 46;
  const std::chrono::year_month_day day(request.as_of.value_or(request.today));
  Page page;
  page.title(tool.labels("batch.title"));
  page.text(
      tool.labels("batch.subtitle",
                  {{"date", labels::date_in_words(static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                                                  static_cast<unsigned>(day.day()), tool.labels)}}));
  page.blank();
  page.text(tool.labels("batch.rounding"));
  page.blank();
  const auto line = [&](const std::string& name, std::size_t cases, std::size_t of_all) {
    const BlurredCount told = blurred(cases, of_all, summary.lots.noise(name));
    const bool number = told.kind == BlurredCount::Kind::number;
    const std::string words = tool.labels(told.kind == BlurredCount::Kind::few ? "batch.few" : "batch.nearly_all");
    page.entry(tool.labels("batch." + name), number ? std::to_string(told.number) : words, indent, column);
  };
  const auto whole = [&](const std::string& name, std::size_t cases) {
    line(name, cases, std::numeric_limits<std::uint32_t>::max());
  };
  whole("cases", summary.cases);
  const std::size_t fine = summary.cases - summary.broken;
  if (fine < least_cases_to_tell_groups) {
    page.blank();
    page.text(tool.labels("batch.too_few"));
    page.blank();
  } else {
    line("mapped", summary.mapped, fine);
    line("child_heard", summary.child_heard, fine);
    line("candidate", summary.candidate, fine);
    line("plan_b", summary.plan_b, fine);
    page.heading(tool.labels("batch.newest"));
    line("newest.3", summary.newest[0], fine);
    line("newest.6", summary.newest[1], fine);
    line("newest.12", summary.newest[2], fine);
    line("newest.older", summary.newest[3], fine);
    page.blank();
  }
  whole("broken", summary.broken);
  return page;
}

}  // namespace kreds::application
