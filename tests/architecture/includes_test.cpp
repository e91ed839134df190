// The compiler lets any file include any header; these tests do not.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
const fs::path root = KREDS_ROOT;

/// The way of the data: each layer knows only those before it.
const std::vector<std::string> layers = {"document", "labels",   "casefile",   "editing",     "audience",
                                         "network",  "analysis", "smaa",       "ranking",     "comparison",
                                         "layout",   "drawing",  "publishing", "application", "cli"};
/// Layers without words: words belong to the edge.
const std::set<std::string> wordless = {"casefile", "editing", "audience", "network",
                                        "analysis", "smaa",    "ranking",  "comparison"};

/// Third-party headers by how they begin, and where alone they may stand: files, or folders that end in '/'.
const std::map<std::string, std::vector<std::string>> third_party = {
    {"nlohmann/", {"src/document/exact_events.cpp"}},
    {"simdjson", {"src/document/quick_events.cpp"}},
    {"glib", {"src/document/"}},
    {"boost/", {"src/analysis/structure.cpp"}},
    {"fmt/", {"src/", "viz/"}},
    {"unicode/", {"src/application/collation.cpp", "src/audience/hidden_words.cpp", "viz/layout/label.cpp"}},
    {"graphviz/", {"viz/drawing/graph.cpp"}},
    {"pango/", {"viz/drawing/text.cpp", "viz/publishing/pdf.cpp"}},
    {"fontconfig/", {"viz/drawing/text.cpp"}},
    {"cairo", {"viz/drawing/", "viz/publishing/pdf.cpp"}},
    {"CLI/", {"src/cli/arguments.cpp"}},
};
const std::set<std::string> posix = {"fcntl.h",    "malloc.h",   "pthread.h",    "signal.h",       "sys/mman.h",
                                     "sys/file.h", "pwd.h",      "sys/random.h", "sys/resource.h", "poll.h",
                                     "sys/stat.h", "sys/wait.h", "time.h",       "unistd.h"};

struct Include {
  std::string name;
  bool angled;
};

std::optional<Include> include_of(const std::string& line) {
  const auto hash = line.find_first_not_of(" \t");
  if (hash == std::string::npos || line.compare(hash, 8, "#include") != 0) return std::nullopt;
  const auto open = line.find_first_of("<\"", hash + 8);
  if (open == std::string::npos) return std::nullopt;
  const bool angled = line[open] == '<';
  const auto close = line.find(angled ? '>' : '"', open + 1);
  return Include{line.substr(open + 1, close - open - 1), angled};
}

std::string layer_of(const std::string& path) {
  // include/kreds/<layer>/…, src/<layer>/…, viz/<layer>/…
  const std::string rest = path.rfind("include/kreds/", 0) == 0 ? path.substr(14) : path.substr(path.find('/') + 1);
  return rest.substr(0, rest.find('/'));
}

std::optional<std::size_t> rank_of(const std::string& layer) {
  const auto found = std::find(layers.begin(), layers.end(), layer);
  if (found == layers.end()) return std::nullopt;
  return static_cast<std::size_t>(found - layers.begin());
}

bool may_stand_in(const std::string& path, const std::vector<std::string>& places) {
  return std::any_of(places.begin(), places.end(), [&](const std::string& place) {
    return place.back() == '/' ? path.rfind(place, 0) == 0 : path == place;
  });
}

/// Empty, or what is wrong with one include in one file.
std::string fault(const std::string& path, const Include& include) {
  const std::string told = path + " includes " + include.name;
  const std::string own = layer_of(path);
  if (!rank_of(own)) return path + " lies in no layer";
  if (include.name.rfind("kreds/", 0) == 0) {
    const std::string other = layer_of("include/" + include.name);
    if (!rank_of(other)) return told + ", which is in no layer";
    if (*rank_of(other) > *rank_of(own)) return told + ", a layer after its own";
    if (other == "labels" && wordless.count(own) == 1) return told + ": this layer has no words";
    return {};
  }
  if (!include.angled) {
    const bool beside = fs::exists(root / fs::path(path).parent_path() / include.name);
    return beside ? "" : told + ", which does not lie beside it";
  }
  for (const auto& [prefix, places] : third_party) {
    if (include.name.rfind(prefix, 0) != 0) continue;
    if (fs::path(path).extension() != ".cpp") return told + " in a header";
    return may_stand_in(path, places) ? "" : told + ", which may stand elsewhere only";
  }
  const bool standard = include.name.find_first_of("./") == std::string::npos;
  return standard || posix.count(include.name) == 1 ? "" : told + ", which no rule knows";
}

std::vector<std::string> files_below(const std::vector<std::string>& folders) {
  std::vector<std::string> files;
  for (const std::string& folder : folders)
    for (const auto& entry : fs::recursive_directory_iterator(root / folder))
      if (entry.path().extension() == ".cpp" || entry.path().extension() == ".hpp")
        files.push_back(fs::relative(entry.path(), root).generic_string());
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream in(root / path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("no layer includes a layer after it and no library leaves its place", "[architecture]") {
  const auto files = files_below({"include", "src", "viz"});
  REQUIRE(files.size() > 40);
  for (const std::string& path : files)
    for (const std::string& line : lines_of(path))
      if (const auto include = include_of(line)) CHECK(fault(path, *include) == "");
}

TEST_CASE("every header is read once", "[architecture]") {
  for (const std::string& path : files_below({"include", "src", "viz", "tests"})) {
    if (fs::path(path).extension() != ".hpp") continue;
    const auto lines = lines_of(path);
    INFO(path);
    CHECK(std::find(lines.begin(), lines.end(), "#pragma once") != lines.end());
  }
}

TEST_CASE("every layer has its folder of headers and its folder of sources", "[architecture]") {
  for (const std::string& layer : layers) {
    INFO(layer);
    if (layer != "cli") CHECK(fs::is_directory(root / "include/kreds" / layer));
    CHECK((fs::is_directory(root / "src" / layer) || fs::is_directory(root / "viz" / layer)));
  }
}

TEST_CASE("the guard of the layers sees what it is there for", "[architecture]") {
  const auto line = [](const std::string& path, const std::string& text) { return fault(path, *include_of(text)); };
  CHECK(line("src/network/a.cpp", "#include \"kreds/ranking/ranking.hpp\"") ==
        "src/network/a.cpp includes kreds/ranking/ranking.hpp, a layer after its own");
  CHECK(line("viz/layout/a.cpp", "#include \"kreds/drawing/scene.hpp\"") ==
        "viz/layout/a.cpp includes kreds/drawing/scene.hpp, a layer after its own");
  CHECK(line("include/kreds/casefile/a.hpp", "#include \"kreds/labels/labels.hpp\"") ==
        "include/kreds/casefile/a.hpp includes kreds/labels/labels.hpp: this layer has no words");
  CHECK(line("src/network/a.cpp", "#include <boost/graph/adjacency_list.hpp>") ==
        "src/network/a.cpp includes boost/graph/adjacency_list.hpp, which may stand elsewhere only");
  CHECK(line("include/kreds/labels/a.hpp", "#include <fmt/core.h>") ==
        "include/kreds/labels/a.hpp includes fmt/core.h in a header");
  CHECK(line("src/cli/a.cpp", "  #include <zlib.h>") == "src/cli/a.cpp includes zlib.h, which no rule knows");
  CHECK(line("src/cli/a.cpp", "#include <vector>") == "");
  CHECK(line("src/ranking/a.cpp", "#include \"kreds/analysis/estimate.hpp\"") == "");
  CHECK(!include_of("// include <vector>"));
}
