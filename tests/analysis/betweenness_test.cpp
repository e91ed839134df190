#include <boost/multiprecision/cpp_int.hpp>

#include "analysis_support.hpp"

using namespace kreds::testing;
using namespace kreds::analysis;
using Rational = boost::multiprecision::cpp_rational;

namespace {

struct ExactEdge {
  std::size_t a, b;
  int numerator, denominator;
};

/// Brandes on products of fractions, compared exactly: the path of the greatest product of ½·s is the shortest.
class ExactBrandes {
 public:
  ExactBrandes(std::size_t n, const std::vector<ExactEdge>& edges) : neighbours_(n) {
    for (const auto& e : edges) {
      const Rational step(e.numerator, 2 * e.denominator);
      neighbours_[e.a].emplace_back(e.b, step);
      neighbours_[e.b].emplace_back(e.a, step);
    }
  }

  std::vector<Rational> run() const {
    std::vector<Rational> centrality(neighbours_.size());
    for (std::size_t s = 0; s < neighbours_.size(); ++s) from(s, centrality);
    for (auto& c : centrality) c /= 2;
    return centrality;
  }

 private:
  void from(std::size_t source, std::vector<Rational>& centrality) const {
    const std::size_t n = neighbours_.size();
    std::vector<Rational> product(n), paths(n), dependency(n);
    std::vector<std::vector<std::size_t>> predecessors(n);
    std::vector<bool> done(n, false);
    std::vector<std::size_t> order;
    product[source] = paths[source] = 1;
    while (true) {
      std::size_t v = n;
      for (std::size_t u = 0; u < n; ++u)
        if (!done[u] && product[u] > 0 && (v == n || product[u] > product[v])) v = u;
      if (v == n) break;
      done[v] = true;
      order.push_back(v);
      for (const auto& [w, step] : neighbours_[v]) {
        if (done[w]) continue;
        const Rational reached = product[v] * step;
        if (reached > product[w]) {
          product[w] = reached;
          paths[w] = paths[v];
          predecessors[w] = {v};
        } else if (reached == product[w]) {
          paths[w] += paths[v];
          predecessors[w].push_back(v);
        }
      }
    }
    for (auto w = order.rbegin(); w != order.rend(); ++w) {
      for (const std::size_t v : predecessors[*w]) dependency[v] += paths[v] / paths[*w] * (1 + dependency[*w]);
      if (*w != source) centrality[*w] += dependency[*w];
    }
  }
  std::vector<std::vector<std::pair<std::size_t, Rational>>> neighbours_;
};

/// A sparse network with strengths off rating scales: quarters and fifths, 1 included.
std::vector<ExactEdge> random_network(std::mt19937& random, std::size_t n) {
  std::vector<ExactEdge> edges;
  for (std::size_t a = 0; a < n; ++a)
    for (std::size_t b = a + 1; b < n; ++b) {
      if (below(random, n) >= 5) continue;
      const int denominator = below(random, 2) == 0 ? 4 : 5;
      const int numerator = 1 + static_cast<int>(below(random, static_cast<std::size_t>(denominator)));
      edges.push_back({a, b, numerator, denominator});
    }
  return edges;
}

WeightedGraph weighted(std::size_t n, const std::vector<ExactEdge>& edges) {
  WeightedGraph g{n, {}};
  for (const auto& e : edges) g.edges.push_back({e.a, e.b, static_cast<double>(e.numerator) / e.denominator});
  return g;
}

}  // namespace

TEST_CASE("the hub of a star lies between every pair of its leaves", "[analysis][betweenness]") {
  // Three leaves: 3 unordered pairs.
  const auto b = betweenness(graph(4, "0-1 0-2 0-3"), .5);
  CHECK(b[0] == Approx(3));
  CHECK(b[1] == 0);
}

TEST_CASE("the middle of a path lies between more pairs than its ends", "[analysis][betweenness]") {
  // 0–1–2–3–4: 1 is between 0 and each of 2, 3, 4 (3 pairs), 2 between two on each side (4).
  const auto b = betweenness(graph(5, "0-1 1-2 2-3 3-4"), .5);
  CHECK(b[0] == 0);
  CHECK(b[1] == Approx(3));
  CHECK(b[2] == Approx(4));
}

TEST_CASE("two equally strong ways share a pair", "[analysis][betweenness]") {
  // 0 to 3 by way of 1: .5·.75; by way of 2: .75·.5. Their logarithms differ in the last place.
  const auto b = betweenness(graph(4, "0-1:0.5 1-3:0.75 0-2:0.75 2-3:0.5"), .5);
  CHECK(b[1] == Approx(.5));
  CHECK(b[2] == Approx(.5));
}

TEST_CASE("a strong tie of 1 still costs a step", "[analysis][betweenness]") {
  // A triangle of ties of 1: nobody lies between the others.
  for (const double score : betweenness(graph(3, "0-1 1-2 0-2"), .5)) CHECK(score == 0);
}

TEST_CASE("betweenness equals an exact rational computation", "[analysis][betweenness]") {
  constexpr std::size_t people = 40;
  std::mt19937 random(20240205);
  std::size_t shared_pairs = 0;
  for (int round = 0; round < 50; ++round) {
    const auto edges = random_network(random, people);
    const auto exact = ExactBrandes(people, edges).run();
    const auto ours = betweenness(weighted(people, edges), .5);
    for (std::size_t v = 0; v < people; ++v) {
      CHECK(ours[v] == Approx(exact[v].convert_to<double>()).epsilon(1e-12).margin(1e-12));
      shared_pairs += denominator(exact[v]) != 1 ? 1 : 0;
    }
  }
  CHECK(shared_pairs > 500);  // equal products are common here, or the test would show nothing
}
