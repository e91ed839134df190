/// \file
/// Many jobs at once, results one after another in the order of the jobs.
///
/// At most `window` jobs are between being taken and being handed over, so that memory does not grow with their number.
/// `next` and `put` are never called at the same time as themselves or each other; `work` is, from several threads.
/// With one thread all happens in the caller's. What any of them throws ends the whole and is thrown again, once.
#pragma once

#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace kreds::application {

template <class Next, class Work, class Put>
class InOrder {
 public:
  using Job = typename decltype(std::declval<Next>()())::value_type;
  using Result = decltype(std::declval<Work>()(std::declval<Job>()));

  InOrder(Next next, Work work, Put put, std::size_t window)
      : next_(std::move(next)), work_(std::move(work)), put_(std::move(put)), window_(window) {}

  void run(int threads) {
    if (threads <= 1) {
      while (std::optional<Job> job = next_()) put_(work_(std::move(*job)));
      return;
    }
    std::vector<std::thread> crew;
    for (int i = 0; i < threads; ++i) crew.emplace_back([this] { toil(); });
    for (std::thread& one : crew) one.join();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void toil() {
    try {
      while (auto taken = take()) hand_over(taken->first, work_(std::move(taken->second)));
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      room_.notify_all();
    }
  }

  std::optional<std::pair<std::size_t, Job>> take() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] { return failure_ || taken_ < handed_over_ + window_; });
    if (failure_ || exhausted_) return std::nullopt;
    std::optional<Job> job = next_();
    if (!job) {
      exhausted_ = true;
      return std::nullopt;
    }
    return std::pair(taken_++, std::move(*job));
  }

  void hand_over(std::size_t number, Result result) {
    const std::lock_guard lock(mutex_);
    waiting_.emplace(number, std::move(result));
    while (!waiting_.empty() && waiting_.begin()->first == handed_over_ && !failure_) {
      Result first = std::move(waiting_.begin()->second);
      waiting_.erase(waiting_.begin());
      put_(std::move(first));
      ++handed_over_;
    }
    room_.notify_all();
  }

  Next next_;
  Work work_;
  Put put_;
  std::size_t window_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::size_t taken_ = 0, handed_over_ = 0;
  bool exhausted_ = false;
  std::map<std::size_t, Result> waiting_;
  std::exception_ptr failure_;
};

}  // namespace kreds::application
