#include <catch2/catch.hpp>
#include <functional>

#include "genogram_support.hpp"
#include "support/random_case.hpp"

using namespace kreds;
using namespace kreds::testing;
using layout::Box;
using layout::GenogramContent;
using layout::GenogramLayout;
using layout::Point;
using layout::Polygon;

namespace {

Box box_of(const layout::TextLine& line) {
  return layout::box_around(line.centre, line.width, line.size_pt);  // the letters, without the air of the line
}

Box symbol_box(const layout::PlacedRelative& person) {
  return layout::box_around(person.symbol, 2 * person.radius, 2 * person.radius);
}

/// Everything that is written or is a symbol, once.
std::vector<Box> boxes(const GenogramLayout& layout) {
  std::vector<Box> all;
  for (const auto& person : layout.people) {
    all.push_back(symbol_box(person));
    for (const auto& line : person.lines) all.push_back(box_of(line));
    if (person.born) all.push_back(box_of(*person.born));
    if (person.aside) all.push_back(box_of(*person.aside));
  }
  for (const auto& couple : layout.couples)
    for (const auto& line : couple.words) all.push_back(box_of(line));
  for (const auto& line : layout.texts) all.push_back(box_of(line));
  for (const auto& row : layout.legend)
    for (const auto& line : row.lines) all.push_back(box_of(line));
  return all;
}

void check_no_overlap(const GenogramLayout& layout) {
  const std::vector<Box> all = boxes(layout);
  const Box sheet{0, 0, layout.sheet.width_pt, layout.sheet.height_pt};
  std::size_t overlaps = 0, outside = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!layout::inside(all[i], sheet)) ++outside;
    for (std::size_t j = 0; j < i; ++j) overlaps += layout::overlap(layout::grown(all[i], -0.2), all[j]) ? 1 : 0;
  }
  CHECK(overlaps == 0);
  CHECK(outside == 0);
}

struct Way {
  Polygon line;
  std::set<std::size_t> ends;  // who may be touched
};

std::vector<Way> ways(const GenogramContent& content, const GenogramLayout& layout) {
  std::vector<Way> all;
  for (std::size_t i = 0; i < content.couples.size(); ++i)
    all.push_back({layout.couples[i].path, {content.couples[i].a, content.couples[i].b}});
  for (std::size_t i = 0; i < content.children.size(); ++i) {
    const auto& line = content.children[i];
    std::set<std::size_t> ends(line.parents.begin(), line.parents.end());
    ends.insert(line.child);
    if (line.couple) ends.insert({content.couples[*line.couple].a, content.couples[*line.couple].b});
    all.push_back({layout.children[i].stem, ends});
    for (const Polygon& own : layout.children[i].own) all.push_back({own, ends});
  }
  for (std::size_t i = 0; i < content.siblings.size(); ++i)
    all.push_back({layout.siblings[i], {content.siblings[i].people.begin(), content.siblings[i].people.end()}});
  return all;
}

std::size_t lines_through_strangers(const GenogramContent& content, const GenogramLayout& layout) {
  std::size_t count = 0;
  for (const Way& way : ways(content, layout))
    for (std::size_t person = 0; person < content.people.size(); ++person) {
      if (way.ends.contains(person)) continue;
      for (std::size_t k = 1; k < way.line.size(); ++k)
        for (const Box& box : {symbol_box(layout.people[person]), layout.people[person].label})
          count += layout::passes(way.line[k - 1], way.line[k], layout::grown(box, -0.5)) ? 1 : 0;
    }
  return count;
}

void check_homes(const GenogramContent& content, const GenogramLayout& layout) {
  REQUIRE(layout.households.size() == content.homes.size());
  for (const auto& home : layout.households) {
    const auto& members = content.homes[home.household].members;
    for (std::size_t person = 0; person < content.people.size(); ++person) {
      const bool member = std::find(members.begin(), members.end(), person) != members.end();
      if (home.outline.empty()) {
        if (member) CHECK(home.mark > 0);
        continue;
      }
      CHECK(encloses(home.outline, layout.people[person].symbol) == member);
      CHECK(encloses(home.outline, layout.people[person].label.centre()) == member);
    }
  }
}

bool ends_in(const Polygon& line, const layout::PlacedRelative& person) {
  return !line.empty() &&
         (layout::holds(symbol_box(person), line.front()) || layout::holds(symbol_box(person), line.back()));
}

void check_every_line_is_drawn(const GenogramContent& content, const GenogramLayout& layout) {
  REQUIRE(layout.couples.size() == content.couples.size());
  REQUIRE(layout.children.size() == content.children.size());
  REQUIRE(layout.siblings.size() == content.siblings.size());
  for (std::size_t i = 0; i < content.couples.size(); ++i) {
    CHECK(ends_in(layout.couples[i].path, layout.people[content.couples[i].a]));
    CHECK(ends_in(layout.couples[i].path, layout.people[content.couples[i].b]));
  }
  for (std::size_t i = 0; i < content.children.size(); ++i) {
    REQUIRE(layout.children[i].own.size() == 1);
    CHECK(ends_in(layout.children[i].own.front(), layout.people[content.children[i].child]));
  }
  for (std::size_t i = 0; i < content.siblings.size(); ++i) {
    CHECK(ends_in(layout.siblings[i], layout.people[content.siblings[i].people.front()]));
    CHECK(layout.siblings[i].size() >= 4);
  }
}

/// Nobody is among their own forebears.
bool without_contradiction(const GenogramContent& content) {
  std::vector<std::set<std::size_t>> parents(content.people.size());
  for (const auto& line : content.children)
    if (line.kind != layout::ChildKind::lives_with)
      parents[line.child].insert(line.parents.begin(), line.parents.end());
  std::vector<int> state(content.people.size(), 0);
  const std::function<bool(std::size_t)> sound = [&](std::size_t person) {
    if (state[person] != 0) return state[person] == 2;
    state[person] = 1;
    for (std::size_t parent : parents[person])
      if (!sound(parent)) return false;
    state[person] = 2;
    return true;
  };
  for (std::size_t person = 0; person < content.people.size(); ++person)
    if (!sound(person)) return false;
  return true;
}

void check_parents_above(const GenogramContent& content, const GenogramLayout& layout) {
  for (const auto& line : content.children) {
    if (line.kind == layout::ChildKind::lives_with) continue;
    for (std::size_t parent : line.parents) CHECK(layout.people[parent].symbol.y < layout.people[line.child].symbol.y);
  }
}

}  // namespace

TEST_CASE("in the shipped cases nothing overlaps and no line runs through anybody", "[layout][genogram]") {
  const std::string name = GENERATE("lille", "liam", "freja", "stor"),
                    audience = GENERATE("family", "casefile", "professional");
  const auto sheet = GENERATE(layout::projector_sheet(), layout::a4_sheet(false), layout::a4_sheet(true));
  CAPTURE(name, audience, sheet.width_pt);
  const GenogramContent content = genogram_of(shipped_case(name), audience);
  const GenogramLayout layout = laid_out(content, sheet);
  check_no_overlap(layout);
  CHECK(lines_through_strangers(content, layout) == 0);
  check_homes(content, layout);
  check_every_line_is_drawn(content, layout);
  check_parents_above(content, layout);
}

TEST_CASE("Liam and Freja have the largest letters of their sheet", "[layout][genogram]") {
  for (const char* name : {"liam", "freja"}) {
    const GenogramContent content = genogram_of(shipped_case(name), "family");
    CHECK(laid_out(content, layout::projector_sheet()).name_pt * 96 / 72 >= 30);
    CHECK(laid_out(content, layout::a4_sheet(false)).name_pt >= 11);
  }
}

TEST_CASE("any family can be drawn with every relation once", "[layout][genogram][random]") {
  const int people = GENERATE(3, 8, 14);
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    CAPTURE(people, seed);
    const casefile::Case c = casefile::random_case(seed, people);
    const audience::Audience who{audience::Kind::professional, {}};
    const auto on = audience::newest_interview(c, who);
    REQUIRE(on);
    const casefile::Case seen = audience::for_audience(c, who, shipped_vocabulary(), *on);
    const auto network = network::build_network(seen, shipped_vocabulary(), *on);
    const GenogramContent content = layout::genogram_content(seen, network, {who, {}}, danish());

    const auto human = [&](network::Index i) { return !network.people[i].person.animal; };
    std::size_t parentages = 0, partnerships = 0, drawn_parentages = 0, drawn_partnerships = 0;
    for (const auto& p : network.parentages) parentages += human(p.parent) && human(p.child) ? 1 : 0;
    for (const auto& p : network.partnerships) partnerships += human(p.a) && human(p.b) ? 1 : 0;
    std::set<std::pair<std::size_t, std::size_t>> once;
    for (const auto& line : content.children) {
      if (line.kind == layout::ChildKind::lives_with) continue;
      drawn_parentages += line.parents.size();
      for (std::size_t parent : line.parents) CHECK(once.insert({parent, line.child}).second);
    }
    for (const auto& couple : content.couples) drawn_partnerships += couple.kind == layout::CoupleKind::parents ? 0 : 1;
    CHECK(drawn_parentages == parentages);
    CHECK(drawn_partnerships == partnerships);

    const GenogramLayout layout = laid_out(content, layout::projector_sheet());
    check_no_overlap(layout);
    check_homes(content, layout);
    check_every_line_is_drawn(content, layout);
    CHECK(lines_through_strangers(content, layout) == 0);
    if (without_contradiction(content)) check_parents_above(content, layout);
    const GenogramLayout again = laid_out(content, layout::projector_sheet());
    for (std::size_t i = 0; i < content.people.size(); ++i) CHECK(again.people[i].symbol == layout.people[i].symbol);
  }
}

TEST_CASE("a couple of two generations and somebody who is their own grandparent are still drawn",
          "[layout][genogram]") {
  const GenogramContent content =
      genogram_of(CaseBuilder("liam born=2015-05-14")
                      .people("anna; karen")
                      .on("2024-02-05 anna",
                          "parent anna liam; parent karen anna; parent liam karen; partners karen liam kind=couple")
                      .build(),
                  "casefile");
  const GenogramLayout layout = laid_out(content, layout::projector_sheet());
  check_every_line_is_drawn(content, layout);
  check_no_overlap(layout);
}

TEST_CASE("other ids in the file change nothing", "[layout][genogram]") {
  const auto placed = [](const std::string& prefix) {
    std::string people =
        "@anna name=Anna born=1994; @dennis name=Dennis born=1990; @line name=Line born=1989; "
        "@ole name=Ole; @bo name=Bo born=2019-01-01";
    std::string said =
        "parent @anna @liam; parent @dennis @liam; siblings @anna @line; partners @line @ole kind=married; "
        "parent @anna @bo; residence @anna @h; residence @liam @h";
    std::string child = "@liam name=Liam born=2015-05-14", home = "@h";
    for (std::string* text : {&people, &said, &child, &home})
      for (std::size_t at = text->find('@'); at != std::string::npos; at = text->find('@'))
        text->replace(at, 1, prefix);
    const GenogramContent content = genogram_of(
        CaseBuilder(child).people(people).households(home).on("2024-02-05 " + prefix + "anna", said).build(),
        "casefile");
    std::vector<Point> symbols;
    for (const auto& person : laid_out(content, layout::projector_sheet()).people) symbols.push_back(person.symbol);
    return symbols;
  };
  CHECK(placed("a") == placed("zz-"));
}
