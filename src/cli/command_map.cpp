// kreds map CASE -o FILE: the network map as a picture, or an empty sheet to write on.
#include <algorithm>

#include "kreds/application/map_statistics.hpp"
#include "kreds/application/person_meant.hpp"
#include "kreds/application/present_page.hpp"
#include "kreds/casefile/suggestion.hpp"
#include "kreds/document/output_file.hpp"
#include "picture.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace kreds::cli {
namespace {

layout::Pins pins(const std::string& file, const Session& session) {
  if (file.empty()) return {};
  try {
    return layout::read_pins(file);
  } catch (const document::BadFile& error) {
    refuse(error, session.tool.labels("cli.error.layout"), session);
  }
}

/// The one person of the case that is meant. Throws CaseError.
casefile::Id informant(const std::string& words, const casefile::Case& c, const Session& session) {
  const casefile::Ids meant = application::people_meant(c, words, session.tool.labels);
  if (meant.size() == 1) return meant.front();
  std::vector<std::string> heard;
  for (const casefile::Interview& interview : c.interviews)
    for (const casefile::Id& id : interview.informants)
      if (std::find(heard.begin(), heard.end(), id) == heard.end()) heard.push_back(id);
  throw CaseError(session.tool.labels(
      meant.empty() ? "cli.error.seen_by_nobody" : "cli.error.seen_by_several",
      {{"given", labels::printable(words)}, {"known", casefile::listed(meant.empty() ? heard : meant, words)}}));
}

/// Everybody by id; somebody who is not in the case as written. A name that is nearly one of the case's would put what
/// this person must not see on the wall: then nothing is drawn.
casefile::Ids room(const std::vector<std::string>& present, const casefile::Case& c, const Session& session) {
  casefile::Ids ids;
  for (const std::string& words : present) {
    const casefile::Ids meant = application::people_meant(c, words, session.tool.labels);
    if (meant.size() > 1)
      throw CaseError(session.tool.labels("cli.error.present_several", {{"given", labels::printable(words)},
                                                                        {"known", casefile::listed(meant, words)}}));
    const std::string near = casefile::nearest(words, application::ways_to_ask(c));
    if (meant.empty() && !near.empty())
      throw CaseError(session.tool.labels("cli.error.present_near",
                                          {{"given", labels::printable(words)}, {"guess", labels::printable(near)}}));
    ids.push_back(meant.empty() ? words : meant.front());
  }
  return ids;
}

void choose_people(const MapArguments& arguments, const casefile::Case& c, const Session& session,
                   application::MapRequest& request) {
  require_person(request.request.audience, c, session);
  if (arguments.present) request.request.present = room(*arguments.present, c, session);
  if (arguments.compared) {
    request.compared_with->seen_by = informant(arguments.compared->first, c, session);
    request.request.seen_by = informant(arguments.compared->second, c, session);
  }
  if (arguments.seen_by.empty()) return;
  request.request.seen_by = informant(arguments.seen_by, c, session);
  if (request.request.audience.kind == audience::Kind::family && request.request.seen_by != c.child)
    throw UsageError(session.tool.labels("cli.error.seen_by_for_family"), "map");
}

}  // namespace

int run(const MapArguments& arguments, const Session& session) {
  application::MapRequest request = arguments.request;
  request.layout.pins = pins(arguments.layout_file, session);
  judge({"map", request.style, request.format, arguments.output}, session);
  return with_case(session, arguments.case_file, [&](const casefile::Case& c) {
    choose_people(arguments, c, session, request);
    const application::MapPicture picture =
        with_style(request.style, session, [&] { return application::make_map(session.tool, c, request); });
    tell_faults(picture.warnings, arguments.case_file, session);
    tell_if_old(session, picture.shown, request.request);
    tell_unmarked(session, c, picture.shown);
    if (!arguments.output.empty()) document::write_output(arguments.output, picture.bytes);
    if (arguments.statistics) print_data(application::statistics_json(*picture.statistics));
    if (request.request.present)
      print(application::present_page(session.tool, c, *request.request.present, picture.as_of));
  });
}

int run(const BlankArguments& arguments, const Session& session) {
  judge({"map", arguments.request.style, arguments.request.format, arguments.output}, session);
  const auto draw = [&](const application::BlankRequest& request) {
    const std::string bytes =
        with_style(request.style, session, [&] { return application::make_blank_sheet(session.tool, request); });
    document::write_output(arguments.output, bytes);
  };
  if (!arguments.case_file.empty())
    return with_case(session, arguments.case_file, [&](const casefile::Case& c) {
      application::BlankRequest request = arguments.request;
      request.rings = c.rings;
      request.sectors = c.sectors;
      draw(request);
    });
  draw(arguments.request);
  return fine;
}

}  // namespace kreds::cli
