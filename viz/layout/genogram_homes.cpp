#include "genogram_homes.hpp"

#include <algorithm>
#include <optional>

namespace kreds::layout {

namespace {

/// What an outline is made of: the members of each row, and the way from row to row.
struct Shape2d {
  std::vector<Polygon> parts;  // convex
  Polygon outline;
};

Box body(std::size_t person, const RouteTask& task, const Routes& routes) {
  const Cell& cell = task.cells[person];
  const Point at = routes.symbols[person];
  const double top = task.years_above[static_cast<std::size_t>(task.row[person])] ? 1.0 : 0.0;
  return {at.x - cell.left, at.y - symbol_em - top, at.x + cell.right,
          at.y + symbol_em + label_gap + cell.label_height};
}

Polygon corners(const Box& box) {
  return {{box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}};
}

bool lives_in(const GenogramHome& home, std::size_t person) {
  return std::find(home.members.begin(), home.members.end(), person) != home.members.end();
}

/// Where the line from one parent runs down beside them to children of the same home. It belongs into the outline,
/// which would otherwise run right beside it.
std::optional<double> lane_within(const Stem& stem, const GenogramHome& home, const GenogramContent& content,
                                  const Routes& routes) {
  if (stem.form != Stem::Form::alone || !lives_in(home, stem.a)) return std::nullopt;
  const auto to_member = [&](std::size_t line) { return lives_in(home, content.children[line].child); };
  if (std::none_of(stem.lines.begin(), stem.lines.end(), to_member)) return std::nullopt;
  for (std::size_t line : stem.lines)
    if (const Polygon& way = routes.children[line].stem; !way.empty()) return way.back().x;
  return std::nullopt;
}

Shape2d shape(const GenogramHome& home, const RouteTask& task, const Routes& routes) {
  std::vector<std::optional<Box>> boxes(task.rows.size());
  std::size_t first = task.rows.size(), last = 0;
  for (std::size_t member : home.members) {
    const auto r = static_cast<std::size_t>(task.row[member]);
    Box box = grown(body(member, task, routes), home_air);
    box.bottom += 0.1;
    boxes[r] = boxes[r] ? united(*boxes[r], box) : box;
    first = std::min(first, r), last = std::max(last, r);
  }
  for (const Stem& stem : task.stems.stems) {
    const auto beside = lane_within(stem, home, *task.content, routes);
    if (!beside) continue;
    Box& box = *boxes[static_cast<std::size_t>(task.row[stem.a])];
    box.left = std::min(box.left, *beside - line_clear);
    box.right = std::max(box.right, *beside + line_clear);
  }
  // Where nobody of the home stands, a way through: as wide as a symbol, below the row above.
  for (std::size_t r = first + 1; r < last; ++r)
    if (!boxes[r]) {
      const double middle = std::clamp(boxes[last] ? boxes[last]->centre().x : 0, boxes[r - 1]->left + symbol_em,
                                       std::max(boxes[r - 1]->left + symbol_em, boxes[r - 1]->right - symbol_em));
      boxes[r] = Box{middle - symbol_em, routes.body_top[r], middle + symbol_em, routes.body_bottom[r]};
    }
  Shape2d made;
  Polygon left;
  for (std::size_t r = first; r <= last; ++r) {
    const Box& box = *boxes[r];
    made.parts.push_back(corners(box));
    if (r > first) {
      const Box& above = *boxes[r - 1];
      made.parts.push_back(
          {{above.left, above.bottom}, {above.right, above.bottom}, {box.right, box.top}, {box.left, box.top}});
    }
    left.insert(left.end(), {{box.left, box.top}, {box.left, box.bottom}});
    made.outline.insert(made.outline.end(), {{box.right, box.top}, {box.right, box.bottom}});
  }
  made.outline.insert(made.outline.end(), left.rbegin(), left.rend());
  return made;
}

bool meet(const Polygon& a, const Polygon& b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = 0; j < b.size(); ++j)
      if (cross(a[i], a[(i + 1) % a.size()], b[j], b[(j + 1) % b.size()])) return true;
  return holds(a, b.front()) || holds(b, a.front());
}

}  // namespace

std::vector<HomeOutline> outline_homes(const GenogramContent& content, const RouteTask& task, const Routes& routes,
                                       const std::set<std::size_t>& apart) {
  std::vector<HomeOutline> outlines;
  std::vector<Polygon> taken;
  int letters = 0;
  for (std::size_t h = 0; h < content.homes.size(); ++h) {
    const GenogramHome& home = content.homes[h];
    HomeOutline made;
    if (home.members.size() > 1 && !apart.contains(h)) {
      Shape2d around = shape(home, task, routes);
      const auto stranger = [&](std::size_t person) {
        if (lives_in(home, person)) return false;
        return std::any_of(around.parts.begin(), around.parts.end(),
                           [&](const Polygon& part) { return overlap(part, body(person, task, routes)); });
      };
      bool free = true;
      for (const auto& in_row : task.rows) free = free && std::none_of(in_row.begin(), in_row.end(), stranger);
      for (const Polygon& part : around.parts)
        free =
            free && std::none_of(taken.begin(), taken.end(), [&](const Polygon& other) { return meet(part, other); });
      if (free) {
        made.outline = std::move(around.outline);
        taken.insert(taken.end(), around.parts.begin(), around.parts.end());
      }
    }
    if (made.outline.empty() || !home.part_time.empty()) {
      made.mark = ++letters;
      made.marked = home.members;
      made.marked.insert(made.marked.end(), home.part_time.begin(), home.part_time.end());
    }
    outlines.push_back(std::move(made));
  }
  return outlines;
}

}  // namespace kreds::layout
