/// \file
/// Neighbours of each vertex of a WeightedGraph in one block of memory; internal to the layer. Indices of 32 bits: at a
/// hundred thousand people it is the memory touched, not the counting, that takes the time.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "kreds/analysis/structure.hpp"

namespace kreds::analysis {

using Vertex = std::uint32_t;
using Arc = std::uint32_t;  ///< an edge as seen from one of its ends

class Adjacency {
 public:
  /// Ties to oneself and ties of strength 0 are left out.
  explicit Adjacency(const WeightedGraph& graph) {
    link(graph, [](double) { return 0.0; });
  }
  /// With a weight for each tie, made from its strength.
  template <class Weight>
  Adjacency(const WeightedGraph& graph, Weight weight_of) {
    weights_.resize(2 * graph.edges.size());
    link(graph, weight_of);
  }

  std::size_t size() const { return begin_.size() - 1; }
  /// Ascending.
  std::span<const Vertex> neighbours(std::size_t v) const {
    return {targets_.data() + begin_[v], targets_.data() + begin_[v + 1]};
  }
  Arc first_arc(std::size_t v) const { return begin_[v]; }
  Arc last_arc(std::size_t v) const { return begin_[v + 1]; }
  Vertex target(Arc arc) const { return targets_[arc]; }
  double weight(Arc arc) const { return weights_[arc]; }  ///< only if weights were asked for

  bool linked(Vertex a, Vertex b) const {
    if (neighbours(a).size() > neighbours(b).size()) std::swap(a, b);
    const auto list = neighbours(a);
    return std::binary_search(list.begin(), list.end(), b);
  }

 private:
  template <class Weight>
  void link(const WeightedGraph& graph, Weight weight_of) {
    const auto counts = [](const WeightedGraph::Edge& e) { return e.a != e.b && e.strength > 0; };
    begin_.assign(graph.vertex_count + 1, 0);
    for (const auto& e : graph.edges) {
      if (!counts(e)) continue;
      ++begin_[e.a + 1];
      ++begin_[e.b + 1];
    }
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    targets_.resize(begin_.back());
    std::vector<Arc> next(begin_.begin(), begin_.end() - 1);
    const auto put = [&](std::size_t from, std::size_t to, double weight) {
      const Arc arc = next[from]++;
      targets_[arc] = static_cast<Vertex>(to);
      if (!weights_.empty()) weights_[arc] = weight;
    };
    for (const auto& e : graph.edges) {
      if (!counts(e)) continue;
      const double weight = weight_of(e.strength);
      put(e.a, e.b, weight);
      put(e.b, e.a, weight);
    }
    for (std::size_t v = 0; v < graph.vertex_count; ++v) sort_arcs(begin_[v], begin_[v + 1]);
  }

  /// Edges that come ordered by their ends, as the ties of a network do, are in order already.
  void sort_arcs(Arc first, Arc last) {
    const auto targets = targets_.begin();
    if (std::is_sorted(targets + first, targets + last)) return;
    if (weights_.empty()) return std::sort(targets + first, targets + last);
    std::vector<std::pair<Vertex, double>> arcs;
    for (Arc arc = first; arc < last; ++arc) arcs.emplace_back(targets_[arc], weights_[arc]);
    std::sort(arcs.begin(), arcs.end());
    for (Arc arc = first; arc < last; ++arc) std::tie(targets_[arc], weights_[arc]) = arcs[arc - first];
  }

  std::vector<Arc> begin_;
  std::vector<Vertex> targets_;
  std::vector<double> weights_;
};

}  // namespace kreds::analysis
