/// \file
/// Why a text is not JSON, in terms of what a person typed: a missing comma, a quotation mark from a word processor.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kreds/document/diagnostic.hpp"

namespace kreds::document {

/// What the last accepted token was.
enum class After { nothing, open, key, value };

/// Where a reading stopped.
struct Stop {
  std::size_t cursor = 0;  ///< just behind the last accepted token
  After after = After::nothing;
  char open = 0;  ///< '{' or '[' of the innermost list or object that is still open; 0 if none is
};

struct SyntaxFault {
  std::string code;
  std::size_t offset = 0;
  Arguments arguments;
};

/// Steps over white space.
std::size_t skip_space(std::string_view text, std::size_t offset);
/// Just behind the number, or the characters that look like one, at an offset.
std::size_t end_of_number(std::string_view text, std::size_t offset);
/// A number as JSON knows it.
bool is_json_number(std::string_view token);
/// The 16 bits of the \uXXXX at an offset, if there is one.
std::optional<std::uint32_t> unicode_escape(std::string_view text, std::size_t offset);

/// The fault in the text behind a place where a JSON parser stopped.
SyntaxFault explain(std::string_view text, const Stop& stop);

}  // namespace kreds::document
