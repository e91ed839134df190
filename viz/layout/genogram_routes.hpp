/// \file
/// The heights of the rows of a genogram, and the way of every line. Private to the layout layer. Units: the size of a
/// name (1 em); x as `columns` gives it, y down from the top of the first row.
#pragma once

#include <vector>

#include "genogram_columns.hpp"

namespace kreds::layout {

struct RouteTask {
  const GenogramContent* content = nullptr;
  std::vector<int> row;  ///< by person
  Rows rows;
  std::vector<double> x;  ///< of the symbols
  Stems stems;
  std::vector<Cell> cells;
  std::vector<bool> years_above;   ///< by row: room above the symbols for years and marks
  std::vector<bool> family_below;  ///< by row: another family begins here, with more air above
  double air = 0;                  ///< more height between all rows
};

struct Routes {
  Box extent;                                   ///< around everything
  std::vector<Point> symbols;                   ///< by person
  std::vector<double> ports_left, ports_right;  ///< how far lines reach at the top of a symbol, from its middle
  std::vector<PlacedCouple> couples;
  std::vector<PlacedChildLine> children;
  std::vector<Polygon> siblings;
  std::vector<double> body_top, body_bottom;  ///< of each row: years, symbols and labels
};

/// Lines between neighbouring rows run in tracks of the channel between them, ordered so as to cross little; all other
/// lines look for the cheapest way round everybody (Dijkstra on the free lanes).
Routes route(const RouteTask& task);

constexpr double years_em = 0.74;    ///< letters of years and marks
constexpr double years_rise = 0.53;  ///< of their middle above the symbol
constexpr double years_off = 0.3;    ///< beside the lines that end at the symbol
constexpr double words_rise = 0.28;  ///< of the foot of words above a couple line
constexpr double port_shift = 0.24;  ///< how far the lines that end at a symbol may move aside
constexpr double label_gap = 0.14;   ///< between symbol and label

}  // namespace kreds::layout
