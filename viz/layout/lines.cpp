#include "lines.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "label.hpp"
#include "obstructions.hpp"

namespace kreds::layout {

namespace {

/// How far a curve leans from the straight way, as shares of its length, left of the way: near its first end and near
/// its second. Alike they are an arc, unlike a skewed one, against each other an S.
struct Lean {
  double first = 0, second = 0;
};

/// What a curve costs that a straight line does not, one crossing being 1: a slight arc little, a bold one much.
double unrest(const Lean& lean) {
  if (lean.first == 0 && lean.second == 0) return 0;
  const double bold = lean.first * lean.first + lean.second * lean.second, twist = std::abs(lean.first - lean.second);
  return 0.15 + 3 * bold + 1.5 * twist * twist;
}

/// All that are tried, the calmest first: `fineness` steps to each side near either end, up to the farthest.
std::vector<Lean> leans(int fineness, double farthest) {
  std::vector<Lean> all;
  for (int first = -fineness; first <= fineness; ++first)
    for (int second = -fineness; second <= fineness; ++second)
      all.push_back({farthest * first / fineness, farthest * second / fineness});
  std::stable_sort(all.begin(), all.end(), [](const Lean& a, const Lean& b) { return unrest(a) < unrest(b); });
  return all;
}

/// Into how many straight pieces a curve is broken, and whether it begins on the very rim of a symbol or about there.
struct Precision {
  std::size_t pieces;
  bool exact;
};
constexpr Precision to_weigh{14, false}, to_draw{28, true};

/// A curve between the rims of two symbols.
std::vector<Point> curve(const PlacedPerson& a, const PlacedPerson& b, const Lean& lean, Precision precision) {
  const Point way = b.symbol - a.symbol, left{way.y, -way.x};
  constexpr double air = 2;
  if (lean.first == 0 && lean.second == 0) {
    const Point step = (1 / length(way)) * way;
    return {a.symbol + (a.radius + air) * step, b.symbol - (b.radius + air) * step};
  }
  const Point near_a = a.symbol + (1.0 / 3) * way + lean.first * left;
  const Point near_b = a.symbol + (2.0 / 3) * way + lean.second * left;
  const auto at = [&](double t) {
    const double u = 1 - t;
    return (u * u * u) * a.symbol + (3 * u * u * t) * near_a + (3 * u * t * t) * near_b + (t * t * t) * b.symbol;
  };
  // Where the curve leaves the rim of a symbol; from there to the middle it only moves away.
  const auto rim = [&](const PlacedPerson& person, Point towards, double inside) {
    const double radius = person.radius + air;
    if (!precision.exact) return std::abs(inside - std::min(radius / (3 * length(towards - person.symbol)), 0.4));
    double outside = 0.5;
    for (int halving = 0; halving < 20; ++halving) {
      const double t = (inside + outside) / 2;
      (length(at(t) - person.symbol) > radius ? outside : inside) = t;
    }
    return outside;
  };
  const double from = rim(a, near_a, 0), to = rim(b, near_b, 1);
  std::vector<Point> path;
  const std::size_t pieces = precision.pieces;
  for (std::size_t i = 0; i <= pieces; ++i)
    path.push_back(at(from + (to - from) * static_cast<double>(i) / static_cast<double>(pieces)));
  return path;
}

bool runs_through(const std::vector<Point>& path, const Box& bounds, const Box& box) {
  return overlap(bounds, box) && passes(path, box);
}

/// All lines between the same two people, which run the same way.
struct Way {
  std::size_t a = 0, b = 0;
  bool zigzag = false;
  std::vector<std::size_t> lines;
  std::vector<std::size_t> beside;  ///< other ways that begin or end where this one does
  Lean lean;
  std::vector<Point> path;
  Box bounds;
  Point from_a, from_b;  ///< where it goes to from its ends, of length 1
};

class Lines {
 public:
  Lines(const MapContent& content, const MapLayout& layout, double effort)
      : content_(content), layout_(layout), sheet_(layout.tray ? united(*layout.tray, layout.map) : layout.map) {
    for (std::size_t i = 0; i < content.lines.size(); ++i) add(i);
    for (std::size_t i = 0; i < ways_.size(); ++i)
      for (std::size_t j = 0; j < ways_.size(); ++j)
        if (i != j && (ends_in(ways_[i], ways_[j].a) || ends_in(ways_[i], ways_[j].b))) ways_[i].beside.push_back(j);
    for (std::size_t i = 0; i < ways_.size(); ++i) {
      for (std::size_t k = 0; k < to_weigh.pieces; ++k) runs_.add(ways_[i].a, ways_[i].b);
      lay(i, {{}, path(ways_[i], {}), 0});
    }
    // Few lines may look at more curves each, and who asks for more search has bolder ones.
    const double room = 190 * effort / static_cast<double>(std::max<std::size_t>(ways_.size(), 1));
    calm_ = 1 / std::sqrt(effort);
    leans_ = leans(std::clamp(static_cast<int>(std::lround(4 * std::sqrt(room))), 3, 8),
                   std::min(0.48 / std::sqrt(calm_), 0.8));
    options_.assign(ways_.size(), std::vector<Option>(leans_.size()));
  }

  void bend() {
    // More than once: a line that found a way may have freed another's.
    for (int round = 0; round < 3; ++round)
      for (std::size_t i = 0; i < ways_.size(); ++i) bend(i);
  }

  std::vector<PlacedLine> placed() const {
    std::vector<PlacedLine> lines;
    for (const Way& way : ways_)
      for (const std::size_t line : way.lines) {
        std::vector<Point> points = curve(layout_.people[way.a], layout_.people[way.b], way.lean, to_draw);
        if (content_.lines[line].a != way.a) std::reverse(points.begin(), points.end());
        lines.push_back({line, points.front(), points.back(), points});
      }
    std::sort(lines.begin(), lines.end(), [](const PlacedLine& a, const PlacedLine& b) { return a.line < b.line; });
    return lines;
  }

 private:
  /// A way to run, and what it costs whatever other lines do.
  struct Option {
    Lean lean;
    std::vector<Point> path;
    double cost = 0;
  };

  void add(std::size_t line) {
    const Line& ends = content_.lines[line];
    const PlacedPerson &from = layout_.people[ends.a], &to = layout_.people[ends.b];
    if (length(to.symbol - from.symbol) <= from.radius + to.radius + 4) return;
    auto same = std::find_if(ways_.begin(), ways_.end(),
                             [&](const Way& way) { return std::minmax(way.a, way.b) == std::minmax(ends.a, ends.b); });
    if (same == ways_.end()) {
      same = ways_.emplace(same);
      same->a = ends.a, same->b = ends.b;
    }
    same->lines.push_back(line);
    if (ends.kind == LineKind::conflict) same->zigzag = true;
  }

  std::vector<Point> path(const Way& way, const Lean& lean) const {
    return curve(layout_.people[way.a], layout_.people[way.b], lean, to_weigh);
  }

  void lay(std::size_t index, const Option& option) {
    for (std::size_t k = 0; k < to_weigh.pieces; ++k)
      if (k + 1 < option.path.size())
        runs_.set(index * to_weigh.pieces + k, option.path[k], option.path[k + 1]);
      else
        runs_.take(index * to_weigh.pieces + k);
    Way& way = ways_[index];
    way.lean = option.lean;
    way.path = option.path;
    way.bounds = bounds_of(option.path);
    way.from_a = begin_of(option.path);
    way.from_b = end_of(option.path);
  }

  static bool ends_in(const Way& way, std::size_t person) { return way.a == person || way.b == person; }
  static Point towards(Point from, Point to) { return (1 / std::max(length(to - from), 1e-6)) * (to - from); }
  static Point begin_of(const std::vector<Point>& path) { return towards(path.front(), path[1]); }
  static Point end_of(const std::vector<Point>& path) { return towards(path.back(), path[path.size() - 2]); }

  /// Lines from the same symbol cannot be told apart where they leave it almost on one another.
  double narrow_angles(std::size_t index, const std::vector<Point>& path, double enough) const {
    constexpr double cosine = 0.97;  // of 14 degrees
    const Way& way = ways_[index];
    const Point from_a = begin_of(path), from_b = end_of(path);
    double cost = 0;
    for (const std::size_t other : way.beside) {
      if (cost >= enough) return cost;
      const Way& there = ways_[other];
      for (const auto& [person, direction] : {std::pair{there.a, there.from_a}, {there.b, there.from_b}})
        if (ends_in(way, person) && dot(person == way.a ? from_a : from_b, direction) > cosine) cost += 0.5;
    }
    return cost;
  }

  /// A line may touch the corner of its own name, but not run along under it.
  static double under_own_name(const std::vector<Point>& path, const Box& name) {
    const double within = length_within(path, grown(name, -2));
    return within > 0 ? 0.4 + 2.4 * std::min(1.0, within / name.width()) : 0;
  }

  /// A tie must not be read where there is none, least of all to the child: the deeper behind it the worse, for those
  /// who stand beside the child cannot always keep clear of it.
  double behind_child(const std::vector<Point>& path) const {
    const PlacedPerson& child = layout_.people[content_.ego];
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t k = 1; k < path.size(); ++k)
      nearest = std::min(nearest, distance(child.symbol, path[k - 1], path[k]));
    const double air = 0.25 * layout_.name_pt, room = child.radius + air - nearest;
    return room <= 0 ? 0 : 6 + 60 * std::min(1.0, room / child.radius);
  }

  double obstacles(const Way& way, const std::vector<Point>& path) const {
    // A zigzag is as wide as it is high.
    const double reach = way.zigzag ? 0.25 * layout_.name_pt : 0.8;
    const Box bounds = bounds_of(path);
    double cost = 0;
    for (std::size_t p = 0; p < layout_.people.size(); ++p) {
      const PlacedPerson& person = layout_.people[p];
      if (p == way.a || p == way.b) {
        if (p != content_.ego && overlap(bounds, person.label)) cost += under_own_name(path, person.label);
        continue;
      }
      if (p == content_.ego) {
        cost += behind_child(path);
        continue;
      }
      if (runs_through(path, bounds, grown(person.label, reach))) cost += 7;
      const double side = 2 * (person.radius + reach);
      if (runs_through(path, bounds, box_around(person.symbol, side, side))) cost += 6;
    }
    for (const auto& sector : layout_.sectors)
      if (runs_through(path, bounds, grown(sector.box, reach))) cost += 3;
    return cost;
  }

  double crossings(std::size_t index, const std::vector<Point>& path, double enough) {
    double cost = narrow_angles(index, path, enough);
    if (cost >= enough) return cost;
    const Way& way = ways_[index];
    const Box bounds = bounds_of(path);
    apart_.clear(), beside_.clear();
    for (std::size_t j = 0; j < ways_.size(); ++j) {
      const Way& other = ways_[j];
      if (j == index || !overlap(bounds, other.bounds)) continue;
      Runs& there = ends_in(other, way.a) || ends_in(other, way.b) ? beside_ : apart_;
      there.add(runs_, j * to_weigh.pieces, other.path.size() - 1);
    }
    for (std::size_t k = 1; k < path.size() && cost < enough; ++k)
      cost += apart_.crossing_by_angle(path[k - 1], path[k]) + 0.7 * beside_.crossing_by_angle(path[k - 1], path[k]);
    return cost;
  }

  /// Weighed when first asked for: most lines need not look at bold curves.
  const Option& option(std::size_t index, std::size_t lean) {
    Option& found = options_[index][lean];
    if (found.path.empty()) {
      const Way& way = ways_[index];
      found = {leans_[lean], path(way, leans_[lean]), 0};
      found.cost = lean > 0 && !inside(bounds_of(found.path), sheet_)
                       ? std::numeric_limits<double>::infinity()
                       : calm_ * unrest(found.lean) + obstacles(way, found.path);
    }
    return found;
  }

  void bend(std::size_t index) {
    std::size_t best = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t lean = 0; lean < leans_.size() && calm_ * unrest(leans_[lean]) < least; ++lean) {
      const Option& some = option(index, lean);
      if (some.cost >= least) continue;
      const double cost = some.cost + crossings(index, some.path, least - some.cost);
      if (cost < least) least = cost, best = lean;
    }
    lay(index, options_[index][best]);
  }

  const MapContent& content_;
  const MapLayout& layout_;
  Box sheet_;
  double calm_ = 1;  ///< how much unrest counts
  std::vector<Lean> leans_;
  std::vector<Way> ways_;
  std::vector<std::vector<Option>> options_;  ///< aligned with ways_ and leans_
  Runs runs_;                                 ///< the pieces of each way, as many slots for each
  Runs apart_, beside_;                       ///< those near a way in question; beside: with an end in common
};

}  // namespace

std::vector<PlacedLine> lines_between(const MapContent& content, const MapLayout& layout, double effort) {
  Lines lines(content, layout, effort);
  lines.bend();
  return lines.placed();
}

}  // namespace kreds::layout
