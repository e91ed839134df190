// kreds rank CASE: the order of what to look into next, with reasons and gaps.
#include "kreds/application/ranking_report.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace kreds::cli {

int run(const RankArguments& arguments, const Session& session) {
  return with_case(session, arguments.case_file, [&](const casefile::Case& c) {
    const application::RankedCase ranked = application::make_ranking(session.tool, c, arguments.request);
    tell_if_old(session, ranked.analysed.c, arguments.request);
    switch (arguments.form) {
      case Form::json:
        return print_data(application::ranking_json(ranked, session.tool));
      case Form::csv:
        return print_data(application::ranking_csv(ranked, session.tool));
      case Form::page:
        return print(application::ranking_page(ranked, session.tool, arguments.numbers));
    }
  });
}

}  // namespace kreds::cli
