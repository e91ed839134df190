/// \file
/// How a household's value comes about, from the sentence down to each statement, so that it can be checked with pencil
/// and paper; and why one household stands before another.
#pragma once

#include <optional>
#include <string>

#include "kreds/application/page.hpp"
#include "kreds/application/pipeline.hpp"

namespace kreds::application {

/// The household that a person means: its id, its name, or the name or id of somebody who lives there, whatever the
/// case of the letters. Empty if none or several are meant.
std::optional<casefile::Id> household_meant(const RankedCase& ranked, const Tool& tool, const std::string& words);
/// What can be meant, as it is called.
std::vector<std::string> households_to_explain(const RankedCase& ranked, const Tool& tool);

Page explain_page(const RankedCase& ranked, const Tool& tool, const casefile::Id& household);
/// In either order; the page says which one stands before the other.
Page explain_page(const RankedCase& ranked, const Tool& tool, const casefile::Id& a, const casefile::Id& b);

}  // namespace kreds::application
