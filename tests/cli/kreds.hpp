/// \file
/// Runs kreds itself. Today is 1 September 2024, after every conversation of the shipped cases.
#pragma once

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "support/golden.hpp"
#include "support/run_program.hpp"

namespace kreds::testing {

inline const std::string cases = KREDS_ROOT "/data/cases/";
inline const std::string liam = cases + "liam.json";

inline RunResult run_kreds(std::vector<std::string> arguments, const RunOptions& options = {}) {
  arguments.insert(arguments.begin(), KREDS_PROGRAM);
  return run_program(arguments, options);
}

/// A small case with any name for the child's mother, as a file's text.
inline std::string case_with_name(const std::string& json_name) {
  return R"({"format": 1, "case": {"number": "1", "child": "bo"},
 "people": [
  {"id": "bo", "name": "Bo", "birth": "2015-05-14", "source": {"interview": "i1", "by": ["mor"]}},
  {"id": "mor", "name": ")" +
         json_name + R"(", "birth": "1990", "role": "mor", "source": {"interview": "i1", "by": ["mor"]}}],
 "households": [{"id": "h", "source": {"interview": "i1", "by": ["mor"]}}],
 "matters": [],
 "interviews": [{"id": "i1", "date": "2024-04-01", "kind": "home_visit", "informants": ["mor"],
  "interviewers": [{"title": "konsulent"}], "statements": [
   {"id": "s1", "type": "tie", "between": ["bo", "mor"], "ring": 1, "emotional": 3},
   {"id": "s2", "type": "residence", "person": "mor", "household": "h"},
   {"id": "s3", "type": "candidate", "household": "h"}]}]}
)";
}

inline void write_file(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

/// Bytes that a terminal takes as commands: controls other than tab and line end, DEL, and U+0080 to U+009F.
inline bool steers_a_terminal(const std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == 0x7FU || (byte < 0x20U && byte != '\n' && byte != '\t' && byte != '\r')) return true;
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    if (byte == 0xC2U && next >= 0x80U && next <= 0x9FU) return true;
  }
  return false;
}

/// What the program wrote is what somebody has read and accepted.
inline void check_golden(const std::string& name, const std::string& actual) {
  const auto result = golden(name, actual);
  INFO(result.told);
  CHECK(result.equal);
}

}  // namespace kreds::testing
