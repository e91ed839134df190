// kreds export; what other programs read from it is held in reports_schema_test.py
#include <catch2/catch.hpp>

#include "kreds.hpp"

using namespace kreds::testing;

namespace {
bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}
}  // namespace

TEST_CASE("the network of Liam's case reads as accepted in every format", "[cli][export][golden]") {
  for (const std::string format : {"graphml", "csv", "dot", "json"}) {
    const RunResult result = run_kreds({"export", liam, "-o", "-", "--format", format});
    CHECK(result.exit_code == 0);
    check_golden("export/liam." + format, result.out);
  }
}

TEST_CASE("hostile names stay names in every format", "[cli][export]") {
  const TemporaryFolder folder;
  for (const std::string name : {R"(<b>&amp;\"x\\)", R"(=1+1,\"a\")", R"(x\" -- \"y)"}) {
    write_file(folder / "sag.json", case_with_name(name));
    for (const std::string format : {"graphml", "csv", "dot", "json"}) {
      const RunResult result =
          run_kreds({"export", folder / "sag.json", "-o", "-", "--format", format, "--audience", "professional"});
      CAPTURE(name, format, result.out);
      CHECK(result.exit_code == 0);
      if (format == "csv") CHECK_FALSE(has(result.out, ",=1"));
      if (format == "dot") {
        write_file(folder / "net.dot", result.out);
        const RunResult drawn = run_program({"dot", "-Tplain", folder / "net.dot"});
        CHECK(drawn.exit_code == 0);
        CHECK(has(drawn.out, "node bo"));
        CHECK_FALSE(has(drawn.out, "node y"));
      }
      if (format == "graphml") {
        CHECK_FALSE(has(result.out, "<b>"));
        write_file(folder / "net.graphml", result.out);
        CHECK(run_program({"xmllint", "--noout", folder / "net.graphml"}).exit_code == 0);
      }
    }
  }
}

TEST_CASE("the format follows the suffix and wrong ones are told", "[cli][export]") {
  const TemporaryFolder folder;
  CHECK(run_kreds({"export", liam, "-o", folder / "a.gv"}).exit_code == 0);
  CHECK(has(bytes_of(folder / "a.gv"), "graph kreds {"));
  CHECK(run_kreds({"export", liam, "-o", folder / "a.xls"}).exit_code == 2);
  CHECK(run_kreds({"export", liam, "-o", "-"}).exit_code == 2);
  CHECK(run_kreds({"export", liam}).exit_code == 2);
}

TEST_CASE("a family's network has kin and homes but no strength or ring or gender", "[cli][export]") {
  const RunResult family = run_kreds({"export", liam, "-o", "-", "--format", "json", "--audience", "family"});
  CHECK(has(family.out, "\"parentage\""));
  for (const char* key : {"\"weight\"", "\"ring\"", "\"conflict\"", "\"gender\"", "\"case\""})
    CHECK_FALSE(has(family.out, key));
}
