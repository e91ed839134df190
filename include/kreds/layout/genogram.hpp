/// \file
/// The family side of a case as a genogram: what it shows, and where everything stands. Symbols and lines follow
/// McGoldrick, Gerson and Petry, "Genograms" (authors differ in details; the legend says which are used here).
///
/// Who is on it   the child, everybody with a kin or partner relation to anybody, and the adults with whom the child
///                lives now if no parent of the child lives there. Members of the family of whom no relation is told
///                stand in a row of their own. No animals; professionals and friends only with a relation.
/// Nothing guessed  parents who are not told are not drawn: siblings stand under a bracket that hangs from nobody.
///                Somebody whose name is not known is "?"; who may not be shown is not in the audience's case, and no
///                place is kept for them, because a gap would tell that there is somebody (non-interference).
/// Generations    partners and siblings stand in one row, parents above their children. Relations that contradict each
///                other (a couple of two generations) are taken in this order, and one that contradicts those before it
///                is drawn but does not place anybody: parents (biological or not said, adoptive, foster, step; then in
///                the order of the file), couples (current first), parents of the same child, siblings, who cares now.
/// In a row       siblings by age, the oldest left (a hard rule; unknown ages in the order of the file; half-siblings
/// as
///                far as their parents' places allow), couples beside each other, siblings together, earlier partners
///                left of later ones, few crossings, households together: in this order where they contradict.
/// Same everywhere  no random numbers from the library, no fast-math; ids play no part, only the order of the file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kreds/layout/map_layout.hpp"

namespace kreds::layout {

struct GenogramPerson {
  PersonMark mark;  ///< name, role and symbol as on the map
  bool child = false;
  std::string expected_when;               ///< »ventes september 2024«
  std::string born;                        ///< year, if known to the year
  std::string died;                        ///< year, where deaths are marked by a cross
  std::optional<casefile::Date> birth;     ///< for the order among siblings; the middle of a rough date
  std::optional<casefile::Date> birthday;  ///< if known to the day
};

enum class CoupleKind {
  married,
  cohabiting,
  couple,  ///< not told to live together
  separated,
  divorced,
  was_married,  ///< ended, not told how
  was_cohabiting,
  was_couple,
  parents  ///< parents of the same child; whether they were a couple is not told
};

struct CoupleLine {
  std::size_t a = 0, b = 0;  ///< into GenogramContent::people, a < b
  CoupleKind kind = CoupleKind::couple;
  std::vector<std::string> words;       ///< »gift 2010«, »skilt 2017«: one line of text each; only what is known
  std::optional<casefile::Date> began;  ///< or the birth of the eldest child; for the order of partners
};

enum class ChildKind { biological, unspecified, adoptive, foster, step, lives_with };
/// Biological or not said: drawn alike, told apart by nothing but the legend.
bool plain(ChildKind kind);

/// One line from parents to a child: it stands for the relation of each of `parents` to the child.
struct ChildLine {
  std::vector<std::size_t> parents;   ///< one or two
  std::optional<std::size_t> couple;  ///< the couple line it hangs from; empty: from the only parent
  std::size_t child = 0;
  ChildKind kind = ChildKind::unspecified;
  std::string years;                ///< »1992–2001«, where it tells more than the couple line
  std::optional<std::size_t> twin;  ///< number of the group of twins, whose lines meet in a V
};

/// Siblings of whom no shared parent is told.
struct SiblingBracket {
  std::vector<std::size_t> people;  ///< two; more only for full siblings, or if every pair was told
  casefile::SiblingKind kind = casefile::SiblingKind::unspecified;
};

struct GenogramHome {
  std::vector<std::size_t> members;    ///< who live there; by part only if they have no other home
  std::vector<std::size_t> part_time;  ///< who live there by part and have another home as well
};

enum class GenogramMark {
  child,
  square,
  circle,
  diamond,
  dead,
  unknown,
  expected,
  restricted,
  age,
  birth_year,
  birth_and_death_year,
  married,
  cohabiting,
  couple,
  separated,
  divorced,
  was_married,
  was_cohabiting,
  was_couple,
  parents,
  biological,
  unspecified,
  biological_or_unspecified,
  adoptive,
  foster,
  step,
  lives_with,
  twins,
  siblings,
  half_siblings,
  step_siblings,
  foster_siblings,
  household,
  household_apart,
  household_part_time
};

struct GenogramContent {
  MapContent head;  ///< title, note, foot, legend title, language, text alternative; no people, lines, households
  std::string loose_caption;
  std::vector<GenogramPerson> people;  ///< in the order of the file
  std::vector<CoupleLine> couples;
  std::vector<ChildLine> children;
  std::vector<SiblingBracket> siblings;
  std::vector<GenogramHome> homes;  ///< with two people or more on the genogram
  std::vector<std::size_t> loose;   ///< in the family, relation not told
};

/// The case must already be the audience's, and the network built from it.
GenogramContent genogram_content(const casefile::Case& c, const network::EgoNetwork& network,
                                 const ContentRequest& request, const labels::Labels& labels);

struct PlacedRelative {
  int row = 0;  ///< 0 is the oldest generation of the family
  Point symbol;
  double radius = 0;
  Box label;
  std::vector<TextLine> lines;  ///< name, role
  bool shortened = false;
  std::optional<TextLine> age, born, aside;  ///< in the symbol; upper left; upper right: death, years, marks
  int mark = 0;                              ///< as HouseholdOutline::mark
};

struct PlacedCouple {
  Polygon path;  ///< from the symbol of a to that of b
  Point slash;   ///< where slashes stand, on a level stretch
  std::vector<TextLine> words;
};

struct PlacedChildLine {
  Polygon stem;              ///< from the parents to where the brothers and sisters part; may be shared
  std::vector<Polygon> own;  ///< on to the child; pieces that no other line of the same form covers
};

struct GenogramRow {
  GenogramMark mark;
  std::string text;
  Point at;  ///< centre of the sample
  std::vector<TextLine> lines;
};

struct GenogramLayout {
  Sheet sheet;
  double name_pt = 0, role_pt = 0, small_pt = 0;
  std::vector<PlacedRelative> people;        ///< aligned with GenogramContent::people
  std::vector<PlacedCouple> couples;         ///< aligned with couples
  std::vector<PlacedChildLine> children;     ///< aligned with children
  std::vector<Polygon> siblings;             ///< aligned with siblings
  std::vector<HouseholdOutline> households;  ///< household: into GenogramContent::homes
  std::vector<TextLine> texts;
  std::vector<GenogramRow> legend;
  Box legend_box;
};

/// Throws NoRoom if even the smallest letters do not fit.
GenogramLayout lay_out_genogram(const GenogramContent& content, const Sheet& sheet, const MeasureText& measure,
                                const labels::Labels& labels);

}  // namespace kreds::layout
