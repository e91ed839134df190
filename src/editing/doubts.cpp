#include "doubts.hpp"

#include <algorithm>

#include "kreds/casefile/suggestion.hpp"
#include "typed.hpp"

namespace kreds::editing {
namespace {

using casefile::Case;
using casefile::Id;
using casefile::Ids;
using casefile::Interview;
using casefile::Statement;
using document::Argument;
using document::Diagnostic;
using document::Diagnostics;

bool holds(const Ids& ids, const Id& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

Argument called(const Case& c, const Id& id) {
  const casefile::Person* person = casefile::find_person(c, id);
  return Argument::literal(person == nullptr || person->name.empty() ? id : person->name);
}

/// "i4 (2024-03-04)"
std::string with_day(const Interview& interview) {
  return interview.id + " (" + casefile::to_text(interview.date) + ")";
}

/// The conversations in which somebody was heard, the newest first; empty if there is none.
std::string heard_in(const Case& c, const Id& person) {
  std::vector<const Interview*> all;
  for (const Interview& interview : c.interviews)
    if (holds(interview.informants, person)) all.push_back(&interview);
  std::stable_sort(all.begin(), all.end(), [](const auto* a, const auto* b) { return a->date > b->date; });
  std::vector<std::string> names;
  for (const Interview* interview : all) names.push_back(with_day(*interview));
  return casefile::listed(names);
}

Diagnostic about_speaker(const char* code, const Case& c, const Id& speaker, const Interview& interview) {
  document::Arguments arguments = {{"person", called(c, speaker)},
                                   {"interview", Argument::literal(with_day(interview))}};
  // Without it the labels tell no next step but the other one.
  if (std::string known = heard_in(c, speaker); !known.empty())
    arguments["known"] = Argument::literal(std::move(known));
  return fault(code, std::move(arguments));
}

Diagnostic as_warning(Diagnostic diagnostic) {
  diagnostic.severity = document::Severity::warning;
  return diagnostic;
}

/// Whose own words the statement is, by what it says; empty if that may be anybody. Only the child puts people on its
/// map.
Id speaker_of(const Case& c, const Statement& said, bool chosen) {
  if (said.hearsay || said.observed) return {};
  if (said.quote && !said.quote->of.empty()) return said.quote->of;
  if (!chosen) return {};
  if (const auto* wish = std::get_if<casefile::Wish>(&said.body)) return wish->of;
  if (std::holds_alternative<casefile::Sharing>(said.body)) return c.child;
  const auto* tie = std::get_if<casefile::Tie>(&said.body);
  if (tie != nullptr && tie->ring.mentioned() && (tie->a == c.child || tie->b == c.child)) return c.child;
  return {};
}

/// But for its id and the words beside it.
bool says_the_same(const Statement& a, const Statement& b) {
  return a.by == b.by && a.observed == b.observed && a.held == b.held && a.body == b.body;
}

void tell_repeated(const Interview& interview, const Statement& said, Diagnostics& told) {
  const auto before = std::find_if(
      interview.statements.begin(), interview.statements.end(),
      [&](const Statement& other) { return other.id != said.id && !other.withdrawn && says_the_same(other, said); });
  if (before == interview.statements.end()) return;
  told.push_back(as_warning(fault("said_already", {{"known", Argument::literal(before->id)},
                                                   {"interview", Argument::literal(with_day(interview))}})));
}

/// Whoever wrote in an older conversation last may go on to think of that one.
void tell_another(const Case& c, const Interview& interview, Diagnostics& told) {
  const Interview& last = c.interviews.back();
  if (last.id == interview.id) return;
  told.push_back(as_warning(fault("not_the_last_written", {{"interview", Argument::literal(with_day(interview))},
                                                           {"last", Argument::literal(with_day(last))}})));
}

}  // namespace

Diagnostics not_heard_there(const Case& c, const Ids& speakers, const Interview& interview) {
  Diagnostics told;
  for (const Id& speaker : speakers)
    if (!holds(interview.informants, speaker) && casefile::find_person(c, speaker) != nullptr) {
      told.push_back(about_speaker("not_heard_in_newest", c, speaker, interview));
      told.back().place.pointer = "by";
    }
  return told;
}

Diagnostics doubts(const Case& now, const Id& id, const Id& in, bool chosen) {
  Diagnostics told;
  const Interview* interview = casefile::find_interview(now, in);
  if (interview == nullptr) return told;
  const auto said = std::find_if(interview->statements.begin(), interview->statements.end(),
                                 [&](const Statement& each) { return each.id == id; });
  const Id speaker = said == interview->statements.end() ? Id() : speaker_of(now, *said, chosen);
  if (!speaker.empty() && !holds(interview->informants, speaker))
    told.push_back(as_warning(about_speaker("speaker_not_heard", now, speaker, *interview)));
  else if (chosen)
    tell_another(now, *interview, told);
  if (said != interview->statements.end()) tell_repeated(*interview, *said, told);
  return told;
}

Diagnostics older_than_record(const Case& now, const Id& id) {
  const Interview* added = casefile::find_interview(now, id);
  if (added == nullptr || added->kind == casefile::InterviewKind::record) return {};
  for (const Interview& record : now.interviews) {
    if (record.kind != casefile::InterviewKind::record || record.date <= added->date) continue;
    const auto told_there = [&](const auto& entry) {
      return entry.source.interview == record.id && entry.id != now.child;
    };
    const bool holds_something = !record.statements.empty() ||
                                 std::any_of(now.people.begin(), now.people.end(), told_there) ||
                                 std::any_of(now.households.begin(), now.households.end(), told_there);
    if (holds_something)
      return {as_warning(fault("older_than_record", {{"interview", Argument::literal(with_day(*added))},
                                                     {"record", Argument::literal(with_day(record))},
                                                     {"id", Argument::literal(record.id)},
                                                     {"date", Argument::literal(casefile::to_text(added->date))}}))};
  }
  return {};
}

Diagnostics said_twice(const Case& now, const Id& id) {
  const Interview* added = casefile::find_interview(now, id);
  if (added == nullptr || added->statements.empty()) return {};
  for (const Interview& other : now.interviews) {
    const bool like =
        other.id != id && other.date == added->date && other.informants == added->informants &&
        std::all_of(added->statements.begin(), added->statements.end(), [&](const Statement& said) {
          return std::any_of(other.statements.begin(), other.statements.end(),
                             [&](const Statement& before) { return !before.withdrawn && says_the_same(before, said); });
        });
    if (like)
      return {as_warning(fault("conversation_already", {{"interview", Argument::literal(with_day(*added))},
                                                        {"known", Argument::literal(with_day(other))}}))};
  }
  return {};
}

}  // namespace kreds::editing
