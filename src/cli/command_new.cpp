// kreds new FILE: a case of nothing but the child.
#include <filesystem>
#include <map>

#include "editing.hpp"
#include "kreds/application/changes_page.hpp"
#include "kreds/application/csv.hpp"
#include "terminal.hpp"

namespace kreds::cli {
namespace {

namespace fs = std::filesystem;

/// One file for each kind of table, with its headings, and one that says what goes where. Nothing is overwritten.
int write_empty_tables(const std::string& folder, const Session& session) {
  const labels::Labels& labels = session.tool.labels;
  std::map<std::string, std::string> files;
  for (const editing::TableKind kind : editing::table_kinds) {
    application::Row headings;
    for (const casefile::Field& field : application::template_columns(kind))
      headings.emplace_back(labels("field." + field.key));
    files[labels("table." + application::table_name(kind)) + ".csv"] = application::to_csv({headings});
  }
  files[labels("table.readme")] = to_text(application::table_page(session.tool));
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw document::OutputError("no_folder", folder, error.value());
  for (const auto& [name, text] : files)
    if (const fs::path path = fs::path(folder) / name; fs::exists(path))
      throw CaseError(labels("cli.error.file_is_there", {{"path", labels::printable(path.string())}}));
  application::Page page;
  for (const auto& [name, text] : files) {
    const std::string path = (fs::path(folder) / name).string();
    document::write_output(path, text);
    page.verbatim(labels::printable(path));
  }
  print(page);
  return fine;
}

}  // namespace

int run(const NewArguments& arguments, const Session& session) {
  if (!arguments.table.empty()) return write_empty_tables(arguments.table, session);
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
