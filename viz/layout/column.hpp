/// \file
/// Lines of text written downwards, one below the other. Private to the layout layer.
#pragma once

#include <string>
#include <vector>

#include "label.hpp"

namespace kreds::layout {

/// Begins at a point; all lines are flush left.
class Column {
 public:
  Column(Point at, double width, Ruler& ruler) : at_(at), width_(width), ruler_(&ruler) {}

  /// Broken at the width into at most `most` lines, the last ending in an ellipsis if need be.
  void write(const std::string& text, Face face, double size_pt, std::size_t most) {
    const Broken text_lines = broken(text, face, size_pt, width_, most, *ruler_);
    shortened_ = shortened_ || text_lines.shortened;
    for (const std::string& line : text_lines.lines) {
      const double width = ruler_->width(line, face, size_pt);
      lines_.push_back(
          {line, face, size_pt, {at_.x + width / 2, at_.y + line_height * size_pt / 2}, width, Align::left});
      at_.y += line_height * size_pt;
    }
  }
  void skip(double by) { at_.y += by; }
  Point at() const { return at_; }
  const std::vector<TextLine>& lines() const { return lines_; }
  bool shortened() const { return shortened_; }

 private:
  Point at_;
  double width_;
  Ruler* ruler_;
  std::vector<TextLine> lines_;
  bool shortened_ = false;
};

}  // namespace kreds::layout
