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
  return edit(session, arguments.case_file, make);
}

int run(const EraseArguments& arguments, const Session& session) {
  const editing::Signature by = signature(arguments.by, "erase", session);
  const auto make = [&](const editing::Draft& draft, const editing::Desk& desk) {
    return editing::erase(draft, arguments.id, by, arguments.dependants, desk);
  };
  return edit(session, arguments.case_file, make, editing::Kept::nowhere);
}

}  // namespace kreds::cli
