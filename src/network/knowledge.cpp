#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "parts.hpp"

namespace kreds::network {
namespace {

bool withdrawn_by(const std::optional<casefile::Withdrawal>& withdrawn, Date day) {
  return withdrawn && withdrawn->date <= day;
}

/// The pipeline has left out what was withdrawn, corrected or said later; a case that comes straight from a file has
/// not been through it.
std::vector<Known> known_statements(const casefile::Case& c, Date as_of) {
  std::vector<Known> known;
  std::unordered_set<std::string_view> replaced;
  for (const casefile::Interview& interview : c.interviews) {
    if (interview.date > as_of) continue;
    for (const casefile::Statement& statement : interview.statements) {
      if (withdrawn_by(statement.withdrawn, as_of)) continue;
      if (!statement.replaces.empty() && statement.replaces != statement.id) replaced.insert(statement.replaces);
      known.push_back({&statement, &interview});
    }
  }
  std::erase_if(known, [&](const Known& k) { return replaced.contains(k.statement->id); });
  std::sort(known.begin(), known.end(), [](const Known& a, const Known& b) {
    return std::tuple(a.said(), std::string_view(a.statement->id)) <
           std::tuple(b.said(), std::string_view(b.statement->id));
  });
  return known;
}

std::optional<Index> find(const Indices& indices, std::string_view id) {
  const auto found = indices.find(id);
  if (found == indices.end()) return std::nullopt;
  return found->second;
}

}  // namespace

Knowledge::Knowledge(const casefile::Case& c, Date day) : source(&c), as_of(day), statements(known_statements(c, day)) {
  // The case names its child even where nothing has been told of it yet.
  if (!casefile::find_person(c, c.child)) people.emplace_back().id = c.child;
  for (const casefile::Person& person : c.people)
    if (person.id == c.child || !withdrawn_by(person.withdrawn, day)) people.push_back(person);
  for (const casefile::Household& household : c.households)
    if (!withdrawn_by(household.withdrawn, day)) households.push_back(&household);
  person_index.reserve(people.size());
  for (Index i = 0; i < people.size(); ++i) person_index.emplace(people[i].id, i);
  for (Index i = 0; i < households.size(); ++i) household_index.emplace(households[i]->id, i);
}

std::optional<Index> Knowledge::person(std::string_view id) const {
  return find(person_index, id);
}
std::optional<Index> Knowledge::household(std::string_view id) const {
  return find(household_index, id);
}

StatementRef reference(const Known& known) {
  const casefile::Statement& s = *known.statement;
  return {s.id, known.interview->id, known.said(), s.by, s.hearsay, s.unsure, s.municipality_is_source};
}

Span span_of(const Known& told) {
  const auto& held = told.statement->held;
  if (!held) return {};
  Span span{held->from ? held->from->middle() : std::nullopt, held->to ? held->to->middle() : std::nullopt};
  if (span.begin && *held->from->first <= told.said()) span.begin = std::min(*span.begin, told.said());
  return span;
}

bool dead_on(const casefile::Person& person, Date day) {
  if (!person.dead) return false;
  const auto when = person.dead->when ? person.dead->when->middle() : std::nullopt;
  return !when || *when <= day;
}

}  // namespace kreds::network
