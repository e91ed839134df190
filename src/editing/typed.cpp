#include "typed.hpp"

#include <algorithm>
#include <charconv>

#include "kreds/casefile/suggestion.hpp"
#include "kreds/casefile/terms.hpp"
#include "kreds/editing/names.hpp"
#include "tree.hpp"

namespace kreds::editing {
namespace {

using casefile::Field;
using document::Argument;
using Holds = Field::Holds;

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

// --- dates ---

std::string two_digits(unsigned number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

/// Day, month and year as they stand in Danish: "5. februar 2024", "05-02-2024", "5/2 2024", "5.2.2024".
std::optional<std::string> danish_day(const std::string& text, const Desk& desk) {
  std::vector<std::string> parts(1);
  for (const char c : lower(text)) {
    if (c == ' ' || c == '.' || c == '-' || c == '/') {
      if (!parts.back().empty()) parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  if (parts.back().empty()) parts.pop_back();
  if (parts.size() != 3 || parts[2].size() != 4) return std::nullopt;
  const auto day = number_in<unsigned>(parts[0]), year = number_in<unsigned>(parts[2]);
  auto month = number_in<unsigned>(parts[1]);
  for (unsigned m = 0; m < desk.months.size(); ++m) {
    const bool short_form = parts[1].size() >= 3 && desk.months[m].starts_with(parts[1]);
    if (short_form) month = m + 1;
  }
  if (!day || !month || !year || *day > 31 || *month > 12) return std::nullopt;
  return std::to_string(*year) + "-" + two_digits(*month) + "-" + two_digits(*day);
}

/// "februar 2024"
std::optional<std::string> danish_month(const std::string& text, const Desk& desk) {
  const std::vector<std::string> parts = parted(lower(text), ' ');
  if (parts.size() != 2 || parts[1].size() != 4 || !number_in<int>(parts[1])) return std::nullopt;
  for (unsigned m = 0; m < desk.months.size(); ++m)
    if (parts[0].size() >= 3 && desk.months[m].starts_with(parts[0])) return parts[1] + "-" + two_digits(m + 1);
  return std::nullopt;
}

/// Words in quotation marks, without them.
std::optional<std::string> quoted(const std::string& text) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"»", "«"}, {"\"", "\""}, {"“", "”"}})
    if (text.size() > open.size() + close.size() && text.starts_with(open) && text.ends_with(close))
      return text.substr(open.size(), text.size() - open.size() - close.size());
  return std::nullopt;
}

Value date_typed(const std::string& text, const std::string& key, const Typing& typing) {
  if (const auto words = quoted(text)) return Object{{"words", *words}};
  if (!has_digit(text)) return Object{{"words", text}};
  if (const std::size_t at = text.find('@'); at != std::string::npos)
    if (const auto age = number_in<int>(trimmed(text.substr(0, at))))
      return Object{{"age", *age}, {"at", day_typed(trimmed(text.substr(at + 1)), typing.desk)}};
  if (const std::size_t dots = text.find(".."); dots != std::string::npos) {
    const std::string rest = text.substr(dots + 2);
    const std::size_t blank = std::min(rest.find(' '), rest.size());
    Object span{{"between", Array{text.substr(0, dots), rest.substr(0, blank)}}};
    if (const std::string words = trimmed(rest.substr(blank)); !words.empty()) span.emplace_back("words", words);
    return span;
  }
  const auto age = text.size() <= 3 ? number_in<int>(text) : std::nullopt;
  if (age && key == "birth" && typing.said_on) return Object{{"age", *age}, {"at", casefile::to_text(*typing.said_on)}};
  if (const auto month = danish_month(text, typing.desk)) return *month;
  return day_typed(text, typing.desk);
}

// --- other values ---

std::string term_typed(const Field& field, const std::string& text, const Typing& typing) {
  if (std::find(field.terms.begin(), field.terms.end(), text) != field.terms.end()) return text;
  return typing.desk.term ? typing.desk.term(field, text) : text;
}

Value number_typed(const Field& field, std::string text, const Typing& typing) {
  text = term_typed(field, text, typing);
  std::replace(text.begin(), text.end(), ',', '.');
  if (const auto whole = number_in<std::int64_t>(text)) return *whole;
  if (const auto number = number_in<double>(text); number && has_digit(text)) return *number;
  return text;
}

Value yes_no_typed(const Field& field, const std::string& text, const Typing& typing) {
  const std::string word = typing.desk.term ? typing.desk.term(field, lower(text)) : lower(text);
  if (word == "yes" || word == "true") return true;
  if (word == "no" || word == "false") return false;
  return text;
}

/// Members in the order of the format, parted by "|".
Value object_typed(const Field& field, const std::string& text, Typing& typing) {
  Object object;
  std::size_t at = 0;
  for (const Field& member : field.members) {
    if (at > text.size()) break;
    const std::size_t end = std::min(text.find('|', at), text.size());
    const std::string part = trimmed(text.substr(at, end - at));
    if (!part.empty()) object.emplace_back(member.key, typed(member, {part}, typing));
    at = end + 1;
  }
  if (at <= text.size())
    typing.faults.push_back(fault(
        "too_many_parts",
        {{"key", Argument::literal(field.key)}, {"number", Argument::literal(std::to_string(field.members.size()))}}));
  return object;
}

Value one_typed(const Field& field, const std::string& text, Typing& typing) {
  if (field.answer) {
    const std::string term = typing.desk.term ? typing.desk.term(field, text) : text;
    const bool is_own_term = std::find(field.terms.begin(), field.terms.end(), term) != field.terms.end();
    if (casefile::from_term<casefile::NoValue>(term) && !is_own_term) return Object{{"answer", term}};
  }
  switch (field.holds) {
    case Holds::id:
      return id_typed(field.refers, text, typing);
    case Holds::term:
    case Holds::text:
      return field.holds == Holds::term || field.words != casefile::Words::any ? Value(term_typed(field, text, typing))
                                                                               : Value(text);
    case Holds::yes_no:
      return yes_no_typed(field, text, typing);
    case Holds::whole_number:
    case Holds::number:
    case Holds::frequency:
      return number_typed(field, text, typing);
    case Holds::day:
      return day_typed(text, typing.desk);
    case Holds::date:
      return date_typed(text, field.key, typing);
    case Holds::death: {
      Value yes = yes_no_typed(field, text, typing);
      if (std::holds_alternative<bool>(yes.data())) return yes;
      return Object{{"when", date_typed(text, field.key, typing)}};
    }
    case Holds::object:
      return object_typed(field, text, typing);
    case Holds::pair:
    case Holds::quote:
      break;
  }
  return text;
}

bool parted_by_comma(const Field& field) {
  return field.holds == Holds::id || field.holds == Holds::term || field.words != casefile::Words::any;
}

}  // namespace

document::Diagnostic fault(std::string code, document::Arguments arguments) {
  return {document::Severity::error, std::move(code), {}, std::move(arguments)};
}

std::string id_typed(casefile::Refers wanted, const std::string& text, Typing& typing) {
  if (wanted == casefile::Refers::itself || wanted == casefile::Refers::nothing) return text;
  const Meant found = meant(typing.c, wanted, text);
  if (!found.id.empty()) return found.id;
  document::Arguments arguments = {{"found", Argument::literal(text)}};
  if (!found.several.empty()) {
    arguments["known"] = Argument::literal(casefile::listed(found.several, text));
    typing.faults.push_back(fault("name_of_several", std::move(arguments)));
  } else {
    arguments["known"] = Argument::literal(casefile::listed(found.known, text));
    if (const std::string near = casefile::nearest(text, found.known); !near.empty())
      arguments["suggestion"] = Argument::literal(near);
    typing.faults.push_back(fault("name_of_nobody", std::move(arguments)));
  }
  return text;
}

std::string day_typed(const std::string& text, const Desk& desk) {
  if (casefile::parse_date(text)) return text;
  return danish_day(text, desk).value_or(text);
}

Value typed(const Field& field, const std::vector<std::string>& texts, Typing& typing) {
  if (field.holds == Holds::pair) {
    Array pair;
    for (const std::string& text : texts)
      for (const std::string& one : parted(text, ',')) pair.emplace_back(id_typed(field.refers, one, typing));
    return pair;
  }
  if (!field.list) return one_typed(field, texts.back(), typing);
  Array list;
  for (const std::string& text : texts) {
    if (!parted_by_comma(field)) {
      list.push_back(one_typed(field, text, typing));
      continue;
    }
    for (const std::string& one : parted(text, ',')) list.push_back(one_typed(field, one, typing));
  }
  return list;
}

}  // namespace kreds::editing
