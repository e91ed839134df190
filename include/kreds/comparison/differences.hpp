/// \file
/// What is different between two states of one case, each as one audience may know it: two days of one file, or two
/// files. Who came and went, what was answered, what got old, and what that did to the order.
///
/// People, households and statements are the same if their ids are. A change is a change of what is told: the same
/// answer given again is none. Rings are compared only where both maps have the same viewpoint, for the child's own
/// placing and that of the adults are never mixed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kreds/comparison/told.hpp"
#include "kreds/ranking/questions.hpp"
#include "kreds/ranking/robustness.hpp"

namespace kreds::comparison {

/// One state; the case must be the one that the network was built from, and both must outlive what is made of them.
struct State {
  const casefile::Case& known;
  const network::EgoNetwork& network;
};

enum class Happened { came, went, died, was_born, renamed };

struct PersonChange {
  Id person;
  Happened what = Happened::came;
  /// Who told of somebody who came, or the entry's old source; `statement` is empty, for an entry is no statement.
  std::optional<network::StatementRef> from;
  std::string name_before;  ///< for renamed
  friend bool operator==(const PersonChange&, const PersonChange&) = default;
};

/// Where the viewpoint has put a person; nothing and not outside: not laid on the map.
struct Place {
  std::optional<int> ring;
  bool outside = false;
  friend bool operator==(const Place&, const Place&) = default;
};
struct RingChange {
  Id person;
  Place before, after;
  std::vector<network::StatementRef> from;  ///< who says so; empty where somebody is no longer placed
  friend bool operator==(const RingChange&, const RingChange&) = default;
};

enum class Living { no, part_time, full_time };
struct Move {
  Id person, household;
  Living before = Living::no, after = Living::no;
  std::optional<network::StatementRef> from;
  friend bool operator==(const Move&, const Move&) = default;
};

/// One item on which the answers are no longer the same.
struct ItemChange {
  Item item;
  std::vector<Told> before, after;  ///< the latest of each informant
  std::vector<Told> said;           ///< of `after`, what had not been said before and is new
  std::vector<Told> taken_back;  ///< of `before`, what was withdrawn or corrected without a new word of its informant
  bool disagreement = false;     ///< informants differ now
  friend bool operator==(const ItemChange&, const ItemChange&) = default;
};

/// All that is known of an item has become older than its half-life (method §1.5), and had not before.
struct Aged {
  Item item;
  Told newest;
  double months = 0;
  double half_life_months = 0;
  /// The child's own words do not fade; so old they call for a new conversation.
  bool childs_own = false;
  friend bool operator==(const Aged&, const Aged&) = default;
};

struct Answered {
  ranking::OpenQuestion question;           ///< as it was open before
  std::vector<network::StatementRef> from;  ///< what answers it; `statement` is empty where somebody has been heard
};

/// Where a household stands; a number only among those in the order.
struct Standing {
  ranking::Standing standing = ranking::Standing::in_order;
  ranking::Heading heading = ranking::Heading::no_known_obstacle;
  std::optional<std::size_t> place;  ///< from 1: the first place of its bracket
  std::size_t members = 1;           ///< households of its bracket, which cannot be told apart
  double value = 0;                  ///< central, under granted support
  friend bool operator==(const Standing&, const Standing&) = default;
};

enum class Cause { said, taken_back, support, time, weight };
struct MovedContribution {
  std::string factor;
  double before = 0, after = 0;  ///< weight · value
  Cause cause = Cause::time;
  std::vector<network::StatementRef> from;  ///< for said and taken_back
  friend bool operator==(const MovedContribution&, const MovedContribution&) = default;
};

struct HouseholdMove {
  Id household;
  std::optional<Standing> before, after;  ///< empty: no candidate then
  std::vector<MovedContribution> moved;   ///< of those in both, largest change first
  bool changed() const {
    const auto where = [](const Standing& s) { return std::tie(s.standing, s.heading, s.place, s.members); };
    return before.has_value() != after.has_value() || (before && where(*before) != where(*after));
  }
};

struct OrderChange {
  std::vector<HouseholdMove> households;  ///< as they stand after, then those that went
  /// Written down in between. A decision never moves a household: no formula reads it.
  std::vector<Told> decisions;
  bool same_catalogue = true;  ///< false: the weights differ too, so not every change comes from the case
};

/// What one ranking holds of a state.
struct RankedState {
  const ranking::Ranking& ranking;
  const ranking::Robustness& robustness;
  const ranking::QuestionPlan& plan;
};

struct Differences {
  Date from, to;
  std::vector<Id> interviews;  ///< new ones, by day
  std::vector<PersonChange> people;
  network::Viewpoint viewpoint_before = network::Viewpoint::none, viewpoint_after = network::Viewpoint::none;
  std::vector<RingChange> rings;  ///< empty if the viewpoint has changed
  Ids households_came, households_went;
  std::vector<Move> moves;
  std::vector<ItemChange> items;  ///< all but rings, residences and decisions
  std::vector<Aged> aged;
  std::optional<Date> child_last_heard;  ///< set if that has become half a year ago since
  // Only with two rankings:
  std::vector<Answered> answered;
  std::vector<ranking::OpenQuestion> arose;
  std::size_t still_open = 0;
  std::optional<OrderChange> order;
};

/// Throws std::invalid_argument if the two are not about the same child.
Differences differences(const State& before, const State& after, const ranking::Catalogue& catalogue);

/// Adds what only a ranking can tell: questions, and the order.
void add_order(const State& before, const RankedState& ranked_before, const State& after,
               const RankedState& ranked_after, Differences& differences);

}  // namespace kreds::comparison
