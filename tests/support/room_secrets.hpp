/// \file
/// Cases with a secret from everybody, and the rooms that some of them can sit in: for tests that nobody is shown what
/// must be kept from them.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "kreds/casefile/case.hpp"
#include "kreds/casefile/write.hpp"

namespace kreds::testing {

using casefile::Case;
using casefile::Id;
using casefile::Ids;

inline bool holds(const Ids& ids, const Id& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

inline Ids joined(Ids ids, const Ids& more) {
  for (const Id& id : more)
    if (!holds(ids, id)) ids.push_back(id);
  return ids;
}

inline Ids everybody(const Case& c) {
  Ids ids;
  for (const auto& p : c.people) ids.push_back(p.id);
  return ids;
}

inline std::string token_of(const Id& person) {
  return "Qqy" + person + "q";  // one word: of a hidden name each word is hidden
}

inline casefile::Statement statement_of(const Id& id, const Id& matter, casefile::StatementBody body) {
  casefile::Statement s;
  s.id = id;
  s.matters = {matter};
  s.body = std::move(body);
  return s;
}

/// A matter that one person must not be told: somebody, where that somebody lives, and whose child the person told of
/// is. All of it would be on a family's picture.
inline void add_secret_from(const Id& person, Case& c) {
  casefile::Interview& first = c.interviews.front();
  const std::string token = token_of(person);
  const Id matter = "m-" + person, secret = "x-" + person, home = "hx-" + person;
  const casefile::Source source{first.id, {}, first.kind != casefile::InterviewKind::record};
  c.matters.push_back({matter, token + "titel", {person}, token + "grund", source, {}});
  casefile::Person somebody;
  somebody.id = secret;
  somebody.name = token + "navn";
  somebody.role = "nabo";
  somebody.matters = {matter};
  somebody.source = source;
  c.people.push_back(somebody);
  c.households.push_back({home, token + "hjem", "", source, {matter}, {}});
  const auto add = [&](const char* id, casefile::StatementBody body) {
    first.statements.push_back(statement_of(id + person, matter, std::move(body)));
  };
  add("xr-", casefile::Residence{secret, home, "", false});
  add("xp-", casefile::Parentage{secret, c.child, casefile::ParentKind::step, false});
  add("xt-", casefile::Tie{c.child, secret, {1, {}}, token + "ord", {4, {}}, {}, {}, {}, "", {}});
}

inline Case with_secrets_from(const Ids& people, Case c) {
  for (const Id& person : people) add_secret_from(person, c);
  return c;
}

inline Ids without(Ids ids, const Ids& taken) {
  std::erase_if(ids, [&](const Id& id) { return holds(taken, id); });
  return ids;
}

/// Whose secrets are told of in a text, for a room; must be those who are not there.
inline Ids told_of(const std::string& text, const Ids& people) {
  Ids found;
  for (const Id& person : people)
    if (text.find(token_of(person)) != std::string::npos) found.push_back(person);
  return found;
}

/// Calls a function with each choice of at most `most` of some ids.
template <class Function>
void each_room(const Ids& ids, std::size_t most, Function function, Ids room = {}, std::size_t from = 0) {
  function(room);
  if (room.size() == most) return;
  for (std::size_t i = from; i < ids.size(); ++i) {
    Ids larger = room;
    larger.push_back(ids[i]);
    each_room(ids, most, function, larger, i + 1);
  }
}

/// The tokens of what belongs to a matter and to nothing else.
inline std::vector<std::string> tokens_of(const Case& c, const casefile::Matter& matter) {
  std::set<Id> its = {matter.id};
  for (const auto& interview : c.interviews)
    for (const auto& s : interview.statements)
      if (holds(s.matters, matter.id)) its.insert(s.id);
  const std::string whole = casefile::to_text(c), rest = casefile::to_text(casefile::without(c, its));
  std::vector<std::string> tokens;
  for (std::size_t at = whole.find("Zqx"); at != std::string::npos; at = whole.find("Zqx", at + 1)) {
    const std::string token = whole.substr(at, 7);
    if (rest.find(token) == std::string::npos) tokens.push_back(token);
  }
  return tokens;
}

}  // namespace kreds::testing
