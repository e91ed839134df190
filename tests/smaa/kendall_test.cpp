#include "kreds/smaa/kendall.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>
#include <vector>

using kreds::smaa::tau_b;

TEST_CASE("tau-b is one for equal orders and minus one for opposite ones", "[smaa][kendall]") {
  CHECK(tau_b(std::vector{1., 2., 3.}, std::vector{10., 20., 30.}) == 1.0);
  CHECK(tau_b(std::vector{1., 2., 3.}, std::vector{3., 2., 1.}) == -1.0);
}

// x = 1 2 3 4, y = 1 2 2 3: five pairs agree, one is tied in y: 5/√(6·5).
// x = 1 1 2 3, y = 1 2 1 3: of six pairs 3 agree (1-4, 2-4, 3-4), 1 disagrees (2-3), one tied in each: 2/√(5·5).
TEST_CASE("tau-b leaves ties out of the count", "[smaa][kendall]") {
  CHECK(*tau_b(std::vector{1., 2., 3., 4.}, std::vector{1., 2., 2., 3.}) == Approx(5 / std::sqrt(30.0)).epsilon(1e-15));
  CHECK(*tau_b(std::vector{1., 1., 2., 3.}, std::vector{1., 2., 1., 3.}) == Approx(2.0 / 5).epsilon(1e-15));
}

TEST_CASE("an order of nothing but ties agrees with none", "[smaa][kendall]") {
  CHECK(!tau_b(std::vector{1., 1.}, std::vector{1., 2.}));
  CHECK(!tau_b(std::vector<double>{}, std::vector<double>{}));
  CHECK_THROWS_AS(tau_b(std::vector{1.}, std::vector{1., 2.}), std::invalid_argument);
}
