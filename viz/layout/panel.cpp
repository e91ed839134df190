#include "panel.hpp"

#include <algorithm>

#include "column.hpp"

namespace kreds::layout {

namespace {

bool upright(const Sheet& sheet) {
  return sheet.height_pt > sheet.width_pt;
}

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
    result.map.right = all.right - std::max(0.17 * sheet.width_pt, 15 * sheet.text_pt);
    result.panel.left = result.map.right + 0.75 * m;
  }
  return result;
}

namespace {

/// The legend's rows in one column, or in as many as an upright sheet has room for.
class LegendColumns {
 public:
  LegendColumns(const Box& box, double column_width, double size_pt, Ruler& ruler)
      : box_(box), column_width_(column_width), size_pt_(size_pt), ruler_(&ruler), at_{box.left, box.top} {}

  /// Of all rows one below the other.
  double height(const std::vector<LegendEntry>& entries) const {
    double sum = 0;
    for (const LegendEntry& entry : entries) sum += height(entry);
    return sum;
  }

  /// False if the rows leave the box.
  bool write(const std::vector<LegendEntry>& entries, Panel& panel) {
    const double row = row_ * size_pt_, sample = sample_ * size_pt_, gap = gap_ * size_pt_;
    for (const LegendEntry& entry : entries) {
      const double width = words_width(), height = this->height(entry);
      if (at_.y + height > box_.bottom && at_.x + 1.9 * column_width_ < box_.right)
        at_ = {at_.x + 1.05 * column_width_, box_.top};
      Column words({at_.x + sample + gap, at_.y + (row - line_height * size_pt_) / 2}, width, *ruler_);
      words.write(entry.text, Face::regular, size_pt_, 2);
      panel.legend.push_back({entry, {at_.x + sample / 2, at_.y + row / 2}, words.lines()});
      at_.y += height;
      panel.legend_box = united(panel.legend_box, {at_.x, box_.top, at_.x + column_width_, at_.y});
    }
    return at_.y <= box_.bottom + 0.01;
  }

  /// Where the rows ended.
  Point at() const { return at_; }

 private:
  static constexpr double row_ = 1.55, sample_ = 3.0, gap_ = 0.5;  ///< letter sizes

  double words_width() const { return column_width_ - (sample_ + gap_) * size_pt_; }
  double height(const LegendEntry& entry) const {
    const auto count = broken(entry.text, Face::regular, size_pt_, words_width(), 2, *ruler_).lines.size();
    return (row_ + line_height * static_cast<double>(count - 1)) * size_pt_;
  }

  Box box_;
  double column_width_, size_pt_;
  Ruler* ruler_;
  Point at_;
};

/// Lists as paragraphs in a column: letters as large as fit; where even the smallest do not, the longest end early.
std::vector<TextLine> list_lines(const std::vector<NameList>& lists, const Box& room, double size_pt, Ruler& ruler) {
  const auto written = [&](double size, std::size_t most) {
    Column column({room.left, room.top}, room.width(), ruler);
    for (const NameList& list : lists) {
      std::string names;
      for (const std::string& name : list.names) names += (names.empty() ? "" : " · ") + name;
      column.skip(0.5 * size);
      column.write(list.title, Face::bold, size, 1);
      column.write(names, Face::regular, size, most);
    }
    return column;
  };
  constexpr std::size_t all = 1000;
  const double smallest = 0.55 * size_pt;
  double size = 0.9 * size_pt;
  while (size > smallest) {
    if (const Column column = written(size, all); column.at().y <= room.bottom && !column.shortened())
      return column.lines();
    size *= 0.95;
  }
  for (std::size_t most = 40; most > 1; --most)
    if (const Column column = written(smallest, most); column.at().y <= room.bottom) return column.lines();
  return written(smallest, 1).lines();
}

}  // namespace

Panel make_panel(const MapContent& content, const std::vector<LegendEntry>& legend, const Sheet& sheet, Ruler& ruler,
                 const std::vector<NameList>& lists) {
  Panel panel;
  const double t = sheet.text_pt;
  const Box box = regions(sheet).panel;
  const bool foot = upright(sheet);
  const double head_width = foot ? 0.31 * box.width() : box.width();

  Column head({box.left, box.top}, head_width, ruler);
  head.write(content.title, Face::bold, 1.7 * t, 3);
  head.skip(0.3 * t);
  head.write(content.subtitle, Face::regular, 1.1 * t, 1);
  head.skip(0.5 * t);
  head.write(content.rings_note, Face::regular, 0.95 * t, 5);
  Box foot_box = box;
  if (foot) foot_box.right = box.left + head_width;
  const std::vector<TextLine> sources = foot_lines(content, foot_box, 0.74 * t, ruler);

  Column caption(foot ? Point{box.left + 0.35 * box.width(), box.top} : Point{box.left, head.at().y + 1.5 * t},
                 head_width, ruler);
  caption.write(content.legend_title, Face::bold, t, 1);
  caption.skip(0.4 * t);
  Box room{caption.at().x, caption.at().y, box.right, box.bottom};
  if (!foot && !sources.empty()) room.bottom = sources.front().centre.y - 1.2 * t;
  // A long legend takes smaller letters rather than running into the sources.
  Box list_room = room;
  double size = t;
  while (size > 0.55 * t) {
    panel.legend.clear();
    panel.legend_box = {room.left, room.top, room.left, room.top};
    const double column_width = foot ? 0.31 * box.width() : box.width();
    // What does not fit one column stands in two of about the same height, unless lists follow it.
    Box rows = room;
    if (const double height = LegendColumns(room, column_width, size, ruler).height(legend);
        foot && lists.empty() && height > room.height())
      rows.bottom = std::min(rows.bottom, rows.top + height / 2 + 1.6 * size);
    LegendColumns columns(rows, column_width, size, ruler);
    const bool fits = columns.write(legend, panel);
    list_room = {columns.at().x, columns.at().y + 0.4 * t, columns.at().x + column_width, room.bottom};
    if (fits) break;
    size *= 0.94;
  }
  if (!lists.empty()) {
    if (foot && list_room.height() < 0.5 * room.height() && list_room.left + 1.9 * list_room.width() < room.right)
      list_room = {list_room.left + 1.05 * list_room.width(), room.top, list_room.right + 1.05 * list_room.width(),
                   room.bottom};
    add(panel.texts, list_lines(lists, list_room, t, ruler));
  }
  add(panel.texts, head.lines());
  add(panel.texts, caption.lines());
  add(panel.texts, sources);
  return panel;
}

}  // namespace kreds::layout
