/// \file
/// How far apart people stand in the rows of a genogram. Private to the layout layer. Units: the size of a name (1 em).
#pragma once

#include <optional>
#include <vector>

#include "kreds/layout/genogram.hpp"

namespace kreds::layout {

constexpr double symbol_em = 1.05;                    ///< radius of a symbol
constexpr double lane_em = 0.42;                      ///< between parallel upright lines beside a person
constexpr double home_air = 0.26;                     ///< from the edge of a cell to the outline of a home
constexpr double home_clear = 0.25;                   ///< kept free between such an outline and words or other outlines
constexpr double line_clear = 0.35;                   ///< the same for a line that runs down beside it
constexpr double lane_start = home_air + line_clear;  ///< from the edge of a cell to its first lane

/// A person with everything written around the symbol, as distances from the symbol's centre.
struct Cell {
  double left = symbol_em, right = symbol_em;  ///< label, years and marks included
  std::vector<TextLine> lines;                 ///< centred around (0, 0), letters of 1 em
  double label_width = 0, label_height = 0;
  bool shortened = false;
  double born_reach = 0, aside_reach = 0;  ///< of the years and marks above the symbol, to the left and right
};

/// What children hang from: a couple, or one parent.
struct Stem {
  enum class Form {
    beside,  ///< partners next to each other
    under,   ///< in one row with somebody between: the line runs below them
    across,  ///< in different rows
    alone    ///< one parent
  } form = Form::alone;
  std::optional<std::size_t> couple;
  std::size_t a = 0, b = 0;            ///< a stands left of b in one row; equal if alone
  std::vector<std::size_t> lines;      ///< into GenogramContent::children
  bool right = true;                   ///< alone: the line leaves to the right
  std::size_t lane_a = 0, lane_b = 0;  ///< number of the lane beside a and b
};

/// Rows from left to right, with the people of all families.
using Rows = std::vector<std::vector<std::size_t>>;

/// Stems of the people in rows, and the lanes beside everybody that they need.
struct Stems {
  std::vector<Stem> stems;
  std::vector<std::size_t> lanes_left, lanes_right;  ///< by person
};
Stems stems(const GenogramContent& content, const std::vector<int>& row, const Rows& rows);

/// x of the symbol of everybody in the rows (0 for all others): children in the middle below their parents as far as
/// there is room, partners close. Alternating weighted least squares, each row solved exactly by pooling (isotonic
/// regression). The more compactness (0.05 … 3), the closer neighbours stand and the less children stand in the middle.
std::vector<double> columns(const GenogramContent& content, const std::vector<int>& row, const Rows& rows,
                            const Stems& stems, const std::vector<Cell>& cells, const std::vector<double>& couple_words,
                            double compactness);

/// How many outlines may run between two neighbours: of a home where only one of them lives. 0, 1 or 2.
int outlines_between(std::size_t a, std::size_t b, const GenogramContent& content);

/// The outer edges of a person: cell and lanes.
double left_edge(std::size_t person, const std::vector<Cell>& cells, const Stems& stems);
double right_edge(std::size_t person, const std::vector<Cell>& cells, const Stems& stems);

}  // namespace kreds::layout
