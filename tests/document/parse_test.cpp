#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>

#include "kreds/document/document.hpp"
#include "kreds/document/value.hpp"
#include "support/random_json.hpp"

using namespace kreds::document;

namespace {

Document parsed(const std::string& text) {
  ParseResult result = parse("fil.json", text);
  REQUIRE(result.document);
  return *std::move(result.document);
}

/// Code and place of the only diagnostic: "duplicate_key 1:10 /a".
std::string only_fault(const std::string& text, const ParseLimits& limits = {}) {
  const ParseResult result = parse("fil.json", text, limits);
  REQUIRE(result.diagnostics.size() == 1);
  const Diagnostic& d = result.diagnostics.front();
  return d.code + " " + std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " + d.place.pointer;
}

}  // namespace

TEST_CASE("each kind of value is decoded", "[document][parse]") {
  const Document d =
      parsed(R"({"n": null, "b": true, "i": -7, "r": 2.5e1, "t": "\u00e6\n\ud83d\ude00", "a": [], "o": {}})");
  const Node root = d.root();
  CHECK(root.size() == 7);
  CHECK(root.find("n")->is(Kind::null));
  CHECK(root.find("b")->boolean());
  CHECK(root.find("i")->integer() == -7);
  CHECK(root.find("i")->number() == -7.0);
  CHECK(root.find("r")->is(Kind::real));
  CHECK(root.find("r")->number() == 25.0);
  CHECK(root.find("t")->text() == "æ\n😀");
  CHECK(root.find("a")->is(Kind::array));
  CHECK(root.find("o")->is(Kind::object));
  CHECK_FALSE(root.find("x"));
}

TEST_CASE("columns count characters and lines count line feeds", "[document][parse]") {
  // Line 2: two blanks, then "æøå" (five characters with its marks), colon, blank: the value stands in column 10.
  const Document d = parsed("{\n  \"æøå\": 1,\r\n\t\"b\" :\n[ 2]}");
  const Node first = *d.root().find("æøå");
  CHECK(first.place() == Place{"fil.json", 2, 10, "/æøå"});
  CHECK(first.key_place() == Place{"fil.json", 2, 3, "/æøå"});
  const Node list = *d.root().find("b");
  CHECK(list.place() == Place{"fil.json", 4, 1, "/b"});
  CHECK(list.key_place() == Place{"fil.json", 3, 2, "/b"});
  CHECK((*list.children().begin()).place() == Place{"fil.json", 4, 3, "/b/0"});
}

TEST_CASE("a column far out on a long line is right", "[document][parse]") {
  // 3000 characters of two bytes in a text, so that several blocks of the index lie before the place.
  std::string text = "[\"";
  for (int i = 0; i < 3000; ++i) text += "ø";
  text += "\", 1]";
  const Document d = parsed(text);
  auto element = d.root().children().begin();
  CHECK((*++element).place().column == 1 + 1 + 3000 + 1 + 2 + 1);  // [ " ø… " comma blank, then itself
}

TEST_CASE("a pointer escapes tilde and slash", "[document][parse]") {
  const Document d = parsed(R"({"a/b": [{"c~d": 1}]})");
  const Node inner = *(*d.root().find("a/b")->children().begin()).find("c~d");
  CHECK(inner.place().pointer == "/a~1b/0/c~0d");
  CHECK(inner.parent()->parent()->key() == "a/b");
}

TEST_CASE("raw gives the bytes of the file", "[document][parse]") {
  const Document d = parsed("{ \"a\" : [ 1.50 , \"\\u0041\" ] }");
  CHECK(d.root().find("a")->raw() == "[ 1.50 , \"\\u0041\" ]");
  CHECK((*d.root().find("a")->children().begin()).raw() == "1.50");
  CHECK(d.root().raw() == d.text());
}

TEST_CASE("whole numbers reach as far as 64 bits and no further", "[document][parse]") {
  CHECK(parsed("9223372036854775807").root().integer() == std::numeric_limits<std::int64_t>::max());
  CHECK(parsed("-9223372036854775808").root().integer() == std::numeric_limits<std::int64_t>::min());
  CHECK(only_fault("[9223372036854775808]") == "number_too_large 1:2 ");
  CHECK(only_fault("-9223372036854775809") == "number_too_large 1:1 ");
  CHECK(only_fault("1e400") == "number_too_large 1:1 ");
}

TEST_CASE("every duplicate key is reported where it stands again", "[document][parse]") {
  CHECK(only_fault("{\"a\": 1, \"b\": {\"a\": 2},\n \"a\": 3}") == "duplicate_key 2:2 /a");
  const ParseResult result = parse("f", R"({"a": {"x": 1, "x": 2, "x": 3}, "b": 1, "b": 2})");
  CHECK(result.document);
  CHECK(result.diagnostics.size() == 3);
}

TEST_CASE("nesting beyond the limit is refused before any stack is used", "[document][parse]") {
  const std::string deep(10'000, '[');
  CHECK(only_fault(deep) == "too_deep 1:65 " + [] {
    std::string pointer;
    for (int i = 1; i < 64; ++i) pointer += "/0";
    return pointer;
  }());
  std::string fits(64, '[');
  fits += std::string(64, ']');
  CHECK(parse("f", fits).document);
}

TEST_CASE("more values or bytes than allowed are refused", "[document][parse]") {
  ParseLimits few;
  few.values = 3;
  CHECK(only_fault("[1,2,3]", few) == "too_many_values 1:6 ");
  CHECK(parse("f", "[1,2]", few).document);
  ParseLimits small;
  small.bytes = 4;
  CHECK(only_fault("[1,2]", small) == "file_too_large 0:0 ");
}

TEST_CASE("a byte order mark and Windows line ends are read with a warning each", "[document][parse]") {
  const ParseResult result = parse("f", "\xEF\xBB\xBF{\r\n\"a\": 1}");
  REQUIRE(result.document);
  REQUIRE(result.diagnostics.size() == 2);
  CHECK(result.diagnostics[0].code == "byte_order_mark");
  CHECK(result.diagnostics[1].code == "windows_line_ends");
  CHECK_FALSE(has_errors(result.diagnostics));
  CHECK(result.document->root().find("a")->place().line == 2);
}

TEST_CASE("bytes that are not UTF-8 are refused with their place", "[document][parse]") {
  CHECK(only_fault("[\"\xE6\"]") == "invalid_utf8 1:3 ");              // Windows-1252
  CHECK(only_fault("[\n\"æ\xC0\xAF\"]") == "invalid_utf8 2:3 ");       // overlong
  CHECK(only_fault("[\"\xED\xA0\x80\"]") == "invalid_utf8 1:3 ");      // half of a pair
  CHECK(only_fault("[\"\xF4\x90\x80\x80\"]") == "invalid_utf8 1:3 ");  // above U+10FFFF
  CHECK(only_fault("[\"\xC3") == "invalid_utf8 1:3 ");                 // cut off
  CHECK(only_fault("[\"\xEF\xBF\xBE\"]") == "noncharacter 1:3 ");
  CHECK(only_fault("[\"\xF0\x9F\xBF\xBF\"]") == "noncharacter 1:3 ");
  CHECK(only_fault(std::string("[1]\0[2]", 7)) == "control_character 1:4 ");
}

TEST_CASE("random documents are read back value for value with their own bytes", "[document][parse]") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    kreds::testing::RandomJson made(seed);
    const ParseResult result = parse("f", made.text());
    INFO(made.text());
    REQUIRE(result.document);
    CHECK(result.diagnostics.empty());
    CHECK(kreds::testing::rebuilt(result.document->root()) == made.line());
    for (std::size_t i = 0; i < result.document->node_count(); ++i) {
      const ParseResult part = parse("f", std::string(result.document->node(i).raw()));
      REQUIRE(part.document);
      CHECK(part.document->root().kind() == result.document->node(i).kind());
    }
  }
}

TEST_CASE("random damage gives a document or else a fault with a place", "[document][parse]") {
  kreds::testing::Dice dice(7);
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    std::string text = kreds::testing::RandomJson(seed % 50).text();
    for (int i = dice.between(1, 3); i > 0; --i)
      text[static_cast<std::size_t>(dice.between(0, static_cast<int>(text.size()) - 1))] =
          dice.one_of(std::string("{}[]\",:\\019.e-+tfn x\xC3\x80\n"));
    const ParseResult result = parse("f", text);
    INFO(text);
    const bool only_duplicates =
        std::all_of(result.diagnostics.begin(), result.diagnostics.end(),
                    [](const Diagnostic& d) { return d.code == "duplicate_key" || d.code == "control_character"; });
    CHECK(result.document.has_value() == only_duplicates);
    for (const Diagnostic& d : result.diagnostics) CHECK(d.place.column > 0);
  }
}
