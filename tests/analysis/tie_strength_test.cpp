#include "kreds/analysis/tie_strength.hpp"

#include "analysis_support.hpp"

using namespace kreds::testing;
using kreds::analysis::Agreement;
using kreds::network::Part;

namespace {

CaseBuilder liam() {
  return CaseBuilder("liam born=2015-05-14")
      .people("karen role=mormor; anna role=mor; mette role=klasselærer; oskar role=bedsteven")
      .households("h-karen");
}

void check(const kreds::analysis::Interval& interval, double central, double low, double high) {
  CHECK(interval.central == Approx(central).margin(5e-11));
  CHECK(interval.low == Approx(low).margin(5e-11));
  CHECK(interval.high == Approx(high).margin(5e-11));
}

}  // namespace

TEST_CASE("the full tie of the method", "[analysis][strength]") {
  // Ring 1 of 5, emotional 4, caregiving 3, no conflict, weekly, since birth:
  // (117 + 117 + 47·.75 + 47 + 22·ln 53/ln 366 + 10)/360 = .9473552045; everything answered by the child: no range.
  const auto a =
      analysed(liam().on("2024-02-05 liam",
                         "tie liam karen ring=1 emotional=4 caregiving=3 conflict=0 often=weekly since=2015-05-14"),
               "2024-02-05");
  check(a.tie("liam", "karen").interval, .9473552045, .9473552045, .9473552045);
  CHECK(a.tie("liam", "karen").coverage == Approx(1));
}

TEST_CASE("only a ring is known", "[analysis][strength]") {
  // 117·.8/360 = .26; the rest, 243/360 = .675, is open: .26 + .3375 = .5975, .26 + .675 = .935.
  const auto a = analysed(liam().on("2024-02-05 liam", "tie liam karen ring=2"), "2024-02-05");
  check(a.tie("liam", "karen").interval, .5975, .26, .935);
  CHECK(a.tie("liam", "karen").coverage == Approx(117.0 / 360));
  CHECK(a.tie("liam", "karen").described);
}

TEST_CASE("a tie between adults has no caregiving and its weights are spread anew", "[analysis][strength]") {
  // (117·.6 + 47/3)/313 = .2743343983; open 149/313.
  const auto a = analysed(liam().on("2024-02-05 liam", "tie anna karen ring=3 conflict=2"), "2024-02-05");
  const auto& tie = a.tie("anna", "karen");
  check(tie.interval, .5123535676, .2743343983, .7503727370);
  CHECK(tie.coverage == Approx(164.0 / 313));
  CHECK(tie.parts[0].weight == Approx(117.0 / 313));
  CHECK_FALSE(tie.parts[static_cast<std::size_t>(Part::caregiving)].applicable);
}

TEST_CASE("a tie of which too little is told is not described", "[analysis][strength]") {
  // Caregiving, conflict and frequency: (47 + 47 + 22)/360 < 117/360; with duration 126/360.
  const auto few =
      analysed(liam().on("2024-02-05 liam", "tie liam karen caregiving=1 conflict=0 often=weekly"), "2024-02-05");
  CHECK_FALSE(few.tie("liam", "karen").described);
  const auto more = analysed(
      liam().on("2024-02-05 liam", "tie liam karen caregiving=1 conflict=0 often=weekly since=2020"), "2024-02-05");
  CHECK(more.tie("liam", "karen").described);
}

TEST_CASE("statements of several informants are put together part by part", "[analysis][strength]") {
  // Emotional: child 1.0 (r 1) and mother .25 (r ½), both of the day: .75 [.25, 1].
  const auto a = analysed(
      liam().on("2024-02-05 liam", "tie liam karen emotional=4").on("2024-02-05 anna", "tie liam karen emotional=1"),
      "2024-02-05");
  const auto& part = a.tie("liam", "karen").parts[static_cast<std::size_t>(Part::emotional)];
  check(part.estimate.interval, .75, .25, 1);
  CHECK(part.estimate.agreement == Agreement::disagree);
  REQUIRE(part.estimate.shares.size() == 2);
  CHECK(part.estimate.shares[0].from.statement == "s001");
  CHECK(part.estimate.shares[1].from.statement == "s002");
  // (117·.75 + 243·½)/360
  CHECK(a.tie("liam", "karen").interval.central == Approx((117 * .75 + 121.5) / 360));
}

TEST_CASE("two teachers together weigh as one", "[analysis][strength]") {
  const auto joint =
      analysed(liam().people("henrik role=klasselærer").on("2024-02-05 mette henrik", "tie liam karen emotional=4"),
               "2024-02-05");
  // r = .75: .75·1 + .25/2 = .875.
  CHECK(joint.tie("liam", "karen").parts[1].estimate.interval.central == Approx(.875));
}

TEST_CASE("an answer of not asked leaves the part unknown", "[analysis][strength]") {
  const auto a = analysed(liam().on("2024-02-05 liam", "tie liam karen ring=2 emotional=not_asked"), "2024-02-05");
  check(a.tie("liam", "karen").interval, .5975, .26, .935);
}

TEST_CASE("an imprecise end counts from the middle of its span", "[analysis][strength]") {
  // »2022« is 2 July 2022 (day 182 of 365): 583 days before 5 February 2024.
  const auto a = analysed(liam().on("2024-02-05 anna", "tie liam karen emotional=4 to=2022"), "2024-02-05");
  CHECK(a.tie("liam", "karen").parts[1].estimate.shares[0].age_months == Approx(583 * 12 / 365.2425));
}
