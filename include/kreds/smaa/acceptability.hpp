/// \file
/// SMAA-2 (Lahdelma & Salminen 2001): in which share of all weights and answers is an alternative first, second, …?
///
/// Example  A = (1, 0, 1) and B = (0, 1, 0) under any weights: A is first in ¾, with weights (7/18, 4/18, 7/18) on
/// average.
///   acceptability({.groups = {{3}}}, {{1, {point(1), point(0), point(1)}}, {2, {point(0), point(1), point(0)}}});
///
/// A random number depends on the seed, the draw and its item alone (counter-based: Philox2x32-7, Salmon et al. 2011),
/// so that the order of alternatives, added alternatives and the number of threads change nothing; sums are taken in a
/// fixed order, so that results are the same bit for bit on each processor.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "kreds/smaa/values.hpp"
#include "kreds/smaa/weights.hpp"

namespace kreds::smaa {

/// Instructions to compute with; the results are the same.
enum class Instructions { plain, v2, v3, v4 };
/// Those that this processor has, plain first, best last.
std::vector<Instructions> available_instructions();

struct Sampling {
  std::uint64_t seed = 1;
  int draws = 20'000;
  int threads = 1;                                ///< 0: as many as the machine has
  std::optional<Instructions> instructions = {};  ///< none: the best
};

struct Acceptability {
  struct OfAlternative {
    std::vector<double> ranks = {};  ///< share of rank 1, 2, …; rank = 1 + number strictly better, equals share a rank
    double expected_rank = 0;        ///< Σ r · share
    double expected_rank_error = 0;  ///< standard error
    double mean_value = 0;
    double mean_value_error = 0;  ///< standard error
    /// Mean of the weights with which it is first; none if it never is.
    std::optional<std::vector<double>> central_weights = {};
    /// Share of the draws of values in which it is first with its central weights; none without them.
    std::optional<double> confidence = {};
  };
  int draws = 0;
  std::vector<OfAlternative> alternatives = {};  ///< in the order given
  /// [a][b]: share in which a is better than b, equals counting half; ahead[a][b] + ahead[b][a] = 1, ½ on the diagonal.
  std::vector<std::vector<double>> ahead = {};
  /// −Σ b log2 b over the shares b of rank 1, in bits: 0 when one is always first.
  double choice_entropy = 0;
};

/// Values whose first 40 binary digits agree count as equal, so that rounding decides nothing.
/// Throws std::invalid_argument as `require_sound` does, and if draws < 1 or threads < 0.
Acceptability acceptability(const WeightModel& model, const std::vector<Alternative>& alternatives,
                            const Sampling& sampling = {});

/// Standard error of a share seen in so many draws: √(p(1 − p)/n).
double standard_error(double share, int draws);

}  // namespace kreds::smaa
