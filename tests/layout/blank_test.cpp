// The empty sheet to write on.
#include "kreds/layout/blank.hpp"

#include <catch2/catch.hpp>

#include "support/random_content.hpp"

using namespace kreds::layout;
using kreds::testing::plain_width;

namespace {

BlankContent content(int rings, std::size_t sectors) {
  BlankContent content;
  content.title = "Netværkskort";
  content.fields = {"Barnets navn", "Dato", "Hvem fortæller", "Hvem skriver"};
  content.child = "barnet";
  content.rings = rings;
  for (std::size_t s = 0; s < sectors; ++s) content.sectors.push_back({"Voksne, der hjælper", "også dem fra før"});
  content.blocks = {{"Spørg barnet", {"Hvor sover du godt?", "Hvem vil du savne?"}}, {"Spørg de voksne", {"Hvem?"}}};
  content.not_placed = "Ikke lagt på kortet endnu";
  content.foot = "Et tomt felt betyder »ikke spurgt endnu«.";
  return content;
}

Box box_of(const TextLine& line) {
  return box_around(line.centre, line.width, 1.1 * line.size_pt);
}

std::vector<Box> texts_of(const MapLayout& map) {
  std::vector<Box> boxes;
  for (const TextLine& line : map.texts) boxes.push_back(box_of(line));
  return boxes;
}

}  // namespace

TEST_CASE("the papers are those of ISO 216 on their side", "[layout][blank]") {
  // 420 mm are 420 · 72 / 25.4 points.
  CHECK(paper_sheet(Paper::a3).width_pt == Approx(1190.551).margin(1e-3));
  CHECK(paper_sheet(Paper::a3).height_pt == Approx(841.890).margin(1e-3));
  CHECK(paper_sheet(Paper::a4).width_pt == Approx(841.890).margin(1e-3));
  CHECK(paper_sheet(Paper::a4).height_pt == Approx(595.276).margin(1e-3));
}

TEST_CASE("nothing on an empty sheet lies on anything else or leaves it", "[layout][blank]") {
  for (const Paper paper : {Paper::a3, Paper::a4})
    for (const int rings : {3, 4, 5})
      for (const std::size_t sectors : {2U, 3U, 4U}) {
        const BlankLayout blank = lay_out_blank(content(rings, sectors), paper, plain_width);
        CAPTURE(rings, sectors);
        CHECK(blank.map.ring_radii.size() == static_cast<std::size_t>(rings));
        CHECK(blank.map.sectors.size() == sectors);
        const Box sheet{20, 20, blank.map.sheet.width_pt - 20, blank.map.sheet.height_pt - 20};
        const std::vector<Box> texts = texts_of(blank.map);
        for (std::size_t i = 0; i < texts.size(); ++i) {
          CHECK(inside(texts[i], sheet));
          CHECK(!overlap(texts[i], *blank.map.tray));
          for (std::size_t j = i + 1; j < texts.size(); ++j) CHECK(!overlap(texts[i], texts[j]));
        }
        CHECK(inside(*blank.map.tray, sheet));
        CHECK(inside(blank.map.map, sheet));
        CHECK(!overlap(blank.map.map, *blank.map.tray));
      }
}

TEST_CASE("there is room for a pen", "[layout][blank]") {
  const auto mm = [](double pt) { return pt * 25.4 / 72; };
  const BlankLayout a4 = lay_out_blank(content(5, 4), Paper::a4, plain_width);
  for (std::size_t ring = 1; ring < a4.map.ring_radii.size(); ++ring)
    CHECK(mm(a4.map.ring_radii[ring].y - a4.map.ring_radii[ring - 1].y) > 12);
  for (const auto& [from, to] : a4.rules) CHECK(mm(to.x - from.x) > 30);
  CHECK(mm(a4.map.tray->height()) > 40);
  CHECK(mm(2 * a4.map.child_radius) > 20);
  CHECK(a4.rules.size() == 4);
}

TEST_CASE("an A3 sheet is an A4 sheet enlarged", "[layout][blank]") {
  const BlankLayout a3 = lay_out_blank(content(4, 4), Paper::a3, plain_width),
                    a4 = lay_out_blank(content(4, 4), Paper::a4, plain_width);
  const double scale = a3.map.sheet.width_pt / a4.map.sheet.width_pt;
  CHECK(a3.map.texts.size() == a4.map.texts.size());
  CHECK(a3.map.ring_radii.front().x == Approx(scale * a4.map.ring_radii.front().x).epsilon(0.01));
  CHECK(a3.map.tray->top == Approx(scale * a4.map.tray->top).epsilon(0.02));
}
