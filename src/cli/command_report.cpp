// kreds report CASE -o FILE: the case as a document for one reader; with --calendar the days of the follow-up.
#include "kreds/document/output_file.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace kreds::cli {
namespace {

/// Sets the calendars of two children apart, and says nothing of either.
std::string seed_of(const casefile::Case& c) {
  const casefile::Person* child = casefile::find_person(c, c.child);
  return c.municipality + "\n" + c.number + "\n" + c.child + "\n" + (child != nullptr ? child->name : "");
}

void write_calendar(const ReportArguments& arguments, const casefile::Case& c, casefile::Date as_of,
                    const Session& session) {
  const auto practice = application::load_practice(session.tool.installation.data);
  try {
    document::write_output(arguments.calendar,
                           application::follow_up_calendar(application::due_days(practice, *arguments.request.placed),
                                                           seed_of(c), as_of, session.tool.labels));
  } catch (const document::OutputError&) {
    // Whoever reads that something failed must know that the report is there all the same.
    if (!arguments.output.empty())
      tell(session.tool.labels("cli.report_without_calendar", {{"path", labels::printable(arguments.output)}}));
    throw;
  }
}

}  // namespace

int run(const ReportArguments& arguments, const Session& session) {
  return with_case(session, arguments.case_file, [&](const casefile::Case& c) {
    require_person(application::audience_of(arguments.request, c), c, session);
    const application::Report report = application::make_report(session.tool, c, arguments.request);
    tell_if_old(session, report.shown, {{}, arguments.request.as_of});
    tell_unmarked(session, c, report.shown);
    if (!arguments.output.empty()) {
      document::write_output(arguments.output,
                             application::write_report(session.tool, report.document, arguments.format));
      if (arguments.format == application::ReportFormat::pdf)
        tell_faults(application::unknown_glyphs(session.tool, report), arguments.case_file, session);
    }
    if (!arguments.calendar.empty() && arguments.request.placed) write_calendar(arguments, c, report.as_of, session);
  });
}

}  // namespace kreds::cli
