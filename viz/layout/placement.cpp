#include "placement.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace kreds::layout {

namespace {

constexpr std::array<Side, 4> sides = {Side::below, Side::right, Side::left, Side::above};
constexpr double far_away = std::numeric_limits<double>::infinity();

/// Empty space between two boxes: the larger of the horizontal and the vertical gap, 0 if they touch.
double gap_between(const Box& a, const Box& b) {
  const double dx = std::max({a.left - b.right, b.left - a.right, 0.0});
  const double dy = std::max({a.top - b.bottom, b.top - a.bottom, 0.0});
  return std::max(dx, dy);
}

struct Candidate {
  Place place;
  Box both;  ///< around symbol and label
  double cost = 0;
};

class Placer {
 public:
  explicit Placer(const PlacementTask& task) : task_(task), unit_(task.name_pt) {
    const std::size_t n = task.content->people.size();
    places_.resize(n);
    both_.resize(n);
    candidates_.resize(n);
    lines_of_.resize(n);
    household_of_.resize(n);
    ejections_.assign(n, 0);
    for (const auto& party : task.parties) everybody_.insert(everybody_.end(), party.begin(), party.end());
    for (const Line& line : task.content->lines) {
      lines_of_[line.a].push_back(line.b);
      lines_of_[line.b].push_back(line.a);
    }
    for (std::size_t h = 0; h < task.content->households.size(); ++h)
      if (!task.content->households[h].with_child)
        for (std::size_t member : task.content->households[h].members) household_of_[member].push_back(h);
  }

  std::optional<std::vector<std::optional<Place>>> run() {
    for (const auto& party : task_.parties)
      if (!seat(party) && !squeeze_in(party)) return std::nullopt;
    return places_;
  }

 private:
  /// Places a party side by side: the first in each of a few good places, the others next to them; the cheapest stays.
  bool seat(const std::vector<std::size_t>& party) {
    constexpr std::size_t tries = 5;
    double least = far_away;
    std::vector<Place> best;
    for (const Candidate& first : best_free_places(party.front(), party.size() > 1 ? tries : 1)) {
      std::vector<Place> taken{first.place};
      put(party.front(), first.place);
      double cost = first.cost;
      for (std::size_t i = 1; i < party.size() && cost < least; ++i) {
        const auto next = best_free_places(party[i], 1);
        cost += next.empty() ? far_away : next.front().cost;
        if (next.empty()) break;
        taken.push_back(next.front().place);
        put(party[i], next.front().place);
      }
      for (std::size_t member : party) places_[member].reset();
      if (cost < least && taken.size() == party.size()) least = cost, best = taken;
    }
    if (best.empty()) return false;
    for (std::size_t i = 0; i < party.size(); ++i) put(party[i], best[i]);
    return true;
  }

  /// Nobody's fault but the crowd's: each takes the place that costs the fewest others theirs; they look again.
  bool squeeze_in(const std::vector<std::size_t>& party) {
    std::vector<std::size_t> waiting(party.rbegin(), party.rend());
    const std::size_t most = 2 * everybody_.size() + 20;
    while (!waiting.empty()) {
      if (++steps_ > most) return false;
      const std::size_t person = waiting.back();
      waiting.pop_back();
      if (const auto free = best_free_places(person, 1); !free.empty()) {
        put(person, free.front().place);
        continue;
      }
      const auto place = least_taken_place(person);
      if (!place) return false;
      for (std::size_t other : everybody_)
        if (places_[other] && collides(*place, *places_[other])) {
          places_[other].reset();
          ++ejections_[other];
          waiting.push_back(other);
        }
      put(person, *place);
    }
    return true;
  }

  double padding() const { return 0.16 * unit_; }

  bool collides(const Place& a, const Place& b) const {
    const double pad = padding();
    return overlap(grown(a.label, pad), b.label) || overlap(grown(a.label, pad), b.symbol_box) ||
           overlap(grown(a.symbol_box, pad), b.label) || overlap(grown(a.symbol_box, pad), b.symbol_box);
  }

  bool fits(const Place& place) const {
    if (!inside(place.label, task_.area) || !inside(place.symbol_box, task_.area)) return false;
    for (const Box& obstacle : task_.obstacles)
      if (overlap(grown(place.label, padding()), obstacle) || overlap(grown(place.symbol_box, padding()), obstacle))
        return false;
    return true;
  }

  /// Points of the person's sector and ring where a symbol stands wholly inside, on a grid that depends on the sheet
  /// and not on who else is there.
  const std::vector<Point>& spots(std::size_t person) const {
    const PersonMark& mark = task_.content->people[person];
    auto [entry, fresh] = spots_.try_emplace({mark.sector, mark.ring.value_or(0)});
    if (fresh) entry->second = spots_of(mark);
    return entry->second;
  }

  std::vector<Point> spots_of(const PersonMark& mark) const {
    const auto [from, to] = task_.frame->band(mark.ring);
    const double step = std::max(5.0, 0.62 * unit_);
    std::vector<Point> found;
    const auto [first, last] = task_.frame->sectors[mark.sector];
    const double radius = task_.symbol_radius;
    const double room = (to - from) * task_.frame->ry;
    const int levels = to <= from ? 1 : std::max(1, static_cast<int>((room - 2 * radius) / (0.6 * step)));
    for (int level = 0; level < levels; ++level) {
      const double rho = to <= from ? from : from + (to - from) * (level + 0.5) / levels;
      const double length = (last - first) * 6.283 * rho * (task_.frame->rx + task_.frame->ry) / 2;
      const int count = std::max(3, static_cast<int>(length / step));
      for (int i = 0; i < count; ++i) {
        const double turn = first + (last - first) * (i + 0.5) / count;
        const Point p = task_.frame->point({rho, turn});
        if (in_cell(p, mark, radius + 2)) found.push_back(p);
      }
    }
    return found;
  }

  bool in_cell(Point p, const PersonMark& mark, double radius) const {
    const auto [from, to] = task_.frame->band(mark.ring);
    static constexpr std::array<Point, 8> around = {Point{1, 0}, {0.7071, 0.7071},   {0, 1},  {-0.7071, 0.7071},
                                                    {-1, 0},     {-0.7071, -0.7071}, {0, -1}, {0.7071, -0.7071}};
    for (Point direction : around) {
      const Polar polar = task_.frame->polar(p + radius * direction);
      if (!task_.frame->in_sector(polar.turn, mark.sector)) return false;
      if (to > from && (polar.rho < from || polar.rho > to)) return false;
    }
    return true;
  }

  Place place_at(std::size_t person, Point symbol, Side side) const {
    Place place;
    place.symbol = symbol;
    place.side = side;
    place.label = label_box(symbol, task_.symbol_radius, task_.labels[person], side, 0.14 * unit_);
    place.symbol_box = box_around(symbol, 2 * task_.symbol_radius, 2 * task_.symbol_radius);
    return place;
  }

  std::optional<Point> where(std::size_t person) const {
    if (task_.fixed[person]) return task_.fixed[person];
    if (places_[person]) return places_[person]->symbol;
    return std::nullopt;
  }

  /// All places that the sheet, the sector and the ring allow, with what they cost by themselves.
  const std::vector<Candidate>& candidates(std::size_t person) const {
    std::vector<Candidate>& found = candidates_[person];
    if (!found.empty()) return found;
    for (Point spot : spots(person))
      for (Side side : sides) {
        Candidate candidate{place_at(person, spot, side), {}, 0};
        if (!fits(candidate.place)) continue;
        candidate.both = united(candidate.place.label, candidate.place.symbol_box);
        candidate.cost = cell_cost(person, candidate.place);
        found.push_back(candidate);
      }
    return found;
  }

  void put(std::size_t person, const Place& place) {
    places_[person] = place;
    both_[person] = united(place.label, place.symbol_box);
  }

  /// The best `count` free places, best first.
  std::vector<Candidate> best_free_places(std::size_t person, std::size_t count) const {
    std::vector<Candidate> free;
    const std::vector<Neighbour> others = neighbours_of(person);
    const std::vector<Home> homes = homes_seen_by(person);
    for (const Candidate& candidate : candidates(person)) {
      const Box wide = grown(candidate.both, padding());
      const bool taken = std::any_of(others.begin(), others.end(), [&](const Neighbour& other) {
        return overlap(wide, other.both) && collides(candidate.place, *other.place);
      });
      if (!taken) free.push_back(candidate);
    }
    for (Candidate& candidate : free)
      candidate.cost += crowd_cost(candidate, others) + company_cost(person, candidate, homes);
    // Lines cost the most to weigh: only for the best few.
    const std::size_t few = std::min<std::size_t>(28, free.size());
    const auto cheaper = [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; };
    std::partial_sort(free.begin(), free.begin() + static_cast<std::ptrdiff_t>(few), free.end(), cheaper);
    free.resize(few);
    for (Candidate& candidate : free)
      candidate.cost += reach_cost(person, candidate.place) + line_cost(person, candidate.place);
    std::sort(free.begin(), free.end(), cheaper);
    if (free.size() > count) free.resize(count);
    return free;
  }

  std::optional<Place> least_taken_place(std::size_t person) const {
    std::optional<Place> best;
    double least = far_away;
    for (const Candidate& candidate : candidates(person)) {
      double cost = 0;
      for (std::size_t other : everybody_) {
        if (other == person || !places_[other] || !overlap(grown(candidate.both, padding()), both_[other]) ||
            !collides(candidate.place, *places_[other]))
          continue;
        cost += 1 + 0.7 * ejections_[other];
        if (cost >= least) break;
      }
      if (cost < least) least = cost, best = candidate.place;
    }
    return best;
  }

  struct Neighbour {
    Box both;
    const Place* place;
    bool housemate;
  };

  std::vector<Neighbour> neighbours_of(std::size_t person) const {
    std::vector<Neighbour> others;
    for (std::size_t other : everybody_)
      if (other != person && places_[other])
        others.push_back({both_[other], &*places_[other], live_together(person, other)});
    return others;
  }

  /// Air to those who already stand; housemates may stand close.
  double crowd_cost(const Candidate& candidate, const std::vector<Neighbour>& others) const {
    double cost = 0;
    const double wide = 1.9 * unit_;
    const Box near = grown(candidate.both, wide);
    for (const Neighbour& other : others) {
      if (other.housemate || !overlap(near, other.both)) continue;
      const double gap = gap_between(candidate.both, other.both);
      cost += 0.45 * (1 - gap / wide) * (1 - gap / wide);
    }
    return cost;
  }

  double cell_cost(std::size_t person, const Place& place) const {
    const PersonMark& mark = task_.content->people[person];
    static constexpr std::array<double, 4> side_cost = {0.16, 0.16, 0.0, 0.34};  // by Side: right, left, below, above
    double cost = side_cost[static_cast<std::size_t>(place.side)];
    if (one_line()) cost = along_the_line(place) ? 0.6 : 0;
    const Polar polar = task_.frame->polar(place.symbol);
    const double depth = task_.frame->depth_in_sector(polar.turn, mark.sector);
    cost += 0.3 * (1 - depth) * (1 - depth);
    const auto [from, to] = task_.frame->band(mark.ring);
    if (to > from) cost += 0.5 * std::abs(2 * (polar.rho - from) / (to - from) - 1);
    return cost;
  }

  bool one_line() const { return task_.content->rings == 0; }

  /// Whether a label lies along the line on which everybody stands, in the way of the next person.
  static bool beside(Side side) { return side == Side::left || side == Side::right; }
  bool along_the_line(const Place& place) const {
    const double x = std::abs(place.symbol.x - task_.frame->centre.x) / task_.frame->rx;
    const double y = std::abs(place.symbol.y - task_.frame->centre.y) / task_.frame->ry;
    return beside(place.side) != (x > y);
  }

  /// A label that reaches over the edge of its sector or ring.
  double reach_cost(std::size_t person, const Place& place) const {
    const PersonMark& mark = task_.content->people[person];
    const auto [from, to] = task_.frame->band(mark.ring);
    double cost = 0;
    for (Point corner : {Point{place.label.left, place.label.top}, Point{place.label.right, place.label.top},
                         Point{place.label.left, place.label.bottom}, Point{place.label.right, place.label.bottom}}) {
      const Polar at = task_.frame->polar(corner);
      if (!task_.frame->in_sector(at.turn, mark.sector)) cost += 0.35;
      if (to > from && (at.rho < from || at.rho > to)) cost += 0.07;
    }
    return cost;
  }

  /// A household of which somebody already stands, as the person who looks for a place sees it.
  struct Home {
    Box box;
    bool own = false;
    std::vector<Box> members, strangers;  ///< strangers only if it is the person's own
  };

  std::vector<Home> homes_seen_by(std::size_t person) const {
    std::vector<Home> homes;
    for (std::size_t h = 0; h < task_.content->households.size(); ++h) {
      const HouseholdMark& household = task_.content->households[h];
      if (household.with_child || household.members.size() < 2) continue;
      Home home;
      home.own = lives_in(person, h);
      for (std::size_t member : household.members)
        if (member != person && places_[member]) home.members.push_back(both_[member]);
      if (home.members.empty()) continue;
      home.box = home.members.front();
      for (const Box& box : home.members) home.box = united(home.box, box);
      if (home.own)
        for (std::size_t other : everybody_)
          if (places_[other] && !lives_in(other, h)) home.strangers.push_back(both_[other]);
      homes.push_back(std::move(home));
    }
    return homes;
  }

  /// Those who live together stand together, and nobody else among them.
  double company_cost(std::size_t person, const Candidate& candidate, const std::vector<Home>& homes) const {
    double cost = 0;
    for (const Home& home : homes) {
      if (!home.own) {
        if (overlap(grown(home.box, 0.4 * unit_), candidate.both)) cost += one_line() ? 1.5 : 5;
        continue;
      }
      double nearest = far_away;
      for (const Box& member : home.members) nearest = std::min(nearest, gap_between(candidate.both, member));
      cost += 0.34 * nearest / unit_;
      const Box larger = united(home.box, candidate.both);
      for (const Box& stranger : home.strangers)
        if (overlap(larger, stranger)) cost += one_line() ? 1.5 : 4;
    }
    for (std::size_t other : lines_of_[person])
      if (const auto end = where(other)) cost += 0.018 * length(*end - candidate.place.symbol) / unit_;
    return cost;
  }

  bool lives_in(std::size_t person, std::size_t household) const {
    return std::find(household_of_[person].begin(), household_of_[person].end(), household) !=
           household_of_[person].end();
  }

  bool live_together(std::size_t a, std::size_t b) const {
    return std::any_of(household_of_[a].begin(), household_of_[a].end(), [&](std::size_t h) { return lives_in(b, h); });
  }

  double line_cost(std::size_t person, const Place& place) const {
    double cost = 0;
    for (std::size_t end : lines_of_[person]) {
      const auto to = where(end);
      if (!to) continue;
      for (std::size_t other : everybody_)
        if (other != person && other != end && places_[other]) {
          if (passes(place.symbol, *to, places_[other]->label)) cost += 0.6;
          if (passes(place.symbol, *to, places_[other]->symbol_box)) cost += 1.0;
        }
      if (passes(place.symbol, *to, place.label)) cost += 0.12;
      for (const Line& line : task_.content->lines) {
        if (line.a == person || line.b == person || line.a == end || line.b == end) continue;
        const auto a = where(line.a), b = where(line.b);
        if (a && b && cross(place.symbol, *to, *a, *b)) cost += 0.45;
      }
    }
    for (const Line& line : task_.content->lines) {
      if (line.a == person || line.b == person) continue;
      const auto a = where(line.a), b = where(line.b);
      if (!a || !b) continue;
      if (passes(*a, *b, place.label)) cost += 0.6;
      if (passes(*a, *b, place.symbol_box)) cost += 1.0;
    }
    return cost;
  }

  const PlacementTask& task_;
  double unit_;
  std::vector<std::optional<Place>> places_;
  std::vector<Box> both_;  ///< around symbol and label, of those who have a place
  std::vector<std::vector<std::size_t>> lines_of_;
  std::vector<std::vector<std::size_t>> household_of_;
  std::vector<int> ejections_;
  std::vector<std::size_t> everybody_;
  std::size_t steps_ = 0;
  mutable std::vector<std::vector<Candidate>> candidates_;
  mutable std::map<std::pair<std::size_t, int>, std::vector<Point>> spots_;  ///< by sector and ring, made when needed
};

}  // namespace

Box label_box(Point symbol, double radius, const LabelShape& label, Side side, double gap) {
  const double dx = radius + gap + label.width / 2, dy = radius + gap * 0.4 + label.height / 2;
  switch (side) {
    case Side::right:
      return box_around(symbol + Point{dx, 0}, label.width, label.height);
    case Side::left:
      return box_around(symbol + Point{-dx, 0}, label.width, label.height);
    case Side::above:
      return box_around(symbol + Point{0, -dy}, label.width, label.height);
    case Side::below:
      break;
  }
  return box_around(symbol + Point{0, dy}, label.width, label.height);
}

std::optional<std::vector<std::optional<Place>>> place_people(const PlacementTask& task) {
  return Placer(task).run();
}

}  // namespace kreds::layout
