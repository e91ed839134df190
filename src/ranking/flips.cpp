#include <algorithm>
#include <map>

#include "kreds/smaa/sensitivity.hpp"
#include "robustness_pieces.hpp"

namespace kreds::ranking {
namespace {

constexpr double level_of_a_part = 0.25;  ///< parts of a tie have different scales; chosen, not measured

/// The step of the factor's scale that lies on this side of a value; 0 at its end.
double step_up(const Factor& factor, double value) {
  const auto above = std::ranges::find_if(factor.values, [&](double level) { return is_higher(level, value); });
  if (above == factor.values.end()) return 0;
  return above == factor.values.begin() ? *above : *above - *std::prev(above);
}
double step_down(const Factor& factor, double value) {
  const auto not_below = std::ranges::find_if(factor.values, [&](double level) { return !is_higher(value, level); });
  if (not_below == factor.values.begin()) return 0;
  return (not_below == factor.values.end() ? 1 : *not_below) - *std::prev(not_below);
}

double gap(const Setting& setting, const RankedHousehold& ahead, const RankedHousehold& behind) {
  return value_in(ahead, setting.scenario).central - value_in(behind, setting.scenario).central;
}

/// A change of one answer, if it is possible at all and worth telling.
void add_answer(std::vector<AnswerFlip>& flips, AnswerFlip flip, const analysis::Interval& value, double step) {
  const double after = value.central + flip.needed;
  if (after < -rounding || after > 1 + rounding) return;
  flip.within_one_level = std::abs(flip.needed) <= step + rounding;
  flip.inside_interval = after >= value.low - rounding && after <= value.high + rounding;
  if (flip.within_one_level || flip.inside_interval) flips.push_back(std::move(flip));
}

void add_answers_of(const Setting& setting, const RankedHousehold& household, double lead, int direction,
                    std::vector<AnswerFlip>& flips) {
  const analysis::TieStrength* tie = carrying_tie(household, setting.strengths);
  for (std::size_t j = 0; j < setting.ranking.weights.size(); ++j) {
    const FactorWeight& weight = setting.ranking.weights[j];
    const Factor& factor = *find_factor(setting.catalogue, weight.factor);
    const auto needed = [&](double share) {
      return direction * smaa::needed_change(lead, weight.overall.value() * share);
    };
    if (factor.item_kind == ItemKind::tie && tie != nullptr) {
      for (std::size_t p = 0; p < network::part_count; ++p) {
        const analysis::PartStrength& part = tie->parts[p];
        if (part.applicable)
          add_answer(flips, {household.id, factor.id, static_cast<network::Part>(p), needed(part.weight), false, false},
                     part.estimate.interval, level_of_a_part);
      }
    } else {
      const analysis::Interval& value = value_in(household.factors[j], setting.scenario);
      add_answer(flips, {household.id, factor.id, std::nullopt, needed(1), false, false}, value,
                 direction > 0 ? step_up(factor, value.central) : step_down(factor, value.central));
    }
  }
}

}  // namespace

std::optional<WeightFlip> weight_flip(const Setting& setting, const RankedHousehold& ahead,
                                      const RankedHousehold& behind) {
  if (!setting.model.weights.dominant || !is_higher(gap(setting, ahead, behind), 0)) return std::nullopt;
  const auto at = smaa::weight_flip(setting.model.weights, differences(setting, ahead, &analysis::Interval::central,
                                                                       behind, &analysis::Interval::central));
  if (!at) return std::nullopt;
  const std::string& dominant = setting.ranking.weights[setting.model.criteria.front()].group;
  double now = 0;
  for (const FactorWeight& weight : setting.ranking.weights)
    if (weight.group == dominant) now += weight.overall.value();
  return WeightFlip{*at, now, *at > now};
}

std::vector<AnswerFlip> answer_flips(const Setting& setting, const RankedHousehold& ahead,
                                     const RankedHousehold& behind) {
  std::vector<AnswerFlip> flips;
  const double lead = gap(setting, ahead, behind);
  if (!is_higher(lead, 0)) return flips;  // equal already
  add_answers_of(setting, ahead, lead, -1, flips);
  add_answers_of(setting, behind, lead, +1, flips);
  std::ranges::stable_sort(flips, {}, [](const AnswerFlip& flip) { return std::abs(flip.needed); });
  return flips;
}

std::vector<MeasureFlip> measure_flips(const Setting& setting, const RankedHousehold& ahead,
                                       const RankedHousehold& behind) {
  if (setting.scenario != Scenario::granted) return {};
  std::map<std::string, MeasureFlip> by_measure;
  for (std::size_t j = 0; j < ahead.factors.size(); ++j) {
    const FactorValue& factor = ahead.factors[j];
    for (const WithoutMeasure& without : factor.without) {
      const auto [found, is_new] = by_measure.try_emplace(
          without.measure, MeasureFlip{ahead.id, without.measure, {}, gap(setting, ahead, behind)});
      found->second.factors.push_back(factor.factor);
      found->second.gap_without -=
          setting.ranking.weights[j].overall.value() * (factor.supported.central - without.value.central);
    }
  }
  std::vector<MeasureFlip> flips;
  for (auto& [measure, flip] : by_measure)
    if (!is_higher(flip.gap_without, 0)) flips.push_back(std::move(flip));
  return flips;
}

}  // namespace kreds::ranking
