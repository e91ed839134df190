// kreds ask
#include <catch2/catch.hpp>

#include "kreds.hpp"

using namespace kreds::testing;

namespace {
bool holds(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}
}  // namespace

TEST_CASE("the questions of the shipped cases read as accepted", "[cli][ask][golden]") {
  for (const std::string name : {"liam", "freja", "lille"})
    check_golden("ask/" + name + ".txt", run_kreds({"ask", cases + name + ".json"}).out);
  check_golden("ask/liam-karen.txt", run_kreds({"ask", liam, "--audience", "person:karen"}).out);
  check_golden("ask/liam.en.txt", run_kreds({"ask", liam, "--lang", "en"}).out);
}

TEST_CASE("relatives whose place exists but whom nobody named are asked about", "[cli][ask]") {
  const std::string of_liam = run_kreds({"ask", liam}).out;
  CHECK(holds(of_liam, "Farmor: er ikke nævnt."));
  CHECK(holds(of_liam, "Farfar: er ikke nævnt."));
  CHECK(!holds(of_liam, "Mormor: er ikke nævnt."));
  const std::string of_freja = run_kreds({"ask", cases + "freja.json"}).out;
  CHECK(holds(of_freja, "Mormor: er ikke nævnt."));
  CHECK(holds(of_freja, "Morfar: er ikke nævnt."));
}

TEST_CASE("a child is never asked whether it would like to live somewhere", "[cli][ask]") {
  for (const std::string name : {"liam", "freja", "stor"}) {
    const std::string page = run_kreds({"ask", cases + name + ".json"}).out;
    const auto begin = page.find("\nTil "), end = page.find("\nTil ", begin + 1);
    REQUIRE(begin != std::string::npos);
    const std::string to_child = page.substr(begin, end - begin);
    CAPTURE(name);
    // The warning itself says the words once.
    CHECK(to_child.rfind("vil du bo hos") == to_child.find("vil du bo hos"));
    CHECK(!holds(to_child, "skal bo"));
  }
}

TEST_CASE("differences between informants stand on the sheet of the consultant alone", "[cli][ask]") {
  const std::string page = run_kreds({"ask", liam}).out;
  const auto apart = page.find("Kun til konsulenten");
  REQUIRE(apart != std::string::npos);
  CHECK(page.find("Hvor tit de ses (Liam – Mikkel)") > apart);
  const std::string sheet = run_kreds({"ask", liam, "--audience", "person:anna"}).out;
  CHECK(!holds(sheet, "Kun til konsulenten"));
  CHECK(!holds(sheet, "Hvor tit de ses (Liam – Mikkel)"));
  CHECK(!holds(sheet, "Lørdagene"));
}

TEST_CASE("a sheet for a person who is not in the case is refused", "[cli][ask]") {
  const RunResult result = run_kreds({"ask", liam, "--audience", "person:ingen"});
  CHECK(result.exit_code == 1);
  CHECK(result.out.empty());
  CHECK(holds(result.err, "Ingen i sagen har id »ingen«."));
}

TEST_CASE("questions are neither for the family on the wall nor for the file", "[cli][ask]") {
  for (const std::string audience : {"family", "casefile"})
    CHECK(run_kreds({"ask", liam, "--audience", audience}).exit_code == 2);
}

TEST_CASE("a sheet that is taken along to a person tells of no order and asks that person directly", "[cli][ask]") {
  const std::string sheet = run_kreds({"ask", liam, "--audience", "person:karen"}).out;
  CHECK(!holds(sheet, "rækkefølge"));
  CHECK(!holds(sheet, "husstand"));
  CHECK(holds(sheet, "Hvor tit ser du Liam?"));
  CHECK(!holds(run_kreds({"ask", cases + "freja.json", "--audience", "person:freja"}).out, "husstand"));
  // One grown-up alone is »du«, two are »I«.
  CHECK(holds(run_kreds({"ask", cases + "lille.json"}).out, "Hvordan har du og Almas forældre det med hinanden?"));
  CHECK(holds(run_kreds({"ask", liam}).out, "Hvordan løser I uenigheder hos jer?"));
}
