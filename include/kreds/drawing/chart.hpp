/// \file
/// A chart of bars as marks: the same scene as a map's, so that it comes in every format.
///
/// Colours  are made from the style: the hues of its sectors, each drawn towards paper or text to a lightness of its
///          own (CIE L*), at least 9 apart, so that neighbours are told apart without colour too. What rests on
///          unanswered questions is hatched on bare paper.
#pragma once

#include <string>
#include <vector>

#include "kreds/drawing/scene.hpp"
#include "kreds/layout/chart.hpp"

namespace kreds::drawing {

/// Fills of the parts of a value, and of places from the first: »#rrggbb«. Five parts are told apart, more repeat.
std::vector<std::string> part_fills(const Style& style, std::size_t count);
std::vector<std::string> place_fills(const Style& style, std::size_t count);
/// Text or paper of the style, whichever stands out more from a fill.
std::string ink_on(const std::string& fill, const Style& style);

Scene draw(const layout::ChartContent& content, const layout::ChartLayout& layout, const Style& style,
           const Typesetter& typesetter);

/// As for a map: every name, note, title and foot that has a character no font of the tool has.
std::vector<MissingGlyph> missing_glyphs(const layout::ChartContent& content, const Typesetter& typesetter);

}  // namespace kreds::drawing
