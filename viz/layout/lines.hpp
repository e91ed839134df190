/// \file
/// How the lines of a map run. Private to the layout layer.
#pragma once

#include <vector>

#include "kreds/layout/map_layout.hpp"

namespace kreds::layout {

/// From symbol to symbol, clipped there with a little air. A line that would run through a label or symbol of somebody
/// else, or across other lines, is bent into a curve where that spares more than it costs in calm. More effort tries
/// more curves.
std::vector<PlacedLine> lines_between(const MapContent& content, const MapLayout& layout, double effort);

}  // namespace kreds::layout
