#include "kreds/ranking/plan_b.hpp"

#include <algorithm>
#include <cmath>

#include "family.hpp"
#include "kreds/analysis/structure.hpp"
#include "pieces.hpp"

namespace kreds::ranking {
namespace {

using analysis::WeightedGraph;

constexpr std::string_view agreement = "plan_b_agreement";

struct Scene {
  const EgoNetwork& network;
  const std::vector<analysis::TieStrength>& strengths;
  double lambda;
  WeightedGraph graph;  ///< of the ties that count
  std::vector<Index> parents;
};

const network::Household& household_of(const Scene& scene, const RankedHousehold& ranked) {
  return scene.network.households[ranked.household];
}

template <class Keep>
WeightedGraph part_of(const WeightedGraph& graph, Keep keep) {
  WeightedGraph part{graph.vertex_count, {}};
  for (const WeightedGraph::Edge& edge : graph.edges)
    if (keep(edge)) part.edges.push_back(edge);
  return part;
}

// --- ways through the network --------------------------------------------------------------------------

/// The strongest way from the child to one of them.
Path strongest_way(const Scene& scene, const WeightedGraph& graph, const std::vector<Index>& to) {
  const analysis::StrongestPaths paths = analysis::strongest_paths(graph, scene.network.ego, scene.lambda);
  std::optional<Index> nearest;
  for (const Index person : to)
    if (!nearest || paths.strength[person] > paths.strength[*nearest]) nearest = person;
  if (!nearest || paths.strength[*nearest] <= 0) return {};
  Path way{paths.strength[*nearest], {}};
  for (std::optional<std::size_t> at = nearest; at; at = paths.previous[*at])
    way.people.push_back(scene.network.people[*at].person.id);
  std::ranges::reverse(way.people);
  return way;
}

WeightedGraph graph_without(const Scene& scene, const network::Household& household) {
  const auto leaves = [&](Index person) { return person != scene.network.ego && lives_in(household, person); };
  return part_of(scene.graph, [&](const WeightedGraph::Edge& edge) { return !leaves(edge.a) && !leaves(edge.b); });
}

// --- the reserve ---------------------------------------------------------------------------------------

/// Conflict that somebody currently tells of between two people.
std::optional<HouseholdConflict> conflict_between(const EgoNetwork& network, Index a, Index b) {
  const network::Tie* tie = network::tie_between(network, a, b);
  if (tie == nullptr) return std::nullopt;
  HouseholdConflict conflict{network.people[a].person.id, network.people[b].person.id, 0, {}};
  for (const network::Evidence& e : tie->part(network::Part::harmony).current) {
    const int level = static_cast<int>(std::lround((1 - e.x) * 3));
    if (level < plan_b_thresholds::conflict) continue;
    conflict.level = std::max(conflict.level, level);
    conflict.from.push_back(e.from);
  }
  if (conflict.from.empty()) return std::nullopt;
  return conflict;
}

Reserve reserve(const Scene& scene, const RankedHousehold& first, const WeightedGraph& without_first,
                const RankedHousehold& other) {
  const network::Household &here = household_of(scene, first), &there = household_of(scene, other);
  const std::vector<Index> mine = adults_in(scene.network, here);
  std::vector<Index> theirs = adults_in(scene.network, there);
  Reserve result;
  result.household = other.id;
  result.standing = other.standing;
  result.with_first = strongest_way(scene, scene.graph, theirs);
  result.shares_people = std::ranges::any_of(there.residents, [&](const network::Resident& r) {
    return r.person != scene.network.ego && lives_in(here, r.person);
  });
  std::erase_if(theirs, [&](Index person) { return lives_in(here, person); });
  result.without_first = strongest_way(scene, without_first, theirs);
  if (result.with_first.strength > 0) result.fall = 1 - result.without_first.strength / result.with_first.strength;
  if (result.fall < rounding) result.fall = 0;
  result.hangs_on_first = result.fall > plan_b_thresholds::dependence + rounding;
  for (const Index a : mine)
    for (const Index b : theirs)
      if (const auto conflict = conflict_between(scene.network, a, b)) result.conflicts.push_back(*conflict);
  return result;
}

// --- who else is close ---------------------------------------------------------------------------------

void find_close_people(const Scene& scene, const network::Household& household, PlanB& plan) {
  const EgoNetwork& network = scene.network;
  for (Index i = 0; i < network.people.size(); ++i) {
    const network::Member& member = network.people[i];
    if (i == network.ego || !member.counted || member.professional || lives_in(household, i)) continue;
    const auto tie = tie_with_child(network, i);
    if (!tie || !scene.strengths[*tie].described) continue;
    if (scene.strengths[*tie].interval.central < plan_b_thresholds::close - rounding) continue;
    plan.close_outside.push_back(member.person.id);
    if (contains(scene.parents, i)) plan.close_parents.push_back(member.person.id);
  }
  std::ranges::sort(plan.close_outside);
  std::ranges::sort(plan.close_parents);
  plan.only_close_network = plan.close_outside.empty();
}

bool agreed_on_plan_b(const casefile::Case& known, const Id& household) {
  return std::ranges::any_of(spoken<casefile::Measure>(known), [&](const auto& s) {
    return s.body->household == household && s.body->measure == agreement;
  });
}

PlanB plan_b(const Scene& scene, const casefile::Case& known, const Ranking& ranking, std::size_t place) {
  const RankedHousehold& first = ranking.households[place];
  const WeightedGraph without_first = graph_without(scene, household_of(scene, first));
  PlanB plan;
  plan.first = first.id;
  for (std::size_t i = 0; i < ranking.households.size(); ++i) {
    const RankedHousehold& other = ranking.households[i];
    const bool beside = other.standing == Standing::beside_own_wish;
    if (i == place || (!beside && (!in_order(other) || plan.next))) continue;
    Reserve candidate = reserve(scene, first, without_first, other);
    if (beside)
      plan.beside.push_back(std::move(candidate));
    else if (!candidate.shares_people)
      plan.next = std::move(candidate);
  }
  find_close_people(scene, household_of(scene, first), plan);
  plan.agreement_recorded = agreed_on_plan_b(known, first.id);
  return plan;
}

// --- who holds the network together --------------------------------------------------------------------

std::vector<CutPerson> cut_persons(const Scene& scene) {
  const EgoNetwork& network = scene.network;
  const auto professional = [&](std::size_t person) { return network.people[person].professional; };
  const WeightedGraph bonds = part_of(scene.graph, [&](const WeightedGraph::Edge& edge) {
    return edge.strength >= plan_b_thresholds::bond - rounding && !professional(edge.a) && !professional(edge.b);
  });
  const std::vector<std::size_t> together = analysis::components(bonds);
  std::vector<CutPerson> result;
  for (const std::size_t person : analysis::cut_vertices(bonds)) {
    if (person == network.ego || together[person] != together[network.ego]) continue;
    const std::vector<std::size_t> left = analysis::components(
        part_of(bonds, [&](const WeightedGraph::Edge& edge) { return edge.a != person && edge.b != person; }));
    CutPerson cut{network.people[person].person.id, {}};
    for (Index i = 0; i < network.people.size(); ++i)
      if (i != person && together[i] == together[network.ego] && left[i] != left[network.ego])
        cut.parted.push_back(network.people[i].person.id);
    std::ranges::sort(cut.parted);
    result.push_back(std::move(cut));
  }
  std::ranges::sort(result, {}, &CutPerson::person);
  return result;
}

}  // namespace

Resilience resilience(const casefile::Case& c, const EgoNetwork& network,
                      const std::vector<analysis::TieStrength>& strengths, const Catalogue& catalogue,
                      const Ranking& ranking) {
  Scene scene{network, strengths, catalogue.tie_model.lambda, analysis::graph_of(network, strengths), {}};
  scene.parents = parents_of(network, network.ego);
  scene.parents.insert(scene.parents.end(), network.custody.begin(), network.custody.end());
  const casefile::Case known = casefile::as_known_on(c, network.as_of);
  Resilience result;
  for (std::size_t i = 0; i < ranking.households.size(); ++i)
    if (in_order(ranking.households[i])) result.plans.push_back(plan_b(scene, known, ranking, i));
  result.cut_persons = cut_persons(scene);
  return result;
}

}  // namespace kreds::ranking
