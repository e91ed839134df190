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

namespace {

/// The person that the question is about is asked alone.
bool of_oneself(const OpenQuestion& question, const Respondent& whom) {
  return whom.people.size() == 1 && whom.people.front() == question.person;
}

bool is_of_unknown_side(ranking::Relative relative) {
  return relative == ranking::Relative::parents_mother || relative == ranking::Relative::parents_father;
}

}  // namespace

std::string QuestionWords::about_item(const OpenQuestion& question, const Respondent& whom) const {
  const bool child = whom.group == RespondentGroup::child;
  if (whom.group == RespondentGroup::municipality)
    return words_(question.professional_sets_level ? "ask.assess" : "ask.obtain", places(question));
  if (question.part) {
    const char* form = child ? "ask.child.part." : of_oneself(question, whom) ? "ask.own.part." : "ask.about.part.";
    return words_(label_key(form, term(*question.part)), places(question));
  }
  const bool own_household = whom.group == RespondentGroup::household && whom.household == question.household;
  const std::string form = child                         ? "ask.child."
                           : !own_household              ? "ask.about."
                           : lives_alone(whom.household) ? "ask.household_of_one."
                                                         : "ask.household.";
  // A parent is asked of themselves and the household, not of the child's parents.
  if (const std::string to_parent = "ask.parent." + question.factor;
      whom.group == RespondentGroup::parent && words_.labels().has(to_parent))
    return words_(to_parent, places(question));
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
      return words_(of_oneself(question, whom) ? "ask.custody.own" : "ask.custody", places(question));
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
      return relative(question, whom, question.relative ? term(*question.relative) : std::string_view());
    case QuestionKind::parents_siblings:
      return words_(of_oneself(question, whom) ? "ask.parents_siblings.own" : "ask.parents_siblings", places(question));
    case QuestionKind::whom_else:
      break;
  }
  const bool nobody_yet = words_.network().people.size() == 1;
  return words_(whom.group == RespondentGroup::child ? (nobody_yet ? "ask.put.child_not_heard" : "ask.whom_else.child")
                : whom.people.size() > 1             ? "ask.whom_else.several"
                                                     : "ask.whom_else",
                places(question));
}

std::string QuestionWords::relative(const OpenQuestion& question, const Respondent& whom,
                                    std::string_view relative) const {
  const char* form = !question.relative || !is_of_unknown_side(*question.relative) ? "ask.missing_relative"
                     : of_oneself(question, whom)                                  ? "ask.missing_relative.own"
                                                                                   : "ask.missing_relative.of_parent";
  auto all = places(question);
  all["relative"] = relative.empty() ? std::string() : words_(label_key("ask.relative.", relative));
  return words_(form, all);
}

std::string QuestionWords::both_relatives(const OpenQuestion& question, const Respondent& whom) const {
  using enum ranking::Relative;
  if (question.kind != QuestionKind::missing_relative || !question.relative) return {};
  switch (*question.relative) {
    case mothers_father:
      return relative(question, whom, "mothers_parents");
    case fathers_father:
      return relative(question, whom, "fathers_parents");
    case parents_father:
      return relative(question, whom, "parents_parents");
    default:
      return {};
  }
}

std::string QuestionWords::mother_of_the_two(const OpenQuestion& question, const Respondent& whom) const {
  using enum ranking::Relative;
  OpenQuestion mother = question;
  mother.relative = question.relative == mothers_father   ? mothers_mother
                    : question.relative == fathers_father ? fathers_mother
                                                          : parents_mother;
  return sentence(mother, whom);
}

bool QuestionWords::can_be_found(const Respondent& whom) const {
  if (whom.people.size() != 1) return true;
  const casefile::Person* person = casefile::find_person(words_.source_case(), whom.people.front());
  return person == nullptr || !person->name_unknown;
}

std::string QuestionWords::put_to(const OpenQuestion& question, const Respondent& whom, Reader reader) const {
  const bool person = whom.group != RespondentGroup::municipality;
  const auto form = [&]() -> const char* {
    switch (question.kind) {
      case QuestionKind::child_not_heard:
        return "ask.put.child_not_heard";
      case QuestionKind::child_words_old:
        return "ask.put.child_words_old";
      case QuestionKind::parent_not_heard:
        return "ask.put.parent_not_heard";
      case QuestionKind::referred_not_heard:
      case QuestionKind::named_not_heard:
        return "ask.put.not_heard";
      case QuestionKind::placement_consent:
        return whom.group == RespondentGroup::child ? "ask.put.placement_consent.child"
               : of_oneself(question, whom)         ? "ask.put.placement_consent"
                                                    : "";
      default:
        return "";
    }
  }();
  const bool nobody_knows_who = !can_be_found({RespondentGroup::other, {}, {question.person}, false});
  if (!person && *form != '\0' && !question.person.empty() && nobody_knows_who)
    return words_("ask.find_name", {{"person", words_.person_with_role(question.person)}});
  if (person && *form != '\0') return words_(form, places(question));
  if (person && reader == Reader::person && question.kind == QuestionKind::no_network) {
    std::string all;
    for (const ranking::Prompt prompt : question.prompts)
      all += (all.empty() ? "" : " ") + words_(label_key("ask.prompt.", term(prompt)));
    return all;
  }
  return sentence(question, whom);
}

std::string QuestionWords::earlier(const std::vector<ranking::EarlierAnswer>& answers) const {
  std::string all;
  for (const ranking::EarlierAnswer& answer : answers)
    all += (all.empty() ? "" : "; ") +
           words_("ask.earlier", {{"answer", words_(label_key("ask.no_value.", casefile::term(answer.why)))},
                                  {"source", words_.source(answer.from)}});
  return all;
}

/// What the question itself does not say to whoever puts it.
std::string QuestionWords::why_asked(const OpenQuestion& question, const Respondent& whom) const {
  if (whom.group == RespondentGroup::municipality) return {};
  switch (question.kind) {
    case QuestionKind::child_not_heard:
      return words_("ask.why.child_not_heard", places(question));
    case QuestionKind::parent_not_heard:
      return words_("ask.why.not_heard");
    case QuestionKind::named_not_heard:
      return words_("ask.why.named_not_heard");
    case QuestionKind::referred_not_heard:
      return words_("ask.why.referred_not_heard", {{"sources", words_.sources(question.from)}});
    case QuestionKind::placement_consent:
      return words_("ask.why.placement_consent");
    default:
      return {};
  }
}

std::string QuestionWords::note(const OpenQuestion& question, const Respondent& whom, Reader reader) const {
  std::vector<std::string> notes;
  if (reader == Reader::person) {
    // What was not answered last time is no reproach to hand to somebody.
    if (question.again == ranking::AskedAgain::grown_old && question.part && question.last_answered)
      return words_("ask.again.grown_old", {{"date", words_.date(*question.last_answered)}});
    return {};
  }
  if (const std::string why = why_asked(question, whom); !why.empty()) notes.push_back(why);
  if (question.again == ranking::AskedAgain::grown_old && question.last_answered)
    notes.push_back(words_("ask.again.grown_old", {{"date", words_.date(*question.last_answered)}}));
  if (question.again == ranking::AskedAgain::was_unsure) notes.push_back(words_("ask.again.was_unsure"));
  if (whom.in_another_way) notes.push_back(words_("ask.in_another_way"));
  if (!question.earlier.empty() && !whom.in_another_way) notes.push_back(earlier(question.earlier));
  if (question.to_be_placed) notes.push_back(words_("ask.to_be_placed"));
  std::string all;
  for (const std::string& one : notes) all += (all.empty() ? "" : "; ") + one;
  return all;
}

std::string QuestionWords::heading(const Respondent& whom, bool each_alone) const {
  return words_(each_alone ? std::string("ask.group.each") : label_key("ask.group.", term(whom.group)),
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
