#include "label.hpp"

#include <catch2/catch.hpp>

#include "support/random_content.hpp"

using namespace kreds::layout;
using kreds::testing::plain_width;

namespace {
const MeasureText measure = plain_width;
}

TEST_CASE("a short name stands on one line and is not shortened", "[layout][label]") {
  Ruler ruler(measure);
  const Broken text = broken("Karen", Face::bold, 10, 100, 2, ruler);
  CHECK(text.lines == std::vector<std::string>{"Karen"});
  CHECK_FALSE(text.shortened);
}

TEST_CASE("a long name is broken at a space", "[layout][label]") {
  Ruler ruler(measure);
  const Broken text = broken("Anne-Mette Kirstine Østergaard", Face::bold, 10, 120, 2, ruler);
  CHECK(text.lines == std::vector<std::string>{"Anne-Mette Kirstine", "Østergaard"});
  CHECK_FALSE(text.shortened);
}

TEST_CASE("a line does not end within a date or before a dash", "[layout][label]") {
  Ruler ruler(measure);
  for (const std::string text :
       {"Bygger på 7 samtaler, 28. august 2023 – 22. november 2023", "7 talks, 5 March 2024 – 23 April 2024"})
    for (int width = 130; width < 420; width += 5) {
      const Broken found = broken(text, Face::regular, 10, width, 9, ruler);
      if (found.shortened) continue;
      for (const std::string& line : found.lines) {
        CAPTURE(width, line);
        CHECK_FALSE((line.starts_with("20") || line.starts_with("–") || line.starts_with("samtaler")));
        CHECK_FALSE((line.starts_with("august") || line.starts_with("November") || line.starts_with("April")));
      }
    }
}

TEST_CASE("where a date is too wide for a line it is broken rather than shortened", "[layout][label]") {
  Ruler ruler(measure);
  const Broken found = broken("august 2024", Face::regular, 10, ruler.width("august", Face::regular, 10) + 1, 2, ruler);
  CHECK(found.lines == std::vector<std::string>{"august", "2024"});
  CHECK_FALSE(found.shortened);
}

TEST_CASE("a name of 80 letters ends in an ellipsis on its second line", "[layout][label]") {
  Ruler ruler(measure);
  const std::string name = "Wolfeschlegelsteinhausenbergerdorff Maximilian Alexander Ferdinand von Østergaard-Æ";
  const Broken text = broken(name, Face::bold, 10, 150, 2, ruler);
  REQUIRE(text.lines.size() == 1);  // the first word alone is too long to share a line
  CHECK(text.shortened);
  CHECK(text.lines.back().ends_with("…"));
  for (const std::string& line : text.lines) CHECK(ruler.width(line, Face::bold, 10) <= 150);
}

TEST_CASE("a name is cut between characters as readers see them", "[layout][label]") {
  Ruler ruler(measure);
  // e + combining acute, many times: no letter may lose its accent.
  std::string name;
  for (int i = 0; i < 60; ++i) name += "e\u0301";
  const Broken text = broken(name, Face::bold, 10, 100, 1, ruler);
  const std::string& line = text.lines.front();
  const std::string letters = line.substr(0, line.size() - std::string("…").size());
  CHECK(letters.size() % std::string("e\u0301").size() == 0);
}

TEST_CASE("controls and bidi overrides are taken out of what is drawn", "[layout][label]") {
  CHECK(drawable("Ka\u202Eren\x1b[31m\n") == "Karen [31m");
  CHECK(drawable("  to   ord ") == "to ord");
  CHECK(drawable("\u200B\u200B").empty());
  CHECK(drawable("محمد") == "محمد");
}

TEST_CASE("no more than four combining marks stay on a letter", "[layout][label]") {
  std::string stacked = "Z";
  for (int i = 0; i < 300; ++i) stacked += "\u0301";
  CHECK(drawable(stacked).size() <= 1 + 4 * 2);
}
