/// \file
/// The commands and their options, once: what is parsed and what --help tells come from the same table.
#pragma once

#include <string>
#include <vector>

#include "kreds/labels/labels.hpp"

namespace kreds::cli {

struct OptionWords {
  std::string id;          ///< the label `cli.option.<id>` says what it does
  std::string flags;       ///< "-o,--output"; the long name last
  bool takes_value;        ///< then `cli.value.<id>` is the placeholder
  bool takes_two = false;  ///< values, told as such by the placeholder; the second is kept under `<id>_2`
};

struct CommandWords {
  std::string name;                  ///< `cli.<name>.usage`, `.about`, `.examples`
  std::vector<OptionWords> options;  ///< its own
  std::vector<std::string> globals;  ///< ids of the global options that mean something to it
};

const std::vector<CommandWords>& command_words();
/// May stand before or after the command.
const std::vector<OptionWords>& global_options();
bool uses(const CommandWords& command, const OptionWords& global);
/// What may stand after a command; after none: the global options.
std::vector<OptionWords> options_of(const std::string& command);

std::string program_help(const labels::Labels& labels);
std::string command_help(const std::string& command, const labels::Labels& labels);

}  // namespace kreds::cli
