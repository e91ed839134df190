#include "data_file.hpp"

#include <stdexcept>

namespace kreds::ranking {

using document::Kind;
using document::Node;

void fail(const Node& node, const std::string& fault) {
  fail(node.place(), fault);
}

void fail(const document::Place& place, const std::string& fault) {
  std::string where = place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": ";
  if (!place.pointer.empty()) where.append(place.pointer).append(": ");
  throw std::runtime_error(where + fault);
}

document::Document parse_or_throw(const std::string& path) {
  document::ParseResult parsed = document::parse_file(path);
  if (parsed.document && !document::has_errors(parsed.diagnostics)) return std::move(*parsed.document);
  for (const document::Diagnostic& d : parsed.diagnostics) {
    if (d.severity != document::Severity::error) continue;
    const std::string where =
        d.place.line == 0 ? path : path + ":" + std::to_string(d.place.line) + ":" + std::to_string(d.place.column);
    throw std::runtime_error(where + ": " + d.code);
  }
  throw std::runtime_error(path + ": cannot be read");
}

Node member(const Node& object, std::string_view key, Kind kind) {
  if (!object.is(Kind::object)) fail(object, "an object was expected");
  const std::optional<Node> found = object.find(key);
  if (!found) fail(object, "\"" + std::string(key) + "\" is missing");
  const bool integer_for_real = kind == Kind::real && found->is(Kind::integer);
  if (!found->is(kind) && !integer_for_real) fail(*found, "a value of another kind was expected");
  return *found;
}

std::string text(const Node& object, std::string_view key) {
  const Node node = member(object, key, Kind::text);
  if (node.text().empty()) fail(node, "an empty text");
  return node.text();
}

double number(const Node& object, std::string_view key, double least, double most) {
  const Node node = member(object, key, Kind::real);
  const double value = node.number();
  if (!(value >= least && value <= most)) fail(node, "the number is out of range");
  return value;
}

int whole_number(const Node& object, std::string_view key, int least, int most) {
  const Node node = member(object, key, Kind::integer);
  if (node.integer() < least || node.integer() > most) fail(node, "the number is out of range");
  return static_cast<int>(node.integer());
}

bool flag(const Node& object, std::string_view key) {
  return member(object, key, Kind::boolean).boolean();
}

/// The member, or nothing if it is null; it must be mentioned in either case.
std::optional<Node> nullable(const Node& object, std::string_view key, Kind kind) {
  const std::optional<Node> found = object.find(key);
  if (found && found->is(Kind::null)) return std::nullopt;
  return member(object, key, kind);
}

std::vector<std::string> texts(const Node& object, std::string_view key) {
  std::vector<std::string> result;
  for (const Node node : member(object, key, Kind::array).children()) {
    if (!node.is(Kind::text)) fail(node, "a text was expected");
    result.push_back(node.text());
  }
  return result;
}

}  // namespace kreds::ranking
