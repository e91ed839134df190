#include "kreds/document/output_file.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "support/golden.hpp"
#include "support/run_program.hpp"

using kreds::document::OutputError;
using kreds::document::write_output;
using kreds::testing::bytes_of;
using kreds::testing::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

std::string reason_of(const std::string& path) {
  try {
    write_output(path, "x");
  } catch (const OutputError& error) {
    return error.reason();
  }
  return "none";
}

mode_t mode_of(const std::string& path) {
  struct stat status {};
  ::stat(path.c_str(), &status);
  return status.st_mode & 07777U;
}

std::size_t entries_in(const std::string& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a file is written for its owner only whatever stood there and whatever the umask is", "[document]") {
  const TemporaryFolder folder;
  std::ofstream(folder / "old.svg") << "a longer old text";
  ::chmod((folder / "old.svg").c_str(), 0666);
  const mode_t before = ::umask(0777);
  write_output(folder / "old.svg", "new");
  write_output(folder / "fresh.svg", "");
  ::umask(before);
  CHECK(bytes_of(folder / "old.svg") == "new");
  CHECK(mode_of(folder / "old.svg") == 0600);
  CHECK(bytes_of(folder / "fresh.svg").empty());
  CHECK(mode_of(folder / "fresh.svg") == 0600);
  CHECK(entries_in(folder.path()) == 2);
}

TEST_CASE("a symbolic link is followed to its file and stays a link", "[document]") {
  const TemporaryFolder folder;
  fs::create_directory(folder / "far");
  std::ofstream(folder / "far/real.svg") << "old";
  fs::create_symlink("far/real.svg", folder / "link.svg");
  fs::create_symlink("link.svg", folder / "link-to-link.svg");
  write_output(folder / "link-to-link.svg", "new");
  CHECK(fs::is_symlink(folder / "link.svg"));
  CHECK(fs::is_symlink(folder / "link-to-link.svg"));
  CHECK(bytes_of(folder / "far/real.svg") == "new");
}

TEST_CASE("a link to a file that is not there yet makes the file", "[document]") {
  const TemporaryFolder folder;
  fs::create_symlink("later.svg", folder / "link.svg");
  write_output(folder / "link.svg", "new");
  CHECK(fs::is_symlink(folder / "link.svg"));
  CHECK(bytes_of(folder / "later.svg") == "new");
}

TEST_CASE("links in a circle are refused", "[document]") {
  const TemporaryFolder folder;
  fs::create_symlink("b", folder / "a");
  fs::create_symlink("a", folder / "b");
  CHECK(reason_of(folder / "a") == "failed");
}

TEST_CASE("a missing folder and a folder and a device are told apart", "[document]") {
  const TemporaryFolder folder;
  std::ofstream(folder / "file") << "x";
  CHECK(reason_of(folder / "nowhere/map.svg") == "no_folder");
  CHECK(reason_of(folder / "file/map.svg") == "no_folder");
  CHECK(reason_of(folder.path()) == "is_folder");
  CHECK(reason_of("/dev/null") == "not_a_file");
  CHECK(fs::is_character_file("/dev/null"));
  CHECK(entries_in(folder.path()) == 1);
}

TEST_CASE("a name without a folder is written where the program runs", "[document]") {
  const TemporaryFolder folder;
  const fs::path before = fs::current_path();
  fs::current_path(folder.path());
  write_output("map.svg", "new");
  fs::current_path(before);
  CHECK(bytes_of(folder / "map.svg") == "new");
}
