/// \file
/// Free words that name somebody who must not be shown.
#pragma once

#include <vector>

#include "kreds/casefile/case.hpp"

namespace kreds::casefile {

struct HiddenName {
  Id entry;   ///< whose words they are: a person, household, matter, interview or statement
  Id hidden;  ///< the person they name
};

/// Entries about the hidden person itself are left out: they go with it. A name is found as a word or as the beginning
/// of words, also as a genitive.
std::vector<HiddenName> hidden_names(const Case& c);

}  // namespace kreds::casefile
