/// \file
/// The file format, described once: which keys an entry has, in which order they are written, and what each may hold.
///
/// Reader, writer and the walks over references all visit this description, so that they cannot drift apart. A visitor
/// is called as `visit(key, value, rule)` for each key; statements call `visit.type(body)` and `visit.body(body)` for
/// the part that depends on their type. T is the struct, const for a visitor that only looks.
#pragma once

#include <concepts>
#include <limits>
#include <type_traits>

#include "kreds/casefile/case.hpp"
#include "kreds/casefile/entry_fields.hpp"

namespace kreds::casefile {

/// What happens to an entry when something that it names is taken out of the case (`without`).
enum class Loss {
  bearable,  ///< the mention is dropped
  fatal,     ///< the entry goes too
  last_one   ///< the entry goes when nothing is left of the list
};

struct Rule {
  bool required = false;
  Refers refers = Refers::nothing;
  Loss loss = Loss::bearable;
  Words words = Words::any;
  int low = std::numeric_limits<int>::min();  ///< of a number
  int high = std::numeric_limits<int>::max();
  bool ring = false;             ///< a number from 1 to the case's number of rings
  bool otherwise = false;        ///< what a missing yes or no means
  std::string_view silent = {};  ///< the term that is not written
};

/// A statement about somebody or something cannot stand without it.
constexpr Rule about(Refers refers) {
  return {.required = true, .refers = refers, .loss = Loss::fatal};
}
constexpr Rule within(int low, int high) {
  return {.low = low, .high = high};
}
inline constexpr Rule required = {.required = true};
inline constexpr Rule own_id = {.required = true, .refers = Refers::itself};

// --- values that take more than one member of a struct ---

/// "between": [a, b]
template <class Text>
struct Between {
  Text &a, &b;
};
template <class Text>
Between(Text&, Text&) -> Between<Text>;

/// "frequency": a term, a number of contacts a year, or why there is none
template <class T>
struct Frequency {
  T& tie;
};

/// "answer": words, or why there are none
template <class T>
struct WordsOrNone {
  T& question;
};

/// A mark that is told by a false: "show": false
template <class Bool>
struct Unless {
  Bool& value;
};
template <class Bool>
Unless(Bool&) -> Unless<Bool>;

template <class T, class Entry>
concept Is = std::same_as<std::remove_const_t<T>, Entry>;

// --- where an entry comes from ---

template <class V, Is<Withdrawal> T>
void fields(V& visit, T& w) {
  visit("date", w.date, required);
  visit("by", w.by, required);
  visit("reason", w.reason, required);
}

template <class V, Is<Source> T>
void fields(V& visit, T& s) {
  visit("interview", s.interview, about(Refers::interview));
  visit("by", s.by, {.refers = Refers::person, .loss = Loss::last_one});
  visit("observed", s.observed);
}

template <class V, Is<Period> T>
void fields(V& visit, T& p) {
  visit("from", p.from);
  visit("to", p.to);
}

// --- people, households, matters ---

template <class V, Is<Person> T>
void fields(V& visit, T& p) {
  visit("id", p.id, own_id);
  visit("name", p.name);
  visit("name_unknown", p.name_unknown);
  visit("birth", p.birth);
  visit("expected", p.expected);
  visit("gender", p.gender, {.silent = "unknown"});
  visit("dead", p.dead);
  visit("animal", p.animal);
  visit("role", p.role, {.words = Words::role});
  visit("role_words", p.role_words);
  visit("professional_of", p.professional_of, {.refers = Refers::person, .loss = Loss::fatal});
  visit("sector", p.sector, {.words = Words::sector});
  visit("show", Unless{p.do_not_show.set}, {.otherwise = true});
  visit("show_reason", p.do_not_show.reason);
  visit("contact", Unless{p.do_not_contact.set}, {.otherwise = true});
  visit("contact_reason", p.do_not_contact.reason);
  visit("protected_address", p.protected_address.set);
  visit("protected_address_reason", p.protected_address.reason);
  visit("note", p.note);
  visit("source", p.source, required);
  visit("matters", p.matters, {.refers = Refers::matter});
  visit("withdrawn", p.withdrawn);
}

template <class V, Is<Death> T>
void fields(V& visit, T& d) {
  visit("when", d.when, required);
}

template <class V, Is<Household> T>
void fields(V& visit, T& h) {
  visit("id", h.id, own_id);
  visit("name", h.name);
  visit("note", h.note);
  visit("source", h.source, required);
  visit("matters", h.matters, {.refers = Refers::matter});
  visit("withdrawn", h.withdrawn);
}

template <class V, Is<Matter> T>
void fields(V& visit, T& m) {
  visit("id", m.id, own_id);
  visit("title", m.title, required);
  visit("not_to", m.not_to, {.refers = Refers::person});
  visit("reason", m.reason);
  visit("source", m.source, required);
  visit("withdrawn", m.withdrawn);
}

// --- what a statement says, by its type ---

template <class V, Is<Tie> T>
void fields(V& visit, T& t) {
  visit("between", Between{t.a, t.b}, about(Refers::person));
  visit("ring", t.ring, {.ring = true});
  visit("ring_words", t.ring_words);
  visit("emotional", t.emotional, within(0, 4));
  visit("caregiving", t.caregiving, within(0, 4));
  visit("conflict", t.conflict, within(0, 3));
  visit("frequency", Frequency<T>{t}, within(0, 366));
  visit("known_since", t.known_since);
}

template <class V, Is<Wish> T>
void fields(V& visit, T& w) {
  visit("of", w.of, {.refers = Refers::person, .loss = Loss::fatal});
  visit("topic", w.topic, required);
  const bool person = w.topic == WishTopic::person || w.topic == WishTopic::contact;
  if (w.topic == WishTopic::household)
    visit("target", w.target, about(Refers::household));
  else if (person)
    visit("target", w.target, about(Refers::person));
  else
    visit("target", w.target);
  visit("view", w.view, required);
  visit("order", w.order, within(1, 99));
  visit("condition", w.condition);
}

template <class V, Is<NeedLine> T>
void fields(V& visit, T& n) {
  visit("need", n.need, about(Refers::need));
  visit("importance", n.importance, {.required = true, .low = 1, .high = 3});
  visit("capability", n.capability, within(0, 4));
}

template <class V, Is<Assessment> T>
void fields(V& visit, T& a) {
  visit("household", a.household, about(Refers::household));
  visit("factor", a.factor, {.required = true, .words = Words::factor});
  visit("level", a.level, within(0, 4));
  visit("words", a.words);
  visit("whose", a.whose, {.refers = Refers::person, .loss = Loss::fatal});
  visit("needs", a.needs);
}

template <class V, Is<Offer> T>
void fields(V& visit, T& o) {
  visit("role", o.role, {.words = Words::offer_role});
  visit("words", o.words);
  visit("weekdays", o.weekdays);
  visit("every_weeks", o.every_weeks, within(1, 52));
}

template <class V, Is<RoleWish> T>
void fields(V& visit, T& r) {
  visit("household", r.household, {.refers = Refers::household, .loss = Loss::fatal});
  visit("person", r.person, {.refers = Refers::person, .loss = Loss::fatal});
  visit("wish", r.wish);
  visit("words", r.words);
  visit("offers", r.offers);
}

template <class V, Is<Certificate> T>
void fields(V& visit, T& c) {
  visit("person", c.person, about(Refers::person));
  visit("which", c.which, required);
  visit("status", c.status, required);
  visit("handled_by", c.handled_by);
}

template <class V, Is<Measure> T>
void fields(V& visit, T& m) {
  visit("household", m.household, about(Refers::household));
  visit("measure", m.measure, {.required = true, .words = Words::measure});
  visit("factors", m.factors, {.words = Words::factor});
  visit("state", m.state, required);
  visit("expected_level", m.expected_level, within(0, 4));
  visit("waiting_weeks", m.waiting_weeks, within(0, 520));
  visit("words", m.words);
}

template <class V, Is<Referral> T>
void fields(V& visit, T& r) {
  visit("to", r.to, about(Refers::person));
  visit("words", r.words);
}

template <class V, Is<Fact> T>
void fields(V& visit, T& f) {
  visit("about", f.about, {.refers = Refers::person_or_household, .loss = Loss::fatal});
  visit("text", f.text, required);
}

template <class V, Is<Rhythm> T>
void fields(V& visit, T& r) {
  visit("who", r.who, about(Refers::person));
  visit("what", r.what, required);
  visit("weekdays", r.weekdays);
  visit("every_weeks", r.every_weeks, within(1, 52));
  visit("times_a_year", r.times_per_year, within(0, 366));
}

template <class V, Is<Need> T>
void fields(V& visit, T& n) {
  visit("text", n.text, required);
}

template <class V, Is<Question> T>
void fields(V& visit, T& q) {
  visit("question", q.question, required);
  visit("answer", WordsOrNone<T>{q});
  visit("taken_back", q.taken_back);
}

template <class V, Is<Residence> T>
void fields(V& visit, T& r) {
  visit("person", r.person, about(Refers::person));
  visit("household", r.household, about(Refers::household));
  visit("words", r.words);
  visit("part_time", r.part_time);
}

template <class V, Is<Home> T>
void fields(V& visit, T& h) {
  visit("household", h.household, about(Refers::household));
  visit("place", h.place);
  visit("school_km", h.school_km, within(0, 5000));
  visit("words", h.words);
}

template <class V, Is<Candidacy> T>
void fields(V& visit, T& c) {
  visit("household", c.household, about(Refers::household));
  visit("candidate", c.candidate, {.otherwise = true});
}

template <class V, Is<Carer> T>
void fields(V& visit, T& c) {
  visit("household", c.household, about(Refers::household));
  visit("person", c.person, about(Refers::person));
}

template <class V, Is<Parentage> T>
void fields(V& visit, T& p) {
  visit("parent", p.parent, about(Refers::person));
  visit("child", p.child, about(Refers::person));
  visit("kind", p.kind);
  visit("negated", p.negated);
}

template <class V, Is<Partners> T>
void fields(V& visit, T& p) {
  visit("between", Between{p.a, p.b}, about(Refers::person));
  visit("kind", p.kind);
  visit("negated", p.negated);
}

template <class V, Is<Siblings> T>
void fields(V& visit, T& s) {
  visit("between", Between{s.a, s.b}, about(Refers::person));
  visit("kind", s.kind);
  visit("negated", s.negated);
}

template <class V, Is<Custody> T>
void fields(V& visit, T& c) {
  visit("parent", c.parent, about(Refers::person));
  visit("has", c.has, required);
}

template <class V, Is<Consent> T>
void fields(V& visit, T& c) {
  visit("of", c.of, about(Refers::person));
  visit("to", c.to, required);
  visit("answer", c.answer, required);
}

template <class V, Is<Sharing> T>
void fields(V& visit, T& s) {
  visit("yes", s.yes, required);
  visit("everyone", s.everyone);
  visit("with", s.with, {.refers = Refers::person});
}

template <class V, Is<Contact> T>
void fields(V& visit, T& c) {
  visit("person", c.person, about(Refers::person));
  visit("agreed_by", c.agreed_by, {.refers = Refers::person});
  visit("by_municipality", c.by_municipality);
}

template <class V, Is<Decision> T>
void fields(V& visit, T& d) {
  visit("household", d.household, about(Refers::household));
  visit("text", d.text, required);
  visit("made_by", d.made_by, required);
}

template <class V, Is<PlanStep> T>
void fields(V& visit, T& s) {
  visit("who", s.who, {.refers = Refers::person, .loss = Loss::last_one});
  visit("what", s.what, required);
  visit("when", s.when);
  visit("others", s.others);
}

template <class V, Is<Approval> T>
void fields(V& visit, T& a) {
  visit("person", a.person, {.refers = Refers::person, .loss = Loss::fatal});
  visit("name", a.name);
  visit("date", a.date);
}

template <class V, Is<Plan> T>
void fields(V& visit, T& p) {
  visit("agreed", p.agreed);
  visit("steps", p.steps, {.required = true, .loss = Loss::last_one});
  visit("plan_b", p.plan_b);
  visit("tell", p.tell);
  visit("follow_up", p.follow_up);
  visit("approved", p.approved);
}

template <class V, Is<Lifting> T>
void fields(V& visit, T& l) {
  visit("matter", l.matter, about(Refers::matter));
}

// --- statements and interviews ---

template <class V, Is<Quote> T>
void fields(V& visit, T& q) {
  visit("text", q.text, required);
  visit("of", q.of, {.refers = Refers::person, .loss = Loss::fatal});
}

template <class V, Is<Statement> T>
void fields(V& visit, T& s) {
  visit("id", s.id, own_id);
  visit.type(s.body);
  visit("by", s.by, {.refers = Refers::person, .loss = Loss::last_one});
  visit("observed", s.observed);
  visit.body(s.body);
  visit("hearsay", s.hearsay);
  visit("unsure", s.unsure);
  visit("municipality_is_source", s.municipality_is_source);
  visit("matters", s.matters, {.refers = Refers::matter});
  visit("held", s.held);
  visit("note", s.note);
  visit("quote", s.quote);
  visit("prompt", s.prompt, {.refers = Refers::question});
  visit("replaces", s.replaces, {.refers = Refers::statement});
  visit("withdrawn", s.withdrawn);
}

template <class V, Is<Interviewer> T>
void fields(V& visit, T& i) {
  visit("title", i.title, required);
  visit("name", i.name);
}

template <class V, Is<Companion> T>
void fields(V& visit, T& c) {
  visit("person", c.person, {.refers = Refers::person, .loss = Loss::fatal});
  visit("title", c.title);
  visit("name", c.name);
  visit("beside", c.beside, {.refers = Refers::person});
}

template <class V, Is<Interview> T>
void fields(V& visit, T& i) {
  visit("id", i.id, own_id);
  visit("date", i.date, required);
  visit("place", i.place);
  visit("kind", i.kind, required);
  visit("informants", i.informants, {.refers = Refers::person, .loss = Loss::last_one});
  visit("interviewers", i.interviewers);
  visit("present", i.present);
  visit("note", i.note);
  visit("statements", i.statements);
}

// --- the case ---

template <class V, Is<Erasure> T>
void fields(V& visit, T& e) {
  visit("date", e.date, required);
  visit("by", e.by, required);
  visit("reason", e.reason, required);
  visit("ids", e.ids, {.refers = Refers::itself});
}

/// The members of "case".
template <class T>
struct Heading {
  T& c;
};

template <class V, class T>
void fields(V& visit, const Heading<T>& heading) {
  visit("number", heading.c.number, required);
  visit("municipality", heading.c.municipality);
  visit("author", heading.c.author);
  visit("child", heading.c.child, {.required = true, .refers = Refers::person});
  visit("rings", heading.c.rings, within(3, 5));
  visit("sectors", heading.c.sectors, {.words = Words::sector_set});
  visit("catalogue", heading.c.catalogue);
}

/// An empty body of a type, by its place in statement_types.
inline StatementBody body_of_type(std::size_t type) {
  return [type]<std::size_t... Index>(std::index_sequence<Index...>) {
    StatementBody body;
    ((Index == type ? void(body.emplace<Index>()) : void()), ...);
    return body;
  }
  (std::make_index_sequence<statement_types.size()>());
}

inline constexpr std::int64_t newest_format = 1;

template <class V, Is<Case> T>
void fields(V& visit, T& c) {
  visit.format(newest_format);
  visit("case", Heading<T>{c}, required);
  visit("people", c.people, required);
  visit("households", c.households);
  visit("matters", c.matters);
  visit("interviews", c.interviews, required);
  visit("erased", c.erased);
}

}  // namespace kreds::casefile
