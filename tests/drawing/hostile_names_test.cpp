// Names that mean something to Graphviz, XML, PDF or a shell are only names, in every format.
#include <sstream>

#include "drawing_support.hpp"
#include "read_picture.hpp"

using namespace kreds;
using drawing::Format;
using testing::output_of;

namespace {

struct Trap {
  std::string name;   ///< as somebody wrote it
  std::string drawn;  ///< what the picture shows; the same unless said otherwise
};

/// The traps of Graphviz 2.42, cairo and XML, with what is documented at layout::drawable for what cannot be drawn.
std::vector<Trap> traps() {
  const auto as_is = [](const std::string& name) { return Trap{name, name}; };
  std::vector<Trap> list;
  for (const char* name : {"\\N \\G \\E", "a\\nb\\lc\\rd", "trailing\\", "&lt; &#65; &aelig; &amp;", "<b>fed</b>",
                           "\"'`$(id);|", "]]><![CDATA[x", "{a|b}|<p>", "%n%s%d", "<TABLE><TR>",
                           "<IMG SRC=\"/etc/x\"/>", "-->", "\xC3\x86\xC3\x98\xC3\x85 \xC3\xA6\xC3\xB8\xC3\xA5",
                           "Nguy\xE1\xBB\x85n Th\xE1\xBB\x8B", "\xC5\x81ukasz \xC5\xBB\xC3\xB3\xC5\x82\xC4\x87"})
    list.push_back(as_is(name));
  list.push_back({"Mette\tMarie\nHansen", "Mette Marie Hansen"});
  list.push_back({"Ka\x1B[31mren\x7F", "Ka [31mren"});
  list.push_back(
      {"Ole\xE2\x80\xAE"
       "nesnaH\xE2\x80\xAC",
       "OlenesnaH"});                                        // U+202E, U+202C
  list.push_back({"An\xE2\x80\x8Bna\xEF\xBB\xBF", "Anna"});  // U+200B, U+FEFF
  list.push_back({"e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81", "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81"});
  return list;
}

layout::MapContent map_with(const std::string& name) {
  auto content = testing::random_content(5, 3);
  content.people[2].name = layout::drawable(name);
  content.people[2].role = "veninde";
  return content;
}

/// The lines of a name as the scene has them, joined: the layout may break it.
std::string drawn_name(const drawing::Scene& scene, const std::string& wanted) {
  std::string all;
  for (const auto& text : scene.texts) {
    if (text.line.text == wanted) return wanted;
    if (wanted.rfind(text.line.text, 0) == 0 && all.empty())
      all = text.line.text;
    else if (!all.empty() && wanted.rfind(all + " " + text.line.text, 0) == 0)
      all += " " + text.line.text;
    if (all == wanted) return all;
  }
  return all;
}

std::string without_spaces(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
  return text;
}

/// All text elements of an SVG as an XML reader gives them.
std::string svg_texts(const std::string& svg) {
  std::string text = output_of("xmllint --xpath '//*[local-name()=\"text\"]/text()' %", svg);
  for (const auto& [escape, sign] :
       std::vector<std::pair<std::string, std::string>>{{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}})
    for (std::size_t at = text.find(escape); at != std::string::npos; at = text.find(escape, at + 1))
      text.replace(at, escape.size(), sign);
  return text;
}

}  // namespace

TEST_CASE("what cannot be drawn is replaced as documented", "[drawing][hostile]") {
  for (const Trap& trap : traps()) {
    CAPTURE(trap.name);
    CHECK(layout::drawable(trap.name) == trap.drawn);
    CHECK(drawn_name(testing::scene_of(map_with(trap.name)), trap.drawn) == trap.drawn);
  }
}

TEST_CASE("hostile names are read back from an SVG as they went in", "[drawing][hostile]") {
  for (const Trap& trap : traps()) {
    CAPTURE(trap.name);
    const std::string svg = drawing::render(testing::scene_of(map_with(trap.name)), Format::svg);
    CHECK(without_spaces(svg_texts(svg)).find(without_spaces(trap.drawn)) != std::string::npos);
    CHECK(output_of("xmllint --xpath 'count(//*[local-name()=\"image\" or local-name()=\"b\"])' %", svg).front() ==
          '0');
  }
}

TEST_CASE("hostile names are read back from a PDF as they went in", "[drawing][hostile]") {
  for (const Trap& trap : traps()) {
    if (trap.drawn.find('\xCC') != std::string::npos) continue;  // pdftotext joins marks with their letter
    CAPTURE(trap.name);
    const std::string pdf = drawing::render(testing::scene_of(map_with(trap.name)), Format::pdf);
    CHECK(without_spaces(output_of("pdftotext -raw % -", pdf)).find(without_spaces(trap.drawn)) != std::string::npos);
  }
}

TEST_CASE("hostile names leave DOT a graph that draws the same picture as their own PNG", "[drawing][hostile]") {
  for (const Trap& trap : traps()) {
    CAPTURE(trap.name);
    const auto scene = testing::scene_of(map_with(trap.name));
    const std::string dot = drawing::render(scene, Format::dot);
    output_of("dot -Tcanon %", dot);
    const std::string svg = output_of("neato -n2 -Tsvg %", dot);
    CHECK(without_spaces(svg_texts(svg)).find(without_spaces(trap.drawn)) != std::string::npos);
    CHECK(drawing::render(scene, Format::png).size() > 5000);
  }
}

TEST_CASE("Arabic and Hebrew names stay and 10000 letters are shortened", "[drawing][hostile]") {
  for (const char* name : {"\xD9\x85\xD8\xAD\xD9\x85\xD8\xAF", "\xD7\xA9\xD7\xA8\xD7\x94"}) {
    const std::string svg = drawing::render(testing::scene_of(map_with(name)), Format::svg);
    CHECK(svg_texts(svg).find(name) != std::string::npos);
  }
  std::string endless;
  for (int i = 0; i < 1000; ++i) endless += "Abdulrahma";
  const auto scene = testing::scene_of(map_with(endless));
  for (const auto& text : scene.texts) CHECK(text.line.text.size() < 200);
  output_of("xmllint --noout %", drawing::render(scene, Format::svg));
}

TEST_CASE("a character that no font has is told with the name of the person", "[drawing][hostile]") {
  auto content = testing::random_content(5, 3);
  content.people[1].name = "Li \xE7\x8E\x8B";
  content.people[2].name = "Anna";
  content.people[2].role = "ven \xF0\x9F\xA6\x84";
  content.foot.push_back("\xE7\x8E\x8B");
  const std::vector<drawing::MissingGlyph> expected = {
      {"\xE7\x8E\x8B", "Li \xE7\x8E\x8B"}, {"\xF0\x9F\xA6\x84", "Anna"}, {"\xE7\x8E\x8B", "\xE7\x8E\x8B"}};
  CHECK(drawing::missing_glyphs(content, testing::typesetter()) == expected);
}
