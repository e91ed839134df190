// The quick parser and the exact one: the quick one may only give up, never judge otherwise.
#include "events.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "support/dice.hpp"
#include "support/random_json.hpp"

using namespace kreds::document;

namespace {

std::string told(const ParseResult& result) {
  std::ostringstream out;
  out << (result.document ? kreds::testing::rebuilt(result.document->root()) : "nothing") << '\n';
  if (result.document)
    for (std::size_t i = 0; i < result.document->node_count(); ++i) {
      const Place place = result.document->node(i).place(), key = result.document->node(i).key_place();
      out << place.line << ':' << place.column << ' ' << place.pointer << ' ' << key.column << ' '
          << result.document->node(i).raw() << '\n';
    }
  for (const Diagnostic& d : result.diagnostics) out << d.code << ' ' << d.place.line << ':' << d.place.column << '\n';
  return out.str();
}

/// What the quick parser has to say, if anything, is what the exact one says.
bool agree(const std::string& text, const ParseLimits& limits = {}) {
  DocumentBuilder quick("f", text, limits), exact("f", text, limits);
  if (!quick.text_can_be_read()) return true;  // no parser is asked
  const Quick judged = read_quickly(quick);
  if (judged == Quick::not_judged) return true;
  exact.text_can_be_read();
  const bool whole = read_exactly(exact);
  return (judged == Quick::whole) == whole &&
         told(std::move(quick).result(whole)) == told(std::move(exact).result(whole));
}

bool quickly_read(const std::string& text, const ParseLimits& limits = {}) {
  DocumentBuilder builder("f", text, limits);
  return builder.text_can_be_read() && read_quickly(builder) == Quick::whole;
}

}  // namespace

TEST_CASE("a text without fault is read quickly and just as exactly", "[document][events]") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const std::string text = kreds::testing::RandomJson(seed).text();
    INFO(text);
    CHECK(quickly_read(text));
    CHECK(agree(text));
  }
}

TEST_CASE("whatever is damaged the quick parser does not judge otherwise than the exact one", "[document][events]") {
  kreds::testing::Dice dice(11);
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    std::string text = kreds::testing::RandomJson(seed % 50).text();
    for (int i = dice.between(1, 3); i > 0; --i)
      text[static_cast<std::size_t>(dice.between(0, static_cast<int>(text.size()) - 1))] =
          dice.one_of(std::string("{}[]\",:\\019.e-+tfnu x\xC3\x80\n"));
    INFO(text);
    CHECK(agree(text));
  }
}

TEST_CASE("numbers at the edge of what can be held are judged alike", "[document][events]") {
  for (const char* text : {"[9223372036854775807]",
                           "[9223372036854775808]",
                           "[18446744073709551616]",
                           "[-9223372036854775808]",
                           "[-9223372036854775809]",
                           "[1e400]",
                           "[1e-400]",
                           "[-0]",
                           "[-0.0]",
                           "[1E5]",
                           "[0.1e-320]",
                           "\"\\ud800\"",
                           "\"\\u0000\"",
                           "[\"\\/\"]",
                           "1",
                           "null",
                           "{\"a\":1,\"a\":2}",
                           "[1]]",
                           "[",
                           "{\"\":[{}]}"}) {
    INFO(text);
    CHECK(agree(text));
  }
}

TEST_CASE("the limits hold for both parsers alike", "[document][events]") {
  const ParseLimits narrow{1000, 3, 5};
  CHECK(quickly_read("[[[1]]]", narrow));
  for (const char* text : {"[[[1]]]", "[[[[1]]]]", "[1,2,3,4]", "[1,2,3,4,5]", "{\"a\":{\"b\":{\"c\":{}}}}"}) {
    INFO(text);
    CHECK(agree(text, narrow));
  }
}

TEST_CASE("every broken case file is judged alike by both parsers", "[document][events]") {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(KREDS_ROOT "/tests/data/broken")) {
    if (entry.path().extension() != ".json") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    INFO(entry.path());
    CHECK(agree(text.str()));
    ++files;
  }
  CHECK(files > 50);
}
