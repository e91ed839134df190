#include "kreds/document/diagnostic.hpp"

#include <algorithm>

namespace kreds::document {

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace kreds::document
