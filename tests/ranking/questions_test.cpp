// What to ask next, and whom (method §3.8).
#include "kreds/ranking/questions.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "stories.hpp"
#include "whole_case.hpp"

using namespace whole_case;
using network::Ids;
using network::Part;
using ranking::AskedAgain;
using ranking::OpenQuestion;
using ranking::QuestionKind;
using ranking::QuestionPlan;
using ranking::Relative;
using ranking::RespondentGroup;

namespace {

std::vector<OpenQuestion> of_kind(const QuestionPlan& plan, QuestionKind kind) {
  std::vector<OpenQuestion> found;
  for (const OpenQuestion& q : plan.questions)
    if (q.kind == kind) found.push_back(q);
  return found;
}
const OpenQuestion* find(const QuestionPlan& plan, QuestionKind kind, const Id& household, const std::string& factor,
                         std::optional<Part> part = {}) {
  for (const OpenQuestion& q : plan.questions)
    if (q.kind == kind && q.household == household && q.factor == factor && q.part == part) return &q;
  return nullptr;
}
Ids people_of(const std::vector<OpenQuestion>& questions) {
  Ids ids;
  for (const OpenQuestion& q : questions) ids.push_back(q.person);
  return ids;
}
bool asks(const OpenQuestion& q, const Id& person) {
  return std::ranges::any_of(
      q.whom, [&](const auto& who) { return std::ranges::find(who.people, person) != who.people.end(); });
}
std::vector<std::pair<Id, Relative>> missing_relatives(const QuestionPlan& plan) {
  std::vector<std::pair<Id, Relative>> found;
  for (const OpenQuestion& q : of_kind(plan, QuestionKind::missing_relative)) found.emplace_back(q.person, *q.relative);
  return found;
}

/// Liam, Karen and Ole, Mikkel; the two homes want the task, and Liam was heard on 1 May.
CaseBuilder heard() {
  return liam()
      .on("2024-05-01 liam id=child", "tie liam karen ring=1; tie liam mikkel ring=1")
      .on("2024-05-02 karen ole", "role h-karen wish=foster_family")
      .on("2024-05-02 mikkel", "role h-mikkel wish=foster_family");
}

}  // namespace

// --- value of information ----------------------------------------------------------------------------------------

namespace m1 {

// The method's case M1: groups {1,1}, {2}, {1,1}, {1}, {1}, top {2,1,1}.
const std::vector<std::string> factors = {
    "relation_strength",        "child_wish",       "mentalising_ability", "needs_match", "conflict_birth_parents",
    "cooperation_birth_family", "living_there_now", "time_and_surplus"};
const std::vector<int> classes = {1, 2, 1, 1, 1, 2, 1, 1};

ranking::Catalogue catalogue() {
  ranking::Catalogue c = ranked_case::catalogue();
  c.factors.clear();
  for (std::size_t j = 0; j < factors.size(); ++j) {
    c.factors.push_back(*ranking::find_factor(ranked_case::catalogue(), factors[j]));
    c.factors.back().importance_class = classes[j];
  }
  return c;
}

constexpr double unknown = -1;

ranking::RankedHousehold household(const Whole& w, const Id& id, const std::vector<double>& values,
                                   const ranking::Ranking& r) {
  ranking::RankedHousehold h;
  h.id = id;
  while (w.network.households[h.household].id != id) ++h.household;
  h.role_wish = casefile::RoleAnswer::foster_family;
  std::vector<analysis::Interval> intervals;
  for (std::size_t j = 0; j < values.size(); ++j) {
    ranking::FactorValue v;
    v.factor = factors[j];
    if (values[j] != unknown) {
      v.supported = {values[j], values[j], values[j]};
      v.levels.push_back({4, {"s", "i", w.network.as_of, {"liam"}, false, false, false}, true, true, false});
    }
    intervals.push_back(v.supported);
    h.factors.push_back(v);
  }
  h.value = ranking::weighted_value(r.weights, intervals);
  return h;
}

}  // namespace m1

TEST_CASE("the value of asking is that of the worked case", "[ranking][questions]") {
  // Method §4.4: A 2541/3200, B 239/300, C 1159/1920; asking the child about B 19321/1105920, B's cooperation with the
  // family 363/97280. C's wish is uncertain there and known here: it stands in no question below.
  const auto catalogue = m1::catalogue();
  const auto w = whole(CaseBuilder("liam born=2014")
                           .people("a born=1980; b born=1980; c born=1980")
                           .households("h-a; h-b; h-c")
                           .on("2024-05-01", "residence a h-a; residence b h-b; residence c h-c")
                           .on("2024-05-30 liam", "fact heard about=liam"));
  ranking::Ranking r;
  r.as_of = w.network.as_of;
  r.weights = ranking::centroid_weights(catalogue, m1::factors);
  r.households.push_back(m1::household(w, "h-b", {.9, m1::unknown, 1, .75, 1, m1::unknown, .25, 1}, r));
  r.households.push_back(m1::household(w, "h-a", {.9, 1, .5, .5, .5, .75, 1, .5}, r));
  REQUIRE(r.households[0].value.central == Approx(239. / 300).epsilon(0).margin(1e-14));
  REQUIRE(r.households[1].value.central == Approx(2541. / 3200).epsilon(0).margin(1e-14));

  const auto plan = ranking::questions(w.c, w.vocabulary, w.network, w.strengths, catalogue, r);
  const auto* wish = find(plan, QuestionKind::factor, "h-b", "child_wish");
  const auto* cooperation = find(plan, QuestionKind::factor, "h-b", "cooperation_birth_family");
  REQUIRE(wish);
  REQUIRE(cooperation);
  CHECK(wish->voi == Approx(19321. / 1105920).epsilon(0).margin(1e-14));
  CHECK(cooperation->voi == Approx(363. / 97280).epsilon(0).margin(1e-14));
  CHECK(wish->whom.front().group == RespondentGroup::child);
  CHECK(wish < cooperation);  // asked first: both lie in the plan's own order
}

TEST_CASE("a part of a tie moves the household as far as its weight and the relation's reach", "[ranking][questions]") {
  const auto plan = questions(whole(heard()));
  // Relation 9/20 of the value; emotional 117/360 of the tie, harmony and caregiving 47/360.
  const auto* emotional = find(plan, QuestionKind::tie_part, "h-mikkel", "relation_strength", Part::emotional);
  const auto* harmony = find(plan, QuestionKind::tie_part, "h-mikkel", "relation_strength", Part::harmony);
  REQUIRE(emotional);
  CHECK(emotional->width == 1);
  CHECK(emotional->reach == Approx(0.45 * 117 / 360).epsilon(0).margin(1e-14));
  CHECK(harmony->reach == Approx(0.45 * 47 / 360).epsilon(0).margin(1e-14));
  // Both homes are told alike (ring 1): δ = 0, so the value is w/8.
  CHECK(emotional->voi == Approx(0.45 * 117 / 360 / 8).epsilon(0).margin(1e-14));
  CHECK_FALSE(find(plan, QuestionKind::tie_part, "h-mikkel", "relation_strength", Part::closeness));
}

TEST_CASE("with nobody to compare with the questions come by what they can move", "[ranking][questions]") {
  const auto plan = questions(shipped("freja"));
  double last = 1;
  for (const OpenQuestion& q : plan.questions) {
    CHECK(q.voi == 0);
    if (q.always_first || (q.kind != QuestionKind::factor && q.kind != QuestionKind::tie_part)) continue;
    CHECK(q.reach <= last + 1e-12);
    last = q.reach;
  }
  CHECK(last < 1);
}

// --- what always comes first -------------------------------------------------------------------------------------

TEST_CASE("a child that nobody has heard comes first of all", "[ranking][questions]") {
  const auto plan = questions(whole(liam().on("2024-05-02 anna", "tie liam karen often=weekly")));
  REQUIRE(plan.questions.front().kind == QuestionKind::child_not_heard);
  CHECK(plan.questions.front().whom.front().people == Ids{"liam"});
  CHECK(of_kind(questions(whole(heard())), QuestionKind::child_not_heard).empty());
}

TEST_CASE("an infant is described by the municipality", "[ranking][questions]") {
  const auto plan = questions(whole(CaseBuilder("child born=2023").people("anna born=1994 role=mor")));
  const auto first = of_kind(plan, QuestionKind::child_not_heard);
  REQUIRE(first.size() == 1);
  CHECK(first.front().whom.front().group == RespondentGroup::municipality);
  for (const OpenQuestion& q : plan.questions) CHECK_FALSE(asks(q, "child"));
}

TEST_CASE("after half a year it is time to talk with the child again", "[ranking][questions]") {
  // 182 days are 5.98 months, 184 are 6.05.
  CHECK(of_kind(questions(whole(heard(), "2024-10-30")), QuestionKind::child_words_old).empty());
  const auto old = of_kind(questions(whole(heard(), "2024-11-01")), QuestionKind::child_words_old);
  REQUIRE(old.size() == 1);
  CHECK(old.front().always_first);
  CHECK(old.front().again == AskedAgain::grown_old);
  CHECK(old.front().last_answered == testing::day("2024-05-01"));
}

TEST_CASE("a certificate goes from consent to the municipality and then away", "[ranking][questions]") {
  const auto of_mikkel = [](const CaseBuilder& c) {
    std::vector<OpenQuestion> found;
    for (const OpenQuestion& q : of_kind(questions(whole(c)), QuestionKind::certificate))
      if (q.person == "mikkel" && q.certificate == casefile::CertificateKind::criminal_record) found.push_back(q);
    return found;
  };
  REQUIRE(of_mikkel(heard()).size() == 1);
  CHECK(of_mikkel(heard()).front().whom.front().people == Ids{"mikkel"});
  CHECK(of_mikkel(heard()).front().always_first);
  CHECK_FALSE(of_mikkel(heard()).front().certificate_status);
  const auto consented = heard().on("2024-05-03 mikkel", "consent mikkel certificates yes");
  CHECK(of_mikkel(consented).front().whom.front().group == RespondentGroup::municipality);
  const auto requested = heard().on("2024-05-03", "certificate mikkel criminal_record requested");
  CHECK(of_mikkel(requested).front().whom.front().group == RespondentGroup::municipality);
  CHECK(of_mikkel(requested).front().certificate_status == casefile::CertificateStatus::requested);
  for (const char* done : {"obtained_nothing_noted", "assessed_no_hindrance"})
    CHECK(of_mikkel(heard().on("2024-05-03", std::string("certificate mikkel criminal_record ") + done)).empty());
}

TEST_CASE("an alert waits for somebody to assess it in words", "[ranking][questions]") {
  auto c = heard().on("2024-05-03", "assessment h-mikkel conflict_birth_parents level=1");
  const auto before = questions(whole(c));
  const auto* alert = find(before, QuestionKind::alert_assessment, "h-mikkel", "conflict_birth_parents");
  REQUIRE(alert);
  CHECK(alert->always_first);
  CHECK(alert->consultant_only);
  CHECK(alert->whom.front().group == RespondentGroup::municipality);
  auto decided = c;
  decided.on("2024-05-20", "decision h-mikkel \"undersøges videre\" made_by=leder");
  CHECK_FALSE(find(questions(whole(decided)), QuestionKind::alert_assessment, "h-mikkel", "conflict_birth_parents"));
  c.people("leader role=rådgiver")
      .on("2024-05-21 leader", "assessment h-mikkel conflict_birth_parents level=2 words=\"vurderet\"");
  CHECK_FALSE(find(questions(whole(c)), QuestionKind::alert_assessment, "h-mikkel", "conflict_birth_parents"));
}

TEST_CASE("a household that has not said what it wants is asked", "[ranking][questions]") {
  const auto plan = questions(whole(liam().on("2024-05-02 karen", "role h-karen wish=foster_family")));
  const auto wishes = of_kind(plan, QuestionKind::role_wish);
  REQUIRE(wishes.size() == 1);
  CHECK(wishes.front().household == "h-mikkel");
  CHECK(wishes.front().whom.front().people == Ids{"mikkel"});
}

TEST_CASE("outside the order it is said who has to assess what", "[ranking][questions]") {
  const auto plan = questions(whole(heard().on("2024-05-03 liam", "tie liam mikkel emotional=0")));
  const auto assess = of_kind(plan, QuestionKind::assessment_to_place);
  REQUIRE(assess.size() == 1);
  CHECK(assess.front().household == "h-mikkel");
  CHECK(assess.front().outside == ranking::OutsideReason::unsafe_tie);
  CHECK(assess.front().to_be_placed);
  CHECK(assess.front().consultant_only);
  // Of the household only what would clear its way is asked: requirements without an answer.
  for (const OpenQuestion& q : plan.questions)
    if (q.household == "h-mikkel" && q.kind == QuestionKind::factor)
      CHECK(ranking::find_factor(catalogue(), q.factor)->requirement);
  CHECK(find(plan, QuestionKind::factor, "h-mikkel", "stable_safe_frame")->to_be_placed);
  CHECK_FALSE(find(plan, QuestionKind::factor, "h-mikkel", "mentalising_ability"));
}

TEST_CASE("beside the order the terms are talked about", "[ranking][questions]") {
  const auto plan = questions(whole(heard().on("2024-05-03 karen", "role h-karen wish=for_a_period")));
  const auto terms = of_kind(plan, QuestionKind::role_terms);
  REQUIRE(terms.size() == 1);
  CHECK(terms.front().household == "h-karen");
  CHECK(terms.front().whom.front().people == Ids{"karen", "ole"});
}

TEST_CASE("who wants another role is not asked about the task", "[ranking][questions]") {
  const auto plan = questions(whole(heard().on("2024-05-03 karen", "role h-karen wish=support_only")));
  for (const OpenQuestion& q : plan.questions)
    if (q.kind != QuestionKind::whom_else) CHECK(q.household != "h-karen");
}

TEST_CASE("what was told differently is for the consultant alone", "[ranking][questions]") {
  const auto plan = questions(whole(heard()
                                        .on("2024-05-03 anna", "tie liam mikkel often=never")
                                        .on("2024-05-04 mikkel", "tie liam mikkel often=weekly")));
  const auto* talk = find(plan, QuestionKind::disagreement, "h-mikkel", "relation_strength", Part::frequency);
  REQUIRE(talk);
  CHECK(talk->always_first);
  CHECK(talk->consultant_only);
  CHECK(talk->from.size() == 2);
  CHECK(talk->whom.front().people.empty());
  for (const char* person : {"anna", "mikkel", "liam", "karen"})
    for (const OpenQuestion& q : ranking::sheet_for(plan, person)) CHECK(q.kind != QuestionKind::disagreement);
}

TEST_CASE("answers past their half-life are asked for again", "[ranking][questions]") {
  const auto c = heard().on("2024-05-03", "assessment h-karen time_and_surplus level=3");
  CHECK_FALSE(find(questions(whole(c, "2025-05-02")), QuestionKind::statement_old, "h-karen", "time_and_surplus"));
  const auto plan = questions(whole(c, "2025-05-05"));
  const auto* old = find(plan, QuestionKind::statement_old, "h-karen", "time_and_surplus");
  REQUIRE(old);
  CHECK(old->always_first);
  CHECK(old->from.size() == 1);
  CHECK(old->professional_sets_level);
  CHECK_FALSE(find(plan, QuestionKind::factor, "h-karen", "time_and_surplus"));
}

// --- who is asked ------------------------------------------------------------------------------------------------

TEST_CASE("every factor of the catalogue has somebody who can be asked", "[ranking][questions]") {
  // The child speaks for itself, a professional sets levels, each parent has a view.
  const auto plan = questions(whole(heard().on("2024-05-03 anna", "question \"Hvem hjælper?\" answer=Karen")));
  for (const auto& weight : whole(heard()).ranking.weights) {
    if (weight.factor == "relation_strength") continue;
    const auto* q = find(plan, QuestionKind::factor, "h-karen", weight.factor);
    REQUIRE(q);
    const bool set = ranking::find_factor(catalogue(), weight.factor)->item_kind == ranking::ItemKind::assessment;
    CHECK(q->professional_sets_level == (set && weight.factor != "parents_view"));
  }
  CHECK(find(plan, QuestionKind::factor, "h-karen", "mentalising_ability")->whom.front().group ==
        RespondentGroup::municipality);
  CHECK(find(plan, QuestionKind::factor, "h-karen", "time_and_surplus")->whom.front().people == Ids{"karen", "ole"});
  Ids views;
  for (const OpenQuestion& q : plan.questions)
    if (q.factor == "parents_view" && q.household == "h-karen") views.push_back(q.person);
  CHECK(views == Ids{"anna", "dennis"});
}

TEST_CASE("who does not know is not asked again and who would not say is asked in another way",
          "[ranking][questions]") {
  const auto respondents = [](const std::string& answer) {
    const auto plan = questions(whole(heard().on("2024-05-20 mikkel", "tie liam mikkel since=" + answer)));
    const auto* q = find(plan, QuestionKind::tie_part, "h-mikkel", "relation_strength", Part::duration);
    REQUIRE(q);
    return *q;
  };
  // Anna and Dennis have not been heard yet, so the household and the child are left.
  CHECK_FALSE(asks(respondents("does_not_know"), "mikkel"));
  CHECK(asks(respondents("does_not_know"), "liam"));
  const auto other_way = respondents("would_not_say");
  REQUIRE(asks(other_way, "mikkel"));
  CHECK(other_way.whom.back().people == Ids{"mikkel"});
  CHECK(other_way.whom.back().in_another_way);
  CHECK_FALSE(other_way.whom.front().in_another_way);
  CHECK(other_way.earlier.front().why == casefile::NoValue::would_not_say);
  CHECK(respondents("not_asked").whom.front().people == Ids{"mikkel"});
  CHECK_FALSE(respondents("not_asked").whom.front().in_another_way);
}

TEST_CASE("an open item that nobody can be asked about rests", "[ranking][questions]") {
  // Everyday facts are the household's to tell, and its only adult does not know.
  const auto plan = questions(
      whole(heard().on("2024-05-20 mikkel", "assessment h-mikkel everyday_practicalities level=does_not_know")));
  CHECK_FALSE(find(plan, QuestionKind::factor, "h-mikkel", "everyday_practicalities"));
  REQUIRE(plan.resting.size() == 1);
  CHECK(plan.resting.front().factor == "everyday_practicalities");
  CHECK(plan.resting.front().earlier.front().why == casefile::NoValue::does_not_know);
}

TEST_CASE("words without a level are answers and the level is left to a professional", "[ranking][questions]") {
  const auto plan = questions(
      whole(heard().on("2024-05-20 mikkel", "assessment h-mikkel time_and_surplus words=\"Jeg arbejder om natten\"")));
  const auto* q = find(plan, QuestionKind::factor, "h-mikkel", "time_and_surplus");
  REQUIRE(q);
  CHECK_FALSE(asks(*q, "mikkel"));
  CHECK(q->whom.front().group == RespondentGroup::municipality);
  CHECK(q->from.size() == 1);
}

TEST_CASE("the child is not asked twice without a reason", "[ranking][questions]") {
  const auto asked_about_karen = [](const std::string& day, const std::string& mark) {
    const auto plan = questions(whole(heard().on("2024-05-03 liam", "wish first_wish h-karen " + mark), day));
    std::vector<OpenQuestion> found;
    for (const OpenQuestion& q : plan.questions)
      if (q.household == "h-karen" && q.factor == "child_wish") found.push_back(q);
    return found;
  };
  CHECK(asked_about_karen("2024-06-01", "").empty());
  CHECK(asked_about_karen("2024-10-30", "").empty());
  const auto old = asked_about_karen("2024-11-05", "");
  REQUIRE(old.size() == 1);
  CHECK(old.front().kind == QuestionKind::statement_old);
  CHECK(old.front().again == AskedAgain::grown_old);
  CHECK(old.front().last_answered == testing::day("2024-05-03"));
}

TEST_CASE("who must not be contacted is never asked", "[ranking][questions]") {
  auto c = heard().build();
  for (auto& person : c.people)
    if (person.id == "ole" || person.id == "dennis") person.do_not_contact = {true, "test"};
  for (const OpenQuestion& q : questions(whole(c)).questions) {
    CHECK_FALSE(asks(q, "ole"));
    CHECK_FALSE(asks(q, "dennis"));
  }
}

// --- people ------------------------------------------------------------------------------------------------------

TEST_CASE("a parent who sees no network is asked in other ways", "[ranking][questions]") {
  const auto prompts = [](const std::string& answer, const std::string& then) {
    return of_kind(
        questions(whole(heard().on("2024-05-03 anna", "question \"Hvem er i netværket?\" id=q " + answer + then))),
        QuestionKind::no_network);
  };
  for (const char* no : {"answer=none", "answer=would_not_say", "answer=does_not_know"}) {
    REQUIRE(prompts(no, "").size() == 1);
    const auto q = prompts(no, "").front();
    CHECK(q.person == "anna");
    CHECK(q.prompts.size() == 4);
    CHECK(q.whom.front().in_another_way);
    CHECK(q.from.size() == 1);
  }
  CHECK(prompts("answer=none taken_back", "").empty());
  CHECK(prompts("answer=none", "; tie liam karen often=weekly prompt=q").empty());
  CHECK(prompts("answer=\"Min mor\"", "").empty());
}

TEST_CASE("people who were named or pointed to and never heard are to be talked with", "[ranking][questions]") {
  auto c = heard()
               .people(
                   "nabo born=1980 role=nabo; peter born=1983; cousin born=2015 role=kusine; dead died=2020; "
                   "gone born=1990; feared born=1980")
               .on("2024-05-03 liam", "tie liam gone ring=none; tie liam feared emotional=0")
               .on("2024-05-04 karen", "referral peter");
  const auto plan = questions(whole(c));
  CHECK(people_of(of_kind(plan, QuestionKind::referred_not_heard)) == Ids{"peter"});
  CHECK(of_kind(plan, QuestionKind::referred_not_heard).front().from.front().informants == Ids{"karen"});
  CHECK(people_of(of_kind(plan, QuestionKind::named_not_heard)) == Ids{"nabo"});
  CHECK(people_of(of_kind(plan, QuestionKind::parent_not_heard)) == Ids{"anna", "dennis"});
  c.on("2024-05-05 peter nabo", "fact talt about=peter");
  CHECK(of_kind(questions(whole(c)), QuestionKind::referred_not_heard).empty());
  CHECK(of_kind(questions(whole(c)), QuestionKind::named_not_heard).empty());
}

TEST_CASE("a place in the family with nobody in it is asked about until somebody is told or denied",
          "[ranking][questions]") {
  const std::pair<Id, Relative> farmor{"dennis", Relative::fathers_mother}, farfar{"dennis", Relative::fathers_father};
  auto c = heard().on("2024-05-03 anna", "parent karen anna");
  CHECK(missing_relatives(questions(whole(c))) == std::vector{farmor, farfar});
  auto denied = c;
  denied.on("2024-05-04 anna", "parent ole dennis negated");
  for (const auto& q : of_kind(questions(whole(denied)), QuestionKind::missing_relative))
    CHECK(q.relative != Relative::parents_father);
  auto told = c;
  told.people("farfar dead").on("2024-05-04 anna", "parent farfar dennis");
  CHECK(missing_relatives(questions(whole(told))).empty());
  // Whoever grew up with a parent can be asked too.
  c.people("peter born=1983").on("2024-05-04 anna", "siblings dennis peter");
  const auto both = of_kind(questions(whole(c)), QuestionKind::missing_relative);
  REQUIRE(both.size() == 2);
  CHECK(asks(both.front(), "dennis"));
  CHECK(asks(both.front(), "peter"));
}

TEST_CASE("a man who is said not to be the father is an answer about the grandfather", "[ranking][questions]") {
  const auto c = heard().people("man male born=1960").on("2024-05-03 anna", "parent man anna negated");
  std::vector<std::pair<Id, Relative>> of_anna;
  for (const auto& m : missing_relatives(questions(whole(c))))
    if (m.first == "anna") of_anna.push_back(m);
  CHECK(of_anna == std::vector<std::pair<Id, Relative>>{{"anna", Relative::mothers_mother}});
}

TEST_CASE("each informant is asked once whom they think of and a home together", "[ranking][questions]") {
  const auto snowball = [](const CaseBuilder& c) {
    std::vector<Ids> asked;
    for (const auto& q : of_kind(questions(whole(c)), QuestionKind::whom_else)) asked.push_back(q.whom.front().people);
    return asked;
  };
  CHECK(snowball(heard()) == std::vector<Ids>{{"liam"}, {"mikkel"}, {"karen", "ole"}});
  CHECK(snowball(heard().people("peter born=1983").on("2024-05-03 karen", "referral peter")) ==
        std::vector<Ids>{{"liam"}, {"mikkel"}});
}

TEST_CASE("custody and consent are asked where they are open", "[ranking][questions]") {
  CHECK(people_of(of_kind(questions(whole(heard())), QuestionKind::custody)) == Ids{"anna", "dennis"});
  auto c = heard().on("2024-05-03", "custody anna; custody dennis no");
  CHECK(of_kind(questions(whole(c)), QuestionKind::custody).empty());
  CHECK(people_of(of_kind(questions(whole(c)), QuestionKind::placement_consent)) == Ids{"anna"});
  c.on("2024-05-04 anna", "consent anna placement yes");
  CHECK(of_kind(questions(whole(c)), QuestionKind::placement_consent).empty());
  // A young person of fifteen consents herself.
  const auto young = CaseBuilder("ida born=2009-05-01").on("2024-05-02 ida", "fact talt about=ida");
  CHECK(people_of(of_kind(questions(whole(young)), QuestionKind::placement_consent)) == Ids{"ida"});
  CHECK(of_kind(questions(whole(young, "2024-04-30")), QuestionKind::placement_consent).empty());
}

// --- the shipped cases -------------------------------------------------------------------------------------------

TEST_CASE("the next conversations about Liam", "[ranking][questions]") {
  const auto plan = questions(shipped("liam"));
  CHECK(missing_relatives(plan) == std::vector<std::pair<Id, Relative>>{{"dennis", Relative::fathers_mother},
                                                                        {"dennis", Relative::fathers_father}});
  CHECK(of_kind(plan, QuestionKind::parents_siblings).empty());
  CHECK(of_kind(plan, QuestionKind::no_network).empty());  // Anna took it back
  CHECK(people_of(of_kind(plan, QuestionKind::parent_not_heard)) == Ids{"dennis"});
  CHECK(people_of(of_kind(plan, QuestionKind::named_not_heard)) == Ids{"camilla", "trine"});
  CHECK(of_kind(plan, QuestionKind::referred_not_heard).empty());  // Peter has been heard
  CHECK(of_kind(plan, QuestionKind::certificate).size() == 3);     // one of Mikkel's, both of Sara's
  CHECK(of_kind(plan, QuestionKind::role_wish).front().household == "h-line");
  // How often Liam sees Mikkel is told differently: Anna must not hear of it from this sheet.
  REQUIRE(find(plan, QuestionKind::disagreement, "h-mikkel", "relation_strength", Part::frequency));
  for (const OpenQuestion& q : ranking::sheet_for(plan, "anna")) {
    CHECK_FALSE(q.consultant_only);
    CHECK(q.part != Part::frequency);
  }
  // Liam has said what he wants with Karen and with Mikkel; of Line he has not been asked.
  Ids asked;
  for (const OpenQuestion& q : ranking::sheet_for(plan, "liam"))
    if (q.factor == "child_wish") asked.push_back(q.household);
  CHECK(asked == Ids{"h-line"});
}

TEST_CASE("the next conversations about Freja", "[ranking][questions]") {
  const auto plan = questions(shipped("freja"));
  CHECK(missing_relatives(plan) == std::vector<std::pair<Id, Relative>>{{"susanne", Relative::mothers_mother},
                                                                        {"susanne", Relative::mothers_father}});
  // Susanne would not point to anybody: her sister first, herself in another way.
  const auto relative = of_kind(plan, QuestionKind::missing_relative).front();
  CHECK(relative.whom.front().people == Ids{"dorthe"});
  CHECK(relative.whom.back().people == Ids{"susanne"});
  CHECK(relative.whom.back().in_another_way);
  REQUIRE(of_kind(plan, QuestionKind::no_network).size() == 1);
  CHECK(of_kind(plan, QuestionKind::no_network).front().earlier.front().why == casefile::NoValue::would_not_say);
  CHECK(people_of(of_kind(plan, QuestionKind::named_not_heard)) == Ids{"lotte"});
  CHECK(people_of(of_kind(plan, QuestionKind::parents_siblings)) == Ids{"thomas"});
  CHECK(people_of(of_kind(plan, QuestionKind::placement_consent)) == Ids{"freja"});
  // She said again in November that she will stay.
  CHECK_FALSE(find(plan, QuestionKind::factor, "h-bente", "child_wish"));
}

// --- whatever is told --------------------------------------------------------------------------------------------

namespace {

auto subject(const OpenQuestion& q) {
  return std::tie(q.kind, q.household, q.person, q.factor, q.part, q.certificate, q.outside, q.relative);
}

void check_plan(const QuestionPlan& plan) {
  std::set<std::tuple<QuestionKind, Id, Id, std::string, std::optional<Part>, std::optional<casefile::CertificateKind>,
                      std::optional<ranking::OutsideReason>, std::optional<Relative>>>
      seen;
  bool first_over = false;
  for (const OpenQuestion& q : plan.questions) {
    CHECK(seen.insert(subject(q)).second);
    CHECK_FALSE(q.whom.empty());
    CHECK(q.voi >= 0);
    CHECK(q.voi <= q.reach / 8 + 1e-12);
    first_over = first_over || !q.always_first;
    CHECK(q.always_first != first_over);
    for (const auto& who : q.whom) CHECK(who.people.empty() == (who.group == RespondentGroup::municipality));
  }
}

}  // namespace

TEST_CASE("nothing is asked twice and what comes first comes first", "[ranking][questions][properties]") {
  stories::for_random_stories(
      300, [](const stories::Story& story, stories::Chance&) { check_plan(questions(whole(stories::told(story)))); });
  for (const char* name : {"lille", "liam", "freja", "stor"}) check_plan(questions(shipped(name)));
}

TEST_CASE("a question disappears once it is answered", "[ranking][questions][properties]") {
  int answered = 0;
  stories::for_random_stories(150, [&](const stories::Story& story, stories::Chance& chance) {
    const auto w = whole(stories::told(story));
    const auto before = questions(w);
    std::vector<OpenQuestion> open;
    for (const OpenQuestion& q : before.questions)
      if ((q.kind == QuestionKind::factor || q.kind == QuestionKind::tie_part) && q.factor != "parents_view")
        open.push_back(q);
    if (open.empty()) return;
    const OpenQuestion q = chance.one_of(open);
    stories::Story longer = story;
    const std::vector<std::string> parts = {"ring=2",     "emotional=3",  "caregiving=1",
                                            "conflict=1", "often=weekly", "since=2020"};
    if (q.part)
      longer.emplace_back("2024-06-01 liam", "tie liam " + q.person + " " + parts[static_cast<std::size_t>(*q.part)]);
    else if (q.factor == "child_wish")
      longer.emplace_back("2024-06-01 liam", "wish both " + q.household);
    else
      longer.emplace_back("2024-06-01", "assessment " + q.household + " " + q.factor + " level=3");
    ++answered;
    for (const OpenQuestion& left : questions(whole(stories::told(longer))).questions)
      if (left.household == q.household && left.factor == q.factor && left.part == q.part) CHECK(left.kind != q.kind);
  });
  CHECK(answered > 100);
}

TEST_CASE("what is not in the case is in no question", "[ranking][questions][properties]") {
  const auto mentions = [](const QuestionPlan& plan, const Id& id) {
    const auto told_by = [&](const network::StatementRef& s) {
      return s.statement == id || s.interview == id || std::ranges::find(s.informants, id) != s.informants.end();
    };
    return std::ranges::any_of(plan.questions, [&](const OpenQuestion& q) {
      return q.household == id || q.person == id || asks(q, id) || std::ranges::any_of(q.from, told_by) ||
             std::ranges::any_of(q.earlier, [&](const auto& e) { return told_by(e.from); });
    });
  };
  int mentioned = 0;
  for (const char* name : {"liam", "freja", "stor"}) {
    const auto w = shipped(name);
    const auto plan = questions(w);
    for (const auto& person : w.c.people) {
      if (person.id == w.c.child) continue;
      mentioned += mentions(plan, person.id) ? 1 : 0;
      const auto fewer = whole(casefile::without(w.c, {person.id}), w.vocabulary, w.network.as_of);
      CHECK_FALSE(mentions(questions(fewer), person.id));
    }
  }
  CHECK(mentioned > 20);
}
