#include "kreds/casefile/check.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "casefile/case_text.hpp"
#include "support/case_builder.hpp"
#include "support/random_case.hpp"

using namespace kreds;
using namespace kreds::casefile;
using testing::CaseBuilder;

namespace {

document::Diagnostics warnings(const Case& c, const std::string& as_of = "2024-06-01") {
  return check(c, {}, testing::vocabulary(), *parse_date(as_of));
}

/// How often a code is among the warnings.
long count(const document::Diagnostics& diagnostics, const std::string& code) {
  return std::count_if(diagnostics.begin(), diagnostics.end(), [&](const auto& d) { return d.code == code; });
}

const document::Diagnostic& the(const document::Diagnostics& diagnostics, const std::string& code) {
  REQUIRE(count(diagnostics, code) == 1);
  return *std::find_if(diagnostics.begin(), diagnostics.end(), [&](const auto& d) { return d.code == code; });
}

/// Liam with his mother; nothing is missing.
CaseBuilder complete() {
  return CaseBuilder("liam name=Liam born=2015-05-14")
      .people("anna name=Anna role=mor born=1994; karen name=Karen role=mormor born=1962; ole name=Ole born=1958")
      .households("h name=\"Karen og Ole\"; h-anna")
      .on("2024-05-01", R"(custody anna; consent anna placement yes; parent anna liam
                           residence karen h; residence ole h; residence anna h-anna)")
      .on("2024-05-02 liam", "tie liam karen ring=1; tie liam ole ring=2; sharing yes everyone")
      .on("2024-05-03 karen ole", R"(contact karen agreed_by=anna; contact ole agreed_by=anna
                           certificate karen criminal_record consented; certificate karen child_protection requested
                           certificate ole criminal_record unknown; certificate ole child_protection consented
                           candidate h observed; carer h karen)");
}

}  // namespace

TEST_CASE("a birth told in words alone gives no age", "[casefile][check]") {
  Case c = complete().build();
  CHECK(count(warnings(c), "birth_without_year") == 0);
  c.people[2].birth = ApproximateDate{};
  c.people[2].birth->form = ApproximateDate::Form::words;
  c.people[2].birth->words = "efter krigen";
  CHECK(the(warnings(c), "birth_without_year").arguments.at("words").text == "efter krigen");
}

TEST_CASE("a family's plan without a plan B or a day to meet again is asked about", "[casefile][check]") {
  const auto with_plan = [](const char* plan, const char* on) {
    const Case c = CaseBuilder("liam").people("karen").on("2024-03-04 karen", plan).build();
    std::set<std::string> codes;
    for (const auto& warning : check(c, {}, testing::small_vocabulary(), *parse_date(on)))
      if (warning.code.starts_with("plan_")) codes.insert(warning.code);
    return codes;
  };
  using Codes = std::set<std::string>;
  CHECK(with_plan("plan karen henter", "2024-04-01") == Codes{"plan_without_plan_b", "plan_without_follow_up"});
  CHECK(with_plan("plan karen henter plan_b=x follow_up=2024-05", "2024-05-31") == Codes{});
  CHECK(with_plan("plan karen henter plan_b=x follow_up=2024-05", "2024-06-01") == Codes{"plan_follow_up_due"});
}

TEST_CASE("a complete case is asked nothing", "[casefile][check]") {
  CHECK(testing::messages(warnings(complete().build())).empty());
}

TEST_CASE("a child that was never heard or long ago is asked for", "[casefile][check]") {
  CHECK(count(warnings(CaseBuilder("liam").build()), "child_not_heard") == 1);
  const Case c = complete().build();
  // Heard on 2 May 2024: half a year later is 1 November (6.0 months of 30.44 days end on the 1st).
  CHECK(count(warnings(c, "2024-10-31"), "child_words_old") == 0);
  CHECK(the(warnings(c, "2024-11-03"), "child_words_old").arguments.at("date").text == "2024-05-02");
}

TEST_CASE("rings without the child's yes or no to showing them are asked about", "[casefile][check]") {
  const Case c = CaseBuilder("liam").people("karen").on("2024-05-01 liam", "tie liam karen ring=1").build();
  CHECK(count(warnings(c), "sharing_not_asked") == 1);
}

TEST_CASE("custody and consent are asked of every parent", "[casefile][check]") {
  const Case c = CaseBuilder("liam")
                     .people("anna role=mor; dennis; mikkel; ole; farmor dead")
                     .on("2024-05-01 anna", R"(parent dennis liam; parent mikkel liam kind=step; parent ole liam negated
                         custody anna; tie anna ole; parent farmor dennis)")
                     .build();
  const auto asked = warnings(c);
  CHECK(the(asked, "custody_unknown").arguments.at("person").text == "dennis");
  CHECK(the(asked, "consent_missing").arguments.at("person").text == "anna");
}

TEST_CASE("a parent without custody need not consent", "[casefile][check]") {
  const Case c = CaseBuilder("liam").people("anna role=mor").on("2024-05-01 anna", "custody anna no").build();
  CHECK(count(warnings(c), "consent_missing") == 0);
  CHECK(count(warnings(c), "custody_unknown") == 0);
}

TEST_CASE("a young person is asked from the fifteenth birthday on", "[casefile][check]") {
  const Case freja = CaseBuilder("freja born=2008-09-02").on("2023-08-28 freja", "").build();
  CHECK(count(warnings(freja, "2023-09-01"), "consent_of_child_missing") == 0);
  CHECK(the(warnings(freja, "2023-09-02"), "consent_of_child_missing").arguments.at("age").text == "15");
  const Case asked = CaseBuilder("freja born=2008-09-02").on("2023-09-28 freja", "consent freja placement no").build();
  CHECK(count(warnings(asked, "2023-10-02"), "consent_of_child_missing") == 0);
}

TEST_CASE("somebody who belongs to nobody and somebody without a name are asked about", "[casefile][check]") {
  Case c = CaseBuilder("liam")
               .people("karen; peter; bror")
               .on("2024-05-01 liam", "tie liam karen; siblings liam bror")
               .build();
  c.people[3].name_unknown = true;
  c.people[3].role = "storebror";
  for (Person& p : c.people) p.source = {"i1", {"liam"}, false};
  CHECK(the(warnings(c), "person_without_tie").arguments.at("person").text == "peter");
  CHECK(the(warnings(c), "name_to_be_found").arguments.at("role").text == "role.storebror");
}

TEST_CASE("a mark without a reason and a reason without a mark are asked about", "[casefile][check]") {
  Case c = CaseBuilder("liam").people("karen; ole").on("2024-05-01 liam", "tie liam karen; tie liam ole").build();
  c.people[1].do_not_show = {true, ""};
  c.people[1].do_not_contact = {true, "§ 18"};
  c.people[2].protected_address = {false, "kvindekrisecenter"};
  CHECK(the(warnings(c), "restriction_without_reason").arguments.at("key").text == "show");
  CHECK(the(warnings(c), "reason_without_restriction").arguments.at("key").text == "protected_address");
}

TEST_CASE("contact is asked about once for all who were heard without a yes", "[casefile][check]") {
  const Case c = CaseBuilder("liam")
                     .people("anna role=mor; karen; ole; mette role=klasselærer; oskar role=bedsteven; peter")
                     .on("2024-05-01 anna", "custody anna no; contact ole by_municipality")
                     .on("2024-05-02 karen ole mette oskar", "tie liam peter")
                     .build();
  CHECK(the(warnings(c), "contact_not_agreed").arguments.at("people").text == "karen");
}

TEST_CASE("candidates are asked for residents and carer and certificates", "[casefile][check]") {
  const auto asked = [](const std::string& statements) {
    return warnings(CaseBuilder("liam")
                        .people("karen born=1960; ole born=1958; emma born=2016")
                        .households("h name=Sindal")
                        .on("2024-05-01", statements)
                        .build());
  };
  CHECK(the(asked("candidate h"), "household_without_residents").arguments.at("household").text == "Sindal");
  CHECK(count(asked("residence karen h"), "certificates_missing") == 0);  // not a candidate
  CHECK(count(asked("candidate h; residence karen h; residence emma h"), "carer_unnamed") == 0);
  const auto two = asked("candidate h; residence karen h; residence ole h; residence emma h");
  CHECK(the(two, "carer_unnamed").arguments.at("household").text == "Sindal");
  CHECK(the(two, "certificates_missing").arguments.at("people").text == "karen, ole");
  const auto half = asked("candidate h; residence karen h; certificate karen criminal_record consented");
  CHECK(the(half, "certificates_missing").arguments.at("people").text == "karen");
  CHECK(count(asked("candidate h; candidate h no; residence karen h"), "certificates_missing") == 0);
  CHECK(count(asked("candidate h; residence karen h to=2020"), "household_without_residents") == 1);
}

TEST_CASE("the same thing told unmarked by another is asked about", "[casefile][check]") {
  const auto asked = [](const std::string& henrik) {
    return warnings(CaseBuilder("liam")
                        .people("anna role=mor; mikkel; henrik role=sfo_pædagog; karen")
                        .matters("m title=Lørdagene not_to=anna reason=\"Det må mor ikke vide\"")
                        .on("2024-05-01 liam", "rhythm mikkel fodbold weekdays=saturday matters=m")
                        .on("2024-05-02 henrik anna", henrik)
                        .build());
  };
  CHECK(count(asked("fact \"Mikkel henter ham\" about=mikkel by=henrik"), "unmarked_twin") == 1);
  CHECK(count(asked("tie liam mikkel often=weekly by=henrik"), "unmarked_twin") == 1);
  CHECK(count(asked("fact \"Mikkel henter ham\" about=mikkel,karen by=henrik"), "unmarked_twin") == 1);
  CHECK(count(asked("fact \"Mikkel henter ham\" about=mikkel by=henrik matters=m"), "unmarked_twin") == 0);
  CHECK(count(asked("tie liam mikkel ring=1 by=henrik"), "unmarked_twin") == 0);     // another part
  CHECK(count(asked("tie liam mikkel often=never by=anna"), "unmarked_twin") == 0);  // her own words
  CHECK(count(asked("tie liam karen often=weekly by=henrik"), "unmarked_twin") == 0);
  CHECK(count(asked("lifting m by=henrik; tie liam mikkel often=weekly by=henrik"), "unmarked_twin") == 0);
}

TEST_CASE("a matter that must not be told says why", "[casefile][check]") {
  const Case c = CaseBuilder("liam")
                     .people("anna")
                     .matters("m title=Lørdagene not_to=anna")
                     .on("2024-05-01 liam", "tie liam anna matters=m")
                     .build();
  CHECK(count(warnings(c), "matter_without_reason") == 1);
}

TEST_CASE("statements that cannot count as they stand are asked about", "[casefile][check]") {
  const Case c = CaseBuilder("liam")
                     .people("anna role=mor; karen; mette role=klasselærer")
                     .households("h")
                     .on("2024-05-01 anna", R"(tie liam karen ring=1 caregiving=2
                         tie anna karen caregiving=2
                         assessment h parents_view level=3
                         measure h respite factors=mentalising_ability,time_and_surplus
                         certificate karen criminal_record obtained_nothing_noted note="fin"
                         certificate karen child_protection consented note="ring først")")
                     .build();
  const auto asked = warnings(c);
  CHECK(the(asked, "ring_from_another").arguments.at("person").text == "karen");
  CHECK(count(asked, "caregiving_without_child") == 1);
  CHECK(count(asked, "whose_view") == 1);
  // Respite lifts time and surplus, not mentalising.
  CHECK(the(asked, "measure_lifts_nothing").arguments.at("factor").text == "factor.mentalising_ability.label");
  CHECK(count(asked, "certificate_with_words") == 1);
}

TEST_CASE("words that name somebody who is not to be shown are asked about", "[casefile][check]") {
  const auto asked = [](const std::string& statement) {
    return count(warnings(CaseBuilder("liam")
                              .people("karen; bo name=Bo hidden")
                              .on("2024-05-01 liam", "tie liam bo; " + statement)
                              .build()),
                 "text_names_hidden");
  };
  CHECK(asked("tie liam karen note=\"bor sammen med Bo\"") == 1);
  CHECK(asked("tie liam karen quote=\"det er Bos hund\"") == 1);
  CHECK(asked("tie liam karen note=\"Bodil og bolden\"") == 0);
  CHECK(asked("tie liam bo note=\"Bo er sød\"") == 0);  // goes with him
}

TEST_CASE("warnings stand at the entry they are about", "[casefile][check]") {
  const Case c = CaseBuilder("liam").people("peter").on("2024-05-01 liam", "").build();
  const document::Place there{"sag.json", 7, 5, "/people/1"};
  const auto asked = check(
      c, [&](const Id& id) { return id == "peter" ? there : document::Place{}; }, testing::vocabulary(),
      *parse_date("2024-05-01"));
  CHECK(the(asked, "person_without_tie").place == there);
}

TEST_CASE("what is asked of random cases is asked in whole sentences", "[casefile][check]") {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const std::string text = testing::messages(warnings(random_case(seed, 14), "2025-01-01"));
    CHECK_FALSE(testing::lacks_a_word(text));
    CHECK(text.find('{') == std::string::npos);
  }
}
