#include <algorithm>

#include "kreds/application/collation.hpp"
#include "kreds/application/figures_report.hpp"
#include "kreds/casefile/write.hpp"
#include "wording.hpp"

namespace kreds::application {
namespace {

using analysis::GroupFigures;
using network::Index;

constexpr std::size_t indent = 3, column = 32;

class FiguresPage {
 public:
  FiguresPage(const CaseFigures& figures, const Tool& tool)
      : figures_(figures.figures), analysed_(figures.analysed), tool_(tool), words_(figures.analysed, tool.labels) {}

  Page make() {
    head();
    if (figures_.people == 0) {
      page_.blank();
      page_.text(words_("stats.nobody", {{"child", child()}}));
      return std::move(page_);
    }
    groups();
    rings();
    cohesion();
    between();
    one_step_away();
    return std::move(page_);
  }

 private:
  std::string name(Index person) const { return words_.person(analysed_.network.people[person].person.id); }
  std::string child() const { return name(analysed_.network.ego); }
  std::string count(const std::string& key, std::size_t number) const {
    return words_("stats." + key + (number == 1 ? ".one" : ".many"), {{"number", std::to_string(number)}});
  }
  std::string names(const std::vector<Index>& people) const {
    std::vector<std::string> all;
    for (const Index person : people) all.push_back(name(person));
    return words_.list(sorted_names(all, tool_.labels.language()));
  }

  void head() {
    page_.title(words_("stats.title"));
    page_.text(words_.subtitle());
    page_.blank();
    page_.text(words_("stats.what_counts", {{"child", child()}}));
  }

  void group(const std::string& caption, const GroupFigures& group) {
    std::string text = count("people", group.size);
    if (group.size > 1)
      text += ", " + count("ties", group.ties) + ", " +
              words_("stats.density", {{"percent", words_.percent(group.density)}});
    page_.entry(caption, text, indent, column);
  }

  void groups() {
    page_.heading(words_("stats.groups", {{"child", child()}}));
    page_.entry(words_("stats.on_the_map"), count("people", figures_.people), indent, column);
    group(words_("stats.all"), figures_.all);
    group(words_("stats.without_professionals"), figures_.without_professionals);
    for (const std::string& sector : analysed_.network.sectors)
      if (const auto found = figures_.sectors.find(sector); found != figures_.sectors.end())
        group(words_("sector." + sector), found->second);
    page_.entry(words_("stats.with_child", {{"child", child()}}),
                count("ties", figures_.ties_with_ego) + ", " +
                    words_("stats.density", {{"percent", words_.percent(figures_.density_with_ego)}}),
                indent, column);
    page_.entry(words_("stats.coverage", {{"child", child()}}), words_.percent(figures_.coverage), indent, column);
  }

  void rings() {
    if (analysed_.network.viewpoint == network::Viewpoint::none || figures_.rings.empty()) return;
    const bool by_child = analysed_.network.viewpoint == network::Viewpoint::child;
    page_.heading(words_(by_child ? "stats.rings_by_child" : "stats.rings_by_adults", {{"child", child()}}));
    for (const auto& [ring, people] : figures_.rings)
      if (ring > 0)
        page_.entry(words_("stats.ring", {{"ring", std::to_string(ring)}}), count("people", people), indent, column);
    if (const auto none = figures_.rings.find(0); none != figures_.rings.end())
      page_.entry(words_("stats.not_placed"), count("people", none->second), indent, column);
  }

  void cohesion() {
    page_.heading(words_("stats.cohesion"));
    page_.text(words_("stats.parts", {{"child", child()},
                                      {"with", count("parts", figures_.components_with_ego)},
                                      {"without", count("parts", figures_.components_without_ego)}}),
               indent);
    if (!figures_.cut_persons.empty())
      page_.text(words_("stats.cut_persons", {{"people", names(figures_.cut_persons)}}), indent);
    if (!figures_.isolated.empty())
      page_.text(words_("stats.isolated", {{"people", names(figures_.isolated)}}), indent);
    if (figures_.cliques.empty()) return;
    page_.heading(words_("stats.cliques", {{"child", child()}}));
    for (const std::vector<Index>& clique : figures_.cliques) page_.item(names(clique), indent);
  }

  void between() {
    std::vector<Index> people;
    for (Index person = 0; person < figures_.persons.size(); ++person)
      if (person != analysed_.network.ego && figures_.persons[person].relative_betweenness > 0)
        people.push_back(person);
    if (people.empty()) return;
    std::stable_sort(people.begin(), people.end(), [&](Index a, Index b) {
      return figures_.persons[a].relative_betweenness > figures_.persons[b].relative_betweenness;
    });
    constexpr std::size_t shown = 5;
    people.resize(std::min(people.size(), shown));
    page_.heading(words_("stats.between"));
    for (const Index person : people)
      page_.entry(
          name(person),
          words_("stats.between_share", {{"percent", words_.percent(figures_.persons[person].relative_betweenness)}}),
          indent, column);
  }

  /// People whom somebody else is the strongest way to.
  void one_step_away() {
    std::vector<std::string> lines;
    for (Index person = 0; person < figures_.persons.size(); ++person) {
      const std::vector<Index>& path = figures_.persons[person].path;
      if (path.size() < 3) continue;
      std::vector<std::string> via;
      for (std::size_t i = 1; i + 1 < path.size(); ++i) via.push_back(name(path[i]));
      lines.push_back(words_("stats.via", {{"person", name(person)}, {"via", words_.list(via)}}));
    }
    if (lines.empty()) return;
    page_.heading(words_("stats.one_step_away"));
    for (const std::string& line : sorted_names(lines, tool_.labels.language())) page_.item(line, indent);
  }

  const analysis::NetworkFigures& figures_;
  const Analysed& analysed_;
  const Tool& tool_;
  Wording words_;
  Page page_;
};

}  // namespace

Page figures_page(const CaseFigures& figures, const Tool& tool) {
  return FiguresPage(figures, tool).make();
}

}  // namespace kreds::application
