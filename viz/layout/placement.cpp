#include "placement.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <future>
#include <limits>
#include <thread>

#include "score.hpp"

namespace kreds::layout {

namespace {

constexpr double far_away = std::numeric_limits<double>::infinity();

/// SplitMix64: the same numbers on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>((next() >> 33U) % n); }
  /// About −ln u of a uniform u, by the four operations alone.
  double waiting_time() {
    const std::uint64_t bits = next() | 1U;
    const int zeros = __builtin_clzll(bits);
    const double m = static_cast<double>(bits << static_cast<unsigned>(zeros) >> 11U) * 0x1p-52 - 1;  // in [0, 1)
    return 0.6931471805599453 * (zeros + 1) - m * (0.99 - m * (0.43 - 0.133 * m));
  }

 private:
  std::uint64_t state_;
};

class Search {
 public:
  Search(const PlacementTask& task, const Places& places)
      : task_(task),
        places_(places),
        score_(task, places),
        on_a_line_(task.content->rings == 0),
        random_(20240415),
        choices_(task.content->people.size()) {}

  Placement run() {
    const std::size_t base = std::min(task_.base, task_.order.size());
    movable_.assign(task_.order.begin(), task_.order.begin() + static_cast<std::ptrdiff_t>(base));
    for (std::size_t person : movable_)
      if (places_.spots(person) == 0) return {};
    if (!movable_.empty()) score_.let_be_known(movable_.back());
    if (!place_together() || !tidy()) return {};
    for (std::size_t i = base; i < task_.order.size(); ++i) {
      random_ = Random(i);  // what was drawn before must not matter
      score_.let_be_known(task_.order[i]);
      if (!arrive(task_.order[i])) return {{}, i};
    }
    Placement result;
    result.places.resize(task_.content->people.size());
    for (std::size_t person : task_.order) result.places[person] = score_.place(person);
    return result;
  }

 private:
  struct Found {
    std::vector<Choice> choices;
    std::vector<Place> places;  ///< aligned with movable_
    double cost = far_away;
  };

  /// One search from a beginning of its own; costs far too much if somebody finds no place at all.
  Found search(std::uint64_t seed) {
    random_ = Random(seed);
    for (std::size_t person : with_housemates_together(movable_))
      if (!take_good(person)) return {};
    anneal();
    polish();
    Found found{choices_, {}, 0};
    for (std::size_t person : movable_) {
      found.places.push_back(score_.place(person));
      found.cost += score_.of(person, score_.place(person));
    }
    return found;
  }

  /// Several searches, and the best of what they find: one alone depends much on luck. Each has all it changes for
  /// itself, so that they may run at the same time and find the same as one after the other.
  bool place_together() {
    constexpr std::size_t searches = 2;
    std::array<Found, searches> found;
    // As many threads as there are processors: of a handful of people a search takes less than it takes to start one.
    const std::size_t threads = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, searches);
    const auto share = [&](std::size_t first) {
      for (std::size_t i = first; i < searches; i += threads) found[i] = Search(*this).search(20240415 + i);
    };
    std::vector<std::future<void>> running;
    for (std::size_t first = 1; first < threads; ++first)
      running.push_back(std::async(std::launch::async, share, first));
    share(0);
    for (auto& one : running) one.get();
    const Found& best =
        *std::min_element(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.cost < b.cost; });
    if (best.places.size() != movable_.size()) return false;
    for (std::size_t i = 0; i < movable_.size(); ++i) put(movable_[i], best.choices[movable_[i]], best.places[i]);
    return true;
  }

  /// Who lives together comes together, when the first of them comes.
  std::vector<std::size_t> with_housemates_together(const std::vector<std::size_t>& order) const {
    std::vector<std::size_t> result;
    std::vector<char> listed(task_.content->people.size(), 0), wanted(task_.content->people.size(), 0);
    for (std::size_t person : order) wanted[person] = 1;
    for (std::size_t person : order) {
      if (listed[person]) continue;
      result.push_back(person);
      listed[person] = 1;
      for (std::size_t other : score_.housemates(person))
        if (wanted[other] && !listed[other]) result.push_back(other), listed[other] = 1;
    }
    return result;
  }

  void put(std::size_t person, Choice choice, const Place& place) {
    choices_[person] = choice;
    score_.put(person, place);
  }

  /// The cheapest of all places, but for some spots and those next to them; overlaps cost, but do not forbid. False if
  /// there is none at all.
  bool take_best(std::size_t person, const std::vector<std::size_t>& not_near = {}) {
    const auto ruled_out = [&](std::size_t at) {
      return std::any_of(not_near.begin(), not_near.end(),
                         [&](std::size_t spot) { return std::max(spot, at) - std::min(spot, at) < 4; });
    };
    std::optional<Place> best;
    Choice best_choice;
    double least = far_away;
    for (const auto& [choice, at_least] : places_.best_first(person)) {
      if (at_least >= least) break;
      if (ruled_out(choice.spot)) continue;
      const auto place = places_.place(person, choice);
      if (!place) continue;
      if (const double cost = score_.of(person, *place, least); cost < least)
        least = cost, best = place, best_choice = choice;
    }
    if (best) put(person, best_choice, *best);
    return best.has_value();
  }

  /// The best of some places to begin with: the search that follows finds better ones sooner than looking at all.
  bool take_good(std::size_t person) {
    constexpr int tries = 24;
    std::optional<Place> best;
    Choice best_choice;
    double least = far_away;
    for (int i = 0; i < tries; ++i) {
      Choice choice;
      Place place;
      double cheap = 0;
      if (!best_variant(person, random_.below(places_.spots(person)), choice, place, cheap) || cheap >= least) continue;
      if (const double cost = score_.of(person, place, least); cost < least)
        least = cost, best = place, best_choice = choice;
    }
    if (!best) return take_best(person);
    put(person, best_choice, *best);
    return true;
  }

  /// A spot of the person's cell: anywhere, near the person, or near somebody the person belongs with.
  std::size_t some_spot(std::size_t person) {
    const std::size_t count = places_.spots(person);
    const std::uint64_t dice = random_.below(10);
    if (dice < 3 || count < 8) return random_.below(count);
    const auto& company = score_.company(person);
    const bool near_other = dice >= 6 && !company.empty();
    const std::size_t other = near_other ? company[random_.below(company.size())] : person;
    if (on_a_line_) {
      const bool same_line = score_.stands(other) && places_.same_cell(person, other);
      return along_the_line(choices_[same_line ? other : person].spot, same_line && near_other ? 24 : 12, count);
    }
    Point target = score_.place(person).symbol;
    if (score_.stands(other))
      target = score_.place(other).symbol;
    else if (task_.fixed[other])
      target = *task_.fixed[other];
    return spot_near(person, target, 6);
  }

  /// One of the spots up to `reach` to either side; on one line they lie in a row.
  std::size_t along_the_line(std::size_t middle, std::size_t reach, std::size_t count) {
    const std::size_t at = middle + random_.below(2 * reach + 1);
    return std::min(at < reach ? 0 : at - reach, count - 1);
  }

  /// The label's place beside a symbol that is cheapest by itself and its neighbours.
  bool best_variant(std::size_t person, std::size_t spot, Choice& choice, Place& best, double& least) {
    least = far_away;
    const std::vector<std::size_t>& variants = places_.variants_at(person, spot);
    constexpr std::size_t tries = 8, at_the_symbol = 2;
    for (std::size_t i = 0; i < std::min(tries, variants.size()); ++i) {
      // The usual places of a label first; of the many for a crowd some, if those are no good.
      const bool few = i < at_the_symbol || variants.size() <= tries;
      const Choice option{spot, variants[few ? i : at_the_symbol + random_.below(variants.size() - at_the_symbol)]};
      if (places_.at_least(person, option) >= least) continue;
      const auto place = places_.place(person, option);
      if (!place) continue;
      if (const double cost = score_.without_lines(person, *place, least); cost < least)
        least = cost, best = *place, choice = option;
    }
    return least < far_away;
  }

  /// Some other places for a person, till one is taken: what the place of now costs is counted once for all.
  void try_moves(std::size_t person, double temperature, int tries) {
    const double now = score_.of(person, score_.place(person));
    for (int i = 0; i < tries; ++i)
      if (try_move(person, now + temperature * random_.waiting_time())) return;
  }

  /// Whether a place was found that costs no more than `enough`.
  bool try_move(std::size_t person, double enough) {
    Choice choice;
    Place place;
    double cheap = 0;
    if (random_.below(8) == 0) {  // only the label
      const auto& variants = places_.variants_at(person, choices_[person].spot);
      choice = {choices_[person].spot, variants[random_.below(variants.size())]};
      const auto some = places_.place(person, choice);
      if (!some) return false;
      place = *some;
    } else if (!best_variant(person, some_spot(person), choice, place, cheap) || cheap > enough) {
      return false;
    }
    if (score_.of(person, place, enough) > enough) return false;
    put(person, choice, place);
    return true;
  }

  void try_swap(std::size_t a, std::size_t b, double temperature) {
    const double patience = temperature * random_.waiting_time();
    const Choice old_a = choices_[a], old_b = choices_[b];
    const Place place_a = score_.place(a), place_b = score_.place(b);
    const double before_a = score_.of(a, place_a);
    score_.take(a);
    const double before_b = score_.of(b, place_b);
    score_.take(b);
    Choice new_a, new_b;
    Place to_a, to_b;
    double cheap = 0;
    bool better = false;
    if (best_variant(a, old_b.spot, new_a, to_a, cheap) && cheap <= before_a + before_b + patience) {
      const double after_a = score_.of(a, to_a);
      score_.put(a, to_a);
      if (best_variant(b, old_a.spot, new_b, to_b, cheap) && after_a + cheap <= before_a + before_b + patience)
        better =
            after_a + score_.of(b, to_b, before_a + before_b + patience - after_a) <= before_a + before_b + patience;
    }
    if (better) {
      choices_[a] = new_a;
      put(b, new_b, to_b);
    } else {
      put(a, old_a, place_a);
      put(b, old_b, place_b);
    }
  }

  /// What single moves by chance do not find: those of a home stand well, but in the wrong order; and a label hangs on
  /// a line though there is a place beside a symbol somewhere.
  void polish() {
    for (std::size_t person : movable_)
      for (std::size_t mate : score_.housemates(person))
        if (score_.stands(mate) && places_.same_cell(person, mate)) try_swap(person, mate, 0);
    if (movable_.size() > few_people) return;  // of a crowd many must hang on a line, and to look everywhere takes long
    for (std::size_t person : movable_)
      if (score_.place(person).tier > 0) take_best(person);
  }

  /// A spot of the person's cell near a point: the nearest of some.
  std::size_t spot_near(std::size_t person, Point target, int tries) {
    const std::size_t count = places_.spots(person);
    std::size_t nearest = 0;
    double least = far_away;
    for (int i = 0; i < tries; ++i) {
      const std::size_t spot = random_.below(count);
      const Point way = places_.spot(person, spot) - target;
      if (const double squared = dot(way, way); squared < least) least = squared, nearest = spot;
    }
    return nearest;
  }

  /// Where some people might stand instead, all at once.
  using Move = std::vector<std::pair<std::size_t, std::size_t>>;  ///< people and spots of their cells

  /// Done if all of them together cost no more than before and the patience.
  void try_together(const Move& move, double patience) {
    std::vector<Choice> old_choices;
    std::vector<Place> old_places;
    double enough = patience;
    for (const auto& [person, spot] : move) {
      old_choices.push_back(choices_[person]);
      old_places.push_back(score_.place(person));
      enough += score_.of(person, score_.place(person));
      score_.take(person);
    }
    double after = 0;
    for (const auto& [person, spot] : move) {
      Choice choice;
      Place place;
      double cheap = 0;
      if (!best_variant(person, spot, choice, place, cheap) || after + cheap > enough)
        after = far_away;
      else
        after += score_.of(person, place, enough - after);
      if (after > enough) break;
      put(person, choice, place);
    }
    if (after <= enough) return;
    for (const auto& [person, spot] : move)
      if (score_.stands(person)) score_.take(person);
    for (std::size_t i = 0; i < move.size(); ++i) put(move[i].first, old_choices[i], old_places[i]);
  }

  /// The person and who lives there too and stands already.
  std::vector<std::size_t> home_of(std::size_t person) const {
    std::vector<std::size_t> members{person};
    for (std::size_t mate : score_.housemates(person))
      if (score_.stands(mate)) members.push_back(mate);
    return members;
  }

  /// All who live with somebody move to another place together; each keeps about its place among the others.
  void try_move_home(std::size_t person, double temperature) {
    const double patience = temperature * random_.waiting_time();
    const std::size_t spot = some_spot(person);
    const Point way = places_.spot(person, spot) - score_.place(person).symbol;
    Move move;
    for (std::size_t member : home_of(person))
      move.emplace_back(member, member == person ? spot : spot_near(member, score_.place(member).symbol + way, 24));
    try_together(move, patience);
  }

  /// On one line: two homes, or who lives alone, change their order, and who stands between them moves up or down; or
  /// all between two people stand the other way round.
  void try_reorder(std::size_t one, std::size_t other, double temperature) {
    const double patience = temperature * random_.waiting_time();
    const auto at = [&](std::size_t person) { return choices_[person].spot; };
    const auto span = [&](std::size_t person) {
      std::pair<std::size_t, std::size_t> found{at(person), at(person)};
      for (std::size_t member : home_of(person))
        if (places_.same_cell(member, person))
          found = {std::min(found.first, at(member)), std::max(found.second, at(member))};
      return found;
    };
    auto left = span(one), right = span(other);
    if (left > right) std::swap(left, right);
    const bool apart = left.second < right.first;
    const std::size_t first = left.first, last = std::max(left.second, right.second);
    Move move;
    for (std::size_t person : movable_) {
      if (!score_.stands(person) || !places_.same_cell(person, one) || at(person) < first || at(person) > last)
        continue;
      std::size_t spot = first + last - at(person);  // the other way round
      if (apart) {
        if (at(person) <= left.second)
          spot = at(person) + (last - left.second);
        else if (at(person) >= right.first)
          spot = at(person) - (right.first - first);
        else
          spot = at(person) + (last - right.first) - (left.second - first);
      }
      move.emplace_back(person, spot);
    }
    try_together(move, patience);
  }

  void anneal() {
    const std::size_t n = movable_.size();
    if (n == 0) return;
    constexpr int tries = 4;
    // Few people soon stand well; in a large crowd each move costs more to weigh.
    const auto crowd = static_cast<double>(n);
    const bool few = n <= few_people;
    const double in_crowd = 130 * 60 / crowd;
    const double at_least = few ? std::clamp(11000 / (crowd * crowd), 48.0, 140.0)
                                : (on_a_line_ ? 0.5 : 1.0) * std::min({6.4 * crowd, 130.0, in_crowd});
    // Who waits for more is given the time that a crowd takes.
    const double per_person = at_least + (task_.effort - 1) * std::max(at_least, in_crowd);
    const double hot = few ? 10 : 40, cold = 0.15;
    const auto moves = static_cast<std::size_t>(per_person * static_cast<double>(n));
    for (std::size_t move = 0; move < moves; ++move) {
      const double left = 1 - static_cast<double>(move) / static_cast<double>(moves);
      const double temperature = cold + hot * left * left * left;
      const std::size_t person = movable_[random_.below(n)];
      if (on_a_line_ && random_.below(8) == 0) {
        const std::size_t other = movable_[random_.below(n)];
        if (other != person && places_.same_cell(person, other)) try_reorder(person, other, temperature);
        continue;
      }
      if (random_.below(8) == 0) {
        const auto& home = score_.housemates(person);
        const bool at_home = !home.empty() && random_.below(2) == 0;
        const std::size_t other = at_home ? home[random_.below(home.size())] : movable_[random_.below(n)];
        if (score_.stands(other) && other != person && places_.same_cell(person, other)) {
          try_swap(person, other, temperature);
          continue;
        }
      }
      if (!score_.housemates(person).empty() && random_.below(12) == 0)
        try_move_home(person, temperature);
      else
        try_moves(person, temperature, tries);
    }
  }

  /// Nobody may overlap: whoever still does looks at every place, then those around step aside.
  bool tidy() {
    score_.insist_on_room(4 * task_.insistence);
    const auto overlapping = std::count_if(movable_.begin(), movable_.end(), [&](std::size_t person) {
      return !score_.free(person, score_.place(person));
    });
    if (static_cast<std::size_t>(overlapping) > movable_.size() / 6) return false;  // a smaller size is found sooner
    for (double around_pt : {6.0, 10.0, 16.0, 10.0, 24.0}) {
      bool clean = true;
      for (std::size_t person : movable_) {
        if (score_.free(person, score_.place(person))) continue;
        score_.take(person);
        take_best(person);
        if (!score_.free(person, score_.place(person)) && !step_aside(person, around_pt * task_.name_pt, far_away))
          clean = false;
      }
      if (clean) return true;
    }
    return std::all_of(movable_.begin(), movable_.end(),
                       [&](std::size_t person) { return score_.free(person, score_.place(person)); });
  }

  /// Somebody comes to those who stand already, to the best place if those around can make room there, else to another.
  bool arrive(std::size_t person) {
    if (places_.spots(person) == 0) return false;
    constexpr int places_tried = 4;
    bool stands = false;
    std::vector<std::size_t> tried;
    for (int i = 0; i < places_tried && !stands; ++i) {
      if (!take_best(person, tried)) break;
      tried.push_back(choices_[person].spot);
      stands = score_.free(person, score_.place(person));
      for (double around_pt : {6.0, 12.0})
        stands = stands || step_aside(person, around_pt * task_.name_pt, task_.reach_pt);
    }
    if (!stands && !take_best(person)) return false;
    for (double around_pt : {16.0, 24.0, 36.0})
      stands = stands || step_aside(person, around_pt * task_.name_pt, task_.reach_pt);
    if (stands) make_room(person);
    return stands;
  }

  /// Where some people stand, to go back to.
  struct Standing {
    std::vector<std::size_t> people;
    std::vector<Choice> choices;
    std::vector<Place> places;
  };
  /// Somebody and all who stand within a box.
  Standing standing_in(const Box& around, std::size_t person) const {
    Standing found{{person}, {choices_[person]}, {score_.place(person)}};
    for (std::size_t other : task_.order)
      if (other != person && score_.stands(other) && overlap(around, score_.place(other).both)) {
        found.people.push_back(other);
        found.choices.push_back(choices_[other]);
        found.places.push_back(score_.place(other));
      }
    return found;
  }
  bool all_free(const Standing& group) const {
    return std::all_of(group.people.begin(), group.people.end(),
                       [&](std::size_t person) { return score_.free(person, score_.place(person)); });
  }
  void put_back(const Standing& group, std::size_t from) {
    for (std::size_t i = from; i < group.people.size(); ++i) put(group.people[i], group.choices[i], group.places[i]);
  }
  double cost_of(const Standing& group) const {
    double cost = 0;
    for (std::size_t person : group.people) cost += score_.of(person, score_.place(person));
    return cost;
  }

  /// People of the group try other places; all but the first stay within the reach of where they stood.
  void shuffle(const Standing& group, double reach, double temperature, std::size_t tries) {
    for (std::size_t t = 0; t < tries; ++t) {
      const std::size_t i = random_.below(group.people.size());
      const std::size_t person = group.people[i];
      const double patience = temperature * random_.waiting_time();
      Choice choice;
      Place place;
      double cheap = 0;
      if (!best_variant(person, some_spot(person), choice, place, cheap)) continue;
      if (i > 0 && length(place.symbol - group.places[i].symbol) > reach) continue;
      const double enough = score_.of(person, score_.place(person)) + patience;
      if (cheap <= enough && score_.of(person, place, enough) <= enough) put(person, choice, place);
    }
  }

  /// Those around somebody who overlaps step aside, not farther than the reach from where they stood when it began, and
  /// go back where they can.
  bool step_aside(std::size_t newcomer, double around_pt, double reach) {
    const Standing group = standing_in(grown(score_.place(newcomer).both, around_pt), newcomer);
    constexpr int rounds = 16;
    for (int round = 0; round < rounds && !all_free(group); ++round)
      shuffle(group, reach, 6 * (1 - (round + 0.5) / rounds), std::min<std::size_t>(20 * group.people.size(), 200));
    const bool done = all_free(group);
    if (reach == far_away) return done;
    if (!done) put_back(group, 1);
    for (std::size_t i = 1; done && i < group.people.size(); ++i)
      if (score_.free(group.people[i], group.places[i])) put(group.people[i], group.choices[i], group.places[i]);
    return done;
  }

  /// Who comes where others of the home stand already may find no place beside them, or none for a name at its symbol.
  /// Then those around make room, within the reach, if all in all that is much better.
  void make_room(std::size_t newcomer) {
    const Place& place = score_.place(newcomer);
    std::optional<Box> home;
    double nearest = far_away;
    for (std::size_t mate : score_.housemates(newcomer))
      if (score_.stands(mate)) {
        const Box& box = score_.place(mate).both;
        home = home ? united(*home, box) : box;
        nearest = std::min(nearest, length(score_.place(mate).symbol - place.symbol));
      }
    const bool far_from_home = home && nearest >= 5 * task_.name_pt;
    const bool astray = place.tier > 0 && task_.order.size() <= few_people;
    if (!astray && !far_from_home) return;
    if (!home) home = place.both;
    constexpr int rounds = 8;
    constexpr double worth_it = 4;
    const Standing before = standing_in(grown(*home, 5 * task_.name_pt), newcomer);
    const double cost = cost_of(before);
    for (int round = 0; round < rounds; ++round)
      shuffle(before, task_.reach_pt, 12 * (1 - (round + 0.5) / rounds),
              std::min<std::size_t>(30 * before.people.size(), 300));
    if (!all_free(before) || cost_of(before) > cost - worth_it) put_back(before, 0);
  }

  const PlacementTask& task_;
  const Places& places_;
  Score score_;
  bool on_a_line_;
  Random random_;
  std::vector<Choice> choices_;
  std::vector<std::size_t> movable_;
};

}  // namespace

Placement place_people(const PlacementTask& task) {
  const Places places(task);
  return Search(task, places).run();
}

}  // namespace kreds::layout
