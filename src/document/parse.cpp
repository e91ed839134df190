#include <algorithm>
#include <bit>
#include <charconv>
#include <limits>
#include <unordered_map>

#include "characters.hpp"
#include "kreds/document/document.hpp"
#include "syntax.hpp"

namespace kreds::document {

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

void append_utf8(std::string& out, std::uint32_t c) {
  const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80U) return put(c);
  if (c < 0x800U) {
    put(0xC0U | (c >> 6U));
  } else {
    if (c < 0x10000U) {
      put(0xE0U | (c >> 12U));
    } else {
      put(0xF0U | (c >> 18U));
      put(0x80U | ((c >> 12U) & 0x3FU));
    }
    put(0x80U | ((c >> 6U) & 0x3FU));
  }
  put(0x80U | (c & 0x3FU));
}

}  // namespace

/// Reads JSON (RFC 8259) token by token into the arena. `cursor_` stays just behind the last accepted token, so that
/// `explain` can tell what is wrong with the next.
class DocumentBuilder {
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
    const bool whole = read_all();
    std::stable_sort(diagnostics_.begin(), diagnostics_.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
    });
    if (!whole) return {std::nullopt, std::move(diagnostics_)};
    return {std::move(document_), std::move(diagnostics_)};
  }

 private:
  using Cell = Document::Cell;

  /// A list or object that is not closed yet.
  struct Open {
    std::uint32_t cell = 0;
    std::uint32_t last = Document::none;  ///< its newest child
    std::size_t keys = 0;                 ///< where its keys begin in keys_
    std::uint64_t names = 0;              ///< which remainders of 64 its names leave
    bool may_repeat = false;              ///< two names leave the same
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
  void check_decoded(const std::string& value, std::size_t begin, std::uint32_t cell) {
    if (!has_escapes_) return;
    const auto bad = first_character_fault(value);
    if (!bad) return;
    diagnostics_.push_back(
        {Severity::error, bad->code, document_.place_at(begin, cell), {{"found", Argument::literal(bad->shown)}}});
  }

  // --- the grammar: false ends the reading ---

  bool read_all() {
    if (!read_value()) return false;
    while (!open_.empty())
      if (!read_on()) return false;
    return next() == '\0' || syntax_fault();
  }

  /// What follows inside the innermost list or object: its end, or its next element.
  bool read_on() {
    const bool object = opening() == '{';
    const char c = next();
    if (c == (object ? '}' : ']')) return close();
    if (after_ != After::open) {
      if (c != ',') return syntax_fault();
      ++at_;
    }
    return (!object || read_key()) && read_value();
  }

  bool read_key() {
    if (next() != '"' || !read_string()) return syntax_fault();
    key_begin_ = at_;
    cursor_ = string_end_;
    check_decoded(decoded_, key_begin_, open_.back().cell);
    name_ = name_index(decoded_);
    after_ = After::key;
    at_ = cursor_;
    if (next() != ':') return syntax_fault();
    ++at_;
    return true;
  }

  bool read_value() {
    switch (next()) {
      case '{':
        return open(Kind::object);
      case '[':
        return open(Kind::array);
      case '"':
        return read_text();
      case 't':
        return read_word("true", Kind::boolean, 1);
      case 'f':
        return read_word("false", Kind::boolean, 0);
      case 'n':
        return read_word("null", Kind::null, 0);
      default:
        return read_number();
    }
  }

  bool read_word(std::string_view word, Kind kind, std::uint64_t payload) {
    if (rest().substr(0, word.size()) != word) return syntax_fault();
    return scalar(kind, word.size(), payload);
  }

  bool read_number() {
    const std::string_view token = rest().substr(0, end_of_number(document_.text_, at_) - at_);
    if (!is_json_number(token)) return syntax_fault();
    const char *const begin = token.data(), *const end = begin + token.size();
    if (token.find_first_of(".eE") != std::string_view::npos) {
      double value = 0;
      if (std::from_chars(begin, end, value).ec != std::errc()) return syntax_fault();
      return scalar(Kind::real, token.size(), std::bit_cast<std::uint64_t>(value));
    }
    std::int64_t value = 0;
    if (std::from_chars(begin, end, value).ec != std::errc())
      return fault("number_too_large", at_, {{"found", Argument::literal(std::string(token))}});
    return scalar(Kind::integer, token.size(), std::bit_cast<std::uint64_t>(value));
  }

  bool read_text() {
    if (!read_string()) return syntax_fault();
    const std::size_t begin = at_, length = string_end_ - at_;
    document_.texts_.push_back(decoded_);
    if (!scalar(Kind::text, length, document_.texts_.size() - 1)) return false;
    check_decoded(decoded_, begin, newest());
    return true;
  }

  /// Into decoded_ what the string at at_ says, into string_end_ where it ends; false if it is none.
  bool read_string() {
    const std::string_view text = document_.text_;
    decoded_.clear();
    has_escapes_ = false;
    for (std::size_t from = at_ + 1;;) {
      std::size_t end = from;
      while (end < text.size() && text[end] != '"' && text[end] != '\\' &&
             static_cast<unsigned char>(text[end]) >= 0x20U)
        ++end;
      decoded_.append(text, from, end - from);
      if (end >= text.size()) return false;
      if (text[end] == '"') {
        string_end_ = end + 1;
        return true;
      }
      from = end;
      if (text[end] != '\\' || !read_escape(from)) return false;
    }
  }

  /// Decodes the escape at a backslash and steps behind it.
  bool read_escape(std::size_t& backslash) {
    constexpr std::string_view signs = "\"\\/bfnrt", meant = "\"\\/\b\f\n\r\t";
    has_escapes_ = true;
    const std::string_view escape = std::string_view(document_.text_).substr(backslash);
    if (escape.size() < 2) return false;
    if (escape[1] == 'u') return read_unicode_escape(backslash);
    const std::size_t sign = signs.find(escape[1]);
    if (sign == std::string_view::npos) return false;
    decoded_ += meant[sign];
    backslash += 2;
    return true;
  }

  /// What lies beyond 16 bits is written as two halves.
  bool read_unicode_escape(std::size_t& backslash) {
    constexpr std::size_t length = 6;
    const auto unit = unicode_escape(document_.text_, backslash);
    if (!unit || (*unit >= 0xDC00U && *unit <= 0xDFFFU)) return false;
    backslash += length;
    if (*unit < 0xD800U || *unit > 0xDBFFU) {
      append_utf8(decoded_, *unit);
      return true;
    }
    const auto low = unicode_escape(document_.text_, backslash);
    if (!low || *low < 0xDC00U || *low > 0xDFFFU) return false;
    backslash += length;
    append_utf8(decoded_, 0x10000U + ((*unit - 0xD800U) << 10U) + (*low - 0xDC00U));
    return true;
  }

  bool syntax_fault() {
    SyntaxFault found = explain(document_.text_, {cursor_, after_, open_.empty() ? '\0' : opening()});
    if (found.code == "unexpected_end" && !open_.empty()) {
      found.code = "never_closed";
      found.arguments = {{"bracket", Argument::literal(std::string(1, opening()))},
                         {"line", Argument::literal(std::to_string(place(begin_of(open_.back().cell)).line))}};
    }
    return fault(std::move(found.code), found.offset, std::move(found.arguments));
  }

  /// The sign at the next place that is no white space; 0 at the end, for the text has none of its own.
  char next() {
    const std::string& text = document_.text_;
    while (at_ < text.size() && is_space(text[at_])) ++at_;
    return at_ < text.size() ? text[at_] : '\0';
  }
  std::string_view rest() const { return std::string_view(document_.text_).substr(at_); }
  Place place(std::size_t offset) const { return document_.place_at(offset, Document::none); }
  std::size_t begin_of(std::uint32_t cell) const { return document_.cells_[cell].begin; }
  char opening() const { return document_.cells_[open_.back().cell].kind == Kind::object ? '{' : '['; }

  // --- the arena ---

  std::uint32_t newest() const { return static_cast<std::uint32_t>(document_.cells_.size() - 1); }

  bool add(Kind kind, std::size_t length, std::uint64_t payload) {
    const std::size_t begin = at_;
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
    at_ = cursor_ = begin + length;
    return true;
  }

  std::uint32_t name_index(std::string_view name) {
    std::uint32_t& follower = followers_[name_];
    if (document_.names_[follower] == name) return follower;
    const auto [known, is_new] = names_.try_emplace(std::string(name), document_.names_.size());
    follower = known->second;
    if (is_new) {
      document_.names_.emplace_back(name);
      followers_.push_back(0);
    }
    return known->second;
  }

  void link(Cell& cell, std::uint32_t index) {
    Open& parent = open_.back();
    Cell& above = document_.cells_[parent.cell];
    cell.parent = parent.cell;
    cell.position = above.count++;
    (parent.last == Document::none ? above.first : document_.cells_[parent.last].next) = index;
    parent.last = index;
    if (above.kind != Kind::object) return;
    const std::uint64_t sign = std::uint64_t{1} << (name_ % 64U);
    parent.may_repeat = parent.may_repeat || (parent.names & sign) != 0;
    parent.names |= sign;
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
      return fault("too_deep", at_, {{"limit", Argument::literal(std::to_string(limits_.depth))}});
    if (!add(kind, 1, 0)) return false;
    open_.push_back({newest(), Document::none, keys_.size(), 0, false});
    after_ = After::open;
    return true;
  }

  bool close() {
    if (open_.back().may_repeat) report_duplicates(open_.back());
    at_ = cursor_ = at_ + 1;
    document_.cells_[open_.back().cell].end = static_cast<std::uint32_t>(cursor_);
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
  std::size_t at_ = 0;      ///< where the next token begins, or white space before it
  std::size_t cursor_ = 0;  ///< just behind the last accepted token
  std::string decoded_;     ///< the string read last
  bool has_escapes_ = false;
  std::size_t string_end_ = 0;
  After after_ = After::nothing;
  std::size_t key_begin_ = 0;
  std::uint32_t name_ = 0;
  std::vector<Open> open_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> keys_;  ///< name and cell, of all open objects
  std::unordered_map<std::string, std::uint32_t> names_ = {{"", 0}};
  /// The name that last came after each: entries of one kind have the same names in the same order.
  std::vector<std::uint32_t> followers_ = {0};
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
