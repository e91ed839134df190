/// \file
/// The bytes of UTF-8: which of them a document may hold, and how a code point is written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kreds::document {

struct Character {
  std::uint32_t code_point = 0;
  std::size_t length = 0;  ///< bytes; 0 if the bytes are not UTF-8
};

/// The character that begins at an offset below text.size().
Character character_at(std::string_view text, std::size_t offset);

struct CharacterFault {
  std::string code;  ///< of the diagnostic: invalid_utf8, noncharacter or control_character
  std::size_t offset = 0;
  std::string shown;  ///< "0xE6" or "U+0007"
};

/// The first thing in a text that a document may not hold, if any.
std::optional<CharacterFault> first_character_fault(std::string_view text);

/// "U+0007"
std::string code_point_name(std::uint32_t code_point);

}  // namespace kreds::document
