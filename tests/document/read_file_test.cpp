#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <thread>

#include "kreds/document/document.hpp"

namespace fs = std::filesystem;
using namespace kreds::document;

namespace {

/// A folder that goes away again.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("kreds-read-file-" + std::to_string(::getpid()))) {
    fs::create_directory(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }

  std::string file(const std::string& name, const std::string& content) const {
    std::ofstream(path_ / name, std::ios::binary) << content;
    return (path_ / name).string();
  }
  std::string path(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

std::string refusal(const std::string& path, const ParseLimits& limits = {}) {
  const TextResult result = read_text_file(path, limits);
  REQUIRE_FALSE(result.text);
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics.front().place.file == path);
  return result.diagnostics.front().code;
}

/// Standard input is a pipe with this content for as long as it lives.
class PipedInput {
 public:
  explicit PipedInput(std::string content) : saved_(::dup(STDIN_FILENO)) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    ::dup2(ends[0], STDIN_FILENO);
    ::close(ends[0]);
    writer_ = std::thread([end = ends[1], text = std::move(content)] {
      for (std::size_t at = 0; at < text.size();) {
        const ssize_t written = ::write(end, text.data() + at, text.size() - at);
        if (written <= 0) break;
        at += static_cast<std::size_t>(written);
      }
      ::close(end);
    });
  }
  PipedInput(const PipedInput&) = delete;
  PipedInput& operator=(const PipedInput&) = delete;
  ~PipedInput() {
    writer_.join();
    ::dup2(saved_, STDIN_FILENO);
    ::close(saved_);
  }

 private:
  int saved_;
  std::thread writer_;
};

}  // namespace

TEST_CASE("a regular file is read whole", "[document][file]") {
  const Folder folder;
  const std::string content = "{\"a\": \"" + std::string(200'000, 'x') + "\"}";
  CHECK(read_text_file(folder.file("a.json", content)).text == content);
  CHECK(parse_file(folder.file("b.json", "[1]")).document);
}

TEST_CASE("what is no regular file is refused without being opened or waited for", "[document][file]") {
  const Folder folder;
  CHECK(refusal(folder.path("")) == "file_is_directory");
  CHECK(refusal(folder.path("none.json")) == "file_not_found");
  CHECK(refusal(folder.file("a.json", "1") + "/b.json") == "file_not_found");
  CHECK(refusal(folder.file("empty.json", "")) == "file_empty");
  CHECK(refusal(folder.file("blank.json", " \n\t\r\n")) == "file_empty");
  CHECK(refusal("/dev/zero") == "file_not_regular");
  CHECK(refusal("/dev/null") == "file_not_regular");
  REQUIRE(::mkfifo(folder.path("pipe").c_str(), 0600) == 0);
  CHECK(refusal(folder.path("pipe")) == "file_not_regular");
  fs::create_symlink(folder.path("pipe"), folder.path("link"));
  CHECK(refusal(folder.path("link")) == "file_not_regular");
  fs::create_symlink(folder.path("loop"), folder.path("loop"));
  CHECK(refusal(folder.path("loop")) == "file_unreadable");
}

TEST_CASE("a file of 200 megabytes is refused by its size", "[document][file]") {
  const Folder folder;
  fs::resize_file(folder.file("large.json", "["), std::uintmax_t{200} << 20);
  CHECK(refusal(folder.path("large.json")) == "file_too_large");
  ParseLimits limits;
  limits.bytes = 10;
  CHECK(refusal(folder.file("eleven.json", "[1,2,3,4,5]"), limits) == "file_too_large");
  CHECK(read_text_file(folder.file("ten.json", "[1,2,3,45]"), limits).text);
}

TEST_CASE("a file that may not be read is refused as such", "[document][file]") {
  const Folder folder;
  const std::string path = folder.file("secret.json", "{}");
  REQUIRE(::chmod(path.c_str(), 0) == 0);
  const bool root = ::geteuid() == 0;  // root may read everything, so somebody else tries
  if (root) REQUIRE(::seteuid(65534) == 0);
  const std::string code = refusal(path);
  if (root) REQUIRE(::seteuid(0) == 0);
  CHECK(code == "file_no_permission");
}

TEST_CASE("standard input is read to its end and no further than the limit", "[document][file]") {
  {
    const PipedInput input("{\"a\": 1}");
    CHECK(read_text_file("-").text == "{\"a\": 1}");
  }
  {
    const PipedInput input("");
    CHECK(refusal("-") == "file_empty");
  }
  {
    const PipedInput input("[1,2,3,4,5]");
    ParseLimits limits;
    limits.bytes = 10;
    CHECK(refusal("-", limits) == "file_too_large");
  }
}
