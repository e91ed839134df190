#include "ranked_case.hpp"

using namespace ranked_case;
using ranking::Standing;

namespace {

constexpr analysis::Interval unknown{.5, 0, 1};
analysis::Interval point(double x) {
  return {x, x, x};
}

/// Case M1 of the method: groups {1,1}, {2}, {1,1}, {1}, {1}; top {2,1,1} behind a dominant group.
ranking::Catalogue m1_catalogue() {
  ranking::Catalogue c;
  c.groups = {{"g1", 0, true}, {"g2", 1, false}, {"g3", 1, false}, {"g4", 2, false}, {"g5", 3, false}};
  const std::vector<std::tuple<std::string, std::string, int>> factors = {
      {"a", "g1", 1}, {"b", "g1", 2}, {"c", "g2", 1}, {"d", "g2", 1},
      {"e", "g3", 1}, {"f", "g3", 2}, {"g", "g4", 1}, {"h", "g5", 1}};
  for (const auto& [id, group, importance] : factors) {
    ranking::Factor f;
    f.id = id;
    f.group = group;
    f.importance_class = importance;
    c.factors.push_back(f);
  }
  return c;
}

analysis::Interval m1_value(const std::vector<analysis::Interval>& values) {
  const auto weights = ranking::centroid_weights(m1_catalogue(), {"a", "b", "c", "d", "e", "f", "g", "h"});
  return ranking::weighted_value(weights, values);
}

std::vector<Id> ids(const ranking::Ranking& r) {
  std::vector<Id> result;
  for (const auto& h : r.households) result.push_back(h.id);
  return result;
}

}  // namespace

// A: 3/5 (3/4 · 9/10 + 1/4 · 1) + 19/120 · 1/2 + 19/120 (3/4 · 1/2 + 1/4 · 3/4) + 7/120 · 1 + 1/40 · 1/2 = 2541/3200.
TEST_CASE("case M1 has its exact values and intervals", "[ranking][order]") {
  const auto a = m1_value({point(.9), point(1), point(.5), point(.5), point(.5), point(.75), point(1), point(.5)});
  check_interval(a, 2541.0 / 3200, 2541.0 / 3200, 2541.0 / 3200);
  const auto b = m1_value({point(.9), unknown, point(1), point(.75), point(1), unknown, point(.25), point(1)});
  check_interval(b, 239.0 / 300, 1123.0 / 1600, 4279.0 / 4800);
  // 1/4 with a share of 1/3, 3/4 with 2/3: mean 7/12.
  const auto c =
      m1_value({{7.0 / 12, .25, .75}, point(.5), point(.75), point(.75), point(.75), point(1), point(0), point(.75)});
  check_interval(c, 1159.0 / 1920, 871.0 / 1920, 1303.0 / 1920);
}

TEST_CASE("values that do not belong to the weights are refused", "[ranking][order]") {
  CHECK_THROWS_AS(m1_value({unknown}), std::invalid_argument);
}

TEST_CASE("a household of which nothing is known stands in the middle with the full width", "[ranking][order]") {
  const auto r = ranked(liam());
  for (const auto& h : r.households) {
    check_interval(h.value, .5, 0, 1);
    CHECK(h.coverage == 0);
    CHECK(h.unanswered.size() == r.weights.size());
    CHECK(h.unanswered.front() == "relation_strength");
    CHECK(h.heading == ranking::Heading::needs_clarification);
  }
  CHECK(ids(r) == std::vector<Id>{"h-karen", "h-mikkel"});  // equal: by id
}

// Only the child's wish (3/20) is answered, with 1: central 3/20 + 17/20 · 1/2 = 23/40, low 3/20, high 1.
TEST_CASE("the value is the sum of weight times value", "[ranking][order]") {
  const auto r = ranked(liam().on("2024-06-01 liam", "wish first_wish h-mikkel"));
  CHECK(ids(r) == std::vector<Id>{"h-mikkel", "h-karen"});
  const auto& h = household(r, "h-mikkel");
  check_interval(h.value, .575, .15, 1);
  CHECK(h.coverage == Approx(.15));
  CHECK(h.contributions.front().factor == "relation_strength");  // 9/20 · 1/2 = .225
  CHECK(h.contributions.front().weight == ranking::Fraction{9, 20});
  CHECK(h.contributions[1].factor == "child_wish");  // 3/20 · 1
  CHECK(h.contributions[1].amount == Approx(.15));
}

// The relation counts by the coverage of the tie that carries it: (117 + 117)/360 of 9/20 = .2925.
TEST_CASE("coverage of the relation is the coverage of its tie", "[ranking][order]") {
  const auto r = ranked(liam().on("2024-06-01 liam", "tie liam karen ring=2 emotional=3"));
  CHECK(household(r, "h-karen").coverage == Approx(.2925));
}

// Expectations weigh 19/120 · 11/448; level 1 lifted to 2 is worth 1/4 more.
TEST_CASE("the headline counts granted support and the value as it is now stands beside it", "[ranking][order]") {
  const auto r = ranked(liam().on("2024-06-01", R"(
    assessment h-karen expectations level=1
    measure h-karen basic_course factors=expectations state=granted)"));
  const auto& h = household(r, "h-karen");
  CHECK(h.value.central - h.value_now.central == Approx(19.0 / 120 * 11 / 448 / 4));
}

TEST_CASE("households that stand apart come after those in the order whatever their value", "[ranking][order]") {
  const auto r = ranked(liam().on("2024-06-01 liam", "wish first_wish h-karen").on("2024-06-01 karen", R"(
    role h-karen wish=only_if_no_one_else)"));
  CHECK(ids(r) == std::vector<Id>{"h-mikkel", "h-karen"});
  CHECK(r.households[0].standing == Standing::in_order_not_asked);
  CHECK(r.households[1].standing == Standing::beside_own_wish);
}

TEST_CASE("not having been asked about the role is no place behind the others", "[ranking][order]") {
  const auto r = ranked(liam().on("2024-06-01 liam", "wish first_wish h-karen").on("2024-06-01 mikkel", R"(
    role h-mikkel wish=foster_family)"));
  CHECK(ids(r) == std::vector<Id>{"h-karen", "h-mikkel"});
}

TEST_CASE("a household where a parent with custody lives is listed and not ranked", "[ranking][order]") {
  const auto with = [](const std::string& residence) {
    return ranked(liam().households("h-anna").on("2024-06-01", "custody anna; candidate h-anna; " + residence));
  };
  CHECK(with("residence anna h-anna").parents_with_custody_excluded == std::vector<Id>{"h-anna"});
  CHECK(with("residence anna h-anna").households.size() == 2);
  CHECK(with("carer h-anna anna").parents_with_custody_excluded == std::vector<Id>{"h-anna"});
  // Her second address with Karen does not make Karen's home hers.
  CHECK(with("residence anna h-karen part_time").parents_with_custody_excluded.empty());
}

TEST_CASE("only candidates are ranked", "[ranking][order]") {
  CHECK(ids(ranked(liam().on("2024-06-01", "candidate h-mikkel no"))) == std::vector<Id>{"h-karen"});
}

TEST_CASE("the wish of an infant does not apply unless the child has said something", "[ranking][order]") {
  const auto not_applicable = [](const std::string& born, const std::string& told) {
    CaseBuilder builder("liam born=" + born);
    return ranked(builder.people("karen born=1961")
                      .households("h-karen")
                      .on("2024-06-01", "candidate h-karen")
                      .on("2024-06-01 liam", told))
        .not_applicable;
  };
  using Factors = std::vector<std::string>;
  CHECK(not_applicable("2022-01-01", "") == Factors{"child_wish", "siblings_together"});
  CHECK(not_applicable("2021-06-01", "") == Factors{"siblings_together"});  // three that day
  CHECK(not_applicable("2022-01-01", "wish first_wish h-karen") == Factors{"siblings_together"});
}

TEST_CASE("siblings apply if the case speaks of it or a sibling lives away from its parents", "[ranking][order]") {
  const auto applies = [](const std::string& told) {
    auto builder = liam().people("noah born=2019; oskar born=2015").households("h-anna");
    return ranked(builder.on("2024-06-01", "residence anna h-anna; " + told)).not_applicable.empty();
  };
  CHECK_FALSE(applies(""));
  CHECK(applies("assessment h-karen siblings_together level=not_examined"));
  const std::string brother = "parent anna noah kind=biological; residence noah ";
  CHECK_FALSE(applies(brother + "h-anna"));
  CHECK(applies(brother + "h-mikkel"));
  CHECK(applies("siblings liam noah kind=half; residence noah h-mikkel"));
  CHECK_FALSE(applies("siblings liam noah kind=step; residence noah h-mikkel"));
  CHECK_FALSE(applies("residence oskar h-mikkel"));  // no sibling
}

TEST_CASE("what is said after the day of the analysis does not count", "[ranking][order]") {
  const auto r = ranked(liam().on("2024-06-02 liam", "wish first_wish h-mikkel"));
  check_interval(household(r, "h-mikkel").value, .5, 0, 1);
}

TEST_CASE("the ranking names the catalogue that it was computed with", "[ranking][order]") {
  const auto r = ranked(liam());
  CHECK(r.catalogue == "kreds-default");
  CHECK(r.catalogue_version == "1");
  CHECK(r.catalogue_hash == catalogue().hash);
}
