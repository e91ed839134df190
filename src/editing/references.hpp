/// \file
/// Which entries name another, by id or in words.
#pragma once

#include <string>

#include "kreds/editing/draft.hpp"

namespace kreds::editing {

/// Entries that name an id, in the order of the file; for an interview also what stands in it or was told in it.
casefile::Ids naming(const casefile::Case& c, const casefile::Id& id);

/// Entries in whose texts a name stands as a word of its own, whatever its capital letters; "case" for the heading.
casefile::Ids speaking_of(const Draft& draft, const std::string& name);

}  // namespace kreds::editing
