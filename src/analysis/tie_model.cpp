#include "kreds/analysis/tie_model.hpp"

#include <cmath>
#include <stdexcept>
#include <string_view>

#include "kreds/document/document.hpp"

namespace kreds::analysis {
namespace {

using document::Kind;
using document::Node;

constexpr std::array<std::string_view, network::part_count> part_names = {"closeness", "emotional", "caregiving",
                                                                          "harmony",   "frequency", "duration"};
constexpr std::array<std::string_view, 5> informant_names = {"child", "professional", "parent", "household", "network"};

[[noreturn]] void refuse(const document::Place& place, const std::string& fault) {
  std::string where = place.file;
  where.append(":").append(std::to_string(place.line)).append(": ").append(place.pointer).append(": ");
  throw std::runtime_error(where + fault);
}

Node member(const Node& node, std::string_view key) {
  const auto found = node.is(Kind::object) ? node.find(key) : std::nullopt;
  if (!found) refuse(node.place(), std::string(key).append(" is missing"));
  return *found;
}

/// A number, or a fraction written [numerator, denominator].
double number(const Node& node) {
  const auto numeric = [](const Node& n) { return n.is(Kind::integer) || n.is(Kind::real); };
  if (numeric(node)) return node.number();
  if (!node.is(Kind::array) || node.size() != 2) refuse(node.place(), "not a number and not a fraction of two");
  auto parts = node.children().begin();
  const Node numerator = *parts, denominator = *++parts;
  if (!numeric(numerator) || !numeric(denominator) || denominator.number() <= 0) refuse(node.place(), "not a fraction");
  return numerator.number() / denominator.number();
}

double number_within(const Node& node, double low, double high) {
  const double value = number(node);
  if (!(value >= low && value <= high)) refuse(node.place(), "outside its range");
  return value;
}

std::size_t position(const auto& names, std::string_view name, const document::Place& place) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return i;
  refuse(place, std::string("unknown name ").append(name));
}

void read_weights(const Node& components, TieModel& model) {
  if (!components.is(Kind::array)) refuse(components.place(), "not a list");
  double sum = 0;
  for (const Node component : components.children()) {
    const Node id = member(component, "id");
    if (!id.is(Kind::text)) refuse(id.place(), "not a text");
    double& weight = model.weights[position(part_names, id.text(), id.place())];
    if (weight > 0) refuse(id.place(), "named twice");
    weight = number_within(member(component, "weight"), 1e-9, 1);
    sum += weight;
  }
  constexpr double rounding = 1e-9;
  if (std::abs(sum - 1) > rounding) refuse(components.place(), "the weights do not add up to 1");
}

ReliabilityRow reliability_row(const Node& row) {
  if (!row.is(Kind::object)) refuse(row.place(), "not an object");
  ReliabilityRow values{};
  for (const Node value : row.children())
    values[position(informant_names, value.key(), value.key_place())] = number_within(value, 0, 1);
  return values;
}

}  // namespace

TieModel load_tie_model(const std::string& data_folder) {
  const std::string path = data_folder + "/criteria/catalogue.json";
  const document::ParseResult parsed = document::parse_file(path);
  if (parsed.document) return tie_model_of(*parsed.document);
  if (parsed.diagnostics.empty()) throw std::runtime_error(path + ": cannot be read");
  refuse(parsed.diagnostics.front().place, parsed.diagnostics.front().code);
}

TieModel tie_model_of(const document::Document& catalogue) {
  const Node root = catalogue.root();
  constexpr double least_lambda = 1e-6, most_lambda = 1 - 1e-6, a_century = 1200;
  TieModel model;
  const Node tie = member(root, "tie");
  read_weights(member(tie, "components"), model);
  model.described_coverage = number_within(member(tie, "described_coverage"), 0, 1);
  model.half_life_months = number_within(member(member(root, "ageing"), "default_half_life_months"), 1, a_century);
  model.gamma = number_within(member(member(root, "household_relation"), "gamma"), 0, 1);
  model.lambda = number_within(member(member(root, "indirect"), "lambda"), least_lambda, most_lambda);
  model.hearsay_factor = number_within(member(root, "hearsay_factor"), 0, 1);
  model.unsure_factor = number_within(member(root, "unsure_factor"), 0, 1);
  const Node rows = member(root, "reliability");
  for (const std::string_view kind : {"tie", "wish", "assessment", "fact"})
    model.reliability.emplace(kind, reliability_row(member(rows, kind)));
  return model;
}

}  // namespace kreds::analysis
