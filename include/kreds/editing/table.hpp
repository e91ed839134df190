/// \file
/// What stands in somebody's spreadsheet: people, households, ties and assessments as CSV, into a draft.
///
/// Form    `;`, `,` or tabs between cells (the first row tells), "…" round cells with separators, quotation marks
/// (doubled)
///         or line ends; UTF-8, or Windows-1252 if it is not that. The first row holds the headings. Rows without
///         content and rows that begin with # are passed over. Values are typed as in edit.hpp.
/// Errors  all faults of all tables in one run: place.file, place.line is the row and place.column the column of the
///         sheet, from 1. If there is one, nothing is taken over.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "kreds/editing/edit.hpp"

namespace kreds::editing {

enum class TableKind { people, households, ties, assessments };
inline constexpr std::array<TableKind, 4> table_kinds = {TableKind::people, TableKind::households, TableKind::ties,
                                                         TableKind::assessments};

struct TableFile {
  std::string path;
  TableKind kind = TableKind::people;
  std::string bytes;
};

/// The columns that a kind of table may have. Beside the keys of its entries: people have the `household` they live in;
/// households `residents`, `place`, `school_km`, `candidate` and `carer`; ties `a` and `b`.
std::vector<casefile::Field> columns_of(TableKind kind);
/// Those without which a row says nothing.
std::vector<std::string> needed_columns(TableKind kind);

/// Words for the columns, other than the keys themselves.
struct TableHeadings {
  std::map<std::string, std::string> keys;   ///< word in small letters, of any language → key
  std::map<std::string, std::string> words;  ///< key → what it is called in messages
};

/// Everything is told in the interview called so, the newest if empty, unless a row names its own.
Edited import_tables(const Draft& draft, const std::vector<TableFile>& files, const std::string& interview,
                     const TableHeadings& headings, const Desk& desk);

}  // namespace kreds::editing
