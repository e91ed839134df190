#include "kreds/publishing/document.hpp"

#include "kreds/layout/content.hpp"

namespace kreds::publishing {
namespace {

class Texts {
 public:
  std::vector<std::string> all;

  void operator()(const Heading& heading) { add(heading.text); }
  void operator()(const Paragraph& paragraph) { add(paragraph.words); }
  void operator()(const List& list) { add(list.items); }
  void operator()(const Definitions& definitions) {
    for (const Definition& entry : definitions.entries) {
      add(entry.term);
      add(entry.texts);
    }
  }
  void operator()(const Table& table) {
    add(table.caption);
    add(table.head);
    for (const auto& row : table.rows)
      for (const Cell& cell : row) add(cell);
  }
  void operator()(const Columns& columns) {
    for (const Column& column : columns.columns) {
      add(column.heading);
      add(column.items);
    }
  }
  void operator()(const Picture& picture) { add(picture.caption); }
  void operator()(const Box& box) { add(box.paragraphs); }
  void operator()(const WritingLines& lines) {
    add(lines.labels);
    add(lines.texts);
  }
  void operator()(const PageBreak& page) { add(page.foot); }

  void add(const std::string& text) {
    if (!text.empty()) all.push_back(text);
  }
  void add(const Words& words) {
    add(words.lead);
    add(words.text);
  }
  template <class T>
  void add(const std::vector<T>& list) {
    for (const T& each : list) add(each);
  }
};

}  // namespace

std::vector<std::string> texts_of(const Document& document) {
  Texts texts;
  texts.add(document.title);
  texts.add(document.subtitle);
  texts.add(document.head);
  texts.add(document.foot);
  for (const Block& block : document.blocks) std::visit(texts, block);
  return std::move(texts.all);
}

std::string plain(const std::string& text) {
  return layout::drawable(text);
}

}  // namespace kreds::publishing
