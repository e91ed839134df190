#include "kreds/application/blurred_count.hpp"

#include <charconv>

#include "kreds/document/hash.hpp"

namespace kreds::application {
namespace {

constexpr long step = 5;  ///< and the size below which a group is not told

/// The first 64 bits of SHA-256.
std::uint64_t drawn_from(const std::string& text) {
  constexpr std::size_t digits = 16;
  constexpr int hexadecimal = 16;
  const std::string hash = document::sha256(text);
  std::uint64_t bits = 0;
  std::from_chars(hash.data(), hash.data() + digits, bits, hexadecimal);
  return bits;
}

}  // namespace

BlurredCount blurred(std::size_t cases, std::size_t of_all, int noise) {
  using Kind = BlurredCount::Kind;
  const auto have = static_cast<long>(cases), lack = static_cast<long>(of_all) - have;
  if (have < step) return {Kind::few, 0};
  if (lack < step) return {Kind::nearly_all, 0};
  if (have + noise < step) return {Kind::few, 0};
  if (lack - noise < step) return {Kind::nearly_all, 0};
  return {Kind::number, static_cast<std::size_t>((have + noise + step / 2) / step * step)};
}

void Lots::add(std::string_view contents) {
  // Not the hash that is printed as the version of a case.
  all_ += drawn_from("summary\n" + std::string(contents));
}

int Lots::noise(const std::string& line) const {
  const std::uint64_t bits = drawn_from(std::to_string(all_) + "\n" + line);
  constexpr double places = 9007199254740992.0;  // 2^53
  const int size = noise_size(static_cast<double>(bits >> 11U) / places);
  return (bits & 1U) != 0 ? size : -size;
}

int noise_size(double place) {
  constexpr double none = 0.25, ratio = 0.6;
  constexpr int largest = 60;  // of 10^13 lots one is larger
  double share = 2 * none;
  double reached = none;
  int size = 0;
  while (place >= reached && size < largest) {
    share *= ratio;
    reached += share;
    ++size;
  }
  return size;
}

}  // namespace kreds::application
