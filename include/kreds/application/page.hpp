/// \file
/// A page of plain text for people: lines of at most 80 characters, each of which knows what it is, so that a terminal
/// may show it in bold and a file need not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kreds::application {

inline constexpr std::size_t page_width = 80;

struct PageLine {
  enum class Kind { text, title, heading, warning };
  Kind kind = Kind::text;
  std::string text;  ///< one line, without a newline
};

class Page {
 public:
  void title(const std::string& text) { add(PageLine::Kind::title, text, 0, 0); }
  void heading(const std::string& text);  ///< with an empty line before it
  void warning(const std::string& text, std::size_t indent = 0) { add(PageLine::Kind::warning, text, indent, indent); }
  void text(const std::string& text, std::size_t indent = 0) { add(PageLine::Kind::text, text, indent, indent); }
  void item(const std::string& text, std::size_t indent = 0, PageLine::Kind kind = PageLine::Kind::text);  ///< »– …«
  /// A word and what belongs to it in a column of its own, which begins at `column`.
  void entry(const std::string& word, const std::string& text, std::size_t indent, std::size_t column,
             PageLine::Kind kind = PageLine::Kind::text);
  void verbatim(const std::string& line, std::size_t indent = 0);  ///< as it is, however long
  void verbatim_warning(const std::string& line) { lines_.push_back({PageLine::Kind::warning, line}); }
  void blank();

  const std::vector<PageLine>& lines() const { return lines_; }

 private:
  void add(PageLine::Kind kind, const std::string& text, std::size_t first, std::size_t rest);
  std::vector<PageLine> lines_;
};

std::string to_text(const Page& page);

/// Text in lines of at most `width` characters (code points), broken at spaces; a longer word stands alone.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);
/// Characters (code points) of a UTF-8 text.
std::size_t length_of(std::string_view text);
/// Filled up with spaces to a width.
std::string padded(const std::string& text, std::size_t width);
std::string padded_left(const std::string& text, std::size_t width);

}  // namespace kreds::application
