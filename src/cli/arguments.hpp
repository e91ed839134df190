/// \file
/// What the user asked for, judged before any file is opened. CLI11 stays in arguments.cpp.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "kreds/application/pipeline.hpp"
#include "kreds/application/ranking_chart.hpp"
#include "kreds/application/report.hpp"

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
  application::MapRequest request;
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
using Command = std::variant<ShowText, CheckArguments, MapArguments, RankArguments, ExplainArguments, AskArguments,
                             StatsArguments, ReportArguments>;

/// Throws UsageError.
Command parse_arguments(const std::vector<std::string>& arguments, const labels::Labels& labels);

/// `--lang X` or `--lang=X` wherever it stands, else "da": asked for first, since every other message needs it.
std::string wanted_language(const std::vector<std::string>& arguments);

}  // namespace kreds::cli
