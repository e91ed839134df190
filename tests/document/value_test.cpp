#include "kreds/document/value.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "kreds/document/document.hpp"

using namespace kreds::document;

TEST_CASE("a value on one line keeps the order of its members", "[document][value]") {
  const Value value = Object{{"b", 1}, {"a", Array{true, nullptr, "æ"}}, {"c", Object{}}};
  CHECK(to_line(value) == R"({"b": 1, "a": [true, null, "æ"], "c": {}})");
}

TEST_CASE("a value in lines is indented by two blanks and ends in a line end", "[document][value]") {
  const Value value = Object{{"a", Array{1, 2}}, {"b", Array{}}};
  CHECK(to_text(value) == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": []\n}\n");
}

TEST_CASE("texts are escaped no more than JSON demands", "[document][value]") {
  CHECK(to_line("\"\\\n\t\r\x01/ø") == R"("\"\\\n\t\r\u0001/ø")");
}

TEST_CASE("numbers are written in the shortest form that reads back equal", "[document][value]") {
  CHECK(to_line(0.1) == "0.1");
  CHECK(to_line(1.5) == "1.5");
  CHECK(to_line(1.0 / 3) == "0.3333333333333333");
  CHECK(to_line(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
  CHECK(to_line(std::numeric_limits<double>::quiet_NaN()) == "null");
  CHECK(to_line(-std::numeric_limits<double>::infinity()) == "null");
}
