// kreds rank CASE: the order of what to look into next, with reasons and gaps; with -o as a picture.
#include "kreds/application/audit.hpp"
#include "kreds/application/ranking_report.hpp"
#include "kreds/document/output_file.hpp"
#include "picture.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace kreds::cli {
namespace {

void draw(const RankArguments& arguments, const application::RankedCase& ranked, const application::Tool& tool,
          const Session& session) {
  const application::ChartPicture picture = with_style(
      arguments.chart.style, session, [&] { return application::make_ranking_chart(tool, ranked, arguments.chart); });
  tell_faults(picture.warnings, arguments.case_file, session);
  document::write_output(arguments.output, picture.bytes);
}

void write(const RankArguments& arguments, const application::RankedCase& ranked, const application::Tool& tool) {
  switch (arguments.form) {
    case Form::json:
      return print_data(application::ranking_json(ranked, tool));
    case Form::csv:
      return print_data(application::ranking_csv(ranked, tool));
    case Form::page:
      return print(application::ranking_page(ranked, tool, arguments.numbers));
  }
}

}  // namespace

int run(const RankArguments& arguments, const Session& session) {
  const bool picture = !arguments.output.empty();
  if (picture) judge({"rank", arguments.chart.style, arguments.chart.format, arguments.output}, session);
  const application::Tool tool = tool_with(session, arguments.weighting);
  return with_case(session, arguments.case_file, [&](const casefile::Case& c) {
    const application::RankedCase ranked = application::make_ranking(tool, c, arguments.request, arguments.sampling);
    tell_if_old(session, ranked.analysed.c, arguments.request);
    // Before anything is shown: what is not accounted for must not be used.
    if (!arguments.audit.empty())
      document::append_line(arguments.audit,
                            application::audit_record(application::this_run(KREDS_VERSION), ranked, c, tool));
    if (picture)
      draw(arguments, ranked, tool, session);
    else
      write(arguments, ranked, tool);
  });
}

}  // namespace kreds::cli
