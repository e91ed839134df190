#include "tray.hpp"

#include <algorithm>
#include <cmath>

namespace kreds::layout {

std::optional<Tray> make_tray(const MapContent& content, const std::vector<std::size_t>& waiting,
                              const std::vector<LabelShape>& labels, double name_pt, double radius, const Box& region,
                              double widest, Ruler& ruler) {
  Tray tray;
  tray.box = {region.left, region.top, region.left, region.bottom};
  if (waiting.empty()) return tray;

  const double pad = 0.6 * name_pt, gap = 0.35 * name_pt;
  double text_width = 0;
  for (std::size_t person : waiting) text_width = std::max(text_width, labels[person].width);
  // In coarse steps: the map beside it must not move with each newcomer.
  const double step = 3 * name_pt;
  text_width = std::max(2.0, std::ceil(text_width / step)) * step;
  const double cell_width = 2 * radius + gap + text_width;

  Point at{region.left + pad, region.top + pad};
  double top = at.y, lowest = at.y;  // of the columns
  const auto caption = [&](const std::string& text) {
    const double size = role_share * name_pt;
    for (const std::string& line : broken(text, Face::bold, size, cell_width, 3, ruler).lines) {
      const double width = ruler.width(line, Face::bold, size);
      tray.caption.push_back(
          {line, Face::bold, size, {at.x + width / 2, at.y + line_height * size / 2}, width, Align::left});
      at.y += line_height * size;
    }
    at.y += 0.5 * name_pt;
  };
  const auto place = [&](std::size_t person) {
    const double height = std::max(labels[person].height, 2 * radius);
    if (at.y + height > region.bottom - pad && at.y > top) at = {at.x + cell_width + name_pt, top};
    if (at.y + height > region.bottom - pad) return false;
    const double y = at.y + height / 2;
    // Symbols at the side of the map, so that lines to it leave the names alone.
    const double right = at.x + text_width;
    tray.places.push_back(
        {person,
         {right + gap + radius, y},
         {right - labels[person].width, y - labels[person].height / 2, right, y + labels[person].height / 2}});
    at.y += height + 0.35 * name_pt;
    lowest = std::max(lowest, at.y);
    return true;
  };
  for (const bool outside : {false, true}) {
    const auto belongs = [&](std::size_t person) { return content.people[person].outside == outside; };
    if (std::none_of(waiting.begin(), waiting.end(), belongs)) continue;
    if (!tray.places.empty()) at.y += 0.5 * name_pt;
    // A caption does not stand alone at the foot of a column.
    if (!tray.places.empty() && at.y + 6 * name_pt > region.bottom - pad)
      at = {at.x + cell_width + name_pt, region.top + pad};
    caption(outside ? content.outside_caption : content.not_placed_caption);
    if (tray.places.empty()) top = at.y;
    for (const std::size_t person : waiting)
      if (belongs(person) && !place(person)) return std::nullopt;
  }
  tray.box.right = at.x + cell_width + pad;
  tray.box.bottom = std::min(region.bottom, lowest + pad - 0.35 * name_pt);
  if (tray.box.width() > widest * region.width()) return std::nullopt;
  return tray;
}

}  // namespace kreds::layout
