#include "analysis_support.hpp"

using namespace kreds::testing;
using namespace kreds::analysis;
using Vertices = std::vector<std::size_t>;

namespace {

// child 0, aunt 1, coach 2, mother 3, friend 4, neighbour 5
const WeightedGraph family = graph(6, "0-1:0.9 1-2:0.8 0-2:0.3 0-3:0.6 3-4:0.7 4-5:0.5");

}  // namespace

TEST_CASE("strongest paths of the method", "[analysis][paths]") {
  const auto p = strongest_paths(family, 0, .5);
  CHECK(p.strength[0] == 1);
  CHECK(p.strength[1] == Approx(.9));
  CHECK(p.strength[2] == Approx(.36));  // ½·.9·.8 by way of the aunt, more than the direct .3
  CHECK(p.previous[2] == std::size_t{1});
  CHECK(p.strength[4] == Approx(.21));    // ½·.6·.7
  CHECK(p.strength[5] == Approx(.0525));  // ¼·.6·.7·.5
  CHECK(p.previous[5] == std::size_t{4});
  CHECK_FALSE(p.previous[0]);
}

TEST_CASE("without a loss per step the strongest path is the highest product", "[analysis][paths]") {
  const auto p = strongest_paths(family, 0, 1 - 1e-12);
  CHECK(p.strength[2] == Approx(.72));
  CHECK(p.strength[4] == Approx(.42));
  CHECK(p.strength[5] == Approx(.21));
}

TEST_CASE("ties of strength 0 lead nowhere and ties of strength 1 lose only the step", "[analysis][paths]") {
  const auto p = strongest_paths(graph(4, "0-1:1 1-2:1 2-3:0"), 0, .5);
  CHECK(p.strength[1] == 1);
  CHECK(p.strength[2] == Approx(.5));
  CHECK(p.strength[3] == 0);
  CHECK_FALSE(p.previous[3]);
}

TEST_CASE("components are numbered from 0", "[analysis][components]") {
  const auto c = components(graph(5, "0-1 3-4 2-3:0"));
  CHECK(c == Vertices{0, 0, 1, 2, 2});
}

TEST_CASE("cut vertices hold the graph together", "[analysis][components]") {
  // 0–1–2–0 is a triangle, 3 hangs on 2, and 4 on 3.
  CHECK(cut_vertices(graph(6, "0-1 1-2 2-0 2-3 3-4")) == Vertices{2, 3});
  CHECK(cut_vertices(graph(3, "0-1 1-2 2-0")).empty());
  CHECK(cut_vertices(graph(0, "")).empty());
}
