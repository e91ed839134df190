// Reader and writer over random cases and the shipped ones.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "casefile/case_text.hpp"
#include "kreds/casefile/write.hpp"
#include "support/random_case.hpp"

using namespace kreds;
using namespace kreds::casefile;

namespace {

ReadResult read_again(const Case& c) {
  return read_case_text("igen.json", to_text(c), testing::vocabulary(), *parse_date("2025-01-01"));
}

std::string content(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<std::string> shipped_cases() {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(KREDS_ROOT "/data/cases"))
    if (entry.path().extension() == ".json") found.push_back(entry.path().string());
  return found;
}

/// In characters.
std::size_t longest_line(const std::string& text) {
  std::size_t longest = 0, length = 0;
  for (const char c : text) {
    longest = std::max(longest, length);
    if (c == '\n')
      length = 0;
    else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U)
      ++length;
  }
  return longest;
}

}  // namespace

TEST_CASE("a case that was written is read back equal", "[casefile][write]") {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const Case c = random_case(seed, 2 + static_cast<int>(seed % 30));
    const ReadResult again = read_again(c);
    INFO("seed " << seed << "\n" << testing::messages(again.diagnostics));
    REQUIRE(again.diagnostics.empty());
    REQUIRE(again.value);
    CHECK(*again.value == c);
    CHECK(to_text(*again.value) == to_text(c));
  }
}

TEST_CASE("random cases hold every type of statement and every kind of mark", "[casefile][write]") {
  std::set<std::size_t> types;
  bool withdrawn = false, corrected = false, hidden = false, secret = false;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const Case c = random_case(seed, 12);
    CHECK(c.people.size() == 12);
    for (const Person& p : c.people) hidden = hidden || p.do_not_show.set;
    for (const Interview& i : c.interviews)
      for (const Statement& s : i.statements) {
        types.insert(s.body.index());
        withdrawn = withdrawn || s.withdrawn;
        corrected = corrected || !s.replaces.empty();
        secret = secret || !s.matters.empty();
      }
  }
  CHECK(types.size() == statement_types.size());
  CHECK((withdrawn && corrected && hidden && secret));
}

TEST_CASE("the same seed gives the same case", "[casefile][write]") {
  CHECK(random_case(17, 20) == random_case(17, 20));
}

TEST_CASE("the shipped cases are read without a word and written back equal", "[casefile][read]") {
  REQUIRE(shipped_cases().size() >= 4);
  for (const std::string& path : shipped_cases()) {
    const ReadResult read = read_case_file(path, testing::vocabulary(), *parse_date("2025-01-01"));
    INFO(path << "\n" << testing::messages(read.diagnostics));
    REQUIRE(read.value);
    CHECK(read.diagnostics.empty());
    CHECK(read_again(*read.value).value == read.value);
    CHECK(to_text(*read.value) == content(path));  // the shipped files are in the canonical layout
  }
}

TEST_CASE("the example in data/README.md is read without a word", "[casefile][read]") {
  const std::string text = content(KREDS_ROOT "/data/README.md"), fence = "```json\n";
  const std::size_t begin = text.find(fence) + fence.size();
  const ReadResult read = testing::read(text.substr(begin, text.find("```", begin) - begin), "README.md");
  INFO(testing::messages(read.diagnostics));
  CHECK(read.diagnostics.empty());
  CHECK(read.value);
}

TEST_CASE("what goes without saying is filled in", "[casefile][read]") {
  const ReadResult read = testing::read(R"({"format": 1, "case": {"number": "1", "child": "a"}, "people": [
    {"id": "a", "name": "A", "source": {"interview": "i"}}, {"id": "b", "name": "B", "source": {"interview": "i"}}],
    "interviews": [{"id": "i", "date": "2024-01-01", "kind": "school", "informants": ["b"], "statements": [
      {"id": "s", "type": "wish", "topic": "school", "target": "Vestre Skole", "view": "first_wish"}]}]})");
  INFO(testing::messages(read.diagnostics));
  REQUIRE(read.value);
  const Statement& wish = read.value->interviews.front().statements.front();
  CHECK(wish.by == Ids{"b"});
  CHECK(std::get<Wish>(wish.body).of == "a");
  CHECK(read.value->people.front().source.by == Ids{"b"});
  CHECK(read.value->rings == 5);
  CHECK(read.value->sectors == "default");
}

TEST_CASE("keys that begin with x- are left alone wherever they stand", "[casefile][read]") {
  const ReadResult read = testing::read(R"({"x-a": {"anything": [1, null]}, "format": 1,
    "case": {"number": "1", "child": "a", "x-b": 1}, "people": [
    {"id": "a", "name": "A", "x-c": "", "source": {"interview": "i", "x-d": 0}}],
    "interviews": [{"id": "i", "date": "2024-01-01", "kind": "record", "statements": [
      {"id": "s", "type": "need", "text": "ro", "x-religion": "ingen"}]}]})");
  CHECK(read.diagnostics.empty());
  CHECK(read.value);
}

TEST_CASE("the canonical layout keeps to its width and gives each entry lines of its own", "[casefile][write]") {
  Case c = random_case(3, 12);
  const std::string before = to_text(c);
  // Closing brackets may stand beyond it, and so could a single text that is longer; these random ones are not.
  CHECK(longest_line(before) <= 110 + 5);
  c.interviews.back().statements.back().note = "tilføjet";
  const std::string after = to_text(c);
  const auto same_front = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  const std::size_t changed_at = static_cast<std::size_t>(same_front.first - before.begin());
  CHECK(before.find(c.interviews.back().statements.back().id) < changed_at);
}

TEST_CASE("a small case is written in this layout", "[casefile][write]") {
  const std::string text = R"({
  "format": 1,
  "case": {"number": "2024-0009", "child": "alma", "rings": 5, "sectors": "default"},
  "people": [
    {"id": "alma", "name": "Alma", "birth": "2016-03", "source": {"interview": "i0"}},
    {"id": "karen", "name": "Karen", "birth": {"age": 62, "at": "2024-02-05"}, "gender": "female",
     "role": "mormor", "show": false, "show_reason": "hun har bedt om det",
     "source": {"interview": "i1", "by": ["alma"]}}
  ],
  "interviews": [
    {"id": "i0", "date": "2024-02-01", "kind": "record"},
    {"id": "i1", "date": "2024-02-05", "kind": "school", "informants": ["alma"],
     "statements": [
       {"id": "s1", "type": "tie", "by": ["alma"], "between": ["alma", "karen"], "ring": 1,
        "conflict": {"answer": "not_asked"}, "frequency": "weekly",
        "known_since": {"between": ["2017-08", "2018-06"], "words": "siden 3. klasse"}, "quote": "hun er sød"}
     ]}
  ]
}
)";
  const ReadResult read = testing::read(text);
  INFO(testing::messages(read.diagnostics));
  REQUIRE(read.value);
  CHECK(to_text(*read.value) == text);
  CHECK(version(*read.value).size() == 8);
}
