#include "kreds/network/ego_network.hpp"

#include <algorithm>
#include <tuple>

#include "parts.hpp"

namespace kreds::network {

EgoNetwork build_network(const casefile::Case& c, const casefile::Vocabulary& vocabulary, Date as_of) {
  const Knowledge knowledge(c, as_of);
  Kinship kin = kinship(knowledge);
  const std::vector<Stay> homes = stays(knowledge);
  const Informants speaking = informants(knowledge, vocabulary, kin, homes);

  EgoNetwork network;
  network.as_of = as_of;
  network.ego = *knowledge.person(c.child);
  network.rings = c.rings;
  network.sectors = sectors_of(c, vocabulary);
  network.people = members(knowledge, vocabulary, kin);
  network.ties = ties({&knowledge, &speaking, &network.people, &homes, network.ego});
  network.viewpoint = place(knowledge, network.ties, network.ego, network.people);
  network.households = households(knowledge, homes);
  network.parentages = std::move(kin.parentages);
  network.partnerships = std::move(kin.partnerships);
  network.siblings = std::move(kin.siblings);
  network.custody = std::move(kin.custody);
  return network;
}

std::optional<Index> index_of(const EgoNetwork& network, std::string_view person_id) {
  const auto found = std::find_if(network.people.begin(), network.people.end(),
                                  [&](const Member& member) { return member.person.id == person_id; });
  if (found == network.people.end()) return std::nullopt;
  return static_cast<Index>(found - network.people.begin());
}

const Tie* tie_between(const EgoNetwork& network, Index a, Index b) {
  const auto ends = std::pair(std::min(a, b), std::max(a, b));
  const auto found = std::lower_bound(network.ties.begin(), network.ties.end(), ends,
                                      [](const Tie& tie, const auto& e) { return std::pair(tie.a, tie.b) < e; });
  return found != network.ties.end() && std::pair(found->a, found->b) == ends ? &*found : nullptr;
}

}  // namespace kreds::network
