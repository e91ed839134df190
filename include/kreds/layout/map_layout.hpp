/// \file
/// Where everything stands on a network map.
///
/// Method   Sector and ring are facts and bind; all else is free. The map remembers without stored positions: people
///          come in the order of the file, and at a few counts (5, 9, 14, 20, 26, 33, 41, 53, 61, 81, 101, 121, 151 on
///          the map) a map is made anew, for exactly those who are there then: sector angles and ring widths follow
///          their crowd, and their places are searched together (simulated annealing over crossings, lines through
///          labels, homes apart, strangers in homes). Between two such counts the map grows: each later person takes
///          the best free place, and only where there is none do those around step aside, by less than 5 % of the
///          width. So who comes later moves nobody, or hardly anybody. The size of the letters follows the count too
///          (25, 40, 60, 80, 120). Only where a later person finds no place at all is the map made anew in between;
///          where that does not help, it takes the next smaller letters.
/// Lines    straight where nothing is in the way, else bent as little as passes by the labels of others.
/// Shapes   all vectors aligned with MapContent unless said otherwise.
/// Same everywhere  no random numbers from the library, no fast-math: the same bits in every build.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "kreds/layout/content.hpp"
#include "kreds/layout/geometry.hpp"
#include "kreds/layout/pins.hpp"

namespace kreds::layout {

struct Sheet {
  double width_pt = 1440, height_pt = 810;
  double largest_name_pt = 24, smallest_name_pt = 6;
  double margin_pt = 24;
  double text_pt = 15;  ///< legend, foot
  /// Size of the names up to 25, 40, 60, 80 people, and beyond: smaller only where somebody finds no place.
  std::array<double, 5> name_pt = {24, 19.5, 16.5, 15, 13.5};
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
  std::optional<Point> leader;  ///< where a line from the symbol meets a label that stands off it
  bool folded = false;          ///< stands in a group: no label, `symbol` is the group's
};

/// Several people under one mark, named in a list beside the map.
struct PlacedGroup {
  std::size_t sector = 0;
  std::vector<std::size_t> members;
  PlacedPerson mark;
};

struct PlacedLine {
  std::size_t line;         ///< into MapContent::lines
  Point from, to;           ///< clipped at the symbols
  std::vector<Point> path;  ///< from, points between where the line is bent, to
};

struct HouseholdOutline {
  std::size_t household;            ///< into MapContent::households
  Polygon outline;                  ///< empty: members stand apart and share a mark
  std::vector<std::size_t> marked;  ///< who bears the mark
  int mark = 0;                     ///< 0, 1, 2 …: letter and colour
};

struct SectorPlace {
  double from_deg = 0, to_deg = 0;  ///< clockwise from 12 o'clock
  TextLine caption;                 ///< empty on a sheet whose sectors are named elsewhere
  Box box;                          ///< the plate in the colour of the sector's people on which the caption stands
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
  int rings = 0;  ///< 0: everybody at the same distance
  double child_radius = 0;
  double inner_rho = 0;           ///< where ring 1 begins, as a share of the outermost edge
  std::vector<Point> ring_radii;  ///< x and y radius of the outer edge of each ring, inmost first
  double ring_exponent = 2;       ///< |x/rx|^n + |y/ry|^n = 1
  std::vector<SectorPlace> sectors;
  std::vector<PlacedPerson> people;
  std::vector<RefusedPin> refused_pins;
  std::vector<PlacedGroup> groups;  ///< beyond 120 people, if folding is on
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

struct LayoutRequest {
  Pins pins = {};     ///< set by hand
  bool fold = true;   ///< beyond 120 people: professionals and outer rings become named groups with a list
  double effort = 1;  ///< of the search: 1 takes about 0.1 s for 60 people, 10 about 1 s; another effort, another map
};

/// Throws NoRoom if even the smallest letters leave somebody without a place.
MapLayout lay_out(const MapContent& content, const Sheet& sheet, const MeasureText& measure,
                  const labels::Labels& labels, const LayoutRequest& request = {});

}  // namespace kreds::layout
