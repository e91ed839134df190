/// \file
/// How legible a layout is, in the terms of the graph-drawing literature. Counts unless said otherwise.
#pragma once

#include "kreds/layout/map_layout.hpp"

namespace kreds::layout {

struct LayoutStatistics {
  std::size_t people = 0;
  std::size_t folded_people = 0;  ///< in named groups, without a symbol of their own
  std::size_t overlaps = 0;       ///< pairs of label, symbol, caption, legend and text boxes that overlap
  std::size_t off_sheet = 0;      ///< boxes that leave the sheet
  std::size_t wrong_sector = 0;   ///< symbols whose centre is not in their sector
  std::size_t wrong_ring = 0;     ///< symbols whose centre is not in their ring
  std::size_t lines = 0;
  std::size_t edge_crossings = 0;        ///< pairs of lines that cross away from a common end
  std::size_t label_edge_crossings = 0;  ///< (line, label of somebody else) pairs
  std::size_t node_edge_crossings = 0;   ///< (line, symbol of somebody else, the child too) pairs: reads as a tie
  std::size_t bent_lines = 0;            ///< lines that are not straight
  std::size_t households = 0;            ///< of two and more people on the map, without the child's home
  std::size_t households_outlined = 0;   ///< of these, with one outline around all
  std::size_t strangers_in_outlines = 0;
  std::size_t touching_outlines = 0;  ///< pairs of households without a common member
  std::size_t shortened_names = 0;
  double smallest_name_pt = 0;
  double smallest_name_px = 0;   ///< at 96 dpi
  double mean_line_length = 0;   ///< points
  double total_line_length = 0;  ///< points
};

LayoutStatistics statistics(const MapContent& content, const MapLayout& layout);

/// How far the symbols of those moved who are in both maps, by id; the child not counted, nor who changed ring or
/// sector. Points.
struct Displacement {
  std::size_t people = 0;
  double median = 0, largest = 0;
};
Displacement displacement(const MapContent& content_before, const MapLayout& before, const MapContent& content_after,
                          const MapLayout& after);

}  // namespace kreds::layout
