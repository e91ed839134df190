#include "kreds/smaa/weights.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <stdexcept>

using namespace kreds::smaa;

namespace {

std::vector<Fraction> over(std::int64_t denominator, std::initializer_list<std::int64_t> numerators) {
  std::vector<Fraction> result;
  for (const std::int64_t n : numerators) result.emplace_back(n, denominator);
  return result;
}

std::vector<Fraction> strict_order(int n) {
  std::vector<Fraction> result;
  for (int k = 1; k <= n; ++k) result.push_back(rank_order_centroid(n, k));
  return result;
}

Fraction sum(const std::vector<Fraction>& fractions) {
  return std::accumulate(fractions.begin(), fractions.end(), Fraction{});
}

/// The groups and classes of the catalogue.
const WeightModel catalogue{
    .groups = {{1, 1}, {1, 2, 3}, {2, 4, 2}, {2, 2}, {2, 3}}, .top_classes = {2, 1, 1}, .dominant = true};

const std::vector<WeightModel> various = {
    {.groups = {{3}}},
    {.groups = {{1, 1, 1}}},
    {.groups = {{1, 2, 3}}},
    {.groups = {{2, 1, 5, 3}}},
    {.groups = {{1}, {1}, {1}}, .top_classes = {1, 1}, .dominant = true},
    {.groups = {{1}, {1}}, .top_classes = {1}, .dominant = true},
    {.groups = {{2}, {1, 1}, {3}}, .top_classes = {2, 1}},
    {.groups = {{11}}},
    catalogue,
};

}  // namespace

// ROC_3(1) = (1 + 1/2 + 1/3)/3 = 11/18; the other rows are the exact table of the method.
TEST_CASE("rank order centroids are the exact fractions of the table", "[smaa][weights]") {
  CHECK(strict_order(1) == over(1, {1}));
  CHECK(strict_order(2) == over(4, {3, 1}));
  CHECK(strict_order(3) == over(18, {11, 5, 2}));
  CHECK(strict_order(4) == over(48, {25, 13, 7, 3}));
  CHECK(strict_order(5) == over(300, {137, 77, 47, 27, 12}));
  CHECK(strict_order(6) == over(360, {147, 87, 57, 37, 22, 10}));
  CHECK(strict_order(7) == over(2940, {1089, 669, 459, 319, 214, 130, 60}));
  CHECK(strict_order(8) == over(6720, {2283, 1443, 1023, 743, 533, 365, 225, 105}));
  CHECK(strict_order(9) == over(22680, {7129, 4609, 3349, 2509, 1879, 1375, 955, 595, 280}));
  CHECK(strict_order(10) == over(25200, {7381, 4861, 3601, 2761, 2131, 1627, 1207, 847, 532, 252}));
  CHECK_THROWS_AS(rank_order_centroid(3, 0), std::invalid_argument);
  CHECK_THROWS_AS(rank_order_centroid(3, 4), std::invalid_argument);
}

// {2,2,1,1} of six: (147+87)/2 = 117, (57+37)/2 = 47, 22, 10 over 360.
TEST_CASE("a class of equals gets the mean over its ranks", "[smaa][weights]") {
  CHECK(class_centroids(std::vector{2, 2, 1, 1}) == over(360, {117, 47, 22, 10}));
  CHECK(class_centroids(std::vector{1, 2, 3}) == std::vector<Fraction>{{49, 120}, {1, 5}, {23, 360}});
  CHECK(class_centroids(std::vector{2, 4, 2}) == std::vector<Fraction>{{621, 2240}, {111, 1120}, {11, 448}});
  CHECK_THROWS_AS(class_centroids(std::vector{1, 0}), std::invalid_argument);
}

TEST_CASE("a dominant item outweighs the others together", "[smaa][weights]") {
  CHECK(dominant_centroids(std::vector{1, 1, 1}) == std::vector<Fraction>{{5, 8}, {11, 48}, {5, 48}, {1, 24}});
  CHECK(dominant_centroids(std::vector{1, 1}) == std::vector<Fraction>{{2, 3}, {1, 4}, {1, 12}});
  CHECK(dominant_centroids(std::vector{1, 2, 1}) == std::vector<Fraction>{{3, 5}, {5, 24}, {1, 12}, {1, 40}});
  CHECK(dominant_centroids(std::vector{2, 1, 1}) == std::vector<Fraction>{{3, 5}, {19, 120}, {7, 120}, {1, 40}});
  CHECK(dominant_centroids(std::vector<int>{}) == std::vector<Fraction>{{1}});
}

// 3/5 · (3/4, 1/4) for the relation; 19/120 · 49/120 for the first of the second group.
TEST_CASE("the centroid of the catalogue is exact", "[smaa][weights]") {
  const Centroid centre = centroid(catalogue);
  CHECK(centre.groups == std::vector<Fraction>{{3, 5}, {19, 120}, {19, 120}, {7, 120}, {1, 40}});
  REQUIRE(centre.overall.size() == 25);
  CHECK(centre.overall[0] == Fraction(9, 20));
  CHECK(centre.overall[1] == Fraction(3, 20));
  CHECK(centre.overall[2] == Fraction(931, 14400));
  CHECK(centre.in_group[8] == Fraction(621, 2240));
  CHECK(sum(centre.overall) == Fraction(1));
}

TEST_CASE("centroids in floating point are those in fractions", "[smaa][weights]") {
  for (const WeightModel& model : various) {
    const auto exact = centroid(model).overall;
    const auto approximate = central_weights(model);
    REQUIRE(exact.size() == approximate.size());
    for (std::size_t j = 0; j < exact.size(); ++j) CHECK(std::abs(exact[j].value() - approximate[j]) < 1e-15);
  }
}

TEST_CASE("a model without sense is refused", "[smaa][weights]") {
  CHECK_THROWS_AS(require_sound({}), std::invalid_argument);
  CHECK_THROWS_AS(require_sound({.groups = {{}}}), std::invalid_argument);
  CHECK_THROWS_AS(require_sound({.groups = {{1, 0}}}), std::invalid_argument);
  CHECK_THROWS_AS(require_sound({.groups = {{1}, {1}}}), std::invalid_argument);
  CHECK_THROWS_AS(require_sound({.groups = {{1}, {1}}, .top_classes = {1}}), std::invalid_argument);
  CHECK_THROWS_AS(require_sound({.groups = {{1}, {1}}, .top_classes = {2}, .dominant = true}), std::invalid_argument);
  CHECK_NOTHROW(require_sound({.groups = {{1}, {1}}, .top_classes = {2}}));
  CHECK_NOTHROW(require_sound({.groups = {{2, 1}}, .dominant = true}));
}

// The standard error of a mean is at most that of a number spread over [0, 1]: computed from the draws themselves.
TEST_CASE("the mean of drawn weights is the centroid", "[smaa][weights]") {
  constexpr int draws = 20'000;
  for (const WeightModel& model : various) {
    const auto centre = central_weights(model);
    const auto drawn = drawn_weights(model, 7, 0, draws);
    for (std::size_t j = 0; j < centre.size(); ++j) {
      double total = 0, squares = 0;
      for (const auto& w : drawn) total += w[j], squares += w[j] * w[j];
      const double mean = total / draws;
      const double error = std::sqrt((squares / draws - mean * mean) / draws);
      INFO("criterion " << j << " of " << centre.size());
      CHECK(std::abs(mean - centre[j]) <= 4 * error + 1e-12);
    }
  }
}

TEST_CASE("every drawn weight lies in its set", "[smaa][weights]") {
  for (const auto& w : drawn_weights(catalogue, 3, 0, 3000)) {
    std::vector<double> groups;
    std::size_t j = 0;
    for (const auto& classes : catalogue.groups) {
      double total = 0, least_so_far = 1;
      for (const int size : classes) {
        double least = 1, most = 0;
        for (int i = 0; i < size; ++i, ++j) {
          least = std::min(least, w[j]);
          most = std::max(most, w[j]);
          total += w[j];
        }
        REQUIRE(most <= least_so_far);
        REQUIRE(least >= 0);
        least_so_far = least;
      }
      groups.push_back(total);
    }
    REQUIRE(groups[0] >= 0.5 - 1e-15);
    REQUIRE(std::min(groups[1], groups[2]) >= groups[3] - 1e-15);
    REQUIRE(groups[3] >= groups[4] - 1e-15);
    REQUIRE(std::abs(std::accumulate(groups.begin(), groups.end(), 0.0) - 1) < 1e-14);
  }
}

TEST_CASE("a drawn weight depends on its number and not on where one begins", "[smaa][weights]") {
  const auto all = drawn_weights(catalogue, 3, 0, 200);
  const auto some = drawn_weights(catalogue, 3, 77, 90);
  for (std::size_t i = 0; i < some.size(); ++i) REQUIRE(some[i] == all[i + 77]);
  CHECK(drawn_weights(catalogue, 4, 0, 1) != drawn_weights(catalogue, 3, 0, 1));
}
