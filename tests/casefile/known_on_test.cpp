// The case as it was known on a day, and as if something had never been written.
#include <catch2/catch.hpp>

#include "kreds/casefile/case.hpp"
#include "support/case_builder.hpp"
#include "support/dangling_ids.hpp"
#include "support/dice.hpp"
#include "support/random_case.hpp"

using namespace kreds;
using namespace kreds::casefile;
using testing::CaseBuilder;
using testing::DanglingIds;

namespace {

Date day(const std::string& text) {
  return parse_date(text).value();
}

Ids statements(const Case& c) {
  Ids ids;
  for (const Interview& i : c.interviews)
    for (const Statement& s : i.statements) ids.push_back(s.id);
  return ids;
}

Ids people(const Case& c) {
  Ids ids;
  for (const Person& p : c.people) ids.push_back(p.id);
  return ids;
}

/// Anna tells of Karen in February; in March Karen is heard and points to Peter; in April Anna corrects herself.
Case liam() {
  Case c = CaseBuilder("liam born=2015-05-14")
               .people("anna role=mor; karen role=mormor; peter role=farbror")
               .households("h-karen")
               .on("2024-02-05 anna id=i1", "tie liam karen ring=2 id=s1; question \"Hvem?\" answer=Karen id=s2")
               .on("2024-03-04 karen id=i2", "referral peter id=s3; tie liam karen often=weekly id=s4 prompt=s2")
               .on("2024-04-08 anna id=i3", "tie liam karen ring=1 replaces=s1 id=s5; residence karen h-karen id=s6")
               .build();
  for (Person& p : c.people) p.source = {p.id == "peter" ? "i2" : "i1", {}, false};
  c.households.front().source = {"i3", {"anna"}, false};
  return c;
}

}  // namespace

TEST_CASE("the newest interview is the newest conversation if there is one", "[casefile][case]") {
  CHECK(newest_interview(liam()) == day("2024-04-08"));
  const Case records = CaseBuilder().on("2024-01-01", "").on("2024-05-01", "").build();
  CHECK(newest_interview(records) == day("2024-05-01"));
  const Case mixed = CaseBuilder("liam").on("2024-01-01 liam", "").on("2024-05-01", "").build();
  CHECK(newest_interview(mixed) == day("2024-01-01"));
  CHECK_FALSE(newest_interview(Case{}));
}

TEST_CASE("later interviews and what only they told are not known yet", "[casefile][known]") {
  const Case february = as_known_on(liam(), day("2024-03-03"));
  CHECK(statements(february) == Ids{"s1", "s2"});
  CHECK(people(february) == Ids{"liam", "anna", "karen"});
  CHECK(february.households.empty());
  const Case march = as_known_on(liam(), day("2024-03-04"));
  CHECK(people(march) == Ids{"liam", "anna", "karen", "peter"});
  CHECK(statements(march) == Ids{"s1", "s2", "s3", "s4"});
}

TEST_CASE("a correction counts from its own interview on", "[casefile][known]") {
  CHECK(statements(as_known_on(liam(), day("2024-04-07"))) == Ids{"s1", "s2", "s3", "s4"});
  const Case april = as_known_on(liam(), day("2024-04-08"));
  CHECK(statements(april) == Ids{"s2", "s3", "s4", "s5", "s6"});
  CHECK(april.interviews.back().statements.front().replaces.empty());
}

TEST_CASE("a correction of a correction leaves neither of the earlier ones", "[casefile][known]") {
  const Case c = CaseBuilder("liam")
                     .people("karen")
                     .on("2024-01-01 liam", "tie liam karen ring=3 id=a")
                     .on("2024-02-01 liam", "tie liam karen ring=2 id=b replaces=a")
                     .on("2024-03-01 liam", "tie liam karen ring=1 id=c replaces=b")
                     .build();
  CHECK(statements(as_known_on(c, day("2024-03-01"))) == Ids{"c"});
  CHECK(statements(as_known_on(c, day("2024-02-15"))) == Ids{"b"});
}

TEST_CASE("what was withdrawn counts until that day", "[casefile][known]") {
  const Case c = CaseBuilder("liam")
                     .people("karen")
                     .on("2024-01-01 liam", "tie liam karen ring=3 id=a withdrawn=2024-06-01")
                     .build();
  const Case before = as_known_on(c, day("2024-05-31"));
  CHECK(statements(before) == Ids{"a"});
  CHECK_FALSE(before.interviews.front().statements.front().withdrawn);
  CHECK(statements(as_known_on(c, day("2024-06-01"))).empty());
}

TEST_CASE("a withdrawn correction no longer stands against what it corrected", "[casefile][known]") {
  const Case c = CaseBuilder("liam")
                     .people("karen")
                     .on("2024-01-01 liam", "tie liam karen ring=3 id=a")
                     .on("2024-02-01 liam", "tie liam karen ring=2 id=b replaces=a withdrawn=2024-03-01")
                     .build();
  CHECK(statements(as_known_on(c, day("2024-02-10"))) == Ids{"b"});
  CHECK(statements(as_known_on(c, day("2024-03-01"))) == Ids{"a"});
}

TEST_CASE("a death is not known before it happened", "[casefile][known]") {
  const Case c =
      CaseBuilder("liam").people("karen died=2023-06").on("2023-01-01 liam", "tie liam karen ring=1").build();
  CHECK_FALSE(find_person(as_known_on(c, day("2023-05-31")), "karen")->dead);
  CHECK(find_person(as_known_on(c, day("2023-06-01")), "karen")->dead);
}

TEST_CASE("an entry is kept when an earlier interview names it and is then told there", "[casefile][known]") {
  Case c = liam();
  c.people[2].source = {"i3", {"anna"}, false};  // Karen, though Anna spoke of her in i1
  const Case february = as_known_on(c, day("2024-02-05"));
  REQUIRE(find_person(february, "karen"));
  CHECK(find_person(february, "karen")->source == Source{"i1", {"anna"}, false});
}

TEST_CASE("a statement about somebody goes with that person and a list only loses the name", "[casefile][without]") {
  const Case c = CaseBuilder("liam")
                     .people("karen; ole; anna")
                     .households("h")
                     .matters("m not_to=ole,anna")
                     .on("2024-01-01 karen ole", R"(tie liam ole ring=1 by=karen id=a
                         tie liam karen ring=1 id=b
                         tie liam anna ring=2 by=ole id=c
                         sharing yes with=ole,anna id=d by=karen
                         contact karen agreed_by=ole id=e by=karen
                         fact "De ses tit" about=karen,ole id=f by=karen)")
                     .build();
  const Case left = without(c, {"ole"});
  CHECK(people(left) == Ids{"liam", "karen", "anna"});
  // a is about Ole, c was told by him alone, f tells of him in words
  CHECK(statements(left) == Ids{"b", "d", "e"});
  CHECK(left.interviews.front().informants == Ids{"karen"});
  CHECK(left.interviews.front().statements[0].by == Ids{"karen"});
  CHECK(std::get<Sharing>(left.interviews.front().statements[1].body).with == Ids{"anna"});
  CHECK(std::get<Contact>(left.interviews.front().statements[2].body).agreed_by.empty());
  CHECK(left.matters.front().not_to == Ids{"anna"});
}

TEST_CASE("an interview goes with the only one who was heard in it", "[casefile][without]") {
  const Case left = without(liam(), {"karen"});
  CHECK(find_interview(left, "i2") == nullptr);
  CHECK(find_person(left, "peter") == nullptr);  // told by Karen alone
  CHECK(statements(left) == Ids{"s2"});
}

TEST_CASE("the child is never taken out", "[casefile][without]") {
  CHECK(people(without(liam(), {"liam", "anna", "karen", "peter"})) == Ids{"liam"});
}

TEST_CASE("taking nothing out changes nothing", "[casefile][without]") {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const Case c = random_case(seed, 15);
    CHECK(without(c, {}) == c);
  }
}

TEST_CASE("no id dangles whatever is taken out of a random case", "[casefile][without]") {
  testing::Dice dice(11);
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const Case c = random_case(seed, 14);
    REQUIRE(DanglingIds::of(c).empty());
    std::set<Id> gone;
    for (const Person& p : c.people)
      if (dice.chance(15)) gone.insert(p.id);
    for (const Household& h : c.households)
      if (dice.chance(15)) gone.insert(h.id);
    for (const Matter& m : c.matters)
      if (dice.chance(30)) gone.insert(m.id);
    for (const Id& id : statements(c))
      if (dice.chance(10)) gone.insert(id);
    for (const Interview& i : c.interviews)
      if (dice.chance(10)) gone.insert(i.id);
    const Case left = without(c, gone);
    INFO("seed " << seed);
    if (!left.interviews.empty()) CHECK(DanglingIds::of(left) == std::vector<std::string>{});
    for (const Id& id : statements(left)) CHECK(gone.count(id) == 0);
    for (const Id& id : people(left)) CHECK((gone.count(id) == 0 || id == c.child));
    CHECK(without(left, gone) == left);
  }
}

TEST_CASE("no id dangles on any day of a random case and knowing is idempotent", "[casefile][known]") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const Case c = random_case(seed, 12);
    for (const Interview& interview : c.interviews) {
      const Case known = as_known_on(c, interview.date);
      INFO("seed " << seed << " " << to_text(interview.date));
      CHECK(DanglingIds::of(known) == std::vector<std::string>{});
      CHECK(as_known_on(known, interview.date) == known);
      for (const Interview& left : known.interviews) CHECK(left.date <= interview.date);
    }
  }
}

TEST_CASE("a statement names whom it is about and who told it", "[casefile][case]") {
  const Case c = liam();
  CHECK(ids_named_by(c.interviews[1].statements[1]) == Ids{"karen", "liam", "karen", "s2"});
}

TEST_CASE("what was taken back later can be counted as taken back on an earlier day", "[casefile][case]") {
  Case c = liam();
  CHECK_FALSE(with_later_withdrawals(c, day("2024-04-08")));
  c.interviews[1].statements[1].withdrawn = Withdrawal{day("2024-09-01"), "mig", "hørt forkert"};
  CHECK(statements(as_known_on(c, day("2024-04-08"))) == Ids{"s2", "s3", "s4", "s5", "s6"});
  const auto taken_back = with_later_withdrawals(c, day("2024-04-08"));
  REQUIRE(taken_back);
  CHECK(statements(as_known_on(*taken_back, day("2024-04-08"))) == Ids{"s2", "s3", "s5", "s6"});
  CHECK(taken_back->interviews[1].statements[1].withdrawn->by == "mig");
  CHECK_FALSE(with_later_withdrawals(c, day("2024-09-01")));
}
