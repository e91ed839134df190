#include "kreds/comparison/differences.hpp"

#include <algorithm>
#include <stdexcept>

#include "pieces.hpp"

namespace kreds::comparison {
namespace {

using network::Index;
using network::Member;
using network::StatementRef;

const Member* member(const State& state, const Id& id) {
  const auto index = network::index_of(state.network, id);
  return index ? &state.network.people[*index] : nullptr;
}

StatementRef source_of(const casefile::Person& person, const casefile::Case& known) {
  StatementRef from;
  from.interview = person.source.interview;
  from.informants = person.source.by;
  if (const auto* interview = casefile::find_interview(known, from.interview)) from.said = interview->date;
  return from;
}

std::vector<Id> new_interviews(const State& before, const State& after) {
  std::vector<const casefile::Interview*> all;
  for (const casefile::Interview& interview : after.known.interviews)
    if (casefile::find_interview(before.known, interview.id) == nullptr) all.push_back(&interview);
  std::stable_sort(all.begin(), all.end(), [](const auto* a, const auto* b) { return a->date < b->date; });
  std::vector<Id> ids;
  for (const auto* interview : all) ids.push_back(interview->id);
  return ids;
}

std::vector<PersonChange> people(const State& before, const State& after) {
  std::vector<PersonChange> all;
  for (const Member& now : after.network.people) {
    const Id& id = now.person.id;
    const Member* then = member(before, id);
    if (then == nullptr) {
      all.push_back({id, Happened::came, source_of(now.person, after.known), {}});
      continue;
    }
    if (now.dead && !then->dead) all.push_back({id, Happened::died, {}, {}});
    if (then->person.expected && !now.person.expected) all.push_back({id, Happened::was_born, {}, {}});
    if (now.person.name != then->person.name) all.push_back({id, Happened::renamed, {}, then->person.name});
  }
  for (const Member& then : before.network.people)
    if (member(after, then.person.id) == nullptr)
      all.push_back({then.person.id, Happened::went, source_of(then.person, before.known), {}});
  return all;
}

std::vector<RingChange> rings(const State& before, const State& after) {
  std::vector<RingChange> all;
  if (before.network.viewpoint != after.network.viewpoint) return all;
  for (const Member& now : after.network.people) {
    const Member* then = member(before, now.person.id);
    const Place was = then ? Place{then->ring, then->outside} : Place{}, is{now.ring, now.outside};
    if (was != is) all.push_back({now.person.id, was, is, now.placed_by});
  }
  return all;
}

struct Stay {
  Living living = Living::no;
  std::optional<StatementRef> from;
};
using Stays = std::map<std::pair<Id, Id>, Stay>;  ///< by household and person

Stays stays(const State& state) {
  Stays all;
  for (const network::Household& household : state.network.households)
    for (const network::Resident& resident : household.residents)
      all[{household.id, state.network.people[resident.person].person.id}] = {
          resident.part_time ? Living::part_time : Living::full_time, resident.from};
  return all;
}

/// Why somebody no longer lives there: a former stay tells.
std::optional<StatementRef> why_gone(const State& after, const Id& household, const Id& person) {
  for (const network::Household& h : after.network.households)
    if (h.id == household)
      for (const network::Resident& r : h.former)
        if (after.network.people[r.person].person.id == person) return r.from;
  return std::nullopt;
}

std::vector<Move> moves(const State& before, const State& after) {
  std::vector<Move> all;
  const Stays then = stays(before), now = stays(after);
  for (const auto& [where, stay] : now) {
    const auto old = then.find(where);
    const Living was = old == then.end() ? Living::no : old->second.living;
    if (was != stay.living) all.push_back({where.second, where.first, was, stay.living, stay.from});
  }
  for (const auto& [where, stay] : then)
    if (!now.contains(where))
      all.push_back({where.second, where.first, stay.living, Living::no, why_gone(after, where.first, where.second)});
  return all;
}

bool said_before(const std::vector<Told>& before, const Told& told) {
  return std::any_of(before.begin(), before.end(),
                     [&](const Told& one) { return one.from.statement == told.from.statement; });
}

bool spoke_again(const std::vector<Told>& after, const Told& told) {
  return std::any_of(after.begin(), after.end(), [&](const Told& one) {
    return one.from.informants == told.from.informants ||
           std::any_of(told.from.informants.begin(), told.from.informants.end(), [&](const Id& who) {
             const Ids& now = one.from.informants;
             return std::find(now.begin(), now.end(), who) != now.end();
           });
  });
}

/// The same answers, however many gave them.
bool covers(const std::vector<Told>& all, const std::vector<Told>& these) {
  return std::all_of(these.begin(), these.end(), [&](const Told& told) {
    return std::any_of(all.begin(), all.end(), [&](const Told& one) { return same(one.answer, told.answer); });
  });
}

ItemChange change_of(const Item& item, const std::vector<Told>& before, const std::vector<Told>& after) {
  ItemChange change;
  change.item = item;
  change.before = before;
  change.after = after;
  for (const Told& told : after)
    if (!said_before(before, told)) change.said.push_back(told);
  for (const Told& told : before)
    if (!said_before(after, told) && !spoke_again(after, told)) change.taken_back.push_back(told);
  change.disagreement = differ(after);
  return change;
}

bool has_its_own_list(ItemKind kind) {
  return kind == ItemKind::ring || kind == ItemKind::residence || kind == ItemKind::decision;
}

std::vector<ItemChange> items(const Current& before, const Current& after) {
  static const std::vector<Told> nothing;
  std::vector<ItemChange> all;
  for (const auto& [item, now] : after) {
    if (has_its_own_list(item.kind)) continue;
    const auto found = before.find(item);
    const std::vector<Told>& then = found == before.end() ? nothing : found->second;
    if (!covers(then, now) || !covers(now, then)) all.push_back(change_of(item, then, now));
  }
  for (const auto& [item, then] : before)
    if (!has_its_own_list(item.kind) && !after.contains(item)) all.push_back(change_of(item, then, nothing));
  return all;
}

// --- ageing --------------------------------------------------------------------------------------------

/// Of items that fade; empty for others.
std::optional<double> half_life(const Item& item, const ranking::Catalogue& catalogue) {
  if (is_tie_part(item.kind) && item.kind != ItemKind::known_since) return catalogue.tie_model.half_life_months;
  if (item.kind == ItemKind::assessment)
    if (const ranking::Factor* factor = ranking::find_factor(catalogue, item.aspect)) return factor->half_life_months;
  if (item.kind == ItemKind::wish)
    if (const ranking::Factor* factor = ranking::find_factor(catalogue, "child_wish")) return factor->half_life_months;
  return std::nullopt;
}

const Told* newest_value(const std::vector<Told>& answers) {
  const Told* newest = nullptr;
  for (const Told& told : answers)
    if (!told.answer.missing && (newest == nullptr || newest->holds <= told.holds)) newest = &told;
  return newest;
}

std::vector<Aged> aged(const State& before, const Current& then, const State& after, const Current& now,
                       const ranking::Catalogue& catalogue) {
  std::vector<Aged> all;
  const auto older = [](const Told& told, Date day, double months) {
    return casefile::months_between(told.holds, day) > months;
  };
  for (const auto& [item, answers] : now) {
    const auto months = half_life(item, catalogue);
    const Told* newest = newest_value(answers);
    // What ended is not old, it is over.
    if (!months || newest == nullptr || newest->holds < newest->from.said) continue;
    if (!older(*newest, after.network.as_of, *months)) continue;
    const auto old = then.find(item);
    const Told* was = old == then.end() ? nullptr : newest_value(old->second);
    if (was != nullptr && older(*was, before.network.as_of, *months)) continue;
    const Ids& by = newest->from.informants;
    all.push_back({item, *newest, casefile::months_between(newest->holds, after.network.as_of), *months,
                   std::find(by.begin(), by.end(), after.known.child) != by.end()});
  }
  return all;
}

std::optional<Date> last_heard(const State& state) {
  std::optional<Date> last;
  for (const casefile::Interview& interview : state.known.interviews)
    if (std::find(interview.informants.begin(), interview.informants.end(), state.known.child) !=
        interview.informants.end())
      last = std::max(last, std::optional(interview.date));
  return last;
}

std::optional<Date> child_heard_long_ago(const State& before, const State& after) {
  constexpr double half_a_year = 6;
  const auto then = last_heard(before), now = last_heard(after);
  const auto long_ago = [](std::optional<Date> heard, Date day) {
    return heard && casefile::months_between(*heard, day) > half_a_year;
  };
  return long_ago(now, after.network.as_of) && !long_ago(then, before.network.as_of) ? now : std::nullopt;
}

}  // namespace

Differences differences(const State& before, const State& after, const ranking::Catalogue& catalogue) {
  if (before.known.child != after.known.child) throw std::invalid_argument("not the same child");
  const Current then = current(before.known), now = current(after.known);
  Differences all;
  all.from = before.network.as_of;
  all.to = after.network.as_of;
  all.interviews = new_interviews(before, after);
  all.people = people(before, after);
  all.viewpoint_before = before.network.viewpoint;
  all.viewpoint_after = after.network.viewpoint;
  all.rings = rings(before, after);
  for (const network::Household& household : after.network.households)
    if (!has_household(before.network, household.id)) all.households_came.push_back(household.id);
  for (const network::Household& household : before.network.households)
    if (!has_household(after.network, household.id)) all.households_went.push_back(household.id);
  all.moves = moves(before, after);
  all.items = items(then, now);
  all.aged = aged(before, then, after, now, catalogue);
  all.child_last_heard = child_heard_long_ago(before, after);
  return all;
}

bool has_household(const network::EgoNetwork& network, const Id& id) {
  return std::any_of(network.households.begin(), network.households.end(), [&](const auto& h) { return h.id == id; });
}

void add_order(const State& before, const RankedState& ranked_before, const State& after,
               const RankedState& ranked_after, Differences& differences) {
  add_questions(before, ranked_before, after, ranked_after, differences);
  differences.order = order_change(before, ranked_before, after, ranked_after);
}

}  // namespace kreds::comparison
