#include "genogram_columns.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace kreds::layout {

namespace {

constexpr double between = 0.62;      // between the outer edges of neighbours
constexpr double around_stem = 1.0;   // the same, where a line runs down between partners
constexpr double beside_words = 0.3;  // between the words of a couple and their symbols
constexpr double words_clear = 0.05;  // beside words between two outlines, over what lines need as well

std::vector<std::size_t> places(const Rows& rows, std::size_t people) {
  std::vector<std::size_t> at(people, 0);
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) at[row[i]] = i;
  return at;
}

double lanes_width(std::size_t lanes) {
  return lanes == 0 ? 0 : lane_start + lane_em * static_cast<double>(lanes - 1);
}

/// Weighted isotonic regression: the nearest places, in least squares, that keep the distances.
class Pool {
 public:
  void add(double wanted, double weight) {
    blocks_.push_back({wanted, weight, 1});
    while (blocks_.size() > 1 && blocks_[blocks_.size() - 2].at > blocks_.back().at) {
      const Block last = blocks_.back();
      blocks_.pop_back();
      Block& into = blocks_.back();
      into.at = (into.at * into.weight + last.at * last.weight) / (into.weight + last.weight);
      into.weight += last.weight;
      into.count += last.count;
    }
  }
  std::vector<double> places() const {
    std::vector<double> all;
    for (const Block& block : blocks_) all.insert(all.end(), block.count, block.at);
    return all;
  }

 private:
  struct Block {
    double at, weight;
    std::size_t count;
  };
  std::vector<Block> blocks_;
};

class Columns {
 public:
  Columns(const GenogramContent& content, const std::vector<int>& row, const Rows& rows, const Stems& stems,
          const std::vector<Cell>& cells, const std::vector<double>& couple_words, double compactness)
      : content_(content),
        row_(row),
        rows_(rows),
        stems_(stems),
        cells_(cells),
        words_(couple_words),
        at_(places(rows, content.people.size())),
        x_(content.people.size(), 0),
        compactness_(compactness) {}

  std::vector<double> solve() {
    for (const auto& row : rows_) {
      distances_.emplace_back();
      double x = 0;
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) distances_.back().push_back(distance(row[i - 1], row[i])), x += distances_.back().back();
        x_[row[i]] = x;
      }
      for (std::size_t person : row) x_[person] -= x / 2;
    }
    for (int round = 0; round < 200; ++round) {
      // Towards the end only the lines count, so that they hang straight where they can.
      if (round == 140) keep_within_width(), compactness_ = 0.004;
      for (std::size_t i = 0; i < rows_.size(); ++i) solve_row(round % 2 == 0 ? i : rows_.size() - 1 - i);
    }
    return x_;
  }

 private:
  /// The rows may move, but the whole becomes no wider.
  void keep_within_width() {
    left_ = 1e9, right_ = -1e9;
    for (const auto& row : rows_)
      for (std::size_t person : row) {
        left_ = std::min(left_, x_[person] - left_edge(person, cells_, stems_));
        right_ = std::max(right_, x_[person] + right_edge(person, cells_, stems_));
      }
  }

  /// Between the symbols of two neighbours.
  double distance(std::size_t a, std::size_t b) const {
    const int outlines = outlines_between(a, b, content_);
    const double room_for_outlines = outlines * (home_air + home_clear);
    double gap = outlines == 2 ? std::max(between, 2 * home_air + home_clear) : between, least = 0;
    for (const Stem& stem : stems_.stems) {
      if (stem.form != Stem::Form::beside || stem.a != a || stem.b != b) continue;
      if (!stem.lines.empty()) gap = outlines > 0 ? 2 * lane_start : around_stem;
      const double words = stem.couple ? words_[*stem.couple] : 0;
      least = 2 * symbol_em + std::max(1.0, words + 2 * beside_words);
      if (words > 0 && outlines > 0) gap = std::max(gap, words + 2 * words_clear + room_for_outlines);
      // Two lines of words reach up to the years beside the symbols; outlines of two homes may run between.
      if (stem.couple && content_.couples[*stem.couple].words.size() > 1)
        least = std::max(least, cells_[a].aside_reach + words + cells_[b].born_reach + 1.6);
    }
    return std::max(least, right_edge(a, cells_, stems_) + gap + left_edge(b, cells_, stems_));
  }

  double stem_x(const Stem& stem) const {
    switch (stem.form) {
      case Stem::Form::beside:
        return (x_[stem.a] + right_edge(stem.a, cells_, stems_) + x_[stem.b] - left_edge(stem.b, cells_, stems_)) / 2;
      case Stem::Form::alone:
        return stem.right ? x_[stem.a] + cells_[stem.a].right + lane_start
                          : x_[stem.a] - cells_[stem.a].left - lane_start;
      case Stem::Form::under:
      case Stem::Form::across:
        break;
    }
    return (x_[stem.a] + x_[stem.b]) / 2;
  }

  static double weight(ChildKind kind) { return plain(kind) ? 1 : kind == ChildKind::lives_with ? 0.05 : 0.1; }

  void solve_row(std::size_t r) {
    const auto& row = rows_[r];
    if (row.empty()) return;
    std::vector<double> pull(row.size(), 0), weights(row.size(), 0);
    const auto add = [&](std::size_t person, double to, double with) {
      if (row_[person] != static_cast<int>(r)) return;
      pull[at_[person]] += with * to;
      weights[at_[person]] += with;
    };
    for (const Stem& stem : stems_.stems) {
      if (stem.lines.empty()) continue;
      double mean = 0, sum = 0;
      for (std::size_t line : stem.lines) {
        const double w = weight(content_.children[line].kind);
        mean += w * x_[content_.children[line].child];
        sum += w;
      }
      mean /= sum;
      const double off = stem_x(stem) - mean;
      for (std::size_t line : stem.lines) {
        const std::size_t child = content_.children[line].child;
        add(child, x_[child] + off, weight(content_.children[line].kind));
      }
      const double with = std::min(1.0, sum);
      add(stem.a, x_[stem.a] - off, with);
      if (stem.b != stem.a) add(stem.b, x_[stem.b] - off, with);
    }
    for (std::size_t i = 0; i < row.size(); ++i) {
      add(row[i], x_[row[i]], 0.02);
      if (i == 0) continue;
      const double least = distances_[r][i - 1];
      const bool couple = std::any_of(stems_.stems.begin(), stems_.stems.end(), [&](const Stem& stem) {
        return stem.form == Stem::Form::beside && stem.a == row[i - 1] && stem.b == row[i];
      });
      const double with = couple ? 2.5 : compactness_;
      add(row[i], x_[row[i - 1]] + least, with);
      add(row[i - 1], x_[row[i]] - least, with);
    }
    for (const GenogramHome& home : content_.homes) {
      double mean = 0;
      for (std::size_t member : home.members) mean += x_[member] / static_cast<double>(home.members.size());
      for (std::size_t member : home.members) add(member, mean, 0.03);
    }
    Pool pool;
    double before = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) before += distances_[r][i - 1];
      pool.add(pull[i] / weights[i] - before, weights[i]);
    }
    // The nearest places between two bounds are the nearest places, cut off at the bounds.
    const double lowest = left_ + left_edge(row.front(), cells_, stems_);
    const double highest = std::max(lowest, right_ - right_edge(row.back(), cells_, stems_) - before);
    before = 0;
    const std::vector<double> found = pool.places();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) before += distances_[r][i - 1];
      x_[row[i]] = std::clamp(found[i], lowest, highest) + before;
    }
  }

  const GenogramContent& content_;
  const std::vector<int>& row_;
  const Rows& rows_;
  const Stems& stems_;
  const std::vector<Cell>& cells_;
  const std::vector<double>& words_;
  std::vector<std::size_t> at_;
  std::vector<double> x_;
  std::vector<std::vector<double>> distances_;
  double compactness_;
  double left_ = -1e9, right_ = 1e9;
};

}  // namespace

int outlines_between(std::size_t a, std::size_t b, const GenogramContent& content) {
  int count = 0;
  for (const GenogramHome& home : content.homes) {
    if (home.members.size() < 2) continue;
    const auto lives = [&](std::size_t person) {
      return std::find(home.members.begin(), home.members.end(), person) != home.members.end();
    };
    count += lives(a) != lives(b) ? 1 : 0;
  }
  return std::min(count, 2);
}

double left_edge(std::size_t person, const std::vector<Cell>& cells, const Stems& stems) {
  return cells[person].left + lanes_width(stems.lanes_left[person]);
}

double right_edge(std::size_t person, const std::vector<Cell>& cells, const Stems& stems) {
  return cells[person].right + lanes_width(stems.lanes_right[person]);
}

Stems stems(const GenogramContent& content, const std::vector<int>& row, const Rows& rows) {
  const std::size_t people = content.people.size();
  const std::vector<std::size_t> at = places(rows, people);
  std::vector<bool> here(people, false);
  for (const auto& in_row : rows)
    for (std::size_t person : in_row) here[person] = true;
  Stems result{{}, std::vector<std::size_t>(people, 0), std::vector<std::size_t>(people, 0)};
  std::vector<bool> couple_left(people, false), couple_right(people, false);
  std::vector<std::size_t> stem_of_couple(content.couples.size());
  for (std::size_t i = 0; i < content.couples.size(); ++i) {
    const CoupleLine& couple = content.couples[i];
    if (!here[couple.a]) continue;
    Stem stem;
    stem.couple = i;
    stem.a = couple.a, stem.b = couple.b;
    if (row[stem.a] != row[stem.b]) {
      stem.form = Stem::Form::across;
      if (row[stem.a] > row[stem.b]) std::swap(stem.a, stem.b);
    } else {
      if (at[stem.a] > at[stem.b]) std::swap(stem.a, stem.b);
      stem.form = at[stem.b] - at[stem.a] == 1 ? Stem::Form::beside : Stem::Form::under;
    }
    if (stem.form == Stem::Form::beside) couple_right[stem.a] = couple_left[stem.b] = true;
    if (stem.form == Stem::Form::under) {
      stem.lane_a = result.lanes_right[stem.a]++;
      stem.lane_b = result.lanes_left[stem.b]++;
    }
    stem_of_couple[i] = result.stems.size();
    result.stems.push_back(std::move(stem));
  }
  std::map<std::size_t, std::size_t> alone;
  for (std::size_t i = 0; i < content.children.size(); ++i) {
    const ChildLine& line = content.children[i];
    if (!here[line.child]) continue;
    if (line.couple) {
      result.stems[stem_of_couple[*line.couple]].lines.push_back(i);
      continue;
    }
    const std::size_t parent = line.parents.front();
    const auto [known, fresh] = alone.try_emplace(parent, result.stems.size());
    if (fresh) {
      Stem stem;
      stem.a = stem.b = parent;
      // Away from the partner, whose child this is not told to be.
      if (couple_left[parent] != couple_right[parent])
        stem.right = couple_left[parent];
      else
        stem.right = at[line.child] > at[parent];
      std::size_t& lanes = stem.right ? result.lanes_right[parent] : result.lanes_left[parent];
      stem.lane_a = lanes++;
      result.stems.push_back(std::move(stem));
    }
    result.stems[known->second].lines.push_back(i);
  }
  return result;
}

std::vector<double> columns(const GenogramContent& content, const std::vector<int>& row, const Rows& rows,
                            const Stems& stems, const std::vector<Cell>& cells, const std::vector<double>& couple_words,
                            double compactness) {
  return Columns(content, row, rows, stems, cells, couple_words, compactness).solve();
}

}  // namespace kreds::layout
