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
    for (const casefile::Person& person : knowledge.people) {
      const auto role = vocabulary.roles.find(person.role);
      const bool known_role = role != vocabulary.roles.end();
      if (!person.professional_of.empty() || (known_role && role->second.professional))
        result.professionals_.insert(person.id);
      if (known_role && role->second.parent) result.parents_.insert(person.id);
    }
    for (const Parentage& p : kin.parentages)
      if (plain_parent(p.kind) && knowledge.people[p.child].id == result.child_)
        result.parents_.insert(knowledge.people[p.parent].id);
    for (const Index parent : kin.custody) result.parents_.insert(knowledge.people[parent].id);
    for (const Stay& stay : stays)
      result.homes_[knowledge.people[stay.person].id].push_back(
          {knowledge.households[stay.household]->id, stay.days.begin, stay.days.end});
    return result;
  }
};

Informants informants(const Knowledge& knowledge, const casefile::Vocabulary& vocabulary, const Kinship& kin,
                      const std::vector<Stay>& stays) {
  return InformantsBuilder::build(knowledge, vocabulary, kin, stays);
}

bool Informants::lives_in(const Id& person, const Id& household, Date day) const {
  const auto homes = homes_.find(person);
  if (homes == homes_.end()) return false;
  return std::any_of(homes->second.begin(), homes->second.end(), [&](const Home& home) {
    return home.household == household && (!home.begin || *home.begin <= day) && (!home.end || day <= *home.end);
  });
}

bool Informants::lives_with(const Id& person, const Id& other, Date day) const {
  const auto homes = homes_.find(other);
  if (homes == homes_.end()) return false;
  return std::any_of(homes->second.begin(), homes->second.end(), [&](const Home& home) {
    return lives_in(other, home.household, day) && lives_in(person, home.household, day);
  });
}

InformantKind Informants::kind(const Id& informant, const Ids& about, Date day) const {
  if (informant == child_) return InformantKind::child;
  if (parents_.contains(informant)) return InformantKind::parent;
  const bool own_household = std::any_of(about.begin(), about.end(), [&](const Id& id) {
    return id != child_ && (lives_in(informant, id, day) || lives_with(informant, id, day));
  });
  if (own_household) return InformantKind::household;
  return professionals_.contains(informant) ? InformantKind::professional : InformantKind::network;
}

InformantKind informant_kind(const casefile::Case& c, const casefile::Vocabulary& vocabulary, const Id& informant,
                             const Ids& about, Date day) {
  return Informants(c, vocabulary, day).kind(informant, about, day);
}

}  // namespace kreds::network
