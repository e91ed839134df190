#include "kreds/ranking/robustness.hpp"

#include <algorithm>
#include <stdexcept>

#include "matrix.hpp"
#include "ranked_case.hpp"

using namespace kreds;
using matrix::exactly;
using matrix::Known;
using ranking::Firmness;
using ranking::Scenario;

namespace {

Approx exact(double value) {
  return Approx(value).epsilon(0).margin(1e-12);
}

/// M1 of the method: groups {1,1} {2} {1,1} {1} {1}, top {2,1,1}.
matrix::Example m1() {
  ranking::Catalogue catalogue;
  catalogue.groups = {{"g1", 0, true}, {"g2", 1, false}, {"g3", 1, false}, {"g4", 2, false}, {"g5", 3, false}};
  using matrix::factor;
  catalogue.factors = {factor("relation", "g1", 1),   factor("wish", "g1", 2),    factor("care_a", "g2", 1),
                       factor("care_b", "g2", 1),     factor("coop_a", "g3", 1),  factor("coop_b", "g3", 2),
                       factor("continuity", "g4", 1), factor("everyday", "g5", 1)};
  return matrix::example(
      catalogue,
      {{"A", {exactly(.9), exactly(1), exactly(.5), exactly(.5), exactly(.5), exactly(.75), exactly(1), exactly(.5)}},
       {"B", {exactly(.9), Known{}, exactly(1), exactly(.75), exactly(1), Known{}, exactly(.25), exactly(1)}},
       {"C",
        {Known{{{.25, 1.0 / 3}, {.75, 2.0 / 3}}}, exactly(.5), exactly(.75), exactly(.75), exactly(.75), exactly(1),
         exactly(0), exactly(.75)}}});
}

/// One factor under the relation, so that everything can be worked by hand: weights 3/4 (relation) and 1/4.
matrix::Example two_factors(const std::map<std::string, std::vector<Known>>& rows) {
  ranking::Catalogue catalogue;
  catalogue.groups = {{"g1", 0, true}, {"g2", 1, false}};
  catalogue.factors = {matrix::factor("relation", "g1", 1), matrix::factor("time", "g2", 1)};
  return matrix::example(catalogue, rows);
}

const ranking::AnswerFlip* answer(const ranking::Neighbours& pair, const std::string& household,
                                  const std::string& factor) {
  for (const ranking::AnswerFlip& flip : pair.answers)
    if (flip.household == household && flip.factor == factor) return &flip;
  return nullptr;
}

}  // namespace

TEST_CASE("the worked example of the method comes out exactly", "[ranking][robustness]") {
  const matrix::Example example = m1();
  const auto& r = example.ranking;
  REQUIRE(r.households.size() == 3);
  CHECK(r.households[0].id == "B");
  ranked_case::check_interval(r.households[0].value, 239.0 / 300, 1123.0 / 1600, 4279.0 / 4800);
  ranked_case::check_interval(r.households[1].value, 2541.0 / 3200, 2541.0 / 3200, 2541.0 / 3200);
  ranked_case::check_interval(r.households[2].value, 1159.0 / 1920, 871.0 / 1920, 1303.0 / 1920);

  const ranking::Robustness found = example.robustness();
  CHECK(found.households == std::vector<ranking::Id>{"B", "A", "C"});
  // Least leads: A−C 1/30, B−C 1/60, A−B and B−A −1/4 at central values; A−C −1/20, B−C −11/40 over the answers.
  CHECK(found.worst_weights[1][2] == exact(1.0 / 30));
  CHECK(found.worst_weights[0][2] == exact(1.0 / 60));
  CHECK(found.worst_weights[1][0] == exact(-.25));
  CHECK(found.worst_weights[0][1] == exact(-.25));
  CHECK(found.worst_answers[1][2] == exact(-1.0 / 20));
  CHECK(found.worst_answers[0][2] == exact(-11.0 / 40));

  // Worked by another program with 200 000 draws: ± .005.
  const auto near = [](double share) { return Approx(share).epsilon(0).margin(.005 + 4 * .0035); };
  CHECK(found.acceptability[0].rank_shares[0] == near(.574));
  CHECK(found.acceptability[1].rank_shares[0] == near(.426));
  CHECK(found.acceptability[2].rank_shares[0] == near(0));
  CHECK(found.ahead[1][0] == near(.426));
  CHECK(found.ahead[1][2] == near(.994));
  CHECK(found.ahead[0][2] == near(.973));
  CHECK(found.standard_error == exact(std::sqrt(.25 / 20000)));

  // A and B cannot be told apart; inside the bracket by id.
  REQUIRE(found.brackets.size() == 2);
  CHECK(found.brackets[0].members == std::vector<ranking::Id>{"A", "B"});
  CHECK(found.brackets[0].first == "B");
  CHECK(found.brackets[1].members == std::vector<ranking::Id>{"C"});

  REQUIRE(found.neighbours.size() == 2);
  const ranking::Neighbours &top = found.neighbours[0], &next = found.neighbours[1];
  CHECK(top.firmness == Firmness::cannot_be_told_apart);
  CHECK(top.same_bracket);
  REQUIRE(top.weight);
  CHECK(top.weight->at == exact(149.0 / 245));
  CHECK(top.weight->now == exact(.6));
  CHECK(top.weight->above);  // A has the child's wish on its side: with more weight on the relation's group it leads
  CHECK(next.ahead == "A");
  CHECK(next.firmness == Firmness::any_permitted_weights);
  CHECK_FALSE(next.same_bracket);
  CHECK_FALSE(next.weight);
}

// Central lead of B over A: 239/300 − 2541/3200 = 25/9600. The wish weighs 3/20: B's would have to fall by 25/1440,
// which lies inside its open interval; coop_b weighs 19/120 · 1/4.
TEST_CASE("one answer that would turn the order is named with what it needs", "[ranking][robustness]") {
  const ranking::Robustness found = m1().robustness({.draws = 1});
  const ranking::Neighbours& pair = found.neighbours[0];
  CHECK(pair.gap == exact(25.0 / 9600));
  const ranking::AnswerFlip* wish = answer(pair, "B", "wish");
  REQUIRE(wish);
  CHECK(wish->needed == exact(-25.0 / 9600 / (3.0 / 20)));
  CHECK(wish->inside_interval);
  CHECK(wish->within_one_level);
  const ranking::AnswerFlip* cooperation = answer(pair, "B", "coop_b");
  REQUIRE(cooperation);
  CHECK(cooperation->needed == exact(-25.0 / 9600 / (19.0 / 120 / 4)));
  // A's wish is at the top of its scale: it cannot rise further.
  CHECK(answer(pair, "A", "wish") == nullptr);
  CHECK(std::is_sorted(pair.answers.begin(), pair.answers.end(),
                       [](const auto& a, const auto& b) { return std::abs(a.needed) < std::abs(b.needed); }));
}

// Weights ¾ and ¼. A = (.75, .5), B = (.5, .75): gap .1875 − .0625 = .125. The relation would have to change by 1/6
// (inside one level, ¼), time by ½ (more than a level, and all is answered).
TEST_CASE("an answer that is known and more than a level away is not reported", "[ranking][robustness]") {
  const ranking::Robustness found =
      two_factors({{"A", {exactly(.75), exactly(.5)}}, {"B", {exactly(.5), exactly(.75)}}}).robustness({.draws = 1});
  const ranking::Neighbours& pair = found.neighbours[0];
  REQUIRE(pair.answers.size() == 2);
  for (const ranking::AnswerFlip& flip : pair.answers) {
    CHECK(flip.factor == "relation");
    CHECK(flip.part == network::Part::closeness);
    CHECK(flip.needed == exact(flip.household == "A" ? -1.0 / 6 : 1.0 / 6));
    CHECK(flip.within_one_level);
    CHECK_FALSE(flip.inside_interval);
  }
  // ½·.25 − ½·.25 = 0 at the very end: nothing turns inside what is permitted.
  CHECK_FALSE(pair.weight);
}

TEST_CASE("whoever is ahead whatever the weights and answers is always ahead", "[ranking][robustness]") {
  const auto found =
      two_factors({{"A", {exactly(1), exactly(1)}}, {"B", {exactly(.5), Known{}}}}).robustness({.draws = 200});
  CHECK(found.neighbours[0].firmness == Firmness::always);
  CHECK(found.neighbours[0].share_ahead == 1);
  CHECK(found.acceptability[0].rank_shares == std::vector<double>{1, 0});
  CHECK(found.acceptability[1].central_weights.empty());
  CHECK(found.choice_entropy == 0);
  REQUIRE(found.acceptability[0].central_weights.size() == 2);
  CHECK(found.acceptability[0].central_weights[0] == Approx(.75).margin(.05));
}

TEST_CASE("two that are equal in everything cannot be told apart", "[ranking][robustness]") {
  const auto found =
      two_factors({{"A", {exactly(.5), exactly(1)}}, {"B", {exactly(.5), exactly(1)}}}).robustness({.draws = 50});
  CHECK(found.ahead[0][1] == .5);
  CHECK(found.worst_answers[0][1] == exact(0));
  CHECK(found.neighbours[0].firmness == Firmness::cannot_be_told_apart);
  CHECK(found.neighbours[0].answers.empty());
  CHECK(found.brackets.size() == 1);
}

TEST_CASE("the words of firmness follow their limits", "[ranking][robustness]") {
  CHECK(ranking::firmness(.99, .1, .1) == Firmness::always);
  CHECK(ranking::firmness(.99, 0, -.1) == Firmness::any_permitted_weights);
  CHECK(ranking::firmness(.90, -.1, -.1) == Firmness::nearly_any);
  CHECK(ranking::firmness(.8999, -.1, -.1) == Firmness::mostly);
  CHECK(ranking::firmness(.70, -.1, -.1) == Firmness::mostly);
  CHECK(ranking::firmness(.6999, -.1, -.1) == Firmness::cannot_be_told_apart);
  // Open answers may undo what holds at the central values.
  CHECK(ranking::firmness(.6, .1, -.1) == Firmness::cannot_be_told_apart);
}

TEST_CASE("an alert on either side bars words that sound like robust", "[ranking][robustness]") {
  matrix::Example example = two_factors({{"A", {exactly(1), exactly(1)}}, {"B", {exactly(.5), exactly(0)}}});
  CHECK_FALSE(example.robustness({.draws = 1}).neighbours[0].alert);
  example.ranking.households[1].alerts.push_back({"time", 0, {}});
  CHECK(example.robustness({.draws = 1}).neighbours[0].alert);
}

TEST_CASE("the seed decides the draws and the threads decide nothing", "[ranking][robustness]") {
  const matrix::Example example = m1();
  const auto a = example.robustness({.draws = 3000}), b = example.robustness({.draws = 3000, .threads = 3});
  const auto other = example.robustness({.seed = 7, .draws = 3000});
  CHECK(a.ahead == b.ahead);
  CHECK(a.acceptability[0].central_weights == b.acceptability[0].central_weights);
  CHECK(a.ahead != other.ahead);
  CHECK(a.worst_answers == other.worst_answers);
}

TEST_CASE("nobody in the order gives nothing and one household stands alone", "[ranking][robustness]") {
  matrix::Example example = two_factors({{"A", {exactly(1), exactly(1)}}});
  const auto alone = example.robustness({.draws = 10});
  CHECK(alone.brackets.size() == 1);
  CHECK(alone.neighbours.empty());
  example.ranking.households[0].standing = ranking::Standing::other_roles;
  const auto nobody = example.robustness({.draws = 10});
  CHECK(nobody.households.empty());
  CHECK(nobody.brackets.empty());
}

TEST_CASE("settings and tables that do not fit are refused", "[ranking][robustness]") {
  matrix::Example example = two_factors({{"A", {exactly(1), exactly(1)}}});
  CHECK_THROWS_AS(example.robustness({.draws = 0}), std::invalid_argument);
  example.catalogue.factors.pop_back();
  CHECK_THROWS_AS(example.robustness({.draws = 1}), std::invalid_argument);
}

// --- on cases ------------------------------------------------------------------------------------------

namespace {

using namespace ranked_case;

ranking::Robustness robust(const CaseBuilder& builder, const ranking::RobustnessSettings& settings = {.draws = 200}) {
  const casefile::Case c = builder.build();
  const casefile::Vocabulary vocabulary = testing::small_vocabulary();
  const network::EgoNetwork network = network::build_network(c, vocabulary, testing::day("2024-06-01"));
  const auto strengths = analysis::tie_strengths(network, catalogue().tie_model);
  return ranking::robustness(ranking::rank(c, vocabulary, network, strengths, catalogue()), strengths, catalogue(),
                             settings);
}

}  // namespace

// Both at ring 2. Mentalising: Karen 1, lifted to 2 by granted supervision; Mikkel 1 and, say, commitment 3 (+.25 over
// the middle). Without supervision Karen falls behind: 19/120·49/120·¼ = .01616 lost, 19/120·23/360·¼ = .00253 gap.
TEST_CASE("a change of order by granted support names pair and measure", "[ranking][robustness]") {
  const auto base = [] {
    return liam()
        .on("2024-06-01 liam", "tie liam karen ring=2; tie liam mikkel ring=2")
        .on("2024-06-01", R"(assessment h-karen mentalising_ability level=1
                             assessment h-mikkel mentalising_ability level=1
                             assessment h-mikkel commitment level=3)");
  };
  CHECK(robust(base()).scenarios.empty());
  const auto found = robust(base().on("2024-06-01", R"(
      measure h-karen supervision factors=mentalising_ability state=granted)"));
  CHECK(found.households == std::vector<Id>{"h-karen", "h-mikkel"});
  REQUIRE(found.scenarios.size() == 1);
  const ranking::OrderChange& change = found.scenarios[0];
  CHECK(change.scenario == Scenario::now);
  CHECK(change.ahead_headline == "h-karen");
  CHECK(change.ahead_there == "h-mikkel");
  REQUIRE(change.measures.size() == 1);
  CHECK(change.measures[0].measure == "supervision");
  CHECK(change.measures[0].factors == std::vector<std::string>{"mentalising_ability"});
  CHECK(change.measures[0].effect == exact(19.0 / 120 * 49 / 120 / 4));
  CHECK(change.measures[0].not_discussed_with == std::vector<Id>{"h-mikkel"});

  REQUIRE(found.neighbours[0].measures.size() == 1);
  CHECK(found.neighbours[0].measures[0].measure == "supervision");
  CHECK(found.neighbours[0].measures[0].gap_without == exact(-19.0 / 120 * 23 / 360 / 4));
}

TEST_CASE("proposed support changes the order only beside the headline and says who was not asked",
          "[ranking][robustness]") {
  const auto base = [] {
    return liam()
        .on("2024-06-01 liam", "tie liam karen ring=2; tie liam mikkel ring=2")
        .on("2024-06-01", R"(assessment h-karen mentalising_ability level=1
                             assessment h-mikkel mentalising_ability level=1
                             assessment h-mikkel commitment level=3
                             measure h-karen supervision factors=mentalising_ability state=proposed)");
  };
  const auto found = robust(base());
  CHECK(found.households == std::vector<Id>{"h-mikkel", "h-karen"});
  REQUIRE(found.scenarios.size() == 1);
  CHECK(found.scenarios[0].scenario == Scenario::proposed);
  CHECK(found.scenarios[0].ahead_there == "h-karen");
  CHECK(found.scenarios[0].measures[0].not_discussed_with == std::vector<Id>{"h-mikkel"});
  CHECK(robust(base(), {.draws = 200, .scenario = Scenario::proposed}).households ==
        std::vector<Id>{"h-karen", "h-mikkel"});

  // Talked about with Mikkel as well, nothing is left to be said; nor where it could not help.
  const auto discussed = robust(base().on("2024-06-01", R"(
      measure h-mikkel supervision factors=boundary_setting state=proposed)"));
  CHECK(discussed.scenarios[0].measures[0].not_discussed_with.empty());
  const auto no_room = robust(liam()
                                  .on("2024-06-01 liam", "tie liam karen ring=2; tie liam mikkel ring=2")
                                  .on("2024-06-01", R"(assessment h-karen needs_match level=1
                                      assessment h-mikkel needs_match level=4; assessment h-karen commitment level=4
                                      assessment h-mikkel mentalising_ability level=1
                                      measure h-karen supervision factors=needs_match expected=3 state=proposed)"));
  REQUIRE(no_room.scenarios.size() == 1);
  CHECK(no_room.scenarios[0].measures[0].not_discussed_with.empty());
}

TEST_CASE("brackets put households that are hardly described together whatever their ids", "[ranking][robustness]") {
  const auto found = robust(liam().on("2024-06-01 liam", "tie liam mikkel ring=2"));
  REQUIRE(found.brackets.size() == 1);
  CHECK(found.brackets[0].members == std::vector<Id>{"h-karen", "h-mikkel"});
  CHECK(found.brackets[0].first == "h-mikkel");
}

// No carer is named: the relation is the highest of the two on each bound. Karen ring 1 alone (.325 · ... + ½ the
// rest), Ole unknown [0, 1]: central .6625, low .325, high 1.
TEST_CASE("a relation that no single tie carries is still drawn with its mean and range", "[ranking][robustness]") {
  const casefile::Case c = liam()
                               .households("h-both")
                               .on("2024-06-01", R"(residence karen h-both; residence ole h-both; candidate h-both
                                                    candidate h-karen no)")
                               .on("2024-06-01 liam", "tie liam karen ring=1; tie liam ole ring=none emotional=0")
                               .build();
  const casefile::Vocabulary vocabulary = testing::small_vocabulary();
  const network::EgoNetwork network = network::build_network(c, vocabulary, testing::day("2024-06-01"));
  const auto strengths = analysis::tie_strengths(network, catalogue().tie_model);
  auto r = ranking::rank(c, vocabulary, network, strengths, catalogue());
  for (auto& h : r.households) h.standing = ranking::Standing::in_order;
  // As if a third adult were known a little of: bounds from different people.
  for (auto& h : r.households)
    if (h.id == "h-both") {
      h.relation.interval = {.6625, .4, 1};
      h.factors.front().supported = h.relation.interval;
    }
  const ranking::Model model = ranking::model(r, strengths, catalogue());
  for (std::size_t i = 0; i < model.households.size(); ++i) {
    if (model.households[i] != "h-both") continue;
    const smaa::Value& value = model.alternatives[i].values.front();
    CHECK(smaa::central(value) == exact(.6625));
    CHECK(smaa::lowest(value) == exact(.4));
    CHECK(smaa::highest(value) == exact(1));
  }
}

TEST_CASE("any two in the order can be compared and neighbours compare as in the list", "[ranking][robustness]") {
  const matrix::Example example = m1();
  const ranking::Robustness all = example.robustness();
  const auto compared = [&](const char* a, const char* b) {
    return ranking::compare(example.ranking, example.strengths, example.catalogue, all, a, b);
  };
  const ranking::Neighbours& listed = all.neighbours.front();
  for (const ranking::Neighbours& pair : {compared("A", "B"), compared("B", "A")}) {
    CHECK(pair.ahead == listed.ahead);
    CHECK(pair.behind == listed.behind);
    CHECK(pair.gap == listed.gap);
    CHECK(pair.share_ahead == listed.share_ahead);
    CHECK(pair.weight.has_value() == listed.weight.has_value());
    CHECK(pair.answers.size() == listed.answers.size());
  }
  // B 239/300 and C 1159/1920 with A between them: by hand .1930208.
  CHECK(compared("B", "C").gap == exact(239.0 / 300 - 1159.0 / 1920));
  CHECK(compared("C", "B").worst_weights == exact(1.0 / 60));
  CHECK_THROWS_AS(compared("A", "nobody"), std::invalid_argument);
}
