// kreds add FILE TYPE: one entry more.
#include "editing.hpp"
#include "kreds/application/changes_page.hpp"
#include "terminal.hpp"

namespace kreds::cli {

int run(const ShowFields& arguments, const Session& session) {
  print(application::fields_page(arguments.types, session.tool));
  return fine;
}

int run(const AddArguments& arguments, const Session& session) {
  return edit(session, arguments.case_file, [&](const editing::Draft& draft, const editing::Desk& desk) {
    return editing::add(draft, arguments.type, arguments.given, desk);
  });
}

}  // namespace kreds::cli
