#include "ranking_lines.hpp"

#include <algorithm>

#include "kreds/application/collation.hpp"
#include "ranking_terms.hpp"

namespace kreds::application {
namespace {

using casefile::Id;
using ranking::OpenQuestion;
using ranking::Respondent;
using ranking::RespondentGroup;

/// Some by name and how many more.
std::string people(const RankingWords& words, const network::Ids& ids) {
  constexpr std::size_t shown = 8;
  std::vector<std::string> names;
  for (const Id& id : ids)
    if (names.size() < shown || ids.size() == shown + 1) names.push_back(words.person(id));
  if (names.size() < ids.size())
    names.push_back(words("rank.others", {{"number", words.number(ids.size() - names.size())}}));
  return words.list(names);
}

void add_plan(const RankingWords& words, const ranking::PlanB& plan, std::vector<std::string>& lines) {
  const std::string first = words.named(plan.first);
  if (plan.next) {
    const std::string next = words.named(plan.next->household);
    lines.push_back(words("rank.plan_b.next", {{"first", first}, {"next", next}}));
    if (plan.next->hangs_on_first)
      lines.push_back(words("rank.plan_b.hangs", {{"first", first}, {"next", next}, {"child", words.child()}}));
    for (const ranking::HouseholdConflict& conflict : plan.next->conflicts)
      lines.push_back(words("rank.plan_b.conflict", {{"a", words.person(conflict.a)},
                                                     {"b", words.person(conflict.b)},
                                                     {"sources", words.sources(conflict.from)}}));
  } else {
    lines.push_back(words("rank.plan_b.none", {{"first", first}}));
  }
  for (const ranking::Reserve& reserve : plan.beside)
    lines.push_back(words("rank.plan_b.beside", {{"first", first}, {"next", words.named(reserve.household)}}));
  if (plan.only_close_network)
    lines.push_back(words("rank.plan_b.only_network", {{"first", first}, {"child", words.child()}}));
  else
    lines.push_back(words("rank.plan_b.close_outside",
                          {{"first", first}, {"child", words.child()}, {"people", people(words, plan.close_outside)}}));
  lines.push_back(words(plan.agreement_recorded ? "rank.plan_b.agreed" : "rank.plan_b.agree", {{"first", first}}));
}

std::string in_role(const RankingWords& words, const std::string& role, ranking::RoleGroup group) {
  std::vector<std::string> names;
  for (const ranking::RoleEntry& entry : words.ranked().roles.entries)
    if (entry.role == role && entry.group == group)
      names.push_back(entry.person.empty() ? words.named(entry.household) : words.person(entry.person));
  std::vector<std::string> sorted;
  for (const std::size_t i : alphabetical(names, words.labels().language()))
    if (sorted.empty() || sorted.back() != names[i]) sorted.push_back(names[i]);
  return words.list(sorted);
}

bool same_people(const Respondent& a, const Respondent& b) {
  return a.people == b.people && (!a.people.empty() || a.group == b.group);
}

}  // namespace

std::vector<std::string> requirement_lines(const RankingWords& words, const ranking::RankedHousehold& household) {
  using enum ranking::RequirementStatus;
  std::vector<std::string> lines;
  for (const ranking::RequirementStatus status : {not_met, unknown, liftable, conditional, met}) {
    std::string joined;
    for (const ranking::RequirementResult& result : household.requirements)
      if (result.status == status) joined += (joined.empty() ? "" : "; ") + words.requirement(result, household);
    if (!joined.empty()) lines.push_back(words(label_key("rank.requirement.", term(status)), {{"list", joined}}));
  }
  return lines;
}

std::vector<std::string> factor_lines(const RankingWords& words, const ranking::RankedHousehold& household,
                                      Speaks wanted) {
  std::vector<std::string> lines;
  for (const ranking::FactorValue* value : words.by_weight(household)) {
    if (speaks(*value) != wanted || (wanted == Speaks::concern && alerted(household, value->factor))) continue;
    std::string line = words.factor(value->factor) + ": " + words.levels(*value);
    if (const std::string differ = words.agreement(value->estimate); !differ.empty()) line += ", " + differ;
    if (!value->lifted_by.empty())
      line += ", " + words("rank.lifted_by", {{"measures", words.measures(value->lifted_by)}});
    lines.push_back(line + words.quotes(*value));
  }
  return lines;
}

std::string asked(const RankingWords& words, const OpenQuestion& question) {
  const QuestionWords questions(words);
  const Respondent& whom = question.whom.front();
  const std::string sentence = questions.sentence(question, whom);
  const bool is_question = sentence.ends_with('?') || question.kind == ranking::QuestionKind::certificate;
  return is_question && !whom.people.empty() ? questions.respondent(whom) + ": " + sentence : sentence;
}

std::vector<std::string> plan_b_lines(const RankingWords& words) {
  std::vector<std::string> lines;
  const auto& brackets = words.ranked().robustness.brackets;
  for (const ranking::PlanB& plan : words.ranked().resilience.plans) {
    const bool among_first =
        !brackets.empty() && std::find(brackets.front().members.begin(), brackets.front().members.end(), plan.first) !=
                                 brackets.front().members.end();
    if (among_first) add_plan(words, plan, lines);
  }
  for (const ranking::CutPerson& cut : words.ranked().resilience.cut_persons)
    lines.push_back(
        words("rank.plan_b.cut_person",
              {{"person", words.person(cut.person)}, {"parted", people(words, cut.parted)}, {"child", words.child()}}));
  return lines;
}

std::vector<RoleLine> role_lines(const RankingWords& words) {
  std::vector<std::string> seen;
  for (const ranking::RoleEntry& entry : words.ranked().roles.entries)
    if (std::find(seen.begin(), seen.end(), entry.role) == seen.end()) seen.push_back(entry.role);
  std::vector<RoleLine> lines;
  for (const std::string& role : seen) {
    std::string text;
    for (const auto group : {ranking::RoleGroup::obvious, ranking::RoleGroup::perhaps})
      if (const std::string names = in_role(words, role, group); !names.empty())
        text += (text.empty() ? "" : " ") + words(label_key("rank.roles.", term(group)), {{"names", names}});
    lines.push_back({words("offer_role." + role), text});
  }
  return lines;
}

void add_question(std::vector<QuestionSection>& sections, const QuestionWords& words, const OpenQuestion& question,
                  const Respondent& suited, QuestionWords::Reader reader) {
  // Somebody whose name nobody knows has to be found first.
  const bool can_be_asked = reader == QuestionWords::Reader::person || words.can_be_found(suited);
  const Respondent whom = can_be_asked ? suited : Respondent{};
  auto section = std::find_if(sections.begin(), sections.end(),
                              [&](const QuestionSection& each) { return same_people(each.whom, whom); });
  if (section == sections.end()) section = sections.insert(sections.end(), {whom, {}, false});
  std::vector<std::string>& lines = section->lines;
  const std::string note = words.note(question, whom, reader);
  const auto with_note = [&](const std::string& line) { return note.empty() ? line : line + " (" + note + ")"; };
  if (const std::string both = words.both_relatives(question, whom); !both.empty())
    if (const auto mother = std::find(lines.begin(), lines.end(), with_note(words.mother_of_the_two(question, whom)));
        mother != lines.end()) {
      *mother = with_note(both);
      return;
    }
  const std::string line = with_note(words.put_to(question, whom, reader));
  if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(line);
}

void join_alike(std::vector<QuestionSection>& sections) {
  using enum RespondentGroup;
  std::vector<QuestionSection> joined;
  for (QuestionSection& section : sections) {
    const bool single =
        section.whom.people.size() == 1 && (section.whom.group == professional || section.whom.group == other);
    const auto like = std::find_if(joined.begin(), joined.end(), [&](const QuestionSection& each) {
      return single && each.whom.group == section.whom.group && each.lines == section.lines &&
             (each.each_alone || each.whom.people.size() == 1);
    });
    if (like == joined.end()) {
      joined.push_back(std::move(section));
    } else {
      like->each_alone = true;
      like->whom.people.push_back(section.whom.people.front());
    }
  }
  sections = std::move(joined);
}

void into_order(std::vector<QuestionSection>& sections) {
  const auto place = [](RespondentGroup group) {
    using enum RespondentGroup;
    const std::vector<RespondentGroup> order = {child, household, parent, professional, other, municipality};
    return std::find(order.begin(), order.end(), group) - order.begin();
  };
  std::stable_sort(sections.begin(), sections.end(), [&](const QuestionSection& a, const QuestionSection& b) {
    return place(a.whom.group) < place(b.whom.group);
  });
}

bool for_consultant_only(const OpenQuestion& question) {
  return question.consultant_only && question.kind == ranking::QuestionKind::disagreement;
}

}  // namespace kreds::application
