/// \file
/// What several dated statements say of one number between 0 and 1 (method §1.3 to §1.5).
///
///   w_i = r_i · 2^(−t_i/h),  w_0 = 1 − max w_i,  p_i = w_i / (w_0 + Σ w)
///   central = Σ p_i x_i + p_0/2,  low = (1−p_0)·min x,  high = (1−p_0)·max x + p_0
/// No statement: central ½, [0, 1]. The child's own statements do not fade (t = 0).
///
/// Example  child 1.0 (r 1) and mother .25 (r ½), both fresh: central .75, low .25, high 1.
///          A lone hearsay of 1.0 from the mother (r ½ · ½): central .625, low .25, high 1.
#pragma once

#include <span>
#include <vector>

#include "kreds/analysis/tie_model.hpp"

namespace kreds::analysis {

struct Interval {
  double central = 0.5, low = 0, high = 1;
  double width() const { return high - low; }
  friend bool operator==(const Interval&, const Interval&) = default;
};

enum class Agreement { single, agree, somewhat, disagree };  ///< spread ≤ .25, ≤ .5, above

struct Share {
  double x = 0;
  double reliability = 1, age_months = 0;
  network::StatementRef from;
  double share = 0;  ///< p_i, once combined with the others
  friend bool operator==(const Share&, const Share&) = default;
};

struct Estimate {
  Interval interval;
  double unknown_share = 1;  ///< p_0
  double spread = 0;         ///< max x − min x
  Agreement agreement = Agreement::single;
  std::vector<Share> shares;  ///< empty: no statement
  bool answered() const { return !shares.empty(); }
  friend bool operator==(const Estimate&, const Estimate&) = default;
};

Estimate combine(std::vector<Share> statements, double half_life_months);

/// r_i of one piece of evidence for an item kind ("tie", "wish", "assessment", "fact"), halved for hearsay and again
/// for »vist«; 0 if such an informant does not count.
double reliability(const network::Evidence& evidence, std::string_view item_kind, const TieModel& model);

/// Reliability and age put together, to be combined; evidence with reliability 0 is left out.
std::vector<Share> weigh(std::span<const network::Evidence> evidence, std::string_view item_kind, network::Date as_of,
                         const TieModel& model);

}  // namespace kreds::analysis
