#include "terminal.hpp"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "kreds/document/output_file.hpp"
#include "kreds/labels/labels.hpp"

namespace kreds::cli {
namespace {

using application::PageLine;

std::string_view colour_of(PageLine::Kind kind) {
  switch (kind) {
    case PageLine::Kind::title:
    case PageLine::Kind::heading:
      return "\x1b[1m";
    case PageLine::Kind::warning:
      return "\x1b[33m";
    case PageLine::Kind::text:
      break;
  }
  return {};
}

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

}  // namespace

bool colour_on_stdout() {
  const char* term = std::getenv("TERM");
  return ::isatty(STDOUT_FILENO) == 1 && !is_set("NO_COLOR") && (term == nullptr || std::string_view(term) != "dumb");
}

void print(const application::Page& page) {
  const bool coloured = colour_on_stdout();
  std::string text;
  for (const PageLine& line : page.lines()) {
    const std::string_view colour = coloured ? colour_of(line.kind) : std::string_view();
    text.append(colour).append(labels::printable(line.text)).append(colour.empty() ? "" : "\x1b[0m").append("\n");
  }
  print_data(text);
}

void print_data(const std::string& bytes) {
  document::write_output("-", bytes);
}

void tell(const std::string& sentence) {
  const std::string line = "kreds: " + sentence + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace kreds::cli
