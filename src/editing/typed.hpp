/// \file
/// From what a person typed to the value that stands in the file. What means nothing is left as a text, so that the
/// reader says what is wrong with it.
#pragma once

#include <optional>

#include "kreds/editing/edit.hpp"

namespace kreds::editing {

struct Typing {
  const casefile::Case& c;
  const Desk& desk;
  std::optional<casefile::Date> said_on;  ///< day of the interview, for ages
  document::Diagnostics faults;
};

document::Value typed(const casefile::Field& field, const std::vector<std::string>& texts, Typing& typing);

document::Diagnostic fault(std::string code, document::Arguments arguments);

/// The id that is meant, or the text with a fault noted.
std::string id_typed(casefile::Refers wanted, const std::string& text, Typing& typing);

}  // namespace kreds::editing
