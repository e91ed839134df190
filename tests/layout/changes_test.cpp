// A map that shows what is different from another one.
#include <catch2/catch.hpp>

#include "kreds/layout/changes.hpp"
#include "support/case_builder.hpp"

using namespace kreds;
using namespace kreds::layout;

namespace {

/// Places of people on a map, »anna 1; karen -; kim x«: in ring 1, not laid down, said to be outside; the child is
/// first.
network::EgoNetwork map_of(const std::string& places, network::Viewpoint viewpoint = network::Viewpoint::child) {
  network::EgoNetwork network;
  network.viewpoint = viewpoint;
  network.people.emplace_back();
  network.people[0].person.id = "liam";
  for (const std::string& entry : testing::Words::split(places, ';')) {
    testing::Words words(entry);
    network::Member member;
    member.person.id = words.next();
    const std::string ring = words.next();
    member.outside = ring == "x";
    if (ring != "-" && !member.outside) member.ring = testing::number_of<int>(ring);
    network.people.push_back(std::move(member));
  }
  return network;
}

MapContent content_of(const network::EgoNetwork& network) {
  MapContent content;
  for (const network::Member& member : network.people) {
    PersonMark mark;
    mark.id = mark.name = member.person.id;
    mark.ring = member.ring;
    mark.outside = member.outside;
    content.people.push_back(mark);
  }
  return content;
}

MapContent compared(const network::EgoNetwork& earlier, const network::EgoNetwork& later,
                    const ChangesRequest& request = {}) {
  const labels::Labels words = labels::load_labels(KREDS_ROOT "/data/labels", "da");
  MapContent content = content_of(request.only_who_came ? later : with_who_went(earlier, later));
  mark_changes(earlier, later, request, words, content);
  return content;
}

const PersonMark& person(const MapContent& content, const std::string& id) {
  for (const PersonMark& mark : content.people)
    if (mark.id == id) return mark;
  throw std::invalid_argument("nobody is called " + id);
}

}  // namespace

TEST_CASE("who came is new and who went stands where the earlier map had them", "[layout][changes]") {
  const MapContent content = compared(map_of("anna 1;ole 3"), map_of("anna 1;karen 2"));
  CHECK(person(content, "karen").change == Change::came);
  CHECK(person(content, "ole").change == Change::went);
  CHECK(person(content, "ole").ring == 3);
  CHECK(person(content, "anna").change == Change::none);
  CHECK(person(content, "karen").change_words == "ny");
  CHECK(person(content, "ole").change_words == "ikke længere med");
}

TEST_CASE("who moved keeps the ring before and stands in the new one", "[layout][changes]") {
  const MapContent content = compared(map_of("anna 3;karen 1"), map_of("anna 1;karen 4"));
  CHECK(person(content, "anna").change == Change::closer);
  CHECK(person(content, "anna").ring == 1);
  CHECK(person(content, "anna").ring_before == 3);
  CHECK(person(content, "karen").change == Change::further);
}

TEST_CASE("somebody who is no longer in the network stays as a ghost at the old place", "[layout][changes]") {
  const MapContent content = compared(map_of("mathias 2;anna 1"), map_of("mathias -;anna 1"));
  CHECK(person(content, "mathias").change == Change::went);
  CHECK(person(content, "mathias").ring == 2);
}

TEST_CASE("who was put outside the network since is told apart from who is no longer mentioned", "[layout][changes]") {
  const MapContent content = compared(map_of("mathias 2;anna 1"), map_of("mathias x;anna 1;kim x"));
  CHECK(person(content, "mathias").change_words == "nu uden for netværket");
  CHECK(person(content, "mathias").ring == 2);
  CHECK_FALSE(person(content, "mathias").outside);  // stands where it was, not in two places
  CHECK(person(content, "kim").change == Change::came);
  CHECK(person(content, "kim").outside);
}

TEST_CASE("a family sees who came and nothing of rings or of who went", "[layout][changes]") {
  ChangesRequest request;
  request.only_who_came = true;
  const MapContent content = compared(map_of("anna 3;ole 2"), map_of("anna 1;karen 2"), request);
  CHECK(person(content, "karen").change == Change::came);
  CHECK(person(content, "anna").change == Change::none);
  CHECK_FALSE(person(content, "anna").ring_before);
  CHECK_THROWS(person(content, "ole"));
}

TEST_CASE("the child's rings are never held against the adults' unless two informants are compared",
          "[layout][changes]") {
  const auto adults = map_of("anna 3", network::Viewpoint::adults), child = map_of("anna 1");
  CHECK(person(compared(adults, child), "anna").change == Change::none);
  ChangesRequest informants;
  informants.informants = true;
  CHECK(person(compared(adults, child, informants), "anna").change == Change::closer);
}

TEST_CASE("the legend explains the marks of a comparison that occur", "[layout][changes]") {
  const labels::Labels words = labels::load_labels(KREDS_ROOT "/data/labels", "da");
  const auto has = [&](const MapContent& content, LegendMark mark) {
    for (const LegendEntry& entry : legend(content, false, false, words))
      if (entry.mark == mark) return true;
    return false;
  };
  const MapContent all = compared(map_of("anna 1;ole 3"), map_of("anna 2;karen 2"));
  for (const LegendMark mark : {LegendMark::came, LegendMark::went, LegendMark::moved}) CHECK(has(all, mark));
  const MapContent none = compared(map_of("anna 1"), map_of("anna 1"));
  for (const LegendMark mark : {LegendMark::came, LegendMark::went, LegendMark::moved}) CHECK_FALSE(has(none, mark));
}
