/// \file
/// A picture made in a process of its own, with what is to be told beside it. Internal to the layer.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "kreds/document/diagnostic.hpp"
#include "kreds/layout/statistics.hpp"

namespace kreds::application {

struct Picture {
  std::string bytes;
  std::optional<layout::LayoutStatistics> statistics;  ///< of a map
  document::Diagnostics warnings;
};

/// All that measures text or draws must happen in `draw`. Throws Died, layout::NoRoom, and std::runtime_error with the
/// words of what was thrown in it.
Picture drawn_apart(const std::function<Picture()>& draw);

}  // namespace kreds::application
