/// \file
/// The steps to an approval and what follows a placement, as a municipality does it: `data/criteria/follow_up.json`.
/// No step is law here, and nothing is guessed: what the case file does not tell is said not to stand in it.
///
/// follow_up_calendar is an iCalendar file (RFC 5545): CRLF, lines folded at 75 octets, days without an hour. It holds
/// no name and no case number; its identifiers stay the same when it is written again, so that a calendar replaces
/// what it has.
#pragma once

#include <string>
#include <vector>

#include "kreds/casefile/date.hpp"
#include "kreds/labels/labels.hpp"

namespace kreds::application {

struct ApprovalStep {
  std::string id;       ///< words under `approval.<id>`
  std::string seen_in;  ///< which statements tell of it: a term of follow_up.json
};

/// Either at one distance from the beginning, or again and again.
struct FollowUpRule {
  std::string id;  ///< words under `follow_up.<id>`
  int every_weeks = 0, every_months = 0, first_after_months = 0;
  int times = 1;
};

struct Practice {
  std::string municipality;  ///< whose practice it is
  std::vector<ApprovalStep> approval;
  std::vector<FollowUpRule> follow_up;
};
/// Throws std::runtime_error, naming file and fault.
Practice load_practice(const std::string& data_folder);

struct DueDay {
  std::string id;
  int number = 1, of = 1;
  casefile::Date day;
  friend bool operator==(const DueDay&, const DueDay&) = default;
};
/// By day. A month later is the same day of that month, or its last.
std::vector<DueDay> due_days(const Practice& practice, casefile::Date begin);

/// `seed` sets the calendars of two children apart; it is hashed. `stamp` is the day of the analysis.
std::string follow_up_calendar(const std::vector<DueDay>& days, const std::string& seed, casefile::Date stamp,
                               const labels::Labels& labels);

}  // namespace kreds::application
