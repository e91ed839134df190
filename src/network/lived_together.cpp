#include <algorithm>
#include <chrono>
#include <map>

#include "parts.hpp"

namespace kreds::network {
namespace {

/// Anchor of level 4 of caregiving (method §1.2): at least three months, or now.
bool three_months(Date begin, Date end) {
  const std::chrono::year_month_day start{begin};
  std::chrono::year_month_day later = start + std::chrono::months{3};
  if (!later.ok()) later = later.year() / later.month() / std::chrono::last;
  return std::chrono::sys_days{later} <= end;
}

std::optional<Date> later_of(const std::optional<Date>& a, const std::optional<Date>& b) {
  if (!a || !b) return a ? a : b;
  return std::max(*a, *b);
}

std::optional<Date> earlier_of(const std::optional<Date>& a, const std::optional<Date>& b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

/// Until when the child is known to have lived with the adult, if it is long enough or still so.
std::optional<Date> together_until(const Stay& child, const Stay& adult, Date as_of) {
  if (child.days.holds_on(as_of) && adult.days.holds_on(as_of)) return child.told.said();
  const auto begin = later_of(child.days.begin, adult.days.begin);
  const auto end = earlier_of(earlier_of(child.days.end, adult.days.end), child.told.said());
  if (!begin || !end || !three_months(*begin, *end)) return std::nullopt;
  return end;
}

}  // namespace

std::vector<LivedTogether> lived_together(const Setting& setting) {
  const auto part_time = [](const Stay& stay) { return stay.told.body<casefile::Residence>()->part_time; };
  std::map<Index, std::vector<const Stay*>> of_child;
  for (const Stay& stay : *setting.stays)
    if (stay.person == setting.ego && !part_time(stay)) of_child[stay.household].push_back(&stay);
  std::vector<LivedTogether> found;
  for (const Stay& stay : *setting.stays) {
    const auto homes = of_child.find(stay.household);
    if (homes == of_child.end() || stay.person == setting.ego || !(*setting.people)[stay.person].adult) continue;
    for (const Stay* child : homes->second)
      if (const auto until = together_until(*child, stay, setting.knowledge->as_of))
        found.push_back(
            {stay.person, stay.told, child->told, setting.knowledge->households[stay.household]->id, *until});
  }
  return found;
}

}  // namespace kreds::network
