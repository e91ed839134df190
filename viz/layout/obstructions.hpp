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
  /// Some of others' runs too.
  void add(const Runs& others, std::size_t first, std::size_t count);
  void clear();
  void set(std::size_t run, Point a, Point b);
  void take(std::size_t run);
  Ends ends(std::size_t run) const { return {a_[run], b_[run]}; }
  /// Runs that cross the segment, without those of `person`, nor of `other`. What meets in an end does not cross.
  int crossing(Point from, Point to, std::size_t person, std::size_t other) const;
  int crossing(Point from, Point to, std::size_t person) const { return crossing(from, to, person, person); }
  /// Runs that cross the segment; one that does so at less than 25 degrees counts twice, for the eye easily
  /// leaves on the wrong one.
  int crossing_by_angle(Point from, Point to) const;
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
  int on(Point from, Point to) const;
  /// Whose boxes share inner points with the box: 1 or 0 for each of the people.
  void overlapping(const Box& box, std::vector<std::int32_t>& hits) const;

 private:
  std::vector<float> x_, y_, half_width_, half_height_;
};

}  // namespace kreds::layout
