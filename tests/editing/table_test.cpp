#include "kreds/editing/table.hpp"

#include <catch2/catch.hpp>

#include "../src/editing/csv.hpp"
#include "desk.hpp"

using namespace kreds;
using namespace kreds::editing;
using namespace kreds::testing;

namespace {

const TableHeadings headings = {{{"navn", "name"}, {"født", "birth"}, {"rolle", "role"}, {"known as", "name"}},
                                {{"name", "navn"}, {"birth", "født"}, {"role", "rolle"}}};

Edited import(const std::vector<TableFile>& files) {
  return import_tables(small_draft(), files, "i1", headings, desk());
}

TableFile people(const std::string& bytes) {
  return {"personer.csv", TableKind::people, bytes};
}

/// "2:3 code" of every fault.
std::vector<std::string> faults(const Edited& edited) {
  std::vector<std::string> all;
  for (const auto& fault : edited.diagnostics)
    all.push_back(std::to_string(fault.place.line) + ":" + std::to_string(fault.place.column) + " " + fault.code);
  return all;
}

using Rows = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("cells are parted by what the first row uses", "[editing][table]") {
  CHECK(read_csv("", "a;b\n1,5;2\n").rows == Rows{{"a", "b"}, {"1,5", "2"}});
  CHECK(read_csv("", "a,b\r\n1.5,2").rows == Rows{{"a", "b"}, {"1.5", "2"}});
  CHECK(read_csv("", "a\tb\n1,5\t2\n").rows == Rows{{"a", "b"}, {"1,5", "2"}});
}

TEST_CASE("quotation marks hold separators and line ends and themselves", "[editing][table]") {
  CHECK(read_csv("", "a;b\n\"x;\"\"y\"\"\nz\";2\n").rows == Rows{{"a", "b"}, {"x;\"y\"\nz", "2"}});
  const Sheet open = read_csv("x.csv", "a;b\n1;\"2\n");
  REQUIRE(open.faults.size() == 1);
  CHECK(open.faults[0].code == "table_quote_open");
  CHECK(open.faults[0].place.line == 2);
  CHECK(open.faults[0].place.column == 2);
}

TEST_CASE("letters of Windows are read as such where the bytes are not UTF-8", "[editing][table]") {
  CHECK(read_csv("", "S\xF8ren;\x80\n").rows == Rows{{"Søren", "€"}});
  CHECK(read_csv("", "\xEF\xBB\xBFSøren;€\n").rows == Rows{{"Søren", "€"}});
  CHECK(read_csv("", std::string("\xFF\xFE") + "S").faults.at(0).code == "utf16");
}

TEST_CASE("people with ages and roles and where they live come into the case", "[editing][table]") {
  const Draft draft =
      done(import({people("navn;født;rolle;household\nOle;05-02-1958;mormors_mand;Karen\n\n# note\nIda;4;;\n"),
                   {"ties.csv", TableKind::ties, "a;b;emotional;frequency\nBo;Ole;3;2,5\n"}}));
  CHECK(draft.c.people.size() == 3 + 2);
  CHECK(draft.c.people[3].birth == *casefile::parse_approximate("1958-02-05"));
  CHECK(draft.c.people[4].birth == casefile::from_age(4, day_of("2024-04-01")));
  const auto& statements = draft.c.interviews[1].statements;
  REQUIRE(statements.size() == 3 + 2);
  CHECK(std::get<casefile::Residence>(statements[3].body).household == "h1");
  CHECK(std::get<casefile::Tie>(statements[4].body).times_per_year.value == 2.5);
}

TEST_CASE("a household brings who lives there and what may be assessed of it", "[editing][table]") {
  const Draft draft = done(
      import({{"h.csv", TableKind::households, "name;residents;school_km;candidate\nHos mor;Anna Holm, Bo;2,5;yes\n"},
              {"v.csv", TableKind::assessments, "household;factor;level;observed\nHos mor;home_physical;3;yes\n"}}));
  CHECK(draft.c.households.back().id == "h2");
  CHECK(draft.c.interviews[1].statements.size() == 3 + 2 + 1 + 1 + 1);
}

TEST_CASE("all faults of all tables are told in one run with row and column", "[editing][table]") {
  const Edited edited = import({people("navn;fødtt;rolle\nOle;x;mormorr\nKaren;;\n;;nabo\nIda;;;ekstra\n"),
                                {"ties.csv", TableKind::ties, "a;b;emotional\nBo;Ole;3\nBo;Nini;3\nBo;Karen;9\n"}});
  CHECK_FALSE(edited.draft);
  CHECK(faults(edited) == std::vector<std::string>{"1:2 table_heading_unknown", "4:1 table_cell_missing",
                                                   "5:4 table_cell_without_heading", "2:3 unknown_role",
                                                   "3:1 table_person_there", "3:2 name_of_nobody", "4:3 out_of_range"});
}

TEST_CASE("a table without what it needs says so", "[editing][table]") {
  CHECK(faults(import({people("rolle\nnabo\n")})) == std::vector<std::string>{"1:1 table_heading_missing"});
  CHECK(faults(import({people("")})) == std::vector<std::string>{"0:0 table_empty"});
  CHECK(faults(import({people("navn;navn\nOle;Ib\n")})) == std::vector<std::string>{"1:2 table_heading_twice"});
}

TEST_CASE("every kind of table can be made from its own columns", "[editing][table]") {
  for (const TableKind kind : table_kinds) {
    const auto columns = columns_of(kind);
    for (const std::string& needed : needed_columns(kind))
      CHECK(std::any_of(columns.begin(), columns.end(), [&](const auto& field) { return field.key == needed; }));
  }
}
