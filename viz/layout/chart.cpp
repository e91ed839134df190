#include "kreds/layout/chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "label.hpp"

namespace kreds::layout {

namespace {

// Sizes as shares of Sheet::text_pt (head, legend, foot) or of the rows' letters.
constexpr double title_em = 1.65, warning_em = 1.15, standing_em = 0.86, foot_em = 0.74, legend_em = 0.88;
constexpr double name_em = 1.05, note_em = 0.8, words_em = 0.8, tick_em = 0.8;
constexpr double bar_em = 1.6, range_em = 0.42, cap_em = 0.26;
constexpr double most_air = 2.4;  // above and below a row together, where there is room

/// How the rows are set; the first that fits is taken.
struct Setting {
  double text_pt = 10;
  std::size_t name_lines = 2, note_lines = 2;
  std::size_t rows = 0;  ///< shown
};

/// The sheet without its margins, cut into what every row has: name, left bar, right bar.
struct Columns {
  Box all;
  double names_right = 0;
  double amounts_left = 0, amounts_right = 0;
  double shares_left = 0, shares_right = 0;
};

Columns columns(const Sheet& sheet) {
  const double m = sheet.margin_pt, width = sheet.width_pt - 2 * m;
  Columns c;
  c.all = {m, m, m + width, sheet.height_pt - m};
  c.names_right = m + 0.255 * width;
  c.amounts_left = m + 0.27 * width;
  c.amounts_right = m + 0.70 * width;
  // The last tick of the left scale and the first of the right one need room between them.
  c.shares_left = m + 0.735 * width;
  c.shares_right = m + 0.985 * width;
  return c;
}

/// Lines of text downwards from a point, left-aligned; `bottom` is where the next one would begin.
struct Stack {
  std::vector<TextLine> lines;
  double bottom = 0;
  bool shortened = false;
};

Stack stack(const std::string& text, Face face, double size_pt, Point at, double width, std::size_t most,
            Ruler& ruler) {
  Stack made{{}, at.y, false};
  const Broken words = broken(text, face, size_pt, width, most, ruler);
  made.shortened = words.shortened;
  for (const std::string& line : words.lines) {
    const double wide = ruler.width(line, face, size_pt);
    made.lines.push_back(
        {line, face, size_pt, {at.x + wide / 2, made.bottom + line_height * size_pt / 2}, wide, Align::left});
    made.bottom += line_height * size_pt;
  }
  return made;
}

void add(std::vector<TextLine>& to, std::vector<TextLine> lines) {
  std::move(lines.begin(), lines.end(), std::back_inserter(to));
}

struct RowAt {
  std::size_t block, row;
};

/// The first rows, in the order given.
std::vector<RowAt> first_rows(const ChartContent& content, std::size_t count) {
  std::vector<RowAt> rows;
  for (std::size_t b = 0; b < content.blocks.size(); ++b)
    for (std::size_t r = 0; r < content.blocks[b].rows.size() && rows.size() < count; ++r) rows.push_back({b, r});
  return rows;
}

std::size_t row_count(const ChartContent& content) {
  std::size_t count = 0;
  for (const ChartBlock& block : content.blocks) count += block.rows.size();
  return count;
}

class Chart {
 public:
  Chart(const ChartContent& content, const Sheet& sheet, const labels::Labels& labels, Ruler& ruler,
        const Setting& setting)
      : content_(content),
        labels_(labels),
        ruler_(ruler),
        setting_(setting),
        columns_(columns(sheet)),
        t_(sheet.text_pt),
        e_(setting.text_pt),
        shown_(first_rows(content, setting.rows)) {
    layout_.sheet = sheet;
    layout_.text_pt = e_;
    layout_.left_out = row_count(content) - shown_.size();
    layout_.alert_radius = 0.62 * name_em * e_;
  }

  /// False if the rows need more room than there is.
  bool place() {
    const double top = head_of_columns(head());
    const double bottom = legend(foot());
    if (!rows(top, bottom)) return false;
    ticks();
    return true;
  }

  ChartLayout take() { return std::move(layout_); }

 private:
  const ChartRow& row(RowAt at) const { return content_.blocks[at.block].rows[at.row]; }

  // --- around the rows ---------------------------------------------------------------------------------

  double head() {
    const Box& all = columns_.all;
    const auto write = [&](std::vector<TextLine>& to, const std::string& text, Face face, double size, double y,
                           std::size_t most) {
      Stack made = stack(text, face, size, {all.left, y}, all.width(), most, ruler_);
      add(to, std::move(made.lines));
      return made.bottom;
    };
    double y = write(layout_.warning, content_.warning, Face::bold, warning_em * t_, all.top, 2);
    y = write(layout_.texts, content_.title, Face::bold, title_em * t_, y + 0.15 * t_, 2);
    y = write(layout_.texts, content_.subtitle, Face::regular, t_, y, 2);
    return write(layout_.texts, content_.standing, Face::regular, standing_em * t_, y + 0.35 * t_, 6);
  }

  double head_of_columns(double y) {
    const auto write = [&](const std::string& title, const std::string& note, double left, double right) {
      Stack words = stack(title, Face::bold, t_, {left, y + 1.0 * t_}, right - left, 2, ruler_);
      Stack small = stack(note, Face::regular, note_em * t_, {left, words.bottom}, right - left, 5, ruler_);
      add(layout_.texts, std::move(words.lines));
      add(layout_.texts, std::move(small.lines));
      return small.bottom;
    };
    const double a = write(content_.amounts_title, content_.amounts_note, columns_.amounts_left,
                           columns_.amounts_right + 0.012 * columns_.all.width());
    const double b = write(content_.shares_title, content_.shares_note, columns_.shares_left, columns_.all.right);
    ticks_at_ = std::max(a, b) + 0.45 * t_;
    return ticks_at_ + line_height * tick_em * t_ + 0.2 * t_;
  }

  double foot() {
    const Box& all = columns_.all;
    std::vector<TextLine> lines;
    double y = all.top;
    for (const std::string& text : content_.foot) {
      Stack made = stack(text, Face::regular, foot_em * t_, {all.left, y}, all.width(), 2, ruler_);
      y = made.bottom;
      add(lines, std::move(made.lines));
    }
    add(layout_.texts, moved(std::move(lines), {0, all.bottom - y}));
    return all.bottom - (y - all.top) - (content_.foot.empty() ? 0 : 0.7 * t_);
  }

  // --- legend: what occurs, in lines of as many entries as fit -------------------------------------------

  struct Entry {
    ChartMark mark;
    std::size_t kind;
    std::string text;
  };

  std::vector<Entry> entries() const {
    std::set<std::size_t> parts, places;
    bool open = false, range = false, alert = false;
    for (const RowAt at : shown_) {
      for (const ChartSegment& segment : row(at).amounts) {
        if (segment.length <= 0) continue;
        parts.insert(segment.kind);
        open = open || segment.open;
      }
      for (const ChartSegment& segment : row(at).shares)
        if (segment.length > 0) places.insert(segment.kind);
      range = range || row(at).range;
      alert = alert || row(at).alert;
    }
    std::vector<Entry> all;
    for (const std::size_t kind : parts) all.push_back({ChartMark::part, kind, content_.parts[kind]});
    if (open) all.push_back({ChartMark::open, 0, content_.open});
    if (range) all.push_back({ChartMark::range, 0, content_.range});
    for (const std::size_t kind : places) all.push_back({ChartMark::place, kind, content_.places[kind]});
    if (alert) all.push_back({ChartMark::alert, 0, content_.alert});
    return all;
  }

  /// From the bottom upwards; returns where it begins.
  double legend(double bottom) {
    const Box& all = columns_.all;
    const double size = legend_em * t_, height = 1.5 * size, sample = 2.1 * size, gap = 0.5 * size;
    Point at{all.left, all.top};
    double below = all.top;
    std::vector<ChartLegendEntry> placed;
    for (const Entry& entry : entries()) {
      const double room = all.width() - sample - gap;
      double width = sample + gap + std::min(room, ruler_.width(entry.text, Face::regular, size));
      if (at.x > all.left && at.x + width > all.right) at = {all.left, below};
      ChartLegendEntry made{entry.mark, entry.kind, {at.x, at.y + 0.2 * size, at.x + sample, at.y + 1.2 * size}, {}};
      Stack words =
          stack(entry.text, Face::regular, size, {at.x + sample + gap, at.y + 0.1 * size}, room + 0.01, 2, ruler_);
      below = std::max(at.y + height, words.bottom + 0.2 * size);
      made.lines = std::move(words.lines);
      placed.push_back(std::move(made));
      at.x += width + 1.6 * size;
    }
    const double down = bottom - below;
    for (ChartLegendEntry& entry : placed) {
      entry.sample.top += down;
      entry.sample.bottom += down;
      entry.lines = moved(std::move(entry.lines), {0, down});
    }
    layout_.legend = std::move(placed);
    return layout_.legend.empty() ? bottom : bottom - (below - all.top) - 0.7 * t_;
  }

  // --- rows ----------------------------------------------------------------------------------------------

  double indent() const { return 0.9 * e_; }

  double name_left() const {
    double places = 0;
    bool alert = false;
    for (const RowAt at : shown_) {
      places = std::max(places, ruler_.width(row(at).place, Face::bold, name_em * e_));
      alert = alert || row(at).alert;
    }
    const double marks = alert ? 2 * layout_.alert_radius + 0.45 * e_ : 0;
    return columns_.all.left + indent() + places + (places > 0 ? 0.4 * e_ : 0) + marks;
  }

  /// The words of a row, from y = 0 down.
  Stack words_of(const ChartRow& row, double left) const {
    const double width = columns_.names_right - left;
    Stack words = stack(row.name, Face::bold, name_em * e_, {left, 0}, width, setting_.name_lines, ruler_);
    if (setting_.note_lines == 0) return words;
    for (const std::string& note : row.notes) {
      Stack more = stack(note, Face::regular, note_em * e_, {left, words.bottom}, width, setting_.note_lines, ruler_);
      add(words.lines, std::move(more.lines));
      words.bottom = more.bottom;
    }
    return words;
  }

  static bool has_bars(const ChartRow& row) { return !row.amounts.empty(); }

  Stack instead_of(const ChartRow& row) const {
    return stack(row.instead, Face::regular, 0.9 * e_, {columns_.amounts_left, 0},
                 columns_.all.right - columns_.amounts_left, 2, ruler_);
  }

  double bars_height(const ChartRow& row) const {
    if (!has_bars(row)) return instead_of(row).bottom;
    return (bar_em + (row.range ? range_em + cap_em : 0)) * e_;
  }

  double natural(const ChartRow& row, double left) const {
    return std::max(words_of(row, left).bottom, bars_height(row)) + (setting_.note_lines > 0 ? 0.55 : 0.3) * e_;
  }

  /// Above the rows of a block; its height.
  double before(std::size_t block, double y, bool write) {
    const ChartBlock& b = content_.blocks[block];
    const double start = y;
    if (block > 0 && !(content_.blocks[block - 1].rows.empty() && content_.blocks[block - 1].heading.empty()))
      y += (setting_.note_lines > 0 ? 0.6 : 0.25) * e_;
    const auto line = [&](const std::string& text, Face face, double size, double left) {
      Stack made = stack(text, face, size, {left, y}, columns_.all.right - left, 2, ruler_);
      y = made.bottom;
      if (write) add(layout_.texts, std::move(made.lines));
    };
    if (!b.heading.empty()) line(b.heading, Face::bold, 0.95 * e_, columns_.all.left);
    if (b.together) y += 0.3 * e_;
    together_top_ = y;
    if (!b.caption.empty()) {
      if (b.together) y += 0.25 * e_;
      line(b.caption, Face::regular, note_em * e_, columns_.all.left + indent());
    }
    return y - start;
  }

  bool shown(std::size_t block) const {
    if (content_.blocks[block].rows.empty()) return true;
    return std::any_of(shown_.begin(), shown_.end(), [&](RowAt at) { return at.block == block; });
  }

  std::string left_out() const {
    if (layout_.left_out == 0) return {};
    return labels_(layout_.left_out == 1 ? "chart.left_out.one" : "chart.left_out.many",
                   {{"number", std::to_string(layout_.left_out)}});
  }

  bool rows(double top, double bottom) {
    const double left = name_left(), least = 6 * e_;
    if (columns_.names_right - left < least) return false;
    if (layout_.left_out > 0) bottom -= 1.6 * note_em * e_;
    double fixed = 0, needed = 0;
    for (std::size_t b = 0; b < content_.blocks.size(); ++b)
      if (shown(b)) fixed += before(b, 0, false);
    for (const RowAt at : shown_) needed += natural(row(at), left);
    if (fixed + needed > bottom - top) return false;
    const double free = (bottom - top - fixed - needed) / std::max<double>(1, static_cast<double>(shown_.size()));
    const double air = std::min(most_air * e_, free);
    double y = top;
    for (std::size_t b = 0; b < content_.blocks.size(); ++b) {
      if (!shown(b)) continue;
      y += before(b, y, true);
      const double first = together_top_;
      for (const RowAt at : shown_) {
        if (at.block != b) continue;
        const double height = natural(row(at), left) + air;
        place_row(at, {columns_.all.left, y, columns_.all.right, y + height}, left);
        y += height;
      }
      if (content_.blocks[b].together && !content_.blocks[b].rows.empty())
        layout_.together.push_back({columns_.all.left, first, columns_.all.right, y});
    }
    add(layout_.texts, stack(left_out(), Face::regular, note_em * e_, {columns_.all.left + indent(), y + 0.3 * e_},
                             columns_.all.width() - indent(), 1, ruler_)
                           .lines);
    return true;
  }

  void place_row(RowAt at, const Box& box, double left) {
    const ChartRow& content = row(at);
    PlacedChartRow placed;
    placed.block = at.block;
    placed.row = at.row;
    placed.box = box;
    Stack words = words_of(content, left);
    const double words_top = box.centre().y - words.bottom / 2, size = name_em * e_;
    placed.shortened = words.shortened;
    placed.lines = moved(std::move(words.lines), {0, words_top});
    const double first_line = words_top + line_height * size / 2;
    if (!content.place.empty()) {
      const double width = ruler_.width(content.place, Face::bold, size);
      placed.lines.push_back({content.place,
                              Face::bold,
                              size,
                              {columns_.all.left + indent() + width / 2, first_line},
                              width,
                              Align::left});
    }
    if (content.alert) placed.alert = Point{left - layout_.alert_radius - 0.35 * e_, first_line};
    if (!has_bars(content)) {
      Stack sentence = instead_of(content);
      add(placed.lines, moved(std::move(sentence.lines), {0, box.centre().y - sentence.bottom / 2}));
    } else {
      const double top = box.centre().y - bars_height(content) / 2, bottom = top + bar_em * e_;
      placed.amounts = bar(content.amounts, columns_.amounts_left, columns_.amounts_right, top, bottom);
      placed.shares = bar(content.shares, columns_.shares_left, columns_.shares_right, top, bottom);
      if (content.range) placed.range = whisker(*content.range, bottom);
    }
    layout_.rows.push_back(std::move(placed));
  }

  std::vector<PlacedSegment> bar(const std::vector<ChartSegment>& segments, double left, double right, double top,
                                 double bottom) {
    std::vector<PlacedSegment> placed;
    double at = 0;
    const auto x = [&](double value) { return left + std::clamp(value, 0.0, 1.0) * (right - left); };
    for (const ChartSegment& segment : segments) {
      if (segment.length <= 0) continue;
      PlacedSegment made{{x(at), top, x(at + segment.length), bottom}, segment.kind, segment.open, {}};
      at += segment.length;
      made.words = words_in(segment, made.box);
      placed.push_back(std::move(made));
    }
    return placed;
  }

  std::optional<TextLine> words_in(const ChartSegment& segment, const Box& box) {
    const double size = words_em * e_;
    for (const std::string& words : segment.words) {
      const double width = ruler_.width(words, Face::regular, size);
      if (width + 0.5 * e_ <= box.width()) return TextLine{words, Face::regular, size, box.centre(), width};
    }
    return {};
  }

  PlacedRange whisker(const ChartRange& range, double below) const {
    const auto x = [&](double value) {
      return columns_.amounts_left + std::clamp(value, 0.0, 1.0) * (columns_.amounts_right - columns_.amounts_left);
    };
    return {x(range.low), x(range.central), x(range.high), below + range_em * e_, cap_em * e_};
  }

  // --- scales ----------------------------------------------------------------------------------------------

  void tick(const std::string& text, double x) {
    const double size = tick_em * t_, width = ruler_.width(text, Face::regular, size);
    layout_.texts.push_back({text, Face::regular, size, {x, ticks_at_ + line_height * size / 2}, width, Align::centre});
  }

  void ticks() {
    const auto any = [&](auto has) {
      return std::any_of(shown_.begin(), shown_.end(), [&](RowAt at) { return has(row(at)); });
    };
    const double a = columns_.amounts_left, b = columns_.amounts_right, c = columns_.shares_left,
                 d = columns_.shares_right;
    if (any(has_bars))
      for (int quarter = 0; quarter <= 4; ++quarter) {
        layout_.amount_ticks.push_back(a + quarter * (b - a) / 4);
        tick(labels::decimal(quarter / 4.0,
                             quarter % 4 == 0   ? 0
                             : quarter % 2 == 0 ? 1
                                                : 2,
                             labels_),
             layout_.amount_ticks.back());
      }
    if (any([](const ChartRow& each) { return !each.shares.empty(); }))
      for (int half = 0; half <= 2; ++half) {
        layout_.share_ticks.push_back(c + half * (d - c) / 2);
        tick(std::to_string(50 * half), layout_.share_ticks.back());
      }
  }

  const ChartContent& content_;
  const labels::Labels& labels_;
  Ruler& ruler_;
  Setting setting_;
  Columns columns_;
  double t_, e_;  ///< letters of the sheet, of the rows
  std::vector<RowAt> shown_;
  double ticks_at_ = 0, together_top_ = 0;
  ChartLayout layout_;
};

/// Whole notes before large letters, and all rows before both.
std::vector<Setting> settings(const Sheet& sheet, std::size_t rows) {
  std::vector<Setting> all;
  // On an upright sheet names would break.
  const double largest = sheet.height_pt > sheet.width_pt ? 1 : largest_letters;
  constexpr double step = 0.06, smallest_whole = 0.82;
  const auto try_sizes = [&](std::size_t notes, double from, double to) {
    for (int i = 0; from - i * step > to - 1e-9; ++i)
      all.push_back({(from - i * step) * sheet.text_pt, 2, notes, rows});
  };
  try_sizes(4, largest, smallest_whole);
  try_sizes(2, 1, smallest_whole);
  try_sizes(1, 1, smallest_letters);
  for (std::size_t shown = rows; shown > 0; --shown) all.push_back({smallest_letters * sheet.text_pt, 1, 0, shown});
  return all;
}

}  // namespace

ChartLayout lay_out_chart(const ChartContent& content, const Sheet& sheet, const MeasureText& measure,
                          const labels::Labels& labels) {
  Ruler ruler(measure);
  for (const Setting& setting : settings(sheet, row_count(content))) {
    Chart chart(content, sheet, labels, ruler, setting);
    if (chart.place()) return chart.take();
  }
  throw NoRoom();
}

}  // namespace kreds::layout
