/// \file
/// The terms that are data: roles, sectors, factors, support measures, and what may never be computed with.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "kreds/document/diagnostic.hpp"

namespace kreds::casefile {

/// What a person can be to the child.
struct RoleTerm {
  std::string id;  ///< as it stands in the file, e.g. "mormor"; its words are `role.<id>` in the labels
  std::string sector;
  bool professional = false;
  bool child = false;   ///< usually a child itself (kusine, bedsteven); used only where the age is unknown
  bool parent = false;  ///< the child's own mother or father; not step or foster
};

struct FactorTerm {
  std::string id;
  std::string item_kind;                              ///< "tie", "wish", "assessment", "fact"
  std::set<std::string, std::less<>> lifted_by = {};  ///< support measures that can lift it
};

struct SectorSet {
  std::string id;
  std::vector<std::string> sectors;  ///< ids, in their order round the map, clockwise from the top left
};

struct Vocabulary {
  std::map<std::string, RoleTerm, std::less<>> roles;
  std::map<std::string, FactorTerm, std::less<>> factors;
  std::set<std::string, std::less<>> measures;
  std::set<std::string, std::less<>> offer_roles;  ///< roles of the catalogue (respite, contact …)
  std::map<std::string, SectorSet, std::less<>> sector_sets;
  /// Keys that are refused with a reason: key (lower case) → label of the reason.
  std::map<std::string, std::string, std::less<>> never_use;
};

/// Reads `<data>/roles.json`, `<data>/sectors.json`, `<data>/criteria/catalogue.json`,
/// `<data>/criteria/never_use.json`. Throws std::runtime_error, naming file and fault, if one cannot be used: they are
/// part of the program.
Vocabulary load_vocabulary(const std::string& data_folder);

}  // namespace kreds::casefile
