// kreds map --compare
#include <catch2/catch.hpp>

#include "kreds.hpp"

using namespace kreds::testing;

namespace {
bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}
std::string svg(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "map");
  for (const char* word : {"-o", "-", "--format", "svg"}) arguments.emplace_back(word);
  const RunResult result = run_kreds(arguments);
  INFO(result.err);
  CHECK(result.exit_code == 0);
  return result.out;
}
}  // namespace

TEST_CASE("two days in one picture say who came and who went", "[cli][compare]") {
  const std::string freja =
      svg({cases + "freja.json", "--compare", "2023-09-06", "2023-11-22", "--audience", "casefile"});
  for (const char* part : {"Per", "ny", "Mathias", "nu uden for", "Kommet til", "Ikke længere med"})
    CHECK(has(freja, part));
  const std::string selma =
      svg({cases + "stor.json", "--compare", "2024-01-31", "2024-05-22", "--audience", "professional"});
  CHECK(has(selma, "tættere på"));
  CHECK(has(selma, "Flyttet siden da"));
}

TEST_CASE("a family's comparison shows who came and nobody who went", "[cli][compare]") {
  const std::string family = svg({cases + "freja.json", "--compare", "2023-09-06", "2023-11-22"});
  CHECK(has(family, "Kommet til"));
  CHECK_FALSE(has(family, "Ikke længere med"));
  CHECK_FALSE(has(family, "nu uden for"));
  CHECK_FALSE(has(family, "ikke længere"));
  CHECK_FALSE(has(family, "Flyttet"));
}

TEST_CASE("two informants are compared for professionals and never for a family", "[cli][compare]") {
  CHECK(has(svg({cases + "stor.json", "--compare", "ellen", "selma", "--audience", "casefile"}), "kun hos"));
  CHECK(run_kreds({"map", cases + "stor.json", "--compare", "ellen", "selma", "-o", "x.png"}).exit_code == 2);
}

TEST_CASE("a comparison that makes no sense is told", "[cli][compare]") {
  for (const std::vector<std::string>& wrong :
       std::vector<std::vector<std::string>>{{"--compare", "2024-03-01", "anna"},
                                             {"--compare", "2024-04-01", "2024-03-01"},
                                             {"--compare", "2024-03-01", "2024-04-01", "--genogram"},
                                             {"--compare", "2024-03-01", "2024-04-01", "--as-of", "2024-04-01"},
                                             {"--compare", "2024-03-01", "2024-04-01", "--pseudonyms"}}) {
    std::vector<std::string> arguments = {"map", liam, "-o", "x.png"};
    arguments.insert(arguments.end(), wrong.begin(), wrong.end());
    const RunResult result = run_kreds(arguments);
    INFO(result.err);
    CHECK(result.exit_code == 2);
    CHECK(!result.err.empty());
  }
}
