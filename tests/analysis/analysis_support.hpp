/// \file
/// Short ways to make graphs and strengths in tests.
#pragma once

#include <catch2/catch.hpp>
#include <random>

#include "kreds/analysis/structure.hpp"
#include "support/case_builder.hpp"

namespace kreds::testing {

/// The numbers of the method, as the shipped catalogue has them (a test holds the two against each other).
inline analysis::TieModel default_model() {
  analysis::TieModel m;
  m.weights = {117 / 360.0, 117 / 360.0, 47 / 360.0, 47 / 360.0, 22 / 360.0, 10 / 360.0};
  m.described_coverage = 117 / 360.0;
  m.reliability = {{"tie", {1, .75, .5, .5, .5}},
                   {"wish", {1, .5, .5, .5, .5}},
                   {"assessment", {0, 1, 0, 0, 0}},
                   {"fact", {1, 1, .75, .75, .5}}};
  return m;
}

/// "0-1 1-2:0.75": edges with their strengths, 1 if not said.
inline analysis::WeightedGraph graph(std::size_t vertices, const std::string& edges) {
  analysis::WeightedGraph g{vertices, {}};
  for (const std::string& edge : Words::split(edges, ' ')) {
    const auto parts = Words::split(edge, ':');
    const auto ends = Words::split(parts[0], '-');
    g.edges.push_back({number_of<std::size_t>(ends[0]), number_of<std::size_t>(ends[1]),
                       parts.size() > 1 ? number_of<double>(parts[1]) : 1.0});
  }
  return g;
}

struct Analysed {
  network::EgoNetwork network;
  std::vector<analysis::TieStrength> strengths;
  network::Index at(const std::string& id) const {
    const auto index = network::index_of(network, id);
    REQUIRE(index);
    return *index;
  }
  const analysis::TieStrength& tie(const std::string& a, const std::string& b) const {
    const network::Tie* found = network::tie_between(network, at(a), at(b));
    REQUIRE(found);
    return strengths[static_cast<std::size_t>(found - network.ties.data())];
  }
};

inline Analysed analysed(const CaseBuilder& builder, const std::string& as_of,
                         const analysis::TieModel& model = default_model()) {
  Analysed a{network::build_network(builder.build(), small_vocabulary(), day(as_of)), {}};
  a.strengths = analysis::tie_strengths(a.network, model);
  return a;
}

/// A whole number from 0 to n−1 that does not depend on the library's distributions.
inline std::size_t below(std::mt19937& random, std::size_t n) {
  return random() % n;
}

}  // namespace kreds::testing
