// What was told, taken apart into items and answers.
#include <catch2/catch.hpp>

#include "kreds/comparison/told.hpp"
#include "support/case_builder.hpp"

using namespace kreds;
using namespace kreds::comparison;
using testing::CaseBuilder;

namespace {

casefile::Case told_by_two() {
  return CaseBuilder("liam born=2015-05-14")
      .people("anna role=mor; karen role=mormor")
      .on("2024-02-05 anna", "tie liam karen emotional=3 often=weekly id=s1; tie karen liam emotional=2 id=s2")
      .on("2024-03-04 karen", "tie liam karen emotional=4 conflict=not_asked id=s3")
      .build();
}

const std::vector<Told>& answers(const Current& all, ItemKind kind) {
  for (const auto& [item, told] : all)
    if (item.kind == kind) return told;
  throw std::invalid_argument("no such item");
}

}  // namespace

TEST_CASE("a tie answers as many items as it mentions", "[comparison][told]") {
  const casefile::Case c = told_by_two();
  const auto told = told_by(c.interviews[0].statements[0], c.interviews[0]);
  REQUIRE(told.size() == 2);
  CHECK(told[0].item == Item{ItemKind::emotional, {"karen", "liam"}, ""});
  CHECK(told[0].answer.number == 3);
  CHECK(told[1].item.kind == ItemKind::frequency);
  CHECK(told[1].answer.number == 52);
}

TEST_CASE("the latest word of each informant counts and of one day the lowest id", "[comparison][told]") {
  const Current all = current(told_by_two());
  const auto& emotional = answers(all, ItemKind::emotional);
  REQUIRE(emotional.size() == 2);
  // Anna said two things on one day: s1 stays. Karen's own word is beside it.
  CHECK(emotional[0].from.statement == "s1");
  CHECK(emotional[1].from.statement == "s3");
  CHECK(differ(emotional));
}

TEST_CASE("not asked is no answer that differs", "[comparison][told]") {
  Told yes, asked_not;
  yes.answer.number = 0;
  asked_not.answer.missing = casefile::NoValue::not_asked;
  CHECK_FALSE(differ({yes, asked_not}));
  CHECK_FALSE(differ({yes}));
  CHECK_FALSE(same(yes.answer, asked_not.answer));
}

TEST_CASE("words are compared only where there is nothing else", "[comparison][told]") {
  Answer a, b;
  a.words = "helt tæt";
  b.words = "tæt";
  CHECK_FALSE(same(a, b));
  a.number = b.number = 1;
  CHECK(same(a, b));
}
