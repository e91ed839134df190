#include "kreds/document/bad_file.hpp"

namespace kreds::document {
namespace {

std::string summary(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& d : diagnostics) {
    if (!text.empty()) text += '\n';
    text += d.place.file + ":" + std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + ": ";
    if (!d.place.pointer.empty()) text += d.place.pointer + ": ";
    text += d.code;
    for (const auto& [name, argument] : d.arguments) text.append(" ").append(name).append("=").append(argument.text);
  }
  return text;
}

}  // namespace

BadFile::BadFile(Diagnostics diagnostics)
    : std::runtime_error(summary(diagnostics)), diagnostics_(std::move(diagnostics)) {}

Diagnostic fault_at(Place place, std::string code, Arguments arguments) {
  return {Severity::error, std::move(code), std::move(place), std::move(arguments)};
}

const char* found_label(Kind kind) {
  switch (kind) {
    case Kind::null:
      return "found.null";
    case Kind::boolean:
      return "found.yes_no";
    case Kind::integer:
      return "found.number";
    case Kind::real:
      return "found.fraction";
    case Kind::text:
      return "found.text";
    case Kind::array:
      return "found.list";
    case Kind::object:
      return "found.object";
  }
  return "";
}

const char* expected_label(Kind kind) {
  switch (kind) {
    case Kind::null:
      return "found.null";
    case Kind::boolean:
      return "expected.yes_no";
    case Kind::integer:
      return "expected.whole_number";
    case Kind::real:
      return "expected.number";
    case Kind::text:
      return "expected.text";
    case Kind::array:
      return "expected.list";
    case Kind::object:
      return "expected.object";
  }
  return "";
}

Diagnostic wrong_type(const Node& node, Kind expected) {
  return fault_at(
      node.place(), "wrong_type",
      {{"expected", Argument::label(expected_label(expected))}, {"found", Argument::label(found_label(node.kind()))}});
}

}  // namespace kreds::document
