#include "analysis_support.hpp"

using namespace kreds::testing;
using kreds::analysis::household_relation;
using kreds::analysis::household_strength;
using kreds::analysis::HouseholdStrength;
using kreds::analysis::Interval;

namespace {

CaseBuilder home() {
  return CaseBuilder("liam born=2015-05-14")
      .people("karen role=mormor; ole; emma born=2016 role=kusine; bølle animal; mette role=klasselærer")
      .households("h-karen")
      .on("2024-02-05 karen", "residence karen h-karen; residence ole h-karen; residence emma h-karen");
}

HouseholdStrength strength(const CaseBuilder& c, double gamma = 0) {
  auto model = default_model();
  model.gamma = gamma;
  const auto a = analysed(c, "2024-03-01", model);
  return household_strength(a.network, a.network.households[0], a.strengths, model);
}

/// All from the child: only the ring is answered, (117·x + 243·½)/360 and so on.
Interval ring_only(double closeness) {
  return {(117 * closeness + 121.5) / 360, 117 * closeness / 360, (117 * closeness + 243) / 360};
}

void check(const Interval& interval, const Interval& expected) {
  CHECK(interval.central == Approx(expected.central).margin(1e-12));
  CHECK(interval.low == Approx(expected.low).margin(1e-12));
  CHECK(interval.high == Approx(expected.high).margin(1e-12));
}

}  // namespace

TEST_CASE("two adults with a quarter for the second", "[analysis][household]") {
  // .8 + ¼·.2·.6 = .83; .7 + ¼·.3·.5 = .7375; .9 + ¼·.1·.7 = .9175.
  check(household_relation({.8, .7, .9}, Interval{.6, .5, .7}, .25), {.83, .7375, .9175});
  check(household_relation({.8, .7, .9}, Interval{.6, .5, .7}, 0), {.8, .7, .9});
  check(household_relation({.8, .7, .9}, std::nullopt, .25), {.8, .7, .9});
}

TEST_CASE("a named carer's tie carries the household", "[analysis][household]") {
  const auto s = strength(home()
                              .on("2024-02-12 liam", "tie liam karen ring=1; tie liam ole ring=4")
                              .on("2024-02-20 karen", "carer h-karen ole"));
  CHECK(s.carer_named);
  CHECK(s.carrier == 2);
  check(s.interval, ring_only(.4));
  CHECK(s.coverage == Approx(117.0 / 360));
  REQUIRE(s.adults.size() == 2);  // emma is a child
  CHECK(s.adults[0].person == 1);
  CHECK(s.adults[1].person == 2);
}

TEST_CASE("without a named carer each bound is the highest of the adults", "[analysis][household]") {
  // Karen: ring 2 from the child, .5975 [.26, .935]. Ole: emotional 4 told by Karen (r ½, 19 days old) has a lower
  // central value than that and a higher upper bound.
  const auto s = strength(
      home().on("2024-02-12 liam", "tie liam karen ring=3").on("2024-03-01 karen", "tie liam ole emotional=3 hearsay"));
  CHECK_FALSE(s.carer_named);
  REQUIRE(s.adults.size() == 2);
  const auto highest = [&](double Interval::*b) { return std::max(s.adults[0].interval.*b, s.adults[1].interval.*b); };
  CHECK(s.interval.central == highest(&Interval::central));
  CHECK(s.interval.low == highest(&Interval::low));
  CHECK(s.interval.high == highest(&Interval::high));
  CHECK(s.adults[0].interval.low != s.adults[1].interval.low);
  CHECK((s.adults[0].interval.high > s.adults[1].interval.high) !=
        (s.adults[0].interval.low > s.adults[1].interval.low));
  CHECK(s.carrier == s.adults[0].person);
}

TEST_CASE("gamma lets the second adult add a part of what is missing", "[analysis][household]") {
  const auto s = strength(home().on("2024-02-12 liam", "tie liam karen ring=1; tie liam ole ring=4"), .25);
  check(s.interval, household_relation(ring_only(1), ring_only(.4), .25));
}

TEST_CASE("an adult without a tie is unknown", "[analysis][household]") {
  const auto s = strength(home());
  check(s.interval, {.5, 0, 1});
  CHECK(s.coverage == 0);
  CHECK(s.adults.size() == 2);
  CHECK_FALSE(s.adults[0].tie);
}

TEST_CASE("a household without adults is unknown", "[analysis][household]") {
  const auto s = strength(CaseBuilder("liam")
                              .people("emma born=2016")
                              .households("h")
                              .on("2024-02-05", "residence emma h; residence liam h"));
  check(s.interval, {.5, 0, 1});
  CHECK_FALSE(s.carrier);
  CHECK(s.adults.empty());
}

TEST_CASE("unsafe ties of the child to anybody who lives there are gathered", "[analysis][household]") {
  const auto s = strength(home().on("2024-02-12 liam", "tie liam emma conflict=3; tie liam mette conflict=3"));
  REQUIRE(s.unsafe.size() == 1);
  CHECK(s.unsafe[0].statement == "s004");
}
