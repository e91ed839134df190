/// \file
/// A finished drawing as a list of marks: what stands where in which colour. Made from a layout and a style; the
/// renderer turns it into bytes. Units are points, y down.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kreds/drawing/style.hpp"
#include "kreds/drawing/text.hpp"
#include "kreds/layout/map_layout.hpp"

namespace kreds::drawing {

struct Stroke {
  std::string colour;
  double width_pt = 1;
  bool dashed = false;
  bool dotted = false;
};

/// A closed shape under everything else: sheet, rings, spokes (two points, no fill), trays, outlines.
struct Backdrop {
  layout::Polygon polygon;
  std::string fill;  ///< empty: none
  std::optional<Stroke> stroke;
};

struct Symbol {
  std::optional<std::size_t> person;  ///< empty for samples of the legend; names are never ids
  layout::Shape shape = layout::Shape::circle;
  layout::Point centre;
  double radius = 0;
  std::string fill;  ///< empty: none
  Stroke stroke;
};

/// The sign of a home, drawn upon a symbol. Not a letter, so that no font can lack it and no reader of the text
/// stumbles over it.
struct House {
  layout::Point centre;
  double radius = 0;
  std::string colour;
};

/// Lines of text, each centred where the layout put it.
struct Text {
  layout::TextLine line;
  std::string colour;
  std::string halo;  ///< empty: none
};

/// What is drawn between two people: one or more polylines, so that every form (double, zigzag, broken) is the same in
/// every format.
struct Link {
  std::optional<std::size_t> a, b;  ///< people; empty for samples of the legend
  std::vector<layout::Polygon> pieces;
  Stroke stroke;
};

struct Scene {
  double width_pt = 0, height_pt = 0;
  std::string paper;
  std::string title, description, lang;
  std::string date;  ///< ISO, for the PDF
  std::vector<Backdrop> backdrops;
  std::vector<Link> links;
  std::vector<Symbol> symbols;
  std::vector<House> houses;
  std::vector<Text> texts;
};

Scene draw(const layout::MapContent& content, const layout::MapLayout& layout, const Style& style,
           const Typesetter& typesetter);

}  // namespace kreds::drawing
