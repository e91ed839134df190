/// \file
/// A case of which only a part of what was told counts: what one of those who were heard told, or any other choice.
#pragma once

#include <functional>

#include "kreds/casefile/case.hpp"

namespace kreds::casefile {

/// Whether somebody is among those who told something, alone or with others.
bool told_by(const Ids& informants, const Id& who);

/// The case with those statements only that count. People, households and interviews stay, also those of which nothing
/// is told any more.
using Counts = std::function<bool(const Interview&, const Statement&)>;
Case with_statements(Case c, const Counts& count);

/// The case as one of those who were heard told it: this informant's own statements, and the people, households and
/// matters that they name or that the informant brought up. What was told together with others is the informant's too,
/// and stands as told by the informant alone. No id dangles. Of somebody who was not heard only the child is left.
Case as_told_by(const Case& c, const Id& informant);

}  // namespace kreds::casefile
