#include "journal.hpp"

#include <algorithm>

#include "kreds/document/document.hpp"
#include "kreds/document/hash.hpp"
#include "kreds/document/value.hpp"

namespace kreds::editing {
namespace {

constexpr std::size_t most_steps = 500, most_bytes = std::size_t{16} << 20;

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

std::optional<std::size_t> count_in(document::Node line, const char* key) {
  const auto node = line.find(key);
  if (!node || !node->is(document::Kind::integer) || node->integer() < 0) return std::nullopt;
  return static_cast<std::size_t>(node->integer());
}

std::optional<std::string> text_in(document::Node line, const char* key) {
  const auto node = line.find(key);
  if (!node || !node->is(document::Kind::text)) return std::nullopt;
  return node->text();
}

std::optional<Step> parse_step(const std::string& line) {
  const document::ParseResult parsed = document::parse("", line);
  if (!parsed.document || !parsed.document->root().is(document::Kind::object)) return std::nullopt;
  const document::Node root = parsed.document->root();
  const auto before = text_in(root, "before"), after = text_in(root, "after"), put = text_in(root, "put");
  const auto at = count_in(root, "at"), cut = count_in(root, "cut");
  if (!before || !after || !put || !at || !cut) return std::nullopt;
  return Step{*before, *after, *at, *cut, *put};
}

std::string line_of(const Step& step) {
  return document::to_line(document::Object{
      {"before", step.before}, {"after", step.after}, {"at", step.at}, {"cut", step.cut}, {"put", step.put}});
}

}  // namespace

Step step_back(std::string_view older, std::string_view newer) {
  const std::size_t shorter = std::min(older.size(), newer.size());
  std::size_t same = 0;
  while (same < shorter && older[same] == newer[same]) ++same;
  // The text of a step is JSON: it must not begin or end within a character.
  while (same > 0 && same < older.size() && !begins_character(older[same])) --same;
  while (same > 0 && same < newer.size() && !begins_character(newer[same])) --same;
  std::size_t end = 0;
  while (end < shorter - same && older[older.size() - 1 - end] == newer[newer.size() - 1 - end]) ++end;
  while (end > 0 && !begins_character(older[older.size() - end])) --end;
  return {document::sha256(older), document::sha256(newer), same, newer.size() - same - end,
          std::string(older.substr(same, older.size() - same - end))};
}

std::optional<std::string> taken_back(const Step& step, std::string_view newer) {
  if (step.at > newer.size() || step.cut > newer.size() - step.at || document::sha256(newer) != step.after)
    return std::nullopt;
  std::string older(newer.substr(0, step.at));
  older.append(step.put).append(newer.substr(step.at + step.cut));
  if (document::sha256(older) != step.before) return std::nullopt;
  return older;
}

Journal leading_from(Journal journal, const std::string& fingerprint) {
  while (!journal.empty() && journal.back().after != fingerprint) journal.pop_back();
  return journal;
}

Journal parse_journal(const std::string& text) {
  Journal journal;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    auto step = parse_step(text.substr(at, end - at));
    if (!step) break;
    journal.push_back(*std::move(step));
    at = end + 1;
  }
  return journal;
}

std::string to_text(const Journal& journal) {
  std::vector<std::string> lines;
  std::size_t bytes = 0;
  for (auto step = journal.rbegin(); step != journal.rend() && lines.size() < most_steps; ++step) {
    lines.push_back(line_of(*step) + "\n");
    bytes += lines.back().size();
    if (bytes > most_bytes) {
      lines.pop_back();
      break;
    }
  }
  std::reverse(lines.begin(), lines.end());
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

}  // namespace kreds::editing
