#include "kreds/drawing/blank.hpp"

namespace kreds::drawing {

Scene draw(const layout::BlankContent& content, const layout::BlankLayout& layout, const Style& style,
           const Typesetter& typesetter) {
  layout::MapContent nobody;
  nobody.title = content.title;
  nobody.description = content.description;
  nobody.lang = content.lang;
  nobody.rings = content.rings;
  Style light = style;
  light.tray = style.paper;  // to be written in
  Scene scene = draw(nobody, layout.map, light, typesetter);
  scene.symbols.push_back({std::nullopt, layout::Shape::circle, layout.map.centre, layout.map.child_radius, style.paper,
                           Stroke{style.child, 2, false, false}});
  for (const auto& [from, to] : layout.rules)
    scene.backdrops.push_back({{from, to}, "", Stroke{style.quiet_text, 0.7, false, false}});
  return scene;
}

}  // namespace kreds::drawing
