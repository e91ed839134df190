/// \file
/// What is known about the alternatives: values that may be certain, uncertain, disputed or unknown.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "kreds/smaa/weights.hpp"

namespace kreds::smaa {

/// One of several things that may hold: a point (low == high) or anything in [low, high], uniformly.
struct Choice {
  double low = 0, high = 0;
  double probability = 1;  ///< positive; relative to the other choices of the term, need not add up to 1
};

/// One uncertain number: y = (1 − unknown) · x + unknown · U, where x is one of the choices and U uniform on [0, 1].
/// Examples  a point .75:                      {.choices = {{.75, .75}}}
///           nothing known:                    {.unknown = 1, .item = …}
///           two informants, one sure to ⅔:    {.choices = {{.75, .75, 2}, {.25, .25, 1}}, .item = …}
struct Term {
  double weight = 1;                 ///< of this term in the value
  std::vector<Choice> choices = {};  ///< may be empty if unknown is 1
  double unknown = 0;                ///< p_0, from 0 to 1
  /// Names the random number: terms of one alternative with the same item move together, so give different items
  /// different keys (`stable_key` of a name, or a number).
  std::uint64_t item = 0;
};

/// Value of one alternative on one criterion: Σ weight · y over the terms. More is better.
using Value = std::vector<Term>;

/// Stable from run to run and machine to machine: 64-bit FNV-1a of the bytes.
std::uint64_t stable_key(std::string_view name);

Value point(double value);
Value uniform(double low, double high, std::uint64_t item);
Value unknown(std::uint64_t item);  ///< uniform on [0, 1]

double central(const Value& value);  ///< mean
double lowest(const Value& value);
double highest(const Value& value);

struct Alternative {
  std::uint64_t key = 0;           ///< its own among the alternatives; names its random numbers
  std::vector<Value> values = {};  ///< one per criterion, in the order of the weight model
};

/// Throws std::invalid_argument with a sentence if numbers are not finite, probabilities not positive, `unknown`
/// outside [0, 1], spans upside down, choices missing, the count of values wrong, or two alternatives have one key.
void require_sound(const WeightModel& model, const std::vector<Alternative>& alternatives);

/// Values of the draws first … first + count − 1, [draw][criterion]: the very numbers that `acceptability` uses.
std::vector<std::vector<double>> drawn_values(const Alternative& alternative, std::uint64_t seed, int first, int count);

}  // namespace kreds::smaa
