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

/// What a run has made so far; taken away again unless it came to its end. Half a set of tables would stand in the way
/// of the next run.
class Made {
 public:
  explicit Made(const fs::path& folder) {
    std::error_code none;
    for (fs::path each = fs::absolute(folder).lexically_normal(); !each.empty() && !fs::exists(each, none);
         each = each.parent_path()) {
      if (each.has_filename()) folders_.push_back(each);
      if (each == each.parent_path()) break;
    }
  }
  ~Made() {
    if (complete_) return;
    std::error_code none;
    for (const fs::path& file : files_) fs::remove(file, none);
    for (const fs::path& folder : folders_) fs::remove(folder, none);  // only if nothing else is in it
  }
  Made(const Made&) = delete;
  Made& operator=(const Made&) = delete;

  void write(const std::string& path, const std::string& text) {
    document::write_output(path, text);
    files_.emplace_back(path);
  }
  void is_complete() { complete_ = true; }

 private:
  std::vector<fs::path> folders_;  ///< innermost first
  std::vector<fs::path> files_;
  bool complete_ = false;
};

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
  Made made(folder);
  document::make_folders(folder);
  for (const auto& [name, text] : files)
    if (const fs::path path = fs::path(folder) / name; fs::exists(path))
      throw CaseError(labels("cli.error.file_is_there", {{"path", labels::printable(path.string())}}));
  application::Page page;
  for (const auto& [name, text] : files) {
    const std::string path = (fs::path(folder) / name).string();
    made.write(path, text);
    page.verbatim(labels::printable(path));
  }
  made.is_complete();
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
