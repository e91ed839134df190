#include "kreds/layout/geometry.hpp"

#include <catch2/catch.hpp>

using Catch::Detail::Approx;
using namespace kreds::layout;

TEST_CASE("boxes that only touch do not overlap", "[layout][geometry]") {
  CHECK_FALSE(overlap({0, 0, 10, 10}, {10, 0, 20, 10}));
  CHECK(overlap({0, 0, 10, 10}, {9.9, 0, 20, 10}));
}

TEST_CASE("two segments cross only in an inner point of both", "[layout][geometry]") {
  CHECK(cross({0, 0}, {10, 10}, {0, 10}, {10, 0}));
  CHECK_FALSE(cross({0, 0}, {10, 10}, {10, 10}, {20, 0}));  // a common end
  CHECK_FALSE(cross({0, 0}, {1, 1}, {0, 10}, {10, 0}));
}

TEST_CASE("a segment passes a box if some of it lies inside", "[layout][geometry]") {
  const Box box{10, 10, 20, 20};
  CHECK(passes({0, 15}, {30, 15}, box));
  CHECK(passes({15, 15}, {16, 16}, box));
  CHECK_FALSE(passes({0, 0}, {30, 5}, box));
  CHECK_FALSE(passes({0, 15}, {9, 15}, box));  // ends before it
}

TEST_CASE("of a path only what lies inside a box counts as within it", "[layout][geometry]") {
  const Box box{10, 10, 20, 20};
  CHECK(length_within({{0, 15}, {30, 15}}, box) == Approx(10));
  CHECK(length_within({{12, 12}, {15, 16}, {15, 40}}, box) == Approx(5 + 4));  // 3, 4, 5; then 4 down to the edge
  CHECK(length_within({{0, 5}, {30, 5}, {30, 30}}, box) == 0);
  CHECK(share_within({0, 15}, {40, 15}, box) == Approx(0.25));
}

TEST_CASE("the hull of a square with a point inside is the square", "[layout][geometry]") {
  const Polygon hull = convex_hull({{0, 0}, {10, 0}, {10, 10}, {0, 10}, {5, 5}});
  CHECK(hull.size() == 4);
  CHECK(holds(hull, Point{5, 5}));
  CHECK_FALSE(holds(hull, Point{11, 5}));
  CHECK(overlap(hull, Box{9, 9, 20, 20}));
  CHECK_FALSE(overlap(hull, Box{11, 11, 20, 20}));
}

TEST_CASE("the distance to a segment is to its nearest point", "[layout][geometry]") {
  CHECK(distance({5, 3}, {0, 0}, {10, 0}) == Approx(3));
  CHECK(distance({13, 4}, {0, 0}, {10, 0}) == Approx(5));  // 3, 4, 5 from the end
}

TEST_CASE("the gap between two closed lines is where they come nearest", "[layout][geometry]") {
  const Polygon square = {{0, 0}, {10, 0}, {10, 10}, {0, 10}};
  const auto moved = [&](double x, double y) {
    Polygon other = square;
    for (Point& p : other) p = p + Point{x, y};
    return other;
  };
  constexpr double far = 100;
  CHECK(gap_between(square, moved(13, 0), far) == Approx(3));
  CHECK(gap_between(square, moved(13, 14), far) == Approx(5));
  CHECK(gap_between(square, {{12, 5}, {20, -5}, {20, 15}}, far) == Approx(2));
  CHECK(gap_between({{12, 5}, {20, -5}, {20, 15}}, square, far) == Approx(2));
  CHECK(gap_between(square, moved(5, 5), far) == 0);
  CHECK(gap_between(square, {{4, 4}, {6, 4}, {5, 6}}, far) == 0);
  CHECK(gap_between({{4, 4}, {6, 4}, {5, 6}}, square, far) == 0);
  CHECK(gap_between(square, {}, far) > far);
  CHECK(gap_between(square, moved(13, 0), 2) >= 2);
}
