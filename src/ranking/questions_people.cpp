// The child, the parents, people who were named, places in the family that nobody fills, the snowball.
#include <algorithm>
#include <set>

#include "inquiry.hpp"

namespace kreds::ranking {
namespace {

using casefile::Gender;
using casefile::NoValue;

constexpr int age_of_consent = 15;

class People {
 public:
  People(const Inquiry& inquiry, QuestionPlan& plan) : inquiry_(inquiry), known_(inquiry.basis.source), plan_(plan) {}

  void ask() {
    child();
    for (const Index parent : inquiry_.parents) about_parent(parent);
    named();
    for (const Index parent : inquiry_.parents) relatives(parent);
    snowball();
  }

 private:
  const EgoNetwork& network() const { return inquiry_.network(); }
  const Id& id_of(Index person) const { return inquiry_.person(person).id; }
  bool heard(Index person) const { return inquiry_.heard.contains(id_of(person)); }

  OpenQuestion about(QuestionKind kind, Index person) const {
    OpenQuestion question;
    question.kind = kind;
    question.person = id_of(person);
    return question;
  }

  void add(OpenQuestion question) {
    if (question.whom.empty()) question.whom.push_back(the_municipality());
    plan_.questions.push_back(std::move(question));
  }

  // --- the child ---

  void child() {
    const auto who = child_to_ask(inquiry_);
    const auto last = inquiry_.heard.find(known_.child);
    OpenQuestion question = about(QuestionKind::child_not_heard, network().ego);
    question.always_first = true;
    if (who) question.whom.push_back(*who);
    if (last != inquiry_.heard.end()) {
      if (casefile::months_between(last->second, inquiry_.as_of()) <= months_until_words_are_old) return;
      question.kind = QuestionKind::child_words_old;
      question.again = AskedAgain::grown_old;
      question.last_answered = last->second;
    }
    add(std::move(question));
  }

  // --- the parents ---

  bool alive(Index person) const { return network().people[person].counted && !network().people[person].dead; }

  void about_parent(Index parent) {
    if (!alive(parent)) return;
    const auto who = person_to_ask(inquiry_, RespondentGroup::parent, parent);
    if (!heard(parent)) {
      OpenQuestion question = about(QuestionKind::parent_not_heard, parent);
      question.always_first = true;
      if (who) question.whom.push_back(*who);
      add(std::move(question));
    }
    custody(parent, who);
    sees_no_network(parent, who);
  }

  void custody(Index parent, const std::optional<Respondent>& who) {
    const auto custodies = spoken<casefile::Custody>(known_);
    if (std::ranges::none_of(custodies, [&](const auto& s) { return s.body->parent == id_of(parent); })) {
      OpenQuestion question = about(QuestionKind::custody, parent);
      question.whom.push_back(the_municipality());
      if (who) question.whom.push_back(*who);
      add(std::move(question));
    } else if (contains(network().custody, parent)) {
      placement_consent(parent, who);
    }
  }

  void placement_consent(Index person, const std::optional<Respondent>& who) {
    std::optional<Spoken<casefile::Consent>> last;
    for (const auto& s : spoken<casefile::Consent>(known_))
      if (s.body->of == id_of(person) && s.body->to == casefile::ConsentTo::placement) last = s;
    if (last && last->body->answer != casefile::ConsentAnswer::unknown) return;
    OpenQuestion question = about(QuestionKind::placement_consent, person);
    if (last) question.from = {reference(*last)};
    if (who) question.whom.push_back(*who);
    add(std::move(question));
  }

  /// A »no« that was not taken back and brought up nobody.
  void sees_no_network(Index parent, const std::optional<Respondent>& who) {
    const auto by_parent = [&](const casefile::Statement& s) {
      return std::ranges::find(s.by, id_of(parent)) != s.by.end();
    };
    std::optional<NoValue> why;
    OpenQuestion question = about(QuestionKind::no_network, parent);
    for (const auto& s : spoken<casefile::Question>(known_)) {
      if (!by_parent(*s.statement)) continue;
      question.from.push_back(reference(s));
      const bool no = s.body->missing && !s.body->taken_back && *s.body->missing != NoValue::not_asked &&
                      *s.body->missing != NoValue::not_examined;
      if (!no || brought_up_somebody(s.statement->id)) continue;
      why = s.body->missing;
      question.earlier.push_back({*s.body->missing, reference(s)});
    }
    if (!why) return;
    if (who) question.whom.push_back(*who);
    for (Respondent& respondent : question.whom) respondent.in_another_way = true;
    question.prompts = {Prompt::seriously_ill, Prompt::last_sad, Prompt::telephone_contacts,
                        Prompt::municipality_makes_contact};
    add(std::move(question));
  }

  bool brought_up_somebody(const Id& prompt) const {
    return std::ranges::any_of(known_.interviews, [&](const casefile::Interview& interview) {
      return std::ranges::find(interview.statements, prompt, &casefile::Statement::prompt) !=
             interview.statements.end();
    });
  }

  // --- people who were named ---

  void named() {
    std::map<Id, std::vector<network::StatementRef>> pointed;
    for (const auto& s : spoken<casefile::Referral>(known_)) pointed[s.body->to].push_back(reference(s));
    for (Index i = 0; i < network().people.size(); ++i) {
      const network::Member& member = network().people[i];
      const bool grown_up = member.adult && i != network().ego && !contains(inquiry_.parents, i);
      if (!grown_up || heard(i) || member.outside || frightens_child(i)) continue;
      const auto who =
          person_to_ask(inquiry_, member.professional ? RespondentGroup::professional : RespondentGroup::other, i);
      if (!who) continue;
      const auto referral = pointed.find(member.person.id);
      const bool referred = referral != pointed.end();
      OpenQuestion question = about(referred ? QuestionKind::referred_not_heard : QuestionKind::named_not_heard, i);
      question.whom.push_back(*who);
      if (referred) question.from = referral->second;
      add(std::move(question));
    }
    const network::Member& self = network().people[network().ego];
    if (self.age.value_or(0) >= age_of_consent) placement_consent(network().ego, child_to_ask(inquiry_));
  }

  /// Such a tie is for a professional to assess, not for a conversation about what somebody could be.
  bool frightens_child(Index person) const {
    const auto tie = tie_with_child(network(), person);
    return tie && !network().ties[*tie].unsafe.empty();
  }

  // --- places in the family ---

  enum class Side { mother, father, unknown };
  Side side_of(Index parent) const {
    const casefile::Person& person = inquiry_.person(parent);
    if (person.role == "mor" || (person.role != "far" && person.gender == Gender::female)) return Side::mother;
    if (person.role == "far" || person.gender == Gender::male) return Side::father;
    return Side::unknown;
  }

  bool somebody_is(std::initializer_list<std::string_view> roles) const {
    return std::ranges::any_of(network().people, [&](const network::Member& member) {
      return std::ranges::find(roles, member.person.role) != roles.end();
    });
  }

  /// The case tells who is not the parent: so it has been asked about.
  std::set<Gender> denied_parents(Index person) const {
    std::set<Gender> denied;
    for (const auto& s : spoken<casefile::Parentage>(known_)) {
      if (!s.body->negated || s.body->child != id_of(person)) continue;
      if (const auto who = network::index_of(network(), s.body->parent)) denied.insert(inquiry_.person(*who).gender);
    }
    return denied;
  }

  void relatives(Index parent) {
    grandparents(parent);
    siblings(parent);
  }

  /// Where one of the two is known, the other is left to the snowball.
  void grandparents(Index parent) {
    const Side side = side_of(parent);
    const bool known_by_role = (side == Side::mother && somebody_is({"mormor", "morfar"})) ||
                               (side == Side::father && somebody_is({"farmor", "farfar"}));
    if (known_by_role || !parents_of(network(), parent).empty()) return;
    const std::set<Gender> denied = denied_parents(parent);
    if (!denied.contains(Gender::female))
      missing(parent, side == Side::mother   ? Relative::mothers_mother
                      : side == Side::father ? Relative::fathers_mother
                                             : Relative::parents_mother);
    if (!denied.contains(Gender::male))
      missing(parent, side == Side::mother   ? Relative::mothers_father
                      : side == Side::father ? Relative::fathers_father
                                             : Relative::parents_father);
  }

  void missing(Index parent, Relative relative) {
    OpenQuestion question = about(QuestionKind::missing_relative, parent);
    question.relative = relative;
    question.whom = who_knows_family_of(parent);
    add(std::move(question));
  }

  /// The parent first; one who would not point to anybody last, and in another way.
  std::vector<Respondent> who_knows_family_of(Index parent) const {
    std::vector<Respondent> whom;
    if (auto who = person_to_ask(inquiry_, RespondentGroup::parent, parent)) {
      who->in_another_way = would_not_say(id_of(parent));
      whom.push_back(std::move(*who));
    }
    for (const Index sibling : siblings_of(network(), parent)) {
      if (!network().people[sibling].adult) continue;
      if (auto who = person_to_ask(inquiry_, RespondentGroup::other, sibling)) whom.push_back(std::move(*who));
    }
    std::ranges::stable_sort(whom, {}, &Respondent::in_another_way);
    return whom;
  }

  bool would_not_say(const Id& person) const {
    return std::ranges::any_of(spoken<casefile::Question>(known_), [&](const auto& s) {
      return s.body->missing == NoValue::would_not_say &&
             std::ranges::find(s.statement->by, person) != s.statement->by.end();
    });
  }

  void siblings(Index parent) {
    const Side side = side_of(parent);
    const bool known_by_role = (side == Side::mother && somebody_is({"moster", "morbror"})) ||
                               (side == Side::father && somebody_is({"faster", "farbror"}));
    if (known_by_role || !siblings_of(network(), parent).empty()) return;
    const bool denied = std::ranges::any_of(spoken<casefile::Siblings>(known_), [&](const auto& s) {
      return s.body->negated && (s.body->a == id_of(parent) || s.body->b == id_of(parent));
    });
    if (denied) return;
    OpenQuestion question = about(QuestionKind::parents_siblings, parent);
    question.whom = who_knows_family_of(parent);
    for (const Index grandparent : parents_of(network(), parent))
      if (auto who = person_to_ask(inquiry_, RespondentGroup::other, grandparent)) question.whom.push_back(*who);
    std::ranges::stable_sort(question.whom, {}, &Respondent::in_another_way);
    add(std::move(question));
  }

  // --- the snowball ---

  /// Those who are asked together: the household that somebody shares with other grown-ups, else the person alone.
  std::optional<std::size_t> shared_home(Index person) const {
    for (std::size_t h = 0; h < network().households.size(); ++h) {
      const auto adults = adults_in(network(), network().households[h]);
      const bool with_parents = std::ranges::any_of(adults, [&](Index i) { return contains(inquiry_.parents, i); });
      if (adults.size() > 1 && !with_parents && contains(adults, person)) return h;
    }
    return std::nullopt;
  }

  bool lives_with(const Id& a, const Id& b) const {
    const auto first = network::index_of(network(), a), second = network::index_of(network(), b);
    return first && second && std::ranges::any_of(network().households, [&](const network::Household& h) {
             return lives_in(h, *first) && lives_in(h, *second);
           });
  }

  /// Who has pointed to somebody, or named somebody outside their own home.
  std::set<Id> have_thought_of_somebody() const {
    std::set<Id> done;
    for (const auto& s : spoken<casefile::Referral>(known_))
      done.insert(s.statement->by.begin(), s.statement->by.end());
    for (const network::Member& member : network().people)
      for (const Id& teller : member.person.source.by)
        if (teller != member.person.id && !lives_with(teller, member.person.id)) done.insert(teller);
    return done;
  }

  void snowball() {
    const std::set<Id> done = have_thought_of_somebody();
    std::set<Id> asked;
    for (Index i = 0; i < network().people.size(); ++i) {
      if (!heard(i) || asked.contains(id_of(i)) || !may_be_asked(i)) continue;
      const auto home = shared_home(i);
      OpenQuestion question = about(QuestionKind::whom_else, i);
      if (home) {
        question.household = network().households[*home].id;
        question.person.clear();
        if (auto who = household_to_ask(inquiry_, network().households[*home])) {
          std::erase_if(who->people, [&](const Id& id) { return !inquiry_.heard.contains(id); });
          question.whom.push_back(std::move(*who));
        }
      } else if (auto who = person_to_ask(inquiry_, group_of(i), i)) {
        question.whom.push_back(std::move(*who));
      }
      if (question.whom.empty() || question.whom.front().people.empty()) continue;
      const network::Ids& people = question.whom.front().people;
      asked.insert(people.begin(), people.end());
      if (std::ranges::none_of(people, [&](const Id& id) { return done.contains(id); })) add(std::move(question));
    }
  }

  bool may_be_asked(Index person) const { return person != network().ego || child_to_ask(inquiry_).has_value(); }

  RespondentGroup group_of(Index person) const {
    if (person == network().ego) return RespondentGroup::child;
    if (contains(inquiry_.parents, person)) return RespondentGroup::parent;
    return network().people[person].professional ? RespondentGroup::professional : RespondentGroup::other;
  }

  const Inquiry& inquiry_;
  const casefile::Case& known_;
  QuestionPlan& plan_;
};

}  // namespace

void ask_about_people(const Inquiry& inquiry, QuestionPlan& plan) {
  People(inquiry, plan).ask();
}

}  // namespace kreds::ranking
