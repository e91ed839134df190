#include "kreds/editing/draft.hpp"

#include <catch2/catch.hpp>

#include "desk.hpp"
#include "kreds/casefile/read.hpp"
#include "kreds/casefile/write.hpp"
#include "support/random_case.hpp"

using namespace kreds;
using namespace kreds::editing;
using namespace kreds::testing;

TEST_CASE("keys of one's own are kept wherever they stand", "[editing]") {
  const std::string text = small_draft().text;
  for (const char* kept : {R"("x-own": {"people": 3, "deep": [1, 2.5, {"a": null}]})", R"("x-colour": "blue")",
                           R"("x-page": 2)", R"("x-heard": "køkkenet")", R"("x-line": 4)"}) {
    INFO(kept);
    CHECK(text.find(kept) != std::string::npos);
  }
}

TEST_CASE("a draft says what its file says and its text is the draft again", "[editing]") {
  const Draft draft = small_draft();
  const auto read = casefile::read_case_text("", small_case, shipped_vocabulary(), day_of("2024-09-01"));
  CHECK(draft.c == *read.value);
  const Opened again = open_draft("", draft.text, shipped_vocabulary(), day_of("2024-09-01"));
  REQUIRE(again.draft);
  CHECK(again.draft->text == draft.text);
  CHECK(again.draft->c == draft.c);
}

TEST_CASE("a file without keys of one's own gets the layout of the writer", "[editing]") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const casefile::Case c = casefile::random_case(seed, 12);
    const Opened opened = open_draft("", casefile::to_text(c), shipped_vocabulary(), day_of("2100-01-01"));
    INFO(seed);
    if (opened.draft) CHECK(opened.draft->text == casefile::to_text(opened.draft->c));
  }
}

TEST_CASE("a file with a fault gives no draft but the faults with their places", "[editing]") {
  const Opened opened = open_draft("bo.json", "{\"format\": 1}", shipped_vocabulary(), day_of("2024-09-01"));
  CHECK_FALSE(opened.draft);
  REQUIRE_FALSE(opened.diagnostics.empty());
  CHECK(opened.diagnostics.front().place.file == "bo.json");
}

TEST_CASE("changes name what was and what is", "[editing]") {
  const Draft before = small_draft();
  std::string text = before.text;
  text.replace(text.find("\"Karen\""), 7, "\"Karin\"");
  const Opened after = open_draft("", text, shipped_vocabulary(), day_of("2024-09-01"));
  REQUIRE(after.draft);
  const Changes all = changes(before, *after.draft);
  REQUIRE(all.size() == 1);
  CHECK(all[0].kind == Change::Kind::changed);
  CHECK(all[0].type == "person");
  CHECK(all[0].id == "karen");
  REQUIRE(all[0].fields.size() == 1);
  CHECK(all[0].fields[0].key == "name");
  CHECK(document::to_line(*all[0].fields[0].was) == "\"Karen\"");
  CHECK(document::to_line(*all[0].fields[0].is) == "\"Karin\"");
  CHECK(changes(before, before).empty());
}
