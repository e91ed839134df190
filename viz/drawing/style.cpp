#include "kreds/drawing/style.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <list>
#include <optional>
#include <set>

#include "kreds/casefile/suggestion.hpp"
#include "kreds/document/document.hpp"

namespace kreds::drawing {

namespace {

namespace fs = std::filesystem;
using document::Argument;
using document::Arguments;
using document::Diagnostics;
using document::Document;
using document::Kind;
using document::Node;
using document::Place;
using layout::LineKind;

constexpr std::array<std::pair<std::string_view, LineKind>, 10> lines_by_name = {
    {{"strong", LineKind::strong},
     {"normal", LineKind::normal},
     {"weak", LineKind::weak},
     {"conflict", LineKind::conflict},
     {"broken", LineKind::broken},
     {"parent", LineKind::parent},
     {"foster_parent", LineKind::foster_parent},
     {"partners", LineKind::partners},
     {"former_partners", LineKind::former_partners},
     {"siblings", LineKind::siblings}}};

constexpr std::array<std::string_view, 10> forms = {"solid",  "double", "dashed", "dotted",       "zigzag",
                                                    "broken", "arrow",  "rings",  "rings_broken", "bars"};

constexpr double widest_pt = 40;

bool is_colour(std::string_view text) {
  if (text.size() != 7 && text.size() != 9) return false;
  return text[0] == '#' && text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

/// Everything that a style can say, in one place: what reads it and what knows its keys both ask this.
template <class Reader>
void fields(Reader& read, Style& style) {
  read("paper", style.paper);
  read("text", style.text);
  read("quiet_text", style.quiet_text);
  read("halo", style.halo);
  read("rings", style.rings);
  read("ring_line", style.ring_line);
  read("ring_line_pt", style.ring_line_pt);
  read("spoke", style.spoke);
  read("tray", style.tray);
  read("tray_line", style.tray_line);
  read("child", style.child);
  read("child_text", style.child_text);
  read("sectors", style.sectors);
  read("symbol_line", style.symbol_line);
  read("symbol_line_pt", style.symbol_line_pt);
  read("household", style.household);
  read("household_line", style.household_line);
  read("household_line_pt", style.household_line_pt);
  read("candidate_line", style.candidate_line);
  read("lines", style.lines);
}

template <class Reader>
void fields(Reader& read, LineStyle& line) {
  read("colour", line.colour);
  read("width_pt", line.width_pt);
  read("form", line.form);
}

struct KeyList {
  std::vector<std::string> keys;
  template <class T>
  void operator()(std::string_view key, const T&) {
    keys.emplace_back(key);
  }
};

template <class T>
std::vector<std::string> keys_of(std::vector<std::string> others) {
  KeyList list{std::move(others)};
  T any;
  fields(list, any);
  return std::move(list.keys);
}

template <class List>
std::vector<std::string> texts_of(const List& list) {
  return {list.begin(), list.end()};
}

std::vector<std::string> line_keys() {
  std::vector<std::string> keys;
  for (const auto& [name, kind] : lines_by_name) keys.emplace_back(name);
  return keys;
}

/// Reads from the style itself and, for what it leaves out, from those it is based on; keeps every fault.
class StyleReader {
 public:
  StyleReader(std::vector<Node> chain, Diagnostics& faults) : chain_(std::move(chain)), faults_(&faults) {}

  void operator()(std::string_view key, std::string& value) {
    const auto node = find(key, Kind::text);
    if (!node) return;
    value = node->text();
    if (key != "form") return check_colour(*node);
    if (std::find(forms.begin(), forms.end(), value) == forms.end())
      fault("style_form", node->place(), {{"known", Argument::literal(casefile::listed(texts_of(forms)))}});
  }

  void operator()(std::string_view key, double& value) {
    const auto node = find(key, Kind::real);
    if (!node) return;
    value = node->number();
    if (!(value >= 0 && value <= widest_pt)) fault("style_width", node->place());
  }

  void operator()(std::string_view key, std::vector<std::string>& value) {
    const auto node = find(key, Kind::array);
    if (!node) return;
    for (Node item : node->children()) {
      value.push_back(item.is(Kind::text) ? item.text() : "");
      check_colour(item);
    }
    if (value.empty()) fault("style_no_colour", node->place());
  }

  void operator()(std::string_view key, std::map<LineKind, LineStyle>& value) {
    StyleReader inner(inside(key), *faults_);
    if (inner.chain_.empty()) return;
    for (const auto& [name, kind] : lines_by_name) {
      StyleReader line(inner.inside(name), *faults_);
      if (!line.chain_.empty()) fields(line, value[kind]);
    }
  }

 private:
  /// The member in the first of the chain that has it.
  std::optional<Node> find(std::string_view key, Kind kind) {
    for (const Node& from : chain_)
      if (const auto node = from.find(key)) {
        if (node->is(kind) || (kind == Kind::real && node->is(Kind::integer))) return node;
        fault("style_type", node->place(), {{"key", Argument::literal(std::string(key))}});
        return std::nullopt;
      }
    missing(key);
    return std::nullopt;
  }

  /// The objects of that name, nearest first.
  std::vector<Node> inside(std::string_view key) {
    std::vector<Node> found;
    for (const Node& from : chain_)
      if (const auto node = from.find(key)) {
        if (node->is(Kind::object))
          found.push_back(*node);
        else
          fault("style_type", node->place(), {{"key", Argument::literal(std::string(key))}});
      }
    if (found.empty()) missing(key);
    return found;
  }

  void missing(std::string_view key) {
    fault("missing_key", chain_.front().place(), {{"key", Argument::literal(std::string(key))}});
  }

  void check_colour(Node node) {
    if (!node.is(Kind::text) || !is_colour(node.text())) fault("style_colour", node.place());
  }

  void fault(const std::string& code, Place place, Arguments arguments = {}) {
    faults_->push_back({document::Severity::error, code, std::move(place), std::move(arguments)});
  }

  std::vector<Node> chain_;
  Diagnostics* faults_;
};

/// Keys that no style has: most often misspelt.
void check_keys(Node object, const std::vector<std::string>& known, Diagnostics& faults) {
  if (!object.is(Kind::object)) return;
  for (Node member : object.children()) {
    const std::string& key = member.key();
    if (key.starts_with("x-") || std::find(known.begin(), known.end(), key) != known.end()) continue;
    faults.push_back({document::Severity::error,
                      "unknown_key",
                      member.key_place(),
                      {{"key", Argument::literal(key)}, {"known", Argument::literal(casefile::listed(known, key))}}});
  }
}

void check_all_keys(Node root, Diagnostics& faults) {
  check_keys(root, keys_of<Style>({"description", "based_on"}), faults);
  const auto lines = root.find("lines");
  if (!lines) return;
  check_keys(*lines, line_keys(), faults);
  if (!lines->is(Kind::object)) return;
  for (Node line : lines->children()) check_keys(line, keys_of<LineStyle>({}), faults);
}

/// The documents that a style consists of: itself, what it is based on, and so on.
class Chain {
 public:
  Chain(std::string folder, Diagnostics& faults) : folder_(std::move(folder)), faults_(&faults) {}

  void follow(const std::string& name_or_file) {
    std::string path = path_of(name_or_file, "");
    std::set<std::string> seen;
    while (!path.empty()) {
      seen.insert(fs::path(path).lexically_normal().string());
      document::ParseResult parsed = document::parse_file(path);
      faults_->insert(faults_->end(), parsed.diagnostics.begin(), parsed.diagnostics.end());
      if (!parsed.document) return;
      documents_.push_back(std::move(*parsed.document));
      const Node root = documents_.back().root();
      if (!root.is(Kind::object))
        return faults_->push_back({document::Severity::error, "style_no_object", root.place(), {}});
      nodes_.push_back(root);
      if (const auto words = root.find("description"); words && !words->is(Kind::text))
        wrong_type(*words, "description");
      check_all_keys(root, *faults_);
      path = base_of(root, path);
      if (!path.empty() && seen.contains(fs::path(path).lexically_normal().string())) {
        faults_->push_back({document::Severity::error, "style_circle", root.find("based_on")->place(), {}});
        return;
      }
    }
  }

  const std::vector<Node>& nodes() const { return nodes_; }

 private:
  std::string path_of(const std::string& name_or_file, const std::string& beside) const {
    if (!names_a_file(name_or_file)) return (fs::path(folder_) / (name_or_file + ".json")).string();
    return (fs::path(beside) / name_or_file).string();  // a full path stays what it is
  }

  void wrong_type(Node node, const std::string& key) {
    faults_->push_back({document::Severity::error, "style_type", node.place(), {{"key", Argument::literal(key)}}});
  }

  std::string base_of(Node root, const std::string& path) {
    const auto base = root.find("based_on");
    if (!base) return {};
    if (base->is(Kind::text) && !base->text().empty())
      return path_of(base->text(), fs::path(path).parent_path().string());
    wrong_type(*base, "based_on");
    return {};
  }

  std::string folder_;
  Diagnostics* faults_;
  std::list<Document> documents_;  // nodes point into them
  std::vector<Node> nodes_;
};

}  // namespace

std::span<const std::string_view> line_forms() {
  return forms;
}

std::span<const std::pair<std::string_view, LineKind>> line_names() {
  return lines_by_name;
}

bool names_a_file(std::string_view name_or_file) {
  return name_or_file.ends_with(".json");
}

Style load_style(const std::string& style_folder, const std::string& name_or_file) {
  Diagnostics faults;
  Chain chain(style_folder, faults);
  chain.follow(name_or_file);
  Style style;
  const bool misspelt = !faults.empty();
  // A misspelt key hides no other fault but the key that it was meant to be; a file that could not be read would make
  // all its keys seem to be missing.
  if (std::all_of(faults.begin(), faults.end(), [](const auto& fault) { return fault.code == "unknown_key"; })) {
    StyleReader read(chain.nodes(), faults);
    fields(read, style);
    if (misspelt) std::erase_if(faults, [](const auto& fault) { return fault.code == "missing_key"; });
  }
  if (document::has_errors(faults)) throw BadStyle(std::move(faults));
  return style;
}

}  // namespace kreds::drawing
