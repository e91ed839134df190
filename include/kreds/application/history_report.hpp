/// \file
/// The statements of a case in time, by informant, for people (a page) and for programs (JSON,
/// data/schema/history.schema.json).
#pragma once

#include <optional>
#include <string>

#include "kreds/application/page.hpp"
#include "kreds/application/pipeline.hpp"
#include "kreds/comparison/history.hpp"
#include "kreds/editing/draft.hpp"

namespace kreds::application {

struct CaseHistory {
  Analysed analysed;  ///< on the day, for the names in it
  comparison::History history;
  /// Entries that were corrected in place; not for the case file, which may not know what stood there.
  std::vector<editing::Corrected> corrected;
};

/// The person or household that somebody means by an id or a name, capital letters or not, among those that the
/// audience may know of, those taken out again included. Empty if none or several are meant.
std::optional<casefile::Id> meant(const CaseHistory& whole, const Tool& tool, const std::string& words);
/// What can be meant, as it is called.
std::vector<std::string> subjects(const CaseHistory& whole, const Tool& tool);

/// For who sees everything it goes, unless told otherwise, to the last day on which anything was changed.
/// Throws NoInterview, and std::invalid_argument for an audience that gets no history.
CaseHistory make_history(const Tool& tool, const editing::Draft& draft, const Request& given,
                         const casefile::Id& about = {});

Page history_page(const CaseHistory& history, const Tool& tool);
std::string history_json(const CaseHistory& history, const Tool& tool);

}  // namespace kreds::application
