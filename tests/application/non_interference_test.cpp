#include <catch2/catch.hpp>

#include "all_outputs.hpp"
#include "support/secret_case.hpp"

namespace {

using namespace kreds;
using application::Request;
using audience::Kind;
using testing::AllOutputs;
using testing::Outputs;

/// A difference is told by the name of the output: the bytes of a picture help nobody.
std::vector<std::string> differing(const Outputs& a, const Outputs& b) {
  std::vector<std::string> names;
  if (a.size() != b.size()) names.emplace_back("not the same outputs");
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
    if (a[i] != b[i]) names.push_back(a[i].first);
  return names;
}

std::vector<std::string> telling(const Outputs& outputs, const std::vector<std::string>& tokens) {
  std::vector<std::string> names;
  for (const auto& [name, bytes] : outputs)
    for (const std::string& token : tokens)
      if (bytes.find(token) != std::string::npos) names.push_back(name + ": " + token);
  return names;
}

const std::vector<std::string> none;
constexpr Kind kinds[] = {Kind::family, Kind::person, Kind::casefile};

}  // namespace

TEST_CASE("every text given out to an audience is what it were had the hidden things never been written",
          "[application][non-interference]") {
  for (const Kind kind : kinds)
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
      const testing::SecretCase pair = testing::secret_case(seed, kind);
      CAPTURE(seed, audience::to_text(pair.audience));
      std::vector<std::optional<casefile::Date>> days = {pair.as_of};
      // The day that follows from the case; where an earlier one was asked for, later liftings were added.
      if (casefile::newest_interview(pair.open) == pair.as_of) days.emplace_back();
      for (const auto& day : days) {
        const auto outputs = [&](const casefile::Case& c) {
          return AllOutputs(c, {pair.audience, day})
              .pictures({drawing::Format::svg, drawing::Format::dot}, layout::projector_sheet())
              .reports()
              .all();
        };
        const Outputs from_secret = outputs(pair.with_secrets);
        CHECK(differing(from_secret, outputs(pair.open)) == none);
        CHECK(telling(from_secret, pair.tokens) == none);
      }
    }
}

TEST_CASE("changes and history and exports for an audience are what they were had the hidden things never been written",
          "[application][non-interference]") {
  std::size_t with_history = 0;
  for (const Kind kind : kinds)
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
      const testing::SecretCase pair = testing::secret_case(seed, kind);
      CAPTURE(seed, audience::to_text(pair.audience));
      const auto outputs = [&](const casefile::Case& c) {
        AllOutputs all(c, {pair.audience, pair.as_of});
        all.exports().history();
        // From every day of a conversation that the audience knows of.
        for (const casefile::Interview& interview : pair.open.interviews)
          if (interview.date < pair.as_of) all.changes_since(interview.date);
        return all.all();
      };
      const Outputs from_secret = outputs(pair.with_secrets);
      CHECK(differing(from_secret, outputs(pair.open)) == none);
      CHECK(telling(from_secret, pair.tokens) == none);
      for (const auto& [name, bytes] : from_secret)
        with_history += name == "history page" && bytes.find("refused") == std::string::npos ? 1 : 0;
    }
  CHECK(with_history >= 40);
}

TEST_CASE("every picture given out to an audience is what it were had the hidden things never been written",
          "[application][non-interference]") {
  for (const Kind kind : kinds)
    for (std::uint64_t seed = 0; seed < 4; ++seed) {
      const testing::SecretCase pair = testing::secret_case(seed, kind);
      CAPTURE(seed, audience::to_text(pair.audience));
      const auto outputs = [&](const casefile::Case& c) {
        return AllOutputs(c, {pair.audience, pair.as_of})
            .pictures({drawing::Format::png, drawing::Format::pdf}, layout::a4_sheet(false))
            .all();
      };
      CHECK(differing(outputs(pair.with_secrets), outputs(pair.open)) == none);
    }
}

TEST_CASE("what a professional gets does tell of what others must not know", "[application][non-interference]") {
  // That the searches above can find something.
  const testing::SecretCase pair = testing::secret_case(1, Kind::family);
  const auto outputs = [&](const casefile::Case& c) {
    return AllOutputs(c, {{Kind::professional, {}}, pair.as_of})
        .pictures({drawing::Format::svg}, layout::projector_sheet())
        .exports()
        .changes_since(pair.open.interviews.front().date)
        .history()
        .all();
  };
  const Outputs from_secret = outputs(pair.with_secrets);
  const std::vector<std::string> differ = differing(from_secret, outputs(pair.open));
  const std::vector<std::string> tell = telling(from_secret, pair.tokens);
  for (const char* name : {"map", "export 0", "changes page", "history page"}) {
    const auto of_this = [&](const std::string& found) { return found.starts_with(name); };
    CAPTURE(name);
    CHECK(std::any_of(differ.begin(), differ.end(), of_this));
    CHECK(std::any_of(tell.begin(), tell.end(), of_this));
  }
}
