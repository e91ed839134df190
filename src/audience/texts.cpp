#include "texts.hpp"

#include <algorithm>

namespace kreds::audience {

using namespace casefile;

namespace {

/// What the statement says, in words that cannot be left out.
struct Content {
  const HiddenWords& words;
  bool operator()(const Fact& f) const { return words.occur_in(f.text); }
  bool operator()(const Need& n) const { return words.occur_in(n.text); }
  bool operator()(const Question& q) const { return words.occur_in(q.question) || words.occur_in(q.answer); }
  bool operator()(const Decision& d) const { return words.occur_in(d.text); }
  bool operator()(const Rhythm& r) const { return words.occur_in(r.what); }
  bool operator()(const Home& h) const { return words.occur_in(h.place); }
  bool operator()(const Wish& w) const {
    // A wish without its condition would be another wish. Targets that are ids cannot be read as words.
    const bool id = w.topic == WishTopic::household || w.topic == WishTopic::person || w.topic == WishTopic::contact;
    return words.occur_in(w.condition) || (!id && words.occur_in(w.target));
  }
  template <class Other>
  bool operator()(const Other&) const {
    return false;
  }
};

/// Statements that can consist of words alone, or of nothing once the words are gone.
struct SaysSomething {
  bool operator()(const Tie& t) const {
    return t.ring.mentioned() || t.emotional.mentioned() || t.caregiving.mentioned() || t.conflict.mentioned() ||
           t.times_per_year.mentioned() || t.known_since.mentioned() || !t.ring_words.empty();
  }
  bool operator()(const Assessment& a) const { return a.level.mentioned() || !a.words.empty() || !a.needs.empty(); }
  bool operator()(const RoleWish& r) const { return r.wish || !r.words.empty() || !r.offers.empty(); }
  bool operator()(const Plan& p) const { return !p.steps.empty(); }
  template <class Other>
  bool operator()(const Other&) const {
    return true;
  }
};

class Redaction {
 public:
  Redaction(const HiddenWords& words, const std::set<Id>& hidden) : words_(words), hidden_(hidden) {}

  void operator()(Person& p) const {
    if (words_.describe(p.name)) {
      p.name.clear();
      p.name_unknown = true;
    }
    clear(p.role_words, p.note, p.do_not_show.reason, p.do_not_contact.reason, p.protected_address.reason);
    date(p.birth);
    if (p.dead) date(p.dead->when);
  }
  void operator()(Household& h) const { clear(h.name, h.note); }
  void operator()(Matter& m) const { clear(m.title, m.reason); }
  void operator()(Erasure& e) const { clear(e.by, e.reason); }

  void operator()(Interview& i) const {
    clear(i.place, i.note);
    for (Interviewer& interviewer : i.interviewers) clear(interviewer.title, interviewer.name);
    // Somebody beside a hidden person was there because of that person.
    std::erase_if(i.present, [&](const Companion& c) { return words_.occur_in(c.name) || is_hidden(c.beside); });
    for (Companion& companion : i.present) clear(companion.title);
    for (Statement& statement : i.statements) (*this)(statement);
  }

  void operator()(Statement& s) const {
    clear(s.note);
    if (s.quote && (words_.occur_in(s.quote->text) || quoted_from_hidden(s))) s.quote.reset();
    if (s.held) {
      const bool told = s.held->from || s.held->to;
      date(s.held->from);
      date(s.held->to);
      if (told && !s.held->from && !s.held->to) s.held.reset();
    }
    (*this)(s.body);
  }

  void operator()(StatementBody& body) const {
    std::visit([this](auto& b) { this->body(b); }, body);
  }

 private:
  void body(Tie& t) const {
    clear(t.ring_words);
    date(t.known_since.value);
  }
  void body(Assessment& a) const { clear(a.words); }
  void body(RoleWish& r) const {
    clear(r.words);
    // The words of an offer are its limits: without them it would offer more.
    std::erase_if(r.offers, [&](const Offer& offer) { return words_.occur_in(offer.words); });
  }
  void body(Certificate& c) const { clear(c.handled_by); }
  void body(Measure& m) const { clear(m.words); }
  void body(Referral& r) const { clear(r.words); }
  void body(Residence& r) const { clear(r.words); }
  void body(Home& h) const { clear(h.words); }
  void body(Decision& d) const { clear(d.made_by); }
  void body(Plan& p) const {
    clear(p.plan_b, p.tell);
    date(p.follow_up);
    // A step without its words would be another step.
    std::erase_if(p.steps, [&](const PlanStep& step) {
      return words_.occur_in(step.what) || words_.occur_in(step.when) || words_.occur_in(step.others);
    });
    std::erase_if(p.approved, [&](const Approval& each) { return words_.occur_in(each.name); });
  }
  template <class Other>
  void body(Other&) const {}

  template <class... Texts>
  void clear(Texts&... texts) const {
    const auto one = [&](std::string& text) {
      if (words_.occur_in(text)) text.clear();
    };
    (one(texts), ...);
  }
  void date(std::optional<ApproximateDate>& d) const {
    if (d && words_.occur_in(d->words)) d = without_words(d);
  }

  bool is_hidden(const Id& id) const { return hidden_.contains(id); }
  /// A joint statement's quote may be the words of any of those who made it.
  bool quoted_from_hidden(const Statement& s) const {
    if (!s.quote->of.empty()) return is_hidden(s.quote->of);
    return std::any_of(s.by.begin(), s.by.end(), [&](const Id& id) { return is_hidden(id); });
  }

  const HiddenWords& words_;
  const std::set<Id>& hidden_;
};

}  // namespace

bool says_hidden(const StatementBody& body, const HiddenWords& words) {
  if (words.empty()) return false;
  if (std::visit(Content{words}, body)) return true;
  if (!std::visit(SaysSomething{}, body)) return false;
  StatementBody redacted = body;
  const std::set<Id> nobody;
  Redaction(words, nobody)(redacted);
  return !std::visit(SaysSomething{}, redacted);
}

void redact(Case& c, const HiddenWords& words, const std::set<Id>& hidden) {
  const Redaction redaction(words, hidden);
  const auto all = [&](auto& entries) { std::for_each(entries.begin(), entries.end(), redaction); };
  if (words.occur_in(c.author)) c.author.clear();
  all(c.people);
  all(c.households);
  all(c.matters);
  all(c.interviews);
  all(c.erased);
}

std::optional<ApproximateDate> without_words(std::optional<ApproximateDate> date) {
  if (date) date->words.clear();
  return date && date->first ? date : std::nullopt;
}

std::optional<Period> without_words(std::optional<Period> period) {
  if (!period) return std::nullopt;
  period->from = without_words(period->from);
  period->to = without_words(period->to);
  return period->from || period->to ? period : std::nullopt;
}

}  // namespace kreds::audience
