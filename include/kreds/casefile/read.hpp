/// \file
/// From a JSON file to a Case: all faults in one run, each with its place.
///
/// Errors  diagnostics; nothing throws on bad input, nothing is repaired in silence.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "kreds/casefile/case.hpp"
#include "kreds/casefile/vocabulary.hpp"
#include "kreds/document/document.hpp"

namespace kreds::casefile {

class Entries;

/// Where each entry of a file stands; worked out only when it is asked for, which is seldom.
class Places {
 public:
  Places() = default;
  Places(std::shared_ptr<const document::Document> document, std::shared_ptr<const Entries> entries)
      : document_(std::move(document)), entries_(std::move(entries)) {}
  /// An empty place for an id that the file does not hold.
  document::Place operator()(const Id& id) const;

 private:
  std::shared_ptr<const document::Document> document_;  ///< which the entries point into
  std::shared_ptr<const Entries> entries_;
};

struct ReadResult {
  std::optional<Case> value;  ///< set if there is no error
  document::Diagnostics diagnostics;
  Places places;
};

/// Today matters for one rule only: an interview cannot be dated after it.
ReadResult read_case(document::Document document, const Vocabulary& vocabulary, Date today);
ReadResult read_case_file(const std::string& path, const Vocabulary& vocabulary, Date today);
ReadResult read_case_text(const std::string& name, std::string text, const Vocabulary& vocabulary, Date today);

}  // namespace kreds::casefile
