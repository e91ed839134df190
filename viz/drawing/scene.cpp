#include "kreds/drawing/scene.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "forms.hpp"

namespace kreds::drawing {

namespace {

using layout::Box;
using layout::Face;
using layout::LegendMark;
using layout::LineKind;
using layout::MapContent;
using layout::MapLayout;
using layout::PersonMark;
using layout::PlacedPerson;
using layout::Point;
using layout::Polygon;
using layout::Shape;
using layout::TextLine;

constexpr double tau = 6.283185307179586;

template <class T>
const T& repeating(const std::vector<T>& list, std::size_t i) {
  return list[std::min(i, list.size() - 1)];
}

/// Builds up one scene; every mark of the map and its sample in the legend come from the same function.
class Artist {
 public:
  Artist(const MapContent& content, const MapLayout& layout, const Style& style, const Typesetter& typesetter)
      : content_(content), layout_(layout), style_(style), typesetter_(typesetter) {}

  Scene paint() {
    scene_.width_pt = layout_.sheet.width_pt;
    scene_.height_pt = layout_.sheet.height_pt;
    scene_.paper = style_.paper;
    scene_.title = content_.title;
    scene_.description = content_.description;
    scene_.lang = content_.lang;
    scene_.date = content_.date;
    rings();
    spokes();
    if (layout_.tray) box(*layout_.tray, style_.tray, style_.tray_line);
    households();
    captions();
    lines();
    arrows();
    people();
    texts();
    legend();
    return std::move(scene_);
  }

 private:
  // --- ground -----------------------------------------------------------------------------------------

  Point on_ring(std::size_t ring, double turn) const {
    const double x = std::sin(turn * tau), y = -std::cos(turn * tau), n = layout_.ring_exponent;
    const double norm = std::pow(std::pow(std::abs(x), n) + std::pow(std::abs(y), n), 1 / n);
    const Point radii = layout_.ring_radii[ring];
    return {layout_.centre.x + radii.x * x / norm, layout_.centre.y + radii.y * y / norm};
  }

  void rings() {
    for (std::size_t ring = layout_.ring_radii.size(); ring-- > 0;) {
      Polygon outline;
      constexpr int corners = 180;
      for (int i = 0; i < corners; ++i) outline.push_back(on_ring(ring, static_cast<double>(i) / corners));
      const std::string& fill = content_.rings == 0 ? style_.rings.back() : repeating(style_.rings, ring);
      scene_.backdrops.push_back({outline, fill, Stroke{style_.ring_line, style_.ring_line_pt, false, false}});
    }
  }

  void spokes() {
    if (layout_.sectors.size() < 2) return;
    for (const auto& sector : layout_.sectors) {
      const double turn = sector.from_deg / 360;
      const Point edge = on_ring(layout_.ring_radii.size() - 1, turn);
      const Point way = edge - layout_.centre;
      const Point start = layout_.centre + (layout_.child_radius / layout::length(way)) * way;
      scene_.backdrops.push_back({{start, edge}, "", Stroke{style_.spoke, style_.ring_line_pt, false, false}});
    }
  }

  void captions() {
    for (std::size_t s = 0; s < layout_.sectors.size(); ++s) {
      if (layout_.sectors[s].caption.text.empty()) continue;
      const Box& plate = layout_.sectors[s].box;
      scene_.backdrops.push_back({rounded_box(plate, plate.height() / 2), repeating(style_.sectors, s), std::nullopt});
    }
  }

  void box(const Box& box, const std::string& fill, const std::string& line) {
    scene_.backdrops.push_back({rounded_box(box, 8), fill, Stroke{line, 1, false, false}});
  }

  /// Outlines of homes; that of a candidate is double.
  void home(const Polygon& outline, bool candidate) {
    const double width = style_.household_line_pt;
    if (!candidate) {
      scene_.backdrops.push_back({outline, style_.household, Stroke{style_.household_line, width, false, false}});
      return;
    }
    scene_.backdrops.push_back({outline, style_.household, Stroke{style_.candidate_line, 3.4 * width, false, false}});
    scene_.backdrops.push_back({outline, "", Stroke{style_.paper, 1.3 * width, false, false}});
  }

  void households() {
    for (const auto& household : layout_.households)
      if (!household.outline.empty())
        home(rounded(household.outline, 3), content_.households[household.household].candidate);
  }

  // --- lines ------------------------------------------------------------------------------------------

  static Stroke stroke_of(const LineStyle& line, double strength) {
    const double width = line.width_pt * (0.7 + 0.6 * strength);
    return {line.colour, width, line.form == "dashed", line.form == "dotted"};
  }

  /// Where a line's rings or gap stand on nobody's symbol or name and on no other sign: at the middle or near to it.
  double sign_place(const Polygon& path, double width_pt) {
    const double side = 2 * (4 * width_pt + 4);
    const auto box_at = [&](double share) { return layout::box_around(point_along(path, share), side, side); };
    const auto taken = [&](const layout::Box& box) {
      return std::any_of(signs_.begin(), signs_.end(), [&](const layout::Box& sign) { return overlap(box, sign); }) ||
             std::any_of(layout_.people.begin(), layout_.people.end(), [&](const PlacedPerson& person) {
               const double symbol = 2 * person.radius;
               return !person.folded &&
                      (overlap(box, person.label) || overlap(box, layout::box_around(person.symbol, symbol, symbol)));
             });
    };
    double place = 0.5;
    for (const double share : {0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75})
      if (!taken(box_at(share))) {
        place = share;
        break;
      }
    signs_.push_back(box_at(place));
    return place;
  }

  void lines() {
    std::set<std::pair<std::size_t, std::size_t>> with_quality;
    for (const auto& line : content_.lines)
      if (!layout::is_kin(line.kind)) with_quality.insert({std::min(line.a, line.b), std::max(line.a, line.b)});
    for (const auto& placed : layout_.lines) {
      const layout::Line& line = content_.lines[placed.line];
      const LineStyle& style = style_.lines.at(line.kind);
      const Stroke stroke = stroke_of(style, line.strength);
      Polygon path = placed.path;
      // Kinship beside the quality of the same tie, not under it.
      if (layout::is_kin(line.kind) && with_quality.contains({std::min(line.a, line.b), std::max(line.a, line.b)}))
        path = beside(path, 5.5);
      const double sign_at = has_sign(style.form) ? sign_place(path, stroke.width_pt) : 0.5;
      scene_.links.push_back({line.a, line.b, form(style.form, path, stroke.width_pt, sign_at), stroke});
    }
  }

  // --- what is different from another map -------------------------------------------------------------

  /// In the middle of a ring, on the way from the child to a point.
  Point in_ring(int ring, Point towards) const {
    const Point outermost = layout_.ring_radii.back(), way = towards - layout_.centre;
    const double turn = std::atan2(way.x / outermost.x, -way.y / outermost.y) / tau;
    const Point outer = on_ring(static_cast<std::size_t>(ring) - 1, turn);
    const Point edge = on_ring(layout_.ring_radii.size() - 1, turn);
    const Point inner = ring > 1 ? on_ring(static_cast<std::size_t>(ring) - 2, turn)
                                 : layout_.centre + layout_.inner_rho * (edge - layout_.centre);
    return 0.5 * (inner + outer);
  }

  Stroke arrow_stroke() const { return {style_.child, 1.6 * style_.household_line_pt, false, false}; }

  /// From an open dot to a head.
  void arrow(Point from, Point to) {
    const Point way = to - from;
    const double length = layout::length(way), width = arrow_stroke().width_pt;
    if (length < 4 * width) return;
    const Point ahead = (1 / length) * way, aside{-ahead.y, ahead.x};
    const double head = std::min(5 * width, 0.5 * length);
    const Point foot = to - head * ahead;
    scene_.links.push_back({std::nullopt,
                            std::nullopt,
                            {{from, to}, {foot + 0.6 * head * aside, to, foot - 0.6 * head * aside}},
                            arrow_stroke()});
    scene_.symbols.push_back({std::nullopt, Shape::circle, from, 2 * width, style_.paper, arrow_stroke()});
  }

  /// From where somebody lay to where they lie now.
  void arrows() {
    for (std::size_t i = 0; i < layout_.people.size(); ++i) {
      const PlacedPerson& person = layout_.people[i];
      const auto& before = content_.people[i].ring_before;
      if (!before || person.folded || static_cast<std::size_t>(*before) > layout_.ring_radii.size()) continue;
      const Point from = in_ring(*before, person.symbol), way = from - person.symbol;
      const double gap = person.radius + 2;
      if (layout::length(way) <= gap) continue;
      arrow(from, person.symbol + (gap / layout::length(way)) * way);
    }
  }

  // --- people -----------------------------------------------------------------------------------------

  static bool hollow(const PersonMark& mark) { return mark.not_asked || mark.unknown || mark.expected; }

  /// Of a sign within the symbol.
  const std::string& ink_of(const PersonMark& mark) const {
    if (mark.change == layout::Change::went) return style_.quiet_text;
    return hollow(mark) ? repeating(style_.sectors, mark.sector) : style_.paper;
  }

  /// Its place among the scene's symbols.
  std::size_t symbol(std::optional<std::size_t> index, const PersonMark& mark, Point centre, double radius) {
    const std::string colour = repeating(style_.sectors, mark.sector);
    Symbol symbol{index, mark.shape, centre, radius, colour, {style_.symbol_line, style_.symbol_line_pt, false, false}};
    if (hollow(mark)) {
      symbol.fill = style_.paper;
      symbol.stroke = {colour, 2 * style_.symbol_line_pt, mark.expected, mark.not_asked && !mark.expected};
    }
    if (mark.change == layout::Change::went) {
      symbol.fill = style_.paper;
      symbol.stroke = {style_.quiet_text, style_.symbol_line_pt, true, false};
    }
    const std::size_t drawn = scene_.symbols.size();
    scene_.symbols.push_back(symbol);
    if (mark.change == layout::Change::came) ring_around(drawn, style_.child, false);
    if (mark.restricted) ring_around(drawn, style_.lines.at(LineKind::conflict).colour, true);
    return drawn;
  }

  /// To be written when all rings are around the symbol: they leave it less room.
  void sign_in(std::size_t symbol, const PersonMark& mark) {
    const Symbol& drawn = scene_.symbols[symbol];
    if (mark.unknown) inscription("?", drawn.centre, 1.35 * drawn.radius, ink_of(mark));
    if (mark.dead) inscription("×", drawn.centre, 2.9 * drawn.radius, ink_of(mark));
  }

  /// A second, open outline round a symbol: of a candidate whole, of somebody who must not be shown dashed. The symbol
  /// itself makes room for it, for nothing may reach beyond what the layout kept free.
  void ring_around(std::size_t symbol, const std::string& colour, bool dashed) {
    Symbol& inner = scene_.symbols[symbol];
    const double width = std::min(1.5 * style_.household_line_pt, 0.16 * inner.radius);
    Symbol ring{std::nullopt, inner.shape, inner.centre, inner.radius - width / 2, "", {colour, width, dashed, false}};
    inner.radius *= 0.7;
    scene_.symbols.push_back(std::move(ring));
  }

  /// A sign in the middle of a symbol.
  void inscription(const std::string& sign, Point centre, double size_pt, const std::string& colour) {
    const Point ink = typesetter_.ink_offset(sign, Face::bold, size_pt);
    TextLine line{sign,
                  Face::bold,
                  size_pt,
                  centre - ink,
                  1.2 * size_pt * static_cast<double>(sign.size()),
                  layout::Align::centre};
    scene_.texts.push_back({std::move(line), colour, {}});
  }

  static std::string letter(int mark) {
    // A … Z, then AA, AB …: more than 26 households apart are rare, but never share a letter.
    std::string text;
    for (int n = mark; n > 0; n = (n - 1) / 26) text.insert(text.begin(), static_cast<char>('A' + (n - 1) % 26));
    return text;
  }

  void people() {
    for (std::size_t i = 0; i < layout_.people.size(); ++i) {
      const PlacedPerson& person = layout_.people[i];
      if (i == content_.ego) {
        scene_.symbols.push_back(
            {i, Shape::circle, person.symbol, person.radius, style_.child, {style_.paper, 2, false, false}});
        for (const TextLine& line : person.lines) scene_.texts.push_back({line, style_.child_text, ""});
        continue;
      }
      if (person.folded) continue;
      drawn_as_[i] = symbol(i, content_.people[i], person.symbol, person.radius);
      if (person.leader) leader(person, *person.leader);
    }
    for (const auto& group : layout_.groups) {
      PersonMark mark;
      mark.sector = group.sector;
      symbol(std::nullopt, mark, group.mark.symbol, group.mark.radius);
      inscription("+", group.mark.symbol, 1.9 * group.mark.radius, style_.paper);
      if (group.mark.leader) leader(group.mark, *group.mark.leader);
    }
    mark_candidates_apart();
    for (const auto& [person, symbol] : drawn_as_) sign_in(symbol, content_.people[person]);
    signs_of_homes();
  }

  /// Where somebody lives, as far as no outline tells it.
  struct HomeSign {
    bool with_child = false;
    int letter = 0;  ///< 0: none
  };

  void signs_of_homes() {
    std::map<std::size_t, HomeSign> signs;
    for (const auto& household : layout_.households) {
      const layout::HouseholdMark& home = content_.households[household.household];
      if (!home.with_child && household.mark == 0) continue;
      for (const std::size_t member : household.marked) {
        HomeSign& sign = signs[member];
        if (home.with_child)
          sign.with_child = true;
        else
          sign.letter = household.mark;
      }
    }
    for (const auto& [person, sign] : signs)
      if (const auto drawn = drawn_as_.find(person); drawn != drawn_as_.end())  // not in a group
        sign_of_home(content_.people[person], scene_.symbols[drawn->second], sign);
  }

  /// A house, a letter, or the letter in the house.
  void sign_of_home(const PersonMark& mark, const Symbol& drawn, const HomeSign& sign) {
    if (mark.unknown || mark.dead || mark.shape == Shape::star) return;  // a sign is inside already, or no room
    const bool both = sign.with_child && sign.letter > 0;
    if (sign.with_child) scene_.houses.push_back({drawn.centre, (both ? 0.7 : 0.55) * drawn.radius, ink_of(mark)});
    if (sign.letter > 0)
      inscription(letter(sign.letter), drawn.centre, (both ? 0.85 : 1.15) * drawn.radius,
                  both ? drawn.fill : ink_of(mark));
  }

  /// From a symbol to its label that stands off it.
  void leader(const PlacedPerson& person, Point to) {
    const Point way = to - person.symbol;
    const double length = layout::length(way);
    if (length <= person.radius + 1) return;
    const Point from = person.symbol + ((person.radius + 1) / length) * way;
    scene_.backdrops.push_back({{from, to}, "", Stroke{style_.quiet_text, 0.8, false, false}});
  }

  /// Without an outline of their own to bear the mark, the symbols of a candidate household bear it.
  void mark_candidates_apart() {
    for (const auto& household : layout_.households) {
      if (!household.outline.empty() || !content_.households[household.household].candidate) continue;
      const std::size_t drawn = scene_.symbols.size();
      for (std::size_t i = 0; i < drawn; ++i)
        if (const auto person = scene_.symbols[i].person;
            person && std::find(household.marked.begin(), household.marked.end(), *person) != household.marked.end())
          ring_around(i, style_.candidate_line, false);
    }
  }

  // --- words ------------------------------------------------------------------------------------------

  bool gone(std::size_t person) const { return content_.people[person].change == layout::Change::went; }

  /// Whether a line of any kind runs behind a word: a tie, an arrow, or the border of a ring, a sector or a home.
  bool needs_halo(const Box& word) const {
    return std::any_of(layout_.lines.begin(), layout_.lines.end(),
                       [&](const auto& line) { return passes(line.path, word); }) ||
           std::any_of(scene_.links.begin(), scene_.links.end(),
                       [&](const Link& link) { return !link.a && passes(link.pieces.front(), word); }) ||
           std::any_of(scene_.backdrops.begin(), scene_.backdrops.end(), [&](const Backdrop& shape) {
             const Polygon& path = shape.polygon;
             return shape.stroke && (passes(path, word) || layout::passes(path.back(), path.front(), word));
           });
  }

  void texts() {
    for (std::size_t i = 0; i < layout_.people.size(); ++i) {
      if (i == content_.ego) continue;
      const std::string halo = needs_halo(layout_.people[i].label) ? style_.halo : "";
      if (layout_.people[i].folded) continue;
      for (const TextLine& line : layout_.people[i].lines)
        scene_.texts.push_back({line, line.face == Face::bold && !gone(i) ? style_.text : style_.quiet_text, halo});
    }
    for (const auto& group : layout_.groups)
      for (const TextLine& line : group.mark.lines)
        scene_.texts.push_back({line, line.face == Face::bold ? style_.text : style_.quiet_text, style_.halo});
    for (const auto& sector : layout_.sectors)
      if (!sector.caption.text.empty()) scene_.texts.push_back({sector.caption, style_.paper, ""});
    for (const TextLine& line : layout_.texts)
      scene_.texts.push_back({line, line.face == Face::bold ? style_.text : style_.quiet_text, ""});
  }

  // --- legend -----------------------------------------------------------------------------------------

  void line_sample(LineKind kind, Point at, double half) {
    const LineStyle& style = style_.lines.at(kind);
    const Stroke stroke = stroke_of(style, kind == LineKind::strong ? 0.85 : 0.5);
    scene_.links.push_back({std::nullopt, std::nullopt,
                            form(style.form, {at - Point{half, 0}, at + Point{half, 0}}, stroke.width_pt), stroke});
  }

  void person_sample(const PersonMark& mark, Point at, double radius) {
    sign_in(symbol(std::nullopt, mark, at, radius), mark);
  }

  /// A person with a mark, in the shape of the first who has it on this map.
  PersonMark marked(bool PersonMark::*mark) const {
    PersonMark person;
    person.*mark = true;
    const auto first =
        std::find_if(content_.people.begin(), content_.people.end(), [&](const PersonMark& one) { return one.*mark; });
    if (first != content_.people.end()) person.shape = first->shape;
    return person;
  }

  void sample(LegendMark mark, Point at) {
    const double t = layout_.sheet.text_pt, radius = 0.5 * t, half = 1.35 * t;
    PersonMark person;
    switch (mark) {
      case LegendMark::child:
        scene_.symbols.push_back(
            {std::nullopt, Shape::circle, at, 0.6 * t, style_.child, {style_.paper, 1, false, false}});
        return;
      case LegendMark::circle:
        break;
      case LegendMark::square:
        person.shape = Shape::square;
        break;
      case LegendMark::diamond:
        person.shape = Shape::diamond;
        break;
      case LegendMark::star:
        person.shape = Shape::star;
        break;
      case LegendMark::dead:
        person = marked(&PersonMark::dead);
        break;
      case LegendMark::unknown:
        person = marked(&PersonMark::unknown);
        break;
      case LegendMark::expected:
        person = marked(&PersonMark::expected);
        break;
      case LegendMark::not_asked:
        person = marked(&PersonMark::not_asked);
        break;
      case LegendMark::restricted:
        person = marked(&PersonMark::restricted);
        break;
      case LegendMark::household:
      case LegendMark::candidate:
        home(rounded_box(layout::box_around(at, 2.3 * t, 1.05 * t), 5), mark == LegendMark::candidate);
        return;
      case LegendMark::household_apart:
        person_sample(person, at, radius * 1.15);
        inscription("A", at, 1.2 * radius, style_.paper);
        return;
      case LegendMark::home_with_child:
        person_sample(person, at, radius * 1.15);
        scene_.houses.push_back({at, 0.6 * radius, style_.paper});
        return;
      case LegendMark::came:
        person.change = layout::Change::came;
        break;
      case LegendMark::went:
        person.change = layout::Change::went;
        break;
      case LegendMark::moved:
        return arrow(at - Point{half, 0}, at + Point{half, 0});
      case LegendMark::line_strong:
        return line_sample(LineKind::strong, at, half);
      case LegendMark::line_normal:
        return line_sample(LineKind::normal, at, half);
      case LegendMark::line_weak:
        return line_sample(LineKind::weak, at, half);
      case LegendMark::line_conflict:
        return line_sample(LineKind::conflict, at, half);
      case LegendMark::line_broken:
        return line_sample(LineKind::broken, at, half);
      case LegendMark::line_parent:
        return line_sample(LineKind::parent, at, half);
      case LegendMark::line_foster_parent:
        return line_sample(LineKind::foster_parent, at, half);
      case LegendMark::line_partners:
        return line_sample(LineKind::partners, at, half);
      case LegendMark::line_former_partners:
        return line_sample(LineKind::former_partners, at, half);
      case LegendMark::line_siblings:
        return line_sample(LineKind::siblings, at, half);
    }
    person_sample(person, at, radius);
  }

  void legend() {
    for (const auto& row : layout_.legend) {
      sample(row.entry.mark, row.mark);
      for (const TextLine& line : row.lines) scene_.texts.push_back({line, style_.text, ""});
    }
  }

  const MapContent& content_;
  const MapLayout& layout_;
  const Style& style_;
  const Typesetter& typesetter_;
  Scene scene_;
  std::map<std::size_t, std::size_t> drawn_as_;  ///< people and their symbols in the scene
  std::vector<layout::Box> signs_;               ///< around rings and gaps that lines have
};

}  // namespace

Scene draw(const MapContent& content, const MapLayout& layout, const Style& style, const Typesetter& typesetter) {
  return Artist(content, layout, style, typesetter).paint();
}

}  // namespace kreds::drawing
