// What was written and may not have been meant.
#include <catch2/catch.hpp>

#include "desk.hpp"
#include "kreds/editing/circles.hpp"

using namespace kreds;
using namespace kreds::editing;
using namespace kreds::testing;

namespace {

/// The small case, and after its one conversation with the mother one with the grandmother.
Draft with_two_conversations(const std::string& date = "2024-05-01") {
  return done(add(small_draft(), "interview",
                  {{"date", {date}}, {"kind", {"telephone"}}, {"informants", {"Karen"}}, {"id", {"i2"}}}, desk()));
}

std::vector<std::string> codes(const Edited& edited) {
  std::vector<std::string> all;
  for (const auto& diagnostic : edited.diagnostics) all.push_back(diagnostic.code);
  return all;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("somebody who was not heard in the newest conversation is no speaker there", "[editing][doubts]") {
  const Draft draft = with_two_conversations();
  const Edited refused = add(draft, "fact", {{"text", {"hej"}}, {"by", {"mor"}}}, desk());
  CHECK_FALSE(refused.draft);
  REQUIRE(codes(refused) == Codes{"not_heard_in_newest"});
  const auto& told = refused.diagnostics.front();
  CHECK(told.arguments.at("person").text == "Anna Holm");
  CHECK(told.arguments.at("interview").text == "i2 (2024-05-01)");
  CHECK(told.arguments.at("known").text == "i1 (2024-04-01)");
  CHECK(told.place.pointer == "by");
  CHECK(codes(add(draft, "person", {{"name", {"Ib"}}, {"by", {"mor"}}}, desk())) == Codes{"not_heard_in_newest"});
  CHECK(codes(add(draft, "fact", {{"text", {"hej"}}, {"by", {"mor"}}, {"interview", {"i1"}}}, desk())).empty());
}

TEST_CASE("the child's own words in somebody else's conversation are remarked upon", "[editing][doubts]") {
  const Draft draft = with_two_conversations();
  const GivenFields ring = {{"between", {"Bo,Karen"}}, {"ring", {"1"}}};
  const Edited placed = add(draft, "tie", ring, desk());
  REQUIRE(placed.draft);
  REQUIRE(codes(placed) == Codes{"speaker_not_heard"});
  CHECK(placed.diagnostics.front().severity == document::Severity::warning);
  CHECK(placed.diagnostics.front().arguments.at("person").text == "Bo");
  CHECK_FALSE(placed.diagnostics.front().arguments.contains("known"));  // he was heard nowhere yet
  const GivenFields wish = {{"topic", {"contact"}}, {"target", {"Karen"}}, {"view", {"first_wish"}}};
  CHECK(codes(add(draft, "wish", wish, desk())) == Codes{"speaker_not_heard"});
  GivenFields own = wish, heard_of = wish;
  own.push_back({"of", {"Karen"}});
  heard_of.push_back({"hearsay", {"yes"}});
  CHECK(codes(add(draft, "wish", own, desk())).empty());
  CHECK(codes(add(draft, "wish", heard_of, desk())).empty());
  CHECK(codes(add(draft, "tie", {{"between", {"Bo,Karen"}}, {"emotional", {"3"}}}, desk())).empty());
}

TEST_CASE("whose words are quoted was heard or it is remarked upon even where the conversation was named",
          "[editing][doubts]") {
  const Draft draft = with_two_conversations();
  const auto quoting = [&](const std::string& whom) {
    return add(draft, "fact",
               {{"text", {"hun synger"}}, {"quote", {"tralala"}}, {"quote_of", {whom}}, {"interview", {"i2"}}}, desk());
  };
  CHECK(codes(quoting("mor")) == Codes{"speaker_not_heard"});
  CHECK(codes(quoting("Karen")).empty());
}

TEST_CASE("what goes into another conversation than the one written in last is remarked upon", "[editing][doubts]") {
  // The older one is typed in last: the newest by its day is still the mother's.
  const Draft draft = with_two_conversations("2024-03-15");
  const GivenFields fact = {{"text", {"hej"}}};
  const Edited added = add(draft, "fact", fact, desk());
  REQUIRE(codes(added) == Codes{"not_the_last_written"});
  CHECK(added.diagnostics.front().arguments.at("interview").text == "i1 (2024-04-01)");
  CHECK(added.diagnostics.front().arguments.at("last").text == "i2 (2024-03-15)");
  CHECK(codes(add(draft, "person", {{"name", {"Ib"}}}, desk())) == Codes{"not_the_last_written"});
  CHECK(codes(add(draft, "fact", {{"text", {"hej"}}, {"interview", {"i1"}}}, desk())).empty());
  CHECK(codes(add(with_two_conversations(), "fact", fact, desk())).empty());
}

TEST_CASE("the same written twice in one conversation is remarked upon", "[editing][doubts]") {
  const GivenFields custody = {{"parent", {"mor"}}, {"has", {"yes"}}};
  const Draft once = done(add(small_draft(), "custody", custody, desk()));
  const Edited twice = add(once, "custody", custody, desk());
  REQUIRE(twice.draft);
  REQUIRE(codes(twice) == Codes{"said_already"});
  CHECK(twice.diagnostics.front().arguments.at("known").text == "s4");
  CHECK(codes(add(once, "custody", {{"parent", {"mor"}}, {"has", {"no"}}}, desk())).empty());
  // Taken back, it does not stand there any more; told by somebody else, it is news.
  const Draft taken_back = done(withdraw(once, "s4", signature(), desk()));
  CHECK(codes(add(taken_back, "custody", custody, desk())).empty());
  const Draft other = done(
      add(once, "interview", {{"date", {"2024-05-01"}}, {"kind", {"telephone"}}, {"informants", {"Karen"}}}, desk()));
  CHECK(codes(add(other, "custody", custody, desk())).empty());
}

TEST_CASE("the same circles on the same day are remarked upon", "[editing][doubts]") {
  const CircleWords words = {{{"inderst", 1}, {"så", 2}}, {"ny"}, {"og"}, {"en"}};
  const GivenFields day = {{"date", {"2024-05-02"}}};
  const Placed once = place_circles(small_draft(), "inderst: Karen; så: mor", day, words, desk());
  CHECK(codes(once.edited).empty());
  const Draft draft = done(once.edited);
  CHECK(codes(place_circles(draft, "inderst: Karen; så: mor", day, words, desk()).edited) ==
        Codes{"conversation_already"});
  CHECK(codes(place_circles(draft, "inderst: mor; så: Karen", day, words, desk()).edited).empty());
  CHECK(
      codes(place_circles(draft, "inderst: Karen; så: mor", {{"date", {"2024-05-03"}}}, words, desk()).edited).empty());
}

TEST_CASE("nobody is born on a day to come unless expected", "[editing][doubts]") {
  CHECK(code_of(add(small_draft(), "person", {{"name", {"Ib"}}, {"birth", {"2031"}}}, desk())) == "birth_to_come");
  CHECK(code_of(add(small_draft(), "person", {{"name", {"Ib"}}, {"birth", {"2024-09-02"}}}, desk())) ==
        "birth_to_come");
  done(add(small_draft(), "person", {{"name", {"Ib"}}, {"birth", {"2024-09-01"}}}, desk()));
  done(add(small_draft(), "person", {{"name", {"Ib"}}, {"birth", {"2031"}}, {"expected", {"yes"}}}, desk()));
  CHECK(code_of(correct(small_draft(), "karen", {{"birth", {"2031"}}}, signature(), desk())) == "birth_to_come");
  CHECK(code_of(start({{"number", {"1"}}}, {{"name", {"Bo"}}, {"birth", {"2031"}}}, {}, desk())) == "birth_to_come");
}

TEST_CASE("a conversation older than what came from the file is remarked upon", "[editing][doubts]") {
  const Draft begun = done(start({{"number", {"1"}}}, {{"name", {"Bo"}}}, {}, desk()));  // on 2024-09-01
  const auto talk = [](const Draft& draft, const std::string& day) {
    return add(draft, "interview", {{"date", {day}}, {"kind", {"telephone"}}, {"informants", {"Bo"}}}, desk());
  };
  CHECK(codes(talk(begun, "2024-05-01")).empty());  // the child alone is known on any day
  const Draft with_mother = done(add(begun, "person", {{"name", {"Nina"}}, {"role", {"mor"}}}, desk()));
  const Edited older = talk(with_mother, "2024-05-01");
  REQUIRE(codes(older) == Codes{"older_than_record"});
  CHECK(older.diagnostics.front().arguments.at("id").text == "i1");
  CHECK(codes(talk(with_mother, "2024-09-01")).empty());
}
