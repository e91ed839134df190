#include "kreds/smaa/random.hpp"

#include <bit>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <vector>

using namespace kreds::smaa;

namespace {

using Numbers = std::function<double(std::uint32_t)>;

/// Distance of chi-square from its mean in standard deviations, 256 equal parts of [0, 1).
double unevenness(const Numbers& number, std::uint32_t count) {
  constexpr std::size_t parts = 256;
  std::vector<double> seen(parts);
  for (std::uint32_t i = 0; i < count; ++i) ++seen[static_cast<std::size_t>(number(i) * parts)];
  const double expected = count / static_cast<double>(parts);
  double chi_square = 0;
  for (const double n : seen) chi_square += (n - expected) * (n - expected) / expected;
  return (chi_square - (parts - 1)) / std::sqrt(2.0 * (parts - 1));
}

/// Correlation times √n: about standard normal for independent numbers.
double correlation(const Numbers& x, const Numbers& y, std::uint32_t count) {
  double sum = 0;
  for (std::uint32_t i = 0; i < count; ++i) sum += (x(i) - 0.5) * (y(i) - 0.5);
  return sum / count * 12 * std::sqrt(static_cast<double>(count));
}

}  // namespace

// Known answers of the authors' Random123: philox2x32 7, counter {0, 0} key 0 → 257a3673 cd26be2a; all ones →
// ab302c4d 3dc9d239; counter {243f6a88, 85a308d3} key 13198a2e → bedbbe6b e4c770b3. Here the counter is {draw, upper
// half of the stream} and the key its lower half.
TEST_CASE("the generator gives the known answers of its authors", "[smaa][random]") {
  CHECK(random_bits(0, 0) == 0x257A3673CD26BE2AU);
  CHECK(random_bits(0xFFFFFFFFFFFFFFFFU, 0xFFFFFFFFU) == 0xAB302C4D3DC9D239U);
  CHECK(random_bits(0x85A308D313198A2EU, 0x243F6A88U) == 0xBEDBBE6BE4C770B3U);
}

TEST_CASE("a uniform is the upper 53 bits", "[smaa][random]") {
  for (std::uint32_t draw = 0; draw < 1000; ++draw)
    REQUIRE(random_uniform(42, draw) == static_cast<double>(random_bits(42, draw) >> 11U) * 0x1p-53);
}

TEST_CASE("numbers are spread evenly along draws and along items and along alternatives", "[smaa][random]") {
  constexpr std::uint32_t count = 200'000;
  const auto along_draws = [](std::uint32_t i) { return random_uniform(item_stream(1, 2, 3, 0), i); };
  const auto along_items = [](std::uint32_t i) { return random_uniform(item_stream(1, 2, i, 0), 0); };
  const auto along_alternatives = [](std::uint32_t i) { return random_uniform(item_stream(1, i, 3, 0), 0); };
  const auto along_seeds = [](std::uint32_t i) { return random_uniform(item_stream(i, 2, 3, 0), 5); };
  const auto along_weights = [](std::uint32_t i) { return random_uniform(weight_stream(1, i % 10, i / 10), 5); };
  for (const Numbers& numbers :
       std::vector<Numbers>{along_draws, along_items, along_alternatives, along_seeds, along_weights})
    CHECK(std::abs(unevenness(numbers, count)) < 4);
}

TEST_CASE("neighbours are not correlated", "[smaa][random]") {
  constexpr std::uint32_t count = 100'000;
  const auto item = [](std::uint64_t alternative, std::uint64_t which, std::uint32_t part) -> Numbers {
    const auto stream = item_stream(9, alternative, which, part);
    return [stream](std::uint32_t draw) { return random_uniform(stream, draw); };
  };
  const Numbers one = item(1, 1, 0);
  const Numbers next_draw = [&](std::uint32_t draw) { return one(draw + 1); };
  const Numbers row_apart = [&](std::uint32_t draw) { return one(draw + 64); };
  const Numbers a_weight = [stream = weight_stream(9, 1, 1)](std::uint32_t draw) {
    return random_uniform(stream, draw);
  };
  for (const Numbers& other :
       {next_draw, row_apart, a_weight, item(1, 2, 0), item(2, 1, 0), item(1, 1, 1), item(1, 1ULL << 63, 0)})
    CHECK(std::abs(correlation(one, other, count)) < 4);
}

// A changed bit of the draw or the stream changes each of the 64 bits half of the time: 32 of 64 on average, and the
// mean of 64,000 such counts (variance 16) lies within 4 · 4/√64000 = .063 of it.
TEST_CASE("each bit of draw and stream stirs half of all bits", "[smaa][random]") {
  constexpr std::uint32_t count = 2000;
  double from_draw = 0, from_stream = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint64_t stream = item_stream(1, 2, i, 0);
    const auto bits = random_bits(stream, i);
    for (std::uint32_t bit = 0; bit < 32; ++bit)
      from_draw += std::popcount(bits ^ random_bits(stream, i ^ (1U << bit)));
    for (std::uint32_t bit = 0; bit < 64; ++bit)
      from_stream += std::popcount(bits ^ random_bits(stream ^ (std::uint64_t{1} << bit), i));
  }
  CHECK(std::abs(from_draw / (32.0 * count) - 32) < 0.063);
  CHECK(std::abs(from_stream / (64.0 * count) - 32) < 0.063);
}
