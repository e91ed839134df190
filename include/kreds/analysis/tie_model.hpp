/// \file
/// The numbers of the tie formula (method §1), read from `data/criteria/catalogue.json`.
#pragma once

#include <array>
#include <map>
#include <string>

#include "kreds/document/document.hpp"
#include "kreds/network/ego_network.hpp"

namespace kreds::analysis {

/// Reliability of an informant for a kind of item, in [0, 1]; 0 means: does not count for it (§1.4).
using ReliabilityRow = std::array<double, 5>;  ///< by network::InformantKind

struct TieModel {
  std::array<double, network::part_count> weights{};  ///< ω, sum 1 (117,117,47,47,22,10 of 360)
  double described_coverage = 0;                      ///< below this coverage a tie is »ikke beskrevet« (117/360)
  double half_life_months = 24;                       ///< of tie statements
  double gamma = 0;                                   ///< second adult of a household (§1.6)
  double lambda = 0.5;                                ///< per intermediary of a path (§1.7), above 0 and below 1
  double hearsay_factor = 0.5;
  double unsure_factor = 0.5;                                      ///< of a statement marked unsure (»vist«)
  std::map<std::string, ReliabilityRow, std::less<>> reliability;  ///< "tie", "wish", "assessment", "fact"
  friend bool operator==(const TieModel&, const TieModel&) = default;
};

/// Both throw std::runtime_error, naming file and fault.
TieModel load_tie_model(const std::string& data_folder);
/// From the catalogue that has been read already.
TieModel tie_model_of(const document::Document& catalogue);

}  // namespace kreds::analysis
