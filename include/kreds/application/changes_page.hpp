/// \file
/// What was written, in plain words: entries with their keys and values as people say them. And the other way: which
/// term of the format a word of the user's language means.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "kreds/application/page.hpp"
#include "kreds/application/pipeline.hpp"
#include "kreds/editing/edit.hpp"
#include "kreds/editing/table.hpp"

namespace kreds::application {

/// What an edit needs beside the case, with the words of the tool's language.
editing::Desk make_desk(const Tool& tool, casefile::Date today);

/// The value of a key as it is told to people: names in place of ids, terms in words.
std::string in_words(const casefile::Field& field, const document::Value& value, const casefile::Case& c,
                     const Tool& tool);

/// One entry, its keys below it. What was erased or removed is named, not repeated.
void add_change(Page& page, const editing::Change& change, const casefile::Case& before, const casefile::Case& now,
                const Tool& tool);
/// For whom an entry is told: consultants read levels with their numbers, people their meaning alone.
enum class Reader { consultant, family };
/// Only its keys.
void add_fields(Page& page, const editing::Change& change, const casefile::Case& before, const casefile::Case& now,
                const Tool& tool, Reader reader = Reader::consultant);
Page changes_page(const editing::Changes& changes, const casefile::Case& before, const casefile::Case& now,
                  const Tool& tool);

/// The keys that a person can give for entries of these types, each with what it takes.
Page fields_page(const std::vector<std::string>& types, const Tool& tool);

// --- tables that people fill in ---

std::string table_name(editing::TableKind kind);  ///< "people" …: the label `table.<name>` is the file's name
/// The words over the columns: those of every language are understood, since a table may come from somebody else.
editing::TableHeadings table_headings(const Tool& tool);
/// What the file of a table may be called, in small letters and without its ending, in every language.
std::vector<std::string> table_names(editing::TableKind kind, const Tool& tool);
/// The same desk, at which the terms of every language are understood.
editing::Desk with_all_languages(editing::Desk desk, const Tool& tool);
/// The columns of an empty table, those first that a row cannot do without.
std::vector<casefile::Field> template_columns(editing::TableKind kind);
/// What goes into which column.
Page table_page(const Tool& tool);

}  // namespace kreds::application
