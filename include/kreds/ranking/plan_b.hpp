/// \file
/// If the first plan breaks, and how much hangs on one family (method §3.9; a break is a double let-down where the
/// family is the child's only network, seed 004 chapter 7). Thresholds: chosen, not measured.
#pragma once

#include <optional>
#include <vector>

#include "kreds/ranking/ranking.hpp"

namespace kreds::ranking {

namespace plan_b_thresholds {
inline constexpr double dependence = 0.5;  ///< a greater fall of the indirect strength: hangs on the first family
inline constexpr int conflict = 2;         ///< level between adults of the two households
inline constexpr double bond = 0.3;        ///< central strength of ties that hold the network together
inline constexpr double close = 0.5;       ///< central strength of a close tie with the child
}  // namespace plan_b_thresholds

/// A way from the child to somebody, child first.
struct Path {
  double strength = 0;  ///< indirect strength (§1.7), 0 if there is none
  network::Ids people;
  friend bool operator==(const Path&, const Path&) = default;
};

/// Somebody of the one household in conflict with somebody of the other.
struct HouseholdConflict {
  Id a, b;
  int level = 0;  ///< 2 or 3
  std::vector<network::StatementRef> from;
  friend bool operator==(const HouseholdConflict&, const HouseholdConflict&) = default;
};

/// One household seen as the reserve of another. The values do not change when the other leaves (no rank reversal, and
/// what its members told stays told); only the ways through the network do.
struct Reserve {
  Id household;
  Standing standing = Standing::in_order;
  Path with_first;              ///< strongest way from the child to one of its adults
  Path without_first;           ///< with nobody of the first household in the network
  double fall = 0;              ///< share of the strength that is lost, 0 … 1; 0 where there was no way at all
  bool hangs_on_first = false;  ///< fall > ½
  std::vector<HouseholdConflict> conflicts;
  bool shares_people = false;  ///< somebody lives in both
};

struct PlanB {
  Id first;
  std::optional<Reserve> next;  ///< the next in the order that shares nobody with it
  std::vector<Reserve> beside;  ///< by their own wish only if nobody else can, or for a period
  /// People outside the household with a described tie to the child of at least ½; animals, the dead and professionals
  /// are not counted. By id.
  network::Ids close_outside;
  network::Ids close_parents;       ///< of these the child's parents
  bool only_close_network = false;  ///< nobody: agree early on plan B
  bool agreement_recorded = false;  ///< the measure plan_b_agreement is recorded for the household
};

/// Somebody whose leaving parts people from the child.
struct CutPerson {
  Id person;
  network::Ids parted;  ///< who would no longer be reached from the child; by id
  friend bool operator==(const CutPerson&, const CutPerson&) = default;
};

struct Resilience {
  std::vector<PlanB> plans;            ///< one for each household in the order, in its order
  std::vector<CutPerson> cut_persons;  ///< on ties of at least .3 without professionals; by id
};

Resilience resilience(const casefile::Case& c, const network::EgoNetwork& network,
                      const std::vector<analysis::TieStrength>& strengths, const Catalogue& catalogue,
                      const Ranking& ranking);

}  // namespace kreds::ranking
