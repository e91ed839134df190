/// \file
/// Documents for the tests of this layer, and other programs that read what was written.
#pragma once

#include "drawing/read_picture.hpp"
#include "kreds/publishing/document.hpp"

namespace kreds::testing {

inline drawing::Scene small_scene() {
  drawing::Scene scene;
  scene.width_pt = 300;
  scene.height_pt = 200;
  scene.paper = "#ffffff";
  scene.title = "Billede";
  scene.description = "Et billede";
  scene.lang = "da";
  scene.date = "2024-04-23";
  scene.backdrops.push_back({{{20, 20}, {120, 20}, {120, 90}}, "#dd8844", {}});
  return scene;
}

/// One of everything, with the same text in each place.
inline publishing::Document one_of_everything(const std::string& text) {
  using namespace publishing;
  Document document;
  document.language = "da";
  document.date = "2024-04-23";
  document.title = text;
  document.subtitle = {text};
  document.head = text;
  document.foot = text;
  document.page_words = {"Side", "af"};
  document.picture_word = "Billede";
  document.blocks = {Heading{1, text},
                     Paragraph{{text, text}},
                     Paragraph{{"", text}, true},
                     Heading{2, text},
                     List{{{"", text}, {text, text}}},
                     List{{{"", text}}, true},
                     Definitions{{{text, {text}}, {text, {text, text}}}},
                     Table{text, {text, text}, {{{text}, {text, text}}, {{}, {}}}, {1, 3}},
                     Heading{3, text},
                     Columns{{{text, {text, text}}, {text, {}}}},
                     Picture{small_scene(), text, text},
                     Box{Box::Kind::warning, {{text, text}}},
                     WritingLines{{text, ""}},
                     PageBreak{text},
                     Heading{1, text}};
  return document;
}

inline publishing::Document with_blocks(std::vector<publishing::Block> blocks) {
  publishing::Document document = one_of_everything("Prøve");
  document.blocks = std::move(blocks);
  return document;
}

inline const drawing::Typesetter& typesetter() {
  static const drawing::Typesetter shipped({"/usr/share/fonts/truetype/lato", "/usr/share/fonts/truetype/dejavu"});
  return shipped;
}

inline std::size_t times(const std::string& text, const std::string& what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++count;
  return count;
}

}  // namespace kreds::testing
