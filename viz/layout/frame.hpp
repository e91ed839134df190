/// \file
/// The fixed part of a map: where the rings and sectors lie. Private to the layout layer.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "kreds/layout/map_layout.hpp"

namespace kreds::layout {

/// Distance from the centre as a share of the outermost ring (1 at its edge), and direction in turns clockwise from
/// 12 o'clock, [0, 1).
struct Polar {
  double rho = 0, turn = 0;
};

/// Rings are superellipses around one centre, sectors are shares of the turn.
struct Frame {
  Point centre;
  double rx = 1, ry = 1;
  double exponent = 2.7;
  double inner = 0.15;             ///< where ring 1 begins, as rho
  std::vector<double> ring_edges;  ///< outer edge of each ring as rho, the last is 1; empty without rings
  double same_distance = 0.74;     ///< rho of everybody, without rings
  std::vector<std::pair<double, double>> sectors;  ///< from, to in turns; `from` may be negative

  Polar polar(Point p) const;
  Point point(Polar p) const;
  double rho(Point p) const;
  /// The band of ring k (1 …), or of everybody without rings.
  std::pair<double, double> band(std::optional<int> ring) const;
  bool in_sector(double turn, std::size_t sector) const;
  /// How far into the sector a direction is: 0 at either edge, 1 in the middle; negative outside.
  double depth_in_sector(double turn, std::size_t sector) const;
  double middle_of_sector(std::size_t sector) const;
  /// Whether a disc lies wholly in the sector and ring.
  bool disc_in_cell(Point p, double radius, std::size_t sector, std::optional<int> ring) const;
};

/// Room that a person needs on the map.
struct Demand {
  std::size_t sector = 0;
  std::optional<int> ring;
  double width = 0, height = 0;  ///< of label and symbol together, points
};

/// What a frame is made for.
struct FrameTask {
  std::size_t sectors = 1;
  int rings = 0;
  Box map;
  double child_radius = 20, symbol_radius = 5;
  std::vector<Demand> demands;
};

/// Sector angles and ring widths share out the room so that the fullest sector and ring are as little crowded as can
/// be; each keeps a least width, so that an empty one stays readable and has room for newcomers.
Frame make_frame(const FrameTask& task);

/// The frame that a finished layout was made with.
Frame frame_of(const MapLayout& layout);

}  // namespace kreds::layout
