#include "kreds/publishing/lix.hpp"

#include <string_view>

namespace kreds::publishing {
namespace {

struct Counts {
  std::size_t words = 0, sentences = 0, long_words = 0;
};

bool is_letter(unsigned char byte) {
  // Bytes from 0xC3 begin letters beyond ASCII; »«–… begin with 0xC2 or 0xE2.
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= 0xC3 && byte < 0xE0);
}
bool is_digit(unsigned char byte) {
  return byte >= '0' && byte <= '9';
}

void count_word(std::string_view word, bool last, Counts& counts, std::size_t& in_sentence) {
  constexpr std::size_t longest_short_word = 6;
  std::size_t letters = 0, digits = 0;
  for (const char c : word) {
    letters += is_letter(static_cast<unsigned char>(c)) ? 1 : 0;
    digits += is_digit(static_cast<unsigned char>(c)) ? 1 : 0;
  }
  if (letters + digits > 0) {
    ++counts.words;
    ++in_sentence;
    if (letters > longest_short_word) ++counts.long_words;
  }
  std::string_view bare = word;
  for (const std::string_view sign : {"«", ")", "\""})
    if (bare.ends_with(sign)) bare.remove_suffix(sign.size());
  const bool number = bare.ends_with('.') && letters == 0 && digits > 0 && !last;
  const bool ends = !number && !bare.empty() && std::string_view(".:?!").find(bare.back()) != std::string_view::npos;
  if ((ends || last) && in_sentence > 0) {
    ++counts.sentences;
    in_sentence = 0;
  }
}

void count(std::string_view text, Counts& counts) {
  std::size_t in_sentence = 0;
  while (!text.empty()) {
    const std::size_t begin = text.find_first_not_of(" \n\t");
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(text.find_first_of(" \n\t", begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    text.remove_prefix(end);
    count_word(word, text.find_first_not_of(" \n\t") == std::string_view::npos, counts, in_sentence);
  }
  if (in_sentence > 0) ++counts.sentences;
}

class Collecting {
 public:
  std::vector<std::string> texts;

  void operator()(const Heading& heading) { add(heading.text); }
  void operator()(const Paragraph& paragraph) { add(paragraph.words); }
  void operator()(const List& list) {
    for (const Words& item : list.items) add(item);
  }
  void operator()(const Definitions& definitions) {
    for (const Definition& entry : definitions.entries) {
      add(entry.term);
      for (const std::string& text : entry.texts) add(text);
    }
  }
  void operator()(const Table& table) {
    add(table.caption);
    for (const std::string& cell : table.head) add(cell);
    for (const auto& row : table.rows)
      for (const Cell& cell : row)
        for (const std::string& text : cell) add(text);
  }
  void operator()(const Columns& columns) {
    for (const Column& column : columns.columns) {
      add(column.heading);
      for (const std::string& item : column.items) add(item);
    }
  }
  void operator()(const Picture& picture) { add(picture.caption); }
  void operator()(const Box& box) {
    for (const Words& words : box.paragraphs) add(words);
  }
  void operator()(const WritingLines& lines) {
    for (const std::string& label : lines.labels) add(label);
  }
  void operator()(const PageBreak&) {}

  void add(const std::string& text) {
    if (!text.empty()) texts.push_back(plain(text));
  }
  void add(const Words& words) { add(words.lead + (words.lead.empty() || words.text.empty() ? "" : " ") + words.text); }
};

}  // namespace

double lix(const std::vector<std::string>& texts) {
  Counts counts;
  for (const std::string& text : texts) count(text, counts);
  if (counts.words == 0) return 0;
  const auto words = static_cast<double>(counts.words);
  return words / static_cast<double>(counts.sentences) + 100 * static_cast<double>(counts.long_words) / words;
}

std::vector<std::string> running_texts(const Document& document) {
  Collecting collecting;
  collecting.add(document.title);
  for (const std::string& line : document.subtitle) collecting.add(line);
  for (const Block& block : document.blocks) std::visit(collecting, block);
  return std::move(collecting.texts);
}

}  // namespace kreds::publishing
