/// \file
/// Sentences about wrong usage, with the user's own words made printable.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "arguments.hpp"

namespace kreds::cli {

/// `cli.error.<key>`, with the places filled.
UsageError told(const labels::Labels& labels, const std::string& command, const std::string& key,
                const std::map<std::string, std::string>& fill = {});

/// With »did you mean« behind it, if something known is near.
UsageError told_with_guess(const labels::Labels& labels, const std::string& command, const std::string& key,
                           const std::string& given, const std::vector<std::string>& known);

}  // namespace kreds::cli
