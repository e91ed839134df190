/// \file
/// Rich small cases made up at random for the ranking's properties: three households of one adult each, and for most
/// factors somebody's word, old or new, with support here and there. The same seed gives the same story everywhere.
#pragma once

#include <random>

#include "ranked_case.hpp"

namespace stories {

using namespace ranked_case;

/// Portable on every library: only the engine's own bits are used.
class Chance {
 public:
  explicit Chance(unsigned seed) : engine_(seed) {}
  int below(int n) { return static_cast<int>(engine_() % static_cast<unsigned>(n)); }
  bool often() { return below(3) > 0; }
  template <class T>
  const T& one_of(const std::vector<T>& items) {
    return items[static_cast<std::size_t>(below(static_cast<int>(items.size())))];
  }

 private:
  std::mt19937 engine_;
};

inline const std::vector<Id> adults = {"karen", "mikkel", "line"};

inline CaseBuilder people() {
  return CaseBuilder("liam born=2015-05-14")
      .people(
          "anna born=1994 role=mor; karen born=1961; mikkel born=1986; line born=1990; mette born=1979 "
          "role=klasselærer")
      .households("h-karen; h-mikkel; h-line");
}

/// One line per thing told: "day informants | statement".
using Story = std::vector<std::pair<std::string, std::string>>;

inline casefile::Case told(const Story& story) {
  CaseBuilder builder = people();
  for (const Id& adult : adults)
    builder.on("2024-01-01",
               "residence " + adult + " h-" + adult + "; candidate h-" + adult + "; carer h-" + adult + " " + adult);
  for (const auto& [head, statement] : story) builder.on(head, statement);
  return builder.build();
}

inline bool typed_in(const ranking::Factor& factor) {
  return factor.item_kind == ranking::ItemKind::assessment || factor.item_kind == ranking::ItemKind::fact;
}

inline std::string assessment(const Id& adult, const std::string& factor, int level) {
  return "assessment h-" + adult + " " + factor + " level=" + std::to_string(level);
}

/// lowest: of the levels; 0 puts households outside the order now and then.
inline Story random_story(Chance& chance, int lowest = 0) {
  const std::vector<std::string> days = {"2021-03-01", "2023-06-01", "2024-05-01"};
  const std::vector<std::string> states = {"proposed", "granted", "started"};
  const std::vector<std::string> views = {"no", "hesitant", "both", "yes_when_asked", "first_wish"};
  const auto day = [&] { return chance.one_of(days); };
  const auto level = [&] { return lowest + chance.below(5 - lowest); };
  Story story;
  for (const Id& adult : adults) {
    if (chance.often())
      story.emplace_back(day() + " liam", "tie liam " + adult + " ring=" + std::to_string(1 + chance.below(5)) +
                                              " emotional=" + std::to_string(1 + chance.below(4)));
    if (chance.often())
      story.emplace_back(day() + " liam",
                         "wish " + views[static_cast<std::size_t>(lowest > 0 ? 1 + chance.below(4) : chance.below(5))] +
                             " h-" + adult);
    for (const ranking::Factor& factor : catalogue().factors) {
      if (!typed_in(factor)) continue;
      if (chance.often()) story.emplace_back(day(), assessment(adult, factor.id, level()));
      if (!chance.often()) story.emplace_back(day() + " mette", assessment(adult, factor.id, level()));
      if (!factor.measures.empty() && !chance.often())
        story.emplace_back(day(), "measure h-" + adult + " " + factor.measures.front() + " factors=" + factor.id +
                                      " state=" + chance.one_of(states));
    }
  }
  return story;
}

template <class Check>
void for_random_stories(unsigned cases, Check check, int lowest = 0) {
  for (unsigned seed = 1; seed <= cases; ++seed) {
    CAPTURE(seed);
    Chance chance(seed);
    const Story story = random_story(chance, lowest);
    check(story, chance);
  }
}

}  // namespace stories
