/// \file
/// Where everything stands on a network map.
///
/// Method   Sector and ring are facts and bind; all else is free. People get their places one after the other, in the
///          order in which the interviews told of them (those who live together as one party, when the first of them
///          comes), each the best free place among those who already have one. So a person who comes later moves
///          nobody, or hardly anybody, and no positions are stored. Only where somebody finds no place at all, others
///          step aside; where that does not help, the whole map takes the next smaller letters.
/// Shapes   all vectors aligned with MapContent unless said otherwise.
/// Same everywhere  no random numbers from the library, no fast-math: the same bits in every build.
#pragma once

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "kreds/layout/content.hpp"
#include "kreds/layout/geometry.hpp"

namespace kreds::layout {

struct Sheet {
  double width_pt = 1440, height_pt = 810;
  double largest_name_pt = 24, smallest_name_pt = 6;
  double margin_pt = 24;
  double text_pt = 15;  ///< legend, foot
};
Sheet projector_sheet();                         ///< 1920 × 1080 px at 96 dpi
Sheet a4_sheet(bool portrait);                   ///< 841.89 × 595.276 pt
Sheet pixel_sheet(int width_px, int height_px);  ///< at 96 dpi

enum class Face { regular, bold };
/// Width in points of one line of text at a size; the caller's renderer must draw it no wider.
using MeasureText = std::function<double(const std::string& text, Face face, double size_pt)>;

enum class Align { centre, left, right };

struct TextLine {
  std::string text;
  Face face = Face::regular;
  double size_pt = 10;
  Point centre;                 ///< of the line box
  double width = 0;             ///< of the line box: as measured, with a reserve
  Align align = Align::centre;  ///< of the text in its box
};

enum class Side { right, left, below, above };

struct PlacedPerson {
  Point symbol;
  double radius = 0;
  bool in_tray = false;  ///< not laid on the map yet
  Side side = Side::below;
  Box label;                    ///< around all lines
  std::vector<TextLine> lines;  ///< name (one or two), then role
  bool shortened = false;       ///< the name did not fit and ends in an ellipsis
};

struct PlacedLine {
  std::size_t line;  ///< into MapContent::lines
  Point from, to;    ///< clipped at the symbols
};

struct HouseholdOutline {
  std::size_t household;            ///< into MapContent::households
  Polygon outline;                  ///< empty: members stand apart and share a mark
  std::vector<std::size_t> marked;  ///< who bears the mark
  int mark = 0;                     ///< 0, 1, 2 …: letter and colour
};

struct SectorPlace {
  double from_deg = 0, to_deg = 0;  ///< clockwise from 12 o'clock
  TextLine caption;
};

struct LegendRow {
  LegendEntry entry;
  Point mark;  ///< centre of the sample
  std::vector<TextLine> lines;
};

struct MapLayout {
  Sheet sheet;
  double name_pt = 0, role_pt = 0;
  Box map;  ///< around the outermost ring
  Point centre;
  double child_radius = 0;
  std::vector<Point> ring_radii;  ///< x and y radius of the outer edge of each ring, inmost first
  double ring_exponent = 2;       ///< |x/rx|^n + |y/ry|^n = 1
  std::vector<SectorPlace> sectors;
  std::vector<PlacedPerson> people;
  std::vector<PlacedLine> lines;
  std::vector<HouseholdOutline> households;
  std::optional<Box> tray;
  std::vector<TextLine> texts;  ///< title, subtitle, notes, captions, foot
  std::vector<LegendRow> legend;
  Box legend_box;
};

/// Even the smallest letters leave somebody without a place.
class NoRoom : public std::runtime_error {
 public:
  NoRoom();
};

/// Throws NoRoom if even the smallest letters leave somebody without a place.
MapLayout lay_out(const MapContent& content, const Sheet& sheet, const MeasureText& measure,
                  const labels::Labels& labels);

}  // namespace kreds::layout
