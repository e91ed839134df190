// kreds rank
#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <filesystem>

#include "kreds.hpp"

using namespace kreds::testing;

namespace {
std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

bool has_word(const std::string& text, const std::string& word) {
  const auto letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0; };
  for (std::size_t at = 0; (at = text.find(word, at)) != std::string::npos; ++at)
    if ((at == 0 || !letter(text[at - 1])) && (at + word.size() == text.size() || !letter(text[at + word.size()])))
      return true;
  return false;
}

/// Words that make a person of a family into a number or a verdict.
std::vector<std::string> never(const std::string& language) {
  // »Point« is innocent in English: people point to others.
  if (language == "en")
    return {"score", "scores", "scored", "chance", "chances", "unfit", "unsuitable", "disqualified"};
  return {"score",  "scoren",  "scorer", "point",   "pointene", "egnet",          "uegnet",
          "egnede", "uegnede", "chance", "chancen", "chancer",  "diskvalificeret"};
}
}  // namespace

TEST_CASE("the order of the shipped cases reads as accepted", "[cli][rank][golden]") {
  for (const std::string name : {"liam", "freja", "lille", "stor"}) {
    const RunResult page = run_kreds({"rank", cases + name + ".json"});
    CAPTURE(name);
    CHECK(page.exit_code == 0);
    check_golden("rank/" + name + ".txt", page.out);
    check_golden("rank/" + name + ".json", run_kreds({"rank", cases + name + ".json", "--json"}).out);
  }
  check_golden("rank/liam.en.txt", run_kreds({"rank", liam, "--lang", "en"}).out);
  check_golden("rank/liam-numbers.txt", run_kreds({"rank", liam, "--numbers"}).out);
  check_golden("rank/liam.csv", run_kreds({"rank", liam, "--csv"}).out);
  check_golden("rank/liam-2024-03-05.txt", run_kreds({"rank", liam, "--as-of", "2024-03-05"}).out);
}

TEST_CASE("no output and no label turns a family into points or a verdict", "[cli][rank]") {
  for (const std::string language : {"da", "en"}) {
    std::vector<std::string> outputs = {bytes_of(KREDS_ROOT "/data/labels/" + language + ".json")};
    for (const std::string name : {"liam", "freja", "lille", "stor"})
      for (const std::string command : {"rank", "stats"})
        for (const std::string form : {"", "--csv", "--json"}) {
          std::vector<std::string> arguments = {command, cases + name + ".json", "--lang", language};
          if (!form.empty()) arguments.push_back(form);
          if (form.empty() && command == "rank") arguments.emplace_back("--numbers");
          outputs.push_back(run_kreds(arguments).out);
        }
    for (const auto& [name, household] : {std::pair("liam", "Karen"), {"stor", "Ellen"}}) {
      outputs.push_back(run_kreds({"ask", cases + name + ".json", "--lang", language}).out);
      outputs.push_back(run_kreds({"explain", cases + name + ".json", household, "--lang", language}).out);
    }
    for (const std::string& output : outputs) {
      REQUIRE(!output.empty());
      const std::string text = lower(output);
      for (const std::string& word : never(language)) {
        CAPTURE(language, word, output.substr(0, 60));
        CHECK(!has_word(text, word));
      }
    }
  }
}

TEST_CASE("the head and the standing sentence and the day stand on every page", "[cli][rank]") {
  const std::string page = run_kreds({"rank", liam}).out;
  CHECK(page.rfind("Må ikke vises på netværksmødet.\n", 0) == 0);
  CHECK(page.find("Oversigten samler, hvad der er fortalt og undersøgt indtil 23. april 2024.") != std::string::npos);
  CHECK(page.find("opgjort 23. april 2024") != std::string::npos);
  CHECK(page.find("Kommunen vurderer, afgør og begrunder selv.") != std::string::npos);
}

TEST_CASE("alerts and requirements come before everything that is weighed", "[cli][rank]") {
  const std::string page = run_kreds({"rank", liam, "--numbers"}).out;
  for (std::size_t at = 0; (at = page.find("\n   Krav ", at)) != std::string::npos; ++at) {
    const auto alert = page.find("\n   Obs ", at), favour = page.find("\n   Taler for", at),
               next = page.find("\n   Krav ", at + 1), numbers = page.find("Tal fra 0 til 1.", at);
    CHECK(numbers < next);
    CHECK((favour == std::string::npos || at < favour));
    // The next alert belongs to the next household: it stands after this one's numbers.
    CHECK((alert == std::string::npos || alert > numbers));
  }
}

TEST_CASE("numbers are on the page only when they are asked for", "[cli][rank]") {
  const std::string plain = run_kreds({"rank", liam}).out, numbers = run_kreds({"rank", liam, "--numbers"}).out;
  CHECK(plain.find("0,") == std::string::npos);
  CHECK(plain.find(" %") == std::string::npos);
  CHECK(numbers.find("Tallet siger ikke, hvor sandsynligt det er, at det går godt.") != std::string::npos);
  CHECK(numbers.find("I alt ") != std::string::npos);
}

TEST_CASE("the contributions of a household add up to its value", "[cli][rank]") {
  const TemporaryFolder folder;
  write_file(folder / "rank.json", run_kreds({"rank", liam, "--json"}).out);
  // A reader of its own, so that the numbers are checked as another program sees them.
  const RunResult result = run_program({"python3", "-c", R"(
import json, sys
from fractions import Fraction
d = json.load(open(sys.argv[1], encoding='utf-8'))
weights = {w['factor']: Fraction(w['overall']['numerator'], w['overall']['denominator']) for w in d['weights']}
assert sum(weights.values()) == 1, sum(weights.values())
assert len(d['households']) >= 4
for h in d['households']:
    assert abs(sum(c['amount'] for c in h['contributions']) - h['value']['central']) < 1e-9, h['id']
    assert h['value']['low'] <= h['value']['central'] <= h['value']['high'], h['id']
    for c in h['contributions']:
        assert abs(float(weights[c['factor']]) * c['value']['central'] - c['amount']) < 1e-9
    assert {f['factor'] for f in h['factors']} == set(weights)
print('fine')
)",
                                        folder / "rank.json"});
  CHECK(result.err.empty());
  CHECK(result.out == "fine\n");
}

TEST_CASE("the JSON of order and figures fits its schema", "[cli][rank][schema]") {
  const TemporaryFolder folder;
  for (const std::string command : {"rank", "stats"})
    for (const std::string name : {"liam", "freja", "lille", "stor"}) {
      const std::string file = folder / (command + name + ".json");
      write_file(file, run_kreds({command, cases + name + ".json", "--json"}).out);
      const RunResult result =
          run_program({"python3", "-c",
                       "import json, sys, jsonschema\n"
                       "schema = json.load(open(sys.argv[1], encoding='utf-8'))\n"
                       "jsonschema.Draft202012Validator.check_schema(schema)\n"
                       "for e in jsonschema.Draft202012Validator(schema).iter_errors(json.load(open(sys.argv[2], "
                       "encoding='utf-8'))): print(list(e.absolute_path), e.message[:200])\n",
                       KREDS_ROOT "/data/schema/" + command + ".schema.json", file});
      CAPTURE(command, name);
      CHECK(result.exit_code == 0);
      CHECK(result.err.empty());
      CHECK(result.out.empty());
    }
}

TEST_CASE("the table has a row for each household and factor in Danish form", "[cli][rank][csv]") {
  const RunResult result = run_kreds({"rank", liam, "--csv"});
  CHECK(result.exit_code == 0);
  CHECK(result.out.rfind("\xEF\xBB\xBFsag;sagens version;opgjort;husstand;plads i rækkefølgen;", 0) == 0);
  const auto rows = std::count(result.out.begin(), result.out.end(), '\n');
  // Four households, each with the factors that apply to Liam (all 25 but siblings), and the head.
  CHECK(rows == 1 + 4 * 24);
  CHECK(std::count(result.out.begin(), result.out.end(), '\r') == rows);
  CHECK(result.out.find("0,45;") != std::string::npos);
}

TEST_CASE("an old newest conversation is told on standard error", "[cli][rank]") {
  const auto told = [](const std::string& today, std::vector<std::string> more = {}) {
    RunOptions options;
    options.environment["KREDS_TODAY"] = today;
    more.insert(more.begin(), {"rank", liam});
    const RunResult result = run_kreds(more, options);
    CHECK(result.exit_code == 0);
    return result.err;
  };
  CHECK(told("2024-10-20").empty());
  CHECK(told("2024-10-25") == "kreds: Nyeste samtale er 6 måneder gammel (23. april 2024).\n");
  CHECK(told("2029-05-01") == "kreds: Nyeste samtale er 5 år gammel (23. april 2024).\n");
  CHECK(told("2029-05-01", {"--lang", "en"}) == "kreds: The newest interview is 5 years old (23 April 2024).\n");
  // Asked for a day, it is that day that counts.
  CHECK(told("2029-05-01", {"--as-of", "2024-05-01"}).empty());
}

TEST_CASE("the order does not depend on the day of today", "[cli][rank]") {
  RunOptions later;
  later.environment["KREDS_TODAY"] = "2031-01-01";
  CHECK(run_kreds({"rank", liam, "--json"}, later).out == run_kreds({"rank", liam, "--json"}).out);
}

TEST_CASE("a day before the first conversation is told", "[cli][rank]") {
  const RunResult result = run_kreds({"rank", liam, "--as-of", "2019-01-01"});
  CHECK(result.exit_code == 1);
  CHECK(result.out.empty());
  CHECK(result.err == "kreds: Der er ingen samtale fra den 1. januar 2019 eller før, som målgruppen må kende.\n");
}

TEST_CASE("a case that cannot be read is told on standard error alone", "[cli][rank]") {
  const RunResult result = run_kreds({"rank", "/findes/ikke.json"});
  CHECK(result.exit_code == 1);
  CHECK(result.out.empty());
  CHECK(result.err.rfind("/findes/ikke.json: fejl: ", 0) == 0);
}

TEST_CASE("hostile names reach neither terminal nor spreadsheet as commands", "[cli][rank]") {
  const TemporaryFolder folder;
  for (const char* name : {"=cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "+45", "\\u001b[2J\\u009b31m", "Anna\\nI alt 1",
                           "\\u202eannA", "a;b\\\"c"}) {
    write_file(folder / "sag.json", case_with_name(name));
    CAPTURE(name);
    for (const std::string command : {"rank", "stats"})
      for (const std::string form : {"", "--csv", "--json"}) {
        std::vector<std::string> arguments = {command, folder / "sag.json"};
        if (!form.empty()) arguments.push_back(form);
        const RunResult result = run_kreds(arguments);
        CAPTURE(command, form, result.err);
        CHECK(!steers_a_terminal(result.out));
        CHECK(!steers_a_terminal(result.err));
        if (form == "--csv")
          for (const std::string start : {";=", ";@", ";-2", ";+", "\n="})
            CHECK(result.out.find(start) == std::string::npos);
        if (form.empty()) CHECK(result.out.find("\nI alt 1") == std::string::npos);
      }
  }
}

TEST_CASE("parents who are known by what they are called count as not heard and none known is told", "[cli][rank]") {
  const TemporaryFolder folder;
  const std::string file = folder / "bo.json";
  const auto run = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin() + 1, file);
    const RunResult result = run_kreds(arguments);
    REQUIRE(result.exit_code == 0);
    return result.out;
  };
  run({"new", "--number", "1", "--child", "Bo", "--birth", "2015", "--date", "2024-02-01"});
  run({"add", "interview", "--date", "2024-02-05", "--kind", "telefon", "--informants", "Bo"});
  CHECK(run({"rank"}).find("Der står ingen forældre") != std::string::npos);
  run({"add", "person", "--name", "Nina", "--role", "mor"});
  const std::string page = run({"rank"});
  CHECK(page.find("Ikke hørt endnu: Nina (mor).") != std::string::npos);
  // Freja's father was heard by telephone: until then he is missed, from then on he is not.
  const auto freja_on = [&](const std::string& day) {
    return run_kreds({"rank", cases + "freja.json", "--as-of", day}).out;
  };
  CHECK(freja_on("2023-09-12").find("Ikke hørt endnu: Thomas (far)") != std::string::npos);
  CHECK(freja_on("2023-11-22").find("Ikke hørt endnu") == std::string::npos);
}
