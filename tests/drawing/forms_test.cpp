#include "forms.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "kreds/drawing/style.hpp"

using namespace kreds;
using layout::Point;

TEST_CASE("a double line is two parallel pieces", "[drawing][forms]") {
  const auto pieces = drawing::form("double", {{0, 0}, {100, 0}}, 2);
  REQUIRE(pieces.size() == 2);
  CHECK(pieces[0].front().y == Approx(-pieces[1].front().y));
  CHECK(pieces[0].front().y == pieces[0].back().y);
}

TEST_CASE("a zigzag begins and ends where the line does", "[drawing][forms]") {
  const auto pieces = drawing::form("zigzag", {{10, 20}, {110, 80}}, 2);
  REQUIRE(pieces.size() == 1);
  CHECK(pieces[0].size() > 6);
  CHECK(layout::length(pieces[0].front() - Point{10, 20}) < 1e-9);
  CHECK(layout::length(pieces[0].back() - Point{110, 80}) < 1e-9);
}

TEST_CASE("a broken line leaves a gap in the middle", "[drawing][forms]") {
  const auto pieces = drawing::form("broken", {{0, 0}, {100, 0}}, 2);
  REQUIRE(pieces.size() == 4);
  CHECK(pieces.front().back().x < 50);
  CHECK(pieces.back().front().x > 50);
}

TEST_CASE("lines of no length stay finite", "[drawing][forms]") {
  for (std::string_view form : drawing::line_forms())
    for (const auto& piece : drawing::form(form, {{5, 5}, {5, 5}}, 2))
      for (Point p : piece) {
        CHECK(std::isfinite(p.x));
        CHECK(std::isfinite(p.y));
      }
}

TEST_CASE("a double line round a corner keeps its distance", "[drawing][forms]") {
  // Right along the x axis, then down: 2.1 points to the left of the way is above, then to the right.
  const auto pieces = drawing::form("double", {{0, 0}, {100, 0}, {100, 80}}, 2);
  REQUIRE(pieces.size() == 2);
  REQUIRE(pieces[0].size() == 3);
  CHECK(pieces[0][0].y == Approx(-2.1));
  CHECK(pieces[0][1].x == Approx(102.1));
  CHECK(pieces[0][1].y == Approx(-2.1));
  CHECK(pieces[0][2].x == Approx(102.1));
  CHECK(pieces[1][1].x == Approx(97.9));
}

TEST_CASE("the gap of a broken line and the rings of a couple lie in the middle of a bent way", "[drawing][forms]") {
  // 100 right and 300 down: half of the way is 100 points below the corner.
  const layout::Polygon bent{{0, 0}, {100, 0}, {100, 300}};
  const auto broken = drawing::form("broken", bent, 2);
  CHECK(broken[0].size() == 3);
  CHECK(broken[0].back().y == Approx(100 - 8.2));  // a gap of 2.6 · 2 + 3 points to each side
  CHECK(broken[3].front().y == Approx(100 + 8.2));
  const auto rings = drawing::form("rings", bent, 1);
  REQUIRE(rings.size() == 4);
  double top = 1000, bottom = 0;
  for (const auto& ring : {rings[1], rings[2]})
    for (Point p : ring) {
      top = std::min(top, p.y);
      bottom = std::max(bottom, p.y);
    }
  CHECK((top + bottom) / 2 == Approx(100));
  CHECK(rings[0].back().y == Approx(top));
  CHECK(rings[3].front().y == Approx(bottom));
}

TEST_CASE("an arrow points at the end of its way", "[drawing][forms]") {
  const auto pieces = drawing::form("arrow", {{0, 0}, {100, 0}}, 1);
  REQUIRE(pieces.size() == 2);
  CHECK(pieces[1][1].x == Approx(100));
  CHECK(pieces[1][0].x < 100);
  CHECK(pieces[1][0].y == Approx(-pieces[1][2].y));
}

TEST_CASE("a rounded outline stays inside its corners", "[drawing][forms]") {
  const layout::Polygon square{{0, 0}, {100, 0}, {100, 100}, {0, 100}};
  for (Point p : drawing::rounded(square, 3)) CHECK(layout::holds(square, p));
}

TEST_CASE("a broken outline has as many dashes whatever the size and begins with its corners", "[drawing][forms]") {
  using kreds::layout::Shape;
  for (const Shape shape : {Shape::circle, Shape::square, Shape::diamond})
    for (const double radius : {4.0, 40.0}) {
      const auto dashes = drawing::dashes_around(shape, {100, 100}, radius, 8, 0.5);
      CHECK(dashes.size() == 8);
      for (const auto& dash : dashes)
        for (const auto& point : dash) {
          const double away = kreds::layout::length(point - kreds::layout::Point{100, 100});
          CHECK(away <= 1.27 * radius);  // the corner of a square: 0.89 · √2
          CHECK(away >= 0.8 * radius);
        }
      // Half of the way is line. The four corners of a square are 1.78 radii apart, the way 7.12 of them.
      double length = 0;
      for (const auto& dash : dashes)
        for (std::size_t i = 1; i < dash.size(); ++i) length += kreds::layout::length(dash[i] - dash[i - 1]);
      if (shape == Shape::square) CHECK(length == Approx(0.5 * 7.12 * radius));
      if (shape == Shape::circle) CHECK(length == Approx(3.1416 * radius).epsilon(0.01));
    }
}
