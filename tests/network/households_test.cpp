#include "network_support.hpp"

using namespace kreds::testing;

namespace {

CaseBuilder liam() {
  return CaseBuilder("liam born=2015-05-14")
      .people("anna role=mor; karen born=1961; ole born=1958; baby expected born=2024-09; mikkel")
      .households("h-karen name=\"Karen og Ole\"; h-anna");
}

const kreds::network::Household& household(const kreds::network::EgoNetwork& n, const std::string& id) {
  for (const auto& h : n.households)
    if (h.id == id) return h;
  throw std::invalid_argument(id);
}

Names ids(const kreds::network::EgoNetwork& n, const std::vector<kreds::network::Resident>& residents) {
  Names names;
  for (const auto& r : residents) names.push_back(n.people[r.person].person.id);
  return names;
}

}  // namespace

TEST_CASE("a household has the name of the file or none", "[network][households]") {
  const auto n = network_of(liam(), "2024-02-05");
  CHECK(household(n, "h-karen").name == "Karen og Ole");
  CHECK(household(n, "h-anna").name.empty());
}

TEST_CASE("residents are those who live there on the day", "[network][households]") {
  const CaseBuilder c = liam().on("2024-02-05 anna",
                                  "residence karen h-karen from=2010; residence mikkel h-anna from=2018 to=2022-06-30");
  const auto n = network_of(c, "2024-02-05");
  CHECK(ids(n, household(n, "h-karen").residents) == Names{"karen"});
  CHECK(ids(n, household(n, "h-anna").former) == Names{"mikkel"});
  CHECK(household(n, "h-anna").residents.empty());
  CHECK(network_of(c, "2024-02-04").households[0].residents.empty());  // nobody had told yet
}

TEST_CASE("a residence holds through its last day", "[network][households]") {
  const CaseBuilder c = liam().on("2024-02-05 anna", "residence karen h-karen to=2024-03-01");
  CHECK(network_of(c, "2024-03-01").households[0].residents.size() == 1);
  CHECK(network_of(c, "2024-03-02").households[0].former.size() == 1);
}

TEST_CASE("a later statement with an end closes a residence", "[network][households]") {
  const CaseBuilder c = liam()
                            .on("2024-02-05 anna", "residence mikkel h-anna from=2018")
                            .on("2024-04-05 anna", "residence mikkel h-anna to=2024-03-01");
  CHECK(network_of(c, "2024-04-04").households[1].residents.size() == 1);
  const auto n = network_of(c, "2024-04-05");
  CHECK(n.households[1].residents.empty());
  REQUIRE(n.households[1].former.size() == 1);
  CHECK(n.households[1].former[0].from.statement == "s002");
  CHECK(n.households[1].former[0].held.from->first == day("2018-01-01"));  // since when was told before
}

TEST_CASE("somebody who moved back after an end lives there", "[network][households]") {
  const auto n = network_of(liam()
                                .on("2024-02-05 anna", "residence mikkel h-anna from=2023-01-01")
                                .on("2024-04-05 anna", "residence mikkel h-anna from=2018 to=2020"),
                            "2024-05-01");
  CHECK(ids(n, n.households[1].residents) == Names{"mikkel"});
  CHECK(n.households[1].former.empty());
}

TEST_CASE("told to live there since this year they do although the middle of the year is to come",
          "[network][households]") {
  const auto n = network_of(liam().on("2024-02-05 anna", "residence mikkel h-anna from=2024"), "2024-02-06");
  CHECK(ids(n, n.households[1].residents) == Names{"mikkel"});
}

TEST_CASE("a planned move counts from its day and a child expected is there already", "[network][households]") {
  const CaseBuilder c =
      liam().on("2024-02-05 anna", "residence mikkel h-anna from=2024-06-01; residence baby h-anna from=2024-09");
  const auto before = network_of(c, "2024-05-31");
  CHECK(ids(before, before.households[1].residents) == Names{"baby"});
  CHECK(before.households[1].former.empty());
  const auto after = network_of(c, "2024-06-01");
  CHECK(ids(after, after.households[1].residents) == Names{"baby", "mikkel"});
}

TEST_CASE("the dead live nowhere", "[network][households]") {
  auto c = liam().on("2024-02-05 anna", "residence ole h-karen").build();
  c.people[3].dead = kreds::casefile::Death{about_date("2024-03-01")};
  const auto n = kreds::network::build_network(c, small_vocabulary(), day("2024-03-01"));
  CHECK(n.households[0].residents.empty());
  CHECK(ids(n, n.households[0].former) == Names{"ole"});
}

TEST_CASE("two homes at once are normal", "[network][households]") {
  const auto n =
      network_of(liam().on("2024-02-05 anna",
                           "residence liam h-anna; residence liam h-karen part_time words=\"hver anden weekend\""),
                 "2024-03-01");
  CHECK(n.households[0].child_lives_here);
  CHECK(n.households[1].child_lives_here);
  CHECK(n.households[0].residents[0].part_time);
  CHECK(n.households[0].residents[0].words == "hver anden weekend");
}

TEST_CASE("place and distance are the latest that were told", "[network][households]") {
  const auto n = network_of(liam()
                                .on("2024-02-05 anna", "home h-karen place=Sindal school_km=20")
                                .on("2024-03-04 karen", "home h-karen school_km=18"),
                            "2024-04-01");
  CHECK(n.households[0].place == "Sindal");
  CHECK(n.households[0].school_km == 18.0);
  CHECK(statements(n.households[0].statements) == Names{"s001", "s002"});
}

TEST_CASE("the latest candidacy counts and dates from the first without a break", "[network][households]") {
  const CaseBuilder c = liam()
                            .on("2024-01-05", "candidate h-karen")
                            .on("2024-02-05", "candidate h-karen no")
                            .on("2024-03-05", "candidate h-karen")
                            .on("2024-04-05", "candidate h-karen");
  CHECK_FALSE(network_of(c, "2024-02-05").households[0].candidate);
  CHECK_FALSE(network_of(c, "2024-02-05").households[0].candidate_since);
  const auto n = network_of(c, "2024-05-01");
  CHECK(n.households[0].candidate);
  CHECK(n.households[0].candidate_since->first == day("2024-03-05"));
  CHECK_FALSE(n.households[1].candidate);
}

TEST_CASE("the carer is the latest named who still lives there", "[network][households]") {
  const CaseBuilder c = liam().on("2024-02-05 karen", "carer h-karen ole; residence ole h-karen");
  const auto n = network_of(c, "2024-03-01");
  REQUIRE(n.households[0].carer);
  CHECK(n.people[*n.households[0].carer].person.id == "ole");
  const auto moved =
      network_of(CaseBuilder(c).on("2024-04-01 karen", "residence ole h-karen to=2024-03-20"), "2024-05-01");
  CHECK_FALSE(moved.households[0].carer);
  const auto changed = network_of(CaseBuilder(c).on("2024-04-01 karen", "carer h-karen karen"), "2024-05-01");
  CHECK(changed.people[*changed.households[0].carer].person.id == "karen");
}
