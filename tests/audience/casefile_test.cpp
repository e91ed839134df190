#include <catch2/catch.hpp>

#include "kreds/audience/audience.hpp"
#include "support/dangling_ids.hpp"
#include "support/told_case.hpp"

namespace {

using namespace kreds;
using namespace kreds::testing;
using casefile::Case;

Case in_the_file(const Case& c, const char* on = "2024-06-01") {
  Case seen = audience::for_audience(c, {audience::Kind::casefile, {}}, small_vocabulary(), day(on));
  CHECK(dangling_ids(seen) == std::vector<std::string>{});
  return seen;
}

CaseBuilder people() {
  return CaseBuilder("liam born=2015-05-14")
      .people("anna role=mor female; karen role=mormor; henrik role=klasselærer")
      .households("h-karen");
}

}  // namespace

TEST_CASE("the case file holds ties and kin and facts but no assessments and nobody's wishes", "[audience]") {
  const Case c = told(people().on("2024-02-05 anna", R"(
    tie id=tie liam karen ring=1 emotional=4 conflict=2
    parent id=parent karen anna
    partners id=partners anna henrik
    siblings id=siblings liam henrik
    residence id=residence karen h-karen
    home id=home h-karen place=Sindal
    custody id=custody anna
    consent id=consent anna placement yes
    fact id=fact "fraværet er steget" about=liam
    rhythm id=rhythm karen henter
    referral id=referral karen
    contact id=contact karen agreed_by=anna
    wish first_wish h-karen; assessment h-karen commitment level=3; role h-karen wish=perhaps
    certificate karen criminal_record requested; measure h-karen respite; need ro; question "Hvem?"
    candidate h-karen; carer h-karen karen; decision h-karen afslag; sharing no)"));
  CHECK(statements_of(in_the_file(c)) ==
        "tie parent partners siblings residence home custody consent fact rhythm referral contact");
}

TEST_CASE("the case file names informants and leaves out notes and quotes and marks", "[audience]") {
  Case c = told(people().on("2024-02-05 anna", R"(
    tie id=tie liam karen ring=1 hearsay unsure note=n quote=q prompt=question
    referral id=referral karen words="hun ringede"
    question id=question "Hvem?")"));
  c.interviews.back().note = "hun græd";
  c.interviews.back().place = "hjemme";
  entry(c.people, "karen").note = "note";
  entry(c.people, "karen").do_not_contact = {true, "grund"};
  entry(c.households, "h-karen").note = "note";
  c.erased = {{day("2024-01-01"), "Birthe", "skrev om farfar", {"s7"}}};
  const Case seen = in_the_file(c);
  const auto* tie = find_statement(seen, "tie");
  CHECK(tie->by == casefile::Ids{"anna"});
  CHECK((tie->hearsay && tie->unsure));
  CHECK(tie->note.empty());
  CHECK(tie->prompt.empty());
  CHECK_FALSE(tie->quote);
  CHECK(std::get<casefile::Referral>(find_statement(seen, "referral")->body).words.empty());
  CHECK(seen.interviews.back().note.empty());
  CHECK(seen.interviews.back().place == "hjemme");
  CHECK(casefile::find_person(seen, "anna")->gender == casefile::Gender::female);
  CHECK(casefile::find_person(seen, "karen")->note.empty());
  CHECK_FALSE(casefile::find_person(seen, "karen")->do_not_contact.set);
  CHECK(casefile::find_household(seen, "h-karen")->note.empty());
  CHECK(seen.erased.front().reason.empty());
  CHECK(seen.number == "2024-0001");
}

TEST_CASE("where the municipality stands as the source the informant is not named", "[audience]") {
  Case c = told(people()
                    .on("2024-02-05 henrik", "fact id=alone \"bliver hentet\" about=liam municipality_is_source")
                    .on("2024-02-06 henrik anna", R"(
    fact id=covered x about=liam by=henrik municipality_is_source
    fact id=named y about=liam by=anna)")
                    .on("2024-02-07 henrik", R"(
    fact id=once x about=liam municipality_is_source
    fact id=openly y about=liam)"));
  entry(c.people, "karen").source = {"i1", {"henrik"}, false};
  entry(c.interviews, "i1").place = "på skolen";
  entry(c.interviews, "i1").present = {{"anna", "", "", "henrik"}};
  const Case seen = in_the_file(c);
  for (const char* id : {"alone", "covered", "once"}) {
    CAPTURE(id);
    CHECK(find_statement(seen, id)->by.empty());
    CHECK(find_statement(seen, id)->observed);
    CHECK(find_statement(seen, id)->municipality_is_source);
  }
  const auto& i1 = *casefile::find_interview(seen, "i1");
  CHECK(i1.informants.empty());
  CHECK((i1.place.empty() && i1.present.empty()));
  CHECK(i1.kind == casefile::InterviewKind::other);
  CHECK(casefile::find_person(seen, "karen")->source == casefile::Source{"i1", {}, true});
  CHECK(casefile::find_interview(seen, "i2")->informants == casefile::Ids{"anna"});
  CHECK(casefile::find_interview(seen, "i3")->informants ==
        casefile::Ids{"henrik"});  // of him something is told openly
}

TEST_CASE("the case file is as it was known on the day", "[audience]") {
  const Case c =
      told(people()
               .on("2024-02-05 anna", "custody id=old anna; consent id=gone anna placement yes withdrawn=2024-03-01")
               .on("2024-04-05 anna", "custody id=new anna no replaces=old"));
  CHECK(statements_of(in_the_file(c, "2024-02-28")) == "old gone");
  CHECK(statements_of(in_the_file(c, "2024-03-01")) == "old");
  CHECK(statements_of(in_the_file(c, "2024-06-01")) == "new");
}
