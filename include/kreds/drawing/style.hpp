/// \file
/// Colours and line widths of a map, read from `viz/style/<name>.json`. Colours are "#rrggbb" or "#rrggbbaa".
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "kreds/document/diagnostic.hpp"
#include "kreds/layout/content.hpp"

namespace kreds::drawing {

struct LineStyle {
  std::string colour;
  double width_pt = 1;  ///< of a tie of strength ½; ties grow with their strength
  std::string form;     ///< "solid", "double", "dashed", "dotted", "zigzag", "broken"
};

struct Style {
  std::string name;
  std::string paper;  ///< background
  std::string text, quiet_text;
  std::string halo;                ///< behind labels, with alpha
  std::vector<std::string> rings;  ///< fill of each ring, inmost first; the last repeats
  std::string ring_line, spoke;
  double ring_line_pt = 1;
  std::string tray, tray_line;
  std::string child, child_text;
  std::vector<std::string> sectors;  ///< fill of the symbols by sector, in order; the last repeats
  std::string symbol_line;
  double symbol_line_pt = 1.5;
  std::map<layout::LineKind, LineStyle> lines;
  std::string household, household_line;  ///< fill with alpha, outline
  double household_line_pt = 1.5;
  std::string candidate_line;
  std::vector<std::string> marks;  ///< colours of household marks
};

/// Throws std::runtime_error, naming file and every fault, if the style cannot be used.
Style load_style(const std::string& style_folder, const std::string& name);

}  // namespace kreds::drawing
