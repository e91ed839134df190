/// \file
/// The forms of lines, as polylines. Private to the drawing layer.
#pragma once

#include <string_view>
#include <vector>

#include "kreds/layout/geometry.hpp"

namespace kreds::drawing {

/// A line along a path of at least two points, in a form of the style: "solid", "dashed" and "dotted" are the path
/// itself, "double" two beside it, "zigzag" one with teeth, "broken" two with a gap and a slash at each side of it,
/// "arrow" one with a head at its end, "rings" one with two linked rings in its middle, "rings_broken" the same with a
/// slash through them, "bars" one with a bar at each end.
std::vector<layout::Polygon> form(std::string_view name, const layout::Polygon& path, double width_pt);

/// A path moved sideways (to the left of its way), in points.
layout::Polygon beside(const layout::Polygon& path, double by_pt);

/// A closed outline with its corners rounded (Chaikin's corner cutting).
layout::Polygon rounded(layout::Polygon polygon, int times);
layout::Polygon rounded_box(const layout::Box& box, double radius_pt);

}  // namespace kreds::drawing
