#include "ranked_case.hpp"

using namespace ranked_case;

namespace {

ranking::FactorValue value_of(const std::string& id, const casefile::Case& c) {
  return factor(household(ranked(c), "h-karen"), id);
}
/// Of a factor of Karen's household, after one conversation on the day of the analysis.
ranking::FactorValue value_of(const std::string& id, const std::string& who, const std::string& statements) {
  return value_of(id, liam().on("2024-06-01 " + who, statements).build());
}

/// An observed assessment of needs_match by need lines.
casefile::Case with_needs(std::vector<casefile::NeedLine> needs) {
  casefile::Case c = liam().on("2024-06-01", "assessment h-karen needs_match").build();
  std::get<casefile::Assessment>(c.interviews.back().statements.back().body).needs = std::move(needs);
  return c;
}

const std::vector<std::pair<std::string, double>> views_of_the_child = {
    {"no", 0}, {"hesitant", .25}, {"both", .5}, {"yes_when_asked", .75}, {"another_possibility", 1}, {"first_wish", 1}};

}  // namespace

TEST_CASE("a factor nobody has spoken of is half with the full range", "[ranking][factors]") {
  const auto value = value_of("mentalising_ability", liam().build());
  check_interval(value.observed, .5, 0, 1);
  CHECK(value.levels.empty());
  CHECK_FALSE(value.missing);
}

TEST_CASE("a fresh level of a professional is certain", "[ranking][factors]") {
  const auto value = value_of("mentalising_ability", "", "assessment h-karen mentalising_ability level=3");
  check_interval(value.observed, .75, .75, .75);
  REQUIRE(value.levels.size() == 1);
  CHECK(value.levels[0].professional);
  CHECK_FALSE(value.levels[0].outdated);
}

// h = 24 months; 2020-06-01 is 1461 days = 48.0009 months before, so that the weight is almost 1/4:
// central 1/4 · 3/4 + 3/4 · 1/2 = .5625, low .1875, high .1875 + .75 = .9375.
TEST_CASE("a level fades towards not knowing", "[ranking][factors]") {
  const auto value = value_of("mentalising_ability",
                              liam().on("2020-06-01", "assessment h-karen mentalising_ability level=3").build());
  CHECK(value.observed.central == Approx(.5625).margin(1e-4));
  CHECK(value.observed.low == Approx(.1875).margin(1e-4));
  CHECK(value.observed.high == Approx(.9375).margin(1e-4));
  CHECK(value.levels[0].outdated);
}

TEST_CASE("what others than professionals say of an assessment is quoted beside it", "[ranking][factors]") {
  const auto value = value_of("mentalising_ability", "anna", "assessment h-karen mentalising_ability level=0");
  check_interval(value.observed, .5, 0, 1);
  CHECK(value.levels.empty());
  CHECK(value.words.size() == 1);
}

// Of its own home: r = 3/4, so 1/4 stays open: level 3 is worth 1 here: 3/4 + 1/8, low 3/4, high 1.
TEST_CASE("a household may tell a fact about itself", "[ranking][factors]") {
  const auto value = value_of("home_physical", "karen", "assessment h-karen home_physical level=3");
  check_interval(value.observed, .875, .75, 1);
  CHECK_FALSE(value.levels.at(0).professional);
}

TEST_CASE("the later word of the same informant replaces the earlier one", "[ranking][factors]") {
  const auto value = value_of("expectations", liam()
                                                  .on("2024-05-01", "assessment h-karen expectations level=1")
                                                  .on("2024-06-01", "assessment h-karen expectations level=3")
                                                  .build());
  check_interval(value.observed, .75, .75, .75);
}

TEST_CASE("being asked without an answer is remembered and is no value", "[ranking][factors]") {
  const auto value = value_of("expectations", "anna", "assessment h-karen expectations level=would_not_say");
  check_interval(value.observed, .5, 0, 1);
  CHECK(value.missing == casefile::NoValue::would_not_say);
}

TEST_CASE("what was told of another household or withdrawn or is still to come does not count", "[ranking][factors]") {
  for (const char* statement :
       {"assessment h-mikkel expectations level=3", "assessment h-karen expectations level=3 withdrawn=2024-06-01",
        "assessment h-karen expectations level=3 from=2024-09-01"}) {
    INFO(statement);
    check_interval(value_of("expectations", "", statement).observed, .5, 0, 1);
  }
}

TEST_CASE("each view of the child has its level", "[ranking][factors]") {
  for (const auto& [view, x] : views_of_the_child) {
    INFO(view);
    const auto value = value_of("child_wish", "liam", "wish " + view + " h-karen");
    check_interval(value.observed, x, x, x);
    CHECK(value.levels.at(0).child);
  }
}

TEST_CASE("the child's own words do not fade", "[ranking][factors]") {
  const auto value = value_of("child_wish", liam().on("2020-06-01 liam", "wish first_wish h-karen").build());
  check_interval(value.observed, 1, 1, 1);
  CHECK_FALSE(value.levels.at(0).outdated);
}

TEST_CASE("a wish to live with an adult of the household is a wish for the household", "[ranking][factors]") {
  check_interval(value_of("child_wish", "liam", "wish yes_when_asked ole").observed, .75, .75, .75);
}

TEST_CASE("what is said of the household goes before what is said of an adult in it", "[ranking][factors]") {
  check_interval(value_of("child_wish", "liam", "wish hesitant ole; wish first_wish h-karen").observed, 1, 1, 1);
  check_interval(value_of("child_wish", "liam", "wish first_wish karen; wish hesitant ole").observed, .25, .25, .25);
}

TEST_CASE("a wish to see somebody is no wish to live there", "[ranking][factors]") {
  check_interval(value_of("child_wish", "liam", "wish first_wish karen topic=contact").observed, .5, 0, 1);
}

// r = 1/2 in the row of wishes: central 1/2 · 1 + 1/2 · 1/2, low 1/2, high 1. Hearsay: r = 1/4: 1/4 + 3/8.
TEST_CASE("a wish of the child that the mother reports counts half", "[ranking][factors]") {
  check_interval(value_of("child_wish", "anna", "wish first_wish h-karen").observed, .75, .5, 1);
  check_interval(value_of("child_wish", "anna", "wish first_wish h-karen hearsay").observed, .625, .25, 1);
}

TEST_CASE("what the mother wishes is no wish of the child but her own view", "[ranking][factors]") {
  const auto c = liam().on("2024-06-01 anna", "wish no h-karen of=anna").build();
  check_interval(value_of("child_wish", c).observed, .5, 0, 1);
  check_interval(value_of("parents_view", c).observed, .25, .25, .25);
}

TEST_CASE("a parent's wish gives the parent's own view and never says more than being against", "[ranking][factors]") {
  for (const auto& [view, x] : views_of_the_child) {
    INFO(view);
    const double level = std::max(x, .25);
    check_interval(value_of("parents_view", "anna", "wish " + view + " h-karen of=anna").observed, level, level, level);
  }
  check_interval(value_of("parents_view", "anna", "assessment h-karen parents_view level=0 whose=anna").observed, 0, 0,
                 0);
}

// Anna no (1/4), Dennis first wish (1): the mean is 5/8.
TEST_CASE("each parent who was heard counts the same", "[ranking][factors]") {
  const auto value = value_of("parents_view", liam()
                                                  .on("2024-06-01 anna", "wish no h-karen of=anna")
                                                  .on("2024-06-01 dennis", "wish first_wish h-karen of=dennis")
                                                  .build());
  check_interval(value.observed, .625, .25, 1);
  CHECK(value.estimate.agreement == analysis::Agreement::disagree);
}

// The same professional on two parents: one statement does not replace the other.
TEST_CASE("a professional may speak of each parent's view", "[ranking][factors]") {
  check_interval(value_of("parents_view", "", R"(
                   assessment h-karen parents_view level=1 whose=anna
                   assessment h-karen parents_view level=4 whose=dennis)")
                     .observed,
                 .625, .25, 1);
}

TEST_CASE("a parent's view told by the other parent is quoted only", "[ranking][factors]") {
  const auto value = value_of("parents_view", "anna", "wish no h-karen of=dennis");
  check_interval(value.observed, .5, 0, 1);
  CHECK(value.words.size() == 1);
}

// A professional's report is hearsay: r = 1/2: central 1/2 · 1/4 + 1/4 = 3/8, low 1/8, high 1/8 + 1/2.
TEST_CASE("a parent's view told by a professional counts half", "[ranking][factors]") {
  check_interval(value_of("parents_view", "", "wish no h-karen of=dennis").observed, .375, .125, .625);
}

TEST_CASE("where the child lives follows from its residences", "[ranking][factors]") {
  check_interval(value_of("living_there_now", "", "residence liam h-karen").observed, 1, 1, 1);
  check_interval(value_of("living_there_now", "", "residence liam h-karen part_time").observed, .75, .75, .75);
  check_interval(value_of("living_there_now", "", "residence liam h-mikkel").observed, .5, 0, 1);
  check_interval(value_of("living_there_now", "", "residence liam h-karen to=2023").observed, .5, 0, 1);
}

TEST_CASE("an assessment of the same day corrects what follows from residences", "[ranking][factors]") {
  check_interval(
      value_of("living_there_now", "", "residence liam h-karen; assessment h-karen living_there_now level=2").observed,
      .5, .5, .5);
}

TEST_CASE("moving in after the assessment counts", "[ranking][factors]") {
  const auto c = liam()
                     .on("2024-05-20", "assessment h-karen living_there_now level=2")
                     .on("2024-06-01", "residence liam h-karen")
                     .build();
  check_interval(value_of("living_there_now", c).observed, 1, 1, 1);
}

// Importance 3 with capability 4, importance 1 with capability 0: (3 · 1 + 1 · 0)/4 = 3/4.
// With the second one open: central (3 + 1/2)/4 = 7/8, low 3/4, high 1.
TEST_CASE("need lines weigh by importance and an open line stays open", "[ranking][factors]") {
  check_interval(value_of("needs_match", with_needs({{"n1", 3, {4, {}}}, {"n2", 1, {0, {}}}})).observed, .75, .75, .75);
  check_interval(value_of("needs_match", with_needs({{"n1", 3, {4, {}}}, {"n2", 1, {}}})).observed, .875, .75, 1);
}

// (3 · 4 + 2 · 1)/5 = 14/5, rounded down to 2; with a need of importance 3 at 0 it is 0, though the mean is 2.
TEST_CASE("a need of the highest importance that cannot be met is not averaged away", "[ranking][factors]") {
  const auto mixed = ranked(with_needs({{"n1", 3, {4, {}}}, {"n2", 2, {1, {}}}}));
  CHECK(factor(household(mixed, "h-karen"), "needs_match").levels.at(0).level == 2);
  CHECK_FALSE(alerted(household(mixed, "h-karen"), "needs_match"));
  const auto unmet = ranked(with_needs({{"n1", 3, {4, {}}}, {"n2", 3, {0, {}}}}));
  CHECK(factor(household(unmet, "h-karen"), "needs_match").levels.at(0).level == 0);
  CHECK(alerted(household(unmet, "h-karen"), "needs_match"));
}

// Supervision lifts mentalising by one level and to 2 at most: 1 becomes 2, whose value is 1/2.
TEST_CASE("granted support lifts one level and no higher than it can reach", "[ranking][factors]") {
  const auto with = [](int level, const std::string& granted) {
    return value_of("mentalising_ability", "",
                    "assessment h-karen mentalising_ability level=" + std::to_string(level) +
                        "; measure h-karen supervision factors=mentalising_ability " + granted);
  };
  const auto from_1 = with(1, "state=granted");
  check_interval(from_1.observed, .25, .25, .25);
  check_interval(from_1.supported, .5, .5, .5);
  CHECK(from_1.lifted_by == std::vector<std::string>{"supervision"});
  check_interval(with(1, "state=started").supported, .5, .5, .5);
  check_interval(with(1, "state=proposed").supported, .25, .25, .25);
  check_interval(with(1, "state=granted to=2024-05-01").supported, .25, .25, .25);  // ended
  check_interval(with(2, "state=granted").supported, .5, .5, .5);
  CHECK(with(2, "state=granted").lifted_by.empty());
  check_interval(with(3, "state=granted").supported, .75, .75, .75);  // never lowers
  check_interval(with(0, "state=granted expected=2").supported, .5, .5, .5);
  check_interval(with(0, "state=granted expected=4").supported, .5, .5, .5);
  check_interval(with(1, "state=granted expected=1").supported, .25, .25, .25);
}

TEST_CASE("several measures lift one level in all", "[ranking][factors]") {
  const auto value = value_of("expectations", "", R"(
    assessment h-karen expectations level=1
    measure h-karen expectation_talk factors=expectations state=granted
    measure h-karen basic_course factors=expectations state=granted
    measure h-karen start_programme factors=expectations state=started)");
  check_interval(value.supported, .5, .5, .5);
  CHECK(value.lifted_by.size() == 3);
}

// Teacher Mette 1 and the interviewers 3, both fresh: observed (1/4 + 3/4)/2; lifted to 2 and 4: (1/2 + 1)/2.
TEST_CASE("support lifts each stated level before they are combined", "[ranking][factors]") {
  auto builder = liam().people("mette born=1979 role=klasselærer");
  const auto value = value_of("expectations", builder.on("2024-06-01 mette", "assessment h-karen expectations level=1")
                                                  .on("2024-06-01", R"(
                                                    assessment h-karen expectations level=3
                                                    measure h-karen basic_course factors=expectations state=granted)")
                                                  .build());
  check_interval(value.observed, .5, .25, .75);
  check_interval(value.supported, .75, .5, 1);
}

TEST_CASE("support lifts neither what is unknown nor a factor that it is not for", "[ranking][factors]") {
  check_interval(
      value_of("mentalising_ability", "", "measure h-karen supervision factors=mentalising_ability state=granted")
          .supported,
      .5, 0, 1);
  check_interval(value_of("mentalising_ability", "", R"(
                   assessment h-karen mentalising_ability level=1
                   measure h-karen cleaning_help factors=mentalising_ability state=granted
                   measure h-karen supervision factors=needs_match state=granted)")
                     .supported,
                 .25, .25, .25);
}

// --- scenarios and spans -------------------------------------------------------------------------------

namespace {

/// Need lines from .75 · to 1 as above, with a measure for them.
ranking::FactorValue lifted_needs(const std::string& measure) {
  casefile::Case c = with_needs({{"n1", 3, {2, {}}}, {"n2", 3, {}}});
  CaseBuilder extra = liam().on("2024-06-01", measure);
  c.interviews.back().statements.push_back(extra.build().interviews.back().statements.back());
  c.interviews.back().statements.back().id = "s-extra";
  return value_of("needs_match", c);
}

}  // namespace

// ½ and open: [.25, .75], middle .5. One level of support: [.5, .75 (its cap)], middle .625 and not .75 = .5 + ¼.
TEST_CASE("an open span that support cuts short keeps its middle in the middle", "[ranking][factors]") {
  const auto value = lifted_needs("measure h-karen respite factors=needs_match state=granted");
  check_interval(value.observed, .5, .25, .75);
  check_interval(value.supported, .625, .5, .75);
  REQUIRE(value.spans[static_cast<std::size_t>(ranking::Scenario::granted)].size() == 1);
  CHECK(value.spans[static_cast<std::size_t>(ranking::Scenario::granted)][0] == analysis::Interval{.625, .5, .75});
  CHECK(value.spans[static_cast<std::size_t>(ranking::Scenario::now)][0] == analysis::Interval{.5, .25, .75});
}

TEST_CASE("proposed support counts in its own scenario only", "[ranking][factors]") {
  const auto value = [](const std::string& measures) {
    return value_of("boundary_setting",
                    liam().on("2024-06-01", "assessment h-karen boundary_setting level=1; " + measures).build());
  };
  const auto proposed = value("measure h-karen mediation factors=boundary_setting state=proposed");
  check_interval(proposed.supported, .25, .25, .25);
  check_interval(proposed.proposed, .5, .5, .5);
  CHECK(proposed.proposed_by == std::vector<std::string>{"mediation"});
  CHECK(proposed.lifted_by.empty());

  const auto granted = value("measure h-karen mediation factors=boundary_setting state=granted");
  check_interval(granted.proposed, .5, .5, .5);
  CHECK(granted.proposed_by.empty());
  REQUIRE(granted.without.size() == 1);
  check_interval(granted.without[0].value, .25, .25, .25);

  // Two measures lift one level in all: neither is missed alone. One that is expected to do more is.
  const auto two = value(R"(measure h-karen mediation factors=boundary_setting state=granted
                            measure h-karen supervision factors=boundary_setting state=started)");
  check_interval(two.supported, .5, .5, .5);
  CHECK(two.without.empty());
  const auto more = value(R"(measure h-karen mediation factors=boundary_setting state=granted
                             measure h-karen supervision factors=boundary_setting state=started expected=3)");
  check_interval(more.supported, .75, .75, .75);
  REQUIRE(more.without.size() == 1);
  CHECK(more.without[0].measure == "supervision");
  check_interval(more.without[0].value, .5, .5, .5);
}
