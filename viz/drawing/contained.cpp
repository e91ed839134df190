#include "contained.hpp"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>

#include "kreds/drawing/render.hpp"

namespace kreds::drawing {

namespace {

constexpr unsigned longest_seconds = 120;

[[noreturn]] void system_failed(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

class End {
 public:
  explicit End(int descriptor) : descriptor_(descriptor) {}
  ~End() { shut(); }
  End(const End&) = delete;
  End& operator=(const End&) = delete;
  int get() const { return descriptor_; }
  void shut() {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
  }

 private:
  int descriptor_;
};

/// The last byte says how the work ended; without it, it did not come to an end.
enum class Ending : char { result = 'r', failure = 'f' };

bool write_all(int to, const char* data, std::size_t size) {
  while (size > 0) {
    const ssize_t written = ::write(to, data, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    data += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

std::string read_all(int from) {
  std::string all;
  std::array<char, 65536> piece;
  while (true) {
    const ssize_t got = ::read(from, piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return all;
    all.append(piece.data(), static_cast<std::size_t>(got));
  }
}

/// In the process of its own: never returns, and leaves nothing behind on the disk or of what the parent had not
/// written yet.
[[noreturn]] void work_and_end(const std::function<std::string()>& work, int to) {
  // A memory image of a crash would hold the whole case.
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  for (int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGALRM, SIGPIPE}) ::signal(signal, SIG_DFL);
  ::alarm(longest_seconds);
  std::string told;
  Ending ending = Ending::result;
  try {
    told = work();
  } catch (const std::exception& error) {
    told = error.what();
    ending = Ending::failure;
  } catch (...) {
    ::_exit(1);
  }
  told += static_cast<char>(ending);
  ::_exit(write_all(to, told.data(), told.size()) ? 0 : 1);
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) system_failed("waitpid");
  return status;
}

std::string how_it_died(int status) {
  if (WIFSIGNALED(status)) {
    const char* name = ::sigabbrev_np(WTERMSIG(status));
    return "SIG" + std::string(name == nullptr ? std::to_string(WTERMSIG(status)) : name);
  }
  return "exit(" + std::to_string(WEXITSTATUS(status)) + ")";
}

}  // namespace

std::string contained(const std::function<std::string()>& work) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) system_failed("pipe");
  End from(ends[0]), to(ends[1]);
  // What waits to be written would else be written twice if the work calls exit().
  std::fflush(nullptr);
  const pid_t child = ::fork();
  if (child < 0) system_failed("fork");
  if (child == 0) {
    from.shut();
    work_and_end(work, to.get());
  }
  to.shut();
  std::string told = read_all(from.get());
  const int status = wait_for(child);
  const bool ended = WIFEXITED(status) && WEXITSTATUS(status) == 0 && !told.empty();
  const char ending = ended ? told.back() : '\0';
  if (ended) told.pop_back();
  if (ending == static_cast<char>(Ending::result)) return told;
  if (ending == static_cast<char>(Ending::failure)) throw std::runtime_error(told);
  throw RenderDied(how_it_died(status));
}

}  // namespace kreds::drawing
