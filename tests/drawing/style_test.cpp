#include "kreds/drawing/style.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cmath>
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

/// The message for the projector style with one piece of its text replaced.
std::string fault_of(const std::string& from, const std::string& to) {
  const fs::path folder = fs::temp_directory_path() / ("kreds-style-" + std::to_string(getpid()));
  fs::create_directories(folder);
  std::string text = text_of(KREDS_ROOT "/viz/style/projector.json");
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  std::ofstream(folder / "broken.json") << text;
  std::string message;
  try {
    drawing::load_style(folder.string(), "broken");
  } catch (const std::runtime_error& error) {
    message = error.what();
  }
  fs::remove_all(folder);
  return message;
}

}  // namespace

TEST_CASE("every shipped style can be used and draws every kind of line", "[drawing][style]") {
  for (const auto& entry : fs::directory_iterator(KREDS_ROOT "/viz/style")) {
    CAPTURE(entry.path().string());
    const drawing::Style style = drawing::load_style(KREDS_ROOT "/viz/style", entry.path().stem().string());
    CHECK(style.lines.size() == 10);
    CHECK_FALSE(style.rings.empty());
  }
}

TEST_CASE("a colour that is none is named with its place", "[drawing][style]") {
  const std::string message = fault_of("\"paper\": \"#ffffff\"", "\"paper\": \"white\"");
  CHECK(message.find("broken.json:2:12: a colour is written #rrggbb or #rrggbbaa") != std::string::npos);
}

TEST_CASE("a missing entry and a wrong form are both told in one run", "[drawing][style]") {
  CHECK(fault_of("\"halo\"", "\"halos\"").find("halo is missing") != std::string::npos);
  CHECK(fault_of("\"form\": \"zigzag\"", "\"form\": \"wiggly\"").find("form is one of solid") != std::string::npos);
}

TEST_CASE("a style that does not exist is refused with its path", "[drawing][style]") {
  CHECK_THROWS_WITH(drawing::load_style(KREDS_ROOT "/viz/style", "none"), Catch::Contains("viz/style/none.json"));
}

namespace {

/// Relative luminance and contrast as WCAG 2 defines them.
double luminance(const std::string& colour) {
  double parts[3];
  for (std::size_t i = 0; i < 3; ++i) {
    const double c = static_cast<double>(std::stoi(colour.substr(1 + 2 * i, 2), nullptr, 16)) / 255;
    parts[i] = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  }
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}

double contrast(const std::string& a, const std::string& b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

}  // namespace

TEST_CASE("text has a contrast of 4.5 to 1 and lines of 3 to 1 on every ground", "[drawing][style]") {
  CHECK(contrast("#000000", "#ffffff") == Approx(21));
  for (const auto& entry : fs::directory_iterator(KREDS_ROOT "/viz/style")) {
    const drawing::Style style = drawing::load_style(KREDS_ROOT "/viz/style", entry.path().stem().string());
    std::vector<std::string> grounds = style.rings;
    grounds.push_back(style.paper);
    grounds.push_back(style.tray);
    for (const std::string& ground : grounds) {
      CAPTURE(entry.path().string(), ground);
      CHECK(contrast(style.text, ground) >= 4.5);
      CHECK(contrast(style.quiet_text, ground) >= 4.5);
      for (const auto& [kind, line] : style.lines) {
        CAPTURE(line.colour);
        CHECK(contrast(line.colour, ground) >= 3);
      }
    }
    CHECK(contrast(style.child_text, style.child) >= 4.5);
  }
}
