// What is told apart by colour stays apart for every eye; what is read stands out from its ground.
#include <catch2/catch.hpp>
#include <filesystem>

#include "colour_vision.hpp"
#include "kreds/drawing/chart.hpp"
#include "kreds/drawing/style.hpp"

using namespace kreds;
using namespace kreds::testing;
namespace fs = std::filesystem;

namespace {

struct Named {
  std::string name;
  drawing::Style style;
};

std::vector<Named> shipped() {
  std::vector<Named> styles;
  for (const auto& entry : fs::directory_iterator(KREDS_ROOT "/viz/style"))
    if (entry.path().extension() == ".json")
      styles.push_back(
          {entry.path().stem().string(), drawing::load_style(KREDS_ROOT "/viz/style", entry.path().stem().string())});
  return styles;
}

/// Everything that people, names and lines can stand on: paper, tray and rings, bare or within a home.
std::vector<std::string> grounds(const drawing::Style& style) {
  std::vector<std::string> all = style.rings;
  all.push_back(style.paper);
  all.push_back(style.tray);
  const std::size_t bare = all.size();
  for (std::size_t i = 0; i < bare; ++i) all.push_back(over(style.household, all[i]));
  return all;
}

constexpr std::array visions = {Vision::normal, Vision::protanopia, Vision::deuteranopia, Vision::tritanopia,
                                Vision::greyscale};

}  // namespace

TEST_CASE("the measures give the published values", "[drawing][palette]") {
  CHECK(contrast("#000000", "#ffffff") == Approx(21));
  CHECK(contrast("#767676", "#ffffff") == Approx(4.54).margin(0.005));
  CHECK(over("#00000080", "#ffffff") == "#7f7f7f");
  // Three of the pairs of Sharma, Wu and Dalal (their numbers 1, 7 and 25).
  CHECK(difference(Triple{50, 2.6772, -79.7751}, Triple{50, 0, -82.7485}) == Approx(2.0425).margin(1e-4));
  CHECK(difference(Triple{50, 0, 0}, Triple{50, -1, 2}) == Approx(2.3669).margin(1e-4));
  CHECK(difference(Triple{60.2574, -34.0099, 36.2677}, Triple{60.4626, -34.1751, 39.4387}) ==
        Approx(1.2644).margin(1e-4));
  // Each row of a matrix sums to 1: greys look the same to all.
  for (Vision vision : visions) CHECK(difference(lab(seen("#808080", vision)), lab(linear("#808080"))) < 0.1);
}

TEST_CASE("text has a contrast of 4.5 to 1 wherever it stands", "[drawing][palette]") {
  for (const auto& [name, style] : shipped()) {
    std::vector<std::string> under = grounds(style);
    // A halo lets through a third of what it lies on: grounds, and lines at their full strength.
    for (const std::string& ground : grounds(style)) under.push_back(over(style.halo, ground));
    for (const auto& [kind, line] : style.lines) under.push_back(over(style.halo, line.colour));
    under.push_back(over(style.halo, style.ring_line));
    under.push_back(over(style.halo, style.household_line));
    under.push_back(over(style.halo, style.candidate_line));
    for (const std::string& ground : under) {
      CAPTURE(name, ground);
      CHECK(contrast(style.text, ground) >= 4.5);
      CHECK(contrast(style.quiet_text, ground) >= 4.5);
    }
    CAPTURE(name);
    CHECK(contrast(style.child_text, style.child) >= 4.5);
    for (const std::string& sector : style.sectors) {
      CAPTURE(sector);
      CHECK(contrast(style.paper, sector) >= 4.5);  // captions; »?« and letters in a symbol, and in a hollow one
    }
  }
}

TEST_CASE("what carries meaning has a contrast of 3 to 1 wherever it stands", "[drawing][palette]") {
  for (const auto& [name, style] : shipped())
    for (const std::string& ground : grounds(style)) {
      CAPTURE(name, ground);
      for (const auto& [kind, line] : style.lines) {
        CAPTURE(line.colour);
        CHECK(contrast(line.colour, ground) >= 3);
      }
      for (const std::string& sector : style.sectors) CHECK(contrast(sector, ground) >= 3);
      CHECK(contrast(style.child, ground) >= 3);
      CHECK(contrast(style.ring_line, ground) >= 3);
      CHECK(contrast(style.spoke, ground) >= 3);
      CHECK(contrast(style.household_line, ground) >= 3);
      CHECK(contrast(style.candidate_line, ground) >= 3);
    }
}

TEST_CASE("the style of strong contrast has 7 to 1 for text and 4.5 to 1 for the rest", "[drawing][palette]") {
  const drawing::Style style = drawing::load_style(KREDS_ROOT "/viz/style", "high-contrast");
  for (const std::string& ground : grounds(style)) {
    CHECK(contrast(style.text, ground) >= 7);
    CHECK(contrast(style.quiet_text, ground) >= 7);
    CHECK(contrast(style.ring_line, ground) >= 4.5);
    for (const auto& [kind, line] : style.lines) CHECK(contrast(line.colour, ground) >= 4.5);
    for (const std::string& sector : style.sectors) CHECK(contrast(sector, ground) >= 7);
  }
}

TEST_CASE("two kinds of lines differ in form and not in colour alone", "[drawing][palette]") {
  for (const auto& [name, style] : shipped())
    for (const auto& [one, line] : style.lines)
      for (const auto& [two, other] : style.lines) {
        if (one >= two) continue;
        CAPTURE(name, line.form, line.colour, other.colour);
        CHECK(line.form != other.form);
      }
}

TEST_CASE("sectors are told apart by place and also by colour whatever colours an eye sees", "[drawing][palette]") {
  // 10 is about ten steps that an eye just notices. Colour pictures need no greys of their own: the place tells.
  for (const auto& [name, style] : shipped())
    for (Vision vision : visions) {
      const bool grey = name == "print-greyscale";
      if (vision == Vision::greyscale && !grey) continue;
      for (std::size_t i = 0; i < style.sectors.size(); ++i)
        for (std::size_t j = i + 1; j < style.sectors.size(); ++j) {
          CAPTURE(name, static_cast<int>(vision), style.sectors[i], style.sectors[j]);
          CHECK(difference(style.sectors[i], style.sectors[j], vision) >= (grey ? 8 : 10));
        }
    }
}

TEST_CASE("the greyscale style has no colour in it", "[drawing][palette]") {
  const drawing::Style style = drawing::load_style(KREDS_ROOT "/viz/style", "print-greyscale");
  std::vector<std::string> colours = grounds(style);
  for (const auto& [kind, line] : style.lines) colours.push_back(line.colour);
  for (const std::string& sector : style.sectors) colours.push_back(sector);
  for (const std::string& colour :
       {style.text, style.quiet_text, style.halo, style.ring_line, style.spoke, style.tray_line, style.child,
        style.child_text, style.symbol_line, style.household_line, style.candidate_line})
    colours.push_back(colour);
  for (const std::string& colour : colours) {
    CAPTURE(colour);
    CHECK(colour.substr(1, 2) == colour.substr(3, 2));
    CHECK(colour.substr(3, 2) == colour.substr(5, 2));
  }
}

TEST_CASE("the parts and the places of a chart are told apart by any eye and in grey", "[drawing][palette][chart]") {
  // Bars are neighbours without air between them, in any choice of the five: so every pair counts, in greyscale too.
  constexpr std::size_t told_apart = 5;
  for (const auto& [name, style] : shipped())
    for (const auto& fills : {drawing::part_fills(style, told_apart), drawing::place_fills(style, told_apart)})
      for (Vision vision : visions)
        for (std::size_t i = 0; i < told_apart; ++i)
          for (std::size_t j = i + 1; j < told_apart; ++j) {
            CAPTURE(name, static_cast<int>(vision), fills[i], fills[j]);
            CHECK(difference(fills[i], fills[j], vision) >= 6);
          }
}

TEST_CASE("what is written on a bar has a contrast of 4.5 to 1", "[drawing][palette][chart]") {
  for (const auto& [name, style] : shipped())
    for (const auto& fills : {drawing::part_fills(style, 5), drawing::place_fills(style, 5)})
      for (const std::string& fill : fills) {
        CAPTURE(name, fill);
        CHECK(contrast(drawing::ink_on(fill, style), fill) >= 4.5);
      }
}

TEST_CASE("the bars of the greyscale style are grey", "[drawing][palette][chart]") {
  const drawing::Style style = drawing::load_style(KREDS_ROOT "/viz/style", "print-greyscale");
  for (const auto& fills : {drawing::part_fills(style, 5), drawing::place_fills(style, 5)})
    for (const std::string& fill : fills) {
      CAPTURE(fill);
      CHECK(fill.substr(1, 2) == fill.substr(3, 2));
      CHECK(fill.substr(3, 2) == fill.substr(5, 2));
    }
}
