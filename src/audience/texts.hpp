/// \file
/// The free texts of a case, and what is left of them when names must not be read; internal to the layer.
#pragma once

#include <set>

#include "hidden_words.hpp"
#include "kreds/casefile/case.hpp"

namespace kreds::audience {

/// Whether a statement cannot stand because what it says is (or was only) a text that names something hidden.
bool says_hidden(const casefile::StatementBody& body, const HiddenWords& words);

/// Empties every other text that names something hidden. Hidden are the people in `hidden`, where a text is theirs.
void redact(casefile::Case& c, const HiddenWords& words, const std::set<casefile::Id>& hidden);

/// Keeps the span of a rough date, not the words in which it was told; empty if there were only words.
std::optional<casefile::ApproximateDate> without_words(std::optional<casefile::ApproximateDate> date);
std::optional<casefile::Period> without_words(std::optional<casefile::Period> period);

}  // namespace kreds::audience
