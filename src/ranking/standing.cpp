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

/// What an assessment has to speak of so that it answers a reason; the child's own no is the child's alone to take
/// back.
const Factor* assessable(const Basis& basis, const Outside& reason) {
  switch (reason.reason) {
    case OutsideReason::unsafe_tie:
      return find_factor(basis.catalogue, named::stable_safe_frame);
    case OutsideReason::requirement_not_met:
    case OutsideReason::level_zero:
      return find_factor(basis.catalogue, reason.factor);
    case OutsideReason::child_says_no:
      break;
  }
  return nullptr;
}

/// By somebody who can be asked about it: a professional of the case, or an interviewer with a name.
bool named_professional(const network::Evidence& from, const casefile::Interview& interview) {
  if (!said_by(from, network::InformantKind::professional)) return false;
  return !from.from.informants.empty() ||
         std::ranges::any_of(interview.interviewers, [](const auto& one) { return !one.name.empty(); });
}

/// Written later than what it answers, with a level that does not stop, and with its grounds.
std::vector<network::StatementRef> written_assessments(const Basis& basis, const network::Household& household,
                                                       const HouseholdStatements& said, const Outside& reason) {
  const Factor* factor = assessable(basis, reason);
  if (factor == nullptr || reason.from.empty()) return {};
  const Date newest = std::ranges::max_element(reason.from, {}, &network::StatementRef::said)->said;
  const bool first_level_stops = factor->requirement && (!factor->requirement->liftable || factor->measures.empty());
  std::vector<network::StatementRef> found;
  for (const Spoken<casefile::Assessment>& s : said.assessments) {
    if (s.body->factor != factor->id || s.body->words.empty() || s.said() <= newest) continue;
    if (s.body->level.value.value_or(0) < (first_level_stops ? 2 : 1)) continue;
    const network::Evidence from = evidence(basis, *s.statement, *s.interview, {household.id});
    if (named_professional(from, *s.interview)) found.push_back(from.from);
  }
  return found;
}

/// Of an alert, which may rest on several levels, what stops.
std::vector<network::StatementRef> level_zero(const RankedHousehold& ranked, const Alert& alert) {
  std::vector<network::StatementRef> found;
  const FactorValue& value = *std::ranges::find(ranked.factors, alert.factor, &FactorValue::factor);
  for (const StatedLevel& stated : value.levels)
    if (stated.level == 0 && std::ranges::find(alert.from, stated.from) != alert.from.end())
      found.push_back(stated.from);
  return found;
}

std::vector<Outside> reasons_outside(const Basis& basis, const RankedHousehold& ranked) {
  std::vector<Outside> reasons;
  for (const RequirementResult& r : ranked.requirements)
    if (r.status == RequirementStatus::not_met)
      reasons.push_back({OutsideReason::requirement_not_met, r.requirement, r.from, {}});
  const auto named_already = [&](const std::string& factor) {
    return std::ranges::find(reasons, factor, &Outside::factor) != reasons.end();
  };
  for (const Alert& alert : ranked.alerts) {
    const Factor* factor = find_factor(basis.catalogue, alert.factor);
    if (alert.factor == named::unsafe_tie)
      reasons.push_back({OutsideReason::unsafe_tie, alert.factor, alert.from, {}});
    else if (factor->item_kind == ItemKind::wish && clear(alert))
      reasons.push_back({OutsideReason::child_says_no, alert.factor, alert.from, {}});
    else if (factor->stops_at_zero && alert.level == 0 && !named_already(alert.factor))
      reasons.push_back({OutsideReason::level_zero, alert.factor, level_zero(ranked, alert), {}});
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
  const auto unanswered = [](const Outside& reason) { return reason.assessed.empty(); };
  if (std::ranges::any_of(ranked.outside, unanswered)) return Standing::outside_until_assessed;
  if (wish == RoleAnswer::only_if_no_one_else || wish == RoleAnswer::for_a_period) return Standing::beside_own_wish;
  return wish == RoleAnswer::not_asked ? Standing::in_order_not_asked : Standing::in_order;
}

}  // namespace

void place(const Basis& basis, const network::Household& household, const HouseholdStatements& said,
           RankedHousehold& ranked) {
  read_role_wish(basis, household, said, ranked);
  ranked.outside = reasons_outside(basis, ranked);
  for (Outside& reason : ranked.outside) reason.assessed = written_assessments(basis, household, said, reason);
  ranked.heading = heading_of(ranked.requirements);
  ranked.standing = standing_of(ranked);
}

}  // namespace kreds::ranking
