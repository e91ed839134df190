#include "frame.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace kreds::layout {

namespace {

constexpr double tau = 6.283185307179586;

double wrapped(double turn) {
  return turn - std::floor(turn);
}

/// Coarse share of a crowd: the step changes at few counts only.
double step_of(std::size_t count, const std::array<std::size_t, 5>& limits, const std::array<double, 6>& steps) {
  std::size_t i = 0;
  while (i < limits.size() && count > limits[i]) ++i;
  return steps[i];
}

}  // namespace

Polar Frame::polar(Point p) const {
  const double x = (p.x - centre.x) / rx, y = (p.y - centre.y) / ry;
  const double rho = std::pow(std::pow(std::abs(x), exponent) + std::pow(std::abs(y), exponent), 1 / exponent);
  return {rho, wrapped(std::atan2(x, -y) / tau)};
}

Point Frame::point(Polar p) const {
  const double x = std::sin(p.turn * tau), y = -std::cos(p.turn * tau);
  const double norm = std::pow(std::pow(std::abs(x), exponent) + std::pow(std::abs(y), exponent), 1 / exponent);
  return {centre.x + p.rho * rx * x / norm, centre.y + p.rho * ry * y / norm};
}

std::pair<double, double> Frame::band(std::optional<int> ring) const {
  if (ring_edges.empty() || !ring) return {same_distance, same_distance};
  const auto k = static_cast<std::size_t>(*ring - 1);
  return {k == 0 ? inner : ring_edges[k - 1], ring_edges[k]};
}

double Frame::middle_of_sector(std::size_t sector) const {
  return (sectors[sector].first + sectors[sector].second) / 2;
}

double Frame::depth_in_sector(double turn, std::size_t sector) const {
  const auto [from, to] = sectors[sector];
  const double half = (to - from) / 2;
  if (half >= 0.5) return 1;
  double off = std::abs(wrapped(turn - middle_of_sector(sector) + 0.5) - 0.5);
  return (half - off) / half;
}

bool Frame::in_sector(double turn, std::size_t sector) const {
  return depth_in_sector(turn, sector) >= 0;
}

Frame make_frame(const MapContent& content, const Box& map, double child_radius) {
  Frame frame;
  frame.centre = map.centre();
  frame.rx = map.width() / 2;
  frame.ry = map.height() / 2;
  frame.inner = std::min(0.4, child_radius * 1.12 / frame.ry);
  // Without rings all stand on one line: a fuller form is longer, and each sector's part of it follows its crowd.
  const bool one_line = content.rings == 0;
  if (one_line) frame.exponent = 3.2;

  std::vector<std::size_t> in_sector(content.sectors.size(), 0);
  std::vector<std::size_t> in_ring(static_cast<std::size_t>(content.rings), 0);
  for (std::size_t i = 0; i < content.people.size(); ++i) {
    const PersonMark& person = content.people[i];
    if (i == content.ego || (content.rings > 0 && !person.ring)) continue;
    ++in_sector[person.sector];
    if (person.ring) ++in_ring[static_cast<std::size_t>(*person.ring - 1)];
  }

  double whole = 0;
  std::vector<double> shares;
  for (std::size_t count : in_sector) {
    shares.push_back(one_line ? 3.0 + 6.0 * static_cast<double>((count + 5) / 6)
                              : step_of(count, {1, 4, 9, 18, 34}, {2, 3, 4, 5.5, 7, 9}));
    whole += shares.back();
  }
  // The first sector lies around the upper left, as on paper: its middle at 315 degrees.
  double at = shares.empty() ? 0 : 0.875 - shares[0] / whole / 2;
  for (double share : shares) {
    frame.sectors.emplace_back(at, at + share / whole);
    at += share / whole;
  }

  double width = 0;
  std::vector<double> widths;
  for (std::size_t count : in_ring) {
    widths.push_back(step_of(count, {0, 4, 10, 18, 34}, {0.7, 1, 1.15, 1.35, 1.55, 1.8}));
    width += widths.back();
  }
  double edge = frame.inner;
  for (double w : widths) {
    edge += (1 - frame.inner) * w / width;
    frame.ring_edges.push_back(edge);
  }
  if (!frame.ring_edges.empty()) frame.ring_edges.back() = 1;
  return frame;
}

}  // namespace kreds::layout
