#include "kreds/publishing/html.hpp"
#include "documents.hpp"

using namespace kreds;
using namespace kreds::publishing;
using testing::times;
using testing::with_blocks;

TEST_CASE("HTML is well-formed as XML and has its language", "[publishing][html]") {
  const std::string html = to_html(testing::one_of_everything("Karen & Ole"));
  CHECK(testing::output_of("xmllint --noout --nonet %", html).empty());
  CHECK(html.find("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"da\"") != std::string::npos);
  CHECK(html.find("<title>Karen &amp; Ole</title>") != std::string::npos);
  CHECK(times(html, "<h1") == 1);
}

TEST_CASE("HTML points at nothing outside itself", "[publishing][html]") {
  std::string html = to_html(testing::one_of_everything("https://example.org/x.png"));
  for (const char* reference : {"href=", "src=\"http", "url(", "@import", "<script", "<link", "<iframe"})
    CHECK(html.find(reference) == std::string::npos);
  CHECK(html.find("default-src 'none'") != std::string::npos);
}

TEST_CASE("each section ends before the next of its level", "[publishing][html]") {
  const std::string html = to_html(with_blocks({Heading{1, "A"}, Heading{2, "A1"}, Heading{2, "A2"}, Heading{1, "B"}}));
  CHECK(times(html, "<section>") == 4);
  CHECK(html.find("<section>\n<h2>A</h2>\n<section>\n<h3>A1</h3>\n</section>\n<section>\n<h3>A2</h3>\n</section>\n"
                  "</section>\n<section>\n<h2>B</h2>\n</section>\n") != std::string::npos);
}

TEST_CASE("a picture has its text alternative and can be read by others", "[publishing][html]") {
  const std::string html = to_html(with_blocks({Picture{testing::small_scene(), "Karen \"tæt\" på", "Kortet"}}));
  CHECK(html.find("<img alt=\"Karen &quot;tæt&quot; på\" src=\"data:image/svg+xml;base64,") != std::string::npos);
  const std::string begin = "base64,";
  const std::size_t at = html.find(begin) + begin.size();
  const std::string svg = testing::output_of("base64 -d %", html.substr(at, html.find('"', at) - at));
  CHECK(testing::output_of("xmllint --noout --nonet %", svg).empty());
  CHECK(svg.find("<svg ") != std::string::npos);
}
