#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "kreds/application/collation.hpp"
#include "kreds/application/ranking_report.hpp"
#include "kreds/casefile/terms.hpp"
#include "kreds/casefile/write.hpp"
#include "ranking_terms.hpp"
#include "wording.hpp"

namespace kreds::application {
namespace {

using casefile::Id;
using network::StatementRef;
using ranking::FactorValue;
using ranking::RankedHousehold;
using ranking::RequirementResult;
using ranking::RequirementStatus;

constexpr std::size_t indent = 3, column = 17;

std::string key(std::string_view before, std::string_view term) {
  return std::string(before) + std::string(term);
}

/// How a factor speaks, by its stated levels: not by the aged value, which time draws to the middle.
enum class Speaks { in_favour, both, concern, not_answered };

Speaks speaks(const FactorValue& value) {
  if (value.levels.empty()) return Speaks::not_answered;
  const auto [lowest, highest] = std::minmax_element(value.levels.begin(), value.levels.end(),
                                                     [](const auto& a, const auto& b) { return a.level < b.level; });
  if (lowest->level >= 3) return Speaks::in_favour;
  return highest->level <= 1 ? Speaks::concern : Speaks::both;
}

class RankingPage {
 public:
  RankingPage(const RankedCase& ranked, const Tool& tool, bool numbers)
      : ranked_(ranked), tool_(tool), words_(ranked.analysed, tool.labels), numbers_(numbers) {}

  Page make() {
    head();
    heard();
    order();
    apart();
    what_can_move_it();
    how_it_is_made();
    return std::move(page_);
  }

 private:
  const network::EgoNetwork& network() const { return ranked_.analysed.network; }
  const casefile::Case& source() const { return ranked_.analysed.c; }
  std::string child() const { return words_.person(source().child); }
  std::string factor(const std::string& id) const { return words_("factor." + id + ".label"); }
  double weight(const std::string& id) const {
    const auto& weights = ranked_.ranking.weights;
    const auto found = std::find_if(weights.begin(), weights.end(), [&](const auto& w) { return w.factor == id; });
    return found == weights.end() ? 0 : found->overall.value();
  }
  void entry(const std::string& label, const std::string& text, PageLine::Kind kind = PageLine::Kind::text) {
    if (!text.empty()) page_.entry(label.empty() ? "" : words_("rank.entry." + label), text, indent, column, kind);
  }
  /// The first line beside the word, each of the others below it.
  void entries(const std::string& label, const std::vector<std::string>& lines,
               PageLine::Kind kind = PageLine::Kind::text) {
    for (std::size_t i = 0; i < lines.size(); ++i) entry(i == 0 ? label : "", lines[i], kind);
  }

  // --- head and who was heard --------------------------------------------------------------------------

  void head() {
    const std::string date = words_.date(ranked_.ranking.as_of);
    page_.warning(words_("rank.head"));
    page_.blank();
    page_.title(words_("rank.title"));
    page_.text(words_("rank.subtitle", {{"child", child()},
                                        {"number", layout::drawable(source().number)},
                                        {"date", date},
                                        {"version", casefile::version(source())}}));
    page_.blank();
    page_.text(words_("rank.standing_sentence", {{"date", date}}));
  }

  void heard() {
    page_.heading(words_("rank.heard"));
    const auto all = conversations(source());
    if (all.empty()) page_.text(words_("rank.nobody_heard"), indent);
    for (const casefile::Interview* interview : all) {
      std::vector<std::string> people;
      for (const Id& informant : interview->informants) people.push_back(words_.person_with_role(informant));
      page_.entry(words_.date(interview->date),
                  words_.list(people) + ", " + words_(key("interview_kind.", casefile::term(interview->kind))), indent,
                  column + 6);
    }
    std::vector<std::string> missing;
    for (const Id& person : not_heard(ranked_.analysed)) missing.push_back(words_.person_with_role(person));
    page_.blank();
    if (missing.empty())
      page_.text(words_("rank.all_heard"), indent);
    else
      page_.warning(words_("rank.not_heard", {{"people", words_.list(missing)}}), indent);
  }

  // --- the parts of the list ---------------------------------------------------------------------------

  void order() {
    page_.heading(words_("rank.order"));
    std::size_t place = 0;
    for (const RankedHousehold& household : ranked_.ranking.households)
      if (in_order(household)) this->household(household, std::to_string(++place) + ". ");
    if (place == 0) page_.text(words_("rank.order_empty"), indent);
  }

  /// Those beside the order have no order among themselves: by name.
  void apart() {
    for (const ranking::Standing standing :
         {ranking::Standing::beside_own_wish, ranking::Standing::outside_until_assessed,
          ranking::Standing::other_roles}) {
      std::vector<const RankedHousehold*> here;
      std::vector<std::string> names;
      for (const RankedHousehold& household : ranked_.ranking.households)
        if (household.standing == standing) {
          here.push_back(&household);
          names.push_back(words_.household(household.id));
        }
      if (here.empty()) continue;
      page_.heading(words_(key("rank.apart.", term(standing)), {{"child", child()}}));
      for (const std::size_t i : alphabetical(names, tool_.labels.language())) household(*here[i], "");
    }
    for (const Id& id : ranked_.ranking.parents_with_custody_excluded) {
      page_.blank();
      page_.text(words_("rank.parent_with_custody", {{"household", words_.household(id)}}));
    }
  }

  void household(const RankedHousehold& household, const std::string& place) {
    page_.blank();
    page_.title(place + words_.household(household.id));
    page_.text(about(household), indent);
    reasons_outside(household);
    alerts(household);
    requirements(household);
    own_wish(household);
    relation(household);
    factors(household, Speaks::in_favour, "in_favour");
    factors(household, Speaks::both, "both");
    factors(household, Speaks::concern, "concern");
    unanswered(household);
    support(household);
    decisions(household);
    if (numbers_) numbers(household);
  }

  /// Who lives there, where, how far from school.
  std::string about(const RankedHousehold& household) const {
    const network::Household& home = network().households[household.household];
    std::vector<std::string> people;
    std::string child_here;
    for (const network::Resident& resident : home.residents) {
      if (resident.person == network().ego)
        child_here =
            words_(resident.part_time ? "rank.child_part_time" : "rank.child_lives_here", {{"child", child()}});
      else
        people.push_back(words_.person_with_role(network().people[resident.person].person.id));
    }
    std::string text = people.empty() ? words_("rank.nobody_known_here") : words_.list(people);
    if (!home.place.empty()) text += "; " + layout::drawable(home.place);
    if (home.school_km) {
      const bool whole = *home.school_km == static_cast<double>(static_cast<int>(*home.school_km));
      text +=
          ", " + words_("rank.km_to_school", {{"km", labels::decimal(*home.school_km, whole ? 0 : 1, tool_.labels)}});
    }
    return text + "." + (child_here.empty() ? "" : " " + child_here);
  }

  // --- before everything that is weighed ---------------------------------------------------------------

  std::string level_in_words(const std::string& factor, const ranking::StatedLevel& stated) const {
    if (const Said* said = words_.said(stated.from.statement))
      if (const auto* wish = std::get_if<casefile::Wish>(&said->statement->body); wish && factor == "child_wish") {
        std::string text = words_(key("factor.child_wish.view.", casefile::term(wish->view)));
        const std::string condition = layout::drawable(wish->condition);
        return condition.empty() ? text : text + " – " + condition;
      }
    return words_("factor." + factor + ".level." + std::to_string(stated.level));
  }

  /// »Har svært ved … (Mette, 20. februar 2024)«, the same words told by several only once.
  std::string levels_in_words(const FactorValue& value) const {
    std::vector<std::pair<std::string, std::vector<StatementRef>>> told;
    for (const ranking::StatedLevel& stated : value.levels) {
      const std::string words = level_in_words(value.factor, stated);
      const auto same = std::find_if(told.begin(), told.end(), [&](const auto& t) { return t.first == words; });
      if (same == told.end())
        told.push_back({words, {stated.from}});
      else
        same->second.push_back(stated.from);
    }
    std::string text;
    for (const auto& [words, from] : told)
      text += (text.empty() ? "" : "; ") + words + " (" + words_.sources(from) + ")";
    return text;
  }

  std::string alert_in_words(const ranking::Alert& alert) const {
    const std::string from = words_.sources(alert.from);
    if (alert.factor == "unsafe_tie") return words_("rank.unsafe_tie", {{"child", child()}, {"sources", from}});
    return factor(alert.factor) + ": " + words_("factor." + alert.factor + ".level." + std::to_string(alert.level)) +
           " (" + from + ")";
  }

  void alerts(const RankedHousehold& household) {
    std::vector<std::string> lines;
    for (const ranking::Alert& alert : household.alerts) lines.push_back(alert_in_words(alert));
    entries("alert", lines, PageLine::Kind::warning);
  }

  std::string why_not_met(const RankedHousehold& household, const std::string& requirement) const {
    const auto value = std::find_if(household.factors.begin(), household.factors.end(),
                                    [&](const FactorValue& v) { return v.factor == requirement; });
    if (value != household.factors.end() && !value->levels.empty()) return levels_in_words(*value);
    return words_("rank.not_met." + requirement);
  }

  void reasons_outside(const RankedHousehold& household) {
    std::vector<std::string> lines;
    for (const ranking::Outside& outside : household.outside) {
      switch (outside.reason) {
        case ranking::OutsideReason::requirement_not_met:
          lines.push_back(
              words_("rank.outside.requirement_not_met",
                     {{"requirement", factor(outside.factor)}, {"why", why_not_met(household, outside.factor)}}));
          break;
        case ranking::OutsideReason::child_says_no: {
          std::string sentence =
              words_("rank.outside.child_says_no", {{"child", child()}, {"sources", words_.sources(outside.from)}});
          if (network().people[network().ego].age.value_or(0) >= 15)
            sentence += " " + words_("rank.outside.own_consent", {{"child", child()}});
          lines.push_back(sentence);
          break;
        }
        case ranking::OutsideReason::unsafe_tie:
        case ranking::OutsideReason::level_zero:
          break;  // stands among the alerts
      }
    }
    entries("outside", lines, PageLine::Kind::warning);
  }

  std::string measures_in_words(const std::vector<std::string>& measures) const {
    std::vector<std::string> names;
    for (const std::string& measure : measures) names.push_back(words_("measure." + measure));
    return words_.list(names);
  }

  std::string requirement_in_words(const RequirementResult& result, const RankedHousehold& household) const {
    std::string name = factor(result.requirement);
    switch (result.status) {
      case RequirementStatus::met:
        return name;
      case RequirementStatus::not_met:
        return name + ": " + why_not_met(household, result.requirement);
      case RequirementStatus::conditional:
        return name + ": " +
               (result.measure_missing ? words_("rank.measure_missing") : measures_in_words(result.measures));
      case RequirementStatus::liftable:
        return name + ": " + words_("rank.could_be_lifted");
      case RequirementStatus::unknown:
        break;
    }
    if (result.requirement == "clean_certificates") return name + ": " + certificates(result, household);
    if (result.disagreement) return name + ": " + words_("rank.described_differently");
    if (result.outdated) return name + ": " + words_("rank.too_old");
    return name;
  }

  void requirements(const RankedHousehold& household) {
    entry("status", words_(key("rank.heading.", term(household.heading))),
          household.heading == ranking::Heading::requirement_not_met ? PageLine::Kind::warning : PageLine::Kind::text);
    for (const RequirementStatus status :
         {RequirementStatus::not_met, RequirementStatus::unknown, RequirementStatus::liftable,
          RequirementStatus::conditional, RequirementStatus::met}) {
      std::vector<std::string> here;
      for (const RequirementResult& result : household.requirements)
        if (result.status == status) here.push_back(requirement_in_words(result, household));
      if (here.empty()) continue;
      std::string joined;
      for (const std::string& one : here) joined += (joined.empty() ? "" : "; ") + one;
      entry("", words_(key("rank.requirement.", term(status)), {{"list", joined}}));
    }
  }

  /// Whose certificates are still open, and why; never what stands in them.
  std::string certificates(const RequirementResult& result, const RankedHousehold& household) const {
    using casefile::CertificateKind;
    using casefile::CertificateStatus;
    const auto status_of = [&](const Id& person, CertificateKind kind) {
      for (const StatementRef& from : result.from)
        if (const Said* said = words_.said(from.statement))
          if (const auto* told = std::get_if<casefile::Certificate>(&said->statement->body);
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
          which[status].push_back(words_(key("certificate.", casefile::term(kind))));
      for (const auto& [status, kinds] : which)
        open.push_back(
            words_("rank.certificate", {{"person", words_.person(id)},
                                        {"which", words_.list(kinds)},
                                        {"status", words_(key("certificate_status.", casefile::term(status)))}}));
    }
    return open.empty() ? words_("rank.certificates_partly") : words_.list(open);
  }

  // --- in words ----------------------------------------------------------------------------------------

  void own_wish(const RankedHousehold& household) {
    const auto wish = household.role_wish.value_or(casefile::RoleAnswer::not_asked);
    std::string text = words_(key("rank.role_wish.", casefile::term(wish)));
    for (const Id& id : household.role_wish_statements)
      if (const Said* said = words_.said(id)) text += own_words(*said);
    entry("own_wish", text);
    std::vector<std::string> offers;
    for (const casefile::Interview& interview : source().interviews)
      for (const casefile::Statement& statement : interview.statements)
        if (const auto* role = std::get_if<casefile::RoleWish>(&statement.body); role && concerns(*role, household))
          for (const casefile::Offer& offer : role->offers) offers.push_back(offer_in_words(offer, *role));
    entries("offers", offers);
  }

  bool concerns(const casefile::RoleWish& role, const RankedHousehold& household) const {
    if (role.household == household.id) return true;
    const auto& residents = network().households[household.household].residents;
    return !role.person.empty() && std::any_of(residents.begin(), residents.end(), [&](const auto& resident) {
      return network().people[resident.person].person.id == role.person;
    });
  }

  std::string offer_in_words(const casefile::Offer& offer, const casefile::RoleWish& role) const {
    std::string text = role.person.empty() ? "" : words_.person(role.person) + ": ";
    text += words_("offer_role." + offer.role);
    if (const std::string words = layout::drawable(offer.words); !words.empty()) text += " – " + words;
    return text;
  }

  /// » – »Jeg vil gerne være mormor.« (Karen, 4. marts 2024)«
  std::string own_words(const Said& said) const {
    std::string words;
    if (const auto* role = std::get_if<casefile::RoleWish>(&said.statement->body)) words = role->words;
    if (const auto* assessment = std::get_if<casefile::Assessment>(&said.statement->body)) words = assessment->words;
    if (words.empty() && said.statement->quote) words = said.statement->quote->text;
    const StatementRef from{said.statement->id,
                            said.interview->id,
                            said.interview->date,
                            said.statement->by,
                            said.statement->hearsay,
                            said.statement->unsure,
                            said.statement->municipality_is_source};
    return (words.empty() ? "" : " – " + quoted(words)) + " (" + words_.source(from) + ")";
  }

  std::string closeness(const analysis::HouseholdStrength::Adult& adult) const {
    const analysis::TieStrength* tie = adult.tie ? &ranked_.analysed.strengths[*adult.tie] : nullptr;
    if (!tie || !tie->described) return words_("rank.closeness.not_described");
    const double central = tie->interval.central;
    const char* term = central >= 0.8   ? "very_close"
                       : central >= 0.6 ? "close"
                       : central >= 0.4 ? "between"
                                        : "distant";
    std::string text = words_(key("rank.closeness.", term));
    if (tie->interval.width() > 0.5) text += ", " + words_("rank.closeness.much_unknown");
    return text;
  }

  void relation(const RankedHousehold& household) {
    std::vector<std::string> lines;
    for (const analysis::HouseholdStrength::Adult& adult : household.relation.adults) {
      std::string name = words_.person(network().people[adult.person].person.id);
      if (household.relation.carer_named && household.relation.carrier == adult.person)
        name += " (" + words_("rank.carer") + ")";
      lines.push_back(name + ": " + closeness(adult));
    }
    if (lines.empty()) lines.push_back(words_("rank.closeness.not_described"));
    entries("relation", lines);
  }

  std::vector<const FactorValue*> by_weight(const RankedHousehold& household) const {
    std::vector<const FactorValue*> all;
    for (const FactorValue& value : household.factors)
      if (value.factor != "relation_strength") all.push_back(&value);
    std::stable_sort(all.begin(), all.end(),
                     [&](const auto* a, const auto* b) { return weight(a->factor) > weight(b->factor); });
    return all;
  }

  /// What was said of it without a level, quoted.
  std::string quotes(const FactorValue& value) const {
    std::string text;
    for (const StatementRef& from : value.words)
      if (const Said* said = words_.said(from.statement))
        if (const std::string words = own_words(*said); words.starts_with(" – ")) text += words;
    return text;
  }

  /// It stands at the top already.
  static bool alerted(const RankedHousehold& household, const std::string& factor) {
    return std::any_of(household.alerts.begin(), household.alerts.end(),
                       [&](const ranking::Alert& alert) { return alert.factor == factor; });
  }

  void factors(const RankedHousehold& household, Speaks wanted, const std::string& label) {
    std::vector<std::string> lines;
    for (const FactorValue* value : by_weight(household)) {
      if (speaks(*value) != wanted || (wanted == Speaks::concern && alerted(household, value->factor))) continue;
      std::string line = factor(value->factor) + ": " + levels_in_words(*value);
      if (value->estimate.agreement == analysis::Agreement::somewhat ||
          value->estimate.agreement == analysis::Agreement::disagree)
        line += ", " + words_(key("rank.agreement.", term(value->estimate.agreement)));
      if (!value->lifted_by.empty())
        line += ", " + words_("rank.lifted_by", {{"measures", measures_in_words(value->lifted_by)}});
      lines.push_back(line + quotes(*value));
    }
    entries(label, lines);
  }

  bool heard_from(const RankedHousehold& household) const {
    const auto& adults = household.relation.adults;
    const auto all = conversations(source());
    return std::any_of(all.begin(), all.end(), [&](const casefile::Interview* interview) {
      return std::any_of(adults.begin(), adults.end(), [&](const auto& adult) {
        const auto& heard = interview->informants;
        return std::find(heard.begin(), heard.end(), network().people[adult.person].person.id) != heard.end();
      });
    });
  }

  std::string share_in_words(double share) const {
    const char* term = share >= 0.9    ? "nearly_all"
                       : share >= 0.65 ? "most"
                       : share >= 0.4  ? "half"
                       : share >= 0.15 ? "less"
                                       : "hardly";
    return words_(key("rank.coverage.", term));
  }

  void unanswered(const RankedHousehold& household) {
    std::vector<std::string> lines;
    const std::size_t open = household.unanswered.size();
    if (open == 0) {
      lines.push_back(words_("rank.all_answered"));
    } else {
      constexpr std::size_t shown = 6;
      std::vector<std::string> names;
      for (std::size_t i = 0; i < std::min(open, open > shown + 1 ? shown : open); ++i)
        names.push_back(factor(household.unanswered[i]));
      if (names.size() < open) names.push_back(words_("rank.others", {{"number", words_.number(open - names.size())}}));
      lines.push_back(words_(open == 1 ? "rank.missing.one" : "rank.missing.many",
                             {{"number", words_.number(open)}, {"list", words_.list(names)}}));
    }
    lines.push_back(share_in_words(household.coverage));
    if (!heard_from(household)) lines.push_back(words_("rank.household_not_heard"));
    entries("missing", lines);
    std::vector<std::string> said;
    for (const FactorValue* value : by_weight(household))
      if (speaks(*value) == Speaks::not_answered)
        if (const std::string words = quotes(*value); !words.empty()) said.push_back(factor(value->factor) + words);
    entries("said", said);
  }

  /// The latest word on each measure: what was proposed and then granted is granted.
  void support(const RankedHousehold& household) {
    struct Latest {
      const casefile::Measure* measure;
      casefile::Date said;
    };
    std::vector<Latest> all;
    for (const casefile::Interview& interview : source().interviews)
      for (const casefile::Statement& statement : interview.statements) {
        const auto* measure = std::get_if<casefile::Measure>(&statement.body);
        if (!measure || measure->household != household.id) continue;
        const auto same = std::find_if(all.begin(), all.end(),
                                       [&](const Latest& l) { return l.measure->measure == measure->measure; });
        if (same == all.end())
          all.push_back({measure, interview.date});
        else if (std::tuple(interview.date, measure->state) >= std::tuple(same->said, same->measure->state))
          *same = {measure, interview.date};
      }
    std::vector<std::string> lines;
    for (const Latest& one : all) {
      std::string line = words_("measure." + one.measure->measure) + ": " +
                         words_(key("measure_state.", casefile::term(one.measure->state))) + " " +
                         words_.date(one.said);
      if (one.measure->waiting_weeks)
        line += ", " + words_(*one.measure->waiting_weeks == 1 ? "rank.waiting.one" : "rank.waiting.many",
                              {{"weeks", std::to_string(*one.measure->waiting_weeks)}});
      lines.push_back(line);
    }
    entries("support", lines);
  }

  void decisions(const RankedHousehold& household) {
    std::vector<std::string> lines;
    for (const casefile::Interview& interview : source().interviews)
      for (const casefile::Statement& statement : interview.statements)
        if (const auto* decision = std::get_if<casefile::Decision>(&statement.body);
            decision && decision->household == household.id)
          lines.push_back(quoted(decision->text) + " (" + layout::drawable(decision->made_by) + ", " +
                          words_.date(interview.date) + ")");
    entries("decision", lines);
  }

  // --- the numbers, for those who ask ------------------------------------------------------------------

  void numbers(const RankedHousehold& household) {
    page_.blank();
    page_.text(words_("rank.numbers.caption"), indent);
    page_.text(words_("rank.numbers.total",
                      {{"value", words_.interval(household.value)}, {"now", words_.interval(household.value_now)}}),
               indent);
    for (const analysis::HouseholdStrength::Adult& adult : household.relation.adults) {
      const double coverage = adult.tie ? ranked_.analysed.strengths[*adult.tie].coverage : 0;
      page_.text(words_("rank.numbers.tie", {{"person", words_.person(network().people[adult.person].person.id)},
                                             {"value", words_.interval(adult.interval)},
                                             {"coverage", words_.percent(coverage)}}),
                 indent);
    }
    constexpr std::size_t number_width = 9, name_width = page_width - indent - 3 * number_width;
    const auto row = [&](const std::string& name, const std::string& weight, const std::string& value,
                         const std::string& amount) {
      std::string numbers =
          padded_left(weight, number_width) + padded_left(value, number_width) + padded_left(amount, number_width);
      for (const std::string& line : wrapped(name, name_width)) {
        page_.verbatim(numbers.empty() ? line : padded(line, name_width) + numbers, indent);
        numbers.clear();
      }
    };
    row(words_("rank.numbers.factor"), words_("rank.numbers.weight"), words_("rank.numbers.value"),
        words_("rank.numbers.amount"));
    double sum = 0;
    for (const ranking::Contribution& part : household.contributions) {
      sum += part.amount;
      row(factor(part.factor), words_.percent(part.weight.value()), words_.decimal(part.value.central),
          labels::decimal(part.amount, 4, tool_.labels));
    }
    row(words_("rank.numbers.sum"), words_.percent(1), "", labels::decimal(sum, 4, tool_.labels));
  }

  // --- what the order rests on -------------------------------------------------------------------------

  void what_can_move_it() {
    std::vector<const RankedHousehold*> ordered;
    for (const RankedHousehold& household : ranked_.ranking.households)
      if (in_order(household)) ordered.push_back(&household);
    if (ordered.size() < 2) return;
    page_.heading(words_("rank.moves"));
    for (std::size_t i = 0; i + 1 < ordered.size(); ++i) {
      const RankedHousehold &first = *ordered[i], &second = *ordered[i + 1];
      const std::map<std::string, std::string> names = {{"first", "»" + words_.household(first.id) + "«"},
                                                        {"second", "»" + words_.household(second.id) + "«"}};
      const bool may_swap = second.value.high > first.value.low;
      page_.item(words_(may_swap ? "rank.moves.answers_can" : "rank.moves.answers_cannot", names), indent);
      if (first.value_now.central < second.value_now.central)
        page_.item(words_("rank.moves.without_support", names), indent);
    }
  }

  void how_it_is_made() {
    page_.heading(words_("rank.assumptions"));
    for (const char* each : {"weights", "unknown", "time", "informants", "support"})
      page_.item(words_(key("rank.assumptions.", each)), indent);
    std::vector<std::string> not_applicable;
    for (const std::string& id : ranked_.ranking.not_applicable) not_applicable.push_back(factor(id));
    if (!not_applicable.empty())
      page_.item(words_("rank.assumptions.not_applicable", {{"list", words_.list(not_applicable)}}), indent);
    page_.item(words_("rank.assumptions.catalogue", {{"id", ranked_.ranking.catalogue},
                                                     {"version", ranked_.ranking.catalogue_version},
                                                     {"hash", ranked_.ranking.catalogue_hash}}),
               indent);
  }

  const RankedCase& ranked_;
  const Tool& tool_;
  Wording words_;
  bool numbers_;
  Page page_;
};

}  // namespace

Page ranking_page(const RankedCase& ranked, const Tool& tool, bool numbers) {
  return RankingPage(ranked, tool, numbers).make();
}

}  // namespace kreds::application
