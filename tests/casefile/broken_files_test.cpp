// One file per kind of fault in tests/data/broken, beside it the whole message. KREDS_ACCEPT=1 writes the messages
// anew; read them before you keep them.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "casefile/case_text.hpp"

namespace fs = std::filesystem;
using namespace kreds;

namespace {

const fs::path folder = KREDS_ROOT "/tests/data/broken";

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<fs::path> files(const std::string& extension) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == extension) found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

fs::path expected_beside(fs::path file) {
  return file.replace_extension(".expected");
}

std::string message_of(const fs::path& file) {
  document::TextResult text = document::read_text_file(file.string());
  if (text.text) return testing::messages(testing::read(*text.text, file.filename().string()).diagnostics);
  for (document::Diagnostic& d : text.diagnostics) d.place.file = file.filename().string();
  return testing::messages(text.diagnostics);
}

}  // namespace

TEST_CASE("every broken file is told with its whole message", "[casefile][broken]") {
  const std::vector<fs::path> broken = files(".json");
  REQUIRE(broken.size() > 100);
  const bool accept = std::getenv("KREDS_ACCEPT") != nullptr;
  for (const fs::path& file : broken) {
    INFO(file.filename().string());
    const std::string message = message_of(file);
    CHECK_FALSE(message.empty());
    CHECK_FALSE(testing::lacks_a_word(message));
    if (accept) std::ofstream(expected_beside(file), std::ios::binary) << message;
    REQUIRE(fs::exists(expected_beside(file)));
    CHECK(message == content(expected_beside(file)));
  }
}

TEST_CASE("every expected message belongs to a broken file", "[casefile][broken]") {
  for (const fs::path& expected : files(".expected")) {
    INFO(expected.filename().string());
    CHECK(fs::exists(fs::path(expected).replace_extension(".json")));
  }
}

TEST_CASE("no message about a broken file repeats a personal number or a control character", "[casefile][broken]") {
  for (const fs::path& file : files(".expected")) {
    INFO(file.filename().string());
    const std::string message = content(file);
    for (const char* digits : {"010190", "311280", "112801234", "3112801234"})
      CHECK(message.find(digits) == std::string::npos);
    for (const char c : message) CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20U));
  }
}
