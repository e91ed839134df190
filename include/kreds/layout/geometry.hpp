/// \file
/// Points, boxes and polygons of the sheet. Units are points (1/72 inch); x to the right, y down from the top left.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace kreds::layout {

struct Point {
  double x = 0, y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};
constexpr Point operator+(Point a, Point b) {
  return {a.x + b.x, a.y + b.y};
}
constexpr Point operator-(Point a, Point b) {
  return {a.x - b.x, a.y - b.y};
}
constexpr Point operator*(double s, Point p) {
  return {s * p.x, s * p.y};
}
constexpr double dot(Point a, Point b) {
  return a.x * b.x + a.y * b.y;
}
constexpr double cross(Point a, Point b) {
  return a.x * b.y - a.y * b.x;
}
double length(Point p);

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
  double width() const { return right - left; }
  double height() const { return bottom - top; }
  Point centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
  friend bool operator==(const Box&, const Box&) = default;
};
// In the header, because a layout asks them millions of times.
constexpr Box box_around(Point centre, double width, double height) {
  return {centre.x - width / 2, centre.y - height / 2, centre.x + width / 2, centre.y + height / 2};
}
constexpr Box grown(const Box& box, double by) {
  return {box.left - by, box.top - by, box.right + by, box.bottom + by};
}
constexpr Box united(const Box& a, const Box& b) {
  return {a.left < b.left ? a.left : b.left, a.top < b.top ? a.top : b.top, a.right > b.right ? a.right : b.right,
          a.bottom > b.bottom ? a.bottom : b.bottom};
}
constexpr bool overlap(const Box& a, const Box& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
bool inside(const Box& inner, const Box& outer);
bool holds(const Box& box, Point p);

using Polygon = std::vector<Point>;
Polygon convex_hull(std::vector<Point> points);  ///< counter-clockwise on paper, first point lowest x then y
bool holds(const Polygon& convex, Point p);
bool overlap(const Polygon& convex, const Box& box);
bool encloses(const Polygon& any, Point p);  ///< of any form, even-odd rule

/// Whether the open segments ab and cd cross in one inner point.
constexpr bool cross(Point a, Point b, Point c, Point d) {
  const double abc = cross(b - a, c - a), abd = cross(b - a, d - a);
  if (abc * abd >= 0) return false;
  return cross(d - c, a - c) * cross(d - c, b - c) < 0;
}
/// Which share of a segment lies inside a box (Liang and Barsky's clipping).
constexpr double share_within(Point a, Point b, const Box& box) {
  if ((a.x <= box.left && b.x <= box.left) || (a.x >= box.right && b.x >= box.right) ||
      (a.y <= box.top && b.y <= box.top) || (a.y >= box.bottom && b.y >= box.bottom))
    return 0;
  double enter = 0, leave = 1;
  const Point step = b - a;
  const auto clip = [&](double towards, double room) {
    if (towards == 0) return room >= 0;
    const double t = room / towards;
    if (towards < 0)
      enter = std::max(enter, t);
    else
      leave = std::min(leave, t);
    return enter < leave;
  };
  const bool inside = clip(-step.x, a.x - box.left) && clip(step.x, box.right - a.x) && clip(-step.y, a.y - box.top) &&
                      clip(step.y, box.bottom - a.y);
  return inside ? leave - enter : 0;
}
/// Whether a segment passes through a box: some part of it lies inside.
constexpr bool passes(Point a, Point b, const Box& box) {
  return share_within(a, b, box) > 0;
}
bool passes(const Polygon& path, const Box& box);           ///< an open path of any number of points
double length_within(const Polygon& path, const Box& box);  ///< of an open path
bool cross(const Polygon& path, const Polygon& other);      ///< two open paths
/// Empty space between two closed lines: 0 where they cross or one holds the other, infinite if one has no points.
/// What is more than `enough` need not be exact.
double gap_between(const Polygon& a, const Polygon& b, double enough);
Box bounds_of(const Polygon& points);        ///< at least one point
double distance(Point p, Point a, Point b);  ///< from p to the segment ab

}  // namespace kreds::layout
