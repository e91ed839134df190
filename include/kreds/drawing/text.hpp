/// \file
/// The fonts that are part of the tool, and measuring text with them exactly as the pictures will draw it.
/// Pango and fontconfig stay in text.cpp.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "kreds/layout/map_layout.hpp"

namespace kreds::drawing {

class Typesetter {
 public:
  /// Makes exactly the tool's fonts known to this process, so that a picture does not depend on what else is installed
  /// and start-up does not scan the machine's fonts. Throws std::runtime_error, naming the folders, if one is missing.
  explicit Typesetter(const std::vector<std::string>& font_folders);
  ~Typesetter();
  Typesetter(const Typesetter&) = delete;
  Typesetter& operator=(const Typesetter&) = delete;

  /// Width of one line in points.
  double width(const std::string& text, layout::Face face, double size_pt) const;
  /// Where the ink of a text lies, relative to the centre of its line as the pictures place it, in points: for signs
  /// that must sit in the middle of a symbol.
  layout::Point ink_offset(const std::string& text, layout::Face face, double size_pt) const;
  /// Characters of a text that no font of the tool has, as UTF-8; empty if all can be drawn.
  std::vector<std::string> missing_glyphs(const std::string& text) const;

 private:
  struct Measuring;
  std::unique_ptr<Measuring> measuring_;
};

/// A character that will be drawn as an empty box.
struct MissingGlyph {
  std::string glyph;
  std::string in;  ///< the name of the person whose name or role has it, else the text itself
  friend bool operator==(const MissingGlyph&, const MissingGlyph&) = default;
};

/// Everything that the map writes, looked through; each character once per person or text.
std::vector<MissingGlyph> missing_glyphs(const layout::MapContent& content, const Typesetter& typesetter);

}  // namespace kreds::drawing
