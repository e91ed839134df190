/// \file
/// How good a person's place is among the others': the terms that the search weighs. Private to the layout layer.
#pragma once

#include <algorithm>
#include <vector>

#include "obstructions.hpp"
#include "places.hpp"

namespace kreds::layout {

/// What each fault costs where few stand and each line can be followed. Overlaps are not allowed in the end; the search
/// may pass through them.
struct Weights {
  double overlap = 70, overlap_depth = 30;  ///< of two boxes; and per letter size of depth
  double crossing = 22;
  double through_label = 8, through_symbol = 14, through_own_label = 7;  ///< own: of one of a line's two ends
  double through_caption = 24;
  double through_child = 40;  ///< reads as a tie to the child
  double narrow_angle = 6;    ///< between lines at one symbol
  double line_length = 0.5;   ///< per letter size
  double stranger = 26;       ///< in the outline of a home
  double near = 2;            ///< letter sizes at which two stand side by side
  double apart = 2;           ///< per letter size beyond between housemates
  double couple_apart = 4, between_couple = 16, wrong_age_order = 8;
  double crowded = 1, crowded_by_others = 6;  ///< by who does not live there
  double air = 1.6;                           ///< letter sizes below which somebody is crowded
};
/// Of more people a line is no longer followed from end to end.
constexpr Weights weights_in_crowd() {
  Weights weights;
  weights.crossing = 30;
  weights.through_label = 12;
  weights.narrow_angle = 0;
  weights.line_length = 0.2;
  weights.couple_apart = 6;
  weights.crowded_by_others = weights.crowded;
  weights.air = 1.2;
  return weights;
}
/// Rings come with ties, which are many; in the largest crowds homes would be torn apart to spare a few of the
/// crossings. `people`: who are placed together; who comes later must not change what holds for them.
constexpr Weights weights_in_crowded_rings(std::size_t people) {
  Weights weights = weights_in_crowd();
  weights.overlap = 150;
  weights.crossing = std::clamp(70 * 60 / static_cast<double>(people), 35.0, 70.0);
  weights.through_label = 20;
  return weights;
}
/// Who asks for more search asks for calmer lines: up to so much for them, the more the more effort.
inline Weights calmer(Weights weights, double effort) {
  const double share = 1 - 1 / std::max(1.0, effort);
  const auto towards = [&](double& weight, double calm) { weight += share * (calm - weight); };
  towards(weights.crossing, 105);
  towards(weights.through_label, 60);
  towards(weights.overlap, 240);  // nothing outweighs it
  return weights;
}

/// Who stands where, and what it costs. Costs are local: of one person's place given all others.
class Score {
 public:
  Score(const PlacementTask& task, const Places& places);

  /// Nobody after `newest` counts, in the tray neither: what those before do must not depend on who comes later.
  void let_be_known(std::size_t newest);
  /// Overlaps cost so many times more from now on.
  void insist_on_room(double factor) { insistence_ = factor; }
  void put(std::size_t person, const Place& place);
  void take(std::size_t person);
  bool stands(std::size_t person) const { return standing_[person]; }
  const Place& place(std::size_t person) const { return places_[person]; }

  /// Whether somebody else's symbol, label or leader line is in the way.
  bool free(std::size_t person, const Place& place) const;
  /// What the place costs this person and everybody else because of this person.
  /// Above `enough` it may stop counting.
  double of(std::size_t person, const Place& place, double enough = 1e18) const;
  /// The same without lines and homes: cheap, to choose whom to look at more closely.
  double without_lines(std::size_t person, const Place& place, double enough = 1e18) const;

  /// People tied to a person by lines or a home.
  const std::vector<std::size_t>& company(std::size_t person) const { return company_[person]; }
  const std::vector<std::size_t>& housemates(std::size_t person) const { return housemates_[person]; }

 private:
  struct Home {
    std::vector<std::size_t> members;
    std::vector<std::pair<std::size_t, std::size_t>> couples;
    bool outlined = true;
    std::vector<std::pair<Point, Point>> links;  ///< the shortest tree between those who stand
  };
  struct End {
    std::size_t line, other;
  };
  bool collide(const Place& a, const Place& b) const;
  bool lives_in(std::size_t person, std::size_t home) const;
  double overlap_cost(const Place& a, const Place& b) const;
  double narrow_angles(std::size_t person, const Place& place) const;
  double lines_cost(std::size_t person, const Place& place, double enough) const;
  void update_lines(std::size_t person);
  double homes_cost(std::size_t person, const Place& place) const;
  double home_cost(std::size_t home, std::size_t person, const Place& place) const;
  double farther(Point way) const;
  double couples_cost(const Home& home, std::size_t person, const Place& place) const;
  double age_order_cost(const Home& home, std::size_t person, const Place& place) const;
  void update_homes(std::size_t person);

  const PlacementTask& task_;
  double unit_, padding_;
  Weights weights_;
  double insistence_ = 1;
  std::vector<char> standing_;
  std::vector<Place> places_;
  std::vector<Point> at_;  ///< of everybody who stands or is fixed
  std::vector<char> has_point_;
  Runs runs_;                      ///< aligned with the content's lines
  Boxes labels_, symbols_, both_;  ///< of those who stand, aligned with the people; both: symbol and label
  Boxes captions_;
  mutable std::vector<std::int32_t> hits_;  ///< kept for its memory alone
  std::vector<std::vector<End>> ends_;
  std::vector<Home> homes_;
  std::vector<std::vector<std::size_t>> homes_of_;
  std::vector<std::vector<std::size_t>> company_, housemates_;
  std::vector<char> together_;  ///< whether two are housemates: of each with each
};

}  // namespace kreds::layout
