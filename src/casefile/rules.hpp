/// \file
/// What must hold between the entries of a case: who may have told what, corrections, custody and candidates.
#pragma once

#include "reading.hpp"

namespace kreds::casefile {

/// Names the informant of entries that leave it out because the interview had only one; reports where that cannot be.
void complete_informants(Case& c, Reading& reading);

/// Reports what the entries of a case cannot say together.
void apply_rules(const Case& c, Reading& reading);

}  // namespace kreds::casefile
