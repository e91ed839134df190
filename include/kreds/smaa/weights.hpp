/// \file
/// Sets of weights that an order of importance leaves open (Lahdelma & Salminen 2001; Barron & Barrett 1996).
///
/// All sets are polytopes of weights ≥ 0 with sum 1. "Centroid" is the mean of the uniform distribution on the set:
/// ROC_n(k) = (1/n) Σ_{i=k..n} 1/i for a strict order; a class of equals gets the mean over its ranks; a dominant group
/// in front of m others gets (m+2)/(2(m+1)) and they m/(2(m+1)) times their class centroids.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "kreds/smaa/fraction.hpp"

namespace kreds::smaa {

/// Criteria in groups, groups in an order of importance; inside each group the criteria in classes of equal importance.
/// Criteria are numbered from 0: group by group, class by class. The overall weight of a criterion is
/// w_j = W_(its group) · u_j, where W and the u of each group vary independently in
///   P_g   = {u ≥ 0, Σu = 1, u_i ≥ u_j when the class of i stands before that of j},
///   P_top = the same over groups and their classes; with a dominant group W_1 ≥ ½ and the others so ordered.
///
/// Examples  the plain simplex of 3 criteria:    {.groups = {{3}}}
///           w1 ≥ w2 ≥ w3:                       {.groups = {{1, 1, 1}}}
///           one criterion at least as heavy as the rest together, the rest in order 1 ≥ 2:
///                                               {.groups = {{1}, {1}, {1}}, .top_classes = {1, 1}, .dominant = true}
struct WeightModel {
  std::vector<std::vector<int>> groups = {};  ///< class sizes of each group, most important class first
  /// Class sizes of the groups (after the dominant one), most important first; may be left empty with a single group.
  std::vector<int> top_classes = {};
  bool dominant = false;  ///< groups[0] weighs at least ½

  friend bool operator==(const WeightModel&, const WeightModel&) = default;
};

/// Throws std::invalid_argument with a sentence where the model makes no sense: no group, a class without members,
/// top classes that do not add up to the number of groups. All functions that take a model call it.
void require_sound(const WeightModel& model);

int criterion_count(const WeightModel& model);
std::vector<int> criteria_per_group(const WeightModel& model);

Fraction rank_order_centroid(int n, int k);  ///< ROC_n(k), 1 ≤ k ≤ n
/// Centroid of one level: the weight of one member of each class, for classes of these sizes in order of importance.
std::vector<Fraction> class_centroids(std::span<const int> sizes);
/// First the dominant item's weight, then that of one member of each class of the others.
std::vector<Fraction> dominant_centroids(std::span<const int> sizes);

struct Centroid {
  std::vector<Fraction> groups;    ///< W̄_g
  std::vector<Fraction> in_group;  ///< ū_j, one per criterion
  std::vector<Fraction> overall;   ///< w̄_j = W̄_g · ū_j
};
/// Exact. Throws std::overflow_error beyond 64 bits (a strict order of more than about 35 criteria).
Centroid centroid(const WeightModel& model);
/// w̄_j in floating point, without that limit.
std::vector<double> central_weights(const WeightModel& model);

/// Weights of the draws first … first + count − 1, [draw][criterion]: exactly uniform on the set, and the very weights
/// that `acceptability` uses under this seed. They depend on seed, draw and model alone.
std::vector<std::vector<double>> drawn_weights(const WeightModel& model, std::uint64_t seed, int first, int count);

}  // namespace kreds::smaa
