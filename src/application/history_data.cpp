#include "kreds/application/history_report.hpp"
#include "kreds/casefile/terms.hpp"
#include "told_values.hpp"

namespace kreds::application {
namespace {

using document::Array;
using document::Object;
using document::Value;

Value taken_back(const std::optional<comparison::TakenBack>& taken) {
  if (!taken) return {};
  return Object{{"date", casefile::to_text(taken->date)},
                {"by", optional_text(taken->by)},
                {"reason", optional_text(taken->reason)},
                {"corrected_by", optional_text(taken->corrected_by)}};
}

Value told(const comparison::Told& one) {
  return Object{{"item", value_of(one.item)}, {"answer", value_of(one)}};
}

Value entry(const comparison::HistoryEntry& one) {
  Array all;
  for (const comparison::Told& each : one.told) all.push_back(told(each));
  return Object{{"statement", one.statement.id},
                {"type", std::string(casefile::statement_types.at(one.statement.body.index()))},
                {"informants", texts(one.statement.by)},
                {"told", all},
                {"quote", one.statement.quote ? Value(one.statement.quote->text) : Value()},
                {"replaces", optional_text(one.statement.replaces)},
                {"taken_back", taken_back(one.taken_back)}};
}

Value corrected_value(const editing::Corrected& one) {
  Array fields;
  for (const editing::FieldChange& each : one.fields)
    fields.push_back(Object{{"key", each.key}, {"was", each.was.value_or(Value())}, {"is", each.is.value_or(Value())}});
  return Object{{"type", one.type}, {"id", optional_text(one.id)}, {"date", casefile::to_text(one.date)},
                {"by", one.by},     {"reason", one.reason},        {"fields", fields}};
}

}  // namespace

std::string history_json(const CaseHistory& history, const Tool& tool) {
  const comparison::History& all = history.history;
  Object object{{"format", 1}};
  for (auto& member : origin(history.analysed, tool)) object.push_back(std::move(member));
  object.emplace_back("about", optional_text(all.about));
  Array registered, interviews, disagreements, erased;
  for (const comparison::Registered& one : all.registered)
    registered.push_back(Object{{"id", one.id},
                                {"what", one.household ? "household" : "person"},
                                {"from", value_of(one.from)},
                                {"taken_back", taken_back(one.taken_back)}});
  for (const comparison::HistoryInterview& one : all.interviews) {
    Array entries;
    for (const comparison::HistoryEntry& each : one.entries) entries.push_back(entry(each));
    interviews.push_back(Object{{"id", one.interview.id},
                                {"date", casefile::to_text(one.interview.date)},
                                {"kind", std::string(casefile::term(one.interview.kind))},
                                {"informants", texts(one.interview.informants)},
                                {"statements", entries}});
  }
  for (const comparison::Disagreement& one : all.disagreements)
    disagreements.push_back(Object{{"item", value_of(one.item)}, {"answers", value_of(one.answers)}});
  for (const casefile::Erasure& one : all.erased)
    erased.push_back(Object{{"date", casefile::to_text(one.date)}, {"by", one.by}, {"reason", one.reason}});
  Array corrected;
  for (const editing::Corrected& one : history.corrected) corrected.push_back(corrected_value(one));
  object.emplace_back("registered", registered);
  object.emplace_back("corrected", corrected);
  object.emplace_back("history", interviews);
  object.emplace_back("disagreements", disagreements);
  object.emplace_back("erased", erased);
  return to_json(object);
}

}  // namespace kreds::application
