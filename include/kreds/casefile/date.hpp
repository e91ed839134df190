/// \file
/// Days, and days that are only roughly known.
///
/// Units  months are days · 12/365.2425 (mean length of the Gregorian month).
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace kreds::casefile {

using Date = std::chrono::sys_days;

/// "2024-02-05" and nothing else; empty if it is no day of the calendar.
std::optional<Date> parse_date(std::string_view text);
std::string to_text(Date date);  ///< "2024-02-05"

double months_between(Date from, Date to);  ///< negative if to is earlier
double years_between(Date from, Date to);   ///< months / 12
/// Whole years on a day, as birthdays count; somebody born on 29 February turns on 1 March.
int age_on(Date birth, Date day);

/// A span of days within which something happened, as exactly as it is known. In the file:
///   "2015-05-14" | "2015-05" | "2015"
///   {"age": 62, "at": "2024-02-05"}         born so as to be 62 on that day
///   {"between": ["2017-08", "2018-06"], "words": "siden 3. klasse"}
///   {"words": "for længe siden"}            said, but in no span: first and last are empty
struct ApproximateDate {
  std::optional<Date> first, last;  ///< both or neither; equal for an exact day
  std::string words;                ///< as it was said, if it was said in words
  enum class Form { day, month, year, age, between, words } form = Form::day;
  int age = 0;                 ///< for Form::age
  std::optional<Date> age_at;  ///< for Form::age

  bool exact() const { return first && first == last; }
  std::optional<Date> middle() const;  ///< the middle of the span, how formulas read it
  friend bool operator==(const ApproximateDate&, const ApproximateDate&) = default;
};

/// "2015-05-14", "2015-05" or "2015"; empty otherwise.
std::optional<ApproximateDate> parse_approximate(std::string_view text);
ApproximateDate from_age(int age, Date at);

/// From when to when something held, each end as exactly as known; a missing end is open.
struct Period {
  std::optional<ApproximateDate> from, to;
  /// Whether it held on a day, taking the middle of a rough end. Unknown (words only) ends are open.
  bool holds_on(Date day) const;
  friend bool operator==(const Period&, const Period&) = default;
};

}  // namespace kreds::casefile
