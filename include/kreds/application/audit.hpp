/// \file
/// A record of one run of the ranking, one line of JSON, for those who must account for it later (method §5.6).
///
/// It holds what was put in (hashes, day, seed, draws, what differs from the defaults), the whole result, and empty
/// fields for the named person who assesses afterwards: written assessment, agrees or deviates, and why.
#pragma once

#include <string>

#include "kreds/application/pipeline.hpp"

namespace kreds::application {

struct AuditRun {
  std::string id;       ///< of this run alone: 32 hexadecimal digits
  std::string user;     ///< of the machine
  std::string time;     ///< UTC, 2026-03-01T12:00:00Z
  std::string version;  ///< of the program
};
AuditRun this_run(const std::string& version);

/// One line, without a newline at its end. `full_case` is the file as read, of which the hash is taken.
std::string audit_record(const AuditRun& run, const RankedCase& ranked, const casefile::Case& full_case,
                         const Tool& tool);

}  // namespace kreds::application
