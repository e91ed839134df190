#include <map>

#include "pieces.hpp"

namespace kreds::ranking {
namespace {

using casefile::CertificateKind;
using casefile::CertificateStatus;
using casefile::MeasureState;

// --- by level ------------------------------------------------------------------------------------------

struct RecordedSupport {
  Support proposed, granted;  ///< proposed or further; granted or started
};

/// §3.2 for one stated level.
RequirementStatus status_of_level(int level, const Factor& factor, const RecordedSupport& support) {
  if (level >= 3) return RequirementStatus::met;
  if (level == 2) return RequirementStatus::conditional;
  if (!factor.requirement->liftable || factor.measures.empty()) return RequirementStatus::not_met;
  if (level == 1)
    return support.proposed.measures.empty() ? RequirementStatus::liftable : RequirementStatus::conditional;
  return lifted_level(level, factor, support.granted) >= 2 ? RequirementStatus::conditional
                                                           : RequirementStatus::not_met;
}

RequirementResult by_levels(const Factor& factor, const FactorValue& value, const RecordedSupport& support) {
  RequirementResult result;
  result.requirement = factor.id;
  std::vector<StatedLevel> current;
  std::ranges::remove_copy_if(value.levels, std::back_inserter(current), &StatedLevel::outdated);
  result.outdated = current.empty() && !value.levels.empty();
  for (const StatedLevel& stated : result.outdated ? value.levels : current) result.from.push_back(stated.from);
  if (current.empty()) return result;
  const auto [lowest, highest] = std::ranges::minmax(current, {}, &StatedLevel::level);
  const RequirementStatus status = status_of_level(lowest.level, factor, support);
  result.disagreement = status != status_of_level(highest.level, factor, support);
  if (result.disagreement) return result;
  result.status = status;
  if (status == RequirementStatus::conditional) {
    result.measures = support.proposed.names();
    result.measure_missing = result.measures.empty();
  }
  if (status == RequirementStatus::liftable) result.measures = factor.measures;
  return result;
}

// --- gates ---------------------------------------------------------------------------------------------

/// How close the child is at least, of the tie that carries the relation; unnamed carer: of any adult's.
double least_closeness(const Basis& basis, const analysis::HouseholdStrength& relation) {
  double least = 0;
  for (const analysis::HouseholdStrength::Adult& adult : relation.adults) {
    if (!adult.tie || (relation.carer_named && adult.person != relation.carrier)) continue;
    const auto& closeness = basis.strengths[*adult.tie].parts[static_cast<std::size_t>(network::Part::closeness)];
    least = std::max(least, closeness.estimate.interval.low);
  }
  return least;
}

/// That a relation exists may be known long before all of it is described: felt closeness alone can show it, unless
/// all the rest is known to be so thin that the relation as a whole stays below.
RequirementResult prior_relation(const Basis& basis, const analysis::HouseholdStrength& relation) {
  RequirementResult result;
  result.requirement = named::prior_relation;
  const double threshold = basis.catalogue.prior_relation_threshold;
  const bool below = relation.interval.high < threshold - rounding;
  const bool close = least_closeness(basis, relation) >= threshold - rounding;
  if (relation.interval.low >= threshold - rounding || (close && !below))
    result.status = RequirementStatus::met;
  else if (below && !close)
    result.status = RequirementStatus::not_met;
  for (const analysis::HouseholdStrength::Adult& adult : relation.adults)
    if (adult.tie && adult.person == relation.carrier) result.from = basis.network.ties[*adult.tie].statements;
  return result;
}

RequirementStatus status_of(CertificateStatus status) {
  switch (status) {
    case CertificateStatus::obtained_nothing_noted:
    case CertificateStatus::assessed_no_hindrance:
      return RequirementStatus::met;
    case CertificateStatus::assessed_hindrance:
      return RequirementStatus::not_met;
    case CertificateStatus::not_consented:
    case CertificateStatus::consented:
    case CertificateStatus::requested:
    case CertificateStatus::to_be_assessed_by_leader:
    case CertificateStatus::unknown:
      break;
  }
  return RequirementStatus::unknown;
}

/// Of one day the furthest step counts: consent and an answer are often told in one breath.
bool supersedes(const Spoken<casefile::Certificate>& next, const Spoken<casefile::Certificate>& current) {
  const auto step = [](CertificateStatus s) { return s == CertificateStatus::unknown ? -1 : static_cast<int>(s); };
  return next.said() > current.said() || step(next.body->status) > step(current.body->status);
}

/// Both certificates of every adult in the household; the latest status of each.
RequirementResult clean_certificates(const Basis& basis, const network::Household& household,
                                     const HouseholdStatements& said) {
  RequirementResult result;
  result.requirement = named::clean_certificates;
  std::map<std::pair<Id, CertificateKind>, Spoken<casefile::Certificate>> latest;
  for (const Spoken<casefile::Certificate>& s : said.certificates)
    if (const auto [found, is_new] = latest.try_emplace({s.body->person, s.body->which}, s);
        !is_new && supersedes(s, found->second))
      found->second = s;
  for (const auto& [key, s] : latest) result.from.push_back(reference(s));
  bool any_hindrance = false, all_clean = true;
  const std::vector<network::Index> people = adults(basis, household);
  for (const network::Index person : people) {
    for (const CertificateKind kind : {CertificateKind::criminal_record, CertificateKind::child_protection}) {
      const auto found = latest.find({basis.network.people[person].person.id, kind});
      const RequirementStatus status =
          found == latest.end() ? RequirementStatus::unknown : status_of(found->second.body->status);
      any_hindrance = any_hindrance || status == RequirementStatus::not_met;
      all_clean = all_clean && status == RequirementStatus::met;
    }
  }
  if (any_hindrance)
    result.status = RequirementStatus::not_met;
  else if (all_clean && !people.empty())
    result.status = RequirementStatus::met;
  return result;
}

// --- alerts --------------------------------------------------------------------------------------------

/// Levels that may give rise to an alert: of professionals. An outdated one only as long as no newer one stands
/// beside it: a grave concern does not go away by growing old.
std::vector<StatedLevel> alerting_levels(const FactorValue& value) {
  std::vector<StatedLevel> current, outdated;
  for (const StatedLevel& stated : value.levels)
    if (stated.professional) (stated.outdated ? outdated : current).push_back(stated);
  return current.empty() ? outdated : current;
}

std::optional<Alert> alert_of(const Factor& factor, const FactorValue& value) {
  if (!factor.alert_at_or_below || factor.item_kind == ItemKind::wish) return std::nullopt;
  Alert alert{factor.id, *factor.alert_at_or_below + 1, {}};
  for (const StatedLevel& stated : alerting_levels(value)) {
    if (stated.level > *factor.alert_at_or_below) continue;
    alert.level = std::min(alert.level, stated.level);
    alert.from.push_back(stated.from);
  }
  if (alert.from.empty()) return std::nullopt;
  return alert;
}

}  // namespace

void judge(const Basis& basis, const network::Household& household, const HouseholdStatements& said,
           RankedHousehold& ranked) {
  for (const FactorValue& value : ranked.factors) {
    const Factor& factor = *find_factor(basis.catalogue, value.factor);
    if (factor.item_kind == ItemKind::tie) {
      ranked.requirements.push_back(prior_relation(basis, ranked.relation));
    } else if (factor.requirement) {
      const RecordedSupport support{support_for(basis, household, said, factor, MeasureState::proposed),
                                    support_for(basis, household, said, factor, MeasureState::granted)};
      ranked.requirements.push_back(by_levels(factor, value, support));
    }
    if (factor.id == named::stable_safe_frame && !ranked.relation.unsafe.empty() && factor.requirement) {
      RequirementResult& result = ranked.requirements.back();
      result.status = RequirementStatus::unknown;
      result.measure_missing = false;
      result.from.insert(result.from.end(), ranked.relation.unsafe.begin(), ranked.relation.unsafe.end());
    }
    if (const auto alert = alert_of(factor, value)) ranked.alerts.push_back(*alert);
    if (factor.item_kind == ItemKind::wish && factor.alert_at_or_below)
      if (auto noes = child_says_no(basis, household, said); !noes.empty())
        ranked.alerts.push_back({factor.id, 0, std::move(noes)});
  }
  ranked.requirements.push_back(clean_certificates(basis, household, said));
  if (!ranked.relation.unsafe.empty())
    ranked.alerts.push_back({std::string(named::unsafe_tie), 0, ranked.relation.unsafe});
}

}  // namespace kreds::ranking
