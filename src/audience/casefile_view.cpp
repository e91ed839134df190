#include <algorithm>

#include "views.hpp"

namespace kreds::audience {

using namespace casefile;

namespace {

/// No assessments, order or requirement status; nobody's wishes, and of other words the facts only.
bool in_the_case_file(const StatementBody& body) {
  return structural(body) || std::holds_alternative<Tie>(body) || std::holds_alternative<Home>(body) ||
         std::holds_alternative<Fact>(body) || std::holds_alternative<Rhythm>(body) ||
         std::holds_alternative<Referral>(body) || std::holds_alternative<Custody>(body) ||
         std::holds_alternative<Consent>(body) || std::holds_alternative<Contact>(body) ||
         std::holds_alternative<Plan>(body);
}

/// Where the municipality stands as the source, nobody is named; returns who is then no longer heard in the interview.
std::set<Id> let_the_municipality_stand_as_source(Interview& interview) {
  std::set<Id> covered, heard;
  for (Statement& s : interview.statements) {
    std::set<Id>& informants = s.municipality_is_source ? covered : heard;
    informants.insert(s.by.begin(), s.by.end());
    if (!s.municipality_is_source || s.by.empty()) continue;
    s.by.clear();
    s.observed = true;
  }
  for (const Id& id : heard) covered.erase(id);
  if (covered.empty()) return covered;
  std::erase_if(interview.informants, [&](const Id& id) { return covered.contains(id); });
  // Place and company would tell whom it was that they visited.
  interview.place.clear();
  interview.present.clear();
  if (interview.kind != InterviewKind::record) interview.kind = InterviewKind::other;
  return covered;
}

template <class Entry>
void forget(Entry& entry, const Id& interview, const std::set<Id>& informants) {
  if (entry.source.interview != interview) return;
  const std::size_t lost = std::erase_if(entry.source.by, [&](const Id& id) { return informants.contains(id); });
  if (lost != 0 && entry.source.by.empty()) entry.source.observed = true;
}

}  // namespace

Case casefile_view(const Case& c) {
  Case seen = keeping(c, [](const Interview&, const Statement& s) { return in_the_case_file(s.body); });
  for (Person& p : seen.people) {
    p.note.clear();
    p.do_not_show = p.do_not_contact = p.protected_address = {};
  }
  for (Household& h : seen.households) h.note.clear();
  for (Matter& m : seen.matters) {  // those left are headings, or were lifted
    m.not_to.clear();
    m.reason.clear();
  }
  for (Erasure& e : seen.erased) {
    e.reason.clear();
    e.ids.clear();
  }
  for (Interview& interview : seen.interviews) {
    interview.note.clear();
    for (Statement& s : interview.statements) {
      s.note.clear();
      s.quote.reset();
      if (auto* referral = std::get_if<Referral>(&s.body)) referral->words.clear();
    }
    const std::set<Id> covered = let_the_municipality_stand_as_source(interview);
    if (covered.empty()) continue;
    for (Person& p : seen.people) forget(p, interview.id, covered);
    for (Household& h : seen.households) forget(h, interview.id, covered);
    for (Matter& m : seen.matters) forget(m, interview.id, covered);
  }
  return seen;
}

}  // namespace kreds::audience
