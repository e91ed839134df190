#include "kreds/casefile/date.hpp"

#include <catch2/catch.hpp>

using namespace kreds::casefile;

namespace {
Date day(const char* text) {
  return parse_date(text).value();
}
}  // namespace

TEST_CASE("a date is year month and day of the calendar and nothing else", "[casefile][date]") {
  CHECK(to_text(day("2024-02-29")) == "2024-02-29");
  CHECK_FALSE(parse_date("2023-02-29"));
  CHECK_FALSE(parse_date("2024-2-5"));
  CHECK_FALSE(parse_date("2024-02-05 "));
  CHECK_FALSE(parse_date("05-02-2024"));
  CHECK_FALSE(parse_date("2024-02"));
  CHECK_FALSE(parse_date("0000-01-01"));
  CHECK_FALSE(parse_date(""));
}

TEST_CASE("a month or a year is the span of its days", "[casefile][date]") {
  const ApproximateDate month = parse_approximate("2024-02").value();
  CHECK(to_text(*month.first) == "2024-02-01");
  CHECK(to_text(*month.last) == "2024-02-29");
  CHECK(to_text(*month.middle()) == "2024-02-15");  // 28 days later halved is 14
  const ApproximateDate year = parse_approximate("2015").value();
  CHECK(to_text(*year.last) == "2015-12-31");
  CHECK(to_text(*year.middle()) == "2015-07-02");  // 364 / 2 = 182 days after 1 January
  CHECK_FALSE(year.exact());
  CHECK(parse_approximate("2015-05-14")->exact());
  CHECK_FALSE(parse_approximate("2015-13"));
  CHECK_FALSE(parse_approximate("15"));
}

TEST_CASE("an age on a day is the year of births that gives it", "[casefile][date]") {
  // 62 on 5 February 2024: born after 5 February 1961 and no later than 5 February 1962.
  const ApproximateDate born = from_age(62, day("2024-02-05"));
  CHECK(to_text(*born.first) == "1961-02-06");
  CHECK(to_text(*born.last) == "1962-02-05");
  CHECK(age_on(*born.first, day("2024-02-05")) == 62);
  CHECK(age_on(*born.last, day("2024-02-05")) == 62);
}

TEST_CASE("the span of an age holds on every day of four years", "[casefile][date]") {
  for (Date at = day("2023-01-01"); at < day("2027-01-01"); at += std::chrono::days(1))
    for (int age : {0, 8, 20}) {
      const ApproximateDate born = from_age(age, at);
      INFO(to_text(at));
      CHECK(age_on(*born.first, at) == age);
      CHECK(age_on(*born.last, at) == age);
      CHECK(age_on(*born.first - std::chrono::days(1), at) == age + 1);
      CHECK(age_on(*born.last + std::chrono::days(1), at) == age - 1);
    }
}

TEST_CASE("birthdays count and 29 February turns on 1 March", "[casefile][date]") {
  CHECK(age_on(day("2008-09-02"), day("2023-09-01")) == 14);
  CHECK(age_on(day("2008-09-02"), day("2023-09-02")) == 15);
  CHECK(age_on(day("2008-02-29"), day("2023-02-28")) == 14);
  CHECK(age_on(day("2008-02-29"), day("2023-03-01")) == 15);
}

TEST_CASE("months have the mean length of the Gregorian month", "[casefile][date]") {
  // 366 days from 1 January 2024 to 1 January 2025: 366 * 12 / 365.2425
  CHECK(months_between(day("2024-01-01"), day("2025-01-01")) == Approx(12.0248876).epsilon(1e-8));
  CHECK(months_between(day("2025-01-01"), day("2024-01-01")) < 0);
  CHECK(years_between(day("2024-01-01"), day("2025-01-01")) == Approx(366 / 365.2425));
}

TEST_CASE("a period holds between the middles of its ends and open ends hold for ever", "[casefile][date]") {
  Period period;
  CHECK(period.holds_on(day("1900-01-01")));
  period.from = parse_approximate("2018");
  period.to = parse_approximate("2022-06-30");
  CHECK_FALSE(period.holds_on(day("2018-07-01")));
  CHECK(period.holds_on(day("2018-07-02")));
  CHECK(period.holds_on(day("2022-06-30")));
  CHECK_FALSE(period.holds_on(day("2022-07-01")));
  ApproximateDate said;
  said.words = "for længe siden";
  said.form = ApproximateDate::Form::words;
  period.to = said;
  CHECK(period.holds_on(day("2030-01-01")));
}
