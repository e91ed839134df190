/// Single draws, for those who want to look at them.
#include "compile.hpp"
#include "engine.hpp"

namespace kreds::smaa {

namespace {

using Table = std::vector<std::vector<double>>;

/// Asks for rows of 64 draws and turns them round: [draw][criterion].
template <class Fill>
Table drawn(int criteria, int first, int count, const Row* rows, Fill fill) {
  Table result;
  for (int done = 0; done < count; ++done) {
    const int place = done % draws_per_row;
    if (place == 0) fill(first + done);
    auto& draw = result.emplace_back();
    for (int j = 0; j < criteria; ++j) draw.push_back(rows[j].lane[place]);
  }
  return result;
}

}  // namespace

Table drawn_weights(const WeightModel& model, std::uint64_t seed, int first, int count) {
  require_sound(model);
  const Compiled compiled(model, {}, seed);
  Room room(compiled.plan());
  return drawn(compiled.plan().criteria, first, count, room.workspace().weights,
               [&](int draw) { kernel_for({}).draw_weights(compiled.plan(), draw, room.workspace()); });
}

Table drawn_values(const Alternative& alternative, std::uint64_t seed, int first, int count) {
  const WeightModel any{.groups = {{static_cast<int>(alternative.values.size())}}};
  require_sound(any, {alternative});
  const Compiled compiled(any, {alternative}, seed);
  Room room(compiled.plan());
  return drawn(compiled.plan().criteria, first, count, room.workspace().values, [&](int draw) {
    kernel_for({}).draw_values(compiled.plan().alternatives[0], draw, room.workspace().values);
  });
}

}  // namespace kreds::smaa
