// kreds explain CASE HOUSEHOLD [HOUSEHOLD]: how a value comes about, and why one household stands before another.
#include "kreds/application/explain_page.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace kreds::cli {
namespace {

casefile::Id meant(const application::RankedCase& ranked, const application::Tool& tool, const std::string& words) {
  if (const auto id = application::household_meant(ranked, tool, words)) return *id;
  std::string known;
  for (const std::string& name : application::households_to_explain(ranked, tool))
    known += (known.empty() ? "" : ", ") + name;
  throw CaseError(tool.labels(known.empty() ? "cli.error.no_households" : "cli.error.unknown_household",
                              {{"given", labels::printable(words)}, {"known", known}}));
}

}  // namespace

int run(const ExplainArguments& arguments, const Session& session) {
  const application::Tool tool = tool_with(session, arguments.weighting);
  return with_case(session, arguments.case_file, [&](const casefile::Case& c) {
    const application::RankedCase ranked = application::make_ranking(tool, c, arguments.request);
    tell_if_old(session, ranked.analysed.c, arguments.request);
    const casefile::Id first = meant(ranked, tool, arguments.households.front());
    if (arguments.households.size() == 1) return print(application::explain_page(ranked, tool, first));
    const casefile::Id second = meant(ranked, tool, arguments.households.back());
    if (first == second) throw CaseError(tool.labels("cli.error.same_household"));
    print(application::explain_page(ranked, tool, first, second));
  });
}

}  // namespace kreds::cli
