#include "kreds/document/output_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <string_view>
#include <utility>

namespace kreds::document {
namespace {

namespace fs = std::filesystem;

std::string reason_of(int system_error) {
  switch (system_error) {
    case ENOENT:
    case ENOTDIR:
      return "no_folder";
    case EACCES:
    case EPERM:
    case EROFS:
      return "no_permission";
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return "disk_full";
    case EISDIR:
      return "is_folder";
    case EPIPE:
      return "pipe_closed";
    default:
      return "failed";
  }
}

[[noreturn]] void fail(const std::string& path, int system_error) {
  throw OutputError(reason_of(system_error), path, system_error);
}

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int value() const { return value_; }
  /// Some file systems tell of a full disk only here.
  int close() { return ::close(std::exchange(value_, -1)); }

 private:
  int value_;
};

/// While it lives, an interrupt waits: nobody is left with half a file that holds names.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t held;
    sigemptyset(&held);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&held, signal);
    pthread_sigmask(SIG_BLOCK, &held, &before_);
  }
  ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;

 private:
  sigset_t before_{};
};

/// 0, or errno.
int write_all(int descriptor, const std::string& bytes) {
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t count = ::write(descriptor, bytes.data() + done, bytes.size() - done);
    if (count >= 0)
      done += static_cast<std::size_t>(count);
    else if (errno != EINTR)
      return errno;
  }
  return 0;
}

constexpr std::string_view temporary_begin = ".kreds-", temporary_end = ".tmp";

std::string random_name() {
  std::array<unsigned char, 8> bytes{};
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    return std::string(temporary_begin) + "0" + std::string(temporary_end);
  std::string name(temporary_begin);
  for (const unsigned char byte : bytes) {
    name += "0123456789abcdef"[byte >> 4U];
    name += "0123456789abcdef"[byte & 15U];
  }
  return name.append(temporary_end);
}

/// Removes itself unless it was renamed to its target.
class TemporaryFile {
 public:
  TemporaryFile(const fs::path& folder, const std::string& told_as) : path_(folder / random_name()) {
    descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor_ < 0) fail(told_as, errno);
    // As long as it is held, remove_abandoned sees that somebody is at work; the second descriptor outlives closing.
    held_ = ::fcntl(descriptor_, F_DUPFD_CLOEXEC, 0);
    ::flock(descriptor_, LOCK_EX | LOCK_NB);
  }
  ~TemporaryFile() {
    if (!renamed_) ::unlink(path_.c_str());
    if (held_ >= 0) ::close(held_);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  int descriptor() const { return descriptor_; }
  int rename_to(const fs::path& target) {
    if (std::rename(path_.c_str(), target.c_str()) != 0) return errno;
    renamed_ = true;
    return 0;
  }

 private:
  fs::path path_;
  int descriptor_ = -1, held_ = -1;
  bool renamed_ = false;
};

void write_file(const std::string& path, const std::string& bytes) {
  const fs::path target = document::behind_links(path);
  struct stat status {};
  if (::stat(target.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) fail(path, EISDIR);
    // Renaming over a device or a pipe would replace it.
    if (!S_ISREG(status.st_mode)) throw OutputError("not_a_file", path, 0);
  }
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");

  const SignalsHeld signals_held;
  TemporaryFile temporary(folder, path);
  Descriptor file(temporary.descriptor());
  if (::fchmod(file.value(), S_IRUSR | S_IWUSR) != 0) fail(path, errno);  // whatever the umask took away
  if (const int error = write_all(file.value(), bytes)) fail(path, error);
  if (::fsync(file.value()) != 0) fail(path, errno);
  if (file.close() != 0) fail(path, errno);
  if (const int error = temporary.rename_to(target)) fail(path, error);

  // The file is there by now; a folder that cannot be flushed (some network drives) is no failure.
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.value() >= 0) ::fsync(opened.value());
}

}  // namespace

OutputError::OutputError(std::string reason, std::string path, int system_error)
    : std::runtime_error(path + ": " + (system_error != 0 ? std::strerror(system_error) : reason)),
      reason_(std::move(reason)),
      path_(std::move(path)),
      system_error_(system_error) {}

namespace {

bool is_still_at(const std::string& path, const struct stat& opened) {
  struct stat there {};
  return ::stat(path.c_str(), &there) == 0 && there.st_dev == opened.st_dev && there.st_ino == opened.st_ino;
}

}  // namespace

void append_line(const std::string& path, const std::string& line) {
  const SignalsHeld signals_held;
  for (bool again = true; again;) {
    struct stat status {};
    const bool is_new = ::lstat(path.c_str(), &status) != 0 && errno == ENOENT;
    // A pipe without a reader would make opening it wait.
    Descriptor file(::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (file.value() < 0) fail(path, errno);
    if (::flock(file.value(), LOCK_EX) != 0 || ::fstat(file.value(), &status) != 0) fail(path, errno);
    if (!S_ISREG(status.st_mode)) throw OutputError("not_a_file", path, 0);
    // Whoever held it may have had no room and taken the empty file away again.
    again = !is_still_at(path, status);
    if (again) continue;
    int error = write_all(file.value(), line + "\n");
    if (error == 0 && ::fsync(file.value()) != 0) error = errno;
    if (error != 0) {
      if (::ftruncate(file.value(), status.st_size) != 0) fail(path, errno);
      if (is_new && status.st_size == 0) ::unlink(path.c_str());
      fail(path, error);
    }
    if (file.close() != 0) fail(path, errno);
  }
}

void make_folders(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) fail(path, error.value());
}

/// Links are followed one by one, since the last may point to nothing yet.
std::string behind_links(const std::string& path) {
  fs::path target = path;
  std::error_code none;
  for (int step = 0; fs::is_symlink(target, none); ++step) {
    if (step == 40) fail(path, ELOOP);
    const fs::path next = fs::read_symlink(target, none);
    target = next.is_absolute() ? next : target.parent_path() / next;
  }
  return target.string();
}

void remove_abandoned(const std::string& folder) {
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder.empty() ? "." : folder, none)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(temporary_begin) || !name.ends_with(temporary_end)) continue;
    const Descriptor file(::open(entry.path().c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat status {};
    if (file.value() < 0 || ::fstat(file.value(), &status) != 0 || !S_ISREG(status.st_mode)) continue;
    // An empty one may have been made a moment ago, and tells nothing.
    constexpr std::time_t minute = 60;
    const bool in_making = status.st_size == 0 && std::time(nullptr) - status.st_mtime < minute;
    if (!in_making && ::flock(file.value(), LOCK_EX | LOCK_NB) == 0) ::unlink(entry.path().c_str());
  }
}

FolderLock::FolderLock(const std::string& path, int seconds) {
  const fs::path folder = fs::path(behind_links(path)).parent_path();
  descriptor_ = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor_ < 0) fail(path, errno);
  constexpr int tries_a_second = 50;
  for (int left = seconds * tries_a_second; ::flock(descriptor_, LOCK_EX | LOCK_NB) != 0; --left) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) return;
    if (left <= 0) {
      ::close(std::exchange(descriptor_, -1));
      throw OutputError("locked", path, 0);
    }
    const timespec pause{0, 1'000'000'000 / tries_a_second};
    ::nanosleep(&pause, nullptr);
  }
}

FolderLock::~FolderLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void write_output(const std::string& path, const std::string& bytes) {
  if (path != "-") return write_file(path, bytes);
  if (const int error = write_all(STDOUT_FILENO, bytes)) fail(path, error);
}

}  // namespace kreds::document
