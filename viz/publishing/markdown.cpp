#include "kreds/publishing/markdown.hpp"

#include <string_view>

namespace kreds::publishing {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A sign at the beginning of a line that would make it a list, a heading underline or a quotation.
bool begins_something(std::string_view text) {
  if (text.empty()) return false;
  return text.front() == '-' || text.front() == '+' || text.front() == '=';
}

/// Every sign that Markdown could take for its own, also where it links what merely looks like an address.
/// Only at the beginning of a line can a number begin a list.
std::string escaped(const std::string& text, bool begins_line = true) {
  const std::string line = plain(text);
  std::string safe;
  std::size_t digits = 0;  // at the beginning of the line
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool list_number = begins_line && digits > 0 && i == digits && (c == '.' || c == ')');
    const bool scheme = c == ':' && line.compare(i, 3, "://") == 0;
    const bool host = c == '.' && i >= 3 && (line.compare(i - 3, 3, "www") == 0 || line.compare(i - 3, 3, "WWW") == 0);
    const bool sign = std::string_view("\\`*_[]<>|~&#@$").find(c) != std::string_view::npos;
    if (sign || list_number || scheme || host || (begins_line && i == 0 && begins_something(line))) safe += '\\';
    safe += c;
  }
  return safe;
}

std::string words(const Words& words) {
  const std::string lead = escaped(words.lead);
  std::string text = escaped(words.text);
  if (lead.empty()) return text;
  return "**" + lead + "**" + (text.empty() ? "" : " " + text);
}

class Writer {
 public:
  explicit Writer(const Document& document) : document_(document) {}

  std::string write() {
    line("# " + escaped(document_.title));
    blank();
    for (const std::string& each : document_.subtitle) paragraph(escaped(each));
    for (const Block& block : document_.blocks) std::visit([&](const auto& one) { add(one); }, block);
    if (!document_.foot.empty()) {
      line("---");
      blank();
      line(escaped(document_.foot));
    }
    return std::move(text_);
  }

 private:
  void line(const std::string& text) { text_ += text + "\n"; }
  void blank() { text_ += "\n"; }
  void paragraph(const std::string& text) {
    if (text.empty()) return;
    line(text);
    blank();
  }

  void add(const Heading& heading) {
    paragraph(std::string(static_cast<std::size_t>(heading.level) + 1, '#') + " " + escaped(heading.text));
  }
  void add(const Paragraph& each) { paragraph(words(each.words)); }
  void add(const List& list) {
    std::size_t number = 0;
    for (const Words& item : list.items) line((list.numbered ? std::to_string(++number) + ". " : "- ") + words(item));
    if (!list.items.empty()) blank();
  }
  void add(const Definitions& definitions) {
    for (const Definition& entry : definitions.entries) {
      if (entry.texts.size() == 1) {
        line("- **" + escaped(entry.term) + ":** " + escaped(entry.texts.front(), false));
        continue;
      }
      line("- **" + escaped(entry.term) + ":**");
      for (const std::string& text : entry.texts) line("  - " + escaped(text));
    }
    if (!definitions.entries.empty()) blank();
  }
  void add(const Table& table) {
    if (!table.caption.empty()) paragraph("**" + escaped(table.caption) + "**");
    std::string head = "|", rule = "|";
    for (const std::string& cell : table.head) {
      head += " " + escaped(cell) + " |";
      rule += " --- |";
    }
    line(head);
    line(rule);
    for (const auto& row : table.rows) {
      std::string cells = "|";
      for (const Cell& cell : row) {
        std::string joined;
        for (const std::string& each : cell) joined += (joined.empty() ? "" : "<br>") + escaped(each, false);
        cells += " " + joined + " |";
      }
      line(cells);
    }
    blank();
  }
  void add(const Columns& columns) {
    for (const Column& column : columns.columns) {
      paragraph("**" + escaped(column.heading) + "**");
      for (const std::string& item : column.items) line("- " + escaped(item));
      if (!column.items.empty()) blank();
    }
  }
  void add(const Picture& picture) {
    line("> **" + escaped(document_.picture_word) + ": " + escaped(picture.caption) + "**");
    line(">");
    paragraph("> " + escaped(picture.alternative));
  }
  void add(const Box& box) {
    for (std::size_t i = 0; i < box.paragraphs.size(); ++i) {
      if (i > 0) line(">");
      line("> " + words(box.paragraphs[i]));
    }
    blank();
  }
  void add(const WritingLines& lines) {
    for (std::size_t i = 0; i < lines.labels.size(); ++i) {
      const bool known = i < lines.texts.size() && !lines.texts[i].empty();
      const std::string lead = lines.labels[i].empty() ? "" : escaped(lines.labels[i]) + ": ";
      paragraph(lead + (known ? escaped(lines.texts[i], lead.empty()) : std::string(30, '.')));
    }
  }
  void add(const PageBreak& page) {
    line("---");
    blank();
    if (!page.foot.empty()) paragraph("**" + escaped(page.foot) + "**");
  }

  const Document& document_;
  std::string text_;
};

}  // namespace

std::string to_markdown(const Document& document) {
  return Writer(document).write();
}

}  // namespace kreds::publishing
