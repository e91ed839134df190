#include "kreds/smaa/dominance.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>

#include "models.hpp"

using namespace kreds::smaa;

namespace {

const auto problem = kreds::testing::worked_case();
const Alternative &a = problem.alternatives[0], &b = problem.alternatives[1], &c = problem.alternatives[2];

Approx exactly(double value) {
  return Approx(value).margin(1e-14);
}

}  // namespace

// {1,2} with d = (.4, .1, −.5): vertices .4; (.4 + .1)/2, (.4 − .5)/2; 0 → least −.05.
TEST_CASE("the least of an ordered level is at one of its vertices", "[smaa][dominance]") {
  CHECK(least_in_order(std::vector{1, 2}, std::vector{.4, .1, -.5}) == exactly(-.05));
  CHECK(least_in_order(std::vector{3}, std::vector{.4, .1, -.5}) == -.5);
  CHECK(least_in_order(std::vector{1, 1, 1}, std::vector{.4, .1, -.5}) == exactly(0));
  CHECK_THROWS_AS(least_in_order(std::vector{1, 1}, std::vector{1.}), std::invalid_argument);
  CHECK_THROWS_AS(least_in_order(std::vector{1}, std::vector{1., 2.}), std::invalid_argument);
}

TEST_CASE("the greatest is the opposite of the least of the opposite", "[smaa][dominance]") {
  const WeightModel plain{.groups = {{3}}};
  CHECK(least(plain, std::vector{.4, .1, -.5}) == -.5);
  CHECK(greatest(plain, std::vector{.4, .1, -.5}) == .4);
  CHECK_THROWS_AS(least(plain, std::vector{.4}), std::invalid_argument);
}

// One half to the first at least: all to it gives −.2, half to each −.2/2 + .5/2.
TEST_CASE("a dominant group takes from half of the weight to all", "[smaa][dominance]") {
  const WeightModel model{.groups = {{1}, {1}}, .top_classes = {1}, .dominant = true};
  CHECK(least(model, std::vector{-.2, .5}) == -.2);
  CHECK(greatest(model, std::vector{-.2, .5}) == exactly(.15));
}

TEST_CASE("least leads of the worked case under every weighting", "[smaa][dominance]") {
  CHECK(least_central_lead(problem.model, a, c) == exactly(1. / 30));
  CHECK(least_central_lead(problem.model, b, c) == exactly(1. / 60));
  CHECK(least_central_lead(problem.model, a, b) == exactly(-1. / 4));
  CHECK(least_central_lead(problem.model, b, a) == exactly(-1. / 4));
}

TEST_CASE("least leads of the worked case under every weighting and every answer", "[smaa][dominance]") {
  CHECK(least_lead(problem.model, a, c) == exactly(-1. / 20));
  CHECK(least_lead(problem.model, b, c) == exactly(-11. / 40));
}

TEST_CASE("rounding does not break dominance", "[smaa][dominance]") {
  CHECK(never_behind(0));
  CHECK(never_behind(-1e-16));
  CHECK_FALSE(never_behind(-1e-9));
  CHECK(never_behind(least_lead(problem.model, a, a)));
  CHECK_FALSE(never_behind(least_lead(problem.model, b, b)));  // its unknown answers may differ from themselves
}
