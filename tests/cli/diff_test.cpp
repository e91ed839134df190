// kreds diff and kreds history
#include <catch2/catch.hpp>
#include <set>

#include "kreds.hpp"

using namespace kreds::testing;

namespace {
bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}
}  // namespace

TEST_CASE("what has changed in the shipped cases reads as accepted", "[cli][diff][golden]") {
  check_golden("diff/liam.txt", run_kreds({"diff", liam, "--from", "2024-02-12"}).out);
  check_golden("diff/liam.en.txt", run_kreds({"diff", liam, "--from", "2024-03-04", "--lang", "en"}).out);
  check_golden("diff/freja.txt",
               run_kreds({"diff", cases + "freja.json", "--from", "2023-10-04", "--to", "2023-11-22"}).out);
  check_golden("diff/stor.txt", run_kreds({"diff", cases + "stor.json", "--from", "2024-02-07"}).out);
  check_golden("diff/freja-casefile.txt",
               run_kreds({"diff", cases + "freja.json", "--from", "2023-10-04", "--audience", "casefile"}).out);
}

TEST_CASE("a family learns who has come and nothing else", "[cli][diff]") {
  const RunResult family = run_kreds({"diff", liam, "--from", "2024-02-12", "--audience", "family"});
  CHECK(family.exit_code == 0);
  CHECK(family.out ==
        "Hvad der har ændret sig\nLiam · fra 12. februar 2024 til 23. april 2024\n\nKommet til\n   – Sara (papfars "
        "kæreste)\n   – et barn, der ventes (papfars barn)\n");
}

TEST_CASE("two files of one case are compared as two days of one", "[cli][diff]") {
  const RunResult days = run_kreds({"diff", liam, "--from", "2024-02-12", "--json"});
  const RunResult files = run_kreds({"diff", liam, liam, "--from", "2024-02-12", "--json"});
  CHECK(days.exit_code == 0);
  CHECK(days.out == files.out);
  const RunResult same = run_kreds({"diff", liam, liam});
  CHECK(has(same.out, "spørgsmål er stadig åbne"));
  CHECK_FALSE(has(same.out, "Kommet til"));
}

TEST_CASE("two children are refused and so is a diff without a day", "[cli][diff]") {
  const RunResult other = run_kreds({"diff", liam, cases + "freja.json"});
  CHECK(other.exit_code == 1);
  CHECK(other.err == "kreds: De to filer er ikke om det samme barn, så de kan ikke sammenlignes.\n");
  CHECK(run_kreds({"diff", liam}).exit_code == 2);
  CHECK(run_kreds({"diff", liam, "--from", "2024-05-01", "--to", "2024-04-01"}).exit_code == 2);
  CHECK(run_kreds({"diff", liam, "--from", "i går"}).exit_code == 2);
}

TEST_CASE("the order is for professionals and the case file has no word of it", "[cli][diff]") {
  const RunResult casefile = run_kreds({"diff", liam, "--from", "2024-02-12", "--audience", "casefile", "--json"});
  CHECK(has(casefile.out, "\"order\": null"));
  CHECK(has(casefile.out, "\"answered\": []"));
}

TEST_CASE("the history of the shipped cases reads as accepted", "[cli][history][golden]") {
  check_golden("history/liam-mikkel.txt", run_kreds({"history", liam, "Mikkel"}).out);
  check_golden("history/liam-karen.en.txt", run_kreds({"history", liam, "karen og ole", "--lang", "en"}).out);
  check_golden("history/stor.txt", run_kreds({"history", cases + "stor.json"}).out);
  check_golden("history/stor-casefile.txt", run_kreds({"history", cases + "stor.json", "--audience", "casefile"}).out);
}

TEST_CASE("what Liam's mother must not be told is in no history for the case file", "[cli][history]") {
  const RunResult all = run_kreds({"history", liam, "mikkel"});
  const RunResult casefile = run_kreds({"history", liam, "mikkel", "--audience", "casefile"});
  CHECK(has(all.out, "pizza"));
  CHECK(casefile.exit_code == 0);
  CHECK_FALSE(has(casefile.out, "pizza"));
}

TEST_CASE("a name that nobody has is told with those that there are", "[cli][history]") {
  const RunResult nobody = run_kreds({"history", liam, "Bente"});
  CHECK(nobody.exit_code == 1);
  CHECK(has(nobody.err, "»Bente«"));
  CHECK(has(nobody.err, "Karen og Ole"));
  CHECK(run_kreds({"history", liam, "--audience", "family"}).exit_code == 2);
}

TEST_CASE("what has been answered tells who was asked and stands once", "[cli][diff]") {
  const std::string page = run_kreds({"diff", cases + "freja.json", "--from", "2023-09-06"}).out;
  const auto begin = page.find("\nBesvaret\n"), end = page.find("\nÅbent nu\n");
  REQUIRE(begin != std::string::npos);
  REQUIRE(end != std::string::npos);
  std::string answered = page.substr(begin + 10, end - begin - 10);
  for (std::size_t at = answered.find("\n     "); at != std::string::npos; at = answered.find("\n     "))
    answered.replace(at, 6, " ");
  std::set<std::string> seen;
  for (std::size_t at = 0; at < answered.size(); at = answered.find('\n', at) + 1) {
    const std::string line = answered.substr(at, answered.find('\n', at) - at);
    CAPTURE(line);
    CHECK(seen.insert(line).second);
    if (answered.find('\n', at) == std::string::npos) break;
  }
  for (const char* words :
       {"– Bente: Må kommunen indhente straffeattesten på dig?",
        "– Søren: Må kommunen indhente straffeattesten på dig?", "– Thomas er nu hørt (13. september 2023)"})
    CHECK(answered.find(words) != std::string::npos);
  CHECK(answered.find("ikke hørt") == std::string::npos);
}
