// kreds ask CASE: what to ask next, by whom it can be asked.
#include "kreds/application/ask_page.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace kreds::cli {

int run(const AskArguments& arguments, const Session& session) {
  const application::Tool tool = tool_with(session, arguments.weighting);
  return with_case(session, arguments.case_file, [&](const casefile::Case& c) {
    require_person(arguments.request.audience, c, session);
    const application::RankedCase ranked = application::make_ranking(tool, c, arguments.request);
    tell_if_old(session, ranked.analysed.c, arguments.request);
    tell_unmarked(session, c, ranked.analysed.c);
    print(application::ask_page(ranked, tool));
  });
}

}  // namespace kreds::cli
