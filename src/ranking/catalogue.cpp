#include "kreds/ranking/catalogue.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "data_file.hpp"
#include "kreds/document/hash.hpp"
#include "kreds/ranking/weights.hpp"
#include "weighting.hpp"

namespace kreds::ranking {
namespace {

using document::Kind;
using document::Node;

Group read_group(const Node& node) {
  Group group;
  group.id = text(node, "id");
  group.importance_class = whole_number(node, "class", 0, 100);
  group.dominant = flag(node, "dominant");
  if (group.dominant != (group.importance_class == 0)) fail(node, "class 0 is the dominant group, and no other");
  return group;
}

std::array<double, 5> read_values(const Node& factor) {
  const Node node = member(factor, "values", Kind::array);
  std::array<double, 5> values{};
  if (node.size() != values.size()) fail(node, "one value for each of the levels 0 to 4 was expected");
  std::size_t i = 0;
  for (const Node value : node.children()) {
    if (!value.is(Kind::integer) && !value.is(Kind::real)) fail(value, "a number was expected");
    values[i] = value.number();
    if (values[i] < 0 || values[i] > 1) fail(value, "values lie between 0 and 1");
    // A higher level must never count less: much rests on it, from support to what an answer can change.
    if (i > 0 && values[i] < values[i - 1]) fail(value, "values must not fall with the level");
    ++i;
  }
  return values;
}

Factor read_factor(const Node& node) {
  Factor factor;
  factor.id = text(node, "id");
  factor.group = text(node, "group");
  factor.importance_class = whole_number(node, "class", 1, 100);
  factor.item_kind = one_of<ItemKind>(node, "item_kind",
                                      {{"tie", ItemKind::tie},
                                       {"wish", ItemKind::wish},
                                       {"assessment", ItemKind::assessment},
                                       {"fact", ItemKind::fact}});
  factor.half_life_months = number(node, "half_life_months", 0.1, 1200);
  factor.values = read_values(node);
  if (const auto requirement = nullable(node, "requirement", Kind::object))
    factor.requirement =
        Requirement{text(*requirement, "kind"), text(*requirement, "source"), flag(*requirement, "liftable")};
  if (nullable(node, "alert_at_or_below", Kind::integer))
    factor.alert_at_or_below = whole_number(node, "alert_at_or_below", 0, 4);
  factor.stops_at_zero = flag(node, "stops_at_zero");
  if (factor.stops_at_zero && !factor.alert_at_or_below) fail(node, "what stops at zero must raise an alert as well");
  if (const auto lift = nullable(node, "lift", Kind::object)) {
    factor.lift_to = whole_number(*lift, "max_level", 1, 4);
    factor.measures = texts(*lift, "measures");
  }
  factor.applies = one_of<Applies>(node, "applies",
                                   {{"always", Applies::always},
                                    {"child_can_express_view", Applies::child_can_express_view},
                                    {"child_has_siblings_to_place", Applies::child_has_siblings_to_place}});
  factor.sources = texts(node, "sources");
  return factor;
}

template <class T>
bool has_id(const std::vector<T>& items, std::string_view id) {
  return std::ranges::any_of(items, [&](const T& item) { return item.id == id; });
}

std::vector<Group> read_groups(const Node& root) {
  std::vector<Group> groups;
  for (const Node node : member(root, "groups", Kind::array).children()) {
    Group group = read_group(node);
    if (has_id(groups, group.id)) fail(node, "the group \"" + group.id + "\" stands there twice");
    if (!groups.empty() && group.importance_class < groups.back().importance_class)
      fail(node, "groups stand in order of importance");
    groups.push_back(std::move(group));
  }
  if (std::ranges::count_if(groups, [](const Group& g) { return g.dominant; }) != 1)
    fail(member(root, "groups", Kind::array), "exactly one dominant group was expected");
  return groups;
}

std::vector<Factor> read_factors(const Node& root, const std::vector<Group>& groups) {
  std::set<std::string, std::less<>> measures;
  for (const Node node : member(root, "measures", Kind::array).children()) measures.insert(text(node, "id"));
  std::vector<Factor> factors;
  for (const Node node : member(root, "factors", Kind::array).children()) {
    Factor factor = read_factor(node);
    if (has_id(factors, factor.id)) fail(node, "the factor \"" + factor.id + "\" stands there twice");
    if (!has_id(groups, factor.group)) fail(node, "there is no group \"" + factor.group + "\"");
    for (const std::string& measure : factor.measures)
      if (!measures.contains(measure)) fail(node, "there is no measure \"" + measure + "\"");
    factors.push_back(std::move(factor));
  }
  return factors;
}

std::vector<RoleDefinition> read_roles(const Node& root, const std::vector<Factor>& factors) {
  constexpr std::string_view placement = "placement";  // is what the ranking itself is about
  std::vector<RoleDefinition> roles;
  for (const Node node : member(root, "roles", Kind::array).children()) {
    RoleDefinition role{text(node, "id"), {}, texts(node, "gates")};
    for (const Node importance_class : member(node, "factors", Kind::array).children()) {
      std::vector<std::string>& names = role.factors.emplace_back();
      for (const Node name : importance_class.children()) {
        if (!name.is(Kind::text) || !has_id(factors, name.text())) fail(name, "no such factor");
        names.push_back(name.text());
      }
    }
    if (role.id != placement) roles.push_back(std::move(role));
  }
  return roles;
}

/// What the method leans on whatever a municipality changes: the relation is there, computed, and dominant.
void check_relation(const Node& root, const Catalogue& catalogue) {
  const Node factors = member(root, "factors", Kind::array);
  const auto computed =
      std::ranges::count_if(catalogue.factors, [](const Factor& f) { return f.item_kind == ItemKind::tie; });
  if (computed != 1) fail(factors, "exactly one factor of item_kind tie was expected");
  for (const Factor& factor : catalogue.factors) {
    if (factor.item_kind != ItemKind::tie) continue;
    const auto group = std::ranges::find(catalogue.groups, factor.group, &Group::id);
    if (!group->dominant) fail(factors, "the relation must belong to the dominant group");
  }
}

}  // namespace

Catalogue load_catalogue(const std::string& data_folder, const std::optional<std::string>& weighting_file) {
  const std::string path = data_folder + "/criteria/catalogue.json";
  const document::Document document = parse_or_throw(path);
  const Node root = document.root();
  Catalogue catalogue;
  catalogue.id = text(root, "id");
  catalogue.version = text(root, "version");
  catalogue.hash = document::short_hash(document.text());
  catalogue.groups = read_groups(root);
  catalogue.factors = read_factors(root, catalogue.groups);
  catalogue.roles = read_roles(root, catalogue.factors);
  check_relation(root, catalogue);
  catalogue.prior_relation_threshold = number(member(root, "prior_relation", Kind::object), "threshold", 0, 1);
  catalogue.tie_model = analysis::tie_model_of(document);
  if (weighting_file) apply_weighting(*weighting_file, data_folder, catalogue);
  try {
    std::vector<std::string> all;
    for (const Factor& factor : catalogue.factors) all.push_back(factor.id);
    centroid_weights(catalogue, all);
  } catch (const std::overflow_error&) {
    throw std::runtime_error(weighting_file.value_or(path) + ": too many factors in one group for exact weights");
  }
  return catalogue;
}

const Factor* find_factor(const Catalogue& catalogue, std::string_view id) {
  const auto found = std::ranges::find(catalogue.factors, id, &Factor::id);
  return found == catalogue.factors.end() ? nullptr : &*found;
}

}  // namespace kreds::ranking
