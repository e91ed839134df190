#include "kreds/application/blurred_count.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <vector>

using namespace kreds::application;
using Kind = BlurredCount::Kind;

namespace {

using Chances = std::map<std::pair<Kind, std::size_t>, double>;

/// P(k) = ¼ · 0.6^|k|; beyond 60, 10^-13 in all.
double chance_of(int noise) {
  return 0.25 * std::pow(0.6, std::abs(noise));
}

/// What may be told of a count, and how likely each is.
Chances chances(std::size_t cases, std::size_t of_all) {
  Chances all;
  for (int noise = -60; noise <= 60; ++noise) {
    const BlurredCount told = blurred(cases, of_all, noise);
    all[{told.kind, told.number}] += chance_of(noise);
  }
  return all;
}

}  // namespace

TEST_CASE("a count is told as the multiple of five nearest to it and its noise", "[application][summary]") {
  CHECK(blurred(17, 40, 0) == BlurredCount{Kind::number, 15});
  CHECK(blurred(17, 40, 1) == BlurredCount{Kind::number, 20});
  CHECK(blurred(17, 40, -5) == BlurredCount{Kind::number, 10});
  CHECK(blurred(6, 40, -2) == BlurredCount{Kind::few, 0});
  CHECK(blurred(34, 40, 2) == BlurredCount{Kind::nearly_all, 0});
}

TEST_CASE("a group of fewer than five and one that lacks fewer than five is never told as a number",
          "[application][summary]") {
  for (std::size_t all = 20; all <= 60; ++all)
    for (std::size_t few = 0; few < 5; ++few)
      for (int noise = -60; noise <= 60; ++noise) {
        CHECK(blurred(few, all, noise).kind == Kind::few);
        CHECK(blurred(all - few, all, noise).kind == Kind::nearly_all);
      }
}

TEST_CASE("no two summaries that differ by one case prove whether it was in the group", "[application][summary]") {
  // Whatever two summaries tell, somebody who knows how many cases there are finds counts that explain both with the
  // case in the group, and others that do so without.
  for (std::size_t all = least_cases_to_tell_groups; all <= 45; ++all) {
    std::map<std::pair<Chances::key_type, Chances::key_type>, std::pair<bool, bool>> explained;
    for (std::size_t cases = 0; cases <= all; ++cases)
      for (const auto& [before, p] : chances(cases, all)) {
        if (cases < all)
          for (const auto& [after, q] : chances(cases, all - 1)) explained[{before, after}].first = true;
        if (cases > 0)
          for (const auto& [after, q] : chances(cases - 1, all - 1)) explained[{before, after}].second = true;
      }
    for (const auto& [told, by] : explained) {
      CAPTURE(all, told.first.second, told.second.second);
      CHECK(by.first);
      CHECK(by.second);
    }
  }
}

TEST_CASE("one case more in a group makes nothing that is told much more likely", "[application][summary]") {
  constexpr double most = 1 / 0.6;
  for (std::size_t all = least_cases_to_tell_groups; all <= 60; ++all)
    for (std::size_t cases = 6; cases + 6 <= all; ++cases) {
      // The case is taken away: it was in the group, or it was not.
      const Chances in = chances(cases - 1, all - 1), out = chances(cases, all - 1);
      CHECK(in.size() == out.size());
      for (const auto& [told, chance] : in) {
        CAPTURE(all, cases, told.second, chance);
        REQUIRE(out.count(told) == 1);
        CHECK(chance <= most * out.at(told) + 1e-12);
        CHECK(out.at(told) <= most * chance + 1e-12);
      }
    }
}

TEST_CASE("rounding alone would have told of a single case", "[application][summary]") {
  // That the test above can fail: without noise 7 is told as 5 and 8 as 10.
  CHECK(blurred(7, 40, 0).number == 5);
  CHECK(blurred(8, 40, 0).number == 10);
}

TEST_CASE("noise has the distribution that is written down", "[application][summary]") {
  // P(0) = 0.25, then 0.3, 0.18, 0.108 for sizes 1, 2, 3: sums 0.25, 0.55, 0.73, 0.838.
  CHECK(noise_size(0) == 0);
  CHECK(noise_size(0.2499) == 0);
  CHECK(noise_size(0.2501) == 1);
  CHECK(noise_size(0.5499) == 1);
  CHECK(noise_size(0.5501) == 2);
  CHECK(noise_size(0.7301) == 3);
  CHECK(noise_size(0.8379) == 3);
  CHECK(noise_size(0.9999999999999999) <= 60);
  std::map<int, int> seen;
  Lots lots;
  constexpr int draws = 4000;
  for (int i = 0; i < draws; ++i) ++seen[lots.noise(std::to_string(i))];
  CHECK(seen[0] == Approx(draws * 0.25).margin(4 * std::sqrt(draws * 0.25)));
  CHECK(seen[1] == Approx(draws * 0.15).margin(4 * std::sqrt(draws * 0.15)));
  CHECK(seen[-1] == Approx(draws * 0.15).margin(4 * std::sqrt(draws * 0.15)));
}

TEST_CASE("lots follow from the cases together and not from their order", "[application][summary]") {
  Lots one, other, more;
  for (const char* contents : {"a", "b", "c"}) one.add(contents);
  for (const char* contents : {"c", "a", "b"}) other.add(contents);
  for (const char* contents : {"a", "b", "c", "d"}) more.add(contents);
  int changed = 0;
  for (int line = 0; line < 200; ++line) {
    const std::string name = std::to_string(line);
    CHECK(one.noise(name) == other.noise(name));
    changed += one.noise(name) != more.noise(name) ? 1 : 0;
  }
  // Two draws are equal with chance 1/16 · (1 + 2 · 0.36 / 0.64) = 0.133.
  CHECK(changed > 150);
}
