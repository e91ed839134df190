#include "pseudonyms_names.hpp"

#include <algorithm>
#include <set>

namespace kreds::audience {

using namespace casefile;

namespace {

/// »Ven«, »Ven 2«, »Ven 3«: the first has no number, whether or not another follows.
class Numbering {
 public:
  std::string next(const std::string& word) {
    std::string name;
    do {
      const int number = ++used_[word];
      name = number == 1 ? word : word + " " + std::to_string(number);
    } while (!given_.insert(name).second);
    return name;
  }

 private:
  std::map<std::string, int> used_;
  std::set<std::string> given_;
};

/// Where somebody belongs whose role does not say it.
constexpr std::string_view professionals = "professionals";

const std::string& word_for(const Person& person, const RoleWords& words) {
  if (const auto role = words.roles.find(person.role); role != words.roles.end()) return role->second;
  if (person.animal) return words.animal;
  const bool told = !person.sector.empty() || person.professional_of.empty();
  const auto sector = words.sectors.find(told ? std::string_view(person.sector) : professionals);
  return sector == words.sectors.end() ? words.somebody : sector->second;
}

Id numbered(char kind, std::size_t number, std::size_t width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return kind + digits;
}

template <class Entry>
void number_entries(const std::vector<Entry>& entries, char kind, std::map<Id, Id>& ids) {
  std::size_t number = 0;
  for (const Entry& entry : entries) ids.try_emplace(entry.id, numbered(kind, ++number, 3));
}

void number_statements(const Case& c, std::map<Id, Id>& ids) {
  std::set<Id> old;
  for (const Interview& interview : c.interviews)
    for (const Statement& statement : interview.statements) old.insert(statement.id);
  const std::size_t width = std::max<std::size_t>(5, std::to_string(old.size()).size());
  std::size_t number = 0;
  for (const Id& id : old) ids.try_emplace(id, numbered('s', ++number, width));
}

}  // namespace

std::vector<std::string> pseudonyms(const Case& c, const RoleWords& words) {
  Numbering numbering;
  const std::string child = numbering.next(words.child);  // first, wherever it stands in the file
  std::vector<std::string> names;
  names.reserve(c.people.size());
  for (const Person& person : c.people)
    names.push_back(person.id == c.child ? child : numbering.next(word_for(person, words)));
  return names;
}

Id neutral_id(const Case& c, const Id& id) {
  const std::map<Id, Id> ids = neutral_ids(c);
  const auto known = ids.find(id);
  return known == ids.end() ? Id() : known->second;
}

std::map<Id, Id> neutral_ids(const Case& c) {
  std::map<Id, Id> ids;
  number_entries(c.people, 'p', ids);
  number_entries(c.households, 'h', ids);
  number_entries(c.matters, 'm', ids);
  number_entries(c.interviews, 'i', ids);
  number_statements(c, ids);
  return ids;
}

}  // namespace kreds::audience
