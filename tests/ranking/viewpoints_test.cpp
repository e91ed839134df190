// The order again with a part of what was told (method §1.5, §3.7).
#include "kreds/ranking/viewpoints.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "stories.hpp"
#include "whole_case.hpp"

using namespace whole_case;
using network::Ids;
using ranking::Variant;
using ranking::VariantKind;

namespace {

std::vector<Variant> viewpoints(const Whole& w) {
  return ranking::viewpoints(w.c, w.vocabulary, w.network, w.strengths, catalogue(), w.ranking);
}

Ids order(const Variant& v) {
  Ids ids;
  for (const auto& h : v.order) ids.push_back(h.household);
  return ids;
}

template <class Is>
const Variant& find(const std::vector<Variant>& all, VariantKind kind, Is is) {
  for (const Variant& v : all)
    if (v.kind == kind && is(v)) return v;
  FAIL("no such variant");
  throw 0;
}
const Variant& alone(const std::vector<Variant>& all, const Id& who) {
  return find(all, VariantKind::informant_alone, [&](const Variant& v) { return v.who == who && !v.professionals; });
}
const Variant& professionals(const std::vector<Variant>& all) {
  return find(all, VariantKind::informant_alone, [](const Variant& v) { return v.professionals; });
}
const Variant& without_interview(const std::vector<Variant>& all, const Id& id) {
  return find(all, VariantKind::without_interview, [&](const Variant& v) { return v.interview == id; });
}

/// Three homes with one adult each, who want the task; mette is a teacher.
CaseBuilder three_homes() {
  CaseBuilder builder = stories::people();
  for (const Id& adult : stories::adults)
    builder
        .on("2024-01-01",
            "residence " + adult + " h-" + adult + "; candidate h-" + adult + "; carer h-" + adult + " " + adult)
        .on("2024-01-02 " + adult + " id=wish-" + adult, "role h-" + adult + " wish=foster_family");
  return builder;
}

// --- the slow way ------------------------------------------------------------------------------------------------

bool words(const casefile::Statement& s) {
  return std::holds_alternative<casefile::Tie>(s.body) || std::holds_alternative<casefile::Wish>(s.body) ||
         std::holds_alternative<casefile::Assessment>(s.body);
}

using Keep = std::function<bool(const casefile::Statement&, const casefile::Interview&)>;

casefile::Case with_only(casefile::Case c, const Keep& keep) {
  for (auto& interview : c.interviews)
    std::erase_if(interview.statements, [&](const auto& s) { return words(s) && !keep(s, interview); });
  return c;
}

bool by(const casefile::Statement& s, const Id& who) {
  return std::ranges::find(s.by, who) != s.by.end();
}

Keep keeps(const Whole& w, const Variant& v) {
  const auto professional = [&w](const Id& who, casefile::Date day) {
    return network::informant_kind(w.c, w.vocabulary, who, {}, day) == network::InformantKind::professional;
  };
  switch (v.kind) {
    case VariantKind::without_interview:
      return [&v](const auto&, const auto& interview) { return interview.id != v.interview; };
    case VariantKind::without_informant:
      return [&v](const auto& s, const auto&) { return s.by != Ids{v.who}; };
    default:
      break;
  }
  if (!v.professionals) return [&v](const auto& s, const auto&) { return by(s, v.who); };
  return [professional](const auto& s, const auto& interview) {
    return s.by.empty() || std::ranges::any_of(s.by, [&](const Id& who) { return professional(who, interview.date); });
  };
}

casefile::Case as_in(const Whole& w, const Variant& v) {
  if (v.kind != VariantKind::measure_not_granted) return with_only(w.c, keeps(w, v));
  casefile::Case c = w.c;
  for (auto& interview : c.interviews)
    for (auto& s : interview.statements)
      if (auto* m = std::get_if<casefile::Measure>(&s.body); m && m->household == v.who && m->measure == v.measure)
        m->state = casefile::MeasureState::proposed;
  return c;
}

/// Ranks the changed case from the beginning and compares. Returns how many households were compared.
int compare_with_ranking(const Whole& w, const Variant& v) {
  const Whole slow = whole(as_in(w, v), w.vocabulary, w.network.as_of);
  if (slow.ranking.not_applicable != w.ranking.not_applicable) return 0;  // weights are those of the whole case
  int compared = 0;
  for (const auto& h : v.order) {
    const auto& expected = household(slow.ranking, h.household);
    check_interval(h.value, expected.value.central, expected.value.low, expected.value.high);
    ++compared;
  }
  for (const auto& h : w.ranking.households) {
    const auto change = std::ranges::find(v.standings, h.id, &ranking::StandingChange::household);
    const auto standing = change == v.standings.end() ? h.standing : change->variant;
    CHECK(household(slow.ranking, h.id).standing == standing);
  }
  return compared;
}

}  // namespace

TEST_CASE("each informant alone sees an order of their own", "[ranking][viewpoints]") {
  // The child puts Karen before Mikkel before Line, the teacher's levels say the opposite.
  const auto w =
      whole(three_homes()
                .on("2024-05-01 liam id=child", "tie liam karen ring=1; tie liam mikkel ring=2; tie liam line ring=3")
                .on("2024-05-02 mette id=school",
                    "assessment h-karen mentalising_ability level=2; assessment h-mikkel "
                    "mentalising_ability level=3; assessment h-line mentalising_ability level=4")
                .on("2024-05-03 anna id=mum", "tie liam mikkel often=daily"));
  const auto all = viewpoints(w);
  CHECK(order(alone(all, "liam")) == Ids{"h-karen", "h-mikkel", "h-line"});
  CHECK(alone(all, "liam").tau_b == Approx(1));
  CHECK(alone(all, "liam").swapped.empty());
  CHECK(order(professionals(all)) == Ids{"h-line", "h-mikkel", "h-karen"});
  CHECK(professionals(all).tau_b == Approx(-1));
  CHECK(professionals(all).first_changes);
  REQUIRE(professionals(all).swapped.size() == 3);
  CHECK(professionals(all).swapped[0] == ranking::SwappedPair{"h-karen", "h-mikkel", true});
  CHECK(professionals(all).swapped[1] == ranking::SwappedPair{"h-karen", "h-line", false});
  // Anna speaks of one household: above the two others, which are equal and stand by id. Pairs against the joint
  // Karen, Mikkel, Line: K–M discordant, M–L concordant, K–L tied: 0.
  CHECK(order(alone(all, "anna")) == Ids{"h-mikkel", "h-karen", "h-line"});
  CHECK(alone(all, "anna").tau_b == Approx(0).margin(1e-12));
  CHECK(alone(all, "anna").about == Ids{"h-mikkel"});
  // All of the order rests on the child's conversation.
  CHECK(without_interview(all, "child").first_changes);
  CHECK(without_interview(all, "school").swapped.empty());
  CHECK(ranking::that_change(all, VariantKind::without_interview).size() == 1);
}

TEST_CASE("a household may stand outside only because of one conversation", "[ranking][viewpoints]") {
  const auto w = whole(three_homes()
                           .on("2024-05-01 liam id=first", "tie liam karen ring=1")
                           .on("2024-05-02 liam id=second", "wish no h-karen"));
  REQUIRE(household(w.ranking, "h-karen").standing == ranking::Standing::outside_until_assessed);
  const auto all = viewpoints(w);
  REQUIRE(without_interview(all, "second").standings.size() == 1);
  CHECK(without_interview(all, "second").standings.front() ==
        ranking::StandingChange{"h-karen", ranking::Standing::outside_until_assessed, ranking::Standing::in_order});
  CHECK(without_interview(all, "first").standings.empty());
}

TEST_CASE("what was said together stays when one of them is left out", "[ranking][viewpoints]") {
  const auto w = whole(three_homes().on("2024-05-01 anna mette", "tie liam karen ring=1"));
  for (const Variant& v : viewpoints(w)) {
    if (v.kind != VariantKind::without_informant) continue;
    CHECK(v.about.empty());
    for (const auto& h : v.order) CHECK(h.value == household(w.ranking, h.household).value);
  }
}

TEST_CASE("a measure that is not granted may turn the order", "[ranking][viewpoints]") {
  // Both are told alike but for mentalising: Karen 1, lifted to 2 by granted supervision, Mikkel 1 and a wish that is
  // hardly less: without the measure Karen falls behind.
  const auto w = whole(three_homes()
                           .on("2024-05-01",
                               "assessment h-karen mentalising_ability level=1; assessment h-mikkel "
                               "mentalising_ability level=1; assessment h-mikkel commitment level=3")
                           .on("2024-05-02", "measure h-karen supervision factors=mentalising_ability state=granted"));
  const auto all = viewpoints(w);
  const auto& v = find(all, VariantKind::measure_not_granted, [](const Variant&) { return true; });
  CHECK(v.who == "h-karen");
  CHECK(v.measure == "supervision");
  REQUIRE_FALSE(v.swapped.empty());
  CHECK(std::ranges::find(v.swapped, ranking::SwappedPair{"h-karen", "h-mikkel", false}) != v.swapped.end());
}

TEST_CASE("one household has no order to compare with", "[ranking][viewpoints]") {
  for (const Variant& v : viewpoints(shipped("freja"))) {
    CHECK(order(v) == Ids{"h-bente"});
    CHECK_FALSE(v.tau_b);
    CHECK(v.swapped.empty());
  }
}

TEST_CASE("no single conversation turns the order of Liam", "[ranking][viewpoints]") {
  const auto all = viewpoints(shipped("liam"));
  CHECK(std::ranges::none_of(all, [](const Variant& v) { return !v.swapped.empty() || v.first_changes; }));
  // The child, the mother, all professionals, then the others who say something of Mikkel and Sara or Line and Jonas.
  std::vector<std::pair<Id, bool>> who;
  for (const Variant& v : all)
    if (v.kind == VariantKind::informant_alone) who.emplace_back(v.who, v.professionals);
  CHECK(who == std::vector<std::pair<Id, bool>>{{"liam", false},
                                                {"anna", false},
                                                {"", true},
                                                {"jonas", false},
                                                {"line", false},
                                                {"mikkel", false},
                                                {"sara", false}});
}

TEST_CASE("leaving out a conversation that says nothing of a household changes nothing",
          "[ranking][viewpoints][properties]") {
  int seen = 0;
  stories::for_random_stories(200, [&](const stories::Story& story, stories::Chance&) {
    auto c = stories::told(story);
    casefile::Interview silent{
        "silent", testing::day("2024-05-20"), "", casefile::InterviewKind::home_visit, {"anna"}, {}, {}, "", {}};
    c.interviews.push_back(silent);
    const auto w = whole(c);
    for (const Variant& v : viewpoints(w)) {
      if (v.kind == VariantKind::informant_alone || !v.about.empty()) continue;
      ++seen;
      for (const auto& h : v.order) CHECK(h.value == household(w.ranking, h.household).value);
      CHECK(v.swapped.empty());
      CHECK_FALSE(v.first_changes);
      if (v.interview == "silent") CHECK(v.standings.empty());
    }
  });
  CHECK(seen >= 200);
}

TEST_CASE("each variant is the ranking of the case without those words", "[ranking][viewpoints][properties]") {
  int compared = 0;
  stories::for_random_stories(60, [&](const stories::Story& story, stories::Chance&) {
    const auto w = whole(stories::told(story));
    for (const Variant& v : viewpoints(w)) compared += compare_with_ranking(w, v);
  });
  for (const char* name : {"lille", "liam", "freja", "stor"}) {
    CAPTURE(name);
    const auto w = shipped(name);
    for (const Variant& v : viewpoints(w)) {
      CAPTURE(v.interview, v.who, static_cast<int>(v.kind));
      compared += compare_with_ranking(w, v);
    }
  }
  CHECK(compared > 1000);
}

TEST_CASE("care that follows from a home comes back when the level typed in is left out", "[ranking][viewpoints]") {
  // Liam lived with Karen in 2022; Anna later says 2. Without her words the residence counts: level 4.
  const auto w = whole(three_homes()
                           .on("2023-01-01", "residence liam h-karen from=2022-01 to=2022-12")
                           .on("2024-05-01 anna id=mum", "tie liam karen caregiving=2")
                           .on("2024-05-02 liam", "tie liam mikkel ring=1"));
  const auto all = viewpoints(w);
  CHECK(compare_with_ranking(w, without_interview(all, "mum")) == 3);
  const auto value = [&](const Variant& v) {
    return std::ranges::find(v.order, Id("h-karen"), &ranking::HouseholdValue::household)->value.central;
  };
  CHECK(value(without_interview(all, "mum")) > household(w.ranking, "h-karen").value.central);
}

TEST_CASE("tau-b and swapped pairs follow from the two orders", "[ranking][viewpoints][properties]") {
  stories::for_random_stories(100, [&](const stories::Story& story, stories::Chance&) {
    const auto w = whole(stories::told(story));
    const auto standing = [&](const Id& id) { return household(w.ranking, id).value.central; };
    for (const Variant& v : viewpoints(w)) {
      int discordant = 0;
      for (const auto& a : v.order)
        for (const auto& b : v.order)
          if (standing(a.household) - standing(b.household) > 1e-11 && b.value.central - a.value.central > 1e-11)
            ++discordant;
      CHECK(static_cast<int>(v.swapped.size()) == discordant);
      if (v.tau_b) CHECK((*v.tau_b >= -1 - 1e-12 && *v.tau_b <= 1 + 1e-12));
      if (v.tau_b && discordant == 0) CHECK(*v.tau_b >= 0);
      if (v.tau_b && discordant > 0) CHECK(*v.tau_b < 1);
    }
  });
}
