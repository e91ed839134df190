/// \file
/// The method once more, slowly and straight from its formulas (data/criteria/METHOD.md), to hold the engine against.
/// It shares with the engine what lies below the ranking (who lives where, who speaks, the parts of ties) and the
/// numbers of the catalogue, and no code of ranking, analysis or smaa.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kreds/network/informants.hpp"
#include "kreds/ranking/catalogue.hpp"

namespace slow {

struct Span {
  double low = 0, central = 0.5, high = 1;
};

struct Household {
  std::string id;
  std::array<std::vector<Span>, 3> values;  ///< [now, granted, proposed][factor]
  std::array<Span, 3> total;
  double coverage = 0;
};

struct Result {
  std::vector<std::string> factors;  ///< that apply
  std::vector<double> weights, in_group;
  double dominant_weight = 0;
  std::map<std::string, Household> households;  ///< every candidate
};

Result result(const kreds::casefile::Case& known, const kreds::casefile::Vocabulary& vocabulary,
              const kreds::network::EgoNetwork& network, const kreds::ranking::Catalogue& catalogue,
              const std::vector<std::string>& factors);

/// Least Σ w d over all permitted weights, by trying every vertex; d aligned with the factors.
double least(const kreds::ranking::Catalogue& catalogue, const std::vector<std::string>& factors,
             const std::vector<double>& d);

/// Σ w d with the weight of the dominant group set to `dominant` and the others in their proportions.
double at_dominant_weight(const kreds::ranking::Catalogue& catalogue, const Result& r, const std::vector<double>& d,
                          double dominant);

}  // namespace slow
