#include "kreds/publishing/pdf.hpp"
#include "documents.hpp"

using namespace kreds;
using namespace kreds::publishing;
using testing::output_of;
using testing::times;
using testing::typesetter;
using testing::with_blocks;

namespace {

std::string text_of(const std::string& pdf) {
  return output_of("pdftotext -layout % -", pdf);
}

std::string long_text(std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) text += (i == 0 ? "" : " ") + ("ord" + std::to_string(i));
  return text;
}

std::vector<std::string> pages_of(const std::string& text) {
  std::vector<std::string> pages;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\f', at), text.size());
    pages.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return pages;
}

}  // namespace

TEST_CASE("a PDF is A4 with title and language and embedded fonts and no fault", "[publishing][pdf]") {
  const std::string pdf = to_pdf(testing::one_of_everything("Overlevering af Æske"), typesetter());
  const std::string facts = output_of("pdfinfo %", pdf);
  CHECK(facts.find("Overlevering af Æske") != std::string::npos);
  CHECK(facts.find("595.276 x 841.89 pts (A4)") != std::string::npos);
  CHECK(facts.find("Tagged:          yes") != std::string::npos);
  CHECK(pdf.find("/Lang (da)") != std::string::npos);
  CHECK(output_of("qpdf --check %", pdf).find("No syntax or stream encoding errors found") != std::string::npos);
  const std::string fonts = output_of("pdffonts %", pdf);
  CHECK(fonts.find("Lato") != std::string::npos);
  CHECK(times(fonts, " yes yes") >= 2);  // embedded and a part only
  CHECK(times(fonts, " no  no ") == 0);
}

TEST_CASE("the same document gives the same bytes of PDF", "[publishing][pdf]") {
  const Document document = testing::one_of_everything("Sag");
  CHECK(to_pdf(document, typesetter()) == to_pdf(document, typesetter()));
}

TEST_CASE("every page has its number and the number of pages and the foot", "[publishing][pdf]") {
  Document document = with_blocks({Paragraph{{"", long_text(3000)}}});
  document.foot = "Sag 2024-0117";
  const auto pages = pages_of(text_of(to_pdf(document, typesetter())));
  REQUIRE(pages.size() > 3);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    CHECK(pages[i].find("Side " + std::to_string(i + 1) + " af " + std::to_string(pages.size())) != std::string::npos);
    CHECK(pages[i].find("Sag 2024-0117") != std::string::npos);
  }
}

TEST_CASE("no word of a text is lost where a page ends", "[publishing][pdf]") {
  const std::string text = text_of(to_pdf(
      with_blocks({Paragraph{{"", long_text(2000)}}, Box{{}, {{"", long_text(900)}}},
                   Columns{{{"A", {long_text(900), "a"}}, {"B", {"b"}}}}, Table{"", {"C"}, {{{long_text(1500)}}}}}),
      typesetter()));
  for (std::size_t i = 0; i < 900; i += 13) {
    CAPTURE(i);
    CHECK(times(text, "ord" + std::to_string(i) + " ") + times(text, "ord" + std::to_string(i) + "\n") == 4);
  }
}

TEST_CASE("a table that goes on has its head on every page", "[publishing][pdf]") {
  std::vector<std::vector<Cell>> rows;
  for (int i = 0; i < 150; ++i) rows.push_back({{"række " + std::to_string(i)}, {"x"}});
  const auto pages = pages_of(text_of(to_pdf(with_blocks({Table{"", {"Hovedet", "Andet"}, rows}}), typesetter())));
  REQUIRE(pages.size() > 2);
  for (const std::string& page : pages) CHECK(page.find("Hovedet") != std::string::npos);
}

TEST_CASE("what shall stand on one page does as long as letters can be read", "[publishing][pdf]") {
  for (const std::size_t rows : {2U, 14U, 30U}) {
    Table table{"", {"Hvem", "Gør hvad"}, {}, {}, 26};
    for (std::size_t i = 0; i < rows; ++i) table.rows.push_back({{"Navn" + std::to_string(i)}, {long_text(14)}});
    table.rows.resize(rows + 8, std::vector<Cell>(2));
    PageBreak page;
    page.one_page = true;
    const std::string pdf =
        to_pdf(with_blocks({Paragraph{{"", "før"}}, page, Heading{1, "Planen"}, table,
                            WritingLines{{"Hvis"}, {"Så ringer vi"}}, PageBreak{}, Paragraph{{"", "efter"}}}),
               typesetter());
    const std::vector<std::string> pages = pages_of(text_of(pdf));
    INFO(rows);
    REQUIRE(pages.size() == 3);
    CHECK(pages[1].find("Navn" + std::to_string(rows - 1)) != std::string::npos);
    CHECK(pages[1].find("Så ringer vi") != std::string::npos);
    CHECK(pages[2].find("efter") != std::string::npos);
  }
}

TEST_CASE("a short section comes before a picture that would leave a page half empty", "[publishing][pdf]") {
  drawing::Scene scene;
  scene.width_pt = body_width_pt;
  scene.height_pt = 0.8 * body_height_pt;
  const Document document = with_blocks(
      {Heading{1, "Først"}, Paragraph{{"", long_text(500)}}, Heading{1, "Kortet"}, Picture{scene, "kort", "kort"},
       Heading{1, "Lang"}, Paragraph{{"", long_text(3000)}}, Heading{1, "Kort afsnit"}, Paragraph{{"", "ugen"}},
       Heading{1, "Også kort"}, Paragraph{{"", "plan"}}, Heading{1, "Sidst"}, Paragraph{{"", "slut"}}});
  const std::string text = text_of(to_pdf(document, typesetter()));
  const auto at = [&](const char* heading) { return text.find(heading); };
  CHECK(at("Kort afsnit") < at("Også kort"));
  CHECK(at("Også kort") < at("Kortet"));
  CHECK(at("Kortet") < at("Lang"));
  CHECK(at("Lang") < at("Sidst"));
}

TEST_CASE("a heading stands on the page of what it belongs to", "[publishing][pdf]") {
  // Paragraphs of one line push the heading over the page line by line.
  for (int lines = 30; lines < 75; ++lines) {
    std::vector<Block> blocks;
    for (int i = 0; i < lines; ++i) blocks.push_back(Paragraph{{"", "linje"}});
    blocks.push_back(Heading{1, "OVERSKRIFT"});
    blocks.push_back(Paragraph{{"", "HERUNDER"}});
    for (const std::string& page : pages_of(text_of(to_pdf(with_blocks(blocks), typesetter())))) {
      CAPTURE(lines);
      CHECK((page.find("OVERSKRIFT") == std::string::npos) == (page.find("HERUNDER") == std::string::npos));
    }
  }
}

TEST_CASE("headings are bookmarks", "[publishing][pdf]") {
  const std::string pdf = to_pdf(with_blocks({Heading{1, "Ugen"}, Heading{2, "Mandag"}}), typesetter());
  const std::string outline = output_of("qpdf --json --json-key=outlines %", pdf);
  CHECK(outline.find("\"title\": \"Ugen\"") != std::string::npos);
  CHECK(outline.find("\"title\": \"Mandag\"") != std::string::npos);
}

TEST_CASE("a reader aloud is told what each part is", "[publishing][pdf]") {
  const std::string structure =
      output_of("pdfinfo -struct-text %", to_pdf(testing::one_of_everything("Karen"), typesetter()));
  for (const char* part : {"H1", "H2", "P", "LI", "TR", "TH", "TD", "Figure"}) {
    CAPTURE(part, structure);
    CHECK(structure.find(part) != std::string::npos);
  }
}
