/// \file
/// The legend of a genogram: exactly what occurs. Private to the layout layer.
#pragma once

#include <string>
#include <vector>

#include "kreds/layout/genogram.hpp"

namespace kreds::layout {

struct GenogramEntry {
  GenogramMark mark;
  std::string text;
};
std::vector<GenogramEntry> genogram_legend(const GenogramContent& content, const GenogramLayout& layout,
                                           const labels::Labels& labels);

}  // namespace kreds::layout
