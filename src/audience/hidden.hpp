/// \file
/// What an audience must not know of, and the case in which it had never been written. Step 1 of audience.hpp, with all
/// its rules; internal to the layer.
#pragma once

#include <optional>

#include "kreds/audience/audience.hpp"

namespace kreds::audience {

/// Without a day, whatever was ever lifted counts as lifted, and a home without an end as a home.
casefile::Case without_hidden(const casefile::Case& c, const Audience& audience, std::optional<casefile::Date> day);

}  // namespace kreds::audience
