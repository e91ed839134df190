/// \file
/// Finds a place for each person's symbol and label. Private to the layout layer.
///
/// Method  The first `base` people are placed together: one after the other in a good place, then improved by
///         simulated annealing (moves within sector and ring, swaps, sides of labels), the better of two such searches.
///         What comes out depends on them alone. Each later one takes the best place; if it is not free, those around
///         it step aside, no farther than `reach_pt`, or some other place is tried. So every later person leaves those
///         before it where they were, or nearly.
#pragma once

#include <optional>
#include <vector>

#include "places.hpp"

namespace kreds::layout {

struct Placement {
  std::vector<std::optional<Place>> places;  ///< aligned with content.people, set for everybody of the order
  /// If not everybody found a place without overlap: the first later person (into the order) who found none; 0: already
  /// the base has no room.
  std::size_t no_room_for = 0;
  bool done() const { return !places.empty(); }
};
Placement place_people(const PlacementTask& task);

}  // namespace kreds::layout
