#include "kreds/casefile/suggestion.hpp"

#include <catch2/catch.hpp>

using namespace kreds::casefile;

TEST_CASE("edits are letters changed or added or left out or swapped", "[casefile][suggestion]") {
  CHECK(edit_distance("karen", "karen", 3) == 0);
  CHECK(edit_distance("karen", "karin", 3) == 1);
  CHECK(edit_distance("karen", "kraen", 3) == 1);
  CHECK(edit_distance("karen", "kare", 3) == 1);
  CHECK(edit_distance("bølle", "balle", 3) == 1);  // ø is one letter of two bytes
  CHECK(edit_distance("karen", "ole", 3) == 4);    // beyond the limit
}

TEST_CASE("only what is near is suggested", "[casefile][suggestion]") {
  const std::vector<std::string> known = {"anna", "karen", "kaare"};
  CHECK(nearest("karin", known) == "karen");
  CHECK(nearest("kare", known) == "karen");  // kaare is as near and stands later
  CHECK(nearest("peter", known).empty());
  CHECK(nearest("x", {}).empty());
}

TEST_CASE("long lists are cut and counted with the nearest first", "[casefile][suggestion]") {
  CHECK(listed({"b", "a"}) == "b, a");
  CHECK(listed({"p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "karen"}, "karin") ==
        "karen, p1, p2, p3, p4, p5, p6, p7 … (9)");
}
