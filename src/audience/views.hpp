/// \file
/// The table of audiences: what is left of a case for each (step 3 of audience.hpp); internal to the layer. The case
/// given holds nothing hidden and only what was known on the day.
#pragma once

#include <set>

#include "kreds/audience/audience.hpp"

namespace kreds::audience {

/// Whether the child has said yes to showing a family where it put people. From the case before the day is applied: a
/// yes counts from its day on, taking it back counts at once.
bool child_shares_rings_with_everyone(const casefile::Case& c, casefile::Date day);

casefile::Case family_view(const casefile::Case& c, bool with_rings);
casefile::Case person_view(const casefile::Case& c, const casefile::Id& person, const casefile::Vocabulary& vocabulary,
                           casefile::Date day);
casefile::Case casefile_view(const casefile::Case& c);

// --- pieces of these ---

/// Kinship and residence: who belongs to whom and who lives together may be seen by everybody who is shown the case.
bool structural(const casefile::StatementBody& body);

/// The case without the statements for which `keep` is false, and without the ids of these.
template <class Keep>
casefile::Case keeping(const casefile::Case& c, Keep keep) {
  std::set<casefile::Id> dropped;
  for (const casefile::Interview& interview : c.interviews)
    for (const casefile::Statement& statement : interview.statements)
      if (!keep(interview, statement)) dropped.insert(statement.id);
  return casefile::without(c, dropped);
}

/// Leaves that it was said and when, not by whom or how surely, nor in which words.
void leave_only_what_was_said(casefile::Statement& statement);
/// Leaves of a conversation that it took place, and its day.
void leave_only_the_day(casefile::Interview& interview);
/// Not told is by whom an entry came into the case, what it is marked with, and notes.
void leave_only_who_it_is(casefile::Person& person);
void leave_only_who_it_is(casefile::Household& household);
void forget_informants(casefile::Source& source);

}  // namespace kreds::audience
