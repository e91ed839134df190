#include "kreds/smaa/kendall.hpp"

#include <cmath>
#include <cstdint>
#include <stdexcept>

namespace kreds::smaa {

std::optional<double> tau_b(std::span<const double> x, std::span<const double> y) {
  if (x.size() != y.size()) throw std::invalid_argument("two orders of different length");
  std::int64_t agreement = 0, apart_in_x = 0, apart_in_y = 0;
  const auto compared = [](double a, double b) { return (a > b) - (a < b); };
  for (std::size_t i = 0; i < x.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const int in_x = compared(x[i], x[j]);
      const int in_y = compared(y[i], y[j]);
      agreement += in_x * in_y;
      apart_in_x += in_x != 0 ? 1 : 0;
      apart_in_y += in_y != 0 ? 1 : 0;
    }
  if (apart_in_x == 0 || apart_in_y == 0) return std::nullopt;
  return static_cast<double>(agreement) / std::sqrt(static_cast<double>(apart_in_x) * static_cast<double>(apart_in_y));
}

}  // namespace kreds::smaa
