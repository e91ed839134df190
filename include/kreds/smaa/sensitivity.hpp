/// \file
/// What would turn an order, and what it is worth to ask.
#pragma once

#include <optional>
#include <span>

#include "kreds/smaa/weights.hpp"

namespace kreds::smaa {

/// The weight W1* of the dominant group at which two alternatives change places, the other groups keeping their
/// proportions: W1* = Dr/(Dr − D1), D1 the difference in the dominant group, Dr = Σ_{g≥2} W̄_g D_g / (1 − W̄_1), both
/// with central weights inside. None without a dominant group, or if it does not lie between ½ and 1: at the very ends
/// the two are equal at most, so nothing turns. One difference (a − b) per criterion.
std::optional<double> weight_flip(const WeightModel& model, std::span<const double> differences);

/// How much one criterion of this weight must change to make up a gap: δ/w. Infinite if the weight is 0.
double needed_change(double gap, double weight);

/// Expected rise of the best central score when one open item becomes known that is uniform over a width ρ.
/// weight = w̄_j ρ; gap = score of the alternative − best other score: (w/2)(½ − |δ|/w)² if |δ| < w/2, else 0.
double value_of_information(double weight, double gap);

}  // namespace kreds::smaa
