#include "kreds/application/csv.hpp"

#include <catch2/catch.hpp>

using kreds::application::Cell;
using kreds::application::Row;
using kreds::application::to_csv;

namespace {
const std::string bom = "\xEF\xBB\xBF";
std::string cell(const Cell& one) {
  const std::string csv = to_csv({Row{one}});
  return csv.substr(bom.size(), csv.size() - bom.size() - 2);
}
}  // namespace

TEST_CASE("a table opens in a Danish spreadsheet", "[application][csv]") {
  CHECK(to_csv({{std::string("æble"), 0.5, std::size_t{12}, Cell()}}) == bom + "æble;0,5;12;\r\n");
  CHECK(to_csv({}) == bom);
}

TEST_CASE("a number has at most six decimals and no needless ones", "[application][csv]") {
  CHECK(cell(1.0 / 3.0) == "0,333333");
  CHECK(cell(1.0) == "1");
  CHECK(cell(-0.25) == "-0,25");
  CHECK(cell(-1e-9) == "0");
  CHECK(cell(100.0) == "100");
}

TEST_CASE("a cell that looks like a formula is defused", "[application][csv]") {
  CHECK(cell(std::string("=1+1")) == "'=1+1");
  CHECK(cell(std::string("+45 12")) == "'+45 12");
  CHECK(cell(std::string("-Anna")) == "'-Anna");
  CHECK(cell(std::string("@SUM(A1)")) == "'@SUM(A1)");
  CHECK(cell(std::string("\t=1")) == "\"'\t=1\"");
  CHECK(cell(std::string("\r=1")) == "\"'\r=1\"");
  CHECK(cell(std::string("Anna-Marie = ok")) == "Anna-Marie = ok");
  // Behind a control character that is left out, too.
  CHECK(cell(std::string("\x1b=1")) == "'=1");
}

TEST_CASE("a cell with a separator or a quotation mark or a line break is quoted", "[application][csv]") {
  CHECK(cell(std::string("a;b")) == "\"a;b\"");
  CHECK(cell(std::string("a\"b")) == "\"a\"\"b\"");
  CHECK(cell(std::string("a\nb")) == "\"a\nb\"");
}

TEST_CASE("control characters do not reach a table", "[application][csv]") {
  CHECK(cell(std::string("a\x1b[31mb\x7f")) == "a[31mb");
  CHECK(cell(std::string("a\xC2\x9B"
                         "31mb")) == "a31mb");
  CHECK(cell(std::string("blåbær")) == "blåbær");
}
