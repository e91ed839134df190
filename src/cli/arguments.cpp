#include "arguments.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <functional>
#include <limits>
#include <map>
#include <set>
#include <thread>

#include "editing_arguments.hpp"
#include "help.hpp"
#include "usage.hpp"

namespace kreds::cli {
namespace {

using labels::Labels;

const CommandWords& words_of(const std::string& name) {
  return *std::find_if(command_words().begin(), command_words().end(),
                       [&](const CommandWords& command) { return command.name == name; });
}

/// What stood on the command line, not yet judged.
struct Raw {
  std::string command;
  std::vector<std::string> cases;
  std::map<std::string, std::string> values;  ///< by the option's id
  std::set<std::string> flags;
  std::vector<std::string> unknown;

  bool has(const std::string& id) const { return flags.count(id) == 1 || values.count(id) == 1; }
  std::optional<std::string> value(const std::string& id) const {
    const auto found = values.find(id);
    return found == values.end() ? std::nullopt : std::optional(found->second);
  }
};

void add(CLI::App& app, const OptionWords& option, Raw& raw) {
  if (option.takes_two)
    app.add_option_function<std::vector<std::string>>(option.flags,
                                                      [&raw, id = option.id](const std::vector<std::string>& both) {
                                                        raw.values[id] = both.front();
                                                        raw.values[id + "_2"] = both.back();
                                                      })
        ->expected(2);
  else if (option.takes_value)
    app.add_option_function<std::string>(option.flags,
                                         [&raw, id = option.id](const std::string& value) { raw.values[id] = value; });
  else
    app.add_flag_callback(option.flags, [&raw, id = option.id] { raw.flags.insert(id); });
}

std::vector<std::string> spellings(const std::string& flags) {
  const auto comma = flags.find(',');
  if (comma == std::string::npos) return {flags};
  return {flags.substr(0, comma), flags.substr(comma + 1)};
}

std::vector<std::string> known_options(const std::string& command) {
  std::vector<std::string> known;
  for (const OptionWords& option : options_of(command))
    for (const std::string& spelling : spellings(option.flags)) known.push_back(spelling);
  return known;
}

std::string option_named(const std::string& argument) {
  return argument.substr(0, argument.find('='));
}

/// CLI11 tells what was wrong in English; which option it was, we can see ourselves.
UsageError translated(const CLI::ParseError& error, const std::vector<std::string>& arguments, const Raw& raw,
                      const Labels& labels) {
  const std::string about = error.what();
  for (const OptionWords& option : options_of(raw.command)) {
    const auto names = spellings(option.flags);
    if (std::none_of(names.begin(), names.end(), [&](const std::string& name) {
          const auto found = about.find(name);
          if (found == std::string::npos) return false;
          const auto after = found + name.size();
          return after == about.size() ||
                 (std::isalnum(static_cast<unsigned char>(about[after])) == 0 && about[after] != '-');
        }))
      continue;
    const std::string& name = names.back();
    if (!option.takes_value) return told(labels, raw.command, "takes_no_value", {{"option", name}});
    const auto times = std::count_if(arguments.begin(), arguments.end(), [&](const std::string& argument) {
      return std::find(names.begin(), names.end(), option_named(argument)) != names.end();
    });
    return told(labels, raw.command, times > 1 ? "given_twice" : "value_missing", {{"option", name}});
  }
  return told(labels, raw.command, "not_understood");
}

Raw split(const std::vector<std::string>& arguments, const Labels& labels) {
  Raw raw;
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  app.require_subcommand(0, 1);
  for (const OptionWords& option : global_options()) add(app, option, raw);
  for (const CommandWords& command : command_words()) {
    CLI::App* sub = app.add_subcommand(command.name);
    sub->set_help_flag();
    sub->allow_extras();
    sub->fallthrough();
    sub->add_option("case", raw.cases);
    for (const OptionWords& option : command.options) add(*sub, option, raw);
    sub->preparse_callback([&raw, name = command.name](std::size_t) { raw.command = name; });
  }
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::ParseError& error) {
    throw translated(error, arguments, raw, labels);
  }
  raw.unknown = app.remaining(true);
  return raw;
}

/// CLI11 reads `--flag=1` as the flag.
void refuse_values_of_flags(const std::vector<std::string>& arguments, const Raw& raw, const Labels& labels) {
  for (const OptionWords& option : options_of(raw.command))
    for (const std::string& argument : arguments)
      if (!option.takes_value && argument.rfind(spellings(option.flags).back() + "=", 0) == 0)
        throw told(labels, raw.command, "takes_no_value", {{"option", option_named(argument)}});
}

void refuse_unknown(const Raw& raw, const Labels& labels) {
  for (const std::string& argument : raw.unknown)
    if (argument.size() > 1 && argument.front() == '-')
      throw told_with_guess(labels, raw.command, "unknown_option", option_named(argument), known_options(raw.command));
  if (raw.command.empty()) {
    if (raw.unknown.empty()) throw told(labels, "", "no_command");
    std::vector<std::string> known;
    for (const CommandWords& command : command_words()) known.push_back(command.name);
    throw told_with_guess(labels, "", "unknown_command", raw.unknown.front(), known);
  }
  if (!raw.unknown.empty()) throw told(labels, raw.command, "too_many", {{"given", raw.unknown.front()}});
  for (const OptionWords& option : global_options())
    if (raw.has(option.id) && !uses(words_of(raw.command), option))
      throw told(labels, raw.command, "option_elsewhere", {{"option", spellings(option.flags).back()}});
}

std::string one_case(const Raw& raw, const Labels& labels) {
  if (raw.cases.empty()) throw told(labels, raw.command, "no_case");
  if (raw.cases.size() > 1) throw told(labels, raw.command, "too_many", {{"given", raw.cases[1]}});
  return raw.cases.front();
}

std::optional<casefile::Date> day_of(const Raw& raw, const char* option, const Labels& labels) {
  const auto given = raw.value(option);
  if (!given) return std::nullopt;
  const auto date = casefile::parse_date(*given);
  if (!date) throw told(labels, raw.command, "date", {{"given", *given}});
  return date;
}

std::optional<casefile::Date> as_of(const Raw& raw, const Labels& labels) {
  return day_of(raw, "as_of", labels);
}

audience::Audience audience_of(const Raw& raw, audience::Kind otherwise, const Labels& labels) {
  const auto given = raw.value("audience");
  if (!given) return {otherwise, {}};
  const auto parsed = audience::parse_audience(*given);
  if (!parsed) throw told(labels, raw.command, "audience", {{"given", *given}});
  return *parsed;
}

application::Request request_of(const Raw& raw, audience::Kind otherwise, const std::set<audience::Kind>& allowed,
                                const Labels& labels) {
  application::Request request{audience_of(raw, otherwise, labels), as_of(raw, labels), raw.has("pseudonyms")};
  if (!allowed.contains(request.audience.kind)) throw told(labels, raw.command, "not_for_audience." + raw.command);
  return request;
}

Form form_of(const Raw& raw, const Labels& labels) {
  if (raw.has("json") && raw.has("csv")) throw told(labels, raw.command, "json_and_csv");
  if (raw.has("json")) return Form::json;
  return raw.has("csv") ? Form::csv : Form::page;
}

template <class Number = int>
std::optional<Number> whole_number(std::string_view text) {
  Number value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

struct Size {
  layout::Sheet sheet;
  double dpi;
};
constexpr double screen_dpi = 96, paper_dpi = 300;
constexpr int smallest_side = 320, largest_side = 8000;

Size size_of(const Raw& raw, audience::Kind kind, const Labels& labels) {
  const std::string given = raw.value("size").value_or(kind == audience::Kind::family ? "projector" : "a4");
  if (given == "projector") return {layout::projector_sheet(), screen_dpi};
  if (given == "a4") return {layout::a4_sheet(false), paper_dpi};
  if (given == "a4-portrait") return {layout::a4_sheet(true), paper_dpi};
  const auto cross = given.find('x');
  const auto width = whole_number(std::string_view(given).substr(0, cross));
  const auto height =
      cross == std::string::npos ? std::nullopt : whole_number(std::string_view(given).substr(cross + 1));
  if (!width || !height) throw told(labels, raw.command, "size", {{"given", given}});
  for (const int side : {*width, *height})
    if (side < smallest_side || side > largest_side)
      throw told(labels, raw.command, "size_limits",
                 {{"given", given}, {"least", std::to_string(smallest_side)}, {"most", std::to_string(largest_side)}});
  return {layout::pixel_sheet(*width, *height), screen_dpi};
}

/// The end of a file's name in small letters, without its dot; empty if it has none.
std::string suffix_of(const std::string& file) {
  std::string suffix = std::filesystem::path(file).extension().string();
  if (suffix.size() < 2) return {};
  suffix.erase(0, 1);
  std::transform(suffix.begin(), suffix.end(), suffix.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return suffix;
}

/// Only a map can be written as DOT.
enum class Formats { all, without_dot };

drawing::Format format_of(const Raw& raw, const std::string& output, Formats formats, const Labels& labels) {
  const std::string known = labels(formats == Formats::all ? "cli.formats" : "cli.formats.without_dot");
  const auto judged = [&](const std::string& name, const char* fault, const std::string& given) {
    const auto format = drawing::format_of(name);
    if (!format || (formats == Formats::without_dot && format == drawing::Format::dot))
      throw told(labels, raw.command, fault, {{"given", given}, {"known", known}});
    return *format;
  };
  if (const auto given = raw.value("format")) return judged(*given, "format", *given);
  if (output == "-") throw told(labels, raw.command, "format_of_stdout", {{"known", known}});
  const std::string suffix = suffix_of(output);
  if (suffix.empty()) throw told(labels, raw.command, "no_suffix", {{"given", output}, {"known", known}});
  return judged(suffix, "suffix", output);
}

/// A whole number of one or more.
template <class Number>
std::optional<Number> counting_number(const Raw& raw, const char* option, Number most, const Labels& labels) {
  const auto given = raw.value(option);
  if (!given) return std::nullopt;
  const auto number = whole_number<Number>(*given);
  if (!number || *number < 1 || *number > most)
    throw told(labels, raw.command, option, {{"given", *given}, {"most", std::to_string(most)}});
  return number;
}

CheckArguments check_of(const Raw& raw, const Labels& labels) {
  if (raw.cases.empty()) throw told(labels, raw.command, "no_case");
  return {raw.cases, as_of(raw, labels)};
}

/// »anna, karen« → anna and karen.
std::vector<std::string> listed_in(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    const std::size_t first = text.find_first_not_of(' ', at), last = text.find_last_not_of(' ', end - (end > 0));
    if (first < end) parts.push_back(text.substr(first, last + 1 - first));
    at = end + 1;
  }
  return parts;
}

/// A picture for a room comes with a page for the one who shows it, who alone may read it.
void add_room(const Raw& raw, MapArguments& map, const Labels& labels) {
  const auto given = raw.value("present");
  if (!given) return;
  map.present = listed_in(*given);
  const auto refuse = [&](const char* why) { throw told(labels, raw.command, why); };
  if (map.present->empty()) refuse("present_nobody");
  if (map.request.request.audience.kind != audience::Kind::family) refuse("present_and_audience");
  if (map.output == "-") refuse("present_on_stdout");
  if (map.output.empty()) refuse("no_output");
  if (map.statistics) refuse("present_and_statistics");
  if (map.request.request.pseudonyms) refuse("present_and_pseudonyms");
}

/// Two days or two informants in one picture.
void add_comparison(const Raw& raw, MapArguments& map, const Labels& labels) {
  const auto from = raw.value("compare"), to = raw.value("compare_2");
  if (!from) return;
  for (const char* option : {"genogram", "present", "seen_by", "pseudonyms", "as_of"})
    if (raw.has(option)) {
      std::string name = option;
      std::replace(name.begin(), name.end(), '_', '-');
      throw told(labels, raw.command, "compare_and", {{"option", "--" + name}});
    }
  const auto first = casefile::parse_date(*from), second = casefile::parse_date(*to);
  if (first.has_value() != second.has_value()) throw told(labels, raw.command, "compare_unlike");
  map.request.compared_with = map.request.request;
  if (!first) {
    if (map.request.request.audience.kind == audience::Kind::family)
      throw told(labels, raw.command, "compare_for_family");
    map.compared.emplace(*from, *to);
    return;
  }
  if (*second < *first) throw told(labels, raw.command, "compare_order");
  map.request.compared_with->as_of = first;
  map.request.request.as_of = second;
}

MapArguments map_of(const Raw& raw, const Labels& labels) {
  using audience::Kind;
  constexpr int most_effort = 100;
  MapArguments map;
  map.case_file = one_case(raw, labels);
  map.output = raw.value("output").value_or("");
  map.statistics = raw.has("statistics");
  map.request.genogram = raw.has("genogram");
  if (map.output.empty() && !map.statistics) throw told(labels, raw.command, "no_output");
  if (map.statistics && map.output == "-") throw told(labels, raw.command, "statistics_and_picture");
  if (map.statistics && map.request.genogram) throw told(labels, raw.command, "statistics_of_map");
  map.request.layout.fold = !raw.has("no_fold");
  map.layout_file = raw.value("layout").value_or("");
  map.request.layout.effort = counting_number<int>(raw, "effort", most_effort, labels).value_or(1);
  map.request.request = request_of(
      raw, Kind::family, {Kind::family, Kind::person, Kind::casefile, Kind::handover, Kind::professional}, labels);
  const Size size = size_of(raw, map.request.request.audience.kind, labels);
  map.request.sheet = size.sheet;
  map.request.dpi = size.dpi;
  map.request.format = map.output.empty() ? drawing::Format::dot : format_of(raw, map.output, Formats::all, labels);
  map.request.style = raw.value("style").value_or("");
  map.seen_by = raw.value("seen_by").value_or("");
  if (!map.seen_by.empty() && map.request.genogram) throw told(labels, raw.command, "seen_by_of_map");
  add_room(raw, map, labels);
  add_comparison(raw, map, labels);
  return map;
}

BlankArguments blank_of(const Raw& raw, const Labels& labels) {
  for (const OptionWords& option : words_of(raw.command).options)
    if (raw.has(option.id) && option.id != "blank" && option.id != "output" && option.id != "format")
      throw told(labels, raw.command, "blank_alone", {{"option", spellings(option.flags).back()}});
  if (raw.has("as_of")) throw told(labels, raw.command, "blank_alone", {{"option", "--as-of"}});
  BlankArguments blank;
  if (!raw.cases.empty()) blank.case_file = one_case(raw, labels);
  const std::string size = *raw.value("blank");
  if (size != "a3" && size != "a4") throw told(labels, raw.command, "blank_size", {{"given", size}});
  blank.request.paper = size == "a3" ? layout::Paper::a3 : layout::Paper::a4;
  blank.output = raw.value("output").value_or("");
  if (blank.output.empty()) throw told(labels, raw.command, "no_output");
  blank.request.format = format_of(raw, blank.output, Formats::without_dot, labels);
  blank.request.dpi = paper_dpi;
  blank.request.style = raw.value("style").value_or("");
  return blank;
}

/// The picture of the order, if one is asked for.
void add_chart(const Raw& raw, RankArguments& rank, const Labels& labels) {
  rank.output = raw.value("output").value_or("");
  if (rank.output.empty()) {
    for (const char* option : {"format", "size", "style"})
      if (raw.has(option))
        throw told(labels, raw.command, "picture_without_file", {{"option", std::string("--") + option}});
    return;
  }
  if (rank.numbers || rank.form != Form::page) throw told(labels, raw.command, "picture_and_page");
  const Size size = size_of(raw, rank.request.audience.kind, labels);
  rank.chart.sheet = size.sheet;
  rank.chart.dpi = size.dpi;
  rank.chart.style = raw.value("style").value_or("");
  rank.chart.format = format_of(raw, rank.output, Formats::without_dot, labels);
}

RankArguments rank_of(const Raw& raw, const Labels& labels) {
  using audience::Kind;
  constexpr int most_draws = 100'000'000;
  RankArguments rank{one_case(raw, labels),
                     request_of(raw, Kind::professional, {Kind::handover, Kind::professional}, labels),
                     form_of(raw, labels),
                     raw.has("numbers"),
                     {},
                     raw.value("weighting").value_or(""),
                     raw.value("audit").value_or(""),
                     {},
                     {}};
  if (rank.numbers && rank.form != Form::page) throw told(labels, raw.command, "numbers_on_page");
  rank.sampling.draws = counting_number<int>(raw, "draws", most_draws, labels).value_or(rank.sampling.draws);
  rank.sampling.seed = counting_number<std::uint64_t>(raw, "seed", std::numeric_limits<std::uint64_t>::max(), labels)
                           .value_or(rank.sampling.seed);
  add_chart(raw, rank, labels);
  return rank;
}

ExplainArguments explain_of(const Raw& raw, const Labels& labels) {
  using audience::Kind;
  if (raw.cases.empty()) throw told(labels, raw.command, "no_case");
  if (raw.cases.size() < 2) throw told(labels, raw.command, "no_household");
  if (raw.cases.size() > 3) throw told(labels, raw.command, "too_many_households", {{"given", raw.cases[3]}});
  return {raw.cases.front(),
          {raw.cases.begin() + 1, raw.cases.end()},
          request_of(raw, Kind::professional, {Kind::handover, Kind::professional}, labels),
          raw.value("weighting").value_or("")};
}

AskArguments ask_of(const Raw& raw, const Labels& labels) {
  using audience::Kind;
  return {one_case(raw, labels),
          request_of(raw, Kind::professional, {Kind::person, Kind::handover, Kind::professional}, labels),
          raw.value("weighting").value_or("")};
}

StatsArguments stats_of(const Raw& raw, const Labels& labels) {
  using audience::Kind;
  return {one_case(raw, labels),
          request_of(raw, Kind::professional, {Kind::casefile, Kind::handover, Kind::professional}, labels),
          form_of(raw, labels)};
}

ReportArguments report_of(const Raw& raw, const Labels& labels) {
  ReportArguments report;
  report.case_file = one_case(raw, labels);
  report.output = raw.value("output").value_or("");
  report.calendar = raw.value("calendar").value_or("");
  if (report.output.empty() && report.calendar.empty()) throw told(labels, raw.command, "no_output");
  const auto kind = raw.value("for");
  if (!kind) throw told(labels, raw.command, "report_for_missing");
  const auto request = application::parse_report_kind(*kind);
  if (!request) throw told(labels, raw.command, "report_for", {{"given", *kind}});
  report.request = *request;
  report.request.as_of = as_of(raw, labels);
  report.request.placed = day_of(raw, "from", labels);
  if (!report.calendar.empty() && !report.request.placed) throw told(labels, raw.command, "calendar_without_from");
  if (report.output.empty()) return report;
  const std::string wished = raw.value("format").value_or(suffix_of(report.output));
  const auto format = application::report_format_of(wished);
  if (!format)
    throw told(labels, raw.command, "report_format", {{"given", raw.has("format") ? wished : report.output}});
  report.format = *format;
  return report;
}

DiffArguments diff_of(const Raw& raw, const Labels& labels) {
  if (raw.cases.empty()) throw told(labels, raw.command, "no_case");
  if (raw.cases.size() > 2) throw told(labels, raw.command, "too_many_files", {{"given", raw.cases[2]}});
  const audience::Audience audience = audience_of(raw, audience::Kind::professional, labels);
  DiffArguments diff;
  diff.before_file = raw.cases.front();
  if (raw.cases.size() == 2) diff.after_file = raw.cases.back();
  diff.before_request = {audience, day_of(raw, "from", labels)};
  diff.after_request = {audience, day_of(raw, "to", labels)};
  diff.form = form_of(raw, labels);
  const auto &from = diff.before_request.as_of, &to = diff.after_request.as_of;
  if (!from && diff.after_file.empty()) throw told(labels, raw.command, "no_from");
  if (from && to && *to < *from) throw told(labels, raw.command, "from_after_to");
  return diff;
}

HistoryArguments history_of(const Raw& raw, const Labels& labels) {
  using audience::Kind;
  if (raw.cases.empty()) throw told(labels, raw.command, "no_case");
  if (raw.cases.size() > 2) throw told(labels, raw.command, "too_many_subjects", {{"given", raw.cases[2]}});
  return {raw.cases.front(), raw.cases.size() == 2 ? raw.cases.back() : "",
          request_of(raw, Kind::professional, {Kind::casefile, Kind::handover, Kind::professional}, labels),
          form_of(raw, labels)};
}

BatchArguments batch_of(const Raw& raw, const Labels& labels) {
  constexpr int most_jobs = 256;
  if (raw.cases.empty()) throw told(labels, raw.command, "no_batch");
  if (raw.cases.size() > 1) throw told(labels, raw.command, "too_many_folders", {{"given", raw.cases[1]}});
  const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  return {raw.cases.front(), counting_number<int>(raw, "jobs", most_jobs, labels).value_or(cores), raw.has("summary"),
          as_of(raw, labels)};
}

application::NetworkFormat network_format(const Raw& raw, const std::string& output, const Labels& labels) {
  const std::string suffix = std::filesystem::path(output).extension().string();
  const auto given = raw.value("format");
  if (!given && suffix.size() < 2) throw told(labels, raw.command, "export_format_missing", {{"given", output}});
  const auto format = application::network_format_of(given ? *given : suffix.substr(1));
  if (!format) throw told(labels, raw.command, "export_format", {{"given", given ? *given : output}});
  return *format;
}

ExportArguments export_of(const Raw& raw, const Labels& labels) {
  using audience::Kind;
  ExportArguments arguments;
  arguments.case_file = one_case(raw, labels);
  arguments.output = raw.value("output").value_or("");
  if (arguments.output.empty()) throw told(labels, raw.command, "no_output");
  arguments.format = network_format(raw, arguments.output, labels);
  // What leaves the tool is read by others: by default only what may stand in the case file.
  arguments.request = request_of(
      raw, Kind::casefile, {Kind::family, Kind::person, Kind::casefile, Kind::handover, Kind::professional}, labels);
  return arguments;
}

}  // namespace

UsageError::UsageError(const std::string& sentence, std::string command)
    : std::runtime_error(sentence), command_(std::move(command)) {}

Command parse_arguments(const std::vector<std::string>& arguments, const Labels& labels) {
  if (is_editing(arguments)) return parse_editing(arguments, labels);
  const Raw raw = split(arguments, labels);
  refuse_values_of_flags(arguments, raw, labels);
  if (raw.has("help")) return ShowText{raw.command.empty() ? program_help(labels) : command_help(raw.command, labels)};
  if (raw.has("version") && raw.command.empty()) return ShowText{"kreds " KREDS_VERSION "\n"};
  refuse_unknown(raw, labels);
  if (raw.command == "check") return check_of(raw, labels);
  if (raw.command == "map" && raw.has("blank")) return blank_of(raw, labels);
  if (raw.command == "map") return map_of(raw, labels);
  if (raw.command == "rank") return rank_of(raw, labels);
  if (raw.command == "explain") return explain_of(raw, labels);
  if (raw.command == "ask") return ask_of(raw, labels);
  if (raw.command == "report") return report_of(raw, labels);
  if (raw.command == "batch") return batch_of(raw, labels);
  if (raw.command == "export") return export_of(raw, labels);
  if (raw.command == "diff") return diff_of(raw, labels);
  if (raw.command == "history") return history_of(raw, labels);
  return stats_of(raw, labels);
}

std::string wanted_language(const std::vector<std::string>& arguments) {
  const std::string name = "--lang";
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == name && i + 1 < arguments.size()) return arguments[i + 1];
    if (arguments[i].rfind(name + "=", 0) == 0) return arguments[i].substr(name.size() + 1);
  }
  return "da";
}

}  // namespace kreds::cli
