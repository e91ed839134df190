/// \file
/// From a model to the plan that the kernels follow.
#pragma once

#include <deque>
#include <vector>

#include "kreds/smaa/values.hpp"
#include "kreds/smaa/weights.hpp"
#include "plan.hpp"

namespace kreds::smaa {

/// Owns what its plan points to.
class Compiled {
 public:
  /// The model and the alternatives must be sound.
  Compiled(const WeightModel& model, const std::vector<Alternative>& alternatives, std::uint64_t seed);
  Compiled(const Compiled&) = delete;
  Compiled& operator=(const Compiled&) = delete;

  const Plan& plan() const { return plan_; }

 private:
  template <class Item>
  Slice<Item> keep(std::deque<std::vector<Item>>& store, std::vector<Item> items);
  LevelPlan level(const std::vector<int>& classes, bool dominant, std::uint64_t seed, std::uint32_t number);
  AlternativePlan alternative(const Alternative& alternative, std::uint64_t seed);

  std::deque<std::vector<std::uint64_t>> streams_;
  std::deque<std::vector<Comparator>> networks_;
  std::deque<std::vector<ShuffleStep>> shuffles_;
  std::deque<std::vector<Segment>> segments_;
  std::deque<std::vector<Piece>> pieces_;
  std::deque<std::vector<CertainValue>> certain_;
  std::deque<std::vector<UncertainValue>> uncertain_;
  std::vector<LevelPlan> groups_;
  std::vector<AlternativePlan> alternatives_;
  Plan plan_;
};

}  // namespace kreds::smaa
