#include "kreds/layout/pins.hpp"

#include <catch2/catch.hpp>

#include <fstream>

#include "kreds/document/bad_file.hpp"
#include "kreds/layout/statistics.hpp"
#include "support/random_content.hpp"
#include "support/run_program.hpp"

using namespace kreds::layout;
using kreds::testing::plain_width;
using kreds::testing::random_content;

namespace {

class PinFile {
 public:
  explicit PinFile(const std::string& text) : path_(folder_ / "pins.json") { std::ofstream(path_) << text; }
  const std::string& path() const { return path_; }

 private:
  kreds::testing::TemporaryFolder folder_;
  std::string path_;
};

MapLayout pinned(const MapContent& content, const Pins& pins) {
  LayoutRequest request;
  request.pins = pins;
  return lay_out(content, projector_sheet(), plain_width, kreds::labels::load_labels(KREDS_ROOT "/data/labels", "da"),
                 request);
}

MapContent twelve_people() {
  MapContent content = random_content(4, 12);
  for (auto& person : content.people) person.ring = 2, person.sector = 0;
  return content;
}

}  // namespace

TEST_CASE("a layout file says where somebody stands within the own sector and ring", "[layout][pins]") {
  const PinFile file(R"({"format": 1, "people": {"p1": {"ring": 2, "across": 0.25, "depth": 0.5}, "p2": {}}})");
  CHECK(read_pins(file.path()) == Pins{{"p1", 2, 0.25, 0.5}, {"p2", {}, 0.5, 0.5}});
}

TEST_CASE("all faults of a layout file are told with their places", "[layout][pins]") {
  const PinFile file("{\"format\": 2,\n \"people\": {\"p1\": {\"ring\": 9, \"across\": 1.5, \"colour\": 1}}}");
  try {
    read_pins(file.path());
    FAIL("it was read");
  } catch (const kreds::document::BadFile& error) {
    const std::string text = error.what();
    for (const char* part : {":1:12: /format: only_format_1", "/people/p1/ring: layout_ring",
                             "/people/p1/across: layout_share key=across", "unknown_key key=colour"})
      CHECK(text.find(part) != std::string::npos);
    CHECK(error.diagnostics().size() == 4);
  }
}

TEST_CASE("a pinned person stands where the pin says and nothing overlaps", "[layout][pins]") {
  const MapContent content = twelve_people();
  const MapLayout layout = pinned(content, {{"p3", 2, 0.2, 0.5}});
  CHECK(layout.refused_pins.empty());
  const LayoutStatistics figures = statistics(content, layout);
  CHECK(figures.overlaps + figures.wrong_ring + figures.wrong_sector == 0);
  // A fifth of the way across the sector, clockwise: the direction in the form's own measure.
  const Point radii = layout.ring_radii.back(), p = layout.people[3].symbol - layout.centre;
  const double turn = 360 * std::atan2(p.x / radii.x, -p.y / radii.y) / 6.283185307179586;
  const SectorPlace& sector = layout.sectors[0];
  const double across = (turn + 360 - sector.from_deg) / (sector.to_deg - sector.from_deg);
  CHECK(across - std::floor(across) == Approx(0.2).margin(0.01));
}

TEST_CASE("a pin gives way to the facts and the map says so", "[layout][pins]") {
  MapContent content = twelve_people();
  content.people[5].ring.reset();
  const MapLayout layout = pinned(
      content,
      {{"p3", 4, 0.2, 0.5}, {"nobody", {}, 0.5, 0.5}, {"p5", {}, 0.5, 0.5}, {"p6", 2, 0.4, 0.5}, {"p7", 2, 0.4, 0.5}});
  CHECK(layout.refused_pins == std::vector<RefusedPin>{{"p3", PinFault::other_ring},
                                                       {"nobody", PinFault::unknown_person},
                                                       {"p5", PinFault::not_placed},
                                                       {"p7", PinFault::too_close}});
  CHECK(statistics(content, layout).wrong_ring == 0);
}
