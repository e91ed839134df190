/// \file
/// The newest statement about each thing.
#pragma once

#include <map>

#include "kreds/casefile/case.hpp"

namespace kreds::casefile {

/// Of each thing (a parent's custody, a person's home) the statement that was made last; on the same day, the one that
/// stands later in the file.
template <class Body, class Key>
class Newest {
 public:
  struct Told {
    Date told;
    const Statement* statement;
    const Body& body() const { return std::get<Body>(statement->body); }
    bool holds_on(Date day) const { return !statement->held || statement->held->holds_on(day); }
  };

  void look(Date told, const Statement& statement, const Key& key) {
    const auto [entry, is_new] = newest_.try_emplace(key, Told{told, &statement});
    if (!is_new && entry->second.told <= told) entry->second = Told{told, &statement};
  }
  const std::map<Key, Told>& all() const { return newest_; }
  const Told* find(const Key& key) const {
    const auto found = newest_.find(key);
    return found == newest_.end() ? nullptr : &found->second;
  }

 private:
  std::map<Key, Told> newest_;
};

/// Where people live, who has custody, and which households are looked at, as last told.
struct Standing {
  Newest<Custody, Id> custody;
  Newest<Candidacy, Id> candidates;
  Newest<Residence, std::pair<Id, Id>> residences;  ///< by person and household

  void look(const Interview& interview, const Statement& s) {
    if (const auto* b = std::get_if<Custody>(&s.body)) custody.look(interview.date, s, b->parent);
    if (const auto* b = std::get_if<Candidacy>(&s.body)) candidates.look(interview.date, s, b->household);
    if (const auto* b = std::get_if<Residence>(&s.body)) residences.look(interview.date, s, {b->person, b->household});
  }
  bool has_custody(const Id& parent, Date day) const {
    const auto* told = custody.find(parent);
    return told != nullptr && told->body().has && told->holds_on(day);
  }
  bool is_candidate(const Id& household, Date day) const {
    const auto* told = candidates.find(household);
    return told != nullptr && told->body().candidate && told->holds_on(day);
  }
};

}  // namespace kreds::casefile
