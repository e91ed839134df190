// kreds stats CASE: figures of the network.
#include "kreds/application/figures_report.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace kreds::cli {

int run(const StatsArguments& arguments, const Session& session) {
  return with_case(session, arguments.case_file, [&](const casefile::Case& c) {
    const application::CaseFigures figures = application::make_figures(session.tool, c, arguments.request);
    tell_if_old(session, figures.analysed.c, arguments.request);
    switch (arguments.form) {
      case Form::json:
        return print_data(application::figures_json(figures, session.tool));
      case Form::csv:
        return print_data(application::figures_csv(figures, session.tool));
      case Form::page:
        return print(application::figures_page(figures, session.tool));
    }
  });
}

}  // namespace kreds::cli
