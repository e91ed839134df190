/// \file
/// Random numbers by name: each is a pure function of its stream and the number of the draw.
///
/// Philox2x32 with seven rounds (Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11):
/// the draw and the upper half of the stream are the counter, the lower half is the key.
#pragma once

#include <cstdint>

namespace kreds::smaa {

/// 64 random bits of a draw.
std::uint64_t random_bits(std::uint64_t stream, std::uint32_t draw);
/// The upper 53 of them as a number in [0, 1).
double random_uniform(std::uint64_t stream, std::uint32_t draw);

/// The stream of an item of an alternative; part tells apart the numbers that one item needs.
std::uint64_t item_stream(std::uint64_t seed, std::uint64_t alternative, std::uint64_t item, std::uint32_t part);
/// The stream of a number that the weights need; level 0 is that of the groups, g + 1 that inside group g.
std::uint64_t weight_stream(std::uint64_t seed, std::uint32_t level, std::uint32_t index);

}  // namespace kreds::smaa
