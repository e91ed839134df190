/// \file
/// Collects what is wrong with a case file, up to a number that a person can still read.
#pragma once

#include "kreds/document/diagnostic.hpp"

namespace kreds::casefile {

class Faults {
 public:
  /// As many as a person can use; more are only counted.
  static constexpr std::size_t most_shown = 200;

  void add(document::Severity severity, std::string code, document::Place place, document::Arguments arguments = {});
  void error(std::string code, document::Place place, document::Arguments arguments = {}) {
    add(document::Severity::error, std::move(code), std::move(place), std::move(arguments));
  }
  void warning(std::string code, document::Place place, document::Arguments arguments = {}) {
    add(document::Severity::warning, std::move(code), std::move(place), std::move(arguments));
  }
  bool has_error() const { return has_error_; }
  /// True when nothing more is kept, so that costly hints need not be worked out.
  bool full() const { return kept_.size() >= most_kept; }

  /// In the order of the file, at most most_shown and one that says how many more there are.
  document::Diagnostics take();

 private:
  static constexpr std::size_t most_kept = 2000;
  document::Diagnostics kept_;
  std::size_t not_kept_ = 0;
  bool has_error_ = false;
};

/// In the order of the file; faults at the same place in the order they were found.
void sort_by_place(document::Diagnostics& diagnostics);

/// Short enough for a message: longer texts are cut and end in "…".
std::string shortened(std::string_view text);

}  // namespace kreds::casefile
