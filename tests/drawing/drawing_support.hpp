#pragma once

#include <catch2/catch.hpp>
#include <filesystem>

#include "kreds/drawing/render.hpp"
#include "kreds/drawing/text.hpp"
#include "support/random_content.hpp"

namespace kreds::testing {

inline const drawing::Typesetter& typesetter() {
  // One for the process: it sets the process's fonts.
  static const drawing::Typesetter made({"/usr/share/fonts/truetype/lato", "/usr/share/fonts/truetype/dejavu"});
  return made;
}

inline drawing::Scene scene_of(const layout::MapContent& content,
                               const layout::Sheet& sheet = layout::projector_sheet()) {
  static const labels::Labels words = labels::load_labels(KREDS_ROOT "/data/labels", "da");
  const auto width = [](const std::string& text, layout::Face face, double size) {
    return typesetter().width(text, face, size);
  };
  return drawing::draw(content, layout::lay_out(content, sheet, width, words),
                       drawing::load_style(KREDS_ROOT "/viz/style", "projector"), typesetter());
}

}  // namespace kreds::testing
