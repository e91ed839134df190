#include "kreds/audience/audience.hpp"

#include <catch2/catch.hpp>

using namespace kreds::audience;

TEST_CASE("each audience is read as it is written", "[audience]") {
  for (const char* text : {"family", "person:karen", "casefile", "handover", "professional"}) {
    const auto audience = parse_audience(text);
    REQUIRE(audience);
    CHECK(to_text(*audience) == text);
  }
  CHECK(parse_audience("person:karen-2_b")->person == "karen-2_b");
}

TEST_CASE("what is no audience is not guessed to be one", "[audience]") {
  for (const char* text : {"", "Family", "families", "person", "person:", "person:Karen", "person:å", "person:a b",
                           "professional:karen", "everyone", " family"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_audience(text));
  }
  CHECK_FALSE(parse_audience("person:" + std::string(65, 'a')));
  CHECK(parse_audience("person:" + std::string(64, 'a')));
}

TEST_CASE("a family may see none of what the permissions speak of", "[audience]") {
  const Permissions may = permissions({Kind::family, {}});
  CHECK_FALSE((may.tie_quality || may.assessments || may.informant_names || may.gender_symbols || may.case_number ||
               may.not_asked_marks || may.restriction_marks));
}

TEST_CASE("the permissions follow the table of audiences", "[audience]") {
  const Permissions person = permissions({Kind::person, "karen"});
  CHECK((person.tie_quality && person.assessments && person.informant_names && person.case_number));
  CHECK_FALSE((person.gender_symbols || person.not_asked_marks || person.restriction_marks));

  const Permissions file = permissions({Kind::casefile, {}});
  CHECK((file.tie_quality && file.informant_names && file.gender_symbols && file.case_number));
  CHECK_FALSE((file.assessments || file.restriction_marks));

  for (const Kind kind : {Kind::handover, Kind::professional}) {
    const Permissions all = permissions({kind, {}});
    CHECK((all.tie_quality && all.assessments && all.informant_names && all.gender_symbols && all.case_number &&
           all.not_asked_marks && all.restriction_marks));
  }
}
