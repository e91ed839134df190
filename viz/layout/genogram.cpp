#include "kreds/layout/genogram.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "genogram_homes.hpp"
#include "genogram_legend.hpp"
#include "genogram_routes.hpp"
#include "genogram_rows.hpp"
#include "panel.hpp"

namespace kreds::layout {

namespace {

constexpr double widest_em = 8.6;   // of a label that is one long word
constexpr double family_gap = 1.8;  // between unrelated families in one band
constexpr double most_air = 2.4, most_spread = 1.35;
constexpr double letter_em = 0.8;  // kept free for the letter of a household
constexpr double caption_em = 0.9;
constexpr double home_apart = 0.05;  // share of the letters' size that an outline is worth

// --- what is written at a person -----------------------------------------------------------------------

double longest_word(const std::string& text, Face face, double size, Ruler& ruler) {
  double widest = 0;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find(' ', from), text.size());
    widest = std::max(widest, ruler.width(text.substr(from, end - from), face, size));
    from = end + 1;
  }
  return widest;
}

void write(Cell& cell, const std::string& text, Face face, double size, double limit, std::size_t most, Ruler& ruler) {
  const double width = std::min(widest_em, std::max(limit, longest_word(text, face, size, ruler)));
  const Broken words = broken(text, face, size, width, most, ruler);
  cell.shortened = cell.shortened || (words.shortened && face == Face::bold);
  for (const std::string& line : words.lines) {
    const double wide = ruler.width(line, face, size);
    cell.lines.push_back({line, face, size, {0, cell.label_height + line_height * size / 2}, wide, Align::centre});
    cell.label_height += line_height * size;
    cell.label_width = std::max(cell.label_width, wide);
  }
}

/// Years of death, of foster care and the like, upper right of the symbol.
std::string aside_of(const GenogramContent& content, std::size_t person) {
  std::string text = content.people[person].died;
  for (const ChildLine& line : content.children)
    if (line.child == person && !line.years.empty()) text += (text.empty() ? "" : ", ") + line.years;
  return text;
}

double ports_reach(const GenogramContent& content, std::size_t person) {
  std::size_t lines = 0;
  for (const ChildLine& line : content.children) lines += line.child == person ? 1 : 0;
  for (const SiblingBracket& bracket : content.siblings)
    lines += static_cast<std::size_t>(std::count(bracket.people.begin(), bracket.people.end(), person));
  if (lines == 0) return 0;
  return port_shift + std::min(0.85, 0.22 * static_cast<double>(lines - 1));
}

std::vector<Cell> cells(const GenogramContent& content, double label_limit, Ruler& ruler) {
  std::vector<Cell> made(content.people.size());
  std::vector<bool> at_home(content.people.size(), false);
  for (const GenogramHome& home : content.homes)
    for (const auto* people : {&home.members, &home.part_time})
      for (std::size_t person : *people) at_home[person] = true;
  for (std::size_t i = 0; i < made.size(); ++i) {
    Cell& cell = made[i];
    const GenogramPerson& person = content.people[i];
    write(cell, person.mark.name, Face::bold, 1, label_limit, 2, ruler);
    write(cell, person.mark.role, Face::regular, role_share, label_limit, 4, ruler);
    write(cell, person.expected_when, Face::regular, role_share, label_limit, 3, ruler);
    cell.lines = moved(std::move(cell.lines), {0, -cell.label_height / 2});
    cell.left = cell.right = std::max(1.15 * symbol_em, cell.label_width / 2);
    const double ports = ports_reach(content, i) + years_off;
    if (!person.born.empty()) {
      cell.born_reach = ports + ruler.width(person.born, Face::regular, years_em);
      cell.left = std::max(cell.left, cell.born_reach);
    }
    if (const std::string aside = aside_of(content, i); !aside.empty()) {
      cell.aside_reach = ports + ruler.width(aside, Face::regular, years_em) + (at_home[i] ? letter_em : 0);
    } else if (at_home[i]) {
      cell.aside_reach = ports + letter_em;
    }
    cell.right = std::max(cell.right, cell.aside_reach);
  }
  return made;
}

std::vector<double> word_widths(const GenogramContent& content, Ruler& ruler) {
  std::vector<double> widths;
  for (const CoupleLine& couple : content.couples) {
    double widest = 0;
    for (const std::string& words : couple.words)
      widest = std::max(widest, ruler.width(words, Face::regular, years_em));
    widths.push_back(widest);
  }
  return widths;
}

// --- one family, and several on a sheet ----------------------------------------------------------------

struct Family {
  std::vector<std::size_t> people;
  Rows rows;
  Stems stems;
  std::vector<double> x;  // by person of the content
  double left = 0, right = 0;
  double width() const { return right - left; }
};

Family lay_out_family(const GenogramContent& content, const std::vector<int>& row,
                      const std::vector<std::size_t>& left_to_right, const std::vector<Cell>& cells,
                      const std::vector<double>& words, double compactness) {
  Family family;
  family.people = left_to_right;
  for (std::size_t person : left_to_right) {
    const auto r = static_cast<std::size_t>(row[person]);
    if (family.rows.size() <= r) family.rows.resize(r + 1);
    family.rows[r].push_back(person);
  }
  family.stems = stems(content, row, family.rows);
  family.x = columns(content, row, family.rows, family.stems, cells, words, compactness);
  family.left = 1e9, family.right = -1e9;
  for (std::size_t person : family.people) {
    family.left = std::min(family.left, family.x[person] - left_edge(person, cells, family.stems));
    family.right = std::max(family.right, family.x[person] + right_edge(person, cells, family.stems));
  }
  return family;
}

std::optional<double> mean_birth(const GenogramContent& content, const std::vector<std::size_t>& people) {
  double sum = 0, count = 0;
  for (std::size_t person : people)
    if (const auto& birth = content.people[person].birth)
      sum += static_cast<double>(birth->time_since_epoch().count()), ++count;
  return count > 0 ? std::optional(sum / count) : std::nullopt;
}

/// Beside the child's family another stands so that people of about one age stand in one row; without ages at the foot.
std::size_t shift_beside(const GenogramContent& content, const Family& main, const Family& other) {
  if (other.rows.size() >= main.rows.size()) return 0;
  std::size_t best = main.rows.size() - other.rows.size();
  std::optional<double> least;
  for (std::size_t shift = best + 1; shift-- > 0;) {
    double off = 0;
    for (std::size_t r = 0; r < other.rows.size(); ++r) {
      const auto theirs = mean_birth(content, other.rows[r]), ours = mean_birth(content, main.rows[r + shift]);
      if (theirs && ours) off += std::abs(*theirs - *ours);
    }
    if (!least || off < *least) least = off, best = shift;
  }
  return best;
}

struct Arrangement {
  RouteTask task;
  std::vector<std::size_t> loose_rows;
};

class Arranger {
 public:
  Arranger(const GenogramContent& content, const std::vector<Cell>& cells, std::vector<Family> families)
      : content_(content), cells_(cells), families_(std::move(families)) {}

  std::size_t family_count() const { return families_.size(); }
  /// Widths worth trying: the child's family, and it with ever more of the others beside it.
  std::vector<double> widths() const {
    std::vector<double> tried;
    double sum = -family_gap;
    for (const Family& family : families_) {
      sum += family.width() + family_gap;
      tried.push_back(sum + 0.01);
    }
    for (double share : {0.8, 0.65, 0.5}) tried.push_back(std::max(families_.front().width(), share * sum));
    std::sort(tried.rbegin(), tried.rend());
    return tried;
  }

  Arrangement arrange(double width) const {
    Arrangement made;
    RouteTask& task = made.task;
    task.content = &content_;
    task.cells = cells_;
    const std::size_t people = content_.people.size();
    task.row.assign(people, 0);
    task.x.assign(people, 0);
    task.stems = {{}, std::vector<std::size_t>(people, 0), std::vector<std::size_t>(people, 0)};
    for (const std::vector<std::size_t>& band : bands(width)) {
      const std::size_t first = task.rows.size();
      std::size_t depth = 0;
      for (std::size_t f : band) depth = std::max(depth, families_[f].rows.size());
      task.rows.resize(first + depth);
      double total = -family_gap, x = 0;
      for (std::size_t f : band) total += families_[f].width() + family_gap;
      x = -total / 2;
      for (std::size_t f : band) {
        const Family& family = families_[f];
        const bool with_child = band.front() == 0;
        const std::size_t shift = with_child && f != 0 && families_.front().rows.size() == depth
                                      ? shift_beside(content_, families_.front(), family)
                                  : with_child ? 0
                                               : depth - family.rows.size();
        add(family, x - family.left, first + shift, task);
        x += family.width() + family_gap;
      }
      task.family_below.resize(task.rows.size(), false);
      if (first > 0) task.family_below[first] = true;
    }
    add_loose(std::max(width, families_.front().width()), made);
    task.family_below.resize(task.rows.size(), false);
    return made;
  }

 private:
  std::vector<std::vector<std::size_t>> bands(double width) const {
    std::vector<std::vector<std::size_t>> found;
    std::vector<double> used;
    for (std::size_t f = 0; f < families_.size(); ++f) {
      std::size_t b = 0;
      while (b < found.size() && used[b] + family_gap + families_[f].width() > width + 0.02) ++b;
      if (b == found.size()) found.emplace_back(), used.push_back(-family_gap);
      found[b].push_back(f);
      used[b] += family_gap + families_[f].width();
    }
    return found;
  }

  static void add(const Family& family, double by, std::size_t first_row, RouteTask& task) {
    for (std::size_t r = 0; r < family.rows.size(); ++r)
      for (std::size_t person : family.rows[r]) {
        task.rows[first_row + r].push_back(person);
        task.row[person] = static_cast<int>(first_row + r);
        task.x[person] = family.x[person] + by;
        task.stems.lanes_left[person] = family.stems.lanes_left[person];
        task.stems.lanes_right[person] = family.stems.lanes_right[person];
      }
    task.stems.stems.insert(task.stems.stems.end(), family.stems.stems.begin(), family.stems.stems.end());
  }

  /// Who belongs to the family without being told how: in rows of their own at the foot.
  void add_loose(double width, Arrangement& made) const {
    RouteTask& task = made.task;
    double x = 0;
    for (std::size_t person : content_.loose) {
      const Cell& cell = cells_[person];
      if (made.loose_rows.empty() || x + cell.left + cell.right > width) {
        x = 0;
        made.loose_rows.push_back(task.rows.size());
        task.rows.emplace_back();
        task.family_below.push_back(true);
      }
      task.row[person] = static_cast<int>(task.rows.size()) - 1;
      task.rows.back().push_back(person);
      task.x[person] = x + cell.left;
      x += cell.left + cell.right + 0.8;
    }
    for (std::size_t r : made.loose_rows) {
      const std::size_t last = task.rows[r].back();
      const double middle = (task.x[last] + cells_[last].right) / 2;
      for (std::size_t person : task.rows[r]) task.x[person] -= middle;
    }
  }

  const GenogramContent& content_;
  const std::vector<Cell>& cells_;
  std::vector<Family> families_;
};

// --- the sheet -----------------------------------------------------------------------------------------

double fitting(const Box& extent, const Box& region) {
  return std::min(region.width() / extent.width(), region.height() / extent.height());
}

/// Room for years and letters only where there are some.
void mark_years(const GenogramContent& content, const std::vector<std::string>& asides, RouteTask& task) {
  task.years_above.assign(task.rows.size(), false);
  for (std::size_t r = 0; r < task.rows.size(); ++r)
    for (std::size_t person : task.rows[r])
      if (!content.people[person].born.empty() || !asides[person].empty()) task.years_above[r] = true;
}

std::string letter(int mark) {
  std::string text;
  for (int n = mark; n > 0; n = (n - 1) / 26) text.insert(text.begin(), static_cast<char>('A' + (n - 1) % 26));
  return text;
}

struct Drawn {
  Arrangement arrangement;
  Routes routes;
  std::vector<HomeOutline> homes;
  std::vector<std::string> asides;
};

/// Routes, outlines the homes, and again with room for the letters of homes that cannot be outlined.
Drawn draw_up(const GenogramContent& content, Arrangement arrangement) {
  Drawn drawn{std::move(arrangement), {}, {}, {}};
  std::set<std::size_t> apart;
  for (int round = 0; round < 4; ++round) {
    drawn.asides.clear();
    for (std::size_t i = 0; i < content.people.size(); ++i) drawn.asides.push_back(aside_of(content, i));
    for (const HomeOutline& home : drawn.homes)
      for (std::size_t person : home.marked)
        drawn.asides[person] += (drawn.asides[person].empty() ? "" : " ") + letter(home.mark);
    mark_years(content, drawn.asides, drawn.arrangement.task);
    drawn.routes = route(drawn.arrangement.task);
    drawn.homes = outline_homes(content, drawn.arrangement.task, drawn.routes, apart);
    std::set<std::size_t> now;
    for (std::size_t h = 0; h < drawn.homes.size(); ++h)
      if (drawn.homes[h].outline.empty()) now.insert(h);
    if (round > 0 && now == apart) break;
    apart = std::move(now);
  }
  return drawn;
}

std::size_t homes_apart(const GenogramContent& content, const Drawn& drawn) {
  std::size_t count = 0;
  for (std::size_t h = 0; h < drawn.homes.size(); ++h)
    count += drawn.homes[h].outline.empty() && content.homes[h].members.size() > 1 ? 1 : 0;
  return count;
}

class Finisher {
 public:
  Finisher(const GenogramContent& content, const Drawn& drawn, const Sheet& sheet, const Box& region, double name_pt,
           Ruler& ruler)
      : content_(content), drawn_(drawn), scale_(name_pt), ruler_(ruler) {
    const Point from = drawn.routes.extent.centre(), to = region.centre();
    shift_ = to - name_pt * from;
    layout_.sheet = sheet;
    layout_.name_pt = name_pt;
    layout_.role_pt = role_share * name_pt;
    layout_.small_pt = years_em * name_pt;
  }

  GenogramLayout finish() {
    for (std::size_t i = 0; i < content_.people.size(); ++i) layout_.people.push_back(person(i));
    for (std::size_t i = 0; i < content_.couples.size(); ++i) layout_.couples.push_back(couple(i));
    for (const PlacedChildLine& line : drawn_.routes.children) {
      PlacedChildLine placed{scaled(line.stem), {}};
      for (const Polygon& own : line.own) placed.own.push_back(scaled(own));
      layout_.children.push_back(std::move(placed));
    }
    for (const Polygon& line : drawn_.routes.siblings) layout_.siblings.push_back(scaled(line));
    for (std::size_t h = 0; h < drawn_.homes.size(); ++h) {
      const HomeOutline& home = drawn_.homes[h];
      layout_.households.push_back({h, scaled(home.outline), home.marked, home.mark});
      for (std::size_t person : home.marked) layout_.people[person].mark = home.mark;
    }
    caption();
    return std::move(layout_);
  }

 private:
  Point scaled(Point p) const { return scale_ * p + shift_; }
  Polygon scaled(Polygon line) const {
    for (Point& p : line) p = scaled(p);
    return line;
  }

  TextLine text(const std::string& words, double size, Point left_or_middle, Align align) const {
    const double width = ruler_.width(words, Face::regular, size);
    Point centre = left_or_middle;
    if (align == Align::left) centre.x += width / 2;
    if (align == Align::right) centre.x -= width / 2;
    return {words, Face::regular, size * scale_, scaled(centre), width * scale_, align};
  }

  PlacedRelative person(std::size_t i) const {
    const RouteTask& task = drawn_.arrangement.task;
    const Cell& cell = task.cells[i];
    const GenogramPerson& who = content_.people[i];
    PlacedRelative placed;
    placed.row = task.row[i];
    const Point at = drawn_.routes.symbols[i];
    placed.symbol = scaled(at);
    placed.radius = scale_ * symbol_em;
    placed.shortened = cell.shortened;
    const Point middle = at + Point{0, symbol_em + label_gap + cell.label_height / 2};
    const Box label = box_around(middle, cell.label_width, cell.label_height);
    placed.label = {scaled({label.left, label.top}).x, scaled({label.left, label.top}).y,
                    scaled({label.right, label.bottom}).x, scaled({label.right, label.bottom}).y};
    for (TextLine line : cell.lines) {
      line.centre = scaled(line.centre + middle);
      line.size_pt *= scale_;
      line.width *= scale_;
      placed.lines.push_back(std::move(line));
    }
    const double above = at.y - symbol_em - years_rise;
    if (!who.born.empty())
      placed.born = text(who.born, years_em, {at.x + drawn_.routes.ports_left[i] - years_off, above}, Align::right);
    if (!drawn_.asides[i].empty())
      placed.aside =
          text(drawn_.asides[i], years_em, {at.x + drawn_.routes.ports_right[i] + years_off, above}, Align::left);
    if (who.mark.age && !who.mark.unknown && !who.mark.dead)
      placed.age = text(std::to_string(*who.mark.age), 0.86, at, Align::centre);
    return placed;
  }

  /// Between two homes words stand in the middle of what their outlines leave. Two lines of words reach up between the
  /// years beside the symbols, and stand in the middle of what these leave.
  double middle_of_words(std::size_t i) const {
    const CoupleLine& couple = content_.couples[i];
    const PlacedCouple& placed = drawn_.routes.couples[i];
    if (placed.path.size() > 2) return placed.slash.x;
    const bool in_order = drawn_.routes.symbols[couple.a].x < drawn_.routes.symbols[couple.b].x;
    const std::size_t left = in_order ? couple.a : couple.b, right = in_order ? couple.b : couple.a;
    const std::vector<Cell>& cells = drawn_.arrangement.task.cells;
    if (outlines_between(left, right, content_) > 0)
      return (drawn_.routes.symbols[left].x + cells[left].right + drawn_.routes.symbols[right].x - cells[right].left) /
             2;
    if (couple.words.size() < 2) return placed.slash.x;
    return (drawn_.routes.symbols[left].x + cells[left].aside_reach + drawn_.routes.symbols[right].x -
            cells[right].born_reach) /
           2;
  }

  PlacedCouple couple(std::size_t i) const {
    PlacedCouple placed = drawn_.routes.couples[i];
    const auto& words = content_.couples[i].words;
    const double step = line_height * years_em;
    // Above a level line; the slashes stand in it.
    double y = placed.slash.y - words_rise - step * (static_cast<double>(words.size()) - 0.5);
    for (const std::string& line : words) {
      placed.words.push_back(text(line, years_em, {middle_of_words(i), y}, Align::centre));
      y += step;
    }
    placed.path = scaled(placed.path);
    placed.slash = scaled(placed.slash);
    return placed;
  }

  void caption() {
    if (drawn_.arrangement.loose_rows.empty()) return;
    const std::size_t r = drawn_.arrangement.loose_rows.front();
    const double y = drawn_.routes.body_top[r] - 0.62;
    layout_.texts.push_back(text(content_.loose_caption, caption_em,
                                 {(drawn_.routes.extent.left + drawn_.routes.extent.right) / 2, y}, Align::centre));
  }

  const GenogramContent& content_;
  const Drawn& drawn_;
  double scale_;
  Point shift_;
  Ruler& ruler_;
  GenogramLayout layout_;
};

void write_panel(const GenogramContent& content, const labels::Labels& labels, Ruler& ruler, GenogramLayout& layout) {
  const std::vector<GenogramEntry> entries = genogram_legend(content, layout, labels);
  // The panel is the map's; its rows come back in the order of the entries.
  std::vector<LegendEntry> rows;
  for (const GenogramEntry& entry : entries) rows.push_back({LegendMark::child, entry.text});
  Panel panel = make_panel(content.head, rows, layout.sheet, ruler);
  layout.texts.insert(layout.texts.end(), panel.texts.begin(), panel.texts.end());
  for (std::size_t i = 0; i < panel.legend.size(); ++i)
    layout.legend.push_back({entries[i].mark, entries[i].text, panel.legend[i].mark, panel.legend[i].lines});
  layout.legend_box = panel.legend_box;
}

}  // namespace

GenogramLayout lay_out_genogram(const GenogramContent& content, const Sheet& sheet, const MeasureText& measure,
                                const labels::Labels& labels) {
  Ruler ruler(measure);
  const Box region = regions(sheet).map;
  const std::vector<int> row = generations(content);
  const std::vector<double> words = word_widths(content, ruler);
  std::vector<std::vector<std::size_t>> orders;
  for (const auto& family : families(content)) orders.push_back(from_left_to_right(content, row, family));

  // Everything is in letters of one em, so the largest letters follow from the best shape of the whole.
  std::optional<Arrangement> best;
  double best_pt = 0, best_worth = 0;
  for (double label_limit : {6.4, 4.9, 3.8}) {
    const std::vector<Cell> written = cells(content, label_limit, ruler);
    for (double compactness : {0.05, 0.5, 3.0}) {
      std::vector<Family> laid;
      for (const auto& order : orders) laid.push_back(lay_out_family(content, row, order, written, words, compactness));
      const Arranger arranger(content, written, std::move(laid));
      for (double width : arranger.widths()) {
        const Drawn drawn = draw_up(content, arranger.arrange(width));
        const double fits = std::min(sheet.largest_name_pt, fitting(drawn.routes.extent, region));
        const double worth = fits * (1 - home_apart * static_cast<double>(homes_apart(content, drawn)));
        if (worth <= best_worth * 1.01) continue;
        best_worth = worth;
        best_pt = fits;
        best = drawn.arrangement;
      }
    }
  }
  if (!best || best_pt < sheet.smallest_name_pt) throw NoRoom();

  Drawn drawn = draw_up(content, *best);
  const double wide = region.width() / (best_pt * drawn.routes.extent.width());
  const double high = region.height() / best_pt - drawn.routes.extent.height();
  for (double& x : drawn.arrangement.task.x) x *= std::clamp(0.98 * wide, 1.0, most_spread);
  const auto gaps = static_cast<double>(std::max<std::size_t>(drawn.arrangement.task.rows.size(), 2) - 1);
  drawn.arrangement.task.air = std::clamp(0.95 * high / gaps, 0.0, most_air);
  drawn = draw_up(content, std::move(drawn.arrangement));
  const double name_pt = std::min(best_pt, fitting(drawn.routes.extent, region));

  GenogramLayout layout = Finisher(content, drawn, sheet, region, name_pt, ruler).finish();
  write_panel(content, labels, ruler, layout);
  return layout;
}

}  // namespace kreds::layout
