#include "kreds/application/contained.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <new>
#include <system_error>

namespace kreds::application {
namespace {

/// How the child's message begins; what follows is the result, or what the exception said.
constexpr char has_result = 'r', has_no_memory = 'm', has_failed = 'f';

[[noreturn]] void throw_last_error(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

bool has_other_threads() {
  std::error_code none;
  const std::filesystem::directory_iterator threads("/proc/self/task", none);
  return !none && std::distance(begin(threads), end(threads)) > 1;
}

std::string message_of(const std::function<std::string()>& work) {
  try {
    return has_result + work();
  } catch (const std::bad_alloc&) {
    return {has_no_memory};
  } catch (const std::exception& error) {
    return has_failed + std::string(error.what());
  }
}

void write_all(int descriptor, const std::string& bytes) {
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t count = ::write(descriptor, bytes.data() + done, bytes.size() - done);
    if (count > 0)
      done += static_cast<std::size_t>(count);
    else if (errno != EINTR)
      return;  // nobody listens any more
  }
}

std::string read_all(int descriptor) {
  std::string bytes;
  std::array<char, 65536> part{};
  while (true) {
    const ssize_t count = ::read(descriptor, part.data(), part.size());
    if (count > 0)
      bytes.append(part.data(), static_cast<std::size_t>(count));
    else if (count == 0 || errno != EINTR)
      return bytes;
  }
}

[[noreturn]] void be_child(const std::function<std::string()>& work, int to_parent, std::chrono::seconds longest) {
  // What is left of the memory of somebody who drew a case must not lie on a disk.
  const rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  // Whoever catches these in the parent would tell of its end.
  for (const int fatal : {SIGABRT, SIGALRM, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTERM}) std::signal(fatal, SIG_DFL);
  ::alarm(static_cast<unsigned>(longest.count()));
  write_all(to_parent, message_of(work));
  ::_exit(0);
}

int status_of(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) throw_last_error("waitpid");
  return status;
}

std::string result_of(const std::string& message, int status) {
  if (WIFSIGNALED(status))
    throw Died(WTERMSIG(status) == SIGALRM ? Died::How::too_long : Died::How::signal, WTERMSIG(status));
  // A library that ends the program does so before anything is written.
  if (message.empty() || WEXITSTATUS(status) != 0) throw Died(Died::How::exit, WEXITSTATUS(status));
  if (message.front() == has_no_memory) throw std::bad_alloc();
  if (message.front() == has_failed) throw std::runtime_error(message.substr(1));
  return message.substr(1);
}

}  // namespace

Died::Died(How how, int number) : std::runtime_error("the work ended without a result"), how_(how), number_(number) {}

std::string contained(const std::function<std::string()>& work, std::chrono::seconds longest) {
  if (has_other_threads()) return work();
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw_last_error("pipe");
  Descriptor from_child(ends[0]), to_parent(ends[1]);
  // A library that ends the child would write what waits here a second time.
  std::fflush(stdout);
  std::fflush(stderr);
  const pid_t child = ::fork();
  if (child < 0) throw_last_error("fork");
  if (child == 0) be_child(work, to_parent.number(), longest);
  to_parent.close();
  const std::string message = read_all(from_child.number());
  return result_of(message, status_of(child));
}

}  // namespace kreds::application
