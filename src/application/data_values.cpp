#include "data_values.hpp"

#include <cmath>

#include "kreds/casefile/terms.hpp"
#include "kreds/casefile/write.hpp"
#include "wording.hpp"

namespace kreds::application {

using document::Array;
using document::Object;
using document::Value;

Value number(double value) {
  constexpr double places = 1e12;
  return std::round(value * places) / places;
}

Value value_of(const analysis::Interval& interval) {
  return Object{{"central", number(interval.central)}, {"low", number(interval.low)}, {"high", number(interval.high)}};
}

Value texts(std::span<const std::string> all) {
  return Array(all.begin(), all.end());
}

Value value_of(const network::StatementRef& from) {
  Object object{{"statement", from.statement},
                {"interview", from.interview},
                {"date", casefile::to_text(from.said)},
                {"informants", texts(from.informants)}};
  if (from.hearsay) object.emplace_back("hearsay", true);
  if (from.unsure) object.emplace_back("unsure", true);
  if (from.municipality_is_source) object.emplace_back("municipality_is_source", true);
  return object;
}

Value value_of(std::span<const network::StatementRef> from) {
  Array all;
  for (const network::StatementRef& one : from) all.push_back(value_of(one));
  return all;
}

Object origin(const Analysed& analysed, const Tool& tool) {
  Array interviews;
  for (const casefile::Interview* interview : conversations(analysed.c))
    interviews.push_back(Object{{"id", interview->id},
                                {"date", casefile::to_text(interview->date)},
                                {"kind", std::string(casefile::term(interview->kind))},
                                {"informants", texts(interview->informants)}});
  Array people;
  for (const casefile::Person& person : analysed.c.people)
    people.push_back(Object{{"id", person.id}, {"name", person.name_unknown ? Value() : Value(person.name)}});
  return {
      {"case",
       Object{{"number", analysed.c.number}, {"child", analysed.c.child}, {"version", casefile::version(analysed.c)}}},
      {"as_of", casefile::to_text(analysed.as_of)},
      {"audience", audience::to_text(analysed.audience)},
      {"catalogue",
       Object{{"id", tool.catalogue.id}, {"version", tool.catalogue.version}, {"hash", tool.catalogue.hash}}},
      {"people", people},
      {"interviews", interviews},
      {"not_heard", texts(not_heard(analysed))}};
}

namespace {

/// Characters that stand inside strings only: DEL and U+0080 … U+009F.
std::string safe_for_a_terminal(const std::string& text) {
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    const bool two_bytes = byte == 0xC2U && next >= 0x80U && next <= 0x9FU;
    if (byte != 0x7FU && !two_bytes) {
      safe += text[i];
      continue;
    }
    const unsigned code = two_bytes ? next : byte;
    safe += "\\u00";
    safe += "0123456789abcdef"[code >> 4U];
    safe += "0123456789abcdef"[code & 15U];
    if (two_bytes) ++i;
  }
  return safe;
}

}  // namespace

std::string to_json(const Value& value) {
  return safe_for_a_terminal(document::to_text(value));
}

std::string to_json_line(const Value& value) {
  return safe_for_a_terminal(document::to_line(value));
}

}  // namespace kreds::application
