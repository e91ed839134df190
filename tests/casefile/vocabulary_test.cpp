#include "kreds/casefile/vocabulary.hpp"

#include <catch2/catch.hpp>

#include "casefile/case_text.hpp"
#include "kreds/casefile/terms.hpp"

using namespace kreds;
using namespace kreds::casefile;

TEST_CASE("every role and sector and measure has its words", "[casefile][vocabulary]") {
  const Vocabulary& v = testing::vocabulary();
  for (const auto& [id, role] : v.roles) {
    INFO(id);
    CHECK(testing::danish().has("role." + id));
    CHECK(v.sector_sets.at("default").sectors.end() != std::find(v.sector_sets.at("default").sectors.begin(),
                                                                 v.sector_sets.at("default").sectors.end(),
                                                                 role.sector));
  }
  for (const auto& [id, set] : v.sector_sets)
    for (const std::string& sector : set.sectors) CHECK(testing::danish().has("sector." + sector));
  for (const auto& [key, reason] : v.never_use) CHECK(testing::danish().has(reason));
}

TEST_CASE("the roles that others rely on are what they should be", "[casefile][vocabulary]") {
  const Vocabulary& v = testing::vocabulary();
  CHECK(v.roles.at("mor").parent);
  CHECK_FALSE(v.roles.at("papfar").parent);
  CHECK(v.roles.at("kusine").child);
  CHECK(v.roles.at("klasselærer").professional);
  CHECK_FALSE(v.roles.at("mormor").professional);
  CHECK(v.factors.at("relation_strength").item_kind == "tie");
  CHECK(v.factors.at("mentalising_ability").lifted_by.count("supervision") == 1);
  CHECK(v.offer_roles.count("respite") == 1);
  CHECK(v.never_use.at("religion") == "never_use.religion");
}

TEST_CASE("what must never be used is barred in both languages", "[casefile][vocabulary]") {
  for (const char* key : {"etnicitet",
                          "ethnicity",
                          "religion",
                          "seksualitet",
                          "sexuality",
                          "politik",
                          "politics",
                          "indkomst",
                          "income",
                          "besparelse",
                          "savings",
                          "uddannelse",
                          "education",
                          "boligtype",
                          "dwelling",
                          "postnummer",
                          "postcode",
                          "alder",
                          "age",
                          "diagnose",
                          "diagnosis",
                          "certificate.indhold",
                          "certificate.content",
                          "kendtafkommunen",
                          "knowntomunicipality",
                          "slægtsside",
                          "sideoffamily",
                          "antalsamtaler",
                          "numberofinterviews",
                          "facebook"}) {
    INFO(key);
    CHECK(testing::vocabulary().never_use.count(key) == 1);
  }
}

TEST_CASE("no barred key is a field of the format in its own place", "[casefile][vocabulary]") {
  // "gender" is a field of people, for the symbol only; the key is barred everywhere else.
  const auto result = testing::read(R"({"format": 1, "case": {"number": "1", "child": "a"}, "people": [
    {"id": "a", "name": "A", "gender": "female", "source": {"interview": "i0"}}],
    "households": [{"id": "h", "gender": "female", "source": {"interview": "i0"}}],
    "interviews": [{"id": "i0", "date": "2024-01-01", "kind": "record"}]})");
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics.front().code == "key_never_used");
  CHECK(result.diagnostics.front().place.pointer == "/households/0/gender");
}

TEST_CASE("data that cannot be used is an error that names the file", "[casefile][vocabulary]") {
  CHECK_THROWS_WITH(load_vocabulary("/nowhere"), Catch::Contains("/nowhere/roles.json"));
}

TEST_CASE("frequency terms have the contacts a year of the method", "[casefile][terms]") {
  CHECK(times_per_year("daily") == 365);
  CHECK(times_per_year("several_weekly") == 150);
  CHECK(times_per_year("never") == 0);
  CHECK_FALSE(times_per_year("often"));
}
