#include "data_file.hpp"

#include <stdexcept>

namespace kreds::ranking {

using document::Kind;
using document::Node;

using document::Argument;
using document::BadFile;

void refuse(const Node& node, std::string code, document::Arguments arguments) {
  throw BadFile({document::fault_at(node.place(), std::move(code), std::move(arguments))});
}

void fail(const Node& node, const std::string& fault) {
  const document::Place place = node.place();
  std::string where = place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": ";
  if (!place.pointer.empty()) where.append(place.pointer).append(": ");
  throw std::runtime_error(where + fault);
}

document::Document parse_or_throw(const std::string& path) {
  document::ParseResult parsed = document::parse_file(path);
  if (!parsed.document || document::has_errors(parsed.diagnostics)) throw BadFile(std::move(parsed.diagnostics));
  return std::move(*parsed.document);
}

Node member(const Node& object, std::string_view key, Kind kind) {
  if (!object.is(Kind::object)) throw BadFile({document::wrong_type(object, Kind::object)});
  const std::optional<Node> found = object.find(key);
  if (!found) refuse(object, "missing_key", {{"key", Argument::literal(std::string(key))}});
  const bool integer_for_real = kind == Kind::real && found->is(Kind::integer);
  if (!found->is(kind) && !integer_for_real) throw BadFile({document::wrong_type(*found, kind)});
  return *found;
}

std::string text(const Node& object, std::string_view key) {
  const Node node = member(object, key, Kind::text);
  if (node.text().empty()) refuse(node, "empty_text");
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
  if (node.integer() < least || node.integer() > most)
    refuse(node, "out_of_range",
           {{"found", Argument::literal(std::to_string(node.integer()))},
            {"low", Argument::literal(std::to_string(least))},
            {"high", Argument::literal(std::to_string(most))}});
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
    if (!node.is(Kind::text)) throw BadFile({document::wrong_type(node, Kind::text)});
    result.push_back(node.text());
  }
  return result;
}

}  // namespace kreds::ranking
