#include "weighting.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include "data_file.hpp"
#include "kreds/casefile/vocabulary.hpp"
#include "kreds/document/hash.hpp"

namespace kreds::ranking {
namespace {

using document::Kind;
using document::Node;

constexpr int lowest_class = 100;  ///< as in the catalogue

/// So that a typing mistake cannot pass for a weighting; "x-" keys are the municipality's own.
template <std::size_t n>
void require_known_keys(const Node& object, const std::array<std::string_view, n>& known) {
  for (const Node key : object.children())
    if (std::ranges::find(known, key.key()) == known.end() && !key.key().starts_with("x-"))
      fail(key.key_place(), "unknown key \"" + key.key() + "\"");
}

std::vector<Node> listed(const Node& root, std::string_view key) {
  std::vector<Node> result;
  if (!root.find(key)) return result;
  for (const Node node : member(root, key, Kind::array).children()) {
    if (!node.is(Kind::object)) fail(node, "an object was expected");
    require_known_keys(node, std::array<std::string_view, 2>{"id", "class"});
    result.push_back(node);
  }
  return result;
}

/// Why there is no such factor: because nobody may weigh it, or because nobody knows it.
[[noreturn]] void refuse_factor(const Node& node, const std::string& id, const std::string& data_folder) {
  std::string plain;
  for (const char c : id)
    if (c != '_' && c != '-' && c != ' ') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (casefile::load_vocabulary(data_folder).never_use.contains(plain))
    fail(node, "\"" + id + "\" must never count: a weighting cannot bring it in");
  fail(node, "there is no factor \"" + id + "\" in the catalogue, and a weighting cannot add one");
}

/// Item by item: the classes that the file names. `find` gives the place of a class in the catalogue, or fails.
template <class Find>
void change_classes(const Node& root, std::string_view key, WeightingChange::Of of, Weighting& weighting, Find find) {
  std::set<std::string> named_here;
  for (const Node node : listed(root, key)) {
    const std::string id = text(node, "id");
    if (!named_here.insert(id).second) fail(node, "\"" + id + "\" stands there twice");
    int& its_class = find(node, id);
    const int wanted = whole_number(node, "class", 1, lowest_class);
    if (wanted != its_class) weighting.changes.push_back({of, id, its_class, wanted});
    its_class = wanted;
  }
}

/// The relation carries: of its own group it stays before the rest.
void require_relation_first(const Node& root, const Catalogue& catalogue) {
  const auto relation = std::ranges::find(catalogue.factors, ItemKind::tie, &Factor::item_kind);
  for (const Factor& factor : catalogue.factors)
    if (factor.group == relation->group && factor.id != relation->id &&
        factor.importance_class <= relation->importance_class)
      fail(member(root, "factors", Kind::array),
           "\"" + factor.id + "\" would stand beside or before \"" + relation->id + "\": the relation must stay first");
}

}  // namespace

void apply_weighting(const std::string& path, const std::string& data_folder, Catalogue& catalogue) {
  const document::Document document = parse_or_throw(path);
  const Node root = document.root();
  if (!root.is(Kind::object)) fail(root, "an object was expected");
  require_known_keys(root, std::array<std::string_view, 8>{"format", "id", "version", "catalogue", "decided_by",
                                                           "reason", "groups", "factors"});
  if (member(root, "format", Kind::integer).integer() != 1) fail(*root.find("format"), "only format 1 is known");

  const Node over = member(root, "catalogue", Kind::object);
  require_known_keys(over, std::array<std::string_view, 2>{"id", "version"});
  if (text(over, "id") != catalogue.id || text(over, "version") != catalogue.version)
    fail(over, "written for another catalogue than \"" + catalogue.id + "\", version " + catalogue.version);

  Weighting weighting{text(root, "id"),         text(root, "version"), document::short_hash(document.text()),
                      text(root, "decided_by"), text(root, "reason"),  {}};
  change_classes(root, "groups", WeightingChange::Of::group, weighting, [&](const Node& node, const std::string& id) {
    const auto group = std::ranges::find(catalogue.groups, id, &Group::id);
    if (group == catalogue.groups.end()) fail(node, "there is no group \"" + id + "\", and a weighting cannot add one");
    if (group->dominant) fail(node, "the relation's group stays before all others together: it has no class to change");
    return std::ref(group->importance_class);
  });
  change_classes(root, "factors", WeightingChange::Of::factor, weighting, [&](const Node& node, const std::string& id) {
    const auto factor = std::ranges::find(catalogue.factors, id, &Factor::id);
    if (factor == catalogue.factors.end()) refuse_factor(node, id, data_folder);
    return std::ref(factor->importance_class);
  });
  if (root.find("factors")) require_relation_first(root, catalogue);
  std::ranges::stable_sort(catalogue.groups, {}, &Group::importance_class);
  catalogue.weighting = std::move(weighting);
}

}  // namespace kreds::ranking
