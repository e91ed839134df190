/// \file
/// Random JSON documents with random white space, for tests of the parser.
#pragma once

#include <string>

#include "kreds/document/document.hpp"
#include "kreds/document/value.hpp"
#include "support/dice.hpp"

namespace kreds::testing {

/// A value, written once with odd white space and once on one line.
class RandomJson {
 public:
  explicit RandomJson(std::uint64_t seed) : dice_(seed) { line_ = document::to_line(value(0)); }

  const std::string& text() const { return text_; }
  const std::string& line() const { return line_; }

 private:
  document::Value value(int depth) {
    space();
    const int kind = dice_.between(0, depth < 4 ? 8 : 5);
    document::Value made = kind == 6 || kind == 7 ? array(depth) : kind == 8 ? object(depth) : scalar(kind);
    space();
    return made;
  }

  document::Value scalar(int kind) {
    document::Value made;
    if (kind == 0) made = nullptr;
    if (kind == 1) made = dice_.chance(50);
    if (kind == 2) made = dice_.between(-1000, 1000);
    if (kind == 3) made = dice_.between(-1000, 1000) + 0.5;
    if (kind >= 4) made = word();
    text_ += document::to_line(made);
    return made;
  }

  document::Value array(int depth) {
    document::Array items;
    text_ += '[';
    for (int i = dice_.between(0, 4); i > 0; --i) {
      items.push_back(value(depth + 1));
      if (i > 1) text_ += ',';
    }
    space();
    text_ += ']';
    return items;
  }

  document::Value object(int depth) {
    document::Object members;
    text_ += '{';
    for (int i = dice_.between(0, 4); i > 0; --i) {
      const std::string key = word() + std::to_string(i);
      space();
      text_ += document::to_line(key);
      space();
      text_ += ':';
      members.emplace_back(key, value(depth + 1));
      if (i > 1) text_ += ',';
    }
    space();
    text_ += '}';
    return members;
  }

  std::string word() {
    std::string made;
    for (int i = dice_.between(0, 6); i > 0; --i)
      made +=
          dice_.one_of(std::vector<std::string>{"a", "æ", "\"", "\\", "\n", "{", "]", ",", ":", "😀", " ", "/", "12"});
    return made;
  }

  void space() {
    while (dice_.chance(30)) text_ += dice_.one_of(std::string(" \n\t "));
  }

  Dice dice_;
  std::string text_, line_;
};

/// What a parsed value says, on one line.
inline std::string rebuilt(document::Node node) {
  using document::Kind;
  std::string out;
  switch (node.kind()) {
    case Kind::null:
      return "null";
    case Kind::boolean:
      return node.boolean() ? "true" : "false";
    case Kind::integer:
      return document::to_line(node.integer());
    case Kind::real:
      return document::to_line(node.number());
    case Kind::text:
      return document::to_line(node.text());
    case Kind::array:
      for (const document::Node child : node.children()) out += (out.empty() ? "" : ", ") + rebuilt(child);
      return "[" + out + "]";
    case Kind::object:
      for (const document::Node child : node.children())
        out += (out.empty() ? "" : ", ") + document::to_line(child.key()) + ": " + rebuilt(child);
      return "{" + out + "}";
  }
  return out;
}

}  // namespace kreds::testing
