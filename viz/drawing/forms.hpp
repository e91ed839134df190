/// \file
/// The forms of lines, as polylines. Private to the drawing layer.
#pragma once

#include <string_view>
#include <vector>

#include "kreds/layout/geometry.hpp"

namespace kreds::drawing {

/// A line from a to b in a form of the style: "solid", "dashed" and "dotted" are one straight piece, "double" two
/// parallel ones, "zigzag" one with teeth, "broken" two with a gap and a slash at each side of it.
std::vector<layout::Polygon> form(std::string_view name, layout::Point a, layout::Point b, double width_pt);

/// Both ends moved sideways (to the left of the way from a to b), in points.
std::pair<layout::Point, layout::Point> beside(layout::Point a, layout::Point b, double by_pt);

/// A closed outline with its corners rounded (Chaikin's corner cutting).
layout::Polygon rounded(layout::Polygon polygon, int times);
layout::Polygon rounded_box(const layout::Box& box, double radius_pt);

}  // namespace kreds::drawing
