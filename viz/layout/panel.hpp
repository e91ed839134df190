/// \file
/// What stands beside the map: title, how to read it, legend, sources. Private to the layout layer.
#pragma once

#include <vector>

#include "label.hpp"

namespace kreds::layout {

/// Names in full, below the legend: of those in a group, or whose name was shortened on the map.
struct NameList {
  std::string title;
  std::vector<std::string> names;
};

struct Panel {
  std::vector<TextLine> texts;
  std::vector<LegendRow> legend;
  Box legend_box;
};

/// The sheet without its margins, cut in two: the panel is a column at the right, or the foot of an upright sheet.
struct Regions {
  Box map, panel;
};
Regions regions(const Sheet& sheet);

Panel make_panel(const MapContent& content, const std::vector<LegendEntry>& legend, const Sheet& sheet, Ruler& ruler,
                 const std::vector<NameList>& lists = {});

}  // namespace kreds::layout
