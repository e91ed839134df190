// kreds explain
#include <catch2/catch.hpp>

#include "kreds.hpp"

using namespace kreds::testing;

TEST_CASE("the explanations of the shipped cases read as accepted", "[cli][explain][golden]") {
  check_golden("explain/liam-karen.txt", run_kreds({"explain", liam, "Karen"}).out);
  check_golden("explain/liam-pair.txt", run_kreds({"explain", liam, "Line", "Mikkel"}).out);
  check_golden("explain/freja-pair.en.txt",
               run_kreds({"explain", cases + "stor.json", "Ellen", "Signe", "--lang", "en"}).out);
}

TEST_CASE("a household is meant by its name or its id or by somebody who lives there", "[cli][explain]") {
  const std::string page = run_kreds({"explain", liam, "Karen"}).out;
  CHECK(page.find("Sådan er »Karen og Ole« regnet ud") != std::string::npos);
  for (const std::string words : {"karen og ole", "KAREN", "ole", "Ole"}) {
    CAPTURE(words);
    CHECK(run_kreds({"explain", liam, words}).out == page);
  }
}

TEST_CASE("two households are compared the same way in either order", "[cli][explain]") {
  CHECK(run_kreds({"explain", liam, "Line", "Mikkel"}).out == run_kreds({"explain", liam, "Mikkel", "Line"}).out);
}

TEST_CASE("each sum on an explanation comes out when it is worked again", "[cli][explain]") {
  const TemporaryFolder folder;
  for (const auto& [name, household] :
       {std::pair("liam", "Karen"), {"liam", "Mikkel"}, {"liam", "Line"}, {"stor", "Ellen"}, {"stor", "Torben"}}) {
    write_file(folder / "page.txt", run_kreds({"explain", cases + name + ".json", household}).out);
    // Worked by another program, from the printed figures alone, with fractions.
    const RunResult result = run_program({"python3", "-c", R"(
import re, sys
from fractions import Fraction as F
text = re.sub(r'\s+', ' ', open(sys.argv[1], encoding='utf-8').read())
number = lambda s: F(s.replace(',', '.'))
half = F(1, 20000)
sums = re.findall(r'((?:\d,\d{4} · \d,\d{4} \+ )+)(\d,\d{4}) · ½ = (\d,\d{4}); mindst (\d,\d{4}), højst (\d,\d{4})', text)
assert sums
for terms, open_part, central, low, high in sums:
    pairs = [(number(a), number(b)) for a, b in re.findall(r'(\d,\d{4}) · (\d,\d{4})', terms)]
    slack = half * (2 * len(pairs) + 3)
    p0 = number(open_part)
    assert abs(sum(a for a, b in pairs) + p0 - 1) <= slack, terms
    assert abs(sum(a * b for a, b in pairs) + p0 / 2 - number(central)) <= slack, terms
    assert number(low) <= number(central) <= number(high)
counts = re.findall(r'Tæller (\d,\d{3}) · 2\^\(−(\d+,\d{2})/(\d+)\) = (\d,\d{4})', text)
for r, age, h, weight in counts:
    assert abs(float(number(r)) * 2 ** (-float(number(age)) / float(h)) - float(number(weight))) < 0.0015, (r, age, h)
rows = re.findall(r'(\d+)/(\d+) +(\d,\d{4}) +(\d,\d{4})', text)
assert len(rows) > 20
for n, d, value, amount in rows:
    assert abs(F(int(n), int(d)) * number(value) - number(amount)) <= 2 * half, (n, d)
total = number(re.search(r'I alt 1 (\d,\d{4})', text).group(1))
assert abs(sum(number(r[3]) for r in rows) - total) <= half * (len(rows) + 1)
assert sum(F(int(r[0]), int(r[1])) for r in rows) == 1
print('fine')
)",
                                          folder / "page.txt"});
    CAPTURE(name, household, result.err);
    CHECK(result.out == "fine\n");
  }
}

TEST_CASE("what is not a household is told with those that are", "[cli][explain]") {
  const RunResult result = run_kreds({"explain", liam, "Bodil"});
  CHECK(result.exit_code == 1);
  CHECK(result.out.empty());
  CHECK(result.err.find("Det er ikke klart, hvilken husstand »Bodil« er. Der er: »Mikkel og Sara«, »Line og Jonas«, "
                        "»Karen og Ole«, »Peter«.") != std::string::npos);
  CHECK(run_kreds({"explain", liam, "Karen", "Ole"}).exit_code == 1);
}

TEST_CASE("an explanation without a household or for the family is wrong usage", "[cli][explain]") {
  CHECK(run_kreds({"explain", liam}).exit_code == 2);
  CHECK(run_kreds({"explain", liam, "Karen", "Line", "Mikkel"}).exit_code == 2);
  for (const std::string audience : {"family", "casefile", "person:karen"})
    CHECK(run_kreds({"explain", liam, "Karen", "--audience", audience}).exit_code == 2);
}
