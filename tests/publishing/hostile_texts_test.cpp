// Texts that mean something to a browser, a Markdown reader or a terminal are only texts, in every format.
#include "documents.hpp"
#include "kreds/publishing/html.hpp"
#include "kreds/publishing/markdown.hpp"
#include "kreds/publishing/pdf.hpp"

using namespace kreds;

namespace {

const std::vector<std::string> traps = {"<script>alert(1)</script>",
                                        "\"><img src=x onerror=y>",
                                        "]]><!-- -->",
                                        "&lt;b&gt; &#60;",
                                        "' onload='x",
                                        "[x](javascript:y) ![z](http://z)",
                                        "```\nrm -rf\n```",
                                        "| a | b |",
                                        "1. ) # - + = *",
                                        "(\\) >> endobj << /JS",
                                        "Ka\x1B[31mren\x7F\xC2\x9B",
                                        "Ole\xE2\x80\xAEnesnaH",
                                        std::string(5000, 'x'),
                                        "مرحبا 你好 🙂",
                                        ""};

}  // namespace

TEST_CASE("hostile texts stay texts in HTML", "[publishing][hostile]") {
  for (const std::string& trap : traps) {
    CAPTURE(trap);
    const std::string html = publishing::to_html(testing::one_of_everything(trap));
    CHECK(testing::output_of("xmllint --noout --nonet %", html).empty());
    for (const char* sign : {"<script", "<img src=x", "onload='", "\x1B", "\x7F", "\xE2\x80\xAE"})
      CHECK(html.find(sign) == std::string::npos);
    CHECK(testing::times(html, "<img ") == 1);
  }
}

TEST_CASE("hostile texts stay texts in Markdown", "[publishing][hostile]") {
  const std::string harmless = publishing::to_markdown(testing::one_of_everything("x"));
  for (const std::string& trap : traps) {
    CAPTURE(trap);
    const std::string text = publishing::to_markdown(testing::one_of_everything(trap));
    for (const char* sign : {"<script", "<img", "](", "```"})
      CHECK(testing::times(text, sign) == testing::times(text, std::string("\\") + sign));
    for (const char* sign : {"\x1B", "\x7F", "\xE2\x80\xAE"}) CHECK(text.find(sign) == std::string::npos);
    // No text brings a line of its own.
    if (!trap.empty()) CHECK(testing::times(text, "\n") == testing::times(harmless, "\n"));
  }
}

TEST_CASE("hostile texts make a PDF without faults", "[publishing][hostile]") {
  for (const std::string& trap : traps) {
    CAPTURE(trap);
    const std::string pdf = publishing::to_pdf(testing::one_of_everything(trap), testing::typesetter());
    CHECK(testing::output_of("qpdf --check %", pdf).find("No syntax or stream encoding errors found") !=
          std::string::npos);
  }
}
