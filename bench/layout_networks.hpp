/// \file
/// Made-up networks for figures about the layout: seeded, the same on every machine, and like real ones where it
/// matters. Asking for more people adds some and changes nobody before them.
///
/// People    households of one to five (couple, children in order of age) in the family and among friends; single
///           people at school and among professionals. Areas 46 % family, 22 % friends, 17 % school, 15 %
///           professionals. Housemates share an area; three of four also a ring, the others stand one ring farther out.
///           6 % are not placed yet.
/// Names     one or two words, 3 to about 20 letters; what they are to the child in 4 to 18 letters.
/// Lines     about 1.3 a person: kin between households of the family (each joined to an earlier one), and ties. What
/// is
///           known of ties was told by somebody, mostly by one of the two: three of four ties have one of a few
///           informants at an end, the earlier ones (parents, grandparents) more often. Of the rest 70 % are within the
///           area and then mostly to people told of at about the same time.
/// Spread    the same without informants: ties between anybody. No case looks so; it is harder to draw.
#pragma once

#include <algorithm>
#include <array>
#include <string>

#include "kreds/layout/map_layout.hpp"
#include "support/dice.hpp"

namespace kreds::bench {

struct NetworkMaker {
  std::uint64_t seed = 1;
  int rings = 5;
  double not_placed = 0.06;
  bool ties = true;        ///< a family's map has kin lines only
  bool informants = true;  ///< or ties between anybody

  layout::MapContent operator()(std::size_t others) const {
    using namespace layout;
    MapContent content;
    content.title = "Menneskerne omkring Liam";
    content.subtitle = "23. april 2024";
    content.date = "2024-04-23";
    content.rings_note = "Liam har selv lagt brikkerne. Jo tættere på midten, jo tættere på Liam.";
    content.not_placed_caption = "Ikke lagt på kortet endnu";
    content.legend_title = "Sådan læses kortet";
    content.lang = "da";
    content.sectors = {"Familie", "Venner og naboer", "Skole og fritid", "Fagpersoner"};
    content.rings = rings;
    content.foot = {"Bygger på 7 samtaler", "Version 1234abcd"};
    content.description = "Et kort";
    content.people.resize(1);
    content.people[0].id = "liam";
    content.people[0].name = "Liam";
    for (std::uint64_t party = 0; content.people.size() <= others; ++party) add_party(content, party, others);
    return content;
  }

 private:
  static double share(testing::Dice& dice) { return static_cast<double>(dice.next() >> 11U) * 0x1p-53; }

  void add_party(layout::MapContent& content, std::uint64_t party, std::size_t others) const {
    using namespace layout;
    testing::Dice dice(seed * 1000003 + party);
    const double area = share(dice);
    const std::size_t sector = area < 0.42 ? 0 : area < 0.62 ? 1 : area < 0.82 ? 2 : 3;
    const double closeness = share(dice);
    const int ring = 1 + std::min(rings - 1, static_cast<int>(closeness * rings));
    const bool placed = share(dice) >= not_placed;
    const std::array<int, 10> family_sizes = {1, 1, 2, 2, 3, 3, 4, 4, 5, 2},
                              friend_sizes = {1, 1, 1, 1, 2, 2, 3, 1, 1, 2};
    const int size = sector == 0 ? dice.one_of(family_sizes) : sector == 1 ? dice.one_of(friend_sizes) : 1;
    const bool couple = size >= 2 && dice.chance(70);
    HouseholdMark household{"h" + std::to_string(party), "", {}, false, false, {}};
    for (int k = 0; k < size; ++k) {
      testing::Dice own(seed * 7919 + party * 64 + static_cast<std::uint64_t>(k) + 17);
      PersonMark person = described(own, sector);
      if (content.people.size() > others) break;
      const std::size_t index = content.people.size();
      person.adult = k < (couple ? 2 : 1);
      person.age = person.adult ? 30 + own.between(0, 30) : 16 - 3 * (k - 1) + own.between(0, 1);
      const bool farther = own.chance(25);
      if (rings > 0 && placed) person.ring = std::min(rings, ring + (farther && k > 0 ? 1 : 0));
      person.id = "p" + std::to_string(index);
      person.known_since = static_cast<int>(index / 8);
      content.people.push_back(person);
      household.members.push_back(index);
      if (k == 0 && sector == 0) join_family(content, index, dice);
      if (ties) add_ties(content, index, own);
    }
    if (household.members.size() < 2) return;
    if (couple) household.couples.emplace_back(household.members[0], household.members[1]);
    content.households.push_back(household);
  }

  static layout::PersonMark described(testing::Dice& dice, std::size_t sector) {
    static const std::array<const char*, 28> first = {
        "Karen",  "Ole",    "Mikkel",      "Anna",  "Oskar",       "Emma",        "Noah",
        "Line",   "Mette",  "Henrik",      "Trine", "Dennis",      "Peter",       "Camilla",
        "Jonas",  "Sara",   "Abdulrahman", "Åse",   "Bente-Marie", "Christoffer", "Fatima",
        "Guðrún", "Jørgen", "Søren",       "Ida",   "Bo",          "Elisabeth",   "Muhammed"};
    static const std::array<const char*, 10> last = {"Holm",     "Østergaard", "Lund", "Andersen",  "Bech",
                                                     "Sørensen", "Kjær",       "Dam",  "Mortensen", "Ali"};
    static const std::array<std::array<const char*, 6>, 4> roles = {
        {{"mormor", "morbror", "kusine", "mosters mand", "fars fætter", "halvsøster"},
         {"bedsteven", "nabo", "Oskars mor", "mors veninde", "legekammerat", "fra den gamle vej"},
         {"klasselærer", "fodboldtræner", "pædagog i SFO", "klassekammerat", "pedel", "spejderleder"},
         {"familierådgiver", "sundhedsplejerske", "psykolog", "kontaktperson", "læge", "aflastning"}}};
    layout::PersonMark person;
    person.name = dice.one_of(first);
    if (dice.chance(30)) person.name += std::string(" ") + dice.one_of(last);
    person.role = dice.one_of(roles[sector]);
    person.shape = static_cast<layout::Shape>(dice.between(0, 2));
    person.sector = sector;
    person.professional = sector == 3;
    return person;
  }

  /// A household's first person is the child, brother or sister of somebody earlier in the family.
  static void join_family(layout::MapContent& content, std::size_t index, testing::Dice& dice) {
    std::vector<std::size_t> earlier;
    for (std::size_t i = 1; i < index; ++i)
      if (content.people[i].sector == 0 && content.people[i].adult) earlier.push_back(i);
    if (earlier.empty()) return;
    const std::size_t other = dice.one_of(earlier);
    content.lines.push_back(
        {other, index, dice.chance(65) ? layout::LineKind::parent : layout::LineKind::siblings, 0.5});
    if (earlier.size() > 2 && dice.chance(35)) {
      const std::size_t second = dice.one_of(earlier);
      if (second != other) content.lines.push_back({second, index, layout::LineKind::siblings, 0.5});
    }
  }

  /// Whether somebody was asked: the first grown-up of the family and about one of six others who are no professionals.
  bool told(const layout::MapContent& content, std::size_t index) const {
    const layout::PersonMark& person = content.people[index];
    return person.adult && !person.professional && (index == 1 || testing::Dice(seed * 31 + index).chance(16));
  }

  void add_ties(layout::MapContent& content, std::size_t index, testing::Dice& dice) const {
    using layout::LineKind;
    static const std::array<LineKind, 6> kinds = {LineKind::strong, LineKind::normal, LineKind::normal,
                                                  LineKind::normal, LineKind::weak,   LineKind::conflict};
    const int count = std::array<int, 6>{0, 1, 1, 1, 2, 2}[static_cast<std::size_t>(dice.between(0, 5))];
    for (int t = 0; t < count && index > 1; ++t) {
      std::vector<std::size_t> others;
      const bool by_informant = informants && dice.chance(75), within = !by_informant && dice.chance(70);
      for (std::size_t i = 1; i < index; ++i)
        if (by_informant ? told(content, i) : !within || content.people[i].sector == content.people[index].sector)
          others.push_back(i);
      if (others.empty()) continue;
      const std::size_t one = dice.one_of(others), another = dice.one_of(others);
      // The earlier informant; else the one told of later: ties are to people of the same time more often.
      const std::size_t other = by_informant ? std::min(one, another) : within ? std::max(one, another) : one;
      const bool known = std::any_of(content.lines.begin(), content.lines.end(),
                                     [&](const layout::Line& line) { return line.a == other && line.b == index; });
      if (!known) content.lines.push_back({other, index, dice.one_of(kinds), share(dice)});
    }
  }
};

}  // namespace kreds::bench
