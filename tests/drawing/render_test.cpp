#include <unistd.h>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include <sstream>

#include "drawing_support.hpp"
#include "read_picture.hpp"

using namespace kreds;
using drawing::Format;
using testing::big_endian;
using testing::output_of;
using testing::pixels_of;
using testing::random_content;
using testing::scene_of;

namespace {

/// Names of the chunks of a PNG, in order.
std::vector<std::string> chunks(const std::string& png) {
  std::vector<std::string> names;
  for (std::size_t at = 8; at + 8 <= png.size(); at += 12 + big_endian(png, at)) names.push_back(png.substr(at + 4, 4));
  return names;
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
  REQUIRE(big_endian(png, 16) == 3508);
  REQUIRE(big_endian(png, 20) == 2480);
  // To the last one.
  const auto pixels = kreds::testing::pixels_of(png);
  const std::uint32_t paper = pixels.front();
  for (std::size_t y = 0; y < 2480; ++y) CHECK(pixels[3508 * y + 3507] == paper);
  for (std::size_t x = 0; x < 3508; ++x) CHECK(pixels[3508 * 2479 + x] == paper);
}

TEST_CASE("an SVG is well-formed and holds every name as text and none as an id", "[drawing][render]") {
  auto content = random_content(2, 12);
  content.people[1].name = "Zqx017 Ærø";
  const std::string svg = drawing::render(scene_of(content), Format::svg);
  output_of("xmllint --noout %", svg);
  CHECK(svg.find(">Zqx017 Ærø</text>") != std::string::npos);
  CHECK(svg.find("id=\"Zqx017") == std::string::npos);
  CHECK(svg.find("graphviz") == std::string::npos);
  CHECK(svg.find("<title id=\"kreds-title\">Menneskerne omkring Liam</title>") != std::string::npos);
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

TEST_CASE("a PDF says its language and its day and holds nothing that a checker objects to", "[drawing][render]") {
  auto content = random_content(2, 12);
  content.lang = "en";
  content.date = "2024-04-23";
  const std::string pdf = drawing::render(scene_of(content, layout::a4_sheet(false)), Format::pdf);
  output_of("qpdf --check %", pdf);
  // As another program reads it, by way of the last of the two tables.
  CHECK(output_of("qpdf --json %", pdf).find("\"/Lang\": \"u:en\"") != std::string::npos);
  CHECK(output_of("TZ=UTC pdfinfo -isodates %", pdf).find("2024-04-23T00:00:00Z") != std::string::npos);
}

TEST_CASE("a PDF is tagged as one figure with the picture in words", "[drawing][render]") {
  auto content = random_content(2, 12);
  content.description = "Menneskerne omkring Liam. Familie: Åse (mor) \xF0\x9F\x90\xB6.";
  const std::string pdf = drawing::render(scene_of(content, layout::a4_sheet(false)), Format::pdf);
  output_of("qpdf --check %", pdf);
  CHECK(output_of("pdfinfo %", pdf).find("Tagged:          yes") != std::string::npos);
  CHECK(output_of("pdfinfo -struct %", pdf).find("Document\n  Figure") != std::string::npos);
  CHECK(output_of("qpdf --json %", pdf).find("\"/Alt\": \"u:" + content.description + "\"") != std::string::npos);
}

TEST_CASE("an SVG tells the picture in words to those who cannot see it", "[drawing][render]") {
  auto content = random_content(2, 12);
  content.description = "Bor sammen: Karen & Ole. <Konflikt>";
  const std::string svg = drawing::render(scene_of(content), Format::svg);
  output_of("xmllint --noout %", svg);
  CHECK(svg.find("role=\"img\" aria-labelledby=\"kreds-title kreds-desc\"") != std::string::npos);
  CHECK(svg.find("<desc id=\"kreds-desc\">Bor sammen: Karen &amp; Ole. &lt;Konflikt&gt;</desc>") != std::string::npos);
}

TEST_CASE("an SVG is as large as its sheet to the thousandth of a point", "[drawing][render]") {
  const auto head = [](const layout::Sheet& sheet) {
    const std::string svg = drawing::render(scene_of(random_content(2, 5), sheet), Format::svg);
    return svg.substr(svg.find("<svg"), 60);
  };
  CHECK(head(layout::projector_sheet()).find("width=\"1440pt\" height=\"810pt\"") != std::string::npos);
  CHECK(head(layout::a4_sheet(false)).find("width=\"841.89pt\" height=\"595.276pt\"") != std::string::npos);
}

TEST_CASE("DOT is accepted by dot and drawn to the same size by neato", "[drawing][render]") {
  const std::string dot = drawing::render(scene_of(random_content(3, 12)), Format::dot);
  CHECK(output_of("dot -Tcanon %", dot).find("graph kreds") != std::string::npos);
  const std::string png = output_of("neato -n2 -Tpng %", dot);
  CHECK(big_endian(png, 16) == 1920);
  CHECK(big_endian(png, 20) == 1080);
}

TEST_CASE("DOT drawn by neato is the picture itself", "[drawing][render]") {
  const auto scene = scene_of(random_content(3, 25));
  const auto other = pixels_of(output_of("neato -n2 -Tpng %", drawing::render(scene, Format::dot)));
  const auto own = pixels_of(drawing::render(scene, Format::png, 96));
  REQUIRE(other.size() == own.size());
  // neato hints its letters, so that their edges differ; nothing else does. A mark that stood elsewhere by its own
  // width would make whole areas differ.
  std::size_t far_apart = 0;
  for (std::size_t i = 0; i < own.size(); ++i)
    for (unsigned shift : {0U, 8U, 16U})
      if (std::abs(static_cast<int>(own[i] >> shift & 0xFFU) - static_cast<int>(other[i] >> shift & 0xFFU)) > 96) {
        ++far_apart;
        break;
      }
  CHECK(far_apart < own.size() / 500);
}

TEST_CASE("DOT can be read by people", "[drawing][render]") {
  auto content = random_content(3, 12);
  content.people[1].name = "Zqx017";
  const std::string dot = drawing::render(scene_of(content), Format::dot);
  CHECK(dot.find("// people, and the lines between them") < dot.find("\n\tn0\t["));
  CHECK(dot.find("// texts") < dot.find("Zqx017"));
  std::stringstream lines(dot);
  for (std::string line; std::getline(lines, line);) {
    CHECK(line.size() < 400);
    if (line.find("//") != std::string::npos) CHECK(line.find("Zqx017") == std::string::npos);
  }
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
