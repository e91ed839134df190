#include <algorithm>
#include <map>

#include "robustness_pieces.hpp"

namespace kreds::ranking {
namespace {

/// The measures that make the difference between the headline and another scenario in one household.
const std::vector<std::string>& measures_between(const FactorValue& factor, Scenario scenario) {
  return scenario == Scenario::now ? factor.lifted_by : factor.proposed_by;
}

bool recorded_for(const RankedHousehold& household, const std::string& measure) {
  return std::ranges::find(household.measures, measure, &RecordedMeasure::measure) != household.measures.end();
}

/// Whether there is room for it by the catalogue: an open answer, or a level below what the measure can reach.
bool could_lift(const RankedHousehold& household, const Catalogue& catalogue, const std::vector<std::string>& factors) {
  return std::ranges::any_of(factors, [&](const std::string& id) {
    const auto value = std::ranges::find(household.factors, id, &FactorValue::factor);
    const std::optional<int> reach = find_factor(catalogue, id)->lift_to;
    if (value == household.factors.end() || !reach) return false;
    return value->levels.empty() ||
           std::ranges::any_of(value->levels, [&](const StatedLevel& stated) { return stated.level < *reach; });
  });
}

std::vector<MeasureBehind> measures_behind(const Ranking& ranking, const Catalogue& catalogue,
                                           const RankedHousehold& household, Scenario scenario) {
  std::map<std::string, MeasureBehind> by_measure;
  for (std::size_t j = 0; j < household.factors.size(); ++j) {
    const FactorValue& factor = household.factors[j];
    const double difference =
        std::abs(value_in(factor, scenario).central - factor.supported.central) * ranking.weights[j].overall.value();
    for (const std::string& measure : measures_between(factor, scenario)) {
      MeasureBehind& behind = by_measure[measure];
      behind.household = household.id;
      behind.measure = measure;
      behind.factors.push_back(factor.factor);
      behind.effect += difference;
    }
  }
  std::vector<MeasureBehind> result;
  for (auto& [measure, behind] : by_measure) {
    for (const RankedHousehold& other : in_order(ranking))
      if (other.id != household.id && !recorded_for(other, measure) && could_lift(other, catalogue, behind.factors))
        behind.not_discussed_with.push_back(other.id);
    std::ranges::sort(behind.not_discussed_with);
    result.push_back(std::move(behind));
  }
  std::ranges::stable_sort(result, std::greater<>{}, &MeasureBehind::effect);
  return result;
}

}  // namespace

std::vector<OrderChange> order_changes(const Ranking& ranking, const Catalogue& catalogue) {
  std::vector<OrderChange> changes;
  const std::span<const RankedHousehold> households = in_order(ranking);
  for (const Scenario scenario : {Scenario::now, Scenario::proposed}) {
    for (std::size_t i = 0; i < households.size(); ++i) {
      for (std::size_t j = i + 1; j < households.size(); ++j) {
        const RankedHousehold &ahead = households[i], &behind = households[j];
        if (!is_higher(ahead.value.central, behind.value.central)) continue;
        if (!is_higher(value_in(behind, scenario).central, value_in(ahead, scenario).central)) continue;
        const RankedHousehold& lifted = scenario == Scenario::now ? ahead : behind;
        changes.push_back({scenario, ahead.id, behind.id, measures_behind(ranking, catalogue, lifted, scenario)});
      }
    }
  }
  return changes;
}

}  // namespace kreds::ranking
