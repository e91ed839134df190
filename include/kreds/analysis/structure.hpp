/// \file
/// Figures of the network. Boost.Graph stays in structure.cpp (paths, components, cut vertices).
///
/// Edges    a tie counts if it is described (its coverage reaches the catalogue's limit) and its central strength
///          is above 0; animals and the dead are left out.
/// With ego or without: said at each figure. Pairs are unordered everywhere.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kreds/analysis/tie_strength.hpp"

namespace kreds::analysis {

/// An undirected graph with strengths in (0, 1]; what the algorithms below work on. Vertices 0 … n−1.
struct WeightedGraph {
  struct Edge {
    std::size_t a, b;
    double strength;
  };
  std::size_t vertex_count = 0;
  std::vector<Edge> edges;
};

/// Strongest path from one vertex to each (§1.7): S = max over paths of λ^(k−1) Π s_e, by Dijkstra with the cost
/// −ln(λ s_e) ≥ 0. Edges with s = 0 are skipped. The vertex itself: 1; unreachable: 0.
struct StrongestPaths {
  std::vector<double> strength;
  std::vector<std::optional<std::size_t>> previous;  ///< the step before, on the strongest path
};
StrongestPaths strongest_paths(const WeightedGraph& graph, std::size_t from, double lambda);

std::vector<std::size_t> components(const WeightedGraph& graph);    ///< component number of each vertex, from 0
std::vector<std::size_t> cut_vertices(const WeightedGraph& graph);  ///< articulation points, ascending

/// Brandes (2001) on costs −ln(λ s_e), unordered pairs, both ends excluded; raw counts. Paths whose costs differ by a
/// relative 1e-9 or less are equally short: rating scales make equal products common, and rounding must not part them.
/// λ below 1 gives every step a positive cost, also a tie of strength 1; edges with s = 0 are skipped.
std::vector<double> betweenness(const WeightedGraph& graph, double lambda);

/// Maximal cliques of at least `smallest` vertices, each ascending, in lexicographic order; along a degeneracy order,
/// so that sparse graphs cost about linear time.
std::vector<std::vector<std::size_t>> maximal_cliques(const WeightedGraph& graph, std::size_t smallest = 3);

struct PersonFigures {
  std::size_t degree = 0;            ///< ties that count, ego included
  double betweenness = 0;            ///< raw, unordered pairs, in the network with ego
  double relative_betweenness = 0;   ///< share of the (n−1)(n−2)/2 pairs; n: the people counted and ego
  bool cut_person = false;           ///< in the network with ego; never ego itself
  bool isolated = false;             ///< no tie that counts
  double indirect_strength = 0;      ///< strongest path from the child, direct ties included
  std::vector<network::Index> path;  ///< child … person; empty if there is none
};

struct GroupFigures {
  std::size_t size = 0;  ///< people counted, ego never
  std::size_t ties = 0;  ///< among them, ego's ties left out
  double density = 0;    ///< ties / (size·(size−1)/2); 0 for fewer than two
};

struct NetworkFigures {
  std::size_t people = 0;  ///< all others than the child on the map, animals and the dead included
  GroupFigures all;        ///< without ego
  GroupFigures without_professionals;
  std::map<std::string, GroupFigures> sectors;
  std::size_t ties_with_ego = 0;        ///< all ties that count
  double density_with_ego = 0;          ///< over size + 1 people
  std::size_t components_with_ego = 0;  ///< of the people counted; an isolated person is one
  std::size_t components_without_ego = 0;
  std::vector<network::Index> cut_persons;  ///< with ego in the network, ego itself not listed
  std::vector<network::Index> isolated;
  std::vector<std::vector<network::Index>> cliques;  ///< without ego, three people or more
  double coverage = 0;  ///< mean coverage of the child's ties to people counted, described or not
  /// People of the map per ring, animals and the dead included; 0: not placed yet. Who was said to be outside is in
  /// none.
  std::map<int, std::size_t> rings;
  std::vector<PersonFigures> persons;  ///< aligned with network.people
};

/// Betweenness costs people × ties and stays 0 unless asked for; all the rest is about linear.
NetworkFigures figures(const network::EgoNetwork& network, std::span<const TieStrength> strengths,
                       const TieModel& model, bool with_betweenness = true);

/// The ties that count, as a graph over all people (not counted people stay isolated vertices).
WeightedGraph graph_of(const network::EgoNetwork& network, std::span<const TieStrength> strengths);

}  // namespace kreds::analysis
