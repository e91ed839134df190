/// \file
/// `kreds batch` beside networkx: 1,000 made-up cases of 40 people as JSON lines. Both read the same
/// cases and compute the same figures, which are held against each other; kreds checks the cases besides. One core is
/// compared in processor time, both on the same one; two threads in elapsed time; memory is
/// the largest of the process, for a tenth of the cases and for all.
///
///   bench_batch PROGRAM [CASES [ROUNDS]]     PYTHON names the interpreter, /usr/bin/python3 if not set
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <stdexcept>

#include "kreds/casefile/write.hpp"
#include "kreds/document/document.hpp"
#include "measuring.hpp"
#include "support/dice.hpp"

namespace {

using namespace kreds;
using bench::Cost;
using bench::median;
namespace fs = std::filesystem;

constexpr int people = 40;

/// A made-up case: the child lays everybody on its map, its mother and a teacher tell of the child's ties, and the
/// mother twice, half a year apart, of ties among the others.
class MadeCase {
 public:
  explicit MadeCase(std::uint64_t seed) : dice_(seed) {}

  casefile::Case make() {
    static constexpr std::array roles = {"mor", "klasselærer", "mormor", "farbror", "moster", "nabo", "ven", "papfar"};
    case_.number = "2024-1";
    case_.child = "p0";
    for (int i = 0; i < people; ++i) {
      casefile::Person person;
      person.id = name(i);
      person.name = "Person " + std::to_string(i);
      person.birth = casefile::parse_approximate(i == 0 ? "2015" : std::to_string(dice_.between(1950, 1990)));
      if (i > 0) person.role = i < 3 ? roles.at(static_cast<std::size_t>(i) - 1) : dice_.one_of(roles);
      if (i > 2 && (person.role == "mor" || person.role == "klasselærer")) person.role = "nabo";
      person.source = {"i1", {name(1)}, false};
      case_.people.push_back(std::move(person));
    }
    constexpr int among = 110, again = 60;
    begin("i1", "2024-01-15", 1);
    for (int i = 1; i < people; i += 2) tie(1, 0, i, false);
    for (int i = 0; i < among; ++i) between_others();
    begin("i2", "2024-02-20", 0);
    for (int i = 1; i < people; ++i) tie(0, 0, i, true);
    begin("i3", "2024-03-11", 2);
    for (int i = 1; i < people; i += 5) tie(2, 0, i, false);
    begin("i4", "2024-07-20", 1);
    for (int i = 0; i < again; ++i) between_others();
    return std::move(case_);
  }

 private:
  static std::string name(int person) { return "p" + std::to_string(person); }
  void begin(const char* id, const char* date, int informant) {
    casefile::Interview interview;
    interview.id = id;
    interview.date = *casefile::parse_date(date);
    interview.kind = casefile::InterviewKind::home_visit;
    interview.informants = {name(informant)};
    case_.interviews.push_back(std::move(interview));
    told_.clear();
  }
  void between_others() {
    const int a = dice_.between(1, people - 1), b = dice_.between(1, people - 1);
    // Nobody says two things of one tie on one day.
    if (a != b && told_.emplace(std::minmax(a, b)).second) tie(1, a, b, false);
  }
  void tie(int by, int a, int b, bool ring) {
    casefile::Statement s;
    s.id = "s" + std::to_string(++number_);
    s.by = {name(by)};
    casefile::Tie body;
    body.a = name(a);
    body.b = name(b);
    if (ring) body.ring.value = dice_.between(1, case_.rings);
    body.emotional.value = dice_.between(1, 4);
    if (dice_.chance(50)) body.conflict.value = dice_.between(0, 2);
    if (dice_.chance(50)) body.times_per_year.value = dice_.between(1, 200);
    s.body = body;
    case_.interviews.back().statements.push_back(std::move(s));
  }

  kreds::testing::Dice dice_;
  casefile::Case case_;
  std::set<std::pair<int, int>> told_;
  int number_ = 0;
};

// --- are the figures the same? -------------------------------------------------------------------------

/// Where two results differ.
std::string difference(const document::Node& ours, const document::Node& theirs, const std::string& where) {
  constexpr double rounding = 1e-9;
  if (theirs.is(document::Kind::object)) {
    if (ours.size() != theirs.size()) return where + " has other members";
    for (const document::Node member : theirs.children()) {
      const auto mine = ours.find(member.key());
      if (!mine) return where + "/" + member.key() + " is missing";
      if (std::string told = difference(*mine, member, where + "/" + member.key()); !told.empty()) return told;
    }
    return {};
  }
  if (std::abs(ours.number() - theirs.number()) <= rounding * std::max(1.0, std::abs(theirs.number()))) return {};
  return fmt::format("{}: kreds {}, networkx {}", where, ours.number(), theirs.number());
}

void hold_against_each_other(const std::string& ours, const std::string& theirs, int cases) {
  std::ifstream a(ours), b(theirs);
  std::string line_a, line_b;
  for (int i = 1; i <= cases; ++i) {
    if (!std::getline(a, line_a) || !std::getline(b, line_b)) throw std::runtime_error("lines are missing");
    const auto mine = document::parse("kreds", line_a), other = document::parse("networkx", line_b);
    const auto figures = mine.document->root().find("figures");
    if (!figures) throw std::runtime_error("no figures in line " + std::to_string(i) + ": " + line_a.substr(0, 200));
    if (const std::string told = difference(*figures, other.document->root(), ""); !told.empty())
      throw std::runtime_error("line " + std::to_string(i) + ": " + told);
  }
}

void compare(const std::string& program, int cases, int rounds, const std::string& folder) {
  const std::string lines = folder + "/cases.jsonl";
  const std::string tenth = folder + "/tenth.jsonl", ours = folder + "/ours.jsonl", theirs = folder + "/theirs.jsonl";
  {
    std::ofstream all(lines), few(tenth);
    for (int i = 0; i < cases; ++i) {
      const casefile::Case c = MadeCase(static_cast<std::uint64_t>(i) + 1).make();
      const std::string line = document::to_line(casefile::to_value(c)) + "\n";
      all << line;
      if (i < cases / 10) few << line;
    }
  }
  const char* set = std::getenv("PYTHON");
  const std::string python = set != nullptr ? set : "/usr/bin/python3";
  const auto batch = [&](const char* jobs, const std::string& input, const std::string& output) {
    return bench::cost({{program, "batch", "-", "--jobs", jobs}, input, output, false, *jobs == '1'});
  };
  std::vector<double> one_core, two_threads;
  Cost single, nx;
  for (int round = 0; round < rounds; ++round) {
    single = batch("1", lines, ours);
    const Cost both = batch("2", lines, folder + "/two.jsonl");
    nx = bench::cost({{python, KREDS_ROOT "/bench/batch_networkx.py", KREDS_ROOT}, lines, theirs, false, true});
    one_core.push_back(nx.processor_s / single.processor_s);
    two_threads.push_back(single.elapsed_s / both.elapsed_s);
  }
  const Cost few = batch("2", tenth, folder + "/two.jsonl"), all = batch("2", lines, folder + "/two.jsonl");
  hold_against_each_other(ours, theirs, cases);
  fmt::print("{} cases of {} people, the same figures from both\n", cases, people);
  fmt::print("kreds batch, one core    {:8.2f} s of processor time, {:.2f} ms a case\n", single.processor_s,
             1000 * single.processor_s / cases);
  fmt::print("networkx, unchecked       {:8.2f} s of processor time, {:.2f} ms a case\n", nx.processor_s,
             1000 * nx.processor_s / cases);
  fmt::print("networkx / kreds         {:8.1f}   (bar: 9)\n", median(one_core));
  fmt::print("two threads              {:8.2f} times as fast as one (bar: 1.75 on a machine with nothing else to do)\n",
             median(two_threads));
  fmt::print("memory                   {:8.1f} MB for {} cases, {:.1f} MB for {}\n", few.megabytes, cases / 10,
             all.megabytes, cases);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "bench_batch PROGRAM [CASES [ROUNDS]]\n");
    return 2;
  }
  const int cases = argc > 2 ? std::stoi(argv[2]) : 1000, rounds = argc > 3 ? std::stoi(argv[3]) : 3;
  std::string folder = (fs::temp_directory_path() / "kreds-bench-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr || cases < 10 || rounds < 1) return 1;
  int code = 0;
  try {
    compare(fs::canonical(argv[1]).string(), cases, rounds, folder);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    code = 1;
  }
  if (std::getenv("KREDS_KEEP") == nullptr) fs::remove_all(folder);
  return code;
}
