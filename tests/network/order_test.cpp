#include <algorithm>
#include <random>

#include "network_support.hpp"

using namespace kreds::testing;

namespace {

/// Every kind of statement that the network reads, many of them contradicting others of the same day.
kreds::casefile::Case crowded() {
  CaseBuilder c = CaseBuilder("liam born=2015-05-14")
                      .people("anna role=mor; karen; ole; mette role=klasselærer; mikkel; oskar role=bedsteven")
                      .households("h-karen; h-anna");
  const std::string said =
      "tie liam karen ring=1 emotional=4; tie karen liam ring=2 often=weekly; tie liam ole ring=3 since=2019; "
      "tie liam mikkel emotional=0 conflict=3; tie anna karen conflict=2; tie liam oskar ring=none; "
      "residence karen h-karen from=2010; residence karen h-karen; residence liam h-anna; residence anna h-anna; "
      "residence mikkel h-anna from=2018 to=2022; parent anna liam; parent anna liam kind=biological; "
      "parent ole anna negated; parent ole anna kind=step; partners karen ole kind=married; "
      "partners karen ole kind=cohabiting; siblings liam oskar kind=foster; siblings liam oskar negated; "
      "custody anna; custody anna no; candidate h-karen; candidate h-karen no; carer h-karen karen; "
      "carer h-karen ole; home h-karen place=Sindal; home h-karen place=Hjørring school_km=3; "
      "tie liam karen ring=not_asked; tie liam karen ring=would_not_say";
  c.on("2024-02-05 liam", said).on("2024-02-05 anna karen", said).on("2024-02-20 mette", said);
  return c.build();
}

}  // namespace

TEST_CASE("the order of statements and interviews of one day changes nothing", "[network][property]") {
  const auto c = crowded();
  const auto expected = kreds::network::build_network(c, small_vocabulary(), day("2024-03-01"));
  REQUIRE(expected.ties.size() == 6);
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    auto shuffled = c;
    for (auto& interview : shuffled.interviews)
      std::shuffle(interview.statements.begin(), interview.statements.end(), random);
    std::shuffle(shuffled.interviews.begin(), shuffled.interviews.end(), random);
    CHECK(kreds::network::build_network(shuffled, small_vocabulary(), day("2024-03-01")) == expected);
  }
}

TEST_CASE("ties are found by their people in either order", "[network][ties]") {
  const auto n = kreds::network::build_network(crowded(), small_vocabulary(), day("2024-03-01"));
  const auto liam = *kreds::network::index_of(n, "liam"), karen = *kreds::network::index_of(n, "karen");
  CHECK(kreds::network::tie_between(n, liam, karen) == kreds::network::tie_between(n, karen, liam));
  CHECK(kreds::network::tie_between(n, liam, karen) != nullptr);
  CHECK(kreds::network::tie_between(n, *kreds::network::index_of(n, "ole"), *kreds::network::index_of(n, "mette")) ==
        nullptr);
  CHECK_FALSE(kreds::network::index_of(n, "nobody"));
}
