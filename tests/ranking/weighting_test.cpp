#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "kreds/ranking/weights.hpp"

using namespace kreds::ranking;
using Catch::Matchers::Contains;

namespace {

const std::string data = KREDS_ROOT "/data";
const std::string example = data + "/criteria/weighting.example.json";

/// A weighting file of its own with these members besides those that every one has.
class WeightingFile {
 public:
  explicit WeightingFile(const std::string& text) {
    std::string pattern = (std::filesystem::temp_directory_path() / "kreds-weighting-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
    std::ofstream(path()) << text;
  }
  ~WeightingFile() { std::filesystem::remove_all(folder_); }
  WeightingFile(const WeightingFile&) = delete;
  WeightingFile& operator=(const WeightingFile&) = delete;
  std::string path() const { return folder_ + "/own.json"; }

 private:
  std::string folder_;
};

const std::string head = R"({"format": 1, "id": "own", "version": "3", "decided_by": "Team", "reason": "derfor",
  "catalogue": {"id": "kreds-default", "version": "1"})";

Catalogue with(const std::string& members) {
  const WeightingFile file(head + members + "}");
  return load_catalogue(data, file.path());
}

std::vector<FactorWeight> weights_of(const Catalogue& catalogue) {
  std::vector<std::string> all;
  for (const Factor& factor : catalogue.factors) all.push_back(factor.id);
  return centroid_weights(catalogue, all);
}

Fraction weight(const Catalogue& catalogue, const std::string& id) {
  for (const FactorWeight& one : weights_of(catalogue))
    if (one.factor == id) return one.overall;
  FAIL("no factor " + id);
  return {};
}

void check_refused(const std::string& text, const std::string& where, const std::string& fault) {
  const WeightingFile file(text);
  INFO(text);
  CHECK_THROWS_WITH(load_catalogue(data, file.path()), Contains("own.json" + where) && Contains(fault));
}

}  // namespace

TEST_CASE("without a weighting file nothing is said to differ", "[ranking][weighting]") {
  CHECK_FALSE(load_catalogue(data).weighting);
}

TEST_CASE("a weighting says who decided it and what it changed", "[ranking][weighting]") {
  const Catalogue catalogue = with(R"(,
  "groups": [{"id": "continuity", "class": 1}, {"id": "everyday", "class": 3}],
  "factors": [{"id": "commitment", "class": 1}, {"id": "needs_match", "class": 2}], "x-note": 7)");
  REQUIRE(catalogue.weighting);
  CHECK(catalogue.weighting->id == "own");
  CHECK(catalogue.weighting->version == "3");
  CHECK(catalogue.weighting->decided_by == "Team");
  CHECK(catalogue.weighting->reason == "derfor");
  CHECK(catalogue.weighting->hash.size() == 8);
  // What stands there as in the catalogue is no difference.
  CHECK(catalogue.weighting->changes ==
        std::vector<WeightingChange>{{WeightingChange::Of::group, "continuity", 2, 1},
                                     {WeightingChange::Of::factor, "commitment", 3, 1}});
  CHECK(catalogue.id == "kreds-default");
  CHECK(catalogue.hash == load_catalogue(data).hash);
}

// Top {dominant, 3, 1}: m = 4, factor 4/10; ranks 1 to 3 of 4 give (25 + 13 + 7)/3/48 = 15/48, rank 4 gives 3/48.
// Group 1/8 each. Caregiving with commitment beside mentalising, classes {2, 2, 2}: (147 + 87)/2/360 = 117/360.
TEST_CASE("the weights follow the classes of the weighting", "[ranking][weighting]") {
  const Catalogue catalogue = with(R"(,
  "groups": [{"id": "continuity", "class": 1}], "factors": [{"id": "commitment", "class": 1}])");
  CHECK(weight(catalogue, "commitment") == Fraction{1, 8} * Fraction{117, 360});
  CHECK(weight(catalogue, "mentalising_ability") == Fraction{1, 8} * Fraction{117, 360});
  CHECK(weight(catalogue, "living_there_now") == Fraction{1, 8} * Fraction{19, 48});
  CHECK(weight(catalogue, "home_physical") == Fraction{1, 40} * Fraction{43, 450});
  CHECK(weight(catalogue, "relation_strength") == Fraction{9, 20});
}

TEST_CASE("groups may change places below the relation", "[ranking][weighting]") {
  const Catalogue catalogue = with(R"(, "groups": [{"id": "everyday", "class": 1}, {"id": "caregiving", "class": 9}])");
  std::vector<std::string> order;
  for (const Group& group : catalogue.groups) order.push_back(group.id);
  CHECK(order == std::vector<std::string>{"relation", "cooperation", "everyday", "continuity", "caregiving"});
  Fraction sum;
  for (const FactorWeight& one : weights_of(catalogue)) sum = sum + one.overall;
  CHECK(sum == Fraction{1});
}

TEST_CASE("the example of the program is a weighting that differs", "[ranking][weighting]") {
  const Catalogue catalogue = load_catalogue(data, example);
  REQUIRE(catalogue.weighting);
  CHECK(catalogue.weighting->id == "eksempelkoebing");
  // Everything it lists is a difference, but for cooperation, which it leaves in the first class.
  CHECK(catalogue.weighting->changes.size() == 5);
  CHECK(weight(catalogue, "conflict_birth_parents").value() >
        weight(load_catalogue(data), "conflict_birth_parents").value());
}

TEST_CASE("the example fits the schema and so does not what the program refuses", "[ranking][weighting]") {
  const std::string script =
      "import json, jsonschema\n"
      "schema = json.load(open('" +
      data +
      "/schema/weighting.schema.json'))\n"
      "jsonschema.Draft202012Validator.check_schema(schema)\n"
      "valid = jsonschema.Draft202012Validator(schema).is_valid\n"
      "example = json.load(open('" +
      example +
      "'))\n"
      "assert valid(example)\n"
      "catalogue = json.load(open('" +
      data +
      "/criteria/catalogue.json'))\n"
      "groups = [g['id'] for g in catalogue['groups'] if not g['dominant']]\n"
      "assert groups == schema['properties']['groups']['items']['properties']['id']['enum']\n"
      "for key in schema['required']:\n"
      "    assert not valid({k: v for k, v in example.items() if k != key}), key\n"
      "assert not valid({**example, 'weights': []})\n"
      "assert not valid({**example, 'groups': [{'id': 'relation', 'class': 1}]})\n"
      "assert not valid({**example, 'factors': [{'id': 'commitment', 'class': 0}]})\n";
  const WeightingFile file(script);
  CHECK(std::system(("python3 '" + file.path() + "'").c_str()) == 0);
}

TEST_CASE("a weighting that the method does not permit is refused with place and fault", "[ranking][weighting]") {
  check_refused("{\n  \"format\" 1}", ":2:", "");
  CHECK_THROWS_WITH(load_catalogue(data, "/nonexistent/own.json"), Contains("/nonexistent/own.json"));
  check_refused("[]", ":1:1", "wrong_type expected=expected.object");
  check_refused("{}", ":1:1", "missing_key key=format");
  check_refused(R"({"format": 2})", ":1:12: /format", "only_format_1");
  check_refused(R"({"format": 1, "id": "a", "version": "1", "decided_by": "T", "reason": "r",
 "catalogue": {"id": "kreds-default", "version": "0"}})",
                ":2:15: /catalogue", "weighting_catalogue id=kreds-default version=1");
  check_refused(R"({"format": 1, "id": "a", "version": "1", "decided_by": "",
 "catalogue": {"id": "kreds-default", "version": "1"}, "reason": "r"})",
                ":1:", "empty_text");
  check_refused(head + ", \"factor\": []}", ":2:", "unknown_key key=factor");
  check_refused(head + ",\n\"factors\": [{\"id\": \"commitment\", \"class\": 1, \"weight\": 3}]}",
                ":3:", "unknown_key key=weight");
  check_refused(head + ",\n\"factors\": [7]}", ":3:13", "wrong_type");
  check_refused(head + ",\n\"factors\": [{\"id\": \"commitment\", \"class\": 0}]}",
                ":3:", "out_of_range found=0 high=100 low=1");
  check_refused(head + ",\n\"factors\": [{\"id\": \"commitment\", \"class\": 1.5}]}",
                ":3:", "wrong_type expected=expected.whole_number found=found.fraction");
  check_refused(
      head + ",\n\"factors\": [{\"id\": \"commitment\", \"class\": 1}, {\"id\": \"commitment\", \"class\": 2}]}",
      ":3:", "listed_twice found=commitment");
  check_refused(head + ",\n\"factors\": [{\"id\": \"tidiness_of_garden\", \"class\": 1}]}",
                ":3:", "weighting_no_factor id=tidiness_of_garden");
  check_refused(head + ",\n\"factors\": [{\"id\": \"Income\", \"class\": 1}]}", ":3:", "weighting_never id=Income");
  check_refused(head + ",\n\"groups\": [{\"id\": \"money\", \"class\": 1}]}", ":3:", "weighting_no_group id=money");
  check_refused(head + ",\n\"groups\": [{\"id\": \"relation\", \"class\": 2}]}", ":3:12: /groups/0",
                "weighting_dominant");
  check_refused(head + ",\n\"factors\": [{\"id\": \"child_wish\", \"class\": 1}]}", ":3:", "weighting_relation_first");
  check_refused(head + ",\n\"factors\": [{\"id\": \"relation_strength\", \"class\": 2}]}",
                ":3:", "weighting_relation_first");
}
