/// \file
/// Small cases for the ranking's tests, and their ranking on 1 June 2024 with the program's own catalogue.
#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "kreds/ranking/ranking.hpp"
#include "support/case_builder.hpp"

namespace ranked_case {

using namespace kreds;
using casefile::Id;
using testing::CaseBuilder;

inline const ranking::Catalogue& catalogue() {
  static const ranking::Catalogue loaded = ranking::load_catalogue(KREDS_ROOT "/data");
  return loaded;
}

/// Liam is nine, his mother is Anna, his father Dennis. Candidates: Karen and Ole (Karen the carer), Mikkel alone.
inline CaseBuilder liam() {
  return CaseBuilder("liam born=2015-05-14")
      .people("anna born=1994 role=mor; dennis born=1990 role=far; karen born=1961; ole born=1957; mikkel born=1986")
      .households("h-karen; h-mikkel")
      .on("2024-05-01", R"(
        parent anna liam kind=biological; parent dennis liam kind=biological
        residence karen h-karen; residence ole h-karen; candidate h-karen; carer h-karen karen
        residence mikkel h-mikkel; candidate h-mikkel; carer h-mikkel mikkel)");
}

inline ranking::Ranking ranked(const casefile::Case& c, const ranking::Catalogue& with = catalogue()) {
  const casefile::Vocabulary vocabulary = testing::small_vocabulary();
  const network::EgoNetwork network = network::build_network(c, vocabulary, testing::day("2024-06-01"));
  return ranking::rank(c, vocabulary, network, analysis::tie_strengths(network, with.tie_model), with);
}
inline ranking::Ranking ranked(const CaseBuilder& builder) {
  return ranked(builder.build());
}

template <class Items, class Name>
const auto& named(const Items& items, Name name, const std::string& wanted) {
  for (const auto& item : items)
    if (item.*name == wanted) return item;
  FAIL("nothing is called " + wanted);
  throw 0;
}
inline const ranking::RankedHousehold& household(const ranking::Ranking& r, const Id& id) {
  return named(r.households, &ranking::RankedHousehold::id, id);
}
inline const ranking::FactorValue& factor(const ranking::RankedHousehold& h, const std::string& id) {
  return named(h.factors, &ranking::FactorValue::factor, id);
}
inline const ranking::RequirementResult& requirement(const ranking::RankedHousehold& h, const std::string& id) {
  return named(h.requirements, &ranking::RequirementResult::requirement, id);
}
inline bool alerted(const ranking::RankedHousehold& h, const std::string& id) {
  for (const ranking::Alert& a : h.alerts)
    if (a.factor == id) return true;
  return false;
}

inline void check_interval(const analysis::Interval& i, double central, double low, double high) {
  CHECK(i.central == Approx(central).epsilon(0).margin(1e-12));
  CHECK(i.low == Approx(low).epsilon(0).margin(1e-12));
  CHECK(i.high == Approx(high).epsilon(0).margin(1e-12));
}

}  // namespace ranked_case
