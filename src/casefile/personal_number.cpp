#include "personal_number.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace kreds::casefile {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  const std::size_t from = std::min(at, text.size());
  return static_cast<std::size_t>(
             std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), is_digit) - text.begin()) -
         from;
}

int two_digits(std::string_view text, std::size_t at) {
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

bool is_day_of_birth(std::string_view ddmmyy) {
  constexpr std::array<int, 13> days = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int month = two_digits(ddmmyy, 2), year = two_digits(ddmmyy, 4);
  const int day = two_digits(ddmmyy, 0) > 60 ? two_digits(ddmmyy, 0) - 60 : two_digits(ddmmyy, 0);
  if (month < 1 || month > 12 || day < 1 || day > days[static_cast<std::size_t>(month)]) return false;
  return month != 2 || day != 29 || year % 4 == 0;  // 00 may be 2000
}

/// Just behind the spaces and the one dash that may stand between the two parts.
std::size_t skip_separator(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 7> separators = {" ", "-", "\u00A0", "\u2010", "\u2011", "\u2013", "\u2212"};
  for (int most = 3; most > 0; --most) {
    const auto found = std::find_if(separators.begin(), separators.end(),
                                    [&](std::string_view s) { return text.substr(at).starts_with(s); });
    if (found == separators.end()) break;
    at += found->size();
  }
  return at;
}

struct Found {
  std::size_t begin = 0, end = 0;
};

/// The number that begins at the first digit of a run, if it is one.
std::optional<Found> number_at(std::string_view text, std::size_t begin) {
  const std::size_t run = digits_at(text, begin);
  if (run == 10 && is_day_of_birth(text.substr(begin))) return Found{begin, begin + 10};
  if (run != 6 || !is_day_of_birth(text.substr(begin))) return std::nullopt;
  const std::size_t rest = skip_separator(text, begin + 6);
  if (digits_at(text, rest) != 4) return std::nullopt;
  return Found{begin, rest + 4};
}

std::optional<Found> find_number(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    if (const auto found = number_at(text, at)) return found;
    at += digits_at(text, at);
  }
  return std::nullopt;
}

}  // namespace

bool holds_personal_number(std::string_view text) {
  return find_number(text, 0).has_value();
}

bool holds_personal_number(document::Node node) {
  if (holds_personal_number(node.key())) return true;
  if (node.is(document::Kind::text)) return holds_personal_number(node.text());
  if (!node.is(document::Kind::integer) && !node.is(document::Kind::real)) return false;
  const std::string raw(node.raw());
  return holds_personal_number(raw) || (raw.size() == 9 && holds_personal_number("0" + raw));
}

/// Six digits in a row have one at every sixth place; an escape may stand for any character.
bool may_hold_personal_number(std::string_view json) {
  constexpr std::size_t least = 6;
  if (json.find('\\') != std::string_view::npos) return true;
  for (std::size_t at = least - 1; at < json.size(); at += least) {
    if (!is_digit(json[at])) continue;
    std::size_t begin = at;
    while (begin > 0 && is_digit(json[begin - 1])) --begin;
    if (digits_at(json, begin) >= least) return true;
  }
  return false;
}

std::string without_personal_numbers(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  while (const auto found = find_number(text, at)) {
    out += text.substr(at, found->begin - at);
    for (char c : text.substr(found->begin, found->end - found->begin)) {
      if (is_digit(c))
        out += "●";
      else
        out += c;
    }
    at = found->end;
  }
  return out += text.substr(at);
}

}  // namespace kreds::casefile
