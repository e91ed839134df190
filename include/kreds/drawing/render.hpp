/// \file
/// From a scene to the bytes of a file, by Graphviz (cgraph, gvc) as a pure renderer. Graphviz, cairo and libpng stay
/// in the .cpp files.
///
/// Errors   throws std::runtime_error with Graphviz's own words if a picture could not be made, and RenderDied if a
///          library crashed, aborted or ended the process: every picture is made in a process of its own. Never gives
///          half a picture.
/// Same input, same bytes, in every format and locale.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "kreds/drawing/scene.hpp"

namespace kreds::drawing {

enum class Format { png, svg, pdf, dot };
std::optional<Format> format_of(std::string_view suffix);  ///< "png", "svg", "pdf", "dot", without the dot

/// A library died while it drew one picture; nothing else is harmed.
class RenderDied : public std::runtime_error {
 public:
  explicit RenderDied(const std::string& how) : std::runtime_error("the drawing died: " + how), how_(how) {}
  const std::string& how() const { return how_; }  ///< "SIGABRT", "exit(1)"

 private:
  std::string how_;
};

/// dpi is for PNG only: 96 makes a projector sheet 1920 × 1080, 300 is for paper.
std::string render(const Scene& scene, Format format, double dpi = 96);

}  // namespace kreds::drawing
