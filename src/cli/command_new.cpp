// kreds new FILE: a case of nothing but the child.
#include "editing.hpp"
#include "kreds/application/changes_page.hpp"
#include "terminal.hpp"

namespace kreds::cli {

int run(const NewArguments& arguments, const Session& session) {
  const editing::Desk desk = application::make_desk(session.tool, session.today);
  const editing::Edited started = editing::start(arguments.heading, arguments.child, arguments.interview, desk);
  tell_faults(started.diagnostics, arguments.case_file, session);
  if (!started.draft) return failed;
  const editing::Store store(arguments.case_file, session.tool.vocabulary, session.today);
  if (!store.create(*started.draft))
    throw CaseError(session.tool.labels("cli.error.file_is_there", {{"path", labels::printable(arguments.case_file)}}));
  print(application::changes_page(started.changes, {}, started.draft->c, session.tool));
  return fine;
}

}  // namespace kreds::cli
