/// \file
/// Builds the arena of a document from the events of a JSON parser.
///
/// A parser decodes and judges but tells no places, so a cursor walks the text in step with its events: between two
/// tokens there can only be white space, commas and colons. Each event answers whether the reading goes on.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "kreds/document/document.hpp"
#include "syntax.hpp"

namespace kreds::document {

class DocumentBuilder {
 public:
  DocumentBuilder(std::string file_name, std::string text, const ParseLimits& limits);

  /// Byte order mark, line ends, and whether all characters may stand in a document at all; to be called first.
  bool text_can_be_read();
  /// What is parsed. A fast parser may read past its end: padding behind it can be asked for.
  const std::string& text_with_padding(std::size_t bytes);
  const std::string& text() const { return document_.text_; }
  const ParseLimits& limits() const { return limits_; }

  bool null() { return scalar(Kind::null, 4, 0); }
  bool boolean(bool value) { return scalar(Kind::boolean, value ? 4 : 5, value ? 1 : 0); }
  bool integer(std::int64_t value);
  /// A number that the parser does not know as one of 64 bits: read from the text itself.
  bool number_as_written();
  bool string(std::string value);
  bool key(std::string_view value);
  bool open(Kind kind);
  bool close(Kind kind);
  /// The parser refuses what comes next; always false.
  bool refused();

  /// After the last event, or after one that was answered with false.
  ParseResult result(bool whole) &&;

 private:
  using Cell = Document::Cell;

  /// A list or object that is not closed yet.
  struct Open {
    std::uint32_t cell = 0;
    std::uint32_t last = Document::none;  ///< its newest child
    std::size_t keys = 0;                 ///< where its keys begin in keys_
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  void strip_byte_order_mark();
  void find_lines();
  bool whole_file_fault(std::string code);
  bool fault(std::string code, std::size_t offset, Arguments arguments);
  void check_decoded(std::string_view value, std::size_t begin, std::size_t length, std::uint32_t cell);

  std::size_t to_token();
  std::size_t number_length() { return end_of_number(document_.text_, to_token()) - cursor_; }
  Place place(std::size_t offset) const { return document_.place_at(offset, Document::none); }
  std::size_t begin_of(std::uint32_t cell) const { return document_.cells_[cell].begin; }
  char opening() const { return document_.cells_[open_.back().cell].kind == Kind::object ? '{' : '['; }

  std::uint32_t newest() const { return static_cast<std::uint32_t>(document_.cells_.size() - 1); }
  bool add(Kind kind, std::size_t length, std::uint64_t payload);
  void link(Cell& cell, std::uint32_t index);
  bool scalar(Kind kind, std::size_t length, std::uint64_t payload);
  void report_duplicates(const Open& object);

  ParseLimits limits_;
  Document document_;
  Diagnostics diagnostics_;
  std::size_t cursor_ = 0;
  After after_ = After::nothing;
  std::size_t key_begin_ = 0;
  std::uint32_t name_ = 0;
  std::vector<Open> open_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> keys_;  ///< name and cell, of all open objects
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> names_;
};

}  // namespace kreds::document
