/// \file
/// What lies in the way of straight lines: counted for all lines or boxes at once, without a branch, since a search
/// asks nothing else as often. Private to the layout layer.
///
/// Numbers are single precision: places are multiples of 1/4096 pt on sheets below 4,096 pt, which it holds exactly.
#pragma once

#include <cstdint>
#include <vector>

#include "kreds/layout/geometry.hpp"

namespace kreds::layout {

/// Straight lines between people; one whose ends do not both stand is in nobody's way.
class Runs {
 public:
  struct Ends {
    std::uint32_t a = 0, b = 0;
  };
  void add(std::size_t a, std::size_t b);
  void set(std::size_t run, Point a, Point b);
  void take(std::size_t run);
  Ends ends(std::size_t run) const { return {a_[run], b_[run]}; }
  /// Runs that cross the segment, without those of `person`, nor of `other`. What meets in an end does not cross.
  int crossing(Point from, Point to, std::size_t person, std::size_t other) const;
  int crossing(Point from, Point to, std::size_t person) const { return crossing(from, to, person, person); }
  /// Runs that pass through the box, without those of `person`.
  int through(const Box& box, std::size_t person) const;

 private:
  std::vector<float> ax_, ay_, bx_, by_;
  std::vector<std::uint32_t> a_, b_;
};

/// Boxes of people; somebody who does not stand has none.
class Boxes {
 public:
  explicit Boxes(std::size_t people = 0);
  void set(std::size_t person, const Box& box);
  void take(std::size_t person);
  /// Boxes that the segment passes through, without those of two people.
  int on(Point from, Point to, std::size_t person, std::size_t other) const;

 private:
  std::vector<float> x_, y_, half_width_, half_height_;
};

}  // namespace kreds::layout
