#include "kreds/editing/names.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace kreds::editing {
namespace {

using casefile::Case;
using casefile::Household;
using casefile::Id;
using casefile::Ids;
using casefile::Interview;
using casefile::Person;
using casefile::Refers;
using casefile::Statement;

std::string first_word(std::string_view text) {
  return std::string(text.substr(0, text.find(' ')));
}

/// Tries one way of calling after the other until one fits something.
class Search {
 public:
  explicit Search(std::string_view called) : as_typed_(called), called_(lower(called)) {}

  /// Letter by letter: »Bo« is a name, and there may be two of them; »bo« is the id of one.
  template <class Entries>
  void by_id(const Entries& entries) {
    if (!meant_.id.empty() || !meant_.several.empty()) return;
    for (const auto& entry : entries)
      if (entry.id == as_typed_) meant_.id = entry.id;
  }

  template <class Entries, class Spelling>
  void by(const Entries& entries, Spelling spelling) {
    if (!meant_.id.empty() || !meant_.several.empty()) return;
    Ids found;
    for (const auto& entry : entries)
      if (lower(spelling(entry)) == called_ && std::find(found.begin(), found.end(), entry.id) == found.end())
        found.push_back(entry.id);
    if (found.size() == 1)
      meant_.id = found.front();
    else
      meant_.several = std::move(found);
  }

  template <class Entries>
  void known(const Entries& entries, const std::function<std::string(const typename Entries::value_type&)>& name) {
    for (const auto& entry : entries) {
      const std::string words = name(entry);
      if (lower(words) != entry.id) meant_.known.push_back(entry.id);
      if (!words.empty()) meant_.known.push_back(words);
    }
  }

  Meant take() {
    if (!meant_.id.empty() || !meant_.several.empty()) meant_.known.clear();
    return std::move(meant_);
  }

 private:
  std::string as_typed_, called_;
  Meant meant_;
};

template <class Entry>
std::vector<Entry> standing(std::vector<Entry> entries) {
  std::erase_if(entries, [](const Entry& entry) { return entry.withdrawn.has_value(); });
  return entries;
}

std::string role_in_words(const Person& person) {
  std::string words = person.role;
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

void look_for_person(Search& search, const Case& c) {
  search.by_id(c.people);
  const std::vector<Person> people = standing(c.people);
  search.by(people, [](const Person& p) { return p.name; });
  search.by(people, [](const Person& p) { return first_word(p.name); });
  search.by(people, [](const Person& p) { return p.role; });
  search.by(people, role_in_words);
  search.by(people, [](const Person& p) { return p.role_words; });
  search.by(c.people, [](const Person& p) { return p.id; });
  search.known(people, [](const Person& p) { return p.name; });
}

struct Resident {
  Id id;  ///< of the household
  std::string name;
};

std::vector<Resident> residents_of(const Case& c) {
  std::vector<Resident> all;
  for (const Interview& interview : c.interviews)
    for (const Statement& s : interview.statements) {
      const auto* residence = std::get_if<casefile::Residence>(&s.body);
      const bool gone = s.withdrawn || (s.held && s.held->to);
      if (residence == nullptr || gone || residence->part_time) continue;
      const Person* person = casefile::find_person(c, residence->person);
      if (person != nullptr) all.push_back({residence->household, person->name});
    }
  return all;
}

void look_for_household(Search& search, const Case& c) {
  search.by_id(c.households);
  const std::vector<Household> households = standing(c.households);
  search.by(households, [](const Household& h) { return h.name; });
  const std::vector<Resident> residents = residents_of(c);
  search.by(residents, [](const Resident& r) { return r.name; });
  search.by(residents, [](const Resident& r) { return first_word(r.name); });
  search.by(c.households, [](const Household& h) { return h.id; });
  search.known(households, [](const Household& h) { return h.name; });
}

std::vector<Statement> statements_of(const Case& c, Refers wanted) {
  std::vector<Statement> all;
  for (const Interview& interview : c.interviews)
    for (const Statement& s : interview.statements) {
      const bool fits = wanted == Refers::need       ? std::holds_alternative<casefile::Need>(s.body)
                        : wanted == Refers::question ? std::holds_alternative<casefile::Question>(s.body)
                                                     : true;
      if (fits) all.push_back(s);
    }
  return all;
}

bool has_letters(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\v\f") != std::string_view::npos;
}

}  // namespace

Meant meant(const Case& c, Refers wanted, std::string_view called) {
  Search search(trimmed(called));
  if (!has_letters(called)) return search.take();
  switch (wanted) {
    case Refers::person:
      look_for_person(search, c);
      break;
    case Refers::household:
      look_for_household(search, c);
      break;
    case Refers::person_or_household:
      search.by(c.households, [](const Household& h) { return h.id; });
      look_for_person(search, c);
      look_for_household(search, c);
      break;
    case Refers::matter:
      search.by(c.matters, [](const casefile::Matter& m) { return m.id; });
      search.by(standing(c.matters), [](const casefile::Matter& m) { return m.title; });
      search.known(c.matters, [](const casefile::Matter& m) { return m.title; });
      break;
    case Refers::interview:
      search.by(c.interviews, [](const Interview& i) { return i.id; });
      search.by(c.interviews, [](const Interview& i) { return casefile::to_text(i.date); });
      search.known(c.interviews, [](const Interview& i) { return casefile::to_text(i.date); });
      break;
    case Refers::statement:
    case Refers::need:
    case Refers::question: {
      const std::vector<Statement> statements = statements_of(c, wanted);
      search.by(statements, [](const Statement& s) { return s.id; });
      search.known(statements, [](const Statement&) { return std::string(); });
      break;
    }
    case Refers::nothing:
    case Refers::itself:
      break;
  }
  return search.take();
}

std::string lower(std::string_view text) {
  std::string out;
  bool second_byte = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool capital = second_byte ? byte >= 0x80U && byte <= 0x9EU : byte >= 'A' && byte <= 'Z';
    out += static_cast<char>(capital ? byte + 0x20U : byte);
    second_byte = byte == 0xC3U;
  }
  return out;
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n\v\f";
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(blanks) - begin + 1));
}

std::vector<std::string> parted(std::string_view text, char by) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(by, at), text.size());
    if (std::string part = trimmed(text.substr(at, end - at)); !part.empty()) parts.push_back(std::move(part));
    at = end + 1;
  }
  return parts;
}

}  // namespace kreds::editing
