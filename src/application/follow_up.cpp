#include "kreds/application/follow_up.hpp"

#include <algorithm>
#include <stdexcept>
#include <string_view>

#include "kreds/document/document.hpp"
#include "kreds/document/hash.hpp"

namespace kreds::application {
namespace {

using casefile::Date;

[[noreturn]] void fail(const std::string& path, const std::string& what) {
  throw std::runtime_error(path + ": " + what);
}

std::string text_of(const document::Node& object, std::string_view key, const std::string& path) {
  const auto found = object.find(key);
  if (!found || !found->is(document::Kind::text)) fail(path, "needs the text \"" + std::string(key) + "\"");
  return found->text();
}

int number_of(const document::Node& object, std::string_view key, int otherwise, const std::string& path) {
  constexpr std::int64_t most = 1000;
  const auto found = object.find(key);
  if (!found) return otherwise;
  if (!found->is(document::Kind::integer) || found->integer() < 1 || found->integer() > most)
    fail(path, "\"" + std::string(key) + "\" must be a whole number from 1 to 1000");
  return static_cast<int>(found->integer());
}

document::Node list_of(const document::Node& object, std::string_view key, const std::string& path) {
  const auto found = object.find(key);
  if (!found || !found->is(document::Kind::array)) fail(path, "needs the list \"" + std::string(key) + "\"");
  return *found;
}

Date months_later(Date day, int months) {
  const std::chrono::year_month_day begin(day);
  const std::chrono::year_month month = begin.year() / begin.month() + std::chrono::months(months);
  const std::chrono::year_month_day_last last = month / std::chrono::last;
  return month / std::min(begin.day(), last.day());
}

std::string basic(Date day) {
  std::string text = casefile::to_text(day);
  std::erase(text, '-');
  return text;
}

/// Backslash, semicolon and comma are signs of the format.
std::string value(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') safe += '\\';
    if (c == '\n')
      safe += "\\n";
    else
      safe += c;
  }
  return safe;
}

/// At most 75 octets a line, not inside a letter; what goes on begins with a space.
std::string folded(const std::string& line) {
  constexpr std::size_t most = 75;
  std::string text;
  std::size_t used = 0;
  for (std::size_t i = 0; i < line.size();) {
    std::size_t end = i + 1;
    while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) ++end;
    if (used + (end - i) > most) {
      text += "\r\n ";
      used = 1;
    }
    text.append(line, i, end - i);
    used += end - i;
    i = end;
  }
  return text + "\r\n";
}

}  // namespace

Practice load_practice(const std::string& data_folder) {
  const std::string path = data_folder + "/criteria/follow_up.json";
  const document::ParseResult read = document::parse_file(path);
  if (!read.document || !read.document->root().is(document::Kind::object)) fail(path, "cannot be read");
  const document::Node root = read.document->root();
  Practice practice;
  practice.municipality = text_of(root, "practice_of", path);
  for (const document::Node& step : list_of(root, "approval", path).children())
    practice.approval.push_back({text_of(step, "id", path), text_of(step, "seen_in", path)});
  for (const document::Node& rule : list_of(root, "follow_up", path).children())
    practice.follow_up.push_back({text_of(rule, "id", path), number_of(rule, "every_weeks", 0, path),
                                  number_of(rule, "every_months", 0, path),
                                  number_of(rule, "first_after_months", 0, path), number_of(rule, "times", 1, path)});
  return practice;
}

std::vector<DueDay> due_days(const Practice& practice, Date begin) {
  std::vector<DueDay> days;
  for (const FollowUpRule& rule : practice.follow_up)
    for (int number = 1; number <= rule.times; ++number) {
      const Date day = rule.every_weeks > 0    ? begin + std::chrono::weeks(rule.every_weeks * number)
                       : rule.every_months > 0 ? months_later(begin, rule.every_months * number)
                                               : months_later(begin, rule.first_after_months);
      days.push_back({rule.id, number, rule.times, day});
    }
  std::stable_sort(days.begin(), days.end(), [](const DueDay& a, const DueDay& b) { return a.day < b.day; });
  return days;
}

std::string follow_up_calendar(const std::vector<DueDay>& days, const std::string& seed, Date stamp,
                               const labels::Labels& labels) {
  const std::string own = document::sha256(seed).substr(0, 16);
  std::string text;
  const auto line = [&](const std::string& content) { text += folded(content); };
  line("BEGIN:VCALENDAR");
  line("VERSION:2.0");
  line("PRODID:-//kreds//kreds//" + std::string(labels.language() == "da" ? "DA" : "EN"));
  line("CALSCALE:GREGORIAN");
  line("METHOD:PUBLISH");
  for (const DueDay& due : days) {
    line("BEGIN:VEVENT");
    line("UID:" + own + "-" + due.id + "-" + std::to_string(due.number) + "@kreds.invalid");
    line("DTSTAMP:" + basic(stamp) + "T000000Z");
    line("DTSTART;VALUE=DATE:" + basic(due.day));
    line("DTEND;VALUE=DATE:" + basic(due.day + std::chrono::days(1)));
    const std::string number = due.of > 1 ? " " + std::to_string(due.number) + "/" + std::to_string(due.of) : "";
    line("SUMMARY:" + value(labels("follow_up." + due.id) + number));
    line("DESCRIPTION:" + value(labels("follow_up." + due.id + ".how")));
    line("CLASS:CONFIDENTIAL");
    line("TRANSP:TRANSPARENT");
    line("END:VEVENT");
  }
  line("END:VCALENDAR");
  return text;
}

}  // namespace kreds::application
