#include "kreds/application/collation.hpp"

#include <catch2/catch.hpp>

using kreds::application::alphabetical;
using kreds::application::sorted_names;

TEST_CASE("Danish names end with æ ø å and aa is å", "[application][collation]") {
  CHECK(sorted_names({"Åse", "Østen", "Zita", "Aage", "Ærø", "Anders", "Bo"}, "da") ==
        std::vector<std::string>{"Anders", "Bo", "Zita", "Ærø", "Østen", "Aage", "Åse"});
}

TEST_CASE("the order of names follows the language", "[application][collation]") {
  CHECK(sorted_names({"Zita", "Åse"}, "en") == std::vector<std::string>{"Åse", "Zita"});
  CHECK(sorted_names({"Åse", "Zita"}, "da") == std::vector<std::string>{"Zita", "Åse"});
}

TEST_CASE("names that are alike keep their order", "[application][collation]") {
  CHECK(alphabetical({"Bo", "Anna", "Bo"}, "da") == std::vector<std::size_t>{1, 0, 2});
  CHECK(alphabetical({}, "da").empty());
}
