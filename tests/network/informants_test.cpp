#include "kreds/network/informants.hpp"
#include "network_support.hpp"

using namespace kreds::testing;
using kreds::network::InformantKind;

namespace {

kreds::casefile::Case family() {
  return CaseBuilder("liam")
      .people("anna role=mor; dennis; mikkel; karen; ole; mette role=klasselærer; dorthe professional_of=anna; trine")
      .households("h-karen; h-mette")
      .on("2024-02-05 anna",
          "parent dennis liam; parent mikkel liam kind=step; residence karen h-karen from=2010; "
          "residence ole h-karen from=2020; residence mette h-mette")
      .build();
}

InformantKind kind(const std::string& who, const kreds::casefile::Ids& about, const std::string& on = "2024-03-01") {
  return kreds::network::informant_kind(family(), small_vocabulary(), who, about, day(on));
}

}  // namespace

TEST_CASE("the child is the child whatever it speaks of", "[network][informants]") {
  CHECK(kind("liam", {"h-karen"}) == InformantKind::child);
}

TEST_CASE("parents are known by role or kinship and step-parents are network", "[network][informants]") {
  CHECK(kind("anna", {"liam", "karen"}) == InformantKind::parent);
  CHECK(kind("dennis", {"liam", "karen"}) == InformantKind::parent);
  CHECK(kind("mikkel", {"liam", "karen"}) == InformantKind::network);
}

TEST_CASE("somebody speaking of their own household or who lives there is household", "[network][informants]") {
  CHECK(kind("karen", {"h-karen"}) == InformantKind::household);
  CHECK(kind("ole", {"liam", "karen"}) == InformantKind::household);
  CHECK(kind("karen", {"liam", "karen"}) == InformantKind::household);
  CHECK(kind("karen", {"liam", "mikkel"}) == InformantKind::network);
  CHECK(kind("trine", {"h-karen"}) == InformantKind::network);
}

TEST_CASE("who lived there on the day counts", "[network][informants]") {
  CHECK(kind("ole", {"h-karen"}, "2019-12-31") == InformantKind::network);  // not told yet then either
  const kreds::network::Informants informants(family(), small_vocabulary(), day("2024-03-01"));
  CHECK(informants.kind("ole", {"h-karen"}, day("2019-12-31")) == InformantKind::network);
  CHECK(informants.kind("ole", {"h-karen"}, day("2021-01-01")) == InformantKind::household);
}

TEST_CASE("professionals are known by role or by whom they work for", "[network][informants]") {
  CHECK(kind("mette", {"liam", "karen"}) == InformantKind::professional);
  CHECK(kind("dorthe", {"h-karen"}) == InformantKind::professional);
}

TEST_CASE("a professional who speaks of the home she offers is household", "[network][informants]") {
  CHECK(kind("mette", {"h-mette"}) == InformantKind::household);
}
