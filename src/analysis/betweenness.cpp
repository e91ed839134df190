// Brandes' algorithm (2001) of our own: Boost's compares path costs exactly. Costs are sums of logarithms, so two paths
// whose strengths multiply to the same number, which rating scales make common, come out a few units of the last place
// apart, and the tie is missed.
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <span>
#include <utility>

#include "adjacency.hpp"

namespace kreds::analysis {
namespace {

/// Rounding stays below 1e-14 for paths of some tens of steps; different products of quarters and fifths differ by more
/// than 1e-6 of their costs.
constexpr double tolerance = 1e-9;

/// Vertices that were met and are not settled. Few are looked through for the cheapest, which costs less than to keep
/// them in a heap.
class Frontier {
 public:
  explicit Frontier(std::size_t n) : few_(n <= 64) { open_.reserve(n); }

  /// When a vertex is met, and each time it has become cheaper.
  void push(double cost, std::size_t vertex, bool first) {
    if (few_ && !first) return;
    open_.emplace_back(cost, vertex);
    if (!few_) std::push_heap(open_.begin(), open_.end(), std::greater<>());
  }
  bool empty() const { return open_.empty(); }
  /// The cheapest, of equal ones the lowest. From a heap also vertices that have been settled since.
  std::size_t pop(const std::vector<double>& cost) {
    if (few_)
      std::swap(*cheapest(cost), open_.back());
    else
      std::pop_heap(open_.begin(), open_.end(), std::greater<>());
    const std::size_t vertex = open_.back().second;
    open_.pop_back();
    return vertex;
  }

 private:
  using Entry = std::pair<double, std::size_t>;  ///< of few, the cost may be out of date

  std::vector<Entry>::iterator cheapest(const std::vector<double>& cost) {
    auto best = open_.begin();
    double least = cost[best->second];
    for (auto entry = best + 1; entry != open_.end(); ++entry) {
      const double its = cost[entry->second];
      if (its > least || (its == least && entry->second > best->second)) continue;
      best = entry;
      least = its;
    }
    return best;
  }

  bool few_;
  std::vector<Entry> open_;
};

class Search {
 public:
  explicit Search(const Adjacency& graph)
      : cost(graph.size()),
        paths(graph.size()),
        dependency(graph.size()),
        settled(graph.size()),
        open(graph.size()),
        graph_(graph),
        before_(graph.last_arc(graph.size() - 1)),
        count_(graph.size()) {
    order.reserve(graph.size());
  }

  void start(std::size_t source) {
    std::fill(cost.begin(), cost.end(), std::numeric_limits<double>::infinity());
    std::fill(paths.begin(), paths.end(), 0.0);
    std::fill(dependency.begin(), dependency.end(), 0.0);
    std::fill(settled.begin(), settled.end(), char{0});
    std::fill(count_.begin(), count_.end(), Arc{0});
    order.clear();
    cost[source] = 0;
    paths[source] = 1;
  }

  /// From where the cheapest paths come to a vertex.
  std::span<const Vertex> predecessors(std::size_t v) const {
    return {before_.data() + graph_.first_arc(v), count_[v]};
  }
  void comes_only_from(Vertex predecessor, std::size_t v) {
    count_[v] = 0;
    comes_also_from(predecessor, v);
  }
  void comes_also_from(Vertex predecessor, std::size_t v) { before_[graph_.first_arc(v) + count_[v]++] = predecessor; }

  std::vector<double> cost;
  std::vector<double> paths;  ///< number of shortest paths; a double, for there can be more than any integer holds
  std::vector<double> dependency;
  std::vector<char> settled;
  std::vector<Vertex> order;  ///< by rising cost
  Frontier open;

 private:
  const Adjacency& graph_;
  std::vector<Vertex> before_;  ///< room for each neighbour of each vertex, as the arcs lie
  std::vector<Arc> count_;      ///< how much of it is used
};

/// A vertex is settled only when every predecessor is: a step costs at least −ln λ, far more than the tolerance.
void settle_all(const Adjacency& graph, std::size_t source, Search& search) {
  constexpr double unmet = std::numeric_limits<double>::infinity();
  search.start(source);
  search.open.push(0, source, true);
  while (!search.open.empty()) {
    const auto v = static_cast<Vertex>(search.open.pop(search.cost));
    if (search.settled[v] != 0) continue;
    search.settled[v] = 1;
    search.order.push_back(v);
    for (const std::size_t u : search.predecessors(v)) search.paths[v] += search.paths[u];
    for (Arc arc = graph.first_arc(v); arc < graph.last_arc(v); ++arc) {
      const Vertex next = graph.target(arc);
      if (search.settled[next] != 0) continue;
      const double cost = search.cost[v] + graph.weight(arc);
      double& best = search.cost[next];
      if (cost < best * (1 - tolerance)) {
        search.open.push(cost, next, best == unmet);
        best = cost;
        search.comes_only_from(v, next);
      } else if (cost <= best * (1 + tolerance)) {
        search.comes_also_from(v, next);
      }
    }
  }
}

void accumulate(std::size_t source, Search& search, std::vector<double>& centrality) {
  for (auto w = search.order.rbegin(); w != search.order.rend(); ++w) {
    const double share = (1 + search.dependency[*w]) / search.paths[*w];
    for (const std::size_t v : search.predecessors(*w)) search.dependency[v] += search.paths[v] * share;
    if (*w != source) centrality[*w] += search.dependency[*w];
  }
}

}  // namespace

std::vector<double> betweenness(const WeightedGraph& graph, double lambda) {
  const Adjacency adjacency(graph, [&](double strength) { return -std::log(lambda * strength); });
  std::vector<double> centrality(graph.vertex_count, 0);
  if (centrality.empty()) return centrality;
  Search search(adjacency);
  for (std::size_t source = 0; source < graph.vertex_count; ++source) {
    if (adjacency.neighbours(source).empty()) continue;
    settle_all(adjacency, source, search);
    accumulate(source, search, centrality);
  }
  // Each unordered pair was met from both of its ends.
  for (double& c : centrality) c /= 2;
  return centrality;
}

}  // namespace kreds::analysis
