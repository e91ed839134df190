/// \file
/// People whom somebody has set by hand: an optional file beside the case. A pin says where within the person's own
/// sector and ring, so that the facts of the case always win and a pin survives when sectors or rings change width.
///
///   {"format": 1, "people": {"karen": {"ring": 1, "across": 0.3, "depth": 0.5}}}
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace kreds::layout {

struct Pin {
  std::string person;       ///< id
  std::optional<int> ring;  ///< where the person stood when it was set; another ring today: the pin no longer holds
  double across = 0.5;      ///< of the sector, clockwise: 0 at its first edge, 1 at its last
  double depth = 0.5;       ///< of the ring: 0 at its inner edge, 1 at its outer; without rings it says nothing
  friend bool operator==(const Pin&, const Pin&) = default;
};
using Pins = std::vector<Pin>;

enum class PinFault { unknown_person, not_placed, other_ring, too_close };

/// A pin that the map could not follow; the person stands where the method puts them.
struct RefusedPin {
  std::string person;
  PinFault why = PinFault::unknown_person;
  friend bool operator==(const RefusedPin&, const RefusedPin&) = default;
};

/// Throws document::BadFile with every fault if it cannot be used.
Pins read_pins(const std::string& path);

}  // namespace kreds::layout
