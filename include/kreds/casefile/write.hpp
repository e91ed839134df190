/// \file
/// A Case in its one canonical layout. Reading what was written gives an equal Case.
#pragma once

#include <string>

#include "kreds/casefile/case.hpp"
#include "kreds/document/value.hpp"

namespace kreds::casefile {

document::Value to_value(const Case& c);
std::string to_text(const Case& c);
/// The same layout for the members of a case file that hold more than a Case does (`x-` keys).
std::string to_text(const document::Object& tree);
/// Short hash of the canonical layout: the version of the case that a page or picture names.
std::string version(const Case& c);

}  // namespace kreds::casefile
