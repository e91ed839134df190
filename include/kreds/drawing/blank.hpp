/// \file
/// The empty sheet as marks: the same scene as a map's, so that it comes in every format.
#pragma once

#include "kreds/drawing/scene.hpp"
#include "kreds/layout/blank.hpp"

namespace kreds::drawing {

Scene draw(const layout::BlankContent& content, const layout::BlankLayout& layout, const Style& style,
           const Typesetter& typesetter);

}  // namespace kreds::drawing
