#include "network_support.hpp"

using namespace kreds::testing;
using kreds::network::Viewpoint;

namespace {

CaseBuilder liam() {
  return CaseBuilder("liam born=2015-05-14")
      .people("anna role=mor; karen role=mormor; mette role=klasselærer; oskar role=bedsteven; ole");
}

}  // namespace

TEST_CASE("with one ring from the child it is the child's map and no other rings count", "[network][viewpoint]") {
  const auto n = network_of(liam()
                                .on("2024-02-05 anna", "tie liam karen ring=3; tie liam ole ring=2")
                                .on("2024-02-12 liam", "tie liam karen ring=1 ring_words=inderst"),
                            "2024-03-01");
  CHECK(n.viewpoint == Viewpoint::child);
  CHECK(member(n, "karen").ring == 1);
  CHECK(member(n, "karen").ring_words == "inderst");
  CHECK(statements(member(n, "karen").placed_by) == Names{"s003"});
  CHECK_FALSE(member(n, "ole").ring);  // not placed yet
  CHECK_FALSE(member(n, "ole").outside);
}

TEST_CASE("before the child is heard the map is the adults'", "[network][viewpoint]") {
  const CaseBuilder c =
      liam().on("2024-02-05 anna", "tie liam karen ring=3").on("2024-02-12 liam", "tie liam karen ring=1");
  const auto n = network_of(c, "2024-02-11");
  CHECK(n.viewpoint == Viewpoint::adults);
  CHECK(member(n, "karen").ring == 3);
}

TEST_CASE("what an adult says that the child said is not the child's", "[network][viewpoint]") {
  const auto n = network_of(liam().on("2024-02-05 anna", "tie liam karen ring=1 hearsay"), "2024-03-01");
  CHECK(n.viewpoint == Viewpoint::adults);
}

TEST_CASE("nobody placed anybody", "[network][viewpoint]") {
  const auto n =
      network_of(liam().on("2024-02-05 anna", "tie liam karen emotional=3; tie anna karen ring=1"), "2024-03-01");
  CHECK(n.viewpoint == Viewpoint::none);
  CHECK_FALSE(member(n, "karen").ring);
}

TEST_CASE("not in my network is outside and alone makes no map", "[network][viewpoint]") {
  const auto alone = network_of(liam().on("2024-02-12 liam", "tie liam karen ring=none"), "2024-03-01");
  CHECK(alone.viewpoint == Viewpoint::none);
  const auto n =
      network_of(liam().on("2024-02-12 liam", "tie liam karen ring=none; tie liam ole ring=2"), "2024-03-01");
  CHECK(member(n, "karen").outside);
  CHECK_FALSE(member(n, "karen").ring);
}

TEST_CASE("the child's newest placement counts", "[network][viewpoint]") {
  const auto n =
      network_of(liam().on("2024-02-12 liam", "tie liam karen ring=1").on("2024-03-12 liam", "tie liam karen ring=4"),
                 "2024-04-01");
  CHECK(member(n, "karen").ring == 4);
}

TEST_CASE("a ring that held only until some day past places nobody", "[network][viewpoint]") {
  const auto n =
      network_of(liam().on("2024-02-12 liam", "tie liam karen ring=1 to=2022; tie liam ole ring=2"), "2024-04-01");
  CHECK_FALSE(member(n, "karen").ring);
  CHECK(member(n, "ole").ring == 2);
}

TEST_CASE("where adults differ the more reliable one places", "[network][viewpoint]") {
  // Trust falls from first-hand to hearsay, and from the professional to the others.
  const auto first_hand =
      network_of(liam().on("2024-02-05 mette", "tie liam karen ring=4").on("2024-02-20 anna", "tie liam karen ring=1"),
                 "2024-03-01");
  CHECK(member(first_hand, "karen").ring == 4);  // .75 against .5
  const auto hearsay = network_of(
      liam().on("2024-02-20 mette", "tie liam karen ring=4 hearsay").on("2024-02-05 anna", "tie liam karen ring=1"),
      "2024-03-01");
  CHECK(member(hearsay, "karen").ring == 1);  // .375 against .5
}

TEST_CASE("of equally reliable adults the latest places and then the lowest id", "[network][viewpoint]") {
  const auto latest =
      network_of(liam().on("2024-02-20 ole", "tie liam karen ring=2").on("2024-02-05 anna", "tie liam karen ring=1"),
                 "2024-03-01");
  CHECK(member(latest, "karen").ring == 2);
  const auto id = network_of(liam()
                                 .on("2024-02-05 ole", "tie liam karen ring=2 id=b")
                                 .on("2024-02-05 anna", "tie liam karen ring=1 id=c")
                                 .on("2024-02-05 karen", "tie liam karen ring=2 id=d"),
                             "2024-03-01");
  CHECK(member(id, "karen").ring == 2);
  CHECK(statements(member(id, "karen").placed_by) == Names{"b", "d"});  // and who agrees
}
