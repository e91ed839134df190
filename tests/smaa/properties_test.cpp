#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "kreds/smaa/dominance.hpp"
#include "kreds/smaa/sensitivity.hpp"
#include "models.hpp"

using namespace kreds::smaa;
using kreds::testing::Dice;
using kreds::testing::Problem;
using kreds::testing::random_problem;
using kreds::testing::solved;

namespace {

constexpr std::uint64_t models = 100;
constexpr int draws = 4000;

Acceptability sampled(const Problem& problem) {
  return solved(problem, {.draws = draws});
}

/// Values with nothing that two alternatives could share by chance.
Problem without_ties(std::uint64_t seed) {
  Problem problem = random_problem(seed);
  Dice dice(seed + 1'000'000);
  for (Alternative& alternative : problem.alternatives)
    for (Value& value : alternative.values) value.push_back(point(kreds::testing::unit(dice) / 8)[0]);
  return problem;
}

/// A value raised by up to a level in each thing that may hold.
Value improved(Value value, Dice& dice) {
  for (Term& term : value)
    for (Choice& choice : term.choices) {
      choice.low = std::min(1.0, choice.low + kreds::testing::unit(dice) / 4);
      choice.high = std::max(choice.high, choice.low);
    }
  return value;
}

}  // namespace

TEST_CASE("the order in which alternatives are given changes nothing", "[smaa][properties]") {
  for (std::uint64_t seed = 0; seed < models; ++seed) {
    Problem problem = random_problem(seed);
    const auto before = sampled(problem);
    std::reverse(problem.alternatives.begin(), problem.alternatives.end());
    const auto after = sampled(problem);
    const std::size_t count = problem.alternatives.size();
    for (std::size_t a = 0; a < count; ++a) {
      const auto &one = before.alternatives[a], &other = after.alternatives[count - 1 - a];
      REQUIRE(one.ranks == other.ranks);
      REQUIRE(one.central_weights == other.central_weights);
      REQUIRE(one.confidence == other.confidence);
      REQUIRE(one.mean_value == other.mean_value);
      for (std::size_t b = 0; b < count; ++b) REQUIRE(before.ahead[a][b] == after.ahead[count - 1 - a][count - 1 - b]);
    }
  }
}

// Only what is drawn changes: the shares agree within four standard errors of a difference, √2 · .5/√n.
TEST_CASE("the order of criteria within a class changes nothing but the draws", "[smaa][properties]") {
  Problem problem = kreds::testing::worked_case();
  const auto before = solved(problem);
  const auto centre = least_central_lead(problem.model, problem.alternatives[0], problem.alternatives[2]);
  for (Alternative& alternative : problem.alternatives) std::swap(alternative.values[2], alternative.values[3]);
  const auto after = solved(problem);
  CHECK(least_central_lead(problem.model, problem.alternatives[0], problem.alternatives[2]) == centre);
  for (std::size_t a = 0; a < 3; ++a)
    for (std::size_t b = 0; b < 3; ++b)
      CHECK(std::abs(before.ahead[a][b] - after.ahead[a][b]) < 4 * std::sqrt(0.5 / 20'000));
}

TEST_CASE("an added alternative leaves all shares between the others as they were", "[smaa][properties]") {
  for (std::uint64_t seed = 0; seed < models; ++seed) {
    Problem problem = random_problem(seed);
    const auto before = sampled(problem);
    const std::size_t count = problem.alternatives.size();
    Dice dice(seed);
    problem.alternatives.push_back(kreds::testing::random_alternative(dice, problem.model, stable_key("added")));
    const auto after = sampled(problem);
    for (std::size_t a = 0; a < count; ++a) {
      REQUIRE(before.alternatives[a].mean_value == after.alternatives[a].mean_value);
      REQUIRE(before.alternatives[a].ranks[0] >= after.alternatives[a].ranks[0]);
      for (std::size_t b = 0; b < count; ++b) REQUIRE(before.ahead[a][b] == after.ahead[a][b]);
    }
  }
}

TEST_CASE("without ties the shares of ranks add up to one both ways", "[smaa][properties]") {
  for (std::uint64_t seed = 0; seed < models; ++seed) {
    const auto result = sampled(without_ties(seed));
    const std::size_t count = result.alternatives.size();
    std::vector<double> of_rank(count);
    double expected = 0;
    for (const auto& alternative : result.alternatives) {
      REQUIRE(std::accumulate(alternative.ranks.begin(), alternative.ranks.end(), 0.0) == Approx(1).epsilon(1e-12));
      for (std::size_t r = 0; r < count; ++r) of_rank[r] += alternative.ranks[r];
      expected += alternative.expected_rank;
    }
    for (const double share : of_rank) REQUIRE(share == Approx(1).epsilon(1e-12));
    REQUIRE(expected == Approx(static_cast<double>(count * (count + 1)) / 2).epsilon(1e-12));
  }
}

TEST_CASE("shares of a pair add up to one", "[smaa][properties]") {
  for (std::uint64_t seed = 0; seed < models; ++seed) {
    const auto result = sampled(random_problem(seed));
    for (std::size_t a = 0; a < result.ahead.size(); ++a)
      for (std::size_t b = 0; b < result.ahead.size(); ++b)
        REQUIRE(result.ahead[a][b] + result.ahead[b][a] == Approx(1).epsilon(1e-15));
  }
}

TEST_CASE("central weights lie in their set and give their owner confidence", "[smaa][properties]") {
  for (std::uint64_t seed = 0; seed < models; ++seed) {
    const Problem problem = random_problem(seed);
    for (const auto& alternative : sampled(problem).alternatives) {
      REQUIRE(alternative.central_weights.has_value() == (alternative.ranks[0] > 0));
      REQUIRE(alternative.confidence.has_value() == (alternative.ranks[0] > 0));
      if (!alternative.central_weights) continue;
      const auto& w = *alternative.central_weights;
      REQUIRE(std::accumulate(w.begin(), w.end(), 0.0) == Approx(1).epsilon(1e-12));
      REQUIRE(std::all_of(w.begin(), w.end(), [](double x) { return x >= 0; }));
    }
  }
}

TEST_CASE("one that is never behind is ahead in nearly all draws and no weight turns them", "[smaa][properties]") {
  int seen = 0;
  for (std::uint64_t seed = 0; seed < models; ++seed) {
    Problem problem = random_problem(seed);
    // One that is better than the best that the first may be, in every second model by the width of a hair at least.
    Alternative better = problem.alternatives[0];
    better.key = stable_key("better");
    Dice dice(seed);
    const double hair = dice.chance(50) ? 1e-6 : 0;
    for (Value& value : better.values)
      value = point(highest(value) + hair + (dice.chance(50) ? kreds::testing::unit(dice) : 0));
    problem.alternatives.push_back(better);
    const auto result = sampled(problem);
    for (std::size_t a = 0; a < problem.alternatives.size(); ++a)
      for (std::size_t b = 0; b < problem.alternatives.size(); ++b) {
        const Alternative &one = problem.alternatives[a], &other = problem.alternatives[b];
        if (a == b || !never_behind(least_lead(problem.model, one, other))) continue;
        std::vector<double> differences;
        for (std::size_t j = 0; j < one.values.size(); ++j)
          differences.push_back(central(one.values[j]) - central(other.values[j]));
        // Where they can be equal, a draw may count half.
        REQUIRE(result.ahead[a][b] >= 0.5);
        if (least_lead(problem.model, one, other) > 1e-9) REQUIRE(result.ahead[a][b] >= 0.999);
        REQUIRE(!weight_flip(problem.model, differences));
        ++seen;
      }
  }
  CHECK(seen >= static_cast<int>(models));
}

TEST_CASE("an improved value never lowers its owner", "[smaa][properties]") {
  for (std::uint64_t seed = 0; seed < models; ++seed) {
    Problem problem = random_problem(seed);
    const auto before = sampled(problem);
    Dice dice(seed);
    auto& values = problem.alternatives[0].values;
    auto& value = values[static_cast<std::size_t>(dice.between(0, static_cast<int>(values.size()) - 1))];
    value = improved(value, dice);
    const auto after = sampled(problem);
    REQUIRE(after.alternatives[0].ranks[0] >= before.alternatives[0].ranks[0]);
    REQUIRE(after.alternatives[0].expected_rank <= before.alternatives[0].expected_rank);
    REQUIRE(after.alternatives[0].mean_value >= before.alternatives[0].mean_value - 1e-12);
  }
}

// For all weights with W1 ≥ ½: a lead in the dominant group that is at least the largest opposite difference of any
// other group cannot be lost (theorem of the method).
TEST_CASE("a lead in the dominant group outweighs no larger opposite differences", "[smaa][properties]") {
  Dice dice(3);
  for (int i = 0; i < 500; ++i) {
    WeightModel model = kreds::testing::random_weights(dice);
    if (!model.dominant) continue;
    std::vector<double> d;
    for (int j = 0; j < criterion_count(model); ++j) d.push_back(2 * kreds::testing::unit(dice) - 1);
    const auto count = static_cast<std::ptrdiff_t>(criteria_per_group(model)[0]);
    const double worst = -std::min(0.0, *std::min_element(d.begin() + count, d.end()));
    for (std::ptrdiff_t j = 0; j < count; ++j) d[static_cast<std::size_t>(j)] = worst + kreds::testing::unit(dice);
    REQUIRE(never_behind(least(model, d)));
  }
}
