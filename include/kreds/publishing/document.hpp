/// \file
/// A document for people, as values: what is said, in which order, and what kind of thing each part is. Nothing of how
/// it looks; three writers (pdf.hpp, html.hpp, markdown.hpp) turn the same document into files.
///
/// All texts are plain: the writers make them fit for their format, so that a name can never be taken for an
/// instruction. Control characters and marks that turn the direction of writing are left out by every writer.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "kreds/drawing/scene.hpp"

namespace kreds::publishing {

/// A text with a bold beginning; either may be empty.
struct Words {
  std::string lead;
  std::string text;
};

/// Level 1 is the highest below the title. Levels are not skipped.
struct Heading {
  int level = 1;
  std::string text;
};
struct Paragraph {
  Words words;
  bool small = false;  ///< sources and the like
};
struct List {
  std::vector<Words> items;
  bool numbered = false;
};
/// What a word means here: a table of two columns without a head.
struct Definition {
  std::string term;
  std::vector<std::string> texts;  ///< one below the other
};
struct Definitions {
  std::vector<Definition> entries;
};
/// Each row has as many cells as the head; the first cell of a row names the row. A cell holds lines.
using Cell = std::vector<std::string>;
struct Table {
  std::string caption;  ///< read aloud, and printed above
  std::vector<std::string> head;
  std::vector<std::vector<Cell>> rows;
  std::vector<double> widths = {};  ///< shares of the line, as many as the head; empty: equal
  double least_row_height = 0;      ///< in points: rows to write in by hand
};
/// Lists side by side, each under its own heading.
struct Column {
  std::string heading;
  std::vector<std::string> items;
};
struct Columns {
  std::vector<Column> columns;
};
struct Picture {
  drawing::Scene scene;
  std::string alternative;  ///< what it shows, for who cannot see it
  std::string caption;
};
/// Something that must be seen: a warning, or a note beside the text.
struct Box {
  enum class Kind { note, warning };
  Kind kind = Kind::note;
  std::vector<Words> paragraphs;
};
/// A word and a line to write on, for each; what is known already stands on the line.
struct WritingLines {
  std::vector<std::string> labels;
  std::vector<std::string> texts = {};  ///< beside the labels; those that are left out are empty
};
/// What follows begins on a new page, with this at the foot of each; empty: as before.
struct PageBreak {
  std::string foot;
  /// All until the next break shall stand on this one page: empty rows of its tables go, then letters get smaller, down
  /// to 7 points. More than that goes on over the page.
  bool one_page = false;
  double text_pt = 0;  ///< letters of this size from here on; 0: the document's
};

using Block =
    std::variant<Heading, Paragraph, List, Definitions, Table, Columns, Picture, Box, WritingLines, PageBreak>;

struct Document {
  std::string language;               ///< "da", "en"
  std::string date;                   ///< ISO day: the date written into a PDF
  std::string title;                  ///< the first heading, and the title of the file
  std::vector<std::string> subtitle;  ///< lines below the title
  std::string head;                   ///< on each page: what it is
  std::string foot;                   ///< on each page: case number, version
  struct PageWords {
    std::string page, of;  ///< »Side 3 af 9«
  } page_words;
  std::string picture_word;  ///< »Billede«, where a format has no pictures
  double text_pt = 10;       ///< of the body on paper
  std::vector<Block> blocks;
};

/// Every text that is printed, apart from what pictures hold, in the order of the document.
std::vector<std::string> texts_of(const Document& document);

/// A text as all writers begin with it: one line, nothing that cannot be seen.
std::string plain(const std::string& text);

}  // namespace kreds::publishing
