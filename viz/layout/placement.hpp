/// \file
/// Finds a place for each person's symbol and label. Private to the layout layer.
#pragma once

#include <optional>
#include <vector>

#include "frame.hpp"
#include "label.hpp"

namespace kreds::layout {

struct PlacementTask {
  const MapContent* content = nullptr;
  const Frame* frame = nullptr;
  Box area;  ///< symbols and labels stay inside
  double name_pt = 12;
  double symbol_radius = 5;
  std::vector<LabelShape> labels;                 ///< aligned with content.people
  std::vector<std::vector<std::size_t>> parties;  ///< whom to place, in the order in which they get their places; those
                                                  ///< of one party look for places side by side
  std::vector<Box> obstacles;                     ///< captions, the child
  /// People who already stand elsewhere (the child, the tray): lines run to them.
  std::vector<std::optional<Point>> fixed;
};

struct Place {
  Point symbol;
  Side side = Side::below;
  Box label;
  Box symbol_box;
};

/// Aligned with content.people, set for everybody of a party; nothing if somebody found no place without overlap.
std::optional<std::vector<std::optional<Place>>> place_people(const PlacementTask& task);

Box label_box(Point symbol, double radius, const LabelShape& label, Side side, double gap);

}  // namespace kreds::layout
