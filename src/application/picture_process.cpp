#include "picture_process.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <string_view>

#include "kreds/application/contained.hpp"

namespace kreds::application {
namespace {

// Values as bytes and back, between two processes of one program.

class Packing {
 public:
  template <class T>
  void put(const T& value) {
    const auto raw = std::bit_cast<std::array<char, sizeof(T)>>(value);
    bytes_.append(raw.data(), raw.size());
  }
  void put(const std::string& text) {
    put(text.size());
    bytes_ += text;
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

class Unpacking {
 public:
  explicit Unpacking(std::string_view bytes) : bytes_(bytes) {}

  template <class T>
  T take() {
    std::array<char, sizeof(T)> raw{};
    const std::string_view from = part(sizeof(T));
    std::copy(from.begin(), from.end(), raw.begin());
    return std::bit_cast<T>(raw);
  }
  std::string text() { return std::string(part(take<std::size_t>())); }

 private:
  std::string_view part(std::size_t size) {
    if (size > bytes_.size()) throw std::runtime_error("the picture came back in part only");
    const std::string_view first = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return first;
  }

  std::string_view bytes_;
};

void put(const document::Diagnostic& warning, Packing& packed) {
  packed.put(warning.severity);
  packed.put(warning.code);
  packed.put(warning.place.file);
  packed.put(warning.place.line);
  packed.put(warning.place.column);
  packed.put(warning.place.pointer);
  packed.put(warning.arguments.size());
  for (const auto& [name, argument] : warning.arguments) {
    packed.put(name);
    packed.put(argument.text);
    packed.put(argument.is_label);
  }
}

document::Diagnostic take_warning(Unpacking& packed) {
  document::Diagnostic warning;
  warning.severity = packed.take<document::Severity>();
  warning.code = packed.text();
  warning.place.file = packed.text();
  warning.place.line = packed.take<std::size_t>();
  warning.place.column = packed.take<std::size_t>();
  warning.place.pointer = packed.text();
  for (auto left = packed.take<std::size_t>(); left > 0; --left) {
    const std::string name = packed.text();
    document::Argument& argument = warning.arguments[name];
    argument.text = packed.text();
    argument.is_label = packed.take<bool>();
  }
  return warning;
}

std::string packed(const Picture& picture) {
  Packing result;
  result.put(true);
  result.put(picture.bytes);
  result.put(picture.statistics.has_value());
  if (picture.statistics) result.put(*picture.statistics);
  result.put(picture.warnings.size());
  for (const document::Diagnostic& warning : picture.warnings) put(warning, result);
  return result.bytes();
}

std::string packed_no_room() {
  Packing result;
  result.put(false);
  return result.bytes();
}

Picture unpacked(const std::string& bytes) {
  Unpacking result(bytes);
  if (!result.take<bool>()) throw layout::NoRoom();
  Picture picture{result.text(), {}, {}};
  if (result.take<bool>()) picture.statistics = result.take<layout::LayoutStatistics>();
  for (auto left = result.take<std::size_t>(); left > 0; --left) picture.warnings.push_back(take_warning(result));
  return picture;
}

}  // namespace

Picture drawn_apart(const std::function<Picture()>& draw) {
  return unpacked(contained([&] {
    try {
      return packed(draw());
    } catch (const layout::NoRoom&) {
      return packed_no_room();
    }
  }));
}

}  // namespace kreds::application
