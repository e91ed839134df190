#include "kreds/labels/labels.hpp"

#include <catch2/catch.hpp>
#include <limits>

using namespace kreds;
using document::Argument;
using labels::Labels;

namespace {

Labels tiny() {
  return Labels("da", {{"severity.error", "fejl"},
                       {"severity.warning", "advarsel"},
                       {"hint.suggestion", "Mente du »{suggestion}«?"},
                       {"diagnostic.bad", "»{found}« er {kind}"},
                       {"hint.bad", "Kendte: {known}."},
                       {"kind.dog", "en hund"},
                       {"braces", "{{\"a\": {x}}}"},
                       {"number.decimal_mark", ","}});
}

document::Diagnostic bad(document::Arguments arguments) {
  return {document::Severity::error, "bad", {"sag.json", 3, 7, "/people/0"}, std::move(arguments)};
}

Labels shipped(const std::string& language) {
  return labels::load_labels(KREDS_ROOT "/data/labels", language);
}

}  // namespace

TEST_CASE("places are filled and doubled braces are braces", "[labels]") {
  CHECK(tiny()("braces", {{"x", "1"}}) == "{\"a\": 1}");
  CHECK(tiny()("braces") == "{\"a\": {x}}");
}

TEST_CASE("a name that ends in an s takes an apostrophe for its genitive", "[labels]") {
  const Labels genitive("da", {{"parents", "{child}s forældre"}, {"number", "{n} seksere"}, {"end", "er {child}s"}});
  CHECK(genitive("parents", {{"child", "Liam"}}) == "Liams forældre");
  CHECK(genitive("parents", {{"child", "Villads"}}) == "Villads' forældre");
  CHECK(genitive("parents", {{"child", "Beatriz"}}) == "Beatriz' forældre");
  CHECK(genitive("number", {{"n", "Villads"}}) == "Villads seksere");
  CHECK(genitive("end", {{"child", "Max"}}) == "er Max'");
  CHECK(genitive("parents", {{"child", ""}}) == "s forældre");
}

TEST_CASE("a key that is missing is seen", "[labels]") {
  CHECK(tiny()("no.such.key") == "«no.such.key»");
}

TEST_CASE("a diagnostic is told with place and sentence and pointer", "[labels]") {
  const auto d = bad({{"found", Argument::literal("Bølle")}, {"kind", Argument::label("kind.dog")}});
  CHECK(to_text(d, tiny()) == "sag.json:3:7: fejl: »Bølle« er en hund (/people/0)");
}

TEST_CASE("a diagnostic about a whole file has no line", "[labels]") {
  document::Diagnostic d = bad({{"found", Argument::literal("x")}, {"kind", Argument::literal("y")}});
  d.place = {"sag.json", 0, 0, ""};
  d.severity = document::Severity::warning;
  CHECK(to_text(d, tiny()) == "sag.json: advarsel: »x« er y");
}

TEST_CASE("hints stand on a line of their own when their arguments are there", "[labels]") {
  document::Arguments arguments = {{"found", Argument::literal("x")}, {"kind", Argument::literal("y")}};
  arguments["suggestion"] = Argument::literal("xy");
  CHECK(to_text(bad(arguments), tiny()) == "sag.json:3:7: fejl: »x« er y (/people/0)\n  Mente du »xy«?");
  arguments["known"] = Argument::literal("xy, z");
  CHECK(to_text(bad(arguments), tiny()) == "sag.json:3:7: fejl: »x« er y (/people/0)\n  Mente du »xy«? Kendte: xy, z.");
}

TEST_CASE("a user's text cannot write to the terminal or turn its direction", "[labels]") {
  CHECK(labels::printable("a\x1b[31mb\r\n\tæ😀") == "a\\u001b[31mb\\u000d\\u000a\\u0009æ😀");
  CHECK(labels::printable("\xC2\x9B \xE2\x80\xAE \xEF\xBB\xBF") == "\\u009b \\u202e \\ufeff");
  CHECK(labels::printable("\xFFx") == "\\u0080x");
  const auto d = bad({{"found", Argument::literal("\x1b]0;x\x07")}, {"kind", Argument::literal("y")}});
  CHECK(to_text(d, tiny()).find('\x1b') == std::string::npos);
}

TEST_CASE("what stands in braces in a user's text is left alone", "[labels]") {
  const auto d = bad({{"found", Argument::literal("{kind} {{")}, {"kind", Argument::literal("y")}});
  CHECK(to_text(d, tiny()) == "sag.json:3:7: fejl: »{kind} {{« er y (/people/0)");
}

TEST_CASE("dates are written as far as they are known", "[labels]") {
  CHECK(labels::date_in_words(2024, 3, 3, shipped("da")) == "3. marts 2024");
  CHECK(labels::date_in_words(2024, 3, 0, shipped("da")) == "marts 2024");
  CHECK(labels::date_in_words(2024, 0, 0, shipped("da")) == "2024");
  CHECK(labels::date_in_words(2024, 3, 3, shipped("en")) == "3 March 2024");
}

TEST_CASE("decimals have the language's mark and no negative zero", "[labels]") {
  CHECK(labels::decimal(0.5, 2, shipped("da")) == "0,50");
  CHECK(labels::decimal(1234.567, 1, shipped("en")) == "1234.6");
  CHECK(labels::decimal(-0.001, 2, shipped("da")) == "0,00");
  CHECK(labels::decimal(-1.5, 0, shipped("da")) == "-2");
  CHECK(labels::decimal(std::numeric_limits<double>::quiet_NaN(), 2, shipped("da")) == "–");
}

TEST_CASE("labels that cannot be used are an error that names the file", "[labels]") {
  CHECK_THROWS_WITH(labels::load_labels("/nowhere", "da"), Catch::Contains("/nowhere/da.json"));
  CHECK_THROWS_WITH(labels::load_labels(KREDS_ROOT "/data", "sectors"), Catch::Contains("sectors.json"));
}
