/// \file
/// What lies on the table after a conversation with the child, in one line:
///   "inderst: mormor Karen, Mikkel; så: Ole, mor; længere ude: Henrik fra SFO'en"
///   "Inderst: mormor Karen (62) og Mikkel. Så: kæresten Mathias."
/// These people are placed, in these rings, by the child; nobody else, and nothing is guessed. Whoever is not in the
/// case yet is added with what the line says. What can be understood in two ways is a fault; so is a name that may be
/// that of somebody known, spelt otherwise (Karin, where there is a Karen). "ny:Karin" says that it is somebody new.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "kreds/editing/edit.hpp"

namespace kreds::editing {

/// What the child's words for a ring mean, in small letters: 1 is inmost, 0 is »not in my network«. Numbers are known.
using RingWords = std::map<std::string, int>;

struct CircleWords {
  RingWords rings;
  std::vector<std::string> somebody_new;  ///< in small letters: "ny"
  std::vector<std::string> between;       ///< between two people, beside commas: "og"
  std::vector<std::string> endings;       ///< that a role may have in a sentence: "en" of »kæresten«
};

/// What nobody has said yet about somebody who was placed; keys of the format ("role", "birth", "household" …).
struct StillMissing {
  casefile::Id person;
  std::vector<std::string> keys;
};

struct Placed {
  Edited edited;
  std::vector<StillMissing> missing;
  casefile::Ids not_placed;  ///< people of the case that the child has never placed
};

/// Into a new conversation with the child (`interview` gives its keys; today and kind "other" unless given), or into
/// the one that `interview` names under "interview", in which the child must have been heard.
Placed place_circles(const Draft& draft, const std::string& line, const GivenFields& interview,
                     const CircleWords& words, const Desk& desk);

}  // namespace kreds::editing
