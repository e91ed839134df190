#include "obstructions.hpp"

#include <cmath>

#include "kreds/document/any_processor.hpp"

namespace kreds::layout {

namespace {

/// Too far from any sheet to be met, and near enough that products stay finite.
constexpr float nowhere = -1e6F;

struct Segment {
  float x, y;              ///< middle
  float dx, dy;            ///< from end to end
  float reach_x, reach_y;  ///< half of its extent
};
Segment segment(float ax, float ay, float bx, float by) {
  const float dx = bx - ax, dy = by - ay;
  return {(ax + bx) / 2, (ay + by) / 2, dx, dy, std::abs(dx) / 2, std::abs(dy) / 2};
}
Segment segment(Point a, Point b) {
  return segment(static_cast<float>(a.x), static_cast<float>(a.y), static_cast<float>(b.x), static_cast<float>(b.y));
}

/// A segment and a box share inner points if no axis of the sheet and no axis across the segment keeps them apart.
/// 1 or 0, computed without a branch so that compilers take several at once.
int meets(const Segment& s, float x, float y, float half_width, float half_height) {
  const float off_x = x - s.x, off_y = y - s.y;
  const bool in_x = std::abs(off_x) < half_width + s.reach_x, in_y = std::abs(off_y) < half_height + s.reach_y;
  const bool across = std::abs(s.dx * off_y - s.dy * off_x) < 2 * (half_width * s.reach_y + half_height * s.reach_x);
  return static_cast<int>(in_x) & static_cast<int>(in_y) & static_cast<int>(across);
}

struct Way {
  float from_x, from_y, to_x, to_y, dx, dy;
};
Way way_between(Point from, Point to) {
  const auto fx = static_cast<float>(from.x), fy = static_cast<float>(from.y);
  const auto tx = static_cast<float>(to.x), ty = static_cast<float>(to.y);
  return {fx, fy, tx, ty, tx - fx, ty - fy};
}

/// Whether a way and the segment ab cross in one inner point of both: 1 or 0, without a branch too.
int crosses(const Way& way, float ax, float ay, float bx, float by) {
  const float ex = bx - ax, ey = by - ay;
  const float a_side = way.dx * (ay - way.from_y) - way.dy * (ax - way.from_x);
  const float b_side = way.dx * (by - way.from_y) - way.dy * (bx - way.from_x);
  const float from_side = ex * (way.from_y - ay) - ey * (way.from_x - ax);
  const float to_side = ex * (way.to_y - ay) - ey * (way.to_x - ax);
  return static_cast<int>(a_side * b_side < 0) & static_cast<int>(from_side * to_side < 0);
}

}  // namespace

void Runs::add(std::size_t a, std::size_t b) {
  a_.push_back(static_cast<std::uint32_t>(a));
  b_.push_back(static_cast<std::uint32_t>(b));
  for (auto* list : {&ax_, &ay_, &bx_, &by_}) list->push_back(nowhere);
}

void Runs::add(const Runs& others, std::size_t first, std::size_t count) {
  const auto copy = [&](auto& to, const auto& from) {
    const auto begin = from.begin() + static_cast<std::ptrdiff_t>(first);
    to.insert(to.end(), begin, begin + static_cast<std::ptrdiff_t>(count));
  };
  copy(ax_, others.ax_), copy(ay_, others.ay_), copy(bx_, others.bx_), copy(by_, others.by_);
  copy(a_, others.a_), copy(b_, others.b_);
}

void Runs::clear() {
  for (auto* list : {&ax_, &ay_, &bx_, &by_}) list->clear();
  a_.clear(), b_.clear();
}

void Runs::set(std::size_t run, Point a, Point b) {
  ax_[run] = static_cast<float>(a.x), ay_[run] = static_cast<float>(a.y);
  bx_[run] = static_cast<float>(b.x), by_[run] = static_cast<float>(b.y);
}

void Runs::take(std::size_t run) {
  set(run, {nowhere, nowhere}, {nowhere, nowhere});
}

KREDS_ANY_PROCESSOR
int Runs::crossing(Point from, Point to, std::size_t person, std::size_t other) const {
  const Way way = way_between(from, to);
  const auto self = static_cast<std::uint32_t>(person), mate = static_cast<std::uint32_t>(other);
  int count = 0;
  for (std::size_t i = 0; i < ax_.size(); ++i)
    count += crosses(way, ax_[i], ay_[i], bx_[i], by_[i]) & static_cast<int>(a_[i] != self) &
             static_cast<int>(b_[i] != self) & static_cast<int>(a_[i] != mate) & static_cast<int>(b_[i] != mate);
  return count;
}

KREDS_ANY_PROCESSOR
int Runs::crossing_by_angle(Point from, Point to) const {
  constexpr float narrow = 0.8214F;  // the cosine of 25 degrees, squared
  const Way way = way_between(from, to);
  int count = 0;
  for (std::size_t i = 0; i < ax_.size(); ++i) {
    const float ex = bx_[i] - ax_[i], ey = by_[i] - ay_[i], along = way.dx * ex + way.dy * ey;
    const bool sharp = along * along > narrow * ((way.dx * way.dx + way.dy * way.dy) * (ex * ex + ey * ey));
    count += crosses(way, ax_[i], ay_[i], bx_[i], by_[i]) * (1 + static_cast<int>(sharp));
  }
  return count;
}

KREDS_ANY_PROCESSOR
int Runs::through(const Box& box, std::size_t person) const {
  const Point centre = box.centre();
  const auto x = static_cast<float>(centre.x), y = static_cast<float>(centre.y);
  const auto half_width = static_cast<float>(box.width() / 2), half_height = static_cast<float>(box.height() / 2);
  const auto self = static_cast<std::uint32_t>(person);
  int count = 0;
  for (std::size_t i = 0; i < ax_.size(); ++i)
    count += meets(segment(ax_[i], ay_[i], bx_[i], by_[i]), x, y, half_width, half_height) &
             static_cast<int>(a_[i] != self) & static_cast<int>(b_[i] != self);
  return count;
}

Boxes::Boxes(std::size_t people)
    : x_(people, nowhere), y_(people, nowhere), half_width_(people, 0), half_height_(people, 0) {}

void Boxes::set(std::size_t person, const Box& box) {
  const Point centre = box.centre();
  x_[person] = static_cast<float>(centre.x), y_[person] = static_cast<float>(centre.y);
  half_width_[person] = static_cast<float>(box.width() / 2);
  half_height_[person] = static_cast<float>(box.height() / 2);
}

void Boxes::take(std::size_t person) {
  x_[person] = y_[person] = nowhere;
}

KREDS_ANY_PROCESSOR
int Boxes::on(Point from, Point to) const {
  const Segment line = segment(from, to);
  int count = 0;
  for (std::size_t i = 0; i < x_.size(); ++i) count += meets(line, x_[i], y_[i], half_width_[i], half_height_[i]);
  return count;
}

int Boxes::on(Point from, Point to, std::size_t person, std::size_t other) const {
  const Segment line = segment(from, to);
  int count = on(from, to);
  for (std::size_t i : {person, other}) count -= meets(line, x_[i], y_[i], half_width_[i], half_height_[i]);
  return count;
}

KREDS_ANY_PROCESSOR
void Boxes::overlapping(const Box& box, std::vector<std::int32_t>& hits) const {
  const Point centre = box.centre();
  const auto x = static_cast<float>(centre.x), y = static_cast<float>(centre.y);
  const auto half_width = static_cast<float>(box.width() / 2), half_height = static_cast<float>(box.height() / 2);
  hits.resize(x_.size());
  std::int32_t* hit = hits.data();
  for (std::size_t i = 0; i < x_.size(); ++i)
    hit[i] = static_cast<int>(std::abs(x_[i] - x) < half_width_[i] + half_width) &
             static_cast<int>(std::abs(y_[i] - y) < half_height_[i] + half_height);
}

}  // namespace kreds::layout
