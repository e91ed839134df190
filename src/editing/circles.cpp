#include "kreds/editing/circles.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

#include "doubts.hpp"
#include "kreds/casefile/suggestion.hpp"
#include "kreds/editing/names.hpp"
#include "typed.hpp"

namespace kreds::editing {
namespace {

using casefile::Case;
using casefile::Id;
using casefile::Person;
using casefile::Refers;
using document::Argument;

struct OnTable {
  int ring = 0;
  std::string ring_words, person, age;
};

std::optional<int> ring_meant(const std::string& words, const RingWords& known) {
  std::string small = lower(words);
  if (const auto found = known.find(small); found != known.end()) return found->second;
  if (small.starts_with("ring ")) small.erase(0, 5);
  int ring = 0;
  const auto [end, error] = std::from_chars(small.data(), small.data() + small.size(), ring);
  if (small.empty() || error != std::errc() || end != small.data() + small.size() || ring < 1) return std::nullopt;
  return ring;
}

std::string listed_words(const RingWords& words) {
  std::vector<std::pair<int, std::string>> by_ring;
  for (const auto& [word, ring] : words) by_ring.emplace_back(ring, word);
  std::sort(by_ring.begin(), by_ring.end());
  std::string all;
  for (const auto& [ring, word] : by_ring) all += (all.empty() ? "" : ", ") + word;
  return all;
}

/// A new ring may begin after a full stop as after a semicolon.
std::vector<std::string> groups_of(const std::string& line, const RingWords& words) {
  std::string parts = line;
  for (std::size_t stop = parts.find('.'); stop != std::string::npos; stop = parts.find('.', stop + 1)) {
    const std::string after = trimmed(parts.substr(stop + 1));
    if (after.empty() || ring_meant(trimmed(after.substr(0, after.find(':'))), words)) parts[stop] = ';';
  }
  return parted(parts, ';');
}

/// Parted by commas, and by words such as "og".
std::vector<std::string> people_of(const std::string& text, const std::vector<std::string>& between) {
  std::vector<std::string> people;
  for (const std::string& part : parted(text, ',')) {
    std::string one;
    for (const std::string& word : parted(part, ' ')) {
      const bool parts = std::find(between.begin(), between.end(), lower(word)) != between.end();
      if (!parts) one += (one.empty() ? "" : " ") + word;
      if (parts && !one.empty()) people.push_back(std::exchange(one, {}));
    }
    if (!one.empty()) people.push_back(std::move(one));
  }
  return people;
}

/// Takes "(71)" off the end.
std::string taken_age(std::string& person) {
  const std::size_t open = person.rfind('(');
  if (open == std::string::npos || !person.ends_with(')')) return {};
  std::string inside = trimmed(person.substr(open + 1, person.size() - open - 2));
  if (inside.empty() || inside.size() > 3 || inside.find_first_not_of("0123456789") != std::string::npos) return {};
  person = trimmed(person.substr(0, open));
  return inside;
}

std::vector<OnTable> read_line(const std::string& line, const CircleWords& circle_words,
                               document::Diagnostics& faults) {
  const RingWords& words = circle_words.rings;
  std::vector<OnTable> table;
  for (const std::string& group : groups_of(line, words)) {
    const std::size_t colon = group.find(':');
    const std::string ring_words = trimmed(group.substr(0, colon));
    const auto ring = colon == std::string::npos ? std::nullopt : ring_meant(ring_words, words);
    if (!ring) {
      faults.push_back(fault("circle_unknown", {{"found", Argument::literal(ring_words)},
                                                {"known", Argument::literal(listed_words(words))}}));
      continue;
    }
    const bool number = ring_words.find_first_of("0123456789") != std::string::npos;
    for (std::string& person : people_of(group.substr(colon + 1), circle_words.between)) {
      std::string age = taken_age(person);
      table.push_back({*ring, number ? "" : ring_words, std::move(person), std::move(age)});
    }
  }
  if (table.empty() && faults.empty()) faults.push_back(fault("circles_empty", {}));
  return table;
}

/// One letter may be two bytes.
bool begins_with_capital(const std::string& word) {
  const std::string first = word.substr(0, !word.empty() && static_cast<unsigned char>(word[0]) == 0xC3U ? 2 : 1);
  return lower(first) != first;
}

/// What a phrase for somebody new says: a role, a name, or words.
struct Phrase {
  std::string role, name, words;
};

/// As it is spoken, or without an ending: »kæresten« is kæreste.
std::string role_called(const std::string& spoken, const std::string& written, const CircleWords& words,
                        const Desk& desk) {
  casefile::Field role_field;
  role_field.words = casefile::Words::role;
  const auto role = [&](const std::string& text) { return desk.term ? desk.term(role_field, text) : text; };
  std::vector<std::string> forms = {role(spoken), written};
  for (const std::string& ending : words.endings)
    if (spoken.size() > ending.size() && spoken.ends_with(ending))
      forms.push_back(role(spoken.substr(0, spoken.size() - ending.size())));
  const auto known = std::find_if(forms.begin(), forms.end(),
                                  [&](const std::string& form) { return desk.vocabulary.roles.contains(form); });
  return known == forms.end() ? std::string() : *known;
}

std::optional<Phrase> understood(const std::string& text, const CircleWords& circle_words, const Desk& desk) {
  const std::vector<std::string> words = parted(text, ' ');
  Phrase phrase;
  std::size_t at = 0;
  for (std::size_t count = words.size(); count > 0 && phrase.role.empty(); --count) {  // the longest role first
    std::string spoken, written;
    for (std::size_t i = 0; i < count; ++i) {
      spoken += (i == 0 ? "" : " ") + lower(words[i]);
      written += (i == 0 ? "" : "_") + lower(words[i]);
    }
    phrase.role = role_called(spoken, written, circle_words, desk);
    if (!phrase.role.empty()) at = count;
  }
  for (; at < words.size() && begins_with_capital(words[at]); ++at)
    phrase.name += (phrase.name.empty() ? "" : " ") + words[at];
  if (at < words.size()) phrase.words = text;
  if (phrase.name.empty() && (phrase.role.empty() || !phrase.words.empty())) return std::nullopt;
  return phrase;
}

std::string first_word(const std::string& text) {
  return text.substr(0, text.find(' '));
}

/// Letters that are heard alike at the beginning of a name: Carl and Karl, Sara and Zara.
char first_sound(const std::string& name) {
  constexpr std::array<std::pair<std::string_view, char>, 7> alike = {
      {{"c", 'k'}, {"q", 'k'}, {"z", 's'}, {"w", 'v'}, {"y", 'i'}, {"j", 'i'}, {"ph", 'f'}}};
  for (const auto& [letters, sound] : alike)
    if (name.starts_with(letters)) return sound;
  return name.empty() ? '\0' : name.front();
}

/// One letter, or two in a long name: Karen and Karin. A name that begins with another sound is another name.
bool may_be_the_same(const std::string& a, const std::string& b) {
  constexpr std::size_t long_name = 6;
  const std::size_t most = std::min(a.size(), b.size()) < long_name ? 1 : 2;
  return !a.empty() && !b.empty() && first_sound(a) == first_sound(b) && casefile::edit_distance(a, b, most) <= most;
}

/// Of whole names, or of the first ones where one of the two has no other.
bool may_be_the_same_person(const std::string& a, const std::string& b) {
  const std::string first_a = first_word(a), first_b = first_word(b);
  const bool one_alone = first_a == a || first_b == b;
  return may_be_the_same(a, b) || (one_alone && may_be_the_same(first_a, first_b));
}

class Placing {
 public:
  Placing(Draft draft, const CircleWords& words, const Desk& desk)
      : draft_(std::move(draft)), words_(words), desk_(desk) {}

  document::Diagnostics faults;

  const Draft& draft() const { return draft_; }

  bool take(Edited edited) {
    faults.insert(faults.end(), edited.diagnostics.begin(), edited.diagnostics.end());
    if (edited.draft) draft_ = *std::move(edited.draft);
    return !document::has_errors(faults);
  }

  Id open_interview(const GivenFields& given) {
    GivenFields fields = given;
    const auto called =
        std::find_if(fields.begin(), fields.end(), [](const Given& each) { return each.key == "interview"; });
    if (called != fields.end()) {
      Typing typing{draft_.c, desk_, {}, {}};
      Id id = id_typed(Refers::interview, called->texts.back(), typing);
      faults = typing.faults;
      const casefile::Interview* interview = casefile::find_interview(draft_.c, id);
      if (interview == nullptr) return "";
      const auto& heard = interview->informants;
      if (std::find(heard.begin(), heard.end(), draft_.c.child) == heard.end())
        faults.push_back(fault("child_not_in_interview", {{"id", Argument::literal(id)}}));
      return id;
    }
    const auto missing = [&](std::string_view key) {
      return std::none_of(fields.begin(), fields.end(), [&](const Given& each) { return each.key == key; });
    };
    if (missing("date")) fields.push_back({"date", {casefile::to_text(desk_.today)}});
    if (missing("kind")) fields.push_back({"kind", {"other"}});
    fields.push_back({"informants", {draft_.c.child}});
    return take(add(draft_, "interview", fields, desk_)) ? draft_.c.interviews.back().id : "";
  }

  /// Who is meant; adds whoever is new. Empty if that is not plain.
  Id person(const std::string& text, const std::string& age, const Id& interview) {
    if (const auto name = said_to_be_new(text)) {
      const std::optional<Phrase> phrase = understood(*name, words_, desk_);
      return phrase ? added(*phrase, age, interview) : unclear(*name, {});
    }
    const Meant found = meant(draft_.c, Refers::person, text);
    if (!found.id.empty()) return found.id;
    if (!found.several.empty()) return unclear(text, found.several);
    const std::optional<Phrase> phrase = understood(text, words_, desk_);
    if (!phrase) return unclear(text, {});
    casefile::Ids like;
    for (const Person& each : draft_.c.people)
      if (!each.withdrawn && is_like(each, *phrase)) like.push_back(each.id);
    const Person* only = like.size() == 1 ? casefile::find_person(draft_.c, like.front()) : nullptr;
    const bool the_same = only != nullptr && !phrase->role.empty() && only->role == phrase->role &&
                          lower(only->name) == lower(phrase->name);
    if (the_same) return only->id;
    if (!like.empty()) return unclear(text, like);
    if (const Person* near = nearly_called(*phrase)) return spelt_otherwise(text, *phrase, *near);
    return added(*phrase, age, interview);
  }

 private:
  /// "ny:Karin" → "Karin"
  std::optional<std::string> said_to_be_new(const std::string& text) const {
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos) return std::nullopt;
    const auto& words = words_.somebody_new;
    if (std::find(words.begin(), words.end(), lower(trimmed(text.substr(0, colon)))) == words.end())
      return std::nullopt;
    return trimmed(text.substr(colon + 1));
  }

  /// Somebody whose name may have been meant; nobody who is something else to the child.
  const Person* nearly_called(const Phrase& phrase) const {
    const std::string wanted = lower(phrase.name);
    const auto near = [&](const Person& each) {
      const bool other_role = !phrase.role.empty() && !each.role.empty() && each.role != phrase.role;
      return !each.withdrawn && !other_role && may_be_the_same_person(wanted, lower(each.name));
    };
    const auto found = std::find_if(draft_.c.people.begin(), draft_.c.people.end(), near);
    return found == draft_.c.people.end() ? nullptr : &*found;
  }

  Id spelt_otherwise(const std::string& text, const Phrase& phrase, const Person& near) {
    faults.push_back(fault("circle_person_near", {{"found", Argument::literal(text)},
                                                  {"near", Argument::literal(near.name)},
                                                  {"id", Argument::literal(near.id)},
                                                  {"name", Argument::literal(phrase.name)}}));
    return "";
  }

  /// Has the name, or is the same to the child under no name: then it may be the one that is meant, or another.
  static bool is_like(const Person& person, const Phrase& phrase) {
    const std::string name = lower(person.name), wanted = lower(phrase.name);
    const bool same_name = !wanted.empty() && (name == wanted || name.substr(0, name.find(' ')) == wanted);
    return same_name || (person.name_unknown && !phrase.role.empty() && person.role == phrase.role);
  }

  Id unclear(const std::string& text, const casefile::Ids& could_be) {
    document::Arguments arguments = {{"found", Argument::literal(text)}};
    if (!could_be.empty()) arguments["known"] = Argument::literal(casefile::listed(could_be, text));
    faults.push_back(could_be.empty() ? fault("circle_person_unclear", std::move(arguments))
                                      : fault("circle_person_known", std::move(arguments)));
    return "";
  }

  Id added(const Phrase& phrase, const std::string& age, const Id& interview) {
    GivenFields fields = {{"interview", {interview}}, {"by", {draft_.c.child}}};
    if (phrase.name.empty())
      fields.push_back({"name_unknown", {"yes"}});
    else
      fields.push_back({"name", {phrase.name}});
    if (!phrase.role.empty()) fields.push_back({"role", {phrase.role}});
    if (!age.empty()) fields.push_back({"birth", {age}});
    if (!phrase.words.empty()) fields.push_back({"role_words", {phrase.words}});
    return take(add(draft_, "person", fields, desk_)) ? draft_.c.people.back().id : "";
  }

  Draft draft_;
  const CircleWords& words_;
  const Desk& desk_;
};

// --- what nobody has said yet ---

struct Known {
  std::set<Id> housed, met, felt, placed;
};

Known known_of(const Case& c) {
  Known known;
  for (const casefile::Interview& interview : c.interviews)
    for (const casefile::Statement& s : interview.statements) {
      if (s.withdrawn) continue;
      if (const auto* residence = std::get_if<casefile::Residence>(&s.body)) known.housed.insert(residence->person);
      const auto* tie = std::get_if<casefile::Tie>(&s.body);
      if (tie == nullptr || (tie->a != c.child && tie->b != c.child)) continue;
      const Id& other = tie->a == c.child ? tie->b : tie->a;
      if (tie->times_per_year.mentioned()) known.met.insert(other);
      if (tie->emotional.mentioned()) known.felt.insert(other);
      if (tie->ring.mentioned()) known.placed.insert(other);
    }
  return known;
}

std::vector<std::string> missing_of(const Person& person, const Known& known) {
  std::vector<std::string> keys;
  if (person.name_unknown) keys.emplace_back("name");
  if (person.role.empty()) keys.emplace_back("role");
  if (!person.birth && !person.animal) keys.emplace_back("birth");
  if (!known.housed.contains(person.id)) keys.emplace_back("household");
  if (!known.met.contains(person.id)) keys.emplace_back("frequency");
  if (!known.felt.contains(person.id)) keys.emplace_back("emotional");
  return keys;
}

}  // namespace

Placed place_circles(const Draft& draft, const std::string& line, const GivenFields& interview,
                     const CircleWords& words, const Desk& desk) {
  Placed placed;
  Placing placing(draft, words, desk);
  const std::vector<OnTable> table = read_line(line, words, placing.faults);
  const bool readable = placing.faults.empty();
  const Id held = readable ? placing.open_interview(interview) : "";
  std::vector<Id> people;
  for (const OnTable& each : table) {
    if (held.empty() || !readable) break;
    const Id person = placing.person(each.person, each.age, held);
    if (person.empty()) continue;
    if (person == draft.c.child || std::find(people.begin(), people.end(), person) != people.end()) {
      placing.faults.push_back(fault(person == draft.c.child ? "circle_of_child" : "circle_twice",
                                     {{"found", Argument::literal(each.person)}}));
      continue;
    }
    people.push_back(person);
    GivenFields tie = {{"interview", {held}},
                       {"by", {draft.c.child}},
                       {"between", {draft.c.child, person}},
                       {"ring", {each.ring == 0 ? "none" : std::to_string(each.ring)}}};
    if (!each.ring_words.empty()) tie.push_back({"ring_words", {each.ring_words}});
    placing.take(add(placing.draft(), "tie", tie, desk));
  }
  placed.edited.diagnostics = placing.faults;
  if (document::has_errors(placing.faults)) return placed;
  placed.edited.draft = placing.draft();
  placed.edited.changes = changes(draft, placing.draft());
  if (casefile::find_interview(draft.c, held) == nullptr) {
    const document::Diagnostics twice = said_twice(placing.draft().c, held);
    placed.edited.diagnostics.insert(placed.edited.diagnostics.end(), twice.begin(), twice.end());
  }
  const Known known = known_of(placing.draft().c);
  for (const Id& id : people)
    if (auto keys = missing_of(*casefile::find_person(placing.draft().c, id), known); !keys.empty())
      placed.missing.push_back({id, std::move(keys)});
  for (const Person& person : placing.draft().c.people)
    if (person.id != draft.c.child && !person.withdrawn && !known.placed.contains(person.id))
      placed.not_placed.push_back(person.id);
  return placed;
}

}  // namespace kreds::editing
