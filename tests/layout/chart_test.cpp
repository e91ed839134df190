#include "kreds/layout/chart.hpp"

#include <catch2/catch.hpp>

#include "support/random_content.hpp"

using namespace kreds;
using namespace kreds::testing;
using layout::Box;
using layout::ChartContent;
using layout::ChartLayout;

namespace {

const labels::Labels& danish() {
  static const labels::Labels words = labels::load_labels(KREDS_ROOT "/data/labels", "da");
  return words;
}

layout::ChartRow random_row(Dice& dice, std::size_t index, std::size_t in_order) {
  static const std::array<std::string, 4> names = {
      "Bo", "Karen og Ole", "Anne-Mette Kirstine Østergaard og Christoffer Rosenkilde-Hansen",
      "Wolfeschlegelsteinhausenbergerdorff-Maximilian-Alexander-Ferdinand-von-Østergaard"};
  layout::ChartRow row;
  row.name = dice.one_of(names);
  row.alert = dice.chance(30);
  if (row.alert) row.notes.push_back("Obs: Forholdet mellem husstanden og barnets forældre og Mentaliseringsevne");
  row.notes.push_back("Noget skal afklares først.");
  if (index >= in_order && dice.chance(30)) {
    row.instead = "Vil gerne støtte, men ikke have barnet boende";
    return row;
  }
  double left = 1;
  for (std::size_t i = 0; i < 10; ++i) {
    const double length = left * share(dice) * 0.4;
    left -= length;
    row.amounts.push_back({i % 5, length, i >= 5, {"Relation og barnets ønske", "Relation"}});
  }
  row.range = layout::ChartRange{(1 - left) * 0.5, 1 - left, 1 - left / 2};
  if (index >= in_order || in_order < 2) return row;
  row.place = std::to_string(index + 1) + ".";
  double rest = 1;
  for (std::size_t r = 0; r < in_order; ++r) {
    const double length = r + 1 == in_order ? rest : rest * share(dice);
    rest -= length;
    row.shares.push_back({r, length, false, {"nr. " + std::to_string(r + 1) + ": 50", "50"}});
  }
  return row;
}

ChartContent random_chart(std::uint64_t seed, std::size_t households) {
  Dice dice(seed);
  ChartContent content;
  content.warning = "Må ikke vises på netværksmødet.";
  content.title = "Husstande, der kan undersøges, og i hvilken rækkefølge";
  content.subtitle = "Liam · sag 2024-0117 · opgjort 23. april 2024";
  content.standing = danish()("rank.standing_sentence", {{"date", "23. april 2024"}});
  content.amounts_title = danish()("chart.amounts");
  content.amounts_note = danish()("rank.numbers.caption");
  content.shares_title = danish()("chart.shares");
  content.shares_note = danish()("chart.shares.note");
  for (const char* group : {"relation", "caregiving", "cooperation", "continuity", "everyday"})
    content.parts.push_back(danish()(std::string("group.") + group));
  for (std::size_t i = 0; i < households; ++i) content.places.push_back("nr. " + std::to_string(i + 1));
  content.open = danish()("chart.open");
  content.range = danish()("chart.range");
  content.alert = danish()("chart.alert");
  content.foot = {"Forholdene og deres vægte: katalog.", "Prøvet med 20000 tilfældige vægtninger."};
  const std::size_t in_order = 1 + dice.between(0, static_cast<int>(households) - 1);
  for (std::size_t i = 0; i < households; ++i) {
    if (i == 0 || i == in_order || dice.chance(50)) {
      layout::ChartBlock block;
      block.together = i < in_order && dice.chance(50);
      if (block.together) block.caption = danish()("chart.together");
      if (i == 0) block.heading = "I rækkefølge";
      if (i == in_order) block.heading = danish()("rank.apart.outside_until_assessed");
      content.blocks.push_back(block);
    }
    content.blocks.back().rows.push_back(random_row(dice, i, in_order));
  }
  // One alone is not held together with anybody.
  for (layout::ChartBlock& block : content.blocks)
    if (block.rows.size() < 2) block.together = false, block.caption.clear();
  return content;
}

/// The letters, without the air of the line.
Box box_of(const layout::TextLine& line) {
  return layout::box_around(line.centre, line.width, line.size_pt);
}

std::vector<Box> texts(const ChartLayout& layout) {
  std::vector<Box> all;
  const auto add = [&](const std::vector<layout::TextLine>& lines) {
    for (const auto& line : lines) all.push_back(box_of(line));
  };
  add(layout.warning);
  add(layout.texts);
  for (const auto& row : layout.rows) {
    add(row.lines);
    if (row.alert) all.push_back(layout::box_around(*row.alert, 2 * layout.alert_radius, 2 * layout.alert_radius));
    for (const auto* bar : {&row.amounts, &row.shares})
      for (const auto& segment : *bar)
        if (segment.words) all.push_back(box_of(*segment.words));
  }
  for (const auto& entry : layout.legend) {
    add(entry.lines);
    all.push_back(entry.sample);
  }
  return all;
}

void check_room(const ChartLayout& layout) {
  const std::vector<Box> all = texts(layout);
  const Box sheet{0, 0, layout.sheet.width_pt, layout.sheet.height_pt};
  std::size_t overlaps = 0, outside = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!layout::inside(all[i], sheet)) ++outside;
    for (std::size_t j = 0; j < i; ++j) overlaps += layout::overlap(layout::grown(all[i], -0.1), all[j]) ? 1 : 0;
  }
  CHECK(overlaps == 0);
  CHECK(outside == 0);
  for (const auto& row : layout.rows) {
    for (const auto* bar : {&row.amounts, &row.shares})
      for (const auto& segment : *bar) {
        CHECK(layout::inside(segment.box, layout::grown(row.box, 0.01)));
        if (segment.words) CHECK(layout::inside(box_of(*segment.words), segment.box));
      }
    if (row.range) CHECK(row.range->y + row.range->cap <= row.box.bottom);
  }
}

ChartLayout laid_out(const ChartContent& content, const layout::Sheet& sheet) {
  return layout::lay_out_chart(content, sheet, plain_width, danish());
}

}  // namespace

TEST_CASE("up to fifteen households fit on A4 and twelve on a projector without two texts that overlap",
          "[layout][chart]") {
  for (std::size_t households = 1; households <= 15; ++households)
    for (std::uint64_t seed = 1; seed <= 8; ++seed)
      for (const auto& sheet : {layout::a4_sheet(false), layout::a4_sheet(true), layout::projector_sheet()}) {
        CAPTURE(households, seed, sheet.width_pt);
        const ChartLayout layout = laid_out(random_chart(seed, households), sheet);
        check_room(layout);
        CHECK(layout.rows.size() + layout.left_out == households);
        // A projector's sheet is lower for its letters than A4.
        if (households <= 12 || sheet.width_pt != layout::projector_sheet().width_pt) CHECK(layout.left_out == 0);
        CHECK(layout.text_pt >= layout::smallest_letters * sheet.text_pt - 1e-9);
      }
}

TEST_CASE("what does not fit is left out from the end and counted", "[layout][chart]") {
  const ChartLayout layout = laid_out(random_chart(3, 60), layout::a4_sheet(false));
  check_room(layout);
  CHECK(layout.left_out > 0);
  CHECK(layout.rows.size() + layout.left_out == 60);
  const std::string told = danish()("chart.left_out.many", {{"number", std::to_string(layout.left_out)}});
  CHECK(std::any_of(layout.texts.begin(), layout.texts.end(), [&](const auto& line) { return line.text == told; }));
  CHECK_THROWS_AS(laid_out(random_chart(3, 60), layout::Sheet{200, 100, 24, 6, 24, 15}), layout::NoRoom);
}

TEST_CASE("bars stand on their scale one part after the other", "[layout][chart]") {
  ChartContent content = random_chart(1, 1);
  layout::ChartRow row;
  row.name = "Bo";
  row.amounts = {{0, 0.25, false, {}}, {1, 0, false, {}}, {0, 0.25, true, {}}};
  row.range = layout::ChartRange{0.25, 0.5, 0.75};
  content.blocks = {{"", "", false, {row}}};
  const ChartLayout layout = laid_out(content, layout::a4_sheet(false));
  REQUIRE(layout.amount_ticks.size() == 5);
  REQUIRE(layout.rows.front().amounts.size() == 2);  // a part of nothing is not drawn
  CHECK(layout.rows.front().amounts[0].box.left == Approx(layout.amount_ticks[0]));
  CHECK(layout.rows.front().amounts[0].box.right == Approx(layout.amount_ticks[1]));
  CHECK(layout.rows.front().amounts[1].box.right == Approx(layout.amount_ticks[2]));
  CHECK(layout.rows.front().range->low == Approx(layout.amount_ticks[1]));
  CHECK(layout.rows.front().range->high == Approx(layout.amount_ticks[3]));
  // The legend has the one part that occurs, what is open, and the range; nothing else.
  std::vector<layout::ChartMark> marks;
  for (const auto& entry : layout.legend) marks.push_back(entry.mark);
  CHECK(marks == std::vector{layout::ChartMark::part, layout::ChartMark::open, layout::ChartMark::range});
  CHECK(layout.share_ticks.empty());
}

TEST_CASE("a name of eighty letters ends in an ellipsis", "[layout][chart]") {
  ChartContent content = random_chart(1, 1);
  content.blocks[0].rows[0].name = "Wolfeschlegelsteinhausenbergerdorff-Maximilian-Alexander-Ferdinand-von-Østergaard";
  const ChartLayout layout = laid_out(content, layout::a4_sheet(true));
  CHECK(layout.rows.front().shortened);
  CHECK(layout.rows.front().lines.front().text.ends_with("…"));
}
