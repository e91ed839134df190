// Whatever the tool gives out about a case without names holds no name, place, note, id or number of the case: each of
// these is a token, and every output is searched for tokens, pictures as they are and as another program reads them.
#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>

#include "all_outputs.hpp"
#include "support/random_case.hpp"
#include "support/unique_texts.hpp"

namespace {

using namespace kreds;
using application::Request;
using audience::Audience;
using audience::Kind;
using drawing::Format;
using testing::AllOutputs;
using testing::outputs_that;
using testing::shipped_cases;
using testing::tool;

casefile::Case with_tokens(const casefile::Case& c) {
  return testing::unique_texts(c).c;
}

/// Tokens begin like this in whatever case of letters, and no word of any language does: "zqx017", "zqxid017",
/// "zqxnobody". Three letters alone would stand in the bytes of many a picture by chance.
bool tells(const std::string& bytes) {
  static const std::regex token("zqx([0-9][0-9]|id|no)", std::regex::icase | std::regex::optimize);
  return std::regex_search(bytes, token);
}

const std::vector<std::string> none;

/// The one whose own picture it would be: somebody who was heard, not the child.
Audience somebody(const casefile::Case& c) {
  for (const auto& interview : c.interviews)
    for (const auto& id : interview.informants)
      if (id != c.child) return {Kind::person, id};
  return {Kind::person, c.people.back().id};
}

Request without_names(const casefile::Case& c, const Audience& audience) {
  return {audience, audience::newest_interview(c, audience), true};
}

}  // namespace

TEST_CASE("nothing given out about a shipped case without names tells a name or text or id of it",
          "[application][pseudonyms]") {
  for (const casefile::Case& shipped : shipped_cases()) {
    const casefile::Case c = with_tokens(shipped);
    CAPTURE(shipped.number);
    for (const Audience& who :
         {Audience{Kind::professional, {}}, Audience{Kind::casefile, {}}, Audience{Kind::family, {}}, somebody(c)}) {
      const Request request = without_names(c, who);
      REQUIRE(request.as_of);
      CAPTURE(audience::to_text(who));
      AllOutputs outputs(c, request);
      outputs.pictures({Format::svg, Format::dot}, layout::projector_sheet());
      const bool professional = who.kind == Kind::professional;
      if (professional || c.people.size() < 10) outputs.pictures({Format::pdf, Format::png}, layout::a4_sheet(false));
      if (professional) outputs.reports().charts({Format::svg, Format::pdf, Format::png});
      CHECK(outputs_that(outputs.all(), tells) == none);
      CHECK(outputs.all().size() >= (professional ? 19 : 4));
    }
  }
}

TEST_CASE("a room and an informant have no names either", "[application][pseudonyms]") {
  const casefile::Case c = with_tokens(shipped_cases()[2]);
  Request request = without_names(c, {Kind::professional, {}});
  request.seen_by = somebody(c).person;
  CHECK(outputs_that(AllOutputs(c, request).pictures({Format::svg}, layout::projector_sheet()).all(), tells) == none);
  request = without_names(c, {Kind::family, {}});
  request.present = casefile::Ids{somebody(c).person};
  CHECK(outputs_that(AllOutputs(c, request).pictures({Format::svg}, layout::projector_sheet()).all(), tells) == none);
}

TEST_CASE("places set by hand are found again without names and tell none", "[application][pseudonyms]") {
  const casefile::Case c = with_tokens(shipped_cases()[2]);
  application::MapRequest request{without_names(c, {Kind::professional, {}}), layout::projector_sheet(), "",
                                  Format::svg, 96};
  const std::string free = application::make_map(tool(), c, request).bytes;
  const auto shown = application::analyse(tool(), c, request.request);
  const auto placed = std::find_if(shown.network.people.begin(), shown.network.people.end(),
                                   [](const auto& each) { return each.ring == 3; });
  REQUIRE(placed != shown.network.people.end());
  const auto index = static_cast<std::size_t>(placed - shown.network.people.begin());
  request.layout.pins = {{c.people[index].id, {}, 0.1, 0.5}, {"zqxnobody", {}, 0.5, 0.5}};
  const auto pinned = application::make_map(tool(), c, request);
  CHECK((pinned.bytes != free));
  CHECK(testing::in_bytes(pinned.warnings) == "pin_unknown_personname?");
}

TEST_CASE("nothing given out about a made-up case without names tells a name or text or id of it",
          "[application][pseudonyms]") {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const casefile::Case c = with_tokens(casefile::random_case(seed, 4 + static_cast<int>(seed % 11)));
    constexpr Kind kinds[] = {Kind::professional, Kind::casefile, Kind::family};
    const Audience who{kinds[seed % 3], {}};
    const Request request = without_names(c, who);
    if (!request.as_of) continue;
    CAPTURE(seed, audience::to_text(who));
    AllOutputs outputs(c, request);
    outputs.pictures({Format::svg, Format::dot}, layout::projector_sheet());
    if (seed % 10 == 0) outputs.pictures({Format::pdf}, layout::a4_sheet(false));
    if (who.kind == Kind::professional) outputs.reports();
    CHECK(outputs_that(outputs.all(), tells) == none);
  }
}

TEST_CASE("the same search finds the names of a case that has them in every output that shows people",
          "[application][pseudonyms]") {
  const casefile::Case c = with_tokens(shipped_cases()[0]);
  Request request = without_names(c, {Kind::professional, {}});
  request.pseudonyms = false;
  AllOutputs outputs(c, request);
  outputs.pictures({Format::svg, Format::dot, Format::pdf}, layout::a4_sheet(false)).reports().charts({Format::svg});
  CHECK(outputs_that(outputs.all(), tells).size() == outputs.all().size());
}

TEST_CASE("who is called after what they are to the child is not told so twice", "[application][pseudonyms]") {
  const casefile::Case c = shipped_cases()[2];
  application::MapRequest request{without_names(c, {Kind::professional, {}}), layout::projector_sheet(), "",
                                  Format::svg, 96};
  const std::string map = application::make_map(tool(), c, request).bytes;
  CHECK(map.find(">Mormor<") != std::string::npos);
  CHECK(map.find(">mormor<") == std::string::npos);
  request.request.pseudonyms = false;
  CHECK(application::make_map(tool(), c, request).bytes.find(">mormor<") != std::string::npos);
}

TEST_CASE("the sheet for one person is found by the old id", "[application][pseudonyms]") {
  const casefile::Case c = shipped_cases()[2];
  const auto all = application::analyse(tool(), c, without_names(c, {Kind::person, "karen"}));
  const auto karen = network::index_of(all.network, all.audience.person);
  REQUIRE(karen);
  CHECK(all.network.people[*karen].person.name == "Mormor");
  CHECK(all.audience.person != "karen");
}

TEST_CASE("a case without names is the same network with the same people in the same rings",
          "[application][pseudonyms]") {
  std::vector<casefile::Case> cases = shipped_cases();
  for (std::uint64_t seed = 0; seed < 20; ++seed) cases.push_back(casefile::random_case(seed, 12));
  for (const casefile::Case& c : cases) {
    Request request = without_names(c, {Kind::professional, {}});
    CAPTURE(c.number);
    const auto after = application::analyse(tool(), c, request);
    request.pseudonyms = false;
    const auto before = application::analyse(tool(), c, request);
    REQUIRE(after.network.people.size() == before.network.people.size());
    for (std::size_t i = 0; i < before.network.people.size(); ++i) {
      const auto &one = before.network.people[i], &same = after.network.people[i];
      CAPTURE(i);
      CHECK(same.ring == one.ring);
      CHECK(same.sector == one.sector);
      CHECK(same.adult == one.adult);
      CHECK(same.dead == one.dead);
      CHECK(same.professional == one.professional);
      // A birth known to lie in a year, or in a wider span, is no rougher than it was.
      if (one.person.birth && one.person.birth->exact() && !one.person.expected) CHECK(same.age == one.age);
    }
    CHECK(after.network.households.size() == before.network.households.size());
    CHECK(after.strengths.size() == before.strengths.size());
  }
}
