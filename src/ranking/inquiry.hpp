/// \file
/// The pieces that `questions` puts together; internal to the layer.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "family.hpp"
#include "kreds/ranking/questions.hpp"
#include "pieces.hpp"

namespace kreds::ranking {

/// What all questions are made from.
struct Inquiry {
  const Basis& basis;
  const Ranking& ranking;
  std::vector<Index> parents;  ///< of the child
  std::map<Id, Date> heard;
  std::map<Index, HouseholdStatements> said;  ///< of each household of the ranking

  const EgoNetwork& network() const { return basis.network; }
  Date as_of() const { return basis.network.as_of; }
  const casefile::Person& person(Index i) const { return basis.network.people[i].person; }
  double age_of(const network::StatementRef& from) const { return casefile::months_between(from.said, as_of()); }
};

inline constexpr int age_of_a_view = 3;                  ///< years; chosen, not measured
inline constexpr double months_until_words_are_old = 6;  ///< of the child; chosen, not measured

// --- who can be asked ----------------------------------------------------------------------------------

/// Whom an item is put to, most suited first, and whether a professional sets the level in the end.
struct WhoKnows {
  std::vector<RespondentGroup> groups;
  bool professional_sets_level = false;
};
WhoKnows who_knows(const Factor& factor);
std::span<const RespondentGroup> who_knows(network::Part part);

/// Nobody if the child is too small, or is not born yet.
std::optional<Respondent> child_to_ask(const Inquiry& inquiry);
/// Nobody if the person is dead or must not be contacted.
std::optional<Respondent> person_to_ask(const Inquiry& inquiry, RespondentGroup group, Index person);
std::optional<Respondent> household_to_ask(const Inquiry& inquiry, const network::Household& household);
Respondent the_municipality();
/// Everybody of a group who could answer about a household. A parent who has never been heard is heard first.
std::vector<Respondent> respondents(const Inquiry& inquiry, RespondentGroup group, const network::Household& about);

// --- what has been answered ----------------------------------------------------------------------------

/// One answer to an item, or the reason why there was none.
struct GivenAnswer {
  network::StatementRef from;
  std::optional<casefile::NoValue> missing;
};

/// Takes out of `question.whom` those who are not to be asked now, and notes why others are asked again. `given` are
/// all answers to the item. False if nobody is left.
bool leave_out_asked(const Inquiry& inquiry, std::span<const GivenAnswer> given, double half_life_months,
                     OpenQuestion& question);

/// Puts a question into the plan, or what it is about among the resting if there is nobody to ask now.
void put(const Inquiry& inquiry, std::span<const GivenAnswer> given, double half_life_months, OpenQuestion question,
         QuestionPlan& plan);

// --- kinds of questions --------------------------------------------------------------------------------

/// Factors and tie parts of the households: open, old, or told differently.
void ask_about_answers(const Inquiry& inquiry, QuestionPlan& plan);
/// Certificates, role wishes, alerts, what stands between a household and the order.
void ask_about_households(const Inquiry& inquiry, QuestionPlan& plan);
/// The child, parents, people named, relatives, the snowball.
void ask_about_people(const Inquiry& inquiry, QuestionPlan& plan);

}  // namespace kreds::ranking
