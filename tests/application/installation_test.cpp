#include <catch2/catch.hpp>
#include <filesystem>

#include "kreds/application/pipeline.hpp"
#include "support/run_program.hpp"

using kreds::application::find_installation;
using kreds::testing::TemporaryFolder;

namespace {
namespace fs = std::filesystem;

void put_labels(const std::string& root) {
  fs::create_directories(root + "/data/labels");
  fs::copy_file(KREDS_ROOT "/data/labels/da.json", root + "/data/labels/da.json");
}
}  // namespace

TEST_CASE("a program in a build folder finds the source tree", "[application]") {
  const TemporaryFolder folder;
  put_labels(folder.path());
  const auto found = find_installation(folder / "build/release/kreds");
  CHECK(found.data == folder / "data");
  CHECK(found.styles == folder / "viz/style");
}

TEST_CASE("an installed program finds its own share before anything else", "[application]") {
  const TemporaryFolder folder;
  put_labels(folder.path());
  put_labels(folder / "usr/share/kreds");
  fs::create_directories(folder / "usr/share/kreds/fonts");
  const auto found = find_installation(folder / "usr/bin/kreds");
  CHECK(found.data == folder / "usr/share/kreds/data");
  REQUIRE(!found.fonts.empty());
  CHECK(found.fonts.front() == folder / "usr/share/kreds/fonts");
}

TEST_CASE("a program without its data says where it looked", "[application]") {
  const TemporaryFolder folder;
  CHECK_THROWS_WITH(find_installation(folder / "usr/bin/kreds"),
                    "data/labels/da.json lies neither in " + (folder / "usr/share/kreds") + " nor in " + folder.path());
}
