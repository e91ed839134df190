#include "kreds/ranking/catalogue.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

using namespace kreds::ranking;
using Catch::Matchers::Contains;

namespace {

const std::string data = KREDS_ROOT "/data";

std::string text_of(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

/// A data folder of its own, in which a passage of the catalogue is written differently.
class ChangedCatalogue {
 public:
  ChangedCatalogue(const std::string& passage, const std::string& instead) {
    std::string pattern = (std::filesystem::temp_directory_path() / "kreds-catalogue-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
    std::filesystem::create_directories(folder_ + "/criteria");
    std::string text = text_of(data + "/criteria/catalogue.json");
    const std::size_t at = text.find(passage);
    REQUIRE(at != std::string::npos);
    std::ofstream(folder_ + "/criteria/catalogue.json") << text.replace(at, passage.size(), instead);
  }
  ~ChangedCatalogue() { std::filesystem::remove_all(folder_); }
  ChangedCatalogue(const ChangedCatalogue&) = delete;
  ChangedCatalogue& operator=(const ChangedCatalogue&) = delete;
  const std::string& folder() const { return folder_; }

 private:
  std::string folder_;
};

void check_refused(const std::string& passage, const std::string& instead, const std::string& fault) {
  const ChangedCatalogue changed(passage, instead);
  INFO(instead);
  CHECK_THROWS_WITH(load_catalogue(changed.folder()), Contains("catalogue.json") && Contains(fault));
}

}  // namespace

TEST_CASE("the catalogue of the program can be read", "[ranking][catalogue]") {
  const Catalogue catalogue = load_catalogue(data);
  CHECK(catalogue.id == "kreds-default");
  CHECK(catalogue.version == "1");
  CHECK(catalogue.hash.size() == 8);
  CHECK(catalogue.groups.size() == 5);
  CHECK(catalogue.groups.front().dominant);
  CHECK(catalogue.factors.size() == 25);
  CHECK(catalogue.prior_relation_threshold == 0.4);

  const Factor* home = find_factor(catalogue, "home_physical");
  REQUIRE(home);
  // A bigger house earns nothing beyond enough, but a flaw can be removed entirely.
  CHECK(home->values == std::array<double, 5>{0, .25, .5, 1, 1});
  CHECK(home->lift_to == 4);
  CHECK(home->requirement->source == "003.7");
  CHECK(find_factor(catalogue, "income") == nullptr);
}

TEST_CASE("the factors that stop at level 0 are those of the method", "[ranking][catalogue]") {
  std::set<std::string> stopping;
  for (const Factor& factor : load_catalogue(data).factors)
    if (factor.stops_at_zero) stopping.insert(factor.id);
  CHECK(stopping == std::set<std::string>{"mentalising_ability", "needs_match", "psychological_robustness",
                                          "upbringing_approach", "stable_safe_frame"});
}

TEST_CASE("the hash of the catalogue follows its text", "[ranking][catalogue]") {
  const ChangedCatalogue changed("\"version\": \"1\"", "\"version\": \"2\"");
  const Catalogue other = load_catalogue(changed.folder());
  CHECK(other.version == "2");
  CHECK(other.hash != load_catalogue(data).hash);
}

TEST_CASE("a catalogue that cannot be used is refused with file and fault", "[ranking][catalogue]") {
  CHECK_THROWS_WITH(load_catalogue("/nonexistent"), Contains("/nonexistent/criteria/catalogue.json"));
  check_refused("{\n  \"id\"", "{\n  \"id\" 7", "catalogue.json:2");
  check_refused("\"id\": \"kreds-default\"", "\"id\": 7", "wrong_type expected=expected.text");
  check_refused("\"version\": \"1\",", "", "missing_key key=version");
  check_refused("\"class\": 1, \"dominant\": false", "\"class\": 1, \"dominant\": true", "class 0 is the dominant");
  check_refused("\"id\": \"caregiving\", \"class\": 1", "\"id\": \"cooperation\", \"class\": 1", "stands there twice");
  check_refused("\"id\": \"caregiving\", \"class\": 1", "\"id\": \"caregiving\", \"class\": 3", "order of importance");
  check_refused("\"id\": \"child_wish\"", "\"id\": \"commitment\"", "stands there twice");
  check_refused("\"group\": \"everyday\"", "\"group\": \"money\"", "no group \"money\"");
  check_refused("[0, 0.25, 0.5, 1, 1]", "[0, 0.25, 0.5, 1]", "levels 0 to 4");
  check_refused("[0, 0.25, 0.5, 1, 1]", "[0, 0.25, 0.5, 1, 0.9]", "must not fall");
  check_refused("[0, 0.25, 0.5, 1, 1]", "[0, 0.25, 0.5, 1, 2]", "between 0 and 1");
  check_refused("\"item_kind\": \"wish\"", "\"item_kind\": \"rumour\"", "unknown term \"rumour\"");
  check_refused("\"item_kind\": \"tie\"", "\"item_kind\": \"fact\"", "exactly one factor of item_kind tie");
  check_refused("\"id\": \"relation_strength\", \"group\": \"relation\"",
                "\"id\": \"relation_strength\", \"group\": \"everyday\"", "dominant group");
  check_refused("\"half_life_months\": 24", "\"half_life_months\": 0", "out of range");
  check_refused("\"lift\": null, \"applies\": \"always\"", "\"applies\": \"always\"", "missing_key key=lift");
  check_refused("[\"supervision\", \"start_programme\"", "[\"money\", \"start_programme\"", "no measure \"money\"");
  check_refused("\"threshold\": 0.4", "\"threshold\": 4", "out of range");
  check_refused("\"alert_at_or_below\": 1,\n     \"stops_at_zero\": true",
                "\"alert_at_or_below\": null,\n     \"stops_at_zero\": true", "must raise an alert");
}
