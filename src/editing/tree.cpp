#include "tree.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kreds::editing {
namespace {

using document::Kind;
using document::Node;

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> top_lists = {
    {{"people", "person"}, {"households", "household"}, {"matters", "matter"}, {"interviews", "interview"}}};

bool has_id(const Value& value, std::string_view id) {
  const auto* object = std::get_if<Object>(&value.data());
  return object != nullptr && text_of(*object, "id") == id;
}

bool change_in_list(Object& holder, std::string_view key, std::string_view id,
                    const std::function<void(Object& entry)>& change) {
  Array list = list_of(holder, key);
  const auto found = std::find_if(list.begin(), list.end(), [&](const Value& each) { return has_id(each, id); });
  if (found == list.end()) return false;
  Object entry = std::get<Object>(found->data());
  change(entry);
  *found = Value(std::move(entry));
  set(holder, key, std::move(list));
  return true;
}

bool is_own(const std::string& key) {
  return key.starts_with("x-");
}

/// The element of a list that was the same entry: by its id, else by its place in a list as long as before.
const Value* counterpart(const Array& written, std::size_t position, const Array& before) {
  const auto* object = std::get_if<Object>(&written[position].data());
  if (const std::string id = object == nullptr ? "" : text_of(*object, "id"); !id.empty()) {
    const auto found = std::find_if(before.begin(), before.end(), [&](const Value& each) { return has_id(each, id); });
    return found == before.end() ? nullptr : &*found;
  }
  return written.size() == before.size() ? &before[position] : nullptr;
}

Value merged_lists(const Array& written, const Array& before) {
  Array merged;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const Value* old = counterpart(written, i, before);
    merged.push_back(old == nullptr ? written[i] : with_own_keys(written[i], *old));
  }
  return merged;
}

Value merged_objects(const Object& written, const Object& before) {
  Object merged;
  for (const auto& [key, value] : written) {
    const Value* old = find(before, key);
    merged.emplace_back(key, old == nullptr ? value : with_own_keys(value, *old));
  }
  for (const auto& [key, value] : before)
    if (is_own(key)) merged.emplace_back(key, value);
  return merged;
}

bool holds_own(const Object& object) {
  return std::any_of(object.begin(), object.end(), [](const auto& member) { return is_own(member.first); });
}

}  // namespace

Value value_of(Node node) {
  switch (node.kind()) {
    case Kind::null:
      return nullptr;
    case Kind::boolean:
      return node.boolean();
    case Kind::integer:
      return node.integer();
    case Kind::real:
      return node.number();
    case Kind::text:
      return node.text();
    case Kind::array: {
      Array array;
      for (const Node each : node.children()) array.push_back(value_of(each));
      return array;
    }
    case Kind::object: {
      Object object;
      for (const Node each : node.children()) object.emplace_back(each.key(), value_of(each));
      return object;
    }
  }
  return nullptr;
}

const Value* find(const Object& object, std::string_view key) {
  const auto found =
      std::find_if(object.begin(), object.end(), [&](const auto& member) { return member.first == key; });
  return found == object.end() ? nullptr : &found->second;
}

std::string text_of(const Object& object, std::string_view key) {
  const Value* value = find(object, key);
  const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(&value->data());
  return text == nullptr ? "" : *text;
}

Array list_of(const Object& object, std::string_view key) {
  const Value* value = find(object, key);
  const auto* list = value == nullptr ? nullptr : std::get_if<Array>(&value->data());
  return list == nullptr ? Array() : *list;
}

Object object_of(const Object& object, std::string_view key) {
  const Value* value = find(object, key);
  const auto* inner = value == nullptr ? nullptr : std::get_if<Object>(&value->data());
  return inner == nullptr ? Object() : *inner;
}

void set(Object& object, std::string_view key, Value value) {
  const auto found =
      std::find_if(object.begin(), object.end(), [&](const auto& member) { return member.first == key; });
  if (found != object.end())
    found->second = std::move(value);
  else
    object.emplace_back(std::string(key), std::move(value));
}

void take_out(Object& object, std::string_view key) {
  std::erase_if(object, [&](const auto& member) { return member.first == key; });
}

bool same(const Value& a, const Value& b) {
  return document::to_line(a) == document::to_line(b);
}

bool change_entry(Object& tree, std::string_view id, const std::function<void(Object& entry)>& change) {
  if (id.empty()) return false;
  for (const auto& [key, type] : top_lists)
    if (change_in_list(tree, key, id, change)) return true;
  Array interviews = list_of(tree, "interviews");
  for (Value& value : interviews) {
    Object interview = std::get<Object>(value.data());
    if (!change_in_list(interview, "statements", id, change)) continue;
    value = Value(std::move(interview));
    set(tree, "interviews", std::move(interviews));
    return true;
  }
  return false;
}

std::vector<EntryAt> entries_of(const Object& tree) {
  std::vector<EntryAt> all;
  for (const auto& [key, type] : top_lists)
    for (const Value& value : list_of(tree, key)) {
      Object entry = std::get<Object>(value.data());
      const Array statements = list_of(entry, "statements");
      const std::string id = text_of(entry, "id");
      if (type == "interview") take_out(entry, "statements");
      all.push_back({std::string(type), "", std::move(entry)});
      if (type != "interview") continue;
      for (const Value& statement : statements) {
        Object said = std::get<Object>(statement.data());
        std::string said_type = text_of(said, "type");
        take_out(said, "type");
        all.push_back({std::move(said_type), id, std::move(said)});
      }
    }
  return all;
}

Value with_own_keys(const Value& written, const Value& before) {
  const auto* old_object = std::get_if<Object>(&before.data());
  const auto* old_list = std::get_if<Array>(&before.data());
  if (const auto* object = std::get_if<Object>(&written.data()); object != nullptr && old_object != nullptr)
    return merged_objects(*object, *old_object);
  if (const auto* list = std::get_if<Array>(&written.data()); list != nullptr && old_list != nullptr)
    return merged_lists(*list, *old_list);
  // Some objects are written shorter, {"text": …} as its text: not if that lost something.
  return old_object != nullptr && holds_own(*old_object) ? before : written;
}

}  // namespace kreds::editing
