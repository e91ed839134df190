#include "told_values.hpp"

#include <array>

#include "kreds/casefile/terms.hpp"

namespace kreds::application {

using comparison::Item;
using comparison::ItemKind;
using comparison::Told;
using document::Array;
using document::Object;
using document::Value;

std::string item_kind_term(ItemKind kind) {
  static constexpr std::array terms = {
      "ring",     "emotional", "caregiving", "conflict",  "frequency", "known_since", "parent",     "partners",
      "siblings", "residence", "place",      "school_km", "candidate", "carer",       "assessment", "measure",
      "decision", "wish",      "role",       "custody",   "consent",   "sharing",     "contact",    "certificate",
      "lifting",  "referral",  "rhythm",     "need",      "question",  "fact",        "plan"};
  return terms.at(static_cast<std::size_t>(kind));
}

Value optional_text(const std::string& text) {
  return text.empty() ? Value() : Value(text);
}

Value value_of(const Item& item) {
  return Object{
      {"kind", item_kind_term(item.kind)}, {"about", texts(item.about)}, {"aspect", optional_text(item.aspect)}};
}

namespace {

Value value_of(const std::optional<casefile::ApproximateDate>& date) {
  if (!date) return {};
  return Object{{"first", date->first ? Value(casefile::to_text(*date->first)) : Value()},
                {"last", date->last ? Value(casefile::to_text(*date->last)) : Value()},
                {"words", optional_text(date->words)}};
}

}  // namespace

Value value_of(const Told& told) {
  const comparison::Answer& answer = told.answer;
  Object object{{"number", answer.number ? Value(number(*answer.number)) : Value()},
                {"term", optional_text(answer.term)},
                {"missing", answer.missing ? Value(std::string(casefile::term(*answer.missing))) : Value()},
                {"date", value_of(answer.date)},
                {"people", texts(answer.people)},
                {"words", optional_text(answer.words)},
                {"holds", casefile::to_text(told.holds)},
                {"from", value_of(told.from)}};
  return object;
}

Value value_of(std::span<const Told> all) {
  Array values;
  for (const Told& one : all) values.push_back(value_of(one));
  return values;
}

}  // namespace kreds::application
