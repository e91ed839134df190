#include "kreds/drawing/genogram.hpp"

#include "drawing_support.hpp"
#include "kreds/casefile/read.hpp"

using namespace kreds;
using drawing::Format;

namespace {

drawing::Scene genogram_scene(const std::string& name, const std::string& audience) {
  static const labels::Labels words = labels::load_labels(KREDS_ROOT "/data/labels", "da");
  static const casefile::Vocabulary vocabulary = casefile::load_vocabulary(KREDS_ROOT "/data");
  const auto read = casefile::read_case_file(KREDS_ROOT "/data/cases/" + name + ".json", vocabulary,
                                             *casefile::parse_date("2026-01-01"));
  REQUIRE(read.value);
  const audience::Audience who = *audience::parse_audience(audience);
  const auto on = audience::newest_interview(*read.value, who);
  REQUIRE(on);
  const casefile::Case seen = audience::for_audience(*read.value, who, vocabulary, *on);
  const auto content = layout::genogram_content(seen, network::build_network(seen, vocabulary, *on), {who, {}}, words);
  const auto width = [](const std::string& text, layout::Face face, double size) {
    return testing::typesetter().width(text, face, size);
  };
  return drawing::draw(content, layout::lay_out_genogram(content, layout::projector_sheet(), width, words),
                       drawing::load_style(KREDS_ROOT "/viz/style", "projector"), testing::typesetter());
}

bool writes(const drawing::Scene& scene, const std::string& words) {
  return std::any_of(scene.texts.begin(), scene.texts.end(), [&](const auto& text) { return text.line.text == words; });
}

}  // namespace

TEST_CASE("a genogram comes in every format and twice the same", "[drawing][genogram]") {
  const drawing::Scene scene = genogram_scene("liam", "casefile");
  for (Format format : {Format::png, Format::svg, Format::pdf, Format::dot}) {
    const std::string bytes = drawing::render(scene, format);
    CHECK(bytes.size() > 2000);
    CHECK(bytes == drawing::render(scene, format));
  }
  const std::string svg = drawing::render(scene, Format::svg);
  for (const char* name : {"Anna", "Dennis", "Ole", "Barn på vej"})
    CHECK(svg.find(">" + std::string(name) + "</text>") != std::string::npos);
}

TEST_CASE("everybody on a genogram has one symbol of their own and the child a second around it",
          "[drawing][genogram]") {
  const drawing::Scene scene = genogram_scene("freja", "professional");
  std::map<std::size_t, int> symbols;
  for (const auto& symbol : scene.symbols)
    if (symbol.person) ++symbols[*symbol.person];
  CHECK(symbols.size() == 11);
  for (const auto& [person, count] : symbols) CHECK(count == 1);
  // The child's outer symbol and those of the legend belong to nobody.
  const auto doubled = std::count_if(scene.symbols.begin(), scene.symbols.end(), [&](const auto& symbol) {
    return !symbol.person && std::any_of(scene.symbols.begin(), scene.symbols.end(), [&](const auto& other) {
      return other.person && other.centre == symbol.centre && other.radius < symbol.radius;
    });
  });
  CHECK(doubled == 1);
}

TEST_CASE("lines of a genogram end at people that are there", "[drawing][genogram]") {
  const drawing::Scene scene = genogram_scene("stor", "professional");
  std::set<std::size_t> there;
  for (const auto& symbol : scene.symbols)
    if (symbol.person) there.insert(*symbol.person);
  std::size_t lines = 0;
  for (const auto& link : scene.links) {
    if (!link.a) continue;
    ++lines;
    CHECK(there.contains(*link.a));
    CHECK(there.contains(*link.b));
    CHECK(link.a != link.b);
  }
  CHECK(lines > 40);
}

TEST_CASE("the legend of a genogram explains what occurs and nothing else", "[drawing][genogram]") {
  const drawing::Scene liam = genogram_scene("liam", "casefile"), freja = genogram_scene("freja", "family");
  CHECK(writes(liam, "Papbarn"));
  CHECK(writes(liam, "Gift"));
  CHECK_FALSE(writes(liam, "Skilt"));
  CHECK(writes(freja, "Skilt"));
  CHECK(writes(freja, "Freja bor hos dem nu"));
  CHECK_FALSE(writes(freja, "Papbarn"));
  CHECK_FALSE(writes(freja, "Pige eller kvinde"));
}
