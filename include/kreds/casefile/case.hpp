/// \file
/// The case of one child: people, households, and what was said of them in dated interviews.
///
/// Nothing here is computed. A statement belongs to the interview in which it was made; an interview of
/// kind `record` holds what comes from the municipality's own file. Three times are kept apart: when a
/// thing held (`held`), when it was said (the interview's date), when it was withdrawn or corrected.
/// The format is described field by field in `data/README.md` and `data/schema/case.schema.json`.
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kreds/casefile/date.hpp"

namespace kreds::casefile {

using Id = std::string;  ///< unique over the whole file: people, households, matters, interviews, statements
using Ids = std::vector<Id>;

/// Why there is no value. Not mentioned at all is a third thing: `Answered` with neither.
enum class NoValue { none, does_not_know, would_not_say, not_asked, not_examined };

/// An answer: a value, or the reason why there is none ("asked, and the answer was none" is `none`).
template <class T>
struct Answered {
  std::optional<T> value;
  std::optional<NoValue> missing;
  bool mentioned() const { return value || missing; }
  friend bool operator==(const Answered&, const Answered&) = default;
};

// --- where an entry comes from -------------------------------------------------------------------------

/// Taken back later; the entry stays in the file and counts until that day.
struct Withdrawal {
  Date date;
  std::string by;
  std::string reason;
  friend bool operator==(const Withdrawal&, const Withdrawal&) = default;
};

/// Who told a top-level entry (person, household, matter), and where.
struct Source {
  Id interview;
  Ids by;                 ///< informants; empty with `observed`
  bool observed = false;  ///< the interviewers' own observation
  friend bool operator==(const Source&, const Source&) = default;
};

// --- people and households -----------------------------------------------------------------------------

enum class Gender { unknown, female, male, other };

struct Death {
  std::optional<ApproximateDate> when;
  friend bool operator==(const Death&, const Death&) = default;
};

/// A mark that restricts what may be done with a person's data, with its reason.
struct Restriction {
  bool set = false;
  std::string reason;
  friend bool operator==(const Restriction&, const Restriction&) = default;
};

struct Person {
  Id id;
  std::string name;           ///< empty if `name_unknown`
  bool name_unknown = false;  ///< known to exist, name unknown
  std::optional<ApproximateDate> birth;
  bool expected = false;  ///< not born yet; birth is when it is expected
  Gender gender = Gender::unknown;
  std::optional<Death> dead;
  bool animal = false;
  std::string role;         ///< a term of `data/roles.json`; empty if only in words, or the child
  std::string role_words;   ///< what the child (or an informant) calls the relation
  Id professional_of;       ///< whose professional: the child's id or a parent's; empty if not one
  std::string sector;       ///< empty: from the role
  Restriction do_not_show;  ///< "show": false
  Restriction do_not_contact;
  Restriction protected_address;
  std::string note;
  Source source;
  Ids matters;
  std::optional<Withdrawal> withdrawn;
  friend bool operator==(const Person&, const Person&) = default;
};

struct Household {
  Id id;
  std::string name;  ///< e.g. "Karen og Ole"; empty: from its members
  std::string note;
  Source source;
  Ids matters;
  std::optional<Withdrawal> withdrawn;
  friend bool operator==(const Household&, const Household&) = default;
};

/// A thing (a tie, a part of it, a fact) that some people must not be told.
struct Matter {
  Id id;
  std::string title;
  Ids not_to;  ///< people who must not be told; empty: only a heading
  std::string reason;
  Source source;
  std::optional<Withdrawal> withdrawn;
  friend bool operator==(const Matter&, const Matter&) = default;
};

// --- statements ----------------------------------------------------------------------------------------

/// One tie between two people: up to six parts, each of which may be left out.
struct Tie {
  Id a, b;
  Answered<int> ring;               ///< 1 (inmost) … number of rings; `none`: not in my network
  std::string ring_words;           ///< "inderst", "helt ude ved kanten"
  Answered<int> emotional;          ///< 0 afraid … 4 seeks comfort here
  Answered<int> caregiving;         ///< 0 never … 4 has lived there; child and adult only
  Answered<int> conflict;           ///< 0 none … 3 serious
  Answered<double> times_per_year;  ///< contacts a year; `none`: never
  std::string frequency_term;       ///< "weekly" if the file says it by term
  Answered<ApproximateDate> known_since;
  friend bool operator==(const Tie&, const Tie&) = default;
};

enum class WishTopic { household, person, contact, school, activity, meeting, other };
enum class WishView { no, hesitant, both, yes_when_asked, another_possibility, first_wish };

/// What somebody wishes for the child: where to live, whom to see, what to keep.
struct Wish {
  Id of;  ///< whose wish it is
  WishTopic topic = WishTopic::household;
  std::string target;  ///< an id for household, person, contact; words otherwise
  WishView view = WishView::first_wish;
  std::optional<int> order;  ///< 1 first, 2 next …
  std::string condition;     ///< "hvis han ikke kan bo hos mor"
  friend bool operator==(const Wish&, const Wish&) = default;
};

struct NeedLine {
  Id need;                   ///< a statement of type need
  int importance = 1;        ///< 1 … 3
  Answered<int> capability;  ///< 0 … 4
  friend bool operator==(const NeedLine&, const NeedLine&) = default;
};

/// Something about a household in terms of a factor of the catalogue.
struct Assessment {
  Id household;
  std::string factor;
  Answered<int> level;  ///< 0 … 4; only from a professional, unless the factor is a fact or one's own view
  std::string words;
  Id whose;  ///< for parents_view: the parent whose view it is
  std::vector<NeedLine> needs;
  friend bool operator==(const Assessment&, const Assessment&) = default;
};

enum class RoleAnswer { foster_family, perhaps, only_if_no_one_else, for_a_period, support_only, no, not_asked };

enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

/// What somebody offers to be or do for the child, with its limits.
struct Offer {
  std::string role;  ///< a role of the catalogue (respite, contact, practical_helper …)
  std::string words;
  std::vector<Weekday> weekdays;
  std::optional<int> every_weeks;
  friend bool operator==(const Offer&, const Offer&) = default;
};

/// What a household, or one person, wishes to be for the child.
struct RoleWish {
  Id household;  ///< one of the two is set
  Id person;
  std::optional<RoleAnswer> wish;
  std::string words;
  std::vector<Offer> offers;
  friend bool operator==(const RoleWish&, const RoleWish&) = default;
};

enum class CertificateKind { criminal_record, child_protection };
enum class CertificateStatus {
  not_consented,
  consented,
  requested,
  obtained_nothing_noted,
  to_be_assessed_by_leader,
  assessed_no_hindrance,
  assessed_hindrance,
  unknown
};

/// Status and date only; the content of a certificate has no place in the file.
struct Certificate {
  Id person;
  CertificateKind which = CertificateKind::criminal_record;
  CertificateStatus status = CertificateStatus::unknown;
  std::string handled_by;
  friend bool operator==(const Certificate&, const Certificate&) = default;
};

enum class MeasureState { proposed, granted, started };

/// Support for a household.
struct Measure {
  Id household;
  std::string measure;               ///< a measure of the catalogue
  std::vector<std::string> factors;  ///< what it is to lift
  MeasureState state = MeasureState::proposed;
  std::optional<int> expected_level;
  std::optional<int> waiting_weeks;
  std::string words;
  friend bool operator==(const Measure&, const Measure&) = default;
};

/// The informants pointed to a person.
struct Referral {
  Id to;
  std::string words;
  friend bool operator==(const Referral&, const Referral&) = default;
};

/// A plain fact, in words; never computed with.
struct Fact {
  Ids about;  ///< people or households
  std::string text;
  friend bool operator==(const Fact&, const Fact&) = default;
};

/// What somebody does with the child in an ordinary week.
struct Rhythm {
  Id who;
  std::string what;
  std::vector<Weekday> weekdays;
  std::optional<int> every_weeks;  ///< 1: each week, 2: every other
  std::optional<double> times_per_year;
  friend bool operator==(const Rhythm&, const Rhythm&) = default;
};

/// Something the child needs. Its id is what `NeedLine` names.
struct Need {
  std::string text;
  friend bool operator==(const Need&, const Need&) = default;
};

/// A question that was put, and its answer; other statements name it as their `prompt`.
struct Question {
  std::string question;
  std::string answer;
  std::optional<NoValue> missing;
  bool taken_back = false;  ///< in the same conversation
  friend bool operator==(const Question&, const Question&) = default;
};

/// Lives or lived in a household; `held` says when. Several at once are normal.
struct Residence {
  Id person, household;
  std::string words;  ///< "hver anden weekend"
  bool part_time = false;
  friend bool operator==(const Residence&, const Residence&) = default;
};

/// Where a household is.
struct Home {
  Id household;
  std::string place;
  std::optional<double> school_km;
  std::string words;
  friend bool operator==(const Home&, const Home&) = default;
};

/// A household is, or is no longer, looked at as a possible network foster family.
struct Candidacy {
  Id household;
  bool candidate = true;
  friend bool operator==(const Candidacy&, const Candidacy&) = default;
};

/// Who would be the primary carer.
struct Carer {
  Id household, person;
  friend bool operator==(const Carer&, const Carer&) = default;
};

enum class ParentKind { biological, adoptive, step, foster, unspecified };

struct Parentage {
  Id parent, child;
  ParentKind kind = ParentKind::unspecified;
  bool negated = false;  ///< is not: »Ole er ikke Annas far«
  friend bool operator==(const Parentage&, const Parentage&) = default;
};

enum class PartnerKind { married, cohabiting, couple, separated, divorced };

struct Partners {
  Id a, b;
  PartnerKind kind = PartnerKind::couple;
  bool negated = false;
  friend bool operator==(const Partners&, const Partners&) = default;
};

enum class SiblingKind { full, half, step, foster, unspecified };

/// Siblings whose parents are unknown, or of whom it is only said that they are siblings.
struct Siblings {
  Id a, b;
  SiblingKind kind = SiblingKind::unspecified;
  bool negated = false;
  friend bool operator==(const Siblings&, const Siblings&) = default;
};

struct Custody {
  Id parent;
  bool has = true;
  friend bool operator==(const Custody&, const Custody&) = default;
};

enum class ConsentTo { placement, certificates };
enum class ConsentAnswer { yes, no, partly, unknown };

struct Consent {
  Id of;
  ConsentTo to = ConsentTo::placement;
  ConsentAnswer answer = ConsentAnswer::unknown;
  friend bool operator==(const Consent&, const Consent&) = default;
};

/// The child's yes or no to showing where it put people.
struct Sharing {
  bool yes = false;
  bool everyone = false;  ///< to everybody at the conference
  Ids with;               ///< or to these people
  friend bool operator==(const Sharing&, const Sharing&) = default;
};

/// Who agreed that a person is contacted, or that the municipality does it.
struct Contact {
  Id person;
  Ids agreed_by;
  bool by_municipality = false;
  friend bool operator==(const Contact&, const Contact&) = default;
};

/// A decision that somebody made and wrote elsewhere.
struct Decision {
  Id household;
  std::string text;
  std::string made_by;
  friend bool operator==(const Decision&, const Decision&) = default;
};

/// Who does what, and when, in the words of those who agreed on it. Somebody who is not in the case stands in words.
struct PlanStep {
  Ids who;
  std::string what;
  std::string when;  ///< »hver tirsdag efter skole«
  std::string others;
  friend bool operator==(const PlanStep&, const PlanStep&) = default;
};

struct Approval {
  Id person;  ///< or the name of somebody who is not in the case
  std::string name;
  std::optional<Date> date;
  friend bool operator==(const Approval&, const Approval&) = default;
};

/// The family's own plan, as a family group conference made it; never computed with.
struct Plan {
  std::optional<Date> agreed;  ///< empty: on the day of the interview
  std::vector<PlanStep> steps;
  std::string plan_b;
  std::string tell;  ///< who says so if it does not work
  std::optional<ApproximateDate> follow_up;
  std::vector<Approval> approved;
  friend bool operator==(const Plan&, const Plan&) = default;
};

/// From now on the matter may be told.
struct Lifting {
  Id matter;
  friend bool operator==(const Lifting&, const Lifting&) = default;
};

using StatementBody = std::variant<Tie, Wish, Assessment, RoleWish, Certificate, Measure, Referral, Fact, Rhythm, Need,
                                   Question, Residence, Home, Candidacy, Carer, Parentage, Partners, Siblings, Custody,
                                   Consent, Sharing, Contact, Decision, Lifting, Plan>;

/// The `type` of a statement in the file, in the order of StatementBody.
inline constexpr std::array<std::string_view, std::variant_size_v<StatementBody>> statement_types = {
    "tie",     "wish",     "assessment", "role",    "certificate", "measure", "referral", "fact",     "rhythm",
    "need",    "question", "residence",  "home",    "candidate",   "carer",   "parent",   "partners", "siblings",
    "custody", "consent",  "sharing",    "contact", "decision",    "lifting", "plan"};

struct Quote {
  std::string text;
  Id of;  ///< who said it; empty: the informant
  friend bool operator==(const Quote&, const Quote&) = default;
};

struct Statement {
  Id id;
  Ids by;                               ///< informants of the interview; jointly if several
  bool observed = false;                ///< the interviewers' own observation; `by` is then empty
  bool hearsay = false;                 ///< heard from somebody else; halves the reliability
  bool unsure = false;                  ///< »vist«; halves it too
  bool municipality_is_source = false;  ///< »kommunen står som kilde«
  Ids matters;
  std::optional<Period> held;  ///< when it held; empty: at the time of the interview
  std::string note;
  std::optional<Quote> quote;
  Id prompt;    ///< the question that brought it up
  Id replaces;  ///< an earlier statement that this one corrects
  std::optional<Withdrawal> withdrawn;
  StatementBody body;
  friend bool operator==(const Statement&, const Statement&) = default;
};

// --- interviews ----------------------------------------------------------------------------------------

enum class InterviewKind { home_visit, telephone, school, office, meeting, record, other };

struct Interviewer {
  std::string title;  ///< "netværkskonsulent"
  std::string name;
  friend bool operator==(const Interviewer&, const Interviewer&) = default;
};

/// Somebody who was there without being heard.
struct Companion {
  Id person;          ///< if on the map
  std::string title;  ///< "bisidder"
  std::string name;
  Id beside;  ///< beside whom
  friend bool operator==(const Companion&, const Companion&) = default;
};

struct Interview {
  Id id;
  Date date;
  std::string place;
  InterviewKind kind = InterviewKind::other;
  Ids informants;  ///< who was heard; empty only for kind record
  std::vector<Interviewer> interviewers;
  std::vector<Companion> present;
  std::string note;
  std::vector<Statement> statements;
  friend bool operator==(const Interview&, const Interview&) = default;
};

/// Something was erased for good; what it was is not kept.
struct Erasure {
  Date date;
  std::string by;
  std::string reason;
  Ids ids;  ///< of what was erased, so that nothing else gets them: only those that say nothing (is_number)
  friend bool operator==(const Erasure&, const Erasure&) = default;
};

struct Case {
  std::string number;
  std::string municipality;
  std::string author;  ///< who keeps the case
  Id child;
  int rings = 5;                    ///< 3 … 5
  std::string sectors = "default";  ///< a set of `data/sectors.json`
  std::string catalogue;            ///< version it was last computed with; empty: not said
  std::vector<Person> people;
  std::vector<Household> households;
  std::vector<Matter> matters;
  std::vector<Interview> interviews;  ///< in the order of the file
  std::vector<Erasure> erased;
  friend bool operator==(const Case&, const Case&) = default;
};

const Person* find_person(const Case& c, std::string_view id);
const Household* find_household(const Case& c, std::string_view id);
const Matter* find_matter(const Case& c, std::string_view id);
const Interview* find_interview(const Case& c, std::string_view id);

/// Whether an id is a letter and a number (s12), as they are made for entries without a name, and so tells nothing.
bool is_number(std::string_view id);

/// The family's plan as it stands: the one that was told last, and of one day the one that stands later in the file.
struct ToldPlan {
  const Interview* interview;
  const Statement* statement;
  const Plan& plan() const { return std::get<Plan>(statement->body); }
  Date agreed() const { return plan().agreed.value_or(interview->date); }
};
std::optional<ToldPlan> newest_plan(const Case& c);

/// Date of the newest interview that is not of kind record, or of the newest at all; empty if there is none.
std::optional<Date> newest_interview(const Case& c);

/// The case as if these entries (people, households, matters, interviews, statements) had never been written. A
/// statement that cannot stand without one of them goes too (one about a person, or told by nobody else); lists and
/// loose mentions only lose it. What only a removed interview told goes with it; what another interview names as well
/// is then told there. The child stays, and no id dangles.
Case without(Case c, const std::set<Id>& gone);

/// Every id that a statement names: who told it, whom and what it is about, its matters, its prompt.
Ids ids_named_by(const Statement& statement);

/// The case as it was known on a day: later interviews, and what only they told, are left out; so is what had
/// been withdrawn or corrected by then (a correction counts from its own interview on). What remains has no
/// dangling ids.
Case as_known_on(const Case& c, Date day);
/// What was withdrawn after a day counts as withdrawn on it. Nothing if there is no such thing.
std::optional<Case> with_later_withdrawals(const Case& c, Date day);
/// True if that is the whole case: nothing withdrawn, corrected or told later. Cheaper than to compare.
bool known_as_it_stands(const Case& c, Date day);

}  // namespace kreds::casefile
