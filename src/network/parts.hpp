/// \file
/// The pieces that build_network puts together; internal to the layer.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "kreds/network/ego_network.hpp"
#include "kreds/network/informants.hpp"

namespace kreds::network {

/// A statement in force on the day, with the interview in which it was made.
struct Known {
  const casefile::Statement* statement;
  const casefile::Interview* interview;
  Date said() const { return interview->date; }
  template <class Body>
  const Body* body() const {
    return std::get_if<Body>(&statement->body);
  }
};

/// The days on which something held, rough dates read as days; a missing end is open.
struct Span {
  std::optional<Date> begin, end;
  bool holds_on(Date day) const { return (!begin || *begin <= day) && !over_by(day); }
  bool over_by(Date day) const { return end && *end < day; }
};
/// A rough date is its middle, but »siden 2024«, told in March of that year, had begun when it was told.
Span span_of(const Known& told);

using Indices = std::unordered_map<std::string_view, Index>;

/// What every piece needs: the case, the day, and what is known on it.
struct Knowledge {
  Knowledge(const casefile::Case& c, Date day);
  Knowledge(const Knowledge&) = delete;
  Knowledge& operator=(const Knowledge&) = delete;
  const casefile::Case* source;
  Date as_of;
  /// By day said, then by id: no result depends on the order in which statements stand in the file.
  std::vector<Known> statements;
  /// Not withdrawn, in the order of the file; the child in any case.
  std::vector<const casefile::Person*> people;
  std::vector<const casefile::Household*> households;
  Indices person_index, household_index;

  std::optional<Index> person(std::string_view id) const;
  std::optional<Index> household(std::string_view id) const;

 private:
  casefile::Person bare_child_;  ///< stands in where nothing has been told of the child yet
};

StatementRef reference(const Known& known);

/// Whether `next`, met in the order of Knowledge::statements, takes the place of `current`: later days do; of one day
/// the lowest id stays.
inline bool supersedes(const Known& next, const std::optional<Known>& current) {
  return !current || next.said() > current->said();
}

bool dead_on(const casefile::Person& person, Date day);

// --- kinship -------------------------------------------------------------------------------------------

struct Kinship {
  std::vector<Parentage> parentages;
  std::vector<Partnership> partnerships;
  std::vector<SiblingLink> siblings;
  std::vector<Index> custody;
};
Kinship kinship(const Knowledge& knowledge);
/// Biological, adoptive, or only said to be a parent: what »mor« and »far« mean without a further word.
bool plain_parent(casefile::ParentKind kind);

// --- households ----------------------------------------------------------------------------------------

/// One residence as it was told, with the end that a later statement gave it.
struct Stay {
  Index person, household;
  Known told;
  casefile::Period held;
  Span days;
};
/// Ordered by household, person, then day said and id.
std::vector<Stay> stays(const Knowledge& knowledge);

std::vector<Household> households(const Knowledge& knowledge, const std::vector<Stay>& stays);

// --- people and ties -----------------------------------------------------------------------------------

/// Ids of the case's sector set, in order round the map.
std::vector<std::string> sectors_of(const casefile::Case& c, const casefile::Vocabulary& vocabulary);

std::vector<Member> members(const Knowledge& knowledge, const casefile::Vocabulary& vocabulary, const Kinship& kin);

Informants informants(const Knowledge& knowledge, const casefile::Vocabulary& vocabulary, const Kinship& kin,
                      const std::vector<Stay>& stays);

/// What the pieces above gave, for those who speak of ties.
struct Setting {
  const Knowledge* knowledge;
  const Informants* informants;
  const std::vector<Member>* people;
  const std::vector<Stay>* stays;
  Index ego;
};
std::vector<Tie> ties(const Setting& setting);

/// That the child has lived with an adult for three months, or does now, is care of the highest level (decided: it
/// follows from dated residences and is typed in only to correct it).
struct LivedTogether {
  Index adult;
  Known told;   ///< the adult's residence
  Known child;  ///< the child's
  Id household;
  Date holds;
};
std::vector<LivedTogether> lived_together(const Setting& setting);

/// Puts ring, ring words and sources of the viewpoint into `people`.
Viewpoint place(const Knowledge& knowledge, const std::vector<Tie>& ties, Index ego, std::vector<Member>& people);

}  // namespace kreds::network
