/// \file
/// Beside a picture for exactly the people in a room: the page for the one who shows it, alone. What is held back
/// because of whom, whose yes is missing, who is in conflict, who must not be contacted, who is not known.
#pragma once

#include "kreds/application/page.hpp"
#include "kreds/application/pipeline.hpp"

namespace kreds::application {

/// From the whole case, on the day of the picture. `present` are ids; what is no id of the case is told as it stands.
Page present_page(const Tool& tool, const casefile::Case& c, const casefile::Ids& present, casefile::Date as_of);

}  // namespace kreds::application
