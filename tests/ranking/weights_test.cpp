#include "kreds/ranking/weights.hpp"

#include <catch2/catch.hpp>
#include <numeric>
#include <stdexcept>

using namespace kreds::ranking;

namespace {

std::vector<Fraction> over(std::int64_t denominator, std::initializer_list<std::int64_t> numerators) {
  std::vector<Fraction> result;
  for (const std::int64_t n : numerators) result.push_back(reduced(n, denominator));
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

}  // namespace

TEST_CASE("fractions are kept in lowest terms with a positive denominator", "[ranking][weights]") {
  CHECK(reduced(6, 8) == Fraction{3, 4});
  CHECK(reduced(6, -8) == Fraction{-3, 4});
  CHECK(reduced(0, -5) == Fraction{0, 1});
  CHECK(Fraction{1, 6} + Fraction{1, 3} == Fraction{1, 2});
  CHECK(Fraction{2, 3} * Fraction{9, 4} == Fraction{3, 2});
  CHECK_THROWS_AS(reduced(1, 0), std::domain_error);
}

TEST_CASE("a fraction that leaves 64 bits is refused instead of wrong", "[ranking][weights]") {
  const Fraction large{1, 4'000'000'007}, other{1, 4'000'000'009};  // product of the denominators: 1.6e19
  CHECK_THROWS_AS(large * other, std::overflow_error);
  CHECK_THROWS_AS(large + other, std::overflow_error);
}

// ROC_3(1) = (1 + 1/2 + 1/3)/3 = 11/18; the other rows are the exact table of the method.
TEST_CASE("rank order centroids are the exact fractions of the table", "[ranking][weights]") {
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
}

TEST_CASE("a rank outside the order has no centroid", "[ranking][weights]") {
  CHECK_THROWS_AS(rank_order_centroid(3, 0), std::domain_error);
  CHECK_THROWS_AS(rank_order_centroid(3, 4), std::domain_error);
}

// {2,2,1,1} of six: (147+87)/2 = 117, (57+37)/2 = 47, 22, 10 over 360.
TEST_CASE("a class of equals gets the mean over its ranks", "[ranking][weights]") {
  CHECK(class_centroids(std::vector{2, 2, 1, 1}) == over(360, {117, 47, 22, 10}));
  CHECK(class_centroids(std::vector{1, 2, 3}) == std::vector<Fraction>{{49, 120}, {1, 5}, {23, 360}});
  CHECK(class_centroids(std::vector{2, 4, 2}) == std::vector<Fraction>{{621, 2240}, {111, 1120}, {11, 448}});
  CHECK_THROWS_AS(class_centroids(std::vector{1, 0}), std::domain_error);
}

TEST_CASE("a dominant item outweighs the others together", "[ranking][weights]") {
  CHECK(dominant_centroids(std::vector{1, 1, 1}) == std::vector<Fraction>{{5, 8}, {11, 48}, {5, 48}, {1, 24}});
  CHECK(dominant_centroids(std::vector{1, 1}) == std::vector<Fraction>{{2, 3}, {1, 4}, {1, 12}});
  CHECK(dominant_centroids(std::vector{1, 2, 1}) == std::vector<Fraction>{{3, 5}, {5, 24}, {1, 12}, {1, 40}});
  CHECK(dominant_centroids(std::vector{2, 1, 1}) == std::vector<Fraction>{{3, 5}, {19, 120}, {7, 120}, {1, 40}});
  CHECK(dominant_centroids(std::vector<int>{}) == std::vector<Fraction>{{1, 1}});
}

TEST_CASE("the weights of the catalogue are exact and add up to one", "[ranking][weights]") {
  const Catalogue catalogue = load_catalogue(KREDS_ROOT "/data");
  std::vector<std::string> all;
  for (const Factor& factor : catalogue.factors) all.push_back(factor.id);
  const auto weights = centroid_weights(catalogue, all);
  REQUIRE(weights.size() == 25);

  std::vector<Fraction> overall;
  for (const FactorWeight& w : weights) overall.push_back(w.overall);
  CHECK(sum(overall) == Fraction{1, 1});
  const auto weight_of = [&](std::string_view id) {
    for (const FactorWeight& w : weights)
      if (w.factor == id) return w.overall;
    return Fraction{};
  };
  CHECK(weight_of("relation_strength") == Fraction{9, 20});  // 3/5 · 3/4
  CHECK(weight_of("child_wish") == Fraction{3, 20});         // 3/5 · 1/4
  CHECK(weight_of("mentalising_ability") == Fraction{19, 120} * Fraction{49, 120});
  CHECK(weight_of("conflict_birth_parents") == Fraction{19, 120} * Fraction{621, 2240});
  CHECK(weight_of("living_there_now") == Fraction{7, 120} * Fraction{19, 48});    // (25+13)/2 of 48
  CHECK(weight_of("capacity_over_time") == Fraction{1, 40} * Fraction{43, 450});  // (47+27+12)/3 of 300
}

// Without siblings to place G4 has classes {1, 2}: 11/18 and (5+2)/36 = 7/36. The groups keep their weights.
TEST_CASE("a factor that does not apply makes its class smaller for everybody", "[ranking][weights]") {
  const Catalogue catalogue = load_catalogue(KREDS_ROOT "/data");
  std::vector<std::string> applicable;
  for (const Factor& factor : catalogue.factors)
    if (factor.id != "siblings_together") applicable.push_back(factor.id);
  for (const FactorWeight& w : centroid_weights(catalogue, applicable)) {
    CHECK(w.factor != "siblings_together");
    if (w.factor == "living_there_now") CHECK(w.in_group == Fraction{11, 18});
    if (w.factor == "school_continuity") CHECK(w.in_group == Fraction{7, 36});
    if (w.factor == "relation_strength") CHECK(w.overall == Fraction{9, 20});
  }
}

TEST_CASE("a group without applicable factors drops out", "[ranking][weights]") {
  const Catalogue catalogue = load_catalogue(KREDS_ROOT "/data");
  // Relation (dominant) before everyday alone: 3/4 and 1/4.
  const auto weights = centroid_weights(catalogue, {"relation_strength", "home_physical"});
  REQUIRE(weights.size() == 2);
  CHECK(weights[0].overall == Fraction{3, 4});
  CHECK(weights[1].overall == Fraction{1, 4});
}
