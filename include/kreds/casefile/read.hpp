/// \file
/// From a JSON file to a Case: all faults in one run, each with its place.
///
/// Errors  diagnostics; nothing throws on bad input, nothing is repaired in silence.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "kreds/casefile/case.hpp"
#include "kreds/casefile/vocabulary.hpp"
#include "kreds/document/document.hpp"

namespace kreds::casefile {

struct ReadResult {
  std::optional<Case> value;  ///< set if there is no error
  document::Diagnostics diagnostics;
  std::map<Id, document::Place> places;  ///< where each entry stands
};

/// Today matters for one rule only: an interview cannot be dated after it.
ReadResult read_case(const document::Document& document, const Vocabulary& vocabulary, Date today);
ReadResult read_case_file(const std::string& path, const Vocabulary& vocabulary, Date today);
ReadResult read_case_text(const std::string& name, const std::string& text, const Vocabulary& vocabulary, Date today);

}  // namespace kreds::casefile
