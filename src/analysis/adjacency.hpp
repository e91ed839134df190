/// \file
/// Neighbours of each vertex of a WeightedGraph in one block of memory; internal to the layer. Indices of 32 bits: at a
/// hundred thousand people it is the memory touched, not the counting, that takes the time.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

#include "kreds/analysis/structure.hpp"

namespace kreds::analysis {

using Vertex = std::uint32_t;
using Arc = std::uint32_t;  ///< an edge as seen from one of its ends

class Adjacency {
 public:
  /// Ties to oneself and ties of strength 0 are left out; `weight_of` is taken of each strength.
  template <class Weight>
  Adjacency(const WeightedGraph& graph, Weight weight_of) : begin_(graph.vertex_count + 1, 0) {
    const auto counts = [](const WeightedGraph::Edge& e) { return e.a != e.b && e.strength > 0; };
    for (const auto& e : graph.edges) {
      if (!counts(e)) continue;
      ++begin_[e.a + 1];
      ++begin_[e.b + 1];
    }
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    targets_.resize(begin_.back());
    weights_.resize(begin_.back());
    std::vector<Arc> next(begin_.begin(), begin_.end() - 1);
    const auto put = [&](std::size_t from, std::size_t to, double weight) {
      const Arc arc = next[from]++;
      targets_[arc] = static_cast<Vertex>(to);
      weights_[arc] = weight;
    };
    for (const auto& e : graph.edges) {
      if (!counts(e)) continue;
      const double weight = weight_of(e.strength);
      put(e.a, e.b, weight);
      put(e.b, e.a, weight);
    }
    for (std::size_t v = 0; v < graph.vertex_count; ++v) sort_arcs(begin_[v], begin_[v + 1]);
  }
  explicit Adjacency(const WeightedGraph& graph) : Adjacency(graph, [](double strength) { return strength; }) {}

  std::size_t size() const { return begin_.size() - 1; }
  /// Ascending.
  std::span<const Vertex> neighbours(std::size_t v) const {
    return {targets_.data() + begin_[v], targets_.data() + begin_[v + 1]};
  }
  Arc first_arc(std::size_t v) const { return begin_[v]; }
  Arc last_arc(std::size_t v) const { return begin_[v + 1]; }
  Vertex target(Arc arc) const { return targets_[arc]; }
  double weight(Arc arc) const { return weights_[arc]; }

  bool linked(Vertex a, Vertex b) const {
    if (neighbours(a).size() > neighbours(b).size()) std::swap(a, b);
    const auto list = neighbours(a);
    return std::binary_search(list.begin(), list.end(), b);
  }

 private:
  /// Edges that come ordered by their ends, as the ties of a network do, are in order already.
  void sort_arcs(Arc first, Arc last) {
    const auto targets = targets_.begin();
    if (std::is_sorted(targets + first, targets + last)) return;
    std::vector<std::pair<Vertex, double>> arcs;
    for (Arc arc = first; arc < last; ++arc) arcs.emplace_back(targets_[arc], weights_[arc]);
    std::sort(arcs.begin(), arcs.end());
    for (Arc arc = first; arc < last; ++arc) {
      targets_[arc] = arcs[arc - first].first;
      weights_[arc] = arcs[arc - first].second;
    }
  }

  std::vector<Arc> begin_;
  std::vector<Vertex> targets_;
  std::vector<double> weights_;
};

}  // namespace kreds::analysis
