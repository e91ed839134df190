#include "kreds/ranking/questions.hpp"

#include <algorithm>
#include <tuple>

#include "inquiry.hpp"

namespace kreds::ranking {
namespace {

bool moves_the_order(QuestionKind kind) {
  return kind == QuestionKind::factor || kind == QuestionKind::tie_part;
}

/// What always comes first, what moves the order, the rest.
int section(const OpenQuestion& question) {
  if (question.always_first) return 0;
  return moves_the_order(question.kind) ? 1 : 2;
}

auto subject(const OpenQuestion& q) {
  return std::tie(q.household, q.person, q.factor, q.part, q.certificate, q.outside, q.relative);
}

bool comes_before(const OpenQuestion& a, const OpenQuestion& b) {
  if (section(a) != section(b)) return section(a) < section(b);
  const bool by_kind = !moves_the_order(a.kind) || a.always_first;
  if (by_kind && a.kind != b.kind) return a.kind < b.kind;
  if (is_higher(a.voi, b.voi) || is_higher(b.voi, a.voi)) return a.voi > b.voi;
  if (a.reaches_leader != b.reaches_leader) return a.reaches_leader;
  if (is_higher(a.reach, b.reach) || is_higher(b.reach, a.reach)) return a.reach > b.reach;
  return subject(a) < subject(b);
}

}  // namespace

QuestionPlan questions(const casefile::Case& c, const casefile::Vocabulary& vocabulary,
                       const network::EgoNetwork& network, const std::vector<analysis::TieStrength>& strengths,
                       const Catalogue& catalogue, const Ranking& ranking) {
  const casefile::Case known = casefile::as_known_on(c, network.as_of);
  const Basis basis{known, network, strengths, catalogue, network::Informants(known, vocabulary, network.as_of)};
  Inquiry inquiry{basis, ranking, parents_of_child(network, vocabulary), last_heard(known, network.as_of), {}};
  for (const RankedHousehold& ranked : ranking.households)
    inquiry.said.emplace(ranked.household, statements_of(basis, network.households[ranked.household]));
  QuestionPlan plan;
  ask_about_answers(inquiry, plan);
  ask_about_households(inquiry, plan);
  ask_about_people(inquiry, plan);
  std::ranges::stable_sort(plan.questions, comes_before);
  return plan;
}

std::vector<OpenQuestion> sheet_for(const QuestionPlan& plan, const Id& person) {
  std::vector<OpenQuestion> sheet;
  for (const OpenQuestion& question : plan.questions) {
    const bool asked = std::ranges::any_of(question.whom, [&](const Respondent& who) {
      return std::ranges::find(who.people, person) != who.people.end();
    });
    if (asked && !question.consultant_only) sheet.push_back(question);
  }
  return sheet;
}

}  // namespace kreds::ranking
