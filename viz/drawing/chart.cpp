#include "kreds/drawing/chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace kreds::drawing {

namespace {

using layout::Box;
using layout::ChartContent;
using layout::ChartLayout;
using layout::ChartMark;
using layout::Face;
using layout::PlacedChartRow;
using layout::PlacedSegment;
using layout::Point;
using layout::Polygon;
using layout::TextLine;

// --- colours ---------------------------------------------------------------------------------------------

using Rgb = std::array<int, 3>;

Rgb parsed(const std::string& colour) {
  const auto digit = [&](std::size_t i) {
    const char c = colour.at(i);
    return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
  };
  return {16 * digit(1) + digit(2), 16 * digit(3) + digit(4), 16 * digit(5) + digit(6)};
}

std::string written(const Rgb& colour) {
  std::string text = "#";
  for (const int part : colour) {
    text += "0123456789abcdef"[part / 16];
    text += "0123456789abcdef"[part % 16];
  }
  return text;
}

/// Relative luminance (WCAG 2.2).
double luminance(const Rgb& colour) {
  const auto linear = [](int part) {
    const double c = part / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}

/// CIE L*, 0 … 100.
double lightness(const Rgb& colour) {
  const double y = luminance(colour);
  return y > 216.0 / 24389 ? 116 * std::cbrt(y) - 16 : y * 24389 / 27;
}

double contrast(const Rgb& a, const Rgb& b) {
  const double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
  return std::max(x, y) / std::min(x, y);
}

/// `of256` parts of b in a.
Rgb mixed(const Rgb& a, const Rgb& b, int of256) {
  Rgb result{};
  for (std::size_t i = 0; i < 3; ++i) result[i] = (a[i] * (256 - of256) + b[i] * of256 + 128) / 256;
  return result;
}

/// A colour drawn towards the lighter or the darker of two until it has a lightness.
std::string at_lightness(const Rgb& colour, const Rgb& light, const Rgb& dark, double wanted) {
  const bool up = lightness(colour) < wanted;
  for (int share = 0; share <= 256; ++share) {
    const Rgb now = mixed(colour, up ? light : dark, share);
    if (up ? lightness(now) >= wanted : lightness(now) <= wanted) return written(now);
  }
  return written(up ? light : dark);
}

struct Ground {
  Rgb light, dark;
  bool dark_paper;
};

Ground ground(const Style& style) {
  const Rgb paper = parsed(style.paper), text = parsed(style.text);
  const bool dark_paper = lightness(paper) < lightness(text);
  return dark_paper ? Ground{text, paper, true} : Ground{paper, text, false};
}

// Between 49 and 56 neither dark nor light letters have a contrast of 4.5.
constexpr std::array<double, 5> on_light = {45, 58, 69, 79, 89}, on_dark = {85, 74, 63, 46, 33};

}  // namespace

std::vector<std::string> part_fills(const Style& style, std::size_t count) {
  const auto [light, dark, dark_paper] = ground(style);
  // The family's colour, then the others; the last of five is a grey.
  std::vector<std::string> hues = style.sectors;
  hues.resize(std::min<std::size_t>(hues.size(), 4));
  hues.push_back(style.quiet_text);
  std::vector<std::string> fills;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t step = i % on_light.size();
    // Drawn a little towards grey: large areas of full colour shout.
    const Rgb hue = mixed(parsed(hues[std::min(step, hues.size() - 1)]), parsed(style.quiet_text), 72);
    fills.push_back(at_lightness(hue, light, dark, dark_paper ? on_dark[step] : on_light[step]));
  }
  return fills;
}

std::vector<std::string> place_fills(const Style& style, std::size_t count) {
  const auto [light, dark, dark_paper] = ground(style);
  const Rgb hue = parsed(style.quiet_text);
  std::vector<std::string> fills;
  for (std::size_t i = 0; i < count; ++i) {
    const auto& steps = dark_paper ? on_dark : on_light;
    fills.push_back(at_lightness(hue, light, dark, steps[std::min(i, steps.size() - 1)]));
  }
  return fills;
}

std::string ink_on(const std::string& fill, const Style& style) {
  const Rgb ground = parsed(fill);
  return contrast(parsed(style.text), ground) >= contrast(parsed(style.paper), ground) ? style.text : style.paper;
}

namespace {

Polygon corners(const Box& box) {
  return {{box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}};
}

class Artist {
 public:
  Artist(const ChartContent& content, const ChartLayout& layout, const Style& style, const Typesetter& typesetter)
      : content_(content),
        layout_(layout),
        style_(style),
        typesetter_(typesetter),
        line_(0.07 * layout.text_pt),
        parts_(part_fills(style, content.parts.size())),
        places_(place_fills(style, content.places.size())) {}

  Scene paint() {
    scene_.width_pt = layout_.sheet.width_pt;
    scene_.height_pt = layout_.sheet.height_pt;
    scene_.paper = style_.paper;
    scene_.title = content_.title;
    scene_.description = content_.description;
    scene_.lang = content_.lang;
    scene_.date = content_.date;
    for (const Box& box : layout_.together) together(box, 0.5 * layout_.text_pt);
    for (std::size_t i = 0; i < layout_.rows.size(); ++i) row(i);
    for (const TextLine& line : layout_.warning)
      scene_.texts.push_back({line, style_.lines.at(layout::LineKind::conflict).colour, ""});
    for (const TextLine& line : layout_.texts) write(line);
    legend();
    return std::move(scene_);
  }

 private:
  void write(const TextLine& line) {
    scene_.texts.push_back({line, line.face == Face::bold ? style_.text : style_.quiet_text, ""});
  }

  void rule(Point a, Point b, const std::string& colour, double width) {
    scene_.backdrops.push_back({{a, b}, "", Stroke{colour, width, false, false}});
  }

  /// A ground of their own and a bracket: these rows stand side by side, not below each other.
  void together(const Box& box, double depth) {
    scene_.backdrops.push_back({corners(box), style_.tray, {}});
    const double x = box.left + 0.3 * depth, end = x + 0.7 * depth, air = 0.3 * depth;
    scene_.backdrops.push_back(
        {{{end, box.top + air}, {x, box.top + air}}, "", Stroke{style_.text, 1.6 * line_, false, false}});
    rule({x, box.top + air}, {x, box.bottom - air}, style_.text, 1.6 * line_);
    rule({x, box.bottom - air}, {end, box.bottom - air}, style_.text, 1.6 * line_);
  }

  void row(std::size_t index) {
    const PlacedChartRow& placed = layout_.rows[index];
    if (!placed.amounts.empty()) {
      for (const double x : layout_.amount_ticks) grid(x, placed.box);
      if (!placed.shares.empty())
        for (const double x : layout_.share_ticks) grid(x, placed.box);
    }
    // Between rows of a block; those of different blocks have air between them.
    if (index > 0 && layout_.rows[index - 1].block == placed.block)
      rule({placed.lines.front().centre.x - placed.lines.front().width / 2, placed.box.top},
           {placed.box.right, placed.box.top}, style_.tray_line, 0.6 * line_);
    for (const PlacedSegment& segment : placed.amounts) this->segment(segment, parts_[segment.kind]);
    for (const PlacedSegment& segment : placed.shares) this->segment(segment, places_[segment.kind]);
    if (placed.range) whisker(*placed.range);
    if (placed.alert) alert(*placed.alert, layout_.alert_radius);
    for (const TextLine& line : placed.lines) write(line);
  }

  void grid(double x, const Box& box) { rule({x, box.top}, {x, box.bottom}, style_.tray_line, 0.8 * line_); }

  void segment(const PlacedSegment& segment, const std::string& fill) {
    area(segment.box, fill, segment.open);
    if (segment.words) scene_.texts.push_back({*segment.words, ink_on(fill, style_), ""});
  }

  void area(const Box& box, const std::string& fill, bool open) {
    const Stroke edge{style_.quiet_text, 0.8 * line_, false, false};
    if (!open) {
      scene_.backdrops.push_back({corners(box), fill, edge});
      return;
    }
    scene_.backdrops.push_back({corners(box), style_.paper, {}});
    hatch(box, fill);
    scene_.backdrops.push_back({corners(box), "", edge});
  }

  /// Rising lines at a fixed distance, cut at the box.
  void hatch(const Box& box, const std::string& fill) {
    const double step = 0.42 * layout_.text_pt, height = box.height();
    // Lines are y = bottom − (x − x0); x0 on a raster of the sheet, so that neighbours' lines meet.
    const double first = step * std::floor((box.left - height) / step);
    for (int i = 0; first + i * step < box.right; ++i) {
      const double x0 = first + i * step;
      const double from = std::max(x0, box.left), to = std::min(x0 + height, box.right);
      if (to - from < 1e-6) continue;
      rule({from, box.bottom - (from - x0)}, {to, box.bottom - (to - x0)}, fill, 2.2 * line_);
    }
  }

  void whisker(const layout::PlacedRange& range) {
    rule({range.low, range.y}, {range.high, range.y}, style_.text, 1.4 * line_);
    for (const double x : {range.low, range.high})
      rule({x, range.y - range.cap}, {x, range.y + range.cap}, style_.text, 1.4 * line_);
    const double half = 0.8 * range.cap;
    scene_.backdrops.push_back({{{range.central, range.y - half},
                                 {range.central + half, range.y},
                                 {range.central, range.y + half},
                                 {range.central - half, range.y}},
                                style_.text,
                                {}});
  }

  void alert(Point at, double radius) {
    const std::string& colour = style_.lines.at(layout::LineKind::conflict).colour;
    scene_.symbols.push_back({std::nullopt, layout::Shape::circle, at, radius, colour, {colour, 0.1, false, false}});
    const double size = 1.5 * radius;
    const Point ink = typesetter_.ink_offset("!", Face::bold, size);
    TextLine sign{"!", Face::bold, size, at - ink, size, layout::Align::centre};
    scene_.texts.push_back({std::move(sign), style_.paper, {}});
  }

  void legend() {
    for (const layout::ChartLegendEntry& entry : layout_.legend) {
      const Box& box = entry.sample;
      const Point middle = box.centre();
      switch (entry.mark) {
        case ChartMark::part:
          area(box, parts_[entry.kind], false);
          break;
        case ChartMark::open:
          area(box, style_.quiet_text, true);
          break;
        case ChartMark::place:
          area(box, places_[entry.kind], false);
          break;
        case ChartMark::range:
          whisker({box.left, middle.x, box.right, middle.y, 0.3 * box.height()});
          break;
        case ChartMark::alert:
          alert(middle, 0.5 * box.height());
          break;
      }
      for (const TextLine& line : entry.lines) scene_.texts.push_back({line, style_.text, ""});
    }
  }

  const ChartContent& content_;
  const ChartLayout& layout_;
  const Style& style_;
  const Typesetter& typesetter_;
  double line_;  ///< width of a thin line, points
  std::vector<std::string> parts_, places_;
  Scene scene_;
};

}  // namespace

Scene draw(const ChartContent& content, const ChartLayout& layout, const Style& style, const Typesetter& typesetter) {
  return Artist(content, layout, style, typesetter).paint();
}

std::vector<MissingGlyph> missing_glyphs(const ChartContent& content, const Typesetter& typesetter) {
  layout::MapContent written;
  for (const layout::ChartBlock& block : content.blocks)
    for (const layout::ChartRow& row : block.rows) {
      layout::PersonMark mark;
      mark.name = row.name;
      for (const std::string& note : row.notes) mark.role += note;
      written.people.push_back(std::move(mark));
    }
  written.title = content.title;
  written.subtitle = content.subtitle;
  written.foot = content.foot;
  return missing_glyphs(written, typesetter);
}

}  // namespace kreds::drawing
