/// \file
/// The sheet of what is recorded about one person, for that person to see what there is (access to one's own data).
///
/// It is made from the case that the person may know (audience `person:ID`), so what protects others is not in it, and
/// nothing tells whether there was anything.
#pragma once

#include "kreds/application/page.hpp"
#include "kreds/application/pipeline.hpp"

namespace kreds::application {

/// The person must be in the case.
Page person_page(const casefile::Case& c, const casefile::Id& person, const Tool& tool, casefile::Date today);

}  // namespace kreds::application
