#include "kreds/casefile/check.hpp"

#include <algorithm>

#include "faults.hpp"
#include "hidden_names.hpp"
#include "kreds/casefile/twins.hpp"
#include "newest.hpp"
#include "told.hpp"

namespace kreds::casefile {
namespace {

using document::Argument;
using document::Arguments;
using document::Place;

constexpr double months_until_words_are_old = 6;
constexpr int age_of_consent = 15;
constexpr int age_of_majority = 18;

/// One look over a case as it is known on a day.
class Check {
 public:
  Check(const Case& c, const PlaceOf& place_of, const Vocabulary& vocabulary, Date as_of)
      : case_(c), place_of_(place_of), vocabulary_(vocabulary), as_of_(as_of) {
    for (const Person& person : case_.people) people_.emplace(person.id, &person);
    for (const Interview& interview : case_.interviews) {
      heard_.insert(interview.informants.begin(), interview.informants.end());
      for (const Statement& statement : interview.statements) {
        standing_.look(interview, statement);
        told_.look(statement.body);
      }
    }
    find_residents();
  }

  document::Diagnostics run() {
    look_at_the_child();
    look_at_custody_and_consent();
    look_at_people();
    look_at_contact();
    look_at_candidates();
    look_at_matters();
    look_at_statements();
    look_at_the_plan();
    look_at_texts();
    return warnings_.take();
  }

 private:
  // --- small things ---

  Place place(const Id& id) const { return place_of_ ? place_of_(id) : Place{}; }
  void warn(const char* code, const Id& id, Arguments arguments = {}) {
    warnings_.warning(code, place(id), std::move(arguments));
  }
  std::string name(const Id& id) const {
    const auto person = people_.find(id);
    return person == people_.end() || person->second->name.empty() ? id : shortened(person->second->name);
  }
  Argument names(const Ids& ids) const {
    std::string out;
    for (const Id& id : ids) out += (out.empty() ? "" : ", ") + name(id);
    return Argument::literal(out);
  }
  Arguments about(const Id& person) const { return {{"person", Argument::literal(name(person))}}; }
  static Argument day(Date date) { return Argument::literal(to_text(date)); }

  /// Members of one type, with the statement they stand in.
  template <class Body, class Function>
  void for_each(Function function) const {
    for (const Interview& interview : case_.interviews)
      for (const Statement& statement : interview.statements)
        if (const auto* body = std::get_if<Body>(&statement.body)) function(*body, statement, interview);
  }
  std::optional<int> age(const Person& person) const {
    const auto born = person.birth ? person.birth->middle() : std::nullopt;
    if (!born) return std::nullopt;
    return age_on(*born, as_of_);
  }
  const RoleTerm* role(const Person& person) const {
    const auto found = vocabulary_.roles.find(person.role);
    return found == vocabulary_.roles.end() ? nullptr : &found->second;
  }
  bool is_grown_up(const Person& person) const {
    if (person.animal || person.expected || person.dead) return false;
    const auto years = age(person);
    return years ? *years >= age_of_majority : role(person) == nullptr || !role(person)->child;
  }
  bool is_professional(const Person& person) const {
    return !person.professional_of.empty() || (role(person) != nullptr && role(person)->professional);
  }

  // --- the child ---

  void look_at_the_child() {
    std::optional<Date> heard;
    for (const Interview& interview : case_.interviews)
      if (std::find(interview.informants.begin(), interview.informants.end(), case_.child) !=
          interview.informants.end())
        heard = std::max(heard, std::optional(interview.date));
    if (!heard) return warn("child_not_heard", case_.child, about(case_.child));
    if (months_between(*heard, as_of_) > months_until_words_are_old) {
      Arguments arguments = about(case_.child);
      arguments["date"] = day(*heard);
      warn("child_words_old", case_.child, std::move(arguments));
    }
    if (told_.rings && !told_.sharing) warn("sharing_not_asked", case_.child, about(case_.child));
  }

  // --- custody and consent ---

  Ids parents() const {
    Ids found;
    const auto add = [&](const Id& id) {
      if (std::find(found.begin(), found.end(), id) == found.end()) found.push_back(id);
    };
    for_each<Parentage>([&](const Parentage& p, const Statement&, const Interview&) {
      const bool by_law = p.kind != ParentKind::step && p.kind != ParentKind::foster;
      if (p.child == case_.child && !p.negated && by_law) add(p.parent);
    });
    for (const Person& person : case_.people)
      if (role(person) != nullptr && role(person)->parent) add(person.id);
    std::erase_if(found, [&](const Id& id) {
      const auto person = people_.find(id);
      return person == people_.end() || person->second->dead.has_value();
    });
    return found;
  }

  void look_at_custody_and_consent() {
    for (const Id& parent : parents()) {
      if (standing_.custody.find(parent) == nullptr) warn("custody_unknown", parent, about(parent));
      if (standing_.has_custody(parent, as_of_) && !told_.consented.contains(parent))
        warn("consent_missing", parent, about(parent));
    }
    const auto child = people_.find(case_.child);
    const auto years = child == people_.end() ? std::nullopt : age(*child->second);
    if (years && *years >= age_of_consent && !told_.consented.contains(case_.child)) {
      Arguments arguments = about(case_.child);
      arguments["age"] = Argument::literal(std::to_string(*years));
      warn("consent_of_child_missing", case_.child, std::move(arguments));
    }
  }

  // --- people ---

  void look_at_people() {
    for (const Person& person : case_.people) {
      if (person.name_unknown && !person.expected) warn("name_to_be_found", person.id, {{"role", role_words(person)}});
      if (person.id != case_.child && !told_.tied.contains(person.id))
        warn("person_without_tie", person.id, about(person.id));
      if (person.birth && !person.birth->middle())
        warn("birth_without_year", person.id,
             {{"person", Argument::literal(name(person.id))}, {"words", Argument::literal(person.birth->words)}});
      check_reason(person, person.do_not_show, "show");
      check_reason(person, person.do_not_contact, "contact");
      check_reason(person, person.protected_address, "protected_address");
    }
  }

  static Argument role_words(const Person& person) {
    if (!person.role_words.empty()) return Argument::literal(shortened(person.role_words));
    return person.role.empty() ? Argument::literal(person.id) : Argument::label("role." + person.role);
  }

  void check_reason(const Person& person, const Restriction& restriction, const char* key) {
    if (restriction.set != restriction.reason.empty()) return;
    Arguments arguments = about(person.id);
    arguments["key"] = Argument::literal(key);
    warn(restriction.set ? "restriction_without_reason" : "reason_without_restriction", person.id, arguments);
  }

  /// Calling an aunt reveals the case, so somebody must have agreed, or the municipality does it.
  void look_at_contact() {
    const Ids known = parents();
    Ids not_agreed;
    for (const Person& person : case_.people) {
      const bool close = person.id == case_.child || std::find(known.begin(), known.end(), person.id) != known.end();
      if (close || is_professional(person) || !is_grown_up(person) || !heard_.contains(person.id)) continue;
      if (!told_.contacted.contains(person.id)) not_agreed.push_back(person.id);
    }
    if (!not_agreed.empty()) warn("contact_not_agreed", not_agreed.front(), {{"people", names(not_agreed)}});
  }

  // --- candidates ---

  /// Who lives where; called once all statements have been seen.
  void find_residents() {
    for (const auto& [home, residence] : standing_.residences.all()) {
      const auto person = people_.find(home.first);
      if (person != people_.end() && residence.holds_on(as_of_) && is_grown_up(*person->second))
        grown_ups_[home.second].push_back(home.first);
    }
  }

  void look_at_candidates() {
    for (const Household& household : case_.households) {
      if (!standing_.is_candidate(household.id, as_of_)) continue;
      const Ids& residents = grown_ups_[household.id];
      Arguments arguments = {{"household", Argument::literal(household_name(household, residents))},
                             {"people", names(residents)}};
      const bool named = told_.with_carer.contains(household.id);
      if (residents.empty()) warn("household_without_residents", household.id, arguments);
      if (residents.size() > 1 && !named) warn("carer_unnamed", household.id, arguments);
      arguments["people"] = names(without_certificates(residents));
      if (!arguments["people"].text.empty()) warn("certificates_missing", household.id, arguments);
    }
  }

  std::string household_name(const Household& household, const Ids& residents) const {
    if (!household.name.empty()) return shortened(household.name);
    return residents.empty() ? household.id : names(residents).text;
  }

  Ids without_certificates(Ids residents) const {
    std::erase_if(residents, [&](const Id& id) {
      return told_.certificates.contains({id, CertificateKind::criminal_record}) &&
             told_.certificates.contains({id, CertificateKind::child_protection});
    });
    return residents;
  }

  // --- matters and statements ---

  void look_at_matters() {
    for (const Matter& matter : case_.matters)
      if (!matter.not_to.empty() && matter.reason.empty())
        warn("matter_without_reason", matter.id, {{"matter", Argument::literal(shortened(matter.title))}});
    for (const Twin& twin : unmarked_twins(case_))
      warn("unmarked_twin", twin.statement->id,
           {{"matter", Argument::literal(shortened(twin.matter->title))},
            {"people", names(twin.matter->not_to)},
            {"marked", Argument::literal(std::to_string(place(twin.marked->id).line))},
            {"matter_id", Argument::literal(twin.matter->id)}});
  }

  void look_at_statements() {
    for_each<Tie>([&](const Tie& tie, const Statement& statement, const Interview&) { check_tie(tie, statement); });
    for_each<Assessment>([&](const Assessment& assessment, const Statement& statement, const Interview&) {
      if (assessment.factor == "parents_view" && assessment.whose.empty()) warn("whose_view", statement.id);
    });
    for_each<Measure>([&](const Measure& measure, const Statement& statement, const Interview&) {
      check_measure(measure, statement);
    });
    for_each<Certificate>([&](const Certificate& certificate, const Statement& statement, const Interview&) {
      if (has_been_seen(certificate.status) && (!statement.note.empty() || statement.quote))
        warn("certificate_with_words", statement.id, about(certificate.person));
    });
  }

  /// Before, there is no content that could be told.
  static bool has_been_seen(CertificateStatus status) {
    return status == CertificateStatus::obtained_nothing_noted ||
           status == CertificateStatus::to_be_assessed_by_leader ||
           status == CertificateStatus::assessed_no_hindrance || status == CertificateStatus::assessed_hindrance;
  }

  void check_tie(const Tie& tie, const Statement& statement) {
    const bool of_child = tie.a == case_.child || tie.b == case_.child;
    const Id& other = tie.a == case_.child ? tie.b : tie.a;
    const bool told_by_child = std::find(statement.by.begin(), statement.by.end(), case_.child) != statement.by.end();
    if (of_child && tie.ring.value && !told_by_child) warn("ring_from_another", statement.id, about(other));
    if (!of_child && tie.caregiving.mentioned()) warn("caregiving_without_child", statement.id);
  }

  void check_measure(const Measure& measure, const Statement& statement) {
    for (const std::string& factor : measure.factors) {
      const auto known = vocabulary_.factors.find(factor);
      if (known == vocabulary_.factors.end() || known->second.lifted_by.contains(measure.measure)) continue;
      warn("measure_lifts_nothing", statement.id,
           {{"measure", Argument::label("measure." + measure.measure)},
            {"factor", Argument::label("factor." + factor + ".label")}});
    }
  }

  void look_at_the_plan() {
    const auto told = newest_plan(case_);
    if (!told) return;
    const Plan& plan = told->plan();
    const Id& id = told->statement->id;
    if (plan.plan_b.empty()) warn("plan_without_plan_b", id);
    if (!plan.follow_up) return warn("plan_without_follow_up", id);
    if (plan.follow_up->last && *plan.follow_up->last < as_of_)
      warn("plan_follow_up_due", id, {{"date", day(*plan.follow_up->last)}});
  }

  void look_at_texts() {
    for (const HiddenName& found : hidden_names(case_)) warn("text_names_hidden", found.entry, about(found.hidden));
  }

  const Case& case_;
  const PlaceOf& place_of_;
  const Vocabulary& vocabulary_;
  Date as_of_;
  Standing standing_;
  Told told_;
  std::set<Id> heard_;  ///< informants of any interview
  std::map<Id, const Person*> people_;
  std::map<Id, Ids> grown_ups_;  ///< who live in each household on the day
  Faults warnings_;
};

}  // namespace

document::Diagnostics check(const Case& c, const PlaceOf& place_of, const Vocabulary& vocabulary, Date as_of) {
  if (known_as_it_stands(c, as_of)) return Check(c, place_of, vocabulary, as_of).run();
  const Case known = as_known_on(c, as_of);
  return Check(known, place_of, vocabulary, as_of).run();
}

}  // namespace kreds::casefile
