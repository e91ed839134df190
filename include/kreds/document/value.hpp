/// \file
/// A JSON value to be written: members keep the order in which they were put.
/// Numbers are written in the shortest form that reads back to the same value, in any locale.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace kreds::document {

class Value;
using Array = std::vector<Value>;
using Object = std::vector<std::pair<std::string, Value>>;

class Value {
 public:
  Value() = default;
  Value(std::nullptr_t) {}
  Value(bool value) : data_(value) {}
  Value(int value) : data_(std::int64_t{value}) {}
  Value(std::int64_t value) : data_(value) {}
  Value(std::size_t value) : data_(static_cast<std::int64_t>(value)) {}
  Value(double value) : data_(value) {}
  Value(const char* value) : data_(std::string(value)) {}
  Value(std::string value) : data_(std::move(value)) {}
  Value(Array value) : data_(std::move(value)) {}
  Value(Object value) : data_(std::move(value)) {}

  using Data = std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object>;
  const Data& data() const { return data_; }

 private:
  Data data_ = nullptr;
};

/// Indented by two spaces, UTF-8 as it is, a final newline. NaN and infinity are written as null.
std::string to_text(const Value& value);
/// The same on one line, without a final newline (for JSON lines).
std::string to_line(const Value& value);

}  // namespace kreds::document
