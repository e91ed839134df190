#include "kreds/casefile/vocabulary.hpp"

#include <stdexcept>

#include "kreds/document/document.hpp"

namespace kreds::casefile {
namespace {

using document::Kind;
using document::Node;

/// A file of the program's own data; what is wrong with it is a fault of ours and thrown.
class DataFile {
 public:
  explicit DataFile(const std::string& path) : path_(path), parsed_(document::parse_file(path)) {
    if (!parsed_.document || document::has_errors(parsed_.diagnostics)) {
      const document::Diagnostic& first = parsed_.diagnostics.front();
      throw std::runtime_error(path_ + ":" + std::to_string(first.place.line) + ": " + first.code);
    }
  }

  Node list(std::string_view key) const { return member(parsed_.document->root(), key, Kind::array); }
  Node object(std::string_view key) const { return member(parsed_.document->root(), key, Kind::object); }
  std::string text(Node node, std::string_view key) const { return member(node, key, Kind::text).text(); }

  Node member(Node node, std::string_view key, Kind kind) const {
    const auto found = node.is(Kind::object) ? node.find(key) : std::nullopt;
    if (found && found->is(kind)) return *found;
    const document::Place place = node.place();
    throw std::runtime_error(path_ + ":" + std::to_string(place.line) + ": no good \"" + std::string(key) + "\" in " +
                             (place.pointer.empty() ? "the file" : place.pointer));
  }

 private:
  std::string path_;
  document::ParseResult parsed_;
};

bool flag(Node node, std::string_view key) {
  const auto found = node.find(key);
  return found && found->is(Kind::boolean) && found->boolean();
}

void load_roles(const DataFile& file, Vocabulary& vocabulary) {
  for (const Node role : file.list("roles").children()) {
    const std::string id = file.text(role, "id");
    vocabulary.roles[id] = {id, file.text(role, "sector"), flag(role, "professional"), flag(role, "child"),
                            flag(role, "parent")};
  }
}

void load_sectors(const DataFile& file, Vocabulary& vocabulary) {
  for (const Node set : file.list("sets").children()) {
    SectorSet& loaded = vocabulary.sector_sets[file.text(set, "id")];
    loaded.id = file.text(set, "id");
    for (const Node sector : file.member(set, "sectors", Kind::array).children())
      loaded.sectors.push_back(sector.text());
  }
}

void load_catalogue(const DataFile& file, Vocabulary& vocabulary) {
  for (const Node factor : file.list("factors").children()) {
    const std::string id = file.text(factor, "id");
    FactorTerm& loaded = vocabulary.factors[id];
    loaded.id = id;
    loaded.item_kind = file.text(factor, "item_kind");
    const auto lift = factor.find("lift");
    if (!lift || !lift->is(Kind::object)) continue;
    for (const Node measure : file.member(*lift, "measures", Kind::array).children())
      loaded.lifted_by.insert(measure.text());
  }
  for (const Node measure : file.list("measures").children()) vocabulary.measures.insert(file.text(measure, "id"));
  for (const Node role : file.list("roles").children()) vocabulary.offer_roles.insert(file.text(role, "id"));
}

void load_never_use(const DataFile& file, Vocabulary& vocabulary) {
  for (const Node reason : file.object("keys").children())
    vocabulary.never_use[reason.key()] = "never_use." + reason.text();
}

}  // namespace

Vocabulary load_vocabulary(const std::string& data_folder) {
  Vocabulary vocabulary;
  load_roles(DataFile(data_folder + "/roles.json"), vocabulary);
  load_sectors(DataFile(data_folder + "/sectors.json"), vocabulary);
  load_catalogue(DataFile(data_folder + "/criteria/catalogue.json"), vocabulary);
  load_never_use(DataFile(data_folder + "/criteria/never_use.json"), vocabulary);
  return vocabulary;
}

}  // namespace kreds::casefile
