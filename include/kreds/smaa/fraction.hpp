/// \file
/// Exact fractions, for centroids that a person can check with pencil and paper.
#pragma once

#include <compare>
#include <cstdint>

namespace kreds::smaa {

/// A fraction in lowest terms, denominator positive; Fraction{6, 8} is 3/4.
/// Throws std::overflow_error where a result does not fit into 64 bits, std::domain_error for a denominator of 0.
class Fraction {
 public:
  Fraction(std::int64_t whole = 0) : numerator_(whole) {}  // NOLINT(google-explicit-constructor): 1 is a fraction
  Fraction(std::int64_t numerator, std::int64_t denominator);

  std::int64_t numerator() const { return numerator_; }
  std::int64_t denominator() const { return denominator_; }
  double value() const { return static_cast<double>(numerator_) / static_cast<double>(denominator_); }

  friend Fraction operator+(const Fraction& a, const Fraction& b);
  friend Fraction operator-(const Fraction& a, const Fraction& b);
  friend Fraction operator*(const Fraction& a, const Fraction& b);
  friend Fraction operator/(const Fraction& a, const Fraction& b);
  friend bool operator==(const Fraction&, const Fraction&) = default;
  friend std::strong_ordering operator<=>(const Fraction& a, const Fraction& b);

 private:
  std::int64_t numerator_ = 0, denominator_ = 1;
};

}  // namespace kreds::smaa
