#include "kreds/editing/draft.hpp"

#include <algorithm>
#include <map>

#include "kreds/casefile/read.hpp"
#include "kreds/casefile/write.hpp"
#include "tree.hpp"

namespace kreds::editing {
namespace {

std::vector<FieldChange> differences(const Object& before, const Object& after) {
  std::vector<FieldChange> all;
  const auto note = [&](const std::string& key, const Value* was, const Value* is) {
    if (was != nullptr && is != nullptr && same(*was, *is)) return;
    all.push_back(
        {key, was == nullptr ? std::nullopt : std::optional(*was), is == nullptr ? std::nullopt : std::optional(*is)});
  };
  for (const auto& [key, value] : after)
    if (key != "id") note(key, find(before, key), &value);
  for (const auto& [key, value] : before)
    if (key != "id" && find(after, key) == nullptr) note(key, &value, nullptr);
  return all;
}

/// The members of the file that are no lists of entries.
Object heading_of(const Object& tree) {
  Object heading = object_of(tree, "case");
  for (const auto& [key, value] : tree)
    if (key.starts_with("x-")) heading.emplace_back(key, value);
  return heading;
}

void compare_erased(const Draft& before, const Draft& after, Changes& all) {
  const Array was = list_of(before.tree, "erased"), is = list_of(after.tree, "erased");
  for (std::size_t i = was.size(); i < is.size(); ++i)
    all.push_back({Change::Kind::added, "erased", "", "", differences({}, std::get<Object>(is[i].data()))});
}

}  // namespace

Opened open_draft(const std::string& name, const std::string& text, const casefile::Vocabulary& vocabulary,
                  casefile::Date today) {
  Opened opened;
  document::ParseResult parsed = document::parse(name, text);
  opened.diagnostics = std::move(parsed.diagnostics);
  if (!parsed.document) return opened;
  casefile::ReadResult read = casefile::read_case(*parsed.document, vocabulary, today);
  opened.diagnostics.insert(opened.diagnostics.end(), read.diagnostics.begin(), read.diagnostics.end());
  if (!read.value || document::has_errors(opened.diagnostics)) return opened;
  Draft draft;
  draft.c = *std::move(read.value);
  draft.tree = std::get<Object>(with_own_keys(casefile::to_value(draft.c), value_of(parsed.document->root())).data());
  draft.text = casefile::to_text(draft.tree);
  opened.draft = std::move(draft);
  return opened;
}

Changes changes(const Draft& before, const Draft& after) {
  Changes all;
  std::map<std::string, EntryAt> old;
  const std::vector<EntryAt> earlier = entries_of(before.tree), later = entries_of(after.tree);
  for (const EntryAt& entry : earlier) old.emplace(text_of(entry.entry, "id"), entry);
  if (auto fields = differences(heading_of(before.tree), heading_of(after.tree)); !fields.empty())
    all.push_back({Change::Kind::changed, "case", "", "", std::move(fields)});
  for (const EntryAt& entry : later) {
    const std::string id = text_of(entry.entry, "id");
    const auto node = old.extract(id);
    if (node.empty()) {
      all.push_back({Change::Kind::added, entry.type, id, entry.interview, differences({}, entry.entry)});
      continue;
    }
    auto fields = differences(node.mapped().entry, entry.entry);
    if (!fields.empty()) all.push_back({Change::Kind::changed, entry.type, id, entry.interview, std::move(fields)});
  }
  for (const EntryAt& entry : earlier)
    if (const std::string id = text_of(entry.entry, "id"); old.contains(id))
      all.push_back({Change::Kind::removed, entry.type, id, entry.interview, differences(entry.entry, {})});
  compare_erased(before, after, all);
  return all;
}

}  // namespace kreds::editing
