#include <algorithm>
#include <map>

#include "kreds/editing/draft.hpp"
#include "tree.hpp"

namespace kreds::editing {
namespace {

/// Corrections of one entry, the first first. What a key became is what the next correction found, or what it is now.
void add_corrections(const std::string& type, const Object& entry, std::vector<Corrected>& all) {
  const Array lines = list_of(entry, "x-corrected");
  std::map<std::string, std::optional<Value>> later;
  std::vector<Corrected> of_entry;
  for (std::size_t i = lines.size(); i-- > 0;) {
    const auto* object = std::get_if<Object>(&lines[i].data());
    const auto date = object == nullptr ? std::nullopt : casefile::parse_date(text_of(*object, "date"));
    if (!date) continue;  // somebody's own key
    Corrected one{type, text_of(entry, "id"), *date, text_of(*object, "by"), text_of(*object, "reason"), {}};
    for (const auto& [key, value] : object_of(*object, "was")) {
      const Value* now = find(entry, key);
      const auto next = later.find(key);
      const auto became = next != later.end() ? next->second : now == nullptr ? std::nullopt : std::optional(*now);
      const auto was =
          std::holds_alternative<std::nullptr_t>(value.data()) ? std::optional<Value>() : std::optional(value);
      one.fields.push_back({key, was, became});
      later[key] = was;
    }
    of_entry.push_back(std::move(one));
  }
  all.insert(all.end(), std::make_move_iterator(of_entry.rbegin()), std::make_move_iterator(of_entry.rend()));
}

}  // namespace

std::vector<Corrected> corrections(const Draft& draft) {
  std::vector<Corrected> all;
  add_corrections("case", object_of(draft.tree, "case"), all);
  for (const EntryAt& each : entries_of(draft.tree)) add_corrections(each.type, each.entry, all);
  std::stable_sort(all.begin(), all.end(), [](const Corrected& a, const Corrected& b) { return a.date < b.date; });
  return all;
}

}  // namespace kreds::editing
