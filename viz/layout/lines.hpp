/// \file
/// How the lines of a map run. Private to the layout layer.
#pragma once

#include <vector>

#include "kreds/layout/map_layout.hpp"

namespace kreds::layout {

/// From symbol to symbol, clipped there with a little air. A line that would run through a label or symbol of somebody
/// else is bent into a shallow arc where that spares more than it costs in crossings.
std::vector<PlacedLine> lines_between(const MapContent& content, const MapLayout& layout);

}  // namespace kreds::layout
