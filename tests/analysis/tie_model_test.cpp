#include "kreds/analysis/tie_model.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "analysis_support.hpp"

using namespace kreds::testing;
using kreds::analysis::load_tie_model;

namespace {

/// A data folder whose catalogue has one text put in place of another.
class ChangedCatalogue {
 public:
  ChangedCatalogue(const std::string& from, const std::string& to) {
    std::string pattern = (std::filesystem::temp_directory_path() / "kreds-catalogue-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    std::filesystem::create_directory(folder_ / "criteria");
    std::ifstream in(std::string(KREDS_ROOT) + "/data/criteria/catalogue.json");
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    std::ofstream(folder_ / "criteria/catalogue.json") << text;
  }
  ~ChangedCatalogue() { std::filesystem::remove_all(folder_); }
  ChangedCatalogue(const ChangedCatalogue&) = delete;
  ChangedCatalogue& operator=(const ChangedCatalogue&) = delete;
  std::string folder() const { return folder_.string(); }

 private:
  std::filesystem::path folder_;
};

void refused(const std::string& from, const std::string& to, const std::string& fault) {
  const ChangedCatalogue catalogue(from, to);
  CHECK_THROWS_WITH(load_tie_model(catalogue.folder()),
                    Catch::Contains(catalogue.folder() + "/criteria/catalogue.json:") && Catch::Contains(fault));
}

}  // namespace

TEST_CASE("the shipped catalogue has the numbers of the method", "[analysis][model]") {
  CHECK(load_tie_model(std::string(KREDS_ROOT) + "/data") == default_model());
}

TEST_CASE("a catalogue that cannot be used is refused with its fault", "[analysis][model]") {
  CHECK_THROWS_WITH(load_tie_model("/no/such/folder"), Catch::Contains("/no/such/folder/criteria/catalogue.json"));
  refused("\"gamma\": 0", "\"gamma\": 2", "/household_relation/gamma: outside its range");
  refused("\"lambda\": 0.5", "\"lambda\": 1", "/indirect/lambda: outside its range");
  refused("\"lambda\"", "\"lamda\"", "/indirect: lambda is missing");
  refused("\"id\": \"closeness\", \"weight\": [117, 360]", "\"id\": \"closeness\", \"weight\": [118, 360]",
          "the weights do not add up to 1");
  refused("\"id\": \"emotional\"", "\"id\": \"closeness\"", "named twice");
  refused("\"id\": \"emotional\"", "\"id\": \"beauty\"", "unknown name beauty");
  refused("\"described_coverage\": [117, 360]", "\"described_coverage\": [117, 0]", "not a fraction");
}
