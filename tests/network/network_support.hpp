/// \file
/// Short ways to look at a network in tests.
#pragma once

#include <catch2/catch.hpp>

#include "kreds/network/ego_network.hpp"
#include "support/case_builder.hpp"

namespace kreds::testing {

inline network::EgoNetwork network_of(const CaseBuilder& builder, const std::string& as_of) {
  return network::build_network(builder.build(), small_vocabulary(), day(as_of));
}

inline const network::Member& member(const network::EgoNetwork& n, const std::string& id) {
  const auto index = network::index_of(n, id);
  REQUIRE(index);
  return n.people[*index];
}

inline const network::Tie& tie(const network::EgoNetwork& n, const std::string& a, const std::string& b) {
  REQUIRE(network::index_of(n, a));
  REQUIRE(network::index_of(n, b));
  const network::Tie* found = network::tie_between(n, *network::index_of(n, a), *network::index_of(n, b));
  REQUIRE(found);
  return *found;
}

inline std::vector<std::string> statements(const std::vector<network::StatementRef>& refs) {
  std::vector<std::string> ids;
  for (const auto& ref : refs) ids.push_back(ref.statement);
  return ids;
}

inline std::vector<std::string> statements(const std::vector<network::Evidence>& evidence) {
  std::vector<std::string> ids;
  for (const auto& e : evidence) ids.push_back(e.from.statement);
  return ids;
}

using Names = std::vector<std::string>;

}  // namespace kreds::testing
