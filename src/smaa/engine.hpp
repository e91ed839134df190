/// \file
/// Kernels and their workspace, chosen and made.
#pragma once

#include <optional>
#include <vector>

#include "kernel.hpp"
#include "kreds/smaa/acceptability.hpp"

namespace kreds::smaa {

/// Throws std::invalid_argument for instructions that the processor does not have. None: the best.
const Kernel& kernel_for(std::optional<Instructions> instructions);

class Room {
 public:
  explicit Room(const Plan& plan);
  Workspace& workspace() { return workspace_; }

 private:
  std::vector<Row> rows_;
  Workspace workspace_;
};

}  // namespace kreds::smaa
