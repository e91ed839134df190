#include <set>

#include "pieces.hpp"

namespace kreds::ranking {
namespace {

using network::Index;

constexpr int age_of_a_view = 3;  ///< years; chosen, not measured
constexpr int age_of_majority = 18;

/// A child from three, or one whose own words are in the case; an infant's perspective is described in another way.
bool child_can_express_view(const Basis& basis) {
  const network::Member& child = basis.network.people[basis.network.ego];
  if (child.person.expected) return false;
  if (!child.age || *child.age >= age_of_a_view) return true;
  return std::ranges::any_of(spoken<casefile::Wish>(basis.source), [&](const auto& s) {
    return std::ranges::find(s.statement->by, basis.source.child) != s.statement->by.end();
  });
}

std::set<Index> parents_of(const network::EgoNetwork& network, Index child) {
  std::set<Index> parents;
  for (const network::Parentage& p : network.parentages)
    if (p.child == child && p.kind != casefile::ParentKind::step && p.kind != casefile::ParentKind::foster)
      parents.insert(p.parent);
  return parents;
}

/// Full and half siblings, by shared parents or because it was said.
std::set<Index> siblings_of_child(const network::EgoNetwork& network) {
  std::set<Index> siblings;
  const std::set<Index> parents = parents_of(network, network.ego);
  for (const network::Parentage& p : network.parentages)
    if (p.child != network.ego && parents.contains(p.parent) && parents_of(network, p.child).contains(p.parent))
      siblings.insert(p.child);
  for (const network::SiblingLink& link : network.siblings) {
    if (link.kind == casefile::SiblingKind::step || link.kind == casefile::SiblingKind::foster) continue;
    if (link.a == network.ego) siblings.insert(link.b);
    if (link.b == network.ego) siblings.insert(link.a);
  }
  return siblings;
}

/// Whether a sibling under 18 lives in a household of the case where neither parent of its own lives.
bool sibling_lives_away_from_parents(const network::EgoNetwork& network) {
  for (const Index sibling : siblings_of_child(network)) {
    const network::Member& member = network.people[sibling];
    if (!member.counted || member.person.expected || member.age.value_or(age_of_majority) >= age_of_majority) continue;
    std::set<Index> parents = parents_of(network, sibling);
    if (parents.empty()) parents = parents_of(network, network.ego);
    bool away = false, at_home = false;
    for (const network::Household& household : network.households) {
      const auto lives = [&](Index person) {
        return std::ranges::find(household.residents, person, &network::Resident::person) != household.residents.end();
      };
      if (!lives(sibling)) continue;
      (std::ranges::any_of(parents, lives) ? at_home : away) = true;
    }
    if (away && !at_home) return true;
  }
  return false;
}

/// The case has no field for a sibling that is to be placed. It applies if the case speaks of it for any household,
/// or if a sibling already lives away from its parents.
bool siblings_to_place(const Basis& basis) {
  const auto raised = [](const auto& s) { return s.body->factor == named::siblings_together; };
  return std::ranges::any_of(spoken<casefile::Assessment>(basis.source), raised) ||
         sibling_lives_away_from_parents(basis.network);
}

}  // namespace

std::vector<std::string> applicable_factors(const Basis& basis) {
  const bool view = child_can_express_view(basis), siblings = siblings_to_place(basis);
  std::vector<std::string> result;
  for (const Factor& factor : basis.catalogue.factors) {
    if (factor.applies == Applies::child_can_express_view && !view) continue;
    if (factor.applies == Applies::child_has_siblings_to_place && !siblings) continue;
    result.push_back(factor.id);
  }
  return result;
}

}  // namespace kreds::ranking
