/// \file
/// A model made ready for the kernels: streams, sorting networks, and each uncertain number as a piecewise linear
/// function of one uniform. Plain data without functions of the standard library, see philox.hpp.
#pragma once

#include <cstdint>

namespace kreds::smaa {

/// Draws go in rows: one number per draw, side by side.
constexpr int draws_per_row = 64;
struct Row {
  alignas(64) double lane[draws_per_row];
};

/// Sums are kept in eight parts, draw i in part i mod 8, so that each width of vector adds in the same order.
constexpr int parts_per_sum = 8;
struct PartialSum {
  alignas(64) double part[parts_per_sum];
};

/// A span; always inlined so that no processor's version of it can reach another's code.
template <class Item>
struct Slice {
  const Item* first = nullptr;
  int count = 0;
  __attribute__((always_inline)) const Item* begin() const { return first; }
  __attribute__((always_inline)) const Item* end() const { return first + count; }
  __attribute__((always_inline)) const Item& operator[](int i) const { return first[i]; }
};

/// Puts the smaller of two rows, draw by draw, in the one place and the greater in the other.
struct Comparator {
  int smaller = 0, greater = 0;
};

/// Swaps row `last` with one of the rows first … last, chosen by a uniform: a step of Fisher and Yates's shuffle.
struct ShuffleStep {
  std::uint64_t stream = 0;
  int first = 0, last = 0;
};

/// Uniform weights of one level: spacings of sorted uniforms, sorted, members of one class in random order.
/// Uniform on {W_1 ≥ ½}: half of all to the first, the other half divided uniformly among all.
struct LevelPlan {
  int members = 0;
  bool dominant = false;
  Slice<std::uint64_t> streams = {};     ///< members − 1 uniforms
  Slice<Comparator> sort_uniforms = {};  ///< upwards
  Slice<Comparator> sort_spacings = {};  ///< downwards, without the dominant one; none where all are of one class
  Slice<ShuffleStep> shuffle = {};
};

/// y = base + slope · u where u ≥ from.
struct Segment {
  double from = 0, base = 0, slope = 0;
};
struct Piece {
  std::uint64_t stream = 0;
  Slice<Segment> segments;  ///< upwards
};
struct CertainValue {
  int criterion = 0;
  double value = 0;
};
struct UncertainValue {
  int criterion = 0;
  double certain = 0;  ///< to be added to the sum of the pieces
  Slice<Piece> pieces;
};
struct AlternativePlan {
  double centre = 0;  ///< about where its overall values lie; only to keep sums of squares accurate
  Slice<CertainValue> certain;
  Slice<UncertainValue> uncertain;
};

struct Plan {
  int criteria = 0;
  LevelPlan top;
  Slice<LevelPlan> groups;
  Slice<AlternativePlan> alternatives;
};

}  // namespace kreds::smaa
