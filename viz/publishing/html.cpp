#include "kreds/publishing/html.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "kreds/document/encoding.hpp"
#include "kreds/drawing/render.hpp"

namespace kreds::publishing {
namespace {

std::string escaped(const std::string& text) {
  return document::in_markup(plain(text));
}

/// Colours with a contrast of 7 or more on their ground; sizes follow the reader's own.
constexpr std::string_view look = R"(
html { font-size: 100%; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: #ffffff; color: #1f1d1a; line-height: 1.5;
  font-family: Lato, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
header, main, footer { max-width: 52rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.5rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.4rem; line-height: 1.25; margin: 2.2rem 0 .6rem; border-bottom: 2px solid #b9ae9b; padding-bottom: .2rem; }
h3 { font-size: 1.15rem; margin: 1.6rem 0 .4rem; }
h4 { font-size: 1rem; margin: 1.1rem 0 .3rem; }
p, ul, ol, dl { margin: 0 0 .8rem; }
p, li, dd, td, th { overflow-wrap: anywhere; }
.small { font-size: .9rem; color: #45413a; }
.kind { color: #45413a; margin: 0 0 .3rem; }
dl { display: grid; grid-template-columns: minmax(9rem, 1fr) 3fr; gap: .3rem 1rem; }
dt { font-weight: bold; }
dd { margin: 0; }
dd p { margin: 0 0 .3rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1rem; font-size: .95rem; }
.unseen { height: 1px; line-height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); }
caption { text-align: left; font-weight: bold; padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border: 1px solid #b9ae9b; }
thead th { background: #efe9dd; }
td p, th p { margin: 0 0 .2rem; }
.columns { display: flex; flex-wrap: wrap; gap: 1rem; margin: 0 0 1rem; }
.columns > section { flex: 1 1 14rem; border: 1px solid #b9ae9b; padding: .6rem .8rem; }
.columns h4, .columns h5 { margin: 0 0 .4rem; font-size: 1rem; }
.columns ul { padding-left: 1.1rem; margin: 0; }
figure { margin: 1rem 0; }
figure img { display: block; width: 100%; max-width: 46rem; height: auto; border: 1px solid #b9ae9b; }
figcaption { font-size: .95rem; margin-top: .4rem; }
.note, .warning { border-left: .35rem solid #6b6250; background: #f6f2ea; padding: .7rem 1rem; margin: 0 0 1rem; }
.warning { border-left-color: #8a1c1c; background: #fbeeec; }
.note p:last-child, .warning p:last-child { margin-bottom: 0; }
.write { display: flex; gap: 1rem; align-items: flex-end; margin: 0 0 1rem; }
.write span + span { flex: 1; border-bottom: 1px solid #1f1d1a; min-height: 1.6rem; }
.new-page { border: 0; border-top: 3px double #6b6250; margin: 2.5rem 0 0; }
footer { border-top: 1px solid #b9ae9b; margin-top: 2rem; padding: 1rem 1.25rem 2rem; }
@media (max-width: 34rem) {
  dl { display: block; }
  dd { margin: 0 0 .6rem; }
}
@media print {
  @page { size: A4; margin: 2cm; }
  body { font-size: 10pt; }
  header, main, footer { max-width: none; padding: 0; }
  h2, h3, h4 { break-after: avoid; }
  tr, li, figure, .note, .warning { break-inside: avoid; }
  thead { display: table-header-group; }
  .new-page { break-before: page; border: 0; }
  .wide { overflow: visible; }
}
)";

class Writer {
 public:
  explicit Writer(const Document& document) : document_(document) {}

  std::string write() {
    const std::string language = escaped(document_.language);
    text_ = "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + language + "\" xml:lang=\"" +
            language + "\">\n<head>\n<meta charset=\"utf-8\"/>\n" +
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
            "style-src 'unsafe-inline'\"/>\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
            "<meta name=\"robots\" content=\"noindex\"/>\n<title>" +
            escaped(document_.title) + "</title>\n<style>" + std::string(look) +
            "</style>\n</head>\n<body>\n<header>\n";
    if (!document_.head.empty()) text_ += "<p class=\"kind\">" + escaped(document_.head) + "</p>\n";
    text_ += "<h1>" + escaped(document_.title) + "</h1>\n";
    for (const std::string& line : document_.subtitle) text_ += "<p>" + escaped(line) + "</p>\n";
    text_ += "</header>\n<main>\n";
    for (const Block& block : document_.blocks) std::visit([&](const auto& one) { add(one); }, block);
    close_sections(0);
    text_ += "</main>\n<footer><p>" + escaped(document_.foot) + "</p></footer>\n</body>\n</html>\n";
    return std::move(text_);
  }

 private:
  /// A section begins with its heading and ends before the next of its level or above.
  void close_sections(int down_to) {
    for (; open_ > down_to; --open_) text_ += "</section>\n";
  }

  static std::string words(const Words& words) {
    std::string text;
    if (!words.lead.empty()) text = "<strong>" + escaped(words.lead) + "</strong>";
    if (!words.lead.empty() && !words.text.empty()) text += " ";
    return text + escaped(words.text);
  }
  static std::string lines(const std::vector<std::string>& texts) {
    if (texts.size() == 1) return escaped(texts.front());
    std::string all;
    for (const std::string& text : texts) all += "<p>" + escaped(text) + "</p>";
    return all;
  }

  void add(const Heading& heading) {
    close_sections(heading.level - 1);
    last_heading_ = heading.text;
    for (; open_ < heading.level; ++open_) text_ += "<section>\n";
    const std::string tag = "h" + std::to_string(heading.level + 1);
    text_ += "<" + tag + ">" + escaped(heading.text) + "</" + tag + ">\n";
  }
  void add(const Paragraph& paragraph) {
    text_ += (paragraph.small ? "<p class=\"small\">" : "<p>") + words(paragraph.words) + "</p>\n";
  }
  void add(const List& list) {
    if (list.items.empty()) return;
    const std::string tag = list.numbered ? "ol" : "ul";
    text_ += "<" + tag + ">\n";
    for (const Words& item : list.items) text_ += "<li>" + words(item) + "</li>\n";
    text_ += "</" + tag + ">\n";
  }
  void add(const Definitions& definitions) {
    if (definitions.entries.empty()) return;
    text_ += "<dl>\n";
    for (const Definition& entry : definitions.entries)
      text_ += "<dt>" + escaped(entry.term) + "</dt><dd>" + lines(entry.texts) + "</dd>\n";
    text_ += "</dl>\n";
  }
  void add(const Table& table) {
    // What can be scrolled sideways must be reachable by keyboard, and then needs a name.
    const std::string name = escaped(!table.caption.empty()  ? table.caption
                                     : last_heading_.empty() ? document_.title
                                                             : last_heading_);
    text_ += R"(<div class="wide" role="group" tabindex="0" aria-label=")" + name + "\">\n<table>\n";
    // The heading above names a table to who sees it; who does not hears it with the table.
    text_ += (table.caption.empty() ? "<caption class=\"unseen\">" : "<caption>") + name + "</caption>\n";
    text_ += "<thead><tr>";
    for (const std::string& cell : table.head) text_ += "<th scope=\"col\">" + escaped(cell) + "</th>";
    text_ += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
      text_ += "<tr>";
      for (std::size_t i = 0; i < row.size(); ++i) {
        const bool names_the_row = i == 0 && !row[i].empty();
        text_ += names_the_row ? "<th scope=\"row\">" : "<td>";
        text_ += row[i].empty() ? (table.least_row_height > 0 ? "&#160;" : "") : lines(row[i]);
        text_ += names_the_row ? "</th>" : "</td>";
      }
      text_ += "</tr>\n";
    }
    text_ += "</tbody>\n</table>\n</div>\n";
  }
  void add(const Columns& columns) {
    const std::string tag = "h" + std::to_string(std::min(open_ + 2, 6));
    text_ += "<div class=\"columns\">\n";
    for (const Column& column : columns.columns) {
      text_.append("<section><").append(tag).append(">").append(escaped(column.heading));
      text_.append("</").append(tag).append(">\n");
      if (!column.items.empty()) text_ += "<ul>\n";
      for (const std::string& item : column.items) text_ += "<li>" + escaped(item) + "</li>\n";
      text_ += column.items.empty() ? "</section>\n" : "</ul></section>\n";
    }
    text_ += "</div>\n";
  }
  void add(const Picture& picture) {
    text_ += "<figure>\n<img alt=\"" + escaped(picture.alternative) + "\" src=\"data:image/svg+xml;base64," +
             document::base64(drawing::render(picture.scene, drawing::Format::svg)) + "\"/>\n<figcaption>" +
             escaped(picture.caption) + "</figcaption>\n</figure>\n";
  }
  void add(const Box& box) {
    text_ += box.kind == Box::Kind::warning ? "<div class=\"warning\">\n" : "<div class=\"note\">\n";
    for (const Words& each : box.paragraphs) text_ += "<p>" + words(each) + "</p>\n";
    text_ += "</div>\n";
  }
  void add(const WritingLines& writing) {
    for (std::size_t i = 0; i < writing.labels.size(); ++i)
      text_ += "<div class=\"write\"><span>" + escaped(writing.labels[i]) + "</span><span>" +
               (i < writing.texts.size() ? escaped(writing.texts[i]) : "") + "</span></div>\n";
  }
  void add(const PageBreak& page) {
    close_sections(0);
    text_ += "<hr class=\"new-page\"/>\n";
    if (!page.foot.empty()) text_ += "<p class=\"kind\">" + escaped(page.foot) + "</p>\n";
  }

  const Document& document_;
  std::string text_;
  std::string last_heading_;
  int open_ = 0;  ///< sections
};

}  // namespace

std::string to_html(const Document& document) {
  return Writer(document).write();
}

}  // namespace kreds::publishing
