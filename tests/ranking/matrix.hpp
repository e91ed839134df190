/// \file
/// Rankings written down as a matrix of values, to hold the engine against examples worked by hand.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "kreds/ranking/robustness.hpp"

namespace matrix {

using namespace kreds;

/// What is known of one value: what was said, in which share. Nothing: unknown.
struct Known {
  std::vector<std::pair<double, double>> stated;  ///< value, share; the shares add up to 1
};
inline Known exactly(double x) {
  return {{{x, 1}}};
}

inline analysis::Estimate estimate(const Known& known) {
  analysis::Estimate result;
  if (known.stated.empty()) return result;
  result.unknown_share = 0;
  result.interval = {0, 1, 0};
  for (const auto& [x, share] : known.stated) {
    analysis::Share one;
    one.x = x;
    one.share = share;
    result.shares.push_back(one);
    result.interval.central += x * share;
    result.interval.low = std::min(result.interval.low, x);
    result.interval.high = std::max(result.interval.high, x);
  }
  return result;
}

inline ranking::Factor factor(const std::string& id, const std::string& group, int importance) {
  ranking::Factor result;
  result.id = id;
  result.group = group;
  result.importance_class = importance;
  result.values = {0, .25, .5, .75, 1};
  return result;
}

/// Together with what `robustness` needs besides.
struct Example {
  ranking::Catalogue catalogue;
  std::vector<analysis::TieStrength> strengths;
  ranking::Ranking ranking;

  ranking::Robustness robustness(const ranking::RobustnessSettings& settings = {}) const {
    return ranking::robustness(ranking, strengths, catalogue, settings);
  }
};

inline ranking::FactorValue factor_value(const std::string& id, const Known& known) {
  ranking::FactorValue value;
  value.factor = id;
  value.estimate = value.supported_estimate = value.proposed_estimate = estimate(known);
  value.observed = value.supported = value.proposed = value.estimate.interval;
  for (auto& spans : value.spans)
    for (const auto& [x, share] : known.stated) spans.push_back({x, x, x});
  return value;
}

/// A relation of one part that says it all.
inline analysis::TieStrength tie(const Known& known) {
  analysis::TieStrength result;
  for (analysis::PartStrength& part : result.parts) part.applicable = false;
  result.parts[0].applicable = true;
  result.parts[0].weight = 1;
  result.parts[0].estimate = estimate(known);
  result.interval = result.parts[0].estimate.interval;
  return result;
}

/// The first factor of the catalogue is the relation. Rows by household id, in the order of the factors.
inline Example example(ranking::Catalogue catalogue, const std::map<std::string, std::vector<Known>>& rows) {
  Example result;
  catalogue.factors.front().item_kind = ranking::ItemKind::tie;
  result.catalogue = std::move(catalogue);
  std::vector<std::string> all;
  for (const ranking::Factor& one : result.catalogue.factors) all.push_back(one.id);
  result.ranking.weights = ranking::centroid_weights(result.catalogue, all);
  for (const auto& [id, row] : rows) {
    ranking::RankedHousehold household;
    household.id = household.name = id;
    for (std::size_t j = 0; j < row.size(); ++j) household.factors.push_back(factor_value(all[j], row[j]));
    household.relation.carrier = 0;
    household.relation.adults.push_back({0, result.strengths.size(), household.factors.front().supported});
    household.relation.interval = household.factors.front().supported;
    result.strengths.push_back(tie(row.front()));
    std::vector<analysis::Interval> values;
    for (const auto& value : household.factors) values.push_back(value.supported);
    household.value = household.value_now = household.value_proposed =
        ranking::weighted_value(result.ranking.weights, values);
    result.ranking.households.push_back(std::move(household));
  }
  std::ranges::stable_sort(result.ranking.households, std::greater<>{},
                           [](const ranking::RankedHousehold& h) { return h.value.central; });
  return result;
}

}  // namespace matrix
