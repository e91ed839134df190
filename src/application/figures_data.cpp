#include "data_values.hpp"
#include "kreds/application/csv.hpp"
#include "kreds/application/figures_report.hpp"
#include "kreds/casefile/write.hpp"
#include "wording.hpp"

namespace kreds::application {
namespace {

using analysis::GroupFigures;
using analysis::PersonFigures;
using document::Array;
using document::Object;
using document::Value;
using network::Index;

class FiguresJson {
 public:
  FiguresJson(const CaseFigures& figures, const Tool& tool)
      : figures_(figures.figures), analysed_(figures.analysed), tool_(tool) {}

  Value make() const {
    Object object{{"format", 1}};
    for (auto& member : origin(analysed_, tool_)) object.push_back(std::move(member));
    Object sectors, rings;
    for (const auto& [id, group] : figures_.sectors) sectors.emplace_back(id, value_of(group));
    for (const auto& [ring, people] : figures_.rings) rings.emplace_back(std::to_string(ring), people);
    Array cliques, persons;
    for (const std::vector<Index>& clique : figures_.cliques) cliques.emplace_back(ids(clique));
    for (Index person = 0; person < figures_.persons.size(); ++person) persons.push_back(value_of(person));
    object.emplace_back("people_on_map", figures_.people);
    object.emplace_back("all", value_of(figures_.all));
    object.emplace_back("without_professionals", value_of(figures_.without_professionals));
    object.emplace_back("sectors", sectors);
    object.emplace_back("with_child", Object{{"ties", figures_.ties_with_ego},
                                             {"density", number(figures_.density_with_ego)},
                                             {"components", figures_.components_with_ego}});
    object.emplace_back("components_without_child", figures_.components_without_ego);
    object.emplace_back("cut_persons", ids(figures_.cut_persons));
    object.emplace_back("isolated", ids(figures_.isolated));
    object.emplace_back("cliques", cliques);
    object.emplace_back("coverage", number(figures_.coverage));
    object.emplace_back("rings", rings);
    object.emplace_back("persons", persons);
    return object;
  }

 private:
  std::string id(Index person) const { return analysed_.network.people[person].person.id; }
  Value ids(const std::vector<Index>& people) const {
    Array all;
    for (const Index person : people) all.emplace_back(id(person));
    return all;
  }
  static Value value_of(const GroupFigures& group) {
    return Object{{"size", group.size}, {"ties", group.ties}, {"density", number(group.density)}};
  }
  Value value_of(Index person) const {
    const PersonFigures& figures = figures_.persons[person];
    const network::Member& member = analysed_.network.people[person];
    return Object{{"person", id(person)},
                  {"sector", member.sector.empty() ? Value() : Value(member.sector)},
                  {"ring", member.ring ? Value(*member.ring) : Value()},
                  {"counted", member.counted},
                  {"degree", figures.degree},
                  {"betweenness", number(figures.betweenness)},
                  {"relative_betweenness", number(figures.relative_betweenness)},
                  {"cut_person", figures.cut_person},
                  {"isolated", figures.isolated},
                  {"indirect_strength", number(figures.indirect_strength)},
                  {"path", ids(figures.path)}};
  }

  const analysis::NetworkFigures& figures_;
  const Analysed& analysed_;
  const Tool& tool_;
};

}  // namespace

std::string figures_json(const CaseFigures& figures, const Tool& tool) {
  return to_json(FiguresJson(figures, tool).make());
}

std::string figures_csv(const CaseFigures& figures, const Tool& tool) {
  const Wording words(figures.analysed, tool.labels);
  const auto yes_no = [&](bool yes) { return words(yes ? "report.yes" : "report.no"); };
  Row head;
  for (const char* name : {"case", "version", "as_of", "person", "role", "sector", "ring", "degree", "between", "cut",
                           "isolated", "indirect"})
    head.emplace_back(words(std::string("csv.") + name));
  std::vector<Row> rows{head};
  const network::EgoNetwork& network = figures.analysed.network;
  const std::string version = casefile::version(figures.analysed.c);
  for (Index i = 0; i < network.people.size(); ++i) {
    if (i == network.ego) continue;
    const network::Member& member = network.people[i];
    const PersonFigures& person = figures.figures.persons[i];
    rows.push_back(
        {figures.analysed.c.number, version, casefile::to_text(figures.analysed.as_of), words.person(member.person.id),
         layout::role_in_words(member, tool.labels), member.sector.empty() ? "" : words("sector." + member.sector),
         member.ring ? Cell(static_cast<std::size_t>(*member.ring)) : Cell(), person.degree,
         person.relative_betweenness, yes_no(person.cut_person), yes_no(person.isolated), person.indirect_strength});
  }
  return to_csv(rows);
}

}  // namespace kreds::application
