#include "kreds/layout/pins.hpp"

#include <stdexcept>

#include "kreds/document/document.hpp"

namespace kreds::layout {

namespace {

using document::Kind;
using document::Node;

class PinReader {
 public:
  Pins read(Node root) {
    for (Node member : root.children())
      if (const std::string& key = member.key(); key != "format" && key != "people" && !key.starts_with("x-"))
        fault(member, "\"" + key + "\" is not known here");
    const auto format = root.find("format");
    if (!format || !format->is(Kind::integer) || format->number() != 1)
      fault(format.value_or(root), "\"format\": 1 is needed");
    Pins pins;
    const auto people = root.find("people");
    if (!people || !people->is(Kind::object)) {
      fault(people.value_or(root), "\"people\" is an object: id of a person to a place");
      return pins;
    }
    for (Node member : people->children()) pins.push_back(pin(member.key(), member));
    return pins;
  }

  const std::string& faults() const { return faults_; }

 private:
  Pin pin(const std::string& id, Node node) {
    Pin pin{id, {}, 0.5, 0.5};
    if (!node.is(Kind::object)) {
      fault(node, "a place is an object with \"across\", \"depth\" and \"ring\"");
      return pin;
    }
    for (Node value : node.children()) {
      const std::string& key = value.key();
      if (key == "ring") {
        if (value.is(Kind::integer) && value.number() >= 1 && value.number() <= 5)
          pin.ring = static_cast<int>(value.number());
        else
          fault(value, "a ring is 1 to 5");
      } else if (key == "across" || key == "depth") {
        if ((!value.is(Kind::integer) && !value.is(Kind::real)) || !(value.number() >= 0 && value.number() <= 1))
          fault(value, key + " is a number from 0 to 1");
        else
          (key == "across" ? pin.across : pin.depth) = value.number();
      } else if (!key.starts_with("x-")) {
        fault(value, "\"" + key + "\" is not known here");
      }
    }
    return pin;
  }

  void fault(Node at, const std::string& what) {
    const auto place = at.place();
    faults_ += (faults_.empty() ? "" : "\n") + place.file + ":" + std::to_string(place.line) + ":" +
               std::to_string(place.column) + ": " + what;
  }

  std::string faults_;
};

}  // namespace

Pins read_pins(const std::string& path) {
  const auto parsed = document::parse_file(path);
  if (!parsed.document || !parsed.document->root().is(Kind::object))
    throw std::runtime_error(path + ": not a layout (no readable JSON object)");
  PinReader reader;
  Pins pins = reader.read(parsed.document->root());
  if (!reader.faults().empty()) throw std::runtime_error(reader.faults());
  return pins;
}

}  // namespace kreds::layout
