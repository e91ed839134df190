#include "kreds/analysis/tie_strength.hpp"

#include <algorithm>
#include <functional>

namespace kreds::analysis {
namespace {

/// Whose tie to the child is looked at: adults who live here, not the dead, and the named carer in any case.
std::vector<network::Index> carers_possible(const network::EgoNetwork& network, const network::Household& household) {
  std::vector<network::Index> adults;
  const auto add = [&](network::Index person) {
    const bool listed = std::find(adults.begin(), adults.end(), person) != adults.end();
    if (person != network.ego && network.people[person].counted && !listed) adults.push_back(person);
  };
  for (const network::Resident& resident : household.residents)
    if (network.people[resident.person].adult) add(resident.person);
  if (household.carer) add(*household.carer);
  return adults;
}

HouseholdStrength::Adult adult_of(const network::EgoNetwork& network, network::Index person,
                                  std::span<const TieStrength> strengths) {
  HouseholdStrength::Adult adult{person, std::nullopt, {}};
  if (const network::Tie* tie = network::tie_between(network, network.ego, person)) {
    adult.tie = static_cast<std::size_t>(tie - network.ties.data());
    adult.interval = strengths[*adult.tie].interval;
  }
  return adult;
}

using Adults = std::span<const HouseholdStrength::Adult>;

/// The n-th highest of each bound: exact for the highest relation among several, whoever turns out to have it.
std::optional<Interval> nth_highest(Adults adults, std::size_t n) {
  if (adults.size() <= n) return std::nullopt;
  const auto nth = [&](double Interval::*bound) {
    std::vector<double> values;
    for (const auto& adult : adults) values.push_back(adult.interval.*bound);
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(n), values.end(), std::greater<>());
    return values[n];
  };
  return Interval{nth(&Interval::central), nth(&Interval::low), nth(&Interval::high)};
}

Interval relation(const HouseholdStrength& household, double gamma) {
  const Adults adults = household.adults;
  if (!household.carer_named) return household_relation(*nth_highest(adults, 0), nth_highest(adults, 1), gamma);
  std::optional<Interval> carer, next;
  for (const auto& adult : adults) {
    if (adult.person == household.carrier)
      carer = adult.interval;
    else if (!next)
      next = adult.interval;
  }
  return household_relation(*carer, next, gamma);
}

}  // namespace

TieStrength tie_strength(const network::Tie& tie, network::Date as_of, const TieModel& model) {
  TieStrength result;
  double applicable = 0;
  for (std::size_t p = 0; p < network::part_count; ++p)
    if (tie.parts[p].applicable) applicable += model.weights[p];
  result.interval = {0, 0, 0};
  for (std::size_t p = 0; p < network::part_count; ++p) {
    PartStrength& part = result.parts[p];
    part.applicable = tie.parts[p].applicable;
    if (!part.applicable) continue;
    part.weight = model.weights[p] / applicable;
    part.estimate = combine(weigh(tie.parts[p].current, "tie", as_of, model), model.half_life_months);
    result.interval.central += part.weight * part.estimate.interval.central;
    result.interval.low += part.weight * part.estimate.interval.low;
    result.interval.high += part.weight * part.estimate.interval.high;
    if (part.estimate.answered()) result.coverage += part.weight;
  }
  constexpr double rounding = 1e-12;
  result.described = result.coverage >= model.described_coverage - rounding;
  result.interval.low = std::clamp(result.interval.low, 0.0, 1.0);
  result.interval.high = std::clamp(result.interval.high, result.interval.low, 1.0);
  result.interval.central = std::clamp(result.interval.central, result.interval.low, result.interval.high);
  return result;
}

std::vector<TieStrength> tie_strengths(const network::EgoNetwork& network, const TieModel& model) {
  std::vector<TieStrength> strengths;
  strengths.reserve(network.ties.size());
  for (const network::Tie& tie : network.ties) strengths.push_back(tie_strength(tie, network.as_of, model));
  return strengths;
}

Interval household_relation(const Interval& s1, const std::optional<Interval>& s2, double gamma) {
  const auto both = [&](double Interval::*bound) {
    const double next = s2 ? *s2.*bound : 0;
    return s1.*bound + gamma * (1 - s1.*bound) * next;
  };
  return {both(&Interval::central), both(&Interval::low), both(&Interval::high)};
}

HouseholdStrength household_strength(const network::EgoNetwork& network, const network::Household& household,
                                     std::span<const TieStrength> strengths, const TieModel& model) {
  HouseholdStrength result;
  for (const network::Index person : carers_possible(network, household))
    result.adults.push_back(adult_of(network, person, strengths));
  std::sort(result.adults.begin(), result.adults.end(), [](const auto& a, const auto& b) {
    if (a.interval.central != b.interval.central) return a.interval.central > b.interval.central;
    return a.person < b.person;
  });
  for (const network::Resident& resident : household.residents)
    if (const network::Tie* tie = network::tie_between(network, network.ego, resident.person))
      result.unsafe.insert(result.unsafe.end(), tie->unsafe.begin(), tie->unsafe.end());
  if (result.adults.empty()) return result;

  result.carer_named = household.carer && network.people[*household.carer].counted && *household.carer != network.ego;
  result.carrier = result.carer_named ? *household.carer : result.adults.front().person;
  result.interval = relation(result, model.gamma);
  for (const auto& adult : result.adults)
    if (adult.person == result.carrier && adult.tie) result.coverage = strengths[*adult.tie].coverage;
  return result;
}

}  // namespace kreds::analysis
