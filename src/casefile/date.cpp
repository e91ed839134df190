#include "kreds/casefile/date.hpp"

#include <algorithm>
#include <array>

namespace kreds::casefile {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

constexpr double days_per_year = 365.2425;

/// A number of exactly so many digits at the beginning of a text.
std::optional<int> digits(std::string_view text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  int value = 0;
  for (char c : text.substr(0, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// "-05" at a place in a text.
std::optional<unsigned> part(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '-') return std::nullopt;
  const auto value = digits(text.substr(at + 1), 2);
  if (!value) return std::nullopt;
  return static_cast<unsigned>(*value);
}

ApproximateDate span(Date first, Date last, ApproximateDate::Form form) {
  ApproximateDate date;
  date.first = first;
  date.last = last;
  date.form = form;
  return date;
}

/// The latest day of birth of somebody who is at least so old on a day.
Date latest_birth(int age, Date on) {
  const year_month_day today(on);
  const year_month_day same(today.year() - std::chrono::years(age), today.month(), today.day());
  return same.ok() ? Date(same) : Date(year_month_day_last(same.year(), std::chrono::month_day_last(same.month())));
}

void append_padded(std::string& out, int number, std::size_t width) {
  const std::string text = std::to_string(number);
  out.append(width - std::min(width, text.size()), '0').append(text);
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  const auto date = parse_approximate(text);
  if (!date || date->form != ApproximateDate::Form::day) return std::nullopt;
  return date->first;
}

std::string to_text(Date date) {
  const year_month_day ymd(date);
  std::string out;
  append_padded(out, static_cast<int>(ymd.year()), 4);
  out += '-';
  append_padded(out, static_cast<int>(static_cast<unsigned>(ymd.month())), 2);
  out += '-';
  append_padded(out, static_cast<int>(static_cast<unsigned>(ymd.day())), 2);
  return out;
}

double months_between(Date from, Date to) {
  return static_cast<double>((to - from).count()) * 12 / days_per_year;
}

double years_between(Date from, Date to) {
  return static_cast<double>((to - from).count()) / days_per_year;
}

int age_on(Date birth, Date day) {
  const year_month_day born(birth);
  const year_month_day now(day);
  const int years = static_cast<int>(now.year()) - static_cast<int>(born.year());
  const bool before_birthday = std::pair(now.month(), now.day()) < std::pair(born.month(), born.day());
  return years - (before_birthday ? 1 : 0);
}

std::optional<Date> ApproximateDate::middle() const {
  if (!first || !last) return std::nullopt;
  return *first + (*last - *first) / 2;
}

std::optional<ApproximateDate> parse_approximate(std::string_view text) {
  using Form = ApproximateDate::Form;
  const auto y = digits(text, 4);
  if (!y || *y == 0) return std::nullopt;
  const year in_year(*y);
  if (text.size() == 4) return span(Date(in_year / 1 / 1), Date(in_year / 12 / 31), Form::year);
  const auto m = part(text, 4);
  if (!m || *m < 1 || *m > 12) return std::nullopt;
  if (text.size() == 7)
    return span(Date(in_year / month(*m) / 1), Date(in_year / month(*m) / std::chrono::last), Form::month);
  const auto d = part(text, 7);
  if (!d || text.size() != 10) return std::nullopt;
  const year_month_day ymd = in_year / month(*m) / day(*d);
  if (!ymd.ok()) return std::nullopt;
  return span(Date(ymd), Date(ymd), Form::day);
}

ApproximateDate from_age(int age, Date at) {
  ApproximateDate date = span(latest_birth(age + 1, at) + days(1), latest_birth(age, at), ApproximateDate::Form::age);
  date.age = age;
  date.age_at = at;
  return date;
}

bool Period::holds_on(Date day) const {
  const auto begin = from ? from->middle() : std::nullopt;
  const auto end = to ? to->middle() : std::nullopt;
  return (!begin || *begin <= day) && (!end || day <= *end);
}

}  // namespace kreds::casefile
