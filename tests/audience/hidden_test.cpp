#include <catch2/catch.hpp>

#include "kreds/audience/audience.hpp"
#include "kreds/casefile/write.hpp"
#include "support/dangling_ids.hpp"
#include "support/told_case.hpp"

namespace {

using namespace kreds;
using namespace kreds::testing;
using audience::Audience;
using audience::Kind;
using casefile::Case;

const Audience family{Kind::family, {}}, file{Kind::casefile, {}}, karen{Kind::person, "karen"},
    anna{Kind::person, "anna"}, professional{Kind::professional, {}};

Case seen_by(const Audience& who, const Case& c, const char* on = "2024-06-01") {
  Case seen = audience::for_audience(c, who, small_vocabulary(), day(on));
  CHECK(dangling_ids(seen) == std::vector<std::string>{});
  return seen;
}

CaseBuilder people() {
  return CaseBuilder("liam born=2015-05-14")
      .people(
          "anna role=mor; karen role=mormor; ali name=\"Ali Kaya\" hidden; mette role=klasselærer professional_of=liam")
      .households("h-karen; h-ali name=\"Hos Ali\"; h-anna");
}

/// Whether a fact with this text about Liam stays in the case file when Ali Kaya must not be shown.
bool fact_stays(const std::string& text) {
  Case c = told(people().on("2024-02-05 anna", "fact x about=liam"));
  std::get<casefile::Fact>(statement(c, "s001").body).text = text;
  return find_statement(seen_by(file, c), "s001") != nullptr;
}

}  // namespace

TEST_CASE("a person marked do not show is absent for all but professionals and that person", "[audience]") {
  const Case c = told(people().on("2024-02-05 anna", "fact x about=liam"));
  for (const Audience& who : {family, file, karen, anna}) {
    CAPTURE(audience::to_text(who));
    CHECK(ids_of(seen_by(who, c).people) == "liam anna karen mette");
  }
  CHECK(casefile::find_person(seen_by({Kind::person, "ali"}, c), "ali"));
  for (const Kind kind : {Kind::handover, Kind::professional}) {
    const Case whole = seen_by({kind, {}}, c);
    REQUIRE(casefile::find_person(whole, "ali"));
    CHECK(casefile::find_person(whole, "ali")->do_not_show.set);
  }
}

TEST_CASE("the child is never hidden", "[audience]") {
  Case c = told(people());
  c.people.front().do_not_show.set = true;
  CHECK(casefile::find_person(seen_by(family, c), "liam"));
}

TEST_CASE("statements that name a hidden person go with the person", "[audience]") {
  const Case c = told(people().on("2024-02-05 anna", R"(
    tie id=tie liam ali ring=1
    parent id=parent ali liam
    partners id=partners anna ali
    siblings id=siblings karen ali
    residence id=residence ali h-karen
    residence id=other karen h-karen
    fact id=fact x about=karen,ali
    rhythm id=rhythm ali fodbold
    referral id=referral ali
    custody id=custody ali
    consent id=consent ali placement yes
    contact id=contact ali by_municipality
    custody id=kept anna)"));
  CHECK(statements_of(seen_by(file, c)) == "other kept");
}

TEST_CASE("a hidden person's own statements go and a joint one stays with the others", "[audience]") {
  const Case c = told(people().on("2024-02-05 anna ali", R"(
    custody id=own anna by=ali
    custody id=joint anna by=ali,anna
    custody id=alone anna by=anna)"));
  const Case seen = seen_by(file, c);
  CHECK(statements_of(seen) == "joint alone");
  CHECK(find_statement(seen, "joint")->by == casefile::Ids{"anna"});
  CHECK(seen.interviews.back().informants == casefile::Ids{"anna"});
}

TEST_CASE("an interview in which only hidden people were heard did not take place", "[audience]") {
  const Case c = told(people().on("2024-02-05 anna", "").on("2024-03-01 ali", "custody anna observed"));
  for (const Audience& who : {family, file, anna}) {
    CHECK(ids_of(seen_by(who, c).interviews) == "i0 i1");
    CHECK(audience::newest_interview(c, who) == day("2024-02-05"));
  }
  CHECK(audience::newest_interview(c, professional) == day("2024-03-01"));
}

TEST_CASE("an interview with somebody shown stays though all that was said there is hidden", "[audience]") {
  const Case c = told(people().on("2024-02-05 anna", "tie liam ali ring=1"));
  CHECK(ids_of(seen_by(family, c).interviews) == "i0 i1");
}

TEST_CASE("a household of hidden people goes and with a shown resident it stays without the hidden", "[audience]") {
  const Case c = told(people().on("2024-02-05 anna", R"(
    residence id=r1 ali h-ali
    home id=h1 h-ali place=Skagen
    residence id=r2 ali h-anna
    residence id=r3 anna h-anna
    home id=h2 h-anna place=Sindal)"));
  const Case seen = seen_by(file, c);
  CHECK(ids_of(seen.households) == "h-karen h-anna");
  CHECK(statements_of(seen) == "r3 h2");
}

TEST_CASE("a household where the shown resident lives no more goes with the hidden who stayed", "[audience]") {
  const Case c = told(people().on("2024-02-05 karen", R"(
    residence id=r1 ali h-anna
    residence id=r2 anna h-anna from=2015 to=2020
    home id=h2 h-anna place=Skagen)"));
  CHECK(ids_of(seen_by(file, c).households) == "h-karen h-ali");
}

TEST_CASE("a hidden word on who moved out does not empty a household", "[audience]") {
  const Case c = told(people()
                          .matters("m title=Flytning not_to=anna")
                          .on("2024-02-05 karen", R"(
    residence id=stays karen h-karen
    residence id=hidden ali h-karen)")
                          .on("2024-03-05 karen", "residence id=moved karen h-karen to=2024-02-20 matters=m"));
  CHECK(statements_of(seen_by(file, c)) == "stays");
}

TEST_CASE("a matter that is not to be told hides all its statements and whoever is marked with it", "[audience]") {
  const auto builder = people()
                           .people("mikkel name=Mikkel; sara name=Sara matters=m")
                           .matters("m title=\"Lørdagene hos Mikkel\" not_to=anna; heading title=Skole")
                           .on("2024-02-12 liam", R"(
    rhythm id=secret mikkel fodbold matters=m
    rhythm id=open mikkel svømning matters=heading)");
  const Case c = told(builder);
  for (const Audience& who : {family, anna, file}) {
    CAPTURE(audience::to_text(who));
    const Case seen = seen_by(who, c);
    CHECK_FALSE(find_statement(seen, "secret"));
    CHECK_FALSE(casefile::find_matter(seen, "m"));
    CHECK_FALSE(casefile::find_person(seen, "sara"));
    CHECK(casefile::find_person(seen, "mikkel"));
  }
  CHECK(find_statement(seen_by(file, c), "open"));
  // Karen may know; Liam said it himself.
  CHECK(casefile::find_person(seen_by(karen, c), "sara"));
  CHECK(find_statement(seen_by({Kind::person, "liam"}, c), "secret"));
  CHECK(find_statement(seen_by(professional, c), "secret")->matters == casefile::Ids{"m"});
}

TEST_CASE("a matter is told from the day on which it was lifted", "[audience]") {
  const Case c = told(people()
                          .matters("m title=Turen not_to=anna reason=\"bliver vred\"")
                          .on("2024-02-12 liam", "rhythm id=secret karen tur matters=m")
                          .on("2024-04-01 liam", "lifting id=lifting m"));
  CHECK_FALSE(find_statement(seen_by(file, c, "2024-03-31"), "secret"));
  const Case later = seen_by(file, c, "2024-04-01");
  REQUIRE(find_statement(later, "secret"));
  // That it was secret once is not told.
  CHECK_FALSE(find_statement(later, "lifting"));
  CHECK(casefile::find_matter(later, "m")->not_to.empty());
  CHECK(casefile::find_matter(later, "m")->reason.empty());
}

TEST_CASE("a lifting that is itself hidden or withdrawn or corrected lifts nothing", "[audience]") {
  const char* said = "rhythm id=secret karen tur matters=m";
  const auto matters = "m title=Turen not_to=anna; m2 title=Andet not_to=anna";
  const auto hidden_with = [&](const char* lifting) {
    const Case c = told(people().matters(matters).on("2024-02-12 liam ali", said).on("2024-04-01 liam ali", lifting));
    return !find_statement(seen_by(file, c), "secret");
  };
  CHECK_FALSE(hidden_with("lifting m by=liam"));
  CHECK(hidden_with("lifting m by=ali"));
  CHECK(hidden_with("lifting m by=liam matters=m2"));
  CHECK(hidden_with("lifting m by=liam withdrawn=2024-05-01"));
  CHECK(hidden_with("lifting id=l m by=liam; custody anna by=liam replaces=l"));
  CHECK(hidden_with("lifting id=l m by=liam; custody anna by=ali replaces=l"));
}

TEST_CASE("the day that follows from the case is not one on which its interview was still secret", "[audience]") {
  // Sara's talk of March is the newest, and may be told from April on: on a day of March it may not.
  const Case c = told(people()
                          .people("sara matters=m")
                          .matters("m title=Turen not_to=anna")
                          .on("2024-02-12 liam", "")
                          .on("2024-03-12 sara", "")
                          .on("2024-04-01", "lifting m"));
  CHECK(audience::newest_interview(c, file) == day("2024-02-12"));
  CHECK(audience::newest_interview(c, professional) == day("2024-03-12"));
}

TEST_CASE("neither a withdrawn matter nor an earlier day takes the mark away", "[audience]") {
  Case c = told(people()
                    .matters("m title=Turen not_to=anna")
                    .on("2024-02-12 liam", "rhythm id=secret karen tur matters=m")
                    .on("2024-04-01 liam", ""));
  entry(c.matters, "m").source.interview = "i2";  // marked in April what was said in February
  CHECK_FALSE(find_statement(seen_by(file, c, "2024-03-01"), "secret"));
  entry(c.matters, "m").withdrawn = casefile::Withdrawal{day("2024-05-01"), "x", "y"};
  CHECK_FALSE(find_statement(seen_by(file, c), "secret"));
}

TEST_CASE("what corrects a hidden statement is hidden and a hidden correction leaves what it corrects", "[audience]") {
  const Case c = told(people()
                          .matters("m title=Turen not_to=anna")
                          .on("2024-02-12 liam", R"(
    rhythm id=secret karen tur matters=m
    rhythm id=open karen fodbold)")
                          .on("2024-03-12 liam", R"(
    rhythm id=corrected karen udflugt replaces=secret
    rhythm id=again karen sejltur replaces=corrected
    rhythm id=hidden-correction karen andet replaces=open matters=m)"));
  CHECK(statements_of(seen_by(file, c)) == "open");
  CHECK(statements_of(seen_by(professional, c)) == "again hidden-correction");
}

TEST_CASE("a person known only from what is hidden is not shown", "[audience]") {
  Case c = told(people()
                    .people("viggo name=Viggo; bent name=Bent")
                    .on("2024-02-12 ali", "referral viggo; referral bent")
                    .on("2024-03-12 anna", "custody anna; tie id=tie bent anna"));
  for (const char* id : {"viggo", "bent"}) entry(c.people, id).source = {"i1", {"ali"}, false};
  const Case seen = seen_by(file, c);
  CHECK_FALSE(casefile::find_person(seen, "viggo"));
  REQUIRE(casefile::find_person(seen, "bent"));  // Anna speaks of him too, and then he is known from her
  CHECK(casefile::find_person(seen, "bent")->source == casefile::Source{"i2", {"anna"}, false});
}

TEST_CASE("the professional of a hidden person is hidden too", "[audience]") {
  const Case c = told(people().people("lise professional_of=ali"));
  CHECK_FALSE(casefile::find_person(seen_by(file, c), "lise"));
  CHECK(casefile::find_person(seen_by({Kind::person, "lise"}, c), "lise"));
}

TEST_CASE("a parent's own professional is shown to that parent and in the file only", "[audience]") {
  const Case c = told(people().people("ulla professional_of=anna"));
  CHECK_FALSE(casefile::find_person(seen_by(family, c), "ulla"));
  CHECK_FALSE(casefile::find_person(seen_by(karen, c), "ulla"));
  CHECK(casefile::find_person(seen_by(anna, c), "ulla"));
  CHECK(casefile::find_person(seen_by(file, c), "ulla"));
  CHECK(casefile::find_person(seen_by(family, c), "mette"));  // Liam's own
}

TEST_CASE("a hidden name is found as a word in any case and with a genitive s", "[audience]") {
  for (const char* text :
       {"Ali", "hos Ali.", "Alis mor", "Ali's mor", "(ALI)", "ali", "Kaya ringede", "familien Kayas hus", "Ali-Baba"}) {
    CAPTURE(text);
    CHECK_FALSE(fact_stays(text));
  }
  for (const char* text : {"Alice", "en alliance", "Kayan", "i Malis hus", "alt er godt"}) {
    CAPTURE(text);
    CHECK(fact_stays(text));
  }
}

TEST_CASE("a hidden name is found however its letters are composed or spelled", "[audience]") {
  Case c = told(people().people("aase name=\"Åse Sørensen J\" hidden").on("2024-02-05 anna", "fact x about=liam"));
  const auto stays = [&](const std::string& text) {
    std::get<casefile::Fact>(statement(c, "s001").body).text = text;
    return find_statement(seen_by(file, c), "s001") != nullptr;
  };
  CHECK_FALSE(stays("åse"));
  CHECK_FALSE(stays("hos Aase"));
  CHECK_FALSE(stays("hos A\u030Ase"));  // A and a combining ring
  CHECK_FALSE(stays("SOERENSEN"));
  CHECK(stays("lokale J"));  // an initial is no name
  CHECK(stays("Aslaug"));
}

TEST_CASE("the name of a hidden household and the title of a hidden matter are found as a whole", "[audience]") {
  const Case c = told(people().matters("m title=\"Turen til Samsø\" not_to=anna").on("2024-02-05 karen", R"(
    residence ali h-ali
    fact id=house "fest i Villa Solbo" about=liam
    fact id=half "fest i en villa" about=liam
    fact id=title "glad for turen til Samsø" about=liam
    fact id=samsoe "glad for Samsø" about=liam)"));
  Case named = c;
  entry(named.households, "h-ali").name = "Villa Solbo";
  CHECK(statements_of(seen_by(file, named)) == "half samsoe");
}

TEST_CASE("texts that name a hidden person are emptied and entries that consist of them go", "[audience]") {
  Case c = told(people().on("2024-02-05 anna karen", R"(
    tie id=tie liam karen ring=1 ring_words="ved Ali"
    residence id=home karen h-karen words="uden Ali"
    rhythm id=rhythm karen "mad med Ali"
    residence id=again anna h-anna)"));
  entry(c.people, "karen").role_words = "Alis svigermor";
  entry(c.households, "h-anna").name = "Anna og Ali";
  c.author = "Ali K.";
  c.interviews.back().place = "hjemme hos Ali";
  c.interviews.back().present = {{"", "bisidder", "Ali K", {}}, {"", "tolk", "Jens", "ali"}, {"mette", "", "", {}}};
  c.erased = {{day("2024-01-01"), "Ali Kaya", "x", {}}};
  const Case seen = seen_by(file, c);
  CHECK(statements_of(seen) == "tie home again");
  CHECK(std::get<casefile::Tie>(find_statement(seen, "tie")->body).ring_words.empty());
  CHECK(std::get<casefile::Residence>(find_statement(seen, "home")->body).words.empty());
  CHECK(casefile::find_person(seen, "karen")->role_words.empty());
  CHECK(casefile::find_household(seen, "h-anna")->name.empty());
  CHECK(seen.author.empty());
  CHECK(seen.interviews.back().place.empty());
  REQUIRE(seen.interviews.back().present.size() == 1);
  CHECK(seen.interviews.back().present.front().person == "mette");
  CHECK(seen.erased.front().by.empty());
  CHECK(casefile::to_text(seen).find("Ali") == std::string::npos);
}

TEST_CASE("own words that name a hidden person are taken out of what the speaker gets back", "[audience]") {
  Case c = told(people().on("2024-02-05 karen ali", R"(
    wish id=wish first_wish h-karen condition="hvis Ali flytter"
    wish id=plain first_wish h-karen
    question id=question "Hvem er Ali?"
    need id=need "ro for Ali"
    decision id=decision h-karen "Ali flytter" made_by=lederen
    role id=role karen words="ikke når Ali er der"
    tie id=tie liam karen ring=1 note="set af Ali"
    tie id=quoted liam karen ring=1)"));
  for (const char* id : {"wish", "plain", "question", "need", "decision", "role", "tie"})
    statement(c, id).by = {"karen"};
  statement(c, "plain").prompt = "question";
  statement(c, "tie").quote = casefile::Quote{"det siger han", "ali"};
  statement(c, "quoted").quote = casefile::Quote{"det siger vi", {}};  // jointly with Ali: perhaps his words
  const Case seen = seen_by(karen, c);
  CHECK(statements_of(seen) == "plain tie quoted");
  CHECK(find_statement(seen, "plain")->prompt.empty());
  CHECK(find_statement(seen, "tie")->note.empty());
  CHECK_FALSE(find_statement(seen, "tie")->quote);
  CHECK_FALSE(find_statement(seen, "quoted")->quote);
}

TEST_CASE("somebody named after a hidden person becomes somebody whose name is unknown", "[audience]") {
  const Case c = told(people().people("ven name=\"Alis ven\"; kaya name=\"Emre Kaya\""));
  const Case seen = seen_by(family, c);
  CHECK(casefile::find_person(seen, "ven")->name.empty());
  CHECK(casefile::find_person(seen, "ven")->name_unknown);
  CHECK(casefile::find_person(seen, "kaya")->name == "Emre Kaya");  // a shared family name is his own
}

TEST_CASE("words in which a rough date was told go if they name a hidden person", "[audience]") {
  Case c = told(
      people().on("2024-02-05 anna", "tie id=tie liam karen ring=1 since=2017-08..2018-06; custody id=custody anna"));
  std::get<casefile::Tie>(statement(c, "tie").body).known_since.value->words = "siden Ali kom";
  casefile::ApproximateDate in_words;
  in_words.form = casefile::ApproximateDate::Form::words;
  in_words.words = "da Ali kom";
  statement(c, "custody").held = casefile::Period{in_words, {}};
  const Case seen = seen_by(file, c);
  const auto& since = std::get<casefile::Tie>(find_statement(seen, "tie")->body).known_since;
  CHECK(since.value->words.empty());
  CHECK(since.value->first == day("2017-08-01"));
  CHECK_FALSE(find_statement(seen, "custody")->held);
}

TEST_CASE("lists lose a hidden person and a contact that only hidden people agreed to goes", "[audience]") {
  const Case c = told(people().on("2024-02-05 anna", R"(
    contact id=both karen agreed_by=anna,ali
    contact id=his karen agreed_by=ali
    contact id=office karen agreed_by=ali by_municipality)"));
  const Case seen = seen_by(file, c);
  CHECK(statements_of(seen) == "both office");
  CHECK(std::get<casefile::Contact>(find_statement(seen, "both")->body).agreed_by == casefile::Ids{"anna"});
}

TEST_CASE("a protected address is given to whom it protects and to nobody else in the home", "[audience]") {
  Case c = told(people().on(
      "2024-02-05 anna", "residence karen h-karen; residence liam h-karen part_time; home id=h h-karen place=Sindal"));
  entry(c.people, "karen").protected_address = {true, "trusler"};
  CHECK(find_statement(seen_by(karen, c), "h"));
  CHECK_FALSE(find_statement(seen_by({audience::Kind::person, "liam"}, c), "h"));
  entry(c.people, "karen").protected_address = {};
  CHECK(find_statement(seen_by({audience::Kind::person, "liam"}, c), "h"));
}

TEST_CASE("where somebody with a protected address lives is in no case file", "[audience]") {
  Case c = told(people().on("2024-02-05 anna", R"(
    residence karen h-karen
    home id=karens h-karen place="Søvej 7"
    home id=annas h-anna place=Sindal
    fact id=fact "huset på Søvej 7" about=liam
    fact id=other "huset på Søvej" about=liam)"));
  entry(c.people, "karen").protected_address = {true, "trusler"};
  const Case seen = seen_by(file, c);
  CHECK_FALSE(find_statement(seen, "karens"));
  CHECK_FALSE(find_statement(seen, "fact"));
  CHECK(find_statement(seen, "other"));
  CHECK(find_statement(seen, "annas"));
  CHECK_FALSE(casefile::find_person(seen, "karen")->protected_address.set);
  CHECK(find_statement(seen_by(karen, c), "karens"));  // it is her protection
  CHECK(find_statement(seen_by(professional, c), "karens"));
}
