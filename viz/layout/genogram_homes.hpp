/// \file
/// Outlines round those who live together in a genogram. Private to the layout layer.
#pragma once

#include <set>
#include <vector>

#include "genogram_routes.hpp"

namespace kreds::layout {

struct HomeOutline {
  Polygon outline;                  ///< empty: somebody else would stand in it; the members share a letter
  std::vector<std::size_t> marked;  ///< who bears the letter: the members, and those who live there by part
  int mark = 0;                     ///< 1, 2 …; 0: no letter
};

/// Aligned with GenogramContent::homes. Homes in `apart` get no outline. An outline holds no stranger and meets no
/// other outline.
std::vector<HomeOutline> outline_homes(const GenogramContent& content, const RouteTask& task, const Routes& routes,
                                       const std::set<std::size_t>& apart);

}  // namespace kreds::layout
