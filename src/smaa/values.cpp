#include "kreds/smaa/values.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

namespace kreds::smaa {

namespace {

double likelihood(const Term& term) {
  double sum = 0;
  for (const Choice& choice : term.choices) sum += choice.probability;
  return sum;
}

double central(const Term& term) {
  double chosen = 0;
  for (const Choice& choice : term.choices) chosen += choice.probability * (choice.low + choice.high) / 2;
  if (!term.choices.empty()) chosen /= likelihood(term);
  return term.weight * ((1 - term.unknown) * chosen + term.unknown / 2);
}

struct Range {
  double low, high;
};

Range range(const Term& term) {
  Range chosen{0, 0};
  if (!term.choices.empty()) {
    const auto low = [](const Choice& choice) { return choice.low; };
    const auto high = [](const Choice& choice) { return choice.high; };
    chosen = {low(*std::ranges::min_element(term.choices, {}, low)),
              high(*std::ranges::max_element(term.choices, {}, high))};
  }
  const double a = term.weight * ((1 - term.unknown) * chosen.low);
  const double b = term.weight * ((1 - term.unknown) * chosen.high + term.unknown);
  return {std::min(a, b), std::max(a, b)};  // a negative weight turns the span round
}

void require(bool holds, const char* sentence) {
  if (!holds) throw std::invalid_argument(sentence);
}

void require_sound(const Term& term) {
  require(std::isfinite(term.weight), "a term whose weight is not finite");
  require(term.unknown >= 0 && term.unknown <= 1, "a share of the unknown outside 0 to 1");
  require(!term.choices.empty() || term.unknown == 1, "a term without choices that is not wholly unknown");
  for (const Choice& choice : term.choices) {
    require(std::isfinite(choice.low) && std::isfinite(choice.high), "a choice that is not finite");
    require(choice.low <= choice.high, "a span upside down");
    require(choice.probability > 0 && std::isfinite(choice.probability), "a probability that is not positive");
  }
}

}  // namespace

std::uint64_t stable_key(std::string_view name) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : name) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001B3U;
  }
  return hash;
}

Value point(double value) {
  return uniform(value, value, 0);
}
Value uniform(double low, double high, std::uint64_t item) {
  return {{.choices = {{.low = low, .high = high}}, .item = item}};
}
Value unknown(std::uint64_t item) {
  return {{.choices = {}, .unknown = 1, .item = item}};
}

double central(const Value& value) {
  double sum = 0;
  for (const Term& term : value) sum += central(term);
  return sum;
}

double lowest(const Value& value) {
  double sum = 0;
  for (const Term& term : value) sum += range(term).low;
  return sum;
}

double highest(const Value& value) {
  double sum = 0;
  for (const Term& term : value) sum += range(term).high;
  return sum;
}

void require_sound(const WeightModel& model, const std::vector<Alternative>& alternatives) {
  require_sound(model);
  const auto criteria = static_cast<std::size_t>(criterion_count(model));
  std::set<std::uint64_t> keys;
  for (const Alternative& alternative : alternatives) {
    require(keys.insert(alternative.key).second, "two alternatives with one key");
    require(alternative.values.size() == criteria, "an alternative that does not have one value per criterion");
    for (const Value& value : alternative.values)
      for (const Term& term : value) require_sound(term);
  }
}

}  // namespace kreds::smaa
