/// \file
/// The arguments of the commands that write to a case. Their options are the keys of the entry that is written, which
/// the description of the file format knows; so they are read along it and not along a table of our own.
#pragma once

#include <string>
#include <vector>

#include "arguments.hpp"

namespace kreds::cli {

/// Whether the command is one of them.
bool is_editing(const std::vector<std::string>& arguments);

/// Throws UsageError.
Command parse_editing(const std::vector<std::string>& arguments, const labels::Labels& labels);

}  // namespace kreds::cli
