#include "kreds/analysis/structure.hpp"

#include <algorithm>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <cmath>
#include <iterator>
#include <utility>

#include "adjacency.hpp"

// Adjacency as one of Boost's undirected graphs. Their own adjacency_list gives each edge an allocation of its own, and
// cache misses then grow faster than the work.
namespace kreds::analysis {
namespace {

struct Step {
  Vertex from = 0;
  Arc arc = 0;
  friend bool operator==(const Step&, const Step&) = default;
};

class StepIterator : public boost::iterator_facade<StepIterator, Step, std::random_access_iterator_tag, Step> {
 public:
  StepIterator() = default;
  StepIterator(Vertex from, Arc arc) : step_{from, arc} {}

 private:
  friend class boost::iterator_core_access;
  Step dereference() const { return step_; }
  bool equal(const StepIterator& other) const { return step_.arc == other.step_.arc; }
  void increment() { ++step_.arc; }
  void decrement() { --step_.arc; }
  void advance(std::ptrdiff_t n) { step_.arc = static_cast<Arc>(step_.arc + n); }
  std::ptrdiff_t distance_to(const StepIterator& other) const {
    return std::ptrdiff_t{other.step_.arc} - std::ptrdiff_t{step_.arc};
  }
  Step step_;
};

using VertexIterator = boost::counting_iterator<Vertex>;
using VertexIndex = boost::typed_identity_property_map<Vertex>;

}  // namespace

// What the graph concepts ask for by name; outside the unnamed namespace, where Boost would not find them.
static std::pair<VertexIterator, VertexIterator> vertices(const Adjacency& g) {
  return {VertexIterator(0), VertexIterator(static_cast<Vertex>(g.size()))};
}
static std::size_t num_vertices(const Adjacency& g) {
  return g.size();
}
static std::pair<StepIterator, StepIterator> out_edges(Vertex v, const Adjacency& g) {
  return {StepIterator(v, g.first_arc(v)), StepIterator(v, g.last_arc(v))};
}
[[maybe_unused]] static std::size_t out_degree(Vertex v, const Adjacency& g) {
  return g.neighbours(v).size();
}
static Vertex source(const Step& step, const Adjacency&) {
  return step.from;
}
static Vertex target(const Step& step, const Adjacency& g) {
  return g.target(step.arc);
}
static VertexIndex get(boost::vertex_index_t, const Adjacency&) {
  return {};
}

}  // namespace kreds::analysis

template <>
struct boost::graph_traits<kreds::analysis::Adjacency> {
  using vertex_descriptor = kreds::analysis::Vertex;
  using edge_descriptor = kreds::analysis::Step;
  using vertex_iterator = kreds::analysis::VertexIterator;
  using out_edge_iterator = kreds::analysis::StepIterator;
  using directed_category = boost::undirected_tag;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  struct traversal_category : boost::vertex_list_graph_tag, boost::incidence_graph_tag {};
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return static_cast<vertex_descriptor>(-1); }
};

template <>
struct boost::graph_traits<const kreds::analysis::Adjacency> : boost::graph_traits<kreds::analysis::Adjacency> {};

template <>
struct boost::property_map<kreds::analysis::Adjacency, boost::vertex_index_t> {
  using type = kreds::analysis::VertexIndex;
  using const_type = type;
};

namespace kreds::analysis {

StrongestPaths strongest_paths(const WeightedGraph& graph, std::size_t from, double lambda) {
  const Adjacency g(graph, [&](double strength) { return std::max(0.0, -std::log(lambda * strength)); });
  std::vector<double> cost(graph.vertex_count);
  std::vector<Vertex> previous(graph.vertex_count);
  const auto weight = boost::make_function_property_map<Step>([&](const Step& step) { return g.weight(step.arc); });
  boost::dijkstra_shortest_paths_no_color_map(
      g, static_cast<Vertex>(from),
      boost::distance_map(cost.data()).predecessor_map(previous.data()).weight_map(weight));
  StrongestPaths paths;
  paths.strength.assign(graph.vertex_count, 0);
  paths.previous.resize(graph.vertex_count);
  for (std::size_t v = 0; v < graph.vertex_count; ++v) {
    if (previous[v] == v) continue;
    paths.previous[v] = previous[v];
    // The first step has no intermediary: one λ less than steps.
    paths.strength[v] = std::min(1.0, std::exp(-cost[v]) / lambda);
  }
  paths.strength[from] = 1;
  return paths;
}

std::vector<std::size_t> components(const WeightedGraph& graph) {
  const Adjacency g(graph);
  std::vector<std::size_t> component(graph.vertex_count);
  boost::connected_components(g, component.data());
  return component;
}

std::vector<std::size_t> cut_vertices(const WeightedGraph& graph) {
  const Adjacency g(graph);
  std::vector<std::size_t> cuts;
  boost::articulation_points(g, std::back_inserter(cuts));
  std::sort(cuts.begin(), cuts.end());
  return cuts;
}

}  // namespace kreds::analysis
