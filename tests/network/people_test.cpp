#include "network_support.hpp"

using namespace kreds::testing;

TEST_CASE("people keep the order of the file and the child is the ego", "[network][people]") {
  const auto n = network_of(CaseBuilder("liam").people("karen; anna"), "2024-02-05");
  REQUIRE(n.people.size() == 3);
  CHECK(n.people[n.ego].person.id == "liam");
  CHECK(n.people[1].person.id == "karen");
  CHECK(n.people[2].person.id == "anna");
}

TEST_CASE("a case in which nobody is known yet still has its child", "[network][people]") {
  kreds::casefile::Case c;
  c.child = "liam";
  const auto n = kreds::network::build_network(c, small_vocabulary(), day("2024-02-05"));
  REQUIRE(n.people.size() == 1);
  CHECK(n.people[n.ego].person.id == "liam");
}

TEST_CASE("a person withdrawn by the day is not on the map and nothing said of them counts", "[network][people]") {
  auto c = CaseBuilder("liam").people("karen").on("2024-02-05 liam", "tie liam karen ring=1").build();
  c.people[1].withdrawn = kreds::casefile::Withdrawal{day("2024-03-01"), "x", "wrong person"};
  CHECK(kreds::network::build_network(c, small_vocabulary(), day("2024-02-29")).ties.size() == 1);
  const auto after = kreds::network::build_network(c, small_vocabulary(), day("2024-03-01"));
  CHECK(after.people.size() == 1);
  CHECK(after.ties.empty());
}

TEST_CASE("the sector is the one that was said or else the role's", "[network][people]") {
  const auto n = network_of(
      CaseBuilder("liam").people("karen role=mormor; mette role=klasselærer; per role=mormor sector=friends"),
      "2024-02-05");
  CHECK(member(n, "karen").sector == "family");
  CHECK(member(n, "mette").sector == "school");
  CHECK(member(n, "per").sector == "friends");
  CHECK(n.sectors == Names{"family", "friends", "school", "professionals"});
}

TEST_CASE("without a role kin and professionals have their sector and others have none", "[network][people]") {
  // liam – anna – karen by parents; ole is karen's partner; dorthe works for anna.
  const auto n = network_of(CaseBuilder("liam")
                                .people("anna; karen; ole; dorthe professional_of=anna; stranger")
                                .on("2024-02-05", "parent anna liam; parent karen anna; partners karen ole"),
                            "2024-02-05");
  CHECK(member(n, "karen").sector == "family");
  CHECK(member(n, "ole").sector == "family");
  CHECK(member(n, "dorthe").sector == "professionals");
  CHECK(member(n, "dorthe").professional);
  CHECK(member(n, "stranger").sector.empty());
}

TEST_CASE("animals and the dead are on the map without being counted", "[network][people]") {
  const auto n = network_of(CaseBuilder("liam").people("bølle role=hund animal; morfar died=2021; oldefar dead; karen"),
                            "2024-02-05");
  CHECK_FALSE(member(n, "bølle").counted);
  CHECK_FALSE(member(n, "bølle").dead);
  CHECK_FALSE(member(n, "bølle").adult);
  CHECK_FALSE(member(n, "morfar").counted);
  CHECK(member(n, "morfar").dead);
  CHECK(member(n, "oldefar").dead);
  CHECK(member(n, "karen").counted);
}

TEST_CASE("somebody who died later lived on the day", "[network][people]") {
  const CaseBuilder c = CaseBuilder("liam").people("karen died=2024-02-06");
  CHECK(member(network_of(c, "2024-02-05"), "karen").counted);
  CHECK_FALSE(member(network_of(c, "2024-02-06"), "karen").counted);
}

TEST_CASE("age is counted on the day from the middle of a rough birth date", "[network][people]") {
  // 62 on 5 Feb 2024: born 6 Feb 1961 … 5 Feb 1962, middle 7 Aug 1961.
  const CaseBuilder c = CaseBuilder("liam born=2015-05-14").people("karen born=62@2024-02-05; nn");
  CHECK(member(network_of(c, "2024-02-05"), "karen").age == 62);
  CHECK(member(network_of(c, "2024-08-08"), "karen").age == 63);
  CHECK(member(network_of(c, "2024-05-13"), "liam").age == 8);
  CHECK(member(network_of(c, "2024-05-14"), "liam").age == 9);
  CHECK_FALSE(member(network_of(c, "2024-05-14"), "nn").age);
}

TEST_CASE("adults are 18 and unknown ages count as adult unless the role is a child's", "[network][people]") {
  const CaseBuilder c =
      CaseBuilder("liam").people("ida born=2006-02-05; nn; emma role=kusine; lin role=kusine born=1990; baby expected");
  CHECK_FALSE(member(network_of(c, "2024-02-04"), "ida").adult);
  const auto n = network_of(c, "2024-02-05");
  CHECK(member(n, "ida").adult);
  CHECK(member(n, "nn").adult);
  CHECK_FALSE(member(n, "emma").adult);
  CHECK(member(n, "lin").adult);
  CHECK_FALSE(member(n, "baby").adult);
}
