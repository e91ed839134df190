/// \file
/// Hand-made cases in which every entry has a source, as a file must say; for tests of what takes entries out.
#pragma once

#include "kreds/casefile/case.hpp"
#include "support/case_builder.hpp"

namespace kreds::testing {

/// What no interview is named for was in the municipality's file from the start (interview i0).
inline casefile::Case told(const CaseBuilder& builder) {
  casefile::Case c = builder.build();
  casefile::Interview record;
  record.id = "i0";
  record.date = day("2020-01-01");
  record.kind = casefile::InterviewKind::record;
  c.interviews.insert(c.interviews.begin(), record);
  const auto from_the_start = [](auto& entries) {
    for (auto& entry : entries)
      if (entry.source.interview.empty()) entry.source.interview = "i0";
  };
  from_the_start(c.people);
  from_the_start(c.households);
  from_the_start(c.matters);
  return c;
}

template <class Entry>
Entry& entry(std::vector<Entry>& entries, std::string_view id) {
  for (Entry& e : entries)
    if (e.id == id) return e;
  throw std::invalid_argument("no entry " + std::string(id));
}

inline const casefile::Statement* find_statement(const casefile::Case& c, std::string_view id) {
  for (const auto& interview : c.interviews)
    for (const auto& statement : interview.statements)
      if (statement.id == id) return &statement;
  return nullptr;
}
inline casefile::Statement& statement(casefile::Case& c, std::string_view id) {
  for (auto& interview : c.interviews)
    if (find_statement(c, id))
      for (auto& s : interview.statements)
        if (s.id == id) return s;
  throw std::invalid_argument("no statement " + std::string(id));
}

/// The ids of all statements, in the order of the file, with a blank between.
inline std::string statements_of(const casefile::Case& c) {
  std::string ids;
  for (const auto& interview : c.interviews)
    for (const auto& statement : interview.statements) ids += (ids.empty() ? "" : " ") + statement.id;
  return ids;
}
template <class Entry>
std::string ids_of(const std::vector<Entry>& entries) {
  std::string ids;
  for (const Entry& e : entries) ids += (ids.empty() ? "" : " ") + e.id;
  return ids;
}

}  // namespace kreds::testing
