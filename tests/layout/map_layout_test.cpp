#include "kreds/layout/map_layout.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

#include "kreds/layout/statistics.hpp"
#include "support/random_content.hpp"

using namespace kreds::layout;
using kreds::testing::plain_width;
using kreds::testing::random_content;

namespace {

const kreds::labels::Labels& words() {
  static const kreds::labels::Labels labels = kreds::labels::load_labels(KREDS_ROOT "/data/labels", "da");
  return labels;
}

MapLayout laid_out(const MapContent& content, const Sheet& sheet) {
  return lay_out(content, sheet, plain_width, words());
}

void check_facts(const MapContent& content, const Sheet& sheet) {
  const LayoutStatistics figures = statistics(content, laid_out(content, sheet));
  CHECK(figures.overlaps == 0);
  CHECK(figures.off_sheet == 0);
  CHECK(figures.wrong_sector == 0);
  CHECK(figures.wrong_ring == 0);
  CHECK(figures.strangers_in_outlines == 0);
  CHECK(figures.touching_outlines == 0);
}

}  // namespace

TEST_CASE("nothing overlaps and everybody stands in the right sector and ring", "[layout][map]") {
  const std::size_t people = GENERATE(1, 2, 15, 40, 60, 90);
  const std::uint64_t seed = GENERATE(1, 2);
  CAPTURE(people, seed);
  check_facts(random_content(seed, people), projector_sheet());
}

TEST_CASE("the facts hold on every sheet and with any number of rings", "[layout][map]") {
  const int rings = GENERATE(0, 3, 5);
  CAPTURE(rings);
  const MapContent content = random_content(7, 30, rings);
  check_facts(content, a4_sheet(false));
  check_facts(content, a4_sheet(true));
  check_facts(content, pixel_sheet(1280, 800));
}

TEST_CASE("a child alone has a map", "[layout][map]") {
  const MapContent content = random_content(1, 0);
  const MapLayout layout = laid_out(content, projector_sheet());
  CHECK(layout.people.size() == 1);
  check_facts(content, projector_sheet());
}

TEST_CASE("the caption of a sector stands at its own sector", "[layout][map]") {
  const auto seed = GENERATE(1, 2, 3, 4, 5, 6);
  const auto rings = GENERATE(0, 5);
  const MapContent content = random_content(static_cast<std::uint64_t>(seed), 30, rings);
  const MapLayout layout = laid_out(content, projector_sheet());
  const Point outer = layout.ring_radii.back();
  REQUIRE(layout.sectors.size() == content.sectors.size());
  for (const SectorPlace& sector : layout.sectors) {
    const Point way = sector.box.centre() - layout.centre;
    const double turn = std::atan2(way.x / outer.x, -way.y / outer.y) * 180 / std::acos(-1.0);
    const double into = std::fmod(turn - sector.from_deg + 720, 360);
    CAPTURE(seed, rings, sector.caption.text, turn, sector.from_deg, sector.to_deg);
    CHECK(into < sector.to_deg - sector.from_deg);
    CHECK(inside(sector.box, box_around({layout.sheet.width_pt / 2, layout.sheet.height_pt / 2}, layout.sheet.width_pt,
                                        layout.sheet.height_pt)));
  }
}

TEST_CASE("in the tray each stands under the caption that says why", "[layout][map]") {
  MapContent content = random_content(4, 30);
  content.not_placed_caption = "not yet";
  content.outside_caption = "outside";
  for (auto& person : content.people) person.ring = 2;
  const auto waiting = GENERATE(0, 1, 3, 15);
  for (int i = 1; i <= waiting; ++i) content.people[static_cast<std::size_t>(i)].ring.reset();
  for (const std::size_t outside : {4U, 20U, 21U}) {
    content.people[outside].ring.reset();
    content.people[outside].outside = true;
  }
  const MapLayout layout = laid_out(content, projector_sheet());
  const auto caption = [&](const std::string& text) {
    return std::find_if(layout.texts.begin(), layout.texts.end(), [&](const TextLine& t) { return t.text == text; });
  };
  REQUIRE(caption("outside") != layout.texts.end());
  CHECK((caption("not yet") == layout.texts.end()) == (waiting == 0));
  const Box tray = *layout.tray, below = box_around(caption("outside")->centre, caption("outside")->width, 8);
  for (std::size_t i = 1; i < content.people.size(); ++i) {
    if (content.people[i].ring) continue;
    const PlacedPerson& person = layout.people[i];
    CHECK(inside(person.label, tray));
    CHECK_FALSE(overlap(person.label, below));
    const bool same_column = below.left < person.symbol.x && person.symbol.x < below.left + tray.width() / 2;
    if (same_column) CHECK((person.symbol.y > below.bottom) == content.people[i].outside);
  }
}

TEST_CASE("without rings everybody stands at the same distance from the middle", "[layout][map]") {
  const MapContent content = random_content(3, 20, 0);
  const MapLayout layout = laid_out(content, projector_sheet());
  const auto rho = [&](std::size_t i) {
    const Point outer = layout.ring_radii.back(), p = layout.people[i].symbol - layout.centre;
    const double n = layout.ring_exponent;
    return std::pow(std::pow(std::abs(p.x / outer.x), n) + std::pow(std::abs(p.y / outer.y), n), 1 / n);
  };
  for (std::size_t i = 2; i < layout.people.size(); ++i) CHECK(rho(i) == Approx(rho(1)));
}

TEST_CASE("who is not laid on the map yet stands in the tray and not in a ring", "[layout][map]") {
  MapContent content = random_content(4, 12);
  for (auto& person : content.people) person.ring = 2;
  content.people[3].ring.reset();
  const MapLayout layout = laid_out(content, projector_sheet());
  REQUIRE(layout.tray);
  CHECK(layout.people[3].in_tray);
  CHECK(holds(*layout.tray, layout.people[3].symbol));
  CHECK(layout.tray->right <= layout.map.left);
  CHECK(std::count_if(layout.people.begin(), layout.people.end(), [](const auto& p) { return p.in_tray; }) == 1);
}

TEST_CASE("the same content gives the same layout", "[layout][map]") {
  const MapContent content = random_content(5, 40);
  const MapLayout a = laid_out(content, projector_sheet()), b = laid_out(content, projector_sheet());
  for (std::size_t i = 0; i < a.people.size(); ++i) CHECK(a.people[i].symbol == b.people[i].symbol);
}

TEST_CASE("members of a household in one cell stand inside one outline", "[layout][map]") {
  MapContent content = random_content(6, 8);
  content.households = {{"h", "", {2, 3}, false, false}};
  for (std::size_t i : {2u, 3u}) content.people[i].sector = 3, content.people[i].ring = 3;
  const MapLayout layout = laid_out(content, projector_sheet());
  REQUIRE(layout.households.size() == 1);
  CHECK(encloses(layout.households[0].outline, layout.people[2].symbol));
  CHECK(encloses(layout.households[0].outline, layout.people[3].symbol));
}

TEST_CASE("members of a household in different sectors share a mark instead of an outline", "[layout][map]") {
  MapContent content = random_content(6, 8);
  content.households = {{"h", "", {2, 3}, false, false}};
  content.people[2].sector = 0;
  content.people[3].sector = 1;
  const MapLayout layout = laid_out(content, projector_sheet());
  CHECK(layout.households[0].outline.empty());
  CHECK(layout.households[0].mark == 1);
}

TEST_CASE("a sheet too small for anybody is refused and not drawn badly", "[layout][map]") {
  CHECK_THROWS_AS(lay_out(random_content(1, 140), pixel_sheet(120, 120), plain_width, words()), NoRoom);
}
