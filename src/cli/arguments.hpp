/// \file
/// What the user asked for, judged before any file is opened. CLI11 stays in arguments.cpp.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "kreds/application/blank_sheet.hpp"
#include "kreds/application/network_export.hpp"
#include "kreds/application/pipeline.hpp"
#include "kreds/application/ranking_chart.hpp"
#include "kreds/application/report.hpp"
#include "kreds/editing/edit.hpp"

namespace kreds::cli {

/// Wrong usage: a whole sentence in the user's language, and the command whose help has more ("" for the program's).
class UsageError : public std::runtime_error {
 public:
  UsageError(const std::string& sentence, std::string command);
  const std::string& command() const { return command_; }

 private:
  std::string command_;
};

enum class Form { page, json, csv };

/// --help and --version.
struct ShowText {
  std::string text;
};
struct CheckArguments {
  std::vector<std::string> cases;
  std::optional<casefile::Date> as_of;
};
struct MapArguments {
  std::string case_file;
  std::string output;       ///< empty: no picture, only statistics
  bool statistics = false;  ///< of the layout, on stdout
  std::string layout_file;  ///< people set by hand; empty: none
  /// Two informants, as the user calls them; two days stand in the request already.
  std::optional<std::pair<std::string, std::string>> compared;
  std::string seen_by;                              ///< the informant, as the user calls them; empty: all
  std::optional<std::vector<std::string>> present;  ///< who is in the room, as the user calls them
  application::MapRequest request;
};
/// An empty sheet to write on.
struct BlankArguments {
  std::string case_file;  ///< for the number of rings and the sectors; empty: the usual ones
  std::string output;
  application::BlankRequest request;
};
struct RankArguments {
  std::string case_file;
  application::Request request;
  Form form = Form::page;
  bool numbers = false;
  ranking::RobustnessSettings sampling;
  std::string weighting;  ///< a file; empty: the catalogue's own
  std::string audit;      ///< a file; empty: none
  std::string output;     ///< of a picture in place of the page; empty: none
  application::ChartRequest chart;
};
struct ExplainArguments {
  std::string case_file;
  std::vector<std::string> households;  ///< one or two, as the user calls them
  application::Request request;
  std::string weighting;
};
struct AskArguments {
  std::string case_file;
  application::Request request;
  std::string weighting;
};
struct StatsArguments {
  std::string case_file;
  application::Request request;
  Form form = Form::page;
};
struct ReportArguments {
  std::string case_file;
  std::string output;    ///< empty: the calendar alone
  std::string calendar;  ///< empty: none
  application::ReportRequest request;
  application::ReportFormat format = application::ReportFormat::pdf;
};
struct DiffArguments {
  std::string before_file;
  std::string after_file;  ///< empty: two days of one file
  application::Request before_request, after_request;
  Form form = Form::page;
};
struct HistoryArguments {
  std::string case_file;
  std::string subject;  ///< a person or household, as the user calls it; empty: the whole case
  application::Request request;
  Form form = Form::page;
};
struct BatchArguments {
  std::string folder;  ///< "-": lines of standard input
  int jobs = 1;
  bool summary = false;
  std::optional<casefile::Date> as_of;
};
struct ExportArguments {
  std::string case_file;
  std::string output;
  application::NetworkFormat format = application::NetworkFormat::graphml;
  application::Request request;
};
/// The keys of an entry that begins to be described: `kreds add TYPE --help`.
struct ShowFields {
  std::vector<std::string> types;
};
/// Who changes what stood there; an empty date is today.
struct Signed {
  std::string date, by, reason;
};
struct NewArguments {
  std::string case_file;
  editing::GivenFields heading, child, interview;
  std::string table;  ///< a folder to write the empty table to, in place of a case
};
struct AddArguments {
  std::string case_file, type;
  editing::GivenFields given;
};
/// Who lies in which ring, in one line; and of which conversation, or one that there is.
struct CirclesArguments {
  std::string case_file, line;
  editing::GivenFields interview;
};
struct CorrectArguments {
  std::string case_file, id;
  editing::GivenFields given;
  Signed by;
};
struct WithdrawArguments {
  std::string case_file, id;
  Signed by;
};
struct EraseArguments {
  std::string case_file, id;
  Signed by;
  bool dependants = false;
};
struct ImportArguments {
  std::string case_file;
  std::vector<std::string> tables;  ///< folders and CSV files
  std::string interview;
};
struct PersonArguments {
  std::string case_file, person;
  std::string output;  ///< empty: on stdout
};
struct UndoArguments {
  std::string case_file;
  int steps = 1;
};
using Command =
    std::variant<ShowText, ShowFields, NewArguments, AddArguments, CirclesArguments, CorrectArguments,
                 WithdrawArguments, EraseArguments, ImportArguments, PersonArguments, UndoArguments, CheckArguments,
                 MapArguments, BlankArguments, RankArguments, ExplainArguments, AskArguments, StatsArguments,
                 ReportArguments, DiffArguments, HistoryArguments, BatchArguments, ExportArguments>;

/// Throws UsageError.
Command parse_arguments(const std::vector<std::string>& arguments, const labels::Labels& labels);

/// `--lang X` or `--lang=X` wherever it stands, else "da": asked for first, since every other message needs it.
std::string wanted_language(const std::vector<std::string>& arguments);

}  // namespace kreds::cli
