/// \file
/// Maps of any size for tests and figures: seeded, the same on every machine (own random numbers).
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "kreds/layout/map_layout.hpp"
#include "support/dice.hpp"

namespace kreds::testing {

/// In [0, 1).
inline double share(Dice& dice) {
  return static_cast<double>(dice.next() >> 11U) * 0x1p-53;
}

/// A network of `others` people besides the child: half of them family, households of two to four, kin lines within
/// families and a few ties across. Nobody is added or changed before person i by asking for more people than i.
inline layout::MapContent random_content(std::uint64_t seed, std::size_t others, int rings = 5) {
  using namespace layout;
  static const std::array<const char*, 24> names = {
      "Karen",       "Ole",         "Mikkel", "Anna",   "Oskar",   "Emma",  "Noah", "Line",        "Mette",
      "Henrik",      "Trine",       "Dennis", "Peter",  "Camilla", "Jonas", "Sara", "Abdulrahman", "Østergaard Åse",
      "Bente-Marie", "Christoffer", "Fatima", "Guðrún", "Jørgen",  "Søren"};
  static const std::array<const char*, 12> roles = {"mormor",        "mormors mand", "papfar", "bedsteven",
                                                    "kusine",        "fætter",       "moster", "klasselærer",
                                                    "pædagog i SFO", "Oskars mor",   "nabo",   "mors veninde"};
  MapContent content;
  content.title = "Menneskerne omkring Liam";
  content.subtitle = "23. april 2024";
  content.date = "2024-04-23";
  content.rings_note = "Liam har selv lagt brikkerne.";
  content.not_placed_caption = "Ikke lagt på kortet endnu";
  content.legend_title = "Sådan læses kortet";
  content.lang = "da";
  content.sectors = {"Familie", "Venner og fritid", "Skole", "Fagpersoner"};
  content.rings = rings;
  content.foot = {"Bygger på 7 samtaler", "Version 1234abcd"};
  content.people.resize(others + 1);
  content.people[0].name = "Liam";
  content.people[0].id = "liam";
  for (std::size_t i = 1; i <= others; ++i) {
    Dice dice(seed * 1000003 + i);  // one stream per person: adding people changes nobody
    PersonMark& person = content.people[i];
    person.id = "p" + std::to_string(i);
    person.name = dice.one_of(names);
    person.role = dice.one_of(roles);
    person.shape = static_cast<Shape>(dice.between(0, 2));
    const double area = share(dice), closeness = share(dice);
    person.sector = area < 0.48 ? 0 : area < 0.7 ? 1 : area < 0.87 ? 2 : 3;
    if (rings > 0 && share(dice) > 0.06)
      person.ring = 1 + static_cast<int>(closeness * closeness * 0.2 + closeness * 0.8 * rings) % rings;
    person.known_since = static_cast<int>(i / 8);
    // A family of up to four around every fifth person.
    const std::size_t first = i - i % 5;
    if (i % 5 != 0 && i % 5 <= 3 && first >= 1) {
      person.sector = content.people[first].sector;
      person.ring = content.people[first].ring;
      content.lines.push_back({first, i, i % 5 == 1 ? LineKind::partners : LineKind::parent, 0.5});
    }
    if (share(dice) < 0.35 && i > 1) {
      const auto other = static_cast<std::size_t>(dice.between(1, static_cast<int>(i) - 1));
      const std::array<LineKind, 5> kinds = {LineKind::strong, LineKind::normal, LineKind::normal, LineKind::weak,
                                             LineKind::conflict};
      content.lines.push_back({other, i, dice.one_of(kinds), share(dice)});
    }
  }
  for (std::size_t first = 5; first + 1 <= others; first += 5) {
    HouseholdMark household{"h" + std::to_string(first), "", {}, false, false};
    for (std::size_t i = first; i <= std::min(others, first + 3); ++i) household.members.push_back(i);
    content.households.push_back(household);
  }
  content.description = "Et kort";
  return content;
}

/// A measure that needs no fonts: about the width of a humanist sans-serif.
inline double plain_width(const std::string& text, layout::Face face, double size_pt) {
  std::size_t letters = 0;
  for (char c : text) letters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return static_cast<double>(letters) * size_pt * (face == layout::Face::bold ? 0.56 : 0.53);
}

}  // namespace kreds::testing
