#include "references.hpp"

#include <algorithm>

#include "kreds/editing/names.hpp"
#include "tree.hpp"

namespace kreds::editing {
namespace {

using casefile::Case;
using casefile::Id;
using casefile::Ids;

bool among(const Ids& ids, const Id& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool names(const casefile::Source& source, const Id& id) {
  return source.interview == id || among(source.by, id);
}

bool names(const casefile::Interview& interview, const Id& id) {
  return among(interview.informants, id) ||
         std::any_of(interview.present.begin(), interview.present.end(),
                     [&](const casefile::Companion& c) { return c.person == id || c.beside == id; });
}

bool is_letter(unsigned char byte) {
  return byte >= 0x80U || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

bool speaks_of(const std::string& text, const std::string& name) {
  const std::string small = lower(text);
  for (std::size_t at = small.find(name); at != std::string::npos; at = small.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    const bool begins = at == 0 || !is_letter(static_cast<unsigned char>(small[at - 1]));
    // The genitive is the name too.
    const std::size_t after = end < small.size() && small[end] == 's' ? end + 1 : end;
    if (begins && (after == small.size() || !is_letter(static_cast<unsigned char>(small[after])))) return true;
  }
  return false;
}

bool speaks_of(const Value& value, const std::string& name) {
  if (const auto* text = std::get_if<std::string>(&value.data())) return speaks_of(*text, name);
  if (const auto* list = std::get_if<Array>(&value.data()))
    return std::any_of(list->begin(), list->end(), [&](const Value& each) { return speaks_of(each, name); });
  if (const auto* object = std::get_if<Object>(&value.data()))
    return std::any_of(object->begin(), object->end(),
                       [&](const auto& member) { return member.first != "id" && speaks_of(member.second, name); });
  return false;
}

}  // namespace

Ids naming(const Case& c, const Id& id) {
  Ids all;
  const auto note = [&](const Id& from, bool named) {
    if (named && from != id) all.push_back(from);
  };
  for (const casefile::Person& p : c.people)
    note(p.id, p.professional_of == id || among(p.matters, id) || names(p.source, id));
  for (const casefile::Household& h : c.households) note(h.id, among(h.matters, id) || names(h.source, id));
  for (const casefile::Matter& m : c.matters) note(m.id, among(m.not_to, id) || names(m.source, id));
  for (const casefile::Interview& i : c.interviews) {
    note(i.id, names(i, id));
    for (const casefile::Statement& s : i.statements) note(s.id, i.id == id || among(casefile::ids_named_by(s), id));
  }
  return all;
}

Ids speaking_of(const Draft& draft, const std::string& name) {
  Ids all;
  const std::string small = lower(name);
  if (small.empty()) return all;
  if (speaks_of(object_of(draft.tree, "case"), small)) all.emplace_back("case");
  for (const EntryAt& each : entries_of(draft.tree))
    if (speaks_of(each.entry, small)) all.push_back(text_of(each.entry, "id"));
  return all;
}

}  // namespace kreds::editing
