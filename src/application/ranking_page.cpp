#include <algorithm>

#include "firmness_words.hpp"
#include "kreds/application/collation.hpp"
#include "kreds/application/ranking_report.hpp"
#include "kreds/casefile/terms.hpp"
#include "question_words.hpp"
#include "ranking_lines.hpp"
#include "ranking_terms.hpp"

namespace kreds::application {
namespace {

using casefile::Id;
using ranking::FactorValue;
using ranking::RankedHousehold;

constexpr std::size_t indent = 3, column = 17;

class RankingPage {
 public:
  RankingPage(const RankedCase& ranked, const Tool& tool, bool numbers)
      : ranked_(ranked), tool_(tool), words_(ranked, tool), firmness_(words_, numbers), numbers_(numbers) {}

  Page make() {
    page_head(page_, words_, words_("rank.title"));
    standing_sentence(page_, words_);
    heard();
    in_short();
    order();
    apart();
    firmness();
    views();
    to_ask();
    plan_b();
    roles();
    signature();
    how_it_is_made();
    return std::move(page_);
  }

 private:
  const network::EgoNetwork& network() const { return ranked_.analysed.network; }
  const casefile::Case& source() const { return ranked_.analysed.c; }
  std::string child() const { return words_.child(); }
  void entry(const std::string& label, const std::string& text, PageLine::Kind kind = PageLine::Kind::text) {
    if (!text.empty()) page_.entry(label.empty() ? "" : words_("rank.entry." + label), text, indent, column, kind);
  }
  /// The first line beside the word, each of the others below it.
  void entries(const std::string& label, const std::vector<std::string>& lines,
               PageLine::Kind kind = PageLine::Kind::text) {
    for (std::size_t i = 0; i < lines.size(); ++i) entry(i == 0 ? label : "", lines[i], kind);
  }
  void items(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) page_.item(line, indent);
  }

  // --- who was heard: the child first ------------------------------------------------------------------

  bool child_heard(const casefile::Interview& interview) const {
    return std::find(interview.informants.begin(), interview.informants.end(), source().child) !=
           interview.informants.end();
  }

  void heard() {
    page_.heading(words_("rank.heard"));
    auto all = conversations(source());
    std::stable_partition(all.begin(), all.end(), [&](const auto* interview) { return child_heard(*interview); });
    if (all.empty()) page_.text(words_("rank.nobody_heard"), indent);
    for (const casefile::Interview* interview : all) {
      std::vector<std::string> people;
      for (const Id& informant : interview->informants) people.push_back(words_.person_with_role(informant));
      page_.entry(words_.date(interview->date),
                  words_.list(people) + ", " + words_(label_key("interview_kind.", casefile::term(interview->kind))),
                  indent, column + 6);
    }
    std::vector<std::string> missing;
    for (const Id& person : not_heard(ranked_.analysed)) missing.push_back(words_.person_with_role(person));
    page_.blank();
    if (missing.empty())
      page_.text(words_(knows_a_parent(ranked_.analysed) ? "rank.all_heard" : "rank.all_heard.no_parents"), indent);
    else
      page_.warning(words_("rank.not_heard", {{"people", words_.list(missing)}}), indent);
  }

  // --- in short ----------------------------------------------------------------------------------------

  void in_short() {
    page_.heading(words_("rank.short"));
    const auto& brackets = ranked_.robustness.brackets;
    if (brackets.empty()) page_.item(words_("rank.order_empty"), indent);
    for (std::size_t i = 0; i < brackets.size(); ++i) page_.item(bracket_in_short(brackets, i), indent);
    standing_apart(ranking::Standing::beside_own_wish, "rank.short.beside");
    standing_apart(ranking::Standing::outside_until_assessed, "rank.short.outside");
    for (const RankedHousehold& household : ranked_.ranking.households)
      if (in_order(household) && !household.alerts.empty())
        page_.item(
            words_("rank.short.alert", {{"household", words_.named(household.id)}, {"what", alerts_named(household)}}),
            indent, PageLine::Kind::warning);
    if (const auto* question = first_to_do())
      page_.item(words_("rank.short.next", {{"question", asked(words_, *question)}}), indent);
  }

  /// Waiting for a certificate is nothing that somebody can do.
  const ranking::OpenQuestion* first_to_do() const {
    for (const ranking::OpenQuestion& question : ranked_.plan.questions)
      if (question.kind != ranking::QuestionKind::certificate && !question.consultant_only) return &question;
    return nullptr;
  }

  std::string bracket_in_short(const std::vector<ranking::Bracket>& brackets, std::size_t i) const {
    const std::map<std::string, std::string> names = {{"households", words_.named_list(brackets[i].members)}};
    const std::string which = brackets[i].members.size() == 1 ? "one" : "several";
    if (brackets.size() == 1 && which == "one") return words_("rank.short.only", names);
    return words_((i == 0 ? "rank.short.first." : "rank.short.then.") + which, names);
  }

  void standing_apart(ranking::Standing standing, const std::string& key) {
    std::vector<Id> here;
    for (const RankedHousehold& household : ranked_.ranking.households)
      if (household.standing == standing) here.push_back(household.id);
    if (!here.empty()) page_.item(words_(key, {{"households", words_.named_list(here)}}), indent);
  }

  std::string alerts_named(const RankedHousehold& household) const {
    std::vector<std::string> names;
    for (const ranking::Alert& alert : household.alerts) names.push_back(words_.factor(alert.factor));
    return words_.list(names);
  }

  // --- the parts of the list ---------------------------------------------------------------------------

  void order() {
    page_.heading(words_("rank.order"));
    std::size_t before = 0;
    for (const ranking::Bracket& bracket : ranked_.robustness.brackets) {
      if (bracket.members.size() > 1) {
        page_.blank();
        page_.text(words_("rank.bracket", {{"households", words_.named_list(bracket.members)}}));
      }
      for (const Id& id : bracket.members)
        household(words_.ranked_household(id), place_in_order(before + 1, bracket.members.size()) + " ");
      before += bracket.members.size();
    }
    if (before == 0) page_.text(words_("rank.order_empty"), indent);
  }

  /// Those beside the order have no order among themselves: by name.
  void apart() {
    for (const ranking::Standing standing : standings_apart) {
      const auto here = words_.standing(standing);
      if (here.empty()) continue;
      page_.heading(words_(label_key("rank.apart.", term(standing)), {{"child", child()}}));
      for (const RankedHousehold* one : here) household(*one, "");
    }
    for (const Id& id : ranked_.ranking.parents_with_custody_excluded) {
      page_.blank();
      page_.text(words_("rank.parent_with_custody", {{"household", words_.household(id)}}));
    }
  }

  void household(const RankedHousehold& household, const std::string& place) {
    page_.blank();
    page_.title(place + words_.household(household.id));
    page_.text(words_.about(household), indent);
    reasons_outside(household);
    alerts(household);
    requirements(household);
    entry("own_wish", words_.own_wish(household));
    entries("offers", words_.offers(household));
    entries("relation", words_.relation(household));
    factors(household, Speaks::in_favour, "in_favour");
    factors(household, Speaks::both, "both");
    factors(household, Speaks::concern, "concern");
    unanswered(household);
    entries("support", words_.support(household));
    entries("decision", words_.decisions(household));
    if (numbers_) numbers(household);
  }

  // --- before everything that is weighed ---------------------------------------------------------------

  void alerts(const RankedHousehold& household) {
    std::vector<std::string> lines;
    for (const ranking::Alert& alert : household.alerts) lines.push_back(words_.alert(alert));
    entries("alert", lines, PageLine::Kind::warning);
  }

  /// What keeps the household outside; of one that is back in the order, who wrote the assessment.
  void reasons_outside(const RankedHousehold& household) {
    std::vector<std::string> reasons, assessed;
    for (const ranking::Outside& outside : household.outside) {
      const bool among_alerts =
          outside.reason == ranking::OutsideReason::unsafe_tie || outside.reason == ranking::OutsideReason::level_zero;
      if (outside.assessed.empty() && !among_alerts) reasons.push_back(words_.outside(household, outside));
      if (!outside.assessed.empty())
        assessed.push_back(words_("rank.assessed", {{"reason", words_.outside(household, outside)},
                                                    {"sources", words_.sources(outside.assessed)}}));
    }
    entries("outside", reasons, PageLine::Kind::warning);
    entries("assessed", assessed, PageLine::Kind::warning);
  }

  void requirements(const RankedHousehold& household) {
    entry("status", words_(label_key("rank.heading.", term(household.heading))),
          household.heading == ranking::Heading::requirement_not_met ? PageLine::Kind::warning : PageLine::Kind::text);
    for (const std::string& line : requirement_lines(words_, household)) entry("", line);
  }

  // --- in words ----------------------------------------------------------------------------------------

  void factors(const RankedHousehold& household, Speaks wanted, const std::string& label) {
    entries(label, factor_lines(words_, household, wanted));
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
        names.push_back(words_.factor(household.unanswered[i]));
      if (names.size() < open) names.push_back(words_("rank.others", {{"number", words_.number(open - names.size())}}));
      lines.push_back(words_(open == 1 ? "rank.missing.one" : "rank.missing.many",
                             {{"number", words_.number(open)}, {"list", words_.list(names)}}));
    }
    lines.push_back(words_.share(household.coverage));
    if (!words_.heard_from(household)) lines.push_back(words_("rank.household_not_heard"));
    entries("missing", lines);
    std::vector<std::string> said;
    for (const FactorValue* value : words_.by_weight(household))
      if (speaks(*value) == Speaks::not_answered)
        if (const std::string quotes = words_.quotes(*value); !quotes.empty())
          said.push_back(words_.factor(value->factor) + quotes);
    entries("said", said);
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
      page_.text(words_("rank.numbers.tie", {{"person", words_.person_name(adult.person)},
                                             {"value", words_.interval(adult.interval)},
                                             {"coverage", words_.percent(coverage)}}),
                 indent);
    }
    if (const std::string shares = firmness_.rank_shares(household.id); !shares.empty()) page_.text(shares, indent);
    constexpr std::size_t number_width = 9, name_width = page_width - indent - 3 * number_width;
    const auto row = [&](const std::string& name, const std::string& weight, const std::string& value,
                         const std::string& amount) {
      std::string numbers =
          padded_left(weight, number_width) + padded_left(value, number_width) + padded_left(amount, number_width);
      for (const std::string& line : wrapped(name, name_width - 1)) {
        page_.verbatim(numbers.empty() ? line : padded(line, name_width) + numbers, indent);
        numbers.clear();
      }
    };
    row(words_("rank.numbers.factor"), words_("rank.numbers.weight"), words_("rank.numbers.value"),
        words_("rank.numbers.amount"));
    double sum = 0;
    for (const ranking::Contribution& part : household.contributions) {
      sum += part.amount;
      row(words_.factor(part.factor), words_.percent(part.weight.value()), words_.decimal(part.value.central),
          labels::decimal(part.amount, 4, tool_.labels));
    }
    row(words_("rank.numbers.sum"), words_.percent(1), "", labels::decimal(sum, 4, tool_.labels));
  }

  // --- how firm it is, and what is next ----------------------------------------------------------------

  void firmness() {
    if (ranked_.robustness.neighbours.empty()) return;
    page_.heading(words_("rank.firmness"));
    for (const ranking::Neighbours& pair : ranked_.robustness.neighbours) {
      page_.blank();
      page_.text(firmness_.headline(pair), indent);
      items(firmness_.what_would_turn_it(pair));
    }
    const std::vector<std::string> scenarios = firmness_.scenarios();
    if (!scenarios.empty()) page_.blank();
    items(scenarios);
    if (numbers_) page_.text(firmness_.sampling(), indent);
  }

  void views() {
    const std::vector<std::string> lines = firmness_.views();
    if (lines.empty() || ranked_.robustness.households.size() < 2) return;
    page_.heading(words_("rank.views"));
    items(lines);
  }

  void to_ask() {
    constexpr std::size_t shown = 6, shown_of_a_kind = 2;
    const auto& questions = ranked_.plan.questions;
    if (questions.empty()) return;
    page_.heading(words_("rank.to_ask"));
    std::vector<std::string> lines;
    std::map<ranking::QuestionKind, std::size_t> of_kind;
    for (const ranking::OpenQuestion& question : questions) {
      if (lines.size() == shown) break;
      if (question.consultant_only) continue;
      const std::string line = asked(words_, question);
      if (std::find(lines.begin(), lines.end(), line) == lines.end() && ++of_kind[question.kind] <= shown_of_a_kind)
        lines.push_back(line);
    }
    items(lines);
    page_.text(words_("rank.to_ask.more"), indent);
  }

  void plan_b() {
    const std::vector<std::string> lines = plan_b_lines(words_);
    if (lines.empty()) return;
    page_.heading(words_("rank.plan_b"));
    items(lines);
  }

  /// By role and group, names in alphabetical order; nothing is ranked.
  void roles() {
    const std::vector<RoleLine> lines = role_lines(words_);
    if (lines.empty()) return;
    page_.heading(words_("rank.roles", {{"child", child()}}));
    page_.text(words_("rank.roles.note", {{"child", child()}}), indent);
    page_.blank();
    for (const RoleLine& line : lines)
      if (!line.text.empty()) page_.entry(line.role, line.text, indent, column + 18);
  }

  // --- what the page does not do, and what it rests on ---------------------------------------------------

  /// Empty lines, as much room as a result: a person decides, signs, and may deviate.
  void signature() {
    page_.heading(words_("rank.signature"));
    page_.text(words_("rank.signature.note"), indent);
    page_.blank();
    for (const char* line : {"assessment", "continued", "agrees", "deviates", "continued", "name", "date"}) {
      const std::string word = words_(label_key("rank.signature.", line));
      page_.verbatim(padded(word, column + 8) + std::string(page_width - indent - column - 8, '_'), indent);
      page_.blank();
    }
  }

  void how_it_is_made() {
    page_.heading(words_("rank.assumptions"));
    for (const char* each : {"weights", "unknown", "time", "informants", "support"})
      page_.item(words_(label_key("rank.assumptions.", each)), indent);
    std::vector<std::string> not_applicable;
    for (const std::string& id : ranked_.ranking.not_applicable) not_applicable.push_back(words_.factor(id));
    if (!not_applicable.empty())
      page_.item(words_("rank.assumptions.not_applicable", {{"list", words_.list(not_applicable)}}), indent);
    page_.item(words_("rank.assumptions.sampling", {{"draws", std::to_string(ranked_.robustness.settings.draws)},
                                                    {"seed", std::to_string(ranked_.robustness.settings.seed)}}),
               indent);
    items(words_.catalogue());
  }

  const RankedCase& ranked_;
  const Tool& tool_;
  RankingWords words_;
  FirmnessWords firmness_;
  bool numbers_;
  Page page_;
};

}  // namespace

Page ranking_page(const RankedCase& ranked, const Tool& tool, bool numbers) {
  return RankingPage(ranked, tool, numbers).make();
}

}  // namespace kreds::application
