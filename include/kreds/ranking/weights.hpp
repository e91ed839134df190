/// \file
/// Exact centroids of the weight sets that an order of importance leaves open (method §3.3, §4.1).
///
/// ROC_n(k) = (1/n) Σ_{i=k..n} 1/i; a class of equals gets the mean over its ranks. A dominant group in front of m
/// others: (m+2)/(2(m+1)) for it, m/(2(m+1)) · class-ROC for each of them.
///
/// Example  top level {dominant, 2, 1, 1}: 3/5, 19/120, 19/120, 7/120, 1/40.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "kreds/ranking/catalogue.hpp"

namespace kreds::ranking {

/// An exact fraction in lowest terms, denominator positive.
struct Fraction {
  std::int64_t numerator = 0, denominator = 1;
  double value() const { return static_cast<double>(numerator) / static_cast<double>(denominator); }
  friend bool operator==(const Fraction&, const Fraction&) = default;
};
Fraction reduced(std::int64_t numerator, std::int64_t denominator);
Fraction operator+(const Fraction& a, const Fraction& b);
Fraction operator*(const Fraction& a, const Fraction& b);

Fraction rank_order_centroid(int n, int k);  ///< 1 ≤ k ≤ n
/// Weights of one member of each class, for classes of these sizes in order of importance.
std::vector<Fraction> class_centroids(std::span<const int> sizes);
/// First the dominant item's weight, then one per class of the others.
std::vector<Fraction> dominant_centroids(std::span<const int> sizes);

struct FactorWeight {
  std::string factor;
  std::string group;
  Fraction in_group;  ///< u_j
  Fraction overall;   ///< W_g · u_j
};

/// For the factors that apply in the case; classes shrink, an emptied group drops out.
std::vector<FactorWeight> centroid_weights(const Catalogue& catalogue, const std::vector<std::string>& applicable);

}  // namespace kreds::ranking
