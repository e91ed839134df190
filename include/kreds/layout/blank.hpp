/// \file
/// The empty sheet to write on by hand at a visit: rings and sectors as the printed map has them, what to ask, and how
/// to write it so that it can be typed in afterwards.
///
/// All sectors are equally wide and all rings equally deep, for nobody is there yet. Sizes follow the paper: A3 is an
/// A4 enlarged.
#pragma once

#include <string>
#include <vector>

#include "kreds/layout/map_layout.hpp"

namespace kreds::layout {

enum class Paper { a3, a4 };
/// On its side, exactly: 420 × 297 mm or 297 × 210 mm, in points.
Sheet paper_sheet(Paper paper);

struct BlankContent {
  struct Sector {
    std::string caption, hint;  ///< »Familie«, »også dem, I sjældent ser«
  };
  struct Block {
    std::string heading;
    std::vector<std::string> lines;
  };
  std::string title;
  std::vector<std::string> fields;  ///< a line to write on follows each: »Dato«
  std::string child;                ///< in the circle in the middle
  std::vector<Sector> sectors;
  int rings = 5;
  std::vector<Block> blocks;  ///< beside the map, from the top
  std::string not_placed;     ///< above an empty box
  std::string foot;
  std::string description, lang;
};

struct BlankLayout {
  MapLayout map;                               ///< rings, sectors, texts, and the box as its tray; nobody on it
  std::vector<std::pair<Point, Point>> rules;  ///< to write on
};

BlankLayout lay_out_blank(const BlankContent& content, Paper paper, const MeasureText& measure);

}  // namespace kreds::layout
