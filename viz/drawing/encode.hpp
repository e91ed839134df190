/// \file
/// From a drawing on a cairo context to the bytes of a PNG or PDF. Private to the drawing layer.
#pragma once

#include <functional>
#include <string>

struct _cairo;  // NOLINT(bugprone-reserved-identifier): cairo calls it so

namespace kreds::drawing {

using DrawOn = std::function<void(_cairo*)>;

/// A PNG of a sheet given in points at a resolution; its density is set, and nothing else is written into it.
std::string png(double width_pt, double height_pt, double dpi, const DrawOn& draw);

/// One page of exactly this size, with title and a fixed date, so that the same drawing gives the same bytes.
std::string pdf(double width_pt, double height_pt, const std::string& title, const std::string& date,
                const DrawOn& draw);

}  // namespace kreds::drawing
