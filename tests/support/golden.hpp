/// \file
/// Expected texts that a person has read and accepted, in tests/data/golden.
///
/// With KREDS_ACCEPT=1 in the environment the text at hand is written there instead, and the test fails once, so that
/// nobody accepts by accident: read the difference, then run again without it.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace kreds::testing {

struct Golden {
  bool equal = false;
  std::string told;  ///< why not
};

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// `name` below tests/data/golden, e.g. "rank/liam.txt".
inline Golden golden(const std::string& name, const std::string& actual) {
  const std::filesystem::path path = std::filesystem::path(KREDS_ROOT) / "tests/data/golden" / name;
  const char* accept = std::getenv("KREDS_ACCEPT");
  const bool known = std::filesystem::exists(path);
  const std::string expected = known ? bytes_of(path) : "";
  if (known && expected == actual) return {true, {}};
  if (accept != nullptr && std::string(accept) == "1") {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << actual;
    return {false, "accepted " + path.string() + ": read it, then run again without KREDS_ACCEPT"};
  }
  if (!known) return {false, path.string() + " is not there; after reading: KREDS_ACCEPT=1. It would be:\n" + actual};
  std::size_t at = 0, line = 1;
  while (at < expected.size() && at < actual.size() && expected[at] == actual[at])
    if (expected[at++] == '\n') ++line;
  const auto line_at = [at](const std::string& text) {
    const auto newline = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
    const auto start = newline == std::string::npos ? 0 : newline + 1;
    return text.substr(start, text.find('\n', at) - start);
  };
  return {false, path.string() + ":" + std::to_string(line) + ": expected\n  " + line_at(expected) + "\nbut it is\n  " +
                     line_at(actual)};
}

}  // namespace kreds::testing
