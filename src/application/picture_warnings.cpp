#include "picture_warnings.hpp"

#include <algorithm>

namespace kreds::application {

namespace {

std::string code_of(layout::PinFault fault) {
  switch (fault) {
    case layout::PinFault::unknown_person:
      return "pin_unknown_person";
    case layout::PinFault::not_placed:
      return "pin_not_placed";
    case layout::PinFault::other_ring:
      return "pin_other_ring";
    case layout::PinFault::too_close:
      break;
  }
  return "pin_too_close";
}

}  // namespace
document::Diagnostic warning(const std::string& code, document::Arguments arguments) {
  return {document::Severity::warning, code, {}, std::move(arguments)};
}

void add_missing_glyphs(const std::vector<drawing::MissingGlyph>& missing, document::Diagnostics& warnings) {
  using document::Argument;
  for (const drawing::MissingGlyph& one : missing)
    warnings.push_back(
        warning("missing_glyph", {{"glyph", Argument::literal(one.glyph)}, {"name", Argument::literal(one.in)}}));
}

void add_shortened_name(const std::string& name, document::Diagnostics& warnings) {
  warnings.push_back(warning("name_shortened", {{"name", document::Argument::literal(name)}}));
}

void add_refused_pins(const layout::MapContent& content, const std::vector<layout::RefusedPin>& refused,
                      document::Diagnostics& warnings) {
  for (const layout::RefusedPin& pin : refused) {
    const auto person = std::find_if(content.people.begin(), content.people.end(),
                                     [&](const layout::PersonMark& each) { return each.id == pin.person; });
    const std::string& name = person == content.people.end() ? pin.person : person->name;
    warnings.push_back(warning(code_of(pin.why), {{"name", document::Argument::literal(name)}}));
  }
}

}  // namespace kreds::application
