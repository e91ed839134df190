#include "firmness_words.hpp"

#include <algorithm>

#include "kreds/casefile/terms.hpp"
#include "question_words.hpp"
#include "ranking_terms.hpp"

namespace kreds::application {

using casefile::Id;
using ranking::Neighbours;
using ranking::Variant;
using ranking::VariantKind;

std::map<std::string, std::string> FirmnessWords::names(const Neighbours& pair) const {
  return {{"first", words_.named(pair.ahead)},
          {"second", words_.named(pair.behind)},
          {"share", of_hundred(pair.share_ahead)}};
}

std::string FirmnessWords::headline(const Neighbours& pair) const {
  std::string text = words_(label_key("rank.firmness.", term(pair.firmness)), names(pair));
  const bool sampled = pair.firmness != ranking::Firmness::always;
  if (numbers_ && sampled) text += " " + words_("rank.firmness.share", names(pair));
  if (pair.alert) text += " " + words_("rank.firmness.alert");
  return text;
}

std::string FirmnessWords::answer(const ranking::AnswerFlip& flip, const Neighbours& pair) const {
  const QuestionWords questions(words_);
  const auto& household = words_.ranked_household(flip.household);
  const casefile::Id carrier =
      household.relation.carrier ? words_.network().people[*household.relation.carrier].person.id : casefile::Id();
  auto fill = names(pair);
  fill["item"] = flip.part ? questions.item({}, carrier, flip.factor, flip.part) : words_.factor(flip.factor);
  fill["household"] = words_.named(flip.household);
  fill["needed"] = labels::decimal(std::abs(flip.needed), 2, words_.labels());
  // Either the open part of the answer reaches it, or one level would.
  std::string key = flip.inside_interval ? "rank.turn.open_answer"
                    : flip.needed < 0    ? "rank.turn.lower"
                                         : "rank.turn.higher";
  std::string text = words_(key, fill);
  if (numbers_) text += " " + words_("rank.turn.needed", fill);
  return text;
}

void FirmnessWords::add_variants(const Neighbours& pair, VariantKind kind, std::vector<std::string>& lines) const {
  for (const Variant* variant : ranking::that_change(words_.ranked().variants, kind)) {
    const bool swaps = std::any_of(variant->swapped.begin(), variant->swapped.end(), [&](const auto& swapped) {
      return swapped.before == pair.ahead && swapped.after == pair.behind;
    });
    if (!swaps) continue;
    auto fill = names(pair);
    if (kind == VariantKind::without_interview) {
      const casefile::Interview* interview = casefile::find_interview(words_.source_case(), variant->interview);
      if (interview == nullptr) continue;
      std::vector<std::string> people;
      for (const Id& id : interview->informants) people.push_back(words_.person(id));
      fill["who"] = people.empty() ? words_("report.municipality") : words_.list(people);
      fill["date"] = words_.date(interview->date);
    } else {
      fill["who"] = variant->who.empty() ? words_("rank.views.professionals") : words_.person(variant->who);
    }
    lines.push_back(words_(
        kind == VariantKind::without_interview ? "rank.turn.without_interview" : "rank.turn.without_informant", fill));
  }
}

std::vector<std::string> FirmnessWords::what_would_turn_it(const Neighbours& pair, std::size_t answers) const {
  std::vector<std::string> lines;
  if (pair.weight) {
    auto fill = names(pair);
    fill["at"] = words_.percent(pair.weight->at);
    fill["now"] = words_.percent(pair.weight->now);
    std::string text = words_(pair.weight->above ? "rank.turn.weight_more" : "rank.turn.weight_less", fill);
    if (numbers_) text += " " + words_("rank.turn.weight_at", fill);
    lines.push_back(text);
  }
  for (std::size_t i = 0; i < std::min(answers, pair.answers.size()); ++i)
    lines.push_back(answer(pair.answers[i], pair));
  if (pair.answers.size() > answers)
    lines.push_back(words_(pair.answers.size() == answers + 1 ? "rank.turn.one_more_answer" : "rank.turn.more_answers",
                           {{"number", words_.number(pair.answers.size() - answers)}}));
  add_variants(pair, VariantKind::without_interview, lines);
  add_variants(pair, VariantKind::without_informant, lines);
  for (const ranking::MeasureFlip& flip : pair.measures) {
    auto fill = names(pair);
    fill["measure"] = words_("measure." + flip.measure);
    lines.push_back(words_("rank.turn.without_measure", fill));
  }
  if (lines.empty()) lines.push_back(words_("rank.turn.nothing"));
  return lines;
}

std::vector<std::string> FirmnessWords::scenarios() const {
  std::vector<std::string> lines;
  for (const ranking::OrderChange& change : words_.ranked().robustness.scenarios) {
    std::vector<std::string> measures;
    std::vector<Id> not_discussed;
    for (const ranking::MeasureBehind& behind : change.measures) {
      measures.push_back(words_("measure." + behind.measure));
      for (const Id& id : behind.not_discussed_with)
        if (std::find(not_discussed.begin(), not_discussed.end(), id) == not_discussed.end())
          not_discussed.push_back(id);
    }
    const bool now = change.scenario == ranking::Scenario::now;
    std::string text =
        words_(now ? "rank.scenario.now" : "rank.scenario.proposed", {{"ahead", words_.named(change.ahead_there)},
                                                                      {"behind", words_.named(change.ahead_headline)},
                                                                      {"measures", words_.list(measures)}});
    if (!now && !not_discussed.empty())
      text += " " + words_("rank.scenario.not_discussed", {{"households", words_.named_list(not_discussed)}});
    lines.push_back(text);
  }
  return lines;
}

std::string FirmnessWords::who(const Variant& variant) const {
  return variant.who.empty() ? words_("rank.views.professionals") : words_.person_with_role(variant.who);
}

std::string FirmnessWords::view(const Variant& variant) const {
  std::string text;
  if (variant.swapped.empty()) {
    text = words_("rank.views.same", {{"who", who(variant)}});
  } else {
    std::vector<std::string> swaps;
    for (const ranking::SwappedPair& pair : variant.swapped)
      swaps.push_back(
          words_("rank.views.swap", {{"ahead", words_.named(pair.after)}, {"behind", words_.named(pair.before)}}));
    text = words_("rank.views.other", {{"who", who(variant)}, {"swaps", words_.list(swaps)}});
  }
  if (numbers_ && variant.tau_b) text += " " + words_("rank.views.tau", {{"tau", words_.decimal(*variant.tau_b)}});
  return text;
}

std::vector<std::string> FirmnessWords::views() const {
  std::vector<std::string> lines;
  std::map<Id, std::vector<std::string>> of_one_only;  // who spoke of one household alone, by household
  for (const Variant& variant : words_.ranked().variants) {
    if (variant.kind != VariantKind::informant_alone) continue;
    if (variant.about.size() == 1)
      of_one_only[variant.about.front()].push_back(who(variant));
    else
      lines.push_back(view(variant));
  }
  for (const auto& [household, people] : of_one_only)
    lines.push_back(
        words_("rank.views.one_only", {{"who", words_.list(people)}, {"household", words_.named(household)}}));
  return lines;
}

std::string FirmnessWords::rank_shares(const Id& household) const {
  for (const ranking::HouseholdAcceptability& one : words_.ranked().robustness.acceptability) {
    if (one.household != household || one.rank_shares.size() < 2) continue;
    std::string shares;
    for (std::size_t r = 0; r < one.rank_shares.size(); ++r)
      shares += (shares.empty() ? "" : ", ") +
                words_("rank.numbers.rank_share",
                       {{"place", std::to_string(r + 1)}, {"share", of_hundred(one.rank_shares[r])}});
    return words_("rank.numbers.rank_shares", {{"shares", shares}});
  }
  return {};
}

std::string FirmnessWords::sampling() const {
  const ranking::Robustness& all = words_.ranked().robustness;
  return words_("rank.numbers.sampling", {{"error", labels::decimal(all.standard_error * 100, 2, words_.labels())},
                                          {"entropy", words_.decimal(all.choice_entropy)}});
}

}  // namespace kreds::application
