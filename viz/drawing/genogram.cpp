#include "kreds/drawing/genogram.hpp"

#include <algorithm>
#include <cmath>

namespace kreds::drawing {

namespace {

using layout::Align;
using layout::ChildKind;
using layout::CoupleKind;
using layout::Face;
using layout::GenogramContent;
using layout::GenogramLayout;
using layout::GenogramMark;
using layout::Point;
using layout::Polygon;
using layout::Shape;
using layout::TextLine;

constexpr const char* invisible = "#ffffff00";

/// What tells one line from another.
struct Form {
  enum class Pattern { solid, dashed, dotted, dash_dot } pattern = Pattern::solid;
  double weight = 1;  ///< times the line width
  int strokes = 0;    ///< across the line
  bool doubled = false;
  bool arrow = false;
};

Form form_of(CoupleKind kind) {
  using P = Form::Pattern;
  switch (kind) {
    case CoupleKind::married:
      return {P::solid, 1, 0, false, false};
    case CoupleKind::cohabiting:
      return {P::dashed, 1, 0, false, false};
    case CoupleKind::couple:
      return {P::dotted, 1.3, 0, false, false};
    case CoupleKind::separated:
    case CoupleKind::was_married:
      return {P::solid, 1, 1, false, false};
    case CoupleKind::divorced:
      return {P::solid, 1, 2, false, false};
    case CoupleKind::was_cohabiting:
      return {P::dashed, 1, 1, false, false};
    case CoupleKind::was_couple:
      return {P::dotted, 1.3, 1, false, false};
    case CoupleKind::parents:
      break;
  }
  return {P::dash_dot, 0.75, 0, false, false};
}

Form form_of(ChildKind kind) {
  using P = Form::Pattern;
  switch (kind) {
    case ChildKind::adoptive:
      return {P::solid, 1, 0, true, false};
    case ChildKind::foster:
      return {P::dotted, 1.3, 0, false, false};
    case ChildKind::step:
      return {P::dashed, 1, 0, false, false};
    case ChildKind::lives_with:
      return {P::solid, 0.8, 0, false, true};
    case ChildKind::biological:
    case ChildKind::unspecified:
      break;
  }
  return {P::solid, 1, 0, false, false};
}

Form form_of(casefile::SiblingKind kind) {
  using P = Form::Pattern;
  switch (kind) {
    case casefile::SiblingKind::half:
      return {P::dashed, 1, 0, false, false};
    case casefile::SiblingKind::step:
      return {P::dash_dot, 1, 0, false, false};
    case casefile::SiblingKind::foster:
      return {P::dotted, 1.3, 0, false, false};
    case casefile::SiblingKind::full:
    case casefile::SiblingKind::unspecified:
      break;
  }
  return {P::solid, 1, 0, false, false};
}

/// A polyline cut into dashes and dots; the pattern runs on round the corners.
std::vector<Polygon> dash_dotted(const Polygon& line, double unit) {
  const double pattern[] = {5 * unit, 1.7 * unit, 0.9 * unit, 1.7 * unit};
  std::vector<Polygon> pieces;
  std::size_t phase = 0;
  double left = pattern[0];
  Polygon piece{line.front()};
  for (std::size_t i = 1; i < line.size(); ++i) {
    Point at = line[i - 1];
    double rest = layout::length(line[i] - at);
    while (rest > 1e-9) {
      const double step = std::min(rest, left);
      at = at + (step / rest) * (line[i] - at);
      rest -= step;
      left -= step;
      if (phase % 2 == 0) piece.push_back(at);
      if (left > 1e-9) continue;
      if (phase % 2 == 0) pieces.push_back(piece);
      phase = (phase + 1) % 4;
      left = pattern[phase];
      piece = {at};
    }
  }
  if (phase % 2 == 0 && piece.size() > 1) pieces.push_back(piece);
  return pieces;
}

/// Each corner cut by an arc that begins a radius before it (quadratic Bézier).
Polygon with_round_corners(const Polygon& polygon, double radius) {
  Polygon made;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Point corner = polygon[i], before = polygon[(i + polygon.size() - 1) % polygon.size()],
                after = polygon[(i + 1) % polygon.size()];
    const double in = layout::length(corner - before), out = layout::length(after - corner);
    if (in < 1e-9 || out < 1e-9) continue;
    const Point from = corner + (std::min(radius, in / 2) / in) * (before - corner);
    const Point to = corner + (std::min(radius, out / 2) / out) * (after - corner);
    for (int step = 0; step <= 6; ++step) {
      const double t = step / 6.0;
      made.push_back((1 - t) * (1 - t) * from + 2 * t * (1 - t) * corner + t * t * to);
    }
  }
  return made;
}

class Artist {
 public:
  Artist(const GenogramContent& content, const GenogramLayout& layout, const Style& style, const Typesetter& typesetter)
      : content_(content),
        layout_(layout),
        style_(style),
        typesetter_(typesetter),
        width_(std::max(0.8, 0.07 * layout.name_pt)) {}

  Scene paint() {
    scene_.width_pt = layout_.sheet.width_pt;
    scene_.height_pt = layout_.sheet.height_pt;
    scene_.paper = style_.paper;
    scene_.title = content_.head.title;
    scene_.description = content_.head.description;
    scene_.lang = content_.head.lang;
    scene_.date = content_.head.date;
    for (const auto& home : layout_.households)
      if (!home.outline.empty()) this->home(home.outline, layout_.name_pt);
    for (std::size_t i = 0; i < content_.couples.size(); ++i) couple(i);
    for (std::size_t i = 0; i < content_.children.size(); ++i) child(i);
    for (std::size_t i = 0; i < content_.siblings.size(); ++i) {
      const auto& bracket = content_.siblings[i];
      line({layout_.siblings[i]}, form_of(bracket.kind), bracket.people[0], bracket.people[1], style_.text);
    }
    for (std::size_t i = 0; i < content_.people.size(); ++i) person(i);
    for (const TextLine& line : layout_.texts) write(line, line.face == Face::bold ? style_.text : style_.quiet_text);
    for (const auto& row : layout_.legend) {
      sample(row.mark, row.at, row.lines.empty() ? layout_.sheet.text_pt : row.lines.front().size_pt);
      for (const TextLine& line : row.lines) write(line, style_.text);
    }
    return std::move(scene_);
  }

 private:
  using End = std::optional<std::size_t>;

  void write(const TextLine& line, const std::string& colour) { scene_.texts.push_back({line, colour, ""}); }

  void home(const Polygon& outline, double radius_em) {
    scene_.backdrops.push_back(
        {with_round_corners(outline, 0.45 * radius_em), style_.household,
         Stroke{style_.household_line, std::min(style_.household_line_pt, 0.09 * radius_em), true, false}});
  }

  // --- lines ------------------------------------------------------------------------------------------

  void line(std::vector<Polygon> pieces, const Form& form, End a, End b, const std::string& colour) {
    const double width = width_ * form.weight;
    if (form.doubled) {
      scene_.links.push_back({a, b, pieces, {colour, 3.4 * width, false, false}});
      scene_.links.push_back({a, b, std::move(pieces), {style_.paper, 1.5 * width, false, false}});
      return;
    }
    if (form.pattern == Form::Pattern::dash_dot) {
      std::vector<Polygon> cut;
      for (const Polygon& piece : pieces)
        for (Polygon& part : dash_dotted(piece, 2 * width_)) cut.push_back(std::move(part));
      pieces = std::move(cut);
    }
    scene_.links.push_back(
        {a,
         b,
         std::move(pieces),
         {colour, width, form.pattern == Form::Pattern::dashed, form.pattern == Form::Pattern::dotted}});
  }

  void strokes_across(Point at, int count, double size, End a, End b) {
    std::vector<Polygon> strokes;
    for (int i = 0; i < count; ++i) {
      const double x = at.x + size * (0.5 * i - 0.25 * (count - 1));
      strokes.push_back({{x - 0.3 * size, at.y + 0.8 * size}, {x + 0.3 * size, at.y - 0.8 * size}});
    }
    if (count > 0) scene_.links.push_back({a, b, strokes, {style_.text, width_, false, false}});
  }

  void couple(std::size_t i) {
    const auto& couple = content_.couples[i];
    const auto& placed = layout_.couples[i];
    const Form form = form_of(couple.kind);
    line({placed.path}, form, couple.a, couple.b, couple.kind == CoupleKind::parents ? style_.quiet_text : style_.text);
    strokes_across(placed.slash, form.strokes, 0.3 * layout_.name_pt, couple.a, couple.b);
    for (const TextLine& words : placed.words) write(words, style_.quiet_text);
  }

  void child(std::size_t i) {
    const auto& line_of = content_.children[i];
    const auto& placed = layout_.children[i];
    std::vector<Polygon> pieces = placed.own;
    // One stroke of the pen from the parents, where nothing parts from it.
    if (!placed.stem.empty() && !pieces.empty() && pieces.front().front() == placed.stem.back()) {
      pieces.front().insert(pieces.front().begin(), placed.stem.begin(), placed.stem.end() - 1);
    } else if (!placed.stem.empty()) {
      pieces.push_back(placed.stem);
    }
    const Form form = form_of(line_of.kind);
    if (form.arrow) {
      const auto& who = layout_.people[line_of.child];
      const Point tip{placed.own.back().back().x, who.symbol.y - 1.12 * who.radius};
      const double size = 0.27 * layout_.name_pt;
      pieces.push_back({tip + Point{-0.6 * size, -size}, tip, tip + Point{0.6 * size, -size}});
    }
    line(std::move(pieces), form, line_of.parents.front(), line_of.child, style_.text);
  }

  // --- people -----------------------------------------------------------------------------------------

  void inscription(const std::string& sign, Face face, Point centre, double size_pt, const std::string& colour) {
    const Point ink = typesetter_.ink_offset(sign, face, size_pt);
    const double width = 1.2 * size_pt * static_cast<double>(std::max<std::size_t>(sign.size(), 1));
    write({sign, face, size_pt, centre - ink, width, Align::centre}, colour);
  }

  void symbol(const layout::PersonMark& mark, bool child, Point at, double radius, End index) {
    Stroke stroke{style_.text, 1.15 * width_, false, false};
    if (mark.restricted) stroke = {style_.lines.at(layout::LineKind::conflict).colour, 1.8 * width_, true, false};
    if (mark.expected) {
      const Polygon triangle{{at.x, at.y - 0.95 * radius},
                             {at.x + 0.95 * radius, at.y + 0.75 * radius},
                             {at.x - 0.95 * radius, at.y + 0.75 * radius}};
      scene_.backdrops.push_back({triangle, style_.paper, stroke});
      // Lines need somebody to end at.
      if (index)
        scene_.symbols.push_back({index, Shape::circle, at, 0.4 * radius, invisible, {invisible, 0.1, false, false}});
      return;
    }
    const double outer = radius, inner = 0.78 * radius;
    stroke.width_pt = std::min(stroke.width_pt, 0.11 * radius);
    if (child) {
      stroke.width_pt *= 1.2;
      scene_.symbols.push_back({std::nullopt, mark.shape, at, outer, style_.paper, stroke});
    }
    scene_.symbols.push_back({index, mark.shape, at, child ? inner : outer, style_.paper, stroke});
    if (mark.unknown) inscription("?", Face::bold, at, 1.1 * radius, style_.text);
    if (mark.dead) inscription("×", Face::regular, at, 3.1 * radius, style_.text);
  }

  void person(std::size_t i) {
    const auto& placed = layout_.people[i];
    symbol(content_.people[i].mark, content_.people[i].child, placed.symbol, placed.radius, i);
    if (placed.age) inscription(placed.age->text, Face::regular, placed.symbol, placed.age->size_pt, style_.text);
    for (const TextLine& line : placed.lines) write(line, line.face == Face::bold ? style_.text : style_.quiet_text);
    for (const auto* note : {&placed.born, &placed.aside})
      if (*note) write(**note, style_.quiet_text);
  }

  // --- legend -----------------------------------------------------------------------------------------

  void couple_sample(CoupleKind kind, Point at, double half) {
    const Form form = form_of(kind);
    line({{at - Point{half, 0}, at + Point{half, 0}}}, form, {}, {},
         kind == CoupleKind::parents ? style_.quiet_text : style_.text);
    strokes_across(at, form.strokes, 0.3 * half, {}, {});
  }

  /// Along and down to a child, so that nobody takes it for a couple's line.
  void child_sample(ChildKind kind, Point at, double t) {
    const Form form = form_of(kind);
    const Point tip = at + Point{0.8 * t, 0.55 * t};
    std::vector<Polygon> pieces{{at + Point{-1.2 * t, -0.45 * t}, at + Point{0.8 * t, -0.45 * t}, tip}};
    if (form.arrow) pieces.push_back({tip + Point{-0.2 * t, -0.32 * t}, tip, tip + Point{0.2 * t, -0.32 * t}});
    line(std::move(pieces), form, {}, {}, style_.text);
  }

  void bracket_sample(casefile::SiblingKind kind, Point at, double t) {
    line({{{at.x - t, at.y + 0.45 * t},
           {at.x - t, at.y - 0.35 * t},
           {at.x + t, at.y - 0.35 * t},
           {at.x + t, at.y + 0.45 * t}}},
         form_of(kind), {}, {}, style_.text);
  }

  void note_sample(const std::string& words, Point centre, double t) {
    write({words, Face::regular, 0.54 * t, centre, 2.4 * t, Align::centre}, style_.quiet_text);
  }

  /// t: letters of the legend.
  void sample(GenogramMark mark, Point at, double t) {
    const double radius = 0.55 * t;
    layout::PersonMark person;
    const auto draw = [&] { symbol(person, mark == GenogramMark::child, at, radius, {}); };
    switch (mark) {
      case GenogramMark::child:
        for (const auto& someone : content_.people)
          if (someone.child) person.shape = someone.mark.shape;
        return draw();
      case GenogramMark::circle:
        return draw();
      case GenogramMark::square:
        person.shape = Shape::square;
        return draw();
      case GenogramMark::diamond:
        person.shape = Shape::diamond;
        return draw();
      case GenogramMark::dead:
        person.dead = true;
        return draw();
      case GenogramMark::unknown:
        person.unknown = true;
        return draw();
      case GenogramMark::expected:
        person.expected = true;
        return draw();
      case GenogramMark::restricted:
        person.restricted = true;
        return draw();
      case GenogramMark::age:
        draw();
        return inscription("8", Face::regular, at, 0.8 * radius * 2, style_.text);
      case GenogramMark::birth_year:
      case GenogramMark::birth_and_death_year:
        symbol(person, false, at + Point{0, 0.25 * t}, 0.7 * radius, {});
        note_sample("1951", at + Point{-0.8 * t, -0.25 * t}, t);
        if (mark == GenogramMark::birth_and_death_year) note_sample("2021", at + Point{0.8 * t, -0.25 * t}, t);
        return;
      case GenogramMark::married:
        return couple_sample(CoupleKind::married, at, 1.35 * t);
      case GenogramMark::cohabiting:
        return couple_sample(CoupleKind::cohabiting, at, 1.35 * t);
      case GenogramMark::couple:
        return couple_sample(CoupleKind::couple, at, 1.35 * t);
      case GenogramMark::separated:
        return couple_sample(CoupleKind::separated, at, 1.35 * t);
      case GenogramMark::divorced:
        return couple_sample(CoupleKind::divorced, at, 1.35 * t);
      case GenogramMark::was_married:
        return couple_sample(CoupleKind::was_married, at, 1.35 * t);
      case GenogramMark::was_cohabiting:
        return couple_sample(CoupleKind::was_cohabiting, at, 1.35 * t);
      case GenogramMark::was_couple:
        return couple_sample(CoupleKind::was_couple, at, 1.35 * t);
      case GenogramMark::parents:
        return couple_sample(CoupleKind::parents, at, 1.35 * t);
      case GenogramMark::biological:
      case GenogramMark::unspecified:
      case GenogramMark::biological_or_unspecified:
        return child_sample(ChildKind::biological, at, t);
      case GenogramMark::adoptive:
        return child_sample(ChildKind::adoptive, at, t);
      case GenogramMark::foster:
        return child_sample(ChildKind::foster, at, t);
      case GenogramMark::step:
        return child_sample(ChildKind::step, at, t);
      case GenogramMark::lives_with:
        return child_sample(ChildKind::lives_with, at, t);
      case GenogramMark::twins:
        return line({{at + Point{-0.7 * t, 0.5 * t}, at - Point{0, 0.5 * t}, at + Point{0.7 * t, 0.5 * t}}}, {}, {}, {},
                    style_.text);
      case GenogramMark::siblings:
        return bracket_sample(casefile::SiblingKind::unspecified, at, t);
      case GenogramMark::half_siblings:
        return bracket_sample(casefile::SiblingKind::half, at, t);
      case GenogramMark::step_siblings:
        return bracket_sample(casefile::SiblingKind::step, at, t);
      case GenogramMark::foster_siblings:
        return bracket_sample(casefile::SiblingKind::foster, at, t);
      case GenogramMark::household:
        return home({{at.x - 1.2 * t, at.y - 0.55 * t},
                     {at.x + 1.2 * t, at.y - 0.55 * t},
                     {at.x + 1.2 * t, at.y + 0.55 * t},
                     {at.x - 1.2 * t, at.y + 0.55 * t}},
                    t);
      case GenogramMark::household_apart:
      case GenogramMark::household_part_time:
        symbol(person, false, at + Point{0, 0.1 * t}, 0.8 * radius, {});
        return note_sample("A", at + Point{0.85 * t, -0.3 * t}, t);
    }
  }

  const GenogramContent& content_;
  const GenogramLayout& layout_;
  const Style& style_;
  const Typesetter& typesetter_;
  double width_;
  Scene scene_;
};

}  // namespace

Scene draw(const layout::GenogramContent& content, const layout::GenogramLayout& layout, const Style& style,
           const Typesetter& typesetter) {
  return Artist(content, layout, style, typesetter).paint();
}

std::vector<MissingGlyph> missing_glyphs(const layout::GenogramContent& content, const Typesetter& typesetter) {
  layout::MapContent written = content.head;
  written.people.clear();
  for (const layout::GenogramPerson& person : content.people) written.people.push_back(person.mark);
  return missing_glyphs(written, typesetter);
}

}  // namespace kreds::drawing
