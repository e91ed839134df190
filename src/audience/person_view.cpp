#include <algorithm>

#include "residents.hpp"
#include "texts.hpp"
#include "views.hpp"

namespace kreds::audience {

using namespace casefile;

namespace {

bool contains(const Ids& ids, const Id& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

class PersonView {
 public:
  PersonView(const Case& c, const Id& person, const Vocabulary& vocabulary, Date day)
      : case_(c), person_(person), vocabulary_(vocabulary) {
    const auto everything = [](const Interview&, const Statement&) { return true; };
    for (const auto& [household, resident] : residents_on(c, day, everything))
      if (resident == person) own_households_.insert(household);
    const Person* self = find_person(c, person);
    grown_up_ = self != nullptr && grown_up(*self, day);
  }

  Case view() const {
    Case seen = keeping(case_, [&](const Interview& i, const Statement& s) { return may_see(i, s); });
    seen.erased.clear();
    seen.matters.clear();
    for (Person& p : seen.people) reduce(p);
    for (Household& h : seen.households) reduce(h);
    for (Interview& i : seen.interviews) reduce(i);
    return seen;
  }

 private:
  bool own(const Statement& s) const { return contains(s.by, person_); }
  bool own_household(const Id& household) const { return own_households_.contains(household); }

  const RoleTerm* role_of(const Person& p) const {
    const auto role = vocabulary_.roles.find(p.role);
    return role == vocabulary_.roles.end() ? nullptr : &role->second;
  }

  /// What is assessed is how grown-ups care for the child: neither the child nor another child is to read it.
  bool grown_up(const Person& p, Date day) const {
    if (p.id == case_.child) return false;
    if (const auto birth = p.birth ? p.birth->middle() : std::nullopt; birth && *birth <= day)
      return age_on(*birth, day) >= 18;
    const RoleTerm* role = role_of(p);
    return role == nullptr || !role->child;
  }

  bool professional(const Id& id) const {
    const Person* p = find_person(case_, id);
    if (!p) return false;
    const RoleTerm* role = role_of(*p);
    return !p->professional_of.empty() || (role != nullptr && role->professional);
  }
  bool approved_by_them(const Plan& plan) const {
    return std::any_of(plan.approved.begin(), plan.approved.end(),
                       [&](const Approval& each) { return each.person == person_; });
  }
  bool has_part_in(const Plan& plan) const {
    return std::any_of(plan.steps.begin(), plan.steps.end(),
                       [&](const PlanStep& step) { return contains(step.who, person_); });
  }

  /// What professionals saw or did themselves: nobody else's words stand behind it.
  bool from_professionals_alone(const Interview& i, const Statement& s) const {
    if (s.hearsay) return false;
    if (s.by.empty()) return s.observed || i.kind == InterviewKind::record;
    return std::all_of(s.by.begin(), s.by.end(), [&](const Id& id) { return professional(id); });
  }

  bool may_see(const Interview& i, const Statement& s) const {
    if (std::holds_alternative<Lifting>(s.body)) return false;
    if (own(s) || structural(s.body)) return true;
    if (const auto* home = std::get_if<Home>(&s.body)) return own_household(home->household);
    if (const auto* plan = std::get_if<Plan>(&s.body)) return approved_by_them(*plan) || has_part_in(*plan);
    if (!from_professionals_alone(i, s)) return false;
    if (const auto* assessment = std::get_if<Assessment>(&s.body))
      return grown_up_ && assessment->level.mentioned() && own_household(assessment->household) &&
             (assessment->whose.empty() || assessment->whose == person_);
    if (const auto* candidacy = std::get_if<Candidacy>(&s.body)) return own_household(candidacy->household);
    if (const auto* measure = std::get_if<Measure>(&s.body))
      return own_household(measure->household) && measure->state != MeasureState::proposed;
    if (const auto* certificate = std::get_if<Certificate>(&s.body)) return certificate->person == person_;
    return false;
  }

  template <class Entry>
  void reduce_entry(Entry& entry) const {
    const bool own_word = entry.source.by == Ids{person_};
    const bool joint = contains(entry.source.by, person_);
    const std::string note = entry.note;
    leave_only_who_it_is(entry);
    if (own_word) entry.note = note;
    if (joint) entry.source = {entry.source.interview, {person_}, false};
  }
  void reduce(Person& p) const { reduce_entry(p); }
  void reduce(Household& h) const { reduce_entry(h); }

  void reduce(Interview& i) const {
    const bool present = contains(i.informants, person_);
    i.note.clear();
    if (present)
      i.informants = {person_};
    else
      leave_only_the_day(i);
    for (Statement& s : i.statements) {
      if (own(s))
        reduce_own(s);
      else
        reduce_others(s);
    }
  }

  void reduce_own(Statement& s) const {
    s.by = {person_};
    s.matters.clear();
  }

  /// Whoever was not there when the family made its plan knows what they are to do, and when they meet again.
  void leave_own_part(Plan& plan) const {
    if (approved_by_them(plan)) return;
    std::erase_if(plan.steps, [&](const PlanStep& step) { return !contains(step.who, person_); });
    plan.plan_b.clear();
    plan.tell.clear();
    plan.follow_up = without_words(plan.follow_up);
    plan.approved.clear();
  }

  void reduce_others(Statement& s) const {
    leave_only_what_was_said(s);
    if (auto* home = std::get_if<Home>(&s.body)) home->words.clear();
    if (auto* plan = std::get_if<Plan>(&s.body)) leave_own_part(*plan);
    if (auto* certificate = std::get_if<Certificate>(&s.body)) certificate->handled_by.clear();
    if (auto* assessment = std::get_if<Assessment>(&s.body)) {
      // How well somebody meets the child's needs is read from what others told of these.
      assessment->needs.clear();
      // Words of the trade, and often of others who were not asked; the level has plain words of its own.
      assessment->words.clear();
    }
  }

  const Case& case_;
  const Id& person_;
  const Vocabulary& vocabulary_;
  std::set<Id> own_households_;
  bool grown_up_ = false;
};

}  // namespace

Case person_view(const Case& c, const Id& person, const Vocabulary& vocabulary, Date day) {
  return PersonView(c, person, vocabulary, day).view();
}

}  // namespace kreds::audience
