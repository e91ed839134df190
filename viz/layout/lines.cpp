#include "lines.hpp"

#include <algorithm>
#include <array>

namespace kreds::layout {

namespace {

struct Run {
  std::size_t line = 0, a = 0, b = 0;
  std::vector<Point> path;
  Box bounds;
};

/// An arc between the rims of two symbols; `bend` is its height as a share of its length, left of the way.
std::vector<Point> arc(const PlacedPerson& a, const PlacedPerson& b, double bend) {
  const Point way = b.symbol - a.symbol;
  constexpr double air = 2;
  if (bend == 0) {
    const Point step = (1 / length(way)) * way;
    return {a.symbol + (a.radius + air) * step, b.symbol - (b.radius + air) * step};
  }
  const Point control = a.symbol + 0.5 * way + 2 * bend * Point{way.y, -way.x};
  const auto at = [&](double t) {
    const double u = 1 - t;
    return (u * u) * a.symbol + (2 * u * t) * control + (t * t) * b.symbol;
  };
  // Where the arc leaves the rim of a symbol; from there to the middle it only moves away.
  const auto rim = [&](const PlacedPerson& person, double inside) {
    double outside = 0.5;
    for (int halving = 0; halving < 20; ++halving) {
      const double t = (inside + outside) / 2;
      (length(at(t) - person.symbol) > person.radius + air ? outside : inside) = t;
    }
    return outside;
  };
  const double from = rim(a, 0), to = rim(b, 1);
  constexpr int pieces = 14;
  std::vector<Point> path;
  for (int i = 0; i <= pieces; ++i) path.push_back(at(from + (to - from) * i / pieces));
  return path;
}

bool runs_through(const std::vector<Point>& path, const Box& bounds, const Box& box) {
  if (!overlap(bounds, box)) return false;
  for (std::size_t i = 1; i < path.size(); ++i)
    if (passes(path[i - 1], path[i], box)) return true;
  return false;
}

bool cross_somewhere(const Run& a, const Run& b) {
  if (!overlap(grown(a.bounds, 0.01), b.bounds)) return false;
  for (std::size_t i = 1; i < a.path.size(); ++i)
    for (std::size_t j = 1; j < b.path.size(); ++j)
      if (cross(a.path[i - 1], a.path[i], b.path[j - 1], b.path[j])) return true;
  return false;
}

class Lines {
 public:
  Lines(const MapContent& content, const MapLayout& layout) : content_(content), layout_(layout) {
    for (std::size_t i = 0; i < content.lines.size(); ++i) {
      const std::size_t a = content.lines[i].a, b = content.lines[i].b;
      const PlacedPerson &from = layout.people[a], &to = layout.people[b];
      if (length(to.symbol - from.symbol) <= from.radius + to.radius + 4) continue;
      Run run{i, a, b, arc(from, to, 0), {}};
      run.bounds = bounds_of(run.path);
      runs_.push_back(std::move(run));
    }
  }

  void bend() {
    // Twice: a line that found a way may have freed another's.
    for (int round = 0; round < 2; ++round)
      for (std::size_t i = 0; i < runs_.size(); ++i) bend(i);
  }

  std::vector<PlacedLine> placed() const {
    std::vector<PlacedLine> lines;
    for (const Run& run : runs_) lines.push_back({run.line, run.path.front(), run.path.back(), run.path});
    return lines;
  }

 private:
  double obstacles(const Run& run) const {
    // A zigzag is as wide as it is high.
    const bool conflict = content_.lines[run.line].kind == LineKind::conflict;
    const double reach = conflict ? 0.25 * layout_.name_pt : 0.8;
    double cost = 0;
    for (std::size_t p = 0; p < layout_.people.size(); ++p) {
      const PlacedPerson& person = layout_.people[p];
      if (p == run.a || p == run.b) {  // it may touch the end of its own name, but not run along under it
        if (p != content_.ego && runs_through(run.path, run.bounds, grown(person.label, -2))) cost += 1;
        continue;
      }
      if (p != content_.ego && runs_through(run.path, run.bounds, grown(person.label, reach))) cost += 1.6;
      const double side = 2 * (person.radius + reach);
      if (runs_through(run.path, run.bounds, box_around(person.symbol, side, side))) cost += 2;
    }
    return cost;
  }

  double crossings(std::size_t index, const Run& run) const {
    double cost = 0;
    for (std::size_t j = 0; j < runs_.size(); ++j) {
      const Run& other = runs_[j];
      if (j == index || other.a == run.a || other.a == run.b || other.b == run.a || other.b == run.b) continue;
      if (cross_somewhere(run, other)) cost += 1;
    }
    return cost;
  }

  void bend(std::size_t index) {
    static constexpr std::array<double, 8> bends = {0.06, -0.06, 0.12, -0.12, 0.18, -0.18, 0.24, -0.24};
    Run straight = runs_[index];
    straight.path = arc(layout_.people[straight.a], layout_.people[straight.b], 0);
    straight.bounds = bounds_of(straight.path);
    Run best = straight;
    double least = obstacles(straight);
    if (least == 0) {
      runs_[index] = std::move(best);
      return;
    }
    least += crossings(index, straight);
    for (double bend : bends) {
      Run run = straight;
      run.path = arc(layout_.people[run.a], layout_.people[run.b], bend);
      if (run.path.size() < 2) continue;
      run.bounds = bounds_of(run.path);
      if (!inside(run.bounds, sheet())) continue;
      double cost = 0.15 + 2.2 * std::abs(bend) + obstacles(run);
      if (cost >= least) continue;
      cost += crossings(index, run);
      if (cost < least) least = cost, best = std::move(run);
    }
    runs_[index] = std::move(best);
  }

  Box sheet() const { return layout_.tray ? united(*layout_.tray, layout_.map) : layout_.map; }

  const MapContent& content_;
  const MapLayout& layout_;
  std::vector<Run> runs_;
};

}  // namespace

std::vector<PlacedLine> lines_between(const MapContent& content, const MapLayout& layout) {
  Lines lines(content, layout);
  lines.bend();
  return lines.placed();
}

}  // namespace kreds::layout
