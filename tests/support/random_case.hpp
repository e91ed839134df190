/// \file
/// Valid cases made up at random, for property tests: people with roles, several homes, every type of statement,
/// corrections, withdrawals, matters that are not to be told, hidden people. The same seed gives the same case on every
/// machine; to_text of it can be read again with the shipped vocabulary.
#pragma once

#include <cstdint>

#include "kreds/casefile/case.hpp"

namespace kreds::casefile {

/// people counts the child and is at least 2. Interviews lie between 2020 and the end of 2024.
Case random_case(std::uint64_t seed, int people = 12);

}  // namespace kreds::casefile
