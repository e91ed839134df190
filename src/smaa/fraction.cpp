#include "kreds/smaa/fraction.hpp"

#include <limits>
#include <stdexcept>

namespace kreds::smaa {

namespace {

__extension__ using Wide = __int128;

Wide greatest_common_divisor(Wide a, Wide b) {
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

std::int64_t narrow(Wide value) {
  using Limits = std::numeric_limits<std::int64_t>;
  if (value < Limits::min() || value > Limits::max()) throw std::overflow_error("a fraction does not fit into 64 bits");
  return static_cast<std::int64_t>(value);
}

/// Products of two 64-bit numbers, and sums of two such, fit.
Fraction reduced(Wide numerator, Wide denominator) {
  if (denominator == 0) throw std::domain_error("a fraction with denominator 0");
  const Wide divisor = greatest_common_divisor(numerator, denominator) * (denominator < 0 ? -1 : 1);
  const std::int64_t top = narrow(numerator / divisor);
  const std::int64_t bottom = narrow(denominator / divisor);
  return {top, bottom};
}

bool in_lowest_terms(std::int64_t numerator, std::int64_t denominator) {
  return denominator > 0 && greatest_common_divisor(numerator, denominator) == 1;
}

}  // namespace

Fraction::Fraction(std::int64_t numerator, std::int64_t denominator)
    : numerator_(numerator), denominator_(denominator) {
  if (!in_lowest_terms(numerator, denominator)) *this = reduced(numerator, denominator);
}

Fraction operator+(const Fraction& a, const Fraction& b) {
  return reduced(Wide{a.numerator_} * b.denominator_ + Wide{b.numerator_} * a.denominator_,
                 Wide{a.denominator_} * b.denominator_);
}

Fraction operator-(const Fraction& a, const Fraction& b) {
  return reduced(Wide{a.numerator_} * b.denominator_ - Wide{b.numerator_} * a.denominator_,
                 Wide{a.denominator_} * b.denominator_);
}

Fraction operator*(const Fraction& a, const Fraction& b) {
  return reduced(Wide{a.numerator_} * b.numerator_, Wide{a.denominator_} * b.denominator_);
}

Fraction operator/(const Fraction& a, const Fraction& b) {
  return reduced(Wide{a.numerator_} * b.denominator_, Wide{a.denominator_} * b.numerator_);
}

std::strong_ordering operator<=>(const Fraction& a, const Fraction& b) {
  return Wide{a.numerator_} * b.denominator_ <=> Wide{b.numerator_} * a.denominator_;
}

}  // namespace kreds::smaa
