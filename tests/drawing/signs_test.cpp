// Where the rings of a couple stand on their line.
#include "drawing_support.hpp"

using namespace kreds;
using namespace kreds::layout;

namespace {

PersonMark person(const std::string& id, std::size_t sector) {
  PersonMark mark;
  mark.id = mark.name = id;
  mark.sector = sector;
  mark.ring = 3;
  return mark;
}

/// A couple on opposite sides of the child, and Kim, whose name stands where the test says.
struct Couple {
  MapContent content = testing::random_content(3, 0);
  std::size_t a = 0, b = 0, kim = 0;
  MapLayout map;

  Couple() {
    const auto add = [&](const std::string& id, std::size_t sector) {
      content.people.push_back(person(id, sector));
      return content.people.size() - 1;
    };
    a = add("Anna", 0), b = add("Mikkel", 2), kim = add("Kim", 1);
    content.lines = {{a, b, LineKind::partners, 0.5}};
    const auto width = [](const std::string& text, Face face, double size) {
      return testing::typesetter().width(text, face, size);
    };
    map = lay_out(content, projector_sheet(), width, labels::load_labels(KREDS_ROOT "/data/labels", "da"));
    REQUIRE(map.lines.size() == 1);
  }

  Box rings() const {
    const drawing::Scene scene =
        drawing::draw(content, map, drawing::load_style(KREDS_ROOT "/viz/style", "projector"), testing::typesetter());
    for (const auto& link : scene.links)
      if (link.a == a && link.b == b) return united(bounds_of(link.pieces[1]), bounds_of(link.pieces[2]));
    throw std::runtime_error("the couple's line is missing");
  }
};

}  // namespace

TEST_CASE("the rings of a couple stand beside a name that stands in the middle of their line", "[drawing][signs]") {
  Couple couple;
  const Box free = couple.rings();
  couple.map.people[couple.kim].label = box_around(free.centre(), 30, 20);
  const Box moved = couple.rings();
  CHECK_FALSE(overlap(moved, couple.map.people[couple.kim].label));
  CHECK(length(moved.centre() - free.centre()) < 60);
}

TEST_CASE("where names stand all along their line the rings of a couple stay in the middle", "[drawing][signs]") {
  Couple couple;
  const Point free = couple.rings().centre();
  couple.map.people[couple.kim].label = couple.map.map;
  CHECK(length(couple.rings().centre() - free) < 1e-9);
}
