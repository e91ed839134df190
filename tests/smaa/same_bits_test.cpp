/// The same seed gives the same bits, whatever computes them.
#include <bit>
#include <catch2/catch.hpp>

#include "models.hpp"

using namespace kreds::smaa;
using kreds::testing::Problem;
using kreds::testing::random_problem;
using kreds::testing::solved;

namespace {

class Bits {
 public:
  explicit Bits(const Acceptability& result) {
    for (const auto& alternative : result.alternatives) {
      add(alternative.ranks);
      add({alternative.expected_rank, alternative.expected_rank_error, alternative.mean_value,
           alternative.mean_value_error, alternative.confidence.value_or(-1)});
      add(alternative.central_weights.value_or(std::vector<double>{}));
    }
    for (const auto& row : result.ahead) add(row);
    add({result.choice_entropy});
  }
  friend bool operator==(const Bits&, const Bits&) = default;

 private:
  void add(const std::vector<double>& numbers) {
    for (const double number : numbers) bits_.push_back(std::bit_cast<std::uint64_t>(number));
  }
  std::vector<std::uint64_t> bits_;
};

}  // namespace

TEST_CASE("each set of instructions gives the same bits", "[smaa][bits]") {
  REQUIRE(available_instructions().front() == Instructions::plain);
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const Problem problem = random_problem(seed);
    const Bits best(solved(problem, {.draws = 3001}));
    for (const Instructions level : available_instructions())
      REQUIRE(Bits(solved(problem, {.draws = 3001, .instructions = level})) == best);
  }
}

TEST_CASE("any number of threads gives the same bits", "[smaa][bits]") {
  for (const int draws : {1, 63, 64, 65, 1000, 20'000}) {
    const Problem problem = random_problem(static_cast<std::uint64_t>(draws));
    const Bits alone(solved(problem, {.draws = draws, .threads = 1}));
    for (const int threads : {0, 2, 3, 7, 100})
      REQUIRE(Bits(solved(problem, {.draws = draws, .threads = threads})) == alone);
  }
}

TEST_CASE("another seed gives other draws", "[smaa][bits]") {
  const Problem problem = kreds::testing::worked_case();
  CHECK(Bits(solved(problem, {.seed = 1})) == Bits(solved(problem, {.seed = 1})));
  CHECK_FALSE(Bits(solved(problem, {.seed = 1})) == Bits(solved(problem, {.seed = 2})));
}

TEST_CASE("instructions that the processor lacks are refused", "[smaa][bits]") {
  const auto available = available_instructions();
  for (const Instructions level : {Instructions::v2, Instructions::v3, Instructions::v4}) {
    const bool has = std::count(available.begin(), available.end(), level) == 1;
    const Problem problem = kreds::testing::worked_case();
    if (has)
      CHECK_NOTHROW(solved(problem, {.draws = 1, .instructions = level}));
    else
      CHECK_THROWS_AS(solved(problem, {.draws = 1, .instructions = level}), std::invalid_argument);
  }
}

// Taken from the first version (g++ 12, x86-64-v4), after its shares had been compared with an independent program's:
// .426, .994, .973. An old case file must give the same numbers years later, on other machines and with other
// compilers.
TEST_CASE("the draws of a seed do not change from version to version", "[smaa][bits]") {
  CHECK(drawn_weights({.groups = {{1, 2}}}, 1, 5, 1)[0] ==
        std::vector<double>{0x1.0d132266ec334p-1, 0x1.5bc30ca97f5ap-4, 0x1.8ee8f807c7c3p-2});
  const auto result = solved(kreds::testing::worked_case(), {.seed = 1, .draws = 20'000});
  CHECK(result.ahead[0][1] == 17106 / 40000.0);
  CHECK(result.ahead[0][2] == 39730 / 40000.0);
  CHECK(result.ahead[1][2] == 38912 / 40000.0);
  CHECK(result.alternatives[0].mean_value == 0x1.96a4973dba54fp-1);
  CHECK((*result.alternatives[1].central_weights)[2] == 0x1.70633ca3ea68cp-4);
}
