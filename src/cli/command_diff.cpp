// kreds diff CASE --from DATE [--to DATE], or kreds diff OLD NEW: what has changed.
#include "kreds/application/differences_report.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace kreds::cli {
namespace {

void write(const DiffArguments& arguments, const application::Compared& compared, const application::Tool& tool) {
  if (arguments.form == Form::json)
    print_data(application::differences_json(compared, tool));
  else
    print(application::differences_page(compared, tool));
}

void compare(const DiffArguments& arguments, const casefile::Case& before, const casefile::Case& after,
             const Session& session) {
  if (before.child != after.child) throw CaseError(session.tool.labels("cli.error.other_child"));
  require_person(arguments.before_request.audience, before, session);
  require_person(arguments.after_request.audience, after, session);
  const application::Compared compared =
      application::make_comparison(session.tool, before, arguments.before_request, after, arguments.after_request);
  tell_if_old(session, compared.after.c, arguments.after_request);
  tell_unmarked(session, after, compared.after.c);
  write(arguments, compared, session.tool);
}

}  // namespace

int run(const DiffArguments& arguments, const Session& session) {
  if (arguments.after_file.empty())
    return with_case(session, arguments.before_file,
                     [&](const casefile::Case& c) { compare(arguments, c, c, session); });
  int inner = failed;
  const int outer = with_case(session, arguments.before_file, [&](const casefile::Case& before) {
    inner = with_case(session, arguments.after_file,
                      [&](const casefile::Case& after) { compare(arguments, before, after, session); });
  });
  return outer == fine ? inner : outer;
}

}  // namespace kreds::cli
