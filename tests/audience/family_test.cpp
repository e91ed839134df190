#include <catch2/catch.hpp>

#include "kreds/audience/audience.hpp"
#include "kreds/casefile/write.hpp"
#include "support/told_case.hpp"

namespace {

using namespace kreds;
using namespace kreds::testing;
using casefile::Case;

Case family_sees(const Case& c, const char* on = "2024-06-01") {
  return audience::for_audience(c, {audience::Kind::family, {}}, small_vocabulary(), day(on));
}

CaseBuilder people() {
  return CaseBuilder("liam born=2015-05-14")
      .people("anna role=mor female; karen role=mormor female; dennis role=far died=2021; boelle animal role=hund")
      .households("h-karen name=\"Hos Karen\"");
}

/// The statements left when the child said these things about sharing (lines of interviews i2 …).
std::string left_with(const CaseBuilder& builder, const char* on = "2024-06-01") {
  return statements_of(family_sees(told(builder), on));
}
const char* rings = "tie id=r1 liam karen ring=1 emotional=3 conflict=2; tie id=r2 liam anna ring=2";

}  // namespace

TEST_CASE("a family sees kin and homes and nothing that somebody said about somebody", "[audience]") {
  const Case c = told(people().on("2024-02-05 anna", R"(
    tie liam karen ring=1 emotional=4 often=weekly
    parent id=parent karen anna kind=biological
    partners id=partners anna dennis kind=divorced
    siblings id=siblings liam boelle
    residence id=residence karen h-karen words="hver anden uge" part_time
    home h-karen place=Sindal
    wish first_wish h-karen; assessment h-karen commitment level=3; role h-karen wish=perhaps
    certificate karen criminal_record requested; measure h-karen respite; referral karen; fact x about=karen
    rhythm karen mad; need ro; question "Hvem?"; candidate h-karen; carer h-karen karen; custody anna
    consent anna placement yes; contact karen by_municipality; decision h-karen afslag)"));
  CHECK(statements_of(family_sees(c)) == "parent partners siblings residence");
}

TEST_CASE("of kin and homes a family sees neither who told it nor how surely nor in which words", "[audience]") {
  Case c = told(people().on("2024-02-05 anna", R"(
    residence id=residence karen h-karen words="siger hun" part_time hearsay unsure municipality_is_source note=note quote=quote)"));
  statement(c, "residence").held = casefile::Period{about_date("2017-08..2018-06"), {}};
  statement(c, "residence").held->from->words = "da de blev uvenner";
  c.interviews.back().place = "hjemme";
  c.interviews.back().note = "hun var ked af det";
  c.interviews.back().interviewers = {{"rådgiver", "Birthe"}};
  c.interviews.back().present = {{"karen", "", "", {}}};
  const Case seen = family_sees(c);

  casefile::Statement plain;
  plain.id = "residence";
  plain.observed = true;
  plain.held = casefile::Period{about_date("2017-08..2018-06"), {}};
  plain.body = casefile::Residence{"karen", "h-karen", "", true};
  CHECK(seen.interviews.back().statements == std::vector{plain});

  casefile::Interview conversation;  // that it took place, and when
  conversation.id = "i1";
  conversation.date = day("2024-02-05");
  conversation.kind = casefile::InterviewKind::other;
  conversation.statements = {plain};
  CHECK(seen.interviews.back() == conversation);
}

TEST_CASE("a family sees its own plan without who told it and without what is hidden", "[audience]") {
  Case c = told(
      CaseBuilder("liam")
          .people("anna role=mor; karen role=mormor; peter role=farbror")
          .on("2024-03-04 karen anna kind=meeting",
              R"(plan id=plan karen "henter i skole" karen,peter "spiser sammen" peter "giver lommepenge" anna "ringer til Peter" plan_b="Så sover Liam hos Karen." approved=karen,peter note=ordret)"));
  c.people.back().name = "Peter";
  c.people.back().do_not_show = {true, "æresrelateret"};
  const Case seen = family_sees(c);
  const auto plan = casefile::newest_plan(seen);
  REQUIRE(plan);
  CHECK(plan->statement->by.empty());
  CHECK(plan->statement->note.empty());
  REQUIRE(plan->plan().steps.size() == 2);
  CHECK(plan->plan().steps[0].what == "henter i skole");
  CHECK(plan->plan().steps[1].who == casefile::Ids{"karen"});
  CHECK(plan->plan().plan_b == "Så sover Liam hos Karen.");
  REQUIRE(plan->plan().approved.size() == 1);
  CHECK(plan->plan().approved[0].person == "karen");
}

TEST_CASE("people are shown to a family without gender or marks or notes but the dead stay dead", "[audience]") {
  Case c = told(people());
  auto& karen = entry(c.people, "karen");
  karen.do_not_contact = {true, "grund"};
  karen.protected_address = {true, "grund"};
  karen.note = "note";
  karen.role_words = "mor-mor";
  const Case seen = family_sees(c);
  const auto* shown = casefile::find_person(seen, "karen");
  CHECK(shown->gender == casefile::Gender::unknown);
  CHECK_FALSE((shown->do_not_contact.set || shown->protected_address.set));
  CHECK((shown->do_not_contact.reason + shown->protected_address.reason + shown->note).empty());
  CHECK(shown->role_words == "mor-mor");
  CHECK(casefile::find_person(seen, "dennis")->dead->when == casefile::parse_approximate("2021"));
  CHECK(casefile::find_person(seen, "boelle")->animal);
}

TEST_CASE("neither number nor author nor municipality of the case is for the wall", "[audience]") {
  Case c = told(people());
  c.municipality = "Hjørring Kommune";
  c.author = "Konsulenten";
  c.catalogue = "1";
  c.erased = {{day("2024-01-01"), "x", "y", {}}};
  const Case seen = family_sees(c);
  CHECK((seen.number + seen.municipality + seen.author + seen.catalogue).empty());
  CHECK(seen.erased.empty());
}

TEST_CASE("rings are shown to a family only with the child's own yes to everyone", "[audience]") {
  const auto with = [](const char* sharing) {
    return left_with(people().on("2024-02-12 liam", rings).on("2024-03-01 liam anna", sharing));
  };
  CHECK(left_with(people().on("2024-02-12 liam", rings)).empty());
  CHECK(with("sharing id=yes yes everyone by=liam") == "r1 r2 yes");
  CHECK(with("sharing id=yes yes everyone by=liam,anna") == "r1 r2 yes");
  CHECK(with("sharing no everyone by=liam").empty());
  CHECK(with("sharing yes with=anna,karen by=liam").empty());
  CHECK(with("sharing yes everyone by=anna").empty());
  CHECK(with("sharing yes everyone observed").empty());
  CHECK(with("sharing yes everyone by=liam hearsay").empty());
  CHECK(with("sharing yes everyone by=liam unsure").empty());
  CHECK(with("sharing yes everyone by=liam withdrawn=2024-04-01").empty());
  CHECK(with("sharing yes everyone by=liam withdrawn=2024-12-01").empty());  // after the day asked for: still
  CHECK(with("sharing no by=liam; sharing yes everyone by=liam").empty());
  CHECK(with("sharing yes everyone by=liam; sharing no by=liam").empty());  // on one day the no counts
}

TEST_CASE("of several words on sharing the last counts and taking back counts at once", "[audience]") {
  const auto builder = people()
                           .on("2024-02-12 liam", rings)
                           .on("2024-03-01 liam", "sharing id=no no")
                           .on("2024-04-01 liam", "sharing id=yes yes everyone");
  CHECK(left_with(builder, "2024-03-15").empty());
  CHECK(left_with(builder, "2024-04-01") == "r1 r2 yes");
  auto taken_back = builder;
  taken_back.on("2024-05-01 liam", "sharing no");
  CHECK(left_with(taken_back, "2024-06-01").empty());
  CHECK(left_with(taken_back, "2024-04-15").empty());  // nor on a map of April that is drawn now
}

TEST_CASE("a corrected word on sharing does not count", "[audience]") {
  const auto yes = people().on("2024-02-12 liam", rings).on("2024-03-01 liam", "sharing id=s yes everyone");
  auto corrected = yes;
  corrected.on("2024-04-01 liam", "fact \"sagde det ikke\" about=liam replaces=s");
  CHECK(left_with(corrected).empty());
  CHECK(left_with(people()
                      .on("2024-02-12 liam", rings)
                      .on("2024-03-01 liam", "sharing id=s no; sharing id=yes yes everyone replaces=s")) ==
        "r1 r2 yes");
}

TEST_CASE("a hidden word on sharing takes the earlier ones with it", "[audience]") {
  // The child took the yes back, and its mother must not know: no rings, though only the yes is left to be seen.
  CHECK(left_with(people()
                      .matters("m title=Nej not_to=anna")
                      .on("2024-02-12 liam", rings)
                      .on("2024-03-01 liam", "sharing yes everyone")
                      .on("2024-04-01 liam", "sharing no matters=m"))
            .empty());
  CHECK(left_with(people()
                      .matters("m title=Nej not_to=anna")
                      .on("2024-02-12 liam", rings)
                      .on("2024-03-01 liam", "sharing id=s yes everyone")
                      .on("2024-04-01 liam", "fact nej about=liam matters=m replaces=s"))
            .empty());
}

TEST_CASE("of a shown ring only the ring is left and only the child as who said it", "[audience]") {
  const Case c = told(people().on("2024-02-12 liam anna", R"(
    tie id=ring liam karen ring=1 ring_words=inderst emotional=4 caregiving=3 conflict=1 often=weekly since=2016 note=n quote=q
    tie id=no-ring liam karen emotional=4 by=liam
    tie id=mothers liam karen ring=4 by=anna
    tie id=others anna karen ring=2
    sharing id=yes yes everyone with=karen by=liam)"));
  const Case seen = family_sees(c);
  CHECK(statements_of(seen) == "ring yes");
  casefile::Tie ring;
  ring.a = "liam";
  ring.b = "karen";
  ring.ring.value = 1;
  const auto* shown = find_statement(seen, "ring");
  CHECK(std::get<casefile::Tie>(shown->body) == ring);
  CHECK(shown->by == casefile::Ids{"liam"});
  CHECK(shown->note.empty());
  CHECK_FALSE(shown->quote);
  CHECK(seen.interviews.back().informants == casefile::Ids{"liam"});
  CHECK(std::get<casefile::Sharing>(find_statement(seen, "yes")->body).with.empty());
}

TEST_CASE("a family does not see that the child has moved somebody", "[audience]") {
  const auto builder = people()
                           .on("2024-02-12 liam", "tie id=near liam karen ring=1; tie id=anna1 liam anna ring=2")
                           .on("2024-03-12 liam", "tie id=far liam karen ring=4; tie id=out liam anna ring=none")
                           .on("2024-04-01 liam", "sharing id=yes yes everyone");
  CHECK(left_with(builder) == "far yes");  // Anna is outside now: then she is not laid on the map at all
}
