/// The share of weights under which one alternative beats another, in closed form (Dempster & Kleyle 1968): for weights
/// uniform on a simplex with vertices v_k and D_k = d·v_k all distinct,
///   P(d·w > 0) = Σ_{D_k > 0} D_k^(n−1) / Π_{l≠k} (D_k − D_l).
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "models.hpp"

using namespace kreds::smaa;
using kreds::testing::with_points;

namespace {

double above_zero(const std::vector<double>& at_vertices) {
  double sum = 0;
  for (std::size_t k = 0; k < at_vertices.size(); ++k) {
    if (at_vertices[k] <= 0) continue;
    double term = 1;
    for (std::size_t l = 0; l < at_vertices.size(); ++l)
      if (l != k) term *= at_vertices[k] / (at_vertices[k] - at_vertices[l]);
    sum += term;
  }
  return sum;
}

/// Vertices of a strict order: the means of the first members.
std::vector<double> prefix_means(const std::vector<double>& d) {
  std::vector<double> result;
  double sum = 0;
  for (const double x : d) result.push_back((sum += x) / static_cast<double>(result.size() + 1));
  return result;
}

/// With a dominant one in front: all to it, or half to it and half to a vertex of the others.
std::vector<double> dominated_by(double first, std::vector<double> others) {
  for (double& other : others) other = (first + other) / 2;
  others.insert(others.begin(), first);
  return others;
}

/// All orders in which each class stays together: equally large parts of the weak order's set.
std::vector<std::vector<double>> strict_orders(const std::vector<double>& d, const std::vector<int>& classes) {
  std::vector<std::vector<double>> orders{{}};
  auto begin = d.begin();
  for (const int size : classes) {
    std::vector<double> members(begin, begin + size);
    begin += size;
    std::sort(members.begin(), members.end());
    std::vector<std::vector<double>> longer;
    do
      for (auto order : orders) {
        order.insert(order.end(), members.begin(), members.end());
        longer.push_back(order);
      }
    while (std::next_permutation(members.begin(), members.end()));
    orders = longer;
  }
  return orders;
}

double closed_form(const WeightModel& model, const std::vector<double>& d) {
  if (model.groups.size() == 1 && model.groups[0].size() == 1) return above_zero(d);
  const bool dominant = model.dominant;
  const auto& classes = model.groups.size() == 1 ? model.groups[0] : model.top_classes;
  const auto orders = strict_orders({d.begin() + (dominant ? 1 : 0), d.end()}, classes);
  double sum = 0;
  for (const auto& order : orders) {
    const auto vertices = prefix_means(order);
    sum += above_zero(dominant ? dominated_by(d[0], vertices) : vertices);
  }
  return sum / static_cast<double>(orders.size());
}

double sampled(const WeightModel& model, const std::vector<double>& d, int draws, std::uint64_t seed) {
  const auto nothing = with_points(2, std::vector<double>(d.size()));
  return acceptability(model, {with_points(1, d), nothing}, {.seed = seed, .draws = draws}).ahead[0][1];
}

const WeightModel plain2{.groups = {{2}}}, plain3{.groups = {{3}}}, plain4{.groups = {{4}}};
const WeightModel ordered3{.groups = {{1, 1, 1}}};
const WeightModel half2{.groups = {{1}, {1}}, .top_classes = {1}, .dominant = true};
const WeightModel dominant111{.groups = {{1}, {1}, {1}, {1}}, .top_classes = {1, 1, 1}, .dominant = true};
const WeightModel top211{.groups = {{1}, {1}, {1}, {1}, {1}}, .top_classes = {2, 1, 1}, .dominant = true};
const WeightModel weak122{.groups = {{1, 2, 2}}};

struct Case {
  WeightModel model;
  std::vector<double> d;
  double exact;
};

// Worked by hand or with exact fractions outside the program.
const std::vector<Case> cases = {
    {plain2, {.3, -.1}, 3. / 4},
    {plain2, {.1, -.3}, 1. / 4},
    {half2, {.1, -.3}, 1. / 2},
    {half2, {.3, -.1}, 1},
    {plain3, {.5, -.25, -.1}, 5. / 9},
    {plain3, {.5, .25, -.5}, 2. / 3},
    {plain4, {1, -.5, .25, -.25}, 59. / 90},
    {ordered3, {.4, -.5, .1}, 8. / 9},
    {dominant111, {.1, -.4, .3, -.2}, 17. / 35},
    {top211, {1. / 8, -3. / 8, -5. / 16, 3. / 4, -1. / 2}, 56285. / 117572},
};

}  // namespace

TEST_CASE("the closed form gives the fractions that were worked by hand", "[smaa][winning]") {
  for (const Case& each : cases)
    if (each.exact < 1) CHECK(closed_form(each.model, each.d) == Approx(each.exact).epsilon(1e-12));
  // The two orders of the class of two, each with its own fraction.
  const std::vector<double> d = {-3. / 8, -5. / 16, 3. / 4, -1. / 2};
  const auto share = [&](const std::vector<double>& order) {
    return above_zero(dominated_by(1. / 8, prefix_means(order)));
  };
  const double one = share(d), other = share({d[1], d[0], d[2], d[3]});
  CHECK(std::min(one, other) == Approx(54703. / 121125).epsilon(1e-12));
  CHECK(std::max(one, other) == Approx(34523. / 68250).epsilon(1e-12));
}

TEST_CASE("drawn shares agree with the closed form", "[smaa][winning]") {
  constexpr int draws = 200'000;
  for (const Case& each : cases) {
    const double seen = sampled(each.model, each.d, draws, 1);
    CHECK(std::abs(seen - each.exact) <= 4 * standard_error(each.exact, draws));
  }
}

TEST_CASE("drawn shares agree with the closed form for random differences", "[smaa][winning]") {
  constexpr int draws = 50'000;
  kreds::testing::Dice dice(5);
  for (const WeightModel& model : {plain2, plain3, plain4, ordered3, half2, dominant111, top211, weak122})
    for (int i = 0; i < 8; ++i) {
      std::vector<double> d;
      for (int j = 0; j < criterion_count(model); ++j) d.push_back(2 * kreds::testing::unit(dice) - 1);
      const double exact = std::min(1.0, closed_form(model, d));  // rounding may leave it a hair above
      INFO("criteria " << d.size() << " exact " << exact);
      CHECK(std::abs(sampled(model, d, draws, static_cast<std::uint64_t>(i)) - exact) <=
            4 * standard_error(exact, draws) + 1e-12);
    }
}
