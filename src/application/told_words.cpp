#include "told_words.hpp"

#include <algorithm>

#include "kreds/casefile/terms.hpp"
#include "told_values.hpp"

namespace kreds::application {

using comparison::Item;
using comparison::ItemKind;
using comparison::Told;

namespace {

/// Answers of these kinds are terms with words of their own.
std::string term_key(ItemKind kind, const std::string& term) {
  switch (kind) {
    case ItemKind::wish:
      return "factor.child_wish.view." + term;
    case ItemKind::role:
      return "rank.role_wish." + term;
    case ItemKind::certificate:
      return "certificate_status." + term;
    case ItemKind::measure:
      return "measure_state." + term;
    case ItemKind::consent:
      return "told.consent." + term;
    case ItemKind::residence:
      return "told.residence." + term;
    case ItemKind::parent:
    case ItemKind::partners:
    case ItemKind::siblings:
      return term == "no" ? "report.no" : "told.kin." + term;
    case ItemKind::contact:
      return term == "by_municipality" ? "told.contact.by_municipality" : "told.contact.agreed";
    case ItemKind::sharing:
      return term == "everyone" ? "told.sharing.everyone" : "report." + term;
    default:
      return "report." + term;
  }
}

}  // namespace

std::string ToldWords::subject(const casefile::Id& id) const {
  if (casefile::find_household(analysed_.c, id) != nullptr) return "»" + household(id) + "«";
  return person(id);
}

std::string ToldWords::item(const Item& item) const {
  casefile::Ids about = item.about;
  // A pair is spoken of from the child.
  const bool pair =
      comparison::is_tie_part(item.kind) || item.kind == ItemKind::partners || item.kind == ItemKind::siblings;
  if (pair && about.back() == analysed_.c.child) std::swap(about.front(), about.back());
  std::vector<std::string> names;
  for (const casefile::Id& id : about) names.push_back(subject(id));
  std::map<std::string, std::string> fill{
      {"a", names.empty() ? child() : names.front()}, {"b", names.size() > 1 ? names[1] : ""}, {"all", list(names)}};
  const std::string key = "told.item." + item_kind_term(item.kind);
  if (item.kind == ItemKind::assessment) {
    const std::string factor = (*this)("factor." + item.aspect + ".label");
    return names.front() + ": " + factor + (names.size() > 1 ? " (" + names[1] + ")" : "");
  }
  if (item.kind == ItemKind::measure) return names.front() + ": " + (*this)("measure." + item.aspect);
  if (item.kind == ItemKind::wish) {
    const std::size_t colon = item.aspect.find(':');
    fill["b"] = colon == std::string::npos ? fill["b"] : layout::drawable(item.aspect.substr(colon + 1));
    return (*this)(key + "." + item.aspect.substr(0, colon), fill);
  }
  if (item.kind == ItemKind::plan) return (*this)(key, {{"part", part(item)}});
  if (item.kind == ItemKind::certificate || item.kind == ItemKind::consent) {
    fill["b"] =
        (*this)(item.kind == ItemKind::consent ? "told.consent_to." + item.aspect : "certificate." + item.aspect);
    return (*this)(key, fill);
  }
  if (item.kind == ItemKind::question) return quoted(item.aspect);
  if (item.kind == ItemKind::fact && names.empty()) return (*this)("told.item.need");
  return (*this)(key, fill);
}

std::string ToldWords::part(const Item& item) const {
  if (item.kind != ItemKind::plan) return this->item(item);
  const std::size_t colon = item.aspect.find(':');
  if (colon == std::string::npos) return (*this)("told.item.plan." + item.aspect);
  std::vector<std::string> names;
  for (const casefile::Id& id : item.about) names.push_back(person(id));
  const std::string what = layout::drawable(item.aspect.substr(colon + 1));
  return names.empty() ? what : list(names) + ": " + what;
}

std::string ToldWords::about_day(const casefile::ApproximateDate& date) const {
  using Form = casefile::ApproximateDate::Form;
  if (!date.words.empty()) return layout::drawable(date.words);
  const auto first = date.first;
  if (!first) return {};
  const std::chrono::year_month_day day(*first);
  const bool month = date.form == Form::day || date.form == Form::month;
  return labels::date_in_words(static_cast<int>(day.year()), month ? static_cast<unsigned>(day.month()) : 0,
                               date.form == Form::day ? static_cast<unsigned>(day.day()) : 0, labels());
}

std::string ToldWords::ring(const comparison::Place& place) const {
  if (place.outside) return (*this)("told.ring.outside");
  if (!place.ring) return (*this)("told.ring.none");
  return (*this)("told.ring", {{"ring", std::to_string(*place.ring)}});
}

std::string ToldWords::number_text(double value) const {
  const bool whole = value == static_cast<double>(static_cast<long long>(value));
  return labels::decimal(value, whole ? 0 : 1, labels());
}

std::string ToldWords::level(const Told& told) const {
  const double value = *told.answer.number;
  const std::string step = std::to_string(static_cast<int>(value));
  switch (told.item.kind) {
    case ItemKind::ring:
      return ring({static_cast<int>(value), false});
    case ItemKind::emotional:
      return (*this)("tie_part.emotional.level." + step);
    case ItemKind::caregiving:
      return (*this)("tie_part.caregiving.level." + step);
    case ItemKind::conflict:
      return (*this)("tie_part.harmony.level." + step);
    case ItemKind::assessment:
      return (*this)("factor." + told.item.aspect + ".level." + step);
    case ItemKind::frequency: {
      for (const std::string_view term : casefile::frequency_terms())
        if (casefile::times_per_year(term) == value) return (*this)("tie_part.frequency.level." + std::string(term));
      return (*this)("told.times_a_year", {{"number", number_text(value)}});
    }
    default:
      return number_text(value);
  }
}

std::string ToldWords::bare_answer(const Told& told) const {
  const comparison::Answer& answer = told.answer;
  if (answer.missing) {
    if (told.item.kind == ItemKind::ring && answer.missing == casefile::NoValue::none)
      return (*this)("told.ring.outside");
    return (*this)("ask.no_value." + std::string(casefile::term(*answer.missing)));
  }
  if (answer.number) return level(told);
  if (answer.date) return about_day(*answer.date);
  if (told.item.kind == ItemKind::decision)
    return quoted(answer.words) + (answer.term.empty() ? "" : " – " + layout::drawable(answer.term));
  if (told.item.kind == ItemKind::question)
    return quoted(answer.words) + (answer.term.empty() ? "" : " (" + (*this)("told.question.taken_back") + ")");
  std::vector<std::string> people;
  if (told.item.kind == ItemKind::referral) return {};
  for (const casefile::Id& id : answer.people) people.push_back(person(id));
  if (!answer.term.empty()) {
    const std::string term = (*this)(term_key(told.item.kind, answer.term));
    return people.empty() ? term : term + ": " + list(people);
  }
  return people.empty() ? "" : list(people);
}

std::string ToldWords::answer(const Told& told) const {
  std::string text = bare_answer(told);
  const bool said_already = told.item.kind == ItemKind::decision || told.item.kind == ItemKind::question;
  if (const std::string words = said_already ? "" : quoted(told.answer.words); !words.empty())
    text += (text.empty() ? "" : " – ") + words;
  if (text.empty()) text = (*this)("told.no_words");
  if (told.held && told.held->to && told.holds < told.from.said)
    if (const std::string until = about_day(*told.held->to); !until.empty())
      text += ", " + (*this)("told.until", {{"date", until}});
  return text;
}

std::string ToldWords::told(const Told& told) const {
  return answer(told) + " (" + source(told.from) + ")";
}

std::string ToldWords::told(std::span<const Told> all) const {
  std::string text;
  for (const Told& one : all) text += (text.empty() ? "" : "; ") + told(one);
  return text;
}

Analysed with_names_of(const Analysed& later, const Analysed& earlier) {
  Analysed all = later;
  std::vector<network::Index> index;
  for (const network::Member& member : earlier.network.people) {
    const auto known = network::index_of(all.network, member.person.id);
    index.push_back(known.value_or(all.network.people.size()));
    if (known) continue;
    all.network.people.push_back(member);
    all.c.people.push_back(member.person);
  }
  for (network::Household household : earlier.network.households) {
    const auto& known = all.network.households;
    if (std::any_of(known.begin(), known.end(), [&](const auto& h) { return h.id == household.id; })) continue;
    for (auto* residents : {&household.residents, &household.former})
      for (network::Resident& resident : *residents) resident.person = index[resident.person];
    if (const auto* entry = casefile::find_household(earlier.c, household.id)) all.c.households.push_back(*entry);
    all.network.households.push_back(std::move(household));
  }
  for (const casefile::Interview& interview : earlier.c.interviews)
    if (casefile::find_interview(all.c, interview.id) == nullptr) all.c.interviews.push_back(interview);
  return all;
}

}  // namespace kreds::application
