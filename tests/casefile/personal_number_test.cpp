#include "../src/casefile/personal_number.hpp"

#include <catch2/catch.hpp>

using namespace kreds;
using casefile::holds_personal_number;

TEST_CASE("six digits of a birthday and four more are a personal number", "[casefile][cpr]") {
  for (const char* text :
       {"0101901234", "010190-1234", "010190 1234", "010190 - 1234", "nr. 311299-0000.", "(290200-1234)",
        "010190\xE2\x80\x93"
        "1234",
        "610190-1234", "290296-1234"})
    CHECK(holds_personal_number(text));
}

TEST_CASE("other numbers are not", "[casefile][cpr]") {
  for (const char* text :
       {"2024-0117", "320190-1234", "011390-1234", "290291-1234", "12345678", "00101901234", "01019012345",
        "010190-12345", "0010190-1234", "010190", "010190-123", "010190/1234", "2024-02-05", "98 12 34 56", ""})
    CHECK_FALSE(holds_personal_number(text));
}

TEST_CASE("a number that has lost its leading zero is found among numbers only", "[casefile][cpr]") {
  const auto parsed = document::parse("f", R"([101901234, 3112991234, 101901234.5, "101901234", 1019012345, 7])");
  std::vector<bool> found;
  for (const document::Node node : parsed.document->root().children()) found.push_back(holds_personal_number(node));
  CHECK(found == std::vector<bool>{true, true, false, false, false, false});
}

TEST_CASE("messages show the shape and not the digits", "[casefile][cpr]") {
  CHECK(casefile::without_personal_numbers("Per 010190-1234, tlf. 98123456") == "Per ●●●●●●-●●●●, tlf. 98123456");
}
