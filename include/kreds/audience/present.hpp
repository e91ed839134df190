/// \file
/// A picture for exactly the people who are in the room, and what the one who shows it must know.
///
/// The room is a family audience with two differences:
///   - a matter that is not to be told to somebody is hidden only if one of these is there, or somebody whom the case
///     does not know, for nobody can tell to whom such a guest belongs;
///   - rings are shown if the child has said yes to showing them to everyone who is there, by name or to everyone. The
///     last word counts as it stands: two words that each name half of the room are not added up. The child needs no
///     yes of its own to be there.
/// All else holds as for a family: people who may not be shown are absent also when they are there themselves. Nobody
/// there means that nobody has said who will be: then it is the picture for a family, whoever comes.
///
/// One more person in the room never shows more: what is hidden from some is hidden from them and others. One exception
/// follows from the rule that hidden things are as if never written: where only the newcomer must not know of a
/// correction or a newer word, the older one stands, as that person was told it.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "kreds/audience/audience.hpp"

namespace kreds::audience {

/// From the whole case, as for_audience. In the result the child's yes reads as one to everyone, for these are all
/// who will see it; so the result is also what a family audience gets from it.
casefile::Case for_people_present(const casefile::Case& c, std::span<const casefile::Id> present,
                                  const casefile::Vocabulary& vocabulary, casefile::Date as_of);

/// The day to compute for if none is asked for, as newest_interview(c, audience).
std::optional<casefile::Date> newest_interview(const casefile::Case& c, std::span<const casefile::Id> present);

// --- for the one who shows it, alone -------------------------------------------------------------------

enum class HeldReason {
  do_not_show,           ///< marked so
  matter,                ///< belongs to a matter that somebody there must not be told
  parents_professional,  ///< a parent's own professional, or one of somebody held back
  follows                ///< known only through what is held back
};

/// A person or household that the picture leaves out.
struct HeldEntry {
  casefile::Id id;
  HeldReason reason = HeldReason::follows;
  casefile::Ids because_of;  ///< those there who must not be told, for HeldReason::matter
  friend bool operator==(const HeldEntry&, const HeldEntry&) = default;
};

/// A matter that is not to be told to everyone, and is not lifted on the day.
struct HeldMatter {
  casefile::Id id;
  casefile::Ids because_of;  ///< those there who must not be told, or are not in the case; empty: it is not held back
  casefile::Ids absent;      ///< those not there who must not be told
  casefile::Ids statements;  ///< that belong to it, in the order of the file
  friend bool operator==(const HeldMatter&, const HeldMatter&) = default;
};

/// Whether the child's rings are shown, and if not, whose yes is missing.
struct HeldRings {
  bool shown = false;       ///< the child's yes holds for this room (there may be no rings to show)
  casefile::Ids missing;    ///< those there to whom the child has not said yes
  casefile::Ids last_word;  ///< statements: the newest of the child's words on sharing that are known on the day
  friend bool operator==(const HeldRings&, const HeldRings&) = default;
};

/// What one statement says of the conflict between two people who are both there.
struct ConflictWord {
  casefile::Id statement;
  int level = 0;  ///< 1 … 3
  friend bool operator==(const ConflictWord&, const ConflictWord&) = default;
};
struct PresentConflict {
  casefile::Id a, b;               ///< in the order of the case
  int level = 0;                   ///< the highest of what is said
  bool secret = false;             ///< all that is said of it belongs to matters that somebody there must not be told
  std::vector<ConflictWord> said;  ///< the newest of each informant that holds on the day, in the order of the file
  friend bool operator==(const PresentConflict&, const PresentConflict&) = default;
};

/// Of the whole case, what stands behind the picture of a room: not for those who are in it. Everything in the order of
/// the case file.
struct HeldBack {
  std::vector<HeldMatter> matters;
  std::vector<HeldEntry> people;
  std::vector<HeldEntry> households;
  HeldRings rings;
  std::vector<PresentConflict> conflicts;
  casefile::Ids not_to_be_contacted;  ///< are there, and are marked do not contact
  casefile::Ids unknown;              ///< are there, and are nobody in the case
  friend bool operator==(const HeldBack&, const HeldBack&) = default;
};
HeldBack held_back(const casefile::Case& c, std::span<const casefile::Id> present,
                   const casefile::Vocabulary& vocabulary, casefile::Date as_of);

}  // namespace kreds::audience
