#include "kreds/layout/geometry.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kreds::layout {

double length(Point p) {
  return std::sqrt(p.x * p.x + p.y * p.y);
}

bool inside(const Box& inner, const Box& outer) {
  return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top &&
         inner.bottom <= outer.bottom;
}

bool holds(const Box& box, Point p) {
  return p.x >= box.left && p.x <= box.right && p.y >= box.top && p.y <= box.bottom;
}

// Andrew's monotone chain.
Polygon convex_hull(std::vector<Point> points) {
  std::sort(points.begin(), points.end(), [](Point a, Point b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
  points.erase(std::unique(points.begin(), points.end()), points.end());
  if (points.size() < 3) return points;
  Polygon hull;
  const auto add = [&](Point p, std::size_t floor) {
    while (hull.size() >= floor + 2 && cross(hull.back() - hull[hull.size() - 2], p - hull.back()) <= 0)
      hull.pop_back();
    hull.push_back(p);
  };
  for (Point p : points) add(p, 0);
  const std::size_t lower = hull.size() - 1;
  for (auto p = points.rbegin() + 1; p != points.rend(); ++p) add(*p, lower);
  hull.pop_back();
  return hull;
}

bool holds(const Polygon& convex, Point p) {
  if (convex.size() < 3) return false;
  bool positive = false, negative = false;
  for (std::size_t i = 0; i < convex.size(); ++i) {
    const double side = cross(convex[(i + 1) % convex.size()] - convex[i], p - convex[i]);
    positive |= side > 0;
    negative |= side < 0;
  }
  return !(positive && negative);
}

bool overlap(const Polygon& convex, const Box& box) {
  if (convex.size() < 3) return false;
  for (Point p : convex)
    if (holds(box, p)) return true;
  const Point corners[] = {{box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}};
  for (Point p : corners)
    if (holds(convex, p)) return true;
  for (std::size_t i = 0; i < convex.size(); ++i)
    if (passes(convex[i], convex[(i + 1) % convex.size()], box)) return true;
  return false;
}

bool encloses(const Polygon& any, Point p) {
  bool in = false;
  for (std::size_t i = 0, j = any.size() - 1; i < any.size(); j = i++) {
    const Point a = any[i], b = any[j];
    if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y)) in = !in;
  }
  return in;
}

Box bounds_of(const Polygon& points) {
  Box box{points[0].x, points[0].y, points[0].x, points[0].y};
  for (Point p : points) box = united(box, {p.x, p.y, p.x, p.y});
  return box;
}

double gap_between(const Polygon& a, const Polygon& b, double enough) {
  double least = std::numeric_limits<double>::infinity();
  if (a.empty() || b.empty() || !overlap(grown(bounds_of(a), enough), bounds_of(b))) return least;
  if (encloses(a, b.front()) || encloses(b, a.front())) return 0;
  // Two lines that do not cross come nearest at a corner of one of them.
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = 0; j < b.size(); ++j) {
      const Point a2 = a[(i + 1) % a.size()], b2 = b[(j + 1) % b.size()];
      if (cross(a[i], a2, b[j], b2)) return 0;
      least = std::min({least, distance(a[i], b[j], b2), distance(b[j], a[i], a2)});
    }
  return least;
}

double distance(Point p, Point a, Point b) {
  const Point ab = b - a;
  const double squared = dot(ab, ab);
  const double t = squared == 0 ? 0 : std::clamp(dot(p - a, ab) / squared, 0.0, 1.0);
  return length(p - (a + t * ab));
}

bool passes(const Polygon& path, const Box& box) {
  for (std::size_t i = 1; i < path.size(); ++i)
    if (passes(path[i - 1], path[i], box)) return true;
  return false;
}

double length_within(const Polygon& path, const Box& box) {
  double sum = 0;
  for (std::size_t i = 1; i < path.size(); ++i)
    if (const double share = share_within(path[i - 1], path[i], box); share > 0)
      sum += share * length(path[i] - path[i - 1]);
  return sum;
}

bool cross(const Polygon& path, const Polygon& other) {
  for (std::size_t i = 1; i < path.size(); ++i)
    for (std::size_t j = 1; j < other.size(); ++j)
      if (cross(path[i - 1], path[i], other[j - 1], other[j])) return true;
  return false;
}

}  // namespace kreds::layout
