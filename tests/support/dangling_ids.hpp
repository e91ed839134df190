/// \file
/// Ids that a case names and does not hold; written out by hand, to check what takes entries out of a case.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "kreds/casefile/case.hpp"

namespace kreds::testing {

class DanglingIds {
 public:
  static std::vector<std::string> of(const casefile::Case& c) { return DanglingIds(c).run(); }

 private:
  explicit DanglingIds(const casefile::Case& c) : case_(c) {
    for (const auto& p : c.people) people_.insert(p.id);
    for (const auto& h : c.households) households_.insert(h.id);
    for (const auto& m : c.matters) matters_.insert(m.id);
    for (const auto& i : c.interviews) {
      interviews_.insert(i.id);
      for (const auto& s : i.statements) {
        statements_.insert(s.id);
        if (std::holds_alternative<casefile::Need>(s.body)) needs_.insert(s.id);
        if (std::holds_alternative<casefile::Question>(s.body)) questions_.insert(s.id);
      }
    }
  }

  using Known = std::set<casefile::Id>;
  void one(const char* what, const casefile::Id& id, const Known& known, bool may_be_empty = false) {
    if (id.empty() ? !may_be_empty : known.count(id) == 0) dangling_.push_back(std::string(what) + " \"" + id + "\"");
  }
  void each(const char* what, const casefile::Ids& ids, const Known& known) {
    for (const auto& id : ids) one(what, id, known);
  }
  void source(const casefile::Source& s) {
    one("source.interview", s.interview, interviews_);
    each("source.by", s.by, people_);
    const casefile::Interview* interview = casefile::find_interview(case_, s.interview);
    if (interview) informants("source.by is no informant", s.by, *interview);
  }
  void informants(const char* what, const casefile::Ids& by, const casefile::Interview& i) {
    each(what, by, Known(i.informants.begin(), i.informants.end()));
  }

  std::vector<std::string> run() {
    one("child", case_.child, people_);
    for (const auto& p : case_.people) {
      one("professional_of", p.professional_of, people_, true);
      each("person.matters", p.matters, matters_);
      source(p.source);
    }
    for (const auto& h : case_.households) {
      each("household.matters", h.matters, matters_);
      source(h.source);
    }
    for (const auto& m : case_.matters) {
      each("not_to", m.not_to, people_);
      source(m.source);
    }
    for (const auto& i : case_.interviews) interview(i);
    return dangling_;
  }

  void interview(const casefile::Interview& i) {
    each("informants", i.informants, people_);
    for (const auto& companion : i.present) {
      one("present.person", companion.person, people_, true);
      one("present.beside", companion.beside, people_, true);
    }
    for (const auto& s : i.statements) {
      each("by", s.by, people_);
      informants("by is no informant", s.by, i);
      each("matters", s.matters, matters_);
      if (s.quote) one("quote.of", s.quote->of, people_, true);
      one("prompt", s.prompt, questions_, true);
      one("replaces", s.replaces, statements_, true);
      std::visit([this](const auto& b) { body(b); }, s.body);
    }
  }

  void pair(const casefile::Id& a, const casefile::Id& b) {
    one("between", a, people_);
    one("between", b, people_);
  }
  void body(const casefile::Tie& t) { pair(t.a, t.b); }
  void body(const casefile::Wish& w) {
    one("wish.of", w.of, people_);
    if (w.topic == casefile::WishTopic::household) one("wish.target", w.target, households_);
    if (w.topic == casefile::WishTopic::person || w.topic == casefile::WishTopic::contact)
      one("wish.target", w.target, people_);
  }
  void body(const casefile::Assessment& a) {
    one("assessment.household", a.household, households_);
    one("whose", a.whose, people_, true);
    for (const auto& line : a.needs) one("needs.need", line.need, needs_);
  }
  void body(const casefile::RoleWish& r) {
    one("role.household", r.household, households_, true);
    one("role.person", r.person, people_, true);
    if (r.household.empty() && r.person.empty()) dangling_.emplace_back("role of nobody");
  }
  void body(const casefile::Certificate& c) { one("certificate.person", c.person, people_); }
  void body(const casefile::Measure& m) { one("measure.household", m.household, households_); }
  void body(const casefile::Referral& r) { one("referral.to", r.to, people_); }
  void body(const casefile::Fact& f) {
    Known known = people_;
    known.insert(households_.begin(), households_.end());
    each("fact.about", f.about, known);
  }
  void body(const casefile::Rhythm& r) { one("rhythm.who", r.who, people_); }
  void body(const casefile::Need&) {}
  void body(const casefile::Question&) {}
  void body(const casefile::Residence& r) {
    one("residence.person", r.person, people_);
    one("residence.household", r.household, households_);
  }
  void body(const casefile::Home& h) { one("home.household", h.household, households_); }
  void body(const casefile::Candidacy& c) { one("candidate.household", c.household, households_); }
  void body(const casefile::Carer& c) {
    one("carer.household", c.household, households_);
    one("carer.person", c.person, people_);
  }
  void body(const casefile::Parentage& p) { pair(p.parent, p.child); }
  void body(const casefile::Partners& p) { pair(p.a, p.b); }
  void body(const casefile::Siblings& s) { pair(s.a, s.b); }
  void body(const casefile::Custody& c) { one("custody.parent", c.parent, people_); }
  void body(const casefile::Consent& c) { one("consent.of", c.of, people_); }
  void body(const casefile::Sharing& s) { each("sharing.with", s.with, people_); }
  void body(const casefile::Contact& c) {
    one("contact.person", c.person, people_);
    each("agreed_by", c.agreed_by, people_);
  }
  void body(const casefile::Decision& d) { one("decision.household", d.household, households_); }
  void body(const casefile::Plan& p) {
    for (const auto& step : p.steps) each("steps.who", step.who, people_);
    for (const auto& approval : p.approved) one("approved.person", approval.person, people_, true);
  }
  void body(const casefile::Lifting& l) { one("lifting.matter", l.matter, matters_); }

  const casefile::Case& case_;
  Known people_, households_, matters_, interviews_, statements_, needs_, questions_;
  std::vector<std::string> dangling_;
};

inline std::vector<std::string> dangling_ids(const casefile::Case& c) {
  return DanglingIds::of(c);
}

}  // namespace kreds::testing
