#include "views.hpp"

#include "texts.hpp"

namespace kreds::audience {

using namespace casefile;

bool structural(const StatementBody& body) {
  return std::holds_alternative<Residence>(body) || std::holds_alternative<Parentage>(body) ||
         std::holds_alternative<Partners>(body) || std::holds_alternative<Siblings>(body);
}

void leave_only_what_was_said(Statement& s) {
  s.by.clear();
  s.observed = true;
  s.hearsay = s.unsure = s.municipality_is_source = false;
  s.matters.clear();
  s.held = without_words(s.held);
  s.note.clear();
  s.quote.reset();
  s.prompt.clear();
  s.replaces.clear();
  if (auto* residence = std::get_if<Residence>(&s.body)) residence->words.clear();
}

void leave_only_the_day(Interview& i) {
  i.place.clear();
  if (i.kind != InterviewKind::record) i.kind = InterviewKind::other;
  i.informants.clear();
  i.interviewers.clear();
  i.present.clear();
  i.note.clear();
}

void forget_informants(Source& source) {
  source.by.clear();
  source.observed = true;
}

void leave_only_who_it_is(Person& p) {
  p.birth = without_words(p.birth);
  if (p.dead) p.dead->when = without_words(p.dead->when);
  p.gender = Gender::unknown;
  p.do_not_show = p.do_not_contact = p.protected_address = {};
  p.note.clear();
  p.matters.clear();
  forget_informants(p.source);
}

void leave_only_who_it_is(Household& h) {
  h.note.clear();
  h.matters.clear();
  forget_informants(h.source);
}

}  // namespace kreds::audience
