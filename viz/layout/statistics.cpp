#include "kreds/layout/statistics.hpp"

#include <algorithm>

#include "frame.hpp"

namespace kreds::layout {

namespace {

constexpr double touching = 0.01;  // points; rounding, not overlap

/// All boxes that must keep apart, with an owner so that a label and its own symbol may touch.
struct Owned {
  Box box;
  std::size_t owner;
};

Box box_of(const TextLine& line) {
  return box_around(line.centre, line.width, 1.1 * line.size_pt);
}

std::vector<Owned> boxes(const MapContent& content, const MapLayout& layout) {
  std::vector<Owned> all;
  std::size_t owner = 0;
  for (; owner < layout.people.size(); ++owner) {
    const PlacedPerson& person = layout.people[owner];
    all.push_back({box_around(person.symbol, 2 * person.radius, 2 * person.radius), owner});
    if (owner != content.ego) all.push_back({person.label, owner});
  }
  for (const SectorPlace& sector : layout.sectors) all.push_back({box_of(sector.caption), owner++});
  for (const TextLine& text : layout.texts) all.push_back({box_of(text), owner++});
  for (const LegendRow& row : layout.legend)
    for (const TextLine& line : row.lines) all.push_back({box_of(line), owner++});
  return all;
}

}  // namespace

LayoutStatistics statistics(const MapContent& content, const MapLayout& layout) {
  LayoutStatistics result;
  result.people = content.people.size();
  result.smallest_name_pt = layout.name_pt;
  const Box sheet{0, 0, layout.sheet.width_pt, layout.sheet.height_pt};
  const std::vector<Owned> all = boxes(content, layout);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!inside(all[i].box, sheet)) ++result.off_sheet;
    for (std::size_t j = i + 1; j < all.size(); ++j)
      if (all[i].owner != all[j].owner && overlap(grown(all[i].box, -touching), all[j].box)) ++result.overlaps;
  }

  const Frame frame = make_frame(content, layout.map, layout.child_radius);
  for (std::size_t i = 0; i < layout.people.size(); ++i) {
    const PlacedPerson& person = layout.people[i];
    if (i == content.ego || person.in_tray) continue;
    const PersonMark& mark = content.people[i];
    const Polar at = frame.polar(person.symbol);
    if (!frame.in_sector(at.turn, mark.sector)) ++result.wrong_sector;
    const auto [from, to] = frame.band(mark.ring);
    const bool in_ring = to > from ? at.rho >= from && at.rho <= to : std::abs(at.rho - from) < 1e-6;
    if (!in_ring) ++result.wrong_ring;
  }

  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    const PlacedLine& line = layout.lines[i];
    const Line& ends = content.lines[line.line];
    result.total_line_length += length(line.to - line.from);
    for (std::size_t p = 0; p < layout.people.size(); ++p)
      if (p != ends.a && p != ends.b && p != content.ego && passes(line.from, line.to, layout.people[p].label))
        ++result.lines_through_labels;
    for (std::size_t j = i + 1; j < layout.lines.size(); ++j) {
      const Line& others = content.lines[layout.lines[j].line];
      const bool common = ends.a == others.a || ends.a == others.b || ends.b == others.a || ends.b == others.b;
      if (!common && cross(line.from, line.to, layout.lines[j].from, layout.lines[j].to)) ++result.crossings;
    }
  }

  for (const HouseholdOutline& household : layout.households)
    for (std::size_t p = 0; p < layout.people.size(); ++p)
      if (std::find(household.marked.begin(), household.marked.end(), p) == household.marked.end() &&
          holds(household.outline, layout.people[p].symbol))
        ++result.strangers_in_outlines;
  return result;
}

}  // namespace kreds::layout
