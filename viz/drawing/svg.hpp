/// \file
/// What Graphviz's SVG still needs: real fonts for any viewer, a title and a text alternative. Private to the drawing
/// layer.
#pragma once

#include <string>

#include "kreds/drawing/scene.hpp"

namespace kreds::drawing {

/// Takes out comments, tooltips with node names and the version of Graphviz; names font families with fall-backs and
/// weights; adds title, description, language and role for screen readers.
std::string finished_svg(const std::string& from_graphviz, const Scene& scene);

}  // namespace kreds::drawing
