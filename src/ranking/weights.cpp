#include "kreds/ranking/weights.hpp"

#include <algorithm>
#include <functional>
#include <map>

namespace kreds::ranking {
namespace {

/// Members by class, most important first.
template <class T>
using Classes = std::map<int, std::vector<T>>;

template <class T>
std::vector<int> sizes_of(const Classes<T>& classes) {
  std::vector<int> sizes;
  for (const auto& [importance, members] : classes) sizes.push_back(static_cast<int>(members.size()));
  return sizes;
}

struct OccupiedGroup {
  const Group* group;
  Classes<const Factor*> classes;
};

/// The groups that have at least one applicable factor, in the order of the catalogue.
std::vector<OccupiedGroup> occupied_groups(const Catalogue& catalogue, const std::vector<std::string>& applicable) {
  std::vector<OccupiedGroup> result;
  for (const Group& group : catalogue.groups) {
    OccupiedGroup occupied{&group, {}};
    for (const Factor& factor : catalogue.factors)
      if (factor.group == group.id && std::ranges::find(applicable, factor.id) != applicable.end())
        occupied.classes[factor.importance_class].push_back(&factor);
    if (!occupied.classes.empty()) result.push_back(std::move(occupied));
  }
  return result;
}

}  // namespace

Criteria criteria(const Catalogue& catalogue, const std::vector<std::string>& applicable) {
  const std::vector<OccupiedGroup> groups = occupied_groups(catalogue, applicable);
  Criteria result;
  Classes<const Group*> below_dominant;
  for (const OccupiedGroup& occupied : groups) {
    result.model.groups.push_back(sizes_of(occupied.classes));
    for (const auto& [importance, factors] : occupied.classes)
      result.factors.insert(result.factors.end(), factors.begin(), factors.end());
    if (occupied.group->dominant)
      result.model.dominant = groups.size() > 1;  // alone it has all the weight anyhow
    else
      below_dominant[occupied.group->importance_class].push_back(occupied.group);
  }
  if (groups.size() > 1) result.model.top_classes = sizes_of(below_dominant);
  return result;
}

std::vector<FactorWeight> centroid_weights(const Catalogue& catalogue, const std::vector<std::string>& applicable) {
  const Criteria all = criteria(catalogue, applicable);
  const smaa::Centroid centroid = smaa::centroid(all.model);
  std::vector<std::size_t> positions(all.factors.size());
  for (std::size_t i = 0; i < positions.size(); ++i) positions[i] = i;
  std::ranges::sort(positions, std::less<>{}, [&](std::size_t i) { return all.factors[i]; });
  std::vector<FactorWeight> result;
  for (const std::size_t i : positions)
    result.push_back({all.factors[i]->id, all.factors[i]->group, centroid.in_group[i], centroid.overall[i]});
  return result;
}

}  // namespace kreds::ranking
