/// \file
/// How many cases of a number have something, told so that nobody reads a single case out of it.
///
///   few     fewer than 5 have it, or, by lot, not many more
///   nearly  all but fewer than 5 have it, or, by lot, not many fewer
///   number  the multiple of 5 nearest to cases + k, k drawn with P(k) = ¼ · 0.6^|k| (off by 2 on average)
///
/// Why a lot and not rounding alone: rounding has thresholds, and one case more that carries a count from 7 to 8 turns
/// 5 into 10; who has both summaries then knows that the case has it. With the lot, one case more or fewer makes no
/// told number more than 1 / 0.6 times as likely: two summaries that differ by one case say next to nothing of it.
///
/// Whose lot: it follows from the contents of all cases together (`Lots`), so the same cases give the same summary, in
/// any order and on any day (asking again gains nothing), and one case more or fewer draws every lot anew. It cannot be
/// worked out from what is printed on a map or a report, only from the case files themselves.
///
/// What it does not protect from:
///   - somebody who has the case files, of course;
///   - somebody who knows a count exactly beforehand and learns that it is no longer »few«: that groups below 5 are
///     never told as a number is the rule, and the rule can be seen to be kept;
///   - many summaries of nearly the same cases: each draws its lots anew, so what never changes shows in their middle
///     (after some tens);
///   - several lines of one summary taken together, where one count is a part of another.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kreds::application {

struct BlurredCount {
  enum class Kind { few, nearly_all, number };
  Kind kind = Kind::few;
  std::size_t number = 0;
  friend bool operator==(const BlurredCount&, const BlurredCount&) = default;
};

/// `cases` ≤ `of_all`; `noise` as drawn by Lots.
BlurredCount blurred(std::size_t cases, std::size_t of_all, int noise);

/// With fewer cases nothing but their number is told: hardly any group would be neither few nor nearly all.
inline constexpr std::size_t least_cases_to_tell_groups = 20;

/// What is drawn for each line of a summary.
class Lots {
 public:
  /// A case, by all that it says; the order of the cases does not matter.
  void add(std::string_view contents);
  /// Of the line with this name.
  int noise(const std::string& line) const;

 private:
  std::uint64_t all_ = 0;
};

/// The noise that stands at a place in [0, 1) of its distribution, without a sign.
int noise_size(double place);

}  // namespace kreds::application
