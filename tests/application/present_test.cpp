// Pictures for exactly the people in a room, and one informant's pictures.
#include "kreds/audience/present.hpp"

#include <catch2/catch.hpp>

#include "all_outputs.hpp"
#include "kreds/application/person_meant.hpp"
#include "kreds/application/present_page.hpp"
#include "support/room_secrets.hpp"
#include "support/unique_texts.hpp"

using namespace kreds;
using namespace kreds::testing;
using application::Request;
using audience::Kind;
using drawing::Format;

namespace {

Request for_room(const casefile::Case& c, const Ids& room) {
  Request request{{Kind::family, {}}, audience::newest_interview(c, room)};
  request.present = room;
  return request;
}

std::string pictures_for(const casefile::Case& c, const Ids& room) {
  AllOutputs outputs(c, for_room(c, room));
  outputs.pictures({Format::svg}, layout::projector_sheet());
  std::string all;
  for (const auto& [name, bytes] : outputs.all()) all += bytes;
  return all;
}

/// Those whom the marks of a case are about, some who are not, and all.
std::vector<Ids> rooms_of(const casefile::Case& c) {
  Ids named = {c.child, c.people.back().id};
  for (const auto& matter : c.matters) named = joined(named, matter.not_to);
  std::vector<Ids> rooms = {everybody(c)};
  each_room(named, named.size(), [&](const Ids& room) {
    if (!room.empty()) rooms.push_back(room);
  });
  return rooms;
}

std::string page_for(const casefile::Case& c, const Ids& room) {
  return to_text(application::present_page(tool(), c, room, *casefile::newest_interview(c)));
}

}  // namespace

TEST_CASE("no byte of a picture for a room is restricted from somebody in it", "[application][present][subsets]") {
  std::size_t restricted = 0;
  for (const casefile::Case& shipped : shipped_cases()) {
    const casefile::Case c = unique_texts(shipped).c;
    CAPTURE(shipped.number);
    // Many rooms are shown the same: each picture is drawn once, for the first of them.
    std::map<std::string, std::string> drawn;
    for (const Ids& room : rooms_of(c)) {
      const std::string seen =
          casefile::to_text(audience::for_people_present(c, room, tool().vocabulary, *casefile::newest_interview(c)));
      if (!drawn.contains(seen)) drawn[seen] = pictures_for(c, room);
      for (const auto& matter : c.matters) {
        const bool barred =
            std::any_of(matter.not_to.begin(), matter.not_to.end(), [&](const Id& id) { return holds(room, id); });
        for (const std::string& token : tokens_of(c, matter)) {
          restricted += barred ? 1U : 0U;
          if (barred && drawn[seen].find(token) != std::string::npos) FAIL_CHECK(token);
        }
      }
    }
  }
  CHECK(restricted > 20);
}

TEST_CASE("secrets from each of the people are in no picture for a room with them and in one without",
          "[application][present][subsets]") {
  for (const casefile::Case& shipped : {shipped_cases()[0], shipped_cases()[1]}) {
    const Ids all = everybody(shipped);
    const casefile::Case c = with_secrets_from(all, shipped);
    CAPTURE(shipped.number);
    const auto check = [&](const Ids& room) {
      if (room.empty()) return;
      CAPTURE(room);
      CHECK(told_of(pictures_for(c, room), all) == testing::without(all, room));
    };
    each_room(all, all.size() <= 10 ? 2 : 1, check);
    check(all);
  }
}

TEST_CASE("the picture of a room is that of a family from which as much is kept", "[application][present]") {
  const casefile::Case c = shipped_cases()[2];
  const Ids room = {"anna", "karen"};
  const casefile::Case seen = audience::for_people_present(c, room, tool().vocabulary, *casefile::newest_interview(c));
  application::MapRequest request{for_room(c, room), layout::projector_sheet(), "", Format::svg, 96};
  const std::string picture = application::make_map(tool(), c, request).bytes;
  request.request.present.reset();
  CHECK((application::make_map(tool(), seen, request).bytes == picture));
}

TEST_CASE("the page beside a picture tells who must not be told what and whose yes is missing",
          "[application][present]") {
  const casefile::Case c = shipped_cases()[2];
  const std::string with_anna = page_for(c, {"anna", "karen", "line"});
  CHECK(with_anna.find("Kun til dig") == 0);
  CHECK(with_anna.find("Anna (mor), Karen (mormor) og Line (moster)") != std::string::npos);
  CHECK(with_anna.find("»Lørdagene hos Mikkel« må ikke fortælles til Anna (mor); fire udsagn") != std::string::npos);
  CHECK(with_anna.find("Anna (mor) og Line (moster): alvorlig konflikt (Anna, 5. februar 2024).") != std::string::npos);
  CHECK(with_anna.find("Liam har ikke sagt ja til, at Anna (mor)") != std::string::npos);
  const std::string without_anna = page_for(c, {"karen"});
  CHECK(without_anna.find("Holdt tilbage\n– Intet.") != std::string::npos);
  CHECK(without_anna.find("»Lørdagene hos Mikkel« må ikke fortælles til Anna (mor). Tag kortet ned") !=
        std::string::npos);
  CHECK(page_for(c, {"karen", "Bodil"}).find("»Bodil« er ikke i sagen") != std::string::npos);
}

TEST_CASE("somebody is meant by id or name or first name or by what they are to the child", "[application][meant]") {
  casefile::Case c = shipped_cases()[2];
  const auto meant = [&](const std::string& words) { return application::people_meant(c, words, tool().labels); };
  for (const std::string words : {"anna", "Anna", "ANNA", "mother", "mor"}) CHECK(meant(words) == Ids{"anna"});
  CHECK(meant("child") == Ids{"liam"});
  CHECK(meant("barnet") == Ids{"liam"});
  CHECK(meant("father") == Ids{"dennis"});
  CHECK(meant("Mormor") == Ids{"karen"});
  CHECK(meant("bodil").empty());
  CHECK(meant("").empty());
  c.people[2].name = "Anna Holm";
  c.people[2].id = "anna-2";
  CHECK(meant("Anna Holm") == Ids{"anna-2"});
  CHECK(meant("Anna") == Ids{"anna"});  // the whole name before a first name
  c.people[1].name = "Anna Berg";
  c.people[1].id = "anna-1";
  CHECK(meant("Anna") == Ids{"anna-1", "anna-2"});
}

TEST_CASE("one informants map holds that informants words alone and says whose it is", "[application][seen-by]") {
  const casefile::Case c = shipped_cases()[2];
  application::MapRequest request{{{Kind::professional, {}}, {}}, layout::projector_sheet(), "", Format::svg, 96};
  const auto seen_by = [&](const std::string& who) {
    request.request.seen_by = who;
    return application::make_map(tool(), c, request);
  };
  const auto annas = seen_by("anna"), liams = seen_by("liam");
  CHECK(annas.bytes.find("Netværket, som Anna ser det") != std::string::npos);
  CHECK(liams.bytes.find("Netværket, som Liam selv ser det") != std::string::npos);
  CHECK(annas.bytes.find("Oskar") == std::string::npos);  // Liam's friend, of whom Anna did not speak
  CHECK(liams.bytes.find("Oskar") != std::string::npos);
  for (const auto& interview : annas.shown.interviews) CHECK(interview.informants == Ids{"anna"});
  CHECK_THROWS_AS(seen_by("dennis"), application::NothingTold);
}
