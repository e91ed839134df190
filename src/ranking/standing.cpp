#include "pieces.hpp"

namespace kreds::ranking {
namespace {

using casefile::RoleAnswer;

/// Whether the household speaks for itself: by somebody who lives in it, or as the municipality's own note of it.
bool own_word(const Basis& basis, const network::Household& household, const Spoken<casefile::RoleWish>& s) {
  const network::Evidence from = evidence(basis, *s.statement, *s.interview, {household.id});
  return said_by(from, network::InformantKind::household) || said_by(from, network::InformantKind::professional);
}

void read_role_wish(const Basis& basis, const network::Household& household, const HouseholdStatements& said,
                    RankedHousehold& ranked) {
  std::optional<Date> day;
  for (const Spoken<casefile::RoleWish>& s : said.roles) {
    if (!s.body->wish || !own_word(basis, household, s)) continue;
    if (day && *day == s.said()) continue;  // of one day the lowest id stays, as everywhere
    day = s.said();
    ranked.role_wish = s.body->wish;
    ranked.role_wish_statements = {s.statement->id};
  }
}

/// Not only »vist«.
bool clear(const Alert& alert) {
  return !std::ranges::all_of(alert.from, &network::StatementRef::unsure);
}

std::vector<Outside> reasons_outside(const Basis& basis, const RankedHousehold& ranked) {
  std::vector<Outside> reasons;
  for (const RequirementResult& r : ranked.requirements)
    if (r.status == RequirementStatus::not_met)
      reasons.push_back({OutsideReason::requirement_not_met, r.requirement, r.from});
  const auto named_already = [&](const std::string& factor) {
    return std::ranges::find(reasons, factor, &Outside::factor) != reasons.end();
  };
  for (const Alert& alert : ranked.alerts) {
    const Factor* factor = find_factor(basis.catalogue, alert.factor);
    if (alert.factor == named::unsafe_tie)
      reasons.push_back({OutsideReason::unsafe_tie, alert.factor, alert.from});
    else if (factor->item_kind == ItemKind::wish && clear(alert))
      reasons.push_back({OutsideReason::child_says_no, alert.factor, alert.from});
    else if (factor->stops_at_zero && alert.level == 0 && !named_already(alert.factor))
      reasons.push_back({OutsideReason::level_zero, alert.factor, alert.from});
  }
  return reasons;
}

Heading heading_of(const std::vector<RequirementResult>& requirements) {
  const auto any = [&](RequirementStatus status) {
    return std::ranges::find(requirements, status, &RequirementResult::status) != requirements.end();
  };
  if (any(RequirementStatus::not_met)) return Heading::requirement_not_met;
  if (any(RequirementStatus::unknown)) return Heading::needs_clarification;
  if (any(RequirementStatus::conditional) || any(RequirementStatus::liftable)) return Heading::conditional_on_support;
  return Heading::no_known_obstacle;
}

/// The household's own no comes first: whoever does not want the task need not be assessed for it.
Standing standing_of(const RankedHousehold& ranked) {
  const RoleAnswer wish = ranked.role_wish.value_or(RoleAnswer::not_asked);
  if (wish == RoleAnswer::support_only || wish == RoleAnswer::no) return Standing::other_roles;
  if (!ranked.outside.empty()) return Standing::outside_until_assessed;
  if (wish == RoleAnswer::only_if_no_one_else || wish == RoleAnswer::for_a_period) return Standing::beside_own_wish;
  return wish == RoleAnswer::not_asked ? Standing::in_order_not_asked : Standing::in_order;
}

}  // namespace

void place(const Basis& basis, const network::Household& household, const HouseholdStatements& said,
           RankedHousehold& ranked) {
  read_role_wish(basis, household, said, ranked);
  ranked.outside = reasons_outside(basis, ranked);
  ranked.heading = heading_of(ranked.requirements);
  ranked.standing = standing_of(ranked);
}

}  // namespace kreds::ranking
