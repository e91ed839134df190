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

struct Stretch {
  Point from, to;
};

std::vector<Stretch> stretches(const Polygon& line, bool closed = false) {
  std::vector<Stretch> all;
  for (std::size_t i = 1; i < line.size(); ++i) all.push_back({line[i - 1], line[i]});
  if (closed && line.size() > 2) all.push_back({line.back(), line.front()});
  return all;
}

std::vector<Stretch> outlines(const GenogramLayout& layout) {
  std::vector<Stretch> all;
  for (const auto& home : layout.households)
    for (const Stretch& side : stretches(home.outline, true)) all.push_back(side);
  return all;
}

std::vector<Polygon> lines_of_descent(const GenogramLayout& layout) {
  std::vector<Polygon> all;
  for (const auto& line : layout.children) {
    all.push_back(line.stem);
    all.insert(all.end(), line.own.begin(), line.own.end());
  }
  return all;
}

Stretch turned(const Stretch& s) {
  return {{s.from.y, s.from.x}, {s.to.y, s.to.x}};
}

/// How far two upright stretches run side by side closer than that.
double side_by_side(const Stretch& a, const Stretch& b, double closer_than) {
  const auto upright = [](const Stretch& s) { return std::abs(s.from.x - s.to.x) < 1e-6; };
  if (!upright(a) || !upright(b) || std::abs(a.from.x - b.from.x) >= closer_than) return 0;
  return std::min(std::max(a.from.y, a.to.y), std::max(b.from.y, b.to.y)) -
         std::max(std::min(a.from.y, a.to.y), std::min(b.from.y, b.to.y));
}

bool runs_through(const Stretch& stretch, const Box& box) {
  return layout::passes(stretch.from, stretch.to, box);
}

/// The shipped cases for every audience on every sheet.
template <typename Check>
void in_every_picture(Check check) {
  const std::string name = GENERATE("lille", "liam", "freja", "stor"),
                    audience = GENERATE("family", "casefile", "professional");
  const auto sheet = GENERATE(layout::projector_sheet(), layout::a4_sheet(false), layout::a4_sheet(true));
  CAPTURE(name, audience, sheet.width_pt, sheet.height_pt);
  const GenogramContent content = genogram_of(shipped_case(name), audience);
  check(content, laid_out(content, sheet));
}

/// Two or more lines of one kind that lead level from both sides to one child.
bool face_each_other(const Polygon& a, const Polygon& b) {
  if (a.size() < 3 || b.size() < 3) return false;
  const auto side = [](const Polygon& line) { return line[line.size() - 2].x - line[line.size() - 3].x; };
  return side(a) * side(b) < 0;
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

TEST_CASE("no line of descent and no bracket runs along a household outline", "[layout][genogram]") {
  in_every_picture([](const GenogramContent&, const GenogramLayout& layout) {
    std::vector<Polygon> lines = lines_of_descent(layout);
    lines.insert(lines.end(), layout.siblings.begin(), layout.siblings.end());
    for (const Polygon& line : lines)
      for (const Stretch& part : stretches(line))
        for (const Stretch& side : outlines(layout)) {
          CAPTURE(part.from.x / layout.name_pt, side.from.x / layout.name_pt, part.from.y, part.to.y);
          CHECK(side_by_side(part, side, 0.25 * layout.name_pt) <= 0.25 * layout.name_pt);
          CHECK(side_by_side(turned(part), turned(side), 0.25 * layout.name_pt) <= 0.25 * layout.name_pt);
        }
  });
}

TEST_CASE("no household outline runs through the words of a couple or the years of anybody", "[layout][genogram]") {
  in_every_picture([](const GenogramContent&, const GenogramLayout& layout) {
    std::vector<layout::TextLine> words;
    for (const auto& couple : layout.couples) words.insert(words.end(), couple.words.begin(), couple.words.end());
    for (const auto& person : layout.people)
      for (const auto* years : {&person.born, &person.aside})
        if (*years) words.push_back(**years);
    for (const auto& line : words)
      for (const Stretch& side : outlines(layout)) {
        CAPTURE(line.text);
        CHECK_FALSE(runs_through(side, box_of(line)));
      }
  });
}

TEST_CASE("the words of a couple touch no line of descent and the years beside a symbol no line that ends there",
          "[layout][genogram]") {
  in_every_picture([](const GenogramContent& content, const GenogramLayout& layout) {
    const double air = 0.2 * layout.name_pt;
    for (std::size_t i = 0; i < content.children.size(); ++i)
      for (const Polygon& own : layout.children[i].own)
        for (const Stretch& part : stretches(own)) {
          const auto& child = layout.people[content.children[i].child];
          for (const auto* years : {&child.born, &child.aside}) {
            if (!*years) continue;
            CAPTURE((*years)->text);
            Box box = box_of(**years);
            box.left -= air, box.right += air;
            CHECK_FALSE(runs_through(part, box));
          }
        }
    for (const auto& couple : layout.couples)
      for (const auto& words : couple.words)
        for (const Polygon& line : lines_of_descent(layout))
          for (const Stretch& part : stretches(line)) {
            CAPTURE(words.text);
            CHECK_FALSE(runs_through(part, box_of(words)));
          }
  });
}

TEST_CASE("two lines that reach one child from both sides lie at two heights", "[layout][genogram]") {
  in_every_picture([](const GenogramContent& content, const GenogramLayout& layout) {
    for (std::size_t i = 0; i < content.children.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        if (content.children[i].child != content.children[j].child) continue;
        const Polygon &a = layout.children[i].own.front(), &b = layout.children[j].own.front();
        if (!face_each_other(a, b)) continue;
        CAPTURE(content.people[content.children[i].child].mark.name);
        CHECK(std::abs(a[a.size() - 2].y - b[b.size() - 2].y) > 0.4 * layout.name_pt);
      }
  });
}

TEST_CASE("no line of descent makes a small step beside the parents", "[layout][genogram]") {
  in_every_picture([](const GenogramContent& content, const GenogramLayout& layout) {
    for (std::size_t i = 0; i < content.children.size(); ++i)
      for (const Stretch& part : stretches(layout.children[i].own.front())) {
        if (std::abs(part.from.y - part.to.y) > 1e-6) continue;
        CAPTURE(content.people[content.children[i].child].mark.name);
        const double step = std::abs(part.from.x - part.to.x) / layout.name_pt;
        CHECK((step < 0.02 || step > 0.2));
      }
  });
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
