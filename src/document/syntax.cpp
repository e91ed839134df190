#include "syntax.hpp"

#include <algorithm>
#include <array>

#include "characters.hpp"

namespace kreds::document {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool closes_or_separates(char c) {
  return c == ',' || c == ':' || c == ']' || c == '}';
}
bool looks_like_number(char c) {
  return is_digit(c) || c == '-' || c == '+' || c == '.';
}

bool starts_with_any(std::string_view text, const auto& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view b) { return text.starts_with(b); });
}

/// Quotation marks that word processors put in place of ".
constexpr std::array<std::string_view, 8> typographic = {"“", "”", "„", "»", "«", "‘", "’", "'"};
constexpr std::array<std::string_view, 3> comments = {"//", "/*", "#"};

std::string word_at(std::string_view text, std::size_t offset) {
  const auto from = text.begin() + static_cast<std::ptrdiff_t>(offset);
  const auto to = std::find_if_not(from, text.end(), [](char c) { return is_letter(c) || is_digit(c); });
  const auto length = static_cast<std::size_t>(std::min<std::ptrdiff_t>(40, to - from));
  return std::string(text.substr(offset, length));
}

std::string shown_character(std::string_view text, std::size_t offset) {
  const Character c = character_at(text, offset);
  return c.code_point < 0x20U ? code_point_name(c.code_point) : std::string(text.substr(offset, c.length));
}

/// One reading of the text behind the stop; each function names the fault that it finds at its place.
class Explanation {
 public:
  explicit Explanation(std::string_view text, const Stop& stop) : text_(text), stop_(stop), at_(stop.cursor) {}

  SyntaxFault find() {
    const std::size_t gap = at_;
    at_ = skip_space(text_, at_);
    if (auto early = anywhere()) return *early;
    switch (stop_.after) {
      case After::nothing:
        return in_value();
      case After::open:
        return stop_.open == '{' ? in_key() : in_value();
      case After::key:
        return after_key();
      case After::value:
        return after_value(gap == at_);
    }
    return fault("unexpected_character");
  }

 private:
  char here() const { return text_[at_]; }

  SyntaxFault fault(std::string code) const { return fault_at(std::move(code), at_); }
  SyntaxFault fault_at(std::string code, std::size_t offset) const {
    return {std::move(code), offset, {{"found", Argument::literal(shown_character(text_, offset))}}};
  }
  SyntaxFault fault_with_word(std::string code, std::string word) const {
    return {std::move(code), at_, {{"found", Argument::literal(std::move(word))}}};
  }

  /// What is wrong wherever it stands.
  std::optional<SyntaxFault> anywhere() const {
    if (at_ >= text_.size()) return SyntaxFault{"unexpected_end", text_.size(), {}};
    if (starts_with_any(text_.substr(at_), comments)) return fault("comment");
    if (starts_with_any(text_.substr(at_), typographic)) return fault("wrong_quotation_mark");
    return std::nullopt;
  }

  /// Steps over a separator and the space behind it.
  std::optional<SyntaxFault> step() {
    at_ = skip_space(text_, at_ + 1);
    return anywhere();
  }

  SyntaxFault after_key() {
    if (here() != ':') return fault("missing_colon");
    if (auto early = step()) return *early;
    return in_value();
  }

  SyntaxFault after_value(bool touching) {
    const bool number_before = is_digit(text_[stop_.cursor - 1]);
    if (number_before) {
      const std::size_t number = begin_of_number();
      const bool goes_on = touching && is_letter(here());
      if (goes_on || !is_json_number(text_.substr(number, stop_.cursor - number))) return in_number(number);
    }
    if (stop_.open == 0) return fault("text_after_end");
    if (touching && text_[stop_.cursor - 1] == '"' && !closes_or_separates(here())) return fault("text_ends_early");
    if (here() == '}' || here() == ']') return fault("wrong_bracket");
    if (here() != ',') return fault("missing_comma");
    const std::size_t comma = at_;
    if (auto early = step()) return *early;
    if (here() == '}' || here() == ']') return fault_at("trailing_comma", comma);
    const bool decimal = touching && number_before && at_ == comma + 1 && is_digit(here());
    if (decimal) return fault_at("decimal_comma", comma);
    return stop_.open == '{' ? in_key() : in_value();
  }

  /// Of the number that ends at the cursor.
  std::size_t begin_of_number() const {
    std::size_t begin = stop_.cursor;
    while (begin > 0 && end_of_number(text_, begin - 1) > begin - 1) --begin;
    return begin;
  }

  SyntaxFault in_key() const {
    if (here() == '"') return in_string();
    if (is_letter(here()) || is_digit(here()))
      return fault_with_word("key_without_quotation_marks", word_at(text_, at_));
    return fault("key_expected");
  }

  SyntaxFault in_value() const {
    if (here() == '"') return in_string();
    if (looks_like_number(here())) return in_number(at_);
    if (is_letter(here())) return fault_with_word("unknown_word", word_at(text_, at_));
    if (here() == ',' || here() == ']' || here() == '}' || here() == ':') return fault("value_expected");
    return fault("unexpected_character");
  }

  SyntaxFault in_number(std::size_t begin) const {
    const std::size_t end = std::min(end_of_number(text_, begin), begin + 40);
    const std::string number(text_.substr(begin, end - begin));
    return {is_json_number(number) && !word_follows(end) ? "number_too_large" : "bad_number",
            begin,
            {{"found", Argument::literal(number + word_at(text_, end))}}};
  }
  bool word_follows(std::size_t offset) const { return offset < text_.size() && is_letter(text_[offset]); }

  SyntaxFault in_string() const {
    for (std::size_t at = at_ + 1; at < text_.size() && text_[at] != '"'; ++at) {
      if (text_[at] == '\n' || text_[at] == '\r') return SyntaxFault{"text_not_closed", at_, {}};
      if (text_[at] == '\t') return SyntaxFault{"tab_in_text", at, {}};
      if (text_[at] != '\\') continue;
      if (at + 1 < text_.size() && !escape_is_good(at)) return bad_escape(at);
      ++at;
    }
    return SyntaxFault{"end_in_text", at_, {}};
  }

  bool escape_is_good(std::size_t backslash) const {
    constexpr std::string_view known = "\"\\/bfnrtu";
    if (backslash + 1 >= text_.size() || known.find(text_[backslash + 1]) == std::string_view::npos) return false;
    return text_[backslash + 1] != 'u' || unicode_escape_is_good(backslash);
  }

  bool unicode_escape_is_good(std::size_t backslash) const {
    const auto unit = unicode_escape(text_, backslash);
    if (!unit) return false;
    if (*unit >= 0xDC00U && *unit <= 0xDFFFU) return follows_high_half(backslash);
    if (*unit < 0xD800U || *unit > 0xDBFFU) return true;
    const auto next = unicode_escape(text_, backslash + 6);
    return next && *next >= 0xDC00U && *next <= 0xDFFFU;
  }

  bool follows_high_half(std::size_t backslash) const {
    const auto before = backslash >= 6 ? unicode_escape(text_, backslash - 6) : std::nullopt;
    return before && *before >= 0xD800U && *before <= 0xDBFFU;
  }

  SyntaxFault bad_escape(std::size_t backslash) const {
    const bool unicode = text_[backslash + 1] == 'u';
    std::string shown =
        unicode ? std::string(text_.substr(backslash, 6)) : "\\" + shown_character(text_, backslash + 1);
    return {unicode ? "bad_unicode_escape" : "bad_escape", backslash, {{"found", Argument::literal(std::move(shown))}}};
  }

  std::string_view text_;
  Stop stop_;
  std::size_t at_;
};

}  // namespace

std::size_t skip_space(std::string_view text, std::size_t offset) {
  return std::min(text.find_first_not_of(" \t\r\n", offset), text.size());
}

std::size_t end_of_number(std::string_view text, std::size_t offset) {
  return std::min(text.find_first_not_of("+-.0123456789eE", offset), text.size());
}

bool is_json_number(std::string_view n) {
  std::size_t at = n.starts_with('-') ? 1 : 0;
  const auto digits = [&] {
    const std::size_t from = at;
    while (at < n.size() && is_digit(n[at])) ++at;
    return at > from;
  };
  const std::size_t first = at;
  if (!digits() || (n[first] == '0' && at > first + 1)) return false;
  if (at < n.size() && n[at] == '.') {
    ++at;
    if (!digits()) return false;
  }
  if (at < n.size() && (n[at] == 'e' || n[at] == 'E')) {
    ++at;
    if (at < n.size() && (n[at] == '+' || n[at] == '-')) ++at;
    if (!digits()) return false;
  }
  return at == n.size();
}

std::optional<std::uint32_t> unicode_escape(std::string_view text, std::size_t offset) {
  const std::string_view escape = text.substr(std::min(offset, text.size()), 6);
  if (escape.size() < 6 || !escape.starts_with("\\u")) return std::nullopt;
  std::uint32_t value = 0;
  for (char c : escape.substr(2)) {
    const char lower = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    if (!is_digit(lower) && !(lower >= 'a' && lower <= 'f')) return std::nullopt;
    value = value * 16 + static_cast<std::uint32_t>(is_digit(lower) ? lower - '0' : lower - 'a' + 10);
  }
  return value;
}

SyntaxFault explain(std::string_view text, const Stop& stop) {
  return Explanation(text, stop).find();
}

}  // namespace kreds::document
