/// \file
/// The place of those whom the viewpoint has not laid on the map: not yet, or because they are not in the network.
/// Private to the layout layer.
#pragma once

#include <optional>
#include <vector>

#include "label.hpp"

namespace kreds::layout {

struct TrayPlace {
  std::size_t person;
  Point symbol;
  Box label;
};

struct Tray {
  Box box;
  std::vector<TextLine> caption;
  std::vector<TrayPlace> places;
};

/// A column (or two, three …) at the left edge of the map's region: first who has no place yet, then who was said to be
/// outside, each in the order in which they came; empty if nobody waits, nothing if it would take more than `widest` of
/// the region.
std::optional<Tray> make_tray(const MapContent& content, const std::vector<std::size_t>& waiting,
                              const std::vector<LabelShape>& labels, double name_pt, double radius, const Box& region,
                              double widest, Ruler& ruler);

}  // namespace kreds::layout
