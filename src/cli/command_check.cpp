// kreds check CASE...: all faults and warnings of all files, and one closing line for each.
#include <algorithm>
#include <filesystem>
#include <tuple>

#include "kreds/casefile/check.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace kreds::cli {
namespace {

using application::Page;
using document::Diagnostic;
using document::Diagnostics;
using document::Severity;

Diagnostics faults_of(const std::string& path, const CheckArguments& arguments, const Session& session) {
  casefile::ReadResult read = casefile::read_case_file(path, session.tool.vocabulary, session.today);
  Diagnostics all = std::move(read.diagnostics);
  if (read.value) {
    const auto newest = casefile::newest_interview(*read.value);
    const Diagnostics more = casefile::check(*read.value, read.places, session.tool.vocabulary,
                                             arguments.as_of ? *arguments.as_of : newest.value_or(session.today));
    all.insert(all.end(), more.begin(), more.end());
  }
  std::stable_sort(all.begin(), all.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
  return all;
}

/// »0 fejl«, »1 ting at se på«
std::string counted(const std::string& what, std::size_t number, const labels::Labels& labels) {
  return labels("check." + what + (number == 1 ? ".one" : ".many"), {{"number", std::to_string(number)}});
}

void verbatim(Page& page, const std::string& lines, Severity severity) {
  for (std::size_t at = 0; at <= lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    const std::string line = lines.substr(at, end - at);
    if (at == 0 && severity == Severity::error)
      page.verbatim_warning(line);
    else
      page.verbatim(line);
    at = end + 1;
  }
}

}  // namespace

int run(const CheckArguments& arguments, const Session& session) {
  Page page;
  bool any_error = false;
  for (const std::string& path : arguments.cases) {
    const Diagnostics faults = faults_of(path, arguments, session);
    for (const Diagnostic& fault : faults) verbatim(page, labels::to_text(fault, session.tool.labels), fault.severity);
    const auto errors = static_cast<std::size_t>(std::count_if(
        faults.begin(), faults.end(), [](const Diagnostic& fault) { return fault.severity == Severity::error; }));
    any_error = any_error || errors > 0;
    page.verbatim(labels::printable(path == "-" ? path : std::filesystem::path(path).filename().string()) + ": " +
                  counted("errors", errors, session.tool.labels) + ", " +
                  counted("warnings", faults.size() - errors, session.tool.labels));
  }
  print(page);
  return any_error ? failed : fine;
}

}  // namespace kreds::cli
