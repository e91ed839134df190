/// \file
/// Exact answers to "whatever the weights": least and greatest of Σ w_j d_j over all weights of a model.
///
/// A linear function is least at a vertex. Those of an ordered level are the means of its first members: all earlier
/// classes and the m smallest d of the next; so one pass over sorted differences finds it, no linear programme is
/// needed.
#pragma once

#include <span>
#include <vector>

#include "kreds/smaa/values.hpp"
#include "kreds/smaa/weights.hpp"

namespace kreds::smaa {

/// min of Σ u_j d_j over {u ≥ 0, Σu = 1, earlier classes at least as heavy}; one difference per member.
double least_in_order(std::span<const int> class_sizes, std::span<const double> differences);

/// min and max of Σ w_j d_j over the weights of the model; one difference per criterion.
double least(const WeightModel& model, std::span<const double> differences);
double greatest(const WeightModel& model, std::span<const double> differences);

/// Least lead of a over b over all weights, with central values. Not negative: "ahead or equal under every weighting".
double least_central_lead(const WeightModel& model, const Alternative& a, const Alternative& b);
/// Least lead of a over b over all weights and all answers (a at its lowest, b at its highest).
double least_lead(const WeightModel& model, const Alternative& a, const Alternative& b);

/// A least lead that is not negative, rounding (1e-12) aside.
bool never_behind(double least_lead);

}  // namespace kreds::smaa
