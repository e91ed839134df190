#include "kreds/casefile/read.hpp"

#include <set>

#include "personal_number.hpp"
#include "reading.hpp"
#include "rules.hpp"

namespace kreds::casefile {
namespace {

using document::Diagnostic;
using document::Diagnostics;
using document::Document;
using document::ParseResult;

constexpr const char* personal_number = "personal_number";

void report_personal_numbers(const Document& document, Faults& faults) {
  if (!may_hold_personal_number(document.text())) return;
  for (std::size_t i = 0; i < document.node_count(); ++i) {
    const Node node = document.node(i);
    if (holds_personal_number(node))
      faults.error(personal_number, holds_personal_number(node.key()) ? node.key_place() : node.place());
  }
}

/// What else is wrong with a value does not matter when it must go.
void keep_only_personal_number_there(Diagnostics& diagnostics) {
  std::set<std::pair<std::size_t, std::size_t>> there;
  for (const Diagnostic& d : diagnostics)
    if (d.code == personal_number) there.emplace(d.place.line, d.place.column);
  std::erase_if(diagnostics, [&](const Diagnostic& d) {
    return d.code != personal_number && there.contains({d.place.line, d.place.column});
  });
}

/// No message repeats a personal number, whatever it is about.
void hide_personal_numbers(Diagnostics& diagnostics) {
  for (Diagnostic& diagnostic : diagnostics) {
    diagnostic.place.pointer = without_personal_numbers(diagnostic.place.pointer);
    for (auto& [name, argument] : diagnostic.arguments)
      if (!argument.is_label) argument.text = without_personal_numbers(argument.text);
  }
}

ReadResult read_parsed(ParseResult parsed, const Vocabulary& vocabulary, Date today) {
  ReadResult result;
  if (parsed.document) result = read_case(std::move(*parsed.document), vocabulary, today);
  Diagnostics& all = result.diagnostics;
  all.insert(all.begin(), std::make_move_iterator(parsed.diagnostics.begin()),
             std::make_move_iterator(parsed.diagnostics.end()));
  sort_by_place(all);
  if (has_errors(all)) result.value.reset();
  hide_personal_numbers(all);
  return result;
}

}  // namespace

ReadResult read_case(Document document, const Vocabulary& vocabulary, Date today) {
  const auto kept = std::make_shared<const Document>(std::move(document));
  Reading reading(vocabulary, today);
  report_personal_numbers(*kept, reading.faults());
  Case c = reading.read(kept->root());
  complete(c, reading);
  apply_rules(c, reading);

  ReadResult result;
  if (!reading.faults().has_error()) result.value = std::move(c);
  result.places = Places(kept, std::make_shared<const Entries>(reading.take_entries()));
  result.diagnostics = reading.faults().take();
  keep_only_personal_number_there(result.diagnostics);
  hide_personal_numbers(result.diagnostics);
  return result;
}

document::Place Places::operator()(const Id& id) const {
  if (!entries_) return {};
  const auto found = entries_->find(id);
  return found == entries_->end() ? document::Place{} : found->second.node.place();
}

ReadResult read_case_file(const std::string& path, const Vocabulary& vocabulary, Date today) {
  return read_parsed(document::parse_file(path), vocabulary, today);
}

ReadResult read_case_text(const std::string& name, std::string text, const Vocabulary& vocabulary, Date today) {
  return read_parsed(document::parse(name, std::move(text)), vocabulary, today);
}

}  // namespace kreds::casefile
