// kreds import table FILE FOLDER|FILE.csv…: what stands in a spreadsheet, or all that is wrong with it.
#include <filesystem>

#include "editing.hpp"
#include "kreds/application/changes_page.hpp"
#include "kreds/document/document.hpp"
#include "kreds/editing/names.hpp"

namespace kreds::cli {
namespace {

namespace fs = std::filesystem;

std::optional<editing::TableKind> kind_of(const fs::path& path, const labels::Labels& labels) {
  const std::string stem = editing::lower(path.stem().string());
  for (const editing::TableKind kind : editing::table_kinds) {
    const std::string name = application::table_name(kind);
    // »personer-2024.csv« is one too.
    if (stem.starts_with(name) || stem.starts_with(editing::lower(labels("table." + name)))) return kind;
  }
  return std::nullopt;
}

CaseError told(const Session& session, const std::string& key, const std::string& path) {
  std::string names;
  for (const editing::TableKind kind : editing::table_kinds)
    names += (names.empty() ? "" : ", ") + session.tool.labels("table." + application::table_name(kind)) + ".csv";
  return CaseError(session.tool.labels("cli.error." + key, {{"path", labels::printable(path)}, {"names", names}}));
}

std::vector<std::string> files_in(const std::string& path, const Session& session) {
  std::error_code none;
  if (!fs::is_directory(path, none)) return {path};
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(path))
    if (editing::lower(entry.path().extension().string()) == ".csv" && kind_of(entry.path(), session.tool.labels))
      files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  if (files.empty()) throw told(session, "no_tables", path);
  return files;
}

}  // namespace

int run(const ImportArguments& arguments, const Session& session) {
  std::vector<editing::TableFile> tables;
  bool readable = true;
  for (const std::string& named : arguments.tables)
    for (const std::string& path : files_in(named, session)) {
      const auto kind = kind_of(path, session.tool.labels);
      if (!kind) throw told(session, "table_name", path);
      document::TextResult read = document::read_text_file(path);
      tell_all(read.diagnostics, session);
      readable = readable && read.text;
      if (read.text) tables.push_back({path, *kind, *std::move(read.text)});
    }
  if (!readable) return failed;
  const auto headings = application::table_headings(session.tool);
  return edit(session, arguments.case_file, [&](const editing::Draft& draft, const editing::Desk& desk) {
    return editing::import_tables(draft, tables, arguments.interview, headings, desk);
  });
}

}  // namespace kreds::cli
