// kreds person FILE WHO: what is recorded about one person, for that person.
#include "kreds/application/person_page.hpp"
#include "kreds/casefile/suggestion.hpp"
#include "kreds/document/output_file.hpp"
#include "kreds/editing/names.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace kreds::cli {

int run(const PersonArguments& arguments, const Session& session) {
  return with_case(session, arguments.case_file, [&](const casefile::Case& c) {
    const editing::Meant who = editing::meant(c, casefile::Refers::person, arguments.person);
    if (who.id.empty())
      throw CaseError(session.tool.labels(
          who.several.empty() ? "cli.error.unknown_person" : "cli.error.person_unclear",
          {{"given", labels::printable(arguments.person)},
           {"known",
            labels::printable(casefile::listed(who.several.empty() ? who.known : who.several, arguments.person))}}));
    const application::Page page = application::person_page(c, who.id, session.tool, session.today);
    if (arguments.output.empty())
      print(page);
    else
      document::write_output(arguments.output, to_text(page));
  });
}

}  // namespace kreds::cli
