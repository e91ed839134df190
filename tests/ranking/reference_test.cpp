// The engine against the method computed slowly, straight from its formulas, on generated cases.
#include <cmath>
#include <set>

#include "kreds/ranking/robustness.hpp"
#include "slow_reference.hpp"
#include "stories.hpp"
#include "support/random_case.hpp"

using namespace stories;
using ranking::Scenario;

namespace {

constexpr double exact = 1e-12;

struct Both {
  std::vector<analysis::TieStrength> strengths;
  ranking::Ranking engine;
  slow::Result slow;
  std::set<casefile::Id> carried_by_the_young;  ///< households
};

Both both(const casefile::Case& c, network::Date day) {
  static const casefile::Vocabulary vocabulary = casefile::load_vocabulary(KREDS_ROOT "/data");
  const network::EgoNetwork network = network::build_network(c, vocabulary, day);
  Both result;
  result.strengths = analysis::tie_strengths(network, catalogue().tie_model);
  result.engine = ranking::rank(c, vocabulary, network, result.strengths, catalogue());
  std::vector<std::string> factors;
  for (const auto& weight : result.engine.weights) factors.push_back(weight.factor);
  for (const auto& household : result.engine.households)
    if (const auto carrier = household.relation.carrier; carrier && !network.people[*carrier].adult)
      result.carried_by_the_young.insert(household.id);
  result.slow = slow::result(casefile::as_known_on(c, day), vocabulary, network, catalogue(), factors);
  return result;
}

bool near(double a, double b, double margin = exact) {
  return std::abs(a - b) <= margin;
}

bool near(const analysis::Interval& a, const slow::Span& b) {
  return near(a.low, b.low) && near(a.central, b.central) && near(a.high, b.high);
}

constexpr std::array scenarios = {Scenario::now, Scenario::granted, Scenario::proposed};

void check_values(const Both& of) {
  for (std::size_t j = 0; j < of.engine.weights.size(); ++j) {
    CHECK(near(of.engine.weights[j].overall.value(), of.slow.weights[j]));
    CHECK(near(of.engine.weights[j].in_group.value(), of.slow.in_group[j]));
  }
  for (const auto& household : of.engine.households) {
    CAPTURE(household.id);
    const slow::Household& wanted = of.slow.households.at(household.id);
    CHECK(near(household.coverage, wanted.coverage));
    for (const Scenario scenario : scenarios) {
      const auto s = static_cast<std::size_t>(scenario);
      CAPTURE(s);
      CHECK(near(ranking::value_in(household, scenario), wanted.total[s]));
      for (std::size_t j = 0; j < household.factors.size(); ++j) {
        CAPTURE(household.factors[j].factor);
        CHECK(near(ranking::value_in(household.factors[j], scenario), wanted.values[s][j]));
      }
    }
  }
}

std::vector<double> lead(const slow::Household& a, double slow::Span::*of_a, const slow::Household& b,
                         double slow::Span::*of_b) {
  std::vector<double> d;
  for (std::size_t j = 0; j < a.values[1].size(); ++j) d.push_back(a.values[1][j].*of_a - b.values[1][j].*of_b);
  return d;
}

/// W1* by two points of the line: the difference of two households is linear in the weight of the dominant group.
void check_weight_flip(const Both& of, const ranking::Neighbours& pair, const std::vector<double>& d) {
  const double at_half = slow::at_dominant_weight(catalogue(), of.slow, d, 0.5);
  const double at_one = slow::at_dominant_weight(catalogue(), of.slow, d, 1);
  const bool crosses = at_half * at_one < 0 && std::min(std::abs(at_half), std::abs(at_one)) > exact;
  if (crosses && pair.gap > exact) {
    REQUIRE(pair.weight);
    const double slope = at_one - at_half;
    CHECK(near((pair.weight->at - (0.5 - at_half * 0.5 / slope)) * slope, 0));
    CHECK(near(slow::at_dominant_weight(catalogue(), of.slow, d, pair.weight->at), 0));
    CHECK(near(pair.weight->now, of.slow.dominant_weight));
    CHECK(pair.weight->above == (pair.weight->at > of.slow.dominant_weight));
  } else if (std::min(std::abs(at_half), std::abs(at_one)) > exact) {
    CHECK_FALSE(pair.weight);
  }
}

/// What an answer must change: put in, the two are equal.
void check_answer_flips(const Both& of, const ranking::Neighbours& pair) {
  for (const ranking::AnswerFlip& flip : pair.answers) {
    const auto j = static_cast<std::size_t>(std::find(of.slow.factors.begin(), of.slow.factors.end(), flip.factor) -
                                            of.slow.factors.begin());
    // Of somebody who is no adult no care is expected: the third part does not apply.
    static const double omega[] = {117, 117, 47, 47, 22, 10};
    const double all = of.carried_by_the_young.contains(flip.household) ? 360 - omega[2] : 360;
    const double part = flip.part ? omega[static_cast<std::size_t>(*flip.part)] / all : 1;
    const double ahead = of.slow.households.at(pair.ahead).total[1].central;
    const double behind = of.slow.households.at(pair.behind).total[1].central;
    const double moved = of.slow.weights[j] * part * flip.needed;
    CAPTURE(flip.factor, flip.household, flip.needed);
    if (flip.household == pair.ahead)
      CHECK(near(ahead + moved, behind));
    else
      CHECK(near(behind + moved, ahead));
    CHECK((flip.within_one_level || flip.inside_interval));
  }
}

void check_robustness(const Both& of, int draws) {
  const ranking::Robustness found = ranking::robustness(of.engine, of.strengths, catalogue(), {.draws = draws});
  for (std::size_t a = 0; a < found.households.size(); ++a) {
    for (std::size_t b = 0; b < found.households.size(); ++b) {
      if (a == b) continue;
      const slow::Household &one = of.slow.households.at(found.households[a]),
                            &other = of.slow.households.at(found.households[b]);
      const auto central = lead(one, &slow::Span::central, other, &slow::Span::central);
      const auto answers = lead(one, &slow::Span::low, other, &slow::Span::high);
      CHECK(near(found.worst_weights[a][b], slow::least(catalogue(), of.slow.factors, central)));
      CHECK(near(found.worst_answers[a][b], slow::least(catalogue(), of.slow.factors, answers)));
    }
  }
  for (const ranking::Neighbours& pair : found.neighbours) {
    const slow::Household &ahead = of.slow.households.at(pair.ahead), &behind = of.slow.households.at(pair.behind);
    CHECK(near(pair.gap, ahead.total[1].central - behind.total[1].central));
    check_weight_flip(of, pair, lead(ahead, &slow::Span::central, behind, &slow::Span::central));
    check_answer_flips(of, pair);
  }
}

}  // namespace

TEST_CASE("values agree with the slow reference on 200 stories", "[ranking][reference]") {
  for_random_stories(200, [](const Story& story, Chance&) {
    const Both of = both(told(story), testing::day("2024-06-01"));
    check_values(of);
  });
}

TEST_CASE("dominance and flips agree with the slow reference on 200 stories", "[ranking][reference]") {
  std::size_t weights = 0, answers = 0;
  for_random_stories(
      200,
      [&](const Story& story, Chance&) {
        const Both of = both(told(story), testing::day("2024-06-01"));
        check_robustness(of, 1);
        const auto found = ranking::robustness(of.engine, of.strengths, catalogue(), {.draws = 1});
        for (const auto& pair : found.neighbours) {
          weights += pair.weight ? 1 : 0;
          answers += pair.answers.size();
        }
      },
      1);
  CHECK(weights > 50);  // else it would prove nothing
  CHECK(answers > 500);
}

TEST_CASE("values agree with the slow reference on a thousand whole cases", "[ranking][reference]") {
  std::size_t households = 0;
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    CAPTURE(seed);
    const Both of = both(casefile::random_case(seed, 12), testing::day("2024-12-31"));
    check_values(of);
    check_robustness(of, 1);
    households += of.engine.households.size();
  }
  CHECK(households > 1500);
}

TEST_CASE("the mean of the draws is the printed value and their range the printed bounds", "[ranking][reference]") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    Chance chance(static_cast<unsigned>(seed));
    const Both of = both(told(random_story(chance, 1)), testing::day("2024-06-01"));
    for (const Scenario scenario : scenarios) {
      const ranking::Model model = ranking::model(of.engine, of.strengths, catalogue(), scenario);
      for (std::size_t h = 0; h < model.households.size(); ++h) {
        const auto& household = ranked_case::household(of.engine, model.households[h]);
        for (std::size_t i = 0; i < model.criteria.size(); ++i) {
          CAPTURE(household.factors[model.criteria[i]].factor);
          const auto& printed = ranking::value_in(household.factors[model.criteria[i]], scenario);
          const smaa::Value& drawn = model.alternatives[h].values[i];
          CHECK(near(smaa::central(drawn), printed.central));
          CHECK(near(smaa::lowest(drawn), printed.low));
          CHECK(near(smaa::highest(drawn), printed.high));
        }
      }
    }
  }
}
