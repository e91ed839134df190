/// \file
/// What must hold between the entries of a case: who may have told what, corrections, custody and candidates.
#pragma once

#include "reading.hpp"

namespace kreds::casefile {

/// Fills in what goes without saying: the informant of an interview that had only one, the child as whose wish it is.
/// Reports where that cannot be, and informants who were not heard.
void complete(Case& c, Reading& reading);

/// Reports what the entries of a case cannot say together.
void apply_rules(const Case& c, Reading& reading);

}  // namespace kreds::casefile
