/// \file
/// A small case to edit, and what an edit needs beside it.
#pragma once

#include <catch2/catch.hpp>

#include <string>

#include "kreds/editing/edit.hpp"

namespace kreds::testing {

inline const casefile::Vocabulary& shipped_vocabulary() {
  static const casefile::Vocabulary vocabulary = casefile::load_vocabulary(KREDS_ROOT "/data");
  return vocabulary;
}

inline casefile::Date day_of(const std::string& text) {
  return *casefile::parse_date(text);
}

inline editing::Desk desk() {
  return {shipped_vocabulary(),
          day_of("2024-09-01"),
          {"januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
           "december"},
          {}};
}

inline editing::Signature signature() {
  return {day_of("2024-08-01"), "Konsulenten", "hørt forkert"};
}

/// Bo with his mother and grandmother, one interview with the mother.
inline const std::string small_case = R"({
 "format": 1, "x-own": {"people": 3, "deep": [1, 2.5, {"a": null}]},
 "case": {"number": "1", "child": "bo"},
 "people": [
  {"id": "bo", "x-colour": "blue", "name": "Bo", "birth": "2015-05-14", "source": {"interview": "i0"}},
  {"id": "mor", "name": "Anna Holm", "role": "mor", "source": {"interview": "i0", "x-page": 2}},
  {"id": "karen", "name": "Karen", "role": "mormor", "source": {"interview": "i1", "by": ["mor"]}}],
 "households": [{"id": "h1", "source": {"interview": "i1", "by": ["mor"]}}],
 "interviews": [
  {"id": "i0", "date": "2024-03-01", "kind": "record", "statements": []},
  {"id": "i1", "date": "2024-04-01", "kind": "home_visit", "informants": ["mor"], "statements": [
   {"id": "s1", "type": "question", "question": "Hvem?", "answer": "Karen"},
   {"id": "s2", "type": "tie", "between": ["bo", "karen"], "frequency": "weekly", "prompt": "s1", "x-heard": "køkkenet",
    "quote": {"text": "hun synger", "x-line": 4}},
   {"id": "s3", "type": "residence", "person": "karen", "household": "h1"}]}]}
)";

inline editing::Draft small_draft() {
  const editing::Opened opened = editing::open_draft("bo.json", small_case, shipped_vocabulary(), day_of("2024-09-01"));
  REQUIRE(opened.draft);
  return *opened.draft;
}

inline std::string code_of(const editing::Edited& edited) {
  return edited.diagnostics.empty() ? "" : edited.diagnostics.front().code;
}

/// The draft that came of it; a test that has none fails here, with the reason.
inline editing::Draft done(const editing::Edited& edited) {
  INFO(code_of(edited));
  REQUIRE(edited.draft);
  return *edited.draft;
}

}  // namespace kreds::testing
