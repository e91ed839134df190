#include "help.hpp"

#include <algorithm>

#include "kreds/application/page.hpp"

namespace kreds::cli {
namespace {

using application::Page;
using labels::Labels;

constexpr std::size_t option_column = 28;

std::string left_side(const OptionWords& option, const Labels& labels) {
  const auto comma = option.flags.find(',');
  std::string names = comma == std::string::npos
                          ? "    " + option.flags
                          : option.flags.substr(0, comma) + ", " + option.flags.substr(comma + 1);
  return option.takes_value ? names + " " + labels("cli.value." + option.id) : names;
}

/// Some options mean something narrower to one command.
std::string explained(const OptionWords& option, const std::string& command, const Labels& labels) {
  const std::string own = "cli." + command + ".option." + option.id;
  return labels(labels.has(own) ? own : "cli.option." + option.id);
}

void options(Page& page, const std::string& command, const Labels& labels) {
  page.heading(labels("cli.help.options"));
  for (const OptionWords& option : options_of(command))
    page.entry(left_side(option, labels), explained(option, command, labels), 2, option_column);
}

/// A label of several lines, each kept as it is.
void verbatim(Page& page, const std::string& lines) {
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    page.verbatim(lines.substr(at, end - at), 2);
    at = end + 1;
  }
}

}  // namespace

const std::vector<OptionWords>& global_options() {
  static const std::vector<OptionWords> all = {{"as_of", "--as-of", true},
                                               {"style", "--style", true},
                                               {"lang", "--lang", true},
                                               {"help", "-h,--help", false},
                                               {"version", "--version", false}};
  return all;
}

const std::vector<CommandWords>& command_words() {
  static const OptionWords audience{"audience", "--audience", true};
  static const OptionWords json{"json", "--json", false}, csv{"csv", "--csv", false};
  static const OptionWords weighting{"weighting", "--weighting", true};
  static const OptionWords pseudonyms{"pseudonyms", "--pseudonyms", false};
  static const OptionWords by{"signed_by", "--by", true}, reason{"reason", "--reason", true};
  static const OptionWords signed_on{"signed_on", "--date", true};
  static const std::vector<CommandWords> all = {
      {"new",
       {{"number", "--number", true},
        {"child", "--child", true},
        {"birth", "--birth", true},
        {"heard_on", "--date", true},
        {"table", "--table", true}},
       {"lang", "help"}},
      {"add",
       {{"interview", "--interview", true},
        {"by", "--by", true},
        {"observed", "--observed", false},
        {"note", "--note", true},
        {"quote", "--quote", true},
        {"held_from", "--held-from", true},
        {"held_to", "--held-to", true},
        {"id", "--id", true}},
       {"lang", "help"}},
      {"import", {{"interview", "--interview", true}}, {"lang", "help"}},
      {"person", {{"output", "-o,--output", true}}, {"lang", "help"}},
      {"correct", {by, reason, signed_on}, {"lang", "help"}},
      {"withdraw", {by, reason, signed_on}, {"lang", "help"}},
      {"undo", {{"steps", "--steps", true}}, {"lang", "help"}},
      {"erase", {by, reason, signed_on, {"dependants", "--dependants", false}}, {"lang", "help"}},
      {"check", {}, {"as_of", "lang", "help"}},
      {"map",
       {{"output", "-o,--output", true},
        {"format", "--format", true},
        audience,
        {"size", "--size", true},
        {"genogram", "--genogram", false},
        {"present", "--present", true},
        {"seen_by", "--seen-by", true},
        {"compare", "--compare", true, true},
        pseudonyms,
        {"blank", "--blank", true},
        {"statistics", "--statistics", false},
        {"effort", "--effort", true},
        {"no_fold", "--no-fold", false},
        {"layout", "--layout", true}},
       {"as_of", "style", "lang", "help"}},
      {"rank",
       {{"output", "-o,--output", true},
        {"format", "--format", true},
        audience,
        {"size", "--size", true},
        {"numbers", "--numbers", false},
        json,
        csv,
        pseudonyms,
        weighting,
        {"draws", "--draws", true},
        {"seed", "--seed", true},
        {"audit", "--audit", true}},
       {"as_of", "style", "lang", "help"}},
      {"explain", {audience, pseudonyms, weighting}, {"as_of", "lang", "help"}},
      {"ask", {audience, pseudonyms, weighting}, {"as_of", "lang", "help"}},
      {"stats", {audience, json, csv, pseudonyms}, {"as_of", "lang", "help"}},
      {"report",
       {{"output", "-o,--output", true},
        {"format", "--format", true},
        {"for", "--for", true},
        {"from", "--from", true},
        {"calendar", "--calendar", true}},
       {"as_of", "lang", "help"}},
      {"diff", {{"from", "--from", true}, {"to", "--to", true}, audience, json}, {"lang", "help"}},
      {"history", {audience, json}, {"as_of", "lang", "help"}},
      {"batch", {{"jobs", "--jobs", true}, {"summary", "--summary", false}}, {"as_of", "lang", "help"}},
      {"export",
       {{"output", "-o,--output", true}, {"format", "--format", true}, audience, pseudonyms},
       {"as_of", "lang", "help"}}};
  return all;
}

bool uses(const CommandWords& command, const OptionWords& global) {
  return std::find(command.globals.begin(), command.globals.end(), global.id) != command.globals.end();
}

std::vector<OptionWords> options_of(const std::string& command) {
  const auto found = std::find_if(command_words().begin(), command_words().end(),
                                  [&](const CommandWords& words) { return words.name == command; });
  if (found == command_words().end()) return global_options();
  std::vector<OptionWords> all = found->options;
  for (const OptionWords& global : global_options())
    if (uses(*found, global)) all.push_back(global);
  return all;
}

std::string program_help(const Labels& labels) {
  Page page;
  page.text(labels("cli.help.usage") + " " + labels("cli.usage"));
  page.blank();
  page.text(labels("cli.about"));
  page.heading(labels("cli.help.commands"));
  for (const CommandWords& command : command_words())
    page.entry(command.name, labels("cli." + command.name + ".about"), 2, 11);
  options(page, "", labels);
  page.blank();
  page.text(labels("cli.help.more"));
  return to_text(page);
}

std::string command_help(const std::string& command, const Labels& labels) {
  Page page;
  page.text(labels("cli.help.usage") + " kreds " + command + " " + labels("cli." + command + ".usage"));
  page.blank();
  page.text(labels("cli." + command + ".about"));
  if (const std::string more = "cli." + command + ".more"; labels.has(more)) {
    page.blank();
    page.text(labels(more));
  }
  options(page, command, labels);
  page.heading(labels("cli.help.examples"));
  verbatim(page, labels("cli." + command + ".examples"));
  page.blank();
  page.text(labels("cli.help.exit_codes"));
  return to_text(page);
}

}  // namespace kreds::cli
