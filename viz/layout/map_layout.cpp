#include "kreds/layout/map_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "frame.hpp"
#include "label.hpp"
#include "outlines.hpp"
#include "panel.hpp"
#include "placement.hpp"
#include "tray.hpp"

namespace kreds::layout {

namespace {

/// Letter sizes, as shares of the largest, from which a map takes the first that fits. Coarse on purpose: a size that
/// changes with each newcomer would move everybody.
constexpr std::array<double, 14> sizes = {32 / 32.0, 29 / 32.0, 26 / 32.0, 24 / 32.0, 22 / 32.0, 20 / 32.0, 18 / 32.0,
                                          16 / 32.0, 14 / 32.0, 12 / 32.0, 11 / 32.0, 10 / 32.0, 9 / 32.0,  8 / 32.0};

std::size_t first_size(std::size_t people) {
  if (people <= 26) return 0;
  if (people <= 41) return 2;
  if (people <= 61) return 4;
  return people <= 81 ? 5 : 6;
}

double symbol_radius(double name_pt) {
  return 0.52 * name_pt;
}

std::vector<std::size_t> order_of_arrival(const MapContent& content, bool in_tray) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < content.people.size(); ++i)
    if (i != content.ego && (content.rings > 0 && !content.people[i].ring) == in_tray) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return content.people[a].known_since < content.people[b].known_since;
  });
  return order;
}

/// Who lives together looks for places together, when the first of them comes.
std::vector<std::vector<std::size_t>> parties(const MapContent& content) {
  const std::vector<std::size_t> order = order_of_arrival(content, false);
  std::vector<std::vector<std::size_t>> result;
  std::vector<bool> seated(content.people.size(), false);
  for (std::size_t person : order) {
    if (seated[person]) continue;
    std::vector<std::size_t> party{person};
    for (const HouseholdMark& household : content.households) {
      const auto& members = household.members;
      if (household.with_child || std::find(members.begin(), members.end(), person) == members.end()) continue;
      for (std::size_t other : order)
        if (other != person && !seated[other] && std::find(members.begin(), members.end(), other) != members.end() &&
            content.people[other].sector == content.people[person].sector)
          party.push_back(other);
      break;  // several homes: the first in the file
    }
    for (std::size_t member : party) seated[member] = true;
    result.push_back(std::move(party));
  }
  return result;
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

/// Sector captions stand in the corners that the rounded rings leave free, each in the free corner nearest to its
/// sector; a sector without one gets its caption inside the outermost edge.
std::vector<TextLine> sector_captions(const MapContent& content, const Frame& frame, const Box& map, double size_pt,
                                      Ruler& ruler) {
  std::vector<TextLine> captions;
  for (std::size_t s = 0; s < content.sectors.size(); ++s) {
    TextLine caption{content.sectors[s], Face::bold, size_pt, {}, 0, Align::centre};
    caption.width = ruler.width(caption.text, Face::bold, size_pt);
    const double dx = caption.width / 2 + 4, dy = line_height * size_pt / 2 + 2;
    const std::array<std::pair<double, Point>, 4> corners = {std::pair{0.125, Point{map.right - dx, map.top + dy}},
                                                             {0.375, Point{map.right - dx, map.bottom - dy}},
                                                             {0.625, Point{map.left + dx, map.bottom - dy}},
                                                             {0.875, Point{map.left + dx, map.top + dy}}};
    caption.centre = frame.point({0.95, frame.middle_of_sector(s)});
    caption.centre.x = std::clamp(caption.centre.x, map.left + dx, map.right - dx);
    caption.centre.y = std::clamp(caption.centre.y, map.top + dy, map.bottom - dy);
    double nearest = 0.2;  // of a turn; farther away a corner belongs to somebody else
    for (const auto& [turn, point] : corners) {
      const double middle = frame.middle_of_sector(s) - turn;
      const double away = std::abs(middle - std::round(middle));
      const bool taken = std::any_of(captions.begin(), captions.end(), [&, p = point](const TextLine& other) {
        return std::abs(other.centre.y - p.y) < 1 && (other.centre.x < map.centre().x) == (p.x < map.centre().x);
      });
      if (taken || away >= nearest) continue;
      nearest = away;
      caption.centre = point;
    }
    captions.push_back(std::move(caption));
  }
  return captions;
}

Box box_of(const TextLine& line) {
  return box_around(line.centre, line.width, line_height * line.size_pt);
}

std::optional<MapLayout> try_size(const MapContent& content, const Sheet& sheet, double name_pt, Ruler& ruler) {
  MapLayout layout;
  layout.sheet = sheet;
  layout.name_pt = name_pt;
  layout.role_pt = role_share * name_pt;
  const double radius = symbol_radius(name_pt);
  std::vector<LabelShape> labels;
  for (std::size_t i = 0; i < content.people.size(); ++i)
    labels.push_back(i == content.ego ? LabelShape{} : label_of(content.people[i], name_pt, 8.6 * name_pt, ruler));

  const Regions region = regions(sheet);
  const auto tray =
      make_tray(content, order_of_arrival(content, true), labels, name_pt, radius, region.map, 0.42, ruler);
  if (!tray) return std::nullopt;
  layout.map = region.map;
  if (!tray->places.empty()) {
    layout.map.left = tray->box.right + 0.7 * sheet.margin_pt;
    layout.tray = tray->box;
    layout.texts.insert(layout.texts.end(), tray->caption.begin(), tray->caption.end());
  }

  const ChildMark child = child_mark(content.people[content.ego].name, name_pt, ruler);
  const Frame frame = make_frame(content, layout.map, child.radius);
  if (child.radius > 0.4 * std::min(frame.rx, frame.ry)) return std::nullopt;
  const double caption_pt = std::max(0.95 * sheet.text_pt, 0.9 * name_pt);
  const std::vector<TextLine> captions = sector_captions(content, frame, layout.map, caption_pt, ruler);

  PlacementTask task;
  task.content = &content;
  task.frame = &frame;
  task.area = layout.map;
  task.name_pt = name_pt;
  task.symbol_radius = radius;
  task.labels = labels;
  task.parties = parties(content);
  task.fixed.resize(content.people.size());
  task.fixed[content.ego] = frame.centre;
  task.obstacles.push_back(box_around(frame.centre, 2 * child.radius, 2 * child.radius));
  for (const TextLine& caption : captions) task.obstacles.push_back(box_of(caption));
  for (const TrayPlace& place : tray->places) task.fixed[place.person] = place.symbol;
  const auto places = place_people(task);
  if (!places) return std::nullopt;

  layout.centre = frame.centre;
  layout.child_radius = child.radius;
  layout.ring_exponent = frame.exponent;
  for (double edge : frame.ring_edges) layout.ring_radii.push_back({edge * frame.rx, edge * frame.ry});
  if (content.rings == 0) layout.ring_radii.push_back({frame.rx, frame.ry});
  for (std::size_t s = 0; s < content.sectors.size(); ++s)
    layout.sectors.push_back({360 * frame.sectors[s].first, 360 * frame.sectors[s].second, captions[s]});

  layout.people.resize(content.people.size());
  const auto put = [&](std::size_t person, Point symbol, const Box& label, Side side, bool in_tray) {
    const Align align = side == Side::right ? Align::left : side == Side::left ? Align::right : Align::centre;
    layout.people[person] = {symbol,
                             radius,
                             in_tray,
                             side,
                             label,
                             aligned(moved(labels[person].lines, label.centre()), align, label),
                             labels[person].shortened};
  };
  for (std::size_t i = 0; i < places->size(); ++i)
    if (const auto& place = (*places)[i]) put(i, place->symbol, place->label, place->side, false);
  for (const TrayPlace& place : tray->places) put(place.person, place.symbol, place.label, Side::left, true);
  layout.people[content.ego] = {frame.centre,
                                child.radius,
                                false,
                                Side::below,
                                box_around(frame.centre, 2 * child.radius, 2 * child.radius),
                                moved(child.lines, frame.centre),
                                child.shortened};
  return layout;
}

/// Symbols keep a little air to the lines that end at them.
std::vector<PlacedLine> clipped_lines(const MapContent& content, const MapLayout& layout) {
  std::vector<PlacedLine> lines;
  for (std::size_t i = 0; i < content.lines.size(); ++i) {
    const PlacedPerson& a = layout.people[content.lines[i].a];
    const PlacedPerson& b = layout.people[content.lines[i].b];
    const Point way = b.symbol - a.symbol;
    const double whole = length(way);
    if (whole <= a.radius + b.radius + 4) continue;
    const Point step = (1 / whole) * way;
    lines.push_back({i, a.symbol + (a.radius + 2) * step, b.symbol - (b.radius + 2) * step});
  }
  return lines;
}

}  // namespace

NoRoom::NoRoom() : std::runtime_error("no room for everybody on this sheet") {}

Sheet projector_sheet() {
  return {};
}

Sheet a4_sheet(bool portrait) {
  Sheet sheet{841.89, 595.276, 13, 4, 20, 9.5};
  if (portrait) std::swap(sheet.width_pt, sheet.height_pt);
  return sheet;
}

Sheet pixel_sheet(int width_px, int height_px) {
  const double scale = std::min(width_px / 1920.0, height_px / 1080.0);
  const Sheet base;
  return {0.75 * width_px,
          0.75 * height_px,
          base.largest_name_pt * scale,
          std::max(4.5, base.smallest_name_pt * scale),
          base.margin_pt * scale,
          base.text_pt * scale};
}

MapLayout lay_out(const MapContent& content, const Sheet& sheet, const MeasureText& measure,
                  const labels::Labels& labels) {
  Ruler ruler(measure);
  for (std::size_t i = first_size(content.people.size()); i < sizes.size(); ++i) {
    const double name_pt = sizes[i] * sheet.largest_name_pt;
    if (name_pt < sheet.smallest_name_pt) break;
    auto layout = try_size(content, sheet, name_pt, ruler);
    if (!layout) continue;
    layout->lines = clipped_lines(content, *layout);
    layout->households = household_outlines(content, *layout);
    const auto drawn = [&](bool outlined) {
      return std::any_of(layout->households.begin(), layout->households.end(), [&](const HouseholdOutline& h) {
        return !content.households[h.household].with_child && content.households[h.household].members.size() > 1 &&
               h.outline.empty() != outlined;
      });
    };
    Panel panel = make_panel(content, legend(content, drawn(false), drawn(true), labels), sheet, ruler);
    layout->texts.insert(layout->texts.end(), panel.texts.begin(), panel.texts.end());
    layout->legend = std::move(panel.legend);
    layout->legend_box = panel.legend_box;
    return *std::move(layout);
  }
  throw NoRoom();
}

}  // namespace kreds::layout
