/// \file
/// What all commands share once their arguments are judged: the tool with its words, today's date, and how a case is
/// read and its faults are told.
#pragma once

#include <functional>
#include <stdexcept>
#include <string>

#include "arguments.hpp"
#include "kreds/document/bad_file.hpp"
#include "kreds/editing/draft.hpp"

namespace kreds::cli {

inline constexpr int fine = 0, failed = 1, wrong_usage = 2;

/// The case can be read, but not used for what was asked: a whole sentence in the user's language.
class CaseError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Session {
  application::Tool tool;
  casefile::Date today;
};

/// KREDS_TODAY if it is set, else the day by the machine's clock. Throws UsageError if it is set to something else.
casefile::Date today(const labels::Labels& labels);

/// The tool with a municipality's own weighting, if a file is given. Throws CaseError if it cannot be used.
application::Tool tool_with(const Session& session, const std::string& weighting_file);

/// A file beside the case that cannot be used is told fault by fault. Throws CaseError with the sentence.
[[noreturn]] void refuse(const document::BadFile& error, const std::string& sentence, const Session& session);

/// Those that name no file stand under that of the case.
void tell_faults(document::Diagnostics faults, const std::string& path, const Session& session);

/// Tells of what this audience is about to see although it says the same as something that is not to be told.
void tell_unmarked(const Session& session, const casefile::Case& c, const casefile::Case& shown);

/// Throws CaseError, with the ids that there are, if `person:ID` names nobody in the case.
void require_person(const audience::Audience& audience, const casefile::Case& c, const Session& session);

/// Each with its place and hint, on stderr.
void tell_all(const document::Diagnostics& diagnostics, const Session& session);

/// Reads the case, tells its faults on stderr, and works on it if it has no error; else 1.
int with_case(const Session& session, const std::string& path, const std::function<void(const casefile::Case&)>& work);

/// The same with all that stands in the file.
int with_draft(const Session& session, const std::string& path, const std::function<void(const editing::Draft&)>& work);

/// »Nyeste samtale er 5 år gammel«, if it is older than half a year on the day asked for, or today.
void tell_if_old(const Session& session, const casefile::Case& shown, const application::Request& request);

std::string date_in_words(casefile::Date date, const labels::Labels& labels);

int run(const CheckArguments& arguments, const Session& session);
int run(const MapArguments& arguments, const Session& session);
int run(const BlankArguments& arguments, const Session& session);
int run(const RankArguments& arguments, const Session& session);
int run(const ExplainArguments& arguments, const Session& session);
int run(const AskArguments& arguments, const Session& session);
int run(const StatsArguments& arguments, const Session& session);
int run(const BatchArguments& arguments, const Session& session);
int run(const ExportArguments& arguments, const Session& session);
int run(const DiffArguments& arguments, const Session& session);
int run(const HistoryArguments& arguments, const Session& session);
int run(const ShowFields& arguments, const Session& session);
int run(const NewArguments& arguments, const Session& session);
int run(const AddArguments& arguments, const Session& session);
int run(const CirclesArguments& arguments, const Session& session);
int run(const CorrectArguments& arguments, const Session& session);
int run(const WithdrawArguments& arguments, const Session& session);
int run(const EraseArguments& arguments, const Session& session);
int run(const ImportArguments& arguments, const Session& session);
int run(const PersonArguments& arguments, const Session& session);
int run(const UndoArguments& arguments, const Session& session);
int run(const ReportArguments& arguments, const Session& session);

}  // namespace kreds::cli
