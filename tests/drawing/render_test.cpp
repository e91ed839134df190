#include <unistd.h>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "drawing_support.hpp"

using namespace kreds;
using drawing::Format;
using testing::random_content;
using testing::scene_of;

namespace {

std::uint32_t big_endian(const std::string& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes.at(at + i));
  return value;
}

/// Names of the chunks of a PNG, in order.
std::vector<std::string> chunks(const std::string& png) {
  std::vector<std::string> names;
  for (std::size_t at = 8; at + 8 <= png.size(); at += 12 + big_endian(png, at)) names.push_back(png.substr(at + 4, 4));
  return names;
}

/// What a program prints, given bytes in a file whose path replaces %.
std::string output_of(std::string command, const std::string& bytes) {
  const std::string path = std::filesystem::temp_directory_path() / ("kreds-render-" + std::to_string(getpid()));
  std::ofstream(path, std::ios::binary) << bytes;
  command.replace(command.find('%'), 1, path);
  std::string text;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) text += static_cast<char>(c);
  const int status = pclose(pipe);
  std::filesystem::remove(path);
  CAPTURE(command, text);
  CHECK(status == 0);
  return text;
}

}  // namespace

TEST_CASE("a projector PNG is 1920 by 1080 with its density and no text in it", "[drawing][render]") {
  const std::string png = drawing::render(scene_of(random_content(1, 15)), Format::png, 96);
  CHECK(png.substr(1, 3) == "PNG");
  CHECK(big_endian(png, 16) == 1920);
  CHECK(big_endian(png, 20) == 1080);
  for (const std::string& name : chunks(png))
    CHECK((name == "IHDR" || name == "pHYs" || name == "IDAT" || name == "IEND"));
  CHECK(big_endian(png, png.find("pHYs") + 4) == 3780);  // 96 / 0.0254
}

TEST_CASE("an A4 PNG at 300 dpi has the pixels of the paper", "[drawing][render]") {
  const std::string png = drawing::render(scene_of(random_content(1, 10), layout::a4_sheet(false)), Format::png, 300);
  CHECK(big_endian(png, 16) == 3508);
  CHECK(big_endian(png, 20) == 2480);
}

TEST_CASE("an SVG is well-formed and holds every name as text and none as an id", "[drawing][render]") {
  auto content = random_content(2, 12);
  content.people[1].name = "Zqx017 Ærø";
  const std::string svg = drawing::render(scene_of(content), Format::svg);
  output_of("xmllint --noout %", svg);
  CHECK(svg.find(">Zqx017 Ærø</text>") != std::string::npos);
  CHECK(svg.find("id=\"Zqx017") == std::string::npos);
  CHECK(svg.find("graphviz") == std::string::npos);
  CHECK(svg.find("<title id=\"title\">Menneskerne omkring Liam</title>") != std::string::npos);
}

TEST_CASE("a PDF is one exact A4 page whose text can be searched and whose fonts are in it", "[drawing][render]") {
  auto content = random_content(2, 12);
  content.people[1].name = "Østergaard Åse";
  const std::string pdf = drawing::render(scene_of(content, layout::a4_sheet(false)), Format::pdf);
  CHECK(output_of("pdftotext % -", pdf).find("Østergaard Åse") != std::string::npos);
  const std::string info = output_of("pdfinfo %", pdf);
  CHECK(info.find("841.89 x 595.276 pts (A4)") != std::string::npos);
  CHECK(info.find("Menneskerne omkring Liam") != std::string::npos);
  CHECK(info.find("Pages:           1") != std::string::npos);
  CHECK(output_of("pdffonts %", pdf).find(" no ") == std::string::npos);
}

TEST_CASE("DOT is accepted by dot and drawn to the same size by neato", "[drawing][render]") {
  const std::string dot = drawing::render(scene_of(random_content(3, 12)), Format::dot);
  CHECK(output_of("dot -Tcanon %", dot).find("graph kreds") != std::string::npos);
  const std::string png = output_of("neato -n2 -Tpng %", dot);
  CHECK(big_endian(png, 16) == 1920);
  CHECK(big_endian(png, 20) == 1080);
}

TEST_CASE("the same scene gives the same bytes in every format", "[drawing][render]") {
  const auto scene = scene_of(random_content(4, 20));
  for (Format format : {Format::png, Format::svg, Format::pdf, Format::dot})
    CHECK(drawing::render(scene, format) == drawing::render(scene, format));
}

TEST_CASE("a Danish locale changes nothing", "[drawing][render]") {
  const auto scene = scene_of(random_content(4, 8));
  const std::string svg = drawing::render(scene, Format::svg), pdf = drawing::render(scene, Format::pdf);
  if (std::setlocale(LC_ALL, "da_DK.UTF-8") == nullptr) std::setlocale(LC_ALL, "C.UTF-8");
  CHECK(drawing::render(scene_of(random_content(4, 8)), Format::svg) == svg);
  CHECK(drawing::render(scene, Format::pdf) == pdf);
  std::setlocale(LC_ALL, "C");
}

TEST_CASE("hostile names are only names", "[drawing][render]") {
  for (const char* name : {"\\N \\G \\L", "a\\nb", "&lt;&#65;&amp;", "<b>fed</b>", "\"'`$(id)", "]]>", "{a|b}",
                           "trailing\\", "<TABLE><TR><TD><IMG SRC=\"/etc/hostname\"/></TD></TR></TABLE>", "%n%s"}) {
    auto content = random_content(5, 3);
    content.people[2].name = name;
    CAPTURE(name);
    const std::string svg = drawing::render(scene_of(content), Format::svg);
    output_of("xmllint --noout %", svg);
    CHECK(svg.find("<image") == std::string::npos);
    CHECK(svg.find("<b>") == std::string::npos);
    CHECK(drawing::render(scene_of(content), Format::pdf).size() > 2000);
  }
}
