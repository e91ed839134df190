#include "session.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "kreds/casefile/suggestion.hpp"
#include "kreds/casefile/twins.hpp"
#include "kreds/document/document.hpp"
#include "terminal.hpp"

namespace kreds::cli {

using labels::Labels;

casefile::Date today(const Labels& labels) {
  if (const char* set = std::getenv("KREDS_TODAY"); set != nullptr && *set != '\0') {
    if (const auto date = casefile::parse_date(set)) return *date;
    throw UsageError(labels("cli.error.today", {{"given", labels::printable(set)}}), "");
  }
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return std::chrono::sys_days(std::chrono::year(local.tm_year + 1900) /
                               std::chrono::month(static_cast<unsigned>(local.tm_mon + 1)) /
                               std::chrono::day(static_cast<unsigned>(local.tm_mday)));
}

std::string date_in_words(casefile::Date date, const Labels& labels) {
  const std::chrono::year_month_day day(date);
  return labels::date_in_words(static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                               static_cast<unsigned>(day.day()), labels);
}

application::Tool tool_with(const Session& session, const std::string& weighting_file) {
  if (weighting_file.empty()) return session.tool;
  try {
    return application::with_weighting(session.tool, weighting_file);
  } catch (const document::BadFile& error) {
    refuse(error, session.tool.labels("cli.error.weighting"), session);
  }
}

void refuse(const document::BadFile& error, const std::string& sentence, const Session& session) {
  tell_all(error.diagnostics(), session);
  throw CaseError(sentence);
}

void require_person(const audience::Audience& audience, const casefile::Case& c, const Session& session) {
  if (audience.kind != audience::Kind::person || casefile::find_person(c, audience.person) != nullptr) return;
  std::vector<std::string> ids;
  for (const casefile::Person& person : c.people) ids.push_back(person.id);
  throw CaseError(session.tool.labels("cli.error.unknown_person", {{"given", labels::printable(audience.person)},
                                                                   {"known", casefile::listed(ids, audience.person)}}));
}

namespace {

bool holds_statement(const casefile::Case& c, const casefile::Id& id) {
  return std::ranges::any_of(c.interviews, [&](const casefile::Interview& interview) {
    return std::ranges::any_of(interview.statements, [&](const casefile::Statement& s) { return s.id == id; });
  });
}

}  // namespace

void tell_unmarked(const Session& session, const casefile::Case& c, const casefile::Case& shown) {
  for (const casefile::Twin& twin : casefile::unmarked_twins(c)) {
    // Whoever sees the mark itself is a professional, and may know.
    if (casefile::find_matter(shown, twin.matter->id) || !holds_statement(shown, twin.statement->id)) continue;
    tell(session.tool.labels("cli.unmarked_twin", {{"statement", labels::printable(twin.statement->id)},
                                                   {"matter", labels::printable(twin.matter->title)}}));
  }
}

void tell_all(const document::Diagnostics& diagnostics, const Session& session) {
  for (const document::Diagnostic& diagnostic : diagnostics) {
    const std::string line = labels::to_text(diagnostic, session.tool.labels) + "\n";
    std::fwrite(line.data(), 1, line.size(), stderr);
  }
}

void tell_faults(document::Diagnostics faults, const std::string& path, const Session& session) {
  for (document::Diagnostic& fault : faults)
    if (fault.place.file.empty()) fault.place.file = path;
  tell_all(faults, session);
}

int with_case(const Session& session, const std::string& path, const std::function<void(const casefile::Case&)>& work) {
  const casefile::ReadResult read = casefile::read_case_file(path, session.tool.vocabulary, session.today);
  tell_all(read.diagnostics, session);
  if (!read.value) return failed;
  work(*read.value);
  return fine;
}

int with_draft(const Session& session, const std::string& path,
               const std::function<void(const editing::Draft&)>& work) {
  const document::TextResult text = document::read_text_file(path);
  tell_all(text.diagnostics, session);
  if (!text.text) return failed;
  const editing::Opened opened = editing::open_draft(path, *text.text, session.tool.vocabulary, session.today);
  tell_all(opened.diagnostics, session);
  if (!opened.draft) return failed;
  work(*opened.draft);
  return fine;
}

void tell_if_old(const Session& session, const casefile::Case& shown, const application::Request& request) {
  const auto newest = casefile::newest_interview(shown);
  if (!newest) return;
  constexpr int months_until_old = 6, months_in_words_below = 24;
  const auto months = static_cast<int>(casefile::months_between(*newest, request.as_of.value_or(session.today)));
  if (months < months_until_old) return;
  const bool in_months = months < months_in_words_below;
  tell(session.tool.labels(in_months ? "cli.newest_months_old" : "cli.newest_years_old",
                           {{"number", std::to_string(in_months ? months : months / 12)},
                            {"date", date_in_words(*newest, session.tool.labels)}}));
}

}  // namespace kreds::cli
