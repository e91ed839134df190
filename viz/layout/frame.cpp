#include "frame.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kreds::layout {

namespace {

constexpr double tau = 6.283185307179586;
/// The middle of the first sector: the upper left, as on paper.
constexpr double first_sector_turn = 0.875;
constexpr double without_rings = 4.5;  ///< exponent: a fuller form is longer, for those who share one line

double wrapped(double turn) {
  return turn - std::floor(turn);
}

/// Shares that sum to 1, none below `least`: the others give up what the small ones lack, in proportion.
std::vector<double> with_floor(std::vector<double> shares, double least) {
  const auto n = static_cast<double>(shares.size());
  least = std::min(least, 0.9 / n);
  for (std::size_t round = 0; round < shares.size(); ++round) {
    double fixed = 0, free = 0;
    for (double share : shares) (share <= least ? fixed : free) += share <= least ? least : share;
    if (free <= 0) return std::vector<double>(shares.size(), 1 / n);
    for (double& share : shares) share = share <= least ? least : share * (1 - fixed) / free;
  }
  return shares;
}

/// Area wanted per sector and ring.
class Loads {
 public:
  explicit Loads(const FrameTask& task)
      : rings_(static_cast<std::size_t>(task.rings)), wanted_(task.sectors * rings_, 0.0) {
    double all = 0;
    for (const Demand& d : task.demands) {
      if (!d.ring) continue;
      wanted_[d.sector * rings_ + static_cast<std::size_t>(*d.ring - 1)] += d.width * d.height;
      all += d.width * d.height;
    }
    // A little everywhere: somebody may come.
    const double little = std::max(1.0, 0.06 * all / static_cast<double>(wanted_.size()));
    for (double& w : wanted_) w += little;
  }

  double wanted(std::size_t sector, std::size_t ring) const { return wanted_[sector * rings_ + ring]; }

 private:
  std::size_t rings_;
  std::vector<double> wanted_;
};

/// Angles and areas of the rings, moved in turn towards an equal load of the fullest cells. Crowds press on their
/// neighbours: a load counts by its fourth power.
void share_out(const FrameTask& task, std::vector<double>& angles, std::vector<double>& areas) {
  const Loads loads(task);
  const double least_angle = 0.105, least_area = 0.06;
  for (int round = 0; round < 60; ++round) {
    const auto press = [&](std::size_t s, std::size_t r) {
      const double load = loads.wanted(s, r) / (angles[s] * areas[r]);
      return load * load;
    };
    std::vector<double> angle_press(angles.size(), 0), area_press(areas.size(), 0);
    for (std::size_t s = 0; s < angles.size(); ++s)
      for (std::size_t r = 0; r < areas.size(); ++r) {
        angle_press[s] += press(s, r) * areas[r];
        area_press[r] += press(s, r) * angles[s];
      }
    for (std::size_t s = 0; s < angles.size(); ++s) angles[s] *= std::sqrt(std::sqrt(angle_press[s]));
    for (std::size_t r = 0; r < areas.size(); ++r) areas[r] *= std::sqrt(std::sqrt(area_press[r]));
    const auto normalise = [](std::vector<double>& shares) {
      const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
      for (double& share : shares) share /= sum;
    };
    normalise(angles);
    normalise(areas);
    for (double& angle : angles) angle = std::max(angle, least_angle * 0.9);
    for (double& area : areas) area = std::max(area, least_area * 0.9);
    normalise(angles);
    normalise(areas);
  }
  angles = with_floor(angles, std::min(least_angle, 0.6 / static_cast<double>(angles.size())));
}

void place_rings(Frame& frame, const FrameTask& task, const std::vector<double>& areas) {
  // The child stands in the middle of ring 1; its circle is not room.
  const double hole = frame.inner * frame.inner;
  double area = hole;
  std::vector<double> widths;
  double before = frame.inner;
  for (double share : areas) {
    area += (1 - hole) * share;
    widths.push_back(std::sqrt(area) - before);
    before = std::sqrt(area);
  }
  const double least = std::min((2 * task.symbol_radius + 10) / std::min(frame.rx, frame.ry),
                                0.8 * (1 - frame.inner) / static_cast<double>(areas.size()));
  widths = with_floor(widths, least / (1 - frame.inner));
  double edge = frame.inner;
  for (double width : widths) frame.ring_edges.push_back(edge += (1 - frame.inner) * width);
  frame.ring_edges.back() = 1;
}

void place_sectors(Frame& frame, const std::vector<double>& shares) {
  double at = shares.empty() ? 0 : first_sector_turn - shares[0] / 2;
  for (double share : shares) {
    frame.sectors.emplace_back(at, at + share);
    at += share;
  }
}

/// Without rings everybody stands on one line. It holds more where it runs upright, because labels are wider than high:
/// a sector's part is measured in the labels that it holds, beginning so that the first one's middle is where it
/// belongs.
void share_line(Frame& frame, const FrameTask& task) {
  double width = 60, height = 20;
  std::vector<double> wanted(task.sectors, 0);
  if (!task.demands.empty()) {
    width = height = 0;
    for (const Demand& d : task.demands) {
      width += d.width / static_cast<double>(task.demands.size());
      height += d.height / static_cast<double>(task.demands.size());
    }
  }
  for (const Demand& d : task.demands) wanted[d.sector] += 1;
  for (double& w : wanted) w += 1.0 + 0.03 * static_cast<double>(task.demands.size());
  const std::vector<double> shares = with_floor(wanted, 0.05);

  constexpr int pieces = 1440;
  std::vector<double> held(pieces + 1, 0);  // labels from the first sector's middle to each point of the line
  Point last = frame.point({frame.same_distance, first_sector_turn});
  for (int i = 1; i <= pieces; ++i) {
    const Point p = frame.point({frame.same_distance, first_sector_turn + static_cast<double>(i) / pieces});
    held[static_cast<std::size_t>(i)] = held[static_cast<std::size_t>(i - 1)] + std::abs(p.y - last.y) / height +
                                        std::abs(p.x - last.x) / (0.5 * width);
    last = p;
  }
  // Turns after the first sector's middle, at which a share of all labels has been passed.
  const auto turn_at = [&](double share) {
    const double whole = std::floor(share), target = (share - whole) * held.back();
    const auto next = std::lower_bound(held.begin(), held.end(), target);
    return whole + static_cast<double>(next - held.begin()) / pieces;
  };
  double at = -shares[0] / 2;
  for (double share : shares) {
    frame.sectors.emplace_back(first_sector_turn + turn_at(at), first_sector_turn + turn_at(at + share));
    at += share;
  }
}

}  // namespace

double Frame::rho(Point p) const {
  const double x = std::abs(p.x - centre.x) / rx, y = std::abs(p.y - centre.y) / ry;
  return std::pow(std::pow(x, exponent) + std::pow(y, exponent), 1 / exponent);
}

Polar Frame::polar(Point p) const {
  return {rho(p), wrapped(std::atan2((p.x - centre.x) / rx, -(p.y - centre.y) / ry) / tau)};
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

bool Frame::disc_in_cell(Point p, double radius, std::size_t sector, std::optional<int> ring) const {
  const Polar at = polar(p);
  if (!in_sector(at.turn, sector)) return false;
  const auto [from, to] = sectors[sector];
  if (to - from < 0.999)
    for (double turn : {from, to}) {
      // Spokes are straight: lines of one turn run through the centre.
      const Point along{rx * std::sin(turn * tau), -ry * std::cos(turn * tau)};
      if (distance(p, centre, centre + (2 / 1.0) * along) < radius) return false;
    }
  const auto [inner_edge, outer_edge] = band(ring);
  if (outer_edge <= inner_edge) return true;
  if (at.rho < inner_edge || at.rho > outer_edge) return false;
  constexpr double slack = 1.02;  // the edges are curved
  static constexpr Point around[] = {{1, 0},  {0.7071, 0.7071},   {0, 1},  {-0.7071, 0.7071},
                                     {-1, 0}, {-0.7071, -0.7071}, {0, -1}, {0.7071, -0.7071}};
  return std::ranges::all_of(around, [&](Point direction) {
    const double edge = rho(p + slack * radius * direction);
    return edge >= inner_edge && edge <= outer_edge;
  });
}

Frame make_frame(const FrameTask& task) {
  Frame frame;
  frame.centre = task.map.centre();
  frame.rx = task.map.width() / 2;
  frame.ry = task.map.height() / 2;
  frame.inner = std::min(0.4, task.child_radius * 1.12 / frame.ry);
  if (task.rings == 0) {
    frame.exponent = without_rings;
    share_line(frame, task);
    return frame;
  }
  std::vector<double> angles(task.sectors, 1 / static_cast<double>(task.sectors));
  std::vector<double> areas(static_cast<std::size_t>(task.rings), 1.0 / task.rings);
  share_out(task, angles, areas);
  place_sectors(frame, angles);
  place_rings(frame, task, areas);
  return frame;
}

Frame frame_of(const MapLayout& layout) {
  Frame frame;
  frame.centre = layout.centre;
  const Point outer = layout.ring_radii.back();
  frame.rx = outer.x;
  frame.ry = outer.y;
  frame.exponent = layout.ring_exponent;
  frame.inner = layout.inner_rho;
  if (layout.rings > 0)
    for (Point radii : layout.ring_radii) frame.ring_edges.push_back(radii.x / outer.x);
  for (const SectorPlace& sector : layout.sectors)
    frame.sectors.emplace_back(sector.from_deg / 360, sector.to_deg / 360);
  return frame;
}

}  // namespace kreds::layout
