/// \file
/// The empty sheet for a visit: paper comes first, typing in afterwards.
#pragma once

#include <string>

#include "kreds/application/pipeline.hpp"
#include "kreds/layout/blank.hpp"

namespace kreds::application {

struct BlankRequest {
  layout::Paper paper = layout::Paper::a4;
  int rings = 5;
  std::string sectors = "default";  ///< a set of data/sectors.json
  std::string style;                ///< a name or a file that ends in .json; empty: casefile
  drawing::Format format = drawing::Format::pdf;
  double dpi = 300;
};

/// Nothing on it comes from a case but the number of rings and the sectors. Throws drawing::BadStyle, Died.
std::string make_blank_sheet(const Tool& tool, const BlankRequest& request);

}  // namespace kreds::application
