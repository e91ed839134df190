/// \file
/// The forms of lines, as polylines. Private to the drawing layer.
#pragma once

#include <string_view>
#include <vector>

#include "kreds/layout/content.hpp"
#include "kreds/layout/geometry.hpp"

namespace kreds::drawing {

/// A line along a path of at least two points, in a form of the style: "solid", "dashed" and "dotted" are the path
/// itself, "double" two beside it, "zigzag" one with teeth, "broken" two with a gap and a slash at each side of it,
/// "arrow" one with a head at its end, "rings" one with two linked rings, "rings_broken" the same with a slash through
/// them, "bars" one with a bar at each end. Gap and rings stand at this share of the way.
std::vector<layout::Polygon> form(std::string_view name, const layout::Polygon& path, double width_pt,
                                  double sign_at = 0.5);

/// Whether a form has a gap or rings on its way.
bool has_sign(std::string_view name);

/// At a share of a path's length.
layout::Point point_along(const layout::Polygon& path, double share);

/// A path moved sideways (to the left of its way), in points.
layout::Polygon beside(const layout::Polygon& path, double by_pt);

/// How much larger than asked for a symbol is drawn: squares look larger than circles of the same width, diamonds and
/// stars smaller.
double optical(layout::Shape shape);

/// The outline of a symbol as so many dashes, each this share of its way; the corners of a dash in one piece. So the
/// dashes are as many on a small symbol as on a large one, and the same in every format.
std::vector<layout::Polygon> dashes_around(layout::Shape shape, layout::Point centre, double radius, int count,
                                           double share);

/// A closed outline with its corners rounded (Chaikin's corner cutting).
layout::Polygon rounded(layout::Polygon polygon, int times);
layout::Polygon rounded_box(const layout::Box& box, double radius_pt);

}  // namespace kreds::drawing
