#include "kreds/casefile/suggestion.hpp"

#include <algorithm>

namespace kreds::casefile {
namespace {

constexpr std::size_t most_compared = 2000;
constexpr std::size_t most_letters = 64;
constexpr std::size_t most_listed = 8;
constexpr std::size_t far = 6;  ///< letters; beyond, one is as far as the other

/// The characters of a text, one view each.
std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    out.push_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const auto from = characters(a), to = characters(b);
  const std::size_t difference = from.size() > to.size() ? from.size() - to.size() : to.size() - from.size();
  if (difference > limit) return limit + 1;
  std::vector<std::size_t> before, last(to.size() + 1), row(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t changed = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, changed});
      const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    if (*std::min_element(row.begin(), row.end()) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return std::min(last.back(), limit + 1);
}

std::string nearest(std::string_view wrong, const std::vector<std::string>& known) {
  if (wrong.size() > most_letters || known.size() > most_compared) return {};
  std::size_t best = std::max<std::size_t>(1, wrong.size() / 3) + 1;
  std::string found;
  for (const std::string& candidate : known) {
    const std::size_t distance = edit_distance(wrong, candidate, best - 1);
    if (distance >= best) continue;
    best = distance;
    found = candidate;
  }
  return found;
}

std::string listed(const std::vector<std::string>& known, std::string_view wrong) {
  std::vector<std::pair<std::size_t, std::size_t>> order;  // distance, index
  const bool compared = known.size() > most_listed && known.size() <= most_compared && wrong.size() <= most_letters;
  for (std::size_t i = 0; i < known.size(); ++i)
    order.emplace_back(compared ? edit_distance(wrong, known[i], far) : 0, i);
  const std::size_t shown = std::min(order.size(), most_listed);
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(shown), order.end());
  std::string out;
  for (std::size_t i = 0; i < shown; ++i) out += (i == 0 ? "" : ", ") + known[order[i].second];
  return known.size() > shown ? out + " … (" + std::to_string(known.size()) + ")" : out;
}

}  // namespace kreds::casefile
