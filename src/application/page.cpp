#include "kreds/application/page.hpp"

#include <algorithm>

namespace kreds::application {

std::size_t length_of(std::string_view text) {
  const auto starts_character = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_character));
}

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t length = length_of(text);
  return length < width ? text + std::string(width - length, ' ') : text;
}

std::string padded_left(const std::string& text, std::size_t width) {
  const std::size_t length = length_of(text);
  return length < width ? std::string(width - length, ' ') + text : text;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    const std::string_view word = text.substr(0, space);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    if (word.empty()) continue;
    std::string& line = lines.back();
    if (line.empty())
      line = word;
    else if (length_of(line) + 1 + length_of(word) <= width)
      line.append(" ").append(word);
    else
      lines.emplace_back(word);
  }
  return lines;
}

void Page::add(PageLine::Kind kind, const std::string& text, std::size_t first, std::size_t rest) {
  std::size_t indent = first;
  for (const std::string& line : wrapped(text, page_width - rest)) {
    lines_.push_back({kind, std::string(indent, ' ') + line});
    indent = rest;
  }
}

void Page::blank() {
  if (!lines_.empty() && !lines_.back().text.empty()) lines_.push_back({});
}

void Page::verbatim(const std::string& line, std::size_t indent) {
  lines_.push_back({PageLine::Kind::text, std::string(indent, ' ') + line});
}

void Page::heading(const std::string& text) {
  blank();
  add(PageLine::Kind::heading, text, 0, 0);
}

void Page::item(const std::string& text, std::size_t indent, PageLine::Kind kind) {
  entry("–", text, indent, indent + 2, kind);
}

void Page::entry(const std::string& word, const std::string& text, std::size_t indent, std::size_t column,
                 PageLine::Kind kind) {
  const std::string head = std::string(indent, ' ') + word;
  if (length_of(head) >= column) {  // the word is too long for its column
    lines_.push_back({kind, head});
    if (!text.empty()) add(kind, text, column, column);
    return;
  }
  std::string start = padded(head, column);
  for (const std::string& line : wrapped(text, page_width - column)) {
    lines_.push_back({kind, start + line});
    start = std::string(column, ' ');
  }
}

std::string to_text(const Page& page) {
  std::string text;
  for (const PageLine& line : page.lines()) text.append(line.text).append("\n");
  return text;
}

}  // namespace kreds::application
