// kreds import table FILE FOLDER|FILE.csv…: what stands in a spreadsheet, or all that is wrong with it.
#include <filesystem>

#include "editing.hpp"
#include "kreds/application/changes_page.hpp"
#include "kreds/document/document.hpp"
#include "kreds/editing/names.hpp"

namespace kreds::cli {
namespace {

namespace fs = std::filesystem;

using Names = std::map<editing::TableKind, std::vector<std::string>>;

Names all_names(const application::Tool& tool) {
  Names names;
  for (const editing::TableKind kind : editing::table_kinds) names[kind] = application::table_names(kind, tool);
  return names;
}

std::optional<editing::TableKind> kind_of(const fs::path& path, const Names& names) {
  const std::string stem = editing::lower(path.stem().string());
  // »personer-2024.csv« is one too.
  for (const auto& [kind, words] : names)
    if (std::any_of(words.begin(), words.end(), [&](const std::string& word) { return stem.starts_with(word); }))
      return kind;
  return std::nullopt;
}

CaseError told(const Session& session, const std::string& key, const std::string& path) {
  std::string names;
  for (const editing::TableKind kind : editing::table_kinds)
    names += (names.empty() ? "" : ", ") + session.tool.labels("table." + application::table_name(kind)) + ".csv";
  return CaseError(session.tool.labels("cli.error." + key, {{"path", labels::printable(path)}, {"names", names}}));
}

std::vector<std::string> files_in(const std::string& path, const Names& names, const Session& session) {
  std::error_code none;
  if (!fs::is_directory(path, none)) return {path};
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(path))
    if (editing::lower(entry.path().extension().string()) == ".csv" && kind_of(entry.path(), names))
      files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  if (files.empty()) throw told(session, "no_tables", path);
  return files;
}

}  // namespace

int run(const ImportArguments& arguments, const Session& session) {
  std::vector<editing::TableFile> tables;
  const Names names = all_names(session.tool);
  bool readable = true;
  for (const std::string& named : arguments.tables)
    for (const std::string& path : files_in(named, names, session)) {
      document::TextResult read = document::read_text_file(path);
      const auto kind = kind_of(path, names);
      // Of a file that is not there its name is the least.
      if (!kind && read.text) throw told(session, "table_name", path);
      tell_all(read.diagnostics, session);
      readable = readable && read.text;
      if (read.text) tables.push_back({path, *kind, *std::move(read.text)});
    }
  if (!readable) return failed;
  const auto headings = application::table_headings(session.tool);
  return edit(session, arguments.case_file, [&](const editing::Draft& draft, const editing::Desk& desk) {
    return editing::import_tables(draft, tables, arguments.interview, headings,
                                  application::with_all_languages(desk, session.tool));
  });
}

}  // namespace kreds::cli
