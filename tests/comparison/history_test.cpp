// The statements of a case in time.
#include <catch2/catch.hpp>

#include "kreds/comparison/history.hpp"
#include "support/case_builder.hpp"

using namespace kreds;
using namespace kreds::comparison;
using testing::CaseBuilder;

namespace {

Date day(const std::string& text) {
  return casefile::parse_date(text).value();
}

casefile::Case liam() {
  casefile::Case c =
      CaseBuilder("liam born=2015-05-14")
          .people("anna role=mor; karen role=mormor; peter role=farbror")
          .households("h-karen")
          .matters("m not_to=anna")
          .on("2024-03-04 karen id=i2",
              "tie liam karen emotional=4 id=s3; tie liam karen often=daily id=s4 withdrawn=2024-04-01")
          .on("2024-02-05 anna id=i1", "tie liam karen emotional=2 id=s1; tie liam anna ring=1 id=s2")
          .on("2024-04-08 anna id=i3", "tie liam karen emotional=3 replaces=s1 id=s5; referral peter id=s6")
          .on("2024-04-10 karen id=i4", "tie liam karen conflict=2 matters=m id=s7 withdrawn=2024-04-12")
          .build();
  for (casefile::Person& p : c.people) p.source = {p.id == "peter" ? "i3" : "i1", {}, false};
  c.households.front().source = {"i1", {"anna"}, false};
  c.matters.front().source = {"i1", {"anna"}, false};
  return c;
}

History of(const std::string& date, const Id& about = {}, audience::Kind kind = audience::Kind::professional) {
  return history(liam(), {kind, {}}, testing::small_vocabulary(), day(date), about);
}

const HistoryEntry* find(const History& all, const Id& id) {
  for (const HistoryInterview& interview : all.interviews)
    for (const HistoryEntry& entry : interview.entries)
      if (entry.statement.id == id) return &entry;
  return nullptr;
}

}  // namespace

TEST_CASE("conversations come in time whatever their order in the file", "[comparison][history]") {
  const History all = of("2024-05-01");
  REQUIRE(all.interviews.size() == 4);
  CHECK(all.interviews[0].interview.id == "i1");
  CHECK(all.interviews[1].interview.id == "i2");
  CHECK(all.interviews[3].interview.id == "i4");
}

TEST_CASE("what was corrected or withdrawn stays with its mark", "[comparison][history]") {
  const History all = of("2024-05-01");
  REQUIRE(find(all, "s1"));
  REQUIRE(find(all, "s1")->taken_back);
  CHECK(find(all, "s1")->taken_back->corrected_by == "s5");
  CHECK(find(all, "s1")->taken_back->date == day("2024-04-08"));
  REQUIRE(find(all, "s4")->taken_back);
  CHECK(find(all, "s4")->taken_back->reason == "test");
  CHECK_FALSE(find(all, "s3")->taken_back);
}

TEST_CASE("a day before nothing was taken back yet", "[comparison][history]") {
  const History all = of("2024-03-31");
  CHECK_FALSE(find(all, "s1")->taken_back);
  CHECK_FALSE(find(all, "s4")->taken_back);
  CHECK(find(all, "s5") == nullptr);
}

TEST_CASE("the history of one person holds what concerns that person", "[comparison][history]") {
  const History all = of("2024-05-01", "peter");
  REQUIRE(all.interviews.size() == 1);
  CHECK(find(all, "s6"));
  REQUIRE(all.registered.size() == 1);
  CHECK(all.registered[0].id == "peter");
  CHECK(all.disagreements.empty());
}

TEST_CASE("informants who differ stand side by side with their latest word", "[comparison][history]") {
  const History all = of("2024-05-01");
  REQUIRE(all.disagreements.size() == 1);
  CHECK(all.disagreements[0].item.kind == ItemKind::emotional);
  REQUIRE(all.disagreements[0].answers.size() == 2);
  CHECK(all.disagreements[0].answers[0].answer.number == 4);
  CHECK(all.disagreements[0].answers[1].answer.number == 3);
}

TEST_CASE("the case file learns that something was taken back but not why and nothing secret",
          "[comparison][history]") {
  const History all = of("2024-05-01", {}, audience::Kind::casefile);
  REQUIRE(find(all, "s1"));
  CHECK(find(all, "s1")->taken_back->corrected_by == "s5");
  REQUIRE(find(all, "s4"));
  CHECK(find(all, "s4")->taken_back->reason.empty());
  CHECK(find(all, "s4")->taken_back->by.empty());
  CHECK(find(all, "s7") == nullptr);
  CHECK(find(of("2024-05-01"), "s7"));
}

TEST_CASE("a family gets no history", "[comparison][history]") {
  CHECK_THROWS_AS(of("2024-05-01", {}, audience::Kind::family), std::invalid_argument);
}
