/// A slow reference straight from the formulas, sharing no code and no random numbers with the engine: logarithms for
/// spacings, a power for the dominant group, vertices for what is exact.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

#include "kreds/smaa/dominance.hpp"
#include "kreds/smaa/sensitivity.hpp"
#include "models.hpp"

using namespace kreds::smaa;
using kreds::testing::Problem;
using kreds::testing::random_problem;

namespace {

using Vector = std::vector<double>;
using Table = std::vector<Vector>;

double product(const Vector& a, const Vector& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// ---- exact: vertices of strict orders
/// -------------------------------------------------------------------------------

/// For each strict order that the classes allow, its vertices: 1/k for each of the first k.
std::vector<Table> ordered_simplices(const std::vector<int>& classes) {
  std::vector<std::vector<std::size_t>> orders{{}};
  std::size_t first = 0;
  for (const int size : classes) {
    std::vector<std::size_t> members(static_cast<std::size_t>(size));
    std::iota(members.begin(), members.end(), first);
    first += members.size();
    std::vector<std::vector<std::size_t>> longer;
    do
      for (auto order : orders) {
        order.insert(order.end(), members.begin(), members.end());
        longer.push_back(order);
      }
    while (std::next_permutation(members.begin(), members.end()));
    orders = longer;
  }
  std::vector<Table> result;
  for (const auto& order : orders) {
    Table vertices;
    for (std::size_t k = 1; k <= order.size(); ++k) {
      Vector vertex(order.size());
      for (std::size_t i = 0; i < k; ++i) vertex[order[i]] = 1.0 / static_cast<double>(k);
      vertices.push_back(vertex);
    }
    result.push_back(vertices);
  }
  return result;
}

std::vector<Table> top_simplices(const WeightModel& model) {
  auto simplices = ordered_simplices(model.top_classes);
  if (!model.dominant) return simplices;
  for (Table& vertices : simplices) {
    for (Vector& vertex : vertices) {
      for (double& w : vertex) w /= 2;
      vertex.insert(vertex.begin(), 0.5);
    }
    Vector all_to_the_first(vertices[0].size());
    all_to_the_first[0] = 1;
    vertices.push_back(all_to_the_first);
  }
  return simplices;
}

/// The simplices are equally large, and each centroid is the mean of its vertices.
Vector mean_of_vertices(const std::vector<Table>& simplices) {
  Vector sum(simplices[0][0].size());
  for (const Table& vertices : simplices)
    for (const Vector& vertex : vertices)
      for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += vertex[i];
  const double count = static_cast<double>(simplices.size() * simplices[0].size());
  for (double& x : sum) x /= count;
  return sum;
}

double least_at_vertices(const std::vector<Table>& simplices, const Vector& d) {
  double least = std::numeric_limits<double>::infinity();
  for (const Table& vertices : simplices)
    for (const Vector& vertex : vertices) least = std::min(least, product(vertex, d));
  return least;
}

/// d cut into groups.
Table by_group(const WeightModel& model, const Vector& d) {
  Table result;
  auto next = d.begin();
  for (const auto& classes : model.groups) {
    const auto size = std::accumulate(classes.begin(), classes.end(), 0);
    result.emplace_back(next, next + size);
    next += size;
  }
  return result;
}

double least_by_vertices(const WeightModel& model, const Vector& d) {
  Vector of_groups;
  const Table parts = by_group(model, d);
  for (std::size_t g = 0; g < parts.size(); ++g)
    of_groups.push_back(least_at_vertices(ordered_simplices(model.groups[g]), parts[g]));
  return least_at_vertices(top_simplices(model), of_groups);
}

Vector centroid_by_vertices(const WeightModel& model) {
  const Vector top = mean_of_vertices(top_simplices(model));
  Vector result;
  for (std::size_t g = 0; g < model.groups.size(); ++g)
    for (const double u : mean_of_vertices(ordered_simplices(model.groups[g]))) result.push_back(top[g] * u);
  return result;
}

/// ---- exact: values
/// --------------------------------------------------------------------------------------------------

struct Summary {
  double central = 0, low = 0, high = 0;
};

/// Σ p_i x_i + p_0/2 with p_i = (1 − p_0) · probability; (1 − p_0) · min and max + p_0.
Summary summary(const Value& value) {
  Summary sum;
  for (const Term& term : value) {
    double total = 0, mean = 0, least = 1e9, most = -1e9;
    for (const Choice& choice : term.choices) total += choice.probability;
    for (const Choice& choice : term.choices) {
      mean += choice.probability / total * (choice.low / 2 + choice.high / 2);
      least = std::min(least, choice.low);
      most = std::max(most, choice.high);
    }
    if (term.choices.empty()) least = most = 0;
    sum.central += term.weight * ((1 - term.unknown) * mean + term.unknown / 2);
    sum.low += term.weight * (1 - term.unknown) * least;
    sum.high += term.weight * ((1 - term.unknown) * most + term.unknown);
  }
  return sum;
}

/// ---- sampled
/// --------------------------------------------------------------------------------------------------------

class Sampler {
 public:
  Sampler(const Problem& problem, std::uint64_t seed) : problem_(problem), engine_(seed) {}

  Vector weights() {
    const WeightModel& model = problem_.model;
    Vector top = weak_order(model.top_classes);
    if (model.dominant) {
      const double s = std::pow(uniform(), 1.0 / static_cast<double>(top.size()));
      for (double& w : top) w *= s / 2;
      top.insert(top.begin(), 1 - s / 2);
    }
    Vector result;
    for (std::size_t g = 0; g < model.groups.size(); ++g)
      for (const double u : weak_order(model.groups[g])) result.push_back(top[g] * u);
    return result;
  }

  Table values() {
    Table result;
    for (const Alternative& alternative : problem_.alternatives) {
      Vector row;
      for (const Value& each : alternative.values) row.push_back(value(each));
      result.push_back(row);
    }
    return result;
  }

 private:
  double uniform() { return (static_cast<double>(engine_() >> 12U) + 0.5) * 0x1p-52; }

  Vector weak_order(const std::vector<int>& classes) {
    Vector x(static_cast<std::size_t>(std::accumulate(classes.begin(), classes.end(), 0)));
    for (double& each : x) each = -std::log(uniform());
    const double sum = std::accumulate(x.begin(), x.end(), 0.0);
    for (double& each : x) each /= sum;
    std::sort(x.begin(), x.end(), std::greater<>());
    auto begin = x.begin();
    for (const int size : classes) {
      for (std::ptrdiff_t i = size - 1; i > 0; --i)
        std::swap(begin[i], begin[static_cast<std::ptrdiff_t>(uniform() * static_cast<double>(i + 1))]);
      begin += size;
    }
    return x;
  }

  double value(const Value& value) {
    double sum = 0;
    for (const Term& term : value) {
      double total = 0, x = 0;
      for (const Choice& choice : term.choices) total += choice.probability;
      double place = uniform() * total;
      for (const Choice& choice : term.choices) {
        if (place >= 0 && place < choice.probability) x = choice.low + (choice.high - choice.low) * uniform();
        place -= choice.probability;
      }
      sum += term.weight * ((1 - term.unknown) * x + term.unknown * uniform());
    }
    return sum;
  }

  const Problem& problem_;
  std::mt19937_64 engine_;
};

struct Mean {
  double sum = 0, squares = 0, count = 0;
  void add(double x) { sum += x, squares += x * x, ++count; }
  double mean() const { return count > 0 ? sum / count : 0; }
  double variance() const { return count > 0 ? std::max(0.0, squares / count - mean() * mean()) : 0; }
};

struct Reference {
  std::vector<std::vector<Mean>> ranks, ahead, first_weights;
  std::vector<Mean> scores, confidence;
};

Reference simulated(const Problem& problem, int draws, std::uint64_t seed, const Acceptability& engine) {
  const std::size_t count = problem.alternatives.size();
  const auto square = std::vector<std::vector<Mean>>(count, std::vector<Mean>(count));
  const auto criteria = problem.alternatives[0].values.size();
  Reference result{square, square, std::vector<std::vector<Mean>>(count, std::vector<Mean>(criteria)),
                   std::vector<Mean>(count), std::vector<Mean>(count)};
  Sampler sampler(problem, seed);
  for (int i = 0; i < draws; ++i) {
    const Vector w = sampler.weights();
    const Table v = sampler.values();
    Vector score;
    for (const Vector& row : v) score.push_back(product(w, row));
    for (std::size_t a = 0; a < count; ++a) {
      std::size_t better = 0;
      for (std::size_t b = 0; b < count; ++b) {
        const bool tie = std::abs(score[a] - score[b]) < 1e-12;
        if (!tie && score[b] > score[a]) ++better;
        result.ahead[a][b].add(tie ? 0.5 : score[a] > score[b] ? 1 : 0);
      }
      for (std::size_t r = 0; r < count; ++r) result.ranks[a][r].add(r == better ? 1 : 0);
      result.scores[a].add(score[a]);
      if (better == 0)
        for (std::size_t j = 0; j < criteria; ++j) result.first_weights[a][j].add(w[j]);
      if (const auto& own = engine.alternatives[a].central_weights) {
        const double reached = product(*own, v[a]);
        const bool first =
            std::all_of(v.begin(), v.end(), [&](const Vector& row) { return product(*own, row) <= reached + 1e-12; });
        result.confidence[a].add(first ? 1 : 0);
      }
    }
  }
  return result;
}

/// Counts how many comparisons lie beyond 4 and beyond 5 standard errors of the difference of two sampled means.
class Comparison {
 public:
  void compare(double seen, double seen_count, const Mean& reference) {
    if (seen_count < 200 || reference.count < 200) return;
    // At least one draw's worth, where all draws of the one sample happened to agree.
    const double variance = std::max(reference.variance(), 1 / std::min(seen_count, reference.count));
    const double error = std::sqrt(variance * (1 / seen_count + 1 / reference.count));
    const double off = std::abs(seen - reference.mean()) / error;
    ++compared;
    if (off > 4) ++beyond_four;
    if (off > 5) ++beyond_five;
  }
  int compared = 0, beyond_four = 0, beyond_five = 0;
};

constexpr std::uint64_t models = 200;

}  // namespace

TEST_CASE("the engine agrees with the reference to 1e-12 for all that is exact", "[smaa][reference]") {
  for (std::uint64_t seed = 0; seed < models; ++seed) {
    const Problem problem = random_problem(seed);
    INFO("model " << seed);
    const Vector centre = centroid_by_vertices(problem.model);
    const Vector weights = central_weights(problem.model);
    const auto fractions = centroid(problem.model).overall;
    for (std::size_t j = 0; j < centre.size(); ++j) {
      REQUIRE(std::abs(weights[j] - centre[j]) < 1e-12);
      REQUIRE(std::abs(fractions[j].value() - centre[j]) < 1e-12);
    }
    for (const Alternative& a : problem.alternatives)
      for (const Alternative& b : problem.alternatives) {
        Vector central_lead, certain_lead;
        for (std::size_t j = 0; j < centre.size(); ++j) {
          const Summary of_a = summary(a.values[j]), of_b = summary(b.values[j]);
          REQUIRE(std::abs(central(a.values[j]) - of_a.central) < 1e-12);
          REQUIRE(std::abs(lowest(a.values[j]) - of_a.low) < 1e-12);
          REQUIRE(std::abs(highest(a.values[j]) - of_a.high) < 1e-12);
          central_lead.push_back(of_a.central - of_b.central);
          certain_lead.push_back(of_a.low - of_b.high);
        }
        if (a.key == b.key) continue;
        REQUIRE(std::abs(least_central_lead(problem.model, a, b) - least_by_vertices(problem.model, central_lead)) <
                1e-12);
        REQUIRE(std::abs(least_lead(problem.model, a, b) - least_by_vertices(problem.model, certain_lead)) < 1e-12);
        // The flip: the lead is linear in the dominant group's weight; it changes sign between ½ and 1 or not.
        if (!problem.model.dominant || problem.model.groups.size() < 2) continue;
        const Vector top = mean_of_vertices(top_simplices(problem.model));
        const auto first_group = by_group(problem.model, central_lead)[0].size();
        double in_first = 0, in_others = 0;
        for (std::size_t j = 0; j < centre.size(); ++j)
          (j < first_group ? in_first : in_others) += centre[j] * central_lead[j];
        const auto lead = [&](double w) { return w * in_first / top[0] + (1 - w) * in_others / (1 - top[0]); };
        const auto flip = weight_flip(problem.model, central_lead);
        REQUIRE(flip.has_value() == (lead(0.5) * lead(1) < -1e-15));
        if (flip) REQUIRE(std::abs(lead(*flip)) < 1e-12);
      }
  }
}

TEST_CASE("the engine agrees with the reference within four standard errors for all that is sampled",
          "[smaa][reference]") {
  constexpr int engine_draws = 20'000, reference_draws = 3'000;
  Comparison comparison;
  for (std::uint64_t seed = 0; seed < models; ++seed) {
    const Problem problem = random_problem(seed);
    const auto engine = solved(problem, {.seed = seed, .draws = engine_draws});
    const Reference reference = simulated(problem, reference_draws, 1000 + seed, engine);
    for (std::size_t a = 0; a < problem.alternatives.size(); ++a) {
      const auto& own = engine.alternatives[a];
      comparison.compare(own.mean_value, engine_draws, reference.scores[a]);
      if (own.confidence) comparison.compare(*own.confidence, engine_draws, reference.confidence[a]);
      for (std::size_t b = 0; b < problem.alternatives.size(); ++b) {
        comparison.compare(own.ranks[b], engine_draws, reference.ranks[a][b]);
        if (a != b) comparison.compare(engine.ahead[a][b], engine_draws, reference.ahead[a][b]);
      }
      if (!own.central_weights) continue;
      const double firsts = own.ranks[0] * engine_draws;
      for (std::size_t j = 0; j < own.central_weights->size(); ++j)
        comparison.compare((*own.central_weights)[j], firsts, reference.first_weights[a][j]);
    }
  }
  CAPTURE(comparison.compared, comparison.beyond_four, comparison.beyond_five);
  REQUIRE(comparison.compared > 5000);
  // One in 16,000 lies beyond four by chance: of some ten thousand two at the most, and none beyond five.
  CHECK(comparison.beyond_four <= 2);
  CHECK(comparison.beyond_five == 0);
}
