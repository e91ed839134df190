// What is different between two states of one case.
#include <algorithm>
#include <catch2/catch.hpp>

#include "kreds/comparison/differences.hpp"
#include "support/case_builder.hpp"
#include "support/random_case.hpp"

using namespace kreds;
using namespace kreds::comparison;
using testing::CaseBuilder;

namespace {

const std::string data = KREDS_ROOT "/data";

struct Made {
  casefile::Case known;
  network::EgoNetwork network;
  std::vector<analysis::TieStrength> strengths;
  ranking::Ranking ranking;
  ranking::Robustness robustness;
  ranking::QuestionPlan plan;
  State state() const { return {known, network}; }
  RankedState ranked() const { return {ranking, robustness, plan}; }
};

struct Rules {
  casefile::Vocabulary vocabulary = casefile::load_vocabulary(data);
  ranking::Catalogue catalogue = ranking::load_catalogue(data);
};

const Rules& rules() {
  static const Rules all;
  return all;
}

Made made(const casefile::Case& c, const std::string& day) {
  const auto date = casefile::parse_date(day).value();
  Made m{casefile::as_known_on(c, date), {}, {}, {}, {}, {}};
  m.network = network::build_network(m.known, rules().vocabulary, date);
  m.strengths = analysis::tie_strengths(m.network, rules().catalogue.tie_model);
  m.ranking = ranking::rank(m.known, rules().vocabulary, m.network, m.strengths, rules().catalogue);
  ranking::RobustnessSettings few;
  few.draws = 200;
  m.robustness = ranking::robustness(m.ranking, m.strengths, rules().catalogue, few);
  m.plan = ranking::questions(m.known, rules().vocabulary, m.network, m.strengths, rules().catalogue, m.ranking);
  return m;
}

Differences between(const casefile::Case& c, const std::string& from, const std::string& to) {
  const Made before = made(c, from), after = made(c, to);
  Differences all = differences(before.state(), after.state(), rules().catalogue);
  add_order(before.state(), before.ranked(), after.state(), after.ranked(), all);
  return all;
}

/// Anna tells of Karen in February; in March the child places both; in April Peter comes, Karen is closer.
casefile::Case liam() {
  casefile::Case c =
      CaseBuilder("liam born=2015-05-14")
          .people("anna role=mor; karen role=mormor; peter role=farbror")
          .households("h-karen")
          .on("2024-02-05 anna id=i1", "tie liam karen often=weekly id=s1; residence karen h-karen id=s2")
          .on("2024-03-04 liam id=i2", "tie liam karen ring=2 id=s3; tie liam anna ring=1 id=s4")
          .on("2024-04-08 liam id=i3",
              "tie liam karen ring=1 id=s5; tie liam anna ring=1 id=s6; referral peter id=s7; candidate h-karen id=s8")
          .on("2024-05-06 karen id=i4",
              "tie liam karen often=daily id=s9; role h-karen wish=foster_family id=s10; "
              "decision h-karen \"Kommunen går videre\" made_by=Lederen id=s11")
          .build();
  for (casefile::Person& p : c.people) p.source = {p.id == "peter" ? "i3" : "i1", {}, false};
  c.households.front().source = {"i1", {"anna"}, false};
  return c;
}

}  // namespace

TEST_CASE("who comes is told with who told of them", "[comparison][differences]") {
  const Differences all = between(liam(), "2024-03-04", "2024-04-08");
  REQUIRE(all.people.size() == 1);
  CHECK(all.people[0].person == "peter");
  CHECK(all.people[0].what == Happened::came);
  CHECK(all.people[0].from->interview == "i3");
  CHECK(all.interviews == Ids{"i3"});
}

TEST_CASE("who is withdrawn has gone", "[comparison][differences]") {
  casefile::Case c = liam();
  c.people[3].withdrawn = casefile::Withdrawal{casefile::parse_date("2024-05-01").value(), "Anna", "forvekslet"};
  const Differences all = between(c, "2024-04-08", "2024-05-01");
  REQUIRE(all.people.size() == 1);
  CHECK(all.people[0].person == "peter");
  CHECK(all.people[0].what == Happened::went);
}

TEST_CASE("a ring that moved is told and one that was said again is not", "[comparison][differences]") {
  const Differences all = between(liam(), "2024-03-04", "2024-04-08");
  REQUIRE(all.rings.size() == 1);
  CHECK(all.rings[0].person == "karen");
  CHECK(all.rings[0].before.ring == 2);
  CHECK(all.rings[0].after.ring == 1);
  REQUIRE(all.rings[0].from.size() == 1);
  CHECK(all.rings[0].from[0].statement == "s5");
}

TEST_CASE("rings of two viewpoints are never held against each other", "[comparison][differences]") {
  casefile::Case c = liam();
  std::get<casefile::Tie>(c.interviews[0].statements[0].body).ring.value = 3;  // Anna's word
  const Differences all = between(c, "2024-02-05", "2024-03-04");
  CHECK(all.viewpoint_before == network::Viewpoint::adults);
  CHECK(all.viewpoint_after == network::Viewpoint::child);
  CHECK(all.rings.empty());
}

TEST_CASE("a new answer stands beside the old one", "[comparison][differences]") {
  const Differences all = between(liam(), "2024-04-08", "2024-05-06");
  const auto often = std::find_if(all.items.begin(), all.items.end(),
                                  [](const ItemChange& c) { return c.item.kind == ItemKind::frequency; });
  REQUIRE(often != all.items.end());
  REQUIRE(often->before.size() == 1);
  CHECK(often->before[0].from.informants == Ids{"anna"});
  REQUIRE(often->said.size() == 1);
  CHECK(often->said[0].from.informants == Ids{"karen"});
  CHECK(often->disagreement);
  CHECK(often->taken_back.empty());
}

TEST_CASE("an answer that was withdrawn is taken back", "[comparison][differences]") {
  casefile::Case c = liam();
  c.interviews[0].statements[0].withdrawn =
      casefile::Withdrawal{casefile::parse_date("2024-02-20").value(), "Anna", "tog fejl"};
  const Differences all = between(c, "2024-02-05", "2024-02-20");
  REQUIRE(all.items.size() == 1);
  CHECK(all.items[0].after.empty());
  REQUIRE(all.items[0].taken_back.size() == 1);
  CHECK(all.items[0].taken_back[0].from.statement == "s1");
}

TEST_CASE("adults' words get old after their half-life and are told once", "[comparison][differences]") {
  // Ties: 24 months. Anna's word of 5 February 2024 is older on 1 March 2026, and was already on 1 April.
  const Differences all = between(liam(), "2026-01-01", "2026-03-01");
  const auto of_anna = [](const Differences& d) {
    return std::count_if(d.aged.begin(), d.aged.end(),
                         [](const Aged& a) { return a.item.kind == ItemKind::ring && a.childs_own; });
  };
  CHECK(all.aged.empty());
  const Differences later = between(liam(), "2026-03-01", "2026-05-01");
  CHECK(of_anna(later) == 2);  // the child's rings of 8 April 2024: they do not fade, but it is time to ask
  const Differences again = between(liam(), "2026-05-01", "2026-05-02");
  CHECK(again.aged.empty());
}

TEST_CASE("half a year after the child was last heard it is time for a new conversation", "[comparison][differences]") {
  // Last heard 8 April 2024; six months are over on 8 October.
  CHECK(between(liam(), "2024-05-06", "2024-11-01").child_last_heard == casefile::parse_date("2024-04-08"));
  CHECK_FALSE(between(liam(), "2024-05-06", "2024-09-01").child_last_heard);
  CHECK_FALSE(between(liam(), "2024-11-01", "2024-12-01").child_last_heard);
}

TEST_CASE("a question is answered by what was said since", "[comparison][differences]") {
  const Differences all = between(liam(), "2024-04-08", "2024-05-06");
  const auto role = std::find_if(all.answered.begin(), all.answered.end(),
                                 [](const Answered& a) { return a.question.kind == ranking::QuestionKind::role_wish; });
  REQUIRE(role != all.answered.end());
  REQUIRE(role->from.size() == 1);
  CHECK(role->from[0].statement == "s10");
}

TEST_CASE("the order tells what moved and a decision moves nobody", "[comparison][differences]") {
  casefile::Case c = liam();
  const Differences with = between(c, "2024-04-08", "2024-05-06");
  REQUIRE(with.order);
  REQUIRE(with.order->decisions.size() == 1);
  CHECK(with.order->decisions[0].answer.words == "Kommunen går videre");
  auto& last = c.interviews[3].statements;
  last.erase(last.begin() + 2);
  const Differences without = between(c, "2024-04-08", "2024-05-06");
  CHECK(without.order->decisions.empty());
  REQUIRE(with.order->households.size() == 1);
  REQUIRE(without.order->households.size() == 1);
  CHECK(with.order->households[0].after == without.order->households[0].after);
  CHECK(with.order->households[0].moved == without.order->households[0].moved);
  const auto& moved = with.order->households[0].moved;
  REQUIRE(!moved.empty());
  CHECK(moved[0].factor == "relation_strength");
  CHECK(moved[0].cause == Cause::said);
  CHECK(moved[0].from[0].statement == "s9");
}

TEST_CASE("nothing differs between a state and itself", "[comparison][differences]") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const casefile::Case c = casefile::random_case(seed, 10);
    const Made m = made(c, "2024-12-31");
    Differences all = differences(m.state(), m.state(), rules().catalogue);
    add_order(m.state(), m.ranked(), m.state(), m.ranked(), all);
    INFO(seed);
    CHECK(all.people.empty());
    CHECK(all.rings.empty());
    CHECK(all.moves.empty());
    CHECK(all.items.empty());
    CHECK(all.aged.empty());
    CHECK(all.answered.empty());
    CHECK(all.arose.empty());
    for (const HouseholdMove& move : all.order->households) {
      CHECK_FALSE(move.changed());
      CHECK(move.moved.empty());
    }
  }
}

TEST_CASE("what came one way goes the other way", "[comparison][differences]") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const casefile::Case c = casefile::random_case(seed, 10);
    const Made a = made(c, "2022-06-30"), b = made(c, "2024-12-31");
    const Differences forth = differences(a.state(), b.state(), rules().catalogue);
    const Differences back = differences(b.state(), a.state(), rules().catalogue);
    const auto count = [](const Differences& d, Happened what) {
      return std::count_if(d.people.begin(), d.people.end(), [&](const PersonChange& p) { return p.what == what; });
    };
    INFO(seed);
    CHECK(count(forth, Happened::came) == count(back, Happened::went));
    CHECK(count(forth, Happened::went) == count(back, Happened::came));
    // Whoever comes may come with a ring; whoever goes has none left.
    const auto moved = [&](const Differences& d) {
      return std::count_if(d.rings.begin(), d.rings.end(), [&](const RingChange& ring) {
        return network::index_of(a.state().network, ring.person) && network::index_of(b.state().network, ring.person);
      });
    };
    CHECK(moved(forth) == moved(back));
    CHECK(forth.moves.size() == back.moves.size());
    CHECK(forth.items.size() == back.items.size());
    CHECK(forth.households_came == back.households_went);
  }
}

TEST_CASE("two children are never compared", "[comparison][differences]") {
  const Made a = made(liam(), "2024-05-06"),
             b = made(CaseBuilder("freja").on("2024-01-01 freja", "").build(), "2024-05-06");
  CHECK_THROWS_AS(differences(a.state(), b.state(), rules().catalogue), std::invalid_argument);
}
