#include "kreds/smaa/sensitivity.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "models.hpp"

using namespace kreds::smaa;

namespace {

std::vector<double> central_differences(const Alternative& a, const Alternative& b) {
  std::vector<double> result;
  for (std::size_t j = 0; j < a.values.size(); ++j) result.push_back(central(a.values[j]) - central(b.values[j]));
  return result;
}

const auto problem = kreds::testing::worked_case();
const Alternative &a = problem.alternatives[0], &b = problem.alternatives[1], &c = problem.alternatives[2];

/// E[max(gap + weight · (U − ½), 0)] − max(gap, 0) by the midpoint rule.
double expected_rise(double weight, double gap) {
  constexpr int steps = 100'000;
  double sum = 0;
  for (int i = 0; i < steps; ++i) sum += std::max(0.0, gap + weight * ((i + 0.5) / steps - 0.5));
  return sum / steps - std::max(0.0, gap);
}

}  // namespace

TEST_CASE("the first two of the worked case change places at 149 of 245", "[smaa][sensitivity]") {
  CHECK(*weight_flip(problem.model, central_differences(a, b)) == Approx(149. / 245).epsilon(1e-13));
  CHECK(*weight_flip(problem.model, central_differences(b, a)) == Approx(149. / 245).epsilon(1e-13));
  CHECK(!weight_flip(problem.model, central_differences(a, c)));
}

// One criterion against one: D1 = −.1, Dr = .3 → .3/.4 = ¾; D1 = −.3, Dr = .3 → ½, where they are equal at most.
TEST_CASE("a flip lies strictly between a half and one", "[smaa][sensitivity]") {
  const WeightModel model{.groups = {{1}, {1}}, .top_classes = {1}, .dominant = true};
  CHECK(*weight_flip(model, std::vector{-.1, .3}) == Approx(.75).epsilon(1e-15));
  CHECK(!weight_flip(model, std::vector{-.3, .3}));
  CHECK(!weight_flip(model, std::vector{-.5, .3}));
  CHECK(!weight_flip(model, std::vector{0., .3}));
  CHECK(!weight_flip(model, std::vector{.2, .3}));
  CHECK(!weight_flip(model, std::vector{0., 0.}));
  CHECK(!weight_flip(model, std::vector{1e-17, -1e-17}));
  CHECK(!weight_flip({.groups = {{1}, {1}}, .top_classes = {1, 1}}, std::vector{-.1, .3}));
  CHECK(!weight_flip({.groups = {{2}}}, std::vector{-.1, .3}));
}

TEST_CASE("a gap is made up by a change that is larger the lighter the criterion", "[smaa][sensitivity]") {
  CHECK(needed_change(.05, .2) == .25);
  CHECK(needed_change(.05, 0) == std::numeric_limits<double>::infinity());
}

TEST_CASE("value of information in the worked case", "[smaa][sensitivity]") {
  const auto weights = centroid(problem.model).overall;
  const double gap = 239. / 300 - 2541. / 3200;
  CHECK(weights[1] == Fraction(3, 20));
  CHECK(weights[5] == Fraction(19, 480));
  CHECK(value_of_information(weights[1].value(), gap) == Approx(19321. / 1105920).epsilon(1e-12));
  CHECK(value_of_information(weights[5].value(), gap) == Approx(363. / 97280).epsilon(1e-12));
}

TEST_CASE("value of information is the expected rise of the best score", "[smaa][sensitivity]") {
  for (const double weight : {.02, .15, .45})
    for (const double gap : {-.3, -.07, -.01, 0., .005, .06, .2})
      CHECK(value_of_information(weight, gap) == Approx(expected_rise(weight, gap)).margin(1e-8));
  CHECK(value_of_information(.1, .05) == 0);
  CHECK(value_of_information(0, 0) == 0);
}
