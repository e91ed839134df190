#include "kreds/smaa/values.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>

using namespace kreds::smaa;

namespace {

struct Moments {
  double mean, least, greatest, error;
};

Moments moments(const Value& value) {
  constexpr int draws = 50'000;
  Moments result{0, 1e9, -1e9, 0};
  double squares = 0;
  for (const auto& row : drawn_values({.key = 5, .values = {value}}, 11, 0, draws)) {
    result.mean += row[0] / draws;
    squares += row[0] * row[0] / draws;
    result.least = std::min(result.least, row[0]);
    result.greatest = std::max(result.greatest, row[0]);
  }
  result.error = std::sqrt(std::max(0.0, squares - result.mean * result.mean) / draws);
  return result;
}

/// Drawn values have the mean that is said, stay inside the bounds that are said, and come near to them.
void check_drawn(const Value& value) {
  const Moments seen = moments(value);
  const double width = highest(value) - lowest(value);
  CHECK(std::abs(seen.mean - central(value)) <= 4 * seen.error + 1e-12);
  CHECK(seen.least >= lowest(value) - 1e-12);
  CHECK(seen.greatest <= highest(value) + 1e-12);
  CHECK(seen.least <= lowest(value) + width * 0.02);
  CHECK(seen.greatest >= highest(value) - width * 0.02);
}

}  // namespace

// FNV-1a, 64 bits, published answers: "" → cbf29ce484222325, "a" → af63dc4c8601ec8c, "foobar" → 85944171f73967e8.
TEST_CASE("keys of names are the same everywhere", "[smaa][values]") {
  CHECK(stable_key("") == 0xCBF29CE484222325U);
  CHECK(stable_key("a") == 0xAF63DC4C8601EC8CU);
  CHECK(stable_key("foobar") == 0x85944171F73967E8U);
}

// Two fresh statements 1 (reliability 1) and .25 (½): mean (2·1 + .25)/3 = .75, from .25 to 1.
// One statement of 1, half faded: .5·1 + .5·½ = .75, from .5 to 1.
// A fresh 1 (weight 1) and a faded .5 (weight ¼): mean (1 + .125)/1.25 = .9, from .5 to 1.
TEST_CASE("mean and bounds follow the formulas", "[smaa][values]") {
  const Value two{{.choices = {{1, 1, 2}, {0.25, 0.25, 1}}, .item = 1}};
  CHECK(central(two) == Approx(0.75).epsilon(1e-15));
  CHECK(lowest(two) == 0.25);
  CHECK(highest(two) == 1);
  const Value faded{{.choices = {{1, 1, 1}}, .unknown = 0.5, .item = 1}};
  CHECK(central(faded) == 0.75);
  CHECK(lowest(faded) == 0.5);
  CHECK(highest(faded) == 1);
  const Value mixed{{.choices = {{1, 1, 1}, {0.5, 0.5, 0.25}}, .item = 1}};
  CHECK(central(mixed) == Approx(0.9).epsilon(1e-15));
  CHECK(central(unknown(1)) == 0.5);
  CHECK(lowest(unknown(1)) == 0);
  CHECK(highest(unknown(1)) == 1);
  CHECK(central(uniform(0.25, 0.75, 1)) == 0.5);
  const Value burden{{.weight = -2, .choices = {{0.25, 0.75, 1}}, .item = 1}};
  CHECK(lowest(burden) == -1.5);
  CHECK(highest(burden) == -0.5);
}

TEST_CASE("drawn values have the mean and the bounds that are said", "[smaa][values]") {
  check_drawn(point(0.3));
  check_drawn(unknown(4));
  check_drawn(uniform(0.2, 0.9, 4));
  check_drawn({{.choices = {{1, 1, 2}, {0.25, 0.25, 1}}, .unknown = 0.3, .item = 4}});
  check_drawn({{.choices = {{0, 0.1, 1}, {0.5, 0.5, 1}, {0.8, 1, 0.5}}, .item = 4}});
  check_drawn({{.weight = 0.7, .choices = {{0.1, 0.4, 1}, {0.5, 0.5, 2}}, .unknown = 0.3, .item = 4}});
  check_drawn({{.weight = -2, .choices = {{0.25, 0.75, 1}}, .item = 4}});
}

// Shares of three points 1 : 2 : 5 of 50,000 draws; standard error at most √(.25/50000) = .00224.
TEST_CASE("choices come up as often as their probabilities say", "[smaa][values]") {
  const Value value{{.choices = {{0, 0, 1}, {0.5, 0.5, 2}, {1, 1, 5}}, .item = 4}};
  double zero = 0, half = 0;
  for (const auto& row : drawn_values({.key = 5, .values = {value}}, 1, 0, 50'000)) {
    if (row[0] == 0) ++zero;
    if (row[0] == 0.5) ++half;
  }
  CHECK(std::abs(zero / 50'000 - 0.125) < 4 * 0.00224);
  CHECK(std::abs(half / 50'000 - 0.25) < 4 * 0.00224);
}

// Which informant is right and where the unknown lies must not depend on each other, though both come from one uniform:
// y = .5 x + .5 U with x = 0 or 1; the mean of U is ½ under each, standard error √(1/12/25000) = .0018.
TEST_CASE("the choice and the unknown part are independent", "[smaa][values]") {
  const Value value{{.choices = {{0, 0, 1}, {1, 1, 1}}, .unknown = 0.5, .item = 4}};
  double low_sum = 0, low_count = 0, high_sum = 0, high_count = 0;
  for (const auto& row : drawn_values({.key = 5, .values = {value}}, 1, 0, 50'000)) {
    const bool high = row[0] >= 0.5;
    (high ? high_sum : low_sum) += (row[0] - (high ? 0.5 : 0)) * 2;
    ++(high ? high_count : low_count);
  }
  CHECK(std::abs(low_sum / low_count - 0.5) < 4 * 0.0019);
  CHECK(std::abs(high_sum / high_count - 0.5) < 4 * 0.0019);
}

TEST_CASE("terms with one item move together and those with two do not", "[smaa][values]") {
  const Value same{{.weight = 1, .unknown = 1, .item = 4}, {.weight = -1, .unknown = 1, .item = 4}};
  const Value different{{.weight = 1, .unknown = 1, .item = 4}, {.weight = -1, .unknown = 1, .item = 5}};
  CHECK(moments(same).error == 0);
  CHECK(moments(different).error > 0);
}

TEST_CASE("values without sense are refused with a sentence", "[smaa][values]") {
  const WeightModel one{.groups = {{1}}};
  const auto refused = [&](const Term& term) {
    CHECK_THROWS_AS(require_sound(one, {{.key = 1, .values = {{term}}}}), std::invalid_argument);
  };
  refused({.choices = {}, .unknown = 0.5});
  refused({.choices = {{0, 1, 1}}, .unknown = 1.5});
  refused({.choices = {{1, 0, 1}}});
  refused({.choices = {{0, 1, 0}}});
  refused({.choices = {{std::numeric_limits<double>::quiet_NaN(), 1, 1}}});
  refused({.weight = std::numeric_limits<double>::infinity(), .choices = {{0, 1, 1}}});
  CHECK_THROWS_WITH(require_sound(one, {{.key = 1, .values = {}}}),
                    "an alternative that does not have one value per criterion");
  CHECK_THROWS_WITH(require_sound(one, {{.key = 1, .values = {point(0)}}, {.key = 1, .values = {point(0)}}}),
                    "two alternatives with one key");
}
