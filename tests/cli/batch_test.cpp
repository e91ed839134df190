// kreds batch
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>

#include "kreds.hpp"
#include "kreds/application/in_order.hpp"
#include "kreds/casefile/write.hpp"
#include "support/random_case.hpp"

using namespace kreds::testing;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// Made-up cases, one a line; every fifth is broken.
std::string some_cases(int number) {
  std::string all;
  for (int i = 0; i < number; ++i)
    all += i % 5 == 4 ? "{\"format\": 1}\n"
                      : kreds::document::to_line(kreds::casefile::to_value(
                            kreds::casefile::random_case(static_cast<std::uint64_t>(i) + 1, 8))) +
                            "\n";
  return all;
}

RunOptions with_input(const std::string& text) {
  RunOptions options;
  options.input = text;
  options.environment["KREDS_TODAY"] = "2025-06-01";
  return options;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the shipped cases give a line each as accepted", "[cli][batch][golden]") {
  const RunResult all = run_kreds({"batch", cases});
  CHECK(all.exit_code == 0);
  CHECK(all.err.empty());
  check_golden("batch/cases.jsonl", all.out);
}

TEST_CASE("lines come in the order of the input however many threads there are", "[cli][batch]") {
  const std::string input = some_cases(60);
  const RunResult one = run_kreds({"batch", "-", "--jobs", "1"}, with_input(input));
  const RunResult four = run_kreds({"batch", "-", "--jobs", "4"}, with_input(input));
  CHECK(one.out == four.out);
  const auto lines = lines_of(one.out);
  REQUIRE(lines.size() == 60);
  for (std::size_t i = 0; i < lines.size(); ++i) CHECK(has(lines[i], "\"line\": " + std::to_string(i + 1) + ", "));
}

TEST_CASE("a broken case has its own line and does not stop the others", "[cli][batch]") {
  const RunResult result = run_kreds({"batch", "-"}, with_input(some_cases(10)));
  CHECK(result.exit_code == 1);
  const auto lines = lines_of(result.out);
  REQUIRE(lines.size() == 10);
  for (std::size_t i = 0; i < lines.size(); ++i)
    CHECK(has(lines[i], i % 5 == 4 ? "\"status\": \"broken\"" : "\"status\": \"fine\""));
  CHECK(has(lines[4], "\"code\": "));
}

TEST_CASE("a line that is no JSON and an empty one are broken cases and the last needs no end", "[cli][batch]") {
  const RunResult result = run_kreds({"batch", "-"}, with_input("ikke json\n\n[]"));
  CHECK(result.exit_code == 1);
  CHECK(lines_of(result.out).size() == 3);
  CHECK(run_kreds({"batch", "-"}, with_input("")).out.empty());
}

TEST_CASE("no name and no case number is in a line", "[cli][batch]") {
  const RunResult all = run_kreds({"batch", cases});
  for (const char* secret : {"Liam", "Karen", "Mikkel", "2024-0117", "Selma", "Freja"})
    CHECK_FALSE(has(all.out, secret));
}

TEST_CASE("it runs unchanged under GNU parallel", "[cli][batch]") {
  const TemporaryFolder folder;
  const std::string input = some_cases(40);
  write_file(folder / "cases.jsonl", input);
  const RunResult alone = run_kreds({"batch", "-"}, with_input(input));
  const RunResult parallel =
      run_program({"sh", "-c",
                   "parallel --will-cite --pipe --keep-order -N 10 --jobs 2 '" KREDS_PROGRAM "' batch - --jobs 1 < '" +
                       (folder / "cases.jsonl") + "'"},
                  with_input(""));
  INFO(parallel.err);
  const auto one = lines_of(alone.out), many = lines_of(parallel.out);
  REQUIRE(one.size() == 40);
  REQUIRE(many.size() == 40);
  // Each run counts its own lines; all else is the same.
  const auto after_number = [](const std::string& line) { return line.substr(line.find("\"status\"")); };
  for (std::size_t i = 0; i < one.size(); ++i) CHECK(after_number(one[i]) == after_number(many[i]));
}

TEST_CASE("a folder that is not there is told", "[cli][batch]") {
  const RunResult result = run_kreds({"batch", "/findes/ikke"});
  CHECK(result.exit_code == 1);
  CHECK(has(result.err, "»/findes/ikke« kan ikke læses som en mappe."));
  CHECK(run_kreds({"batch"}).exit_code == 2);
  CHECK(run_kreds({"batch", "a", "b"}).exit_code == 2);
  CHECK(run_kreds({"batch", cases, "--jobs", "0"}).exit_code == 2);
}

TEST_CASE("the summary of many cases reads as accepted and names nobody", "[cli][batch][golden]") {
  const RunResult summary = run_kreds({"batch", "-", "--summary"}, with_input(some_cases(60)));
  check_golden("batch/summary.txt", summary.out);
  check_golden("batch/summary-of-four.txt", run_kreds({"batch", cases, "--summary"}).out);
}

TEST_CASE("a summary does not depend on the order of the cases or on the threads", "[cli][batch][summary]") {
  std::vector<std::string> cases = lines_of(some_cases(45));
  const auto summary = [&](const std::string& jobs) {
    std::string input;
    for (const std::string& line : cases) input += line + "\n";
    return run_kreds({"batch", "-", "--summary", "--jobs", jobs}, with_input(input)).out;
  };
  const std::string first = summary("1");
  CHECK(first == summary("2"));
  std::reverse(cases.begin(), cases.end());
  CHECK(first == summary("2"));
}

TEST_CASE("of a few cases no group is told", "[cli][batch][summary]") {
  const std::string told = run_kreds({"batch", "-", "--summary"}, with_input(some_cases(20))).out;
  CHECK(has(told, "Sagerne er for få til, at grupper af dem kan vises."));
  CHECK_FALSE(has(told, "Barnet er hørt"));
}

TEST_CASE("no more cases are held at once than the window is wide", "[cli][batch]") {
  int taken = 0, put = 0, most = 0;
  const auto next = [&]() -> std::optional<int> {
    if (taken == 500) return std::nullopt;
    most = std::max(most, taken + 1 - put);
    return taken++;
  };
  std::vector<int> seen;
  const auto take = [&](int number) {
    ++put;
    seen.push_back(number);
  };
  const auto work = [](int number) { return number; };
  kreds::application::InOrder<decltype(next), decltype(work), decltype(take)>(next, work, take, 8).run(3);
  CHECK(most <= 8);
  REQUIRE(seen.size() == 500);
  CHECK(std::is_sorted(seen.begin(), seen.end()));
}

TEST_CASE("what one job throws ends the whole and is thrown once", "[cli][batch]") {
  int taken = 0;
  const auto next = [&]() -> std::optional<int> { return taken < 100 ? std::optional(taken++) : std::nullopt; };
  const auto work = [](int number) {
    if (number == 30) throw std::runtime_error("30");
    return number;
  };
  const auto put = [](int /*number*/) {};
  kreds::application::InOrder<decltype(next), decltype(work), decltype(put)> order(next, work, put, 8);
  CHECK_THROWS_WITH(order.run(3), "30");
}
