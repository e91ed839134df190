#include "kreds/labels/labels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>

#include "kreds/document/document.hpp"

namespace kreds::labels {
namespace {

using document::Argument;
using document::Arguments;
using document::Diagnostic;
using document::Place;

/// Code points that move the cursor of a terminal, or turn the direction of the text around them.
bool is_unsafe(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

struct Decoded {
  char32_t code_point = 0;
  std::size_t length = 1;
};

/// The character at an offset; a byte that is not UTF-8 stands for itself, as a control character.
Decoded decode(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) return {0x80, 1};
  char32_t code_point = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[at + i]);
    if ((next & 0xC0U) != 0x80U) return {0x80, 1};
    code_point = (code_point << 6U) | (next & 0x3FU);
  }
  return {code_point, length};
}

std::string filled(const Argument& argument, const Labels& labels) {
  return argument.is_label ? labels(argument.text) : printable(argument.text);
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// A Danish genitive, `{child}s`: a name that ends in such a sound takes an apostrophe instead, »Villads'«.
bool takes_apostrophe(const std::string& name, std::string_view after) {
  const bool genitive = after.starts_with('s') && (after.size() == 1 || !is_letter(after[1]));
  return genitive && !name.empty() && std::string_view("sxzSXZ").find(name.back()) != std::string_view::npos;
}

/// Fills `{name}` from a function that gives the text of a place, or nothing; then the whole is nothing.
template <class Fill>
std::optional<std::string> fill_places(std::string_view sentence, Fill fill) {
  std::string out;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    const char c = sentence[at];
    const bool doubled = at + 1 < sentence.size() && sentence[at + 1] == c;
    if ((c == '{' || c == '}') && doubled) {
      out += c;
      ++at;
    } else if (c == '{') {
      const std::size_t end = std::min(sentence.find('}', at), sentence.size());
      const std::optional<std::string> text = fill(std::string(sentence.substr(at + 1, end - at - 1)));
      if (!text) return std::nullopt;
      out += *text;
      at = end;
      if (takes_apostrophe(*text, sentence.substr(std::min(end + 1, sentence.size())))) {
        out += '\'';
        ++at;
      }
    } else {
      out += c;
    }
  }
  return out;
}

/// The sentence under a key with the arguments of a diagnostic; nothing if one of its places has no argument.
std::optional<std::string> sentence(const std::string& key, const Arguments& arguments, const Labels& labels) {
  if (!labels.has(key)) return std::nullopt;
  return fill_places(labels.all().find(key)->second, [&](const std::string& name) -> std::optional<std::string> {
    const auto argument = arguments.find(name);
    if (argument == arguments.end()) return std::nullopt;
    return filled(argument->second, labels);
  });
}

std::string prefix(const Place& place) {
  const std::string file = printable(place.file);
  return place.line == 0 ? fmt::format("{}: ", file) : fmt::format("{}:{}:{}: ", file, place.line, place.column);
}

/// »Did you mean …« if there is something near, then what else helps.
std::string hint(const Diagnostic& diagnostic, const Labels& labels) {
  std::string out;
  for (const std::string& key : {std::string("hint.suggestion"), "hint." + diagnostic.code}) {
    const auto text = sentence(key, diagnostic.arguments, labels);
    if (text) out += (out.empty() ? "  " : " ") + *text;
  }
  return out;
}

[[noreturn]] void unusable(const std::string& path, const std::string& fault) {
  throw std::runtime_error(path + ": " + fault);
}

std::string where(const Place& place) {
  return fmt::format("{}:{} {}", place.line, place.column, place.pointer);
}

}  // namespace

Labels::Labels(std::string language, Words words)
    : language_(std::move(language)), words_(std::make_shared<const Words>(std::move(words))) {}

bool Labels::has(std::string_view key) const {
  return words_->find(key) != words_->end();
}

std::string Labels::operator()(std::string_view key) const {
  return (*this)(key, {});
}

std::string Labels::operator()(std::string_view key, const std::map<std::string, std::string>& fill) const {
  const auto word = words_->find(key);
  if (word == words_->end()) return fmt::format("«{}»", key);
  return *fill_places(word->second, [&](const std::string& name) -> std::optional<std::string> {
    const auto text = fill.find(name);
    return text == fill.end() ? "{" + name + "}" : text->second;
  });
}

Labels load_labels(const std::string& folder, const std::string& language) {
  const std::string path = folder + "/" + language + ".json";
  const document::ParseResult parsed = document::parse_file(path);
  if (!parsed.document) {
    const Diagnostic& first = parsed.diagnostics.back();
    unusable(path, first.code + " " + where(first.place));
  }
  if (document::has_errors(parsed.diagnostics))
    unusable(path, parsed.diagnostics.front().code + " " + where(parsed.diagnostics.front().place));
  const document::Node root = parsed.document->root();
  if (!root.is(document::Kind::object)) unusable(path, "not an object");
  Labels::Words words;
  for (const document::Node word : root.children()) {
    if (!word.is(document::Kind::text)) unusable(path, "not a text at " + where(word.place()));
    words.emplace_hint(words.end(), word.key(), word.text());  // the files are sorted
  }
  return {language, std::move(words)};
}

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    if (is_unsafe(c.code_point))
      out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c.code_point));
    else
      out += text.substr(at, c.length);
    at += c.length;
  }
  return out;
}

std::string to_text(const document::Diagnostic& diagnostic, const Labels& labels) {
  const bool error = diagnostic.severity == document::Severity::error;
  const std::string key = "diagnostic." + diagnostic.code;
  std::string out = prefix(diagnostic.place) + labels(error ? "severity.error" : "severity.warning") + ": " +
                    sentence(key, diagnostic.arguments, labels).value_or(labels(key));
  if (!diagnostic.place.pointer.empty()) out += " (" + printable(diagnostic.place.pointer) + ")";
  const std::string help = hint(diagnostic, labels);
  return help.empty() ? out : out + "\n" + help;
}

std::string date_in_words(int year, unsigned month, unsigned day, const Labels& labels) {
  if (month == 0) return std::to_string(year);
  const std::string month_name = labels("date.month." + std::to_string(month));
  if (day == 0) return labels("date.month_year", {{"month", month_name}, {"year", std::to_string(year)}});
  return labels("date.full", {{"day", std::to_string(day)}, {"month", month_name}, {"year", std::to_string(year)}});
}

std::string decimal(double value, int decimals, const Labels& labels) {
  if (!std::isfinite(value)) return "–";
  std::string text = fmt::format("{:.{}f}", value, decimals);
  // Nothing is left of a small negative number but its sign.
  if (text.starts_with('-') && text.find_first_of("123456789") == std::string::npos) text.erase(0, 1);
  const std::size_t point = text.find('.');
  if (point != std::string::npos) text.replace(point, 1, labels("number.decimal_mark"));
  return text;
}

}  // namespace kreds::labels
