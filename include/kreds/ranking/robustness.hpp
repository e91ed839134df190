/// \file
/// How firm the order is, and what would turn it (method §3.4 to §3.7).
///
/// All of it concerns the households in the order alone: the first of `Ranking::households`, in falling central value.
/// Every table below is aligned with `Robustness::households`. Exact: brackets' reasons apart, everything but the
/// shares of draws (ranks, who is ahead, central weights), which carry `standard_error`.
///
/// Reading it  Print brackets first, numbers behind. »robust« must not be said where `alert` stands.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kreds/ranking/ranking.hpp"
#include "kreds/smaa/values.hpp"

namespace kreds::ranking {

/// Standing in_order and in_order_not_asked: a prefix of `ranking.households`.
std::span<const RankedHousehold> in_order(const Ranking& ranking);

/// V of one household in a scenario.
const analysis::Interval& value_in(const RankedHousehold& household, Scenario scenario);
/// v of one factor in a scenario.
const analysis::Interval& value_in(const FactorValue& factor, Scenario scenario);

// --- acceptability (§3.5) ------------------------------------------------------------------------------

struct RobustnessSettings {
  std::uint64_t seed = 20240101;  ///< fixed, so that a page can be printed again; any other is as good
  int draws = 20'000;             ///< at least 1
  int threads = 1;                ///< 0: as many as the machine has; changes no result
  Scenario scenario = Scenario::granted;
};

/// Over all permitted weights and all possible answers at once. A share is no probability that things go well.
struct HouseholdAcceptability {
  Id household;
  std::vector<double> rank_shares;  ///< [r] of the draws in which it has rank r + 1; equal ones share a rank
  double expected_rank = 0;         ///< from 1
  /// Mean weights of the draws in which it is first (»hvilken vægtning taler for den«), aligned with Ranking::weights;
  /// empty if it never is.
  std::vector<double> central_weights;
  std::optional<double> confidence;  ///< share of the answers for which it is first with these weights
};

// --- firmness (§3.5, §3.6) -----------------------------------------------------------------------------

/// How firmly one household stands before another. Chosen, not measured: .90 and .70.
enum class Firmness {
  always,                 ///< at least as high whatever the permitted weights and the open answers (exact)
  any_permitted_weights,  ///< at the central values, whatever the permitted weights (exact)
  nearly_any,             ///< ahead in at least .90 of the draws
  mostly,                 ///< in at least .70
  cannot_be_told_apart    ///< below; whatever else holds
};
inline constexpr double nearly_any_share = 0.90, mostly_share = 0.70;

/// Households that cannot be put in an order on what is known. `members` by household id.
struct Bracket {
  std::vector<Id> members;
  Id first;  ///< the member with the highest central value, against which the others are held
};

// --- what would turn it (§3.7) -------------------------------------------------------------------------

/// The weight of the relation's group at which the two are equal. Between ½ and 1, else there is none.
struct WeightFlip {
  double at = 0;       ///< W1*
  double now = 0;      ///< its central weight W̄1
  bool above = false;  ///< true: they change places when the relation weighs more than `at`; false: less
};

/// One answer that would make the two equal, everything else as it is.
struct AnswerFlip {
  Id household;  ///< whose answer
  std::string factor;
  std::optional<network::Part> part;  ///< of the tie that carries the relation
  double needed = 0;                  ///< signed change of the value: < 0 for the one ahead, > 0 for the one behind
  bool within_one_level = false;      ///< at most to the next level of the scale (tie parts: ¼)
  bool inside_interval = false;       ///< inside what the open part of the present answer leaves possible
};

/// One measure of the household ahead that is counted on: without it the other would be ahead (or equal).
struct MeasureFlip {
  Id household;
  std::string measure;
  std::vector<std::string> factors;  ///< that it lifts
  double gap_without = 0;            ///< V of the household ahead less V of the other, without it: ≤ 0
};

/// Two that follow each other by central value: `ahead` has the higher one.
struct Neighbours {
  Id ahead, behind;
  double gap = 0;            ///< δ ≥ 0, of central values
  double share_ahead = 0.5;  ///< p of the draws; equal draws count half
  double worst_weights = 0;  ///< least difference over all permitted weights, at central values (≥ 0: dominance)
  double worst_answers = 0;  ///< the same over all weights and answers
  Firmness firmness = Firmness::cannot_be_told_apart;
  bool same_bracket = false;
  bool alert = false;  ///< one of the two has an alert: no word of firmness may sound like »robust«
  std::optional<WeightFlip> weight;
  std::vector<AnswerFlip> answers;  ///< those within one level or inside the interval; smallest change first
  std::vector<MeasureFlip> measures;
};

// --- scenarios (§3.4) ----------------------------------------------------------------------------------

/// A measure that is behind a change of order, and with whom the same help has not been discussed.
struct MeasureBehind {
  Id household;
  std::string measure;
  std::vector<std::string> factors;  ///< that it lifts, among those whose value differs between the scenarios
  double effect = 0;                 ///< Σ w · (difference of v) over these factors
  /// Households in the order that the measure could lift by the catalogue, but for which nobody recorded it.
  std::vector<Id> not_discussed_with;
};

/// Two households whose order differs from the headline scenario (granted).
struct OrderChange {
  Scenario scenario = Scenario::now;  ///< now or proposed
  Id ahead_headline, ahead_there;     ///< who of the two is ahead with granted support, and who in `scenario`
  /// now: what is granted to the one ahead in the headline; proposed: what is proposed to the one ahead there.
  std::vector<MeasureBehind> measures;
};

// --- all together --------------------------------------------------------------------------------------

using Table = std::vector<std::vector<double>>;  ///< [a][b], square

struct Robustness {
  RobustnessSettings settings;
  std::vector<Id> households;  ///< in the order, by falling central value of the settings' scenario, equal ones by id
  double standard_error = 0;   ///< of every share: √(¼/draws)
  std::vector<HouseholdAcceptability> acceptability;
  double choice_entropy = 0;  ///< −Σ b log2 b over the shares of rank 1: 0 when one is always first
  Table ahead;  ///< share of draws in which a is above b; equal draws count half: p_ab + p_ba = 1; ½ on itself
  Table
      worst_weights;  ///< least V_a − V_b over permitted weights, at central values; ≥ 0: »ved enhver tilladt vægtning«
  Table worst_answers;                 ///< the same over weights and answers; ≥ 0: »altid mindst lige så højt«
  std::vector<Bracket> brackets;       ///< all households, best first
  std::vector<Neighbours> neighbours;  ///< one less than households
  std::vector<OrderChange> scenarios;  ///< now and proposed against granted; empty: the order is the same
};

/// `strengths` and `catalogue` are those that the ranking was computed with. Throws std::invalid_argument if not, or
/// for less than one draw.
Robustness robustness(const Ranking& ranking, std::span<const analysis::TieStrength> strengths,
                      const Catalogue& catalogue, const RobustnessSettings& settings = {});

/// The same as `Neighbours` for any two in the order; `ahead` is the one with the higher central value. Throws
/// std::invalid_argument if one of them is not in the order.
Neighbours compare(const Ranking& ranking, std::span<const analysis::TieStrength> strengths, const Catalogue& catalogue,
                   const Robustness& robustness, const Id& a, const Id& b);

// --- single pieces -------------------------------------------------------------------------------------

/// The households in the order as alternatives, the factors as criteria: what is drawn from.
///
/// A factor is one term, y = (1 − p0) · x_I + p0 · U, from the estimate of the scenario: mean and range are those of
/// the printed value. The relation has a term of weight ω for each part of the tie that carries it. Where the relation
/// is the highest of several adults on each bound (no carer named), it is drawn from both sides of the central value so
/// that mean and range are kept: from [low, central] with probability (high − central)/(high − low), else above it.
struct Model {
  smaa::WeightModel weights;
  std::vector<std::size_t> criteria;            ///< of each criterion: its index into Ranking::weights
  std::vector<Id> households;                   ///< of each alternative
  std::vector<smaa::Alternative> alternatives;  ///< keys from household ids, items from factor and part
};
Model model(const Ranking& ranking, std::span<const analysis::TieStrength> strengths, const Catalogue& catalogue,
            Scenario scenario = Scenario::granted);

/// Key of the random number of a factor, or of a part of the tie that carries the relation.
std::uint64_t item_key(std::string_view factor, std::optional<network::Part> part = {});

Firmness firmness(double share_ahead, double worst_weights, double worst_answers);

}  // namespace kreds::ranking
