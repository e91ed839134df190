#include "editing.hpp"

#include <filesystem>

#include "kreds/application/changes_page.hpp"
#include "kreds/document/output_file.hpp"
#include "terminal.hpp"
#include "usage.hpp"

namespace kreds::cli {

editing::Signature signature(const Signed& by, const std::string& command, const Session& session) {
  editing::Signature signature{session.today, by.by, by.reason};
  if (by.date.empty()) return signature;
  const auto date =
      casefile::parse_date(editing::day_typed(by.date, application::make_desk(session.tool, session.today)));
  if (!date) throw told(session.tool.labels, command, "date", {{"given", by.date}});
  signature.date = *date;
  return signature;
}

int edit(const Session& session, const std::string& path, const Edit& make, editing::Kept kept,
         const Addition& addition) {
  const editing::Desk desk = application::make_desk(session.tool, session.today);
  const editing::Store store(path, session.tool.vocabulary, session.today);
  editing::Loaded loaded = store.load();
  tell_all(loaded.diagnostics, session);
  if (!loaded.version) return failed;
  const editing::Draft& before = loaded.version->draft;
  const editing::Edited edited = make(before, desk);
  tell_faults(edited.diagnostics, path, session);
  if (!edited.draft) return failed;
  if (edited.changes.empty()) return fine;  // nothing to write, and no step to take back
  const editing::Saved saved = store.save(*loaded.version, *edited.draft, kept);
  if (!saved.done) {
    tell(session.tool.labels("cli.error.changed_meanwhile", {{"path", labels::printable(path)}}));
    const application::Page page = application::changes_page(saved.meanwhile, before.c, before.c, session.tool);
    for (const application::PageLine& line : page.lines()) tell(line.text);
    return failed;
  }
  application::Page page = application::changes_page(edited.changes, before.c, edited.draft->c, session.tool);
  if (addition) addition(page, *edited.draft);
  try {
    print(page);
  } catch (const document::OutputError&) {
    // Whoever thinks that nothing was written does it again, and then it stands there twice.
    tell(session.tool.labels("cli.error.written_not_shown", {{"path", labels::printable(path)}}));
    return failed;
  }
  return fine;
}

}  // namespace kreds::cli
