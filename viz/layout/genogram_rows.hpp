/// \file
/// Generations, families, and who stands left of whom in a genogram. Private to the layout layer.
#pragma once

#include <vector>

#include "kreds/layout/genogram.hpp"

namespace kreds::layout {

/// People who are linked by any line, the child's family first, the others in the order of the file. Who is loose is in
/// none.
std::vector<std::vector<std::size_t>> families(const GenogramContent& content);

/// The row of everybody; 0 is the oldest generation of each family. Rules in genogram.hpp. About
/// O((people + lines) * lines).
std::vector<int> generations(const GenogramContent& content);

/// The people of one family from left to right; those of one row stand in this order, and who belongs together stands
/// near in it. A search with own random numbers: the same order on every machine.
std::vector<std::size_t> from_left_to_right(const GenogramContent& content, const std::vector<int>& row,
                                            const std::vector<std::size_t>& family);

}  // namespace kreds::layout
