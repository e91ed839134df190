/// \file
/// How strong a tie is, from its six parts (method §1.2): s = Σ ω_k x_k, unanswered parts ½ [0, 1].
///
/// Example  ring 1 of 5, emotional 4, caregiving 3, no conflict, weekly, since birth: .9473552045.
///          Only ring 2 known: .5975 [.26, .935].
#pragma once

#include <array>
#include <map>
#include <optional>
#include <vector>

#include "kreds/analysis/estimate.hpp"

namespace kreds::analysis {

struct PartStrength {
  bool applicable = true;
  double weight = 0;  ///< ω_k, renormalised over the applicable parts
  Estimate estimate;
  friend bool operator==(const PartStrength&, const PartStrength&) = default;
};

struct TieStrength {
  Interval interval;
  double coverage = 0;  ///< Σ ω of the answered parts
  bool described = false;
  std::array<PartStrength, network::part_count> parts;
  friend bool operator==(const TieStrength&, const TieStrength&) = default;
};

TieStrength tie_strength(const network::Tie& tie, network::Date as_of, const TieModel& model);
/// Aligned with `network.ties`.
std::vector<TieStrength> tie_strengths(const network::EgoNetwork& network, const TieModel& model);

/// The relation of the child to a household (§1.6). With γ = 0: the named carer's tie; unnamed: central, low and high
/// are each the maximum over its adults. A household without adults, or without a tie: unknown.
struct HouseholdStrength {
  Interval interval;
  double coverage = 0;                    ///< of the tie that carries it
  std::optional<network::Index> carrier;  ///< s1: the carer, or the adult with the highest central value
  bool carer_named = false;
  struct Adult {
    network::Index person;
    std::optional<std::size_t> tie;  ///< into network.ties
    Interval interval;
    friend bool operator==(const Adult&, const Adult&) = default;
  };
  std::vector<Adult> adults;                  ///< every adult's tie, highest central value first
  std::vector<network::StatementRef> unsafe;  ///< from ties between the child and residents
  friend bool operator==(const HouseholdStrength&, const HouseholdStrength&) = default;
};

HouseholdStrength household_strength(const network::EgoNetwork& network, const network::Household& household,
                                     std::span<const TieStrength> strengths, const TieModel& model);

/// R = s1 + γ(1 − s1) s2 on each bound.
Interval household_relation(const Interval& s1, const std::optional<Interval>& s2, double gamma);

}  // namespace kreds::analysis
