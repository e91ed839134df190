#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>

#include "genogram_rows.hpp"

namespace kreds::layout {

namespace {

// What each thing that a reader would stumble over costs. The order of magnitude is the order of the rules in
// genogram.hpp; the figures were tuned by looking at the shipped cases.
constexpr double wrong_age = 4000;
constexpr double wrong_age_half = 7, wrong_file_order = 2;
constexpr double couple_apart = 90, couple_gap = 40;
constexpr double former_apart = 30, former_gap = 15;
constexpr double parents_apart = 6, parents_gap = 6;
constexpr double stranger_among_siblings = 18, stranger_under_bracket = 10;
constexpr double partners_not_by_date = 4;
constexpr double crossing = 9;
constexpr double stranger_in_home = 6;
constexpr double far_from_parents = 0.5, far_home = 0.25;

/// Splitmix64 (Vigna): own random numbers, the same everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }
  double share() { return static_cast<double>(next() >> 11) / 9007199254740992.0; }

 private:
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  std::uint64_t state_;
};

using Order = std::vector<std::size_t>;

class Judge {
 public:
  Judge(const GenogramContent& content, const std::vector<int>& row, const Order& family)
      : content_(content), row_(row), at_(content.people.size(), 0), across_(content.people.size(), 0) {
    std::set<std::size_t> mine(family.begin(), family.end());
    for (const CoupleLine& couple : content.couples)
      if (mine.contains(couple.a)) couples_.push_back(&couple);
    sibships(mine);
    rows_.resize(1 + static_cast<std::size_t>(*std::max_element(row.begin(), row.end())));
    chain_.resize(content.people.size());
    for (std::size_t i = 0; i < chain_.size(); ++i) chain_[i] = i;
    for (const CoupleLine* couple : couples_)
      if (row[couple->a] == row[couple->b]) {
        const std::size_t from = chain_[couple->a], to = chain_[couple->b];
        std::replace(chain_.begin(), chain_.end(), from, to);
      }
    for (const GenogramHome& home : content.homes) {
      Order here;
      for (std::size_t member : home.members)
        if (mine.contains(member)) here.push_back(member);
      if (here.size() > 1) homes_.push_back(std::move(here));
    }
  }

  double cost(const Order& order) {
    for (auto& row : rows_) row.clear();
    for (std::size_t i = 0; i < order.size(); ++i) {
      auto& row = rows_[static_cast<std::size_t>(row_[order[i]])];
      at_[order[i]] = static_cast<double>(row.size());
      across_[order[i]] = static_cast<double>(i);
      row.push_back(order[i]);
    }
    return couples() + ages() + contiguity() + crossings() + households();
  }

 private:
  struct Sibship {
    Order parents;  // none under a bracket
    Order people;
    int parents_row = 0;
  };

  void sibships(const std::set<std::size_t>& mine) {
    std::map<std::pair<Order, int>, Order> groups;
    for (const ChildLine& line : content_.children)
      if (mine.contains(line.child)) {
        Order hang = line.parents;
        if (line.couple) hang = {content_.couples[*line.couple].a, content_.couples[*line.couple].b};
        groups[{hang, line.kind == ChildKind::step         ? 1
                      : line.kind == ChildKind::lives_with ? 2
                                                           : 0}]
            .push_back(line.child);
      }
    for (const auto& [key, children] : groups) sibships_.push_back({key.first, children, row_[key.first.front()]});
    for (const SiblingBracket& bracket : content_.siblings)
      if (mine.contains(bracket.people.front())) sibships_.push_back({{}, bracket.people, 0});
    // By age: whoever hangs from the same line; half-siblings as far as their parents' places allow.
    std::map<std::size_t, std::set<std::size_t>> of_parent;
    for (const ChildLine& line : content_.children)
      if (mine.contains(line.child) && line.kind != ChildKind::lives_with)
        for (std::size_t parent : line.parents) of_parent[parent].insert(line.child);
    std::map<std::pair<std::size_t, std::size_t>, bool> pairs;
    const auto add_pairs = [&](const auto& people, bool hard) {
      for (std::size_t a : people)
        for (std::size_t b : people)
          if (a < b && row_[a] == row_[b]) pairs[{a, b}] |= hard;
    };
    for (const auto& [parent, children] : of_parent) add_pairs(children, false);
    for (const Sibship& sibship : sibships_) add_pairs(sibship.people, true);
    siblings_.assign(pairs.begin(), pairs.end());
  }

  double couples() const {
    double sum = 0;
    for (const CoupleLine* couple : couples_) {
      if (row_[couple->a] != row_[couple->b]) continue;
      const double between = std::abs(at_[couple->a] - at_[couple->b]) - 1;
      if (between > 0) {
        const bool now = couple->kind == CoupleKind::married || couple->kind == CoupleKind::cohabiting ||
                         couple->kind == CoupleKind::couple;
        if (couple->kind == CoupleKind::parents)
          sum += parents_apart + parents_gap * between;
        else
          sum += now ? couple_apart + couple_gap * between : former_apart + former_gap * between;
      }
      for (const CoupleLine* other : couples_) {
        if (other == couple || !couple->began || !other->began || !(*couple->began < *other->began)) continue;
        for (std::size_t one : {couple->a, couple->b}) {
          if (other->a != one && other->b != one) continue;
          const std::size_t earlier = couple->a == one ? couple->b : couple->a;
          const std::size_t later = other->a == one ? other->b : other->a;
          if (row_[earlier] == row_[later] && at_[earlier] > at_[later]) sum += partners_not_by_date;
        }
      }
    }
    return sum;
  }

  double ages() const {
    double sum = 0;
    for (const auto& [pair, hard] : siblings_) {
      const auto& [a, b] = pair;
      const auto &of_a = content_.people[a].birth, &of_b = content_.people[b].birth;
      if (of_a && of_b && *of_a != *of_b) {
        if ((*of_a < *of_b) != (at_[a] < at_[b])) sum += hard ? wrong_age : wrong_age_half;
      } else if (at_[a] > at_[b]) {
        sum += wrong_file_order;
      }
    }
    return sum;
  }

  double contiguity() const {
    double sum = 0;
    for (const Sibship& sibship : sibships_) {
      if (sibship.people.size() < 2) continue;
      const int in_row = row_[sibship.people.front()];
      double first = 1e9, last = -1;
      for (std::size_t person : sibship.people)
        if (row_[person] == in_row) first = std::min(first, at_[person]), last = std::max(last, at_[person]);
      const auto& row = rows_[static_cast<std::size_t>(in_row)];
      for (std::size_t i = static_cast<std::size_t>(first); static_cast<double>(i) < last; ++i) {
        const bool related = std::any_of(sibship.people.begin(), sibship.people.end(), [&](std::size_t person) {
          return person == row[i] || chain_[person] == chain_[row[i]];
        });
        if (!related)
          sum += sibship.parents.empty() ? stranger_under_bracket : stranger_among_siblings;
        else
          sum += 0.3;
      }
    }
    return sum;
  }

  double crossings() const {
    struct Edge {
      int row;
      double from, to;
      const Sibship* of;
    };
    std::vector<Edge> edges;
    double sum = 0;
    for (const Sibship& sibship : sibships_) {
      if (sibship.parents.empty()) continue;
      double from = 0, mean = 0, to = 0;
      for (std::size_t parent : sibship.parents) from += at_[parent], mean += across_[parent];
      from /= static_cast<double>(sibship.parents.size());
      mean /= static_cast<double>(sibship.parents.size());
      for (std::size_t child : sibship.people) {
        to += across_[child];
        if (row_[child] == sibship.parents_row + 1) edges.push_back({sibship.parents_row, from, at_[child], &sibship});
      }
      sum += far_from_parents * std::abs(mean - to / static_cast<double>(sibship.people.size()));
    }
    for (std::size_t i = 0; i < edges.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        if (edges[i].row != edges[j].row || edges[i].of == edges[j].of) continue;
        const double above = edges[i].from - edges[j].from, below = edges[i].to - edges[j].to;
        if (above * below < 0) sum += crossing;
      }
    return sum;
  }

  double households() const {
    double sum = 0;
    for (const Order& home : homes_) {
      double leftmost = 1e9, rightmost = -1;
      for (std::size_t member : home)
        leftmost = std::min(leftmost, across_[member]), rightmost = std::max(rightmost, across_[member]);
      sum += far_home * (rightmost - leftmost);
      for (std::size_t r = 0; r < rows_.size(); ++r) {
        double first = 1e9, last = -1, members = 0;
        for (std::size_t member : home)
          if (row_[member] == static_cast<int>(r))
            first = std::min(first, at_[member]), last = std::max(last, at_[member]), ++members;
        if (members > 1) sum += stranger_in_home * (last - first + 1 - members);
      }
    }
    return sum;
  }

  const GenogramContent& content_;
  const std::vector<int>& row_;
  std::vector<double> at_, across_;
  std::vector<Order> rows_;
  std::vector<std::size_t> chain_;
  std::vector<const CoupleLine*> couples_;
  std::vector<Sibship> sibships_;
  std::vector<std::pair<std::pair<std::size_t, std::size_t>, bool>> siblings_;  // whether age is a hard rule
  std::vector<Order> homes_;
};

/// A stretch of the order is taken out and put back elsewhere, perhaps turned round: whole branches move over all rows.
Order with_stretch_moved(const Order& order, Random& random) {
  const std::size_t n = order.size();
  const std::size_t most = random.below(3) == 0 ? n : std::min<std::size_t>(n, 4);
  const std::size_t length = 1 + random.below(most), from = random.below(n - length + 1);
  Order stretch(order.begin() + static_cast<std::ptrdiff_t>(from),
                order.begin() + static_cast<std::ptrdiff_t>(from + length));
  Order rest = order;
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(from),
             rest.begin() + static_cast<std::ptrdiff_t>(from + length));
  if (random.below(2) == 0) std::reverse(stretch.begin(), stretch.end());
  const std::size_t to = random.below(rest.size() + 1);
  rest.insert(rest.begin() + static_cast<std::ptrdiff_t>(to), stretch.begin(), stretch.end());
  return rest;
}

Order with_two_swapped(Order order, Random& random) {
  std::swap(order[random.below(order.size())], order[random.below(order.size())]);
  return order;
}

/// Every single move that helps, until none does.
void polish(Order& order, double& cost, Judge& judge) {
  for (bool better = true; better;) {
    better = false;
    for (std::size_t length = 1; length <= std::min<std::size_t>(3, order.size() - 1) && !better; ++length)
      for (std::size_t from = 0; from + length <= order.size() && !better; ++from)
        for (std::size_t to = 0; to + length <= order.size() && !better; ++to) {
          if (from == to) continue;
          Order next = order;
          const auto begin = next.begin() + static_cast<std::ptrdiff_t>(from);
          const Order stretch(begin, begin + static_cast<std::ptrdiff_t>(length));
          next.erase(begin, begin + static_cast<std::ptrdiff_t>(length));
          next.insert(next.begin() + static_cast<std::ptrdiff_t>(to), stretch.begin(), stretch.end());
          const double of_next = judge.cost(next);
          if (of_next < cost - 1e-9) order = std::move(next), cost = of_next, better = true;
        }
  }
}

}  // namespace

std::vector<std::size_t> from_left_to_right(const GenogramContent& content, const std::vector<int>& row,
                                            const std::vector<std::size_t>& family) {
  Order best = family;
  if (family.size() < 2) return best;
  Judge judge(content, row, family);
  double best_cost = judge.cost(best);
  constexpr int starts = 4;
  const int steps = 400 + 150 * static_cast<int>(std::min<std::size_t>(family.size(), 60));
  for (int start = 0; start < starts; ++start) {
    Random random(static_cast<std::uint64_t>(start) + 1);
    Order order = best;
    double cost = best_cost;
    for (int step = 0; step < steps; ++step) {
      const double left = 1 - static_cast<double>(step) / steps;
      const double heat = 60 * left * left * left;
      Order next = random.below(4) == 0 ? with_two_swapped(order, random) : with_stretch_moved(order, random);
      const double of_next = judge.cost(next);
      // Threshold accepting (Dueck and Scheuer 1990): no exponential, whose last bit differs between machines.
      if (of_next > cost + heat * random.share()) continue;
      order = std::move(next);
      cost = of_next;
      if (cost < best_cost - 1e-9) best = order, best_cost = cost;
    }
  }
  polish(best, best_cost, judge);
  return best;
}

}  // namespace kreds::layout
