/// \file
/// A JSON document that remembers where each of its values stands.
///
/// Shapes  a flat arena of nodes with links, so that neither depth nor size can exhaust the stack.
/// Errors  a syntax fault ends the reading with one diagnostic; duplicate keys, which JSON libraries
///         pass over in silence, are all reported. Nothing throws on bad input.
/// Text    valid UTF-8 without noncharacters and without control characters other than tab and line ends.
/// Cost    linear in the size of the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kreds/document/diagnostic.hpp"

namespace kreds::document {

enum class Kind { null, boolean, integer, real, text, array, object };

class Document;

/// A value in a document; cheap to copy, valid as long as the document lives.
class Node {
 public:
  Kind kind() const;
  bool is(Kind kind) const { return this->kind() == kind; }
  bool boolean() const;                                  ///< of a boolean
  std::int64_t integer() const;                          ///< of an integer
  double number() const;                                 ///< of an integer or a real
  const std::string& text() const;                       ///< of a text
  std::string_view raw() const;                          ///< the bytes as they stand in the file
  const std::string& key() const;                        ///< the name under which it stands in its object; "" otherwise
  Place place() const;                                   ///< of the value
  Place key_place() const;                               ///< of its key, if it has one, else of the value
  std::optional<Node> find(std::string_view key) const;  ///< a member of an object
  std::optional<Node> parent() const;
  std::size_t size() const;  ///< members or elements

  /// Elements of an array or members of an object, in the order of the file.
  class Children;
  Children children() const;

 private:
  friend class Document;
  Node(const Document* document, std::uint32_t index) : document_(document), index_(index) {}
  const Document* document_;
  std::uint32_t index_;
};

struct ParseLimits {
  std::size_t bytes = std::size_t{64} << 20;  ///< 64 MiB
  std::size_t depth = 64;                     ///< levels of nesting
  std::size_t values = 8'000'000;             ///< so that a small file cannot fill the memory
};

class Document {
 public:
  Node root() const { return {this, 0}; }
  const std::string& file() const { return file_; }
  const std::string& text() const { return text_; }
  /// Every node in the order of the file, for checks that concern the whole document.
  std::size_t node_count() const { return cells_.size(); }
  Node node(std::size_t index) const { return {this, static_cast<std::uint32_t>(index)}; }

 private:
  friend class Node;
  friend class DocumentBuilder;
  static constexpr std::uint32_t none = UINT32_MAX;
  static constexpr std::size_t block = 128;  ///< bytes between two entries of characters_before_

  /// Offsets fit 32 bits, for ParseLimits keeps texts far below 4 GiB.
  struct Cell {
    Kind kind = Kind::null;
    std::uint32_t begin = 0, end = 0;  ///< byte offsets of the value
    std::uint32_t key_begin = 0;
    std::uint32_t name = 0;  ///< of its key, into names_
    std::uint32_t parent = none, first = none, next = none;
    std::uint32_t position = 0, count = 0;  ///< index among its siblings; number of its own children
    std::uint64_t payload = 0;              ///< bits of the boolean, integer or real; index into texts_
  };
  const Cell& cell(std::uint32_t index) const { return cells_[index]; }
  std::size_t characters_to(std::size_t offset) const;
  Place place_at(std::size_t offset, std::uint32_t cell) const;
  std::string pointer(std::uint32_t cell) const;

  std::string file_;
  std::string text_;
  std::vector<std::uint32_t> line_starts_;
  std::vector<std::uint32_t> characters_before_;  ///< of every block, so that columns cost the same anywhere
  std::vector<std::string> names_;
  std::vector<std::string> texts_;
  std::vector<Cell> cells_;
};

class Node::Children {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Node;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = Node;
    Iterator(const Document* document, std::uint32_t index) : document_(document), index_(index) {}
    Node operator*() const { return {document_, index_}; }
    Iterator& operator++();
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const Document* document_;
    std::uint32_t index_;
  };
  Children(const Document* document, std::uint32_t first) : document_(document), first_(first) {}
  Iterator begin() const { return {document_, first_}; }
  Iterator end() const { return {document_, Document::none}; }

 private:
  const Document* document_;
  std::uint32_t first_;
};

struct ParseResult {
  std::optional<Document> document;  ///< empty if the text is not JSON or passes a limit
  Diagnostics diagnostics;
};

/// Parses UTF-8 text as one JSON value. A byte order mark and CRLF are read, with a warning each.
ParseResult parse(std::string file_name, std::string text, const ParseLimits& limits = {});

struct TextResult {
  std::optional<std::string> text;
  Diagnostics diagnostics;
};

/// Reads a regular file, or standard input for "-". Directories, pipes, devices, unreadable files and
/// files above the limit are refused with a diagnostic of their own; never blocks on a pipe.
TextResult read_text_file(const std::string& path, const ParseLimits& limits = {});

/// read_text_file and parse in one.
ParseResult parse_file(const std::string& path, const ParseLimits& limits = {});

}  // namespace kreds::document
