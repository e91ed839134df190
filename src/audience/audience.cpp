#include "kreds/audience/audience.hpp"

#include <algorithm>

#include "hidden.hpp"
#include "views.hpp"

namespace kreds::audience {
namespace {

using casefile::Case;
using casefile::Date;

constexpr std::string_view person_prefix = "person:";

bool is_id(std::string_view text) {
  constexpr std::string_view characters = "abcdefghijklmnopqrstuvwxyz0123456789-_";
  return !text.empty() && text.size() <= 64 && text.find_first_not_of(characters) == std::string_view::npos;
}

bool sees_everything(const Audience& audience) {
  return audience.kind == Kind::handover || audience.kind == Kind::professional;
}

bool lifts_something(const Case& c) {
  return std::any_of(c.interviews.begin(), c.interviews.end(), [](const casefile::Interview& i) {
    return std::any_of(i.statements.begin(), i.statements.end(),
                       [](const casefile::Statement& s) { return std::holds_alternative<casefile::Lifting>(s.body); });
  });
}

}  // namespace

std::optional<Audience> parse_audience(std::string_view text) {
  for (const Kind kind : {Kind::family, Kind::casefile, Kind::handover, Kind::professional})
    if (text == to_text(Audience{kind, {}})) return Audience{kind, {}};
  if (text.substr(0, person_prefix.size()) != person_prefix) return std::nullopt;
  text.remove_prefix(person_prefix.size());
  if (!is_id(text)) return std::nullopt;
  return Audience{Kind::person, std::string(text)};
}

std::string to_text(const Audience& audience) {
  switch (audience.kind) {
    case Kind::family:
      return "family";
    case Kind::person:
      return std::string(person_prefix) + audience.person;
    case Kind::casefile:
      return "casefile";
    case Kind::handover:
      return "handover";
    case Kind::professional:
      return "professional";
  }
  return {};
}

Permissions permissions(const Audience& audience) {
  Permissions may;
  switch (audience.kind) {
    case Kind::family:
      break;
    case Kind::person:
      // What is left of these in the case is the person's own.
      may.tie_quality = may.assessments = may.informant_names = may.case_number = true;
      break;
    case Kind::casefile:
      may.tie_quality = may.informant_names = may.gender_symbols = may.case_number = may.not_asked_marks = true;
      break;
    case Kind::handover:
    case Kind::professional:
      may.tie_quality = may.assessments = may.informant_names = may.gender_symbols = true;
      may.case_number = may.not_asked_marks = may.restriction_marks = true;
      break;
  }
  return may;
}

Case for_audience(const Case& c, const Audience& audience, const casefile::Vocabulary& vocabulary, Date as_of) {
  if (sees_everything(audience)) return casefile::as_known_on(c, as_of);
  const Case shown = without_hidden(c, audience, as_of);
  const Case known = casefile::as_known_on(shown, as_of);
  switch (audience.kind) {
    case Kind::person:
      return person_view(known, audience.person, vocabulary, as_of);
    case Kind::casefile:
      return casefile_view(known);
    default:
      return family_view(known, child_shares_rings_with_everyone(shown, as_of));
  }
}

Case without_confidential(const Case& c, Date as_of) {
  Case shown = without_hidden(c, {Kind::casefile, {}}, as_of);
  for (casefile::Person& person : shown.people) person.protected_address = {};
  return shown;
}

std::optional<Date> newest_interview(const Case& c, const Audience& audience) {
  if (sees_everything(audience)) return casefile::newest_interview(c);
  auto day = casefile::newest_interview(without_hidden(c, audience, std::nullopt));
  if (!lifts_something(c)) return day;
  // On an earlier day less may have been lifted, which may hide the newest interview left.
  while (day) {
    const auto earlier = casefile::newest_interview(without_hidden(c, audience, day));
    if (earlier >= day) break;
    day = earlier;
  }
  return day;
}

}  // namespace kreds::audience
