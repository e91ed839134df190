#include "network_support.hpp"

using namespace kreds::testing;
using namespace kreds::casefile;

namespace {

CaseBuilder liam() {
  return CaseBuilder("liam born=2015-05-14").people("anna; karen; ole; dennis; mikkel; line; villads");
}

}  // namespace

TEST_CASE("negated kin never makes a link", "[network][kinship]") {
  const auto n = network_of(
      liam().on("2024-02-05 anna", "parent ole anna negated; partners anna dennis negated; siblings anna line negated"),
      "2024-03-01");
  CHECK(n.parentages.empty());
  CHECK(n.partnerships.empty());
  CHECK(n.siblings.empty());
}

TEST_CASE("a denial on the same day or later takes a link away and an earlier one does not", "[network][kinship]") {
  const auto links = [](const std::string& first, const std::string& second) {
    return network_of(liam().on("2024-02-05 anna", first).on("2024-03-05 karen", second), "2024-04-01")
        .parentages.size();
  };
  CHECK(links("parent ole anna", "parent ole anna negated") == 0);
  CHECK(links("parent ole anna; parent ole anna negated", "") == 0);
  CHECK(links("parent ole anna negated", "parent ole anna") == 1);
}

TEST_CASE("not the father still leaves room for a stepfather", "[network][kinship]") {
  const auto n =
      network_of(liam().on("2024-02-05 anna", "parent ole anna negated; parent ole anna kind=step"), "2024-03-01");
  REQUIRE(n.parentages.size() == 1);
  CHECK(n.parentages[0].kind == ParentKind::step);
}

TEST_CASE("two sets of parents at once are normal and each pair has one link", "[network][kinship]") {
  const auto n = network_of(liam()
                                .on("2024-02-05 anna",
                                    "parent anna liam kind=biological; parent dennis liam; "
                                    "parent mikkel liam kind=step from=2018 to=2022")
                                .on("2024-03-05 karen", "parent anna liam; parent dennis liam kind=biological"),
                            "2024-04-01");
  REQUIRE(n.parentages.size() == 3);  // anna, dennis, mikkel by index
  CHECK(n.parentages[0].kind == ParentKind::biological);
  CHECK(n.parentages[0].from.statement == "s001");  // a later word without a kind says less
  CHECK(n.parentages[1].kind == ParentKind::biological);
  CHECK(n.parentages[2].kind == ParentKind::step);
  CHECK(n.parentages[2].held.to->first == day("2022-01-01"));
}

TEST_CASE("the latest state of a partnership counts", "[network][kinship]") {
  const auto n = network_of(
      liam().on("2024-02-05 anna",
                "partners anna dennis kind=divorced from=2016; partners anna dennis kind=married from=2010 to=2016; "
                "partners mikkel anna kind=cohabiting from=2018 to=2022; partners karen ole kind=married from=2020"),
      "2024-03-01");
  REQUIRE(n.partnerships.size() == 3);  // anna–dennis, anna–mikkel, karen–ole
  CHECK(n.partnerships[0].kind == PartnerKind::divorced);
  CHECK_FALSE(n.partnerships[0].current);
  CHECK(n.partnerships[1].kind == PartnerKind::cohabiting);
  CHECK_FALSE(n.partnerships[1].current);
  CHECK(n.partnerships[2].current);
  CHECK(n.partnerships[2].a < n.partnerships[2].b);
}

TEST_CASE("siblings who share a parent are not said twice", "[network][kinship]") {
  const auto n = network_of(
      liam().on("2024-02-05 anna",
                "parent anna liam; parent anna villads; siblings liam villads kind=half; siblings anna line kind=full"),
      "2024-03-01");
  REQUIRE(n.siblings.size() == 1);
  CHECK(n.people[n.siblings[0].a].person.id == "anna");
  CHECK(n.siblings[0].kind == SiblingKind::full);
}

TEST_CASE("custody is the latest word per parent", "[network][kinship]") {
  const auto n = network_of(
      liam().on("2024-02-05", "custody anna; custody dennis; custody mikkel no").on("2024-03-05", "custody dennis no"),
      "2024-04-01");
  REQUIRE(n.custody.size() == 1);
  CHECK(n.people[n.custody[0]].person.id == "anna");
}
