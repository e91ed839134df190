/// \file
/// The pieces that `rank` puts together; internal to the layer.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "kreds/network/informants.hpp"
#include "kreds/ranking/ranking.hpp"

namespace kreds::ranking {

using network::Date;

/// What has a rule of its own, by its id in the catalogue or in the results.
namespace named {
inline constexpr std::string_view stable_safe_frame = "stable_safe_frame";
inline constexpr std::string_view parents_view = "parents_view";
inline constexpr std::string_view living_there_now = "living_there_now";
inline constexpr std::string_view siblings_together = "siblings_together";
inline constexpr std::string_view prior_relation = "prior_relation";
inline constexpr std::string_view clean_certificates = "clean_certificates";
inline constexpr std::string_view unsafe_tie = "unsafe_tie";
}  // namespace named

struct Basis {
  const casefile::Case& source;  ///< as known on the day
  const network::EgoNetwork& network;
  const std::vector<analysis::TieStrength>& strengths;
  const Catalogue& catalogue;
  network::Informants informants;
};

/// Values that differ by less are the same value: sums of shares must not part households by rounding.
inline constexpr double rounding = 1e-12;
/// On that grid.
bool is_higher(double a, double b);

// --- statements ----------------------------------------------------------------------------------------

/// A statement of one type that is in force on the day.
template <class Body>
struct Spoken {
  const Body* body;
  const casefile::Statement* statement;
  const casefile::Interview* interview;
  Date said() const { return interview->date; }
};

/// By day said, then by id: no result depends on the order in which statements stand in the file.
template <class Body>
std::vector<Spoken<Body>> spoken(const casefile::Case& c) {
  std::vector<Spoken<Body>> result;
  for (const casefile::Interview& interview : c.interviews)
    for (const casefile::Statement& statement : interview.statements)
      if (const Body* body = std::get_if<Body>(&statement.body)) result.push_back({body, &statement, &interview});
  std::ranges::sort(result, [](const Spoken<Body>& a, const Spoken<Body>& b) {
    return a.said() != b.said() ? a.said() < b.said() : a.statement->id < b.statement->id;
  });
  return result;
}

/// What was said of one household.
struct HouseholdStatements {
  std::vector<Spoken<casefile::Assessment>> assessments;
  std::vector<Spoken<casefile::Wish>> wishes;  ///< that the child lives in it, or with an adult who lives there
  std::vector<Spoken<casefile::RoleWish>> roles;
  std::vector<Spoken<casefile::Measure>> measures;  ///< that have not ended
  std::vector<Spoken<casefile::Certificate>> certificates;
};
HouseholdStatements statements_of(const Basis& basis, const network::Household& household);

network::StatementRef reference(const casefile::Statement& statement, const casefile::Interview& interview);
template <class Body>
network::StatementRef reference(const Spoken<Body>& s) {
  return reference(*s.statement, *s.interview);
}

/// Who speaks, and until when it is known to hold; x is still to be filled in. What the interviewers observed and what
/// stands in the municipality's own file comes from a professional.
network::Evidence evidence(const Basis& basis, const casefile::Statement& statement,
                           const casefile::Interview& interview, const network::Ids& about);
bool said_by(const network::Evidence& evidence, network::InformantKind kind);

/// Adults who live in the household on the day.
std::vector<network::Index> adults(const Basis& basis, const network::Household& household);

// --- support (§3.4) ------------------------------------------------------------------------------------

/// What is recorded to lift one factor of one household.
struct Support {
  struct Lift {
    std::string measure;
    std::optional<int> expected_level;  ///< the latest that a professional stated
  };
  std::vector<Lift> measures;
  std::vector<std::string> names() const;
  Support without(std::string_view measure) const;
};
/// Measures that have reached at least this state.
Support support_for(const Basis& basis, const network::Household& household, const HouseholdStatements& said,
                    const Factor& factor, casefile::MeasureState at_least);

/// max(level, min(max_level, expected level, else level + 1)); several measures lift one level in all.
int lifted_level(int level, const Factor& factor, const Support& support);
/// The same for a value that stands between levels (need lines).
double lifted_value(double value, const Factor& factor, const Support& support);

// --- factors, requirements, standing -------------------------------------------------------------------

std::vector<std::string> applicable_factors(const Basis& basis);

FactorValue factor_value(const Basis& basis, const network::Household& household, const HouseholdStatements& said,
                         const Factor& factor, const analysis::HouseholdStrength& relation);

/// The child's own latest word on living there, where it contains a no: to the household or to an adult in it.
std::vector<network::StatementRef> child_says_no(const Basis& basis, const network::Household& household,
                                                 const HouseholdStatements& said);

/// Requirement results and alerts into `ranked`, from its factors and relation.
void judge(const Basis& basis, const network::Household& household, const HouseholdStatements& said,
           RankedHousehold& ranked);

/// Role wish, reasons to stand outside, heading and standing into `ranked`, from its requirements.
void place(const Basis& basis, const network::Household& household, const HouseholdStatements& said,
           RankedHousehold& ranked);

}  // namespace kreds::ranking
