/// \file
/// The inner loops, once per set of instructions. All kernels give the same bits.
#pragma once

#include <cstdint>

#include "plan.hpp"

namespace kreds::smaa {

/// Room for the rows of one worker.
struct Workspace {
  Row* groups = nullptr;   ///< one per group
  Row* weights = nullptr;  ///< one per criterion
  Row* values = nullptr;   ///< one per criterion
  Row* scores = nullptr;   ///< one per alternative
  Row* extra = nullptr;    ///< one per alternative
};

/// Draws first … end − 1; first is a multiple of draws_per_row.
struct DrawRange {
  int first = 0, end = 0;
};

/// What the draws add up to; H alternatives, J criteria.
struct Tally {
  std::int64_t* better = nullptr;       ///< [a·H + b]: draws in which a is strictly better than b
  std::int64_t* ranks = nullptr;        ///< [h·H + r]: draws in which r are strictly better than h
  PartialSum* first_weights = nullptr;  ///< [h·J + j]: sum of the weights where h is first
  PartialSum* scores = nullptr;         ///< [h]: sum of score − centre
  PartialSum* squares = nullptr;        ///< [h]: sum of its square
};

/// Alternatives with weights of their own: is it first with these?
struct Candidates {
  Slice<int> alternatives;
  Slice<double> weights;  ///< [candidate · J + criterion]
  Slice<double> certain;  ///< [candidate · H + alternative]: Σ weight · value over the certain values
};

struct Kernel {
  /// Rows of weights of 64 draws from `first` on.
  void (*draw_weights)(const Plan& plan, int first, Workspace& room);
  /// Rows of the values of one alternative, one per criterion.
  void (*draw_values)(const AlternativePlan& alternative, int first, Row* rows);
  void (*count)(const Plan& plan, DrawRange draws, Workspace& room, Tally& tally);
  /// Adds to firsts[candidate] the draws of values in which the candidate is first.
  void (*count_firsts)(const Plan& plan, const Candidates& candidates, DrawRange draws, Workspace& room,
                       std::int64_t* firsts);
};

extern const Kernel kernel_plain;
#if defined(__x86_64__)
extern const Kernel kernel_v2, kernel_v3, kernel_v4;
#endif

}  // namespace kreds::smaa
