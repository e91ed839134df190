// kreds stats
#include <catch2/catch.hpp>

#include "kreds.hpp"

using namespace kreds::testing;

TEST_CASE("the figures of the shipped cases read as accepted", "[cli][stats][golden]") {
  for (const std::string name : {"liam", "freja", "lille", "stor"}) {
    const RunResult page = run_kreds({"stats", cases + name + ".json"});
    CAPTURE(name);
    CHECK(page.exit_code == 0);
    check_golden("stats/" + name + ".txt", page.out);
    check_golden("stats/" + name + ".json", run_kreds({"stats", cases + name + ".json", "--json"}).out);
  }
  check_golden("stats/liam.en.txt", run_kreds({"stats", liam, "--lang", "en"}).out);
  check_golden("stats/liam.csv", run_kreds({"stats", liam, "--csv"}).out);
}

TEST_CASE("the figures of the case file hold nothing that it may not know", "[cli][stats]") {
  const RunResult casefile = run_kreds({"stats", liam, "--audience", "casefile", "--json"});
  CHECK(casefile.exit_code == 0);
  CHECK(casefile.out.find("\"audience\": \"casefile\"") != std::string::npos);
  CHECK(casefile.out != run_kreds({"stats", liam, "--json"}).out);
}

TEST_CASE("the day of the figures can be another", "[cli][stats]") {
  const RunResult early = run_kreds({"stats", liam, "--as-of", "2024-02-06"});
  CHECK(early.exit_code == 0);
  CHECK(early.out.find("opgjort 6. februar 2024") != std::string::npos);
  // Trine and Henrik were first told of on 12 February.
  CHECK(early.out.find("Trine") == std::string::npos);
}

TEST_CASE("the figures of a child alone say that there is nobody yet and nothing of percentages", "[cli][stats]") {
  const TemporaryFolder folder;
  const std::string file = folder / "bo.json";
  REQUIRE(run_kreds({"new", file, "--number", "1", "--child", "Bo", "--birth", "2015"}).exit_code == 0);
  const std::string page = run_kreds({"stats", file}).out;
  CHECK(page.find("Der er ingen andre på kortet end Bo endnu.") != std::string::npos);
  for (const char* words : {"%", "stykke", "0 "}) CHECK(page.find(words) == std::string::npos);
}
