#include <cmath>
#include <stdexcept>

#include "robustness_pieces.hpp"

namespace kreds::ranking {
namespace {

// --- who is looked at ----------------------------------------------------------------------------------

/// A parent who keeps a second address with, say, a grandmother does not make her home the parent's home.
bool parent_with_custody_lives_here(const network::EgoNetwork& network, const network::Household& household) {
  return std::ranges::any_of(network.custody, [&](network::Index parent) {
    return household.carer == parent || std::ranges::any_of(household.residents, [&](const network::Resident& r) {
             return r.person == parent && !r.part_time;
           });
  });
}

// --- one household -------------------------------------------------------------------------------------

void add_up(const Catalogue& catalogue, const std::vector<FactorWeight>& weights, RankedHousehold& ranked) {
  std::vector<analysis::Interval> supported, observed, proposed;
  for (std::size_t j = 0; j < weights.size(); ++j) {
    const FactorValue& value = ranked.factors[j];
    const double weight = weights[j].overall.value();
    supported.push_back(value.supported);
    observed.push_back(value.observed);
    proposed.push_back(value.proposed);
    ranked.contributions.push_back(
        {value.factor, weights[j].overall, value.supported, weight * value.supported.central});
    const bool computed = find_factor(catalogue, value.factor)->item_kind == ItemKind::tie;
    const double answered = computed ? ranked.relation.coverage : value.levels.empty() ? 0.0 : 1.0;
    ranked.coverage += weight * answered;
    if (answered <= 0) ranked.unanswered.push_back(value.factor);
  }
  ranked.value = weighted_value(weights, supported);
  ranked.value_now = weighted_value(weights, observed);
  ranked.value_proposed = weighted_value(weights, proposed);
  std::ranges::stable_sort(ranked.contributions, std::greater<>{}, &Contribution::amount);
  std::ranges::stable_sort(ranked.unanswered, std::greater<>{}, [&](const std::string& factor) {
    return std::ranges::find(weights, factor, &FactorWeight::factor)->overall.value();
  });
}

std::vector<RecordedMeasure> recorded(const HouseholdStatements& said) {
  std::vector<RecordedMeasure> result;
  for (const Spoken<casefile::Measure>& s : said.measures)
    result.push_back(
        {s.body->measure, s.body->factors, s.body->state, s.body->expected_level, s.body->waiting_weeks, reference(s)});
  return result;
}

RankedHousehold ranked_household(const Basis& basis, std::size_t index, const std::vector<FactorWeight>& weights) {
  const network::Household& household = basis.network.households[index];
  const HouseholdStatements said = statements_of(basis, household);
  RankedHousehold ranked;
  ranked.id = household.id;
  ranked.name = household.name;
  ranked.household = index;
  ranked.relation = analysis::household_strength(basis.network, household, basis.strengths, basis.catalogue.tie_model);
  for (const FactorWeight& weight : weights)
    ranked.factors.push_back(
        factor_value(basis, household, said, *find_factor(basis.catalogue, weight.factor), ranked.relation));
  ranked.measures = recorded(said);
  add_up(basis.catalogue, weights, ranked);
  judge(basis, household, said, ranked);
  place(basis, household, said, ranked);
  return ranked;
}

// --- the order -----------------------------------------------------------------------------------------

/// "Not asked yet" is a mark on a household in the order, no place behind it.
int place_of(Standing standing) {
  return static_cast<int>(standing == Standing::in_order_not_asked ? Standing::in_order : standing);
}

bool stands_before(const RankedHousehold& a, const RankedHousehold& b) {
  if (place_of(a.standing) != place_of(b.standing)) return place_of(a.standing) < place_of(b.standing);
  return stands_higher(a, b, Scenario::granted);
}

std::vector<std::string> left_out(const Catalogue& catalogue, const std::vector<std::string>& applicable) {
  std::vector<std::string> result;
  for (const Factor& factor : catalogue.factors)
    if (std::ranges::find(applicable, factor.id) == applicable.end()) result.push_back(factor.id);
  return result;
}

}  // namespace

bool is_higher(double a, double b) {
  return std::round(a / rounding) > std::round(b / rounding);
}

analysis::Interval weighted_value(std::span<const FactorWeight> weights, std::span<const analysis::Interval> values) {
  if (weights.size() != values.size()) throw std::invalid_argument("weights and values are not aligned");
  analysis::Interval total{0, 0, 0};
  for (std::size_t j = 0; j < weights.size(); ++j) {
    const double weight = weights[j].overall.value();
    total.central += weight * values[j].central;
    total.low += weight * values[j].low;
    total.high += weight * values[j].high;
  }
  return total;
}

Ranking rank(const casefile::Case& c, const casefile::Vocabulary& vocabulary, const network::EgoNetwork& network,
             const std::vector<analysis::TieStrength>& strengths, const Catalogue& catalogue) {
  const casefile::Case known = casefile::as_known_on(c, network.as_of);
  const Basis basis{known, network, strengths, catalogue, network::Informants(known, vocabulary, network.as_of)};
  const std::vector<std::string> applicable = applicable_factors(basis);
  Ranking ranking;
  ranking.as_of = network.as_of;
  ranking.weights = centroid_weights(catalogue, applicable);
  ranking.not_applicable = left_out(catalogue, applicable);
  ranking.catalogue = catalogue.id;
  ranking.catalogue_version = catalogue.version;
  ranking.catalogue_hash = catalogue.hash;
  ranking.weighting = catalogue.weighting;
  for (std::size_t i = 0; i < network.households.size(); ++i) {
    if (!network.households[i].candidate) continue;
    if (parent_with_custody_lives_here(network, network.households[i]))
      ranking.parents_with_custody_excluded.push_back(network.households[i].id);
    else
      ranking.households.push_back(ranked_household(basis, i, ranking.weights));
  }
  std::ranges::sort(ranking.households, stands_before);
  std::ranges::sort(ranking.parents_with_custody_excluded);
  return ranking;
}

}  // namespace kreds::ranking
