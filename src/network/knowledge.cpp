#include <algorithm>
#include <iterator>
#include <unordered_set>

#include "parts.hpp"

namespace kreds::network {
namespace {

bool withdrawn_by(const std::optional<casefile::Withdrawal>& withdrawn, Date day) {
  return withdrawn && withdrawn->date <= day;
}

std::vector<const casefile::Interview*> by_date(const casefile::Case& c, Date as_of) {
  std::vector<const casefile::Interview*> interviews;
  for (const casefile::Interview& interview : c.interviews)
    if (interview.date <= as_of) interviews.push_back(&interview);
  std::stable_sort(interviews.begin(), interviews.end(),
                   [](const auto* a, const auto* b) { return a->date < b->date; });
  return interviews;
}

/// The pipeline has left out what was withdrawn, corrected or said later; a case that comes straight from a file has
/// not been through it.
std::vector<Known> known_statements(const casefile::Case& c, Date as_of) {
  std::vector<Known> known;
  std::unordered_set<std::string_view> replaced;
  const auto by_id = [](const Known& a, const Known& b) { return a.statement->id < b.statement->id; };
  std::ptrdiff_t day_begin = 0;
  for (const casefile::Interview* interview : by_date(c, as_of)) {
    if (!known.empty() && known.back().said() != interview->date) {
      std::sort(known.begin() + day_begin, known.end(), by_id);
      day_begin = std::ssize(known);
    }
    for (const casefile::Statement& statement : interview->statements) {
      if (withdrawn_by(statement.withdrawn, as_of)) continue;
      if (!statement.replaces.empty() && statement.replaces != statement.id) replaced.insert(statement.replaces);
      known.push_back({&statement, interview});
    }
  }
  std::sort(known.begin() + day_begin, known.end(), by_id);
  std::erase_if(known, [&](const Known& k) { return replaced.contains(k.statement->id); });
  return known;
}

std::optional<Index> find(const Indices& indices, std::string_view id) {
  const auto found = indices.find(id);
  if (found == indices.end()) return std::nullopt;
  return found->second;
}

}  // namespace

Knowledge::Knowledge(const casefile::Case& c, Date day) : source(&c), as_of(day), statements(known_statements(c, day)) {
  bare_child_.id = c.child;
  if (!casefile::find_person(c, c.child)) people.push_back(&bare_child_);
  for (const casefile::Person& person : c.people)
    if (person.id == c.child || !withdrawn_by(person.withdrawn, day)) people.push_back(&person);
  for (const casefile::Household& household : c.households)
    if (!withdrawn_by(household.withdrawn, day)) households.push_back(&household);
  person_index.reserve(people.size());
  for (Index i = 0; i < people.size(); ++i) person_index.emplace(people[i]->id, i);
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
