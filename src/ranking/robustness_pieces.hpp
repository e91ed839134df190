/// \file
/// The pieces that `robustness` puts together; internal to the layer.
#pragma once

#include "kreds/ranking/robustness.hpp"
#include "pieces.hpp"

namespace kreds::ranking {

/// What all pieces look at: the households in the order of one scenario, and the model drawn from.
struct Setting {
  const Ranking& ranking;
  std::span<const analysis::TieStrength> strengths;
  const Catalogue& catalogue;
  Scenario scenario;
  const Model& model;
  std::vector<const RankedHousehold*> order;  ///< falling central value, equal ones by id
};

/// By falling central value in a scenario, equal ones by id; never by anything else.
bool stands_higher(const RankedHousehold& a, const RankedHousehold& b, Scenario scenario);

/// The tie whose parts make up the relation; none if it is not one tie's (several adults, nobody described).
const analysis::TieStrength* carrying_tie(const RankedHousehold& household,
                                          std::span<const analysis::TieStrength> strengths);

/// Per criterion: one value of a less one value of b.
std::vector<double> differences(const Setting& setting, const RankedHousehold& a, double analysis::Interval::*of_a,
                                const RankedHousehold& b, double analysis::Interval::*of_b);

std::optional<WeightFlip> weight_flip(const Setting& setting, const RankedHousehold& ahead,
                                      const RankedHousehold& behind);
std::vector<AnswerFlip> answer_flips(const Setting& setting, const RankedHousehold& ahead,
                                     const RankedHousehold& behind);
std::vector<MeasureFlip> measure_flips(const Setting& setting, const RankedHousehold& ahead,
                                       const RankedHousehold& behind);

std::vector<OrderChange> order_changes(const Ranking& ranking, const Catalogue& catalogue);

}  // namespace kreds::ranking
