#include "kreds/ranking/weights.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <stdexcept>

namespace kreds::ranking {
namespace {

/// Long catalogues could leave 64 bits: better to say so than to weigh wrongly.
std::int64_t product(std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  if (__builtin_mul_overflow(a, b, &result)) throw std::overflow_error("a fraction leaves 64 bits");
  return result;
}

std::int64_t sum(std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  if (__builtin_add_overflow(a, b, &result)) throw std::overflow_error("a fraction leaves 64 bits");
  return result;
}

/// How many items each class has, and which class (from 0) an item belongs to.
struct Classes {
  std::vector<int> sizes;
  std::map<int, std::size_t> position;  ///< importance class → index into sizes
};

Classes classes_of(const std::vector<int>& importance) {
  std::map<int, int> count;
  for (const int c : importance) ++count[c];
  Classes result;
  for (const auto& [c, size] : count) {
    result.position[c] = result.sizes.size();
    result.sizes.push_back(size);
  }
  return result;
}

struct GroupItems {
  const Group* group;
  std::vector<const Factor*> factors;
};

/// The groups that have at least one applicable factor, in the order of the catalogue.
std::vector<GroupItems> occupied_groups(const Catalogue& catalogue, const std::vector<std::string>& applicable) {
  std::vector<GroupItems> result;
  for (const Group& group : catalogue.groups) {
    GroupItems items{&group, {}};
    for (const Factor& factor : catalogue.factors)
      if (factor.group == group.id && std::ranges::find(applicable, factor.id) != applicable.end())
        items.factors.push_back(&factor);
    if (!items.factors.empty()) result.push_back(std::move(items));
  }
  return result;
}

/// W_g, aligned with `groups`.
std::vector<Fraction> group_weights(const std::vector<GroupItems>& groups) {
  std::vector<int> importance;
  for (const GroupItems& g : groups)
    if (!g.group->dominant) importance.push_back(g.group->importance_class);
  const Classes classes = classes_of(importance);
  const bool has_dominant = importance.size() < groups.size();
  std::vector<Fraction> of_class = has_dominant ? dominant_centroids(classes.sizes) : class_centroids(classes.sizes);
  std::vector<Fraction> result;
  for (const GroupItems& g : groups) {
    if (g.group->dominant)
      result.push_back(of_class.front());
    else
      result.push_back(of_class[classes.position.at(g.group->importance_class) + (has_dominant ? 1 : 0)]);
  }
  return result;
}

}  // namespace

Fraction reduced(std::int64_t numerator, std::int64_t denominator) {
  if (denominator == 0) throw std::domain_error("a fraction with denominator 0");
  if (numerator == 0) return {0, 1};
  const std::int64_t divisor = std::gcd(numerator, denominator);
  const std::int64_t sign = denominator < 0 ? -1 : 1;
  return {sign * (numerator / divisor), sign * (denominator / divisor)};
}

Fraction operator+(const Fraction& a, const Fraction& b) {
  const std::int64_t common = std::gcd(a.denominator, b.denominator);
  return reduced(sum(product(a.numerator, b.denominator / common), product(b.numerator, a.denominator / common)),
                 product(a.denominator / common, b.denominator));
}

Fraction operator*(const Fraction& a, const Fraction& b) {
  const Fraction left = reduced(a.numerator, b.denominator), right = reduced(b.numerator, a.denominator);
  return reduced(product(left.numerator, right.numerator), product(left.denominator, right.denominator));
}

Fraction rank_order_centroid(int n, int k) {
  if (k < 1 || k > n) throw std::domain_error("rank order centroid: the rank must be one of 1 … n");
  Fraction total;
  for (int i = k; i <= n; ++i) total = total + Fraction{1, i};
  return total * Fraction{1, n};
}

std::vector<Fraction> class_centroids(std::span<const int> sizes) {
  const int n = std::accumulate(sizes.begin(), sizes.end(), 0);
  std::vector<Fraction> result;
  int rank = 0;
  for (const int size : sizes) {
    if (size < 1) throw std::domain_error("a class of importance without members");
    Fraction total;
    for (int i = 0; i < size; ++i) total = total + rank_order_centroid(n, ++rank);
    result.push_back(total * Fraction{1, size});
  }
  return result;
}

std::vector<Fraction> dominant_centroids(std::span<const int> sizes) {
  const std::int64_t m = std::accumulate(sizes.begin(), sizes.end(), 0);
  std::vector<Fraction> result = {reduced(m + 2, 2 * (m + 1))};
  for (const Fraction& f : class_centroids(sizes)) result.push_back(reduced(m, 2 * (m + 1)) * f);
  return result;
}

std::vector<FactorWeight> centroid_weights(const Catalogue& catalogue, const std::vector<std::string>& applicable) {
  const std::vector<GroupItems> groups = occupied_groups(catalogue, applicable);
  const std::vector<Fraction> of_group = group_weights(groups);
  std::map<std::string, FactorWeight, std::less<>> by_factor;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    std::vector<int> importance;
    for (const Factor* factor : groups[g].factors) importance.push_back(factor->importance_class);
    const Classes classes = classes_of(importance);
    const std::vector<Fraction> of_class = class_centroids(classes.sizes);
    for (const Factor* factor : groups[g].factors) {
      const Fraction u = of_class[classes.position.at(factor->importance_class)];
      by_factor[factor->id] = {factor->id, groups[g].group->id, u, of_group[g] * u};
    }
  }
  std::vector<FactorWeight> result;
  for (const Factor& factor : catalogue.factors)
    if (const auto found = by_factor.find(factor.id); found != by_factor.end()) result.push_back(found->second);
  return result;
}

}  // namespace kreds::ranking
