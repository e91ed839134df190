/// \file
/// Who is who around the child, and who has been heard; internal to the layer.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "kreds/ranking/ranking.hpp"

namespace kreds::ranking {

using network::EgoNetwork;
using network::Index;

/// Biological, adoptive, or only said to be parents; ascending.
std::vector<Index> parents_of(const EgoNetwork& network, Index person);
/// The child's, with those who have custody and those whose role says so; ascending.
std::vector<Index> parents_of_child(const EgoNetwork& network, const casefile::Vocabulary& vocabulary);
/// Full and half siblings, by shared parents or because it was said; ascending.
std::vector<Index> siblings_of(const EgoNetwork& network, Index person);

/// Lives in the household on the day.
bool lives_in(const network::Household& household, Index person);
/// Grown-ups who live there, the child and the dead left out; ascending.
std::vector<Index> adults_in(const EgoNetwork& network, const network::Household& household);

/// The last day on which each person was an informant.
std::map<Id, network::Date> last_heard(const casefile::Case& c, network::Date as_of);

/// The child's tie to a person, as an index into network.ties.
std::optional<std::size_t> tie_with_child(const EgoNetwork& network, Index person);

/// Asked or not: both stand in the order.
bool in_order(const RankedHousehold& household);

bool contains(const std::vector<Index>& people, Index person);

}  // namespace kreds::ranking
