// kreds correct, withdraw and erase: what was wrong stays and is marked, or goes for good.
#include "editing.hpp"

namespace kreds::cli {

int run(const CorrectArguments& arguments, const Session& session) {
  const editing::Signature by = signature(arguments.by, "correct", session);
  return edit(session, arguments.case_file, [&](const editing::Draft& draft, const editing::Desk& desk) {
    return editing::correct(draft, arguments.id, arguments.given, by, desk);
  });
}

int run(const WithdrawArguments& arguments, const Session& session) {
  const editing::Signature by = signature(arguments.by, "withdraw", session);
  const auto make = [&](const editing::Draft& draft, const editing::Desk& desk) {
    return editing::withdraw(draft, arguments.id, by, desk);
  };
  // Maps and reports are made as of the newest interview unless told otherwise: there it still counts.
  const auto from_when = [&](application::Page& page, const editing::Draft& now) {
    const auto newest = casefile::newest_interview(now.c);
    if (newest && by.date > *newest)
      page.text(session.tool.labels("changes.counts_until", {{"newest", date_in_words(*newest, session.tool.labels)},
                                                             {"date", casefile::to_text(by.date)}}));
  };
  return edit(session, arguments.case_file, make, editing::Kept::as_history, from_when);
}

int run(const EraseArguments& arguments, const Session& session) {
  const editing::Signature by = signature(arguments.by, "erase", session);
  const auto make = [&](const editing::Draft& draft, const editing::Desk& desk) {
    return editing::erase(draft, arguments.id, by, arguments.dependants, desk);
  };
  return edit(session, arguments.case_file, make, editing::Kept::nowhere);
}

}  // namespace kreds::cli
