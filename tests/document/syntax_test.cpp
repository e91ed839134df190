// What is wrong with a text that is not JSON, and where: "code line:column found".
#include <catch2/catch.hpp>

#include "kreds/document/document.hpp"

using namespace kreds::document;

namespace {

std::string fault(const std::string& text) {
  const ParseResult result = parse("f", text);
  REQUIRE_FALSE(result.document);
  const Diagnostic& d = result.diagnostics.back();
  const auto found = d.arguments.find("found");
  return d.code + " " + std::to_string(d.place.line) + ":" + std::to_string(d.place.column) +
         (found == d.arguments.end() ? "" : " " + found->second.text);
}

}  // namespace

TEST_CASE("separators that are missing or too many are named", "[document][syntax]") {
  CHECK(fault("[1 2]") == "missing_comma 1:4 2");
  CHECK(fault("{\"a\": 1 \"b\": 2}") == "missing_comma 1:9 \"");
  CHECK(fault("{\"a\" 1}") == "missing_colon 1:6 1");
  CHECK(fault("{\"a\", 1}") == "missing_colon 1:5 ,");
  CHECK(fault("[1,\n]") == "trailing_comma 1:3 ,");
  CHECK(fault("{\"a\": 1,}") == "trailing_comma 1:8 ,");
  CHECK(fault("[,1]") == "value_expected 1:2 ,");
  CHECK(fault("{\"a\": }") == "value_expected 1:7 }");
  CHECK(fault("{,}") == "key_expected 1:2 ,");
  CHECK(fault("[1}") == "wrong_bracket 1:3 }");
  CHECK(fault("{\"a\": 1]") == "wrong_bracket 1:8 ]");
  CHECK(fault("{} {}") == "text_after_end 1:4 {");
}

TEST_CASE("an unfinished file is named by what is still open", "[document][syntax]") {
  CHECK(fault("{\"a\": [1, 2") == "never_closed 1:12");
  CHECK(parse("f", "{\n\"a\": [1, 2").diagnostics.back().arguments.at("line").text == "2");
  CHECK(parse("f", "{\n\"a\": [1, 2").diagnostics.back().arguments.at("bracket").text == "[");
  CHECK(fault("{\"a\": \"bc") == "end_in_text 1:7");
  CHECK(fault("[\"a\\") == "end_in_text 1:2");
  CHECK(fault("   ") == "file_empty 0:0");
}

TEST_CASE("numbers that are not JSON are shown whole", "[document][syntax]") {
  CHECK(fault("[007]") == "bad_number 1:2 007");
  CHECK(fault("[-]") == "bad_number 1:2 -");
  CHECK(fault("[+1]") == "bad_number 1:2 +1");
  CHECK(fault("[.5]") == "bad_number 1:2 .5");
  CHECK(fault("[1.]") == "bad_number 1:2 1.");
  CHECK(fault("[12abc]") == "bad_number 1:2 12abc");
  CHECK(fault("[2024-02-05]") == "bad_number 1:2 2024-02-05");
  CHECK(fault("{\"a\": 1,5}") == "decimal_comma 1:8 ,");
}

TEST_CASE("texts that are not JSON are named by their fault", "[document][syntax]") {
  CHECK(fault("[\"a\nb\"]") == "text_not_closed 1:2");
  CHECK(fault("[\"a\tb\"]") == "tab_in_text 1:4");
  CHECK(fault("[\"a\\qb\"]") == "bad_escape 1:4 \\q");
  CHECK(fault("[\"a\\u12G4\"]") == "bad_unicode_escape 1:4 \\u12G4");
  CHECK(fault("[\"\\ud83d\"]") == "bad_unicode_escape 1:3 \\ud83d");
  CHECK(fault("[\"\\ude00\"]") == "bad_unicode_escape 1:3 \\ude00");
  CHECK(fault("[\"a\"b\"]") == "text_ends_early 1:5 b");
  CHECK(fault("[“a”]") == "wrong_quotation_mark 1:2 “");
  CHECK(fault("['a']") == "wrong_quotation_mark 1:2 '");
}

TEST_CASE("words and signs that do not belong are named", "[document][syntax]") {
  CHECK(fault("[True]") == "unknown_word 1:2 True");
  CHECK(fault("{navn: 1}") == "key_without_quotation_marks 1:2 navn");
  CHECK(fault("[1] // slut") == "comment 1:5 /");
  CHECK(fault("/* her */ [1]") == "comment 1:1 /");
  CHECK(fault("[1, # to\n2]") == "comment 1:5 #");
  CHECK(fault("[@]") == "unexpected_character 1:2 @");
}
