/// \file
/// »Did you mean …«
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kreds::casefile {

/// Letters to change, add, leave out or swap with their neighbour to turn one text into the other (optimal string
/// alignment), in code points; one more than the limit if it takes more.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The known text nearest to a wrong one, if it is near enough to have been meant: at most a third of the letters
/// differ. Among equally near ones the first. Empty if none is, or if there are too many to look at.
std::string nearest(std::string_view wrong, const std::vector<std::string>& known);

/// At most eight of them, those first that are nearest to the wrong one: "anna, karen, ole … (12)".
std::string listed(const std::vector<std::string>& known, std::string_view wrong = {});

}  // namespace kreds::casefile
