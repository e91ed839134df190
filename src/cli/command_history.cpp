// kreds history CASE [PERSON|HOUSEHOLD]: the statements in time, by informant.
#include "kreds/application/history_report.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace kreds::cli {
namespace {

casefile::Id subject_of(const HistoryArguments& arguments, const editing::Draft& draft, const Session& session) {
  if (arguments.subject.empty()) return {};
  const application::CaseHistory whole = application::make_history(session.tool, draft, arguments.request);
  if (const auto id = application::meant(whole, session.tool, arguments.subject)) return *id;
  std::string known;
  for (const std::string& name : application::subjects(whole, session.tool))
    known += (known.empty() ? "" : ", ") + name;
  throw CaseError(session.tool.labels("cli.error.unknown_subject",
                                      {{"given", labels::printable(arguments.subject)}, {"known", known}}));
}

}  // namespace

int run(const HistoryArguments& arguments, const Session& session) {
  return with_draft(session, arguments.case_file, [&](const editing::Draft& draft) {
    const casefile::Id about = subject_of(arguments, draft, session);
    const application::CaseHistory history = application::make_history(session.tool, draft, arguments.request, about);
    tell_unmarked(session, draft.c, history.analysed.c);
    if (arguments.form == Form::json) return print_data(application::history_json(history, session.tool));
    print(application::history_page(history, session.tool));
  });
}

}  // namespace kreds::cli
