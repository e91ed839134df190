/// \file
/// How legible a layout is, in the terms of the graph-drawing literature. Counts unless said otherwise.
#pragma once

#include "kreds/layout/map_layout.hpp"

namespace kreds::layout {

struct LayoutStatistics {
  std::size_t people = 0;
  std::size_t overlaps = 0;              ///< pairs of label, symbol, caption, legend and text boxes that overlap
  std::size_t off_sheet = 0;             ///< boxes that leave the sheet
  std::size_t wrong_sector = 0;          ///< symbols whose centre is not in their sector
  std::size_t wrong_ring = 0;            ///< symbols that are not wholly in their ring
  std::size_t crossings = 0;             ///< pairs of lines that cross away from a common end
  std::size_t lines_through_labels = 0;  ///< (line, label of somebody else) pairs
  std::size_t strangers_in_outlines = 0;
  double smallest_name_pt = 0;
  double total_line_length = 0;  ///< points
};

LayoutStatistics statistics(const MapContent& content, const MapLayout& layout);

}  // namespace kreds::layout
