/// \file
/// Maps of more people than a sheet holds: some stand as named groups ("+7 fagpersoner") with a list beside the map.
/// Private to the layout layer.
#pragma once

#include <vector>

#include "kreds/layout/map_layout.hpp"

namespace kreds::layout {

/// A map of fewer people, and how its indices belong to those of the whole.
struct Folded {
  MapContent shown;                 ///< those who stand for themselves, then one mark for each group
  std::vector<std::size_t> people;  ///< index in the whole of each shown person, without the groups' marks
  std::vector<std::size_t> lines;   ///< the same of the lines
  struct Group {
    std::size_t sector = 0;
    std::vector<std::size_t> members;  ///< in the whole
  };
  std::vector<Group> groups;
};

/// First the professionals, then the outer rings from the outside in (without rings: who came last), area by area,
/// until at most `most` marks are left. Who lives with the child, dead or restricted people are treated like others.
Folded fold(const MapContent& content, std::size_t most, const labels::Labels& labels);

/// The layout of the shown map as one of the whole.
MapLayout unfolded(const MapContent& content, const Folded& folded, MapLayout shown);

}  // namespace kreds::layout
