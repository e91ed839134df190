#include "kreds/editing/table.hpp"

#include <algorithm>
#include <set>

#include "csv.hpp"
#include "kreds/casefile/suggestion.hpp"
#include "kreds/editing/names.hpp"
#include "typed.hpp"

namespace kreds::editing {
namespace {

using casefile::Field;
using document::Argument;
using document::Arguments;

const char* type_of(TableKind kind) {
  switch (kind) {
    case TableKind::people:
      return "person";
    case TableKind::households:
      return "household";
    case TableKind::ties:
      return "tie";
    case TableKind::assessments:
      break;
  }
  return "assessment";
}

/// A field of another type of entry that stands in the same row.
Field borrowed(const char* type, std::string_view key) {
  const std::vector<Field> fields = casefile::fields_of(type);
  return *std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.key == key; });
}

Field called(Field field, const char* key) {
  field.key = key;
  return field;
}

struct Row {
  std::size_t number = 0;                    ///< in the sheet, from 1
  std::map<std::string, std::string> cells;  ///< by key; empty ones are left out
  const std::string& at(const std::string& key) const {
    static const std::string nothing;
    const auto found = cells.find(key);
    return found == cells.end() ? nothing : found->second;
  }
};

struct Table {
  const TableFile* file = nullptr;
  std::map<std::string, std::size_t> columns;  ///< key → column, from 1
  std::vector<Row> rows;
};

bool is_empty(const std::vector<std::string>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.empty(); });
}

class Import {
 public:
  Import(Draft draft, std::string interview, const TableHeadings& headings, const Desk& desk)
      : draft_(std::move(draft)), interview_(std::move(interview)), headings_(headings), desk_(desk) {}

  void read(const TableFile& file) {
    Sheet sheet = read_csv(file.path, file.bytes);
    faults_.insert(faults_.end(), sheet.faults.begin(), sheet.faults.end());
    Table table;
    table.file = &file;
    std::size_t number = 0;
    std::optional<std::vector<std::string>> keys;
    for (const std::vector<std::string>& cells : sheet.rows) {
      ++number;
      if (is_empty(cells) || cells.front().starts_with('#')) continue;
      if (!keys)
        keys = read_headings(table, cells, number);
      else
        read_row(table, *keys, cells, number);
    }
    if (!keys && sheet.faults.empty()) report(table, 0, 0, fault("table_empty", {}));
    tables_.push_back(std::move(table));
  }

  /// What others name comes first: people, then households, then who lives where, then what is said of them.
  Edited run() {
    const Draft before = draft_;
    const bool nothing = std::all_of(tables_.begin(), tables_.end(), [](const Table& t) { return t.rows.empty(); });
    if (nothing && !document::has_errors(faults_))
      for (const Table& table : tables_) {
        report(table, 0, 0, fault("table_without_rows", {}));
        faults_.back().severity = document::Severity::warning;
      }
    for (const TableKind kind : table_kinds) {
      for (const Table& table : tables_)
        if (table.file->kind == kind)
          for (const Row& row : table.rows) take(table, row);
      if (kind == TableKind::households) take_residents();
    }
    Edited edited;
    edited.diagnostics = std::move(faults_);
    if (document::has_errors(edited.diagnostics)) return edited;
    edited.changes = changes(before, draft_);
    edited.draft = std::move(draft_);
    return edited;
  }

 private:
  void report(const Table& table, std::size_t row, std::size_t column, document::Diagnostic diagnostic) {
    diagnostic.place = {table.file->path, row, std::max<std::size_t>(column, row == 0 ? 0 : 1), ""};
    faults_.push_back(std::move(diagnostic));
  }

  std::vector<std::string> read_headings(Table& table, const std::vector<std::string>& cells, std::size_t number) {
    std::vector<std::string> keys, known;
    for (const Field& field : columns_of(table.file->kind)) known.push_back(field.key);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string small = lower(cells[i]);
      const auto word = headings_.keys.find(small);
      std::string key = word == headings_.keys.end() ? small : word->second;
      const bool is_known = std::find(known.begin(), known.end(), key) != known.end();
      if (!cells[i].empty() && !is_known) {
        std::vector<std::string> words;
        for (const std::string& each : known) words.push_back(word_for(each));
        Arguments arguments = {{"found", Argument::literal(cells[i])},
                               {"known", Argument::literal(casefile::listed(words, small))}};
        if (const std::string near = casefile::nearest(small, words); !near.empty())
          arguments["suggestion"] = Argument::literal(near);
        report(table, number, i + 1, fault("table_heading_unknown", std::move(arguments)));
      } else if (!cells[i].empty() && !table.columns.emplace(key, i + 1).second) {
        report(table, number, i + 1, fault("table_heading_twice", {{"found", Argument::literal(cells[i])}}));
      }
      keys.push_back(is_known ? std::move(key) : "");
    }
    for (const std::string& key : needed_columns(table.file->kind))
      if (!table.columns.contains(key))
        report(table, number, 1, fault("table_heading_missing", {{"key", Argument::literal(word_for(key))}}));
    return keys;
  }

  std::string word_for(const std::string& key) const {
    const auto word = headings_.words.find(key);
    return word == headings_.words.end() ? key : word->second;
  }

  void read_row(Table& table, const std::vector<std::string>& keys, const std::vector<std::string>& cells,
                std::size_t number) {
    Row row;
    row.number = number;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].empty()) continue;
      if (i >= keys.size())
        report(table, number, i + 1, fault("table_cell_without_heading", {{"found", Argument::literal(cells[i])}}));
      else if (!keys[i].empty())
        row.cells.emplace(keys[i], cells[i]);
    }
    for (const std::string& key : needed_columns(table.file->kind))
      if (row.at(key).empty() && table.columns.contains(key))
        report(table, number, table.columns.at(key),
               fault("table_cell_missing", {{"key", Argument::literal(word_for(key))}}));
    table.rows.push_back(std::move(row));
  }

  static bool complete(const Table& table, const Row& row) {
    const auto needed = needed_columns(table.file->kind);
    return std::all_of(needed.begin(), needed.end(), [&](const std::string& key) { return !row.at(key).empty(); });
  }

  void take(const Table& table, const Row& row) {
    if (!complete(table, row)) return;
    switch (table.file->kind) {
      case TableKind::people:
        return take_person(table, row);
      case TableKind::households:
        return take_household(table, row);
      case TableKind::ties:
        return take_statement(table, row, "tie", {{"between", row.at("a") + "," + row.at("b")}}, {"a", "b"});
      case TableKind::assessments:
        return take_statement(table, row, "assessment", {}, {});
    }
  }

  /// The cells of a row, apart from some keys, and more.
  static GivenFields given_in(const Row& row, const std::set<std::string>& apart,
                              const std::map<std::string, std::string>& more) {
    GivenFields given;
    for (const auto& [key, text] : row.cells)
      if (!apart.contains(key)) given.push_back({key, {text}});
    for (const auto& [key, text] : more) given.push_back({key, {text}});
    return given;
  }

  void take_person(const Table& table, const Row& row) {
    const std::string name = lower(row.at("name"));
    const auto same = std::find_if(draft_.c.people.begin(), draft_.c.people.end(),
                                   [&](const casefile::Person& p) { return !p.withdrawn && lower(p.name) == name; });
    if (same != draft_.c.people.end()) {
      failed_.insert(name);
      return report(table, row.number, column(table, "name"),
                    fault("table_person_there", {{"found", Argument::literal(row.at("name"))}}));
    }
    if (!add_row(table, row, "person", given_in(row, {"household"}, {}))) failed_.insert(name);
  }

  void take_residents() {
    for (const Table& table : tables_)
      for (const Row& row : table.rows)
        if (table.file->kind == TableKind::people && !row.at("household").empty() &&
            !failed_.contains(lower(row.at("name"))))
          add_one(table, row, "residence", {{"person", row.at("name")}, {"household", row.at("household")}});
  }

  void take_household(const Table& table, const Row& row) {
    const std::set<std::string> of_others = {"residents", "place", "school_km", "candidate", "carer"};
    if (!add_row(table, row, "household", given_in(row, of_others, {}))) {
      failed_.insert(lower(row.at("name")));
      return;
    }
    const std::string id = draft_.c.households.back().id;
    for (const std::string& resident : parted(row.at("residents"), ','))
      add_one(table, row, "residence", {{"household", id}, {"person", resident}}, "residents");
    if (!row.at("place").empty() || !row.at("school_km").empty())
      add_one(table, row, "home", {{"household", id}, {"place", row.at("place")}, {"school_km", row.at("school_km")}});
    if (!row.at("candidate").empty())
      add_one(table, row, "candidate", {{"household", id}, {"candidate", row.at("candidate")}});
    if (!row.at("carer").empty())
      add_one(table, row, "carer", {{"household", id}, {"person", row.at("carer")}}, "carer");
  }

  void take_statement(const Table& table, const Row& row, const std::string& type,
                      const std::map<std::string, std::string>& more, const std::set<std::string>& apart) {
    add_row(table, row, type, given_in(row, apart, more));
  }

  /// A statement that follows from the row; told by whom the row says.
  void add_one(const Table& table, const Row& row, const std::string& type,
               const std::map<std::string, std::string>& says, const std::string& column_of_fault = {}) {
    GivenFields given;
    for (const auto& [key, text] : says)
      if (!text.empty()) given.push_back({key, {text}});
    for (const char* key : {"interview", "by", "observed"})
      if (!row.at(key).empty()) given.push_back({key, {row.at(key)}});
    add_row(table, row, type, std::move(given), column_of_fault);
  }

  static std::size_t column(const Table& table, const std::string& key) {
    const auto found = table.columns.find(key);
    return found == table.columns.end() ? 0 : found->second;
  }

  bool add_row(const Table& table, const Row& row, const std::string& type, GivenFields given,
               const std::string& column_of_fault = {}) {
    const bool has_interview =
        std::any_of(given.begin(), given.end(), [](const Given& each) { return each.key == "interview"; });
    if (!has_interview && !interview_.empty()) given.push_back({"interview", {interview_}});
    Edited edited = add(draft_, type, given, desk_);
    for (document::Diagnostic& diagnostic : edited.diagnostics) {
      // Whoever could not be taken over is missed by others too: that is told once.
      const auto found = diagnostic.arguments.find("found");
      const bool follows = diagnostic.code == "name_of_nobody" && found != diagnostic.arguments.end() &&
                           failed_.contains(lower(found->second.text));
      // Into which conversation it all goes is told once.
      const bool told_before = diagnostic.code == "not_the_last_written" && !told_.insert(diagnostic.code).second;
      if (follows || told_before) continue;
      const std::size_t column = column_of(table, row, diagnostic, column_of_fault);
      report(table, row.number, column, std::move(diagnostic));
    }
    if (edited.draft) draft_ = *std::move(edited.draft);
    return edited.draft.has_value();
  }

  static std::size_t column_of(const Table& table, const Row& row, const document::Diagnostic& diagnostic,
                               const std::string& otherwise) {
    const std::string& key = diagnostic.place.pointer;
    if (key == "between") {
      const auto found = diagnostic.arguments.find("found");
      const bool of_the_other = found != diagnostic.arguments.end() && row.at("b") == found->second.text;
      return column(table, of_the_other ? "b" : "a");
    }
    const std::size_t named = column(table, key);
    return named != 0 ? named : column(table, otherwise);
  }

  Draft draft_;
  std::string interview_;
  const TableHeadings& headings_;
  const Desk& desk_;
  std::vector<Table> tables_;
  document::Diagnostics faults_;
  std::set<std::string> failed_;  ///< names in small letters
  std::set<std::string> told_;    ///< codes of what holds for all rows
};

}  // namespace

std::vector<Field> columns_of(TableKind kind) {
  std::vector<Field> columns;
  for (Field& field : fields_to_give(type_of(kind))) {
    if (field.key == "between") {
      columns.push_back(called(field, "a"));
      columns.push_back(called(std::move(field), "b"));
    } else {
      columns.push_back(std::move(field));
    }
  }
  if (kind == TableKind::people) columns.push_back(borrowed("residence", "household"));
  if (kind == TableKind::households) {
    columns.push_back(called(borrowed("residence", "person"), "residents"));
    columns.push_back(borrowed("home", "place"));
    columns.push_back(borrowed("home", "school_km"));
    columns.push_back(borrowed("candidate", "candidate"));
    columns.push_back(called(borrowed("carer", "person"), "carer"));
  }
  return columns;
}

std::vector<std::string> needed_columns(TableKind kind) {
  switch (kind) {
    case TableKind::people:
    case TableKind::households:
      return {"name"};
    case TableKind::ties:
      return {"a", "b"};
    case TableKind::assessments:
      break;
  }
  return {"household", "factor"};
}

Edited import_tables(const Draft& draft, const std::vector<TableFile>& files, const std::string& interview,
                     const TableHeadings& headings, const Desk& desk) {
  Import import(draft, interview, headings, desk);
  for (const TableFile& file : files) import.read(file);
  return import.run();
}

}  // namespace kreds::editing
