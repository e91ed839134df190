/// \file
/// The pieces that the differences are put together from; internal to the layer.
#pragma once

#include "kreds/comparison/differences.hpp"

namespace kreds::comparison {

bool has_household(const network::EgoNetwork& network, const Id& id);

void add_questions(const State& before, const RankedState& ranked_before, const State& after,
                   const RankedState& ranked_after, Differences& differences);

OrderChange order_change(const State& before, const RankedState& ranked_before, const State& after,
                         const RankedState& ranked_after);

}  // namespace kreds::comparison
