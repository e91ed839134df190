// Codes of diagnostics and their sentences, and the languages, held against each other.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string_view>

#include "kreds/labels/labels.hpp"

namespace fs = std::filesystem;
using namespace kreds;

namespace {

using Keys = std::set<std::string>;

labels::Labels shipped(const std::string& language) {
  return labels::load_labels(KREDS_ROOT "/data/labels", language);
}

std::vector<std::string> languages() {
  std::vector<std::string> found;
  for (const auto& entry : fs::directory_iterator(KREDS_ROOT "/data/labels"))
    if (entry.path().extension() == ".json") found.push_back(entry.path().stem().string());
  return found;
}

constexpr std::string_view name_characters = "abcdefghijklmnopqrstuvwxyz0123456789_";

/// What stands between an opening and a closing sign, if it is a name.
Keys names_between(const std::string& text, const std::string& open, char close) {
  Keys names;
  for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at + 1)) {
    const std::size_t begin = at + open.size();
    const std::size_t end = text.find_first_not_of(name_characters, begin);
    if (end != std::string::npos && end > begin && text[end] == close) names.insert(text.substr(begin, end - begin));
  }
  return names;
}

Keys places_of(const std::string& sentence) {
  return names_between(sentence, "{", '}');
}

/// All program text of the layers below the drawing.
std::string sources() {
  std::ostringstream all;
  for (const char* folder : {"/src", "/viz"})
    for (const auto& entry : fs::recursive_directory_iterator(std::string(KREDS_ROOT) + folder))
      if (entry.path().extension() == ".cpp" || entry.path().extension() == ".hpp")
        all << std::ifstream(entry.path()).rdbuf() << '\n';
  return all.str();
}

/// The codes that the program gives to what reports them.
Keys codes_in(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  Keys codes;
  for (const char* report :
       {".error(", ";error(", "{error(", ")error(", "elseerror(", ".warning(", "warn(", "fault(", "fault_at(",
        "fault_with_word(", "whole_file_fault(", "refused(path,", "SyntaxFault{", "CharacterFault{", "Severity::error,",
        "Severity::warning,", "personal_number=", "more_faults="})
    codes.merge(names_between(text, report + std::string("\""), '"'));
  return codes;
}

}  // namespace

TEST_CASE("all languages have the same keys with the same places", "[labels][completeness]") {
  const labels::Labels danish = shipped("da");
  REQUIRE(languages().size() >= 2);
  for (const std::string& language : languages()) {
    const labels::Labels other = shipped(language);
    for (const auto& [key, words] : danish.all()) {
      INFO(language << " " << key);
      REQUIRE(other.has(key));
      CHECK(places_of(words) == places_of(other.all().find(key)->second));
    }
    CHECK(other.all().size() == danish.all().size());
  }
}

TEST_CASE("every code that the program reports has a sentence", "[labels][completeness]") {
  const Keys codes = codes_in(sources());
  CHECK(codes.size() > 80);
  const labels::Labels danish = shipped("da");
  for (const std::string& code : codes) {
    INFO(code);
    CHECK(danish.has("diagnostic." + code));
  }
}

TEST_CASE("every sentence belongs to a code in the program and every hint to a sentence", "[labels][completeness]") {
  const std::string text = sources();
  const labels::Labels danish = shipped("da");
  for (const auto& [key, words] : danish.all()) {
    INFO(key);
    const bool sentence = key.starts_with("diagnostic.");
    if (sentence) CHECK(text.find("\"" + key.substr(11) + "\"") != std::string::npos);
    const bool hint = key.starts_with("hint.") && key != "hint.suggestion";
    if (hint) CHECK(danish.has("diagnostic." + key.substr(5)));
  }
}

TEST_CASE("Danish words use Danish quotation marks", "[labels][completeness]") {
  const labels::Labels danish = shipped("da");
  for (const auto& [key, words] : danish.all()) {
    INFO(key);
    CHECK(words.find("“") == std::string::npos);
    CHECK(words.find("”") == std::string::npos);
  }
}
