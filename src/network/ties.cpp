#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>

#include "parts.hpp"

namespace kreds::network {
namespace {

using casefile::Answered;
using casefile::NoValue;

/// What one statement says of one part.
struct Reading {
  std::optional<double> x;
  std::optional<NoValue> missing;
};

/// Reads a part onto [0, 1]; `none` is the number `when_none`, or no number if it makes no sense for the part.
template <class T, class Scale>
Reading read(const Answered<T>& answer, std::optional<double> when_none, Scale scale) {
  if (answer.value) {
    const std::optional<double> x = scale(*answer.value);
    if (!x) return {};
    return {std::clamp(*x, 0.0, 1.0), {}};
  }
  if (answer.missing == NoValue::none && when_none) return {when_none, {}};
  return {{}, answer.missing};
}

/// What the scales of a tie depend on besides the statement (method §1.2).
struct Scale {
  int rings;
  double years_for_all;  ///< how long one must have known each other for a duration of 1
  Date known_until;

  std::optional<double> closeness(int ring) const { return (rings + 1.0 - ring) / rings; }
  static std::optional<double> level(int l) { return l / 4.0; }
  static std::optional<double> harmony(int conflict) { return 1 - conflict / 3.0; }
  static std::optional<double> frequency(double n) { return std::log1p(std::max(n, 0.0)) / std::log(366.0); }
  std::optional<double> duration(const casefile::ApproximateDate& since) const {
    const auto begin = since.middle();
    if (!begin) return std::nullopt;
    return casefile::years_between(*begin, known_until) / years_for_all;
  }
};

Reading read_part(Part part, const casefile::Tie& tie, const Scale& scale) {
  switch (part) {
    case Part::closeness:
      return read(tie.ring, 0.0, [&](int ring) { return scale.closeness(ring); });
    case Part::emotional:
      return read(tie.emotional, std::nullopt, Scale::level);
    case Part::caregiving:
      return read(tie.caregiving, 0.0, Scale::level);
    case Part::harmony:
      return read(tie.conflict, 1.0, Scale::harmony);
    case Part::frequency:
      return read(tie.times_per_year, 0.0, Scale::frequency);
    case Part::duration:
      return read(tie.known_since, 0.0, [&](const auto& since) { return scale.duration(since); });
  }
  return {};
}

bool still_to_come(const Known& told, Date day) {
  const auto& held = told.statement->held;
  return held && held->from && held->from->first && *held->from->first > day;
}

std::vector<InformantKind> kinds_of(const Setting& setting, const Known& told, const Ids& about) {
  const Ids& by = told.statement->by;
  // The interviewers' own observation, and the municipality's own file.
  if (by.empty()) return {InformantKind::professional};
  std::vector<InformantKind> kinds;
  for (const Id& informant : by) kinds.push_back(setting.informants->kind(informant, about, told.said()));
  return kinds;
}

/// Ids of those who said it; one empty id for an observation.
Ids speakers(const StatementRef& from) {
  return from.informants.empty() ? Ids{{}} : from.informants;
}

bool said_before(const StatementRef& a, const StatementRef& b) {
  return std::tie(a.said, a.statement) < std::tie(b.said, b.statement);
}

/// The latest »does not know« (and the like) of each informant that no value of the same informant answers.
std::vector<Unanswered> still_unanswered(std::vector<Unanswered> all, const TiePart& part) {
  std::map<Id, Date> answered;
  for (const auto* evidence : {&part.current, &part.history})
    for (const Evidence& e : *evidence)
      for (const Id& who : speakers(e.from)) {
        const auto [slot, added] = answered.emplace(who, e.from.said);
        if (!added) slot->second = std::max(slot->second, e.from.said);
      }
  std::map<Id, std::size_t> latest;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const Id& who : speakers(all[i].from)) {
      const auto value = answered.find(who);
      if (value != answered.end() && value->second >= all[i].from.said) continue;
      const auto [slot, added] = latest.emplace(who, i);
      if (!added && all[slot->second].from.said < all[i].from.said) slot->second = i;
    }
  std::vector<bool> keep(all.size(), false);
  for (const auto& [who, i] : latest) keep[i] = true;
  std::vector<Unanswered> kept;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (keep[i]) kept.push_back(std::move(all[i]));
  return kept;
}

/// One pair while its statements are collected, in the order of Knowledge::statements.
struct Draft {
  Index a, b;
  std::vector<Known> told;
  std::vector<LivedTogether> lived;
};

bool caregiving_applies(const Setting& setting, Index a, Index b) {
  if (a != setting.ego && b != setting.ego) return false;
  return (*setting.people)[a == setting.ego ? b : a].adult;
}

/// The child may have known people only as long as it has lived: up to five years count in full.
double years_for_all(const Setting& setting, const Draft& draft) {
  constexpr double full = 5, least = 0.5;
  const auto& birth = (*setting.people)[setting.ego].person.birth;
  const auto born = birth ? birth->middle() : std::nullopt;
  if (!born || (draft.a != setting.ego && draft.b != setting.ego)) return full;
  return std::min(std::max(casefile::years_between(*born, setting.knowledge->as_of), least), full);
}

/// Caregiving that follows from residences, unless it has been typed in since.
void add_lived_together(const Setting& setting, const Draft& draft, std::vector<Evidence>& caregiving) {
  const std::size_t typed = caregiving.size();
  for (const LivedTogether& lived : draft.lived) {
    const Date told_on = lived.told.said();
    const bool corrected = std::any_of(caregiving.begin(), caregiving.begin() + static_cast<std::ptrdiff_t>(typed),
                                       [&](const Evidence& e) { return e.from.said >= told_on; });
    if (corrected) continue;
    const Ids about = {setting.knowledge->people[lived.adult].id, lived.household};
    caregiving.push_back({1, kinds_of(setting, lived.told, about), false, lived.holds, reference(lived.told)});
  }
}

TiePart part_of(const Setting& setting, const Draft& draft, Part part) {
  TiePart result;
  result.applicable = part != Part::caregiving || caregiving_applies(setting, draft.a, draft.b);
  if (!result.applicable) return result;
  const Date as_of = setting.knowledge->as_of;
  std::vector<Evidence> evidence;
  std::vector<Unanswered> unanswered;
  for (const Known& told : draft.told) {
    if (still_to_come(told, as_of)) continue;
    const auto& body = *told.body<casefile::Tie>();
    const auto end = span_of(told).end;
    const Scale scale{setting.knowledge->source->rings, years_for_all(setting, draft), std::min(end.value_or(as_of), as_of)};
    const Reading reading = read_part(part, body, scale);
    // What is said to last until a day to come is known only as of the day it was said.
    const Date holds = end ? std::min(*end, told.said()) : told.said();
    if (reading.x)
      evidence.push_back({*reading.x, kinds_of(setting, told, {body.a, body.b}), false, holds, reference(told)});
    else if (reading.missing)
      unanswered.push_back({*reading.missing, reference(told)});
  }
  if (part == Part::caregiving) add_lived_together(setting, draft, evidence);
  Latest latest = latest_of_each(std::move(evidence));
  result.current = std::move(latest.current);
  result.history = std::move(latest.replaced);
  result.unanswered = still_unanswered(std::move(unanswered), result);
  return result;
}

/// Fear or serious conflict, from the child or seen by a professional (method §1.2, unsafe flag).
std::vector<StatementRef> unsafe(const Tie& tie) {
  std::vector<StatementRef> alarming;
  for (const Part part : {Part::emotional, Part::harmony})
    for (const Evidence& e : tie.part(part).current) {
      const auto said_by = [&](InformantKind kind) {
        return std::find(e.kinds.begin(), e.kinds.end(), kind) != e.kinds.end();
      };
      const bool trusted = said_by(InformantKind::child) || (said_by(InformantKind::professional) && !e.from.hearsay);
      const bool listed = std::find(alarming.begin(), alarming.end(), e.from) != alarming.end();
      if (e.x <= 0 && trusted && !listed) alarming.push_back(e.from);
    }
  std::sort(alarming.begin(), alarming.end(), said_before);
  return alarming;
}

Tie tie_of(const Setting& setting, const Draft& draft) {
  Tie tie{draft.a, draft.b, {}, {}, {}};
  for (std::size_t p = 0; p < part_count; ++p) tie.parts[p] = part_of(setting, draft, static_cast<Part>(p));
  if (draft.a == setting.ego || draft.b == setting.ego) tie.unsafe = unsafe(tie);
  for (const Known& told : draft.told) tie.statements.push_back(reference(told));
  for (const LivedTogether& lived : draft.lived) tie.statements.push_back(reference(lived.told));
  std::sort(tie.statements.begin(), tie.statements.end(), said_before);
  tie.statements.erase(std::unique(tie.statements.begin(), tie.statements.end()), tie.statements.end());
  return tie;
}

std::vector<Draft> drafts(const Setting& setting) {
  std::vector<Draft> all;
  std::unordered_map<std::uint64_t, std::size_t> of_pair;
  const auto draft_of = [&](Index x, Index y) -> Draft& {
    const Index a = std::min(x, y), b = std::max(x, y);
    const auto [slot, added] = of_pair.emplace((std::uint64_t{a} << 32) | std::uint64_t{b}, all.size());
    if (added) all.push_back({a, b, {}, {}});
    return all[slot->second];
  };
  for (const Known& told : setting.knowledge->statements) {
    const auto* body = told.body<casefile::Tie>();
    const auto a = body ? setting.knowledge->person(body->a) : std::nullopt;
    const auto b = body ? setting.knowledge->person(body->b) : std::nullopt;
    if (a && b && a != b) draft_of(*a, *b).told.push_back(told);
  }
  for (const LivedTogether& lived : lived_together(setting)) draft_of(setting.ego, lived.adult).lived.push_back(lived);
  std::sort(all.begin(), all.end(),
            [](const Draft& x, const Draft& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
  return all;
}

}  // namespace

Latest latest_of_each(std::vector<Evidence> all) {
  std::sort(all.begin(), all.end(), [](const Evidence& a, const Evidence& b) { return said_before(a.from, b.from); });
  // A word about now outweighs a later memory of then; of one day the lowest id stays.
  const auto later = [&](std::size_t x, std::size_t y) {
    return std::tie(all[x].holds, all[x].from.said) > std::tie(all[y].holds, all[y].from.said);
  };
  std::map<Id, std::size_t> newest;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const Id& who : speakers(all[i].from)) {
      const auto [slot, added] = newest.emplace(who, i);
      if (!added && later(i, slot->second)) slot->second = i;
    }
  std::vector<bool> current(all.size(), false);
  for (const auto& [who, i] : newest) current[i] = true;
  Latest result;
  for (std::size_t i = 0; i < all.size(); ++i)
    (current[i] ? result.current : result.replaced).push_back(std::move(all[i]));
  return result;
}

std::vector<Tie> ties(const Setting& setting) {
  std::vector<Tie> result;
  for (const Draft& draft : drafts(setting)) result.push_back(tie_of(setting, draft));
  return result;
}

}  // namespace kreds::network
