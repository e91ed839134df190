/// \file
/// The lines of text of a person, and texts broken to a width. Private to the layout layer.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "kreds/layout/map_layout.hpp"

namespace kreds::layout {

/// Text widths scale with the size, so each text is measured once, at one large size. A reserve covers hinting: the
/// pictures round letter widths to pixels, and viewers of SVG do not.
class Ruler {
 public:
  explicit Ruler(const MeasureText& measure) : measure_(&measure) {}
  double width(const std::string& text, Face face, double size_pt);

 private:
  const MeasureText* measure_;
  std::map<std::pair<std::string, Face>, double> per_point_;
};

constexpr double line_height = 1.2;   ///< of the letter size
constexpr double role_height = 1.14;  ///< the same of the role, close under the name
constexpr double role_share = 0.81;   ///< size of the role text, of the name's

/// Breaks at spaces into at most `most` lines no wider than `width`; what does not fit ends in an ellipsis, between two
/// characters as readers see them (grapheme clusters).
struct Broken {
  std::vector<std::string> lines;
  bool shortened = false;
};
Broken broken(const std::string& text, Face face, double size_pt, double width, std::size_t most, Ruler& ruler);

/// A person's lines, stacked and centred around (0, 0).
struct LabelShape {
  std::vector<TextLine> lines;
  double width = 0, height = 0;
  bool shortened = false;
};
LabelShape label_of(const PersonMark& person, double name_pt, double widest, Ruler& ruler);

/// What a line takes of the sheet.
Box box_of(const TextLine& line);
std::vector<TextLine> moved(std::vector<TextLine> lines, Point by);
/// Sets the lines flush with the left or right edge of a box around them all.
std::vector<TextLine> aligned(std::vector<TextLine> lines, Align align, const Box& box);

}  // namespace kreds::layout
