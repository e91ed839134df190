#include <deque>
#include <vector>

#include "parts.hpp"

namespace kreds::network {
namespace {

using Neighbours = std::vector<std::vector<Index>>;

/// The child's family by kinship: who is reached over parents and siblings, and the partners of these.
std::vector<bool> family_of(Index ego, std::size_t count, const Kinship& kin) {
  Neighbours relatives(count);
  const auto link = [&](Index a, Index b) {
    relatives[a].push_back(b);
    relatives[b].push_back(a);
  };
  for (const Parentage& p : kin.parentages) link(p.parent, p.child);
  for (const SiblingLink& s : kin.siblings) link(s.a, s.b);
  std::vector<bool> family(count, false);
  std::deque<Index> open = {ego};
  family[ego] = true;
  while (!open.empty()) {
    const Index person = open.front();
    open.pop_front();
    for (const Index next : relatives[person]) {
      if (family[next]) continue;
      family[next] = true;
      open.push_back(next);
    }
  }
  const std::vector<bool> by_blood = family;
  for (const Partnership& p : kin.partnerships)
    if (by_blood[p.a] || by_blood[p.b]) family[p.a] = family[p.b] = true;
  return family;
}

const casefile::RoleTerm* role_of(const casefile::Person& person, const casefile::Vocabulary& vocabulary) {
  const auto role = vocabulary.roles.find(person.role);
  return role == vocabulary.roles.end() ? nullptr : &role->second;
}

/// Sectors that follow from what a person is; named like the terms of the sector sets that have them.
constexpr std::string_view family_sector = "family", professional_sector = "professionals";

std::string sector_of(const Member& member, const casefile::RoleTerm* role, bool family,
                      const std::vector<std::string>& sectors) {
  if (!member.person.sector.empty()) return member.person.sector;
  if (role && !role->sector.empty()) return role->sector;
  const std::string_view follows = member.professional ? professional_sector : family ? family_sector : "";
  for (const std::string& sector : sectors)
    if (sector == follows) return sector;
  return {};
}

std::optional<int> age_of(const casefile::Person& person, Date day) {
  const auto birth = person.birth ? person.birth->middle() : std::nullopt;
  if (!birth || *birth > day) return std::nullopt;
  return casefile::age_on(*birth, day);
}

bool adult(const Member& member, const casefile::RoleTerm* role) {
  if (member.person.animal || member.person.expected) return false;
  if (member.age) return *member.age >= 18;
  return !(role && role->child);
}

}  // namespace

std::vector<std::string> sectors_of(const casefile::Case& c, const casefile::Vocabulary& vocabulary) {
  const auto set = vocabulary.sector_sets.find(c.sectors);
  return set == vocabulary.sector_sets.end() ? std::vector<std::string>{} : set->second.sectors;
}

std::vector<Member> members(const Knowledge& knowledge, const casefile::Vocabulary& vocabulary, const Kinship& kin) {
  const Index ego = *knowledge.person(knowledge.source->child);
  const std::vector<bool> family = family_of(ego, knowledge.people.size(), kin);
  const std::vector<std::string> sectors = sectors_of(*knowledge.source, vocabulary);
  std::vector<Member> people(knowledge.people.size());
  for (Index i = 0; i < people.size(); ++i) {
    Member& member = people[i];
    member.person = *knowledge.people[i];
    const casefile::RoleTerm* role = role_of(member.person, vocabulary);
    member.professional = !member.person.professional_of.empty() || (role && role->professional);
    member.dead = dead_on(member.person, knowledge.as_of);
    member.counted = !member.dead && !member.person.animal;
    member.age = age_of(member.person, knowledge.as_of);
    member.adult = adult(member, role);
    if (i != ego) member.sector = sector_of(member, role, family[i], sectors);
  }
  return people;
}

}  // namespace kreds::network
