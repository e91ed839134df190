/// \file
/// Runs a program as a person would and keeps what it said.
///
/// The environment is only what is named here, so that tests do not depend on where they run.
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace kreds::testing {

struct RunOptions {
  std::string folder;                              ///< to run in; empty: where the test runs
  std::map<std::string, std::string> environment;  ///< beside the usual few
  std::optional<std::string> input;                ///< on standard input; else it is closed
  std::optional<rlim_t> file_size_limit;           ///< of each file it writes
  bool close_output_early = false;                 ///< nobody reads standard output
};

struct RunResult {
  std::string out, err;
  int exit_code = -1;
  int signal = 0;  ///< that ended it
};

namespace detail {

struct Pipe {
  int read_end = -1, write_end = -1;
  Pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe");
    read_end = ends[0];
    write_end = ends[1];
  }
  ~Pipe() {
    close_read();
    close_write();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  void close_read() { shut(read_end); }
  void close_write() { shut(write_end); }

 private:
  static void shut(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
  }
};

inline std::vector<std::string> environment_of(const RunOptions& options) {
  std::map<std::string, std::string> all = {{"PATH", "/usr/bin:/bin:/usr/sbin:/sbin"}, {"KREDS_TODAY", "2024-09-01"}};
  for (const char* passed_on : {"ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"})
    if (const char* value = std::getenv(passed_on)) all[passed_on] = value;
  for (const auto& [name, value] : options.environment) all[name] = value;
  std::vector<std::string> lines;
  for (const auto& [name, value] : all) lines.push_back(std::string(name).append("=").append(value));
  return lines;
}

inline std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

[[noreturn]] inline void become(std::vector<std::string> command, const RunOptions& options, Pipe& in, Pipe& out,
                                Pipe& err) {
  std::vector<std::string> environment = environment_of(options);
  ::dup2(in.read_end, STDIN_FILENO);
  ::dup2(out.write_end, STDOUT_FILENO);
  ::dup2(err.write_end, STDERR_FILENO);
  if (!options.folder.empty() && ::chdir(options.folder.c_str()) != 0) ::_exit(126);
  if (options.file_size_limit) {
    const rlimit limit{*options.file_size_limit, *options.file_size_limit};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ::execvpe(command.front().c_str(), pointers_to(command).data(), pointers_to(environment).data());
  ::_exit(127);
}

/// Until both ends are closed.
inline void read_both(Pipe& out, Pipe& err, RunResult& result) {
  std::array<pollfd, 2> ends = {pollfd{out.read_end, POLLIN, 0}, pollfd{err.read_end, POLLIN, 0}};
  const std::array<std::string*, 2> into = {&result.out, &result.err};
  int open = (ends[0].fd >= 0 ? 1 : 0) + 1;
  while (open > 0) {
    constexpr int a_minute = 60'000;
    if (::poll(ends.data(), ends.size(), a_minute) <= 0) throw std::runtime_error("the program hangs");
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if ((ends.at(i).revents & (POLLIN | POLLHUP)) == 0) continue;
      std::array<char, 65536> buffer{};
      const ssize_t count = ::read(ends.at(i).fd, buffer.data(), buffer.size());
      if (count > 0) {
        into.at(i)->append(buffer.data(), static_cast<std::size_t>(count));
      } else {
        ends.at(i).fd = -1;
        --open;
      }
    }
  }
}

}  // namespace detail

inline RunResult run_program(const std::vector<std::string>& command, const RunOptions& options = {}) {
  detail::Pipe in, out, err;
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("fork");
  if (child == 0) detail::become(command, options, in, out, err);
  in.close_read();
  out.close_write();
  err.close_write();
  if (options.close_output_early) out.close_read();
  // Small enough for the pipe's buffer.
  if (options.input && ::write(in.write_end, options.input->data(), options.input->size()) < 0)
    throw std::runtime_error("write");
  in.close_write();
  RunResult result;
  detail::read_both(out, err, result);
  int status = 0;
  ::waitpid(child, &status, 0);
  if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) result.signal = WTERMSIG(status);
  return result;
}

/// A folder of its own for a test, gone when the test is over.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = "/tmp/kreds-test-XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
    path_ = pattern;
  }
  ~TemporaryFolder() { run_program({"rm", "-rf", path_}); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::string& path() const { return path_; }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

}  // namespace kreds::testing
