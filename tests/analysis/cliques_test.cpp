#include "analysis_support.hpp"

using namespace kreds::testing;
using namespace kreds::analysis;
using Cliques = std::vector<std::vector<std::size_t>>;

namespace {

/// All subsets, tried one by one.
Cliques by_trial(const WeightedGraph& g, std::size_t smallest) {
  std::vector<unsigned> linked(g.vertex_count, 0);
  for (const auto& e : g.edges) {
    linked[e.a] |= 1U << e.b;
    linked[e.b] |= 1U << e.a;
  }
  const auto is_clique = [&](unsigned set) {
    for (std::size_t v = 0; v < g.vertex_count; ++v)
      if ((set >> v & 1U) && (set & ~(linked[v] | 1U << v))) return false;
    return true;
  };
  Cliques found;
  for (unsigned set = 1; set < 1U << g.vertex_count; ++set) {
    if (!is_clique(set)) continue;
    bool maximal = true;
    std::vector<std::size_t> members;
    for (std::size_t v = 0; v < g.vertex_count; ++v) {
      if (set >> v & 1U)
        members.push_back(v);
      else if (is_clique(set | 1U << v))
        maximal = false;
    }
    if (maximal && members.size() >= smallest) found.push_back(members);
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

TEST_CASE("two triangles that share a side are two cliques", "[analysis][cliques]") {
  CHECK(maximal_cliques(graph(5, "0-1 1-2 2-0 1-3 2-3 3-4")) == Cliques{{0, 1, 2}, {1, 2, 3}});
}

TEST_CASE("everybody knows everybody is one clique", "[analysis][cliques]") {
  CHECK(maximal_cliques(graph(4, "0-1 0-2 0-3 1-2 1-3 2-3")) == Cliques{{0, 1, 2, 3}});
}

TEST_CASE("pairs are cliques only if asked for", "[analysis][cliques]") {
  CHECK(maximal_cliques(graph(3, "0-1 1-2")).empty());
  CHECK(maximal_cliques(graph(3, "0-1 1-2"), 2) == Cliques{{0, 1}, {1, 2}});
  CHECK(maximal_cliques(graph(2, ""), 1) == Cliques{{0}, {1}});
}

TEST_CASE("cliques equal those found by trying all subsets", "[analysis][cliques]") {
  std::mt19937 random(3);
  std::size_t found = 0;
  for (int round = 0; round < 200; ++round) {
    WeightedGraph g{4 + below(random, 8), {}};
    const std::size_t of_ten = 1 + below(random, 9);
    for (std::size_t a = 0; a < g.vertex_count; ++a)
      for (std::size_t b = a + 1; b < g.vertex_count; ++b)
        if (below(random, 10) < of_ten) g.edges.push_back({b, a, 1});
    for (const std::size_t smallest : {std::size_t{1}, std::size_t{2}, std::size_t{3}}) {
      const auto cliques = maximal_cliques(g, smallest);
      CHECK(cliques == by_trial(g, smallest));
      found += cliques.size();
    }
  }
  CHECK(found > 1000);
}
