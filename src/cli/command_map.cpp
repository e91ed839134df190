// kreds map CASE -o FILE: the network map as a picture.
#include "kreds/application/map_statistics.hpp"
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
  } catch (const std::runtime_error& error) {
    throw CaseError(session.tool.labels("cli.error.layout", {{"what", labels::printable(error.what())}}));
  }
}

}  // namespace

int run(const MapArguments& arguments, const Session& session) {
  application::MapRequest request = arguments.request;
  request.layout.pins = pins(arguments.layout_file, session);
  judge({"map", request.style, request.format, arguments.output}, session);
  return with_case(session, arguments.case_file, [&](const casefile::Case& c) {
    require_person(request.request.audience, c, session);
    const application::MapPicture picture =
        with_style(request.style, session, [&] { return application::make_map(session.tool, c, request); });
    tell_all(picture.warnings, session);
    tell_if_old(session, picture.shown, request.request);
    if (!arguments.output.empty()) document::write_output(arguments.output, picture.bytes);
    if (arguments.statistics) print_data(application::statistics_json(*picture.statistics));
  });
}

}  // namespace kreds::cli
