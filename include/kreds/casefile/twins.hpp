/// \file
/// What is not to be told, told again: statements about the same thing that lack the mark.
#pragma once

#include <vector>

#include "kreds/casefile/case.hpp"

namespace kreds::casefile {

struct Twin {
  const Statement* statement;  ///< unmarked
  const Statement* marked;     ///< about the same part of the same tie
  const Matter* matter;        ///< which is not to be told to somebody
};

/// In the order of the file, each statement at most once per matter. What somebody said themselves is not kept from
/// them, and a matter that has been lifted asks nothing.
std::vector<Twin> unmarked_twins(const Case& c);

}  // namespace kreds::casefile
