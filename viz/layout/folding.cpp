#include "folding.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace kreds::layout {

namespace {

/// Who is folded together: the professionals of an area, or those of an area in one ring.
struct Heap {
  bool professional = false;
  int ring = 0;
  std::size_t sector = 0;
  std::vector<std::size_t> members;
};

/// In the order in which they are folded. Groups of one or two would save nothing.
std::vector<Heap> heaps(const MapContent& content) {
  std::map<std::tuple<bool, int, std::size_t>, std::vector<std::size_t>> found;
  for (std::size_t i = 0; i < content.people.size(); ++i) {
    const PersonMark& person = content.people[i];
    if (i == content.ego || (content.rings > 0 && !person.ring)) continue;
    // Without rings the groups follow the order of the file, ten at a time, so that some stay for themselves.
    const int ring = person.ring.value_or(static_cast<int>(i / 10));
    found[{person.professional, ring, person.sector}].push_back(i);
  }
  std::vector<Heap> all;
  for (auto& [key, members] : found)
    if (members.size() >= 3) all.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), std::move(members)});
  std::stable_sort(all.begin(), all.end(), [](const Heap& a, const Heap& b) {
    return a.professional != b.professional ? a.professional : a.ring > b.ring;
  });
  return all;
}

PersonMark group_mark(const Heap& heap, const MapContent& content, const labels::Labels& labels) {
  PersonMark mark;
  mark.id = "+" + content.people[heap.members.front()].id;
  const std::string count = std::to_string(heap.members.size());
  const char* key = !heap.professional    ? "map.folded_people"
                    : content.plain_words ? "map.folded_professionals.plain"
                                          : "map.folded_professionals";
  mark.name = labels(key, {{"count", count}});
  mark.role = heap.professional ? "" : content.sectors[heap.sector];
  mark.sector = heap.sector;
  if (content.rings > 0) mark.ring = heap.ring;
  return mark;
}

}  // namespace

Folded fold(const MapContent& content, std::size_t most, const labels::Labels& labels) {
  Folded result;
  std::vector<char> gone(content.people.size(), 0);
  std::size_t left = content.people.size() - 1;
  std::vector<Heap> folded;
  for (Heap& heap : heaps(content)) {
    if (left <= most) break;
    for (std::size_t member : heap.members) gone[member] = 1;
    left -= heap.members.size() - 1;
    folded.push_back(std::move(heap));
  }
  MapContent& shown = result.shown = content;
  shown.people.clear();
  shown.lines.clear();
  std::vector<std::size_t> index(content.people.size(), 0);
  for (std::size_t i = 0; i < content.people.size(); ++i) {
    if (gone[i]) continue;
    index[i] = shown.people.size();
    shown.people.push_back(content.people[i]);
    result.people.push_back(i);
  }
  shown.ego = index[content.ego];
  for (std::size_t l = 0; l < content.lines.size(); ++l) {
    Line line = content.lines[l];
    if (gone[line.a] || gone[line.b]) continue;
    line.a = index[line.a], line.b = index[line.b];
    shown.lines.push_back(line);
    result.lines.push_back(l);
  }
  for (HouseholdMark& household : shown.households) {
    std::erase_if(household.members, [&](std::size_t member) { return gone[member] != 0; });
    std::erase_if(household.couples, [&](const auto& pair) { return gone[pair.first] || gone[pair.second]; });
    for (std::size_t& member : household.members) member = index[member];
    for (auto& [a, b] : household.couples) a = index[a], b = index[b];
  }
  for (Heap& heap : folded) {
    shown.people.push_back(group_mark(heap, content, labels));
    result.groups.push_back({heap.sector, std::move(heap.members)});
  }
  return result;
}

MapLayout unfolded(const MapContent& content, const Folded& folded, MapLayout shown) {
  const std::vector<PlacedPerson> placed = std::move(shown.people);
  shown.people.assign(content.people.size(), {});
  for (std::size_t i = 0; i < folded.people.size(); ++i) shown.people[folded.people[i]] = placed[i];
  for (std::size_t g = 0; g < folded.groups.size(); ++g) {
    const PlacedPerson& mark = placed[folded.people.size() + g];
    for (std::size_t member : folded.groups[g].members) {
      shown.people[member].folded = true;
      shown.people[member].symbol = mark.symbol;
    }
    shown.groups.push_back({folded.groups[g].sector, folded.groups[g].members, mark});
  }
  for (PlacedLine& line : shown.lines) line.line = folded.lines[line.line];
  for (HouseholdOutline& household : shown.households)
    for (std::size_t& member : household.marked) member = folded.people[member];
  return shown;
}

}  // namespace kreds::layout
