#include <catch2/catch.hpp>

#include "kreds/audience/audience.hpp"
#include "support/told_case.hpp"

namespace {

using namespace kreds;
using namespace kreds::testing;
using casefile::Case;

Case sees(const char* who, const Case& c, const char* on = "2024-06-01") {
  return audience::for_audience(c, {audience::Kind::person, who}, small_vocabulary(), day(on));
}

CaseBuilder people() {
  return CaseBuilder("liam born=2015-05-14")
      .people("anna role=mor; karen role=mormor female; ole; line role=moster; mette role=klasselærer")
      .households("h-karen; h-line")
      .on("2020-02-01", "residence id=r1 karen h-karen; residence id=r2 ole h-karen; residence id=r3 line h-line");
}

}  // namespace

TEST_CASE("a person gets the own statements whole and of others only kin and homes", "[audience]") {
  Case c = told(people()
                    .on("2024-03-04 karen ole kind=home_visit", R"(
    tie id=own liam karen ring=1 emotional=4 conflict=1 by=karen note=ordret unsure quote="jeg vil gerne"
    tie id=joint liam ole emotional=3
    tie id=oles liam karen emotional=1 by=ole
    fact id=observed x about=karen observed)")
                    .on("2024-03-11 anna", R"(
    tie id=annas liam karen conflict=3 by=anna
    parent id=parent karen anna hearsay note=n
    fact id=fact "drikker ikke" about=karen
    wish id=wish first_wish h-karen)"));
  c.interviews[2].place = "Sindal";
  c.interviews[2].note = "virker træt";
  c.interviews[2].interviewers = {{"rådgiver", "Birthe"}};
  c.interviews[3].place = "hos Anna";
  const Case seen = sees("karen", c);
  CHECK(statements_of(seen) == "r1 r2 r3 own joint parent");
  CHECK(*find_statement(seen, "own") == *find_statement(c, "own"));
  CHECK(find_statement(seen, "joint")->by == casefile::Ids{"karen"});
  CHECK(find_statement(seen, "parent")->by.empty());
  CHECK_FALSE(find_statement(seen, "parent")->hearsay);
  CHECK(find_statement(seen, "parent")->note.empty());

  const auto& own = seen.interviews[2];
  CHECK(own.informants == casefile::Ids{"karen"});
  CHECK(own.place == "Sindal");
  CHECK(own.interviewers.size() == 1);
  CHECK(own.note.empty());  // the consultant's, not hers
  const auto& other = seen.interviews[3];
  CHECK(other.informants.empty());
  CHECK(other.place.empty());
  CHECK(other.date == day("2024-03-11"));
}

TEST_CASE("a person gets what professionals found about the own household and nothing from others' words",
          "[audience]") {
  const Case c = told(people()
                          .on("2024-03-04 karen", R"(
    assessment id=seen h-karen commitment level=3 words="varm og tryg" observed note=n
    assessment id=needs h-karen needs_match level=2 observed
    assessment id=others h-line commitment level=3 observed
    assessment id=view h-karen parents_view level=1 whose=anna observed
    candidate id=candidate h-karen observed
    candidate id=lines h-line observed
    measure id=granted h-karen respite state=granted observed
    measure id=proposed h-karen mediation state=proposed observed
    certificate id=hers karen criminal_record requested observed
    certificate id=oles ole criminal_record requested observed
    home id=home h-karen place=Sindal observed
    home id=lines-home h-line place=Hjørring observed
    carer id=carer h-karen ole observed
    decision id=decision h-karen tekst made_by=lederen observed)")
                          .on("2024-03-05 mette", R"(
    assessment id=teachers h-karen everyday_practicalities level=2
    assessment id=hearsay h-karen upbringing_approach level=1 hearsay)")
                          .on("2024-03-06 anna mette", R"(
    assessment id=mothers h-karen commitment words="kan ikke" by=anna
    assessment id=both h-karen commitment words="kan ikke")"));
  const Case seen = sees("karen", c);
  CHECK(statements_of(seen) == "r1 r2 r3 seen needs candidate granted hers home teachers");
  const auto* assessment = find_statement(seen, "seen");
  CHECK(std::get<casefile::Assessment>(assessment->body).words.empty());
  CHECK(assessment->note.empty());
  CHECK(find_statement(seen, "teachers")->by.empty());
}

TEST_CASE("who took part in the family's plan gets it whole and others only their own steps", "[audience]") {
  const Case c = told(people()
                          .on("2024-03-04 karen mette kind=meeting", R"(
    plan id=plan karen "henter i skole" ole "kører til fodbold" karen,ole "spiser sammen" plan_b="Så ringer Karen til Line." tell=karen follow_up=2024-06 approved=line)")
                          .on("2024-03-11 ole", "referral id=r line"));
  const auto plan = [&](const char* who) { return casefile::newest_plan(sees(who, c)); };
  for (const char* there : {"karen", "line"}) {  // told it, approved it
    INFO(there);
    REQUIRE(plan(there));
    CHECK(std::get<casefile::Plan>(find_statement(sees(there, c), "plan")->body).steps.size() == 3);
    CHECK(std::get<casefile::Plan>(find_statement(sees(there, c), "plan")->body).plan_b == "Så ringer Karen til Line.");
  }
  const Case oles = sees("ole", c);
  const auto& own = std::get<casefile::Plan>(find_statement(oles, "plan")->body);
  REQUIRE(own.steps.size() == 2);
  CHECK(own.steps[0].what == "kører til fodbold");
  CHECK(own.steps[1].what == "spiser sammen");
  CHECK(own.plan_b.empty());
  CHECK(own.tell.empty());
  CHECK(own.approved.empty());
  CHECK(own.follow_up->first == day("2024-06-01"));
  CHECK(find_statement(oles, "plan")->by.empty());
  CHECK_FALSE(plan("anna"));
}

TEST_CASE("how well needs are met reaches a household without what others told of the needs", "[audience]") {
  Case c = told(people().on("2024-03-04 mette", "need id=need ro; assessment id=a h-karen needs_match level=2"));
  std::get<casefile::Assessment>(statement(c, "a").body).needs = {{"need", 2, {3, {}}}};
  const Case seen = sees("karen", c);
  CHECK_FALSE(find_statement(seen, "need"));
  CHECK(std::get<casefile::Assessment>(find_statement(seen, "a")->body).needs.empty());
  const Case teacher = sees("mette", c);
  CHECK(std::get<casefile::Assessment>(find_statement(teacher, "a")->body).needs.size() == 1);
}

TEST_CASE("children do not read how the grown-ups they live with were assessed", "[audience]") {
  const Case c = told(people().people("jonas born=2012; tobias role=kusine; rune born=2001").on("2024-03-04 karen", R"(
    residence id=r4 liam h-karen part_time; residence id=r5 jonas h-karen; residence id=r6 tobias h-karen
    residence id=r7 rune h-karen
    assessment id=a h-karen commitment level=1 observed
    assessment id=words h-karen upbringing_approach words="kan ikke sige nej" observed)"));
  for (const char* child : {"liam", "jonas", "tobias"}) {
    INFO(child);
    CHECK_FALSE(find_statement(sees(child, c), "a"));
  }
  CHECK(find_statement(sees("ole", c), "a"));
  CHECK(find_statement(sees("rune", c), "a"));
  CHECK_FALSE(find_statement(sees("jonas", c, "2031-06-01"), "words"));
  CHECK(find_statement(sees("jonas", c, "2031-06-01"), "a"));
  CHECK_FALSE(find_statement(sees("ole", c), "words"));  // nothing but words of the trade
}

TEST_CASE("a household somebody has moved out of is no longer the own", "[audience]") {
  const auto builder = people().on("2024-03-04 mette", "assessment id=a h-karen commitment level=2");
  CHECK(find_statement(sees("ole", told(builder)), "a"));
  auto moved = builder;
  moved.on("2024-04-04 karen", "residence ole h-karen to=2024-04");
  CHECK_FALSE(find_statement(sees("ole", told(moved)), "a"));
  CHECK(find_statement(sees("ole", told(moved), "2024-04-01"), "a"));
}

TEST_CASE("only the child gets the child's rings whatever was said on sharing", "[audience]") {
  const Case c = told(people().on("2024-02-12 liam", "tie id=ring liam karen ring=1; sharing id=yes yes everyone"));
  CHECK_FALSE(find_statement(sees("karen", c), "ring"));
  CHECK(find_statement(sees("liam", c), "ring"));
  CHECK(find_statement(sees("liam", c), "yes"));
}

TEST_CASE("a person sees the case number but no gender and no marks and notes only on what came from that person",
          "[audience]") {
  Case c = told(people().people("peter male").on("2024-03-04 karen", "tie liam peter"));
  auto& peter = entry(c.people, "peter");
  peter.source = {"i2", {"karen"}, false};
  peter.note = "hendes ord";
  auto& line = entry(c.people, "line");
  line.note = "andres ord";
  line.do_not_contact = {true, "x"};
  const Case seen = sees("karen", c);
  CHECK(seen.number == "2024-0001");
  CHECK(casefile::find_person(seen, "peter")->note == "hendes ord");
  CHECK(casefile::find_person(seen, "peter")->source == peter.source);
  CHECK(casefile::find_person(seen, "peter")->gender == casefile::Gender::unknown);
  CHECK(casefile::find_person(seen, "line")->note.empty());
  CHECK_FALSE(casefile::find_person(seen, "line")->do_not_contact.set);
}

TEST_CASE("somebody who is not in the case gets no more than anybody", "[audience]") {
  const Case c = told(people().on("2024-03-04 karen", "tie liam karen ring=1; home h-karen place=Sindal"));
  CHECK(statements_of(sees("nobody", c)) == "r1 r2 r3");
}
