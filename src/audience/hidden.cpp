#include "hidden.hpp"

#include <algorithm>
#include <set>

#include "residents.hpp"
#include "texts.hpp"

namespace kreds::audience {

using namespace casefile;

namespace {

class Hiding {
 public:
  Hiding(const Case& c, const Audience& audience, std::optional<Date> day) : case_(c), audience_(audience), day_(day) {}

  /// Who lives where is asked only when all else has settled: a hidden statement must not have a say in it. What goes
  /// with a household may be what something else rested on, so until nothing follows.
  Case run() {
    std::size_t before = 0;
    do {
      settle();
      before = ids_.size();
      find_corrections();
      hide_households();
      hide_protected_homes();
    } while (ids_.size() != before);
    if (ids_.empty()) return case_;
    Case redacted = case_;
    redact(redacted, words_, ids_);
    return without_ids(std::move(redacted));
  }

 private:
  bool hidden(const Id& id) const { return ids_.contains(id); }
  bool any_hidden(const Ids& ids) const {
    return std::any_of(ids.begin(), ids.end(), [&](const Id& id) { return hidden(id); });
  }
  /// The child is what the case is about, and nobody is a secret to themselves.
  bool always_shown(const Id& person) const {
    return person == case_.child || (audience_.kind == Kind::person && person == audience_.person);
  }

  template <class Function>
  void each_statement(Function function) const {
    for (const Interview& interview : case_.interviews)
      for (const Statement& statement : interview.statements) function(interview, statement);
  }

  void settle() {
    while (true) {
      follow_rules();
      if (ids_.size() == taken_out_) return;
      hide_what_went_with_it(without_ids(case_));
      taken_out_ = ids_.size();
    }
  }
  void follow_rules() {
    std::size_t before = 0;
    do {
      before = ids_.size();
      find_corrections();
      hide_matters();
      hide_people();
      hide_marked_households();
      learn_words();
      hide_statements();
    } while (ids_.size() != before);
  }

  Case without_ids(Case c) const {
    for (Person& p : c.people)
      if (always_shown(p.id) && hidden(p.professional_of)) p.professional_of.clear();
    return casefile::without(c, ids_);
  }

  // --- what counts on the day ---

  bool said(const Interview& i, const Statement& s) const {
    if (hidden(i.id) || hidden(s.id)) return false;
    return !day_ || (i.date <= *day_ && !(s.withdrawn && s.withdrawn->date <= *day_));
  }
  void find_corrections() {
    corrected_.clear();
    each_statement([&](const Interview& i, const Statement& s) {
      if (!s.replaces.empty() && said(i, s)) corrected_.insert(s.replaces);
    });
  }
  bool in_force(const Interview& i, const Statement& s) const { return said(i, s) && !corrected_.contains(s.id); }

  // --- matters ---

  bool barred(const Matter& matter) const {
    if (audience_.kind != Kind::person) return !matter.not_to.empty();
    return std::find(matter.not_to.begin(), matter.not_to.end(), audience_.person) != matter.not_to.end();
  }
  void hide_matters() {
    std::set<Id> lifted;
    each_statement([&](const Interview& i, const Statement& s) {
      if (const auto* lifting = std::get_if<Lifting>(&s.body); lifting && in_force(i, s))
        lifted.insert(lifting->matter);
    });
    for (const Matter& matter : case_.matters)
      if (barred(matter) && !lifted.contains(matter.id)) ids_.insert(matter.id);
  }

  // --- people ---

  bool parents_own_professional(const Person& p) const {
    const bool of_parent = !p.professional_of.empty() && p.professional_of != case_.child;
    if (audience_.kind == Kind::family) return of_parent;
    return audience_.kind == Kind::person && of_parent && p.professional_of != audience_.person;
  }
  void hide_people() {
    for (const Person& p : case_.people)
      if (!always_shown(p.id) && (p.do_not_show.set || any_hidden(p.matters) || parents_own_professional(p)))
        ids_.insert(p.id);
  }

  // --- households ---

  std::set<std::pair<Id, Id>> shown_residents() const {
    return residents_on(case_, day_, [&](const Interview& i, const Statement& s) { return in_force(i, s); });
  }

  void hide_marked_households() {
    for (const Household& h : case_.households)
      if (any_hidden(h.matters)) ids_.insert(h.id);
  }
  void hide_households() {
    std::set<Id> with_hidden, with_shown;
    each_statement([&](const Interview& i, const Statement& s) {
      const auto* residence = std::get_if<Residence>(&s.body);
      if (residence && (hidden(i.id) || hidden(s.id) || hidden(residence->person)))
        with_hidden.insert(residence->household);
    });
    for (const auto& [household, person] : shown_residents())
      if (!hidden(person)) with_shown.insert(household);
    for (const Household& h : case_.households)
      if (with_hidden.contains(h.id) && !with_shown.contains(h.id)) ids_.insert(h.id);
  }

  bool is_audience(const Id& person) const { return audience_.kind == Kind::person && audience_.person == person; }

  /// Those who share the home know the address, but a sheet of paper of theirs lies about elsewhere: only whom the
  /// protection is for gets it in writing.
  void hide_protected_homes() {
    std::set<Id> people, households;
    for (const Person& p : case_.people)
      if (p.protected_address.set && !is_audience(p.id)) people.insert(p.id);
    if (people.empty()) return;
    each_statement([&](const Interview&, const Statement& s) {
      const auto* residence = std::get_if<Residence>(&s.body);
      if (residence && people.contains(residence->person)) households.insert(residence->household);
    });
    each_statement([&](const Interview&, const Statement& s) {
      const auto* home = std::get_if<Home>(&s.body);
      if (home && households.contains(home->household)) ids_.insert(s.id);
    });
  }

  // --- texts ---

  void learn_words() {
    for (const Person& p : case_.people)
      if (hidden(p.id)) words_.add_name(p.name);
    for (const Household& h : case_.households)
      if (hidden(h.id)) words_.add_phrase(h.name);
    for (const Matter& m : case_.matters)
      if (hidden(m.id)) words_.add_phrase(m.title);
    std::set<std::string> told, untold;
    each_statement([&](const Interview& i, const Statement& s) {
      if (const auto* home = std::get_if<Home>(&s.body))
        (hidden(i.id) || hidden(s.id) ? untold : told).insert(home->place);
    });
    for (const std::string& place : untold)
      if (!told.contains(place)) words_.add_phrase(place);
  }

  // --- statements ---

  /// A hidden word on sharing, or a hidden correction of one, takes with it those up to its day.
  std::optional<Date> sharing_in_doubt_until() const {
    std::set<Id> corrected_in_secret;
    each_statement([&](const Interview& i, const Statement& s) {
      if (!s.replaces.empty() && (hidden(i.id) || hidden(s.id))) corrected_in_secret.insert(s.replaces);
    });
    std::optional<Date> until;
    each_statement([&](const Interview& i, const Statement& s) {
      if (!std::holds_alternative<Sharing>(s.body)) return;
      if (hidden(i.id) || hidden(s.id) || corrected_in_secret.contains(s.id))
        until = std::max(until, std::optional(i.date));
    });
    return until;
  }

  /// Agreed to by nobody whom the audience knows.
  bool loses_agreement(const StatementBody& body) const {
    const auto* contact = std::get_if<Contact>(&body);
    return contact && !contact->by_municipality && !contact->agreed_by.empty() &&
           std::all_of(contact->agreed_by.begin(), contact->agreed_by.end(), [&](const Id& id) { return hidden(id); });
  }

  void hide_statements() {
    const std::optional<Date> doubt = sharing_in_doubt_until();
    each_statement([&](const Interview& i, const Statement& s) {
      if (hidden(s.id)) return;
      if (any_hidden(s.matters) || hidden(s.replaces) || loses_agreement(s.body) || says_hidden(s.body, words_) ||
          (doubt && i.date <= *doubt && std::holds_alternative<Sharing>(s.body)))
        ids_.insert(s.id);
    });
  }

  void hide_what_went_with_it(const Case& left) {
    std::set<Id> kept;
    const auto keep = [&](const auto& entries) {
      for (const auto& entry : entries) kept.insert(entry.id);
    };
    const auto hide_others = [&](const auto& entries) {
      for (const auto& entry : entries)
        if (!kept.contains(entry.id)) ids_.insert(entry.id);
    };
    keep(left.people);
    keep(left.households);
    keep(left.matters);
    keep(left.interviews);
    for (const Interview& interview : left.interviews) keep(interview.statements);
    hide_others(case_.people);
    hide_others(case_.households);
    hide_others(case_.matters);
    hide_others(case_.interviews);
    for (const Interview& interview : case_.interviews) hide_others(interview.statements);
  }

  const Case& case_;
  const Audience& audience_;
  std::optional<Date> day_;
  std::set<Id> ids_;           ///< hidden so far, of every kind
  std::size_t taken_out_ = 0;  ///< how many of them, when it was last seen what goes with them
  std::set<Id> corrected_;     ///< statements corrected on the day by something shown
  HiddenWords words_;
};

}  // namespace

Case without_hidden(const Case& c, const Audience& audience, std::optional<Date> day) {
  return Hiding(c, audience, day).run();
}

}  // namespace kreds::audience
