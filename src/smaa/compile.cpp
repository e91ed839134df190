#include "compile.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

#include "kreds/smaa/random.hpp"

namespace kreds::smaa {

namespace {

/// Batcher's merge exchange for any number of items (Knuth, The Art of Computer Programming 3, 5.2.2 M).
std::vector<Comparator> sorting_network(int items) {
  std::vector<Comparator> network;
  if (items < 2) return network;
  const int top = 1 << (std::bit_width(static_cast<unsigned>(items - 1)) - 1);
  for (int p = top; p > 0; p /= 2)
    for (int q = top, r = 0, d = p;; d = q - p, q /= 2, r = p) {
      for (int i = 0; i < items - d; ++i)
        if ((i & p) == r) network.push_back({i, i + d});
      if (q == p) break;
    }
  return network;
}

/// The same downwards, for the items from `first` on.
std::vector<Comparator> downwards(std::vector<Comparator> network, int first) {
  for (Comparator& step : network) step = {step.greater + first, step.smaller + first};
  return network;
}

/// Each class shuffled in itself.
std::vector<ShuffleStep> shuffles(const std::vector<int>& classes, int first, std::uint64_t seed, std::uint32_t level) {
  std::vector<ShuffleStep> steps;
  for (const int size : classes) {
    for (int last = first + size - 1; last > first; --last) {
      // The spacings take the indices below 2^16 … of their level; these lie above them.
      const auto index = static_cast<std::uint32_t>(last) | 0x80000000U;
      steps.push_back({weight_stream(seed, level, index), first, last});
    }
    first += size;
  }
  return steps;
}

bool is_point(const Choice& choice) {
  return choice.low == choice.high;
}

bool is_certain(const Term& term) {
  if (term.weight == 0) return true;
  return term.unknown == 0 && std::ranges::all_of(term.choices, [&](const Choice& choice) {
           return is_point(choice) && choice.low == term.choices.front().low;
         });
}

/// The part of [0, 1] that belongs to each choice, mapped to low + width · (place in the part).
template <class Low, class Width>
std::vector<Segment> segments(const Term& term, Low low, Width width) {
  double sum = 0;
  for (const Choice& choice : term.choices) sum += choice.probability;
  std::vector<Segment> result;
  double from = 0;
  for (const Choice& choice : term.choices) {
    const double share = choice.probability / sum;
    const double slope = term.weight * width(choice) / share;
    result.push_back({from, term.weight * low(choice) - slope * from, slope});
    from += share;
  }
  return result;
}

/// Piecewise linear functions of one uniform each, whose sum is the term: one where either the choices are points or
/// nothing is unknown, since the place in the chosen part is uniform again; otherwise two.
std::vector<std::vector<Segment>> functions_of_uniforms(const Term& term) {
  const std::vector<Segment> unknown_part{{0, 0, term.weight * term.unknown}};
  if (term.unknown == 1) return {unknown_part};
  const double known = 1 - term.unknown;
  const auto low = [&](const Choice& choice) { return known * choice.low; };
  if (std::ranges::all_of(term.choices, is_point))
    return {segments(term, low, [&](const Choice&) { return term.unknown; })};
  auto spans = segments(term, low, [&](const Choice& choice) { return known * (choice.high - choice.low); });
  if (term.unknown == 0) return {std::move(spans)};
  return {std::move(spans), unknown_part};
}

}  // namespace

template <class Item>
Slice<Item> Compiled::keep(std::deque<std::vector<Item>>& store, std::vector<Item> items) {
  const auto& kept = store.emplace_back(std::move(items));
  return {kept.data(), static_cast<int>(kept.size())};
}

LevelPlan Compiled::level(const std::vector<int>& classes, bool dominant, std::uint64_t seed, std::uint32_t number) {
  const int ordered = std::accumulate(classes.begin(), classes.end(), 0);
  const int first = dominant ? 1 : 0;
  LevelPlan result{.members = ordered + first, .dominant = dominant && ordered > 0};
  std::vector<std::uint64_t> streams;
  for (int i = 0; i + 1 < result.members; ++i)
    streams.push_back(weight_stream(seed, number, static_cast<std::uint32_t>(i)));
  result.streams = keep(streams_, std::move(streams));
  result.sort_uniforms = keep(networks_, sorting_network(result.members - 1));
  if (classes.size() < 2) return result;  // spacings of equals are in random order already
  result.sort_spacings = keep(networks_, downwards(sorting_network(ordered), first));
  result.shuffle = keep(shuffles_, shuffles(classes, first, seed, number));
  return result;
}

AlternativePlan Compiled::alternative(const Alternative& alternative, std::uint64_t seed) {
  std::vector<CertainValue> certain;
  std::vector<UncertainValue> uncertain;
  for (int j = 0; j < static_cast<int>(alternative.values.size()); ++j) {
    double sure = 0;
    std::vector<Piece> pieces;
    for (const Term& term : alternative.values[static_cast<std::size_t>(j)]) {
      if (is_certain(term)) {
        sure += central({term});
        continue;
      }
      std::uint32_t number = 0;
      for (auto& segments : functions_of_uniforms(term)) {
        const auto stream = item_stream(seed, alternative.key, term.item, number++);
        pieces.push_back({stream, keep(segments_, std::move(segments))});
      }
    }
    if (pieces.empty())
      certain.push_back({j, sure});
    else
      uncertain.push_back({j, sure, keep(pieces_, std::move(pieces))});
  }
  return {0, keep(certain_, std::move(certain)), keep(uncertain_, std::move(uncertain))};
}

Compiled::Compiled(const WeightModel& model, const std::vector<Alternative>& alternatives, std::uint64_t seed) {
  plan_.criteria = criterion_count(model);
  std::vector<int> top = model.top_classes;
  if (model.groups.size() == 1) top = {1};
  plan_.top = level(top, model.dominant && model.groups.size() > 1, seed, 0);
  for (const auto& classes : model.groups)
    groups_.push_back(level(classes, false, seed, static_cast<std::uint32_t>(groups_.size() + 1)));
  const auto weights = central_weights(model);
  for (const Alternative& each : alternatives) {
    alternatives_.push_back(alternative(each, seed));
    for (std::size_t j = 0; j < weights.size(); ++j)
      alternatives_.back().centre += weights[j] * central(each.values[j]);
  }
  plan_.groups = {groups_.data(), static_cast<int>(groups_.size())};
  plan_.alternatives = {alternatives_.data(), static_cast<int>(alternatives_.size())};
}

}  // namespace kreds::smaa
