#include <algorithm>

#include "kreds/analysis/structure.hpp"

namespace kreds::analysis {
namespace {

using network::EgoNetwork;
using network::Index;

double pairs(std::size_t people) {
  return static_cast<double>(people) * (static_cast<double>(people) - 1) / 2;
}

double density(std::size_t ties, std::size_t people) {
  return people < 2 ? 0 : static_cast<double>(ties) / pairs(people);
}

/// What the counting asks of each person, side by side: people themselves lie far apart in memory.
struct Facts {
  bool counted = false;  ///< and not the ego
  bool professional = false;
  std::size_t sector = 0;
};

struct Sectors {
  std::vector<std::string> names;
  std::vector<Facts> people;
};

Sectors facts(const EgoNetwork& network) {
  Sectors result{network.sectors, {}};
  for (const network::Member& member : network.people) {
    auto sector = std::find(result.names.begin(), result.names.end(), member.sector);
    if (sector == result.names.end()) sector = result.names.insert(sector, member.sector);
    result.people.push_back(
        {member.counted, member.professional, static_cast<std::size_t>(sector - result.names.begin())});
  }
  result.people[network.ego] = {};
  return result;
}

/// Size, ties and density of those who are `in`; the ego never is.
template <class In>
GroupFigures group(const std::vector<Facts>& people, const WeightedGraph& graph, In in) {
  GroupFigures figures;
  for (const Facts& p : people) figures.size += p.counted && in(p) ? 1 : 0;
  for (const auto& e : graph.edges) {
    const Facts &a = people[e.a], &b = people[e.b];
    figures.ties += a.counted && b.counted && in(a) && in(b) ? 1 : 0;
  }
  figures.density = density(figures.ties, figures.size);
  return figures;
}

/// Every sector of the set, and others that somebody stands in.
std::map<std::string, GroupFigures> sectors(const Sectors& facts, const EgoNetwork& network,
                                            const WeightedGraph& graph) {
  std::vector<GroupFigures> figures(facts.names.size());
  for (const Facts& p : facts.people) figures[p.sector].size += p.counted ? 1 : 0;
  for (const auto& e : graph.edges) {
    const Facts &a = facts.people[e.a], &b = facts.people[e.b];
    if (a.counted && b.counted && a.sector == b.sector) ++figures[a.sector].ties;
  }
  std::map<std::string, GroupFigures> named;
  for (std::size_t s = 0; s < figures.size(); ++s) {
    figures[s].density = density(figures[s].ties, figures[s].size);
    if (s < network.sectors.size() || figures[s].size > 0) named[facts.names[s]] = figures[s];
  }
  return named;
}

WeightedGraph without(const WeightedGraph& graph, Index ego) {
  WeightedGraph rest{graph.vertex_count, {}};
  for (const auto& e : graph.edges)
    if (e.a != ego && e.b != ego) rest.edges.push_back(e);
  return rest;
}

template <class In>
std::size_t component_count(const WeightedGraph& graph, In in) {
  const std::vector<std::size_t> component = components(graph);
  std::vector<bool> seen(component.size(), false);
  std::size_t count = 0;
  for (std::size_t v = 0; v < component.size(); ++v) {
    if (!in(v) || seen[component[v]]) continue;
    seen[component[v]] = true;
    ++count;
  }
  return count;
}

std::vector<Index> path_to(Index person, Index ego, const StrongestPaths& paths) {
  if (person != ego && !paths.previous[person]) return {};
  std::vector<Index> path = {person};
  while (path.back() != ego) path.push_back(*paths.previous[path.back()]);
  std::reverse(path.begin(), path.end());
  return path;
}

std::vector<PersonFigures> persons(const EgoNetwork& network, const WeightedGraph& graph, const TieModel& model) {
  std::vector<PersonFigures> figures(network.people.size());
  for (const auto& e : graph.edges) {
    ++figures[e.a].degree;
    ++figures[e.b].degree;
  }
  const StrongestPaths paths = strongest_paths(graph, network.ego, model.lambda);
  for (Index i = 0; i < figures.size(); ++i) {
    figures[i].isolated = i != network.ego && network.people[i].counted && figures[i].degree == 0;
    figures[i].indirect_strength = paths.strength[i];
    figures[i].path = path_to(i, network.ego, paths);
  }
  return figures;
}

void add_betweenness(const WeightedGraph& graph, double lambda, std::size_t people,
                     std::vector<PersonFigures>& figures) {
  const std::vector<double> raw = betweenness(graph, lambda);
  for (Index i = 0; i < figures.size(); ++i) {
    figures[i].betweenness = raw[i];
    if (people > 2) figures[i].relative_betweenness = raw[i] / pairs(people - 1);
  }
}

double mean_coverage(const EgoNetwork& network, std::span<const TieStrength> strengths) {
  double sum = 0;
  std::size_t count = 0;
  for (std::size_t t = 0; t < network.ties.size(); ++t) {
    const network::Tie& tie = network.ties[t];
    if (tie.a != network.ego && tie.b != network.ego) continue;
    if (!network.people[tie.a == network.ego ? tie.b : tie.a].counted) continue;
    sum += strengths[t].coverage;
    ++count;
  }
  return count == 0 ? 0 : sum / static_cast<double>(count);
}

std::map<int, std::size_t> ring_counts(const EgoNetwork& network) {
  std::map<int, std::size_t> counts;
  for (Index i = 0; i < network.people.size(); ++i)
    if (i != network.ego && !network.people[i].outside) ++counts[network.people[i].ring.value_or(0)];
  return counts;
}

}  // namespace

WeightedGraph graph_of(const EgoNetwork& network, std::span<const TieStrength> strengths) {
  WeightedGraph graph{network.people.size(), {}};
  for (std::size_t t = 0; t < network.ties.size(); ++t) {
    const network::Tie& tie = network.ties[t];
    const double strength = strengths[t].interval.central;
    const bool counted = network.people[tie.a].counted && network.people[tie.b].counted;
    if (counted && strengths[t].described && strength > 0) graph.edges.push_back({tie.a, tie.b, strength});
  }
  return graph;
}

NetworkFigures figures(const EgoNetwork& network, std::span<const TieStrength> strengths, const TieModel& model,
                       bool with_betweenness) {
  const WeightedGraph graph = graph_of(network, strengths);
  const WeightedGraph rest = without(graph, network.ego);
  const Sectors people = facts(network);
  const auto counted = [&](Index i) { return i == network.ego || people.people[i].counted; };
  NetworkFigures f;
  f.people = network.people.size() - 1;
  f.all = group(people.people, graph, [](const Facts&) { return true; });
  f.without_professionals = group(people.people, graph, [](const Facts& p) { return !p.professional; });
  f.sectors = sectors(people, network, graph);
  f.ties_with_ego = graph.edges.size();
  f.density_with_ego = density(f.ties_with_ego, f.all.size + 1);
  f.components_with_ego = component_count(graph, counted);
  f.components_without_ego = component_count(rest, [&](Index i) { return i != network.ego && counted(i); });
  f.cliques = maximal_cliques(rest);
  f.coverage = mean_coverage(network, strengths);
  f.rings = ring_counts(network);
  f.persons = persons(network, graph, model);
  for (const Index cut : cut_vertices(graph))
    if (cut != network.ego) {
      f.cut_persons.push_back(cut);
      f.persons[cut].cut_person = true;
    }
  for (Index i = 0; i < f.persons.size(); ++i)
    if (f.persons[i].isolated) f.isolated.push_back(i);
  if (with_betweenness) add_betweenness(graph, model.lambda, f.all.size + 1, f.persons);
  return f;
}

}  // namespace kreds::analysis
