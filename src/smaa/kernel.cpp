/// \file
/// Compiled once per set of instructions; KREDS_SMAA_KERNEL is the name of the table.
#include "kernel.hpp"

#include "lanes.hpp"

namespace kreds::smaa {
namespace {

template <int value>
struct Constant {
  constexpr operator int() const { return value; }  // NOLINT(google-explicit-constructor): stands for an int
};

/// ---- random numbers
/// -------------------------------------------------------------------------------------------------

/// Calls use(v, u) with the v-th vector of 64 uniforms, for each v.
template <class Use>
void for_each_uniform(std::uint64_t stream, int first, Use use) {
  constexpr int together = vectors_per_row < 4 ? vectors_per_row : 4;  // hides the latency of the products
  static_assert(vectors_per_row % together == 0);
  const Words draws = numbered(static_cast<std::uint64_t>(first));
  for (int v = 0; v < vectors_per_row; v += together) {
    Reals u[together];
    for (int i = 0; i < together; ++i)
      u[i] =
          unit_interval<Reals>(philox(draws + static_cast<std::uint64_t>((v + i) * lane_count), stream, LowProducts{}));
    for (int i = 0; i < together; ++i) use(v + i, u[i]);
  }
}

void draw_uniforms(std::uint64_t stream, int first, Row& row) {
  for_each_uniform(stream, first, [&](int v, Reals u) { part(row, v) = u; });
}

/// ---- weights
/// --------------------------------------------------------------------------------------------------------

void sort(Row* rows, Slice<Comparator> network) {
  for (const Comparator& step : network)
    for_each_part([&](int v) {
      Reals& a = part(rows[step.smaller], v);
      Reals& b = part(rows[step.greater], v);
      const Reals low = smaller(a, b), high = greater(a, b);
      a = low;
      b = high;
    });
}

/// Turns sorted uniforms in rows 0 … n − 2 into the n spacings between 0, them and 1.
void take_spacings(Row* rows, int n) {
  for_each_part([&](int v) {
    Reals above = Reals{} + 1.0;
    for (int i = n - 1; i > 0; --i) {
      const Reals below = part(rows[i - 1], v);
      part(rows[i], v) = above - below;
      above = below;
    }
    part(rows[0], v) = above;
  });
}

void shuffle(Row* rows, Slice<ShuffleStep> steps, int first_draw) {
  for (const ShuffleStep& step : steps) {
    Row dice;
    draw_uniforms(step.stream, first_draw, dice);
    const double places = step.last - step.first + 1;
    for_each_part([&](int v) {
      const Reals chosen = part(dice, v) * places;
      Reals& last = part(rows[step.last], v);
      for (int i = step.first; i < step.last; ++i) {
        const double place = i - step.first;
        const Mask here = (chosen >= place) & (chosen < place + 1);
        Reals& other = part(rows[i], v);
        const Reals before = last;
        last = select(here, other, before);
        other = select(here, before, other);
      }
    });
  }
}

void draw_level(const LevelPlan& level, int first, Row* rows) {
  for (int i = 0; i < level.streams.count; ++i) draw_uniforms(level.streams[i], first, rows[i]);
  sort(rows, level.sort_uniforms);
  take_spacings(rows, level.members);
  sort(rows, level.sort_spacings);
  shuffle(rows, level.shuffle, first);
  if (!level.dominant) return;
  for (int i = 0; i < level.members; ++i)
    for_each_part([&](int v) { part(rows[i], v) = part(rows[i], v) * 0.5 + (i == 0 ? 0.5 : 0.0); });
}

void draw_weights(const Plan& plan, int first, Workspace& room) {
  draw_level(plan.top, first, room.groups);
  Row* rows = room.weights;
  for (int g = 0; g < plan.groups.count; ++g) {
    draw_level(plan.groups[g], first, rows);
    for (int j = 0; j < plan.groups[g].members; ++j)
      for_each_part([&](int v) { part(rows[j], v) *= part(room.groups[g], v); });
    rows += plan.groups[g].members;
  }
}

/// ---- values
/// ---------------------------------------------------------------------------------------------------------

/// y where u ≥ the from of the segment: the last one that holds.
inline Reals along(const Segment* segments, int count, Reals u) {
  Reals base = Reals{} + segments[0].base, slope = Reals{} + segments[0].slope;
  for (int s = 1; s < count; ++s) {
    const Mask here = u >= segments[s].from;
    base = select(here, Reals{} + segments[s].base, base);
    slope = select(here, Reals{} + segments[s].slope, slope);
  }
  return base + slope * u;
}

/// Calls use(v, y) for 64 draws of a piece.
template <class Use>
void for_each_draw(const Piece& piece, int first, Use use) {
  const auto with = [&](auto count) {
    for_each_uniform(piece.stream, first, [&](int v, Reals u) { use(v, along(piece.segments.first, count, u)); });
  };
  // One or two segments are the rule, and their loop can be unrolled.
  if (piece.segments.count == 1)
    with(Constant<1>{});
  else if (piece.segments.count == 2)
    with(Constant<2>{});
  else
    with(piece.segments.count);
}

/// Calls use(v, y) for 64 draws of a value.
template <class Use>
void for_each_draw(const UncertainValue& value, int first, Use use) {
  if (value.pieces.count == 1) {
    for_each_draw(value.pieces[0], first, [&](int v, Reals y) { use(v, value.certain + y); });
    return;
  }
  Row sum;
  for_each_part([&](int v) { part(sum, v) = Reals{} + value.certain; });
  for (const Piece& piece : value.pieces) for_each_draw(piece, first, [&](int v, Reals y) { part(sum, v) += y; });
  for_each_part([&](int v) { use(v, part(sum, v)); });
}

void draw_value(const UncertainValue& value, int first, Row& row) {
  for_each_draw(value, first, [&](int v, Reals y) { part(row, v) = y; });
}

void draw_values(const AlternativePlan& alternative, int first, Row* rows) {
  for (const CertainValue& value : alternative.certain)
    for_each_part([&](int v) { part(rows[value.criterion], v) = Reals{} + value.value; });
  for (const UncertainValue& value : alternative.uncertain) draw_value(value, first, rows[value.criterion]);
}

/// Keeps the first 40 binary digits (Veltkamp 1968), so that sums that differ by rounding alone are equal.
Reals shortened(Reals x) {
  const Reals scaled = x * 8193.0;
  return scaled - (scaled - x);
}

void score(const AlternativePlan& alternative, int first, const Row* weights, Row& row) {
  for_each_part([&](int v) {
    Reals sum = {};
    for (const CertainValue& value : alternative.certain) sum += part(weights[value.criterion], v) * value.value;
    part(row, v) = sum;
  });
  for (const UncertainValue& value : alternative.uncertain)
    for_each_draw(value, first, [&](int v, Reals y) { part(row, v) += part(weights[value.criterion], v) * y; });
  for_each_part([&](int v) { part(row, v) = shortened(part(row, v)); });
}

/// ---- counting
/// -------------------------------------------------------------------------------------------------------

void add(PartialSum& sum, int v, Reals x) {
  reinterpret_cast<Reals*>(sum.part)[v % (parts_per_sum / lane_count)] += x;
}

Mask& counts(Row& row, int v) {
  return reinterpret_cast<Mask*>(row.lane)[v];
}

std::int64_t total(Mask m) {
  std::int64_t sum = 0;
  for (int i = 0; i < lane_count; ++i) sum += m[i];
  return sum;
}

/// Draws beyond the end become not-a-number, which is neither better nor worse than anything.
void blank(Row& row, int from) {
  for (int i = from; i < draws_per_row; ++i) row.lane[i] = __builtin_nan("");
}

Row best_of(const Row* scores, int alternatives) {
  Row best = scores[0];
  for (int h = 1; h < alternatives; ++h)
    for_each_part([&](int v) { part(best, v) = greater(part(best, v), part(scores[h], v)); });
  return best;
}

void count_ranks(const Row* scores, int alternatives, int draws, Row* better_ones, Tally& tally) {
  for (int h = 0; h < alternatives; ++h) for_each_part([&](int v) { counts(better_ones[h], v) = Mask{}; });
  for (int a = 0; a < alternatives; ++a)
    for (int b = a + 1; b < alternatives; ++b) {
      Mask a_better = {}, b_better = {};
      for_each_part([&](int v) {
        const Mask above = part(scores[a], v) > part(scores[b], v);
        const Mask below = part(scores[a], v) < part(scores[b], v);
        a_better -= above;
        b_better -= below;
        counts(better_ones[b], v) -= above;
        counts(better_ones[a], v) -= below;
      });
      tally.better[a * alternatives + b] += total(a_better);
      tally.better[b * alternatives + a] += total(b_better);
    }
  for (int h = 0; h < alternatives; ++h)
    for (int i = 0; i < draws; ++i)
      ++tally.ranks[h * alternatives + counts(better_ones[h], i / lane_count)[i % lane_count]];
}

void sum_scores(const Plan& plan, const Row* scores, Tally& tally) {
  for (int h = 0; h < plan.alternatives.count; ++h)
    for_each_part([&](int v) {
      const Reals x = part(scores[h], v);
      // Nothing is not equal to itself. NOLINTNEXTLINE(misc-redundant-expression)
      const Reals off = select(x == x, x - plan.alternatives[h].centre, Reals{});
      add(tally.scores[h], v, off);
      add(tally.squares[h], v, off * off);
    });
}

void sum_first_weights(const Plan& plan, const Row* scores, const Row* weights, Tally& tally) {
  const Row best = best_of(scores, plan.alternatives.count);
  for (int h = 0; h < plan.alternatives.count; ++h) {
    Mask ever = {};
    for_each_part([&](int v) { ever |= part(scores[h], v) >= part(best, v); });
    if (total(ever) == 0) continue;
    for (int j = 0; j < plan.criteria; ++j)
      for_each_part([&](int v) {
        const Mask first = part(scores[h], v) >= part(best, v);
        add(tally.first_weights[h * plan.criteria + j], v, select(first, part(weights[j], v), Reals{}));
      });
  }
}

int draws_in_row(DrawRange draws, int first) {
  return draws.end - first < draws_per_row ? draws.end - first : draws_per_row;
}

void count(const Plan& plan, DrawRange draws, Workspace& room, Tally& tally) {
  const int alternatives = plan.alternatives.count;
  for (int first = draws.first; first < draws.end; first += draws_per_row) {
    const int here = draws_in_row(draws, first);
    draw_weights(plan, first, room);
    for (int h = 0; h < alternatives; ++h) {
      score(plan.alternatives[h], first, room.weights, room.scores[h]);
      blank(room.scores[h], here);
    }
    count_ranks(room.scores, alternatives, here, room.extra, tally);
    sum_scores(plan, room.scores, tally);
    sum_first_weights(plan, room.scores, room.weights, tally);
  }
}

/// ---- confidence
/// -----------------------------------------------------------------------------------------------------

/// Calls use(v, score) for the scores of an alternative under the weights of a candidate.
template <class Use>
void for_each_score(const AlternativePlan& alternative, const Row* values, const double* weights, double certain,
                    Use use) {
  constexpr int together = vectors_per_row < 4 ? vectors_per_row : 4;  // hides the latency of the sums
  for (int v = 0; v < vectors_per_row; v += together) {
    Reals sum[together];
    for (Reals& each : sum) each = Reals{} + certain;
    for (const UncertainValue& value : alternative.uncertain) {
      const double weight = weights[value.criterion];
      for (int i = 0; i < together; ++i) sum[i] += part(values[value.criterion], v + i) * weight;
    }
    for (int i = 0; i < together; ++i) use(v + i, shortened(sum[i]));
  }
}

void count_firsts(const Plan& plan, const Candidates& candidates, DrawRange draws, Workspace& room,
                  std::int64_t* firsts) {
  const int alternatives = plan.alternatives.count;
  Row* own = room.scores;
  Row* best = room.extra;
  for (int first = draws.first; first < draws.end; first += draws_per_row) {
    for (int k = 0; k < alternatives; ++k) {
      const AlternativePlan& alternative = plan.alternatives[k];
      for (const UncertainValue& value : alternative.uncertain) draw_value(value, first, room.values[value.criterion]);
      for (int c = 0; c < candidates.alternatives.count; ++c) {
        const double* weights = &candidates.weights[c * plan.criteria];
        const double certain = candidates.certain[c * alternatives + k];
        const bool is_own = candidates.alternatives[c] == k;
        for_each_score(alternative, room.values, weights, certain, [&](int v, Reals reached) {
          part(best[c], v) = k == 0 ? reached : greater(part(best[c], v), reached);
          if (is_own) part(own[c], v) = reached;
        });
      }
    }
    for (int c = 0; c < candidates.alternatives.count; ++c) {
      blank(own[c], draws_in_row(draws, first));
      Mask reached = {};
      for_each_part([&](int v) { reached -= part(own[c], v) >= part(best[c], v); });
      firsts[c] += total(reached);
    }
  }
}

}  // namespace

extern const Kernel KREDS_SMAA_KERNEL;
const Kernel KREDS_SMAA_KERNEL{draw_weights, draw_values, count, count_firsts};

}  // namespace kreds::smaa
