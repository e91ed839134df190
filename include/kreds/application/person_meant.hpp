/// \file
/// Whom somebody means who writes an id, a name or a role on the command line.
#pragma once

#include <string>
#include <vector>

#include "kreds/casefile/case.hpp"
#include "kreds/labels/labels.hpp"

namespace kreds::application {

/// The id, else everybody of that name, else of that first name, else by what they are to the child: »child«,
/// »mother«, »father«, or a role in words (»mormor«). Capital and small letters are alike. Empty: nobody is called so.
casefile::Ids people_meant(const casefile::Case& c, const std::string& words, const labels::Labels& labels);

/// The ids and names by which somebody can be asked for.
std::vector<std::string> ways_to_ask(const casefile::Case& c);

}  // namespace kreds::application
