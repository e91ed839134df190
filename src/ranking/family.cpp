#include "family.hpp"

#include <algorithm>
#include <set>

namespace kreds::ranking {
namespace {

bool plain(casefile::ParentKind kind) {
  return kind != casefile::ParentKind::step && kind != casefile::ParentKind::foster;
}

std::vector<Index> listed(const std::set<Index>& people) {
  return {people.begin(), people.end()};
}

}  // namespace

std::vector<Index> parents_of(const EgoNetwork& network, Index person) {
  std::set<Index> parents;
  for (const network::Parentage& p : network.parentages)
    if (p.child == person && plain(p.kind)) parents.insert(p.parent);
  return listed(parents);
}

std::vector<Index> parents_of_child(const EgoNetwork& network, const casefile::Vocabulary& vocabulary) {
  const std::vector<Index> told = parents_of(network, network.ego);
  std::set<Index> parents(told.begin(), told.end());
  parents.insert(network.custody.begin(), network.custody.end());
  for (Index i = 0; i < network.people.size(); ++i) {
    const auto role = vocabulary.roles.find(network.people[i].person.role);
    if (role != vocabulary.roles.end() && role->second.parent && i != network.ego) parents.insert(i);
  }
  return listed(parents);
}

std::vector<Index> siblings_of(const EgoNetwork& network, Index person) {
  std::set<Index> siblings;
  const std::vector<Index> parents = parents_of(network, person);
  for (const network::Parentage& p : network.parentages)
    if (p.child != person && plain(p.kind) && contains(parents, p.parent)) siblings.insert(p.child);
  for (const network::SiblingLink& link : network.siblings) {
    if (link.kind == casefile::SiblingKind::step || link.kind == casefile::SiblingKind::foster) continue;
    if (link.a == person) siblings.insert(link.b);
    if (link.b == person) siblings.insert(link.a);
  }
  return listed(siblings);
}

bool lives_in(const network::Household& household, Index person) {
  return std::ranges::find(household.residents, person, &network::Resident::person) != household.residents.end();
}

std::vector<Index> adults_in(const EgoNetwork& network, const network::Household& household) {
  std::set<Index> adults;
  for (const network::Resident& resident : household.residents) {
    const network::Member& member = network.people[resident.person];
    if (member.adult && member.counted && resident.person != network.ego) adults.insert(resident.person);
  }
  return listed(adults);
}

std::map<Id, network::Date> last_heard(const casefile::Case& c, network::Date as_of) {
  std::map<Id, network::Date> heard;
  for (const casefile::Interview& interview : c.interviews) {
    if (interview.date > as_of) continue;
    for (const Id& informant : interview.informants) {
      const auto [slot, added] = heard.emplace(informant, interview.date);
      if (!added) slot->second = std::max(slot->second, interview.date);
    }
  }
  return heard;
}

std::optional<std::size_t> tie_with_child(const EgoNetwork& network, Index person) {
  const network::Tie* tie = person == network.ego ? nullptr : network::tie_between(network, network.ego, person);
  if (tie == nullptr) return std::nullopt;
  return static_cast<std::size_t>(tie - network.ties.data());
}

bool in_order(const RankedHousehold& household) {
  return household.standing == Standing::in_order || household.standing == Standing::in_order_not_asked;
}

bool contains(const std::vector<Index>& people, Index person) {
  return std::ranges::find(people, person) != people.end();
}

}  // namespace kreds::ranking
