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

using document::Argument;
using document::Kind;
using document::Node;

constexpr int lowest_class = 100;  ///< as in the catalogue

document::Arguments named(const char* argument, const std::string& text) {
  return {{argument, Argument::literal(text)}};
}

/// So that a typing mistake cannot pass for a weighting; "x-" keys are the municipality's own.
template <std::size_t n>
void require_known_keys(const Node& object, const std::array<std::string_view, n>& known) {
  for (const Node key : object.children())
    if (std::ranges::find(known, key.key()) == known.end() && !key.key().starts_with("x-"))
      throw document::BadFile({document::fault_at(key.key_place(), "unknown_key", named("key", key.key()))});
}

std::vector<Node> listed(const Node& root, std::string_view key) {
  std::vector<Node> result;
  if (!root.find(key)) return result;
  for (const Node node : member(root, key, Kind::array).children()) {
    if (!node.is(Kind::object)) throw document::BadFile({document::wrong_type(node, Kind::object)});
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
    refuse(node, "weighting_never", named("id", id));
  refuse(node, "weighting_no_factor", named("id", id));
}

/// Item by item: the classes that the file names. `find` gives the place of a class in the catalogue, or fails.
template <class Find>
void change_classes(const Node& root, std::string_view key, WeightingChange::Of of, Weighting& weighting, Find find) {
  std::set<std::string> named_here;
  for (const Node node : listed(root, key)) {
    const std::string id = text(node, "id");
    if (!named_here.insert(id).second) refuse(node, "listed_twice", named("found", id));
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
      refuse(member(root, "factors", Kind::array), "weighting_relation_first", named("id", factor.id));
}

}  // namespace

void apply_weighting(const std::string& path, const std::string& data_folder, Catalogue& catalogue) {
  const document::Document document = parse_or_throw(path);
  const Node root = document.root();
  if (!root.is(Kind::object)) throw document::BadFile({document::wrong_type(root, Kind::object)});
  require_known_keys(root, std::array<std::string_view, 8>{"format", "id", "version", "catalogue", "decided_by",
                                                           "reason", "groups", "factors"});
  if (member(root, "format", Kind::integer).integer() != 1) refuse(*root.find("format"), "only_format_1");

  const Node over = member(root, "catalogue", Kind::object);
  require_known_keys(over, std::array<std::string_view, 2>{"id", "version"});
  if (text(over, "id") != catalogue.id || text(over, "version") != catalogue.version)
    refuse(over, "weighting_catalogue",
           {{"id", Argument::literal(catalogue.id)}, {"version", Argument::literal(catalogue.version)}});

  Weighting weighting{text(root, "id"),         text(root, "version"), document::short_hash(document.text()),
                      text(root, "decided_by"), text(root, "reason"),  {}};
  change_classes(root, "groups", WeightingChange::Of::group, weighting, [&](const Node& node, const std::string& id) {
    const auto group = std::ranges::find(catalogue.groups, id, &Group::id);
    if (group == catalogue.groups.end()) refuse(node, "weighting_no_group", named("id", id));
    if (group->dominant) refuse(node, "weighting_dominant");
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
