/// \file
/// What the reader says to a text or a file, in words, for tests.
#pragma once

#include <string>

#include "kreds/casefile/read.hpp"
#include "kreds/labels/labels.hpp"

namespace kreds::testing {

inline const casefile::Vocabulary& vocabulary() {
  static const casefile::Vocabulary shipped = casefile::load_vocabulary(KREDS_ROOT "/data");
  return shipped;
}

inline const labels::Labels& danish() {
  static const labels::Labels shipped = labels::load_labels(KREDS_ROOT "/data/labels", "da");
  return shipped;
}

/// The day of all these tests.
inline casefile::Date today() {
  return *casefile::parse_date("2024-06-01");
}

inline casefile::ReadResult read(const std::string& text, const std::string& name = "sag.json") {
  return casefile::read_case_text(name, text, vocabulary(), today());
}

inline std::string messages(const document::Diagnostics& diagnostics) {
  std::string out;
  for (const document::Diagnostic& d : diagnostics) out += labels::to_text(d, danish()) + "\n";
  return out;
}

/// Whether a message shows the key of a word that the labels lack, «like.this»; between two quotations (»a« og »b«)
/// there are blanks.
inline bool lacks_a_word(const std::string& message) {
  const std::string open = "«", close = "»";
  for (std::size_t at = message.find(open); at != std::string::npos; at = message.find(open, at + 1)) {
    const std::size_t end = message.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.", at + open.size());
    if (end != std::string::npos && end > at + open.size() && message.compare(end, close.size(), close) == 0)
      return true;
  }
  return false;
}

}  // namespace kreds::testing
