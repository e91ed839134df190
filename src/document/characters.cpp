#include "characters.hpp"

#include <array>
#include <cstring>

namespace kreds::document {
namespace {

std::string hexadecimal(std::uint32_t value, std::size_t digits) {
  constexpr std::string_view signs = "0123456789ABCDEF";
  std::string out;
  for (; value != 0 || out.size() < digits; value >>= 4U) out.insert(out.begin(), signs[value & 0xFU]);
  return out;
}

std::uint32_t byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

/// Bytes and value bits that a leading byte announces; 0 for a byte that cannot lead.
Character announced(std::uint32_t lead) {
  if (lead < 0x80U) return {lead, 1};
  if (lead >= 0xC2U && lead < 0xE0U) return {lead & 0x1FU, 2};
  if (lead >= 0xE0U && lead < 0xF0U) return {lead & 0x0FU, 3};
  if (lead >= 0xF0U && lead < 0xF5U) return {lead & 0x07U, 4};
  return {};
}

bool is_noncharacter(std::uint32_t c) {
  return (c >= 0xFDD0U && c <= 0xFDEFU) || (c & 0xFFFEU) == 0xFFFEU;
}

bool is_control(std::uint32_t c) {
  return (c < 0x20U && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7FU && c < 0xA0U);
}

/// How many bytes from an offset on are plain, eight at a time: 0x20 to 0x7E, nearly all there is.
std::size_t plain_bytes(std::string_view text, std::size_t offset) {
  constexpr std::uint64_t ones = 0x0101010101010101U, high = 0x80U * ones;
  std::size_t at = offset;
  for (std::uint64_t eight = 0; at + sizeof(eight) <= text.size(); at += sizeof(eight)) {
    std::memcpy(&eight, text.data() + at, sizeof(eight));
    // Bytes below 0x80 carry into their highest bit: 0x7F when one is added; 0x20 and above when 0x60 is.
    const std::uint64_t low = eight & ~high;
    if (((eight | (low + ones) | ~(low + 0x60U * ones)) & high) != 0) break;
  }
  return at - offset;
}

}  // namespace

Character character_at(std::string_view text, std::size_t offset) {
  Character c = announced(byte_at(text, offset));
  if (offset + c.length > text.size()) return {};
  for (std::size_t i = 1; i < c.length; ++i) {
    const std::uint32_t byte = byte_at(text, offset + i);
    if ((byte & 0xC0U) != 0x80U) return {};
    c.code_point = (c.code_point << 6U) | (byte & 0x3FU);
  }
  // The least code point that needs this length; shorter ones, halves of pairs and what lies above are not UTF-8.
  constexpr std::array<std::uint32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = c.code_point >= 0xD800U && c.code_point <= 0xDFFFU;
  if (c.code_point < least[c.length] || c.code_point > 0x10FFFFU || surrogate) return {};
  return c;
}

std::optional<CharacterFault> first_character_fault(std::string_view text) {
  for (std::size_t at = plain_bytes(text, 0); at < text.size(); at += plain_bytes(text, at)) {
    if (const std::uint32_t byte = byte_at(text, at); byte >= 0x20U && byte < 0x7FU) {  // nearly all there is
      ++at;
      continue;
    }
    const Character c = character_at(text, at);
    if (c.length == 0) return CharacterFault{"invalid_utf8", at, "0x" + hexadecimal(byte_at(text, at), 2)};
    if (is_noncharacter(c.code_point)) return CharacterFault{"noncharacter", at, code_point_name(c.code_point)};
    if (is_control(c.code_point)) return CharacterFault{"control_character", at, code_point_name(c.code_point)};
    at += c.length;
  }
  return std::nullopt;
}

std::string code_point_name(std::uint32_t code_point) {
  return "U+" + hexadecimal(code_point, 4);
}

}  // namespace kreds::document
