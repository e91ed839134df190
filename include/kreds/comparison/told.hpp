/// \file
/// What was told, taken apart so that it can be held against what others told, or what was told another day: each
/// statement answers one question or more (`Item`), and two answers to one item are the same or differ.
///
/// Codes and numbers as in the case file; words of the informants are carried along and compared only where there is
/// nothing else.
#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kreds/network/ego_network.hpp"

namespace kreds::comparison {

using casefile::Date;
using casefile::Id;
using casefile::Ids;

enum class ItemKind {
  // a tie: about two people, in the order of their ids
  ring,
  emotional,
  caregiving,
  conflict,
  frequency,
  known_since,
  // kin: about two people; parent first
  parent,
  partners,
  siblings,
  // a household
  residence,  ///< about person, household
  place,
  school_km,
  candidate,
  carer,
  assessment,  ///< about household; aspect: factor; of parents_view also whose
  measure,     ///< about household; aspect: measure
  decision,    ///< about household; aspect: the statement, for each stands for itself
  // wishes and offers
  wish,  ///< about whose it is, and the target if that is a person or household; aspect: topic, and other targets
  role,  ///< about household or person
  // the case
  custody,
  consent,  ///< aspect: to what
  sharing,
  contact,
  certificate,  ///< aspect: which
  lifting,
  // each stands for itself; aspect: the statement
  referral,
  rhythm,
  need,
  question,
  fact,
  plan  ///< a part of the family's plan as it stands: aspect "step:" and what is done (about: by whom), or the key
};

/// A question that can have an answer.
struct Item {
  ItemKind kind = ItemKind::fact;
  Ids about;           ///< people and households
  std::string aspect;  ///< a term, where one kind asks several things of one person or household
  friend auto operator<=>(const Item&, const Item&) = default;
};
bool is_tie_part(ItemKind kind);  ///< ring … known_since

struct Answer {
  std::optional<double> number;  ///< ring, level, contacts a year, kilometres
  std::string term;              ///< of the file format: "first_wish", "started", "yes", "part_time"
  std::optional<casefile::NoValue> missing;
  std::optional<casefile::ApproximateDate> date;
  Ids people;         ///< a carer, somebody pointed to, those who agreed
  std::string words;  ///< the informant's; of facts, needs, rhythms, questions the content
  friend bool operator==(const Answer&, const Answer&) = default;
};
/// Number, term, missing, date and people are equal; words count only if both answers have none of these.
bool same(const Answer& a, const Answer& b);

struct Told {
  Item item;
  Answer answer;
  Date holds;  ///< until when it is known to hold: the day it was said, or the end of `held` if that is earlier
  std::optional<casefile::Period> held;
  network::StatementRef from;
  friend bool operator==(const Told&, const Told&) = default;
};

/// All that a statement answers; at least one thing, but none of an empty tie.
std::vector<Told> told_by(const casefile::Statement& statement, const casefile::Interview& interview);

/// Of each item the latest word of each informant, by day said and statement. Latest is what holds longest, then what
/// was said last, then the lowest id; a joint statement stays as long as it is the latest of one of its informants; all
/// observations together are one informant.
using Current = std::map<Item, std::vector<Told>>;
Current current(const casefile::Case& known);

/// Whether informants give answers that are not the same; »not asked« and the like is no answer that differs.
bool differ(const std::vector<Told>& answers);

}  // namespace kreds::comparison
