#include "kreds/analysis/estimate.hpp"

#include "analysis_support.hpp"

using namespace kreds::testing;
using namespace kreds::analysis;
using kreds::network::Evidence;
using kreds::network::InformantKind;
using kreds::network::InformantKinds;

namespace {

Share said(double x, double reliability, double age_months = 0) {
  return {x, reliability, age_months, {}, 0};
}

Estimate of(std::vector<Share> statements) {
  return combine(statements, 24);
}

void check(const Interval& interval, double central, double low, double high) {
  CHECK(interval.central == Approx(central).margin(1e-12));
  CHECK(interval.low == Approx(low).margin(1e-12));
  CHECK(interval.high == Approx(high).margin(1e-12));
}

Evidence by(InformantKinds kinds, bool hearsay = false, bool unsure = false) {
  Evidence e;
  e.x = 1;
  e.kinds = kinds;
  e.from.hearsay = hearsay;
  e.from.unsure = unsure;
  return e;
}

}  // namespace

TEST_CASE("no statement is in the middle with the whole range", "[analysis][estimate]") {
  const Estimate e = of({});
  check(e.interval, 0.5, 0, 1);
  CHECK(e.unknown_share == 1);
  CHECK_FALSE(e.answered());
}

TEST_CASE("child and mother fresh", "[analysis][estimate]") {
  // w = 1 and ½, w0 = 0, T = 1.5: (1·1 + ½·.25)/1.5 = .75; low = .25, high = 1.
  const Estimate e = of({said(1, 1), said(.25, .5)});
  check(e.interval, .75, .25, 1);
  CHECK(e.unknown_share == 0);
  CHECK(e.spread == .75);
  CHECK(e.agreement == Agreement::disagree);
  REQUIRE(e.shares.size() == 2);
  CHECK(e.shares[0].share == Approx(2.0 / 3));
  CHECK(e.shares[1].share == Approx(1.0 / 3));
}

TEST_CASE("one statement that has aged a half-life", "[analysis][estimate]") {
  // w = ½, w0 = ½: .5·1 + .5/2 = .75, [.5, 1].
  const Estimate e = of({said(1, 1, 24)});
  check(e.interval, .75, .5, 1);
  CHECK(e.unknown_share == Approx(.5));
  CHECK(e.agreement == Agreement::single);
}

TEST_CASE("a fresh and an old statement", "[analysis][estimate]") {
  // w = 1 and ½·½ = ¼, w0 = 0, T = 1.25: (1 + ¼·½)/1.25 = .9, [.5, 1].
  check(of({said(1, 1), said(.5, .5, 24)}).interval, .9, .5, 1);
}

TEST_CASE("the child's lone hearsay", "[analysis][estimate]") {
  // r = 1·½: w = ½, w0 = ½: .75, [.5, 1].
  const auto e = by({InformantKind::child}, true);
  check(of({said(1, reliability(e, "tie", default_model()))}).interval, .75, .5, 1);
}

TEST_CASE("a lone hearsay of somebody else", "[analysis][estimate]") {
  // r = ½·½ = ¼: w = ¼, w0 = 1 − ¼ = ¾, T = 1: ¼ + ¾/2 = .625, low = ¼·1, high = ¼ + ¾ = 1.
  const auto e = by({InformantKind::parent}, true);
  check(of({said(1, reliability(e, "tie", default_model()))}).interval, .625, .25, 1);
}

TEST_CASE("what is unknown is what the weightiest statement leaves open", "[analysis][estimate]") {
  // w = .5 and .5, w0 = .5, T = 1.5: p0 = 1/3; (1 + .5)/3 + 1/6 = 2/3; low = 2/3·.5, high = 2/3 + 1/3.
  check(of({said(1, .5), said(.5, .5)}).interval, 2.0 / 3, 1.0 / 3, 1);
}

TEST_CASE("spread is put into three words", "[analysis][estimate]") {
  CHECK(of({said(.5, 1), said(.75, 1)}).agreement == Agreement::agree);
  CHECK(of({said(.5, 1), said(.8, 1)}).agreement == Agreement::somewhat);
  CHECK(of({said(.25, 1), said(.75, 1)}).agreement == Agreement::somewhat);
  CHECK(of({said(0, 1), said(.51, 1)}).agreement == Agreement::disagree);
  // .6 − .4 and the like come out a little above: rounding is no disagreement.
  CHECK(of({said(1.0 / 3 + .25, 1), said(1.0 / 3, 1)}).agreement == Agreement::agree);
}

TEST_CASE("a statement fades to unknown", "[analysis][estimate]") {
  const Estimate e = of({said(1, 1, 24 * 60)});
  check(e.interval, .5, 0, 1);
  CHECK(e.answered());
}

TEST_CASE("the half-life is the item's own", "[analysis][estimate]") {
  check(combine(std::vector{said(1, 1, 6)}, 6).interval, .75, .5, 1);
}

TEST_CASE("what takes two statements is as reliable as the weaker and fades unless both are the child's",
          "[analysis][reliability]") {
  const TieModel m = default_model();
  Evidence e = by({InformantKind::professional});
  e.with = kreds::network::Premise{{InformantKind::parent}, {}};
  CHECK(reliability(e, "tie", m) == .5);
  e.with->from.hearsay = true;
  CHECK(reliability(e, "tie", m) == .25);
  e.with = kreds::network::Premise{{InformantKind::child}, {}};
  CHECK(reliability(e, "tie", m) == .75);

  Evidence old = by({InformantKind::child});
  old.holds = *kreds::casefile::parse_date("2022-03-01");
  const kreds::casefile::Date later = *kreds::casefile::parse_date("2024-03-01");
  const auto months = [&] { return weigh(std::vector{old}, "tie", later, m).at(0).age_months; };
  CHECK(months() == 0);
  old.with = kreds::network::Premise{{InformantKind::child}, {}};
  CHECK(months() == 0);
  old.with = kreds::network::Premise{{InformantKind::parent}, {}};
  CHECK(months() == Approx(24).epsilon(0.01));
}

TEST_CASE("reliability is the table's halved for hearsay and again when unsure", "[analysis][reliability]") {
  const TieModel m = default_model();
  CHECK(reliability(by({InformantKind::child}), "tie", m) == 1);
  CHECK(reliability(by({InformantKind::professional}), "tie", m) == .75);
  CHECK(reliability(by({InformantKind::professional}, true), "tie", m) == .375);
  CHECK(reliability(by({InformantKind::professional}, true, true), "tie", m) == .1875);
  CHECK(reliability(by({InformantKind::network}), "fact", m) == .5);
  CHECK(reliability(by({InformantKind::household}), "fact", m) == .75);
  CHECK(reliability(by({InformantKind::parent}), "assessment", m) == 0);
  CHECK(reliability(by({InformantKind::parent}), "no such kind", m) == 0);
}

TEST_CASE("a joint statement has the highest reliability among its informants", "[analysis][reliability]") {
  CHECK(reliability(by({InformantKind::parent, InformantKind::professional}), "tie", default_model()) == .75);
}

TEST_CASE("a parent's own view counts in full", "[analysis][reliability]") {
  Evidence e = by({InformantKind::parent});
  e.own_view = true;
  CHECK(reliability(e, "assessment", default_model()) == 1);
}

TEST_CASE("age is counted from when it held and the child's words do not fade", "[analysis][reliability]") {
  Evidence mother = by({InformantKind::parent}), child = by({InformantKind::child}),
           level = by({InformantKind::parent});
  mother.holds = child.holds = day("2022-02-05");
  const std::vector<Evidence> said = {mother, child};
  const auto weighted = weigh(said, "tie", day("2024-02-05"), default_model());
  REQUIRE(weighted.size() == 2);
  CHECK(weighted[0].age_months == Approx(730 * 12 / 365.2425));
  CHECK(weighted[1].age_months == 0);
  // What does not count for the kind of item is left out.
  CHECK(weigh(std::vector{level}, "assessment", day("2024-02-05"), default_model()).empty());
}
