/// \file
/// Who lives together: one outline where they stand together, a shared letter where they cannot. Private to the layout
/// layer.
#pragma once

#include <vector>

#include "kreds/layout/map_layout.hpp"

namespace kreds::layout {

/// An outline never holds a stranger: where it would, or where members stand in different sectors or beside the map,
/// the members bear a mark instead. Households with the child bear the mark of the child's home.
std::vector<HouseholdOutline> household_outlines(const MapContent& content, const MapLayout& layout);

}  // namespace kreds::layout
