/// \file
/// The ego network of a child on a day: people, ties with the evidence for each part, kinship, households, and
/// where the viewpoint placed people. Computed from the statements of a case; nothing is guessed.
///
/// Shapes  `people[ego]` is the child; all other indices below refer to `people`, which keeps the order of the file.
/// Whose map  with at least one current ring from the child it is the child's map and only the child's rings count;
///            otherwise it is the network as the adults see it. The two are never mixed.
/// Animals and the dead are people of the map, but have `counted == false` (not in size, density, cut persons,
/// strength).
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "kreds/casefile/vocabulary.hpp"
#include "kreds/network/evidence.hpp"

namespace kreds::network {

using Index = std::size_t;  ///< into EgoNetwork::people

struct Unanswered {
  casefile::NoValue why;
  StatementRef from;
  friend bool operator==(const Unanswered&, const Unanswered&) = default;
};

/// The six parts of a tie (method §1.2), in the order of their weights.
enum class Part { closeness, emotional, caregiving, harmony, frequency, duration };
inline constexpr std::size_t part_count = 6;

/// Caregiving also follows from where the child lived full time: three months or more, or now, in the household of an
/// adult is its highest level, on the word of who told of the child's residence; a caregiving level typed in from the
/// same interview or a later one takes its place.
struct TiePart {
  bool applicable = true;              ///< caregiving is not, between two others than the child and an adult
  std::vector<Evidence> current;       ///< the latest of each informant
  std::vector<Evidence> history;       ///< what these replaced
  std::vector<Unanswered> unanswered;  ///< asked without a value; the latest of each informant
  friend bool operator==(const TiePart&, const TiePart&) = default;
};

struct Tie {
  Index a, b;  ///< a < b; undirected
  std::array<TiePart, part_count> parts;
  /// Emotional 0 or conflict 3, said by the child or first-hand by a professional, between the child and somebody.
  std::vector<StatementRef> unsafe;
  std::vector<StatementRef> statements;  ///< all that speak of this tie
  const TiePart& part(Part p) const { return parts[static_cast<std::size_t>(p)]; }
  friend bool operator==(const Tie&, const Tie&) = default;
};

struct Member {
  casefile::Person person;
  std::string sector;  ///< as said, else of the role, else of kin or professional; empty: not known (and the child)
  bool professional = false;
  bool counted = true;
  bool dead = false;       ///< on the day
  std::optional<int> age;  ///< whole years on the day, from the middle of a rough birth date
  bool adult = true;       ///< 18 or more; unknown age counts as adult unless the role is a child's; no animal
  /// As the viewpoint placed the person. Where adults differ: the most reliable informant's (first-hand before hearsay,
  /// then professionals before others), of these the latest, of these the lowest statement id.
  std::optional<int> ring;
  bool outside = false;  ///< the viewpoint said: not in my network
  std::string ring_words;
  std::vector<StatementRef> placed_by;  ///< the statement that placed the person, then those that agree with it
  friend bool operator==(const Member&, const Member&) = default;
};

enum class Viewpoint { child, adults, none };  ///< none: nobody placed anybody

struct Resident {
  Index person;
  bool part_time = false;
  std::string words;
  casefile::Period held;
  StatementRef from;
  friend bool operator==(const Resident&, const Resident&) = default;
};

struct Household {
  Id id;
  std::string name;                 ///< the file's; empty: to be named at the edge after those who live there
  std::vector<Resident> residents;  ///< on the day, children expected included; by index
  std::vector<Resident> former;     ///< no longer on the day
  std::string place;
  std::optional<double> school_km;
  bool candidate = false;
  std::optional<casefile::ApproximateDate> candidate_since;
  std::optional<Index> carer;  ///< the primary carer, if named
  bool child_lives_here = false;
  std::vector<StatementRef> statements;
  friend bool operator==(const Household&, const Household&) = default;
};

struct Parentage {
  Index parent, child;
  casefile::ParentKind kind;
  casefile::Period held;
  StatementRef from;
  friend bool operator==(const Parentage&, const Parentage&) = default;
};

struct Partnership {
  Index a, b;
  casefile::PartnerKind kind;  ///< the latest that holds or held
  bool current = true;
  casefile::Period held;
  StatementRef from;
  friend bool operator==(const Partnership&, const Partnership&) = default;
};

struct SiblingLink {
  Index a, b;
  casefile::SiblingKind kind;
  StatementRef from;
  friend bool operator==(const SiblingLink&, const SiblingLink&) = default;
};

struct EgoNetwork {
  Date as_of;
  Index ego = 0;
  int rings = 5;
  Viewpoint viewpoint = Viewpoint::none;
  std::vector<std::string> sectors;  ///< ids, in order round the map
  std::vector<Member> people;
  std::vector<Tie> ties;              ///< ordered by (a, b), one per pair
  std::vector<Household> households;  ///< in the order of the file
  /// One per pair of people: the latest that nobody denied on the same day or later, a kind before »unspecified«.
  std::vector<Parentage> parentages;
  std::vector<Partnership> partnerships;
  std::vector<SiblingLink> siblings;  ///< said; who shares a parent among `parentages` is not repeated here
  std::vector<Index> custody;         ///< parents who have custody
  friend bool operator==(const EgoNetwork&, const EgoNetwork&) = default;
};

/// The network as the (already filtered) case tells it on a day. Statements made later, withdrawn or corrected by then
/// are passed over. The order of statements within a day changes nothing. About linear in the size of the case.
EgoNetwork build_network(const casefile::Case& c, const casefile::Vocabulary& vocabulary, Date as_of);

std::optional<Index> index_of(const EgoNetwork& network, std::string_view person_id);
const Tie* tie_between(const EgoNetwork& network, Index a, Index b);

/// Which kind of informant somebody is when speaking about the given people or household. Reads the whole case: for
/// many questions build `Informants` (informants.hpp) once.
InformantKind informant_kind(const casefile::Case& c, const casefile::Vocabulary& vocabulary, const Id& informant,
                             const Ids& about, Date day);

/// The latest statement of each informant on one item, and the others, both by day said and id. Latest is what holds
/// longest, then what was said last, then the lowest id. A joint statement stays as long as it is the latest of one of
/// its informants; all observations together are one informant.
struct Latest {
  std::vector<Evidence> current, replaced;
};
Latest latest_of_each(std::vector<Evidence> all);

}  // namespace kreds::network
