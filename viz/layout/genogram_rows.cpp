#include "genogram_rows.hpp"

#include <algorithm>
#include <numeric>

namespace kreds::layout {

namespace {

/// Sets of people that grow together.
class Sets {
 public:
  explicit Sets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t of(std::size_t i) const {
    while (parent_[i] != i) i = parent_[i];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[std::max(of(a), of(b))] = std::min(of(a), of(b)); }

 private:
  std::vector<std::size_t> parent_;
};

/// Takes relations one by one, and keeps those that contradict none before.
class Generations {
 public:
  explicit Generations(std::size_t people) : same_(people), people_(people) {}

  void add_parent(std::size_t parent, std::size_t child) {
    if (!leads(child, parent)) below_.push_back({parent, child});
  }
  void add_same(std::size_t a, std::size_t b) {
    if (same_.of(a) != same_.of(b) && !leads(a, b) && !leads(b, a)) same_.join(a, b);
  }

  std::vector<int> rows() const {
    std::vector<int> row(people_, 0);
    // From the top: each as high as its parents allow. The relations have no cycle, so this ends.
    for (bool moved = true; moved;) {
      moved = false;
      for (const auto& [parent, child] : below_) {
        const int lowest = row[same_.of(parent)] + 1;
        if (row[same_.of(child)] < lowest) row[same_.of(child)] = lowest, moved = true;
      }
    }
    while (bring_down(row)) {
    }
    std::vector<int> all(people_);
    for (std::size_t person = 0; person < people_; ++person) all[person] = row[same_.of(person)];
    return all;
  }

 private:
  /// Whoever hangs together by lines to the next row comes down as one, if that makes more lines shorter than longer:
  /// a grandmother beside the other grandmother. False if nobody moved.
  bool bring_down(std::vector<int>& row) const {
    Sets tight = same_;
    for (const auto& [parent, child] : below_)
      if (row[same_.of(child)] == row[same_.of(parent)] + 1) tight.join(parent, child);
    for (std::size_t group = 0; group < people_; ++group) {
      if (tight.of(group) != group) continue;
      int shorter = 0, longer = 0, by = 0;
      for (const auto& [parent, child] : below_) {
        if (tight.of(parent) == tight.of(child)) continue;
        if (tight.of(child) == group) ++longer;
        if (tight.of(parent) != group) continue;
        ++shorter;
        const int slack = row[same_.of(child)] - row[same_.of(parent)] - 1;
        by = by == 0 ? slack : std::min(by, slack);
      }
      if (shorter <= longer || by == 0) continue;
      for (std::size_t person = 0; person < people_; ++person)
        if (same_.of(person) == person && tight.of(person) == group) row[person] += by;
      return true;
    }
    return false;
  }

  /// Whether `to` is in the row of `from` or below it.
  bool leads(std::size_t from, std::size_t to) const {
    std::vector<std::size_t> open{same_.of(from)};
    std::vector<bool> seen(people_, false);
    seen[open.front()] = true;
    while (!open.empty()) {
      const std::size_t at = open.back();
      open.pop_back();
      if (at == same_.of(to)) return true;
      for (const auto& [parent, child] : below_)
        if (same_.of(parent) == at && !seen[same_.of(child)]) {
          seen[same_.of(child)] = true;
          open.push_back(same_.of(child));
        }
    }
    return false;
  }

  Sets same_;
  std::size_t people_;
  std::vector<std::pair<std::size_t, std::size_t>> below_;
};

bool holds_now(CoupleKind kind) {
  return kind == CoupleKind::married || kind == CoupleKind::cohabiting || kind == CoupleKind::couple;
}

}  // namespace

std::vector<std::vector<std::size_t>> families(const GenogramContent& content) {
  Sets linked(content.people.size());
  for (const CoupleLine& couple : content.couples) linked.join(couple.a, couple.b);
  for (const ChildLine& line : content.children)
    for (std::size_t parent : line.parents) linked.join(parent, line.child);
  for (const SiblingBracket& bracket : content.siblings)
    for (std::size_t person : bracket.people) linked.join(bracket.people.front(), person);
  std::vector<std::vector<std::size_t>> found;
  std::vector<std::size_t> place(content.people.size(), content.people.size());
  const auto add = [&](std::size_t person) {
    std::size_t& at = place[linked.of(person)];
    if (at == content.people.size()) at = found.size(), found.emplace_back();
    found[at].push_back(person);
  };
  std::vector<bool> done(content.people.size(), false);
  for (std::size_t person : content.loose) done[person] = true;
  for (std::size_t i = 0; i < content.people.size(); ++i)
    if (content.people[i].child)
      for (std::size_t person = 0; person < content.people.size(); ++person)
        if (linked.of(person) == linked.of(i)) add(person), done[person] = true;
  for (std::size_t person = 0; person < content.people.size(); ++person)
    if (!done[person]) add(person);
  return found;
}

std::vector<int> generations(const GenogramContent& content) {
  Generations taken(content.people.size());
  const auto add_parents = [&](auto wanted) {
    for (const ChildLine& line : content.children)
      if (wanted(line.kind))
        for (std::size_t parent : line.parents) taken.add_parent(parent, line.child);
  };
  add_parents([](ChildKind kind) { return plain(kind); });
  for (ChildKind kind : {ChildKind::adoptive, ChildKind::foster, ChildKind::step})
    add_parents([&](ChildKind k) { return k == kind; });
  for (const bool current : {true, false})
    for (const CoupleLine& couple : content.couples)
      if (couple.kind != CoupleKind::parents && holds_now(couple.kind) == current) taken.add_same(couple.a, couple.b);
  for (const CoupleLine& couple : content.couples)
    if (couple.kind == CoupleKind::parents) taken.add_same(couple.a, couple.b);
  for (const ChildLine& line : content.children)
    for (const ChildLine& other : content.children)
      if (plain(line.kind) && plain(other.kind) && line.child < other.child &&
          std::find_first_of(line.parents.begin(), line.parents.end(), other.parents.begin(), other.parents.end()) !=
              line.parents.end())
        taken.add_same(line.child, other.child);
  for (const SiblingBracket& bracket : content.siblings)
    for (std::size_t person : bracket.people) taken.add_same(bracket.people.front(), person);
  add_parents([](ChildKind kind) { return kind == ChildKind::lives_with; });

  std::vector<int> row = taken.rows();
  for (const auto& family : families(content)) {
    const int top = row[*std::min_element(family.begin(), family.end(),
                                          [&](std::size_t a, std::size_t b) { return row[a] < row[b]; })];
    for (std::size_t person : family) row[person] -= top;
  }
  for (std::size_t person : content.loose) row[person] = 0;
  return row;
}

}  // namespace kreds::layout
