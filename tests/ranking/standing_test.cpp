#include "ranked_case.hpp"

using namespace ranked_case;
using ranking::Heading;
using ranking::OutsideReason;
using ranking::RequirementStatus;
using ranking::Standing;

namespace {

ranking::RankedHousehold karen(const casefile::Case& c) {
  return household(ranked(c), "h-karen");
}
ranking::RankedHousehold karen(const std::string& who, const std::string& statements) {
  return karen(liam().on("2024-06-01 " + who, statements).build());
}

ranking::RequirementResult frame(const std::string& statements) {
  return requirement(karen("", statements), "stable_safe_frame");
}

const std::string level_of_frame = "assessment h-karen stable_safe_frame level=";
const std::string support_of_frame = "; measure h-karen supervision factors=stable_safe_frame state=";

/// Whatever a household can fulfil.
const std::string all_met = R"(
    tie liam karen ring=1 emotional=4 caregiving=3 conflict=0
    assessment h-karen stable_safe_frame level=3; assessment h-karen cooperation_birth_family level=3
    assessment h-karen cooperation_authorities level=3; assessment h-karen time_and_surplus level=3
    assessment h-karen home_physical level=3; assessment h-karen health_capacity level=3
    certificate karen criminal_record obtained_nothing_noted; certificate karen child_protection obtained_nothing_noted
    certificate ole criminal_record assessed_no_hindrance; certificate ole child_protection obtained_nothing_noted)";

}  // namespace

TEST_CASE("a requirement has the status of its level", "[ranking][requirements]") {
  CHECK(frame(level_of_frame + "4").status == RequirementStatus::met);
  CHECK(frame(level_of_frame + "3").status == RequirementStatus::met);
  CHECK(frame(level_of_frame + "2").status == RequirementStatus::conditional);
  CHECK(frame(level_of_frame + "1").status == RequirementStatus::liftable);
  CHECK(frame(level_of_frame + "0").status == RequirementStatus::not_met);
  CHECK(frame("assessment h-karen stable_safe_frame level=not_examined").status == RequirementStatus::unknown);
}

TEST_CASE("support that is missing proposed or granted shows in the status", "[ranking][requirements]") {
  CHECK(frame(level_of_frame + "2").measure_missing);
  CHECK_FALSE(frame(level_of_frame + "2" + support_of_frame + "proposed").measure_missing);
  CHECK(frame(level_of_frame + "1" + support_of_frame + "proposed").status == RequirementStatus::conditional);
  CHECK(frame(level_of_frame + "1").measures.size() == 4);  // what the catalogue has against it
  CHECK(frame(level_of_frame + "0" + support_of_frame + "granted").status == RequirementStatus::not_met);
  CHECK(frame(level_of_frame + "0" + support_of_frame + "granted expected=2").status == RequirementStatus::conditional);
  CHECK(frame(level_of_frame + "0" + support_of_frame + "proposed expected=2").status == RequirementStatus::not_met);
}

TEST_CASE("levels on both sides of a limit make a requirement unknown", "[ranking][requirements]") {
  const auto said = [](const std::string& mette, const std::string& observed) {
    return requirement(karen(liam()
                                 .people("mette born=1979 role=klasselærer")
                                 .on("2024-06-01 mette", level_of_frame + mette)
                                 .on("2024-06-01", level_of_frame + observed)
                                 .build()),
                       "stable_safe_frame");
  };
  CHECK(said("2", "3").status == RequirementStatus::unknown);
  CHECK(said("2", "3").disagreement);
  CHECK(said("2", "3").from.size() == 2);
  CHECK(said("3", "4").status == RequirementStatus::met);  // different levels on one side
  CHECK_FALSE(said("3", "4").disagreement);
}

// h = 12 months: limit 24. 2022-05-01 is 25 months before, 2022-07-01 is 23.
TEST_CASE("levels older than two half-lives do not count for a requirement", "[ranking][requirements]") {
  const auto old = requirement(karen(liam().on("2022-05-01", level_of_frame + "3").build()), "stable_safe_frame");
  CHECK(old.status == RequirementStatus::unknown);
  CHECK(old.outdated);
  CHECK(old.from.size() == 1);
  const auto younger = requirement(karen(liam().on("2022-07-01", level_of_frame + "3").build()), "stable_safe_frame");
  CHECK(younger.status == RequirementStatus::met);
}

TEST_CASE("certificates need both kinds of every adult", "[ranking][requirements]") {
  const auto status = [](const std::string& statements) {
    return requirement(karen("", statements), "clean_certificates").status;
  };
  const std::string karens =
      "certificate karen criminal_record obtained_nothing_noted; certificate karen child_protection "
      "assessed_no_hindrance";
  const std::string oles =
      "; certificate ole criminal_record obtained_nothing_noted; certificate ole child_protection ";
  CHECK(status("") == RequirementStatus::unknown);
  CHECK(status(karens) == RequirementStatus::unknown);
  CHECK(status(karens + oles + "requested") == RequirementStatus::unknown);
  CHECK(status(karens + oles + "to_be_assessed_by_leader") == RequirementStatus::unknown);
  CHECK(status(karens + oles + "obtained_nothing_noted") == RequirementStatus::met);
  CHECK(status(karens + oles + "assessed_hindrance") == RequirementStatus::not_met);
}

TEST_CASE("of one day the furthest step of a certificate counts and a later day goes before",
          "[ranking][requirements]") {
  const auto status = [](const std::string& first, const std::string& second) {
    return requirement(karen(liam()
                                 .on("2024-05-20", "certificate ole criminal_record " + first)
                                 .on("2024-06-01", R"(certificate karen criminal_record obtained_nothing_noted
                                      certificate karen child_protection obtained_nothing_noted
                                      certificate ole child_protection obtained_nothing_noted
                                      certificate ole criminal_record )" +
                                                       second)
                                 .build()),
                       "clean_certificates")
        .status;
  };
  CHECK(status("assessed_hindrance", "obtained_nothing_noted") == RequirementStatus::met);
  CHECK(status("obtained_nothing_noted", "consented; certificate ole criminal_record obtained_nothing_noted") ==
        RequirementStatus::met);
  CHECK(status("obtained_nothing_noted", "requested") == RequirementStatus::unknown);
}

// Child's words, so nothing fades. Ring 1, feeling 4: low 234/360 = .65. Ring 5, feeling 0: .2 · 117/360 = .065 known
// and 126/360 = .35 open: high .415, so unknown; with the four other parts at their lowest, high = .065.
TEST_CASE("a prior relation is met or not met only where the bounds say so", "[ranking][requirements]") {
  const auto status = [](const std::string& tie) { return requirement(karen("liam", tie), "prior_relation").status; };
  CHECK(status("tie liam karen ring=1 emotional=4") == RequirementStatus::met);
  CHECK(status("tie liam karen ring=5 emotional=1") == RequirementStatus::unknown);
  CHECK(status("tie liam ole ring=1 emotional=4") == RequirementStatus::unknown);  // Karen is the carer
  CHECK(status("tie liam karen ring=none emotional=1 caregiving=0 often=never since=2024-06-01") ==
        RequirementStatus::not_met);
}

// Ring 1 by the child: closeness is 1, though the whole relation is only known from .325 upwards. Told by her mother
// (r ½) ring 2 is worth ½ · .8 = .40, ring 3 ½ · .6 = .30.
TEST_CASE("felt closeness alone can show that a relation exists", "[ranking][requirements]") {
  const auto status = [](const std::string& who, const std::string& tie) {
    return requirement(karen(who, tie), "prior_relation").status;
  };
  CHECK(status("liam", "tie liam karen ring=1 often=fortnightly") == RequirementStatus::met);
  CHECK(status("liam", "tie liam karen ring=4") == RequirementStatus::met);
  CHECK(status("liam", "tie liam karen ring=5") == RequirementStatus::unknown);
  CHECK(status("anna", "tie liam karen ring=2") == RequirementStatus::met);
  CHECK(status("anna", "tie liam karen ring=3") == RequirementStatus::unknown);
  CHECK(status("liam", "tie liam ole ring=1") == RequirementStatus::unknown);  // Karen is the carer
  // Close, but all the rest is known to be thin: 117/360 · .4 = .13 in all.
  CHECK(status("liam", "tie liam karen ring=4 emotional=0 caregiving=0 conflict=3 often=never since=2024-06-01") ==
        RequirementStatus::unknown);
}

TEST_CASE("the heading follows from the requirements", "[ranking][standing]") {
  CHECK(karen("liam", "").heading == Heading::needs_clarification);
  const auto with = [](const std::string& more) {
    return karen(liam().on("2024-05-31", all_met).on("2024-06-01", more).build()).heading;
  };
  CHECK(with("") == Heading::no_known_obstacle);
  CHECK(with(level_of_frame + "2") == Heading::conditional_on_support);
  CHECK(with(level_of_frame + "1") == Heading::conditional_on_support);
  CHECK(with("assessment h-karen home_physical level=0") == Heading::requirement_not_met);
}

TEST_CASE("a professional's concern raises an alert at the limit of the catalogue", "[ranking][alerts]") {
  CHECK(alerted(karen("", "assessment h-karen mentalising_ability level=1"), "mentalising_ability"));
  CHECK_FALSE(alerted(karen("", "assessment h-karen mentalising_ability level=2"), "mentalising_ability"));
  CHECK_FALSE(alerted(karen("", "assessment h-karen psychological_robustness level=1"), "psychological_robustness"));
  CHECK_FALSE(alerted(karen("anna", "assessment h-karen mentalising_ability level=0"), "mentalising_ability"));
}

TEST_CASE("a grave concern does not go away by growing old but by a newer word", "[ranking][alerts]") {
  const auto old = liam().on("2019-01-01", "assessment h-karen mentalising_ability level=0");
  CHECK(karen(old.build()).standing == Standing::outside_until_assessed);
  auto newer = liam()
                   .people("mette born=1979 role=klasselærer")
                   .on("2019-01-01 mette", "assessment h-karen mentalising_ability level=0")
                   .on("2024-06-01", "assessment h-karen mentalising_ability level=3");
  CHECK_FALSE(alerted(karen(newer.build()), "mentalising_ability"));
}

TEST_CASE("level 0 puts a household outside only where the catalogue says so", "[ranking][standing]") {
  for (const char* id : {"mentalising_ability", "needs_match", "psychological_robustness", "upbringing_approach"}) {
    INFO(id);
    const auto h = karen("", std::string("assessment h-karen ") + id + " level=0");
    CHECK(h.standing == Standing::outside_until_assessed);
    REQUIRE(h.outside.size() == 1);
    CHECK(h.outside[0].reason == OutsideReason::level_zero);
    CHECK(h.outside[0].factor == id);
    CHECK(h.outside[0].from.size() == 1);
  }
  CHECK(karen("", "assessment h-karen conflict_birth_parents level=0").standing == Standing::in_order_not_asked);
  const auto frame_0 = karen("", level_of_frame + "0");
  REQUIRE(frame_0.outside.size() == 1);
  CHECK(frame_0.outside[0].reason == OutsideReason::requirement_not_met);
}

TEST_CASE("only the child's own clear no puts a household outside", "[ranking][standing]") {
  const auto own = karen("liam", "wish no h-karen");
  CHECK(own.standing == Standing::outside_until_assessed);
  CHECK(own.outside.at(0).reason == OutsideReason::child_says_no);
  CHECK(alerted(own, "child_wish"));
  CHECK(karen("liam", "wish no ole; wish first_wish h-karen").standing == Standing::outside_until_assessed);
  CHECK(karen("anna", "wish no h-karen").outside.empty());
  const auto unsure = karen("liam", "wish no h-karen unsure");
  CHECK(unsure.outside.empty());
  CHECK(alerted(unsure, "child_wish"));
}

TEST_CASE("a later yes of the child takes back an earlier no", "[ranking][standing]") {
  const auto h =
      karen(liam().on("2024-05-10 liam", "wish no h-karen").on("2024-06-01 liam", "wish both h-karen").build());
  CHECK(h.outside.empty());
  CHECK_FALSE(alerted(h, "child_wish"));
}

TEST_CASE("a child that is afraid of somebody in the household stops the order and lowers nothing",
          "[ranking][standing]") {
  const auto afraid =
      karen(liam().on("2024-06-01", level_of_frame + "3").on("2024-06-01 liam", "tie liam ole emotional=0").build());
  CHECK(afraid.standing == Standing::outside_until_assessed);
  CHECK(afraid.outside.at(0).reason == OutsideReason::unsafe_tie);
  CHECK(alerted(afraid, "unsafe_tie"));
  CHECK(requirement(afraid, "stable_safe_frame").status == RequirementStatus::unknown);
  check_interval(factor(afraid, "stable_safe_frame").observed, .75, .75, .75);
}

TEST_CASE("a household stands where its own wish puts it", "[ranking][standing]") {
  const auto standing = [](const std::string& wish) { return karen("karen", "role h-karen wish=" + wish).standing; };
  CHECK(standing("foster_family") == Standing::in_order);
  CHECK(standing("perhaps") == Standing::in_order);
  CHECK(standing("not_asked") == Standing::in_order_not_asked);
  CHECK(standing("only_if_no_one_else") == Standing::beside_own_wish);
  CHECK(standing("for_a_period") == Standing::beside_own_wish);
  CHECK(standing("support_only") == Standing::other_roles);
  CHECK(standing("no") == Standing::other_roles);
  CHECK(karen("liam", "").standing == Standing::in_order_not_asked);
}

TEST_CASE("the latest word of the household itself is its role wish", "[ranking][standing]") {
  const auto h = karen(liam()
                           .on("2024-05-10 karen", "role h-karen wish=no")
                           .on("2024-05-20 ole", "role h-karen wish=perhaps")
                           .on("2024-06-01 anna", "role h-karen wish=foster_family")
                           .on("2024-06-01 karen", "role karen wish=no offers=respite")
                           .build());
  CHECK(h.role_wish == casefile::RoleAnswer::perhaps);
  CHECK(h.role_wish_statements.size() == 1);
}

TEST_CASE("the household's own no goes before reasons that demand an assessment", "[ranking][standing]") {
  const auto h = karen("karen", "role h-karen wish=no; assessment h-karen needs_match level=0 observed");
  CHECK(h.standing == Standing::other_roles);
  CHECK(h.outside.size() == 1);  // the reason stays in sight
}

// --- the written assessment ----------------------------------------------------------------------------

namespace {

constexpr const char* stopped = "assessment h-karen mentalising_ability level=0";

ranking::RankedHousehold assessed(const std::string& head, const std::string& statement) {
  return karen(liam().people("mette born=1979 role=klasselærer").on("2024-05-01", stopped).on(head, statement).build());
}

}  // namespace

TEST_CASE("a later written assessment by a named professional ends the standing outside", "[ranking][standing]") {
  const std::string written = "assessment h-karen mentalising_ability level=1 words=\"har set dem sammen\"";
  const auto back = assessed("2024-05-20 mette", written);
  CHECK(back.standing == Standing::in_order_not_asked);
  REQUIRE(back.outside.size() == 1);  // the reason stays in sight
  REQUIRE(back.outside[0].assessed.size() == 1);
  CHECK(back.outside[0].assessed[0].informants == std::vector<Id>{"mette"});
  CHECK(alerted(back, "mentalising_ability"));  // and so does the alert
}

TEST_CASE("what is no written assessment leaves a household outside", "[ranking][standing]") {
  const auto standing = [](const std::string& head, const std::string& statement) {
    return assessed(head, statement).standing;
  };
  const std::string level_1 = "assessment h-karen mentalising_ability level=1";
  const std::string grounds = " words=\"har set dem sammen\"";
  const auto outside = Standing::outside_until_assessed;
  CHECK(standing("2024-05-20 mette", level_1) == outside);                         // without grounds
  CHECK(standing("2024-05-01 mette", level_1 + grounds) == outside);               // of the same day
  CHECK(standing("2024-04-20 mette", level_1 + grounds) == outside);               // earlier
  CHECK(standing("2024-05-20 mette", std::string(stopped) + grounds) == outside);  // again level 0
  CHECK(standing("2024-05-20 mette", "assessment h-karen commitment level=3" + grounds) == outside);
  CHECK(standing("2024-05-20 mette", "decision h-karen godkendes made_by=leder") == outside);
}

TEST_CASE("fear is answered by an assessment of the frame and a child's no only by the child", "[ranking][standing]") {
  const std::string frame = "assessment h-karen stable_safe_frame level=3 words=\"talt med Liam\"";
  const auto standing = [](const std::string& child, const std::string& statement) {
    return karen(liam()
                     .people("mette born=1979 role=klasselærer")
                     .on("2024-05-10 liam", child)
                     .on("2024-05-20 mette", statement)
                     .build())
        .standing;
  };
  CHECK(standing("tie liam karen emotional=0", frame) == Standing::in_order_not_asked);
  CHECK(standing("tie liam karen emotional=0", "assessment h-karen needs_match level=3 words=\"x y\"") ==
        Standing::outside_until_assessed);
  CHECK(standing("wish no h-karen", frame) == Standing::outside_until_assessed);
}

TEST_CASE("interviewers without a name cannot answer for an assessment", "[ranking][standing]") {
  const auto standing = [](const std::string& name) {
    casefile::Case c = liam()
                           .people("mette born=1979 role=klasselærer")
                           .on("2024-05-01 mette", stopped)
                           .on("2024-05-20 mette",
                               "assessment h-karen mentalising_ability level=1 observed words=\"har set dem sammen\"")
                           .build();
    c.interviews.back().interviewers = {{"netværkskonsulent", name}};
    return karen(c).standing;
  };
  CHECK(standing("Hanne Holm") == Standing::in_order_not_asked);
  CHECK(standing("") == Standing::outside_until_assessed);
}
