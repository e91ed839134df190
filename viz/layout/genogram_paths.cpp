#include "genogram_paths.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <tuple>

namespace kreds::layout {

namespace {

constexpr double bend = 1.5, crossing = 3, alongside = 40;
constexpr double near_to = 0.12;  // lines closer than this look like one

void tidy(std::vector<double>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end(), [](double a, double b) { return b - a < 1e-6; }),
               values.end());
}

std::size_t index_of(const std::vector<double>& values, double value) {
  const auto at = std::lower_bound(values.begin(), values.end(), value - 1e-6);
  return static_cast<std::size_t>(at - values.begin());
}

bool level(Point a, Point b) {
  return std::abs(a.y - b.y) < 1e-9;
}

}  // namespace

Maze::Maze(std::vector<double> xs, std::vector<double> ys, std::vector<Box> walls)
    : xs_(std::move(xs)), ys_(std::move(ys)), walls_(std::move(walls)) {
  tidy(xs_);
  tidy(ys_);
}

void Maze::use(const Polygon& line) {
  for (std::size_t i = 1; i < line.size(); ++i) used_.push_back({line[i - 1], line[i]});
}

double Maze::cost(Point a, Point b) const {
  for (const Box& wall : walls_)
    if (passes(a, b, grown(wall, -0.02))) return std::numeric_limits<double>::infinity();
  double sum = length(b - a);
  const bool flat = level(a, b);
  for (const Segment& s : used_) {
    const bool other_flat = level(s.a, s.b);
    if (flat != other_flat) {
      const Point &h1 = flat ? a : s.a, &h2 = flat ? b : s.b, &v1 = flat ? s.a : a, &v2 = flat ? s.b : b;
      if (v1.x > std::min(h1.x, h2.x) - 1e-9 && v1.x <= std::max(h1.x, h2.x) && h1.y > std::min(v1.y, v2.y) - 1e-9 &&
          h1.y <= std::max(v1.y, v2.y))
        sum += crossing;
      continue;
    }
    const double apart = flat ? std::abs(a.y - s.a.y) : std::abs(a.x - s.a.x);
    if (apart > near_to) continue;
    const double low = flat ? std::max(std::min(a.x, b.x), std::min(s.a.x, s.b.x))
                            : std::max(std::min(a.y, b.y), std::min(s.a.y, s.b.y));
    const double high = flat ? std::min(std::max(a.x, b.x), std::max(s.a.x, s.b.x))
                             : std::min(std::max(a.y, b.y), std::max(s.a.y, s.b.y));
    if (high > low) sum += alongside * (high - low);
  }
  return sum;
}

Polygon Maze::way(Point from, Point to) {
  std::vector<double> xs = xs_, ys = ys_;
  xs.insert(xs.end(), {from.x, to.x});
  ys.insert(ys.end(), {from.y, to.y});
  tidy(xs);
  tidy(ys);
  const std::size_t columns = xs.size(), nodes = columns * ys.size();
  const auto point = [&](std::size_t node) { return Point{xs[node % columns], ys[node / columns]}; };
  const std::size_t start = index_of(ys, from.y) * columns + index_of(xs, from.x);
  const std::size_t goal = index_of(ys, to.y) * columns + index_of(xs, to.x);
  // State: node and whether it was reached on a level stretch.
  std::vector<double> best(2 * nodes, std::numeric_limits<double>::infinity());
  std::vector<std::size_t> before(2 * nodes, 2 * nodes);
  std::priority_queue<std::pair<double, std::size_t>, std::vector<std::pair<double, std::size_t>>, std::greater<>> open;
  for (std::size_t flat : {0u, 1u}) best[2 * start + flat] = 0, open.push({0, 2 * start + flat});
  std::size_t end = 2 * nodes;
  while (!open.empty()) {
    const double so_far = open.top().first;
    const std::size_t state = open.top().second;
    open.pop();
    if (so_far > best[state]) continue;
    const std::size_t node = state / 2;
    if (node == goal) {
      end = state;
      break;
    }
    const std::size_t column = node % columns, line = node / columns;
    const auto go = [&](std::size_t next, std::size_t flat) {
      double sum = so_far + cost(point(node), point(next));
      if (flat != state % 2) sum += bend;
      if (sum >= best[2 * next + flat]) return;
      best[2 * next + flat] = sum;
      before[2 * next + flat] = state;
      open.push({sum, 2 * next + flat});
    };
    if (column > 0) go(node - 1, 1);
    if (column + 1 < columns) go(node + 1, 1);
    if (line > 0) go(node - columns, 0);
    if (line + 1 < ys.size()) go(node + columns, 0);
  }
  Polygon found;
  if (end == 2 * nodes) {
    found = {from, to};
  } else {
    for (std::size_t state = end; state != 2 * nodes; state = before[state]) {
      const Point p = point(state / 2);
      const bool straight = found.size() > 1 && (level(found[found.size() - 2], p)
                                                     ? level(found.back(), p)
                                                     : found[found.size() - 2].x == p.x && found.back().x == p.x);
      if (straight)
        found.back() = p;
      else if (found.empty() || !(found.back() == p))
        found.push_back(p);
    }
    std::reverse(found.begin(), found.end());
  }
  use(found);
  return found;
}

}  // namespace kreds::layout
