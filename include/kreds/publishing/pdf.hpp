/// \file
/// A document as PDF: A4, pages numbered, head and foot on each, headings as bookmarks, tags for readers aloud, the
/// tool's fonts embedded, title and language set. Pango and cairo stay in pdf.cpp.
///
/// Same document, same bytes. Errors: throws std::runtime_error if the PDF could not be made.
#pragma once

#include <string>

#include "kreds/drawing/text.hpp"
#include "kreds/publishing/document.hpp"

namespace kreds::publishing {

/// Room for a picture between the margins, in points: a scene of this width is drawn in its own size.
inline constexpr double body_width_pt = 487, body_height_pt = 716;

/// The typesetter stands for the fonts that this process then knows.
std::string to_pdf(const Document& document, const drawing::Typesetter& typesetter);

}  // namespace kreds::publishing
