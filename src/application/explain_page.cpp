#include "kreds/application/explain_page.hpp"

#include <algorithm>
#include <cmath>

#include "firmness_words.hpp"
#include "kreds/application/collation.hpp"
#include "question_words.hpp"
#include "ranking_terms.hpp"

namespace kreds::application {
namespace {

using casefile::Id;
using network::Part;
using ranking::FactorValue;
using ranking::RankedHousehold;

constexpr std::size_t indent = 3, deeper = 6, number_width = 10;

/// What a part's value on [0, 1] was told as: »inderst«, »trygt og glad«. Empty for parts that are told in numbers.
std::string told_as(const RankingWords& words, Part part, double x) {
  const auto level = [&](double number) {
    const int whole = static_cast<int>(std::lround(number));
    return words(label_key("tie_part.", term(part)) + ".level." + std::to_string(whole));
  };
  const int rings = words.network().rings;
  switch (part) {
    case Part::closeness: {
      if (x <= 0) return level(0);
      const auto ring = std::lround(rings + 1 - x * rings);
      return words("explain.ring", {{"ring", std::to_string(ring)}, {"rings", std::to_string(rings)}});
    }
    case Part::emotional:
    case Part::caregiving:
      return level(4 * x);
    case Part::harmony:
      return level(3 * (1 - x));
    case Part::frequency:
    case Part::duration:
      break;
  }
  return {};
}

std::string fraction(const ranking::Fraction& of) {
  return std::to_string(of.numerator()) + "/" + std::to_string(of.denominator());
}

class ExplainPage {
 public:
  ExplainPage(const RankedCase& ranked, const Tool& tool)
      : tool_(tool), words_(ranked, tool), firmness_(words_, true) {}

  Page household(const Id& id) {
    const RankedHousehold& household = words_.ranked_household(id);
    page_head(page_, words_, words_("explain.title", {{"household", words_.household(id)}}));
    standing_sentence(page_, words_);
    page_.heading(words_("explain.where"));
    page_.text(where(household), indent);
    reasons(household);
    page_.heading(words_("explain.sum"));
    page_.text(words_("explain.sum.how"), indent);
    page_.blank();
    contributions(household);
    page_.heading(words_("explain.each"));
    for (const ranking::Contribution& part : household.contributions) factor(household, part);
    rules();
    return std::move(page_);
  }

  Page pair(const Id& a, const Id& b) {
    const RankedHousehold *first = &words_.ranked_household(a), *second = &words_.ranked_household(b);
    if (first->value.central < second->value.central) std::swap(first, second);
    const std::map<std::string, std::string> names = {{"first", words_.named(first->id)},
                                                      {"second", words_.named(second->id)}};
    page_head(page_, words_, words_("explain.pair.title", names));
    standing_sentence(page_, words_);
    page_.blank();
    if (in_order(*first) && in_order(*second))
      compared(*first, *second);
    else
      for (const RankedHousehold* each : {first, second})
        if (!in_order(*each)) page_.warning(where(*each));
    page_.heading(words_("explain.pair.differences"));
    page_.text(words_("explain.pair.how", names), indent);
    page_.blank();
    differences(*first, *second);
    rules();
    return std::move(page_);
  }

 private:
  const RankedCase& ranked() const { return words_.ranked(); }
  std::string four(double value) const {
    return (value < 0 ? "−" : "") + labels::decimal(std::abs(value), 4, tool_.labels);
  }

  // --- where it stands ---------------------------------------------------------------------------------

  std::string where(const RankedHousehold& household) const {
    const std::string name = words_.named(household.id);
    std::size_t before = 0;
    for (const ranking::Bracket& bracket : ranked().robustness.brackets) {
      const auto& members = bracket.members;
      if (std::find(members.begin(), members.end(), household.id) != members.end())
        return members.size() == 1
                   ? words_("explain.where.alone", {{"household", name}, {"place", std::to_string(before + 1)}})
                   : words_("explain.where.bracket", {{"household", name}, {"all", words_.named_list(members)}});
      before += members.size();
    }
    return words_("explain.where.apart",
                  {{"household", name}, {"standing", words_(label_key("rank.standing.", term(household.standing)))}});
  }

  void reasons(const RankedHousehold& household) {
    for (const ranking::Alert& alert : household.alerts) page_.warning(words_.alert(alert), indent);
    for (const ranking::Outside& outside : household.outside)
      if (outside.assessed.empty()) page_.warning(words_.outside(household, outside), indent);
  }

  // --- the sum -----------------------------------------------------------------------------------------

  void row(const std::string& name, const std::vector<std::string>& numbers) {
    std::string right;
    for (const std::string& number : numbers) right += padded_left(number, number_width);
    const std::size_t width = page_width - indent - numbers.size() * number_width;
    for (const std::string& line : wrapped(name, width - 1)) {
      page_.verbatim(right.empty() ? line : padded(line, width) + right, indent);
      right.clear();
    }
  }

  void contributions(const RankedHousehold& household) {
    row(words_("rank.numbers.factor"),
        {words_("rank.numbers.weight"), words_("rank.numbers.value"), words_("rank.numbers.amount")});
    double sum = 0;
    for (const ranking::Contribution& part : household.contributions) {
      sum += part.amount;
      row(words_.factor(part.factor), {fraction(part.weight), four(part.value.central), four(part.amount)});
    }
    row(words_("rank.numbers.sum"), {"1", "", four(sum)});
    page_.blank();
    page_.text(words_("explain.sum.interval", {{"value", words_.interval(household.value)}}), indent);
    page_.text(words_("explain.sum.scenarios", {{"now", words_.interval(household.value_now)},
                                                {"proposed", words_.interval(household.value_proposed)}}),
               indent);
  }

  // --- each factor, down to the statements -------------------------------------------------------------

  void factor(const RankedHousehold& household, const ranking::Contribution& part) {
    const auto value = std::find_if(household.factors.begin(), household.factors.end(),
                                    [&](const FactorValue& each) { return each.factor == part.factor; });
    if (value == household.factors.end()) return;
    page_.blank();
    page_.title(words_.factor(part.factor));
    page_.text(words_("explain.factor", {{"weight", fraction(part.weight)},
                                         {"percent", words_.percent(part.weight.value())},
                                         {"value", words_.interval(part.value)},
                                         {"amount", four(part.amount)}}),
               indent);
    if (part.factor == "relation_strength")
      relation(household);
    else
      statements(*value);
  }

  void statements(const FactorValue& value) {
    const bool lifted = !value.lifted_by.empty();
    const analysis::Estimate& estimate = lifted ? value.supported_estimate : value.estimate;
    for (const analysis::Share& share : estimate.shares) {
      std::string text = words_("explain.unknown_level");
      for (const ranking::StatedLevel& stated : value.levels)
        if (stated.from.statement == share.from.statement)
          text = std::to_string(stated.level) + " " + words_.level(value.factor, stated);
      this->share(text, share, half_life(value.factor));
    }
    worked_out(estimate);
    if (lifted)
      page_.text(words_("explain.lifted",
                        {{"measures", words_.measures(value.lifted_by)}, {"without", words_.interval(value.observed)}}),
                 deeper);
    for (const network::StatementRef& from : value.words)
      if (const Said* made = words_.said(from.statement))
        page_.text(words_("explain.quoted", {{"words", words_.own_words(*made)}}), deeper);
  }

  double half_life(const std::string& factor) const {
    const ranking::Factor* found = ranking::find_factor(tool_.catalogue, factor);
    return found == nullptr ? tool_.catalogue.tie_model.half_life_months : found->half_life_months;
  }

  /// »3 Trygt og stabilt: 0,75, tæller 1 · 2^(−1,6/12) = 0,91, andel 0,90 (konsulenten, 4. marts 2024)«
  void share(const std::string& text, const analysis::Share& share, double half_life) {
    const double weight = share.reliability * std::exp2(-share.age_months / half_life);
    page_.item(words_(share.age_months > 0 ? "explain.share" : "explain.share.fresh",
                      {{"text", text},
                       {"x", four(share.x)},
                       {"reliability", labels::decimal(share.reliability, 3, tool_.labels)},
                       {"age", labels::decimal(share.age_months, 2, tool_.labels)},
                       {"half_life", labels::decimal(half_life, 0, tool_.labels)},
                       {"weight", four(weight)},
                       {"share", four(share.share)},
                       {"source", words_.source(share.from)}}),
               deeper);
  }

  /// »0,90 · 0,75 + 0,10 · ½ = 0,7250«
  void worked_out(const analysis::Estimate& estimate) {
    if (!estimate.answered()) {
      page_.text(words_("explain.unanswered"), deeper);
      return;
    }
    std::string sum;
    for (const analysis::Share& share : estimate.shares)
      sum += (sum.empty() ? "" : " + ") + four(share.share) + " · " + four(share.x);
    page_.text(words_("explain.worked_out", {{"sum", sum},
                                             {"open", four(estimate.unknown_share)},
                                             {"central", four(estimate.interval.central)},
                                             {"low", four(estimate.interval.low)},
                                             {"high", four(estimate.interval.high)}}),
               deeper);
    if (const std::string differ = words_.agreement(estimate); !differ.empty()) page_.text(differ + ".", deeper);
  }

  void relation(const RankedHousehold& household) {
    page_.text(words_(household.relation.carer_named ? "explain.carer" : "explain.no_carer",
                      {{"person", household.relation.carrier ? words_.person_name(*household.relation.carrier) : ""}}),
               indent);
    if (household.relation.adults.empty()) page_.text(words_("explain.no_adults"), indent);
    for (const analysis::HouseholdStrength::Adult& adult : household.relation.adults) {
      page_.blank();
      page_.text(words_("explain.tie", {{"child", words_.child()},
                                        {"person", words_.person_name(adult.person)},
                                        {"value", words_.interval(adult.interval)}}),
                 indent);
      if (adult.tie) tie(ranked().analysed.strengths[*adult.tie]);
    }
  }

  void tie(const analysis::TieStrength& tie) {
    for (std::size_t i = 0; i < network::part_count; ++i) {
      const analysis::PartStrength& part = tie.parts[i];
      if (!part.applicable) continue;
      const auto which = static_cast<Part>(i);
      page_.text(words_("explain.part", {{"part", words_(label_key("tie_part.", term(which)))},
                                         {"weight", four(part.weight)},
                                         {"value", four(part.estimate.interval.central)},
                                         {"amount", four(part.weight * part.estimate.interval.central)}}),
                 indent);
      for (const analysis::Share& share : part.estimate.shares) {
        const std::string told = which == Part::frequency  ? how_often(share.from)
                                 : which == Part::duration ? how_long(share.from)
                                                           : told_as(words_, which, share.x);
        this->share(told.empty() ? words_("explain.told_as_number") : told, share,
                    tool_.catalogue.tie_model.half_life_months);
      }
      worked_out(part.estimate);
    }
  }

  const casefile::Tie* told_tie(const network::StatementRef& from) const {
    const Said* said = words_.said(from.statement);
    return said == nullptr ? nullptr : std::get_if<casefile::Tie>(&said->statement->body);
  }

  /// »hver uge, 52 gange om året: ln 53 / ln 366«
  std::string how_often(const network::StatementRef& from) const {
    const casefile::Tie* tie = told_tie(from);
    if (tie == nullptr) return {};
    const double times = tie->times_per_year.value.value_or(0);
    const auto in_digits = [&](double number) {
      return labels::decimal(number, number == std::floor(number) ? 0 : 1, words_.labels());
    };
    const std::string often =
        tie->frequency_term.empty() ? "" : words_("tie_part.frequency.level." + tie->frequency_term) + ", ";
    return often + words_("explain.how_often", {{"times", in_digits(times)}, {"one_more", in_digits(times + 1)}});
  }

  /// »kendt siden efteråret 2020«
  std::string how_long(const network::StatementRef& from) const {
    const casefile::Tie* tie = told_tie(from);
    if (tie == nullptr || !tie->known_since.value) return {};
    const std::string since = words_.when(*tie->known_since.value);
    return since.empty() ? since : words_("explain.how_long", {{"since", since}});
  }

  // --- two of them -------------------------------------------------------------------------------------

  void compared(const RankedHousehold& first, const RankedHousehold& second) {
    const ranking::Neighbours pair = ranking::compare(ranked().ranking, ranked().analysed.strengths, tool_.catalogue,
                                                      ranked().robustness, first.id, second.id);
    page_.text(firmness_.headline(pair));
    page_.heading(words_("explain.pair.turn"));
    for (const std::string& line : firmness_.what_would_turn_it(pair, FirmnessWords::everything))
      page_.item(line, indent);
    page_.item(
        words_("explain.pair.worst", {{"weights", four(pair.worst_weights)}, {"answers", four(pair.worst_answers)}}),
        indent);
  }

  void differences(const RankedHousehold& first, const RankedHousehold& second) {
    struct Difference {
      std::string factor;
      ranking::Fraction weight;
      double a, b, amount;
    };
    std::vector<Difference> all;
    const auto& weights = ranked().ranking.weights;
    double sum = 0;
    for (std::size_t j = 0; j < weights.size(); ++j) {
      const double a = first.factors[j].supported.central, b = second.factors[j].supported.central;
      all.push_back({weights[j].factor, weights[j].overall, a, b, weights[j].overall.value() * (a - b)});
      sum += all.back().amount;
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& x, const auto& y) { return std::abs(x.amount) > std::abs(y.amount); });
    row("", {words_("rank.numbers.weight"), words_("explain.pair.first"), words_("explain.pair.second"),
             words_("explain.pair.amount")});
    for (const Difference& each : all)
      if (each.amount != 0)
        row(words_.factor(each.factor),
            {fraction(each.weight), words_.decimal(each.a), words_.decimal(each.b), signed_four(each.amount)});
    row(words_("rank.numbers.sum"), {"", "", "", signed_four(sum)});
  }

  std::string signed_four(double value) const { return (value > 0 ? "+" : "") + four(value); }

  void rules() {
    page_.heading(words_("explain.rules"));
    for (const char* each : {"open", "share", "central", "interval", "numbers"})
      page_.item(words_(label_key("explain.rules.", each)), indent);
    for (const std::string& line : words_.catalogue()) page_.item(line, indent);
  }

  const Tool& tool_;
  RankingWords words_;
  FirmnessWords firmness_;
  Page page_;
};

}  // namespace

std::optional<Id> household_meant(const RankedCase& ranked, const Tool& tool, const std::string& words) {
  const RankingWords said(ranked, tool);
  std::vector<Id> by_name, by_resident;
  for (const RankedHousehold& household : ranked.ranking.households) {
    if (household.id == words) return household.id;
    if (same_name(said.household(household.id), words)) by_name.push_back(household.id);
    const auto& residents = ranked.analysed.network.households[household.household].residents;
    const bool lives_here = std::any_of(residents.begin(), residents.end(), [&](const network::Resident& resident) {
      const casefile::Person& person = ranked.analysed.network.people[resident.person].person;
      return person.id != ranked.analysed.c.child &&
             (person.id == words || (!person.name.empty() && same_name(person.name, words)));
    });
    if (lives_here) by_resident.push_back(household.id);
  }
  const std::vector<Id>& found = by_name.empty() ? by_resident : by_name;
  return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

std::vector<std::string> households_to_explain(const RankedCase& ranked, const Tool& tool) {
  const RankingWords words(ranked, tool);
  std::vector<std::string> names;
  for (const RankedHousehold& household : ranked.ranking.households) names.push_back(words.named(household.id));
  return names;
}

Page explain_page(const RankedCase& ranked, const Tool& tool, const Id& household) {
  return ExplainPage(ranked, tool).household(household);
}

Page explain_page(const RankedCase& ranked, const Tool& tool, const Id& a, const Id& b) {
  return ExplainPage(ranked, tool).pair(a, b);
}

}  // namespace kreds::application
