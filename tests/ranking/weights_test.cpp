#include "kreds/ranking/weights.hpp"

#include <catch2/catch.hpp>
#include <numeric>

using namespace kreds::ranking;

namespace {

Fraction sum(const std::vector<Fraction>& fractions) {
  return std::accumulate(fractions.begin(), fractions.end(), Fraction{});
}

}  // namespace

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

TEST_CASE("the weight model has the classes of the factors that apply", "[ranking][weights]") {
  const Catalogue catalogue = load_catalogue(KREDS_ROOT "/data");
  const Criteria some = criteria(catalogue, {"relation_strength", "child_wish", "needs_match", "commitment",
                                             "stable_safe_frame", "parents_view", "home_physical"});
  CHECK(some.model == kreds::smaa::WeightModel{{{1, 1}, {2, 1}, {1}, {1}}, {2, 1}, true});
  std::vector<std::string> ids;
  for (const Factor* factor : some.factors) ids.push_back(factor->id);
  CHECK(ids == std::vector<std::string>{"relation_strength", "child_wish", "needs_match", "stable_safe_frame",
                                        "commitment", "parents_view", "home_physical"});
  CHECK(criteria(catalogue, {"relation_strength", "child_wish"}).model ==
        kreds::smaa::WeightModel{{{1, 1}}, {}, false});
}
