#include "kreds/application/person_meant.hpp"

#include <map>

#include "kreds/application/collation.hpp"

namespace kreds::application {
namespace {

using casefile::Case;
using casefile::Id;
using casefile::Ids;
using casefile::Person;

/// Words of the command line, the same in every language.
const std::map<std::string, std::string, std::less<>> terms = {{"mother", "mor"}, {"father", "far"}};

template <class Is>
Ids people_who(const Case& c, Is is) {
  Ids found;
  for (const Person& person : c.people)
    if (is(person)) found.push_back(person.id);
  return found;
}

std::string first_name(const std::string& name) {
  return name.substr(0, name.find(' '));
}

}  // namespace

Ids people_meant(const Case& c, const std::string& words, const labels::Labels& labels) {
  if (words.empty()) return {};
  if (casefile::find_person(c, words)) return {words};
  if (words == "child" || same_name(words, labels("report.the_child"))) return {c.child};
  const auto term = terms.find(words);
  const std::string role = term == terms.end() ? std::string() : term->second;
  Ids found = people_who(c, [&](const Person& p) { return !p.name.empty() && same_name(p.name, words); });
  if (found.empty()) found = people_who(c, [&](const Person& p) { return same_name(first_name(p.name), words); });
  if (found.empty())
    found = people_who(c, [&](const Person& p) {
      return !p.role.empty() &&
             (p.role == role || same_name(p.role, words) || same_name(labels("role." + p.role), words));
    });
  return found;
}

std::vector<std::string> ways_to_ask(const Case& c) {
  std::vector<std::string> ways;
  for (const Person& person : c.people) {
    ways.push_back(person.id);
    if (!person.name.empty()) ways.push_back(person.name);
  }
  return ways;
}

}  // namespace kreds::application
