#include "forms.hpp"

#include <algorithm>
#include <cmath>

namespace kreds::drawing {

namespace {

using layout::Point;
using layout::Polygon;

constexpr double pi = 3.141592653589793;

/// A path measured by its length.
class Way {
 public:
  explicit Way(const Polygon& path) : corners_(path) {
    lengths_.push_back(0);
    for (std::size_t i = 1; i < path.size(); ++i)
      lengths_.push_back(lengths_.back() + layout::length(path[i] - path[i - 1]));
  }

  double length() const { return lengths_.back(); }

  /// The point after a distance, moved sideways to the left.
  Point at(double distance, double sideways = 0) const {
    const std::size_t i = segment(distance);
    const Point along = direction(i);
    return corners_[i] + (distance - lengths_[i]) * along + sideways * left_of(along);
  }

  /// From one distance to another, corners and all.
  Polygon piece(double from, double to) const {
    Polygon line{at(from)};
    for (std::size_t i = 1; i + 1 < corners_.size(); ++i)
      if (lengths_[i] > from && lengths_[i] < to) line.push_back(corners_[i]);
    line.push_back(at(to));
    return line;
  }

  /// The whole path moved sideways; at a corner to where the moved segments meet.
  Polygon beside(double by) const {
    Polygon line;
    for (std::size_t i = 0; i < corners_.size(); ++i) {
      const Point before = left_of(direction(i == 0 ? 0 : i - 1));
      const Point after = left_of(direction(std::min(i, corners_.size() - 2)));
      const Point sum = before + after;
      const double share = std::max(0.5, layout::dot(sum, sum) / 2);  // a sharp corner does not run away
      line.push_back(corners_[i] + (by / share) * sum);
    }
    return line;
  }

 private:
  static Point left_of(Point along) { return {along.y, -along.x}; }

  std::size_t segment(double distance) const {
    std::size_t i = 0;
    while (i + 2 < corners_.size() && lengths_[i + 1] <= distance) ++i;
    return i;
  }

  Point direction(std::size_t segment) const {
    const double whole = lengths_[segment + 1] - lengths_[segment];
    return whole > 0 ? (1 / whole) * (corners_[segment + 1] - corners_[segment]) : Point{1, 0};
  }

  Polygon corners_;
  std::vector<double> lengths_;
};

Polygon zigzag(const Way& way, double width_pt) {
  const double tooth = 3 * width_pt + 2, height = 1.2 * width_pt + 0.8;
  const int teeth = std::max(3, static_cast<int>(way.length() / tooth));
  const double lead = 0.5 * way.length() / (teeth + 1);
  Polygon line{way.at(0), way.at(lead)};
  for (int i = 0; i < teeth; ++i)
    line.push_back(way.at(lead + (i + 0.5) * (way.length() - 2 * lead) / teeth, i % 2 == 0 ? height : -height));
  line.push_back(way.at(way.length() - lead));
  line.push_back(way.at(way.length()));
  return line;
}

/// Across the way at a distance, slanting.
Polygon slash(const Way& way, double at, double half, double slant) {
  return {way.at(at, -half) - slant * (way.at(at + 1) - way.at(at)),
          way.at(at, half) + slant * (way.at(at + 1) - way.at(at))};
}

std::vector<Polygon> broken(const Way& way, double width_pt, double sign_at) {
  const double gap = std::min(0.2 * way.length(), 2.6 * width_pt + 3), half = 2.4 * width_pt + 2;
  const double left = sign_at * way.length() - gap, right = sign_at * way.length() + gap;
  return {way.piece(0, left), slash(way, left, half, 0.4 * half), slash(way, right, half, 0.4 * half),
          way.piece(right, way.length())};
}

Polygon circle(Point centre, double radius) {
  constexpr int corners = 24;
  Polygon outline;
  for (int i = 0; i <= corners; ++i) {
    const double angle = 2 * pi * i / corners;
    outline.push_back(centre + Point{radius * std::cos(angle), radius * std::sin(angle)});
  }
  return outline;
}

/// Two linked rings, as they stand for a couple in a pedigree: ⚭.
std::vector<Polygon> rings(const Way& way, double width_pt, double sign_at, bool cut) {
  const double radius = std::min(2.2 * width_pt + 2.4, way.length() / 6), apart = 0.65 * radius,
               middle = sign_at * way.length();
  std::vector<Polygon> pieces{way.piece(0, middle - apart - radius), circle(way.at(middle - apart), radius),
                              circle(way.at(middle + apart), radius), way.piece(middle + apart + radius, way.length())};
  if (cut) pieces.push_back(slash(way, middle, 2.1 * radius, 0.9 * radius));
  return pieces;
}

/// An open head at the end, so that one sees who is whose child.
std::vector<Polygon> arrow(const Way& way, double width_pt) {
  const double end = way.length(), head = std::min(3.5 * width_pt + 3, end / 2), half = 0.5 * head;
  return {way.piece(0, end), {way.at(end - head, half), way.at(end), way.at(end - head, -half)}};
}

/// Closed at both ends: of the same rank.
std::vector<Polygon> bars(const Way& way, double width_pt) {
  const double bar = 2 * width_pt + 2.5, lead = std::min(2 * width_pt + 1.0, way.length() / 4),
               end = way.length() - lead;
  return {way.piece(lead, end), {way.at(lead, -bar), way.at(lead, bar)}, {way.at(end, -bar), way.at(end, bar)}};
}

}  // namespace

std::vector<Polygon> form(std::string_view name, const Polygon& path, double width_pt, double sign_at) {
  const Way way(path);
  if (name == "zigzag") return {zigzag(way, width_pt)};
  if (name == "broken") return broken(way, width_pt, sign_at);
  if (name == "arrow") return arrow(way, width_pt);
  if (name == "rings") return rings(way, width_pt, sign_at, false);
  if (name == "rings_broken") return rings(way, width_pt, sign_at, true);
  if (name == "bars") return bars(way, width_pt);
  if (name == "double") return {way.beside(1.05 * width_pt), way.beside(-1.05 * width_pt)};
  return {path};
}

bool has_sign(std::string_view name) {
  return name == "broken" || name == "rings" || name == "rings_broken";
}

Point point_along(const Polygon& path, double share) {
  const Way way(path);
  return way.at(share * way.length());
}

Polygon beside(const Polygon& path, double by_pt) {
  return Way(path).beside(by_pt);
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

double optical(layout::Shape shape) {
  switch (shape) {
    case layout::Shape::square:
      return 0.89;
    case layout::Shape::diamond:
      return 1.16;
    case layout::Shape::star:
      return 1.3;
    case layout::Shape::circle:
      break;
  }
  return 1;
}

std::vector<Polygon> dashes_around(layout::Shape shape, Point centre, double radius, int count, double share) {
  // A circle goes through the corners of its form, a square stands on a side.
  const int corners = shape == layout::Shape::circle ? 64 : 4;
  const double first = shape == layout::Shape::square ? pi / 4 : 0;
  const double reach = radius * optical(shape) * (shape == layout::Shape::square ? std::sqrt(2.0) : 1);
  Polygon outline;
  for (int i = 0; i <= corners; ++i) {
    const double angle = first + 2 * pi * i / corners;
    outline.push_back(centre + reach * Point{std::sin(angle), -std::cos(angle)});
  }
  const Way way(outline);
  const double step = way.length() / count, dash = share * step;
  std::vector<Polygon> dashes;
  // The first begins at a corner: corners are what a form is known by.
  for (int i = 0; i < count; ++i) {
    const double middle = i * step;
    if (middle - dash / 2 >= 0) {
      dashes.push_back(way.piece(middle - dash / 2, middle + dash / 2));
      continue;
    }
    Polygon before = way.piece(way.length() - dash / 2, way.length()), after = way.piece(0, dash / 2);
    before.insert(before.end(), after.begin() + 1, after.end());
    dashes.push_back(std::move(before));
  }
  return dashes;
}

}  // namespace kreds::drawing
