#include "engine.hpp"

#include <algorithm>
#include <stdexcept>

namespace kreds::smaa {

namespace {

const Kernel& compiled_for(Instructions instructions) {
  switch (instructions) {
#if defined(__x86_64__)
    case Instructions::v2:
      return kernel_v2;
    case Instructions::v3:
      return kernel_v3;
    case Instructions::v4:
      return kernel_v4;
#endif
    default:
      return kernel_plain;
  }
}

/// What the kernels are compiled with, see CMakeLists.txt.
#if defined(__x86_64__)
bool has_v2() {
  return __builtin_cpu_supports("ssse3") && __builtin_cpu_supports("sse4.2");
}
bool has_v3() {
  return has_v2() && __builtin_cpu_supports("avx2");
}
bool has_v4() {
  return has_v3() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
}
#endif

}  // namespace

std::vector<Instructions> available_instructions() {
  std::vector<Instructions> result{Instructions::plain};
#if defined(__x86_64__)
  if (has_v2()) result.push_back(Instructions::v2);
  if (has_v3()) result.push_back(Instructions::v3);
  if (has_v4()) result.push_back(Instructions::v4);
#endif
  return result;
}

const Kernel& kernel_for(std::optional<Instructions> instructions) {
  const auto available = available_instructions();
  if (!instructions) return compiled_for(available.back());
  if (std::ranges::find(available, *instructions) == available.end())
    throw std::invalid_argument("instructions that this processor does not have");
  return compiled_for(*instructions);
}

Room::Room(const Plan& plan) {
  const auto groups = static_cast<std::size_t>(plan.groups.count);
  const auto criteria = static_cast<std::size_t>(plan.criteria);
  const auto alternatives = static_cast<std::size_t>(plan.alternatives.count);
  rows_.resize(groups + 2 * criteria + 2 * alternatives);
  Row* next = rows_.data();
  const auto take = [&](std::size_t count) {
    Row* const taken = next;
    next += count;
    return taken;
  };
  workspace_.groups = take(groups);
  workspace_.weights = take(criteria);
  workspace_.values = take(criteria);
  workspace_.scores = take(alternatives);
  workspace_.extra = take(alternatives);
}

}  // namespace kreds::smaa
