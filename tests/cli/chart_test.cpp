// kreds rank -o: the order as a picture.
#include <catch2/catch.hpp>

#include "kreds.hpp"

using namespace kreds::testing;

namespace {

RunResult chart(const std::string& case_file, const std::string& output, std::vector<std::string> more = {}) {
  more.insert(more.begin(), {"rank", case_file, "-o", output, "--draws", "500"});
  return run_kreds(more);
}

}  // namespace

TEST_CASE("the order is drawn in every format and the same each time", "[cli][chart]") {
  const TemporaryFolder folder;
  const std::vector<std::pair<std::string, std::string>> signatures = {
      {"png", "\x89PNG\r\n\x1a\n"}, {"svg", "<?xml"}, {"pdf", "%PDF-"}};
  for (const auto& [format, signature] : signatures)
    for (const std::string name : {"liam", "freja", "stor", "lille"}) {
      CAPTURE(format, name);
      const std::string file = folder / (name + "." + format);
      const RunResult result = chart(cases + name + ".json", file);
      CHECK(result.exit_code == 0);
      CHECK(result.out.empty());
      const std::string bytes = bytes_of(file);
      CHECK(bytes.rfind(signature, 0) == 0);
      CHECK(chart(cases + name + ".json", file).exit_code == 0);
      CHECK((bytes_of(file) == bytes));
      CHECK((chart(cases + name + ".json", "-", {"--format", format}).out == bytes));
    }
}

TEST_CASE("the picture of the order is well formed and tells its numbers in words", "[cli][chart]") {
  const TemporaryFolder folder;
  CHECK(chart(liam, folder / "r.svg").exit_code == 0);
  const RunResult read = run_program({"xmllint", "--noout", folder / "r.svg"});
  CAPTURE(read.err);
  CHECK(read.exit_code == 0);
  const std::string svg = bytes_of(folder / "r.svg");
  for (const std::string words :
       {"Må ikke vises på netværksmødet.", "Tallet siger ikke, hvor sandsynligt det er, at det går godt.",
        "Mikkel og Sara: 0,68 på en skala fra 0 til 1; svarene kan flytte det mellem 0,40 og 0,97.", "Vil gerne støtte",
        "frø 20240101"})
    CHECK(svg.find(words) != std::string::npos);
}

TEST_CASE("names in the picture of the order are words and never marks", "[cli][chart]") {
  const TemporaryFolder folder;
  write_file(folder / "sag.json", case_with_name("<b>&amp; \\\\N \\\"x\\\""));
  CHECK(chart(folder / "sag.json", folder / "r.svg").exit_code == 0);
  CHECK(run_program({"xmllint", "--noout", folder / "r.svg"}).exit_code == 0);
  const std::string svg = bytes_of(folder / "r.svg");
  CHECK(svg.find("&lt;b&gt;") != std::string::npos);
  CHECK(svg.find("<b>") == std::string::npos);
}

TEST_CASE("the picture of the order is for professionals only and apart from the text", "[cli][chart]") {
  const TemporaryFolder folder;
  const std::string file = folder / "r.svg";
  for (const std::string audience : {"family", "casefile", "person:anna"})
    CHECK(chart(liam, file, {"--audience", audience}).exit_code == 2);
  for (const std::string option : {"--json", "--csv", "--numbers"}) {
    const RunResult result = chart(liam, file, {option});
    CHECK(result.exit_code == 2);
    CHECK(result.err.find("Med -o bliver rækkefølgen tegnet") != std::string::npos);
  }
  for (const std::vector<std::string>& option :
       std::vector<std::vector<std::string>>{{"--size", "a4"}, {"--style", "casefile"}, {"--format", "svg"}}) {
    const RunResult result = run_kreds({"rank", liam, option[0], option[1]});
    CHECK(result.exit_code == 2);
    CHECK(result.err.find("er til billedet") != std::string::npos);
  }
  CHECK(chart(liam, folder / "r.dot").exit_code == 2);
  CHECK(chart(liam, file, {"--style", "findes-ikke"}).exit_code == 2);
  CHECK(bytes_of(file).empty());
  CHECK(chart(liam, file, {"--audience", "handover", "--size", "1280x720", "--style", "print-greyscale"}).exit_code ==
        0);
  CHECK(!bytes_of(file).empty());
}
