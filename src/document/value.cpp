#include "kreds/document/value.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace kreds::document {
namespace {

template <class Number>
void append_number(std::string& out, Number number) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
  out.append(buffer.data(), end);
}

void append_text(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      (out += '\\') += c;
    else if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else if (c == '\r')
      out += "\\r";
    else if (byte < 0x20U)
      ((out += "\\u00") += hex[byte >> 4U]) += hex[byte & 0xFU];
    else
      out += c;
  }
  out += '"';
}

/// Writes a value; `indent` below zero keeps everything on one line.
class Writer {
 public:
  explicit Writer(std::string& out, int indent) : out_(out), indent_(indent) {}

  void operator()(const Value& value) const { std::visit(*this, value.data()); }
  void operator()(std::nullptr_t) const { out_ += "null"; }
  void operator()(bool value) const { out_ += value ? "true" : "false"; }
  void operator()(std::int64_t value) const { append_number(out_, value); }
  void operator()(const std::string& text) const { append_text(out_, text); }

  void operator()(double value) const {
    if (std::isfinite(value))
      append_number(out_, value);
    else
      out_ += "null";
  }

  void operator()(const Array& array) const {
    list('[', ']', array, [](const Writer& inner, const Value& value) { inner(value); });
  }

  void operator()(const Object& object) const {
    list('{', '}', object, [](const Writer& inner, const auto& member) {
      append_text(inner.out_, member.first);
      inner.out_ += ": ";
      inner(member.second);
    });
  }

 private:
  template <class List, class Item>
  void list(char open, char close, const List& items, Item item) const {
    const Writer inner(out_, indent_ < 0 ? indent_ : indent_ + 1);
    out_ += open;
    bool first = true;
    for (const auto& each : items) {
      if (!first) out_ += indent_ < 0 ? ", " : ",";
      first = false;
      inner.new_line();
      item(inner, each);
    }
    if (!first) new_line();
    out_ += close;
  }

  void new_line() const {
    if (indent_ >= 0) (out_ += '\n').append(2 * static_cast<std::size_t>(indent_), ' ');
  }

  std::string& out_;
  int indent_;
};

}  // namespace

std::string to_text(const Value& value) {
  std::string out;
  Writer(out, 0)(value);
  return out += '\n';
}

std::string to_line(const Value& value) {
  std::string out;
  Writer(out, -1)(value);
  return out;
}

}  // namespace kreds::document
