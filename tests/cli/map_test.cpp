// kreds map; the pictures themselves are tested with layout and drawing.
#include <catch2/catch.hpp>

#include "kreds.hpp"

using namespace kreds::testing;

namespace {

std::string map_as(const std::string& format, std::vector<std::string> more = {}) {
  more.insert(more.begin(), {"map", liam, "-o", "-", "--format", format});
  const RunResult result = run_kreds(more);
  CHECK(result.exit_code == 0);
  return result.out;
}

/// Width and height stand in bytes 16 to 23 of a PNG.
std::pair<unsigned, unsigned> png_size(const std::string& png) {
  const auto number = [&](std::size_t at) {
    unsigned value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(png.at(at + i));
    return value;
  };
  return {number(16), number(20)};
}

}  // namespace

TEST_CASE("the suffix or the format says what is written", "[cli][map]") {
  const TemporaryFolder folder;
  const std::vector<std::pair<std::string, std::string>> signatures = {
      {"png", "\x89PNG\r\n\x1a\n"}, {"svg", "<?xml"}, {"pdf", "%PDF-"}, {"dot", "// A network map, made by kreds."}};
  for (const auto& [format, signature] : signatures) {
    CAPTURE(format);
    const std::string file = folder / ("kort." + format);
    const RunResult result = run_kreds({"map", liam, "-o", file});
    CHECK(result.exit_code == 0);
    CHECK(result.out.empty());
    CHECK(result.err.empty());
    const std::string bytes = bytes_of(file);
    CHECK(bytes.rfind(signature, 0) == 0);
    CHECK((bytes == map_as(format)));
  }
  // The format that is said counts more than the name; capitals in the name are no other format.
  CHECK(run_kreds({"map", liam, "-o", folder / "kort.png", "--format", "svg"}).exit_code == 0);
  CHECK(bytes_of(folder / "kort.png").rfind("<?xml", 0) == 0);
  CHECK(run_kreds({"map", liam, "-o", folder / "KORT.PNG"}).exit_code == 0);
  CHECK(bytes_of(folder / "KORT.PNG").rfind("\x89PNG", 0) == 0);
}

TEST_CASE("the family gets a projector sheet and the others A4 for paper", "[cli][map]") {
  CHECK(png_size(map_as("png")) == std::pair(1920U, 1080U));
  // 297 mm and 210 mm at 300 dpi: 3507.9 and 2480.3 pixels.
  const auto [width, height] = png_size(map_as("png", {"--audience", "casefile"}));
  CHECK(width >= 3507U);
  CHECK(width <= 3508U);
  CHECK(height >= 2480U);
  CHECK(height <= 2481U);
  const auto portrait = png_size(map_as("png", {"--size", "a4-portrait"}));
  CHECK(portrait == std::pair(height, width));
  CHECK(png_size(map_as("png", {"--size", "1280x720"})) == std::pair(1280U, 720U));
  CHECK(png_size(map_as("png", {"--audience", "professional", "--size", "projector"})) == std::pair(1920U, 1080U));
}

TEST_CASE("the look can be chosen", "[cli][map]") {
  CHECK(map_as("svg", {"--style", "projector"}) == map_as("svg"));
  CHECK(map_as("svg", {"--style", "casefile"}) != map_as("svg"));
}

TEST_CASE("each audience gets its own map", "[cli][map]") {
  std::vector<std::string> maps;
  for (const char* audience : {"family", "person:karen", "casefile", "professional"})
    maps.push_back(map_as("svg", {"--size", "projector", "--style", "projector", "--audience", audience}));
  for (std::size_t i = 0; i < maps.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) CHECK(maps[i] != maps[j]);
  CHECK(map_as("svg", {"--audience", "family"}) == map_as("svg"));
}

TEST_CASE("somebody who is not in the case is told with who is", "[cli][map]") {
  const TemporaryFolder folder;
  const RunResult result = run_kreds({"map", liam, "-o", folder / "kort.svg", "--audience", "person:karin"});
  CHECK(result.exit_code == 1);
  CHECK(result.err.rfind("kreds: Ingen i sagen har id »karin«. Der er: karen, ", 0) == 0);
}

TEST_CASE("the map of another day can be drawn", "[cli][map]") {
  const std::string early = map_as("svg", {"--as-of", "2024-02-06"});
  CHECK(early.find("Karen") != std::string::npos);
  CHECK(early.find("Trine") == std::string::npos);
  CHECK(map_as("svg").find("Trine") != std::string::npos);
}

TEST_CASE("words of the map follow the language", "[cli][map]") {
  CHECK(map_as("svg", {"--lang", "en"}) != map_as("svg"));
}

TEST_CASE("figures of the map fit their schema and hold no names", "[cli][map][schema]") {
  const TemporaryFolder folder;
  for (const std::string name : {"liam", "stor", "lille"}) {
    const RunResult result = run_kreds({"map", cases + name + ".json", "--statistics"});
    CHECK(result.exit_code == 0);
    write_file(folder / "tal.json", result.out);
    const RunResult read = run_program({"python3", "-c",
                                        "import json, sys, jsonschema\n"
                                        "d = json.load(open(sys.argv[2]))\n"
                                        "jsonschema.Draft202012Validator(json.load(open(sys.argv[1]))).validate(d)\n"
                                        "print(d['people'], d['overlaps'], d['wrong_ring'], d['wrong_sector'])\n",
                                        KREDS_ROOT "/data/schema/map_statistics.schema.json", folder / "tal.json"});
    CAPTURE(name, read.err);
    CHECK(read.out.find(" 0 0 0\n") != std::string::npos);
    for (const std::string word : {"Liam", "Karen", "Selma", "Alma"}) CHECK(result.out.find(word) == std::string::npos);
  }
}

TEST_CASE("figures and a picture come from one run", "[cli][map]") {
  const TemporaryFolder folder;
  const RunResult result = run_kreds({"map", liam, "--statistics", "-o", folder / "kort.svg"});
  CHECK(result.exit_code == 0);
  CHECK(result.out == run_kreds({"map", liam, "--statistics"}).out);
  CHECK(!bytes_of(folder / "kort.svg").empty());
  CHECK(run_kreds({"map", liam, "--statistics", "-o", "-", "--format", "svg"}).exit_code == 2);
  CHECK(run_kreds({"map", liam, "--statistics", "--genogram"}).exit_code == 2);
}

TEST_CASE("the family is drawn as a genogram in every format and the same each time", "[cli][map][genogram]") {
  const TemporaryFolder folder;
  for (const std::string format : {"png", "svg", "pdf", "dot"})
    for (const std::string audience : {"family", "casefile", "professional", "person:anna"}) {
      const std::string file = folder / ("slaegt." + format);
      const RunResult result = run_kreds({"map", liam, "--genogram", "--audience", audience, "-o", file});
      CAPTURE(format, audience, result.err);
      CHECK(result.exit_code == 0);
      const std::string bytes = bytes_of(file);
      CHECK(!bytes.empty());
      CHECK(run_kreds({"map", liam, "--genogram", "--audience", audience, "-o", file}).exit_code == 0);
      CHECK(bytes_of(file) == bytes);
    }
}

TEST_CASE("a look of one's own is used and one that cannot be used is told fault by fault", "[cli][map][style]") {
  const TemporaryFolder folder;
  write_file(folder / "vores.json", R"({"based_on": "casefile", "child": "#114477"})");
  CHECK(run_kreds({"map", liam, "--style", folder / "vores.json", "-o", folder / "kort.svg"}).exit_code == 0);
  CHECK(bytes_of(folder / "kort.svg").find("#114477") != std::string::npos);
  write_file(folder / "forkert.json", "{\"based_on\": \"casefile\",\n \"child\": \"blue\",\n \"chlid\": \"#000000\"}");
  const RunResult result = run_kreds({"map", liam, "--style", folder / "forkert.json", "-o", folder / "ny.svg"});
  CHECK(result.exit_code == 1);
  CHECK(result.err.find("forkert.json:2:") != std::string::npos);
  CHECK(result.err.find("forkert.json:3:") != std::string::npos);
  CHECK(bytes_of(folder / "ny.svg").empty());
}

TEST_CASE("an effort that is no number is told", "[cli][map]") {
  for (const std::string effort : {"0", "101", "meget"})
    CHECK(run_kreds({"map", liam, "--effort", effort, "-o", "/tmp/x.svg"}).exit_code == 2);
}

TEST_CASE("a place chosen by hand is used and one that cannot be is told", "[cli][map][layout]") {
  const TemporaryFolder folder;
  const auto drawn_with = [&](const std::string& layout) {
    write_file(folder / "steder.json", layout);
    return run_kreds(
        {"map", liam, "--audience", "professional", "--layout", folder / "steder.json", "-o", folder / "kort.svg"});
  };
  CHECK(run_kreds({"map", liam, "--audience", "professional", "-o", folder / "fri.svg"}).exit_code == 0);
  const RunResult pinned = drawn_with(R"({"format": 1, "people": {"mette": {"across": 0.2, "depth": 0.5}}})");
  CHECK(pinned.exit_code == 0);
  CHECK(pinned.err.empty());
  CHECK(bytes_of(folder / "kort.svg") != bytes_of(folder / "fri.svg"));
  const RunResult unknown = drawn_with(R"({"format": 1, "people": {"bodil": {"across": 0.5}}})");
  CHECK(unknown.exit_code == 0);
  CHECK(unknown.err.find("»bodil« i layoutfilen er ikke på kortet.") != std::string::npos);
  const RunResult placeless = drawn_with(R"({"format": 1, "people": {"peter": {"across": 0.5}}})");
  CHECK(placeless.err.find("Peter er ikke lagt på kortet endnu") != std::string::npos);
}

TEST_CASE("a layout file that cannot be used stops the map and says where", "[cli][map][layout]") {
  const TemporaryFolder folder;
  write_file(folder / "steder.json", "{\"format\": 1,\n \"people\": {\"mette\": {\"across\": 3}}}");
  const RunResult result = run_kreds({"map", liam, "--layout", folder / "steder.json", "-o", folder / "kort.svg"});
  CHECK(result.exit_code == 1);
  CHECK(result.err.find("steder.json:2:") == (folder / "").size());
  CHECK(result.err.find("fejl: »across« er et tal fra 0 til 1") != std::string::npos);
  CHECK(result.err.find("kreds: Layoutfilen kan ikke bruges.\n") != std::string::npos);
  CHECK(bytes_of(folder / "kort.svg").empty());
  CHECK(run_kreds({"map", liam, "--layout", folder / "ingen.json", "-o", folder / "kort.svg"}).exit_code == 1);
}

TEST_CASE("few people are never folded so that asking for it changes nothing", "[cli][map]") {
  CHECK(map_as("svg", {"--no-fold"}) == map_as("svg"));
}

TEST_CASE("on no map of the small shipped cases does a line run through a name", "[cli][map][statistics]") {
  const TemporaryFolder folder;
  const std::string name = GENERATE("lille", "liam", "freja");
  const std::string audience = GENERATE("family", "casefile", "professional");
  const std::string size = GENERATE("projector", "a4", "a4-portrait");
  CAPTURE(name, audience, size);
  const RunResult result = run_kreds({"map", cases + name + ".json", "--audience", audience, "--size", size,
                                      "--statistics", "-o", folder / "map.svg"});
  REQUIRE(result.exit_code == 0);
  for (const char* fault : {"label_edge_crossings", "node_edge_crossings", "overlaps", "strangers_in_outlines", "touching_outlines"})
    CHECK(result.out.find("\"" + std::string(fault) + "\": 0") != std::string::npos);
  if (name == "liam") CHECK(result.out.find("\"edge_crossings\": 0") != std::string::npos);
}
