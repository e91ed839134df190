#include <algorithm>
#include <bit>
#include <charconv>
#include <limits>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "characters.hpp"
#include "kreds/document/document.hpp"
#include "syntax.hpp"

namespace kreds::document {

/// Builds the arena from the events of the JSON parser. The parser decodes and judges but tells no places, so a cursor
/// walks the text in step with its events: between two tokens there can only be white space, commas and colons.
class DocumentBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  DocumentBuilder(std::string file_name, std::string text, const ParseLimits& limits) : limits_(limits) {
    document_.file_ = std::move(file_name);
    document_.text_ = std::move(text);
    document_.names_.emplace_back();
  }

  ParseResult build() {
    strip_byte_order_mark();
    find_lines();
    if (!text_can_be_read()) return {std::nullopt, std::move(diagnostics_)};
    const bool whole = nlohmann::json::sax_parse(document_.text_, this);
    std::stable_sort(diagnostics_.begin(), diagnostics_.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
    });
    if (!whole) return {std::nullopt, std::move(diagnostics_)};
    return {std::move(document_), std::move(diagnostics_)};
  }

  // --- events of the parser: false ends the reading ---

  bool null() override { return scalar(Kind::null, 4, 0); }
  bool boolean(bool value) override { return scalar(Kind::boolean, value ? 4 : 5, value ? 1 : 0); }

  bool number_integer(number_integer_t value) override {
    return scalar(Kind::integer, number_length(), std::bit_cast<std::uint64_t>(value));
  }

  bool number_unsigned(number_unsigned_t value) override {
    if (value > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()))
      return fault("number_too_large", to_token(), {{"found", Argument::literal(number_token())}});
    return scalar(Kind::integer, number_length(), value);
  }

  /// The parser hands over whole numbers beyond its range as rounded ones, so the text itself is read.
  bool number_float(number_float_t, const string_t&) override {
    const std::string token = number_token();
    double value = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
    const bool whole = token.find_first_of(".eE") == std::string::npos;
    if (whole || error != std::errc())
      return fault("number_too_large", to_token(), {{"found", Argument::literal(token)}});
    return scalar(Kind::real, token.size(), std::bit_cast<std::uint64_t>(value));
  }

  bool string(string_t& value) override {
    const std::size_t begin = to_token();
    const std::size_t length = end_of_string(document_.text_, begin) - begin;
    document_.texts_.push_back(std::move(value));
    if (!scalar(Kind::text, length, document_.texts_.size() - 1)) return false;
    check_decoded(document_.texts_.back(), begin, length, newest());
    return true;
  }

  bool binary(binary_t&) override { return false; }  // JSON text has none

  bool start_object(std::size_t) override { return open(Kind::object); }
  bool start_array(std::size_t) override { return open(Kind::array); }
  bool end_array() override { return close(); }

  bool end_object() override {
    report_duplicates(open_.back());
    return close();
  }

  bool key(string_t& value) override {
    key_begin_ = to_token();
    cursor_ = end_of_string(document_.text_, key_begin_);
    check_decoded(value, key_begin_, cursor_ - key_begin_, open_.back().cell);
    const auto known = names_.try_emplace(value, static_cast<std::uint32_t>(document_.names_.size()));
    if (known.second) document_.names_.push_back(std::move(value));
    name_ = known.first->second;
    after_ = After::key;
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    SyntaxFault found = explain(document_.text_, {cursor_, after_, open_.empty() ? '\0' : opening()});
    if (found.code == "unexpected_end" && !open_.empty()) {
      found.code = "never_closed";
      found.arguments = {{"bracket", Argument::literal(std::string(1, opening()))},
                         {"line", Argument::literal(std::to_string(place(begin_of(open_.back().cell)).line))}};
    }
    return fault(std::move(found.code), found.offset, std::move(found.arguments));
  }

 private:
  using Cell = Document::Cell;

  /// A list or object that is not closed yet.
  struct Open {
    std::uint32_t cell = 0;
    std::uint32_t last = Document::none;  ///< its newest child
    std::size_t keys = 0;                 ///< where its keys begin in keys_
  };

  void strip_byte_order_mark() {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (!document_.text_.starts_with(mark)) return;
    document_.text_.erase(0, mark.size());
    diagnostics_.push_back({Severity::warning, "byte_order_mark", {document_.file_, 1, 1, ""}, {}});
  }

  void find_lines() {
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

  bool text_can_be_read() {
    const std::string& text = document_.text_;
    if (skip_space(text, 0) == text.size()) return whole_file_fault("file_empty");
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return whole_file_fault("utf16");
    const auto bad = first_character_fault(text);
    return !bad || fault(bad->code, bad->offset, {{"found", Argument::literal(bad->shown)}});
  }

  bool whole_file_fault(std::string code) {
    diagnostics_.push_back({Severity::error, std::move(code), {document_.file_, 0, 0, ""}, {}});
    return false;
  }

  bool fault(std::string code, std::size_t offset, Arguments arguments) {
    Place where = document_.place_at(offset, open_.empty() ? Document::none : open_.back().cell);
    diagnostics_.push_back({Severity::error, std::move(code), std::move(where), std::move(arguments)});
    return false;
  }

  /// What the escapes of a text decode to has not been looked at yet.
  void check_decoded(const std::string& value, std::size_t begin, std::size_t length, std::uint32_t cell) {
    const std::string_view raw = std::string_view(document_.text_).substr(begin, length);
    if (raw.find('\\') == std::string_view::npos) return;
    const auto bad = first_character_fault(value);
    if (!bad) return;
    diagnostics_.push_back(
        {Severity::error, bad->code, document_.place_at(begin, cell), {{"found", Argument::literal(bad->shown)}}});
  }

  // --- the cursor ---

  std::size_t to_token() {
    cursor_ = std::min(document_.text_.find_first_not_of(" \t\r\n,:", cursor_), document_.text_.size());
    return cursor_;
  }
  std::size_t number_length() { return end_of_number(document_.text_, to_token()) - cursor_; }
  std::string number_token() {
    const std::size_t length = number_length();
    return document_.text_.substr(cursor_, length);
  }
  Place place(std::size_t offset) const { return document_.place_at(offset, Document::none); }
  std::size_t begin_of(std::uint32_t cell) const { return document_.cells_[cell].begin; }
  char opening() const { return document_.cells_[open_.back().cell].kind == Kind::object ? '{' : '['; }

  // --- the arena ---

  std::uint32_t newest() const { return static_cast<std::uint32_t>(document_.cells_.size() - 1); }

  bool add(Kind kind, std::size_t length, std::uint64_t payload) {
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

  void link(Cell& cell, std::uint32_t index) {
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

  bool scalar(Kind kind, std::size_t length, std::uint64_t payload) {
    after_ = After::value;
    return add(kind, length, payload);
  }

  bool open(Kind kind) {
    if (open_.size() >= limits_.depth)
      return fault("too_deep", to_token(), {{"limit", Argument::literal(std::to_string(limits_.depth))}});
    if (!add(kind, 1, 0)) return false;
    open_.push_back({newest(), Document::none, keys_.size()});
    after_ = After::open;
    return true;
  }

  bool close() {
    document_.cells_[open_.back().cell].end = static_cast<std::uint32_t>(to_token() + 1);
    ++cursor_;
    keys_.resize(open_.back().keys);
    open_.pop_back();
    after_ = After::value;
    return true;
  }

  void report_duplicates(const Open& object) {
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

  static constexpr std::size_t most_duplicates = 1000;  ///< enough to know, few enough for any memory

  ParseLimits limits_;
  Document document_;
  Diagnostics diagnostics_;
  std::size_t cursor_ = 0;
  After after_ = After::nothing;
  std::size_t key_begin_ = 0;
  std::uint32_t name_ = 0;
  std::vector<Open> open_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> keys_;  ///< name and cell, of all open objects
  std::unordered_map<std::string, std::uint32_t> names_;
};

ParseResult parse(std::string file_name, std::string text, const ParseLimits& limits) {
  const std::size_t largest = std::min<std::size_t>(limits.bytes, std::numeric_limits<std::uint32_t>::max() - 1);
  if (text.size() > largest) {
    const Argument megabytes = Argument::literal(std::to_string(largest >> 20U));
    return {std::nullopt,
            {{Severity::error, "file_too_large", {std::move(file_name), 0, 0, ""}, {{"megabytes", megabytes}}}}};
  }
  return DocumentBuilder(std::move(file_name), std::move(text), limits).build();
}

}  // namespace kreds::document
