#include "kreds/publishing/markdown.hpp"
#include "documents.hpp"

using namespace kreds;
using namespace kreds::publishing;
using testing::with_blocks;

namespace {

std::string body(std::vector<Block> blocks) {
  const std::string text = to_markdown(with_blocks(std::move(blocks)));
  const std::string head = "# Prøve\n\nPrøve\n\n", foot = "---\n\nPrøve\n";
  REQUIRE(text.starts_with(head));
  REQUIRE(text.ends_with(foot));
  return text.substr(head.size(), text.size() - head.size() - foot.size());
}

}  // namespace

TEST_CASE("Markdown has a heading of its level for each heading", "[publishing][markdown]") {
  CHECK(body({Heading{1, "Ugen"}, Heading{2, "Mandag"}}) == "## Ugen\n\n### Mandag\n\n");
}

TEST_CASE("a bold beginning stands before its text", "[publishing][markdown]") {
  CHECK(body({Paragraph{{"Husk:", "mælk"}}}) == "**Husk:** mælk\n\n");
  CHECK(body({List{{{"", "en"}, {"To", ""}}, true}}) == "1. en\n2. **To**\n\n");
}

TEST_CASE("a table keeps its lines of a cell apart", "[publishing][markdown]") {
  CHECK(body({Table{"", {"Dag", "Hvem"}, {{{"tirsdag"}, {"Karen", "Ole"}}, {{}, {"a|b"}}}}}) ==
        "| Dag | Hvem |\n| --- | --- |\n| tirsdag | Karen<br>Ole |\n|  | a\\|b |\n\n");
}

TEST_CASE("what Markdown would take for its own is a plain sign", "[publishing][markdown]") {
  const auto paragraph = [](const std::string& text) { return body({Paragraph{{"", text}}}); };
  CHECK(paragraph("- ikke en liste") == "\\- ikke en liste\n\n");
  CHECK(paragraph("12. marts") == "12\\. marts\n\n");
  CHECK(paragraph("den 12. marts") == "den 12. marts\n\n");
  CHECK(paragraph("# *fed* `kode` [x](http://y) <b> &amp; ~~s~~ \\") ==
        "\\# \\*fed\\* \\`kode\\` \\[x\\](http\\://y) \\<b\\> \\&amp; \\~\\~s\\~\\~ \\\\\n\n");
  CHECK(paragraph("www.x.dk a@b.dk") == "www\\.x.dk a\\@b.dk\n\n");
  CHECK(paragraph("en\nlinje\x1B[2J") == "en linje \\[2J\n\n");
}
