/// \file
/// Weights of the factors that apply in a case: exact centroids of what the order of importance leaves open (§3.3).
///
/// Example  top level {dominant, 2, 1, 1}: 3/5, 19/120, 19/120, 7/120, 1/40.
#pragma once

#include <string>
#include <vector>

#include "kreds/ranking/catalogue.hpp"
#include "kreds/smaa/weights.hpp"

namespace kreds::ranking {

using smaa::Fraction;

struct FactorWeight {
  std::string factor;
  std::string group;
  Fraction in_group;  ///< u_j
  Fraction overall;   ///< W_g · u_j
};

/// Factors as the criteria of a weight model: group by group, class by class.
struct Criteria {
  smaa::WeightModel model;
  std::vector<const Factor*> factors;  ///< into the catalogue; of one class in its order
};

/// For the factors that apply in the case; classes shrink, an emptied group drops out.
Criteria criteria(const Catalogue& catalogue, const std::vector<std::string>& applicable);

/// The same factors in the order of the catalogue, with their central weights.
std::vector<FactorWeight> centroid_weights(const Catalogue& catalogue, const std::vector<std::string>& applicable);

}  // namespace kreds::ranking
