#include "kreds/smaa/fraction.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <stdexcept>

using kreds::smaa::Fraction;

TEST_CASE("fractions are kept in lowest terms with a positive denominator", "[smaa][fraction]") {
  CHECK(Fraction(6, 8) == Fraction(3, 4));
  CHECK(Fraction(6, -8) == Fraction(-3, 4));
  CHECK(Fraction(6, -8).denominator() == 4);
  CHECK(Fraction(0, -5) == Fraction(0));
  CHECK(Fraction(7) == Fraction(14, 2));
  CHECK_THROWS_AS(Fraction(1, 0), std::domain_error);
}

TEST_CASE("fractions add subtract multiply divide and compare exactly", "[smaa][fraction]") {
  CHECK(Fraction(1, 6) + Fraction(1, 3) == Fraction(1, 2));
  CHECK(Fraction(1, 6) - Fraction(1, 3) == Fraction(-1, 6));
  CHECK(Fraction(2, 3) * Fraction(9, 4) == Fraction(3, 2));
  CHECK(Fraction(2, 3) / Fraction(-4, 9) == Fraction(-3, 2));
  CHECK(Fraction(1, 3) < Fraction(34, 100));
  CHECK(Fraction(-1, 3) > Fraction(-34, 100));
  CHECK_THROWS_AS(Fraction(1) / Fraction(0), std::domain_error);
}

TEST_CASE("a fraction that leaves 64 bits is refused instead of wrong", "[smaa][fraction]") {
  const Fraction large(1, 4'000'000'007), other(1, 4'000'000'009);  // product of the denominators: 1.6e19
  CHECK_THROWS_AS(large * other, std::overflow_error);
  CHECK_THROWS_AS(large + other, std::overflow_error);
  CHECK_THROWS_AS(Fraction(1, std::numeric_limits<std::int64_t>::min()), std::overflow_error);
}
