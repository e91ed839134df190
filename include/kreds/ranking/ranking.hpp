/// \file
/// An order of what to look into next, with reasons and gaps (method §3.2 to §3.5, first form).
///
/// Nothing here approves or refuses anybody. Nobody is left out: households outside the order are listed apart, with
/// the reason. Acceptability, dominance, flip points and questions extend `Ranking` and `RankedHousehold`.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kreds/analysis/tie_strength.hpp"
#include "kreds/ranking/catalogue.hpp"
#include "kreds/ranking/weights.hpp"

namespace kreds::ranking {
using casefile::Id;

/// One professional's or other informant's current word on a factor.
struct StatedLevel {
  int level;
  network::StatementRef from;
  bool professional = false;
  bool child = false;     ///< the child's own word
  bool outdated = false;  ///< older than two half-lives (the child's own words never are)
};

/// Which recorded support counts (§3.4).
enum class Scenario {
  now,      ///< none: as observed
  granted,  ///< granted or started: the headline
  proposed  ///< proposed or further: a what-if
};

/// A factor's value with granted support, but without one of the measures.
struct WithoutMeasure {
  std::string measure;
  analysis::Interval value;
};

/// Support as it stands recorded for a household; what has ended is not among it.
struct RecordedMeasure {
  std::string measure;
  std::vector<std::string> factors;  ///< what it is to lift
  casefile::MeasureState state = casefile::MeasureState::proposed;
  std::optional<int> expected_level, waiting_weeks;
  network::StatementRef from;
};

struct FactorValue {
  std::string factor;
  analysis::Interval observed;               ///< scenario "nu", on the value scale [0, 1]
  analysis::Interval supported;              ///< scenario "med bevilget støtte"
  analysis::Estimate estimate;               ///< of the observed value; the relation has its parts in the tie
  analysis::Estimate supported_estimate;     ///< the same statements, each lifted by what is granted or started
  std::vector<StatedLevel> levels;           ///< the latest level of each informant that counts; empty: unknown
  std::optional<casefile::NoValue> missing;  ///< the latest reason for no value, if asked
  std::vector<network::StatementRef> words;  ///< statements that are quoted beside it, without part in the value
  std::vector<std::string> lifted_by;        ///< measures granted or started that raise it
  analysis::Interval proposed;               ///< scenario "med foreslået støtte"
  analysis::Estimate proposed_estimate;      ///< the same statements, each lifted by what is proposed or further
  std::vector<std::string> proposed_by;      ///< measures proposed or further, where these raise it above `supported`
  /// [scenario][share of its estimate]: what the statement leaves open; a point unless need lines are open.
  std::array<std::vector<analysis::Interval>, 3> spans;
  std::vector<WithoutMeasure> without;  ///< for each of lifted_by without which `supported` would be lower
};

enum class RequirementStatus { met, conditional, liftable, not_met, unknown };

struct RequirementResult {
  std::string requirement;  ///< a factor's id, "prior_relation" or "clean_certificates"
  RequirementStatus status = RequirementStatus::unknown;
  bool disagreement = false;          ///< unknown because informants stand on both sides of a limit
  bool outdated = false;              ///< unknown because every statement is older than two half-lives
  bool measure_missing = false;       ///< conditional on support that nobody has proposed yet
  std::vector<std::string> measures;  ///< recorded ones; of a liftable requirement those of the catalogue
  std::vector<network::StatementRef> from;
};

struct Alert {
  std::string factor;  ///< or "unsafe_tie"
  int level = 0;
  std::vector<network::StatementRef> from;
};

/// A factor's part of the central value: weight · value; they add up to it.
struct Contribution {
  std::string factor;
  Fraction weight;
  analysis::Interval value;
  double amount = 0;
};

enum class Heading { no_known_obstacle, conditional_on_support, needs_clarification, requirement_not_met };

/// Where a household stands apart from the order (§3.2, decisions 19).
enum class Standing {
  in_order,
  in_order_not_asked,     ///< role wish not asked yet
  beside_own_wish,        ///< only if nobody else can, or for a period
  other_roles,            ///< support only, or no
  outside_until_assessed  ///< a professional has to write an assessment first
};

enum class OutsideReason { requirement_not_met, unsafe_tie, child_says_no, level_zero };

struct Outside {
  OutsideReason reason;
  std::string factor;  ///< for requirement_not_met and level_zero
  std::vector<network::StatementRef> from;
  /// Later written assessments by a named professional that the household can be looked at all the same, oldest first.
  /// With one, this reason no longer keeps the household outside; the alert stays.
  std::vector<network::StatementRef> assessed;
};

struct RankedHousehold {
  Id id;
  std::string name;
  std::size_t household = 0;  ///< into network.households
  Standing standing = Standing::in_order;
  Heading heading = Heading::no_known_obstacle;
  std::vector<Outside> outside;
  std::optional<casefile::RoleAnswer> role_wish;
  network::Ids role_wish_statements;
  analysis::HouseholdStrength relation;
  std::vector<FactorValue> factors;  ///< aligned with Ranking::weights
  std::vector<RequirementResult> requirements;
  std::vector<Alert> alerts;
  std::vector<RecordedMeasure> measures;  ///< by day said
  analysis::Interval value;               ///< V under granted support, the headline scenario
  analysis::Interval value_now;           ///< V as observed
  analysis::Interval value_proposed;      ///< V under support proposed or further
  double coverage = 0;                    ///< Σ of the weights of factors with an answer (relation: its own coverage)
  std::vector<Contribution> contributions;  ///< of `value.central`, largest first
  std::vector<std::string> unanswered;      ///< factors without an answer, heaviest first
};

struct Ranking {
  network::Date as_of;
  std::vector<FactorWeight> weights;  ///< of the factors that apply
  std::vector<std::string> not_applicable;
  /// Sorted: by standing, then by falling central value, equal ones by id.
  std::vector<RankedHousehold> households;
  std::vector<network::Id> parents_with_custody_excluded;  ///< households left out because such a parent lives there
  std::string catalogue, catalogue_version, catalogue_hash;
  std::optional<Weighting> weighting;  ///< of the municipality's own, if one was used
};

/// V = Σ w · v on each bound (§3.5). Both spans are aligned.
analysis::Interval weighted_value(std::span<const FactorWeight> weights, std::span<const analysis::Interval> values);

/// The case must be the one the network was built from.
Ranking rank(const casefile::Case& c, const casefile::Vocabulary& vocabulary, const network::EgoNetwork& network,
             const std::vector<analysis::TieStrength>& strengths, const Catalogue& catalogue);

}  // namespace kreds::ranking
