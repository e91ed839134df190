/// \file
/// Who lives where on a day, as far as statements tell; internal to the layer (the network is computed later).
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <utility>

#include "kreds/casefile/case.hpp"

namespace kreds::audience {

/// (household, person) pairs of the statements that count. Of each pair the newest day's statements are believed; those
/// without a period hold. Without a day, whatever has no end holds.
std::set<std::pair<casefile::Id, casefile::Id>> residents_on(
    const casefile::Case& c, std::optional<casefile::Date> day,
    const std::function<bool(const casefile::Interview&, const casefile::Statement&)>& counts);

}  // namespace kreds::audience
