/// \file
/// Models for the tests: the worked case of the method, and random ones.
#pragma once

#include <string>
#include <vector>

#include "kreds/smaa/acceptability.hpp"
#include "support/dice.hpp"

namespace kreds::testing {

struct Problem {
  smaa::WeightModel model;
  std::vector<smaa::Alternative> alternatives;
};

inline smaa::Alternative with_points(std::uint64_t key, const std::vector<double>& values) {
  smaa::Alternative result{.key = key};
  for (const double value : values) result.values.push_back(smaa::point(value));
  return result;
}

/// Case M1 of the method: groups {1,1}, {2}, {1,1}, {1}, {1}; top {2,1,1} after a dominant one.
inline Problem worked_case() {
  smaa::Alternative a = with_points(smaa::stable_key("A"), {0.9, 1, 0.5, 0.5, 0.5, 0.75, 1, 0.5});
  smaa::Alternative b = with_points(smaa::stable_key("B"), {0.9, 0, 1, 0.75, 1, 0, 0.25, 1});
  b.values[1] = smaa::unknown(1);
  b.values[5] = smaa::unknown(5);
  smaa::Alternative c = with_points(smaa::stable_key("C"), {0, 0.5, 0.75, 0.75, 0.75, 1, 0, 0.75});
  c.values[0] = {{.choices = {{0.25, 0.25, 1}, {0.75, 0.75, 2}}, .item = 0}};
  return {{.groups = {{1, 1}, {2}, {1, 1}, {1}, {1}}, .top_classes = {2, 1, 1}, .dominant = true}, {a, b, c}};
}

/// ---- random models
/// --------------------------------------------------------------------------------------------------

inline double unit(Dice& dice) {
  return static_cast<double>(dice.next() >> 11U) * 0x1p-53;
}

/// Class sizes with at most `most` members in all.
inline std::vector<int> random_classes(Dice& dice, int most) {
  std::vector<int> sizes;
  for (int left = dice.between(1, most); left > 0; left -= sizes.back()) sizes.push_back(dice.between(1, left));
  return sizes;
}

inline smaa::WeightModel random_weights(Dice& dice) {
  smaa::WeightModel model;
  model.top_classes = random_classes(dice, 4);
  model.dominant = dice.chance(50);
  int groups = model.dominant ? 1 : 0;
  for (const int size : model.top_classes) groups += size;
  for (int g = 0; g < groups; ++g) model.groups.push_back(random_classes(dice, 5));
  return model;
}

inline smaa::Choice random_choice(Dice& dice) {
  const double low = dice.between(0, 4) / 4.0;
  const double high = dice.chance(70) ? low : low + (1 - low) * unit(dice);
  return {low, high, 0.1 + unit(dice)};
}

inline smaa::Term random_term(Dice& dice, std::uint64_t item) {
  smaa::Term term{.item = item};
  if (dice.chance(20)) {
    term.unknown = 1;
    return term;
  }
  for (int i = dice.chance(50) ? 1 : dice.between(2, 4); i > 0; --i) term.choices.push_back(random_choice(dice));
  if (dice.chance(40)) term.unknown = unit(dice);
  return term;
}

inline smaa::Alternative random_alternative(Dice& dice, const smaa::WeightModel& model, std::uint64_t key) {
  smaa::Alternative result{.key = key};
  for (int j = 0; j < smaa::criterion_count(model); ++j) {
    smaa::Value value;
    const int terms = dice.chance(80) ? 1 : dice.between(2, 3);
    for (int t = 0; t < terms; ++t) {
      value.push_back(random_term(dice, static_cast<std::uint64_t>(10 * j + t)));
      value.back().weight = terms == 1 ? 1 : unit(dice);
    }
    result.values.push_back(value);
  }
  return result;
}

inline Problem random_problem(std::uint64_t seed) {
  Dice dice(seed);
  Problem problem{random_weights(dice), {}};
  const int count = dice.between(2, 5);
  for (int h = 0; h < count; ++h)
    problem.alternatives.push_back(
        random_alternative(dice, problem.model, smaa::stable_key("household " + std::to_string(h))));
  return problem;
}

inline smaa::Acceptability solved(const Problem& problem, const smaa::Sampling& sampling = {}) {
  return smaa::acceptability(problem.model, problem.alternatives, sampling);
}

}  // namespace kreds::testing
