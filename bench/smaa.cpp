/// \file
/// The simulation beside numpy: 12 households, 25 criteria in the catalogue's groups, 20,000 draws, the same model in
/// bench/smaa_numpy.py. One core is compared in processor time, so that other work on the machine does not count;
/// two threads in elapsed time.
///
///   bench_smaa [DRAWS [ROUNDS]]     PYTHON names the interpreter, /usr/bin/python3 if not set
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "kreds/smaa/acceptability.hpp"

namespace {

using namespace kreds::smaa;

constexpr int households = 12;
const WeightModel weight_model{
    .groups = {{1, 1}, {1, 2, 3}, {2, 4, 2}, {2, 2}, {2, 3}}, .top_classes = {2, 1, 1}, .dominant = true};

/// ---- a plausible case
/// -----------------------------------------------------------------------------------------------

/// SplitMix64, so that the case stays the same whatever the library's own generator does.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  double operator()() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
  }
  int below(int n) { return static_cast<int>((*this)() * n); }

 private:
  std::uint64_t state_;
};

double level(Dice& dice) {
  return dice.below(5) / 4.0;
}

Term unknown_term(std::uint64_t item) {
  return {.unknown = 1, .item = item};
}
Term aged_term(Dice& dice, std::uint64_t item) {
  const double x = level(dice);
  return {.choices = {{x, x, 1}}, .unknown = 0.1 + 0.4 * dice(), .item = item};
}
Term disputed_term(Dice& dice, std::uint64_t item) {
  const double x = level(dice), y = level(dice);
  return {.choices = {{x, x, 2}, {y, y, 1}}, .unknown = 0.3 * dice(), .item = item};
}

/// The tie: six parts; two said by the child, two not asked about, two told differently by two.
Value tie(Dice& dice) {
  const double part[] = {117 / 360.0, 117 / 360.0, 47 / 360.0, 47 / 360.0, 22 / 360.0, 10 / 360.0};
  Value value;
  for (std::uint64_t k = 0; k < 6; ++k) {
    Term term{.choices = {{0.75, 0.75, 1}}, .item = k};
    if (k == 0 || k == 4) term.choices = {{level(dice), 0, 1}}, term.choices[0].high = term.choices[0].low;
    if (k == 1 || k == 2) term = disputed_term(dice, k);
    if (k == 3 || k == 5) term = unknown_term(k);
    term.weight = part[k];
    value.push_back(term);
  }
  return value;
}

Value factor(Dice& dice, std::uint64_t item) {
  const double kind = dice();
  if (kind < 0.4) return point(level(dice));
  if (kind < 0.6) return {unknown_term(item)};
  return {kind < 0.8 ? aged_term(dice, item) : disputed_term(dice, item)};
}

std::vector<Alternative> plausible_case() {
  Dice dice(6);  // a case in which eleven of the twelve come first in some draws
  std::vector<Alternative> result;
  for (std::uint64_t h = 0; h < households; ++h) {
    Alternative alternative{.key = h + 1, .values = {tie(dice)}};
    for (std::uint64_t j = 1; j < 25; ++j) alternative.values.push_back(factor(dice, 100 + j));
    result.push_back(std::move(alternative));
  }
  return result;
}

/// ---- the same for Python
/// --------------------------------------------------------------------------------------------

std::string joined(const std::vector<int>& numbers) {
  std::string text;
  for (const int n : numbers) text += std::to_string(n) + " ";
  return text;
}

bool is_known(const Term& term) {
  return term.unknown == 0 && term.choices.size() == 1;
}

void write_model(const std::filesystem::path& path, const std::vector<Alternative>& alternatives) {
  std::ofstream out(path);
  out.imbue(std::locale::classic());
  out.precision(17);
  out << households << ' ' << criterion_count(weight_model) << '\n';
  for (std::size_t g = 0; g < weight_model.groups.size(); ++g)
    out << (g > 0 ? "|" : "") << joined(weight_model.groups[g]);
  out << '\n' << joined(weight_model.top_classes) << '\n';
  for (const Alternative& alternative : alternatives) {
    for (const Value& value : alternative.values) {
      double known = 0;
      for (const Term& term : value) known += is_known(term) ? central({term}) : 0;
      out << known << ' ';
    }
    out << '\n';
  }
  for (std::size_t h = 0; h < alternatives.size(); ++h)
    for (std::size_t j = 0; j < alternatives[h].values.size(); ++j)
      for (const Term& term : alternatives[h].values[j]) {
        if (is_known(term)) continue;
        const bool mixed = term.choices.size() > 1;
        const double x1 = term.choices.empty() ? 0 : term.choices[0].low, x2 = mixed ? term.choices[1].low : x1;
        out << (j == 0 ? "part " : "cell ") << h << ' ' << j << ' ' << term.weight << ' ' << term.unknown << ' ' << x1
            << ' ' << x2 << ' ' << (mixed ? 2.0 / 3 : 1.0) << '\n';
      }
}

struct Run {
  double processor, elapsed, expected_rank, first, confidence;
};

std::vector<Run> numpy_runs(const std::filesystem::path& model, int draws, int repetitions) {
  const char* python = std::getenv("PYTHON");
  const std::string command = std::string(python != nullptr ? python : "/usr/bin/python3") + " '" +
                              KREDS_BENCH_FOLDER "/smaa_numpy.py' '" + model.string() + "' " + std::to_string(draws) +
                              " " + std::to_string(repetitions);
  std::vector<Run> runs;
  FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return runs;
  std::string told;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) told += static_cast<char>(c);
  ::pclose(pipe);
  std::istringstream words(told);
  for (Run run{}; words >> run.processor >> run.elapsed >> run.expected_rank >> run.first >> run.confidence;)
    runs.push_back(run);
  return runs;
}

/// ---- measuring
/// ------------------------------------------------------------------------------------------------------

double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

Run own_run(const std::vector<Alternative>& alternatives, const Sampling& sampling) {
  const auto start = std::chrono::steady_clock::now();
  const double processor = processor_seconds();
  const auto result = acceptability(weight_model, alternatives, sampling);
  const auto& first = result.alternatives[0];
  const double used = processor_seconds() - processor;
  const double elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return {used, elapsed, first.expected_rank, first.ranks[0], first.confidence.value_or(0)};
}

double least(const std::vector<Run>& runs, double Run::*time) {
  double result = 1e9;
  for (const Run& run : runs) result = std::min(result, run.*time);
  return result;
}

double median(const std::vector<Run>& runs, double Run::*time) {
  std::vector<double> times;
  for (const Run& run : runs) times.push_back(run.*time);
  std::ranges::sort(times);
  return times[times.size() / 2];
}

void append(std::vector<Run>& runs, const std::vector<Run>& more) {
  runs.insert(runs.end(), more.begin(), more.end());
}

void print(const char* what, const std::vector<Run>& runs, double Run::*time, double work,
           const std::vector<Run>* numpy) {
  const double best = least(runs, time), middle = median(runs, time);
  std::printf("%-26s %8.2f ms %8.2f ms %7.0f M/s", what, best * 1e3, middle * 1e3, work / best * 1e-6);
  if (numpy != nullptr) std::printf("   %5.1f x %5.1f x", least(*numpy, time) / best, median(*numpy, time) / middle);
  std::printf("    rank %.4f first %.4f confidence %.4f\n", runs[0].expected_rank, runs[0].first, runs[0].confidence);
}

}  // namespace

int main(int argc, char** argv) {
  const int draws = argc > 1 ? std::stoi(argv[1]) : 20'000;
  const int rounds = argc > 2 ? std::stoi(argv[2]) : 5;
  const auto alternatives = plausible_case();
  const auto model = std::filesystem::temp_directory_path() / ("kreds_smaa_" + std::to_string(::getpid()) + ".txt");
  write_model(model, alternatives);
  const char* names[] = {"one thread, plain", "one thread, v2", "one thread, v3", "one thread, v4"};
  std::vector<Run> numpy, one, two;
  std::vector<std::vector<Run>> by_level(4);
  for (int round = 0; round < rounds; ++round) {
    append(numpy, numpy_runs(model, draws, 4));
    for (int i = 0; i < 12; ++i) {
      one.push_back(own_run(alternatives, {.draws = draws, .threads = 1}));
      two.push_back(own_run(alternatives, {.draws = draws, .threads = 2}));
    }
    for (const Instructions level : available_instructions())
      for (int i = 0; i < 3; ++i)
        by_level[static_cast<std::size_t>(level)].push_back(
            own_run(alternatives, {.draws = draws, .threads = 1, .instructions = level}));
  }
  std::filesystem::remove(model);
  const double work = static_cast<double>(draws) * households * criterion_count(weight_model);
  std::printf("%d draws x %d households x %d factors; least and median time, ratio to numpy of both\n", draws,
              households, criterion_count(weight_model));
  const auto* beside = numpy.empty() ? nullptr : &numpy;
  if (numpy.empty()) std::printf("numpy did not run (python3-numpy)\n");
  std::printf("-- processor time\n");
  if (beside != nullptr) print("numpy", numpy, &Run::processor, work, nullptr);
  print("one thread", one, &Run::processor, work, beside);
  for (std::size_t level = 0; level < by_level.size(); ++level)
    if (!by_level[level].empty()) print(names[level], by_level[level], &Run::processor, work, beside);
  print("two threads together", two, &Run::processor, work, nullptr);
  std::printf("-- elapsed time\n");
  if (beside != nullptr) print("numpy", numpy, &Run::elapsed, work, nullptr);
  print("one thread", one, &Run::elapsed, work, beside);
  print("two threads", two, &Run::elapsed, work, beside);
}
