#include "kreds/smaa/dominance.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <stdexcept>

namespace kreds::smaa {

namespace {

std::vector<double> opposite(std::span<const double> differences) {
  std::vector<double> result(differences.begin(), differences.end());
  std::ranges::transform(result, result.begin(), std::negate<>());
  return result;
}

/// Over the weights of the groups, one difference per group.
double least_of_groups(const WeightModel& model, std::span<const double> differences) {
  if (differences.size() == 1) return differences[0];
  if (!model.dominant) return least_in_order(model.top_classes, differences);
  // Vertices: all to the dominant group, or half to it and half to a vertex of the others.
  const double others = least_in_order(model.top_classes, differences.subspan(1));
  return std::min(differences[0], differences[0] / 2 + others / 2);
}

using Summary = double (*)(const Value&);

double least_lead_of(const WeightModel& model, const Alternative& a, Summary of_a, const Alternative& b, Summary of_b) {
  require_sound(model, {a});
  require_sound(model, {b});
  std::vector<double> differences;
  for (std::size_t j = 0; j < a.values.size(); ++j) differences.push_back(of_a(a.values[j]) - of_b(b.values[j]));
  return least(model, differences);
}

}  // namespace

double least_in_order(std::span<const int> class_sizes, std::span<const double> differences) {
  double least = std::numeric_limits<double>::infinity();
  double sum = 0;
  std::size_t used = 0;
  for (const int size : class_sizes) {
    const auto count = static_cast<std::size_t>(size);
    if (size < 1 || used + count > differences.size())
      throw std::invalid_argument("classes and differences that do not fit");
    std::vector<double> members(differences.begin() + static_cast<std::ptrdiff_t>(used),
                                differences.begin() + static_cast<std::ptrdiff_t>(used + count));
    std::ranges::sort(members);
    for (const double member : members) {
      sum += member;
      least = std::min(least, sum / static_cast<double>(++used));
    }
  }
  if (used != differences.size() || used == 0) throw std::invalid_argument("classes and differences that do not fit");
  return least;
}

double least(const WeightModel& model, std::span<const double> differences) {
  require_sound(model);
  if (differences.size() != static_cast<std::size_t>(criterion_count(model)))
    throw std::invalid_argument("not one difference per criterion");
  std::vector<double> of_groups;
  const auto counts = criteria_per_group(model);
  for (std::size_t g = 0, first = 0; g < counts.size(); ++g) {
    const auto count = static_cast<std::size_t>(counts[g]);
    of_groups.push_back(least_in_order(model.groups[g], differences.subspan(first, count)));
    first += count;
  }
  return least_of_groups(model, of_groups);
}

double greatest(const WeightModel& model, std::span<const double> differences) {
  return -least(model, opposite(differences));
}

double least_central_lead(const WeightModel& model, const Alternative& a, const Alternative& b) {
  return least_lead_of(model, a, central, b, central);
}

double least_lead(const WeightModel& model, const Alternative& a, const Alternative& b) {
  return least_lead_of(model, a, lowest, b, highest);
}

bool never_behind(double least_lead) {
  return least_lead >= -1e-12;
}

}  // namespace kreds::smaa
