/// \file
/// The catalogue of factors (`data/criteria/catalogue.json`): ids, classes, numbers; all words are in the labels.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kreds/analysis/tie_model.hpp"

namespace kreds::ranking {

enum class ItemKind { tie, wish, assessment, fact };
enum class Applies { always, child_can_express_view, child_has_siblings_to_place };

struct Requirement {
  std::string kind;    ///< "definitional", "municipal", "statutory"
  std::string source;  ///< "003.2"
  bool liftable = true;
};

struct Factor {
  std::string id;
  std::string group;
  int importance_class = 1;  ///< 1 is the most important of its group
  ItemKind item_kind = ItemKind::assessment;
  double half_life_months = 12;
  std::array<double, 5> values{};  ///< of levels 0 … 4
  std::optional<Requirement> requirement;
  std::optional<int> alert_at_or_below;
  bool stops_at_zero = false;         ///< level 0 puts the household outside the order until assessed
  std::optional<int> lift_to;         ///< the highest level that support can reach
  std::vector<std::string> measures;  ///< that can lift it
  Applies applies = Applies::always;
  std::vector<std::string> sources;
};

struct Group {
  std::string id;
  int importance_class = 0;  ///< 0 is dominant
  bool dominant = false;
};

/// What somebody can be for the child beyond a foster family.
struct RoleDefinition {
  std::string id;
  std::vector<std::vector<std::string>> factors;  ///< classes, most important first; empty: by rule
  std::vector<std::string> gates;                 ///< "clean_certificates", "prior_relation"
};

/// One class that a municipality's own weighting has put elsewhere.
struct WeightingChange {
  enum class Of { group, factor } of = Of::factor;
  std::string id;
  int was = 0, is = 0;  ///< class: 1 is the most important (of groups: below the dominant one)
  friend bool operator==(const WeightingChange&, const WeightingChange&) = default;
};

/// A weighting of its own: the same factors and groups, some in other classes (`weighting.example.json`).
struct Weighting {
  std::string id, version;
  std::string hash;                      ///< short hash of the file
  std::string decided_by, reason;        ///< who answers for it, and why it differs
  std::vector<WeightingChange> changes;  ///< against the catalogue: groups first; empty: nothing differs
  friend bool operator==(const Weighting&, const Weighting&) = default;
};

struct Catalogue {
  std::string id, version;
  std::string hash;                    ///< short hash of the file
  std::optional<Weighting> weighting;  ///< empty: the catalogue's own classes
  std::vector<Group> groups;           ///< in order of importance
  std::vector<Factor> factors;
  std::vector<RoleDefinition> roles;  ///< all but placement
  double prior_relation_threshold = 0.4;
  analysis::TieModel tie_model;
};

/// With a weighting file, its classes take the place of the catalogue's. What a weighting may not do: add or drop a
/// factor or a group, move a factor to another group, put anything beside or before the relation.
/// Throws document::BadFile for a weighting, and std::runtime_error with file, place and fault for the tool's own data.
Catalogue load_catalogue(const std::string& data_folder, const std::optional<std::string>& weighting_file = {});

const Factor* find_factor(const Catalogue& catalogue, std::string_view id);

}  // namespace kreds::ranking
