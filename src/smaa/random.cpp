#include "kreds/smaa/random.hpp"

#include <initializer_list>

#include "philox.hpp"

namespace kreds::smaa {

namespace {

/// The finalizer of SplitMix64 (Steele, Lea & Flood 2014; Stafford's variant 13): a bijection that stirs well.
std::uint64_t stirred(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31);
}

std::uint64_t joined(std::uint64_t hash, std::uint64_t next) {
  return stirred(hash + 0x9E3779B97F4A7C15U) ^ next;
}

enum class Purpose : std::uint64_t { item, weight };

std::uint64_t stream(Purpose purpose, std::uint64_t seed, std::uint64_t a, std::uint64_t b, std::uint64_t c) {
  auto hash = static_cast<std::uint64_t>(purpose);
  for (const std::uint64_t next : {seed, a, b, c}) hash = joined(hash, next);
  return stirred(hash + 0x9E3779B97F4A7C15U);
}

Halves<std::uint64_t> halves(std::uint64_t stream, std::uint32_t draw) {
  return philox(std::uint64_t{draw}, stream, LowProduct{});
}

}  // namespace

std::uint64_t random_bits(std::uint64_t stream, std::uint32_t draw) {
  const auto bits = halves(stream, draw);
  return bits.upper << 32 | (bits.lower & 0xFFFFFFFFU);
}

double random_uniform(std::uint64_t stream, std::uint32_t draw) {
  return unit_interval<double>(halves(stream, draw));
}

std::uint64_t item_stream(std::uint64_t seed, std::uint64_t alternative, std::uint64_t item, std::uint32_t part) {
  return stream(Purpose::item, seed, alternative, item, part);
}

std::uint64_t weight_stream(std::uint64_t seed, std::uint32_t level, std::uint32_t index) {
  return stream(Purpose::weight, seed, level, index, 0);
}

}  // namespace kreds::smaa
