#include "kreds/editing/edit.hpp"

#include <catch2/catch.hpp>

#include "desk.hpp"
#include "kreds/editing/names.hpp"

using namespace kreds;
using namespace kreds::editing;
using namespace kreds::testing;

namespace {

const casefile::Statement& statement(const Draft& draft, const std::string& id) {
  for (const auto& interview : draft.c.interviews)
    for (const auto& s : interview.statements)
      if (s.id == id) return s;
  throw std::out_of_range(id);
}

}  // namespace

TEST_CASE("a statement goes into the newest interview and gets the next number", "[editing]") {
  const Edited edited = add(small_draft(), "tie", {{"between", {"Bo, mormor"}}, {"emotional", {"3"}}}, desk());
  const Draft draft = done(edited);
  const auto& added = statement(draft, "s4");
  CHECK(std::get<casefile::Tie>(added.body).emotional.value == 3);
  CHECK(std::get<casefile::Tie>(added.body).b == "karen");
  CHECK(added.by == casefile::Ids{"mor"});
  REQUIRE(edited.changes.size() == 1);
  CHECK(edited.changes[0].id == "s4");
  CHECK(edited.changes[0].interview == "i1");
}

TEST_CASE("a person gets an id from the name and an age on the day of the interview", "[editing]") {
  const Draft draft =
      done(add(small_draft(), "person", {{"name", {"Åse Ørum"}}, {"birth", {"62"}}, {"role", {"farmor"}}}, desk()));
  const auto& person = draft.c.people.back();
  CHECK(person.id == "aase-oerum");
  CHECK(person.birth == casefile::from_age(62, day_of("2024-04-01")));
  CHECK(person.source == casefile::Source{"i1", {"mor"}, false});
}

TEST_CASE("the id of somebody who must not be shown says nothing", "[editing]") {
  const Draft draft =
      done(add(small_draft(), "person", {{"name", {"Farid"}}, {"show", {"no"}}, {"show_reason", {"trusler"}}}, desk()));
  CHECK(draft.c.people.back().id == "p1");
}

TEST_CASE("two people of one name get two ids and then the name alone is not plain", "[editing]") {
  const Draft draft = done(add(small_draft(), "person", {{"name", {"Karen"}}, {"role", {"nabo"}}}, desk()));
  CHECK(draft.c.people.back().id == "karen-1");
  CHECK(meant(draft.c, casefile::Refers::person, "Karen").several == casefile::Ids{"karen", "karen-1"});
  CHECK(meant(draft.c, casefile::Refers::person, "karen").id == "karen");  // an id, letter by letter
  CHECK(meant(draft.c, casefile::Refers::person, "KAREN-1").id == "karen-1");
  CHECK(meant(draft.c, casefile::Refers::person, "nabo").id == "karen-1");
  const Draft three = done(add(draft, "person", {{"name", {"Anna Lund"}}, {"role", {"moster"}}}, desk()));
  CHECK(meant(three.c, casefile::Refers::person, "Anna").several == casefile::Ids{"mor", "anna-lund"});
  CHECK(code_of(add(three, "referral", {{"to", {"Anna"}}}, desk())) == "name_of_several");
}

TEST_CASE("whoever is not there is asked about with the nearest name", "[editing]") {
  const Edited edited = add(small_draft(), "referral", {{"to", {"Karin"}}}, desk());
  CHECK_FALSE(edited.draft);
  CHECK(code_of(edited) == "name_of_nobody");
  CHECK(edited.diagnostics.front().arguments.at("suggestion").text == "Karen");
}

TEST_CASE("days and rough dates are read as Danes write them", "[editing]") {
  for (const char* day :
       {"2024-02-05", "05-02-2024", "5/2 2024", "05/02/2024", "5.2.2024", "5. februar 2024", "5. feb. 2024"}) {
    INFO(day);
    CHECK(day_typed(day, desk()) == "2024-02-05");
  }
  CHECK(day_typed("31/13 2024", desk()) == "31/13 2024");
  const auto since = [](const std::string& text) {
    const Draft draft = done(add(small_draft(), "tie", {{"between", {"Bo,Karen"}}, {"known_since", {text}}}, desk()));
    return *std::get<casefile::Tie>(statement(draft, "s4").body).known_since.value;
  };
  CHECK(since("februar 2019") == *casefile::parse_approximate("2019-02"));
  CHECK(since("for længe siden").words == "for længe siden");
  CHECK(since("»siden 3. klasse«").words == "siden 3. klasse");
  const auto span = since("2017-08..2018-06 siden 3. klasse");
  CHECK(span.first == day_of("2017-08-01"));
  CHECK(span.last == day_of("2018-06-30"));
  CHECK(span.words == "siden 3. klasse");
  CHECK(code_of(add(small_draft(), "tie", {{"between", {"Bo,Karen"}}, {"known_since", {"2019-13"}}}, desk())) ==
        "impossible_date");
}

TEST_CASE("answers and lists of objects can be typed", "[editing]") {
  const Draft tie = done(
      add(small_draft(), "tie", {{"between", {"Bo,Karen"}}, {"ring", {"not_asked"}}, {"frequency", {"2,5"}}}, desk()));
  const auto& parts = std::get<casefile::Tie>(statement(tie, "s4").body);
  CHECK(parts.ring.missing == casefile::NoValue::not_asked);
  CHECK(parts.times_per_year.value == 2.5);
  const Draft role =
      done(add(small_draft(), "role",
               {{"person", {"Karen"}}, {"offers", {"contact|ferier", "respite||saturday, sunday|2"}}}, desk()));
  const auto& offers = std::get<casefile::RoleWish>(statement(role, "s4").body).offers;
  REQUIRE(offers.size() == 2);
  CHECK(offers[0].words == "ferier");
  CHECK(offers[1].weekdays == std::vector{casefile::Weekday::saturday, casefile::Weekday::sunday});
  CHECK(offers[1].every_weeks == 2);
}

TEST_CASE("what the reader refuses is refused and says which key it was", "[editing]") {
  const Edited edited = add(small_draft(), "tie", {{"between", {"Bo,Karen"}}, {"emotional", {"7"}}}, desk());
  CHECK_FALSE(edited.draft);
  CHECK(code_of(edited) == "out_of_range");
  CHECK(edited.diagnostics.front().place.pointer == "emotional");
  CHECK(edited.diagnostics.front().place.line == 0);
  CHECK(code_of(add(small_draft(), "tie", {{"betwen", {"Bo,Karen"}}}, desk())) == "unknown_key");
}

TEST_CASE("a corrected statement stays with who took it back and why", "[editing]") {
  const Draft draft = done(correct(small_draft(), "s2", {{"frequency", {"monthly"}}}, signature(), desk()));
  const auto& old = statement(draft, "s2");
  REQUIRE(old.withdrawn);
  CHECK(old.withdrawn->by == "Konsulenten");
  CHECK(std::get<casefile::Tie>(old.body).frequency_term == "weekly");
  const auto& now = statement(draft, "s4");
  CHECK(now.replaces == "s2");
  CHECK(now.prompt == "s1");
  CHECK(std::get<casefile::Tie>(now.body).frequency_term == "monthly");
  CHECK(code_of(correct(draft, "s2", {{"frequency", {"daily"}}}, signature(), desk())) == "already_withdrawn");
  CHECK(code_of(correct(draft, "s4", {{"frequency", {"monthly"}}}, signature(), desk())) == "nothing_changes");
}

TEST_CASE("what hangs on a corrected question hangs on the right one", "[editing]") {
  const Draft draft = done(correct(small_draft(), "s1", {{"question", {"Hvem ringer du til?"}}}, signature(), desk()));
  CHECK(statement(draft, "s2").prompt == "s4");
}

TEST_CASE("a corrected person keeps what was in the file", "[editing]") {
  const Draft draft =
      done(correct(small_draft(), "karen", {{"name", {"Karin"}}, {"birth", {"1960"}}}, signature(), desk()));
  CHECK(casefile::find_person(draft.c, "karen")->name == "Karin");
  CHECK(draft.text.find(R"("was": {"name": "Karen", "birth": null})") != std::string::npos);
  const Draft emptied = done(correct(draft, "karen", {{"birth", {""}}}, signature(), desk()));
  CHECK_FALSE(casefile::find_person(emptied.c, "karen")->birth);
}

TEST_CASE("an interview is corrected without what was said in it", "[editing]") {
  const Draft draft = done(correct(small_draft(), "i1", {{"place", {"hjemme"}}}, signature(), desk()));
  CHECK(casefile::find_interview(draft.c, "i1")->place == "hjemme");
  CHECK(casefile::find_interview(draft.c, "i1")->statements.size() == 3);
}

TEST_CASE("withdrawing marks and keeps", "[editing]") {
  const Draft draft = done(withdraw(small_draft(), "s2", signature(), desk()));
  CHECK(statement(draft, "s2").withdrawn->reason == "hørt forkert");
  CHECK(code_of(withdraw(draft, "s2", signature(), desk())) == "already_withdrawn");
  CHECK(code_of(withdraw(draft, "bo", signature(), desk())) == "child_stays");
  CHECK(code_of(withdraw(draft, "s22", signature(), desk())) == "entry_unknown");
}

TEST_CASE("a conversation is withdrawn with all that was said in it", "[editing]") {
  const Draft draft = done(withdraw(small_draft(), "i1", signature(), desk()));
  for (const char* id : {"s1", "s2", "s3"}) CHECK(statement(draft, id).withdrawn);
}

TEST_CASE("what others name is not erased before they are looked at", "[editing]") {
  const Edited refused = erase(small_draft(), "karen", signature(), false, desk());
  CHECK(code_of(refused) == "still_named");
  CHECK(refused.diagnostics.front().arguments.at("known").text == "s2, s3");
  CHECK(code_of(erase(small_draft(), "bo", signature(), true, desk())) == "child_stays");
}

TEST_CASE("erasing with what depends on it leaves a line without content", "[editing]") {
  const Edited edited = erase(small_draft(), "karen", signature(), true, desk());
  const Draft draft = done(edited);
  CHECK(casefile::find_person(draft.c, "karen") == nullptr);
  CHECK_THROWS(statement(draft, "s2"));
  CHECK(draft.text.find("hun synger") == std::string::npos);
  CHECK(draft.text.find("x-colour") != std::string::npos);
  REQUIRE(draft.c.erased.size() == 1);
  CHECK(draft.c.erased[0].reason == "hørt forkert");
  // Her name is still an answer; nobody but a person can say whether that must go too.
  REQUIRE(edited.diagnostics.size() == 1);
  CHECK(edited.diagnostics[0].code == "name_still_there");
  CHECK(edited.diagnostics[0].severity == document::Severity::warning);
  CHECK(edited.diagnostics[0].arguments.at("known").text == "s1");
}

TEST_CASE("a number that was erased is not given again", "[editing]") {
  const Draft draft = done(erase(small_draft(), "s3", signature(), false, desk()));
  REQUIRE(draft.c.erased.size() == 1);
  CHECK(draft.c.erased[0].ids == casefile::Ids{"s3"});
  const Draft later = done(add(draft, "fact", {{"text", {"noget nyt"}}}, desk()));
  CHECK(later.c.interviews[1].statements.back().id == "s4");
  const Draft corrected = done(correct(draft, "s2", {{"frequency", {"monthly"}}}, signature(), desk()));
  CHECK(corrected.c.interviews[1].statements.back().id == "s4");
  // Not by hand either.
  CHECK(code_of(add(draft, "fact", {{"id", {"s3"}}, {"text", {"noget nyt"}}}, desk())) == "erased_id_again");
}

TEST_CASE("an id made of a name does not outlive the person and does not come back", "[editing]") {
  const Draft draft = done(erase(small_draft(), "karen", signature(), true, desk()));
  CHECK(draft.c.erased[0].ids == casefile::Ids{"s2", "s3"});
  CHECK(draft.text.find("karen") == std::string::npos);
  const Draft again = done(add(draft, "person", {{"name", {"Karen"}}}, desk()));
  CHECK(again.c.people.back().id == "karen-e1");
  const Draft twice = done(erase(again, "karen-e1", signature(), true, desk()));
  CHECK(done(add(twice, "person", {{"name", {"Karen"}}}, desk())).c.people.back().id == "karen-e2");
  // Whoever is heard for the first time comes in the same way.
  const Draft heard = done(add(
      draft, "interview", {{"date", {"2024-05-01"}}, {"kind", {"office"}}, {"newly_heard", {"Karen|mormor"}}}, desk()));
  CHECK(heard.c.people.back().id == "karen-e1");
}

TEST_CASE("the family's plan is added and corrected like any other statement", "[editing]") {
  const GivenFields given = {
      {"steps", {"Karen|henter i skole|tirsdag og torsdag", "Karen,Anna|spiser sammen", "|kører||kommunen"}},
      {"plan_b", {"Så ringer Anna til Karen."}},
      {"follow_up", {"efter sommerferien"}},
      {"approved", {"Anna||1/4 2024", "|Rådgiveren"}}};
  const Draft draft = done(add(small_draft(), "plan", given, desk()));
  const auto plan = casefile::newest_plan(draft.c);
  REQUIRE(plan);
  REQUIRE(plan->plan().steps.size() == 3);
  CHECK(plan->plan().steps[0] == casefile::PlanStep{{"karen"}, "henter i skole", "tirsdag og torsdag", ""});
  CHECK(plan->plan().steps[1].who == casefile::Ids{"karen", "mor"});
  CHECK(plan->plan().steps[2].others == "kommunen");
  CHECK(plan->plan().follow_up->words == "efter sommerferien");
  CHECK(plan->plan().approved[0].date == day_of("2024-04-01"));
  CHECK(plan->plan().approved[1].name == "Rådgiveren");
  CHECK(plan->agreed() == day_of("2024-04-01"));

  const casefile::Id old = plan->statement->id;
  const Draft corrected = done(correct(draft, old, {{"plan_b", {"Så sover Bo hos Karen."}}}, signature(), desk()));
  CHECK(casefile::newest_plan(corrected.c)->plan().plan_b == "Så sover Bo hos Karen.");
  CHECK(casefile::newest_plan(corrected.c)->plan().steps.size() == 3);
  CHECK(casefile::newest_plan(corrected.c)->statement->replaces == old);
  const Draft withdrawn = done(withdraw(draft, old, signature(), desk()));
  CHECK_FALSE(casefile::newest_plan(withdrawn.c));
  CHECK(code_of(add(small_draft(), "plan", {{"steps", {"Karin|henter"}}}, desk())) == "name_of_nobody");
  CHECK(code_of(add(small_draft(), "plan", {{"steps", {"|henter"}}}, desk())) == "plan_step_of_nobody");
}

TEST_CASE("what stood in a corrected entry is told in the order of time", "[editing]") {
  Draft draft = done(correct(small_draft(), "karen", {{"name", {"Karin"}}}, signature(), desk()));
  editing::Signature later = signature();
  later.date = day_of("2024-08-20");
  draft = done(correct(draft, "karen", {{"name", {"Carina"}}, {"birth", {"1960"}}}, later, desk()));
  const std::vector<Corrected> all = corrections(draft);
  REQUIRE(all.size() == 2);
  CHECK(all[0].type == "person");
  CHECK(all[0].id == "karen");
  CHECK(all[0].reason == "hørt forkert");
  REQUIRE(all[0].fields.size() == 1);
  CHECK(std::get<std::string>(all[0].fields[0].was->data()) == "Karen");
  CHECK(std::get<std::string>(all[0].fields[0].is->data()) == "Karin");
  REQUIRE(all[1].fields.size() == 2);
  CHECK(std::get<std::string>(all[1].fields[0].is->data()) == "Carina");
  CHECK_FALSE(all[1].fields[1].was);
  CHECK(corrections(small_draft()).empty());
}

TEST_CASE("a household can be called by who lives there", "[editing]") {
  const Draft draft = small_draft();
  CHECK(meant(draft.c, casefile::Refers::household, "Karen").id == "h1");
  CHECK(meant(draft.c, casefile::Refers::interview, "2024-04-01").id == "i1");
  CHECK(meant(draft.c, casefile::Refers::person, "anna").id == "mor");
  CHECK(meant(draft.c, casefile::Refers::person, " ").id.empty());
}

TEST_CASE("a case begins with the child and the record that names it", "[editing]") {
  const Draft draft = done(start({{"number", {"2024-7"}}}, {{"name", {"Bo"}}, {"birth", {"14/5 2015"}}},
                                 {{"date", {"1. marts 2024"}}}, desk()));
  CHECK(draft.c.child == "bo");
  CHECK(draft.c.interviews[0].kind == casefile::InterviewKind::record);
  CHECK(draft.c.interviews[0].date == day_of("2024-03-01"));
  CHECK(code_of(start({}, {{"name", {"Bo"}}}, {}, desk())) == "missing_key");
}

TEST_CASE("somebody who may be there already is asked about when a person is added", "[editing]") {
  const Edited twice = add(small_draft(), "person", {{"name", {"Karen"}}}, desk());
  REQUIRE(twice.draft);
  REQUIRE(twice.diagnostics.size() == 1);
  CHECK(twice.diagnostics[0].code == "person_of_that_name");
  CHECK(twice.diagnostics[0].severity == document::Severity::warning);
  const Draft unnamed = done(add(small_draft(), "person", {{"name_unknown", {"yes"}}, {"role", {"farmor"}}}, desk()));
  const Edited named = add(unnamed, "person", {{"name", {"Inge"}}, {"role", {"farmor"}}}, desk());
  REQUIRE(named.draft);
  REQUIRE(named.diagnostics.size() == 1);
  CHECK(named.diagnostics[0].code == "person_of_that_role");
  CHECK(named.diagnostics[0].arguments.at("known").text == unnamed.c.people.back().id);
  CHECK(add(small_draft(), "person", {{"name", {"Inge"}}, {"role", {"farmor"}}}, desk()).diagnostics.empty());
}
