#include "kreds/layout/map_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "folding.hpp"
#include "frame.hpp"
#include "label.hpp"
#include "lines.hpp"
#include "outlines.hpp"
#include "panel.hpp"
#include "placement.hpp"
#include "tray.hpp"

namespace kreds::layout {

namespace {

/// The class of a count in Sheet::name_pt. Coarse on purpose: a size that changes with each newcomer would move
/// everybody.
std::size_t class_of(std::size_t others) {
  if (others <= 25) return 0;
  if (others <= 40) return 1;
  if (others <= 60) return 2;
  return others <= 80 ? 3 : 4;
}

/// At these counts a map is made anew. Coarse, and away from round numbers.
constexpr std::array<std::size_t, 13> milestones = {5, 9, 14, 20, 26, 33, 41, 53, 61, 81, 101, 121, 151};

std::size_t base_of(std::size_t people) {
  std::size_t base = people;  // fewer than the first milestone
  for (std::size_t milestone : milestones)
    if (milestone <= people) base = milestone;
  return base;
}

double symbol_radius(double name_pt) {
  return 0.5 * name_pt;
}

/// In the order of the file: whoever is added later stands behind.
std::vector<std::size_t> order_of_arrival(const MapContent& content, bool in_tray) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < content.people.size(); ++i)
    if (i != content.ego && (content.rings > 0 && !content.people[i].ring) == in_tray) order.push_back(i);
  return order;
}

/// The child's name inside its circle, broken over two lines if that makes the circle smaller.
struct ChildMark {
  std::vector<TextLine> lines;
  double radius = 0;
  bool shortened = false;
};

ChildMark child_mark(const std::string& name, double name_pt, Ruler& ruler) {
  const double size = 1.15 * name_pt;
  const Broken text = broken(name, Face::bold, size, 5.2 * size, 2, ruler);
  ChildMark mark;
  mark.shortened = text.shortened;
  double widest = 0, y = -line_height * size * static_cast<double>(text.lines.size() - 1) / 2;
  for (const std::string& line : text.lines) {
    const double width = ruler.width(line, Face::bold, size);
    mark.lines.push_back({line, Face::bold, size, {0, y}, width, Align::centre});
    widest = std::max(widest, width);
    y += line_height * size;
  }
  mark.radius = std::max(1.75 * name_pt, widest / 2 + 0.45 * name_pt);
  return mark;
}

/// Where in the corners of a box (of the centres that a caption may have) lies the one that is deepest in the sector,
/// if any is in it: a caption beside another sector would name that one.
std::optional<Point> corner_of(const Frame& frame, std::size_t sector, const Box& box) {
  std::optional<Point> best;
  double deepest = 0.08;
  for (const Point corner : {Point{box.right, box.top}, Point{box.right, box.bottom}, Point{box.left, box.bottom},
                             Point{box.left, box.top}}) {
    const double depth = frame.depth_in_sector(frame.polar(corner).turn, sector);
    if (depth <= deepest) continue;
    deepest = depth;
    best = corner;
  }
  return best;
}

/// Captions, each on a plate of the sector's colour so that it is not taken for a person, stand in the corners that the
/// rounded rings leave free; a sector without one gets its caption inside the outermost edge, at its middle.
std::vector<SectorPlace> sector_places(const MapContent& content, const Frame& frame, const Box& map, double size_pt,
                                       Ruler& ruler) {
  std::vector<SectorPlace> places;
  for (std::size_t s = 0; s < content.sectors.size(); ++s) {
    const double text = ruler.width(content.sectors[s], Face::bold, size_pt);
    const double width = text + size_pt, height = 1.3 * size_pt, dx = width / 2 + 4, dy = height / 2 + 2;
    const Box inner{map.left + dx, map.top + dy, map.right - dx, map.bottom - dy};
    Point centre;
    if (const auto corner = corner_of(frame, s, inner)) {
      centre = *corner;
    } else {
      const Point edge = frame.point({0.97, frame.middle_of_sector(s)});
      const Point middle = map.centre();
      const double right = (edge.x - middle.x) / (map.width() / 2), down = (edge.y - middle.y) / (map.height() / 2);
      // Inwards as the edge runs there, which is flat in the middle of each side: a caption stays in its sector.
      centre = {edge.x - right * right * right * dx, edge.y - down * down * down * dy};
    }
    places.push_back({360 * frame.sectors[s].first,
                      360 * frame.sectors[s].second,
                      {content.sectors[s], Face::bold, size_pt, centre, text, Align::centre},
                      box_around(centre, width, height)});
  }
  return places;
}

Frame frame_for(const MapContent& content, const Box& map, double child_radius, double symbol_radius,
                const std::vector<LabelShape>& labels, const std::vector<std::size_t>& people) {
  FrameTask task{content.sectors.size(), content.rings, map, child_radius, symbol_radius, {}};
  for (std::size_t person : people)
    task.demands.push_back({content.people[person].sector, content.people[person].ring, labels[person].width,
                            labels[person].height + 2 * symbol_radius});
  return make_frame(task);
}

/// One attempt: letters of a size, the first `base` people together.
struct Attempt {
  double name_pt = 12;
  std::size_t base = 0;
  const LayoutRequest* request = nullptr;
  double insistence = 1;
};

/// Where pinned people stand; pins that cannot be followed are told.
std::vector<std::optional<Point>> pinned_points(const MapContent& content, const Frame& frame, double radius,
                                                const Pins& pins, std::vector<RefusedPin>& refused) {
  std::vector<std::optional<Point>> points(content.people.size());
  for (const Pin& pin : pins) {
    const auto person = std::find_if(content.people.begin(), content.people.end(),
                                     [&](const PersonMark& mark) { return mark.id == pin.person; });
    const auto index = static_cast<std::size_t>(person - content.people.begin());
    if (person == content.people.end() || index == content.ego) {
      refused.push_back({pin.person, PinFault::unknown_person});
      continue;
    }
    if (content.rings > 0 && !person->ring) {
      refused.push_back({pin.person, PinFault::not_placed});
      continue;
    }
    if (content.rings > 0 && pin.ring && pin.ring != person->ring) {
      refused.push_back({pin.person, PinFault::other_ring});
      continue;
    }
    // The nearest place to the one asked for at which the symbol stands wholly inside.
    const auto [first, last] = frame.sectors[person->sector];
    const auto [inner, outer] = frame.band(person->ring);
    std::optional<Point> found;
    for (int inward = 0; inward <= 20 && !found; ++inward) {
      const double keep = 1 - 0.05 * inward;
      const double across = 0.5 + keep * (pin.across - 0.5), depth = 0.5 + keep * (pin.depth - 0.5);
      const Point p = frame.point({inner + depth * (outer - inner), first + across * (last - first)});
      if (frame.disc_in_cell(p, radius + 1, person->sector, person->ring)) found = p;
    }
    const bool close = found && std::any_of(points.begin(), points.end(), [&](const auto& other) {
                         return other && length(*other - *found) < 2.6 * radius;
                       });
    if (!found || close || length(*found - frame.centre) < 3 * radius)
      refused.push_back({pin.person, PinFault::too_close});
    else
      points[index] = found;
  }
  return points;
}

/// The map, or (none) the base with which to try again at the same size; 0: there is no room at this size.
struct Outcome {
  std::optional<MapLayout> layout;
  std::size_t next_base = 0;
};

Outcome try_size(const MapContent& content, const Sheet& sheet, const Attempt& attempt, Ruler& ruler) {
  MapLayout layout;
  const double name_pt = attempt.name_pt;
  layout.sheet = sheet;
  layout.name_pt = name_pt;
  layout.role_pt = role_share * name_pt;
  layout.rings = content.rings;
  const double radius = symbol_radius(name_pt);
  std::vector<LabelShape> labels;
  for (std::size_t i = 0; i < content.people.size(); ++i)
    labels.push_back(i == content.ego ? LabelShape{}
                                      : label_of(content.people[i], name_pt, widest_label * name_pt, ruler));

  const Regions region = regions(sheet);
  const auto tray =
      make_tray(content, order_of_arrival(content, true), labels, name_pt, radius, region.map, 0.42, ruler);
  if (!tray) return {};
  layout.map = region.map;
  if (!tray->places.empty()) {
    layout.map.left = tray->box.right + 0.7 * sheet.margin_pt;
    layout.tray = tray->box;
    layout.texts.insert(layout.texts.end(), tray->caption.begin(), tray->caption.end());
  }

  const std::vector<std::size_t> order = order_of_arrival(content, false);
  const std::vector<std::size_t> base(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(attempt.base));
  const ChildMark child = child_mark(content.people[content.ego].name, name_pt, ruler);
  const Frame frame = frame_for(content, layout.map, child.radius, radius, labels, base);
  if (child.radius > 0.4 * std::min(frame.rx, frame.ry)) return {};
  const double caption_pt = std::max(0.95 * sheet.text_pt, 0.8 * name_pt);
  layout.sectors = sector_places(content, frame, layout.map, caption_pt, ruler);

  PlacementTask task;
  task.content = &content;
  task.frame = &frame;
  task.area = layout.map;
  task.name_pt = name_pt;
  task.symbol_radius = radius;
  task.labels = labels;
  task.order = order;
  task.base = attempt.base;
  task.effort = attempt.request->effort;
  task.insistence = attempt.insistence;
  task.reach_pt = 0.045 * sheet.width_pt;
  task.pinned = pinned_points(content, frame, radius, attempt.request->pins, layout.refused_pins);
  task.fixed.resize(content.people.size());
  task.fixed[content.ego] = frame.centre;
  task.child = box_around(frame.centre, 2 * child.radius, 2 * child.radius);
  for (const SectorPlace& sector : layout.sectors) task.captions.push_back(sector.box);
  for (const TrayPlace& place : tray->places) task.fixed[place.person] = place.symbol;
  const Placement placement = place_people(task);
  if (!placement.done()) return {{}, placement.no_room_for > 0 ? placement.no_room_for + 1 : 0};

  layout.centre = frame.centre;
  layout.child_radius = child.radius;
  layout.inner_rho = frame.inner;
  layout.ring_exponent = frame.exponent;
  for (double edge : frame.ring_edges) layout.ring_radii.push_back({edge * frame.rx, edge * frame.ry});
  if (content.rings == 0) layout.ring_radii.push_back({frame.rx, frame.ry});

  layout.people.resize(content.people.size());
  const auto put = [&](std::size_t person, Point symbol, const Box& label, Side side, bool in_tray) {
    const Align align = side == Side::right ? Align::left : side == Side::left ? Align::right : Align::centre;
    layout.people[person] = {symbol,
                             radius,
                             in_tray,
                             side,
                             label,
                             aligned(moved(labels[person].lines, label.centre()), align, label),
                             labels[person].shortened,
                             {}};
  };
  for (std::size_t i = 0; i < placement.places.size(); ++i)
    if (const auto& place = placement.places[i]) {
      put(i, place->symbol, place->label, place->side, false);
      if (place->tier > 0) layout.people[i].leader = place->leader;
    }
  for (const TrayPlace& place : tray->places) put(place.person, place.symbol, place.label, Side::left, true);
  layout.people[content.ego] = {frame.centre,
                                child.radius,
                                false,
                                Side::below,
                                box_around(frame.centre, 2 * child.radius, 2 * child.radius),
                                moved(child.lines, frame.centre),
                                child.shortened,
                                {}};
  return {std::move(layout), 0};
}

}  // namespace

NoRoom::NoRoom() : std::runtime_error("no room for everybody on this sheet") {}

Sheet projector_sheet() {
  return {};
}

Sheet a4_sheet(bool portrait) {
  Sheet sheet{841.89, 595.276, 13, 4, 20, 9.5, {13, 11, 10, 10, 8.5}};
  if (portrait) std::swap(sheet.width_pt, sheet.height_pt);
  return sheet;
}

Sheet pixel_sheet(int width_px, int height_px) {
  const double scale = std::min(width_px / 1920.0, height_px / 1080.0);
  Sheet sheet;
  sheet.width_pt = 0.75 * width_px;
  sheet.height_pt = 0.75 * height_px;
  sheet.largest_name_pt *= scale;
  sheet.smallest_name_pt = std::max(4.5, sheet.smallest_name_pt * scale);
  sheet.margin_pt *= scale;
  sheet.text_pt *= scale;
  for (double& size : sheet.name_pt) size *= scale;
  return sheet;
}

namespace {

std::optional<MapLayout> fit_at(const MapContent& content, const Sheet& sheet, Attempt attempt, Ruler& ruler) {
  // Where a later person finds no place, the map is made anew for those who are there then, so that the base is again
  // a matter of those before alone; where that does not do either, for everybody.
  const std::size_t on_map = order_of_arrival(content, false).size();
  attempt.base = base_of(on_map);
  Outcome outcome = try_size(content, sheet, attempt, ruler);
  for (const bool for_all : {false, true}) {
    if (outcome.layout || outcome.next_base == 0) break;
    attempt.base = for_all ? on_map : outcome.next_base;
    outcome = try_size(content, sheet, attempt, ruler);
  }
  return std::move(outcome.layout);
}

MapLayout with_lines(const MapContent& content, MapLayout layout, double effort) {
  layout.lines = lines_between(content, layout, effort);
  layout.households = household_outlines(content, layout);
  return layout;
}

/// The content as it is drawn, with the whole's layout: with_lines() and unfolded().
MapLayout finished(const MapContent& content, const Folded& folded, MapLayout layout, double effort) {
  return unfolded(content, folded, with_lines(folded.shown, std::move(layout), effort));
}

/// With names of the size that the count calls for; if there is no room for all, some stand in groups, as few as can
/// be. If even those who can be folded leave too little room, the first smaller size that fits.
std::optional<MapLayout> fitting(const MapContent& content, const Sheet& sheet, const LayoutRequest& request,
                                 const labels::Labels& labels, Ruler& ruler) {
  constexpr std::size_t most_unfolded = 120, marks_beyond = 100;
  const auto fewer = [](std::size_t marks) { return static_cast<std::size_t>(0.92 * static_cast<double>(marks)); };
  constexpr std::size_t listed = 70;  // names of folded people that there is room for beside the map
  const std::size_t people = content.people.size() - 1;
  const double called_for = sheet.name_pt[class_of(people)];
  const auto at = [&](const Folded& folded, double name_pt, double insistence) -> std::optional<MapLayout> {
    auto layout = fit_at(folded.shown, sheet, {name_pt, 0, &request, insistence}, ruler);
    if (!layout) return std::nullopt;
    return finished(content, folded, *std::move(layout), request.effort);
  };
  const Folded first = fold(content, request.fold && people > most_unfolded ? marks_beyond : people, labels);
  for (const double insistence : {1.0, 4.0, 16.0})
    if (auto layout = at(first, called_for, insistence)) return layout;
  std::size_t before = first.shown.people.size();
  while (request.fold) {
    const Folded folded = fold(content, fewer(before), labels);
    if (folded.shown.people.size() == before) break;  // no more groups
    before = folded.shown.people.size();
    if (content.people.size() + folded.groups.size() - before > listed) break;
    if (auto layout = at(folded, called_for, 1)) return layout;
  }
  double name_pt = 0.9 * called_for;
  while (name_pt >= sheet.smallest_name_pt) {
    if (auto layout = at(first, name_pt, 4)) return layout;
    name_pt *= 0.9;
  }
  return std::nullopt;
}

std::string name_and_role(const PersonMark& person) {
  return person.role.empty() ? person.name : person.name + " (" + person.role + ")";
}

std::vector<NameList> name_lists(const MapContent& content, const MapLayout& layout, const labels::Labels& labels) {
  std::vector<NameList> lists;
  for (const PlacedGroup& group : layout.groups) {
    NameList list;
    for (const TextLine& line : group.mark.lines) list.title += (list.title.empty() ? "" : " ") + line.text;
    for (std::size_t member : group.members) list.names.push_back(content.people[member].name);
    lists.push_back(std::move(list));
  }
  NameList in_full{labels("map.full_names"), {}};
  for (std::size_t i = 0; i < layout.people.size(); ++i)
    if (layout.people[i].shortened) in_full.names.push_back(name_and_role(content.people[i]));
  if (!in_full.names.empty()) lists.push_back(std::move(in_full));
  return lists;
}

}  // namespace

MapLayout lay_out(const MapContent& content, const Sheet& sheet, const MeasureText& measure,
                  const labels::Labels& labels, const LayoutRequest& request) {
  Ruler ruler(measure);
  std::optional<MapLayout> found = fitting(content, sheet, request, labels, ruler);
  if (!found) throw NoRoom();
  MapLayout layout = *std::move(found);
  const auto drawn = [&](bool outlined) {
    return std::any_of(layout.households.begin(), layout.households.end(), [&](const HouseholdOutline& h) {
      return !content.households[h.household].with_child && h.marked.size() > 1 && h.outline.empty() != outlined;
    });
  };
  Panel panel = make_panel(content, legend(content, drawn(false), drawn(true), labels), sheet, ruler,
                           name_lists(content, layout, labels));
  layout.texts.insert(layout.texts.end(), panel.texts.begin(), panel.texts.end());
  layout.legend = std::move(panel.legend);
  layout.legend_box = panel.legend_box;
  return layout;
}

}  // namespace kreds::layout
