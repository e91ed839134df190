// The reader beside nlohmann's: what the one accepts the other does, and to both it says the same.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "kreds/document/document.hpp"
#include "support/random_json.hpp"

using namespace kreds::document;
using kreds::testing::Dice;
using Oracle = nlohmann::ordered_json;

namespace {

bool same(const Node& ours, const Oracle& theirs) {
  switch (ours.kind()) {
    case Kind::null:
      return theirs.is_null();
    case Kind::boolean:
      return theirs.is_boolean() && theirs.get<bool>() == ours.boolean();
    case Kind::integer:
      return theirs.is_number_integer() && theirs.get<std::int64_t>() == ours.integer();
    case Kind::real:
      return theirs.is_number_float() && theirs.get<double>() == ours.number();
    case Kind::text:
      return theirs.is_string() && theirs.get<std::string>() == ours.text();
    case Kind::array:
    case Kind::object:
      break;
  }
  const bool object = ours.is(Kind::object);
  if (object != theirs.is_object() || theirs.is_array() == object || theirs.size() != ours.size()) return false;
  auto other = theirs.begin();
  for (const Node child : ours.children()) {
    if ((object && other.key() != child.key()) || !same(child, *other)) return false;
    ++other;
  }
  return true;
}

/// One to three bytes taken out, put in or copied from elsewhere.
std::string damaged(std::string text, Dice& dice) {
  static const std::vector<std::string> pieces = {"\"",
                                                  "\\",
                                                  "{",
                                                  "}",
                                                  "[",
                                                  "]",
                                                  ",",
                                                  ":",
                                                  " ",
                                                  "\t",
                                                  "\n",
                                                  "-",
                                                  "+",
                                                  ".",
                                                  "e",
                                                  "E",
                                                  "0",
                                                  "1",
                                                  "9",
                                                  "true",
                                                  "null",
                                                  "fals",
                                                  "\\n",
                                                  "\\u",
                                                  "/",
                                                  "'",
                                                  "\\u00e",
                                                  "\\u00e6",
                                                  "\\ud83d",
                                                  "\\ude00",
                                                  "\\ud83d\\ude00",
                                                  "\\x",
                                                  "//",
                                                  "æ",
                                                  "\\\"",
                                                  "-0",
                                                  "1.",
                                                  "01",
                                                  "1e5",
                                                  "1E-2",
                                                  "-12.50",
                                                  "nul",
                                                  "\\u00E6",
                                                  "\\u20ac"};
  for (int edits = dice.between(1, 3); edits > 0; --edits) {
    const auto at = static_cast<std::size_t>(dice.between(0, static_cast<int>(text.size())));
    if (dice.chance(40) && at < text.size())
      text.erase(at, 1);
    else
      text.insert(at, dice.one_of(pieces));
  }
  return text;
}

bool has_duplicates(const ParseResult& result) {
  for (const Diagnostic& d : result.diagnostics)
    if (d.code == "duplicate_key") return true;
  return false;
}

/// Which characters may stand in a text, and that no number is rounded to nothing, are rules of our own.
bool breaks_rule_of_our_own(const ParseResult& result) {
  static const std::array<std::string, 4> codes = {"invalid_utf8", "noncharacter", "control_character",
                                                   "number_too_large"};
  const std::string& code = result.diagnostics.back().code;
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace

TEST_CASE("what is read is what another reader reads", "[document][parse][oracle]") {
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    const std::string text = kreds::testing::RandomJson(seed).text();
    CAPTURE(seed, text);
    const ParseResult ours = parse("f", text);
    const Oracle theirs = Oracle::parse(text, nullptr, false);
    REQUIRE(ours.document);
    REQUIRE_FALSE(theirs.is_discarded());
    CHECK(same(ours.document->root(), theirs));
  }
}

TEST_CASE("damaged texts are accepted when another reader accepts them", "[document][parse][oracle]") {
  std::size_t accepted = 0, refused = 0;
  for (std::uint64_t seed = 0; seed < 20000; ++seed) {
    Dice dice(seed + 1000000);
    const std::string text = damaged(kreds::testing::RandomJson(seed % 500).text(), dice);
    CAPTURE(seed, text);
    const ParseResult ours = parse("f", text);
    const Oracle theirs = Oracle::parse(text, nullptr, false);
    if (!ours.document && breaks_rule_of_our_own(ours)) continue;
    REQUIRE(ours.document.has_value() == !theirs.is_discarded());
    (ours.document ? accepted : refused) += 1;
    if (ours.document && !has_duplicates(ours)) REQUIRE(same(ours.document->root(), theirs));
  }
  CHECK(accepted > 2000);
  CHECK(refused > 2000);
}
