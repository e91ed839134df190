#include "panel.hpp"

#include <algorithm>

namespace kreds::layout {

namespace {

bool upright(const Sheet& sheet) { return sheet.height_pt > sheet.width_pt; }

/// Writes lines of text downwards from a point, left-aligned.
class Column {
 public:
  Column(Point at, double width, Ruler& ruler) : at_(at), width_(width), ruler_(&ruler) {}

  void write(const std::string& text, Face face, double size_pt, std::size_t most) {
    for (const std::string& line : broken(text, face, size_pt, width_, most, *ruler_).lines) {
      const double width = ruler_->width(line, face, size_pt);
      lines_.push_back(
          {line, face, size_pt, {at_.x + width / 2, at_.y + line_height * size_pt / 2}, width, Align::left});
      at_.y += line_height * size_pt;
    }
  }
  void skip(double by) { at_.y += by; }
  Point at() const { return at_; }
  const std::vector<TextLine>& lines() const { return lines_; }

 private:
  Point at_;
  double width_;
  Ruler* ruler_;
  std::vector<TextLine> lines_;
};

std::vector<TextLine> foot_lines(const MapContent& content, const Box& box, double size_pt, Ruler& ruler) {
  Column column({box.left, box.top}, box.width(), ruler);
  for (const std::string& line : content.foot) column.write(line, Face::regular, size_pt, 2);
  return moved(column.lines(), {0, box.bottom - column.at().y});
}

void add(std::vector<TextLine>& to, const std::vector<TextLine>& lines) {
  to.insert(to.end(), lines.begin(), lines.end());
}

}  // namespace

Regions regions(const Sheet& sheet) {
  const double m = sheet.margin_pt;
  const Box all{m, m, sheet.width_pt - m, sheet.height_pt - m};
  Regions result{all, all};
  if (upright(sheet)) {
    result.map.bottom = all.bottom - std::max(0.21 * sheet.height_pt, 13 * sheet.text_pt);
    result.panel.top = result.map.bottom + 0.6 * m;
  } else {
    result.map.right = all.right - std::max(0.185 * sheet.width_pt, 15 * sheet.text_pt);
    result.panel.left = result.map.right + 0.9 * m;
  }
  return result;
}

Panel make_panel(const MapContent& content, const std::vector<LegendEntry>& legend, const Sheet& sheet, Ruler& ruler) {
  Panel panel;
  const double t = sheet.text_pt;
  const Box box = regions(sheet).panel;
  const bool foot = upright(sheet);
  const double column_width = foot ? 0.31 * box.width() : box.width();

  Column head({box.left, box.top}, column_width, ruler);
  head.write(content.title, Face::bold, 1.7 * t, 3);
  head.skip(0.3 * t);
  head.write(content.subtitle, Face::regular, 1.1 * t, 1);
  head.skip(0.5 * t);
  head.write(content.rings_note, Face::regular, 0.95 * t, 5);
  add(panel.texts, head.lines());

  const double row = 1.55 * t, sample = 3.0 * t;
  Point at = foot ? Point{box.left + 0.35 * box.width(), box.top} : Point{box.left, head.at().y + 1.6 * t};
  panel.legend_box = {at.x, at.y, at.x, at.y};
  Column caption(at, column_width, ruler);
  caption.write(content.legend_title, Face::bold, t, 1);
  add(panel.texts, caption.lines());
  at.y = caption.at().y + 0.45 * t;
  const Point top = at;
  for (const LegendEntry& entry : legend) {
    const double text_width = column_width - sample - 0.5 * t;
    const std::size_t most = 2;
    const std::size_t count = broken(entry.text, Face::regular, t, text_width, most, ruler).lines.size();
    const double height = row + line_height * t * static_cast<double>(count - 1);
    if (foot && at.y + height > box.bottom) at = {at.x + 0.33 * box.width(), top.y};
    Column words({at.x + sample + 0.5 * t, at.y + (row - line_height * t) / 2}, text_width, ruler);
    words.write(entry.text, Face::regular, t, most);
    panel.legend.push_back({entry, {at.x + sample / 2, at.y + row / 2}, words.lines()});
    for (const TextLine& line : words.lines())
      panel.legend_box.right = std::max(panel.legend_box.right, line.centre.x + line.width / 2);
    at.y += height;
    panel.legend_box.bottom = std::max(panel.legend_box.bottom, at.y);
  }
  Box foot_box = box;
  if (foot) foot_box.right = box.left + column_width;
  add(panel.texts, foot_lines(content, foot_box, 0.74 * t, ruler));
  return panel;
}

}  // namespace kreds::layout
