/// \file
/// Vectors as wide as the processor's, by the vector extensions of g++ and clang. Only arithmetic that rounds alike on
/// each processor, and no fused multiply-add.
#pragma once

#include <cstdint>

#include "philox.hpp"
#include "plan.hpp"

namespace kreds::smaa {
namespace {  // NOLINT(google-build-namespaces): see philox.hpp

// Of this file alone, and with attributes that only a typedef takes on both compilers.
// NOLINTBEGIN(misc-definitions-in-headers,modernize-use-using)
#if defined(__AVX512F__)
constexpr int lane_count = 8;
#elif defined(__AVX2__)
constexpr int lane_count = 4;
#else
constexpr int lane_count = 2;
#endif
typedef double Reals __attribute__((vector_size(lane_count * 8), may_alias));
typedef std::uint64_t Words __attribute__((vector_size(lane_count * 8), may_alias));
typedef std::int64_t Mask __attribute__((vector_size(lane_count * 8), may_alias));  ///< −1 where true, else 0

constexpr int vectors_per_row = draws_per_row / lane_count;
// NOLINTEND(misc-definitions-in-headers,modernize-use-using)

/// clang finds the instruction (pmuludq) by itself; g++ 12 has to be told.
#if defined(__x86_64__) && !defined(__clang__)
typedef int Ints __attribute__((vector_size(lane_count * 8)));
#endif
struct LowProducts {
  Words operator()(Words a, Words b) const {
#if defined(__clang__) || !defined(__x86_64__)
    return (a & 0xFFFFFFFFU) * (b & 0xFFFFFFFFU);
#else
    const auto x = __builtin_bit_cast(Ints, a), y = __builtin_bit_cast(Ints, b);
#if defined(__AVX512F__)
    typedef long long Products __attribute__((vector_size(64)));
    return __builtin_bit_cast(Words, __builtin_ia32_pmuludq512_mask(x, y, Products{}, 0xFF));
#elif defined(__AVX2__)
    return __builtin_bit_cast(Words, __builtin_ia32_pmuludq256(x, y));
#else
    return __builtin_bit_cast(Words, __builtin_ia32_pmuludq128(x, y));
#endif
#endif
  }
};

inline Reals select(Mask where, Reals yes, Reals no) {
  return where ? yes : no;
}
inline Reals smaller(Reals a, Reals b) {
  return a < b ? a : b;
}
inline Reals greater(Reals a, Reals b) {
  return a < b ? b : a;
}

inline Words numbered(std::uint64_t first) {
  Words result = {};
  for (int i = 0; i < lane_count; ++i) result[i] = first + static_cast<std::uint64_t>(i);
  return result;
}

/// The v-th vector of a row.
inline Reals& part(Row& row, int v) {
  return reinterpret_cast<Reals*>(row.lane)[v];
}
inline const Reals& part(const Row& row, int v) {
  return reinterpret_cast<const Reals*>(row.lane)[v];
}

template <class Step>
inline void for_each_part(Step step) {
  for (int v = 0; v < vectors_per_row; ++v) step(v);
}

}  // namespace
}  // namespace kreds::smaa
