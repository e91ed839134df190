/// \file
/// A file beside the case (a style, a layout, a weighting) that cannot be used: every fault with its place, to be told
/// in words by the caller.
#pragma once

#include <stdexcept>

#include "kreds/document/diagnostic.hpp"
#include "kreds/document/document.hpp"

namespace kreds::document {

class BadFile : public std::runtime_error {
 public:
  /// `what()` has file, line, column, pointer, code and arguments of each.
  explicit BadFile(Diagnostics diagnostics);
  const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  Diagnostics diagnostics_;
};

Diagnostic fault_at(Place place, std::string code, Arguments arguments = {});

/// What stands there, and what should: labels of a kind of value (»en tekst«).
const char* found_label(Kind kind);
const char* expected_label(Kind kind);
Diagnostic wrong_type(const Node& node, Kind expected);

}  // namespace kreds::document
