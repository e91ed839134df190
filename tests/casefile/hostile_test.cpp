// What cannot be shipped as a file: huge, deep, damaged.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "casefile/case_text.hpp"
#include "kreds/casefile/write.hpp"
#include "support/dice.hpp"
#include "support/random_case.hpp"

using namespace kreds;
using namespace kreds::casefile;

TEST_CASE("ten thousand levels are refused in one sentence", "[casefile][hostile]") {
  const std::string message = testing::messages(testing::read(std::string(10'000, '[')).diagnostics);
  CHECK(message.starts_with("sag.json:1:65: fejl: mere end 64 niveauer inde i hinanden"));
  CHECK_FALSE(testing::read("{\"x-dybt\": " + std::string(10'000, '[')).value);
}

TEST_CASE("a flood of faults is cut and counted", "[casefile][hostile]") {
  std::string text = "{\"format\": 1, \"people\": [";
  for (int i = 0; i < 5000; ++i) text += "7,\n";
  const ReadResult result = testing::read(text + "7]}");
  REQUIRE(result.diagnostics.size() == 201);
  CHECK(result.diagnostics.back().code == "more_faults");
  // 5001 numbers in place of people, "case" and "interviews" missing; 200 are shown.
  CHECK(result.diagnostics.back().arguments.at("number").text == "4803");
}

TEST_CASE("a file of many equal ids and dangling references is read in time", "[casefile][hostile]") {
  std::string text = R"({"format": 1, "case": {"number": "1", "child": "a"}, "people": [)";
  for (int i = 0; i < 20'000; ++i)
    text += R"({"id": "p)" + std::to_string(i) + R"(", "name": "P", "source": {"interview": "i)" + std::to_string(i) +
            "\"}},\n";
  text += R"({"id": "a", "name": "A", "source": {"interview": "i0"}}], "interviews": []})";
  const ReadResult result = testing::read(text);
  CHECK(result.diagnostics.size() == 201);
  CHECK_FALSE(result.value);
}

TEST_CASE("all on one line is as good as a line each", "[casefile][hostile]") {
  const std::string pretty = to_text(random_case(5, 40));
  const std::string flat = document::to_line(to_value(random_case(5, 40)));
  const auto late = *parse_date("2025-01-01");
  CHECK(read_case_text("a", flat, testing::vocabulary(), late).value ==
        read_case_text("a", pretty, testing::vocabulary(), late).value);
}

TEST_CASE("damaged cases are read or refused and never anything else", "[casefile][hostile]") {
  testing::Dice dice(3);
  const auto late = *parse_date("2025-01-01");
  for (int round = 0; round < 1500; ++round) {
    std::string text = to_text(random_case(static_cast<std::uint64_t>(round % 20), 6));
    for (int i = dice.between(1, 4); i > 0; --i) {
      const auto at = static_cast<std::size_t>(dice.between(0, static_cast<int>(text.size()) - 1));
      if (dice.chance(30))
        text.erase(at, static_cast<std::size_t>(dice.between(1, 40)));
      else if (dice.chance(30))
        text.insert(at, text.substr(static_cast<std::size_t>(dice.between(0, static_cast<int>(at))), 30));
      else
        text[at] = dice.one_of(std::string("{}[]\",:09.aæ\x80\n"));
    }
    const ReadResult result = read_case_text("a", text, testing::vocabulary(), late);
    INFO(text);
    CHECK(result.value.has_value() != document::has_errors(result.diagnostics));
    for (const document::Diagnostic& d : result.diagnostics) CHECK(testing::danish().has("diagnostic." + d.code));
    if (result.value)
      CHECK(read_case_text("b", to_text(*result.value), testing::vocabulary(), late).value == result.value);
  }
}
