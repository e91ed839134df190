/// \file
/// What a case that can be read still lacks, or should be asked about: warnings, with their places.
///
/// Among others: unmarked twins of a matter that is not to be told; a household without a named carer; nobody has
/// heard the child; a person named by nobody; a child's statement older than half a year; a consent that is missing;
/// notes that name a person who is not to be shown.
#pragma once

#include <functional>

#include "kreds/casefile/read.hpp"

namespace kreds::casefile {

/// Where an entry stands: `Places`, or any function; none if the case does not come from a file.
using PlaceOf = std::function<document::Place(const Id&)>;

document::Diagnostics check(const Case& c, const PlaceOf& place_of, const Vocabulary& vocabulary, Date as_of);

}  // namespace kreds::casefile
