#include "drawing_support.hpp"

using kreds::layout::Face;
using kreds::testing::typesetter;

TEST_CASE("a longer text is wider and a larger one in proportion", "[drawing][text]") {
  const double one = typesetter().width("Karen", Face::regular, 20);
  CHECK(one > 20);
  CHECK(typesetter().width("Karen Marie", Face::regular, 20) > one);
  CHECK(typesetter().width("Karen", Face::regular, 40) == Approx(2 * one).epsilon(0.05));
  CHECK(typesetter().width("", Face::regular, 20) == 0);
}

TEST_CASE("bold is a face of its own", "[drawing][text]") {
  CHECK(typesetter().width("mmmmmm", Face::bold, 40) != typesetter().width("mmmmmm", Face::regular, 40));
}

TEST_CASE("Danish Arabic Vietnamese and Polish names can be drawn", "[drawing][text]") {
  for (const char* name : {"Åse Ærøskøbing", "محمد", "Nguyễn Thị", "Łukasz Żółć", "Σοφία", "Ида"})
    CHECK(typesetter().missing_glyphs(name).empty());
}

TEST_CASE("a character that no font has is reported", "[drawing][text]") {
  CHECK(typesetter().missing_glyphs("Li 王") == std::vector<std::string>{"王"});
}

TEST_CASE("missing fonts are an error that names the folders", "[drawing][text]") {
  CHECK_THROWS_WITH(kreds::drawing::Typesetter({"/nowhere/at/all"}), Catch::Contains("/nowhere/at/all"));
}
