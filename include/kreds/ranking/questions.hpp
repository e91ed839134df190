/// \file
/// What to ask next, and whom (method §3.8): open answers by what they can move, and the questions that always come
/// first. Codes and arguments only; sentences are made at the edge.
///
/// Works on any case, also on one filtered for an audience: what is not in the case can be in no question. A sheet for
/// one informant is `sheet_for` of a plan made from the case as that informant may know it (decision 2).
///
/// Value of information of an open item that spans w of the household's value, δ ahead of the best other one:
///   VOI = (w/2) (½ − |δ|/w)²  if |δ| < w/2, else 0: the expected rise of the best central value.
/// Factor: w = w̄_j · width. Part k of a tie: w = w̄_relation · ω_k · width · (1 − γ s2) for the carer.
///
/// Never asked twice: who answered within a quarter of the half-life is left out (the child: within the whole of it);
/// who does not know is not asked that again; who would not say is not asked in the same way again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kreds/ranking/ranking.hpp"

namespace kreds::ranking {

enum class QuestionKind {
  // always first, whatever they can move
  child_not_heard,      ///< nobody has spoken with the child
  child_words_old,      ///< the child was last heard more than six months ago: time for a new conversation
  parent_not_heard,     ///< a living parent who has never been heard
  certificate,          ///< one certificate of one adult that is not settled: see `certificate`
  alert_assessment,     ///< an alert that no decision or written assessment answers
  role_wish,            ///< a household in the order that has not said whether it wants the task
  statement_old,        ///< every answer to the item is older than its half-life
  disagreement,         ///< informants stand more than half a scale apart; for the consultant alone
  assessment_to_place,  ///< outside the order until a professional has written an assessment: see `outside`
  // by what they can move
  factor,    ///< a factor of a household that has no answer
  tie_part,  ///< a part of the tie between the child and the adult who carries the relation
  // the rest, in this order
  role_terms,          ///< beside the order by own wish: on what terms, for how long
  custody,             ///< nobody has told whether this parent has custody
  placement_consent,   ///< of a parent with custody, or of the child from 15
  no_network,          ///< a parent who would not or could not point to anybody: ask in other ways, see `Prompt`
  referred_not_heard,  ///< somebody pointed to this person, who has not been heard
  named_not_heard,     ///< a grown-up on the map who has not been heard
  missing_relative,    ///< a place in the family that exists, with nobody in it: see `relative`
  parents_siblings,    ///< nobody has told whether this parent has sisters or brothers
  whom_else            ///< the snowball: whom does this informant think of
};

enum class RespondentGroup { child, household, parent, professional, municipality, other };

/// Who can be asked. `people` are the grown-ups to talk with (the child itself for the child); empty for the
/// municipality's own work.
struct Respondent {
  RespondentGroup group = RespondentGroup::municipality;
  Id household;  ///< for group household
  network::Ids people;
  bool in_another_way = false;  ///< would not say last time: not the same question in the same way
  friend bool operator==(const Respondent&, const Respondent&) = default;
};

/// An answer without a value, told apart as in the file.
struct EarlierAnswer {
  casefile::NoValue why;
  network::StatementRef from;
  friend bool operator==(const EarlierAnswer&, const EarlierAnswer&) = default;
};

/// Why somebody is asked about something that has been answered before.
enum class AskedAgain { no, grown_old, was_unsure };

enum class Relative {
  mothers_mother,
  mothers_father,
  fathers_mother,
  fathers_father,
  parents_mother,  ///< of a parent whose gender is not told
  parents_father
};

/// Other ways to ask a parent who sees no network (seed 004, chapter 6).
enum class Prompt { seriously_ill, last_sad, telephone_contacts, municipality_makes_contact };

struct OpenQuestion {
  QuestionKind kind = QuestionKind::factor;
  std::vector<Respondent> whom;  ///< most suited first; never empty
  bool always_first = false;
  /// Of statements by others, or about a difference between them: never put to one side.
  bool consultant_only = false;
  bool professional_sets_level = false;  ///< what is told is the ground; a professional assesses the level
  bool to_be_placed = false;             ///< the household stands outside or beside the order until this is cleared

  // what it is about
  Id household;
  Id person;           ///< the adult of the tie, the parent, the person named …
  std::string factor;  ///< catalogue id; of tie parts the relation's; "prior_relation" and "unsafe_tie" as in `Alert`
  std::optional<network::Part> part;
  std::optional<casefile::CertificateKind> certificate;
  std::optional<casefile::CertificateStatus> certificate_status;  ///< empty: nothing told yet
  std::optional<OutsideReason> outside;
  std::optional<Relative> relative;
  std::vector<Prompt> prompts;

  // what it rests on
  std::vector<network::StatementRef> from;  ///< differing, old, or pointing statements; recorded questions
  std::vector<EarlierAnswer> earlier;
  AskedAgain again = AskedAgain::no;
  std::optional<network::Date> last_answered;

  // what it can move
  double width = 0;             ///< of the item's own interval
  double reach = 0;             ///< w: what the answer can move in the household's value
  double voi = 0;               ///< ≥ 0; 0 too where there is nobody to compare with
  bool reaches_leader = false;  ///< the household's upper bound reaches the first one's central value
  friend bool operator==(const OpenQuestion&, const OpenQuestion&) = default;
};

/// An item that is open but that nobody is to be asked about now, because all who could answer were asked lately, do
/// not know, or both.
struct RestingQuestion {
  Id household;
  Id person;
  std::string factor;
  std::optional<network::Part> part;
  std::vector<network::StatementRef> asked;
  std::vector<EarlierAnswer> earlier;
  friend bool operator==(const RestingQuestion&, const RestingQuestion&) = default;
};

struct QuestionPlan {
  /// First those that always come first, by kind; then by falling VOI, then households that can reach the first, then
  /// by falling reach; then the rest by kind. Equal ones by what they are about.
  std::vector<OpenQuestion> questions;
  std::vector<RestingQuestion> resting;
};

/// The case must be the one that network and ranking were built from.
QuestionPlan questions(const casefile::Case& c, const casefile::Vocabulary& vocabulary,
                       const network::EgoNetwork& network, const std::vector<analysis::TieStrength>& strengths,
                       const Catalogue& catalogue, const Ranking& ranking);

/// What can be put to one person: questions for which the person is among those to be asked, first choice or not, and
/// none for the consultant alone. In the order of the plan.
std::vector<OpenQuestion> sheet_for(const QuestionPlan& plan, const Id& person);

}  // namespace kreds::ranking
