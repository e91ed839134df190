#include "kreds/smaa/acceptability.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <deque>
#include <functional>
#include <numeric>
#include <stdexcept>
#include <thread>

#include "compile.hpp"
#include "engine.hpp"

namespace kreds::smaa {

namespace {

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

/// ---- work in portions
/// -----------------------------------------------------------------------------------------------

/// The draws in at most 64 portions of whole rows, whatever the number of threads: each has sums of its own, and these
/// are added in order.
std::vector<DrawRange> portions(int draws) {
  constexpr int most = 64;
  const std::int64_t rows = (std::int64_t{draws} + draws_per_row - 1) / draws_per_row;
  const std::int64_t count = std::min<std::int64_t>(most, rows);
  std::vector<DrawRange> result;
  for (std::int64_t i = 0; i < count; ++i) {
    const auto begin = i * rows / count * draws_per_row;
    const auto end = std::min<std::int64_t>(draws, (i + 1) * rows / count * draws_per_row);
    result.push_back({static_cast<int>(begin), static_cast<int>(end)});
  }
  return result;
}

int thread_count(int wanted, std::size_t portion_count) {
  const int threads = wanted > 0 ? wanted : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  return std::min(threads, static_cast<int>(portion_count));
}

/// Calls work(worker, portion) for each portion; the calling thread is worker 0.
template <class Work>
void share_out(int threads, std::size_t portion_count, Work work) {
  std::atomic<std::size_t> next = 0;
  const auto run = [&](int worker) {
    for (std::size_t portion = next++; portion < portion_count; portion = next++) work(at(worker), portion);
  };
  std::vector<std::thread> helpers;
  for (int worker = 1; worker < threads; ++worker) helpers.emplace_back(run, worker);
  run(0);
  for (std::thread& helper : helpers) helper.join();
}

/// ---- counts and sums
/// ------------------------------------------------------------------------------------------------

using Counts = std::vector<std::int64_t>;

void add(Counts& sum, const Counts& more) {
  std::ranges::transform(sum, more, sum.begin(), std::plus<>());
}

double total(const PartialSum& sum) {
  const auto& p = sum.part;
  return ((p[0] + p[1]) + (p[2] + p[3])) + ((p[4] + p[5]) + (p[6] + p[7]));
}

/// Sums of floating-point numbers over draws: the weights where each alternative is first, scores and their squares.
struct Sums {
  std::vector<double> first_weights, scores, squares;
};

void add(std::vector<double>& sum, const std::vector<double>& more) {
  std::ranges::transform(sum, more, sum.begin(), std::plus<>());
}

/// What one thread works with. Integers may be added up in any order, so it keeps them from portion to portion.
class Worker {
 public:
  explicit Worker(const Plan& plan)
      : plan_(plan),
        room_(plan),
        better_(at(plan.alternatives.count * plan.alternatives.count)),
        ranks_(better_.size()),
        firsts_(at(plan.alternatives.count)),
        partial_(at(plan.alternatives.count * (plan.criteria + 2))) {}

  Sums count(const Kernel& kernel, DrawRange draws) {
    std::ranges::fill(partial_, PartialSum{});
    PartialSum* const scores = partial_.data() + plan_.alternatives.count * plan_.criteria;
    PartialSum* const squares = scores + plan_.alternatives.count;
    Tally tally{better_.data(), ranks_.data(), partial_.data(), scores, squares};
    kernel.count(plan_, draws, room_.workspace(), tally);
    const auto totals = [](const PartialSum* begin, const PartialSum* end) {
      std::vector<double> result(static_cast<std::size_t>(end - begin));
      std::transform(begin, end, result.begin(), total);
      return result;
    };
    return {totals(partial_.data(), scores), totals(scores, squares),
            totals(squares, squares + plan_.alternatives.count)};
  }

  void count_firsts(const Kernel& kernel, const Candidates& candidates, DrawRange draws) {
    kernel.count_firsts(plan_, candidates, draws, room_.workspace(), firsts_.data());
  }

  const Counts& better() const { return better_; }
  const Counts& ranks() const { return ranks_; }
  const Counts& firsts() const { return firsts_; }

 private:
  const Plan& plan_;
  Room room_;
  Counts better_, ranks_, firsts_;
  std::vector<PartialSum> partial_;
};

class Simulation {
 public:
  Simulation(const WeightModel& model, const std::vector<Alternative>& alternatives, const Sampling& sampling)
      : compiled_(model, alternatives, sampling.seed),
        kernel_(kernel_for(sampling.instructions)),
        draws_(sampling.draws),
        portions_(portions(sampling.draws)) {
    const int threads = thread_count(sampling.threads, portions_.size());
    for (int i = 0; i < threads; ++i) workers_.emplace_back(compiled_.plan());
  }

  Acceptability run() {
    const Plan& plan = compiled_.plan();
    Acceptability result{.draws = draws_};
    result.alternatives.resize(at(plan.alternatives.count));
    std::vector<Sums> sums(portions_.size());
    share_out(threads(), portions_.size(),
              [&](std::size_t worker, std::size_t i) { sums[i] = workers_[worker].count(kernel_, portions_[i]); });
    for (std::size_t i = 1; i < sums.size(); ++i) {
      add(sums[0].first_weights, sums[i].first_weights);
      add(sums[0].scores, sums[i].scores);
      add(sums[0].squares, sums[i].squares);
    }
    tell_ranks(result);
    tell_pairs(result);
    tell_scores(result, sums[0]);
    tell_weights(result, sums[0]);
    tell_confidence(result);
    return result;
  }

 private:
  int threads() const { return static_cast<int>(workers_.size()); }
  int alternatives() const { return compiled_.plan().alternatives.count; }

  template <class Of>
  Counts gathered(Of of) const {
    Counts sum = of(workers_[0]);
    for (std::size_t i = 1; i < workers_.size(); ++i) add(sum, of(workers_[i]));
    return sum;
  }

  void tell_ranks(Acceptability& result) {
    const Counts ranks = gathered([](const Worker& worker) { return worker.ranks(); });
    firsts_.clear();
    for (int h = 0; h < alternatives(); ++h) {
      auto& told = result.alternatives[at(h)];
      std::int64_t sum = 0, squares = 0;
      for (int r = 0; r < alternatives(); ++r) {
        const std::int64_t seen = ranks[at(h * alternatives() + r)];
        told.ranks.push_back(static_cast<double>(seen) / draws_);
        sum += seen * (r + 1);
        squares += seen * (r + 1) * (r + 1);
      }
      firsts_.push_back(ranks[at(h * alternatives())]);
      told.expected_rank = static_cast<double>(sum) / draws_;
      told.expected_rank_error = error_of_mean(static_cast<double>(sum), static_cast<double>(squares));
      if (told.ranks[0] > 0) result.choice_entropy -= told.ranks[0] * std::log2(told.ranks[0]);
    }
  }

  void tell_pairs(Acceptability& result) const {
    const Counts better = gathered([](const Worker& worker) { return worker.better(); });
    for (int a = 0; a < alternatives(); ++a) {
      auto& row = result.ahead.emplace_back();
      for (int b = 0; b < alternatives(); ++b) {
        const std::int64_t halves = draws_ + better[at(a * alternatives() + b)] - better[at(b * alternatives() + a)];
        row.push_back(static_cast<double>(halves) / (2.0 * draws_));
      }
    }
  }

  void tell_scores(Acceptability& result, const Sums& sums) const {
    for (std::size_t h = 0; h < result.alternatives.size(); ++h) {
      auto& told = result.alternatives[h];
      told.mean_value = compiled_.plan().alternatives.first[h].centre + sums.scores[h] / draws_;
      told.mean_value_error = error_of_mean(sums.scores[h], sums.squares[h]);
    }
  }

  void tell_weights(Acceptability& result, const Sums& sums) const {
    const auto criteria = at(compiled_.plan().criteria);
    for (std::size_t h = 0; h < result.alternatives.size(); ++h) {
      if (firsts_[h] == 0) continue;
      auto& weights = result.alternatives[h].central_weights.emplace();
      for (std::size_t j = 0; j < criteria; ++j)
        weights.push_back(sums.first_weights[h * criteria + j] / static_cast<double>(firsts_[h]));
    }
  }

  void tell_confidence(Acceptability& result) {
    std::vector<int> who;
    std::vector<double> weights, certain;
    for (int h = 0; h < alternatives(); ++h) {
      const auto& own = result.alternatives[at(h)].central_weights;
      if (!own) continue;
      who.push_back(h);
      weights.insert(weights.end(), own->begin(), own->end());
      for (const AlternativePlan& alternative : compiled_.plan().alternatives) {
        double sum = 0;
        for (const CertainValue& value : alternative.certain) sum += (*own)[at(value.criterion)] * value.value;
        certain.push_back(sum);
      }
    }
    const auto slice = []<class Item>(const std::vector<Item>& items) {
      return Slice<Item>{items.data(), static_cast<int>(items.size())};
    };
    const Candidates candidates{slice(who), slice(weights), slice(certain)};
    share_out(threads(), portions_.size(), [&](std::size_t worker, std::size_t i) {
      workers_[worker].count_firsts(kernel_, candidates, portions_[i]);
    });
    const Counts firsts = gathered([](const Worker& worker) { return worker.firsts(); });
    for (std::size_t c = 0; c < who.size(); ++c)
      result.alternatives[at(who[c])].confidence = static_cast<double>(firsts[c]) / draws_;
  }

  /// √(variance/n) of a mean over the draws, from the sum and the sum of squares.
  double error_of_mean(double sum, double squares) const {
    if (draws_ < 2) return 0;
    const double variance = (squares - sum * sum / draws_) / (draws_ - 1.0);
    return std::sqrt(std::max(0.0, variance) / draws_);
  }

  Compiled compiled_;
  const Kernel& kernel_;
  int draws_;
  std::vector<DrawRange> portions_;
  std::deque<Worker> workers_;
  Counts firsts_;  ///< draws in which each alternative is first
};

}  // namespace

Acceptability acceptability(const WeightModel& model, const std::vector<Alternative>& alternatives,
                            const Sampling& sampling) {
  require_sound(model, alternatives);
  if (sampling.draws < 1) throw std::invalid_argument("fewer than one draw");
  if (sampling.threads < 0) throw std::invalid_argument("fewer than no threads");
  if (alternatives.empty()) return {.draws = sampling.draws};
  return Simulation(model, alternatives, sampling).run();
}

double standard_error(double share, int draws) {
  return std::sqrt(std::max(0.0, share * (1 - share)) / draws);
}

}  // namespace kreds::smaa
