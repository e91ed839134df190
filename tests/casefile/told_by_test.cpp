// A case as one of those who were heard told it.
#include "kreds/casefile/told_by.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/dangling_ids.hpp"
#include "support/random_case.hpp"
#include "support/told_case.hpp"

using namespace kreds;
using namespace kreds::casefile;
using testing::CaseBuilder;
using testing::entry;
using testing::ids_of;
using testing::statements_of;
using testing::told;

namespace {

/// Anna and Karen are heard together, then Karen alone; the father is known from the file.
Case liam() {
  Case c = told(CaseBuilder("liam born=2015-05-14")
                    .people("anna role=mor; karen role=mormor; ole; peter role=far; line role=faster")
                    .households("h-karen; h-anna")
                    .on("2024-02-05 anna karen id=i1",
                        "tie liam karen ring=2 by=anna id=s1; tie liam ole ring=3 by=karen id=s2; "
                        "residence karen h-karen id=s3")
                    .on("2024-03-04 karen id=i2", "tie liam line ring=4 id=s4; residence anna h-anna id=s5"));
  entry(c.people, "ole").source = {"i1", {"karen"}, false};
  entry(c.people, "karen").source = {"i1", {"anna", "karen"}, false};
  return c;
}

}  // namespace

TEST_CASE("one informant's case has the own statements and whom they name", "[casefile][told-by]") {
  const Case annas = as_told_by(liam(), "anna");
  CHECK(statements_of(annas) == "s1 s3");
  CHECK(ids_of(annas.people) == "liam anna karen");  // ole and line are Karen's, peter the file's
  CHECK(ids_of(annas.households) == "h-karen");
  CHECK(ids_of(annas.interviews) == "i1");
  const Case karens = as_told_by(liam(), "karen");
  CHECK(statements_of(karens) == "s2 s3 s4 s5");
  CHECK(ids_of(karens.people) == "liam anna karen ole line");
  CHECK(ids_of(karens.households) == "h-karen h-anna");
}

TEST_CASE("what was told together stands as told by the informant alone", "[casefile][told-by]") {
  const Case annas = as_told_by(liam(), "anna");
  CHECK(annas.interviews.front().informants == Ids{"anna"});
  CHECK(testing::find_statement(annas, "s3")->by == Ids{"anna"});
  CHECK(entry(const_cast<Case&>(annas).people, "karen").source == Source{"i1", {"anna"}, false});
}

TEST_CASE("somebody who was never heard told of nobody", "[casefile][told-by]") {
  const Case peters = as_told_by(liam(), "peter");
  CHECK(peters.interviews.empty());
  CHECK(ids_of(peters.people) == "liam");
}

TEST_CASE("a case as one informant told it has no dangling ids and telling it twice changes nothing",
          "[casefile][told-by]") {
  for (std::uint64_t seed = 0; seed < 120; ++seed) {
    const Case c = random_case(seed, 3 + static_cast<int>(seed % 20));
    for (const Person& person : c.people) {
      const Case one = as_told_by(c, person.id);
      CAPTURE(seed, person.id);
      // With no interview left there is none in which the child could have been told of.
      if (!one.interviews.empty()) CHECK(testing::dangling_ids(one) == std::vector<std::string>{});
      CHECK(as_told_by(one, person.id) == one);
      for (const Interview& interview : one.interviews)
        for (const Statement& s : interview.statements) {
          CHECK(s.by == Ids{person.id});
          CHECK(told_by(testing::find_statement(c, s.id)->by, person.id));
        }
    }
  }
}

TEST_CASE("statements that do not count are gone and nothing else", "[casefile][told-by]") {
  const Case c = liam();
  const Case ties =
      with_statements(c, [](const Interview&, const Statement& s) { return std::holds_alternative<Tie>(s.body); });
  CHECK(statements_of(ties) == "s1 s2 s4");
  CHECK(ties.people == c.people);
  CHECK(ties.households == c.households);
  CHECK(ties.interviews.size() == c.interviews.size());
}
