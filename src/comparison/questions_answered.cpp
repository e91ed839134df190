// Which questions that were open have been answered, and which have come up.
#include <algorithm>
#include <set>

#include "kreds/casefile/terms.hpp"
#include "pieces.hpp"

namespace kreds::comparison {
namespace {

using network::StatementRef;
using ranking::OpenQuestion;
using ranking::QuestionKind;

auto about(const OpenQuestion& q) {
  return std::tie(q.household, q.person, q.factor, q.part, q.certificate, q.outside, q.relative);
}

/// That everything has grown old, or that nothing is known yet, are two reasons to ask the same thing.
bool same_question(const OpenQuestion& a, const OpenQuestion& b) {
  const auto plain = [](QuestionKind kind) {
    return kind == QuestionKind::statement_old ? QuestionKind::factor : kind;
  };
  return plain(a.kind) == plain(b.kind) && about(a) == about(b);
}

bool rests(const OpenQuestion& q, const ranking::QuestionPlan& plan) {
  return std::any_of(plan.resting.begin(), plan.resting.end(), [&](const ranking::RestingQuestion& r) {
    return std::tie(r.household, r.person, r.factor, r.part) == std::tie(q.household, q.person, q.factor, q.part);
  });
}

bool contains(const std::vector<OpenQuestion>& all, const OpenQuestion& question) {
  return std::any_of(all.begin(), all.end(), [&](const OpenQuestion& one) { return same_question(one, question); });
}

ItemKind item_of(network::Part part) {
  switch (part) {
    case network::Part::closeness:
      return ItemKind::ring;
    case network::Part::emotional:
      return ItemKind::emotional;
    case network::Part::caregiving:
      return ItemKind::caregiving;
    case network::Part::harmony:
      return ItemKind::conflict;
    case network::Part::frequency:
      return ItemKind::frequency;
    case network::Part::duration:
      break;
  }
  return ItemKind::known_since;
}

bool names(const Item& item, const Id& id) {
  return !id.empty() && std::find(item.about.begin(), item.about.end(), id) != item.about.end();
}

bool about_household_or_resident(const Item& item, const Id& household, const State& state) {
  if (names(item, household)) return true;
  for (const network::Household& h : state.network.households)
    if (h.id == household)
      for (const network::Resident& r : h.residents)
        if (names(item, state.network.people[r.person].person.id)) return true;
  return false;
}

/// Whether an answer to the item is one to the question.
bool answers(const Item& item, const OpenQuestion& q, const State& after) {
  const Id& child = after.known.child;
  switch (q.kind) {
    case QuestionKind::factor:
    case QuestionKind::statement_old:
    case QuestionKind::disagreement:
    case QuestionKind::alert_assessment:
    case QuestionKind::assessment_to_place:
      if (q.part) return item.kind == item_of(*q.part) && names(item, child) && names(item, q.person);
      if (q.factor == "child_wish")
        return item.kind == ItemKind::wish && about_household_or_resident(item, q.household, after);
      return (item.kind == ItemKind::assessment && item.aspect == q.factor && names(item, q.household)) ||
             ((q.kind == QuestionKind::alert_assessment || q.kind == QuestionKind::assessment_to_place) &&
              item.kind == ItemKind::decision && names(item, q.household));
    case QuestionKind::tie_part:
      return q.part && item.kind == item_of(*q.part) && names(item, child) && names(item, q.person);
    case QuestionKind::certificate:
      return item.kind == ItemKind::certificate && names(item, q.person) && q.certificate &&
             item.aspect == casefile::term(*q.certificate);
    case QuestionKind::role_wish:
    case QuestionKind::role_terms:
      return item.kind == ItemKind::role && about_household_or_resident(item, q.household, after);
    case QuestionKind::custody:
      return item.kind == ItemKind::custody && names(item, q.person);
    case QuestionKind::placement_consent:
      return item.kind == ItemKind::consent && names(item, q.person);
    case QuestionKind::parents_siblings:
      return item.kind == ItemKind::siblings && names(item, q.person);
    case QuestionKind::missing_relative:
      return item.kind == ItemKind::parent;
    default:
      return false;
  }
}

bool heard(const casefile::Interview& interview, const Id& person) {
  return std::find(interview.informants.begin(), interview.informants.end(), person) != interview.informants.end();
}

/// For the questions that a conversation answers, whatever is said in it.
Id to_be_heard(const OpenQuestion& q, const State& state) {
  switch (q.kind) {
    case QuestionKind::child_not_heard:
    case QuestionKind::child_words_old:
      return state.known.child;
    case QuestionKind::parent_not_heard:
    case QuestionKind::referred_not_heard:
    case QuestionKind::named_not_heard:
      return q.person;
    default:
      return {};
  }
}

std::vector<StatementRef> answered_by(const OpenQuestion& question, const Differences& differences,
                                      const State& after) {
  std::vector<StatementRef> from;
  if (const Id person = to_be_heard(question, after); !person.empty()) {
    for (const Id& id : differences.interviews)
      if (const auto* interview = casefile::find_interview(after.known, id); heard(*interview, person))
        from.push_back({{}, id, interview->date, {person}, false, false, false});
    return from;
  }
  const auto add = [&](const std::vector<Told>& said) {
    for (const Told& told : said)
      if (!told.answer.missing && std::find(from.begin(), from.end(), told.from) == from.end())
        from.push_back(told.from);
  };
  const std::set<Id> fresh(differences.interviews.begin(), differences.interviews.end());
  for (const auto& [item, all] : current(after.known)) {
    if (!answers(item, question, after)) continue;
    std::vector<Told> said;
    for (const Told& told : all)
      if (fresh.contains(told.from.interview)) said.push_back(told);
    add(said);
  }
  return from;
}

}  // namespace

void add_questions(const State&, const RankedState& ranked_before, const State& after, const RankedState& ranked_after,
                   Differences& differences) {
  for (const OpenQuestion& question : ranked_before.plan.questions) {
    if (contains(ranked_after.plan.questions, question)) {
      ++differences.still_open;
      continue;
    }
    if (rests(question, ranked_after.plan)) continue;
    if (std::vector<StatementRef> from = answered_by(question, differences, after); !from.empty())
      differences.answered.push_back({question, std::move(from)});
  }
  for (const OpenQuestion& question : ranked_after.plan.questions)
    if (!contains(ranked_before.plan.questions, question)) differences.arose.push_back(question);
}

}  // namespace kreds::comparison
