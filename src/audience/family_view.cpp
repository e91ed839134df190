#include <algorithm>
#include <map>

#include "views.hpp"

namespace kreds::audience {

using namespace casefile;

namespace {

bool says(const Statement& s, const Id& informant) {
  return std::find(s.by.begin(), s.by.end(), informant) != s.by.end();
}

/// Where the child put somebody, if the statement tells it.
const Tie* childs_ring(const Case& c, const Statement& s) {
  const auto* tie = std::get_if<Tie>(&s.body);
  const bool childs = tie && (tie->a == c.child || tie->b == c.child) && says(s, c.child);
  return childs && tie->ring.mentioned() ? tie : nullptr;
}

/// For each person the statement with the child's last word on the ring, where that is a ring; earlier ones would show
/// who has been moved. Of one day the lowest id counts, as in the network.
std::set<Id> last_rings(const Case& c) {
  struct Last {
    Date said;
    Id statement;
    bool ring;
  };
  std::map<Id, Last> last;
  for (const Interview& interview : c.interviews)
    for (const Statement& s : interview.statements) {
      const Tie* tie = childs_ring(c, s);
      if (!tie) continue;
      const Id& other = tie->a == c.child ? tie->b : tie->a;
      const Last next{interview.date, s.id, tie->ring.value.has_value()};
      const auto [entry, fresh] = last.try_emplace(other, next);
      const Last& known = entry->second;
      if (!fresh && (next.said > known.said || (next.said == known.said && next.statement < known.statement)))
        entry->second = next;
    }
  std::set<Id> rings;
  for (const auto& [person, word] : last)
    if (word.ring) rings.insert(word.statement);
  return rings;
}

bool yes_to_everyone(const Case& c, const Statement& s) {
  const auto& sharing = std::get<Sharing>(s.body);
  return sharing.yes && sharing.everyone && says(s, c.child) && !s.hearsay && !s.unsure;
}

/// The child's own word, without what else was said with it.
void leave_only_the_childs_word(Statement& s, const Id& child) {
  leave_only_what_was_said(s);
  s.by = {child};
  s.observed = false;
  if (auto* tie = std::get_if<Tie>(&s.body)) {
    Tie ring_alone;
    ring_alone.a = tie->a;
    ring_alone.b = tie->b;
    ring_alone.ring.value = tie->ring.value;
    *tie = ring_alone;
  }
  if (auto* sharing = std::get_if<Sharing>(&s.body)) sharing->with.clear();
}

}  // namespace

bool child_shares_rings_with_everyone(const Case& c, Date day) {
  std::map<Id, Date> corrected;
  for (const Interview& interview : c.interviews)
    for (const Statement& s : interview.statements)
      if (!s.replaces.empty()) corrected.try_emplace(s.replaces, interview.date);
  const auto no_longer_counts = [&](const Statement& s, bool yes) {
    const auto correction = corrected.find(s.id);
    if (yes) return s.withdrawn || correction != corrected.end();
    return (s.withdrawn && s.withdrawn->date <= day) || (correction != corrected.end() && correction->second <= day);
  };

  std::optional<Date> latest;  // of the words until the day
  bool yes = false;
  for (const Interview& interview : c.interviews)
    for (const Statement& s : interview.statements) {
      if (!std::holds_alternative<Sharing>(s.body)) continue;
      const bool grants = yes_to_everyone(c, s);
      if (no_longer_counts(s, grants)) continue;
      if (interview.date > day) {
        if (!grants) return false;
      } else if (!latest || interview.date > *latest) {
        latest = interview.date;
        yes = grants;
      } else if (interview.date == *latest) {
        yes = yes && grants;
      }
    }
  return yes;
}

Case family_view(const Case& c, bool with_rings) {
  const std::set<Id> rings = with_rings ? last_rings(c) : std::set<Id>{};
  const auto childs_word = [&](const Statement& s) {
    if (!with_rings) return false;
    return rings.contains(s.id) || (std::holds_alternative<Sharing>(s.body) && yes_to_everyone(c, s));
  };
  // The plan is the family's own, and everybody at the conference takes it home.
  Case seen = keeping(c, [&](const Interview&, const Statement& s) {
    return structural(s.body) || std::holds_alternative<Plan>(s.body) || childs_word(s);
  });

  seen.number.clear();
  seen.municipality.clear();
  seen.author.clear();
  seen.catalogue.clear();
  seen.erased.clear();
  seen.matters.clear();
  for (Person& person : seen.people) leave_only_who_it_is(person);
  for (Household& household : seen.households) leave_only_who_it_is(household);
  for (Interview& interview : seen.interviews) {
    leave_only_the_day(interview);
    for (Statement& s : interview.statements)
      if (childs_word(s)) {
        leave_only_the_childs_word(s, c.child);
        interview.informants = {c.child};
      } else {
        leave_only_what_was_said(s);
      }
  }
  return seen;
}

}  // namespace kreds::audience
