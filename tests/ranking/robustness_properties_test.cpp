// Properties of firmness, brackets, dominance and flips over generated cases, and the audit of fairness.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "kreds/ranking/robustness.hpp"
#include "kreds/smaa/dominance.hpp"
#include "stories.hpp"
#include "support/random_case.hpp"

using namespace stories;
using ranking::Robustness;
using ranking::Scenario;

namespace {

constexpr unsigned cases = 1000;
constexpr double rounding = 1e-12;

struct Looked {
  std::vector<analysis::TieStrength> strengths;
  ranking::Ranking ranking;
  Robustness robustness;
};

Looked look(const casefile::Case& c, const ranking::Catalogue& with, int draws, const std::string& day = "2024-06-01") {
  static const casefile::Vocabulary vocabulary = testing::small_vocabulary();
  const network::EgoNetwork network = network::build_network(c, vocabulary, testing::day(day));
  Looked result;
  result.strengths = analysis::tie_strengths(network, with.tie_model);
  result.ranking = ranking::rank(c, vocabulary, network, result.strengths, with);
  result.robustness = ranking::robustness(result.ranking, result.strengths, with, {.draws = draws});
  return result;
}
Looked look(const casefile::Case& c, int draws = 64) {
  return look(c, catalogue(), draws);
}

std::size_t position(const Robustness& r, const Id& household) {
  return static_cast<std::size_t>(std::find(r.households.begin(), r.households.end(), household) -
                                  r.households.begin());
}
bool stands_there(const Robustness& r, const Id& household) {
  return position(r, household) < r.households.size();
}

void check_same(const Robustness& a, const Robustness& b) {
  REQUIRE(a.households == b.households);
  CHECK(a.ahead == b.ahead);
  CHECK(a.worst_weights == b.worst_weights);
  CHECK(a.worst_answers == b.worst_answers);
  REQUIRE(a.brackets.size() == b.brackets.size());
  for (std::size_t i = 0; i < a.brackets.size(); ++i) CHECK(a.brackets[i].members == b.brackets[i].members);
  for (std::size_t i = 0; i < a.households.size(); ++i) {
    CHECK(a.acceptability[i].rank_shares == b.acceptability[i].rank_shares);
    CHECK(a.acceptability[i].central_weights == b.acceptability[i].central_weights);
  }
}

bool near(double a, double b, double margin = rounding) {
  return std::abs(a - b) <= margin;
}

/// Karen has the best of everything that is told of her, on the day.
void make_best(Story& story) {
  for (auto& [head, statement] : story)
    if (statement.rfind("assessment h-karen", 0) == 0) {
      statement.back() = '4';
      head = "2024-06-01" + head.substr(10);
    }
  story.emplace_back("2024-06-01 liam",
                     "tie liam karen ring=1 emotional=4 caregiving=4 conflict=0 often=daily since=2016-01-01");
  story.emplace_back("2024-06-01 liam", "wish first_wish h-karen");
  for (const ranking::Factor& factor : catalogue().factors)
    if (typed_in(factor)) story.emplace_back("2024-06-01", assessment("karen", factor.id, 4));
}

double sum(const std::vector<double>& all) {
  return std::accumulate(all.begin(), all.end(), 0.0);
}

}  // namespace

TEST_CASE("shares add up and brackets hold every household once", "[ranking][properties][robustness]") {
  for_random_stories(cases, [](const Story& story, Chance&) {
    const Robustness r = look(told(story)).robustness;
    const std::size_t size = r.households.size();
    std::vector<double> per_rank(size, 0);
    for (std::size_t a = 0; a < size; ++a) {
      CHECK(near(sum(r.acceptability[a].rank_shares), 1, 1e-9));
      for (std::size_t rank = 0; rank < size; ++rank) per_rank[rank] += r.acceptability[a].rank_shares[rank];
      CHECK(r.ahead[a][a] == .5);
      for (std::size_t b = 0; b < size; ++b) CHECK(near(r.ahead[a][b] + r.ahead[b][a], 1));
      if (!r.acceptability[a].central_weights.empty()) CHECK(near(sum(r.acceptability[a].central_weights), 1, 1e-9));
    }
    // Without equal values each rank is taken once; with some, the first one at least once.
    if (size > 0) CHECK(per_rank[0] >= 1 - 1e-9);
    std::multiset<Id> in_brackets;
    for (std::size_t i = 0; i < r.brackets.size(); ++i) {
      CHECK(std::is_sorted(r.brackets[i].members.begin(), r.brackets[i].members.end()));
      in_brackets.insert(r.brackets[i].members.begin(), r.brackets[i].members.end());
      const std::size_t first = position(r, r.brackets[i].first);
      for (const Id& member : r.brackets[i].members)
        CHECK((member == r.brackets[i].first || r.ahead[first][position(r, member)] < .70));
      if (i > 0) CHECK(r.ahead[position(r, r.brackets[i - 1].first)][first] >= .70);
    }
    CHECK(in_brackets == std::multiset<Id>(r.households.begin(), r.households.end()));
  });
}

TEST_CASE("whole cases give sound tables", "[ranking][properties][robustness]") {
  std::size_t pairs = 0;
  for (std::uint64_t seed = 1; seed <= cases; ++seed) {
    CAPTURE(seed);
    const Robustness r = look(casefile::random_case(seed, 12), catalogue(), 16, "2024-12-31").robustness;
    for (std::size_t i = 0; i + 1 < r.households.size(); ++i, ++pairs) {
      const ranking::Neighbours& pair = r.neighbours[i];
      CHECK(pair.ahead == r.households[i]);
      CHECK(pair.behind == r.households[i + 1]);
      CHECK(pair.gap >= -rounding);
      CHECK(pair.worst_answers <= pair.worst_weights + rounding);
      CHECK(pair.worst_weights <= pair.gap + rounding);  // the central weights are permitted weights
    }
  }
  CHECK(pairs > 200);
}

TEST_CASE("the order in which things stand in the file changes no share", "[ranking][properties][robustness]") {
  for_random_stories(cases, [](const Story& story, Chance&) {
    casefile::Case c = told(story);
    const Robustness before = look(c).robustness;
    std::ranges::reverse(c.households);
    std::ranges::reverse(c.people);
    std::ranges::reverse(c.interviews);
    check_same(before, look(c).robustness);
  });
}

TEST_CASE("the order of the factors in the catalogue changes nothing that is exact",
          "[ranking][properties][robustness]") {
  ranking::Catalogue reversed = catalogue();
  std::ranges::reverse(reversed.factors);
  for_random_stories(cases, [&](const Story& story, Chance&) {
    const casefile::Case c = told(story);
    const Robustness a = look(c, catalogue(), 1).robustness, b = look(c, reversed, 1).robustness;
    REQUIRE(a.households == b.households);
    for (std::size_t i = 0; i < a.households.size(); ++i)
      for (std::size_t j = 0; j < a.households.size(); ++j) {
        CHECK(near(a.worst_weights[i][j], b.worst_weights[i][j]));
        CHECK(near(a.worst_answers[i][j], b.worst_answers[i][j]));
      }
    for (std::size_t i = 0; i < a.neighbours.size(); ++i) {
      CHECK(a.neighbours[i].weight.has_value() == b.neighbours[i].weight.has_value());
      CHECK(a.neighbours[i].answers.size() == b.neighbours[i].answers.size());
    }
  });
}

TEST_CASE("a household more or less changes nothing between the others", "[ranking][properties][robustness]") {
  for_random_stories(cases, [](const Story& story, Chance&) {
    Story without = story;
    without.emplace_back("2024-05-20", "candidate h-line no");
    const Robustness all = look(told(story)).robustness, fewer = look(told(without)).robustness;
    for (const Id& a : fewer.households)
      for (const Id& b : fewer.households) {
        CHECK(all.ahead[position(all, a)][position(all, b)] == fewer.ahead[position(fewer, a)][position(fewer, b)]);
        CHECK(all.worst_answers[position(all, a)][position(all, b)] ==
              fewer.worst_answers[position(fewer, a)][position(fewer, b)]);
        CHECK((position(all, a) < position(all, b)) == (position(fewer, a) < position(fewer, b)));
      }
  });
}

TEST_CASE("a better level never lowers the first places or the dominance of its household",
          "[ranking][properties][robustness]") {
  std::size_t compared = 0;
  for_random_stories(
      cases,
      [&](const Story& story, Chance& chance) {
        Story better = story;
        const std::size_t start = static_cast<std::size_t>(chance.below(static_cast<int>(story.size())));
        for (std::size_t k = 0; k < story.size(); ++k) {
          auto& [head, statement] = better[(start + k) % story.size()];
          if (statement.rfind("assessment h-karen", 0) != 0 || statement.back() == '4') continue;
          ++statement.back();
          break;
        }
        const Robustness before = look(told(story)).robustness, after = look(told(better)).robustness;
        if (!stands_there(before, "h-karen") || before.households.size() != after.households.size()) return;
        const std::size_t was = position(before, "h-karen"), is = position(after, "h-karen");
        CHECK(after.acceptability[is].rank_shares[0] >= before.acceptability[was].rank_shares[0] - rounding);
        CHECK(after.acceptability[is].expected_rank <= before.acceptability[was].expected_rank + 1e-9);
        for (const Id& other : before.households) {
          if (other == "h-karen") continue;
          const std::size_t then = position(before, other), now = position(after, other);
          CHECK(after.ahead[is][now] >= before.ahead[was][then] - rounding);
          CHECK(after.worst_weights[is][now] >= before.worst_weights[was][then] - rounding);
          CHECK(after.worst_answers[is][now] >= before.worst_answers[was][then] - rounding);
        }
        ++compared;
      },
      1);
  CHECK(compared > 300);
}

// Half-lives are 6 to 24 months: after 74 years next to nothing (2^-37 and less) is left of a word.
TEST_CASE("what was said long ago is as good as not known", "[ranking][properties][robustness]") {
  for_random_stories(cases, [](const Story& story, Chance&) {
    Story aged, fresh;
    for (const auto& [head, statement] : story) {
      const bool rated = statement.rfind("assessment", 0) == 0;
      if (!rated) fresh.emplace_back(head, statement);
      aged.emplace_back(rated ? "1950-01-01" + head.substr(10) : head, statement);
    }
    const auto a = ranked(told(aged)), b = ranked(told(fresh));
    for (const auto& h : a.households) {
      const auto& unknown = household(b, h.id).value;
      CHECK(near(h.value.central, unknown.central, 1e-9));
      CHECK(near(h.value.low, unknown.low, 1e-9));
      CHECK(near(h.value.high, unknown.high, 1e-9));
    }
  });
}

TEST_CASE("dominance agrees with the draws and leaves no weight that turns the order",
          "[ranking][properties][robustness]") {
  std::size_t always = 0, weights = 0;
  const auto check = [&](const Story& story, Chance&) {
    const Robustness r = look(told(story)).robustness;
    for (std::size_t a = 0; a < r.households.size(); ++a)
      for (std::size_t b = 0; b < r.households.size(); ++b) {
        if (a == b || r.worst_answers[a][b] <= 1e-9) continue;
        CHECK(r.ahead[a][b] == 1);
        ++always;
      }
    for (const ranking::Neighbours& pair : r.neighbours) {
      if (!smaa::never_behind(pair.worst_weights)) continue;
      CHECK_FALSE(pair.weight);
      ++weights;
    }
  };
  for_random_stories(cases, check);
  for_random_stories(cases / 4, [&](Story story, Chance& chance) {
    make_best(story);
    check(story, chance);
  });
  CHECK(always > 50);
  CHECK(weights > 50);
}

// min(m1, ½ m1 + ½ rest) with rest ≥ −m1: never behind.
TEST_CASE("a lead in the relation that no other group makes up is kept under every weighting",
          "[ranking][properties][robustness]") {
  std::size_t kept = 0;
  for_random_stories(
      cases,
      [&](Story story, Chance& chance) {
        if (chance.below(4) == 0) make_best(story);
        const Looked looked = look(told(story), 1);
        const auto& weights = looked.ranking.weights;
        for (const auto& a : ranking::in_order(looked.ranking))
          for (const auto& b : ranking::in_order(looked.ranking)) {
            std::map<std::string, double> least, most_against;
            for (std::size_t j = 0; j < weights.size(); ++j) {
              const double d = a.factors[j].supported.central - b.factors[j].supported.central;
              const auto [found, is_new] = least.try_emplace(weights[j].group, d);
              if (!is_new) found->second = std::min(found->second, d);
            }
            double against = 0;
            for (const auto& [group, d] : least)
              if (group != "relation") against = std::max(against, -d);
            if (a.id == b.id || least.at("relation") < against) continue;
            const Robustness& r = looked.robustness;
            CHECK(smaa::never_behind(r.worst_weights[position(r, a.id)][position(r, b.id)]));
            ++kept;
          }
      },
      1);
  CHECK(kept > 20);
}

TEST_CASE("support never lowers and what is proposed never counts in the headline", "[ranking][properties]") {
  for_random_stories(cases, [](const Story& story, Chance&) {
    Story nothing_proposed;
    for (const auto& told_line : story)
      if (told_line.second.find("state=proposed") == std::string::npos) nothing_proposed.push_back(told_line);
    const auto all = ranked(told(story)), without = ranked(told(nothing_proposed));
    for (const auto& h : all.households) {
      CHECK(h.value_proposed.central >= h.value.central - rounding);
      CHECK(h.value.central >= h.value_now.central - rounding);
      CHECK(h.value == household(without, h.id).value);
    }
  });
}

TEST_CASE("orders that the scenarios do not change are not said to change", "[ranking][properties][robustness]") {
  std::size_t changes = 0;
  for_random_stories(
      cases,
      [&](const Story& story, Chance&) {
        const Looked looked = look(told(story), 1);
        for (const ranking::OrderChange& change : looked.robustness.scenarios) {
          const auto& ahead = household(looked.ranking, change.ahead_headline);
          const auto& there = household(looked.ranking, change.ahead_there);
          CHECK(ahead.value.central > there.value.central);
          CHECK(ranking::value_in(there, change.scenario).central > ranking::value_in(ahead, change.scenario).central);
          CHECK_FALSE(change.measures.empty());
          for (const ranking::MeasureBehind& measure : change.measures) {
            CHECK(measure.effect > 0);
            for (const Id& other : measure.not_discussed_with) CHECK(other != measure.household);
          }
        }
        changes += looked.robustness.scenarios.size();
      },
      1);
  CHECK(changes > 20);
}

// --- fairness (§5.2) -----------------------------------------------------------------------------------

namespace {

/// The same result, whatever was done to the case.
template <class Change>
void check_fair(Change change) {
  std::size_t households = 0;
  for_random_stories(
      cases / 5,
      [&](const Story& story, Chance&) {
        casefile::Case c = told(story);
        const Looked before = look(c);
        change(c);
        const Looked after = look(c);
        check_same(before.robustness, after.robustness);
        for (const auto& h : before.ranking.households) CHECK(household(after.ranking, h.id).value == h.value);
        households += before.robustness.households.size();
      },
      1);
  CHECK(households > 200);
}

casefile::Person& person(casefile::Case& c, const Id& id) {
  return *std::ranges::find(c.people, id, &casefile::Person::id);
}

/// A statement with a body of its own in the first interview, where the homes were told.
void tell(casefile::Case& c, const Id& id, casefile::StatementBody body) {
  casefile::Statement s = c.interviews.front().statements.front();
  s.id = id;
  s.body = std::move(body);
  c.interviews.front().statements.push_back(std::move(s));
}

}  // namespace

TEST_CASE("names and gender and notes are no input of the order", "[ranking][fairness]") {
  check_fair([](casefile::Case& c) {
    for (casefile::Person& p : c.people) {
      p.name = "Fatima " + p.id;
      p.gender = p.gender == casefile::Gender::male ? casefile::Gender::female : casefile::Gender::male;
      p.note = "arbejdsløs, lejer, bor småt, muslim";
    }
    for (casefile::Household& h : c.households) h.name = "Øster Allé " + h.id;
  });
}

TEST_CASE("kin and other network count alike", "[ranking][fairness]") {
  check_fair([](casefile::Case& c) {
    person(c, "karen").role = "mormor";
    person(c, "mikkel").role = "nabo";
    tell(c, "s-kin", casefile::Parentage{"karen", "anna", casefile::ParentKind::biological, false});
  });
}

TEST_CASE("the mother's and the father's side count alike", "[ranking][fairness]") {
  check_fair([](casefile::Case& c) {
    person(c, "karen").role = "farmor";
    person(c, "line").role = "moster";
  });
}

TEST_CASE("where a household lives is no input of the order", "[ranking][fairness]") {
  check_fair([](casefile::Case& c) {
    tell(c, "s-home-1", casefile::Home{"h-karen", "Gellerup", 0.2, "lejlighed"});
    tell(c, "s-home-2", casefile::Home{"h-mikkel", "Hellerup", 48.0, "villa"});
  });
}

TEST_CASE("age and work and a death in the family are no input of the order", "[ranking][fairness]") {
  check_fair([](casefile::Case& c) {
    person(c, "karen").birth = casefile::parse_approximate("1944");
    person(c, "line").birth = casefile::parse_approximate("2003");
    tell(c, "s-work", casefile::Fact{{"karen"}, "har været uden arbejde i fire år"});
  });
}

TEST_CASE("saying the same in several conversations of one day counts once", "[ranking][fairness]") {
  check_fair([](casefile::Case& c) {
    const std::vector<casefile::Interview> once = c.interviews;
    for (casefile::Interview again : once) {
      again.id += "-again";
      for (casefile::Statement& s : again.statements) s.id += "-again";
      if (again.informants.empty()) continue;  // what was observed has no speaker to say it again
      c.interviews.push_back(std::move(again));
    }
  });
}

TEST_CASE("one adult or two in the household count alike", "[ranking][fairness]") {
  check_fair([](casefile::Case& c) {
    casefile::Person partner = person(c, "karen");
    partner.id = partner.name = "jonas";
    c.people.push_back(partner);
    tell(c, "s-jonas", casefile::Residence{"jonas", "h-karen", "", false});
    tell(c, "s-pair", casefile::Partners{"karen", "jonas", casefile::PartnerKind::married, false});
  });
}

TEST_CASE("a household nobody was asked about stands in the middle with the full width", "[ranking][fairness]") {
  for_random_stories(
      cases / 5,
      [](const Story& story, Chance&) {
        Story silent;
        for (const auto& line : story)
          if (line.second.find("line") == std::string::npos) silent.push_back(line);
        const Looked looked = look(told(silent));
        const auto& line = household(looked.ranking, "h-line");
        check_interval(line.value, .5, 0, 1);
        CHECK(line.heading == ranking::Heading::needs_clarification);
        CHECK(line.standing == ranking::Standing::in_order_not_asked);
        // Never last by default: what is known to be below the middle stands behind it.
        for (const auto& other : ranking::in_order(looked.ranking))
          if (other.value.central < .5 - rounding)
            CHECK(position(looked.robustness, other.id) > position(looked.robustness, "h-line"));
      },
      1);
}
