/// \file
/// A genogram as marks: the same scene as a map's, so that it comes in every format.
///
/// Forms    couples: solid married, dashed living together, dotted a couple apart, thin dash-dot only parents of the
/// same
///          child; one stroke across separated or ended, two divorced. Children: solid, doubled adopted, dashed step,
///          dotted foster, an arrow who lives there now. Colour says nothing that a form does not say.
#pragma once

#include "kreds/drawing/scene.hpp"
#include "kreds/layout/genogram.hpp"

namespace kreds::drawing {

Scene draw(const layout::GenogramContent& content, const layout::GenogramLayout& layout, const Style& style,
           const Typesetter& typesetter);

/// As for a map: every name, role, title and foot that has a character no font of the tool has.
std::vector<MissingGlyph> missing_glyphs(const layout::GenogramContent& content, const Typesetter& typesetter);

}  // namespace kreds::drawing
