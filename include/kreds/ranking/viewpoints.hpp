/// \file
/// The order again with a part of what was told: each informant alone, each interview left out, each informant left
/// out, each granted measure not granted (method §1.5, §3.7). What is left out are words on ties, wishes and levels;
/// people, kinship, homes, custody, certificates, role wishes and facts stay, and so do the weights.
///
/// Compared are the households that stand in the order when everything counts. Cheap: only what a variant touches is
/// computed again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kreds/ranking/ranking.hpp"

namespace kreds::ranking {

enum class VariantKind {
  informant_alone,     ///< »kortet set fra …«
  without_interview,   ///< rests the order on one interview?
  without_informant,   ///< … on one informant?
  measure_not_granted  ///< one granted or started measure, as if it were only proposed
};

struct HouseholdValue {
  Id household;
  analysis::Interval value;  ///< under granted support
  friend bool operator==(const HouseholdValue&, const HouseholdValue&) = default;
};

/// Two households whose central values change place: jointly `before` stood before `after`.
struct SwappedPair {
  Id before, after;
  bool neighbours = false;  ///< next to each other in the joint order
  friend bool operator==(const SwappedPair&, const SwappedPair&) = default;
};

struct StandingChange {
  Id household;
  Standing joint, variant;
  friend bool operator==(const StandingChange&, const StandingChange&) = default;
};

struct Variant {
  VariantKind kind = VariantKind::informant_alone;
  /// The informant; empty for all professionals together with the interviewers' observations and the municipality's
  /// file. Of measure_not_granted the household.
  Id who;
  bool professionals = false;  ///< `who` stands for all professionals together
  Id interview;                ///< of without_interview
  std::string measure;         ///< of measure_not_granted
  network::Ids about;          ///< households in the order of which something was said (or left out); by id

  std::vector<HouseholdValue> order;  ///< by falling central value, equal ones by id
  std::vector<SwappedPair> swapped;   ///< by their places in the joint order
  bool first_changes = false;         ///< another household has the highest central value
  std::optional<double> tau_b;        ///< to the joint order; empty where one of them is all ties or has one member
  /// Of any household, in the order or not: e.g. outside only because of one conversation.
  std::vector<StandingChange> standings;
};

/// Informants alone come first (the child, parents, professionals together, others, by id), only those who say
/// something of a household in the order; then interviews by date and id and informants by id, all of them, also those
/// that change nothing; then measures by household and id.
std::vector<Variant> viewpoints(const casefile::Case& c, const casefile::Vocabulary& vocabulary,
                                const network::EgoNetwork& network, const std::vector<analysis::TieStrength>& strengths,
                                const Catalogue& catalogue, const Ranking& joint);

/// The variants of one kind that change a pair or a standing: »hviler på ét interview«.
std::vector<const Variant*> that_change(const std::vector<Variant>& variants, VariantKind kind);

}  // namespace kreds::ranking
