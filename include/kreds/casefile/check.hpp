/// \file
/// What a case that can be read still lacks, or should be asked about: warnings, with their places.
///
/// Among others: unmarked twins of a matter that is not to be told; a household without a named carer; nobody has
/// heard the child; a person named by nobody; a child's statement older than half a year; a consent that is missing;
/// notes that name a person who is not to be shown.
#pragma once

#include "kreds/casefile/read.hpp"

namespace kreds::casefile {

document::Diagnostics check(const Case& c, const std::map<Id, document::Place>& places, const Vocabulary& vocabulary,
                            Date as_of);

}  // namespace kreds::casefile
