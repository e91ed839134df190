// Maximal cliques by Bron and Kerbosch with pivots, started from each vertex along a degeneracy order (Eppstein,
// Löffler and Strash 2010). boost::bron_kerbosch_all_cliques starts from all vertices at once and grows quadratically.
#include <algorithm>
#include <deque>
#include <iterator>

#include "adjacency.hpp"

namespace kreds::analysis {
namespace {

using Vertices = std::vector<Vertex>;

/// Each vertex after all that have fewer neighbours left when they are taken away one by one.
Vertices degeneracy_order(const Adjacency& graph) {
  const std::size_t n = graph.size();
  std::vector<std::size_t> degree(n);
  std::size_t highest = 0;
  for (std::size_t v = 0; v < n; ++v) highest = std::max(highest, degree[v] = graph.neighbours(v).size());
  std::vector<Vertices> bucket(highest + 1);
  for (auto v = static_cast<Vertex>(n); v-- > 0;) bucket[degree[v]].push_back(v);
  std::vector<bool> taken(n, false);
  Vertices order;
  order.reserve(n);
  for (std::size_t d = 0; order.size() < n;) {
    if (bucket[d].empty()) {
      ++d;
      continue;
    }
    const Vertex v = bucket[d].back();
    bucket[d].pop_back();
    if (taken[v] || degree[v] != d) continue;
    taken[v] = true;
    order.push_back(v);
    for (const Vertex next : graph.neighbours(v)) {
      if (taken[next]) continue;
      bucket[--degree[next]].push_back(next);
    }
    if (d > 0) --d;
  }
  return order;
}

class CliqueSearch {
 public:
  CliqueSearch(const Adjacency& graph, std::size_t smallest) : graph_(graph), smallest_(smallest) {
    constexpr std::size_t most_in_a_table = 256;
    const std::size_t n = graph.size();
    if (n > most_in_a_table) return;
    table_.assign(n * n, 0);
    for (std::size_t v = 0; v < n; ++v)
      for (const Vertex next : graph.neighbours(v)) table_[v * n + next] = 1;
  }

  std::vector<std::vector<std::size_t>> run() {
    const Vertices order = degeneracy_order(graph_);
    std::vector<std::size_t> position(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) position[order[i]] = i;
    for (const Vertex v : order) {
      Sets& first = sets(0);
      first.clear();
      for (const Vertex next : graph_.neighbours(v))
        (position[next] > position[v] ? first.candidates : first.done).push_back(next);
      clique_ = {v};
      extend(0);
    }
    std::sort(found_.begin(), found_.end());
    return std::move(found_);
  }

 private:
  bool linked(Vertex a, Vertex b) const {
    return table_.empty() ? graph_.linked(a, b) : table_[a * graph_.size() + b] != 0;
  }

  /// What one step of the search chooses from. `done`: vertices linked to all of the clique whose cliques have been
  /// found already.
  struct Sets {
    Vertices candidates, done, to_try;
    void clear() { candidates.clear(), done.clear(), to_try.clear(); }
  };
  /// Those of a depth are used again and again.
  Sets& sets(std::size_t depth) {
    if (depth == sets_.size()) sets_.emplace_back();
    return sets_[depth];
  }

  void put_neighbours(Vertex v, const Vertices& set, Vertices& inside) const {
    std::copy_if(set.begin(), set.end(), std::back_inserter(inside), [&](Vertex u) { return linked(v, u); });
  }

  std::size_t linked_to(Vertex v, const Vertices& set) const {
    return static_cast<std::size_t>(std::count_if(set.begin(), set.end(), [&](Vertex u) { return linked(v, u); }));
  }

  /// The vertex with most neighbours among the candidates: these need not be tried beside it.
  Vertex pivot(const Vertices& candidates, const Vertices& done) const {
    Vertex best = candidates.front();
    std::size_t most = 0;
    for (const Vertices* set : {&candidates, &done})
      for (const Vertex v : *set)
        if (const std::size_t links = linked_to(v, candidates); links > most) {
          most = links;
          best = v;
        }
    return best;
  }

  void extend(std::size_t depth) {
    Sets& deeper = sets(depth + 1);
    auto& [candidates, done, to_try] = sets(depth);
    if (clique_.size() + candidates.size() < smallest_) return;
    if (candidates.empty()) {
      if (done.empty()) report();
      return;
    }
    const Vertex beside = pivot(candidates, done);
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(to_try),
                 [&](Vertex v) { return v == beside || !linked(v, beside); });
    for (const Vertex v : to_try) {
      clique_.push_back(v);
      deeper.clear();
      put_neighbours(v, candidates, deeper.candidates);
      put_neighbours(v, done, deeper.done);
      extend(depth + 1);
      clique_.pop_back();
      candidates.erase(std::find(candidates.begin(), candidates.end(), v));
      done.push_back(v);
    }
  }

  void report() {
    found_.emplace_back(clique_.begin(), clique_.end());
    std::sort(found_.back().begin(), found_.back().end());
  }

  const Adjacency& graph_;
  std::size_t smallest_;
  std::vector<char> table_;  ///< who is linked to whom, where that fits a small table
  Vertices clique_;
  std::deque<Sets> sets_;  ///< by depth; a deque, for steps above hold theirs while it grows
  std::vector<std::vector<std::size_t>> found_;
};

}  // namespace

std::vector<std::vector<std::size_t>> maximal_cliques(const WeightedGraph& graph, std::size_t smallest) {
  const Adjacency adjacency(graph);
  return CliqueSearch(adjacency, smallest).run();
}

}  // namespace kreds::analysis
