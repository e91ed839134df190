// kreds undo FILE: the steps that kreds itself made, the newest first.
#include "editing.hpp"
#include "kreds/application/changes_page.hpp"
#include "terminal.hpp"

namespace kreds::cli {

int run(const UndoArguments& arguments, const Session& session) {
  const labels::Labels& labels = session.tool.labels;
  const editing::Store store(arguments.case_file, session.tool.vocabulary, session.today);
  const editing::Undone undone = store.undo(arguments.steps);
  tell_all(undone.diagnostics, session);
  if (!undone.before) return failed;
  if (undone.steps == 0) throw CaseError(labels("cli.error.nothing_to_undo"));
  application::Page page = application::changes_page(editing::changes(*undone.before, *undone.now), undone.before->c,
                                                     undone.now->c, session.tool);
  if (undone.steps < arguments.steps)
    tell(labels(undone.steps == 1 ? "cli.undone_fewer.one" : "cli.undone_fewer",
                {{"number", std::to_string(undone.steps)},
                 {"asked", std::to_string(arguments.steps)},
                 {"path", labels::printable(arguments.case_file)}}));
  print(page);
  return fine;
}

}  // namespace kreds::cli
