#include "kreds/layout/statistics.hpp"

#include <algorithm>
#include <iterator>
#include <map>

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
    if (person.folded) continue;
    all.push_back({box_around(person.symbol, 2 * person.radius, 2 * person.radius), owner});
    if (owner != content.ego) all.push_back({person.label, owner});
  }
  for (const PlacedGroup& group : layout.groups) {
    all.push_back({box_around(group.mark.symbol, 2 * group.mark.radius, 2 * group.mark.radius), owner});
    all.push_back({group.mark.label, owner++});
  }
  for (const SectorPlace& sector : layout.sectors) all.push_back({sector.box, owner++});
  for (const TextLine& text : layout.texts) all.push_back({box_of(text), owner++});
  for (const LegendRow& row : layout.legend)
    for (const TextLine& line : row.lines) all.push_back({box_of(line), owner++});
  return all;
}

bool runs_behind(const Polygon& path, const PlacedPerson& person) {
  for (std::size_t k = 1; k < path.size(); ++k)
    if (distance(person.symbol, path[k - 1], path[k]) < person.radius) return true;
  return false;
}

void count_lines(const MapContent& content, const MapLayout& layout, LayoutStatistics& result) {
  result.lines = layout.lines.size();
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    const PlacedLine& line = layout.lines[i];
    const Line& ends = content.lines[line.line];
    if (line.path.size() > 2) ++result.bent_lines;
    for (std::size_t k = 1; k < line.path.size(); ++k)
      result.total_line_length += length(line.path[k] - line.path[k - 1]);
    for (std::size_t p = 0; p < layout.people.size(); ++p) {
      const PlacedPerson& person = layout.people[p];
      if (p == ends.a || p == ends.b || person.folded) continue;
      if (p != content.ego && passes(line.path, person.label)) ++result.label_edge_crossings;
      if (runs_behind(line.path, person)) ++result.node_edge_crossings;
    }
    for (std::size_t j = i + 1; j < layout.lines.size(); ++j) {
      const Line& others = content.lines[layout.lines[j].line];
      const bool common = ends.a == others.a || ends.a == others.b || ends.b == others.a || ends.b == others.b;
      if (!common && cross(line.path, layout.lines[j].path)) ++result.edge_crossings;
    }
  }
  if (result.lines > 0) result.mean_line_length = result.total_line_length / static_cast<double>(result.lines);
}

void count_homes(const MapContent& content, const MapLayout& layout, LayoutStatistics& result) {
  for (const HouseholdOutline& household : layout.households) {
    const HouseholdMark& mark = content.households[household.household];
    const auto on_map = [&](std::size_t member) {
      return !layout.people[member].in_tray && !layout.people[member].folded;
    };
    if (!mark.with_child && mark.members.size() > 1 && std::all_of(mark.members.begin(), mark.members.end(), on_map)) {
      ++result.households;
      if (!household.outline.empty()) ++result.households_outlined;
    }
    if (household.outline.empty()) continue;
    for (std::size_t p = 0; p < layout.people.size(); ++p) {
      if (p == content.ego || layout.people[p].folded ||
          std::find(household.marked.begin(), household.marked.end(), p) != household.marked.end())
        continue;
      const Box& label = layout.people[p].label;
      const Point points[] = {layout.people[p].symbol,    label.centre(),
                              {label.left, label.top},    {label.right, label.top},
                              {label.left, label.bottom}, {label.right, label.bottom}};
      if (std::any_of(std::begin(points), std::end(points), [&](Point at) { return encloses(household.outline, at); }))
        ++result.strangers_in_outlines;
    }
  }
}

void count_touching_outlines(const MapLayout& layout, LayoutStatistics& result) {
  const auto share_a_member = [](const HouseholdOutline& a, const HouseholdOutline& b) {
    return std::find_first_of(a.marked.begin(), a.marked.end(), b.marked.begin(), b.marked.end()) != a.marked.end();
  };
  const double touch = 0.01;
  for (auto a = layout.households.begin(); a != layout.households.end(); ++a)
    for (auto b = layout.households.begin(); b != a; ++b)
      if (gap_between(a->outline, b->outline, touch) < touch && !share_a_member(*a, *b)) ++result.touching_outlines;
}

}  // namespace

LayoutStatistics statistics(const MapContent& content, const MapLayout& layout) {
  LayoutStatistics result;
  result.people = content.people.size();
  result.smallest_name_pt = layout.name_pt;
  result.smallest_name_px = layout.name_pt * 96 / 72;
  for (const PlacedPerson& person : layout.people) {
    if (person.folded) ++result.folded_people;
    if (person.shortened) ++result.shortened_names;
  }
  const Box sheet{0, 0, layout.sheet.width_pt, layout.sheet.height_pt};
  const std::vector<Owned> all = boxes(content, layout);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!inside(all[i].box, sheet)) ++result.off_sheet;
    for (std::size_t j = i + 1; j < all.size(); ++j)
      if (all[i].owner != all[j].owner && overlap(grown(all[i].box, -touching), all[j].box)) ++result.overlaps;
  }

  const Frame frame = frame_of(layout);
  for (std::size_t i = 0; i < layout.people.size(); ++i) {
    const PlacedPerson& person = layout.people[i];
    if (i == content.ego || person.in_tray || person.folded) continue;
    const PersonMark& mark = content.people[i];
    const Polar at = frame.polar(person.symbol);
    if (!frame.in_sector(at.turn, mark.sector)) ++result.wrong_sector;
    const auto [from, to] = frame.band(mark.ring);
    const bool in_ring = to > from ? at.rho >= from && at.rho <= to : std::abs(at.rho - from) < 1e-5;
    if (!in_ring) ++result.wrong_ring;
  }

  count_lines(content, layout, result);
  count_homes(content, layout, result);
  count_touching_outlines(layout, result);
  return result;
}

Displacement displacement(const MapContent& content_before, const MapLayout& before, const MapContent& content_after,
                          const MapLayout& after) {
  std::map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < content_before.people.size(); ++i) known[content_before.people[i].id] = i;
  std::vector<double> moved;
  for (std::size_t i = 0; i < content_after.people.size(); ++i) {
    const auto entry = known.find(content_after.people[i].id);
    if (entry == known.end() || i == content_after.ego) continue;
    const PersonMark &was = content_before.people[entry->second], &is = content_after.people[i];
    if (was.sector != is.sector || was.ring != is.ring) continue;
    if (after.people[i].folded || before.people[entry->second].folded) continue;
    moved.push_back(length(after.people[i].symbol - before.people[entry->second].symbol));
  }
  Displacement result;
  result.people = moved.size();
  if (moved.empty()) return result;
  std::sort(moved.begin(), moved.end());
  result.median = moved[moved.size() / 2];
  result.largest = moved.back();
  return result;
}

}  // namespace kreds::layout
