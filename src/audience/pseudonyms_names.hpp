/// \file
/// What people are called by role and number, and the neutral ids of all entries; internal to the layer.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "kreds/audience/pseudonyms.hpp"

namespace kreds::audience {

/// One for each person, in the order of the case; no two are the same.
std::vector<std::string> pseudonyms(const casefile::Case& c, const RoleWords& words);

/// By the id that each replaces.
std::map<casefile::Id, casefile::Id> neutral_ids(const casefile::Case& c);

}  // namespace kreds::audience
