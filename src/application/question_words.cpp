#include "question_words.hpp"

#include <algorithm>

#include "kreds/casefile/terms.hpp"
#include "ranking_terms.hpp"

namespace kreds::application {

using ranking::OpenQuestion;
using ranking::QuestionKind;
using ranking::Respondent;
using ranking::RespondentGroup;

std::string QuestionWords::people(const network::Ids& people) const {
  std::vector<std::string> names;
  for (const casefile::Id& id : people) names.push_back(words_.person_with_role(id));
  return words_.list(names);
}

std::map<std::string, std::string> QuestionWords::places(const OpenQuestion& question) const {
  return {{"child", words_.child()},
          {"household", question.household.empty() ? "" : words_.named(question.household)},
          {"person", question.person.empty() ? "" : words_.person(question.person)},
          {"factor", question.factor.empty() ? "" : words_.factor(question.factor)}};
}

std::string QuestionWords::about_item(const OpenQuestion& question, const Respondent& whom) const {
  const bool child = whom.group == RespondentGroup::child;
  if (whom.group == RespondentGroup::municipality)
    return words_(question.professional_sets_level ? "ask.assess" : "ask.obtain", places(question));
  const bool alone = whom.people.size() == 1;
  if (question.part) {
    const bool own = alone && whom.people.front() == question.person;
    const char* form = child ? "ask.child.part." : own ? "ask.own.part." : "ask.about.part.";
    return words_(label_key(form, term(*question.part)), places(question));
  }
  const bool own_household = whom.group == RespondentGroup::household && whom.household == question.household;
  const std::string form = child                         ? "ask.child."
                           : !own_household              ? "ask.about."
                           : lives_alone(whom.household) ? "ask.household_of_one."
                                                         : "ask.household.";
  const std::string own = form + question.factor;
  return words_(words_.labels().has(own) ? own : form + "other", places(question));
}

/// »I« would be odd where one grown-up lives.
bool QuestionWords::lives_alone(const casefile::Id& household) const {
  return words_.ranked_household(household).relation.adults.size() == 1;
}

std::string QuestionWords::certificate(const OpenQuestion& question, const Respondent& whom) const {
  const std::string which =
      question.certificate ? words_(label_key("certificate.", casefile::term(*question.certificate))) : std::string();
  const bool themselves = whom.group != RespondentGroup::municipality;
  if (themselves) return words_("ask.certificate.person", {{"which", which}});
  const auto status = question.certificate_status.value_or(casefile::CertificateStatus::unknown);
  return words_("ask.certificate", {{"person", words_.person(question.person)},
                                    {"which", which},
                                    {"status", words_(label_key("certificate_status.", casefile::term(status)))}});
}

std::string QuestionWords::sentence(const OpenQuestion& question, const Respondent& whom) const {
  const auto place = [&](const char* name, const std::string& text) {
    auto all = places(question);
    all[name] = text;
    return all;
  };
  switch (question.kind) {
    case QuestionKind::child_not_heard:
      return words_("ask.child_not_heard", places(question));
    case QuestionKind::child_words_old:
      return words_("ask.child_words_old",
                    place("date", question.last_answered ? words_.date(*question.last_answered) : ""));
    case QuestionKind::parent_not_heard:
      return words_("ask.parent_not_heard", places(question));
    case QuestionKind::certificate:
      return certificate(question, whom);
    case QuestionKind::alert_assessment:
      return words_(question.factor == "unsafe_tie" ? "ask.unsafe" : "ask.alert_assessment", places(question));
    case QuestionKind::role_wish:
      return words_(whom.group != RespondentGroup::household ? "ask.role_wish.about"
                    : lives_alone(whom.household)            ? "ask.role_wish.one"
                                                             : "ask.role_wish",
                    places(question));
    case QuestionKind::disagreement:
      return words_("ask.disagreement",
                    {{"item", item(question.household, question.person, question.factor, question.part)},
                     {"sources", words_.sources(question.from)}});
    case QuestionKind::assessment_to_place: {
      const auto& household = words_.ranked_household(question.household);
      std::string reasons;
      for (const ranking::Outside& reason : household.outside)
        if (!question.outside || reason.reason == *question.outside)
          reasons += (reasons.empty() ? "" : " ") + words_.outside(household, reason);
      return words_("ask.assessment_to_place", place("reason", reasons));
    }
    case QuestionKind::statement_old:
    case QuestionKind::factor:
    case QuestionKind::tie_part:
      return about_item(question, whom);
    case QuestionKind::role_terms:
      return words_(lives_alone(question.household) ? "ask.role_terms.one" : "ask.role_terms", places(question));
    case QuestionKind::custody:
      return words_("ask.custody", places(question));
    case QuestionKind::placement_consent:
      return words_(
          question.person == words_.source_case().child ? "ask.placement_consent.child" : "ask.placement_consent",
          places(question));
    case QuestionKind::no_network: {
      std::string text = words_("ask.no_network", places(question));
      for (const ranking::Prompt prompt : question.prompts)
        text += " " + quoted(words_(label_key("ask.prompt.", term(prompt))));
      return text;
    }
    case QuestionKind::referred_not_heard:
      return words_("ask.referred_not_heard", place("sources", words_.sources(question.from)));
    case QuestionKind::named_not_heard:
      return words_("ask.named_not_heard", places(question));
    case QuestionKind::missing_relative:
      return words_("ask.missing_relative",
                    {{"relative", question.relative ? words_(label_key("ask.relative.", term(*question.relative)))
                                                    : std::string()}});
    case QuestionKind::parents_siblings:
      return words_("ask.parents_siblings", places(question));
    case QuestionKind::whom_else:
      break;
  }
  return words_(whom.group == RespondentGroup::child ? "ask.whom_else.child"
                : whom.people.size() > 1             ? "ask.whom_else.several"
                                                     : "ask.whom_else",
                places(question));
}

std::string QuestionWords::earlier(const std::vector<ranking::EarlierAnswer>& answers) const {
  std::string all;
  for (const ranking::EarlierAnswer& answer : answers)
    all += (all.empty() ? "" : "; ") +
           words_("ask.earlier", {{"answer", words_(label_key("ask.no_value.", casefile::term(answer.why)))},
                                  {"source", words_.source(answer.from)}});
  return all;
}

std::string QuestionWords::note(const OpenQuestion& question, const Respondent& whom, Reader reader) const {
  std::vector<std::string> notes;
  if (question.again == ranking::AskedAgain::grown_old && question.last_answered)
    notes.push_back(words_("ask.again.grown_old", {{"date", words_.date(*question.last_answered)}}));
  if (question.again == ranking::AskedAgain::was_unsure) notes.push_back(words_("ask.again.was_unsure"));
  if (whom.in_another_way) notes.push_back(words_("ask.in_another_way"));
  if (!question.earlier.empty() && !whom.in_another_way) notes.push_back(earlier(question.earlier));
  if (question.to_be_placed && reader == Reader::consultant) notes.push_back(words_("ask.to_be_placed"));
  std::string all;
  for (const std::string& one : notes) all += (all.empty() ? "" : "; ") + one;
  return all;
}

std::string QuestionWords::heading(const Respondent& whom) const {
  return words_(label_key("ask.group.", term(whom.group)),
                {{"child", words_.child()},
                 {"people", people(whom.people)},
                 {"household", whom.household.empty() ? "" : words_.household(whom.household)}});
}

std::string QuestionWords::respondent(const Respondent& whom) const {
  if (whom.group == RespondentGroup::municipality) return words_("ask.group.municipality");
  std::vector<std::string> names;
  for (const casefile::Id& id : whom.people) names.push_back(words_.person(id));
  return words_.list(names);
}

std::string QuestionWords::item(const casefile::Id& household, const casefile::Id& person, const std::string& factor,
                                const std::optional<network::Part>& part) const {
  if (part)
    return words_(label_key("tie_part.", term(*part))) + " (" + words_.child() + " – " + words_.person(person) + ")";
  return words_.factor(factor) + (household.empty() ? "" : " (" + words_.household(household) + ")");
}

}  // namespace kreds::application
