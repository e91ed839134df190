/// \file
/// Whom or what somebody means: entries called by id or by name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kreds/casefile/case.hpp"
#include "kreds/casefile/entry_fields.hpp"

namespace kreds::editing {

struct Meant {
  casefile::Id id;                 ///< empty if it is not plain
  casefile::Ids several;           ///< all that it could be, if it is more than one
  std::vector<std::string> known;  ///< the names and ids that there are, if it is none
};

/// In this order, the first that fits any entry: id, letter by letter; whole name; first name; what the person is to
/// the child, by role or in words; id. A household also by one who lives there (and no longer does in none); an
/// interview also by its day; a matter by its title. But for the id that comes first, capital and small letters are the
/// same. Who was withdrawn is called by id only.
Meant meant(const casefile::Case& c, casefile::Refers wanted, std::string_view called);

/// In small letters; Danish and other letters of Latin-1 too.
std::string lower(std::string_view text);
std::string trimmed(std::string_view text);
/// Parted by a character, each part trimmed; parts without letters are left out.
std::vector<std::string> parted(std::string_view text, char by);

}  // namespace kreds::editing
