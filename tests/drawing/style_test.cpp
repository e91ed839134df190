#include "kreds/drawing/style.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace kreds;
namespace fs = std::filesystem;

namespace {

std::string text_of(const std::string& path) {
  std::stringstream all;
  all << std::ifstream(path).rdbuf();
  return all.str();
}

/// A folder of styles that is gone afterwards.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("kreds-style-" + std::to_string(getpid()))) {
    fs::create_directories(path_);
    for (const auto& entry : fs::directory_iterator(KREDS_ROOT "/viz/style")) fs::copy(entry, path_);
  }
  ~Folder() { fs::remove_all(path_); }
  void write(const std::string& name, const std::string& text) const { std::ofstream(path_ / name) << text; }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

/// "line:column: code" of every fault of a style; empty if it can be used.
std::vector<std::string> faults_of(const Folder& folder, const std::string& name) {
  std::vector<std::string> told;
  try {
    drawing::load_style(folder.path(), name);
  } catch (const drawing::BadStyle& error) {
    for (const auto& d : error.diagnostics())
      told.push_back(std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + ": " + d.code);
  }
  return told;
}

/// The projector style with one piece of its text replaced.
std::vector<std::string> faults_with(const std::string& from, const std::string& to) {
  const Folder folder;
  std::string text = text_of(KREDS_ROOT "/viz/style/projector.json");
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  folder.write("broken.json", text);
  return faults_of(folder, "broken");
}

using Faults = std::vector<std::string>;

}  // namespace

TEST_CASE("every shipped style can be used and draws every kind of line", "[drawing][style]") {
  for (const auto& entry : fs::directory_iterator(KREDS_ROOT "/viz/style")) {
    if (entry.path().extension() != ".json") continue;
    CAPTURE(entry.path().string());
    const drawing::Style style = drawing::load_style(KREDS_ROOT "/viz/style", entry.path().stem().string());
    CHECK(style.lines.size() == 10);
    CHECK_FALSE(style.rings.empty());
  }
}

TEST_CASE("a colour that is none is told with its place", "[drawing][style]") {
  CHECK(faults_with("\"paper\": \"#ffffff\"", "\"paper\": \"white\"") == Faults{"3:12: style_colour"});
  CHECK(faults_with("\"#f8ecd8\"", "\"#f8e\"") == Faults{"7:24: style_colour"});
}

TEST_CASE("every fault of a style is told in one run", "[drawing][style]") {
  CHECK(faults_with("\"halo\"", "\"halos\"") == Faults{"6:3: unknown_key"});
  CHECK(faults_with("\"halo\": \"#ffffffb8\",", "") == Faults{"1:1: missing_key"});
  CHECK(faults_with("\"form\": \"zigzag\"", "\"form\": \"wiggly\"").front().find("style_form") != std::string::npos);
  CHECK(faults_with("\"ring_line_pt\": 0.8", "\"ring_line_pt\": 41").front().find("style_width") != std::string::npos);
  CHECK(faults_with("\"child\": \"#16212e\"", "\"child\": 3").front().find("style_type") != std::string::npos);
  const Folder folder;
  folder.write("two.json",
               R"({"based_on": "casefile", "paper": "white", "sectors": [], "lines": {"weak": {"form": 1}}})");
  CHECK(faults_of(folder, "two") == Faults{"1:35: style_colour", "1:55: style_no_colour", "1:86: style_type"});
}

TEST_CASE("a style takes what it leaves out from the one it is based on", "[drawing][style]") {
  const Folder folder;
  folder.write("ours.json", R"({"based_on": "casefile", "text": "#102030", "lines": {"weak": {"width_pt": 3}}})");
  const drawing::Style ours = drawing::load_style(folder.path(), "ours");
  const drawing::Style base = drawing::load_style(folder.path(), "casefile");
  CHECK(ours.text == "#102030");
  CHECK(ours.rings == base.rings);
  const auto weak = layout::LineKind::weak;
  CHECK(ours.lines.at(weak).width_pt == 3);
  CHECK(ours.lines.at(weak).colour == base.lines.at(weak).colour);
  CHECK(ours.lines.at(weak).form == "dashed");
}

TEST_CASE("a style can be a file anywhere based on a style of the folder or a file beside it", "[drawing][style]") {
  const Folder folder;
  fs::create_directories(folder.path() + "/own");
  folder.write("own/base.json", R"({"based_on": "projector-dark", "text": "#fefefe"})");
  folder.write("own/kommune.json", R"({"based_on": "base.json", "quiet_text": "#dddddd"})");
  const drawing::Style style = drawing::load_style(folder.path(), folder.path() + "/own/kommune.json");
  CHECK(style.text == "#fefefe");
  CHECK(style.quiet_text == "#dddddd");
  CHECK(style.paper == drawing::load_style(folder.path(), "projector-dark").paper);
  CHECK(drawing::names_a_file("kommune.json"));
  CHECK_FALSE(drawing::names_a_file("casefile"));
}

TEST_CASE("styles that are based on each other in a circle are refused", "[drawing][style]") {
  const Folder folder;
  folder.write("one.json", R"({"based_on": "two"})");
  folder.write("two.json", R"({"based_on": "one"})");
  CHECK(faults_of(folder, "one") == Faults{"1:14: style_circle"});
  folder.write("self.json", R"({"based_on": "self"})");
  CHECK(faults_of(folder, "self") == Faults{"1:14: style_circle"});
}

TEST_CASE("a style that is not there or not an object is refused", "[drawing][style]") {
  const Folder folder;
  CHECK(faults_of(folder, "none").size() == 1);
  folder.write("list.json", "[]");
  CHECK(faults_of(folder, "list") == Faults{"1:1: style_no_object"});
  folder.write("broken.json", "{");
  CHECK(faults_of(folder, "broken").size() == 1);
}
