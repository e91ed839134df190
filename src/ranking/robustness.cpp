#include "kreds/ranking/robustness.hpp"

#include <algorithm>
#include <stdexcept>

#include "kreds/smaa/acceptability.hpp"
#include "kreds/smaa/dominance.hpp"
#include "robustness_pieces.hpp"

namespace kreds::ranking {
namespace {

using analysis::Interval;

Table square(std::size_t size, double value) {
  return Table(size, std::vector<double>(size, value));
}

/// Position of each household of the order among the alternatives of the model.
std::vector<std::size_t> positions(const Setting& setting) {
  std::vector<std::size_t> result;
  for (const RankedHousehold* household : setting.order) {
    const auto found = std::ranges::find(setting.model.households, household->id);
    result.push_back(static_cast<std::size_t>(found - setting.model.households.begin()));
  }
  return result;
}

HouseholdAcceptability acceptability_of(const Setting& setting, const RankedHousehold& household,
                                        const smaa::Acceptability::OfAlternative& drawn) {
  HouseholdAcceptability result{household.id, drawn.ranks, drawn.expected_rank, {}, drawn.confidence};
  if (!drawn.central_weights) return result;
  result.central_weights.resize(setting.model.criteria.size());
  for (std::size_t i = 0; i < setting.model.criteria.size(); ++i)
    result.central_weights[setting.model.criteria[i]] = (*drawn.central_weights)[i];
  return result;
}

void draw(const Setting& setting, Robustness& result) {
  const RobustnessSettings& with = result.settings;
  const smaa::Acceptability drawn =
      smaa::acceptability(setting.model.weights, setting.model.alternatives,
                          {.seed = with.seed, .draws = with.draws, .threads = with.threads, .instructions = {}});
  const std::vector<std::size_t> at = positions(setting);
  result.choice_entropy = drawn.choice_entropy;
  result.ahead = square(at.size(), 0.5);
  for (std::size_t a = 0; a < at.size(); ++a) {
    result.acceptability.push_back(acceptability_of(setting, *setting.order[a], drawn.alternatives[at[a]]));
    for (std::size_t b = 0; b < at.size(); ++b) result.ahead[a][b] = drawn.ahead[at[a]][at[b]];
  }
}

void dominate(const Setting& setting, Robustness& result) {
  const std::size_t size = setting.order.size();
  result.worst_weights = result.worst_answers = square(size, 0);
  for (std::size_t a = 0; a < size; ++a) {
    for (std::size_t b = 0; b < size; ++b) {
      if (a == b) continue;
      const RankedHousehold &one = *setting.order[a], &other = *setting.order[b];
      result.worst_weights[a][b] =
          smaa::least(setting.model.weights, differences(setting, one, &Interval::central, other, &Interval::central));
      result.worst_answers[a][b] =
          smaa::least(setting.model.weights, differences(setting, one, &Interval::low, other, &Interval::high));
    }
  }
}

/// A bracket ends where the share against its first member is large enough.
void put_in_brackets(Robustness& result) {
  std::size_t first = 0;
  for (std::size_t h = 0; h < result.households.size(); ++h) {
    if (h == 0 || result.ahead[first][h] >= mostly_share) {
      first = h;
      result.brackets.push_back({{}, result.households[h]});
    }
    result.brackets.back().members.push_back(result.households[h]);
  }
  for (Bracket& bracket : result.brackets) std::ranges::sort(bracket.members);
}

bool in_one_bracket(const std::vector<Bracket>& brackets, const Id& a, const Id& b) {
  return std::ranges::any_of(brackets, [&](const Bracket& bracket) {
    return std::ranges::binary_search(bracket.members, a) && std::ranges::binary_search(bracket.members, b);
  });
}

Neighbours compared(const Setting& setting, const Robustness& so_far, std::size_t a, std::size_t b) {
  const RankedHousehold &ahead = *setting.order[a], &behind = *setting.order[b];
  Neighbours result;
  result.ahead = ahead.id;
  result.behind = behind.id;
  result.gap = value_in(ahead, setting.scenario).central - value_in(behind, setting.scenario).central;
  result.share_ahead = so_far.ahead[a][b];
  result.worst_weights = so_far.worst_weights[a][b];
  result.worst_answers = so_far.worst_answers[a][b];
  result.firmness = firmness(result.share_ahead, result.worst_weights, result.worst_answers);
  result.same_bracket = in_one_bracket(so_far.brackets, ahead.id, behind.id);
  result.alert = !ahead.alerts.empty() || !behind.alerts.empty();
  result.weight = weight_flip(setting, ahead, behind);
  result.answers = answer_flips(setting, ahead, behind);
  result.measures = measure_flips(setting, ahead, behind);
  return result;
}

std::vector<const RankedHousehold*> ordered(const Ranking& ranking, const RobustnessSettings& settings) {
  std::vector<const RankedHousehold*> order;
  for (const RankedHousehold& household : in_order(ranking)) order.push_back(&household);
  std::ranges::sort(order, [&](const RankedHousehold* a, const RankedHousehold* b) {
    return stands_higher(*a, *b, settings.scenario);
  });
  return order;
}

}  // namespace

std::span<const RankedHousehold> in_order(const Ranking& ranking) {
  const auto end = std::ranges::find_if(ranking.households, [](const RankedHousehold& household) {
    return household.standing != Standing::in_order && household.standing != Standing::in_order_not_asked;
  });
  return {ranking.households.begin(), end};
}

const Interval& value_in(const RankedHousehold& household, Scenario scenario) {
  return scenario == Scenario::now        ? household.value_now
         : scenario == Scenario::proposed ? household.value_proposed
                                          : household.value;
}

const Interval& value_in(const FactorValue& factor, Scenario scenario) {
  return scenario == Scenario::now        ? factor.observed
         : scenario == Scenario::proposed ? factor.proposed
                                          : factor.supported;
}

bool stands_higher(const RankedHousehold& a, const RankedHousehold& b, Scenario scenario) {
  const double a_value = value_in(a, scenario).central, b_value = value_in(b, scenario).central;
  if (is_higher(a_value, b_value)) return true;
  return !is_higher(b_value, a_value) && a.id < b.id;
}

std::vector<double> differences(const Setting& setting, const RankedHousehold& a, double Interval::*of_a,
                                const RankedHousehold& b, double Interval::*of_b) {
  std::vector<double> result;
  for (const std::size_t j : setting.model.criteria)
    result.push_back(value_in(a.factors[j], setting.scenario).*of_a - value_in(b.factors[j], setting.scenario).*of_b);
  return result;
}

Firmness firmness(double share_ahead, double worst_weights, double worst_answers) {
  if (share_ahead < mostly_share) return Firmness::cannot_be_told_apart;
  if (smaa::never_behind(worst_answers)) return Firmness::always;
  if (smaa::never_behind(worst_weights)) return Firmness::any_permitted_weights;
  return share_ahead >= nearly_any_share ? Firmness::nearly_any : Firmness::mostly;
}

Robustness robustness(const Ranking& ranking, std::span<const analysis::TieStrength> strengths,
                      const Catalogue& catalogue, const RobustnessSettings& settings) {
  if (settings.draws < 1) throw std::invalid_argument("at least one draw is needed");
  const Model drawn_from = model(ranking, strengths, catalogue, settings.scenario);
  const Setting setting{ranking, strengths, catalogue, settings.scenario, drawn_from, ordered(ranking, settings)};

  Robustness result;
  result.settings = settings;
  result.standard_error = smaa::standard_error(0.5, settings.draws);
  for (const RankedHousehold* household : setting.order) result.households.push_back(household->id);
  if (setting.order.empty()) return result;
  draw(setting, result);
  dominate(setting, result);
  put_in_brackets(result);
  for (std::size_t i = 0; i + 1 < setting.order.size(); ++i)
    result.neighbours.push_back(compared(setting, result, i, i + 1));
  result.scenarios = order_changes(ranking, catalogue);
  return result;
}

Neighbours compare(const Ranking& ranking, std::span<const analysis::TieStrength> strengths, const Catalogue& catalogue,
                   const Robustness& robustness, const Id& a, const Id& b) {
  const auto place = [&](const Id& id) {
    const auto found = std::ranges::find(robustness.households, id);
    if (found == robustness.households.end()) throw std::invalid_argument("not a household in the order");
    return static_cast<std::size_t>(found - robustness.households.begin());
  };
  const auto [ahead, behind] = std::minmax({place(a), place(b)});
  const RobustnessSettings& settings = robustness.settings;
  const Model drawn_from = model(ranking, strengths, catalogue, settings.scenario);
  return compared({ranking, strengths, catalogue, settings.scenario, drawn_from, ordered(ranking, settings)},
                  robustness, ahead, behind);
}

}  // namespace kreds::ranking
