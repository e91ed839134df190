/// \file
/// The cheapest way with right angles round a set of boxes. Private to the layout layer.
#pragma once

#include <vector>

#include "kreds/layout/geometry.hpp"

namespace kreds::layout {

class Maze {
 public:
  /// Ways run along these upright and level lines only, and through no box.
  Maze(std::vector<double> xs, std::vector<double> ys, std::vector<Box> walls);

  /// A line that later ways should not run along, and rather not cross.
  void use(const Polygon& line);
  /// Short, with few bends and crossings. A straight line if there is no way at all. Marks the way as used.
  Polygon way(Point from, Point to);

 private:
  struct Segment {
    Point a, b;
  };
  double cost(Point a, Point b) const;
  std::vector<double> xs_, ys_;
  std::vector<Box> walls_;
  std::vector<Segment> used_;
};

}  // namespace kreds::layout
