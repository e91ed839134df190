#include <algorithm>
#include <map>

#include "data_values.hpp"
#include "kreds/application/csv.hpp"
#include "kreds/application/ranking_report.hpp"
#include "kreds/casefile/terms.hpp"
#include "kreds/casefile/write.hpp"
#include "ranking_terms.hpp"
#include "ranking_values.hpp"
#include "ranking_words.hpp"

namespace kreds::application {
namespace {

using document::Array;
using document::Object;
using document::Value;
using ranking::FactorValue;
using ranking::RankedHousehold;

template <class E>
Value term_value(E term_of) {
  return std::string(term(term_of));
}

Value fraction(const ranking::Fraction& fraction) {
  return Object{{"numerator", fraction.numerator()}, {"denominator", fraction.denominator()}};
}

// --- JSON ----------------------------------------------------------------------------------------------

Value outside(const RankedHousehold& household) {
  Array all;
  for (const ranking::Outside& one : household.outside)
    all.push_back(Object{{"reason", term_value(one.reason)},
                         {"factor", one.factor},
                         {"from", value_of(one.from)},
                         {"assessed", value_of(one.assessed)}});
  return all;
}

Value alerts(const RankedHousehold& household) {
  Array all;
  for (const ranking::Alert& one : household.alerts)
    all.push_back(Object{{"factor", one.factor}, {"level", one.level}, {"from", value_of(one.from)}});
  return all;
}

Value requirements(const RankedHousehold& household) {
  Array all;
  for (const ranking::RequirementResult& one : household.requirements)
    all.push_back(Object{{"requirement", one.requirement},
                         {"status", term_value(one.status)},
                         {"disagreement", one.disagreement},
                         {"outdated", one.outdated},
                         {"measure_missing", one.measure_missing},
                         {"measures", texts(one.measures)},
                         {"from", value_of(one.from)}});
  return all;
}

Value relation(const RankedHousehold& household, const network::EgoNetwork& network) {
  const auto id = [&](network::Index person) { return network.people[person].person.id; };
  Array adults;
  for (const analysis::HouseholdStrength::Adult& adult : household.relation.adults)
    adults.push_back(Object{{"person", id(adult.person)}, {"strength", value_of(adult.interval)}});
  return Object{{"strength", value_of(household.relation.interval)},
                {"coverage", number(household.relation.coverage)},
                {"carrier", household.relation.carrier ? Value(id(*household.relation.carrier)) : Value()},
                {"carer_named", household.relation.carer_named},
                {"adults", adults}};
}

Value factor(const FactorValue& value) {
  Array levels;
  for (const ranking::StatedLevel& stated : value.levels)
    levels.push_back(Object{{"level", stated.level},
                            {"professional", stated.professional},
                            {"outdated", stated.outdated},
                            {"from", value_of(stated.from)}});
  return Object{{"factor", value.factor},
                {"observed", value_of(value.observed)},
                {"supported", value_of(value.supported)},
                {"proposed", value_of(value.proposed)},
                {"agreement", value.estimate.answered() ? term_value(value.estimate.agreement) : Value()},
                {"levels", levels},
                {"missing", value.missing ? Value(std::string(casefile::term(*value.missing))) : Value()},
                {"words", value_of(value.words)},
                {"lifted_by", texts(value.lifted_by)}};
}

Value measures(const RankedHousehold& household) {
  Array all;
  for (const ranking::RecordedMeasure& one : household.measures)
    all.push_back(Object{{"measure", one.measure},
                         {"factors", texts(one.factors)},
                         {"state", std::string(casefile::term(one.state))},
                         {"expected_level", one.expected_level ? Value(*one.expected_level) : Value()},
                         {"waiting_weeks", one.waiting_weeks ? Value(*one.waiting_weeks) : Value()},
                         {"from", value_of(one.from)}});
  return all;
}

Value household_value(const RankedHousehold& household, std::size_t place, const network::EgoNetwork& network,
                      const Wording& words) {
  Array factors, contributions;
  for (const FactorValue& value : household.factors) factors.push_back(factor(value));
  for (const ranking::Contribution& part : household.contributions)
    contributions.push_back(Object{{"factor", part.factor},
                                   {"weight", fraction(part.weight)},
                                   {"value", value_of(part.value)},
                                   {"amount", number(part.amount)}});
  return Object{{"id", household.id},
                {"name", words.household(household.id)},
                {"standing", term_value(household.standing)},
                {"place", place == 0 ? Value() : Value(place)},
                {"heading", term_value(household.heading)},
                {"outside", outside(household)},
                {"alerts", alerts(household)},
                {"requirements", requirements(household)},
                {"role_wish", household.role_wish ? Value(std::string(casefile::term(*household.role_wish))) : Value()},
                {"role_wish_statements", texts(household.role_wish_statements)},
                {"relation", relation(household, network)},
                {"factors", factors},
                {"value", value_of(household.value)},
                {"value_now", value_of(household.value_now)},
                {"value_proposed", value_of(household.value_proposed)},
                {"measures", measures(household)},
                {"coverage", number(household.coverage)},
                {"contributions", contributions},
                {"unanswered", texts(household.unanswered)}};
}

Value weighting(const ranking::Weighting& own) {
  Array changes;
  for (const ranking::WeightingChange& change : own.changes)
    changes.push_back(Object{{"of", change.of == ranking::WeightingChange::Of::group ? "group" : "factor"},
                             {"id", change.id},
                             {"was", change.was},
                             {"is", change.is}});
  return Object{{"id", own.id},         {"version", own.version}, {"hash", own.hash}, {"decided_by", own.decided_by},
                {"reason", own.reason}, {"changes", changes}};
}

/// 1, 2, 3 … for those in the order, 0 for the others.
std::vector<std::size_t> places(const ranking::Ranking& ranking) {
  std::vector<std::size_t> all;
  std::size_t place = 0;
  for (const RankedHousehold& household : ranking.households) all.push_back(in_order(household) ? ++place : 0);
  return all;
}

// --- CSV -----------------------------------------------------------------------------------------------

std::string levels_of(const FactorValue& value) {
  std::string text;
  for (const ranking::StatedLevel& stated : value.levels)
    text += (text.empty() ? "" : ", ") + std::to_string(stated.level);
  return text;
}

std::string level_words(const FactorValue& value, const Wording& words) {
  std::string text;
  for (const ranking::StatedLevel& stated : value.levels) {
    const std::string one = words("factor." + value.factor + ".level." + std::to_string(stated.level));
    if (text.find(one) == std::string::npos) text += (text.empty() ? "" : "; ") + one;
  }
  return text;
}

std::string level_sources(const FactorValue& value, const RankedHousehold& household, const RankedCase& ranked,
                          const Wording& words) {
  std::vector<network::StatementRef> from;
  for (const ranking::StatedLevel& stated : value.levels) from.push_back(stated.from);
  if (value.factor == "relation_strength")
    for (const analysis::HouseholdStrength::Adult& adult : household.relation.adults)
      if (adult.tie && adult.person == household.relation.carrier)
        from = ranked.analysed.network.ties[*adult.tie].statements;
  return words.sources(from);
}

}  // namespace

document::Value ranking_value(const RankedCase& ranked, const Tool& tool) {
  const Wording words(ranked.analysed, tool.labels);
  const ranking::Ranking& order = ranked.ranking;
  Object object{{"format", 1}};
  for (auto& member : origin(ranked.analysed, tool)) object.push_back(std::move(member));
  Array weights, households;
  for (const ranking::FactorWeight& weight : order.weights)
    weights.push_back(Object{{"factor", weight.factor},
                             {"group", weight.group},
                             {"in_group", fraction(weight.in_group)},
                             {"overall", fraction(weight.overall)}});
  const std::vector<std::size_t> place = places(order);
  for (std::size_t i = 0; i < order.households.size(); ++i)
    households.push_back(household_value(order.households[i], place[i], ranked.analysed.network, words));
  object.emplace_back("weights", weights);
  object.emplace_back("not_applicable", texts(order.not_applicable));
  object.emplace_back("households", households);
  object.emplace_back("parents_with_custody_excluded", texts(order.parents_with_custody_excluded));
  object.emplace_back("weighting", order.weighting ? weighting(*order.weighting) : Value());
  object.emplace_back("robustness", robustness_value(ranked.robustness));
  object.emplace_back("questions", questions_value(ranked.plan));
  object.emplace_back("variants", variants_value(ranked.variants));
  object.emplace_back("resilience", resilience_value(ranked.resilience));
  object.emplace_back("roles", roles_value(ranked.roles));
  return object;
}

std::string ranking_json(const RankedCase& ranked, const Tool& tool) {
  return to_json(ranking_value(ranked, tool));
}

std::string ranking_csv(const RankedCase& ranked, const Tool& tool) {
  const Wording words(ranked.analysed, tool.labels);
  const ranking::Ranking& order = ranked.ranking;
  Row head;
  for (const char* name : {"case", "version", "as_of", "household", "place", "standing", "group", "factor", "levels",
                           "words", "sources", "weight", "central", "low", "high", "amount", "catalogue"})
    head.emplace_back(words(std::string("csv.") + name));
  std::vector<Row> rows{head};
  const std::vector<std::size_t> place = places(order);
  const std::string version = casefile::version(ranked.analysed.c);
  const std::string weighed_by = catalogue_in_short(order);
  for (std::size_t i = 0; i < order.households.size(); ++i) {
    const RankedHousehold& household = order.households[i];
    for (std::size_t j = 0; j < order.weights.size(); ++j) {
      const ranking::FactorWeight& weight = order.weights[j];
      const FactorValue& value = household.factors[j];
      rows.push_back({ranked.analysed.c.number, version, casefile::to_text(order.as_of), words.household(household.id),
                      place[i] == 0 ? Cell() : Cell(place[i]),
                      words("rank.standing." + std::string(term(household.standing))), words("group." + weight.group),
                      words("factor." + weight.factor + ".label"), levels_of(value), level_words(value, words),
                      level_sources(value, household, ranked, words), weight.overall.value(), value.supported.central,
                      value.supported.low, value.supported.high, weight.overall.value() * value.supported.central,
                      weighed_by});
    }
  }
  return to_csv(rows);
}

}  // namespace kreds::application
