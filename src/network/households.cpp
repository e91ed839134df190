#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

#include "parts.hpp"

namespace kreds::network {
namespace {

/// The stays of each person in each household; they lie together.
template <class Stays>
auto pairs(Stays& stays) {
  std::vector<decltype(std::span(stays))> groups;
  const std::span all(stays);
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin + 1;
    while (end < all.size() && all[end].household == all[begin].household && all[end].person == all[begin].person)
      ++end;
    groups.push_back(all.subspan(begin, end - begin));
    begin = end;
  }
  return groups;
}

/// A later statement with an end closes the stays of the same person and household that began before that end.
void close_stays(std::span<Stay> of_pair) {
  for (std::size_t later = 1; later < of_pair.size(); ++later) {
    const Stay& ending = of_pair[later];
    if (!ending.told.statement->held || !span_of(ending.told).end) continue;
    for (Stay& stay : of_pair.first(later)) {
      const bool begun_before = !stay.days.begin || *stay.days.begin <= *span_of(ending.told).end;
      if (stay.told.said() == ending.told.said() || !begun_before) continue;
      stay.days.end = span_of(ending.told).end;
      stay.held.to = ending.told.statement->held->to;
    }
  }
}

bool lives_here(const Stay& stay, const casefile::Person& person, Date day) {
  if (dead_on(person, day)) return false;
  return person.expected ? !stay.days.over_by(day) : stay.days.holds_on(day);
}

Resident resident(const Stay& stay) {
  const auto& body = *stay.told.body<casefile::Residence>();
  return {stay.person, body.part_time, body.words, stay.held, reference(stay.told)};
}

/// One person's stays in one household become one resident, or one former resident.
void add_person(Household& household, const Knowledge& knowledge, std::span<const Stay> stays) {
  const casefile::Person& person = *knowledge.people[stays.front().person];
  const Stay* current = nullptr;
  const Stay* former = nullptr;
  for (const Stay& stay : stays) {
    const bool begun = !stay.days.begin || *stay.days.begin <= knowledge.as_of;
    const Stay*& latest = lives_here(stay, person, knowledge.as_of) ? current : former;
    if (&latest == &former && !begun) continue;
    if (!latest || stay.told.said() > latest->told.said()) latest = &stay;
  }
  if (!current && !former) return;
  Resident entry = resident(current ? *current : *former);
  // Later words often leave out since when, because it has been told before.
  for (const Stay& stay : stays)
    if (!entry.held.from && (current != nullptr) == lives_here(stay, person, knowledge.as_of))
      entry.held.from = stay.held.from;
  (current ? household.residents : household.former).push_back(std::move(entry));
}

struct LatestWords {
  std::optional<Known> place, school_km, candidate, carer;
};

void keep_latest(std::optional<Known>& slot, const Known& told) {
  if (supersedes(told, slot)) slot = told;
}

void note(LatestWords& latest, const Known& told, Date as_of) {
  if (span_of(told).over_by(as_of)) return;
  if (const auto* home = told.body<casefile::Home>()) {
    if (!home->place.empty()) keep_latest(latest.place, told);
    if (home->school_km) keep_latest(latest.school_km, told);
  }
  if (told.body<casefile::Candidacy>()) keep_latest(latest.candidate, told);
  if (told.body<casefile::Carer>()) keep_latest(latest.carer, told);
}

/// Since when without a break: from the first »yes« after the last »no«.
std::optional<casefile::ApproximateDate> candidate_since(const std::vector<Known>& candidacies) {
  std::optional<Known> first;
  for (const Known& told : candidacies) {
    const bool yes = told.body<casefile::Candidacy>()->candidate;
    if (!yes)
      first.reset();
    else if (!first)
      first = told;
  }
  if (!first) return std::nullopt;
  const auto& held = first->statement->held;
  if (held && held->from) return held->from;
  casefile::ApproximateDate day;
  day.first = day.last = first->said();
  return day;
}

std::vector<Index> households_named(const Knowledge& knowledge, const casefile::StatementBody& body) {
  std::vector<Index> named;
  const auto add = [&](std::string_view id) {
    const auto found = knowledge.household(id);
    if (found && std::find(named.begin(), named.end(), *found) == named.end()) named.push_back(*found);
  };
  std::visit(
      [&](const auto& b) {
        if constexpr (requires { b.household; }) add(b.household);
        if constexpr (requires { b.about; })
          for (const Id& id : b.about) add(id);
        if constexpr (requires { b.target; }) add(b.target);
      },
      body);
  return named;
}

void fill(Household& household, const Knowledge& knowledge, const LatestWords& latest,
          const std::vector<Known>& candidacies) {
  if (latest.place) household.place = latest.place->body<casefile::Home>()->place;
  if (latest.school_km) household.school_km = latest.school_km->body<casefile::Home>()->school_km;
  household.candidate = latest.candidate && latest.candidate->body<casefile::Candidacy>()->candidate;
  if (household.candidate) household.candidate_since = candidate_since(candidacies);
  const auto carer = latest.carer ? knowledge.person(latest.carer->body<casefile::Carer>()->person) : std::nullopt;
  const auto moved_out = [&](Index person) {
    return std::any_of(household.former.begin(), household.former.end(),
                       [&](const Resident& r) { return r.person == person; });
  };
  if (carer && !dead_on(*knowledge.people[*carer], knowledge.as_of) && !moved_out(*carer)) household.carer = carer;
}

}  // namespace

std::vector<Stay> stays(const Knowledge& knowledge) {
  std::vector<Stay> all;
  for (const Known& told : knowledge.statements) {
    const auto* body = told.body<casefile::Residence>();
    const auto person = body ? knowledge.person(body->person) : std::nullopt;
    const auto household = body ? knowledge.household(body->household) : std::nullopt;
    if (person && household)
      all.push_back({*person, *household, told, told.statement->held.value_or(casefile::Period{}), span_of(told)});
  }
  std::stable_sort(all.begin(), all.end(), [](const Stay& a, const Stay& b) {
    return std::tie(a.household, a.person) < std::tie(b.household, b.person);
  });
  for (const std::span<Stay> of_pair : pairs(all)) close_stays(of_pair);
  return all;
}

std::vector<Household> households(const Knowledge& knowledge, const std::vector<Stay>& stays) {
  std::vector<Household> result(knowledge.households.size());
  std::vector<LatestWords> latest(result.size());
  std::vector<std::vector<Known>> candidacies(result.size());
  for (Index h = 0; h < result.size(); ++h) {
    result[h].id = knowledge.households[h]->id;
    result[h].name = knowledge.households[h]->name;
  }
  for (const Known& told : knowledge.statements)
    for (const Index h : households_named(knowledge, told.statement->body)) {
      result[h].statements.push_back(reference(told));
      note(latest[h], told, knowledge.as_of);
      if (told.body<casefile::Candidacy>()) candidacies[h].push_back(told);
    }
  const Index child = *knowledge.person(knowledge.source->child);
  for (const std::span<const Stay> of_pair : pairs(stays))
    add_person(result[of_pair.front().household], knowledge, of_pair);
  for (Index h = 0; h < result.size(); ++h) {
    fill(result[h], knowledge, latest[h], candidacies[h]);
    result[h].child_lives_here = std::any_of(result[h].residents.begin(), result[h].residents.end(),
                                             [&](const Resident& r) { return r.person == child; });
  }
  return result;
}

}  // namespace kreds::network
