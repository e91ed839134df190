#include "kreds/casefile/case.hpp"

#include <algorithm>

#include "strings.hpp"

namespace kreds::casefile {
namespace {

template <class Entry>
const Entry* find_entry(const std::vector<Entry>& entries, std::string_view id) {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

/// Takes back what was withdrawn by a day: it counts as gone; a later withdrawal is not known yet.
template <class Entry>
void apply_withdrawal(Entry& entry, Date day, std::set<Id>& gone) {
  if (entry.withdrawn && entry.withdrawn->date <= day) gone.insert(entry.id);
  entry.withdrawn.reset();
}

/// What a correction replaced. A correction that was itself corrected still stands against its own target; one that
/// was withdrawn, or not made yet, does not.
void apply_corrections(const Case& c, std::set<Id>& gone) {
  Ids replaced;
  for (const Interview& interview : c.interviews)
    for (const Statement& statement : interview.statements)
      if (!statement.replaces.empty() && !gone.contains(statement.id)) replaced.push_back(statement.replaces);
  gone.insert(replaced.begin(), replaced.end());
}

void apply_later_interviews(const Case& c, Date day, std::set<Id>& gone) {
  for (const Interview& interview : c.interviews) {
    if (interview.date <= day) continue;
    gone.insert(interview.id);
    for (const Statement& statement : interview.statements) gone.insert(statement.id);
  }
}

}  // namespace

const Person* find_person(const Case& c, std::string_view id) {
  return find_entry(c.people, id);
}
const Household* find_household(const Case& c, std::string_view id) {
  return find_entry(c.households, id);
}
const Matter* find_matter(const Case& c, std::string_view id) {
  return find_entry(c.matters, id);
}
const Interview* find_interview(const Case& c, std::string_view id) {
  return find_entry(c.interviews, id);
}

bool is_number(std::string_view id) {
  constexpr std::size_t longest = 10;
  return id.size() >= 2 && id.size() <= longest && id[0] >= 'a' && id[0] <= 'z' &&
         id.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

std::optional<ToldPlan> newest_plan(const Case& c) {
  std::optional<ToldPlan> newest;
  for (const Interview& interview : c.interviews)
    for (const Statement& statement : interview.statements) {
      if (!std::holds_alternative<Plan>(statement.body) || statement.withdrawn) continue;
      if (!newest || newest->interview->date <= interview.date) newest = ToldPlan{&interview, &statement};
    }
  return newest;
}

std::optional<Date> newest_interview(const Case& c) {
  std::optional<Date> newest, newest_conversation;
  for (const Interview& interview : c.interviews) {
    newest = std::max(newest, std::optional(interview.date));
    if (interview.kind != InterviewKind::record)
      newest_conversation = std::max(newest_conversation, std::optional(interview.date));
  }
  return newest_conversation ? newest_conversation : newest;
}

Ids ids_named_by(const Statement& statement) {
  Ids named;
  for_each_reference(statement, [&](const Id& id) { named.push_back(id); });
  return named;
}

Case as_known_on(const Case& c, Date day) {
  Case known = c;
  if (known_as_it_stands(c, day)) return known;
  std::erase_if(known.erased, [&](const Erasure& e) { return e.date > day; });

  std::set<Id> gone;
  apply_later_interviews(known, day, gone);
  for (Person& person : known.people) {
    apply_withdrawal(person, day, gone);
    if (person.dead && person.dead->when && person.dead->when->first > day) person.dead.reset();
  }
  for (Household& household : known.households) apply_withdrawal(household, day, gone);
  for (Matter& matter : known.matters) apply_withdrawal(matter, day, gone);
  for (Interview& interview : known.interviews)
    for (Statement& statement : interview.statements) apply_withdrawal(statement, day, gone);
  apply_corrections(known, gone);
  return without(std::move(known), gone);
}

std::optional<Case> with_later_withdrawals(const Case& c, Date day) {
  const auto each_withdrawal = [](auto& all, const auto& look) {
    const auto among = [&](auto& entries) {
      for (auto& entry : entries)
        if (entry.withdrawn) look(entry.withdrawn->date);
    };
    among(all.people);
    among(all.households);
    among(all.matters);
    for (auto& interview : all.interviews) among(interview.statements);
  };
  bool any = false;
  each_withdrawal(c, [&](const Date& date) { any = any || date > day; });
  if (!any) return std::nullopt;
  Case moved = c;
  each_withdrawal(moved, [&](Date& date) { date = std::min(date, day); });
  return moved;
}

bool known_as_it_stands(const Case& c, Date day) {
  const auto all = [](const auto& entries, auto holds) { return std::all_of(entries.begin(), entries.end(), holds); };
  const auto stands = [](const auto& entry) { return !entry.withdrawn; };
  return all(c.erased, [&](const Erasure& e) { return e.date <= day; }) &&
         all(c.people,
             [&](const Person& p) {
               const bool dies_later = p.dead && p.dead->when && p.dead->when->first > day;
               return stands(p) && !dies_later;
             }) &&
         all(c.households, stands) && all(c.matters, stands) && all(c.interviews, [&](const Interview& i) {
           return i.date <= day &&
                  all(i.statements, [&](const Statement& s) { return stands(s) && s.replaces.empty(); });
         });
}

}  // namespace kreds::casefile
