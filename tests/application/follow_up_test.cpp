#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <sstream>

#include "kreds/application/follow_up.hpp"

using namespace kreds;
using application::DueDay;

namespace {

casefile::Date day(const char* text) {
  return *casefile::parse_date(text);
}

const labels::Labels& danish() {
  static const labels::Labels loaded = labels::load_labels(KREDS_ROOT "/data/labels", "da");
  return loaded;
}

std::vector<std::string> days_of(const std::vector<DueDay>& all, const std::string& id) {
  std::vector<std::string> days;
  for (const DueDay& due : all)
    if (due.id == id) days.push_back(casefile::to_text(due.day));
  return days;
}

/// Content lines, unfolded; each must end in CRLF and have at most 75 octets.
std::vector<std::string> content_lines(const std::string& calendar) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < calendar.size();) {
    const std::size_t end = calendar.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    const std::string line = calendar.substr(at, end - at);
    CHECK(line.size() <= 75);
    CHECK(line.find_first_of("\r\n") == std::string::npos);
    if (line.starts_with(' ')) {
      REQUIRE(!lines.empty());
      lines.back() += line.substr(1);
    } else {
      lines.push_back(line);
    }
    at = end + 2;
  }
  return lines;
}

}  // namespace

TEST_CASE("meetings come every sixth week for a year", "[application][follow-up]") {
  const auto all = application::due_days(application::load_practice(KREDS_ROOT "/data"), day("2024-06-01"));
  // 42 days after 1 June is 13 July; eight times 42 days are 336, which is 29 days short of a year: 3 May.
  const auto meetings = days_of(all, "meeting");
  REQUIRE(meetings.size() == 8);
  CHECK(meetings.front() == "2024-07-13");
  CHECK(meetings.back() == "2025-05-03");
  CHECK(days_of(all, "written_report") == std::vector<std::string>{"2024-12-01", "2025-06-01"});
  CHECK(days_of(all, "start_programme") == std::vector<std::string>{"2024-12-01"});
  CHECK(days_of(all, "course_days") == std::vector<std::string>{"2025-06-01"});
  CHECK(std::is_sorted(all.begin(), all.end(), [](const DueDay& a, const DueDay& b) { return a.day < b.day; }));
}

TEST_CASE("six months after the last of August is the last of February", "[application][follow-up]") {
  const auto all = application::due_days({"", {}, {{"written_report", 0, 6, 0, 2}}}, day("2024-08-31"));
  CHECK(days_of(all, "written_report") == std::vector<std::string>{"2025-02-28", "2025-08-31"});
}

TEST_CASE("the calendar can be read as iCalendar", "[application][follow-up]") {
  const auto days = application::due_days(application::load_practice(KREDS_ROOT "/data"), day("2024-06-01"));
  const auto lines = content_lines(application::follow_up_calendar(days, "sag", day("2024-04-23"), danish()));
  CHECK(lines.front() == "BEGIN:VCALENDAR");
  CHECK(lines.back() == "END:VCALENDAR");
  std::set<std::string> identifiers;
  std::map<std::string, std::string> event;
  std::size_t events = 0;
  for (const std::string& line : lines) {
    const std::size_t colon = line.find(':');
    REQUIRE(colon != std::string::npos);
    event[line.substr(0, colon)] = line.substr(colon + 1);
    if (line == "BEGIN:VEVENT") event.clear();
    if (line != "END:VEVENT") continue;
    ++events;
    for (const char* needed : {"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY"})
      CHECK(event.count(needed) == 1);
    CHECK(event["DTSTAMP"] == "20240423T000000Z");
    CHECK(event["DTSTART;VALUE=DATE"].size() == 8);
    CHECK(event["DTSTART;VALUE=DATE"] < event["DTEND;VALUE=DATE"]);
    CHECK(identifiers.insert(event["UID"]).second);
  }
  CHECK(events == days.size());
}

TEST_CASE("the calendar keeps its identifiers when the plan moves and tells no seed", "[application][follow-up]") {
  const application::Practice practice = application::load_practice(KREDS_ROOT "/data");
  const auto identifiers = [&](const char* begin, const char* stamp, const std::string& seed) {
    std::set<std::string> all;
    for (const std::string& line : content_lines(
             application::follow_up_calendar(application::due_days(practice, day(begin)), seed, day(stamp), danish())))
      if (line.starts_with("UID:")) all.insert(line);
    return all;
  };
  CHECK(identifiers("2024-06-01", "2024-04-23", "a") == identifiers("2024-07-01", "2024-05-01", "a"));
  for (const std::string& one : identifiers("2024-06-01", "2024-04-23", "a"))
    CHECK(identifiers("2024-06-01", "2024-04-23", "b").count(one) == 0);
  const std::string text = application::follow_up_calendar(application::due_days(practice, day("2024-06-01")),
                                                           "2024-0117 Liam", day("2024-04-23"), danish());
  CHECK(text.find("Liam") == std::string::npos);
  CHECK(text.find("0117") == std::string::npos);
}

TEST_CASE("signs of the calendar format and long lines are made fit", "[application][follow-up]") {
  const labels::Labels words("da",
                             {{"follow_up.x", std::string(70, 'a') + "æøå; b, c\\d\ne"}, {"follow_up.x.how", ""}});
  const auto lines = content_lines(application::follow_up_calendar({{"x", 1, 1, day("2024-06-01")}}, "", {}, words));
  CHECK(std::find(lines.begin(), lines.end(), "SUMMARY:" + std::string(70, 'a') + "æøå\\; b\\, c\\\\d\\ne") !=
        lines.end());
}
