#include "kreds/layout/pins.hpp"

#include "kreds/document/bad_file.hpp"

namespace kreds::layout {

namespace {

using document::Argument;
using document::Kind;
using document::Node;

class PinReader {
 public:
  Pins read(Node root) {
    for (Node member : root.children())
      if (const std::string& key = member.key(); key != "format" && key != "people" && !key.starts_with("x-"))
        fault(member.key_place(), "unknown_key", {{"key", Argument::literal(key)}});
    const auto format = root.find("format");
    if (!format || !format->is(Kind::integer) || format->number() != 1)
      fault(format.value_or(root).place(), "only_format_1");
    Pins pins;
    const auto people = root.find("people");
    if (!people) {
      fault(root.place(), "missing_key", {{"key", Argument::literal("people")}});
      return pins;
    }
    if (!is_object(*people)) return pins;
    for (Node member : people->children()) pins.push_back(pin(member.key(), member));
    return pins;
  }

  document::Diagnostics faults() && { return std::move(faults_); }

 private:
  Pin pin(const std::string& id, Node node) {
    Pin pin{id, {}, 0.5, 0.5};
    if (!is_object(node)) return pin;
    for (Node value : node.children()) {
      const std::string& key = value.key();
      if (key == "ring") {
        if (value.is(Kind::integer) && value.number() >= 1 && value.number() <= 5)
          pin.ring = static_cast<int>(value.number());
        else
          fault(value.place(), "layout_ring");
      } else if (key == "across" || key == "depth") {
        if ((!value.is(Kind::integer) && !value.is(Kind::real)) || !(value.number() >= 0 && value.number() <= 1))
          fault(value.place(), "layout_share", {{"key", Argument::literal(key)}});
        else
          (key == "across" ? pin.across : pin.depth) = value.number();
      } else if (!key.starts_with("x-")) {
        fault(value.key_place(), "unknown_key", {{"key", Argument::literal(key)}});
      }
    }
    return pin;
  }

  bool is_object(Node node) {
    if (!node.is(Kind::object)) faults_.push_back(document::wrong_type(node, Kind::object));
    return node.is(Kind::object);
  }
  void fault(document::Place at, const char* code, document::Arguments arguments = {}) {
    faults_.push_back(document::fault_at(std::move(at), code, std::move(arguments)));
  }

  document::Diagnostics faults_;
};

}  // namespace

Pins read_pins(const std::string& path) {
  document::ParseResult parsed = document::parse_file(path);
  if (!parsed.document || document::has_errors(parsed.diagnostics))
    throw document::BadFile(std::move(parsed.diagnostics));
  const Node root = parsed.document->root();
  if (!root.is(Kind::object)) throw document::BadFile({document::wrong_type(root, Kind::object)});
  PinReader reader;
  Pins pins = reader.read(root);
  document::Diagnostics faults = std::move(reader).faults();
  if (!faults.empty()) throw document::BadFile(std::move(faults));
  return pins;
}

}  // namespace kreds::layout
