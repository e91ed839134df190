// How the time of reading a network and of each step of the analysis grows with the number of people, on invented
// networks of 1,000, 10,000 and 100,000. Prints milliseconds of the processor (the best of some runs) and the exponent
// between the two larger ones: 1 is linear.
#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <ctime>
#include <functional>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "kreds/analysis/structure.hpp"

namespace {

using namespace kreds;
using casefile::Case;

/// A whole number from 0 to n−1, the same with every library.
std::size_t below(std::mt19937_64& random, std::size_t n) {
  return random() % n;
}

casefile::Date day(const char* text) {
  return *casefile::parse_date(text);
}

casefile::Statement statement(std::size_t number, const casefile::Id& by, casefile::StatementBody body) {
  casefile::Statement s;
  s.id = "s" + std::to_string(number);
  s.by = {by};
  s.body = std::move(body);
  return s;
}

casefile::Tie tie(std::mt19937_64& random, std::size_t a, std::size_t b) {
  casefile::Tie t;
  t.a = "p" + std::to_string(a);
  t.b = "p" + std::to_string(b);
  t.ring.value = 1 + static_cast<int>(below(random, 5));
  t.emotional.value = static_cast<int>(below(random, 5));
  if (below(random, 2) == 0) t.conflict.value = static_cast<int>(below(random, 4));
  if (below(random, 2) == 0) t.times_per_year.value = static_cast<double>(below(random, 366));
  return t;
}

/// Whom a person is tied to: nine times of ten somebody of their own circle of forty (a family, a class, a club), the
/// tenth time anybody at all.
std::size_t other_end(std::mt19937_64& random, std::size_t person, std::size_t people) {
  constexpr std::size_t circle = 40;
  if (below(random, 10) == 0) return below(random, people);
  return std::min(people - 1, person / circle * circle + below(random, circle));
}

/// About 2.5 ties per person; households of three and kinship inside them; 200 interviews.
Case invented_case(std::size_t people) {
  std::mt19937_64 random(20240205);
  Case c;
  c.child = "p0";
  for (std::size_t i = 0; i < people; ++i) {
    casefile::Person& p = c.people.emplace_back();
    p.id = p.name = "p" + std::to_string(i);
    p.sector = i % 4 == 0 ? "friends" : "family";
  }
  constexpr std::size_t interviews = 200, members = 3;
  for (std::size_t i = 0; i < interviews; ++i) {
    casefile::Interview& interview = c.interviews.emplace_back();
    interview.id = "i" + std::to_string(i);
    interview.date = day("2022-01-01") + std::chrono::days{i};
    interview.informants = {"p" + std::to_string(i % people)};
  }
  std::size_t number = 0;
  const auto say = [&](casefile::StatementBody body) {
    casefile::Interview& interview = c.interviews[below(random, interviews)];
    interview.statements.push_back(statement(++number, interview.informants.front(), std::move(body)));
  };
  for (std::size_t h = 0; h * members < people; ++h) {
    casefile::Household& household = c.households.emplace_back();
    household.id = "h" + std::to_string(h);
    for (std::size_t i = h * members; i < std::min(people, (h + 1) * members); ++i)
      say(casefile::Residence{"p" + std::to_string(i), household.id, "", false});
    if (h * members + 1 < people)
      say(casefile::Parentage{"p" + std::to_string(h * members), "p" + std::to_string(h * members + 1),
                              casefile::ParentKind::biological, false});
  }
  for (std::size_t n = 0; n < people * 5 / 2; ++n) {
    const std::size_t a = below(random, people);
    const std::size_t b = other_end(random, a, people);
    if (a != b) say(tie(random, a, b));
  }
  return c;
}

analysis::TieModel model() {
  analysis::TieModel m;
  m.weights = {117 / 360.0, 117 / 360.0, 47 / 360.0, 47 / 360.0, 22 / 360.0, 10 / 360.0};
  m.described_coverage = 117 / 360.0;
  m.reliability = {{"tie", {1, .75, .5, .5, .5}}};
  return m;
}

/// Of the processor, not of the wall: other programs on the machine are no growth.
double processor_ms() {
  std::timespec t{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return 1e3 * static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_nsec);
}

/// The best of at least three runs and of as many as a second holds: on a busy machine the caches are rarely one's own.
double milliseconds(const std::function<void()>& step) {
  constexpr int fewest = 3, most = 200;
  constexpr double enough_ms = 1000;
  double best = 0, sum = 0;
  for (int run = 0; run < fewest || (run < most && sum < enough_ms); ++run) {
    const double begin = processor_ms();
    step();
    const double time = processor_ms() - begin;
    best = run == 0 ? time : std::min(best, time);
    sum += time;
  }
  return best;
}

constexpr std::array<std::size_t, 3> sizes = {1'000, 10'000, 100'000};

struct Row {
  std::string step;
  std::array<double, sizes.size()> ms{};
};

void time_all(std::size_t size_index, std::vector<Row>& rows) {
  const Case c = invented_case(sizes[size_index]);
  const casefile::Vocabulary vocabulary;
  const analysis::TieModel m = model();
  std::size_t row = 0;
  const auto time = [&](const char* name, const std::function<void()>& step) {
    if (row == rows.size()) rows.push_back({name, {}});
    rows[row++].ms[size_index] = milliseconds(step);
  };
  network::EgoNetwork n;
  std::vector<analysis::TieStrength> strengths;
  std::size_t seen = 0;  // so that no step can be left out by the compiler
  time("build network", [&] { n = network::build_network(c, vocabulary, day("2024-02-05")); });
  time("strengths", [&] { strengths = analysis::tie_strengths(n, m); });
  const analysis::WeightedGraph g = analysis::graph_of(n, strengths);
  time("paths", [&] { seen += analysis::strongest_paths(g, n.ego, m.lambda).strength.size(); });
  time("components", [&] { seen += analysis::components(g).size(); });
  time("cut persons", [&] { seen += analysis::cut_vertices(g).size(); });
  time("cliques", [&] { seen += analysis::maximal_cliques(g).size(); });
  time("figures", [&] { seen += analysis::figures(n, strengths, m, false).cliques.size(); });
  if (size_index == 0) time("betweenness", [&] { seen += analysis::betweenness(g, m.lambda).size(); });
  if (seen == 0) std::cout << "nothing was computed\n";
}

/// In any locale; "–" for what was not measured.
std::string cell(double value, int decimals, bool known = true) {
  std::array<char, 32> buffer{};
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
  std::string text = known && error == std::errc{} ? std::string(buffer.data(), end) : "-";
  return std::string(text.size() < 12 ? 12 - text.size() : 0, ' ') + text;
}

}  // namespace

int main() {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < sizes.size(); ++i) time_all(i, rows);
  std::cout << "Analysis, processor ms per step and growth from 10,000 to 100,000 people (n^exponent)\n"
            << "step                   1,000      10,000     100,000    exponent\n";
  for (const Row& row : rows) {
    std::cout << row.step << std::string(16 - row.step.size(), ' ');
    for (const double ms : row.ms) std::cout << cell(ms, 2, ms > 0);
    const bool grown = row.ms[1] > 0 && row.ms[2] > 0;
    std::cout << cell(grown ? std::log10(row.ms[2] / row.ms[1]) : 0, 2, grown) << '\n';
  }
  std::cout
      << "figures: without betweenness, which costs people x ties (100 times as much for ten times the people) and\n"
         "is computed only where it is asked for.\n";
}
