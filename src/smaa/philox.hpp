/// \file
/// Philox2x32-7 for one number and for lanes of numbers. Everything here and in lanes.hpp has internal linkage: the
/// same templates are compiled for several processors, and the linker must not take one for another.
#pragma once

#include <cstdint>

namespace kreds::smaa {
namespace {  // NOLINT(google-build-namespaces): see above

struct LowProduct {
  /// The product of the lower halves.
  std::uint64_t operator()(std::uint64_t a, std::uint64_t b) const { return (a & 0xFFFFFFFFU) * (b & 0xFFFFFFFFU); }
};

template <class Word>
struct Halves {
  Word upper, lower;  ///< in the lower 32 bits of each; what stands above them means nothing
};

/// The counter is {draw, upper half of the stream}, the key its lower half.
template <class Word, class Product>
inline Halves<Word> philox(Word draw, std::uint64_t stream, Product low_product) {
  // The authors publish known answers for 7 and for 10, their default. 7 is a quarter faster over all, and the tests of
  // this layer look at its quality: spread, correlation of neighbours, how each bit stirs the others.
  constexpr int rounds = 7;
  constexpr std::uint32_t multiplier = 0xD256D193U, key_step = 0x9E3779B9U;
  Halves<Word> state{draw, Word{} + (stream >> 32)};
  auto key = static_cast<std::uint32_t>(stream);
  for (int round = 0; round < rounds; ++round, key += key_step) {
    const Word product = low_product(state.upper, Word{} + std::uint64_t{multiplier});
    state = {(product >> 32) ^ state.lower ^ std::uint64_t{key}, product};
  }
  return state;
}

/// 32 and 21 bits below the units of 2^20 and ½: their differences to these are exact, and so is the sum.
template <class Real, class Word>
inline Real unit_interval(const Halves<Word>& bits) {
  const Word upper = (bits.upper & 0xFFFFFFFFU) | 0x4130000000000000U;
  const Word lower = ((bits.lower & 0xFFFFFFFFU) >> 11) | 0x3FE0000000000000U;
  return (__builtin_bit_cast(Real, upper) - 1048576.0) + (__builtin_bit_cast(Real, lower) - 0.5);
}

}  // namespace
}  // namespace kreds::smaa
