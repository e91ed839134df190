#include "hidden_names.hpp"

#include <algorithm>
#include <map>

#include "strings.hpp"

namespace kreds::casefile {
namespace {

template <class Entry>
std::string free_texts(const Entry& entry) {
  std::string all;
  for_each_free_text(entry, [&](const std::string& text) { (all += text) += '\n'; });
  return all;
}

bool is_part_of_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80U || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/// Where the word that begins at a place ends.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size() && is_part_of_word(text[at])) ++at;
  return at;
}

/// Hidden people by the first word of their name, so that each text is read once however many there are.
class HiddenPeople {
 public:
  explicit HiddenPeople(const Case& c) {
    for (const Person& person : c.people) {
      if (!person.do_not_show.set || person.name.empty()) continue;
      by_first_word_.emplace(person.name.substr(0, end_of_word(person.name, 0)), &person);
    }
  }
  bool empty() const { return by_first_word_.empty(); }

  std::set<Id> named_in(const std::string& text) const {
    std::set<Id> named;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (!is_part_of_word(text[at])) continue;
      const std::size_t end = end_of_word(text, at);
      for (const std::size_t length : {end - at, end - at - (text[end - 1] == 's' ? 1 : 0)})
        look_up(text, at, length, named);
      at = end;
    }
    return named;
  }

 private:
  void look_up(const std::string& text, std::size_t at, std::size_t length, std::set<Id>& named) const {
    const auto [from, to] = by_first_word_.equal_range(text.substr(at, length));
    for (auto person = from; person != to; ++person) {
      const std::string& name = person->second->name;
      if (text.compare(at, name.size(), name) != 0) continue;
      std::size_t end = at + name.size();
      if (end < text.size() && text[end] == 's') ++end;
      if (end >= text.size() || !is_part_of_word(text[end])) named.insert(person->second->id);
    }
  }

  std::multimap<std::string, const Person*> by_first_word_;
};

template <class Entry>
void look(const Entry& entry, const HiddenPeople& people, std::vector<HiddenName>& found) {
  std::set<Id> named = people.named_in(free_texts(entry));
  named.erase(entry.id);
  if (named.empty()) return;
  for_each_reference(entry, [&](const Id& id) { named.erase(id); });
  for (const Id& hidden : named) found.push_back({entry.id, hidden});
}

}  // namespace

std::vector<HiddenName> hidden_names(const Case& c) {
  const HiddenPeople people(c);
  std::vector<HiddenName> found;
  if (people.empty()) return found;
  for (const Person& person : c.people) look(person, people, found);
  for (const Household& household : c.households) look(household, people, found);
  for (const Matter& matter : c.matters) look(matter, people, found);
  for (const Interview& interview : c.interviews) {
    Interview frame = interview;  // its statements are entries of their own
    frame.statements.clear();
    look(frame, people, found);
    for (const Statement& statement : interview.statements) look(statement, people, found);
  }
  return found;
}

}  // namespace kreds::casefile
