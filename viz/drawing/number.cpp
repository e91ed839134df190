#include "number.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace kreds::drawing {

std::string number(double value) {
  // Whole thousandths: a picture has thousands of coordinates, and whole numbers are written in a fifth of the time.
  const std::int64_t thousandths = std::llround(value * 1000);
  const std::int64_t whole = std::abs(thousandths) / 1000, rest = std::abs(thousandths) % 1000;
  std::array<char, 24> digits{};
  char* end = digits.data();
  if (thousandths < 0) *end++ = '-';
  end = std::to_chars(end, digits.data() + digits.size(), whole).ptr;
  if (rest != 0) {
    *end++ = '.';
    for (std::int64_t left = rest, unit = 100; left != 0; left %= unit, unit /= 10)
      *end++ = static_cast<char>('0' + left / unit);
  }
  return {digits.data(), end};
}

}  // namespace kreds::drawing
