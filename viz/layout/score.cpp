#include "score.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace kreds::layout {

namespace {

/// Empty space between two boxes: the larger of the horizontal and the vertical gap, 0 if they touch.
double gap_between(const Box& a, const Box& b) {
  const double dx = std::max({a.left - b.right, b.left - a.right, 0.0});
  const double dy = std::max({a.top - b.bottom, b.top - a.bottom, 0.0});
  return std::max(dx, dy);
}

double depth(const Box& a, const Box& b) {
  return std::min(std::min(a.right, b.right) - std::max(a.left, b.left),
                  std::min(a.bottom, b.bottom) - std::max(a.top, b.top));
}

bool contains(const std::vector<std::size_t>& list, std::size_t item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

void add_once(std::vector<std::size_t>& list, std::size_t item) {
  if (!contains(list, item)) list.push_back(item);
}

/// Prim's shortest tree.
std::vector<std::pair<Point, Point>> tree(std::vector<Point> points) {
  std::vector<std::pair<Point, Point>> links;
  for (std::size_t joined = 1; joined < points.size(); ++joined) {
    double least = 1e18;
    std::size_t from = 0, to = joined;
    for (std::size_t i = 0; i < joined; ++i)
      for (std::size_t j = joined; j < points.size(); ++j) {
        const Point way = points[j] - points[i];
        const double squared = dot(way, way);
        if (squared < least) least = squared, from = i, to = j;
      }
    links.emplace_back(points[from], points[to]);
    std::swap(points[joined], points[to]);
  }
  return links;
}

}  // namespace

Score::Score(const PlacementTask& task, const Places& places)
    : task_(task),
      unit_(task.name_pt),
      padding_(places.padding()),
      labels_(task.content->people.size()),
      symbols_(task.content->people.size()),
      both_(task.content->people.size()),
      captions_(task.captions.size()) {
  insistence_ = task.insistence;
  if (task.order.size() > few_people)
    weights_ = task.content->rings > 0 ? weights_in_crowded_rings(task.base) : weights_in_crowd();
  weights_ = calmer(weights_, task.effort);
  const std::size_t n = task.content->people.size();
  standing_.assign(n, 0);
  places_.resize(n);
  at_.resize(n);
  has_point_.assign(n, 0);
  ends_.resize(n);
  homes_of_.resize(n);
  company_.resize(n);
  housemates_.resize(n);
  together_.assign(n * n, 0);
  for (std::size_t i = 0; i < task.captions.size(); ++i) captions_.set(i, task.captions[i]);
  for (std::size_t l = 0; l < task.content->lines.size(); ++l) {
    const Line& line = task.content->lines[l];
    runs_.add(line.a, line.b);
    ends_[line.a].push_back({l, line.b});
    ends_[line.b].push_back({l, line.a});
  }
  for (const HouseholdMark& household : task.content->households) {
    if (household.members.size() < 2) continue;
    Home home;
    home.members = household.members;
    home.couples = household.couples;
    home.outlined = !household.with_child;
    for (std::size_t member : household.members) homes_of_[member].push_back(homes_.size());
    homes_.push_back(std::move(home));
  }
}

void Score::let_be_known(std::size_t newest) {
  const auto known = [&](std::size_t person) { return person <= newest || person == task_.content->ego; };
  for (std::size_t i = 0; i < task_.fixed.size(); ++i) {
    if (!task_.fixed[i] || has_point_[i] || !known(i)) continue;
    at_[i] = *task_.fixed[i];
    has_point_[i] = 1;
    update_lines(i);
  }
  for (const Line& line : task_.content->lines) {
    if (!known(line.a) || !known(line.b)) continue;
    add_once(company_[line.a], line.b);
    add_once(company_[line.b], line.a);
  }
  for (const Home& home : homes_)
    for (std::size_t member : home.members)
      for (std::size_t other : home.members) {
        if (other == member || !known(member) || !known(other)) continue;
        add_once(company_[member], other);
        add_once(housemates_[member], other);
        together_[member * places_.size() + other] = 1;
      }
}

void Score::put(std::size_t person, const Place& place) {
  standing_[person] = 1;
  places_[person] = place;
  at_[person] = place.symbol;
  has_point_[person] = 1;
  both_.set(person, place.both);
  labels_.set(person, place.label);
  symbols_.set(person, place.symbol_box);
  update_lines(person);
  update_homes(person);
}

void Score::take(std::size_t person) {
  standing_[person] = 0;
  has_point_[person] = 0;
  both_.take(person);
  labels_.take(person);
  symbols_.take(person);
  update_lines(person);
  update_homes(person);
}

void Score::update_lines(std::size_t person) {
  for (const End& end : ends_[person]) {
    const auto [a, b] = runs_.ends(end.line);
    if (has_point_[a] && has_point_[b])
      runs_.set(end.line, at_[a], at_[b]);
    else
      runs_.take(end.line);
  }
}

void Score::update_homes(std::size_t person) {
  for (std::size_t h : homes_of_[person]) {
    if (!homes_[h].outlined) continue;
    std::vector<Point> points;
    for (std::size_t member : homes_[h].members)
      if (standing_[member]) points.push_back(at_[member]);
    homes_[h].links = tree(std::move(points));
  }
}

bool Score::lives_in(std::size_t person, std::size_t home) const {
  return contains(homes_of_[person], home);
}

bool Score::collide(const Place& a, const Place& b) const {
  const Box label = grown(a.label, padding_), symbol = grown(a.symbol_box, padding_);
  if (overlap(label, b.label) || overlap(label, b.symbol_box) || overlap(symbol, b.label) ||
      overlap(symbol, b.symbol_box))
    return true;
  const auto leader_hits = [](const Place& from, const Place& other) {
    return from.tier > 0 && (passes(from.symbol, from.leader, grown(other.label, 2)) ||
                             passes(from.symbol, from.leader, grown(other.symbol_box, 2)));
  };
  if (leader_hits(a, b) || leader_hits(b, a)) return true;
  // Two leader lines on one another.
  if (a.tier == 0 || b.tier == 0 || !overlap(a.both, b.both)) return false;
  const Point between = a.symbol - b.symbol;
  const auto sideways = [](const Place& place) { return place.side == Side::left || place.side == Side::right; };
  return sideways(a) == sideways(b) && std::abs(sideways(a) ? between.y : between.x) < 3;
}

bool Score::free(std::size_t person, const Place& place) const {
  const Box wide = grown(place.both, padding_ + 2);
  return std::none_of(task_.order.begin(), task_.order.end(), [&](std::size_t other) {
    return other != person && standing_[other] && overlap(wide, places_[other].both) && collide(place, places_[other]);
  });
}

double Score::overlap_cost(const Place& a, const Place& b) const {
  double cost = 0;
  const Box label = grown(a.label, padding_), symbol = grown(a.symbol_box, padding_);
  const auto pair = [&](const Box& x, const Box& y) {
    if (overlap(x, y)) cost += weights_.overlap + weights_.overlap_depth * depth(x, y) / unit_;
  };
  pair(label, b.label);
  pair(label, b.symbol_box);
  pair(symbol, b.label);
  pair(symbol, b.symbol_box);
  if (cost == 0 && (a.tier > 0 || b.tier > 0) && collide(a, b)) cost += weights_.overlap;
  return insistence_ * cost;
}

double Score::without_lines(std::size_t person, const Place& place, double enough) const {
  double cost = place.cost;
  const double air = weights_.air * unit_;
  const Box near = grown(place.both, air);
  both_.overlapping(near, hits_);
  for (std::size_t other = 0; other < hits_.size(); ++other) {
    if (!hits_[other] || other == person) continue;
    if (cost > enough) return cost;
    const double gap = gap_between(place.both, places_[other].both);
    const bool apart = !together_[person * places_.size() + other];
    cost += (apart ? weights_.crowded_by_others : weights_.crowded) * (1 - gap / air) * (1 - gap / air);
    if (gap <= padding_ + 2) cost += overlap_cost(place, places_[other]);
  }
  return cost;
}

double Score::of(std::size_t person, const Place& place, double enough) const {
  double cost = without_lines(person, place, enough);
  if (cost > enough) return cost;
  cost += homes_cost(person, place);
  if (cost > enough) return cost;
  return cost + lines_cost(person, place, enough - cost);
}

/// Lines that leave a symbol almost the same way.
double Score::narrow_angles(std::size_t person, const Place& place) const {
  constexpr double cosine = 0.97;  // of 14 degrees
  const auto narrow = [](Point a, Point b) { return dot(a, b) > cosine * length(a) * length(b); };
  int count = 0;
  const std::vector<End>& ends = ends_[person];
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const std::size_t other = ends[i].other;
    if (!has_point_[other]) continue;
    const Point way = at_[other] - place.symbol;
    for (std::size_t j = 0; j < i; ++j)
      count += ends[j].other != other && has_point_[ends[j].other] && narrow(way, at_[ends[j].other] - place.symbol);
    for (const End& there : ends_[other])
      count += there.other != person && has_point_[there.other] && narrow(at_[other] - at_[there.other], way);
  }
  return weights_.narrow_angle * count;
}

double Score::lines_cost(std::size_t person, const Place& place, double enough) const {
  double cost = weights_.through_label * runs_.through(place.label, person) +
                weights_.through_symbol * runs_.through(place.symbol_box, person);
  if (weights_.narrow_angle > 0) cost += narrow_angles(person, place);
  for (const End& end : ends_[person]) {
    if (cost > enough) return cost;
    if (!has_point_[end.other]) continue;
    const Point from = place.symbol, to = at_[end.other];
    // The tray draws nobody nearer: its lines are long anyhow, and all would crowd beside it.
    if (standing_[end.other]) cost += weights_.line_length * length(to - from) / unit_;
    cost += weights_.crossing * runs_.crossing(from, to, person) +
            weights_.through_label * labels_.on(from, to, person, end.other) +
            weights_.through_symbol * symbols_.on(from, to, person, end.other) +
            weights_.through_caption * captions_.on(from, to);
    if (end.other != task_.content->ego && passes(from, to, task_.child)) cost += weights_.through_child;
    if (passes(from, to, place.label)) cost += weights_.through_own_label;
    if (standing_[end.other] && passes(from, to, places_[end.other].label)) cost += weights_.through_own_label;
  }
  return cost;
}

/// Side by side with room for the labels is near.
double Score::farther(Point way) const {
  return std::max(0.0, length(way) / unit_ - weights_.near);
}

double Score::home_cost(std::size_t h, std::size_t person, const Place& place) const {
  const Home& home = homes_[h];
  std::vector<Point> points{place.symbol};
  for (std::size_t member : home.members)
    if (member != person && standing_[member]) points.push_back(at_[member]);
  if (points.size() < 2) return 0;
  double cost = 0;
  const auto links = tree(std::move(points));
  const double thick = 0.75 * unit_;
  for (const auto& [a, b] : links) {
    cost += weights_.apart * (home.outlined ? 1 : 0.4) * farther(b - a);
    if (!home.outlined) continue;
    const Box around = grown(
        united({std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)}, {a.x, a.y, a.x, a.y}),
        thick);
    both_.overlapping(around, hits_);
    for (std::size_t other = 0; other < hits_.size(); ++other)
      if (hits_[other] && other != person && !lives_in(other, h) &&
          (passes(a, b, grown(places_[other].label, thick)) || passes(a, b, grown(places_[other].symbol_box, thick))))
        cost += weights_.stranger;
  }
  return cost + couples_cost(home, person, place) + age_order_cost(home, person, place);
}

/// Partners stand side by side: near, and with nobody of the home between them, which is in the circle over them both.
double Score::couples_cost(const Home& home, std::size_t person, const Place& place) const {
  const auto between = [](Point p, Point a, Point b) { return dot(a - p, b - p) < 0; };
  double cost = 0;
  for (const auto& [a, b] : home.couples) {
    if (person != a && person != b) {
      if (standing_[a] && standing_[b] && between(place.symbol, at_[a], at_[b])) cost += weights_.between_couple;
      continue;
    }
    const std::size_t other = a == person ? b : a;
    if (!standing_[other]) continue;
    cost += weights_.couple_apart * farther(at_[other] - place.symbol);
    for (std::size_t member : home.members)
      if (member != a && member != b && standing_[member] && between(at_[member], place.symbol, at_[other]))
        cost += weights_.between_couple;
  }
  return cost;
}

/// Brothers and sisters stand oldest first, from the left, or from above where they stand over one another.
double Score::age_order_cost(const Home& home, std::size_t person, const Place& place) const {
  const auto age = [&](std::size_t member) -> std::optional<int> {
    const PersonMark& mark = task_.content->people[member];
    if (mark.expected) return -1;
    return mark.adult ? std::nullopt : mark.age;
  };
  const std::optional<int> own = age(person);
  if (!own) return 0;
  double cost = 0;
  for (std::size_t member : home.members) {
    const std::optional<int> other = member != person && standing_[member] ? age(member) : std::nullopt;
    if (!other || *other == *own) continue;
    const Point way = *other < *own ? at_[member] - place.symbol : place.symbol - at_[member];  // to the younger
    const bool in_order = std::abs(way.x) > std::abs(way.y) ? way.x > 0 : way.y > 0;
    if (!in_order) cost += weights_.wrong_age_order;
  }
  return cost;
}

double Score::homes_cost(std::size_t person, const Place& place) const {
  double cost = 0;
  for (std::size_t h : homes_of_[person]) cost += home_cost(h, person, place);
  // In others' homes.
  const double thick = 0.75 * unit_;
  for (std::size_t h = 0; h < homes_.size(); ++h) {
    if (homes_[h].links.empty() || lives_in(person, h)) continue;
    for (const auto& [a, b] : homes_[h].links)
      if (passes(a, b, grown(place.both, thick)) &&
          (passes(a, b, grown(place.label, thick)) || passes(a, b, grown(place.symbol_box, thick))))
        cost += weights_.stranger;
  }
  return cost;
}

}  // namespace kreds::layout
