#include "kreds/smaa/acceptability.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>

#include "models.hpp"

using namespace kreds::smaa;
using kreds::testing::with_points;

namespace {

constexpr int many = 200'000;
/// Four standard errors of a share, at most 4 · √(.25/200000) = .0045; means of weights vary less.
constexpr double margin = 0.0045;

void check_near(const std::vector<double>& seen, const std::vector<double>& expected) {
  REQUIRE(seen.size() == expected.size());
  for (std::size_t i = 0; i < seen.size(); ++i) CHECK(std::abs(seen[i] - expected[i]) <= margin);
}

const WeightModel two{.groups = {{2}}}, three{.groups = {{3}}};

}  // namespace

// A = (1, 0) is best where w1 > .6, B = (0, 1) where w1 < .4, C = (.6, .6) in between; A is second where .5 < w1 < .6.
TEST_CASE("a compromise between two extremes", "[smaa][acceptability]") {
  const auto result =
      acceptability(two, {with_points(1, {1, 0}), with_points(2, {0, 1}), with_points(3, {.6, .6})}, {.draws = many});
  check_near(result.alternatives[0].ranks, {.4, .1, .5});
  check_near(result.alternatives[1].ranks, {.4, .1, .5});
  check_near(result.alternatives[2].ranks, {.2, .8, 0});
  check_near({result.alternatives[0].expected_rank / 3, result.alternatives[2].expected_rank / 3}, {2.1 / 3, 1.8 / 3});
  CHECK(result.choice_entropy == Approx(-.8 * std::log2(.4) - .2 * std::log2(.2)).margin(0.02));
  // Certain values: with its central weights each is first for sure, A and B at w1 = .8 and .2, C at .5.
  for (const auto& alternative : result.alternatives) CHECK(*alternative.confidence == 1);
  check_near(*result.alternatives[0].central_weights, {.8, .2});
  check_near(*result.alternatives[2].central_weights, {.5, .5});
}

// The example of JSMAA: A = (1, 0, 1), B = (0, 1, 0); A is first where w2 < ½.
TEST_CASE("the published example of two alternatives", "[smaa][acceptability]") {
  const auto result = acceptability(three, {with_points(1, {1, 0, 1}), with_points(2, {0, 1, 0})}, {.draws = many});
  check_near(result.alternatives[0].ranks, {3. / 4, 1. / 4});
  check_near(result.alternatives[1].ranks, {1. / 4, 3. / 4});
  check_near(*result.alternatives[0].central_weights, {7. / 18, 4. / 18, 7. / 18});
  check_near(*result.alternatives[1].central_weights, {1. / 6, 2. / 3, 1. / 6});
  check_near({result.ahead[0][1], result.ahead[1][0]}, {3. / 4, 1. / 4});
}

TEST_CASE("three specialists share the weights evenly", "[smaa][acceptability]") {
  const auto result = acceptability(
      three, {with_points(1, {1, 0, 0}), with_points(2, {0, 1, 0}), with_points(3, {0, 0, 1})}, {.draws = many});
  for (std::size_t h = 0; h < 3; ++h) {
    check_near({result.alternatives[h].ranks[0]}, {1. / 3});
    std::vector<double> expected(3, 7. / 36);
    expected[h] = 11. / 18;
    check_near(*result.alternatives[h].central_weights, expected);
  }
  CHECK(result.choice_entropy == Approx(std::log2(3.0)).margin(0.001));
}

TEST_CASE("equals share the first rank", "[smaa][acceptability]") {
  const auto result =
      acceptability(three, {with_points(1, {.3, .3, .3}), with_points(2, {.3, .3, .3}), with_points(3, {.3, .3, .3})});
  for (const auto& alternative : result.alternatives) {
    CHECK(alternative.ranks == std::vector<double>{1, 0, 0});
    CHECK(alternative.expected_rank == 1);
    CHECK(*alternative.confidence == 1);
    for (const double w : *alternative.central_weights) CHECK(std::abs(w - 1. / 3) < 4 * std::sqrt(1. / 18 / 20'000));
  }
  for (const auto& row : result.ahead)
    for (const double share : row) CHECK(share == 0.5);
  CHECK(result.choice_entropy == 0);
}

// .1 + .2 is not .3 in binary, and must not be a lead.
TEST_CASE("values that differ by rounding alone are equal", "[smaa][acceptability]") {
  Alternative sum{.key = 1, .values = {point(.1), point(.5)}};
  sum.values[0].push_back(point(.2)[0]);
  REQUIRE(.1 + .2 != .3);
  const auto result = acceptability(two, {sum, with_points(2, {.3, .5})}, {.draws = 1000});
  CHECK(result.alternatives[0].ranks[0] == 1);
  CHECK(result.alternatives[1].ranks[0] == 1);
  CHECK(result.ahead[0][1] == 0.5);
}

TEST_CASE("one that is never first has no central weights and no confidence", "[smaa][acceptability]") {
  const auto result = acceptability(two, {with_points(1, {.5, .5}), with_points(2, {.4, .3})});
  CHECK(result.alternatives[1].ranks == std::vector<double>{0, 1});
  CHECK(!result.alternatives[1].central_weights);
  CHECK(!result.alternatives[1].confidence);
  CHECK(result.ahead[0][1] == 1);
  CHECK(result.choice_entropy == 0);
}

// One criterion: A = .5 and B uniform on [0, 1]: each is first in half of the draws, whatever the weight.
TEST_CASE("the confidence factor is the share of answers with which one is first", "[smaa][acceptability]") {
  const WeightModel one{.groups = {{1}}};
  const auto result = acceptability(one, {with_points(1, {.3}), {.key = 2, .values = {unknown(1)}}}, {.draws = many});
  check_near({*result.alternatives[0].confidence, *result.alternatives[1].confidence}, {.3, .7});
  CHECK(*result.alternatives[0].confidence == result.alternatives[0].ranks[0]);
}

// The table of the method for its case M1, from an independent program.
TEST_CASE("the worked case comes out as in the method", "[smaa][acceptability]") {
  const auto problem = kreds::testing::worked_case();
  const auto result = solved(problem, {.draws = many});
  const double b[] = {.426, .574, .000};
  const double central_values[] = {2541. / 3200, 239. / 300, 1159. / 1920};
  for (std::size_t h = 0; h < 3; ++h) {
    CHECK(std::abs(result.alternatives[h].ranks[0] - b[h]) < .005);
    CHECK(std::abs(result.alternatives[h].mean_value - central_values[h]) <
          4 * result.alternatives[h].mean_value_error);
  }
  CHECK(std::abs(result.ahead[0][1] - .426) < .005);
  CHECK(std::abs(result.ahead[0][2] - .994) < .005);
  CHECK(std::abs(result.ahead[1][2] - .973) < .005);
}

TEST_CASE("central values and intervals of the worked case are exact", "[smaa][acceptability]") {
  const auto problem = kreds::testing::worked_case();
  const auto weights = central_weights(problem.model);
  const auto overall = [&](std::size_t h, double (*of)(const Value&)) {
    double sum = 0;
    for (std::size_t j = 0; j < weights.size(); ++j) sum += weights[j] * of(problem.alternatives[h].values[j]);
    return Approx(sum).epsilon(1e-14);
  };
  CHECK(overall(0, central) == 2541. / 3200);
  CHECK(overall(1, central) == 239. / 300);
  CHECK(overall(2, central) == 1159. / 1920);
  CHECK(overall(0, lowest) == 2541. / 3200);
  CHECK(overall(1, lowest) == 1123. / 1600);
  CHECK(overall(1, highest) == 4279. / 4800);
  CHECK(overall(2, lowest) == 871. / 1920);
  CHECK(overall(2, highest) == 1303. / 1920);
}

// Ranks 1 and 2 with shares p and 1 − p: the rank's variance is p(1 − p).
TEST_CASE("standard errors are those of means over the draws", "[smaa][acceptability]") {
  const auto result = acceptability(three, {with_points(1, {1, 0, 1}), with_points(2, {0, 1, 0})}, {.draws = 1000});
  const auto& a = result.alternatives[0];
  CHECK(a.expected_rank_error == Approx(std::sqrt(a.ranks[0] * a.ranks[1] / 999)).epsilon(1e-12));
  // 1 − w2 with w2 uniform on a triangle's height: variance 1/18.
  CHECK(a.mean_value_error == Approx(std::sqrt(1. / 18 / 1000)).epsilon(0.1));
  CHECK(standard_error(.5, 20'000) == Approx(.0035355).epsilon(1e-4));
}

TEST_CASE("one alternative is first and none gives nothing", "[smaa][acceptability]") {
  const auto alone = acceptability(two, {with_points(1, {.2, .4})}, {.draws = 1});
  CHECK(alone.alternatives[0].ranks == std::vector<double>{1});
  CHECK(alone.ahead == std::vector<std::vector<double>>{{.5}});
  CHECK(acceptability(two, {}).alternatives.empty());
}

TEST_CASE("sampling without sense is refused", "[smaa][acceptability]") {
  const std::vector<Alternative> some = {with_points(1, {.2, .4})};
  CHECK_THROWS_AS(acceptability(two, some, {.draws = 0}), std::invalid_argument);
  CHECK_THROWS_AS(acceptability(two, some, {.threads = -1}), std::invalid_argument);
  CHECK_THROWS_AS(acceptability(three, some), std::invalid_argument);
}
