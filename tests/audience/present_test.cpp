#include "kreds/audience/present.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "kreds/casefile/read.hpp"
#include "kreds/casefile/write.hpp"
#include "support/dangling_ids.hpp"
#include "support/dice.hpp"
#include "support/random_case.hpp"
#include "support/room_secrets.hpp"
#include "support/secret_case.hpp"
#include "support/told_case.hpp"
#include "support/unique_texts.hpp"

namespace {

using namespace kreds;
using namespace kreds::testing;
using audience::for_people_present;
using audience::held_back;
using audience::HeldBack;
using audience::HeldReason;
using casefile::Case;
using casefile::Date;
using casefile::Id;
using casefile::Ids;

const casefile::Vocabulary& vocabulary() {
  static const casefile::Vocabulary v = casefile::load_vocabulary(KREDS_ROOT "/data");
  return v;
}

Case room_sees(const Case& c, const Ids& room, const char* on = "2024-06-01") {
  Case seen = for_people_present(c, room, small_vocabulary(), day(on));
  CHECK(dangling_ids(seen) == std::vector<std::string>{});
  return seen;
}
HeldBack back(const Case& c, const Ids& room, const char* on = "2024-06-01") {
  return held_back(c, room, small_vocabulary(), day(on));
}

CaseBuilder people() {
  return CaseBuilder("liam born=2015-05-14")
      .people("anna role=mor; karen role=mormor; mikkel role=papfar; line role=moster")
      .households("h-karen; h-mikkel");
}

// --- the shipped cases with a secret from everybody ----------------------------------------------------

struct Shipped {
  std::string name;
  Case c;
  Date as_of;
};

const std::vector<Shipped>& shipped_cases() {
  static const std::vector<Shipped> cases = [] {
    std::vector<Shipped> found;
    for (const char* name : {"lille", "freja", "liam", "stor"}) {
      const std::string path = std::string(KREDS_ROOT "/data/cases/") + name + ".json";
      const auto read = casefile::read_case_file(path, vocabulary(), day("2026-01-01"));
      found.push_back({name, unique_texts(*read.value).c, *casefile::newest_interview(*read.value)});
    }
    return found;
  }();
  return cases;
}

Ids some_of(const Ids& ids, std::size_t count, Dice& dice) {
  Ids left = ids, chosen;
  while (chosen.size() < count && !left.empty()) {
    const auto i = dice.between(0, static_cast<int>(left.size()) - 1);
    chosen.push_back(left[static_cast<std::size_t>(i)]);
    left.erase(left.begin() + i);
  }
  return chosen;
}

/// The child's words on sharing, the last one last.
std::vector<casefile::Sharing> words_on_sharing(const Case& c) {
  std::vector<casefile::Sharing> words;
  for (const auto& interview : c.interviews)
    for (const auto& s : interview.statements)
      if (const auto* sharing = std::get_if<casefile::Sharing>(&s.body)) words.push_back(*sharing);
  return words;
}

bool has_rings(const Case& seen) {
  return std::any_of(seen.interviews.begin(), seen.interviews.end(), [](const auto& i) {
    return std::any_of(i.statements.begin(), i.statements.end(),
                       [](const auto& s) { return std::holds_alternative<casefile::Tie>(s.body); });
  });
}

/// What a picture can be made of.
std::set<Id> ids_in(const Case& c) {
  std::set<Id> ids;
  for (const auto& p : c.people) ids.insert(p.id);
  for (const auto& h : c.households) ids.insert(h.id);
  for (const auto& i : c.interviews) {
    ids.insert(i.id);
    for (const auto& s : i.statements) ids.insert(s.id);
  }
  return ids;
}
bool no_more_than(const Case& larger_room, const Case& smaller_room) {
  const auto more = ids_in(larger_room), less = ids_in(smaller_room);
  return std::includes(less.begin(), less.end(), more.begin(), more.end());
}

/// No correction and no newer word, by which what is hidden from the newcomer alone would leave the older one standing.
Case without_second_words(Case c) {
  for (auto& interview : c.interviews)
    for (auto& s : interview.statements) {
      s.replaces.clear();
      const auto* tie = std::get_if<casefile::Tie>(&s.body);
      if ((tie && tie->ring.mentioned()) || std::holds_alternative<casefile::Residence>(s.body)) s.matters.clear();
    }
  return c;
}

}  // namespace

TEST_CASE("a matter is hidden only from a room with somebody who must not be told", "[present]") {
  const Case c = told(people().matters("m title=Hemmeligt not_to=anna,line").on("2024-02-05 karen", R"(
    parent id=open karen anna
    residence id=secret mikkel h-mikkel matters=m)"));
  CHECK(statements_of(room_sees(c, {"karen"})) == "open secret");
  CHECK(statements_of(room_sees(c, {"karen", "mikkel", "liam"})) == "open secret");
  CHECK(statements_of(room_sees(c, {"karen", "anna"})) == "open");
  CHECK(statements_of(room_sees(c, {"line"})) == "open");
  CHECK(statements_of(room_sees(c, {"a-neighbour"})) == "open");  // nobody can tell to whom such a guest belongs
  CHECK(statements_of(room_sees(c, {})) == "open");               // nobody has said who will be there
}

TEST_CASE("whoever is there a person who may not be shown is absent and a parents professional too", "[present]") {
  const Case c = told(people().people("kim hidden; rita role=rådgiver professional_of=anna"));
  for (const Ids& room : {Ids{"karen"}, Ids{"kim"}, Ids{"rita", "anna"}})
    CHECK(ids_of(room_sees(c, room).people) == "liam anna karen mikkel line");
}

TEST_CASE("the picture of a room is otherwise that of a family", "[present]") {
  const Case c = told(people().on("2024-02-05 anna", R"(
    tie liam karen ring=1 emotional=4 conflict=2; parent id=parent karen anna; home h-karen place=Sindal
    wish first_wish h-karen; assessment h-karen commitment level=3; fact x about=karen)"));
  CHECK(statements_of(room_sees(c, {"karen"})) == "parent");
  CHECK(room_sees(c, {"karen"}) ==
        audience::for_audience(c, {audience::Kind::family, {}}, small_vocabulary(), day("2024-06-01")));
}

TEST_CASE("rings are shown if the child said yes to everyone who is there", "[present][rings]") {
  const auto with = [](const char* sharing, const Ids& room) {
    return statements_of(room_sees(
        told(people().on("2024-02-12 liam", "tie id=r liam karen ring=1").on("2024-03-01 liam anna", sharing)), room));
  };
  CHECK(with("sharing id=y yes with=anna,karen by=liam", {"anna"}) == "r y");
  CHECK(with("sharing id=y yes with=anna,karen by=liam", {"anna", "karen"}) == "r y");
  CHECK(with("sharing id=y yes with=anna,karen by=liam", {"liam", "karen"}) == "r y");
  CHECK(with("sharing id=y yes with=anna,karen by=liam", {"liam"}) == "r y");
  CHECK(with("sharing yes with=anna,karen by=liam", {"anna", "karen", "line"}).empty());
  CHECK(with("sharing yes with=anna,karen by=liam", {"a-neighbour"}).empty());
  CHECK(with("sharing yes with=anna,karen by=liam", {}).empty());
  CHECK(with("sharing id=y yes everyone by=liam", {"anna", "a-neighbour"}) == "r y");
  CHECK(with("sharing no with=anna by=liam", {"anna"}).empty());
  CHECK(with("sharing yes with=anna by=anna", {"anna"}).empty());  // not the child's own word
  CHECK(with("sharing yes with=anna by=liam hearsay", {"anna"}).empty());
  CHECK(with("sharing yes with=anna by=liam unsure", {"anna"}).empty());
  CHECK(with("fact x about=karen", {"liam"}).empty());
  // The last word counts as it stands; of one day all must agree.
  CHECK(with("sharing yes with=anna by=liam; sharing yes with=karen by=liam", {"anna"}).empty());
  CHECK(with("sharing yes with=anna by=liam; sharing no by=liam", {"anna"}).empty());
}

TEST_CASE("a later word on sharing replaces the earlier and a secret one takes both away", "[present][rings]") {
  const auto builder = people()
                           .matters("m title=Nej not_to=anna")
                           .on("2024-02-12 liam", "tie id=r liam karen ring=1")
                           .on("2024-03-01 liam", "sharing id=y1 yes with=anna,karen")
                           .on("2024-04-01 liam", "sharing id=y2 yes with=karen");
  CHECK(statements_of(room_sees(told(builder), {"anna"})).empty());
  CHECK(statements_of(room_sees(told(builder), {"karen"})) == "r y1 y2");
  CHECK(statements_of(room_sees(told(builder), {"anna"}, "2024-03-15")).empty());  // taken back later counts at once
  CHECK(statements_of(room_sees(told(builder), {"karen"}, "2024-03-15")) == "r y1");
  auto secret = people()
                    .matters("m title=Nej not_to=anna")
                    .on("2024-02-12 liam", "tie id=r liam karen ring=1")
                    .on("2024-03-01 liam", "sharing id=y1 yes everyone")
                    .on("2024-04-01 liam", "sharing id=y2 yes with=karen matters=m");
  CHECK(statements_of(room_sees(told(secret), {"anna"})).empty());
  CHECK(statements_of(room_sees(told(secret), {"anna", "karen"})).empty());
  CHECK(statements_of(room_sees(told(secret), {"karen"})) == "r y1 y2");
}

TEST_CASE("in no room of up to four is anything told that one of them must not be told", "[present][subsets]") {
  for (const Shipped& shipped : shipped_cases()) {
    const Ids all = everybody(shipped.c);
    const Case c = with_secrets_from(all, shipped.c);
    CAPTURE(shipped.name);
    const auto check = [&](const Ids& room) {
      const std::string text = casefile::to_text(for_people_present(c, room, vocabulary(), shipped.as_of));
      // Exactly the secrets from those who are not there; with nobody there, from anybody.
      const Ids wanted = room.empty() ? Ids{} : without(all, room);
      if (told_of(text, all) != wanted) {
        CAPTURE(room);
        CHECK(told_of(text, all) == wanted);
      }
      return text;
    };
    // All of four are too many in the large cases: there all pairs, or some of each size.
    const bool small = all.size() <= 20;
    each_room(all, all.size() <= 13 ? 4 : small ? 2 : 0, check);
    Dice dice(7);
    for (int k = 0; k < (small ? 40 : 15); ++k) check(some_of(all, static_cast<std::size_t>(dice.between(1, 4)), dice));
    for (int k = 0; k < (small ? 20 : 8); ++k)
      check(some_of(all, static_cast<std::size_t>(dice.between(5, static_cast<int>(all.size()))), dice));
    CHECK(told_of(check(all), all).empty());
  }
}

TEST_CASE("what the shipped cases hold back from somebody is in no room with that person", "[present][subsets]") {
  std::size_t restricted = 0;
  for (const Shipped& shipped : shipped_cases()) {
    CAPTURE(shipped.name);
    const Case& c = shipped.c;
    Ids ids = {c.child, c.people.back().id};
    for (const auto& matter : c.matters) ids = joined(ids, matter.not_to);
    REQUIRE(ids.size() <= 8);
    // Some were lifted in the end; without these words they are not.
    std::set<Id> liftings, lifted;
    for (const auto& interview : c.interviews)
      for (const auto& s : interview.statements)
        if (const auto* lifting = std::get_if<casefile::Lifting>(&s.body)) {
          liftings.insert(s.id);
          lifted.insert(lifting->matter);
        }
    const Case before = casefile::without(c, liftings);
    for (const auto& matter : before.matters) {
      const auto tokens = tokens_of(before, matter);
      restricted += tokens.size();
      each_room(ids, ids.size(), [&](const Ids& room) {
        const bool barred =
            std::any_of(matter.not_to.begin(), matter.not_to.end(), [&](const Id& id) { return holds(room, id); });
        if (!barred && !room.empty()) return;
        CAPTURE(room, matter.id);
        for (const Case* version : {&before, &c}) {
          if (version == &c && lifted.contains(matter.id)) continue;
          const std::string text = casefile::to_text(for_people_present(*version, room, vocabulary(), shipped.as_of));
          CHECK(std::none_of(tokens.begin(), tokens.end(),
                             [&](const std::string& token) { return text.find(token) != std::string::npos; }));
        }
      });
    }
  }
  CHECK(restricted > 20);
}

TEST_CASE("in the shipped cases the rings are there for just those whom the child named", "[present][rings][subsets]") {
  std::size_t shown = 0, refused = 0;
  for (const Shipped& shipped : shipped_cases()) {
    const Case& c = shipped.c;
    const auto words = words_on_sharing(c);
    const casefile::Sharing last = words.empty() ? casefile::Sharing{} : words.back();
    const Ids ids =
        joined(joined({c.child, c.people.back().id}, c.matters.empty() ? Ids{} : c.matters[0].not_to), last.with);
    each_room(ids, 3, [&](const Ids& room) {
      if (room.empty()) return;
      const bool all = last.yes && std::all_of(room.begin(), room.end(), [&](const Id& id) {
                         return last.everyone || id == c.child || holds(last.with, id);
                       });
      ++(all ? shown : refused);
      CAPTURE(shipped.name, room);
      CHECK(has_rings(for_people_present(c, room, vocabulary(), shipped.as_of)) == all);
    });
  }
  CHECK(shown > 20);
  CHECK(refused > 20);
}

TEST_CASE("a room gets what it would get had the secrets from it never been written", "[present]") {
  Dice dice(11);
  for (const Shipped& shipped : shipped_cases()) {
    const Ids all = everybody(shipped.c);
    const Case c = with_secrets_from(all, shipped.c);
    for (int k = 0; k < 12; ++k) {
      const Ids room = some_of(all, static_cast<std::size_t>(dice.between(1, std::min(8, int(all.size())))), dice);
      CAPTURE(shipped.name, room);
      const Case never_written = with_secrets_from(without(all, room), shipped.c);
      const Case seen = for_people_present(c, room, vocabulary(), shipped.as_of);
      CHECK((seen == for_people_present(never_written, room, vocabulary(), shipped.as_of)));
      CHECK(audience::newest_interview(c, room) == audience::newest_interview(never_written, room));
      // It is what a family gets from it, and asking again changes nothing.
      CHECK((seen == audience::for_audience(seen, {audience::Kind::family, {}}, vocabulary(), shipped.as_of)));
      CHECK((seen == for_people_present(seen, room, vocabulary(), shipped.as_of)));
      CHECK(dangling_ids(seen) == std::vector<std::string>{});
      const Ids turned(room.rbegin(), room.rend());
      CHECK((seen == for_people_present(c, turned, vocabulary(), shipped.as_of)));
    }
  }
}

TEST_CASE("a room with everybody in it gets nothing that a family must not know", "[present]") {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    const SecretCase pair = secret_case(seed, audience::Kind::family);
    const Ids room = everybody(pair.open);
    CAPTURE(seed);
    const Case seen = for_people_present(pair.with_secrets, room, vocabulary(), pair.as_of);
    REQUIRE((seen == for_people_present(pair.open, room, vocabulary(), pair.as_of)));
    const std::string text = casefile::to_text(seen);
    for (const std::string& token : pair.tokens) REQUIRE(text.find(token) == std::string::npos);
    if (casefile::newest_interview(pair.open) == pair.as_of)
      CHECK(audience::newest_interview(pair.with_secrets, room) == audience::newest_interview(pair.open, room));
  }
}

TEST_CASE("one more person in the room never shows more", "[present]") {
  std::vector<std::pair<Case, Date>> cases;
  for (const Shipped& shipped : shipped_cases())
    cases.emplace_back(with_secrets_from(everybody(shipped.c), shipped.c), shipped.as_of);
  std::size_t fewer = 0, rings = 0;
  for (std::uint64_t seed = 0; seed < 80; ++seed) {
    const Case c = without_second_words(casefile::random_case(seed, 10));
    cases.emplace_back(c, *casefile::newest_interview(c));
  }
  Dice dice(3);
  for (const auto& [c, as_of] : cases) {
    const Ids order = some_of(everybody(c), 7, dice);
    Case before = for_people_present(c, {order.data(), 1}, vocabulary(), as_of);
    for (std::size_t count = 2; count <= order.size(); ++count) {
      const Case after = for_people_present(c, {order.data(), count}, vocabulary(), as_of);
      CAPTURE(c.number, order, count);
      CHECK(no_more_than(after, before));
      fewer += ids_in(after).size() < ids_in(before).size();
      before = after;
    }
    // Nor does the picture for whoever comes show more than any room does.
    CHECK(no_more_than(for_people_present(c, {}, vocabulary(), as_of), before));
    rings += statements_of(for_people_present(c, {&c.child, 1}, vocabulary(), as_of)) !=
             statements_of(for_people_present(c, {}, vocabulary(), as_of));
  }
  CHECK(fewer > 20);
  CHECK(rings > 5);
}

// --- what is held back ---------------------------------------------------------------------------------

TEST_CASE("the one who shows it is told which matters are held back because of whom", "[present][held]") {
  const Case c = told(people()
                          .matters("m title=Et not_to=anna,line; n title=To not_to=karen; open title=Tre")
                          .matters("lifted title=Fire not_to=anna")
                          .on("2024-02-05 liam", R"(
    tie id=t liam mikkel emotional=4 matters=m; fact id=f x about=mikkel matters=m,n; lifting lifted)"));
  CHECK(back(c, {"anna", "karen"}).matters ==
        std::vector<audience::HeldMatter>{{"m", {"anna"}, {"line"}, {"t", "f"}}, {"n", {"karen"}, {}, {"f"}}});
  CHECK(back(c, {"mikkel"}).matters ==
        std::vector<audience::HeldMatter>{{"m", {}, {"anna", "line"}, {"t", "f"}}, {"n", {}, {"karen"}, {"f"}}});
  CHECK(back(c, {}).matters[0].because_of == Ids{"anna", "line"});  // whoever may come
}

TEST_CASE("the one who shows it is told who is left out and why", "[present][held]") {
  const Case c = told(people()
                          .people("kim hidden; rita role=rådgiver professional_of=anna; ven matters=m; bo")
                          .households("h-ven; h-kim")
                          .matters("m title=Et not_to=anna")
                          .on("2024-02-05 liam", "residence ven h-ven matters=m; residence kim h-kim"));
  const HeldBack held = back(c, {"anna", "karen"});
  using Entry = audience::HeldEntry;
  CHECK(held.people == std::vector<Entry>{{"kim", HeldReason::do_not_show, {}},
                                          {"rita", HeldReason::parents_professional, {}},
                                          {"ven", HeldReason::matter, {"anna"}}});
  CHECK(held.households == std::vector<Entry>{{"h-ven", HeldReason::follows, {}}, {"h-kim", HeldReason::follows, {}}});
  CHECK(back(c, {"karen"}).people.size() == 2);
  CHECK(back(c, {"karen"}).households == std::vector<Entry>{{"h-kim", HeldReason::follows, {}}});
}

TEST_CASE("the one who shows it is told whose yes is missing", "[present][held]") {
  const auto rings = [](const char* sharing, const Ids& room) {
    return back(told(people().on("2024-02-12 liam", "tie liam karen ring=1").on("2024-03-01 liam", sharing)), room)
        .rings;
  };
  using Rings = audience::HeldRings;
  CHECK(rings("sharing id=y yes with=anna", {"anna", "liam"}) == Rings{true, {}, {"y"}});
  CHECK(rings("sharing id=y yes with=anna", {"anna", "line", "karen"}) == Rings{false, {"karen", "line"}, {"y"}});
  CHECK(rings("sharing id=y yes everyone", {"anna", "a-neighbour"}) == Rings{true, {}, {"y"}});
  CHECK(rings("sharing id=n no", {"anna", "liam"}) == Rings{false, {"anna"}, {"n"}});
  CHECK(rings("fact x about=anna", {"anna"}) == Rings{false, {"anna"}, {}});
}

TEST_CASE("the one who shows it is told who of those there are in conflict", "[present][held]") {
  const Case c = told(people()
                          .matters("m title=Et not_to=anna")
                          .on("2024-01-05 anna", "tie id=a1 anna line conflict=1; tie id=k1 karen mikkel conflict=2")
                          .on("2024-02-05 anna", "tie id=a2 line anna conflict=3; tie id=z anna karen conflict=0")
                          .on("2024-02-06 line", "tie id=l1 line anna conflict=2 to=2024-03")
                          .on("2024-02-07 karen", "tie id=l2 line anna conflict=1 matters=m")
                          .on("2024-02-08 liam", "tie id=s liam anna conflict=2 matters=m"));
  using Conflict = audience::PresentConflict;
  // Of Anna the newer word; of Line nothing, for it ended in March.
  CHECK(back(c, {"line", "anna", "karen"}).conflicts ==
        std::vector<Conflict>{{"anna", "line", 3, false, {{"a2", 3}, {"l2", 1}}}});
  CHECK(back(c, {"line", "anna", "karen"}, "2024-02-20").conflicts[0].said.size() == 3);
  CHECK(back(c, {"line", "karen"}).conflicts.empty());
  CHECK(back(c, {"mikkel", "karen"}).conflicts == std::vector<Conflict>{{"karen", "mikkel", 2, false, {{"k1", 2}}}});
  CHECK(back(c, {"liam", "anna"}).conflicts == std::vector<Conflict>{{"liam", "anna", 2, true, {{"s", 2}}}});
}

TEST_CASE("the one who shows it is told who should not have been asked and who is not in the case", "[present][held]") {
  Case c = told(people());
  entry(c.people, "line").do_not_contact = {true, "grund"};
  const HeldBack held = back(c, {"line", "a-neighbour", "karen"});
  CHECK(held.not_to_be_contacted == Ids{"line"});
  CHECK(held.unknown == Ids{"a-neighbour"});
  CHECK(back(c, {"karen"}).not_to_be_contacted.empty());
}

TEST_CASE("a guest whom the case does not know keeps back what is kept from anybody", "[present][held]") {
  const Case c =
      told(people().matters("m title=Et not_to=anna").on("2024-02-05 liam", "fact id=f x about=liam matters=m"));
  CHECK(back(c, {"karen"}).matters[0].because_of.empty());
  const HeldBack held = back(c, {"karen", "a-neighbour"});
  REQUIRE_FALSE(held.matters.empty());
  CHECK(held.matters[0].because_of == Ids{"a-neighbour"});
}

TEST_CASE("what is shown and what is held back are together what is known", "[present][held]") {
  Dice dice(5);
  for (const Shipped& shipped : shipped_cases()) {
    const Ids all = everybody(shipped.c);
    const Case c = with_secrets_from(all, shipped.c);
    const Case known = casefile::as_known_on(c, shipped.as_of);
    for (int k = 0; k < 6; ++k) {
      const Ids room = some_of(all, static_cast<std::size_t>(dice.between(1, 6)), dice);
      const Case seen = for_people_present(c, room, vocabulary(), shipped.as_of);
      const HeldBack held = held_back(c, room, vocabulary(), shipped.as_of);
      CAPTURE(shipped.name, room);
      CHECK(held.people.size() + seen.people.size() == known.people.size());
      CHECK(held.households.size() + seen.households.size() == known.households.size());
      for (const auto& person : held.people) CHECK_FALSE(casefile::find_person(seen, person.id));
      for (const Id& person : room) {
        const auto matter = std::find_if(held.matters.begin(), held.matters.end(),
                                         [&](const auto& each) { return each.id == "m-" + person; });
        REQUIRE(matter != held.matters.end());
        CHECK(matter->because_of == Ids{person});
      }
      if (has_rings(seen)) CHECK(held.rings.shown);
      CHECK(held.rings.shown == held.rings.missing.empty());
    }
  }
}
