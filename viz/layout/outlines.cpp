#include "outlines.hpp"

#include <algorithm>

namespace kreds::layout {

namespace {

void add_corners(std::vector<Point>& points, const Box& box) {
  points.push_back({box.left, box.top});
  points.push_back({box.right, box.top});
  points.push_back({box.right, box.bottom});
  points.push_back({box.left, box.bottom});
}

Box symbol_box(const PlacedPerson& person) {
  return box_around(person.symbol, 2 * person.radius, 2 * person.radius);
}

Polygon hull_of(const std::vector<std::size_t>& members, const MapLayout& layout) {
  std::vector<Point> points;
  const double air = 0.34 * layout.name_pt;
  for (std::size_t member : members) {
    add_corners(points, grown(layout.people[member].label, air));
    add_corners(points, grown(symbol_box(layout.people[member]), air));
  }
  return convex_hull(std::move(points));
}

bool stand_together(const HouseholdMark& household, const MapContent& content, const MapLayout& layout) {
  const std::size_t first = household.members.front();
  return std::all_of(household.members.begin(), household.members.end(), [&](std::size_t member) {
    return layout.people[member].in_tray == layout.people[first].in_tray &&
           content.people[member].sector == content.people[first].sector;
  });
}

bool holds_a_stranger(const Polygon& hull, const std::vector<std::size_t>& members, const MapLayout& layout) {
  for (std::size_t i = 0; i < layout.people.size(); ++i) {
    if (std::find(members.begin(), members.end(), i) != members.end()) continue;
    if (overlap(hull, layout.people[i].label) || overlap(hull, symbol_box(layout.people[i]))) return true;
  }
  return false;
}

}  // namespace

std::vector<HouseholdOutline> household_outlines(const MapContent& content, const MapLayout& layout) {
  std::vector<HouseholdOutline> outlines;
  int letter = 0;
  for (std::size_t h = 0; h < content.households.size(); ++h) {
    const HouseholdMark& household = content.households[h];
    if (household.members.empty()) continue;
    HouseholdOutline outline;
    outline.household = h;
    outline.marked = household.members;
    const bool alone = household.members.size() == 1 && !household.with_child;
    if (!household.with_child && !layout.people[household.members.front()].in_tray &&
        stand_together(household, content, layout)) {
      Polygon hull = hull_of(household.members, layout);
      if (!holds_a_stranger(hull, household.members, layout)) outline.outline = std::move(hull);
    }
    if (outline.outline.empty() && !household.with_child && !alone) outline.mark = ++letter;
    outlines.push_back(std::move(outline));
  }
  return outlines;
}

}  // namespace kreds::layout
