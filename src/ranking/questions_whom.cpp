// Who knows what, and who has been asked already.
#include <algorithm>
#include <array>

#include "inquiry.hpp"

namespace kreds::ranking {
namespace {

using casefile::NoValue;
using enum RespondentGroup;

struct Row {
  std::string_view factor;
  std::array<std::optional<RespondentGroup>, 3> groups;
};

/// The child knows its own wish; those who live there know time, home and everyday; parents know how they stand with
/// the household; the school knows the school. What only a professional can judge is the municipality's own work.
/// Chosen, not measured.
constexpr Row rows[] = {
    {"child_wish", {child}},
    {"mentalising_ability", {municipality}},
    {"needs_match", {municipality, professional, household}},
    {"stable_safe_frame", {municipality}},
    {"psychological_robustness", {municipality}},
    {"upbringing_approach", {municipality, household}},
    {"commitment", {household, municipality}},
    {"conflict_birth_parents", {household, parent, municipality}},
    {"boundary_setting", {household, municipality}},
    {"cooperation_birth_family", {household, parent, municipality}},
    {"cooperation_authorities", {municipality}},
    {"parents_view", {parent}},
    {"family_conflicts", {household, municipality}},
    {"effect_on_family", {household, municipality}},
    {"expectations", {household, municipality}},
    {"living_there_now", {household, parent}},
    {"siblings_together", {municipality, household}},
    {"school_continuity", {professional, household, municipality}},
    {"network_contact", {household, municipality}},
    {"everyday_practicalities", {household}},
    {"time_and_surplus", {household, municipality}},
    {"home_physical", {household, municipality}},
    {"health_capacity", {household, municipality}},
    {"capacity_over_time", {household, municipality}},
};

constexpr RespondentGroup feelings[] = {child, professional, parent};
constexpr RespondentGroup peace[] = {child, professional, parent, household};
constexpr RespondentGroup care[] = {parent, household};
constexpr RespondentGroup meetings[] = {household, parent, child};

bool spoke(const GivenAnswer& given, const Id& who) {
  return std::ranges::find(given.from.informants, who) != given.from.informants.end();
}

/// The last answer of one person, or of the interviewers (empty id).
const GivenAnswer* last_of(std::span<const GivenAnswer> given, const Id& who) {
  const GivenAnswer* last = nullptr;
  for (const GivenAnswer& g : given) {
    const bool by_them = who.empty() ? g.from.informants.empty() : spoke(g, who);
    const bool later = last == nullptr || g.from.said > last->from.said ||
                       (g.from.said == last->from.said && last->missing && !g.missing);
    if (by_them && later) last = &g;
  }
  return last;
}

bool answers(const GivenAnswer& given) {
  return !given.missing || given.missing == NoValue::none;
}

/// Whether this answer is reason enough not to ask again now, and if not, why the question comes again.
enum class Verdict { ask, answered_lately, does_not_know, would_not_say };
Verdict verdict(const Inquiry& inquiry, const GivenAnswer& last, double half_life, bool of_child,
                OpenQuestion& question) {
  if (last.missing == NoValue::does_not_know) return Verdict::does_not_know;
  if (last.missing == NoValue::would_not_say) return Verdict::would_not_say;
  if (!answers(last)) return Verdict::ask;
  const double months = inquiry.age_of(last.from);
  const bool unsure = last.from.unsure && months >= half_life / 4;
  if (!unsure && months < (of_child ? half_life : half_life / 4)) return Verdict::answered_lately;
  question.again = months >= half_life ? AskedAgain::grown_old
                   : last.from.unsure  ? AskedAgain::was_unsure
                                       : question.again;
  question.last_answered = std::max(question.last_answered.value_or(last.from.said), last.from.said);
  return Verdict::ask;
}

/// False if they are not to be asked. Of a household one answer is enough.
bool still_to_ask(const Inquiry& inquiry, std::span<const GivenAnswer> given, double half_life, Respondent& who,
                  OpenQuestion& question) {
  if (who.group == municipality) {
    const GivenAnswer* last = last_of(given, {});
    return last == nullptr || !answers(*last) || inquiry.age_of(last->from) >= half_life / 4;
  }
  network::Ids willing;
  for (const Id& id : who.people) {
    const GivenAnswer* last = last_of(given, id);
    const Verdict v = last == nullptr ? Verdict::ask : verdict(inquiry, *last, half_life, who.group == child, question);
    if (v == Verdict::answered_lately) return false;
    if (v == Verdict::does_not_know) continue;
    if (v == Verdict::would_not_say) who.in_another_way = true;
    willing.push_back(id);
  }
  who.people = std::move(willing);
  return !who.people.empty();
}

}  // namespace

WhoKnows who_knows(const Factor& factor) {
  WhoKnows known;
  const bool own_view = factor.id == named::parents_view;
  known.professional_sets_level = factor.item_kind == ItemKind::assessment && !own_view;
  for (const Row& row : rows)
    if (row.factor == factor.id)
      for (const auto& group : row.groups)
        if (group) known.groups.push_back(*group);
  if (known.groups.empty()) known.groups = {known.professional_sets_level ? municipality : household};
  return known;
}

std::span<const RespondentGroup> who_knows(network::Part part) {
  switch (part) {
    case network::Part::closeness:
    case network::Part::emotional:
      return feelings;
    case network::Part::harmony:
      return peace;
    case network::Part::caregiving:
      return care;
    case network::Part::frequency:
    case network::Part::duration:
      break;
  }
  return meetings;
}

Respondent the_municipality() {
  return {};
}

std::optional<Respondent> child_to_ask(const Inquiry& inquiry) {
  const network::Member& member = inquiry.network().people[inquiry.network().ego];
  if (member.person.expected || member.age.value_or(age_of_a_view) < age_of_a_view) return std::nullopt;
  return Respondent{child, {}, {member.person.id}, false};
}

std::optional<Respondent> person_to_ask(const Inquiry& inquiry, RespondentGroup group, Index person) {
  const network::Member& member = inquiry.network().people[person];
  if (!member.counted || member.dead || member.person.expected || member.person.do_not_contact.set) return std::nullopt;
  return Respondent{group, {}, {member.person.id}, false};
}

std::optional<Respondent> household_to_ask(const Inquiry& inquiry, const network::Household& household_) {
  Respondent who{household, household_.id, {}, false};
  for (const Index person : adults_in(inquiry.network(), household_))
    if (!inquiry.person(person).do_not_contact.set) who.people.push_back(inquiry.person(person).id);
  if (who.people.empty()) return std::nullopt;
  return who;
}

std::vector<Respondent> respondents(const Inquiry& inquiry, RespondentGroup group, const network::Household& about) {
  std::vector<Respondent> all;
  const auto add = [&](std::optional<Respondent> who) {
    if (who) all.push_back(std::move(*who));
  };
  switch (group) {
    case child:
      add(child_to_ask(inquiry));
      break;
    case household:
      add(household_to_ask(inquiry, about));
      break;
    case parent:
      for (const Index i : inquiry.parents)
        if (inquiry.heard.contains(inquiry.person(i).id)) add(person_to_ask(inquiry, parent, i));
      break;
    case professional:
      for (Index i = 0; i < inquiry.network().people.size(); ++i)
        if (inquiry.person(i).professional_of == inquiry.basis.source.child) add(person_to_ask(inquiry, group, i));
      break;
    case municipality:
      all.push_back(the_municipality());
      break;
    case other:
      break;
  }
  return all;
}

bool leave_out_asked(const Inquiry& inquiry, std::span<const GivenAnswer> given, double half_life_months,
                     OpenQuestion& question) {
  for (const GivenAnswer& g : given)
    if (g.missing && g.missing != NoValue::none) question.earlier.push_back({*g.missing, g.from});
  std::erase_if(question.whom,
                [&](Respondent& who) { return !still_to_ask(inquiry, given, half_life_months, who, question); });
  std::ranges::stable_sort(question.whom, {}, &Respondent::in_another_way);
  return !question.whom.empty();
}

void put(const Inquiry& inquiry, std::span<const GivenAnswer> given, double half_life_months, OpenQuestion question,
         QuestionPlan& plan) {
  if (leave_out_asked(inquiry, given, half_life_months, question)) {
    plan.questions.push_back(std::move(question));
    return;
  }
  RestingQuestion resting{question.household, question.person, question.factor, question.part, {}, question.earlier};
  for (const GivenAnswer& g : given) resting.asked.push_back(g.from);
  plan.resting.push_back(std::move(resting));
}

}  // namespace kreds::ranking
