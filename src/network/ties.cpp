#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <span>
#include <string_view>
#include <tuple>

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

InformantKinds kinds_of(const Setting& setting, const Known& told, std::span<const Id> about) {
  return setting.informants->kinds(told.statement->by, about, told.said());
}

/// Ids of those who said it; one empty id for an observation.
const Ids& speakers(const StatementRef& from) {
  static const Ids observers{{}};
  return from.informants.empty() ? observers : from.informants.list();
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

/// One pair, while what was said of it is gathered, in the order of Knowledge::statements.
struct Entry {
  Index a, b;
  Known told;
  StatementRef from;
  const LivedTogether* lived = nullptr;  ///< a residence; else a statement of the tie
};
using Entries = std::span<const Entry>;

/// A statement of a tie, with what all its parts share.
struct Heard {
  const casefile::Tie* body;
  InformantKinds kinds;
  Date holds;  ///< until when it is known to hold
  Scale scale;
  const StatementRef* from;
};

bool caregiving_applies(const Setting& setting, Index a, Index b) {
  if (a != setting.ego && b != setting.ego) return false;
  return (*setting.people)[a == setting.ego ? b : a].adult;
}

/// The child may have known people only as long as it has lived: up to five years count in full.
double years_for_all(const Setting& setting, const Entry& pair) {
  constexpr double full = 5, least = 0.5;
  const auto& birth = (*setting.people)[setting.ego].person.birth;
  const auto born = birth ? birth->middle() : std::nullopt;
  if (!born || (pair.a != setting.ego && pair.b != setting.ego)) return full;
  return std::min(std::max(casefile::years_between(*born, setting.knowledge->as_of), least), full);
}

std::vector<Heard> heard(const Setting& setting, Entries of_pair) {
  const Date as_of = setting.knowledge->as_of;
  const double years = years_for_all(setting, of_pair.front());
  const auto& people = setting.knowledge->people;
  const std::array pair = {people[of_pair.front().a]->id, people[of_pair.front().b]->id};
  std::vector<Heard> all;
  all.reserve(of_pair.size());
  for (const Entry& entry : of_pair) {
    if (entry.lived || still_to_come(entry.told, as_of)) continue;
    const auto& body = *entry.told.body<casefile::Tie>();
    const Date said = entry.told.said();
    const auto end = span_of(entry.told).end;
    const Scale scale{setting.knowledge->source->rings, years, std::min(end.value_or(as_of), as_of)};
    // What is said to last until a day to come is known only as of the day it was said.
    const Date holds = std::min(end.value_or(said), said);
    all.push_back({&body, kinds_of(setting, entry.told, pair), holds, scale, &entry.from});
  }
  return all;
}

/// Caregiving that follows from residences, unless it has been typed in since.
void add_lived_together(const Setting& setting, Entries of_pair, std::vector<Evidence>& caregiving) {
  std::optional<Date> typed;
  for (const Evidence& e : caregiving) typed = typed ? std::max(*typed, e.from.said) : e.from.said;
  for (const Entry& entry : of_pair) {
    if (!entry.lived) continue;
    const Known& child = entry.lived->child;
    if (typed && *typed >= std::max(entry.told.said(), child.said())) continue;
    const std::array about = {setting.knowledge->people[entry.lived->adult]->id, entry.lived->household};
    caregiving.push_back({1, kinds_of(setting, entry.told, about), false, entry.lived->holds, entry.from,
                          Premise{kinds_of(setting, child, about), reference(child)}});
  }
}

TiePart part_of(const Setting& setting, Entries of_pair, const std::vector<Heard>& heard, Part part) {
  TiePart result;
  result.applicable = part != Part::caregiving || caregiving_applies(setting, of_pair.front().a, of_pair.front().b);
  if (!result.applicable) return result;
  std::vector<Evidence> evidence;
  std::vector<Unanswered> unanswered;
  for (const Heard& h : heard) {
    const Reading reading = read_part(part, *h.body, h.scale);
    if (reading.x && evidence.empty()) evidence.reserve(heard.size());
    if (reading.x)
      evidence.push_back({*reading.x, h.kinds, false, h.holds, *h.from});
    else if (reading.missing)
      unanswered.push_back({*reading.missing, *h.from});
  }
  if (part == Part::caregiving) add_lived_together(setting, of_pair, evidence);
  Latest latest = latest_of_each(std::move(evidence));
  result.current = std::move(latest.current);
  result.history = std::move(latest.replaced);
  if (!unanswered.empty()) result.unanswered = still_unanswered(std::move(unanswered), result);
  return result;
}

/// Fear or serious conflict, from the child or seen by a professional (method §1.2, unsafe flag).
std::vector<StatementRef> unsafe(const Tie& tie) {
  std::vector<StatementRef> alarming;
  for (const Part part : {Part::emotional, Part::harmony})
    for (const Evidence& e : tie.part(part).current) {
      const bool first_hand = e.kinds.has(InformantKind::professional) && !e.from.hearsay;
      const bool trusted = e.kinds.has(InformantKind::child) || first_hand;
      const bool listed = std::find(alarming.begin(), alarming.end(), e.from) != alarming.end();
      if (e.x <= 0 && trusted && !listed) alarming.push_back(e.from);
    }
  std::sort(alarming.begin(), alarming.end(), said_before);
  return alarming;
}

Tie tie_of(const Setting& setting, Entries of_pair) {
  Tie tie{of_pair.front().a, of_pair.front().b, {}, {}, {}};
  const std::vector<Heard> all = heard(setting, of_pair);
  for (std::size_t p = 0; p < part_count; ++p) tie.parts[p] = part_of(setting, of_pair, all, static_cast<Part>(p));
  if (tie.a == setting.ego || tie.b == setting.ego) tie.unsafe = unsafe(tie);
  tie.statements.reserve(of_pair.size());
  for (const Entry& entry : of_pair) {
    tie.statements.push_back(entry.from);
    if (entry.lived) tie.statements.push_back(reference(entry.lived->child));
  }
  std::sort(tie.statements.begin(), tie.statements.end(), said_before);
  tie.statements.erase(std::unique(tie.statements.begin(), tie.statements.end()), tie.statements.end());
  return tie;
}

/// References to many statements, of which whole runs were said by the same people: these share their list.
class References {
 public:
  StatementRef operator()(const Known& told) {
    const casefile::Statement& s = *told.statement;
    if (speakers_ != s.by) speakers_ = s.by;
    return {s.id, told.interview->id, told.said(), speakers_, s.hearsay, s.unsure, s.municipality_is_source};
  }

 private:
  SharedIds speakers_;
};

/// All that was said of ties, by pair.
std::vector<Entry> entries(const Setting& setting, const std::vector<LivedTogether>& lived) {
  References refer_to;
  std::vector<Entry> all;
  for (const Known& told : setting.knowledge->statements) {
    const auto* body = told.body<casefile::Tie>();
    const auto a = body ? setting.knowledge->person(body->a) : std::nullopt;
    const auto b = body ? setting.knowledge->person(body->b) : std::nullopt;
    if (a && b && a != b) all.push_back({std::min(*a, *b), std::max(*a, *b), told, refer_to(told)});
  }
  for (const LivedTogether& l : lived)
    all.push_back({std::min(l.adult, setting.ego), std::max(l.adult, setting.ego), l.told, refer_to(l.told), &l});
  std::stable_sort(all.begin(), all.end(),
                   [](const Entry& x, const Entry& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
  return all;
}

}  // namespace

Latest latest_of_each(std::vector<Evidence> all) {
  if (all.size() < 2) return {std::move(all), {}};
  std::sort(all.begin(), all.end(), [](const Evidence& a, const Evidence& b) { return said_before(a.from, b.from); });
  using Word = std::pair<std::string_view, std::size_t>;  // who said it, and where it stands in `all`
  std::vector<Word> words;
  words.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const Id& who : speakers(all[i].from)) words.emplace_back(who, i);
  // A word about now outweighs a later memory of then; of one day the lowest id stays.
  std::sort(words.begin(), words.end(), [&](const Word& x, const Word& y) {
    const Evidence &a = all[x.second], &b = all[y.second];
    return std::tie(x.first, b.holds, b.from.said, x.second) < std::tie(y.first, a.holds, a.from.said, y.second);
  });
  std::vector<bool> current(all.size(), false);
  for (std::size_t w = 0; w < words.size(); ++w)
    if (w == 0 || words[w].first != words[w - 1].first) current[words[w].second] = true;
  Latest result;
  for (std::size_t i = 0; i < all.size(); ++i)
    (current[i] ? result.current : result.replaced).push_back(std::move(all[i]));
  return result;
}

std::vector<Tie> ties(const Setting& setting) {
  const std::vector<LivedTogether> lived = lived_together(setting);
  const std::vector<Entry> all = entries(setting, lived);
  const auto same_pair = [](const Entry& x, const Entry& y) { return x.a == y.a && x.b == y.b; };
  std::size_t pairs = all.empty() ? 0 : 1;
  for (std::size_t i = 1; i < all.size(); ++i) pairs += same_pair(all[i - 1], all[i]) ? 0 : 1;
  std::vector<Tie> result;
  result.reserve(pairs);  // a tie is large
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin + 1;
    while (end < all.size() && same_pair(all[end], all[begin])) ++end;
    result.push_back(tie_of(setting, Entries(all).subspan(begin, end - begin)));
    begin = end;
  }
  return result;
}

}  // namespace kreds::network
