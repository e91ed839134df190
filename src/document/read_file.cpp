#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "kreds/document/document.hpp"

namespace kreds::document {
namespace {

TextResult refused(const std::string& path, std::string code, Arguments arguments = {}) {
  return {std::nullopt, {{Severity::error, std::move(code), {path, 0, 0, ""}, std::move(arguments)}}};
}

TextResult refused_by_system(const std::string& path, int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return refused(path, "file_not_found");
    case EACCES:
    case EPERM:
      return refused(path, "file_no_permission");
    case EISDIR:
      return refused(path, "file_is_directory");
    default:
      return refused(path, "file_unreadable", {{"reason", Argument::literal(std::generic_category().message(error))}});
  }
}

TextResult refused_as_too_large(const std::string& path, const ParseLimits& limits) {
  return refused(path, "file_too_large", {{"megabytes", Argument::literal(std::to_string(limits.bytes >> 20))}});
}

/// A file descriptor that is closed again.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

TextResult read_all(int descriptor, const std::string& path, const ParseLimits& limits) {
  std::string text;
  std::array<char, std::size_t{1} << 16> buffer{};
  while (true) {
    const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return refused_by_system(path, errno);
    if (got == 0) break;
    text.append(buffer.data(), static_cast<std::size_t>(got));
    if (text.size() > limits.bytes) return refused_as_too_large(path, limits);
  }
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) return refused(path, "file_empty");
  return {std::move(text), {}};
}

std::optional<TextResult> refusal_of(const struct stat& status, const std::string& path, const ParseLimits& limits) {
  if (S_ISDIR(status.st_mode)) return refused(path, "file_is_directory");
  if (!S_ISREG(status.st_mode)) return refused(path, "file_not_regular");
  if (static_cast<std::size_t>(status.st_size) > limits.bytes) return refused_as_too_large(path, limits);
  return std::nullopt;
}

}  // namespace

TextResult read_text_file(const std::string& path, const ParseLimits& limits) {
  if (path == "-") return read_all(STDIN_FILENO, path, limits);
  if (path.find('\0') != std::string::npos) return refused(path, "file_not_found");

  // Looked at before it is opened, for opening alone can wake a device; and again afterwards, for it may have changed.
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return refused_by_system(path, errno);
  if (auto refusal = refusal_of(status, path, limits)) return *std::move(refusal);
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  if (file.number() < 0) return refused_by_system(path, errno);
  if (::fstat(file.number(), &status) != 0) return refused_by_system(path, errno);
  if (auto refusal = refusal_of(status, path, limits)) return *std::move(refusal);
  return read_all(file.number(), path, limits);
}

ParseResult parse_file(const std::string& path, const ParseLimits& limits) {
  TextResult read = read_text_file(path, limits);
  if (!read.text) return {std::nullopt, std::move(read.diagnostics)};
  return parse(path, *std::move(read.text), limits);
}

}  // namespace kreds::document
