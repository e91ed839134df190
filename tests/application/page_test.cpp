#include "kreds/application/page.hpp"

#include <catch2/catch.hpp>

using namespace kreds::application;

TEST_CASE("lines break at spaces and count characters instead of bytes", "[application][page]") {
  // »blå« has three characters and four bytes: »blå bær og« is ten wide.
  CHECK(wrapped("blå bær og æbler", 10) == std::vector<std::string>{"blå bær og", "æbler"});
  CHECK(wrapped("blå bær og æbler", 9) == std::vector<std::string>{"blå bær", "og æbler"});
  CHECK(wrapped("etmegetlangtord i midten", 6) == std::vector<std::string>{"etmegetlangtord", "i", "midten"});
  CHECK(wrapped("", 10) == std::vector<std::string>{""});
}

TEST_CASE("what belongs to a word stands in a column of its own", "[application][page]") {
  Page page;
  page.entry("Relation", std::string(70, 'a') + " b", 3, 17);
  page.entry("Et ord, der er for langt", "c", 3, 17);
  CHECK(to_text(page) == "   Relation      " + std::string(70, 'a') +
                             "\n                 b\n"
                             "   Et ord, der er for langt\n                 c\n");
}

TEST_CASE("a heading has one empty line before it and none at the top", "[application][page]") {
  Page page;
  page.heading("A");
  page.text("a");
  page.blank();
  page.heading("B");
  CHECK(to_text(page) == "A\na\n\nB\n");
}

TEST_CASE("columns are filled up by characters", "[application][page]") {
  CHECK(padded("blå", 5) == "blå  ");
  CHECK(padded_left("blå", 5) == "  blå");
  CHECK(padded("for langt", 5) == "for langt");
}
