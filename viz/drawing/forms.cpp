#include "forms.hpp"

#include <algorithm>
#include <cmath>

namespace kreds::drawing {

namespace {

using layout::Point;
using layout::Polygon;

constexpr double pi = 3.141592653589793;

struct Way {
  Point from, along, side;  // unit vectors
  double length;
  Way(Point a, Point b) : from(a), along{1, 0}, side{0, 1}, length(layout::length(b - a)) {
    if (length > 0) along = (1 / length) * (b - a);
    side = {along.y, -along.x};
  }
  Point at(double distance, double sideways) const { return from + distance * along + sideways * side; }
};

Polygon zigzag(const Way& way, double width_pt) {
  const double tooth = 3 * width_pt + 2, height = 1.2 * width_pt + 0.8;
  const int teeth = std::max(3, static_cast<int>(way.length / tooth));
  const double lead = 0.5 * way.length / (teeth + 1);
  Polygon line{way.at(0, 0), way.at(lead, 0)};
  for (int i = 0; i < teeth; ++i)
    line.push_back(way.at(lead + (i + 0.5) * (way.length - 2 * lead) / teeth, i % 2 == 0 ? height : -height));
  line.push_back(way.at(way.length - lead, 0));
  line.push_back(way.at(way.length, 0));
  return line;
}

std::vector<Polygon> broken(const Way& way, double width_pt) {
  const double gap = std::min(0.2 * way.length, 2.6 * width_pt + 3), slash = 2.4 * width_pt + 2, slant = 0.4 * slash;
  const double left = way.length / 2 - gap, right = way.length / 2 + gap;
  return {{way.at(0, 0), way.at(left, 0)},
          {way.at(left - slant, -slash), way.at(left + slant, slash)},
          {way.at(right - slant, -slash), way.at(right + slant, slash)},
          {way.at(right, 0), way.at(way.length, 0)}};
}

}  // namespace

std::vector<Polygon> form(std::string_view name, Point a, Point b, double width_pt) {
  const Way way(a, b);
  if (name == "zigzag") return {zigzag(way, width_pt)};
  if (name == "broken") return broken(way, width_pt);
  if (name == "double") {
    const double off = 1.05 * width_pt;
    return {{way.at(0, off), way.at(way.length, off)}, {way.at(0, -off), way.at(way.length, -off)}};
  }
  return {{a, b}};
}

std::pair<Point, Point> beside(Point a, Point b, double by_pt) {
  const Way way(a, b);
  return {way.at(0, by_pt), way.at(way.length, by_pt)};
}

Polygon rounded(Polygon polygon, int times) {
  for (int t = 0; t < times && polygon.size() > 2; ++t) {
    Polygon cut;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
      const Point p = polygon[i], q = polygon[(i + 1) % polygon.size()];
      // Corners are cut by a length, not by a share, so that long sides stay straight.
      const double whole = layout::length(q - p), cut_pt = std::min(0.25 * whole, 14.0 / (1 << (2 * t)));
      cut.push_back(p + (cut_pt / std::max(whole, 1e-9)) * (q - p));
      cut.push_back(q - (cut_pt / std::max(whole, 1e-9)) * (q - p));
    }
    polygon = std::move(cut);
  }
  return polygon;
}

Polygon rounded_box(const layout::Box& box, double radius_pt) {
  const double r = std::min({radius_pt, box.width() / 2, box.height() / 2});
  const Point corners[] = {{box.right - r, box.top + r},
                           {box.right - r, box.bottom - r},
                           {box.left + r, box.bottom - r},
                           {box.left + r, box.top + r}};
  Polygon outline;
  for (int corner = 0; corner < 4; ++corner)
    for (int step = 0; step <= 6; ++step) {
      const double angle = pi / 2 * (corner - 1 + step / 6.0);
      outline.push_back(corners[corner] + Point{r * std::cos(angle), r * std::sin(angle)});
    }
  return outline;
}

}  // namespace kreds::drawing
