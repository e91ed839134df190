#include <set>

#include "pieces.hpp"

namespace kreds::ranking {
namespace {

bool still_to_come(const casefile::Statement& statement, Date day) {
  const auto& held = statement.held;
  return held && held->from && held->from->first && *held->from->first > day;
}

std::optional<Date> end_of(const casefile::Statement& statement) {
  return statement.held && statement.held->to ? statement.held->to->middle() : std::nullopt;
}

}  // namespace

std::vector<network::Index> adults(const Basis& basis, const network::Household& household) {
  std::set<network::Index> found;
  for (const network::Resident& resident : household.residents) {
    const network::Member& member = basis.network.people[resident.person];
    if (member.adult && member.counted && resident.person != basis.network.ego) found.insert(resident.person);
  }
  return {found.begin(), found.end()};
}

network::StatementRef reference(const casefile::Statement& s, const casefile::Interview& interview) {
  return {s.id, interview.id, interview.date, s.by, s.hearsay, s.unsure, s.municipality_is_source};
}

network::Evidence evidence(const Basis& basis, const casefile::Statement& statement,
                           const casefile::Interview& interview, const network::Ids& about) {
  network::Evidence result;
  result.from = reference(statement, interview);
  result.holds = interview.date;
  if (const auto end = end_of(statement)) result.holds = std::min(*end, interview.date);
  result.kinds = basis.informants.kinds(statement.by, about, interview.date);
  return result;
}

bool said_by(const network::Evidence& evidence, network::InformantKind kind) {
  return evidence.kinds.has(kind);
}

HouseholdStatements statements_of(const Basis& basis, const network::Household& household) {
  std::set<std::string_view> adult_ids;
  for (const network::Index person : adults(basis, household)) adult_ids.insert(basis.network.people[person].person.id);
  const auto concerns = [&](const auto& body) { return body.household == household.id; };
  HouseholdStatements result;
  for (const auto& s : spoken<casefile::Assessment>(basis.source))
    if (concerns(*s.body) && !still_to_come(*s.statement, basis.network.as_of)) result.assessments.push_back(s);
  for (const auto& s : spoken<casefile::RoleWish>(basis.source))
    if (concerns(*s.body)) result.roles.push_back(s);
  for (const auto& s : spoken<casefile::Wish>(basis.source)) {
    const bool household_meant = s.body->topic == casefile::WishTopic::household && s.body->target == household.id;
    const bool adult_meant = s.body->topic == casefile::WishTopic::person && adult_ids.contains(s.body->target);
    if (household_meant || adult_meant) result.wishes.push_back(s);
  }
  for (const auto& s : spoken<casefile::Measure>(basis.source)) {
    const auto end = end_of(*s.statement);
    if (concerns(*s.body) && !(end && *end < basis.network.as_of)) result.measures.push_back(s);
  }
  for (const auto& s : spoken<casefile::Certificate>(basis.source))
    if (adult_ids.contains(s.body->person)) result.certificates.push_back(s);
  return result;
}

}  // namespace kreds::ranking
