// Plan B and fragility (method §3.9).
#include "kreds/ranking/plan_b.hpp"

#include "whole_case.hpp"

using namespace whole_case;
using network::Ids;

namespace {

ranking::Resilience resilience(const Whole& w) {
  return ranking::resilience(w.c, w.network, w.strengths, catalogue(), w.ranking);
}

const ranking::PlanB& plan(const ranking::Resilience& r, const Id& first) {
  return named(r.plans, &ranking::PlanB::first, first);
}

/// The child knows the aunt well; the coach only through her. Both want the task.
CaseBuilder aunt_and_coach() {
  return CaseBuilder("child born=2014")
      .people("aunt born=1980; coach born=1975; friend born=1990")
      .households("h-aunt; h-coach")
      .on("2024-06-01", R"(
        residence aunt h-aunt; candidate h-aunt; carer h-aunt aunt; residence coach h-coach; candidate h-coach
        carer h-coach coach)")
      .on("2024-06-01 aunt coach", "role h-aunt wish=foster_family; role h-coach wish=foster_family");
}

}  // namespace

TEST_CASE("a reserve that is only reached through the first family hangs on it", "[ranking][plan_b]") {
  // All six parts of child–aunt said by the child are 1: s = 1. Aunt–coach: five parts, all 1, said by the aunt
  // (network, r .5): p = .5 each, so central .75. Child–coach: nothing. Way: λ · 1 · .75 = .375; without the aunt none.
  const auto w = whole(aunt_and_coach()
                           .on("2024-06-01 child",
                               "tie child aunt ring=1 emotional=4 caregiving=4 conflict=0 "
                               "often=daily since=2014")
                           .on("2024-06-01 aunt",
                               "tie aunt coach ring=1 emotional=4 conflict=0 often=daily "
                               "since=2000"));
  const auto r = resilience(w);
  REQUIRE(w.ranking.households.front().id == "h-aunt");
  const auto& reserve = *plan(r, "h-aunt").next;
  CHECK(reserve.household == "h-coach");
  CHECK(reserve.with_first.strength == Approx(0.375).epsilon(0).margin(1e-12));
  CHECK(reserve.with_first.people == Ids{"child", "aunt", "coach"});
  CHECK(reserve.without_first.strength == 0);
  CHECK(reserve.without_first.people.empty());
  CHECK(reserve.fall == 1);
  CHECK(reserve.hangs_on_first);
  REQUIRE(r.cut_persons.size() == 1);
  CHECK(r.cut_persons.front().person == "aunt");
  CHECK(r.cut_persons.front().parted == Ids{"coach"});
}

TEST_CASE("a reserve with a tie of its own that is half as strong does not hang on the first family",
          "[ranking][plan_b]") {
  // Child–coach: ring 3 of 5 = .6, all else open: .6·.325 + .5·.675 = .5325. Through the aunt it would be .375.
  const auto w = whole(aunt_and_coach()
                           .on("2024-06-01 child",
                               "tie child aunt ring=1 emotional=4 caregiving=4 conflict=0 "
                               "often=daily since=2014; tie child coach ring=3")
                           .on("2024-06-01 aunt",
                               "tie aunt coach ring=1 emotional=4 conflict=0 often=daily "
                               "since=2000"));
  const auto all = resilience(w);
  const auto& reserve = *plan(all, "h-aunt").next;
  CHECK(reserve.with_first.strength == Approx(0.5325).epsilon(0).margin(1e-12));
  CHECK(reserve.fall == 0);
  CHECK_FALSE(reserve.hangs_on_first);
}

TEST_CASE("conflict between the two households is told from level two on", "[ranking][plan_b]") {
  const auto conflict_at = [](const std::string& level) {
    return plan(resilience(whole(aunt_and_coach()
                                     .on("2024-06-01 child", "tie child aunt ring=1; tie child coach ring=2")
                                     .on("2024-06-01 friend", "tie aunt coach conflict=" + level))),
                "h-aunt")
        .next->conflicts;
  };
  CHECK(conflict_at("1").empty());
  REQUIRE(conflict_at("2").size() == 1);
  const auto serious = conflict_at("3").front();
  CHECK(serious.level == 3);
  CHECK(serious.a == "aunt");
  CHECK(serious.b == "coach");
  CHECK(serious.from.front().informants == Ids{"friend"});
}

TEST_CASE("close people outside the household are those with a described tie of at least one half",
          "[ranking][plan_b]") {
  // Ring 3: .5325, close. Ring 4: .4·.325 + .3375 = .4675, not. Only known since: not described, though central ½.
  // The teacher is a professional; grandfather is dead; the aunt lives in the household.
  const auto w =
      whole(CaseBuilder("child born=2014")
                .people("aunt born=1980; third born=1980; fourth born=1980; unknown born=1980; mum born=1985 "
                        "role=mor; teacher role=klasselærer; grandpa died=2023")
                .households("h-aunt")
                .on("2024-06-01", "residence aunt h-aunt; candidate h-aunt; parent mum child")
                .on("2024-06-01 child", R"(
                             tie child aunt ring=1; tie child third ring=3; tie child fourth ring=4; tie child mum ring=2
                             tie child teacher ring=1; tie child grandpa ring=1; tie child unknown since=2020)"));
  const auto r = resilience(w);
  CHECK(plan(r, "h-aunt").close_outside == Ids{"mum", "third"});
  CHECK(plan(r, "h-aunt").close_parents == Ids{"mum"});
  CHECK_FALSE(plan(r, "h-aunt").only_close_network);
}

TEST_CASE("where nobody else is close an agreement on plan B is looked for", "[ranking][plan_b]") {
  auto alone = aunt_and_coach().on("2024-06-01 child", "tie child aunt ring=1; tie child coach ring=5");
  CHECK(plan(resilience(whole(alone)), "h-aunt").only_close_network);
  CHECK_FALSE(plan(resilience(whole(alone)), "h-aunt").agreement_recorded);
  alone.on("2024-06-01", "measure h-aunt plan_b_agreement state=proposed");
  CHECK(plan(resilience(whole(alone)), "h-aunt").agreement_recorded);
  // Seen from the coach's household the aunt is close.
  CHECK_FALSE(plan(resilience(whole(alone)), "h-coach").only_close_network);
}

TEST_CASE("a household that shares somebody with the first is no reserve", "[ranking][plan_b]") {
  const auto w = whole(aunt_and_coach()
                           .on("2024-06-01 child", "tie child aunt ring=1; tie child coach ring=2")
                           .on("2024-06-01", "residence aunt h-coach part_time"));
  CHECK_FALSE(plan(resilience(w), "h-aunt").next);
}

TEST_CASE("households beside the order by their own wish are reserves of another kind", "[ranking][plan_b]") {
  const auto w = whole(aunt_and_coach()
                           .on("2024-06-01 child", "tie child aunt ring=1; tie child coach ring=2")
                           .on("2024-06-02 coach", "role h-coach wish=only_if_no_one_else"),
                       "2024-06-02");
  const auto r = resilience(w);
  CHECK_FALSE(plan(r, "h-aunt").next);
  REQUIRE(plan(r, "h-aunt").beside.size() == 1);
  CHECK(plan(r, "h-aunt").beside.front().household == "h-coach");
  CHECK(r.plans.size() == 1);
}

TEST_CASE("the shipped cases have their plan B", "[ranking][plan_b]") {
  const auto liam = resilience(shipped("liam"));
  REQUIRE(liam.plans.size() == 2);
  CHECK(liam.plans.front().first == "h-mikkel");
  CHECK(liam.plans.front().next->household == "h-line");
  REQUIRE(liam.plans.front().beside.size() == 1);
  CHECK(liam.plans.front().beside.front().household == "h-karen");
  // Line's own tie carries: the way does not go through Mikkel.
  CHECK(liam.plans.front().next->with_first.people == Ids{"liam", "line"});
  CHECK_FALSE(liam.plans.front().next->hangs_on_first);
  // Camilla is known only through Anna.
  REQUIRE(liam.cut_persons.size() == 1);
  CHECK(liam.cut_persons.front().person == "anna");
  CHECK(liam.cut_persons.front().parted == Ids{"camilla"});

  const auto freja = resilience(shipped("freja"));
  REQUIRE(freja.plans.size() == 1);
  CHECK_FALSE(freja.plans.front().next);
  CHECK(freja.plans.front().beside.front().household == "h-dorthe");
  // Ida lives in the household; Inge and Villads lie in ring 1 and Thomas in ring 2.
  CHECK(freja.plans.front().close_outside == Ids{"inge", "thomas", "villads"});
}
