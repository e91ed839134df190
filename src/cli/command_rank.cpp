// kreds rank CASE: the order of what to look into next, with reasons and gaps.
#include "kreds/application/audit.hpp"
#include "kreds/application/output_file.hpp"
#include "kreds/application/ranking_report.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace kreds::cli {

int run(const RankArguments& arguments, const Session& session) {
  const application::Tool tool = tool_with(session, arguments.weighting);
  return with_case(session, arguments.case_file, [&](const casefile::Case& c) {
    const application::RankedCase ranked = application::make_ranking(tool, c, arguments.request, arguments.sampling);
    tell_if_old(session, ranked.analysed.c, arguments.request);
    // Before anything is shown: what is not accounted for must not be used.
    if (!arguments.audit.empty())
      application::append_line(arguments.audit,
                               application::audit_record(application::this_run(KREDS_VERSION), ranked, c, tool));
    switch (arguments.form) {
      case Form::json:
        return print_data(application::ranking_json(ranked, tool));
      case Form::csv:
        return print_data(application::ranking_csv(ranked, tool));
      case Form::page:
        return print(application::ranking_page(ranked, tool, arguments.numbers));
    }
  });
}

}  // namespace kreds::cli
