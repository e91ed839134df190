#include "builder.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <limits>

#include "characters.hpp"

namespace kreds::document {

DocumentBuilder::DocumentBuilder(std::string file_name, std::string text, const ParseLimits& limits) : limits_(limits) {
  document_.file_ = std::move(file_name);
  document_.text_ = std::move(text);
  document_.names_.emplace_back();
}

bool DocumentBuilder::text_can_be_read() {
  strip_byte_order_mark();
  find_lines();
  const std::string& text = document_.text_;
  if (skip_space(text, 0) == text.size()) return whole_file_fault("file_empty");
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return whole_file_fault("utf16");
  const auto bad = first_character_fault(text);
  return !bad || fault(bad->code, bad->offset, {{"found", Argument::literal(bad->shown)}});
}

const std::string& DocumentBuilder::text_with_padding(std::size_t bytes) {
  document_.text_.reserve(document_.text_.size() + bytes);
  return document_.text_;
}

ParseResult DocumentBuilder::result(bool whole) && {
  std::stable_sort(diagnostics_.begin(), diagnostics_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
  });
  if (!whole) return {std::nullopt, std::move(diagnostics_)};
  return {std::move(document_), std::move(diagnostics_)};
}

// --- events --------------------------------------------------------------------------------------------

bool DocumentBuilder::integer(std::int64_t value) {
  return scalar(Kind::integer, number_length(), std::bit_cast<std::uint64_t>(value));
}

bool DocumentBuilder::number_as_written() {
  const std::size_t length = number_length();
  const std::string token = document_.text_.substr(cursor_, length);
  double value = 0;
  const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
  const bool whole = token.find_first_of(".eE") == std::string::npos;
  if (whole || error != std::errc()) return fault("number_too_large", cursor_, {{"found", Argument::literal(token)}});
  return scalar(Kind::real, length, std::bit_cast<std::uint64_t>(value));
}

bool DocumentBuilder::string(std::string value) {
  const std::size_t begin = to_token();
  const std::size_t length = end_of_string(document_.text_, begin) - begin;
  document_.texts_.push_back(std::move(value));
  if (!scalar(Kind::text, length, document_.texts_.size() - 1)) return false;
  check_decoded(document_.texts_.back(), begin, length, newest());
  return true;
}

bool DocumentBuilder::key(std::string_view value) {
  key_begin_ = to_token();
  cursor_ = end_of_string(document_.text_, key_begin_);
  check_decoded(value, key_begin_, cursor_ - key_begin_, open_.back().cell);
  auto known = names_.find(value);
  if (known == names_.end()) {
    known = names_.emplace(value, static_cast<std::uint32_t>(document_.names_.size())).first;
    document_.names_.emplace_back(value);
  }
  name_ = known->second;
  after_ = After::key;
  return true;
}

bool DocumentBuilder::open(Kind kind) {
  if (open_.size() >= limits_.depth)
    return fault("too_deep", to_token(), {{"limit", Argument::literal(std::to_string(limits_.depth))}});
  if (!add(kind, 1, 0)) return false;
  open_.push_back({newest(), Document::none, keys_.size()});
  after_ = After::open;
  return true;
}

bool DocumentBuilder::close(Kind kind) {
  if (kind == Kind::object) report_duplicates(open_.back());
  document_.cells_[open_.back().cell].end = static_cast<std::uint32_t>(to_token() + 1);
  ++cursor_;
  keys_.resize(open_.back().keys);
  open_.pop_back();
  after_ = After::value;
  return true;
}

bool DocumentBuilder::refused() {
  SyntaxFault found = explain(document_.text_, {cursor_, after_, open_.empty() ? '\0' : opening()});
  if (found.code == "unexpected_end" && !open_.empty()) {
    found.code = "never_closed";
    found.arguments = {{"bracket", Argument::literal(std::string(1, opening()))},
                       {"line", Argument::literal(std::to_string(place(begin_of(open_.back().cell)).line))}};
  }
  return fault(std::move(found.code), found.offset, std::move(found.arguments));
}

// --- before the first event ------------------------------------------------------------------------------

void DocumentBuilder::strip_byte_order_mark() {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (!document_.text_.starts_with(mark)) return;
  document_.text_.erase(0, mark.size());
  diagnostics_.push_back({Severity::warning, "byte_order_mark", {document_.file_, 1, 1, ""}, {}});
}

void DocumentBuilder::find_lines() {
  const std::string& text = document_.text_;
  document_.line_starts_.push_back(0);
  std::uint32_t characters = 0;
  for (std::size_t from = 0; from <= text.size(); from += Document::block) {
    document_.characters_before_.push_back(characters);
    const std::size_t to = std::min(text.size(), from + Document::block);
    for (std::size_t at = from; at < to; ++at)  // without a branch: a compiler takes several at once
      characters += static_cast<std::uint32_t>((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
  }
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', end + 1))
    document_.line_starts_.push_back(static_cast<std::uint32_t>(end + 1));
  const std::size_t windows_line = text.find("\r\n");
  if (windows_line != std::string::npos)
    diagnostics_.push_back({Severity::warning, "windows_line_ends", place(windows_line), {}});
}

bool DocumentBuilder::whole_file_fault(std::string code) {
  diagnostics_.push_back({Severity::error, std::move(code), {document_.file_, 0, 0, ""}, {}});
  return false;
}

bool DocumentBuilder::fault(std::string code, std::size_t offset, Arguments arguments) {
  Place where = document_.place_at(offset, open_.empty() ? Document::none : open_.back().cell);
  diagnostics_.push_back({Severity::error, std::move(code), std::move(where), std::move(arguments)});
  return false;
}

/// What the escapes of a text decode to has not been looked at yet.
void DocumentBuilder::check_decoded(std::string_view value, std::size_t begin, std::size_t length, std::uint32_t cell) {
  const std::string_view raw = std::string_view(document_.text_).substr(begin, length);
  if (raw.find('\\') == std::string_view::npos) return;
  const auto bad = first_character_fault(value);
  if (!bad) return;
  diagnostics_.push_back(
      {Severity::error, bad->code, document_.place_at(begin, cell), {{"found", Argument::literal(bad->shown)}}});
}

// --- the cursor and the arena ----------------------------------------------------------------------------

std::size_t DocumentBuilder::to_token() {
  const auto between_tokens = [](char c) {
    return c == ' ' || c == ',' || c == ':' || c == '\n' || c == '\r' || c == '\t';
  };
  const std::string& text = document_.text_;
  while (cursor_ < text.size() && between_tokens(text[cursor_])) ++cursor_;
  return cursor_;
}

bool DocumentBuilder::add(Kind kind, std::size_t length, std::uint64_t payload) {
  const std::size_t begin = to_token();
  if (document_.cells_.size() >= limits_.values)
    return fault("too_many_values", begin, {{"limit", Argument::literal(std::to_string(limits_.values))}});
  const auto index = static_cast<std::uint32_t>(document_.cells_.size());
  Cell cell;
  cell.kind = kind;
  cell.begin = static_cast<std::uint32_t>(begin);
  cell.end = static_cast<std::uint32_t>(begin + length);
  cell.payload = payload;
  if (!open_.empty()) link(cell, index);
  document_.cells_.push_back(cell);
  cursor_ = begin + length;
  return true;
}

void DocumentBuilder::link(Cell& cell, std::uint32_t index) {
  Open& parent = open_.back();
  Cell& above = document_.cells_[parent.cell];
  cell.parent = parent.cell;
  cell.position = above.count++;
  (parent.last == Document::none ? above.first : document_.cells_[parent.last].next) = index;
  parent.last = index;
  if (above.kind != Kind::object) return;
  cell.name = name_;
  cell.key_begin = static_cast<std::uint32_t>(key_begin_);
  keys_.emplace_back(name_, index);
}

bool DocumentBuilder::scalar(Kind kind, std::size_t length, std::uint64_t payload) {
  after_ = After::value;
  return add(kind, length, payload);
}

void DocumentBuilder::report_duplicates(const Open& object) {
  constexpr std::size_t most_duplicates = 1000;  // enough to know, few enough for any memory
  const auto from = keys_.begin() + static_cast<std::ptrdiff_t>(object.keys);
  std::sort(from, keys_.end());
  for (auto at = from; at != keys_.end(); ++at) {
    if (at == from || at->first != std::prev(at)->first) continue;
    const auto first = std::find_if(from, at, [&](const auto& key) { return key.first == at->first; });
    const Node again = document_.node(at->second);
    const std::size_t line = document_.node(first->second).key_place().line;
    if (diagnostics_.size() < most_duplicates)
      diagnostics_.push_back(
          {Severity::error,
           "duplicate_key",
           again.key_place(),
           {{"key", Argument::literal(again.key())}, {"line", Argument::literal(std::to_string(line))}}});
  }
}

}  // namespace kreds::document
