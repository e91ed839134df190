#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "robustness_pieces.hpp"

namespace kreds::ranking {
namespace {

constexpr std::array<std::string_view, network::part_count> part_names = {"closeness", "emotional", "caregiving",
                                                                          "harmony",   "frequency", "duration"};

bool same(const analysis::Interval& a, const analysis::Interval& b) {
  return std::abs(a.low - b.low) <= rounding && std::abs(a.central - b.central) <= rounding &&
         std::abs(a.high - b.high) <= rounding;
}

/// y = (1 − p0) · x_I + p0 · U: what each statement says, in its share, and what nobody knows.
smaa::Term term(const analysis::Estimate& estimate, const std::vector<analysis::Interval>* spans, double weight,
                std::uint64_t item) {
  smaa::Term result;
  result.weight = weight;
  result.item = item;
  result.unknown = std::clamp(estimate.unknown_share, 0.0, 1.0);
  for (std::size_t i = 0; i < estimate.shares.size(); ++i) {
    const analysis::Share& share = estimate.shares[i];
    if (share.share <= 0) continue;  // faded altogether
    const double low = spans ? (*spans)[i].low : share.x, high = spans ? (*spans)[i].high : share.x;
    result.choices.push_back({low, high, share.share});
  }
  if (result.choices.empty()) result.unknown = 1;
  return result;
}

/// Both sides of the central value, in the proportion that keeps it the mean.
smaa::Value on_both_sides(const analysis::Interval& interval, std::uint64_t item) {
  if (interval.width() <= rounding) return smaa::point(interval.central);
  const double below = (interval.high - interval.central) / interval.width();
  smaa::Term result;
  result.item = item;
  if (below > 0) result.choices.push_back({interval.low, interval.central, below});
  if (below < 1) result.choices.push_back({interval.central, interval.high, 1 - below});
  return {result};
}

smaa::Value relation_value(const RankedHousehold& household, std::span<const analysis::TieStrength> strengths,
                           const std::string& factor) {
  const analysis::TieStrength* tie = carrying_tie(household, strengths);
  if (tie == nullptr) return on_both_sides(household.relation.interval, item_key(factor));
  smaa::Value value;
  for (std::size_t p = 0; p < network::part_count; ++p) {
    const analysis::PartStrength& part = tie->parts[p];
    if (part.applicable)
      value.push_back(term(part.estimate, nullptr, part.weight, item_key(factor, static_cast<network::Part>(p))));
  }
  return value;
}

smaa::Value factor_value(const FactorValue& factor, Scenario scenario) {
  const analysis::Estimate& estimate = scenario == Scenario::now        ? factor.estimate
                                       : scenario == Scenario::proposed ? factor.proposed_estimate
                                                                        : factor.supported_estimate;
  return {term(estimate, &factor.spans[static_cast<std::size_t>(scenario)], 1, item_key(factor.factor))};
}

}  // namespace

const analysis::TieStrength* carrying_tie(const RankedHousehold& household,
                                          std::span<const analysis::TieStrength> strengths) {
  for (const analysis::HouseholdStrength::Adult& adult : household.relation.adults) {
    if (!adult.tie || adult.person != household.relation.carrier) continue;
    const analysis::TieStrength& tie = strengths[*adult.tie];
    return same(tie.interval, household.relation.interval) ? &tie : nullptr;
  }
  return nullptr;
}

std::uint64_t item_key(std::string_view factor, std::optional<network::Part> part) {
  std::string name(factor);
  if (part) name.append("/").append(part_names[static_cast<std::size_t>(*part)]);
  return smaa::stable_key(name);
}

Model model(const Ranking& ranking, std::span<const analysis::TieStrength> strengths, const Catalogue& catalogue,
            Scenario scenario) {
  std::vector<std::string> applicable;
  for (const FactorWeight& weight : ranking.weights) applicable.push_back(weight.factor);
  const Criteria all = criteria(catalogue, applicable);
  if (all.factors.size() != ranking.weights.size())
    throw std::invalid_argument("the ranking was computed with another catalogue");
  Model result;
  result.weights = all.model;
  for (const Factor* factor : all.factors) {
    const auto found = std::ranges::find(ranking.weights, factor->id, &FactorWeight::factor);
    result.criteria.push_back(static_cast<std::size_t>(found - ranking.weights.begin()));
  }
  for (const RankedHousehold& household : in_order(ranking)) {
    smaa::Alternative alternative{smaa::stable_key(household.id), {}};
    for (std::size_t i = 0; i < all.factors.size(); ++i) {
      const Factor& factor = *all.factors[i];
      alternative.values.push_back(factor.item_kind == ItemKind::tie
                                       ? relation_value(household, strengths, factor.id)
                                       : factor_value(household.factors[result.criteria[i]], scenario));
    }
    result.households.push_back(household.id);
    result.alternatives.push_back(std::move(alternative));
  }
  return result;
}

}  // namespace kreds::ranking
