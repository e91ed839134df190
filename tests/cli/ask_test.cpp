// kreds ask
#include <catch2/catch.hpp>
#include <set>

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
  CHECK(holds(of_liam, "Hvem er Liams farmor og farfar, og hvordan er kontakten?"));
  CHECK(!holds(of_liam, "Liams mormor"));
  const std::string of_freja = run_kreds({"ask", cases + "freja.json"}).out;
  CHECK(holds(of_freja, "Hvem er Frejas mormor og morfar, og hvordan er kontakten?"));
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

TEST_CASE("every line of a sheet for one person is a question that this person can answer", "[cli][ask]") {
  const std::vector<std::pair<std::string, std::vector<std::string>>> sheets = {
      {"liam",
       {"liam", "anna", "dennis", "karen", "ole", "line", "jonas", "mikkel", "sara", "peter", "camilla", "mette"}},
      {"freja", {"freja", "susanne", "thomas", "inge", "bente", "lotte", "dorthe", "per", "kenneth"}},
      {"stor", {"rikke", "emre", "ellen", "torben", "bettina", "hatice", "kim", "samuel", "lise"}}};
  for (const auto& [name, people] : sheets)
    for (const std::string& person : people) {
      const std::string page = run_kreds({"ask", cases + name + ".json", "--audience", "person:" + person}).out;
      CAPTURE(name, person, page);
      CHECK(page.find("Spørgsmål til ") == 0);
      const std::string title = page.substr(0, page.find('\n'));
      const std::string called = title.substr(15, title.find(" (") - 15);
      std::set<std::string> seen;
      const auto first = page.find("   1.  ");
      if (first == std::string::npos) {
        CHECK(holds(page, "Der er ikke noget at spørge om lige nu."));
        CHECK(!holds(page, "Arket er lavet"));
        continue;
      }
      std::string questions = page.substr(first);
      for (const char* words : {"hørt", "er ikke nævnt", "ville ikke svare", "mangler en", "tidligere:", "rækkefølge"})
        CHECK(!holds(questions, words));
      // Nobody is asked about themselves in the third person.
      CHECK(!holds(questions, called + " "));
      for (std::size_t at = questions.find("\n       "); at != std::string::npos; at = questions.find("\n       "))
        questions.replace(at, 8, " ");
      for (std::size_t at = 0; at < questions.size(); at = questions.find('\n', at) + 1) {
        const std::string line = questions.substr(at + 7, questions.find('\n', at) - at - 7);
        CAPTURE(line);
        CHECK(holds(line, "?"));
        CHECK(seen.insert(line).second);
      }
    }
}

TEST_CASE("people of whom the same is to be asked stand under one heading and are asked apart", "[cli][ask]") {
  const std::string page = run_kreds({"ask", cases + "stor.json"}).out;
  const std::string line = "Hvordan kender du Selma, og hvem betyder noget for Selma? (på kortet,";
  const auto first = page.find(line);
  REQUIRE(first != std::string::npos);
  CHECK(holds(page, "Til hver for sig: Amina (støttekontaktperson), Erik (skoleleder)"));
  CHECK(page.find(line, page.find(line, first + 1) + 1) == std::string::npos);  // professionals and others
  // Nobody can talk with somebody whom they do not know.
  const auto municipality = page.find("Kommunens eget arbejde");
  CHECK(page.find("Navn ukendt (mors veninde fra højskolen): find ud af, hvem det er") > municipality);
}
