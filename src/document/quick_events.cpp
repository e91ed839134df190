#include <simdjson.h>

#include "events.hpp"

namespace kreds::document {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

/// Recursion is bounded: the parser refuses what is nested deeper than the limit.
bool walk(element value, DocumentBuilder& builder) {
  switch (value.type()) {
    case element_type::ARRAY:
      if (!builder.open(Kind::array)) return false;
      for (const element child : simdjson::dom::array(value))
        if (!walk(child, builder)) return false;
      return builder.close(Kind::array);
    case element_type::OBJECT:
      if (!builder.open(Kind::object)) return false;
      for (const auto [key, child] : simdjson::dom::object(value))
        if (!builder.key(key) || !walk(child, builder)) return false;
      return builder.close(Kind::object);
    case element_type::STRING:
      return builder.string(std::string(std::string_view(value)));
    case element_type::INT64:
      return builder.integer(std::int64_t(value));
    case element_type::BOOL:
      return builder.boolean(bool(value));
    case element_type::NULL_VALUE:
      return builder.null();
    case element_type::DOUBLE:
    case element_type::UINT64:
      break;
  }
  return builder.number_as_written();
}

}  // namespace

Quick read_quickly(DocumentBuilder& builder) {
  const std::string& text = builder.text_with_padding(simdjson::SIMDJSON_PADDING);
  simdjson::dom::parser parser;
  // One level more than may be open at once: the values in the innermost list.
  if (parser.allocate(text.size(), builder.limits().depth + 1) != simdjson::SUCCESS) return Quick::not_judged;
  element root;
  if (parser.parse(text.data(), text.size(), false).get(root) != simdjson::SUCCESS) return Quick::not_judged;
  return walk(root, builder) ? Quick::whole : Quick::stopped;
}

}  // namespace kreds::document
