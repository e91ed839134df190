#include "kreds/comparison/history.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace kreds::comparison {
namespace {

using audience::Kind;
using casefile::Case;
using casefile::Interview;
using casefile::Statement;

/// Everything written until a day, withdrawn and corrected entries included.
Case written_until(const Case& c, Date day) {
  std::set<Id> later;
  for (const Interview& interview : c.interviews)
    if (interview.date > day) {
      later.insert(interview.id);
      for (const Statement& statement : interview.statements) later.insert(statement.id);
    }
  Case written = casefile::without(c, later);
  std::erase_if(written.erased, [&](const casefile::Erasure& e) { return e.date > day; });
  return written;
}

template <class Entry>
std::optional<TakenBack> withdrawal(const Entry& entry, Date day, bool with_words) {
  if (!entry.withdrawn || entry.withdrawn->date > day) return std::nullopt;
  TakenBack taken;
  taken.date = entry.withdrawn->date;
  if (with_words) taken.by = entry.withdrawn->by, taken.reason = entry.withdrawn->reason;
  return taken;
}

using Marks = std::map<Id, TakenBack>;  ///< by the entry that no longer counts

Marks taken_back(const Case& c, Date day, bool with_words) {
  Marks marks;
  const auto look = [&](const auto& entry) {
    if (auto taken = withdrawal(entry, day, with_words)) marks.emplace(entry.id, std::move(*taken));
  };
  std::for_each(c.people.begin(), c.people.end(), look);
  std::for_each(c.households.begin(), c.households.end(), look);
  for (const Interview& interview : c.interviews) {
    if (interview.date > day) continue;
    for (const Statement& statement : interview.statements) {
      look(statement);
      const bool stands = !withdrawal(statement, day, false);
      if (statement.replaces.empty() || !stands) continue;
      TakenBack corrected;
      corrected.date = interview.date;
      corrected.corrected_by = statement.id;
      marks.emplace(statement.replaces, std::move(corrected));
    }
  }
  return marks;
}

std::set<Date> days_of_change(const Case& c, Date until) {
  std::set<Date> days;
  const auto add = [&](Date day) {
    if (day <= until) days.insert(day);
  };
  const auto before_withdrawal = [&](const auto& entry) {
    if (entry.withdrawn) add(entry.withdrawn->date - std::chrono::days(1));
  };
  for (const Interview& interview : c.interviews) {
    add(interview.date);
    add(interview.date - std::chrono::days(1));
    std::for_each(interview.statements.begin(), interview.statements.end(), before_withdrawal);
  }
  std::for_each(c.people.begin(), c.people.end(), before_withdrawal);
  std::for_each(c.households.begin(), c.households.end(), before_withdrawal);
  return days;
}

bool has_statement(const Case& c, const Id& id) {
  return std::any_of(c.interviews.begin(), c.interviews.end(), [&](const Interview& interview) {
    return std::any_of(interview.statements.begin(), interview.statements.end(),
                       [&](const Statement& s) { return s.id == id; });
  });
}

bool all_known(const Case& known, const Statement& statement) {
  const Ids named = casefile::ids_named_by(statement);
  return std::all_of(named.begin(), named.end(), [&](const Id& id) {
    return casefile::find_person(known, id) || casefile::find_household(known, id) ||
           casefile::find_interview(known, id) || casefile::find_matter(known, id) || has_statement(known, id) ||
           id == statement.replaces || id == statement.prompt;
  });
}

/// What a filtered audience knows on the day, and what it knew before and was since taken back.
Case known_with_past(const Case& c, const audience::Audience& audience, const casefile::Vocabulary& vocabulary,
                     Date as_of, const Marks& marks) {
  Case known = audience::for_audience(c, audience, vocabulary, as_of);
  const Case today = known;
  for (const Date day : days_of_change(c, as_of)) {
    const Case earlier = audience::for_audience(c, audience, vocabulary, day);
    for (const Interview& interview : earlier.interviews) {
      const auto here = std::find_if(known.interviews.begin(), known.interviews.end(),
                                     [&](const Interview& i) { return i.id == interview.id; });
      if (here == known.interviews.end()) continue;
      for (const Statement& statement : interview.statements) {
        const auto mark = marks.find(statement.id);
        if (mark == marks.end() || has_statement(known, statement.id) || !all_known(today, statement)) continue;
        const Id& correction = mark->second.corrected_by;
        if (correction.empty() || has_statement(today, correction)) here->statements.push_back(statement);
      }
    }
  }
  return known;
}

bool concerns(const Told& told, const Id& about) {
  const auto has = [&](const Ids& ids) { return std::find(ids.begin(), ids.end(), about) != ids.end(); };
  return has(told.item.about) || has(told.answer.people);
}

/// Informants in the order in which they were heard, joint words after each alone, observations last.
std::pair<std::size_t, std::size_t> by_speaker(const Statement& statement, const Interview& interview) {
  if (statement.by.empty()) return {SIZE_MAX, SIZE_MAX};
  const auto found = std::find(interview.informants.begin(), interview.informants.end(), statement.by.front());
  return {statement.by.size(), static_cast<std::size_t>(found - interview.informants.begin())};
}

HistoryInterview told_in(const Interview& interview, const Marks& marks, const Id& about) {
  HistoryInterview result;
  result.interview = interview;
  result.interview.statements.clear();
  std::vector<const Statement*> order;
  for (const Statement& statement : interview.statements) order.push_back(&statement);
  std::stable_sort(order.begin(), order.end(), [&](const Statement* a, const Statement* b) {
    return by_speaker(*a, interview) < by_speaker(*b, interview);
  });
  for (const Statement* statement : order) {
    HistoryEntry entry;
    entry.statement = *statement;
    entry.interview = interview.id;
    entry.told = told_by(*statement, interview);
    const bool wanted = about.empty() || std::any_of(entry.told.begin(), entry.told.end(),
                                                     [&](const Told& told) { return concerns(told, about); });
    if (!wanted) continue;
    if (const auto mark = marks.find(statement->id); mark != marks.end()) entry.taken_back = mark->second;
    result.entries.push_back(std::move(entry));
  }
  return result;
}

template <class Entry>
void add_registered(const std::vector<Entry>& entries, bool household, const Case& c, const Marks& marks,
                    const Id& about, std::vector<Registered>& all) {
  for (const Entry& entry : entries) {
    if (!about.empty() && entry.id != about) continue;
    Registered one;
    one.id = entry.id;
    one.household = household;
    one.from.interview = entry.source.interview;
    one.from.informants = entry.source.by;
    if (const Interview* interview = casefile::find_interview(c, entry.source.interview))
      one.from.said = interview->date;
    if (const auto mark = marks.find(entry.id); mark != marks.end()) one.taken_back = mark->second;
    all.push_back(std::move(one));
  }
}

}  // namespace

History history(const Case& whole, const audience::Audience& audience, const casefile::Vocabulary& vocabulary,
                Date as_of, const Id& about) {
  if (audience.kind == Kind::family || audience.kind == Kind::person)
    throw std::invalid_argument("this audience gets no history");
  const bool everything = audience.kind != Kind::casefile;
  // Before anything is looked at: a hidden withdrawal or correction must not show in what it was made of.
  const Case c = everything ? whole : audience::without_confidential(whole, as_of);
  const Marks marks = taken_back(c, as_of, everything);
  History result;
  result.as_of = as_of;
  result.about = about;
  result.all = everything ? written_until(c, as_of) : known_with_past(c, audience, vocabulary, as_of, marks);
  add_registered(result.all.people, false, result.all, marks, about, result.registered);
  add_registered(result.all.households, true, result.all, marks, about, result.registered);
  std::vector<const Interview*> order;
  for (const Interview& interview : result.all.interviews) order.push_back(&interview);
  std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->date < b->date; });
  for (const Interview* interview : order)
    if (HistoryInterview one = told_in(*interview, marks, about); !one.entries.empty())
      result.interviews.push_back(std::move(one));
  // Who differs today: what was taken back is no longer anybody's word.
  const Case today =
      everything ? casefile::as_known_on(c, as_of) : audience::for_audience(c, audience, vocabulary, as_of);
  for (const auto& [item, answers] : current(today))
    if (differ(answers) && (about.empty() || std::any_of(answers.begin(), answers.end(),
                                                         [&](const Told& told) { return concerns(told, about); })))
      result.disagreements.push_back({item, answers});
  if (about.empty()) result.erased = result.all.erased;
  return result;
}

}  // namespace kreds::comparison
