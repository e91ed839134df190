#include "ranking_words.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>

#include "kreds/application/collation.hpp"
#include "kreds/casefile/terms.hpp"
#include "kreds/casefile/write.hpp"
#include "ranking_terms.hpp"

namespace kreds::application {

using casefile::Id;
using network::StatementRef;
using ranking::FactorValue;
using ranking::RankedHousehold;
using ranking::RequirementResult;
using ranking::RequirementStatus;

std::string label_key(std::string_view before, std::string_view term) {
  return std::string(before) + std::string(term);
}

Speaks speaks(const FactorValue& value) {
  if (value.levels.empty()) return Speaks::not_answered;
  const auto [lowest, highest] = std::minmax_element(value.levels.begin(), value.levels.end(),
                                                     [](const auto& a, const auto& b) { return a.level < b.level; });
  if (lowest->level >= 3) return Speaks::in_favour;
  return highest->level <= 1 ? Speaks::concern : Speaks::both;
}

const RankedHousehold& RankingWords::ranked_household(std::string_view id) const {
  for (const RankedHousehold& household : ranked_.ranking.households)
    if (household.id == id) return household;
  throw std::invalid_argument("not a household of the ranking");
}

std::vector<const RankedHousehold*> RankingWords::standing(ranking::Standing standing) const {
  std::vector<const RankedHousehold*> here, sorted;
  std::vector<std::string> names;
  for (const RankedHousehold& one : ranked_.ranking.households)
    if (one.standing == standing) {
      here.push_back(&one);
      names.push_back(household(one.id));
    }
  for (const std::size_t i : alphabetical(names, labels().language())) sorted.push_back(here[i]);
  return sorted;
}

std::string place_in_order(std::size_t first, std::size_t members) {
  return std::to_string(first) + (members == 1 ? "" : "–" + std::to_string(first + members - 1)) + ".";
}

std::string RankingWords::named(std::string_view household) const {
  return "»" + Wording::household(household) + "«";
}

std::string RankingWords::named_list(std::span<const Id> households) const {
  std::vector<std::string> names;
  for (const Id& id : households) names.push_back(named(id));
  return list(names);
}

std::string RankingWords::person_name(network::Index person) const {
  return Wording::person(network().people[person].person.id);
}

std::string RankingWords::child() const {
  return person(source_case().child);
}

std::string RankingWords::factor(std::string_view id) const {
  return (*this)("factor." + std::string(id) + ".label");
}

double RankingWords::weight(std::string_view factor) const {
  const auto& weights = ranked_.ranking.weights;
  const auto found = std::find_if(weights.begin(), weights.end(), [&](const auto& w) { return w.factor == factor; });
  return found == weights.end() ? 0 : found->overall.value();
}

std::string RankingWords::about(const RankedHousehold& household) const {
  const network::Household& home = network().households[household.household];
  std::vector<std::string> people;
  std::string child_here;
  for (const network::Resident& resident : home.residents) {
    if (resident.person == network().ego)
      child_here = (*this)(resident.part_time ? "rank.child_part_time" : "rank.child_lives_here", {{"child", child()}});
    else
      people.push_back(person_with_role(network().people[resident.person].person.id));
  }
  std::string text = people.empty() ? (*this)("rank.nobody_known_here") : list(people);
  if (!home.place.empty()) text += "; " + layout::drawable(home.place);
  const bool is_protected = std::ranges::any_of(home.residents, [&](const network::Resident& resident) {
    return network().people[resident.person].person.protected_address.set;
  });
  if (!home.place.empty() && is_protected) text += " (" + (*this)("rank.protected_address") + ")";
  if (home.school_km) {
    const bool whole = *home.school_km == static_cast<double>(static_cast<int>(*home.school_km));
    text += ", " + (*this)("rank.km_to_school", {{"km", labels::decimal(*home.school_km, whole ? 0 : 1, labels())}});
  }
  return text + "." + (child_here.empty() ? "" : " " + child_here);
}

std::string RankingWords::level(const std::string& factor, const ranking::StatedLevel& stated) const {
  if (const Said* made = said(stated.from.statement))
    if (const auto* wish = std::get_if<casefile::Wish>(&made->statement->body); wish && factor == "child_wish") {
      std::string text = (*this)(label_key("factor.child_wish.view.", casefile::term(wish->view)));
      const std::string condition = layout::drawable(wish->condition);
      return condition.empty() ? text : text + " – " + condition;
    }
  return (*this)("factor." + factor + ".level." + std::to_string(stated.level));
}

std::string RankingWords::levels(const FactorValue& value) const {
  std::vector<std::pair<std::string, std::vector<StatementRef>>> told;
  for (const ranking::StatedLevel& stated : value.levels) {
    const std::string words = level(value.factor, stated);
    const auto same = std::find_if(told.begin(), told.end(), [&](const auto& t) { return t.first == words; });
    if (same == told.end())
      told.push_back({words, {stated.from}});
    else
      same->second.push_back(stated.from);
  }
  std::string text;
  for (const auto& [words, from] : told) text += (text.empty() ? "" : "; ") + words + " (" + sources(from) + ")";
  return text;
}

std::string RankingWords::alert(const ranking::Alert& alert) const {
  const std::string from = sources(alert.from);
  if (alert.factor == "unsafe_tie") return (*this)("rank.unsafe_tie", {{"child", child()}, {"sources", from}});
  return factor(alert.factor) + ": " + (*this)("factor." + alert.factor + ".level." + std::to_string(alert.level)) +
         " (" + from + ")";
}

std::string RankingWords::why_not_met(const RankedHousehold& household, const std::string& requirement) const {
  const auto value = std::find_if(household.factors.begin(), household.factors.end(),
                                  [&](const FactorValue& v) { return v.factor == requirement; });
  if (value != household.factors.end() && !value->levels.empty()) return levels(*value);
  return (*this)("rank.not_met." + requirement);
}

std::string RankingWords::measures(const std::vector<std::string>& measures) const {
  std::vector<std::string> names;
  for (const std::string& measure : measures) names.push_back((*this)("measure." + measure));
  return list(names);
}

std::string RankingWords::requirement(const RequirementResult& result, const RankedHousehold& household) const {
  std::string name = factor(result.requirement);
  switch (result.status) {
    case RequirementStatus::met:
      return name;
    case RequirementStatus::not_met:
      return name + ": " + why_not_met(household, result.requirement);
    case RequirementStatus::conditional:
      return name + ": " + (result.measure_missing ? (*this)("rank.measure_missing") : measures(result.measures));
    case RequirementStatus::liftable:
      return name + ": " + (*this)("rank.could_be_lifted");
    case RequirementStatus::unknown:
      break;
  }
  if (result.requirement == "clean_certificates") return name + ": " + certificates(result, household);
  if (result.disagreement) return name + ": " + (*this)("rank.described_differently");
  if (result.outdated) return name + ": " + (*this)("rank.too_old");
  return name;
}

std::string RankingWords::certificates(const RequirementResult& result, const RankedHousehold& household) const {
  using casefile::CertificateKind;
  using casefile::CertificateStatus;
  const auto status_of = [&](const Id& person, CertificateKind kind) {
    for (const StatementRef& from : result.from)
      if (const Said* made = said(from.statement))
        if (const auto* told = std::get_if<casefile::Certificate>(&made->statement->body);
            told && told->person == person && told->which == kind)
          return told->status;
    return CertificateStatus::unknown;
  };
  const auto settled = [](CertificateStatus status) {
    return status == CertificateStatus::obtained_nothing_noted || status == CertificateStatus::assessed_no_hindrance;
  };
  std::vector<std::string> open;
  for (const analysis::HouseholdStrength::Adult& adult : household.relation.adults) {
    const Id& id = network().people[adult.person].person.id;
    std::map<CertificateStatus, std::vector<std::string>> which;
    for (const CertificateKind kind : {CertificateKind::criminal_record, CertificateKind::child_protection})
      if (const CertificateStatus status = status_of(id, kind); !settled(status))
        which[status].push_back((*this)(label_key("certificate.", casefile::term(kind))));
    for (const auto& [status, kinds] : which)
      open.push_back(
          (*this)("rank.certificate", {{"person", person(id)},
                                       {"which", list(kinds)},
                                       {"status", (*this)(label_key("certificate_status.", casefile::term(status)))}}));
  }
  return open.empty() ? (*this)("rank.certificates_partly") : list(open);
}

bool RankingWords::concerns(const casefile::RoleWish& role, const RankedHousehold& household) const {
  if (role.household == household.id) return true;
  const auto& residents = network().households[household.household].residents;
  return !role.person.empty() && std::any_of(residents.begin(), residents.end(), [&](const auto& resident) {
    return network().people[resident.person].person.id == role.person;
  });
}

std::string RankingWords::offer(const casefile::Offer& offer, const casefile::RoleWish& role) const {
  std::string text = role.person.empty() ? "" : person(role.person) + ": ";
  text += (*this)("offer_role." + offer.role);
  if (const std::string words = layout::drawable(offer.words); !words.empty()) text += " – " + words;
  return text;
}

std::string RankingWords::own_words(const Said& said) const {
  std::string words;
  if (const auto* role = std::get_if<casefile::RoleWish>(&said.statement->body)) words = role->words;
  if (const auto* assessment = std::get_if<casefile::Assessment>(&said.statement->body)) words = assessment->words;
  if (words.empty() && said.statement->quote) words = said.statement->quote->text;
  return (words.empty() ? "" : " – " + quoted(words)) + " (" + source(reference(said)) + ")";
}

namespace {

constexpr double close_from = 0.6;

}  // namespace

std::string RankingWords::closeness(const analysis::HouseholdStrength::Adult& adult) const {
  const analysis::TieStrength* tie = adult.tie ? &ranked_.analysed.strengths[*adult.tie] : nullptr;
  if (!tie || !tie->described) return (*this)("rank.closeness.not_described");
  const double central = tie->interval.central;
  const char* term = central >= 0.8          ? "very_close"
                     : central >= close_from ? "close"
                     : central >= 0.4        ? "between"
                                             : "distant";
  std::string text = (*this)(label_key("rank.closeness.", term));
  if (tie->interval.width() > 0.5) text += ", " + (*this)("rank.closeness.much_unknown");
  return text;
}

std::vector<const FactorValue*> RankingWords::by_weight(const RankedHousehold& household) const {
  std::vector<const FactorValue*> all;
  for (const FactorValue& value : household.factors)
    if (value.factor != "relation_strength") all.push_back(&value);
  std::stable_sort(all.begin(), all.end(),
                   [&](const auto* a, const auto* b) { return weight(a->factor) > weight(b->factor); });
  return all;
}

std::string RankingWords::quotes(const FactorValue& value) const {
  std::string text;
  for (const StatementRef& from : value.words)
    if (const Said* made = said(from.statement))
      if (const std::string words = own_words(*made); words.starts_with(" – ")) text += words;
  return text;
}

bool alerted(const RankedHousehold& household, std::string_view factor) {
  return std::any_of(household.alerts.begin(), household.alerts.end(),
                     [&](const ranking::Alert& alert) { return alert.factor == factor; });
}

bool RankingWords::heard_from(const RankedHousehold& household) const {
  const auto& adults = household.relation.adults;
  const auto all = conversations(source_case());
  return std::any_of(all.begin(), all.end(), [&](const casefile::Interview* interview) {
    return std::any_of(adults.begin(), adults.end(), [&](const auto& adult) {
      const auto& heard = interview->informants;
      return std::find(heard.begin(), heard.end(), network().people[adult.person].person.id) != heard.end();
    });
  });
}

std::string RankingWords::share(double share) const {
  const char* term = share >= 0.9    ? "nearly_all"
                     : share >= 0.65 ? "most"
                     : share >= 0.4  ? "half"
                     : share >= 0.15 ? "less"
                                     : "hardly";
  return (*this)(label_key("rank.coverage.", term));
}

std::string RankingWords::outside(const RankedHousehold& household, const ranking::Outside& reason) const {
  switch (reason.reason) {
    case ranking::OutsideReason::requirement_not_met:
      return (*this)("rank.outside.requirement_not_met",
                     {{"requirement", factor(reason.factor)}, {"why", why_not_met(household, reason.factor)}});
    case ranking::OutsideReason::child_says_no: {
      std::string sentence =
          (*this)("rank.outside.child_says_no", {{"child", child()}, {"sources", sources(reason.from)}});
      if (network().people[network().ego].age.value_or(0) >= 15)
        sentence += " " + (*this)("rank.outside.own_consent", {{"child", child()}});
      return sentence;
    }
    case ranking::OutsideReason::unsafe_tie:
      return (*this)("rank.unsafe_tie", {{"child", child()}, {"sources", sources(reason.from)}});
    case ranking::OutsideReason::level_zero:
      break;
  }
  return alert({reason.factor, 0, reason.from});
}

std::string RankingWords::own_wish(const RankedHousehold& household) const {
  const auto wish = household.role_wish.value_or(casefile::RoleAnswer::not_asked);
  std::string text = (*this)(label_key("rank.role_wish.", casefile::term(wish)));
  for (const Id& id : household.role_wish_statements)
    if (const Said* made = said(id)) text += own_words(*made);
  return text;
}

std::vector<std::string> RankingWords::offers(const RankedHousehold& household) const {
  std::vector<std::string> all;
  for (const casefile::Interview& interview : source_case().interviews)
    for (const casefile::Statement& statement : interview.statements)
      if (const auto* role = std::get_if<casefile::RoleWish>(&statement.body); role && concerns(*role, household))
        for (const casefile::Offer& one : role->offers) all.push_back(offer(one, *role));
  return all;
}

std::vector<std::string> RankingWords::close_relation(const RankedHousehold& household) const {
  std::vector<std::string> lines;
  for (const analysis::HouseholdStrength::Adult& adult : household.relation.adults) {
    const analysis::TieStrength* tie = adult.tie ? &ranked_.analysed.strengths[*adult.tie] : nullptr;
    if (tie != nullptr && tie->described && tie->interval.central >= close_from)
      lines.push_back(person_name(adult.person) + ": " + closeness(adult));
  }
  return lines;
}

std::vector<std::string> RankingWords::relation(const RankedHousehold& household) const {
  std::vector<std::string> lines;
  for (const analysis::HouseholdStrength::Adult& adult : household.relation.adults) {
    std::string name = person_name(adult.person);
    if (household.relation.carer_named && household.relation.carrier == adult.person)
      name += " (" + (*this)("rank.carer") + ")";
    lines.push_back(name + ": " + closeness(adult));
  }
  if (lines.empty()) lines.push_back((*this)("rank.closeness.not_described"));
  return lines;
}

std::string RankingWords::agreement(const analysis::Estimate& estimate) const {
  if (estimate.agreement != analysis::Agreement::somewhat && estimate.agreement != analysis::Agreement::disagree)
    return {};
  return (*this)(label_key("rank.agreement.", term(estimate.agreement)));
}

std::string RankingWords::measure(const ranking::RecordedMeasure& measure) const {
  std::string line = (*this)("measure." + measure.measure) + ": " +
                     (*this)(label_key("measure_state.", casefile::term(measure.state))) + " " +
                     date(measure.from.said);
  if (measure.waiting_weeks)
    line += ", " + (*this)(*measure.waiting_weeks == 1 ? "rank.waiting.one" : "rank.waiting.many",
                           {{"weeks", std::to_string(*measure.waiting_weeks)}});
  return line;
}

/// The latest word on each measure: what was proposed and then granted is granted.
std::vector<std::string> RankingWords::support(const RankedHousehold& household) const {
  std::vector<const ranking::RecordedMeasure*> latest;
  for (const ranking::RecordedMeasure& one : household.measures) {
    const auto same = std::find_if(latest.begin(), latest.end(),
                                   [&](const ranking::RecordedMeasure* l) { return l->measure == one.measure; });
    if (same == latest.end())
      latest.push_back(&one);
    else
      *same = &one;
  }
  std::vector<std::string> lines;
  for (const ranking::RecordedMeasure* one : latest) lines.push_back(measure(*one));
  return lines;
}

std::vector<std::string> RankingWords::decisions(const RankedHousehold& household) const {
  std::vector<std::string> lines;
  for (const casefile::Interview& interview : source_case().interviews)
    for (const casefile::Statement& statement : interview.statements)
      if (const auto* decision = std::get_if<casefile::Decision>(&statement.body);
          decision && decision->household == household.id)
        lines.push_back(quoted(decision->text) + " (" + layout::drawable(decision->made_by) + ", " +
                        date(interview.date) + ")");
  return lines;
}

std::string RankingWords::weighting_changes(const ranking::Weighting& weighting) const {
  std::vector<std::string> changes;
  for (const ranking::WeightingChange& change : weighting.changes) {
    const bool group = change.of == ranking::WeightingChange::Of::group;
    changes.push_back((*this)("rank.assumptions.weighting.change",
                              {{"what", group ? (*this)("group." + change.id) : factor(change.id)},
                               {"was", std::to_string(change.was)},
                               {"is", std::to_string(change.is)}}));
  }
  return changes.empty() ? (*this)("rank.assumptions.weighting.none") : list(changes);
}

std::vector<std::string> RankingWords::catalogue() const {
  const ranking::Ranking& used = ranked_.ranking;
  std::vector<std::string> lines;
  if (used.weighting)
    lines.push_back((*this)("rank.assumptions.weighting", {{"id", layout::drawable(used.weighting->id)},
                                                           {"version", layout::drawable(used.weighting->version)},
                                                           {"hash", used.weighting->hash},
                                                           {"by", layout::drawable(used.weighting->decided_by)},
                                                           {"changes", weighting_changes(*used.weighting)}}));
  lines.push_back(
      (*this)("rank.assumptions.catalogue",
              {{"id", used.catalogue}, {"version", used.catalogue_version}, {"hash", used.catalogue_hash}}));
  return lines;
}

std::string of_hundred(double share) {
  const auto nearest = std::lround(100 * share);
  const auto hundredths = nearest == 0 && share > 0 ? 1 : nearest == 100 && share < 1 ? 99 : nearest;
  return std::to_string(hundredths);
}

std::string catalogue_in_short(const ranking::Ranking& ranking) {
  const auto one = [](const std::string& id, const std::string& version, const std::string& hash) {
    return id + " " + version + " (" + hash + ")";
  };
  std::string text = one(ranking.catalogue, ranking.catalogue_version, ranking.catalogue_hash);
  if (const auto& own = ranking.weighting)
    text += " + " + one(layout::drawable(own->id), layout::drawable(own->version), own->hash);
  return text;
}

void page_head(Page& page, const RankingWords& words, const std::string& title) {
  page.warning(words("rank.head"));
  page.blank();
  page.title(title);
  page.text(words.subtitle());
}

void standing_sentence(Page& page, const RankingWords& words) {
  page.blank();
  page.text(words("rank.standing_sentence", {{"date", words.date(words.ranked().ranking.as_of)}}));
}

}  // namespace kreds::application
