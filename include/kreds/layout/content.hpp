/// \file
/// What a map shows, in words and marks, before anything has a place: made from the network of the case that the
/// audience may know.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kreds/analysis/tie_strength.hpp"
#include "kreds/audience/audience.hpp"
#include "kreds/labels/labels.hpp"
#include "kreds/network/ego_network.hpp"

namespace kreds::layout {

enum class Shape { circle, square, diamond, star };

/// What is different from another map.
enum class Change { none, came, went, closer, further };

struct PersonMark {
  std::string id;    ///< of the case: for the order of ties and seeds; never drawn
  std::string name;  ///< what is written; never empty
  std::string role;  ///< what the person is to the child; may be empty
  Shape shape = Shape::circle;
  bool dead = false;        ///< a cross through the symbol (»død 2021« in the role for a family)
  bool unknown = false;     ///< "?" in the symbol
  bool expected = false;    ///< not born yet
  bool not_asked = false;   ///< known of, never heard or described: hollow
  bool restricted = false;  ///< marked do not show; drawn for professionals only
  bool adult = true;
  bool professional = false;  ///< these are the first to be folded where a sheet is full
  std::optional<int> age;
  std::size_t sector = 0;          ///< into MapContent::sectors
  std::optional<int> ring;         ///< 1 …; empty: not laid on the map (if the map has rings)
  bool outside = false;            ///< why not: the viewpoint said that the person is not in the network
  Change change = Change::none;    ///< on a map that is compared with another
  std::string change_words;        ///< the same in words, beside the name
  std::optional<int> ring_before;  ///< for closer and further
  int known_since = 0;  ///< rank of the interview that first told of the person: earlier ones are placed first
};

enum class LineKind {
  strong,
  normal,
  weak,
  conflict,
  broken,
  parent,
  foster_parent,
  partners,
  former_partners,
  siblings
};
bool is_kin(LineKind kind);

struct Line {
  std::size_t a, b;
  LineKind kind = LineKind::normal;
  double strength = 0.5;  ///< of a tie, in [0, 1]: its width
  friend bool operator==(const Line&, const Line&) = default;
};

struct HouseholdMark {
  std::string id;
  std::string name;
  std::vector<std::size_t> members;  ///< on the map, without the child
  bool with_child = false;           ///< the child lives there
  bool candidate = false;
  std::vector<std::pair<std::size_t, std::size_t>> couples = {};  ///< members who are partners today
};

enum class LegendMark {
  child,
  circle,
  square,
  diamond,
  star,
  dead,
  unknown,
  expected,
  not_asked,
  restricted,
  line_strong,
  line_normal,
  line_weak,
  line_conflict,
  line_broken,
  line_parent,
  line_foster_parent,
  line_partners,
  line_former_partners,
  line_siblings,
  household,
  household_apart,
  home_with_child,
  candidate,
  came,
  went,
  moved
};

struct LegendEntry {
  LegendMark mark;
  std::string text;
};

struct MapContent {
  std::string title;
  std::string subtitle;            ///< the day of the map, in words
  std::string date;                ///< the same, ISO
  std::vector<std::string> foot;   ///< sources, version, author
  std::string rings_note;          ///< »Afstanden til midten betyder ikke noget her«, or how to read the rings
  std::string not_placed_caption;  ///< above those whom nobody has laid on the map yet
  std::string outside_caption;     ///< above those of whom it was said that they are not in the network
  std::string legend_title;
  std::string description;           ///< a text alternative of the picture, without more than the picture shows
  std::vector<std::string> sectors;  ///< captions, in order round the map
  int rings = 0;                     ///< 0: everybody at the same distance
  std::size_t ego = 0;
  std::vector<PersonMark> people;  ///< aligned with network.people
  std::vector<Line> lines;
  std::vector<HouseholdMark> households;
  bool plain_words = false;         ///< as a family says it
  bool between_informants = false;  ///< what is compared, if anything is
  std::string lang;                 ///< "da", "en"
};

struct ContentRequest {
  audience::Audience audience;
  std::string title;         ///< empty: the default for the audience
  std::string seen_by = {};  ///< id of the informant whose words alone the case holds; empty: of all
};

/// The case must already be the audience's; strengths are aligned with network.ties.
MapContent map_content(const casefile::Case& c, const network::EgoNetwork& network,
                       const std::vector<analysis::TieStrength>& strengths, const ContentRequest& request,
                       const labels::Labels& labels);

/// Exactly the marks that occur, in the order of LegendMark; `apart` are households drawn by mark, not outline.
std::vector<LegendEntry> legend(const MapContent& content, bool some_household_apart, bool some_household_outlined,
                                const labels::Labels& labels);

/// A text made safe to draw: controls, bidi overrides and invisible characters are taken out, at most four combining
/// marks stay on one letter, white space is one space; names in Arabic or Hebrew letters stay. May become empty.
std::string drawable(const std::string& text);

/// What a person is to the child, in words: the child's own word, the role's label, else nothing.
std::string role_in_words(const network::Member& member, const labels::Labels& labels);
/// The name to write: »navn ukendt« where it is not known.
std::string name_in_words(const network::Member& member, const labels::Labels& labels);
/// The household's name, else its adults' names joined.
std::string household_in_words(const network::Household& household, const network::EgoNetwork& network,
                               const labels::Labels& labels);

}  // namespace kreds::layout
