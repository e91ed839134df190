#include "kreds/network/informants.hpp"

#include <algorithm>

#include "parts.hpp"

namespace kreds::network {

Informants::Informants(const casefile::Case& c, const casefile::Vocabulary& vocabulary, Date as_of) {
  const Knowledge knowledge(c, as_of);
  *this = informants(knowledge, vocabulary, kinship(knowledge), stays(knowledge));
}

struct InformantsBuilder {
  static Informants build(const Knowledge& knowledge, const casefile::Vocabulary& vocabulary, const Kinship& kin,
                          const std::vector<Stay>& stays) {
    Informants result;
    result.child_ = knowledge.source->child;
    const auto speaker = [&](Index person) -> Informants::Speaker& {
      return result.speakers_[knowledge.people[person]->id];
    };
    for (Index i = 0; i < knowledge.people.size(); ++i) {
      const casefile::Person& person = *knowledge.people[i];
      const auto role = vocabulary.roles.find(person.role);
      const bool known_role = role != vocabulary.roles.end();
      if (!person.professional_of.empty() || (known_role && role->second.professional)) speaker(i).professional = true;
      if (known_role && role->second.parent) speaker(i).parent = true;
    }
    for (const Parentage& p : kin.parentages)
      if (plain_parent(p.kind) && knowledge.people[p.child]->id == result.child_) speaker(p.parent).parent = true;
    for (const Index parent : kin.custody) speaker(parent).parent = true;
    for (const Stay& stay : stays)
      speaker(stay.person).homes.push_back({knowledge.households[stay.household]->id, stay.days.begin, stay.days.end});
    return result;
  }
};

Informants informants(const Knowledge& knowledge, const casefile::Vocabulary& vocabulary, const Kinship& kin,
                      const std::vector<Stay>& stays) {
  return InformantsBuilder::build(knowledge, vocabulary, kin, stays);
}

bool Informants::lives_in(const Speaker& who, const Id& household, Date day) {
  return std::any_of(who.homes.begin(), who.homes.end(),
                     [&](const Home& home) { return home.household == household && home.holds_on(day); });
}

bool Informants::lives_with(const Speaker& who, const Speaker& other, Date day) {
  return std::any_of(other.homes.begin(), other.homes.end(),
                     [&](const Home& home) { return home.holds_on(day) && lives_in(who, home.household, day); });
}

InformantKind Informants::kind(const Id& informant, std::span<const Id> about, Date day) const {
  if (informant == child_) return InformantKind::child;
  const auto found = speakers_.find(informant);
  if (found == speakers_.end()) return InformantKind::network;
  const Speaker& who = found->second;
  if (who.parent) return InformantKind::parent;
  const auto of_own_household = [&](const Id& id) {
    if (id == child_) return false;
    if (lives_in(who, id, day)) return true;
    const auto other = speakers_.find(id);
    return other != speakers_.end() && lives_with(who, other->second, day);
  };
  if (!who.homes.empty() && std::any_of(about.begin(), about.end(), of_own_household)) return InformantKind::household;
  return who.professional ? InformantKind::professional : InformantKind::network;
}

InformantKinds Informants::kinds(const Ids& by, std::span<const Id> about, Date day) const {
  if (by.empty()) return {InformantKind::professional};
  InformantKinds kinds;
  for (const Id& informant : by) kinds.add(kind(informant, about, day));
  return kinds;
}

InformantKind informant_kind(const casefile::Case& c, const casefile::Vocabulary& vocabulary, const Id& informant,
                             const Ids& about, Date day) {
  return Informants(c, vocabulary, day).kind(informant, about, day);
}

}  // namespace kreds::network
