#include "kreds/smaa/sensitivity.hpp"

#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace kreds::smaa {

namespace {
constexpr double rounding = 1e-12;
}  // namespace

std::optional<double> weight_flip(const WeightModel& model, std::span<const double> differences) {
  const auto weights = central_weights(model);
  if (differences.size() != weights.size()) throw std::invalid_argument("not one difference per criterion");
  if (!model.dominant || model.groups.size() < 2) return std::nullopt;
  const auto first_group = static_cast<std::ptrdiff_t>(criteria_per_group(model).front());
  const auto share = std::accumulate(weights.begin(), weights.begin() + first_group, 0.0);
  const auto lead = [&](std::ptrdiff_t from, std::ptrdiff_t to) {
    return std::inner_product(weights.begin() + from, weights.begin() + to, differences.begin() + from, 0.0);
  };
  const double dominant = lead(0, first_group) / share;
  const double rest = lead(first_group, std::ssize(weights)) / (1 - share);
  if (dominant * rest >= 0 || std::abs(rest - dominant) < rounding) return std::nullopt;
  const double flip = rest / (rest - dominant);
  if (flip > 0.5 + rounding && flip < 1 - rounding) return flip;
  return std::nullopt;
}

double needed_change(double gap, double weight) {
  return weight > 0 ? gap / weight : std::copysign(std::numeric_limits<double>::infinity(), gap);
}

double value_of_information(double weight, double gap) {
  if (std::abs(gap) >= weight / 2) return 0;
  const double room = 0.5 - std::abs(gap) / weight;
  return weight / 2 * room * room;
}

}  // namespace kreds::smaa
