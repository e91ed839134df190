#include <algorithm>
#include <catch2/catch.hpp>

#include "kreds/audience/audience.hpp"
#include "kreds/casefile/read.hpp"
#include "kreds/casefile/write.hpp"
#include "support/dangling_ids.hpp"
#include "support/random_case.hpp"
#include "support/secret_case.hpp"

namespace {

using namespace kreds;
using audience::Kind;

constexpr std::uint64_t cases = 300;
constexpr Kind kinds[] = {Kind::family, Kind::person, Kind::casefile};

const casefile::Vocabulary& vocabulary() {
  static const casefile::Vocabulary v = casefile::load_vocabulary(KREDS_ROOT "/data");
  return v;
}

bool contains(const std::string& text, const std::string& token) {
  const auto same = [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && a - 'A' + 'a' == b); };
  std::string lower = token;
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return std::search(text.begin(), text.end(), lower.begin(), lower.end(), same) != text.end();
}

}  // namespace

TEST_CASE("an audience gets what it would get had the hidden things never been written", "[audience]") {
  for (const Kind kind : kinds)
    for (std::uint64_t seed = 0; seed < cases; ++seed) {
      const auto pair = testing::secret_case(seed, kind);
      CAPTURE(seed, audience::to_text(pair.audience));
      const auto from_secret = audience::for_audience(pair.with_secrets, pair.audience, vocabulary(), pair.as_of);
      const auto from_open = audience::for_audience(pair.open, pair.audience, vocabulary(), pair.as_of);
      REQUIRE(casefile::to_text(from_secret) == casefile::to_text(from_open));
      REQUIRE(from_secret == from_open);
      // Where the day asked for is an earlier one, later liftings were added.
      const auto newest = casefile::newest_interview(pair.open);
      if (newest == pair.as_of)
        REQUIRE(audience::newest_interview(pair.with_secrets, pair.audience) ==
                audience::newest_interview(pair.open, pair.audience));
    }
}

TEST_CASE("no name or place or text of a hidden thing is left in what an audience gets", "[audience]") {
  for (const Kind kind : kinds)
    for (std::uint64_t seed = 0; seed < cases; ++seed) {
      const auto pair = testing::secret_case(seed, kind);
      CAPTURE(seed, audience::to_text(pair.audience));
      const std::string whole = casefile::to_text(pair.with_secrets);
      const std::string text =
          casefile::to_text(audience::for_audience(pair.with_secrets, pair.audience, vocabulary(), pair.as_of));
      REQUIRE(pair.tokens.size() > 20);
      for (const std::string& token : pair.tokens) {
        CAPTURE(token);
        REQUIRE_FALSE(contains(text, token));
      }
      REQUIRE(contains(whole, pair.tokens.front()));  // the search finds them where they are
    }
}

TEST_CASE("filtering twice changes nothing and leaves no dangling id", "[audience]") {
  for (const Kind kind : {Kind::family, Kind::person, Kind::casefile, Kind::handover, Kind::professional})
    for (std::uint64_t seed = 0; seed < cases; ++seed) {
      const auto pair = testing::secret_case(seed, kind);
      CAPTURE(seed, audience::to_text(pair.audience));
      REQUIRE(testing::dangling_ids(pair.with_secrets).empty());
      const auto once = audience::for_audience(pair.with_secrets, pair.audience, vocabulary(), pair.as_of);
      CHECK(testing::dangling_ids(once) == std::vector<std::string>{});
      const auto twice = audience::for_audience(once, pair.audience, vocabulary(), pair.as_of);
      REQUIRE(casefile::to_text(once) == casefile::to_text(twice));
      REQUIRE(once == twice);
    }
}

TEST_CASE("professionals and those who take over the case see everything known on the day", "[audience]") {
  for (const Kind kind : {Kind::handover, Kind::professional})
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
      const auto pair = testing::secret_case(seed, kind);
      REQUIRE(audience::for_audience(pair.with_secrets, pair.audience, vocabulary(), pair.as_of) ==
              casefile::as_known_on(pair.with_secrets, pair.as_of));
    }
}

TEST_CASE("a made-up case has for each of its people an audience that filters in one step", "[audience]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const casefile::Case c = casefile::random_case(seed, 14);
    std::vector<audience::Audience> audiences = {{Kind::family, {}}, {Kind::casefile, {}}, {Kind::professional, {}}};
    for (const auto& person : c.people) audiences.push_back({Kind::person, person.id});
    for (const auto& who : audiences)
      for (const auto as_of : {audience::newest_interview(c, who), std::optional(c.interviews[1].date)}) {
        if (!as_of) continue;
        CAPTURE(seed, audience::to_text(who), casefile::to_text(*as_of));
        const auto once = audience::for_audience(c, who, vocabulary(), *as_of);
        CHECK(testing::dangling_ids(once) == std::vector<std::string>{});
        CHECK(once == audience::for_audience(once, who, vocabulary(), *as_of));
        CHECK(casefile::find_person(once, c.child));
      }
  }
}

TEST_CASE("the shipped cases hold nothing for a family or a parent that must not be told", "[audience]") {
  struct Secret {
    const char *file, *audience;
    std::vector<std::string> words;
  };
  const Secret secrets[] = {
      {"liam", "family", {"lørdag", "pizza", "Lørdagene"}},
      {"liam", "person:anna", {"pizza", "Lørdagene", "Det må mor ikke vide"}},
      {"liam", "casefile", {"pizza", "Lørdagene", "Det må mor ikke vide"}},
      {"stor", "family", {"Kim", "Opkaldene", "ulla", "peder", "lise"}},
      {"stor", "person:rikke", {"\"kim\"", "Opkaldene", "\"lise\""}},
      {"stor", "casefile", {"\"kim\"", "Opkaldene"}},
  };
  for (const Secret& secret : secrets) {
    CAPTURE(secret.file, secret.audience);
    const std::string path = std::string(KREDS_ROOT "/data/cases/") + secret.file + ".json";
    const auto read = casefile::read_case_file(path, vocabulary(), *casefile::parse_date("2026-01-01"));
    REQUIRE(read.value);
    const auto who = *audience::parse_audience(secret.audience);
    const auto as_of = audience::newest_interview(*read.value, who);
    REQUIRE(as_of);
    const std::string text = casefile::to_text(audience::for_audience(*read.value, who, vocabulary(), *as_of));
    const std::string whole = casefile::to_text(*read.value);
    for (const std::string& word : secret.words) {
      CAPTURE(word);
      CHECK(contains(whole, word));
      CHECK_FALSE(contains(text, word));
    }
  }
}
