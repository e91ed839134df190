// kreds export CASE -o FILE: the network for other programs.
#include "kreds/application/network_export.hpp"
#include "kreds/document/output_file.hpp"
#include "session.hpp"

namespace kreds::cli {

int run(const ExportArguments& arguments, const Session& session) {
  return with_case(session, arguments.case_file, [&](const casefile::Case& c) {
    require_person(arguments.request.audience, c, session);
    const application::Analysed analysed = application::analyse(session.tool, c, arguments.request);
    tell_if_old(session, analysed.c, arguments.request);
    tell_unmarked(session, c, analysed.c);
    document::write_output(arguments.output, application::export_network(analysed, session.tool, arguments.format));
  });
}

}  // namespace kreds::cli
