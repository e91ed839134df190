#include "genogram_routes.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "genogram_paths.hpp"

namespace kreds::layout {

namespace {

constexpr double track_em = 0.52;  // between the tracks of a channel
// Outlines of homes lie between the tracks and the people.
constexpr double above_tracks = home_air + line_clear, below_tracks = home_air + line_clear;
constexpr double empty_channel = 0.75;
constexpr double family_air = 1.2;
constexpr double port_em = 0.44;   // between lines that end at the top of one symbol
constexpr double most_port = 0.8;  // from the middle of a symbol to the outermost of its lines
constexpr double years_height = 1.08;
constexpr double symbol_depth = 0.35;  // how far lines run under a symbol, as share of its radius
// A lane moved out towards a neighbour leaves room for an outline of each.
constexpr double beside_outlines = line_clear + home_clear + home_air;
constexpr double stub_em = 0.34;  // lines that leave a symbol's side below the couple line

/// What runs level in a channel: where children part, a couple's line, a bracket.
struct Track {
  enum class Kind { stem, couple, bracket } kind = Kind::stem;
  std::size_t of = 0;  // stem or bracket
  std::vector<double> tops, bottoms;
  std::vector<std::size_t> children;  // whom it leads to
  double left = 0, right = 0;
  int level = 0;
  bool level_line() const { return right - left > 0.02; }
  /// Two lines that reach one child from both sides at one height would look like one that runs past.
  bool faces(const Track& other) const {
    return level_line() && other.level_line() && std::any_of(children.begin(), children.end(), [&](std::size_t child) {
             return std::find(other.children.begin(), other.children.end(), child) != other.children.end();
           });
  }
  bool meets(const Track& other) const {
    return (left < other.right + 0.3 && other.left < right + 0.3) || faces(other);
  }
};

int crossings_if_above(const Track& upper, const Track& lower) {
  int count = 0;
  for (double x : lower.tops)
    if (x > upper.left - 0.01 && x < upper.right + 0.01 && upper.level_line()) ++count;
  for (double x : upper.bottoms)
    if (x > lower.left - 0.01 && x < lower.right + 0.01 && lower.level_line()) ++count;
  for (double top : lower.tops)
    for (double bottom : upper.bottoms)
      if (std::abs(top - bottom) < 0.15) count += 20;  // one would run on top of the other
  // A couple's line lies above the line to its children, which hangs from it.
  if (lower.kind == Track::Kind::couple && upper.kind == Track::Kind::stem && upper.of == lower.of) count += 1000;
  return count;
}

/// An order from top to bottom with few crossings, then the highest free level for each.
int assign_levels(std::vector<Track>& tracks) {
  std::vector<std::size_t> order(tracks.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto rank = [](const Track& t) {
      return t.kind == Track::Kind::couple ? 0 : t.kind == Track::Kind::stem ? 1 : 2;
    };
    if (rank(tracks[a]) != rank(tracks[b])) return rank(tracks[a]) < rank(tracks[b]);
    return tracks[a].left < tracks[b].left;
  });
  const auto cost = [&](const std::vector<std::size_t>& by) {
    int sum = 0;
    for (std::size_t i = 0; i < by.size(); ++i)
      for (std::size_t j = i + 1; j < by.size(); ++j)
        if (tracks[by[i]].meets(tracks[by[j]])) sum += crossings_if_above(tracks[by[i]], tracks[by[j]]);
    return sum;
  };
  int now = cost(order);
  for (bool better = true; better && now > 0;) {
    better = false;
    for (std::size_t from = 0; from < order.size(); ++from)
      for (std::size_t to = 0; to < order.size(); ++to) {
        std::vector<std::size_t> next = order;
        const std::size_t moved = next[from];
        next.erase(next.begin() + static_cast<std::ptrdiff_t>(from));
        next.insert(next.begin() + static_cast<std::ptrdiff_t>(to), moved);
        if (const int then = cost(next); then < now) order = std::move(next), now = then, better = true;
      }
  }
  int levels = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    Track& track = tracks[order[i]];
    track.level = 0;
    for (std::size_t j = 0; j < i; ++j)
      if (tracks[order[j]].meets(track)) track.level = std::max(track.level, tracks[order[j]].level + 1);
    levels = std::max(levels, track.level + 1);
  }
  return levels;
}

/// Which of two lines of one stem covers the other where they run together.
int rank(ChildKind kind) {
  switch (kind) {
    case ChildKind::biological:
    case ChildKind::unspecified:
      return 0;
    case ChildKind::adoptive:
      return 1;
    case ChildKind::foster:
      return 2;
    case ChildKind::step:
      return 3;
    case ChildKind::lives_with:
      break;
  }
  return 4;
}

class Router {
 public:
  explicit Router(const RouteTask& task)
      : task_(task), content_(*task.content), rows_(task.rows.size()), channels_(rows_ + 1) {}

  Routes route() {
    const std::size_t people = content_.people.size();
    routes_.symbols.resize(people);
    routes_.ports_left.assign(people, 0);
    routes_.ports_right.assign(people, 0);
    routes_.couples.resize(content_.couples.size());
    routes_.children.resize(content_.children.size());
    routes_.siblings.resize(content_.siblings.size());
    sort_lines();
    find_ports();
    straighten();
    fill_channels();
    set_heights();
    for (std::size_t i = 0; i < stems().size(); ++i) draw_couple(i);
    for (std::size_t i = 0; i < stems().size(); ++i) draw_children(i);
    draw_brackets();
    draw_the_rest();
    return std::move(routes_);
  }

 private:
  const std::vector<Stem>& stems() const { return task_.stems.stems; }
  std::size_t row(std::size_t person) const { return static_cast<std::size_t>(task_.row[person]); }
  double x(std::size_t person) const { return task_.x[person]; }

  double lane(std::size_t person, bool right, std::size_t number) const {
    const double from = right ? x(person) + task_.cells[person].right : x(person) - task_.cells[person].left;
    const double off = lane_start + lane_em * static_cast<double>(number);
    return right ? from + off : from - off;
  }

  /// Lines between neighbouring rows run in the channel between them, others find their own way.
  bool regular(const Stem& stem, std::size_t line) const {
    return stem.form != Stem::Form::across && row(content_.children[line].child) == row(stem.a) + 1;
  }

  void sort_lines() {
    stem_x_.resize(stems().size());
    for (std::size_t i = 0; i < stems().size(); ++i) {
      const Stem& stem = stems()[i];
      switch (stem.form) {
        case Stem::Form::beside:
          stem_x_[i] = (x(stem.a) + right_edge(stem.a, task_.cells, task_.stems) + x(stem.b) -
                        left_edge(stem.b, task_.cells, task_.stems)) /
                       2;
          break;
        case Stem::Form::alone:
          stem_x_[i] = lane(stem.a, stem.right, stem.lane_a);
          break;
        case Stem::Form::under: {
          const double from = lane(stem.a, true, stem.lane_a), to = lane(stem.b, false, stem.lane_b);
          double mean = (from + to) / 2;
          if (!stem.lines.empty()) {
            mean = 0;
            for (std::size_t line : stem.lines)
              mean += x(content_.children[line].child) / static_cast<double>(stem.lines.size());
          }
          const double inset = std::min(0.5, (to - from) / 4);
          stem_x_[i] = std::clamp(mean, from + inset, to - inset);
          break;
        }
        case Stem::Form::across:
          break;
      }
    }
    for (const SiblingBracket& bracket : content_.siblings)
      level_bracket_.push_back(std::all_of(bracket.people.begin(), bracket.people.end(), [&](std::size_t person) {
        return row(person) == row(bracket.people.front());
      }));
  }

  // --- where lines end at the top of a symbol ------------------------------------------------------------

  void find_ports() {
    struct Arrival {
      double from;
      bool bracket;
      std::size_t line;
    };
    std::vector<std::vector<Arrival>> arrivals(content_.people.size());
    for (std::size_t i = 0; i < stems().size(); ++i)
      for (std::size_t line : stems()[i].lines)
        arrivals[content_.children[line].child].push_back(
            {stems()[i].form == Stem::Form::across ? (x(stems()[i].a) + x(stems()[i].b)) / 2 : stem_x_[i], false,
             line});
    for (std::size_t i = 0; i < content_.siblings.size(); ++i)
      for (std::size_t person : content_.siblings[i].people) {
        double mean = 0;
        for (std::size_t other : content_.siblings[i].people)
          if (other != person) mean += x(other) / static_cast<double>(content_.siblings[i].people.size() - 1);
        arrivals[person].push_back({mean, true, i});
      }
    child_port_.assign(content_.children.size(), 0);
    bracket_ports_.resize(content_.siblings.size());
    for (std::size_t i = 0; i < content_.siblings.size(); ++i)
      bracket_ports_[i].assign(content_.siblings[i].people.size(), 0);
    for (std::size_t person = 0; person < arrivals.size(); ++person) {
      auto& all = arrivals[person];
      std::stable_sort(all.begin(), all.end(), [](const Arrival& a, const Arrival& b) { return a.from < b.from; });
      const double step = all.size() < 5 ? port_em : 1.7 / static_cast<double>(all.size());
      for (std::size_t k = 0; k < all.size(); ++k) {
        const double off = step * (static_cast<double>(k) - static_cast<double>(all.size() - 1) / 2);
        routes_.ports_left[person] = std::min(routes_.ports_left[person], off);
        routes_.ports_right[person] = std::max(routes_.ports_right[person], off);
        if (!all[k].bracket) {
          child_port_[all[k].line] = x(person) + off;
          continue;
        }
        const auto& people = content_.siblings[all[k].line].people;
        const auto at = std::find(people.begin(), people.end(), person) - people.begin();
        bracket_ports_[all[k].line][static_cast<std::size_t>(at)] = x(person) + off;
      }
    }
  }

  /// A line to children hangs straight above them where the gap between the partners, or beside the parent, has room.
  void straighten() {
    for (std::size_t i = 0; i < stems().size(); ++i) {
      const Stem& stem = stems()[i];
      double sum = 0, count = 0;
      for (std::size_t line : stem.lines)
        if (regular(stem, line)) sum += hangs_at(line), ++count;
      if (count == 0) continue;
      const double wanted = sum / count;
      double from = stem_x_[i], to = stem_x_[i];
      if (stem.form == Stem::Form::beside) {
        const double clear = outlines_between(stem.a, stem.b, content_) > 0 ? lane_start : home_clear;
        from = right_edge(stem.a, task_.cells, task_.stems) + x(stem.a) + clear;
        to = x(stem.b) - left_edge(stem.b, task_.cells, task_.stems) - clear;
      } else if (stem.form == Stem::Form::alone && only_lane(stem)) {
        if (stem.right)
          to += free_beside(stem);
        else
          from -= free_beside(stem);
      }
      if (from < to) stem_x_[i] = std::clamp(wanted, from, to);
    }
    hang_straight();
  }

  /// Rather than in a small step beside the parents, a line meets the symbol a little beside its middle, and the other
  /// lines that end there with it. Of several the one from the parents decides.
  void hang_straight() {
    for (bool by_birth : {true, false})
      for (std::size_t i = 0; i < stems().size(); ++i)
        for (std::size_t line : stems()[i].lines)
          if (plain(content_.children[line].kind) == by_birth && regular(stems()[i], line)) hang_straight(i, line);
  }

  void hang_straight(std::size_t i, std::size_t line) {
    const std::size_t child = content_.children[line].child;
    const double off = stem_x_[i] - child_port_[line];
    double &left = routes_.ports_left[child], &right = routes_.ports_right[child];
    const bool shifted = std::abs(left + right) > 1e-9;
    if (shifted || std::abs(off) > port_shift || left + off < -most_port || right + off > most_port) return;
    // The triangle of a child expected has its tip in the middle.
    if (content_.children[line].twin || content_.people[child].mark.expected) return;
    for (std::size_t other = 0; other < content_.children.size(); ++other)
      if (content_.children[other].child == child) child_port_[other] += off;
    for (std::size_t b = 0; b < content_.siblings.size(); ++b)
      for (std::size_t k = 0; k < content_.siblings[b].people.size(); ++k)
        if (content_.siblings[b].people[k] == child) bracket_ports_[b][k] += off;
    left = std::min(0.0, left + off);
    right = std::max(0.0, right + off);
  }

  bool only_lane(const Stem& stem) const {
    return (stem.right ? task_.stems.lanes_right : task_.stems.lanes_left)[stem.a] == 1;
  }

  /// How far the lane beside a single parent can move out before it comes near the neighbour.
  double free_beside(const Stem& stem) const {
    const auto& in_row = task_.rows[row(stem.a)];
    const auto at = static_cast<std::size_t>(std::find(in_row.begin(), in_row.end(), stem.a) - in_row.begin());
    const double here = lane(stem.a, stem.right, 0), most = 2;
    if (stem.right) {
      if (at + 1 == in_row.size()) return most;
      const std::size_t next = in_row[at + 1];
      return std::clamp(x(next) - left_edge(next, task_.cells, task_.stems) - beside_outlines - here, 0.0, most);
    }
    if (at == 0) return most;
    const std::size_t next = in_row[at - 1];
    return std::clamp(here - x(next) - right_edge(next, task_.cells, task_.stems) - beside_outlines, 0.0, most);
  }

  // --- channels ------------------------------------------------------------------------------------------

  /// Twins hang from one point.
  double hangs_at(std::size_t line) const {
    const ChildLine& of = content_.children[line];
    if (!of.twin) return child_port_[line];
    double sum = 0, count = 0;
    for (std::size_t i = 0; i < content_.children.size(); ++i)
      if (content_.children[i].twin == of.twin) sum += child_port_[i], ++count;
    return sum / count;
  }

  static void close(Track& track) {
    track.left = 1e9, track.right = -1e9;
    for (const auto* ends : {&track.tops, &track.bottoms})
      for (double end : *ends) track.left = std::min(track.left, end), track.right = std::max(track.right, end);
  }

  void fill_channels() {
    for (std::size_t i = 0; i < stems().size(); ++i) {
      const Stem& stem = stems()[i];
      Track children;
      children.of = i;
      children.tops = {stem_x_[i]};
      for (std::size_t line : stem.lines)
        if (regular(stem, line)) {
          children.bottoms.push_back(hangs_at(line));
          children.children.push_back(content_.children[line].child);
        }
      if (stem.form == Stem::Form::under) {
        Track couple;
        couple.kind = Track::Kind::couple;
        couple.of = i;
        couple.tops = {lane(stem.a, true, stem.lane_a), lane(stem.b, false, stem.lane_b)};
        close(couple);
        channels_[row(stem.a) + 1].push_back(couple);
      }
      if (!children.bottoms.empty()) {
        close(children);
        channels_[row(stem.a) + 1].push_back(children);
      }
      if (stem.form == Stem::Form::across) ++strays_;
      for (std::size_t line : stem.lines)
        if (!regular(stem, line)) ++strays_;
    }
    for (std::size_t i = 0; i < content_.siblings.size(); ++i) {
      if (!level_bracket_[i]) {
        ++strays_;
        continue;
      }
      Track bracket;
      bracket.kind = Track::Kind::bracket;
      bracket.of = i;
      bracket.bottoms = bracket_ports_[i];
      close(bracket);
      channels_[row(content_.siblings[i].people.front())].push_back(bracket);
    }
    strays_ = std::min<std::size_t>(strays_, 6);
  }

  void set_heights() {
    double y = 0;
    for (std::size_t r = 0; r <= rows_; ++r) {
      const int levels = assign_levels(channels_[r]);
      double height = r == 0 || r == rows_ ? 0 : empty_channel + task_.air;
      const double strays = 0.45 * static_cast<double>(strays_);
      if (levels > 0)
        height = above_tracks + track_em * (levels - 1) + below_tracks + (r > 0 && r < rows_ ? task_.air : 0);
      if (r < rows_ && task_.family_below[r]) height += family_air;
      stray_top_.push_back(y + 0.3);
      y += strays;
      // Spare height goes to both sides of the tracks.
      first_track_.push_back(y + above_tracks + (r > 0 && r < rows_ ? task_.air / 2 : 0));
      y += height;
      if (r == rows_) break;
      routes_.body_top.push_back(y);
      if (task_.years_above[r]) y += years_height;
      y += symbol_em;
      double label = 0;
      for (std::size_t person : task_.rows[r]) {
        routes_.symbols[person] = {x(person), y};
        label = std::max(label, task_.cells[person].label_height);
      }
      y += symbol_em + label_gap + label;
      routes_.body_bottom.push_back(y);
    }
    routes_.extent = {1e9, 0, -1e9, y};
    for (const auto& in_row : task_.rows)
      for (std::size_t person : in_row) {
        routes_.extent.left = std::min(routes_.extent.left, x(person) - left_edge(person, task_.cells, task_.stems));
        routes_.extent.right = std::max(routes_.extent.right, x(person) + right_edge(person, task_.cells, task_.stems));
      }
    if (strays_ > 0) {
      routes_.extent.left -= 0.6 + 0.3 * static_cast<double>(strays_);
      routes_.extent.right += 0.6 + 0.3 * static_cast<double>(strays_);
    }
  }

  double level_y(std::size_t channel, const Track& track) const {
    return first_track_[channel] + track_em * track.level;
  }

  const Track* track(std::size_t channel, Track::Kind kind, std::size_t of) const {
    for (const Track& t : channels_[channel])
      if (t.kind == kind && t.of == of) return &t;
    return nullptr;
  }

  /// Lines run a little way under the symbol, whatever its shape; the triangle of a child expected they meet at its
  /// tip.
  double top_of(std::size_t person) const {
    const double depth = content_.people[person].mark.expected ? 0.95 : symbol_depth;
    return routes_.symbols[person].y - depth * symbol_em;
  }

  // --- lines ---------------------------------------------------------------------------------------------

  void draw_couple(std::size_t i) {
    const Stem& stem = stems()[i];
    if (!stem.couple) return;
    PlacedCouple& couple = routes_.couples[*stem.couple];
    const Point a = routes_.symbols[stem.a], b = routes_.symbols[stem.b];
    if (stem.form == Stem::Form::beside) {
      couple.path = {a, b};
      couple.slash = {(a.x + b.x) / 2, a.y};
    } else if (stem.form == Stem::Form::under) {
      const std::size_t channel = row(stem.a) + 1;
      const double y = level_y(channel, *track(channel, Track::Kind::couple, i)), off = stub_em;
      const double from = lane(stem.a, true, stem.lane_a), to = lane(stem.b, false, stem.lane_b);
      couple.path = {{a.x, a.y + off}, {from, a.y + off}, {from, y}, {to, y}, {to, b.y + off}, {b.x, b.y + off}};
      // Beside the line to the children, not on it.
      couple.slash = {stem_x_[i] - from > to - stem_x_[i] ? (from + stem_x_[i]) / 2 : (to + stem_x_[i]) / 2, y};
    }
  }

  /// From the parents down to the first track.
  Polygon start_of(std::size_t i, double y) const {
    const Stem& stem = stems()[i];
    const Point a = routes_.symbols[stem.a];
    if (stem.form == Stem::Form::beside) return {{stem_x_[i], a.y}, {stem_x_[i], y}};
    if (stem.form == Stem::Form::alone) return {{a.x, a.y + stub_em}, {stem_x_[i], a.y + stub_em}, {stem_x_[i], y}};
    const std::size_t channel = row(stem.a) + 1;
    return {{stem_x_[i], level_y(channel, *track(channel, Track::Kind::couple, i))}, {stem_x_[i], y}};
  }

  void draw_children(std::size_t i) {
    const Stem& stem = stems()[i];
    const std::size_t channel = row(stem.a) + 1;
    const Track* level = stem.form == Stem::Form::across ? nullptr : track(channel, Track::Kind::stem, i);
    if (level == nullptr) return;
    const double y = level_y(channel, *level);
    std::vector<std::size_t> lines;
    for (std::size_t line : stem.lines)
      if (regular(stem, line)) lines.push_back(line);
    std::stable_sort(lines.begin(), lines.end(), [&](std::size_t a, std::size_t b) {
      return rank(content_.children[a].kind) < rank(content_.children[b].kind);
    });
    routes_.children[lines.front()].stem = start_of(i, y);
    double covered_left = stem_x_[i], covered_right = stem_x_[i];
    for (std::size_t line : lines) {
      const std::size_t child = content_.children[line].child;
      const double to = hangs_at(line);
      double from = std::clamp(to, covered_left, covered_right);
      Polygon own;
      if (std::abs(from - to) > 1e-9) own.push_back({from, y});
      own.push_back({to, y});
      own.push_back({content_.children[line].twin ? x(child) : to, top_of(child)});
      routes_.children[line].own = {own};
      covered_left = std::min(covered_left, to);
      covered_right = std::max(covered_right, to);
    }
  }

  void draw_brackets() {
    for (std::size_t i = 0; i < content_.siblings.size(); ++i) {
      if (!level_bracket_[i]) continue;
      const auto& people = content_.siblings[i].people;
      const std::size_t channel = row(people.front());
      const double y = level_y(channel, *track(channel, Track::Kind::bracket, i));
      std::vector<std::size_t> order(people.size());
      std::iota(order.begin(), order.end(), std::size_t{0});
      const auto& ports = bracket_ports_[i];
      std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return ports[a] < ports[b]; });
      Polygon& line = routes_.siblings[i];
      for (std::size_t k : order) {
        const double down = top_of(people[k]);
        if (k == order.front()) {
          line = {{ports[k], down}, {ports[k], y}};
        } else {
          line.insert(line.end(), {{ports[k], y}, {ports[k], down}});
          if (k != order.back()) line.push_back({ports[k], y});
        }
      }
    }
  }

  // --- lines that find their own way ---------------------------------------------------------------------

  Maze maze() const {
    std::vector<double> xs, ys;
    std::vector<Box> walls;
    for (std::size_t r = 0; r < rows_; ++r) {
      double before = routes_.extent.left - 0.3;
      for (std::size_t person : task_.rows[r]) {
        const double left = x(person) - task_.cells[person].left, right = x(person) + task_.cells[person].right;
        walls.push_back({left, routes_.body_top[r], right, routes_.body_bottom[r]});
        for (double share : {0.2, 0.4, 0.6, 0.8}) xs.push_back(before + share * (left - before));
        before = right;
      }
      for (double off : {0.3, 0.6, 0.9}) xs.push_back(before + off);
    }
    for (std::size_t k = 0; k <= strays_; ++k) {
      xs.push_back(routes_.extent.left + 0.3 * static_cast<double>(k));
      xs.push_back(routes_.extent.right - 0.3 * static_cast<double>(k));
      for (double top : stray_top_) ys.push_back(top + 0.45 * static_cast<double>(k));
    }
    Maze made(xs, ys, walls);
    for (const PlacedCouple& couple : routes_.couples) made.use(couple.path);
    for (const PlacedChildLine& line : routes_.children) {
      made.use(line.stem);
      for (const Polygon& own : line.own) made.use(own);
    }
    for (const Polygon& line : routes_.siblings) made.use(line);
    return made;
  }

  /// Just outside a person's cell, at the height where a line leaves the symbol's side.
  Point beside(std::size_t person, bool right) const {
    const Cell& cell = task_.cells[person];
    return {right ? x(person) + cell.right + 0.12 : x(person) - cell.left - 0.12, routes_.symbols[person].y + stub_em};
  }

  static Polygon joined(Polygon a, const Polygon& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
  }

  Polygon side_to_side(std::size_t a, std::size_t b, Maze& maze) const {
    const bool right = x(a) <= x(b);
    const Point from = routes_.symbols[a] + Point{0, stub_em}, to = routes_.symbols[b] + Point{0, stub_em};
    return joined(joined({from}, maze.way(beside(a, right), beside(b, !right))), {to});
  }

  /// A point on a line from which children can hang: the middle of its longest level stretch.
  static Point middle_of(const Polygon& line) {
    Point best = line.front();
    double longest = -1;
    for (std::size_t i = 1; i < line.size(); ++i) {
      const double flat = std::abs(line[i].x - line[i - 1].x);
      if (std::abs(line[i].y - line[i - 1].y) > 1e-9 || flat <= longest) continue;
      longest = flat;
      best = 0.5 * (line[i] + line[i - 1]);
    }
    return best;
  }

  void draw_the_rest() {
    if (strays_ == 0) return;
    Maze ways = maze();
    for (const Stem& stem : stems()) {
      if (stem.form != Stem::Form::across) continue;
      PlacedCouple& couple = routes_.couples[*stem.couple];
      couple.path = side_to_side(stem.a, stem.b, ways);
      couple.slash = middle_of(couple.path);
    }
    for (std::size_t i = 0; i < stems().size(); ++i)
      for (std::size_t line : stems()[i].lines)
        if (!regular(stems()[i], line)) draw_stray_child(i, line, ways);
    for (std::size_t i = 0; i < content_.siblings.size(); ++i) {
      if (level_bracket_[i]) continue;
      const auto& people = content_.siblings[i].people;
      for (std::size_t k = 0; k + 1 < people.size(); ++k) {
        const auto down = [&](std::size_t at) { return Point{bracket_ports_[i][at], top_of(people[at])}; };
        const auto above = [&](std::size_t at) { return Point{bracket_ports_[i][at], above_body(people[at])}; };
        const Polygon way = ways.way(above(k), above(k + 1));
        routes_.siblings[i] = joined(routes_.siblings[i], joined(joined({down(k)}, way), {down(k + 1)}));
      }
    }
  }

  double above_body(std::size_t person) const { return routes_.body_top[row(person)] - 0.14; }

  void draw_stray_child(std::size_t i, std::size_t line, Maze& ways) {
    const Stem& stem = stems()[i];
    const std::size_t child = content_.children[line].child;
    PlacedChildLine& placed = routes_.children[line];
    Point from;
    if (stem.form == Stem::Form::across) {
      from = middle_of(routes_.couples[*stem.couple].path);
    } else {
      const bool shared = track(row(stem.a) + 1, Track::Kind::stem, i) != nullptr;
      placed.stem = start_of(i, routes_.body_bottom[row(stem.a)] + 0.2);
      if (stem.form == Stem::Form::under) placed.stem = {};
      from = stem.form == Stem::Form::under ? start_of(i, 0).front() : placed.stem.back();
      const auto& others = stem.lines;
      if (shared || std::any_of(others.begin(), others.end(), [&](std::size_t other) {
            return other != line && !routes_.children[other].stem.empty();
          }))
        placed.stem = {};
    }
    const Point above{child_port_[line], above_body(child)};
    placed.own = {joined(ways.way(from, above), {{child_port_[line], top_of(child)}})};
  }

  const RouteTask& task_;
  const GenogramContent& content_;
  std::size_t rows_;
  std::vector<std::vector<Track>> channels_;
  std::vector<double> stem_x_, child_port_, first_track_, stray_top_;
  std::vector<bool> level_bracket_;
  std::vector<std::vector<double>> bracket_ports_;
  std::size_t strays_ = 0;
  Routes routes_;
};

}  // namespace

Routes route(const RouteTask& task) {
  return Router(task).route();
}

}  // namespace kreds::layout
