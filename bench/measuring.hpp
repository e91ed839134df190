/// \file
/// Other programs, run and measured; and the middle of what was measured.
#pragma once

#include <fcntl.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace kreds::bench {

struct Cost {
  double processor_s = 0, elapsed_s = 0;
  double megabytes = 0;  ///< largest resident set
};

struct Command {
  std::vector<std::string> words;
  std::string input = "/dev/null", output = "/dev/null";
  bool silent = false;    ///< what it says of faults is thrown away
  bool one_core = false;  ///< all its threads on one core, always the same
  unsigned limit_s = 0;   ///< 0: none
};

inline double seconds(const timeval& t) {
  return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
}

/// In the child, after fork: never returns.
[[noreturn]] inline void become(const Command& command) {
  dup2(open(command.input.c_str(), O_RDONLY), 0);
  dup2(open(command.output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), 1);
  if (command.silent) dup2(open("/dev/null", O_WRONLY), 2);
  if (command.one_core) {
    cpu_set_t first;
    CPU_ZERO(&first);
    CPU_SET(0, &first);
    sched_setaffinity(0, sizeof(first), &first);
  }
  alarm(command.limit_s);
  std::vector<char*> arguments;
  for (const std::string& word : command.words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  execvp(arguments[0], arguments.data());
  _exit(127);
}

/// A whole process, from fork to exit. Nothing if it fails or takes longer than its limit.
inline std::optional<Cost> measured(const Command& command) {
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) become(command);
  int status = 0;
  rusage used{};
  wait4(child, &status, 0, &used);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
  return Cost{seconds(used.ru_utime) + seconds(used.ru_stime),
              std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
              static_cast<double>(used.ru_maxrss) / 1024};
}

/// The same of a program that must not fail.
inline Cost cost(const Command& command) {
  const auto found = measured(command);
  if (!found) throw std::runtime_error("failed: " + command.words.at(0) + " " + command.words.at(1));
  return *found;
}

inline double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.at(values.size() / 2);
}

}  // namespace kreds::bench
