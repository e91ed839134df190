#include <catch2/catch.hpp>

#include <algorithm>

#include "kreds/layout/statistics.hpp"
#include "layout_networks.hpp"
#include "support/random_content.hpp"

using namespace kreds::layout;
using kreds::bench::NetworkMaker;
using kreds::testing::plain_width;

namespace {

const kreds::labels::Labels& words() {
  static const kreds::labels::Labels labels = kreds::labels::load_labels(KREDS_ROOT "/data/labels", "da");
  return labels;
}

MapLayout laid_out(const MapContent& content, const LayoutRequest& request = {}) {
  return lay_out(content, projector_sheet(), plain_width, words(), request);
}

}  // namespace

TEST_CASE("names keep the size that their number calls for and nothing overlaps", "[layout][quality]") {
  const auto [people, floor_px] =
      GENERATE(std::pair<std::size_t, double>{25, 32}, std::pair<std::size_t, double>{40, 26},
               std::pair<std::size_t, double>{60, 22});
  const std::uint64_t seed = GENERATE(1, 2, 3);
  CAPTURE(people, seed);
  const MapContent content = NetworkMaker{seed}(people);
  const MapLayout layout = laid_out(content);
  const LayoutStatistics figures = statistics(content, layout);
  CHECK(figures.smallest_name_px >= floor_px);
  CHECK(layout.role_pt >= 0.8 * layout.name_pt);
  CHECK(figures.overlaps + figures.off_sheet + figures.wrong_sector + figures.wrong_ring == 0);
  CHECK(figures.strangers_in_outlines == 0);
  CHECK(figures.touching_outlines == 0);
  CHECK(figures.folded_people == 0);
}

namespace {

void check_that_the_others_stay(const NetworkMaker& make, std::size_t people) {
  const MapContent before = make(people), after = make(people + 1);
  const Displacement moved = displacement(before, laid_out(before), after, laid_out(after));
  CHECK(moved.people >= people - 1);
  CHECK(moved.median == 0);
  CHECK(moved.largest < 0.05 * projector_sheet().width_pt);
}

}  // namespace

TEST_CASE("somebody who comes to fifty leaves the others where they were", "[layout][quality]") {
  const std::uint64_t seed = GENERATE(1, 2, 3, 4, 5, 6);
  const int rings = GENERATE(0, 5);
  CAPTURE(seed, rings);
  check_that_the_others_stay({seed, rings, 0.06, rings > 0}, 50);
}

TEST_CASE("nothing that is weighed for a crowd of seventy changes when one more comes", "[layout][quality]") {
  const std::uint64_t seed = GENERATE(1, 2, 3);
  CAPTURE(seed);
  check_that_the_others_stay({seed}, 70);
}

TEST_CASE("where a hundred and ten do not fit on one line some stand in groups rather than that all become small",
          "[layout][quality]") {
  const MapContent content = NetworkMaker{2, 0, 0.06, false}(110);
  const MapLayout layout = laid_out(content);
  const LayoutStatistics figures = statistics(content, layout);
  CHECK(figures.smallest_name_px >= 18);
  CHECK(figures.overlaps + figures.off_sheet == 0);
  CHECK(figures.folded_people > 0);
  CHECK(figures.folded_people < 50);
  LayoutRequest whole;
  whole.fold = false;
  CHECK(statistics(content, laid_out(content, whole)).folded_people == 0);
}

TEST_CASE("beyond a hundred and twenty people some stand in named groups unless told not to", "[layout][quality]") {
  const MapContent content = NetworkMaker{1}(130);
  const MapLayout folded = laid_out(content);
  const LayoutStatistics figures = statistics(content, folded);
  CHECK(figures.folded_people > 0);
  CHECK(figures.overlaps + figures.off_sheet == 0);
  CHECK(figures.wrong_sector + figures.wrong_ring == 0);
  std::size_t members = 0;
  for (const PlacedGroup& group : folded.groups) {
    members += group.members.size();
    const std::string plus = "+" + std::to_string(group.members.size());
    CHECK(group.mark.lines.front().text.substr(0, plus.size()) == plus);
    for (std::size_t member : group.members) {
      CHECK(folded.people[member].folded);
      CHECK(content.people[member].sector == group.sector);
    }
  }
  CHECK(members == figures.folded_people);
  for (const PlacedLine& line : folded.lines) {
    CHECK_FALSE(folded.people[content.lines[line.line].a].folded);
    CHECK_FALSE(folded.people[content.lines[line.line].b].folded);
  }
  LayoutRequest request;
  request.fold = false;
  CHECK(statistics(content, laid_out(content, request)).folded_people == 0);
}

TEST_CASE("a name that is shortened on the map stands in full beside it", "[layout][quality]") {
  MapContent content = NetworkMaker{2}(8);
  content.people[3].name = "Wolfeschlegelsteinhausenbergerdorff Maximilian Alexander Ferdinand von Østergaard";
  const MapLayout layout = laid_out(content);
  REQUIRE(layout.people[3].shortened);
  std::string all;
  for (const TextLine& line : layout.texts) all += line.text + " ";
  CHECK(all.find("Ferdinand") != std::string::npos);
}

TEST_CASE("brothers and sisters stand in order of age and a couple side by side", "[layout][quality]") {
  MapContent content = NetworkMaker{3, 3, 0}(7);
  content.lines.clear();
  for (std::size_t i = 1; i <= 7; ++i) content.people[i].sector = 0, content.people[i].ring = 3;
  content.households = {{"h", "", {1, 2, 3, 4, 5}, false, false, {{1, 2}}}};
  const std::array<int, 5> ages = {40, 41, 15, 12, 8};
  for (std::size_t i = 0; i < 5; ++i) content.people[i + 1].age = ages[i], content.people[i + 1].adult = i < 2;
  const MapLayout layout = laid_out(content);
  const auto at = [&](std::size_t person) { return layout.people[person].symbol; };
  // Nobody stands nearer to the one than the other does, but perhaps a child.
  for (std::size_t stranger : {6u, 7u}) CHECK(length(at(1) - at(2)) < length(at(1) - at(stranger)));
  for (const auto& [older, younger] : {std::pair{3u, 4u}, {4u, 5u}}) {
    const Point way = at(younger) - at(older);
    CHECK((std::abs(way.x) > std::abs(way.y) ? way.x > 0 : way.y > 0));
  }
  REQUIRE(layout.households.size() == 1);
  for (std::size_t member = 1; member <= 5; ++member)
    CHECK(encloses(layout.households[0].outline, layout.people[member].symbol));
  for (std::size_t stranger : {6u, 7u})
    CHECK_FALSE(encloses(layout.households[0].outline, layout.people[stranger].symbol));
}

namespace {

/// Whether another line crosses the straight way or leaves one of its ends almost on it.
bool comes_near(Point a, Point b, const PlacedLine& other) {
  const auto along = [](Point from, Point to) { return (1 / length(to - from)) * (to - from); };
  const auto beside = [&](Point from, Point to, Point end, Point next) {
    return length(end - from) < 20 && dot(along(from, to), along(end, next)) > 0.95;
  };
  const std::vector<Point>& path = other.path;
  for (std::size_t i = 1; i < path.size(); ++i)
    if (cross(a, b, path[i - 1], path[i])) return true;
  const Point last = path.back(), before = path[path.size() - 2];
  return beside(a, b, path.front(), path[1]) || beside(b, a, path.front(), path[1]) || beside(a, b, last, before) ||
         beside(b, a, last, before);
}

}  // namespace

TEST_CASE("a line is bent only to spare somebody's label or another line and its ends stay", "[layout][quality]") {
  const MapContent content = NetworkMaker{1}(60);
  const MapLayout layout = laid_out(content);
  std::size_t bent = 0;
  for (const PlacedLine& line : layout.lines) {
    CHECK(line.path.front() == line.from);
    CHECK(line.path.back() == line.to);
    if (line.path.size() == 2) continue;
    ++bent;
    const Line& ends = content.lines[line.line];
    const Point a = layout.people[ends.a].symbol, b = layout.people[ends.b].symbol;
    bool in_the_way = false;
    for (std::size_t p = 1; p < layout.people.size(); ++p) {
      const PlacedPerson& person = layout.people[p];
      // A name at an end of its own is spared too.
      if (p == ends.a || p == ends.b) {
        in_the_way |= passes(a, b, person.label);
        continue;
      }
      const double zigzag = ends.kind == LineKind::conflict ? 0.25 * layout.name_pt : 1;
      in_the_way |= passes(a, b, grown(person.label, zigzag)) ||
                    passes(a, b, grown(box_around(person.symbol, 2 * person.radius, 2 * person.radius), zigzag));
    }
    in_the_way |= passes(a, b, box_around(layout.centre, 2 * layout.child_radius, 2 * layout.child_radius));
    in_the_way |= std::any_of(layout.lines.begin(), layout.lines.end(), [&](const PlacedLine& other) {
      return comes_near(a, b, other) && other.line != line.line;
    });
    CHECK(in_the_way);
  }
  CHECK(bent > 0);
}

TEST_CASE("no line between two others runs behind the child", "[layout][quality]") {
  const std::size_t people = GENERATE(15U, 25U, 40U, 60U, 80U);
  const std::uint64_t seed = GENERATE(1, 2, 3, 4, 5, 6, 7, 8);
  const MapContent content = NetworkMaker{seed}(people);
  const MapLayout layout = laid_out(content);
  for (const PlacedLine& line : layout.lines) {
    const Line& ends = content.lines[line.line];
    if (ends.a == content.ego || ends.b == content.ego) continue;
    CAPTURE(people, seed, ends.a, ends.b);
    double nearest = layout.map.width();
    for (std::size_t k = 1; k < line.path.size(); ++k)
      nearest = std::min(nearest, distance(layout.centre, line.path[k - 1], line.path[k]));
    CHECK(nearest >= layout.child_radius);
  }
}

TEST_CASE("more effort leaves fewer lines crossed and fewer labels under lines", "[layout][quality]") {
  // One network can have bad luck; the sum over several does not.
  std::size_t little = 0, much = 0;
  const auto in_the_way = [](const MapContent& content, const LayoutRequest& request) {
    const LayoutStatistics found = statistics(content, laid_out(content, request));
    return found.edge_crossings + found.label_edge_crossings;
  };
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const MapContent content = NetworkMaker{seed}(40);
    LayoutRequest request;
    little += in_the_way(content, request);
    request.effort = 8;
    much += in_the_way(content, request);
  }
  CHECK(much < little);
}

TEST_CASE("bent lines too end at the rims of the symbols that they join", "[layout][quality]") {
  std::size_t bent = 0;
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const MapContent content = NetworkMaker{seed}(40);
    const MapLayout layout = laid_out(content);
    for (const PlacedLine& line : layout.lines) {
      const Line& ends = content.lines[line.line];
      const PlacedPerson &a = layout.people[ends.a], &b = layout.people[ends.b];
      bent += line.path.size() > 2;
      CHECK(length(line.path.front() - a.symbol) == Approx(a.radius + 2).margin(0.1));
      CHECK(length(line.path.back() - b.symbol) == Approx(b.radius + 2).margin(0.1));
    }
  }
  CHECK(bent > 0);
}
