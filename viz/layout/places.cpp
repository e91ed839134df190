#include "places.hpp"

#include <algorithm>
#include <cmath>

namespace kreds::layout {

namespace {

/// The C library's sine and power differ in the last bit from machine to machine; a search would make much of that.
/// From here on places are multiples of 1/4096 pt and only sums, products, quotients and roots are taken.
Point on_grid(Point p) {
  return {std::round(p.x * 4096) / 4096, std::round(p.y * 4096) / 4096};
}
double coarse(double cost) {
  return std::round(cost * 1024) / 1024;
}

/// A power between whole ones, without the C library's: near enough to say on which side of a line a corner lies.
double about_power(double base, double exponent) {
  double power = 1, rest = exponent;
  while (rest >= 1) power *= base, rest -= 1;
  return power * (1 - rest + rest * base);
}

/// How many corners of a label stick out over the outermost line.
int beyond_edge(const Frame& frame, const Box& label) {
  const auto out = [&](double u, double v) {
    if (u < 0.7 && v < 0.7) return false;  // inside for every exponent from 2 on
    return about_power(u, frame.exponent) + about_power(v, frame.exponent) > 1;
  };
  const auto across = [&](double x) { return std::abs(x - frame.centre.x) / frame.rx; };
  const auto down = [&](double y) { return std::abs(y - frame.centre.y) / frame.ry; };
  const double left = across(label.left), right = across(label.right), top = down(label.top),
               bottom = down(label.bottom);
  if (!out(std::max(left, right), std::max(top, bottom))) return 0;
  return out(left, top) + out(left, bottom) + out(right, top) + out(right, bottom);
}

std::vector<Variant> variants_in_rings() {
  return {{Side::below, 0, 0, 0.0}, {Side::right, 0, 0, 0.1}, {Side::left, 0, 0, 0.12}, {Side::above, 0, 0, 0.25}};
}

/// On one line labels stand in tiers within and without; a farther tier has a leader line, which only a crowd is worth.
std::vector<Variant> variants_on_a_line(std::size_t people) {
  const double dear = people <= few_people ? 3 : 1;
  std::vector<Variant> all;
  const auto add = [&](Side one, Side other, int tier, double shift, double leader, double farther) {
    const double cost = (tier > 0 ? leader + farther * (tier - 1) : 0) + 0.4 * std::abs(shift);
    for (Side side : {one, other}) all.push_back({side, tier, shift, cost});
  };
  for (int tier = 0; tier <= 3; ++tier)
    for (double shift : {0.0, -0.35, 0.35})
      if (tier > 0 || shift == 0) add(Side::right, Side::left, tier, shift, dear * 14, 6);
  for (int tier = 0; tier <= 5; ++tier)
    for (double shift : {0.0, -0.22, 0.22, -0.4, 0.4})
      if (tier > 0 || shift == 0) add(Side::below, Side::above, tier, shift, dear * 10, 4);
  return all;
}

}  // namespace

Places::Places(const PlacementTask& task)
    : task_(task), padding_(0.16 * task.name_pt), one_line_(task.content->rings == 0) {
  variants_ = one_line_ ? variants_on_a_line(task.order.size()) : variants_in_rings();
  for (std::size_t v = 0; v < variants_.size(); ++v) {
    const bool beside = variants_[v].side == Side::left || variants_[v].side == Side::right;
    if (!one_line_ || beside) upright_.push_back(v);
    if (!one_line_ || !beside) level_.push_back(v);
  }
  const auto& people = task.content->people;
  has_home_.assign(people.size(), 0);
  for (const HouseholdMark& household : task.content->households)
    for (const std::size_t member : household.members) has_home_[member] = household.with_child ? 0 : 1;
  std::map<std::pair<std::size_t, int>, std::size_t> known;
  cell_of_.assign(people.size(), 0);
  for (std::size_t person : task.order) {
    if (task.pinned[person]) {
      cell_of_[person] = cells_.size();
      add_cell({made_spot(*task.pinned[person], people[person])});
      continue;
    }
    const auto [entry, fresh] =
        known.try_emplace({people[person].sector, people[person].ring.value_or(0)}, cells_.size());
    if (fresh) add_cell(spots_of(people[person]));
    cell_of_[person] = entry->second;
  }
}

void Places::add_cell(std::vector<Spot> spots) {
  std::vector<RatedChoice>& rated = rated_.emplace_back();
  for (std::size_t spot = 0; spot < spots.size(); ++spot)
    for (std::size_t variant : spots[spot].upright ? upright_ : level_)
      rated.push_back({{spot, variant}, spots[spot].cost + variants_[variant].cost});
  std::stable_sort(rated.begin(), rated.end(),
                   [](const RatedChoice& a, const RatedChoice& b) { return a.at_least < b.at_least; });
  cells_.push_back(std::move(spots));
}

Places::Spot Places::made_spot(Point at, const PersonMark& mark) const {
  const Frame& frame = *task_.frame;
  const Polar polar = frame.polar(at);
  const double depth = frame.depth_in_sector(polar.turn, mark.sector);
  const auto [from, to] = frame.band(mark.ring);
  Spot spot{on_grid(at), 0.25 * (1 - depth) * (1 - depth), false};
  if (to > from) spot.cost += 0.3 * std::abs(2 * (polar.rho - from) / (to - from) - 1);
  const double x = std::abs(at.x - frame.centre.x) / frame.rx, y = std::abs(at.y - frame.centre.y) / frame.ry;
  spot.upright = x > y;
  spot.cost = coarse(spot.cost);
  return spot;
}

/// A grid over the cell that depends on the frame and not on who else is there.
std::vector<Places::Spot> Places::spots_of(const PersonMark& mark) const {
  const Frame& frame = *task_.frame;
  const auto [from, to] = frame.band(mark.ring);
  const double radius = task_.symbol_radius + 1.5;
  const double step = one_line_ ? std::max(2.0, 0.3 * task_.name_pt) : std::max(4.0, 0.55 * task_.name_pt);
  const auto [first, last] = frame.sectors[mark.sector];
  const double room = (to - from) * frame.ry;
  const int levels = to <= from ? 1 : std::max(3, static_cast<int>((room - 2 * radius) / step) + 1);
  std::vector<Spot> found;
  for (int level = 0; level < levels; ++level) {
    const double rho = to <= from ? from : from + (to - from) * (level + 0.5) / levels;
    // Steps of equal length: a turn is longer on the line's long sides.
    const int fine = 64;
    double at = 0, next = step / 2;
    Point before = frame.point({rho, first});
    for (int i = 1; i <= fine; ++i) {
      const Point p = frame.point({rho, first + (last - first) * i / fine});
      const double piece = length(p - before);
      while (next <= at + piece) {
        const double share = (i - 1 + (next - at) / piece) / fine;
        const Point spot = frame.point({rho, first + (last - first) * share});
        if (frame.disc_in_cell(spot, radius, mark.sector, mark.ring)) found.push_back(made_spot(spot, mark));
        next += step;
      }
      at += piece;
      before = p;
    }
  }
  return found;
}

std::optional<Place> Places::place(std::size_t person, Choice choice) const {
  const Spot& spot = cells_[cell_of_[person]][choice.spot];
  const Variant& variant = variants_[choice.variant];
  const LabelShape& shape = task_.labels[person];
  const double r = task_.symbol_radius, gap = 0.14 * task_.name_pt;
  const bool beside = variant.side == Side::left || variant.side == Side::right;
  Place place;
  place.symbol = spot.at;
  place.side = variant.side;
  place.tier = variant.tier;
  place.cost = spot.cost + variant.cost;
  place.symbol_box = box_around(spot.at, 2 * r, 2 * r);
  if (beside) {
    const double dx = r + gap + shape.width / 2 + variant.tier * widest_label * task_.name_pt;
    place.label = box_around(spot.at + Point{variant.side == Side::right ? dx : -dx, variant.shift * shape.height},
                             shape.width, shape.height);
  } else {
    const double off = r + 0.4 * gap + shape.height / 2 + variant.tier * (2.35 * task_.name_pt + 2 * padding_);
    place.label = box_around(spot.at + Point{variant.shift * shape.width, variant.side == Side::below ? off : -off},
                             shape.width, shape.height);
  }
  place.cost += (one_line_ ? 7 : 3) * beyond_edge(*task_.frame, place.label);
  // Who lives with somebody has an outline around the label; on one line there is room for it.
  if (has_home_[person] && one_line_ && task_.order.size() <= few_people)
    place.cost += 6 * beyond_edge(*task_.frame, grown(place.label, 0.45 * task_.name_pt));
  if (one_line_) {
    // Labels stand on the outside first: lines run inside.
    const Point out = place.label.centre() - spot.at, from_centre = spot.at - task_.frame->centre;
    if (dot(out, from_centre) < 0) place.cost += 1.4;
  }
  place.leader = beside ? Point{variant.side == Side::right ? place.label.left : place.label.right, spot.at.y}
                        : Point{spot.at.x, variant.side == Side::below ? place.label.top : place.label.bottom};
  place.both = united(place.label, place.symbol_box);
  if (!inside(place.both, task_.area)) return std::nullopt;
  const Box around = grown(place.both, padding_);
  const auto lies_on = [&](const Box& obstacle) {
    return overlap(around, obstacle) &&
           (overlap(grown(place.label, padding_), obstacle) || overlap(grown(place.symbol_box, padding_), obstacle));
  };
  if (lies_on(task_.child) || std::any_of(task_.captions.begin(), task_.captions.end(), lies_on)) return std::nullopt;
  return place;
}

}  // namespace kreds::layout
