#include "forms.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace kreds;
using layout::Point;

TEST_CASE("a double line is two parallel pieces", "[drawing][forms]") {
  const auto pieces = drawing::form("double", {0, 0}, {100, 0}, 2);
  REQUIRE(pieces.size() == 2);
  CHECK(pieces[0].front().y == Approx(-pieces[1].front().y));
  CHECK(pieces[0].front().y == pieces[0].back().y);
}

TEST_CASE("a zigzag begins and ends where the line does", "[drawing][forms]") {
  const auto pieces = drawing::form("zigzag", {10, 20}, {110, 80}, 2);
  REQUIRE(pieces.size() == 1);
  CHECK(pieces[0].size() > 6);
  CHECK(layout::length(pieces[0].front() - Point{10, 20}) < 1e-9);
  CHECK(layout::length(pieces[0].back() - Point{110, 80}) < 1e-9);
}

TEST_CASE("a broken line leaves a gap in the middle", "[drawing][forms]") {
  const auto pieces = drawing::form("broken", {0, 0}, {100, 0}, 2);
  REQUIRE(pieces.size() == 4);
  CHECK(pieces.front().back().x < 50);
  CHECK(pieces.back().front().x > 50);
}

TEST_CASE("lines of no length stay finite", "[drawing][forms]") {
  for (const char* form : {"solid", "double", "zigzag", "broken"})
    for (const auto& piece : drawing::form(form, {5, 5}, {5, 5}, 2))
      for (Point p : piece) {
        CHECK(std::isfinite(p.x));
        CHECK(std::isfinite(p.y));
      }
}

TEST_CASE("a rounded outline stays inside its corners", "[drawing][forms]") {
  const layout::Polygon square{{0, 0}, {100, 0}, {100, 100}, {0, 100}};
  for (Point p : drawing::rounded(square, 3)) CHECK(layout::holds(square, p));
}
