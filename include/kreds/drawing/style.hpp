/// \file
/// Colours, line widths and forms of a map, read from `viz/style/<name>.json` or a file of one's own. Colours are
/// "#rrggbb" or "#rrggbbaa". The fields are explained in `viz/style/README.md`, their format in
/// `data/schema/style.schema.json`.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kreds/document/bad_file.hpp"
#include "kreds/layout/content.hpp"

namespace kreds::drawing {

struct LineStyle {
  std::string colour;
  double width_pt = 1;  ///< of a tie of strength ½; ties grow with their strength
  std::string form;     ///< one of line_forms()
};

struct Style {
  std::string paper;  ///< background, and the ink of signs in filled symbols and of captions
  std::string text, quiet_text;
  std::string halo;                ///< behind labels that a line passes, with alpha
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
};

/// The forms that a line can have, and the kinds of lines with the names they have in a style.
std::span<const std::string_view> line_forms();
std::span<const std::pair<std::string_view, layout::LineKind>> line_names();

/// A style that cannot be used.
class BadStyle : public document::BadFile {
 public:
  using BadFile::BadFile;
};

/// Whether a wish for a style names a file (it ends in .json) rather than one of the styles in the folder.
bool names_a_file(std::string_view name_or_file);

/// `name_or_file` is a style of the folder (»casefile«), or a file that ends in .json. What a style leaves out is taken
/// from the one named in its "based_on": a style of the folder, or a file beside it. Throws BadStyle.
Style load_style(const std::string& style_folder, const std::string& name_or_file);

}  // namespace kreds::drawing
