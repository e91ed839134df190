/// \file
/// From a scene to the bytes of a file, by Graphviz (cgraph, gvc) as a pure renderer. Graphviz, cairo and libpng stay
/// in the .cpp files.
///
/// Errors   throws std::runtime_error with Graphviz's own words if a picture could not be made; never gives half a one.
/// Same input, same bytes, in every format and locale.
/// Threads  Graphviz is not thread-safe: one call at a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kreds/drawing/scene.hpp"

struct _cairo;  // NOLINT(bugprone-reserved-identifier): cairo's own name

namespace kreds::drawing {

enum class Format { png, svg, pdf, dot };
std::optional<Format> format_of(std::string_view suffix);  ///< "png", "svg", "pdf", "dot", without the dot

/// dpi is for PNG only: 96 makes a projector sheet 1920 × 1080, 300 is for paper.
std::string render(const Scene& scene, Format format, double dpi = 96);

/// Onto a cairo context of the caller's, one unit a point: for a picture inside a document.
void draw_on(const Scene& scene, _cairo* cairo);

}  // namespace kreds::drawing
