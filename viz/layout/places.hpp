/// \file
/// Where a person could stand: points of the sector and ring, and places of the label beside them. Private to the
/// layout layer.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "frame.hpp"
#include "label.hpp"

namespace kreds::layout {

/// Whom to place where, as all steps of the placement see it.
struct PlacementTask {
  const MapContent* content = nullptr;
  const Frame* frame = nullptr;
  Box area;  ///< symbols and labels stay inside
  double name_pt = 12;
  double symbol_radius = 5;
  std::vector<LabelShape> labels;            ///< aligned with content.people
  std::vector<std::size_t> order;            ///< whom to place, in the order in which they came
  std::size_t base = 0;                      ///< so many of them are placed together, the others one by one
  Box child;                                 ///< the symbol in the middle
  std::vector<Box> captions;                 ///< of the sectors
  std::vector<std::optional<Point>> fixed;   ///< people who stand elsewhere (the child, the tray): lines run to them
  std::vector<std::optional<Point>> pinned;  ///< people whose symbol must stand here; aligned with content.people
  double effort = 1;                         ///< of the search, 1: about 0.1 s for 60 people
  double insistence = 1;                     ///< on nobody overlapping: above 1, more than on everything else
  double reach_pt = 60;                      ///< nobody moves farther when somebody comes
};

/// So few have room for their names beside their symbols, and each line can be followed; more are a crowd.
inline constexpr std::size_t few_people = 40;

/// Labels are broken at this width, in letter sizes.
inline constexpr double widest_label = 8.6;

/// Where a label stands beside its symbol.
struct Variant {
  Side side = Side::below;
  int tier = 0;      ///< 0: at the symbol; 1, 2 …: farther off, with a leader line
  double shift = 0;  ///< along the line of symbols, as a share of the label's extent
  double cost = 0;
};

struct Place {
  Point symbol;
  Side side = Side::below;
  int tier = 0;
  Box label, symbol_box;
  Box both;         ///< around symbol and label
  Point leader;     ///< where the leader line meets the label, if tier > 0
  double cost = 0;  ///< by itself: side, depth in the sector and ring
};

/// A spot with one of its variants.
struct Choice {
  std::size_t spot = 0, variant = 0;
};
struct RatedChoice {
  Choice choice;
  double at_least = 0;  ///< the place's own cost is this or more
};

class Places {
 public:
  explicit Places(const PlacementTask& task);

  std::size_t spots(std::size_t person) const { return cells_[cell_of_[person]].size(); }
  Point spot(std::size_t person, std::size_t index) const { return cells_[cell_of_[person]][index].at; }
  /// Variants that suit a spot: indices for place().
  const std::vector<std::size_t>& variants_at(std::size_t person, std::size_t spot) const {
    return cells_[cell_of_[person]][spot].upright ? upright_ : level_;
  }
  /// What a place costs by itself, without what depends on the label.
  double at_least(std::size_t person, Choice choice) const {
    return cells_[cell_of_[person]][choice.spot].cost + variants_[choice.variant].cost;
  }
  /// All of a person's, the best first.
  const std::vector<RatedChoice>& best_first(std::size_t person) const { return rated_[cell_of_[person]]; }
  bool same_cell(std::size_t a, std::size_t b) const { return cell_of_[a] == cell_of_[b]; }
  /// Nothing if symbol or label would leave the sheet or lie on a caption or the child.
  std::optional<Place> place(std::size_t person, Choice choice) const;
  double padding() const { return padding_; }

 private:
  struct Spot {
    Point at;
    double cost = 0;
    bool upright = false;  ///< the line on which everybody stands runs upright here
  };

  void add_cell(std::vector<Spot> spots);
  std::vector<Spot> spots_of(const PersonMark& mark) const;
  Spot made_spot(Point at, const PersonMark& mark) const;

  const PlacementTask& task_;
  double padding_;
  bool one_line_;
  std::vector<Variant> variants_;
  std::vector<std::size_t> upright_, level_;  ///< into variants_; the same in rings
  std::vector<std::vector<Spot>> cells_;
  std::vector<std::vector<RatedChoice>> rated_;  ///< of each cell
  std::vector<std::size_t> cell_of_;
  std::vector<char> has_home_;  ///< of their own, with an outline; aligned with the people
};

}  // namespace kreds::layout
