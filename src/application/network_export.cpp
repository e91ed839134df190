#include "kreds/application/network_export.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "data_values.hpp"
#include "kreds/application/csv.hpp"
#include "kreds/casefile/terms.hpp"
#include "kreds/casefile/write.hpp"
#include "kreds/document/encoding.hpp"
#include "ranking_terms.hpp"
#include "wording.hpp"

namespace kreds::application {
namespace {

using document::Array;
using document::Object;
using document::Value;
using network::Index;
using network::Part;

using AttributeValue = std::variant<bool, int, double, std::string>;
struct Attribute {
  std::string name;
  AttributeValue value;
};
using Attributes = std::vector<Attribute>;

struct Node {
  std::string id;
  Attributes attributes;
};
struct Edge {
  std::string a, b;
  Attributes attributes;
};
struct Graph {
  Attributes about;
  std::vector<Node> nodes;
  std::vector<Edge> edges;
};

// --- what is told of whom ------------------------------------------------------------------------------

class GraphMaker {
 public:
  GraphMaker(const Analysed& analysed, const Tool& tool)
      : analysed_(analysed), network_(analysed.network), words_(analysed, tool.labels), tool_(tool) {}

  Graph make() const {
    Graph graph;
    graph.about = {{"version", casefile::version(analysed_.c)},
                   {"as_of", casefile::to_text(analysed_.as_of)},
                   {"audience", audience::to_text(analysed_.audience)}};
    if (audience::permissions(analysed_.audience).case_number)
      graph.about.push_back({"case", layout::drawable(analysed_.c.number)});
    for (Index i = 0; i < network_.people.size(); ++i) graph.nodes.push_back(node(i));
    for (const auto& [pair, attributes] : edges()) graph.edges.push_back({id(pair.first), id(pair.second), attributes});
    return graph;
  }

 private:
  const std::string& id(Index person) const { return network_.people[person].person.id; }

  Node node(Index person) const {
    const network::Member& member = network_.people[person];
    Node node{id(person), {{"label", words_.person(id(person))}}};
    const auto text = [&](const char* name, const std::string& value) {
      if (!value.empty()) node.attributes.push_back({name, value});
    };
    const auto mark = [&](const char* name, bool set) {
      if (set) node.attributes.push_back({name, true});
    };
    mark("child", person == network_.ego);
    text("role", member.person.role);
    text("role_words", layout::role_in_words(member, tool_.labels));
    text("sector", member.sector);
    if (member.ring) node.attributes.push_back({"ring", *member.ring});
    mark("outside", member.outside);
    if (member.age) node.attributes.push_back({"age", *member.age});
    if (audience::permissions(analysed_.audience).gender_symbols && member.person.gender != casefile::Gender::unknown)
      text("gender", std::string(casefile::term(member.person.gender)));
    mark("professional", member.professional);
    mark("animal", member.person.animal);
    mark("expected", member.person.expected);
    mark("dead", member.dead);
    text("household", households(person));
    return node;
  }

  /// Ids of the homes on the day, several with a blank between.
  std::string households(Index person) const {
    std::string all;
    for (const network::Household& household : network_.households)
      for (const network::Resident& resident : household.residents)
        if (resident.person == person) all += (all.empty() ? "" : " ") + household.id;
    return all;
  }

  using Pair = std::pair<Index, Index>;
  using Edges = std::map<Pair, Attributes>;

  Edges edges() const {
    Edges all;
    const bool quality =
        audience::permissions(analysed_.audience).tie_quality || analysed_.audience.kind == audience::Kind::person;
    for (std::size_t i = 0; quality && i < network_.ties.size(); ++i)
      all[{network_.ties[i].a, network_.ties[i].b}] = tie(network_.ties[i], analysed_.strengths[i]);
    const auto kin = [&](Index a, Index b, const char* name, std::string_view kind) {
      add_once(all[std::minmax(a, b)], {name, std::string(kind)});
    };
    for (const network::Parentage& p : network_.parentages) {
      kin(p.parent, p.child, "parentage", casefile::term(p.kind));
      kin(p.parent, p.child, "parent", id(p.parent));
    }
    for (const network::Partnership& p : network_.partnerships)
      kin(p.a, p.b, p.current ? "partners" : "former_partners", casefile::term(p.kind));
    for (const network::SiblingLink& s : network_.siblings) kin(s.a, s.b, "siblings", casefile::term(s.kind));
    return all;
  }

  /// Nothing is told twice of one pair, not even where two are each other's parent in the file: no format has room.
  static void add_once(Attributes& attributes, Attribute next) {
    const bool told = std::any_of(attributes.begin(), attributes.end(),
                                  [&](const Attribute& other) { return other.name == next.name; });
    if (!told) attributes.push_back(std::move(next));
  }

  static Attributes tie(const network::Tie& tie, const analysis::TieStrength& strength) {
    Attributes attributes;
    if (strength.described) {
      attributes.push_back({"weight", strength.interval.central});
      attributes.push_back({"weight_low", strength.interval.low});
      attributes.push_back({"weight_high", strength.interval.high});
    }
    if (strength.coverage > 0) attributes.push_back({"coverage", strength.coverage});
    for (std::size_t k = 0; k < network::part_count; ++k)
      if (strength.parts.at(k).estimate.answered())
        attributes.push_back({std::string(term(static_cast<Part>(k))), strength.parts.at(k).estimate.interval.central});
    if (const auto conflict = worst_conflict(tie)) attributes.push_back({"conflict", *conflict});
    return attributes;
  }

  /// 0 … 3: the highest level that somebody tells of today.
  static std::optional<int> worst_conflict(const network::Tie& tie) {
    std::optional<int> worst;
    for (const network::Evidence& evidence : tie.part(Part::harmony).current)
      worst = std::max(worst, std::optional(static_cast<int>(std::lround(3 * (1 - evidence.x)))));
    return worst;
  }

  const Analysed& analysed_;
  const network::EgoNetwork& network_;
  Wording words_;
  const Tool& tool_;
};

// --- formats -------------------------------------------------------------------------------------------

/// The shortest text that reads back to the same number, to twelve decimals.
std::string number_text(double value) {
  constexpr double places = 1e12;
  return fmt::format("{}", std::round(value * places) / places);
}

std::string text_of(const AttributeValue& value) {
  struct Text {
    std::string operator()(bool set) const { return set ? "true" : "false"; }
    std::string operator()(int number) const { return fmt::format("{}", number); }
    std::string operator()(double number) const { return number_text(number); }
    std::string operator()(const std::string& text) const { return layout::drawable(text); }
  };
  return std::visit(Text{}, value);
}

const char* xml_type(const AttributeValue& value) {
  constexpr std::array names = {"boolean", "int", "double", "string"};
  return names.at(value.index());
}

class GraphMl {
 public:
  std::string write(const Graph& graph) {
    for (const Node& node : graph.nodes) declare("node", node.attributes);
    for (const Edge& edge : graph.edges) declare("edge", edge.attributes);
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
        "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
    for (const std::string& key : keys_) out += key;
    out += "  <graph id=\"kreds\" edgedefault=\"undirected\">\n" + description(graph.about);
    for (const Node& node : graph.nodes)
      out += "    <node id=\"" + document::in_markup(node.id) + "\">\n" + data("node", node.attributes, "      ") +
             "    </node>\n";
    for (const Edge& edge : graph.edges)
      out += "    <edge source=\"" + document::in_markup(edge.a) + "\" target=\"" + document::in_markup(edge.b) +
             "\">\n" + data("edge", edge.attributes, "      ") + "    </edge>\n";
    return out + "  </graph>\n</graphml>\n";
  }

 private:
  void declare(const std::string& domain, const Attributes& attributes) {
    for (const Attribute& one : attributes) {
      const std::string key = domain + "_" + one.name;
      if (!declared_.emplace(key, keys_.size()).second) continue;
      keys_.push_back(fmt::format("  <key id=\"{}\" for=\"{}\" attr.name=\"{}\" attr.type=\"{}\"/>\n", key, domain,
                                  one.name, xml_type(one.value)));
    }
  }
  /// In words, for Gephi reports an attribute of the graph as a fault.
  static std::string description(const Attributes& about) {
    std::string words;
    for (const Attribute& one : about) words += (words.empty() ? "" : "; ") + one.name + ": " + text_of(one.value);
    return "    <desc>" + document::in_markup(words) + "</desc>\n";
  }
  static std::string data(const std::string& domain, const Attributes& attributes, const std::string& indent) {
    std::string out;
    for (const Attribute& one : attributes)
      out += fmt::format("{}<data key=\"{}_{}\">{}</data>\n", indent, domain, one.name,
                         document::in_markup(text_of(one.value)));
    return out;
  }
  std::map<std::string, std::size_t> declared_;
  std::vector<std::string> keys_;
};

/// Names and texts of DOT: in quotes, in which only the quote is special; a backslash before it would be read as one.
std::string dot_text(const std::string& text) {
  std::string safe = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') safe += '\\';
    safe += c;
  }
  return safe + '"';
}

std::string dot_attributes(const Attributes& attributes) {
  std::string out;
  for (const Attribute& one : attributes) {
    const bool text = std::holds_alternative<std::string>(one.value);
    out += (out.empty() ? "" : ", ") + one.name + "=" + (text ? dot_text(text_of(one.value)) : text_of(one.value));
  }
  return out.empty() ? "" : " [" + out + "]";
}

std::string to_dot(const Graph& graph) {
  std::string out = "graph kreds {\n";
  for (const Attribute& one : graph.about) out += "  " + one.name + "=" + dot_text(text_of(one.value)) + ";\n";
  for (const Node& node : graph.nodes) out += "  " + dot_text(node.id) + dot_attributes(node.attributes) + ";\n";
  for (const Edge& edge : graph.edges)
    out += "  " + dot_text(edge.a) + " -- " + dot_text(edge.b) + dot_attributes(edge.attributes) + ";\n";
  return out + "}\n";
}

Cell cell(const Attributes& attributes, const std::string& name) {
  for (const Attribute& one : attributes)
    if (one.name == name) {
      if (const auto* number = std::get_if<double>(&one.value)) return *number;
      return text_of(one.value);
    }
  return {};
}

std::string to_edge_list(const Graph& graph) {
  static const std::vector<std::string> columns = {"weight",          "weight_low", "weight_high", "coverage",
                                                   "conflict",        "parentage",  "parent",      "partners",
                                                   "former_partners", "siblings"};
  std::map<std::string, Cell> names;
  for (const Node& node : graph.nodes) names.emplace(node.id, cell(node.attributes, "label"));
  Row head = {std::string("source"), std::string("target"), std::string("source_name"), std::string("target_name")};
  for (const std::string& column : columns) head.emplace_back(column);
  std::vector<Row> rows{head};
  for (const Edge& edge : graph.edges) {
    Row row = {edge.a, edge.b, names.at(edge.a), names.at(edge.b)};
    for (const std::string& column : columns) row.push_back(cell(edge.attributes, column));
    rows.push_back(std::move(row));
  }
  return to_csv(rows, CsvFor::programs);
}

Value json_value(const AttributeValue& value) {
  if (const auto* set = std::get_if<bool>(&value)) return *set;
  if (const auto* whole = std::get_if<int>(&value)) return *whole;
  if (const auto* real = std::get_if<double>(&value)) return number(*real);
  return std::get<std::string>(value);
}

Object with_attributes(Object object, const Attributes& attributes) {
  for (const Attribute& one : attributes) object.emplace_back(one.name, json_value(one.value));
  return object;
}

std::string to_node_link(const Graph& graph) {
  Array nodes, edges;
  for (const Node& node : graph.nodes) nodes.push_back(with_attributes({{"id", node.id}}, node.attributes));
  for (const Edge& edge : graph.edges)
    edges.push_back(with_attributes({{"source", edge.a}, {"target", edge.b}}, edge.attributes));
  return to_json(Object{{"format", 1},
                        {"directed", false},
                        {"multigraph", false},
                        {"graph", with_attributes({}, graph.about)},
                        {"nodes", nodes},
                        {"links", edges}});
}

}  // namespace

std::optional<NetworkFormat> network_format_of(std::string_view name) {
  if (name == "graphml") return NetworkFormat::graphml;
  if (name == "csv") return NetworkFormat::csv;
  if (name == "dot" || name == "gv") return NetworkFormat::dot;
  if (name == "json") return NetworkFormat::json;
  return std::nullopt;
}

std::string export_network(const Analysed& analysed, const Tool& tool, NetworkFormat format) {
  const Graph graph = GraphMaker(analysed, tool).make();
  switch (format) {
    case NetworkFormat::graphml:
      return GraphMl().write(graph);
    case NetworkFormat::csv:
      return to_edge_list(graph);
    case NetworkFormat::dot:
      return to_dot(graph);
    case NetworkFormat::json:
      break;
  }
  return to_node_link(graph);
}

}  // namespace kreds::application
