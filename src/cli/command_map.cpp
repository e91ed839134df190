// kreds map CASE -o FILE: the network map as a picture.
#include <unistd.h>

#include <algorithm>

#include "kreds/application/output_file.hpp"
#include "kreds/casefile/suggestion.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace kreds::cli {
namespace {

/// What can be judged before the case is opened, but not without the tool and the terminal.
void judge(const MapArguments& arguments, const Session& session) {
  const std::vector<std::string> known = application::styles(session.tool.installation);
  const std::string& style = arguments.request.style;
  if (!style.empty() && std::find(known.begin(), known.end(), style) == known.end())
    throw UsageError(session.tool.labels("cli.error.style",
                                         {{"given", labels::printable(style)}, {"known", casefile::listed(known)}}),
                     "map");
  const bool picture =
      arguments.request.format == drawing::Format::png || arguments.request.format == drawing::Format::pdf;
  if (arguments.output == "-" && picture && ::isatty(STDOUT_FILENO) == 1)
    throw UsageError(session.tool.labels("cli.error.picture_on_terminal"), "map");
}

}  // namespace

int run(const MapArguments& arguments, const Session& session) {
  judge(arguments, session);
  return with_case(session, arguments.case_file, [&](const casefile::Case& c) {
    require_person(arguments.request.request.audience, c, session);
    const application::MapPicture picture = application::make_map(session.tool, c, arguments.request);
    tell_all(picture.warnings, session);
    tell_if_old(session, picture.shown, arguments.request.request);
    application::write_output(arguments.output, picture.bytes);
  });
}

}  // namespace kreds::cli
