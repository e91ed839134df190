// What changed in the order, and why: contributions that moved. A decision is told, and moves nobody.
#include <algorithm>
#include <cmath>
#include <set>

#include "pieces.hpp"

namespace kreds::comparison {
namespace {

using network::StatementRef;
using ranking::FactorValue;
using ranking::RankedHousehold;
using ranking::Ranking;

/// Changes below this are rounding.
constexpr double nothing = 1e-9;

const RankedHousehold* find(const Ranking& ranking, const Id& id) {
  for (const RankedHousehold& household : ranking.households)
    if (household.id == id) return &household;
  return nullptr;
}

Standing standing(const RankedHousehold& household, const RankedState& state) {
  Standing result{household.standing, household.heading, std::nullopt, 1, household.value.central};
  std::size_t first = 1;
  for (const ranking::Bracket& bracket : state.robustness.brackets) {
    if (std::find(bracket.members.begin(), bracket.members.end(), household.id) != bracket.members.end()) {
      result.place = first;
      result.members = bracket.members.size();
      break;
    }
    first += bracket.members.size();
  }
  return result;
}

const FactorValue* value_of(const RankedHousehold& household, const std::string& factor) {
  for (const FactorValue& value : household.factors)
    if (value.factor == factor) return &value;
  return nullptr;
}

std::optional<ranking::Contribution> contribution(const RankedHousehold& household, const std::string& factor) {
  for (const ranking::Contribution& one : household.contributions)
    if (one.factor == factor) return one;
  return std::nullopt;
}

/// The statements on which a factor's value rests, by id.
std::map<Id, StatementRef> grounds(const RankedHousehold& household, const std::string& factor, const State& state) {
  std::map<Id, StatementRef> all;
  const auto add = [&](const StatementRef& from) { all.emplace(from.statement, from); };
  if (const FactorValue* value = value_of(household, factor)) {
    for (const analysis::Share& share : value->supported_estimate.shares) add(share.from);
    for (const ranking::StatedLevel& level : value->levels) add(level.from);
  }
  if (factor == "relation_strength")
    for (const auto& adult : household.relation.adults)
      if (adult.tie)
        for (const network::TiePart& part : state.network.ties[*adult.tie].parts)
          for (const network::Evidence& evidence : part.current) add(evidence.from);
  return all;
}

std::vector<StatementRef> missing_in(const std::map<Id, StatementRef>& these, const std::map<Id, StatementRef>& those) {
  std::vector<StatementRef> left;
  for (const auto& [id, from] : these)
    if (!those.contains(id)) left.push_back(from);
  return left;
}

struct Side {
  const State& state;
  const RankedHousehold& household;
};

MovedContribution moved(const std::string& factor, const Side& before, const Side& after) {
  const auto then = contribution(before.household, factor), now = contribution(after.household, factor);
  MovedContribution result;
  result.factor = factor;
  result.before = then ? then->amount : 0;
  result.after = now ? now->amount : 0;
  const auto old_grounds = grounds(before.household, factor, before.state);
  const auto new_grounds = grounds(after.household, factor, after.state);
  const FactorValue *was = value_of(before.household, factor), *is = value_of(after.household, factor);
  const bool same_weight = then && now && then->weight == now->weight;
  if (result.from = missing_in(new_grounds, old_grounds); !result.from.empty()) {
    result.cause = Cause::said;
  } else if (result.from = missing_in(old_grounds, new_grounds); !result.from.empty()) {
    result.cause = Cause::taken_back;
  } else if (was != nullptr && is != nullptr && was->lifted_by != is->lifted_by) {
    result.cause = Cause::support;
  } else {
    result.cause = same_weight ? Cause::time : Cause::weight;
  }
  return result;
}

std::vector<MovedContribution> moved_contributions(const Side& before, const Side& after) {
  std::set<std::string> factors;
  for (const Side* side : {&before, &after})
    for (const ranking::Contribution& one : side->household.contributions) factors.insert(one.factor);
  std::vector<MovedContribution> all;
  for (const std::string& factor : factors) {
    MovedContribution one = moved(factor, before, after);
    if (std::abs(one.after - one.before) > nothing) all.push_back(std::move(one));
  }
  std::stable_sort(all.begin(), all.end(), [](const MovedContribution& a, const MovedContribution& b) {
    return std::abs(a.after - a.before) > std::abs(b.after - b.before) + nothing;
  });
  return all;
}

}  // namespace

OrderChange order_change(const State& before, const RankedState& ranked_before, const State& after,
                         const RankedState& ranked_after) {
  OrderChange result;
  for (const RankedHousehold& now : ranked_after.ranking.households) {
    HouseholdMove move;
    move.household = now.id;
    move.after = standing(now, ranked_after);
    if (const RankedHousehold* then = find(ranked_before.ranking, now.id)) {
      move.before = standing(*then, ranked_before);
      move.moved = moved_contributions({before, *then}, {after, now});
    }
    result.households.push_back(std::move(move));
  }
  for (const RankedHousehold& then : ranked_before.ranking.households)
    if (find(ranked_after.ranking, then.id) == nullptr) {
      HouseholdMove move;
      move.household = then.id;
      move.before = standing(then, ranked_before);
      result.households.push_back(std::move(move));
    }
  const Current old = current(before.known);
  for (const auto& [item, told] : current(after.known))
    if (item.kind == ItemKind::decision && !old.contains(item))
      result.decisions.insert(result.decisions.end(), told.begin(), told.end());
  result.same_catalogue = ranked_before.ranking.catalogue_hash == ranked_after.ranking.catalogue_hash;
  return result;
}

}  // namespace kreds::comparison
