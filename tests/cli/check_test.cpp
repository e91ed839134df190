// kreds check
#include <catch2/catch.hpp>
#include <cctype>

#include "kreds.hpp"

using namespace kreds::testing;

namespace {
std::string last_line(const std::string& text) {
  const auto end = text.find_last_not_of('\n');
  const auto start = text.rfind('\n', end);
  return text.substr(start == std::string::npos ? 0 : start + 1,
                     end - (start == std::string::npos ? 0 : start + 1) + 1);
}
}  // namespace

TEST_CASE("the shipped cases have no errors", "[cli][check]") {
  for (const char* name : {"liam.json", "freja.json", "lille.json", "stor.json"}) {
    const RunResult result = run_kreds({"check", cases + name});
    CAPTURE(name);
    CHECK(result.exit_code == 0);
    CHECK(result.err.empty());
    CHECK(last_line(result.out).rfind(std::string(name) + ": 0 fejl, ", 0) == 0);
  }
}

TEST_CASE("all files are told of and one error is enough to fail", "[cli][check]") {
  const TemporaryFolder folder;
  write_file(folder / "tom.json", "");
  const RunResult result = run_kreds({"check", folder / "tom.json", liam, folder / "findes-ikke.json"});
  CHECK(result.exit_code == 1);
  CHECK(result.err.empty());
  CHECK(result.out.find("\ntom.json: 1 fejl, 0 ting at se på\n") != std::string::npos);
  CHECK(result.out.find("\nliam.json: 0 fejl, ") != std::string::npos);
  CHECK(result.out.find("\nfindes-ikke.json: 1 fejl, 0 ting at se på\n") != std::string::npos);
}

TEST_CASE("faults stand in the order of the file whoever found them", "[cli][check]") {
  const TemporaryFolder folder;
  std::string text = case_with_name("Anna");
  text.replace(text.find("\"ring\": 1"), 9, "\"ring\": 9");
  text.replace(text.find("\"role\": \"mor\""), 13, "\"role\": \"mro\"");
  write_file(folder / "sag.json", text);
  const RunResult result = run_kreds({"check", folder / "sag.json"});
  CHECK(result.exit_code == 1);
  std::size_t previous = 0;
  std::size_t places = 0;
  for (std::size_t at = 0; (at = result.out.find("sag.json:", at)) != std::string::npos; ++at) {
    // The closing line has a blank here.
    if (std::isdigit(static_cast<unsigned char>(result.out[at + 9])) == 0) continue;
    const auto line = static_cast<std::size_t>(std::strtoul(result.out.c_str() + at + 9, nullptr, 10));
    CHECK(line >= previous);
    previous = line;
    ++places;
  }
  CHECK(places >= 2);
}

TEST_CASE("a case can come on standard input", "[cli][check]") {
  RunOptions options;
  options.input = case_with_name("Anna");
  const RunResult result = run_kreds({"check", "-"}, options);
  CHECK(result.exit_code == 0);
  CHECK(last_line(result.out).rfind("-: 0 fejl, ", 0) == 0);
}

TEST_CASE("things to look at are counted in English too", "[cli][check]") {
  const TemporaryFolder folder;
  write_file(folder / "sag.json", "[");
  const RunResult result = run_kreds({"check", folder / "sag.json", "--lang", "en"});
  CHECK(result.exit_code == 1);
  CHECK(last_line(result.out) == "sag.json: 1 error, 0 things to look at");
}

TEST_CASE("hostile text in a case does not steer the terminal", "[cli][check]") {
  const TemporaryFolder folder;
  // The name of the file, a key and a value, each with an escape and a C1 control.
  std::string text = case_with_name("\\u001b[31mAnna\\u009b");
  text.replace(text.find("\"role\""), 6, "\"rolle\\u001b]0;x\\u0007\"");
  write_file(folder / "sag\x1b[31m.json", text);
  for (const char* command : {"check", "rank", "stats"}) {
    const RunResult result = run_kreds({command, folder / "sag\x1b[31m.json"});
    CAPTURE(command);
    CHECK(result.exit_code == 1);
    CHECK(!(result.out + result.err).empty());
    CHECK(!steers_a_terminal(result.out));
    CHECK(!steers_a_terminal(result.err));
  }
}
