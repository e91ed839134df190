/// \file
/// Kendall's tau-b (Kendall 1945): how much two orders agree, ties allowed.
#pragma once

#include <optional>
#include <span>

namespace kreds::smaa {

/// (concordant − discordant) / √((pairs not tied in x)(pairs not tied in y)), from −1 to 1. None if x or y is all ties.
/// Throws std::invalid_argument if the lengths differ.
/// Example  x = 1 2 3 4, y = 1 2 2 3: 5/√(6·5).
std::optional<double> tau_b(std::span<const double> x, std::span<const double> y);

}  // namespace kreds::smaa
