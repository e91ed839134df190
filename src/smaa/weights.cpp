#include "kreds/smaa/weights.hpp"

#include <numeric>
#include <stdexcept>

namespace kreds::smaa {

namespace {

void require_classes(std::span<const int> sizes, const char* where) {
  if (sizes.empty()) throw std::invalid_argument(std::string(where) + " without classes");
  for (const int size : sizes)
    if (size < 1) throw std::invalid_argument(std::string(where) + " with a class without members");
}

int members(std::span<const int> sizes) {
  return std::accumulate(sizes.begin(), sizes.end(), 0);
}

/// ROC_n(k) for k = 1 … n, in fractions or in floating point.
template <class Number>
std::vector<Number> rank_order_centroids(int n) {
  std::vector<Number> result(static_cast<std::size_t>(n));
  Number sum = 0;
  for (int k = n; k >= 1; --k) {
    sum = sum + Number(1) / Number(k);
    result[static_cast<std::size_t>(k - 1)] = sum / Number(n);
  }
  return result;
}

template <class Number>
std::vector<Number> class_means(std::span<const int> sizes) {
  const auto by_rank = rank_order_centroids<Number>(members(sizes));
  std::vector<Number> result;
  auto rank = by_rank.begin();
  for (const int size : sizes) {
    const Number sum = std::accumulate(rank, rank + size, Number(0));
    rank += size;
    result.push_back(sum / Number(size));
  }
  return result;
}

/// Each class's weight for each of its members.
template <class Number>
std::vector<Number> per_member(std::span<const int> sizes, const std::vector<Number>& of_class) {
  std::vector<Number> result;
  for (std::size_t i = 0; i < sizes.size(); ++i)
    result.insert(result.end(), static_cast<std::size_t>(sizes[i]), of_class[i]);
  return result;
}

template <class Number>
std::vector<Number> group_centroids(const WeightModel& model) {
  if (model.groups.size() == 1) return {Number(1)};
  const auto others = class_means<Number>(model.top_classes);
  if (!model.dominant) return per_member<Number>(model.top_classes, others);
  const int m = members(model.top_classes);
  std::vector<Number> result{Number(m + 2) / Number(2 * (m + 1))};
  for (const Number& other : per_member<Number>(model.top_classes, others))
    result.push_back(Number(m) / Number(2 * (m + 1)) * other);
  return result;
}

}  // namespace

void require_sound(const WeightModel& model) {
  if (model.groups.empty()) throw std::invalid_argument("a weight model without groups");
  for (const auto& group : model.groups) require_classes(group, "a group");
  if (model.groups.size() == 1 && model.top_classes.empty()) return;
  if (!(model.groups.size() == 1 && model.dominant)) require_classes(model.top_classes, "the order of groups");
  if (members(model.top_classes) + (model.dominant ? 1 : 0) != static_cast<int>(model.groups.size()))
    throw std::invalid_argument("top classes that do not add up to the number of groups");
}

std::vector<int> criteria_per_group(const WeightModel& model) {
  std::vector<int> result;
  for (const auto& group : model.groups) result.push_back(members(group));
  return result;
}

int criterion_count(const WeightModel& model) {
  return members(criteria_per_group(model));
}

Fraction rank_order_centroid(int n, int k) {
  if (k < 1 || k > n) throw std::invalid_argument("a rank outside 1 to n");
  return rank_order_centroids<Fraction>(n)[static_cast<std::size_t>(k - 1)];
}

std::vector<Fraction> class_centroids(std::span<const int> sizes) {
  require_classes(sizes, "an order");
  return class_means<Fraction>(sizes);
}

std::vector<Fraction> dominant_centroids(std::span<const int> sizes) {
  const int m = members(sizes);
  std::vector<Fraction> result{Fraction(m + 2, 2 * (m + 1))};
  if (sizes.empty()) return result;
  for (const Fraction& other : class_centroids(sizes)) result.push_back(Fraction(m, 2 * (m + 1)) * other);
  return result;
}

Centroid centroid(const WeightModel& model) {
  require_sound(model);
  Centroid result;
  result.groups = group_centroids<Fraction>(model);
  for (std::size_t g = 0; g < model.groups.size(); ++g)
    for (const Fraction& u : per_member<Fraction>(model.groups[g], class_means<Fraction>(model.groups[g]))) {
      result.in_group.push_back(u);
      result.overall.push_back(result.groups[g] * u);
    }
  return result;
}

std::vector<double> central_weights(const WeightModel& model) {
  require_sound(model);
  const auto groups = group_centroids<double>(model);
  std::vector<double> result;
  for (std::size_t g = 0; g < model.groups.size(); ++g)
    for (const double u : per_member<double>(model.groups[g], class_means<double>(model.groups[g])))
      result.push_back(groups[g] * u);
  return result;
}

}  // namespace kreds::smaa
