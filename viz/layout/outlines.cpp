#include "outlines.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace kreds::layout {

namespace {

constexpr std::array<Point, 12> round_about = {Point{1, 0},    {0.866, 0.5},  {0.5, 0.866},  {0, 1},
                                               {-0.5, 0.866},  {-0.866, 0.5}, Point{-1, 0},  {-0.866, -0.5},
                                               {-0.5, -0.866}, {0, -1},       {0.5, -0.866}, {0.866, -0.5}};

Box symbol_box(const PlacedPerson& person) {
  return box_around(person.symbol, 2 * person.radius, 2 * person.radius);
}

/// What an outline goes around: a label that stands off its symbol, at the end of a leader line, is left out.
std::vector<Box> boxes_of(const PlacedPerson& person) {
  if (person.leader) return {symbol_box(person)};
  return {person.label, symbol_box(person)};
}

using Segment = std::pair<Point, Point>;

/// The shortest tree between the symbols.
std::vector<Segment> links_between(const std::vector<std::size_t>& members, const MapLayout& layout) {
  std::vector<Point> points;
  for (std::size_t member : members) points.push_back(layout.people[member].symbol);
  std::vector<Segment> links;
  for (std::size_t joined = 1; joined < points.size(); ++joined) {
    double least = 1e18;
    Segment link;
    std::size_t chosen = joined;
    for (std::size_t i = 0; i < joined; ++i)
      for (std::size_t j = joined; j < points.size(); ++j)
        if (const double d = length(points[j] - points[i]); d < least)
          least = d, link = {points[i], points[j]}, chosen = j;
    links.push_back(link);
    std::swap(points[joined], points[chosen]);
  }
  return links;
}

/// The area around the members' symbols and labels and the links between them, as a distance: negative inside.
class Area {
 public:
  Area(const std::vector<std::size_t>& members, const MapLayout& layout, double air)
      : links_(links_between(members, layout)), air_(air), half_link_(0.5 * layout.name_pt), soft_(0.9 * air) {
    for (std::size_t member : members)
      for (const Box& box : boxes_of(layout.people[member])) boxes_.push_back(box);
  }

  Box bounds() const {
    Box box = boxes_.front();
    for (const Box& b : boxes_) box = united(box, b);
    return grown(box, air_ + half_link_ + soft_);
  }

  double distance_to(Point p) const {
    double nearest = 1e9;
    for (const Box& box : boxes_) {
      const double dx = std::max({box.left - p.x, p.x - box.right, 0.0});
      const double dy = std::max({box.top - p.y, p.y - box.bottom, 0.0});
      nearest = joined(nearest, std::sqrt(dx * dx + dy * dy) - air_);
    }
    for (const auto& [a, b] : links_) nearest = joined(nearest, distance(p, a, b) - half_link_);
    return nearest;
  }

  bool near_box(const Box& box) const {
    const Point corners[] = {
        {box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}};
    if (std::any_of(std::begin(corners), std::end(corners), [&](Point p) { return distance_to(p) < 0; })) return true;
    const double middle = (box.top + box.bottom) / 2;
    constexpr int steps = 8;
    for (int i = 0; i <= steps; ++i) {
      const double x = box.left + box.width() * i / steps;
      if (distance_to({x, box.top}) < 0 || distance_to({x, middle}) < 0 || distance_to({x, box.bottom}) < 0)
        return true;
    }
    return false;
  }

 private:
  /// The lesser of two distances, with a fillet where both are about the same.
  double joined(double a, double b) const {
    const double h = std::max(soft_ - std::abs(a - b), 0.0) / soft_;
    return std::min(a, b) - 0.25 * h * h * soft_;
  }

  std::vector<Box> boxes_;
  std::vector<Segment> links_;
  double air_, half_link_, soft_;
};

/// Where the distance is 0, by marching squares; the longest closed line.
Polygon contour(const Area& area, double step) {
  const Box bounds = area.bounds();
  const auto columns = static_cast<std::size_t>(bounds.width() / step) + 2;
  const auto rows = static_cast<std::size_t>(bounds.height() / step) + 2;
  std::vector<double> field(columns * rows);
  const auto at = [&](std::size_t x, std::size_t y) {
    return Point{bounds.left + step * static_cast<double>(x), bounds.top + step * static_cast<double>(y)};
  };
  for (std::size_t y = 0; y < rows; ++y)
    for (std::size_t x = 0; x < columns; ++x) field[y * columns + x] = area.distance_to(at(x, y));

  // Each cell joins points on two of its sides; a side is known by its lower corner and direction.
  using Edge = std::size_t;
  std::map<Edge, std::vector<Edge>> next;
  std::map<Edge, Point> points;
  const auto edge = [&](std::size_t x, std::size_t y, bool down) {
    const Edge id = 2 * (y * columns + x) + (down ? 1 : 0);
    const std::size_t x2 = down ? x : x + 1, y2 = down ? y + 1 : y;
    const double a = field[y * columns + x], b = field[y2 * columns + x2];
    const double t = a == b ? 0.5 : a / (a - b);
    points[id] = at(x, y) + t * (at(x2, y2) - at(x, y));
    return id;
  };
  const auto inside_at = [&](std::size_t x, std::size_t y) { return field[y * columns + x] < 0; };
  for (std::size_t y = 0; y + 1 < rows; ++y)
    for (std::size_t x = 0; x + 1 < columns; ++x) {
      std::vector<Edge> cut;
      if (inside_at(x, y) != inside_at(x + 1, y)) cut.push_back(edge(x, y, false));
      if (inside_at(x + 1, y) != inside_at(x + 1, y + 1)) cut.push_back(edge(x + 1, y, true));
      if (inside_at(x, y + 1) != inside_at(x + 1, y + 1)) cut.push_back(edge(x, y + 1, false));
      if (inside_at(x, y) != inside_at(x, y + 1)) cut.push_back(edge(x, y, true));
      for (std::size_t i = 0; i + 1 < cut.size(); i += 2) {
        next[cut[i]].push_back(cut[i + 1]);
        next[cut[i + 1]].push_back(cut[i]);
      }
    }
  Polygon longest;
  while (!next.empty()) {
    Polygon loop;
    Edge here = next.begin()->first;
    while (true) {
      const auto entry = next.find(here);
      if (entry == next.end()) break;
      loop.push_back(points[here]);
      const std::vector<Edge> ways = entry->second;
      next.erase(entry);
      const auto open = std::find_if(ways.begin(), ways.end(), [&](Edge way) { return next.contains(way); });
      if (open == ways.end()) break;
      here = *open;
    }
    if (loop.size() > longest.size()) longest = std::move(loop);
  }
  return longest;
}

Polygon hull_of(const std::vector<std::size_t>& members, const MapLayout& layout, double air) {
  std::vector<Point> points;
  for (std::size_t member : members)
    for (const Box& box : boxes_of(layout.people[member]))
      for (Point corner : {Point{box.left, box.top}, Point{box.right, box.top}, Point{box.right, box.bottom},
                           Point{box.left, box.bottom}})
        for (Point direction : round_about) points.push_back(corner + air * direction);
  return convex_hull(std::move(points));
}

double area_of(const Polygon& polygon) {
  double twice = 0;
  for (std::size_t i = 0; i < polygon.size(); ++i) twice += cross(polygon[i], polygon[(i + 1) % polygon.size()]);
  return std::abs(twice) / 2;
}

bool stand_together(const HouseholdMark& household, const MapContent& content, const MapLayout& layout) {
  const std::size_t first = household.members.front();
  return std::all_of(household.members.begin(), household.members.end(), [&](std::size_t member) {
    return layout.people[member].in_tray == layout.people[first].in_tray &&
           content.people[member].sector == content.people[first].sector;
  });
}

/// Whether a form that is asked about boxes holds nobody else, nor the child, nor a caption.
template <class Touches>
bool holds_no_stranger(const std::vector<std::size_t>& members, const MapLayout& layout, const Touches& touches) {
  for (std::size_t i = 0; i < layout.people.size(); ++i) {
    if (std::find(members.begin(), members.end(), i) != members.end()) continue;
    if (touches(layout.people[i].label) || touches(symbol_box(layout.people[i]))) return false;
  }
  return std::none_of(layout.sectors.begin(), layout.sectors.end(),
                      [&](const SectorPlace& sector) { return touches(sector.box); });
}

/// How an outline is drawn: a box, or freely; with air between the members and it, in letter sizes.
struct Form {
  bool box;
  double air;
};
/// The calmest and widest that there is room for.
constexpr std::array forms = {Form{true, 0.36},  Form{true, 0.2},   Form{false, 0.36},
                              Form{false, 0.26}, Form{false, 0.15}, Form{false, 0.08}};

/// Within the outermost edge, and with a gap to it.
bool on_map(const MapLayout& layout, Point p) {
  const double gap = 0.3 * layout.name_pt;
  const Point radii = layout.ring_radii.back() - Point{gap, gap}, way = p - layout.centre;
  return std::pow(std::abs(way.x) / radii.x, layout.ring_exponent) +
             std::pow(std::abs(way.y) / radii.y, layout.ring_exponent) <=
         1;
}

/// One corner of a box, so round that it stays on the map, but leaves air round what the box holds; none if it cannot.
/// Corners go round from the lower right one.
Polygon corner_of(const Box& box, std::size_t corner, const std::vector<Box>& held, const MapLayout& layout,
                  double air) {
  const bool right = corner == 0 || corner == 3, low = corner < 2;
  for (const double round : {2.5, 4.0, 6.0, 9.0, 13.0}) {
    const double radius = std::min(round * air, 0.5 * std::min(box.width(), box.height()));
    const Point centre{right ? box.right - radius : box.left + radius, low ? box.bottom - radius : box.top + radius};
    Polygon arc;
    for (std::size_t step = 0; step <= 3; ++step)
      arc.push_back(centre + radius * round_about.at((3 * corner + step) % round_about.size()));
    const bool held_in = std::all_of(held.begin(), held.end(), [&](const Box& part) {
      const Point outermost{right ? part.right : part.left, low ? part.bottom : part.top}, way = outermost - centre;
      const bool beyond = (right ? way.x > 0 : way.x < 0) && (low ? way.y > 0 : way.y < 0);
      return !beyond || length(way) <= radius - 0.3 * air;
    });
    if (held_in && std::all_of(arc.begin(), arc.end(), [&](Point p) { return on_map(layout, p); })) return arc;
  }
  return {};
}

/// A box with round corners that holds nobody else and not much emptiness, and does not run out of the map.
Polygon box_outline(const std::vector<std::size_t>& members, const MapLayout& layout, double filled, double air) {
  std::vector<Box> held;
  for (std::size_t member : members)
    for (const Box& part : boxes_of(layout.people[member])) held.push_back(part);
  Box box = held.front();
  for (const Box& part : held) box = united(box, part);
  box = grown(box, air);
  if (box.width() * box.height() > 3.2 * filled + 40 * air * air) return {};
  if (!holds_no_stranger(members, layout, [&](const Box& other) { return overlap(box, other); })) return {};
  Polygon outline;
  for (std::size_t corner = 0; corner < 4; ++corner) {
    const Polygon arc = corner_of(box, corner, held, layout, air);
    if (arc.empty()) return {};
    outline.insert(outline.end(), arc.begin(), arc.end());
  }
  return outline;
}

/// A plain rounded form where it holds nobody else and not much emptiness; else one that follows the members.
/// Nothing if members stand too far apart, or somebody else would be in it.
Polygon outline_of(const std::vector<std::size_t>& members, const MapLayout& layout, const Form& form) {
  const double air = form.air * layout.name_pt;
  double filled = 0;
  for (std::size_t member : members) {
    for (const Box& box : boxes_of(layout.people[member])) filled += box.width() * box.height();
  }
  if (form.box) return box_outline(members, layout, filled, air);
  double reach = 0;
  for (const auto& [a, b] : links_between(members, layout)) reach = std::max(reach, length(b - a));
  if (reach > 17 * layout.name_pt) return {};  // too far apart to be read as one
  Polygon hull = hull_of(members, layout, air);
  if (area_of(hull) < 2.1 * filled + 40 * air * air &&
      holds_no_stranger(members, layout, [&](const Box& box) { return overlap(hull, box); }))
    return hull;
  const Area area(members, layout, air);
  const Box bounds = area.bounds();
  if (!holds_no_stranger(members, layout, [&](const Box& box) { return overlap(bounds, box) && area.near_box(box); }))
    return {};
  Polygon outline = contour(area, 0.3 * layout.name_pt);
  // Members who stand round somebody leave a hole: the outer line alone would hold the stranger.
  const bool alone = holds_no_stranger(members, layout, [&](const Box& box) {
    return encloses(outline, box.centre()) || encloses(outline, {box.left, box.top}) ||
           encloses(outline, {box.right, box.top}) || encloses(outline, {box.left, box.bottom}) ||
           encloses(outline, {box.right, box.bottom});
  });
  return alone ? outline : Polygon{};
}

/// A home's outline in the form it has now, an index of `forms`.
struct Draft {
  std::size_t outline = 0;  ///< which of the result
  std::size_t form = 0;
  Polygon polygon;
};

/// The next form that can be; none when there is none left.
void tighten(Draft& draft, const std::vector<std::size_t>& members, const MapLayout& layout) {
  draft.polygon.clear();
  while (draft.polygon.empty() && ++draft.form < forms.size())
    draft.polygon = outline_of(members, layout, forms.at(draft.form));
}

bool share_a_member(const HouseholdMark& a, const HouseholdMark& b) {
  return std::find_first_of(a.members.begin(), a.members.end(), b.members.begin(), b.members.end()) != a.members.end();
}

/// Two homes are told apart by the gap between their outlines: where there is none, the wider one is drawn tighter,
/// and given up when it cannot be. Around somebody who has two homes both outlines run.
void keep_apart(std::vector<Draft>& drafts, const MapContent& content, const MapLayout& layout,
                const std::vector<HouseholdOutline>& outlines) {
  const double gap = 0.1 * layout.name_pt;
  const auto home = [&](const Draft& draft) -> const HouseholdMark& {
    return content.households[outlines[draft.outline].household];
  };
  for (std::size_t i = 0; i < drafts.size(); ++i)
    for (std::size_t j = 0; j < i;) {
      Draft &a = drafts[i], &b = drafts[j];
      if (gap_between(a.polygon, b.polygon, gap) >= gap || share_a_member(home(a), home(b))) {
        ++j;
        continue;
      }
      Draft& wider = b.form < a.form ? b : a;
      tighten(wider, home(wider).members, layout);
      j = 0;  // one that was drawn tighter may have another form
    }
}

}  // namespace

std::vector<HouseholdOutline> household_outlines(const MapContent& content, const MapLayout& layout) {
  std::vector<HouseholdOutline> outlines;
  std::vector<Draft> drafts;
  for (std::size_t h = 0; h < content.households.size(); ++h) {
    const HouseholdMark& household = content.households[h];
    if (household.members.empty()) continue;
    HouseholdOutline outline;
    outline.household = h;
    outline.marked = household.members;
    if (!household.with_child && !layout.people[household.members.front()].in_tray &&
        stand_together(household, content, layout))
      drafts.push_back({outlines.size(), 0, outline_of(household.members, layout, forms.front())});
    outlines.push_back(std::move(outline));
  }
  for (Draft& draft : drafts)
    if (draft.polygon.empty()) tighten(draft, content.households[outlines[draft.outline].household].members, layout);
  keep_apart(drafts, content, layout, outlines);
  for (Draft& draft : drafts) outlines[draft.outline].outline = std::move(draft.polygon);
  int letter = 0;
  for (HouseholdOutline& outline : outlines) {
    const HouseholdMark& household = content.households[outline.household];
    const bool alone = household.members.size() == 1;
    if (outline.outline.empty() && !household.with_child && !alone) outline.mark = ++letter;
  }
  return outlines;
}

}  // namespace kreds::layout
