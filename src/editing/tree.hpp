/// \file
/// Small steps on JSON values: looking up, setting and taking out members of objects.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "kreds/document/document.hpp"
#include "kreds/document/value.hpp"

namespace kreds::editing {

using document::Array;
using document::Object;
using document::Value;

Value value_of(document::Node node);

const Value* find(const Object& object, std::string_view key);
/// Empty if there is no such member, or if it is no text, list or object.
std::string text_of(const Object& object, std::string_view key);
Array list_of(const Object& object, std::string_view key);
Object object_of(const Object& object, std::string_view key);

void set(Object& object, std::string_view key, Value value);
void take_out(Object& object, std::string_view key);
bool same(const Value& a, const Value& b);

/// Entries with an id, wherever they stand: calls `change` with the one that has this id, its type ("person", "tie" …)
/// and its interview ("" for those at the top level), and puts back what it has become. False if there is none.
bool change_entry(Object& tree, std::string_view id, const std::function<void(Object& entry)>& change);

struct EntryAt {
  std::string type, interview;
  Object entry;  ///< an interview without its statements
};
/// All entries in the order of the file.
std::vector<EntryAt> entries_of(const Object& tree);

/// What is written, with the `x-` members of what stood there before: in the objects that are still the same entry.
Value with_own_keys(const Value& written, const Value& before);

}  // namespace kreds::editing
