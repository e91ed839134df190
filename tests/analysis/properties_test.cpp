#include <functional>

#include "analysis_support.hpp"

using namespace kreds::testing;
using namespace kreds::analysis;
using kreds::casefile::Answered;
using kreds::casefile::Case;
using kreds::casefile::Tie;
using kreds::network::Part;

namespace {

constexpr double rounding = 1e-12;
const std::vector<std::string> informants = {"liam", "anna", "mette", "karen"};

std::string one_of(std::mt19937& random, const std::vector<std::string>& words) {
  return words[below(random, words.size())];
}

/// A few interviews that speak of liam and karen, each with some parts answered.
CaseBuilder random_case(std::mt19937& random) {
  CaseBuilder c =
      CaseBuilder("liam born=2015-05-14").people("anna role=mor; karen role=mormor; mette role=klasselærer");
  const std::size_t interviews = 1 + below(random, 4);
  for (std::size_t i = 0; i < interviews; ++i) {
    const std::string date =
        "20" + std::to_string(18 + below(random, 6)) + "-0" + std::to_string(1 + below(random, 9)) + "-15";
    std::string said = "tie liam karen ";
    const auto maybe = [&](const std::string& part, const std::vector<std::string>& answers) {
      if (below(random, 2) == 0) said += part + "=" + one_of(random, answers) + " ";
    };
    maybe("ring", {"1", "2", "3", "4", "5", "none", "not_asked"});
    maybe("emotional", {"0", "1", "2", "3", "4", "would_not_say"});
    maybe("caregiving", {"0", "1", "2", "3", "4", "none"});
    maybe("conflict", {"0", "1", "2", "3", "none"});
    maybe("often", {"daily", "weekly", "monthly", "never", "17"});
    maybe("since", {"2015", "2019-05", "2023-01-01", "none"});
    if (below(random, 4) == 0) said += "hearsay ";
    if (below(random, 4) == 0) said += "unsure ";
    c.on(date + " " + one_of(random, informants), said);
  }
  return c;
}

struct Answer {
  Part part;
  std::function<bool(Tie&)> improve;  ///< to the next better answer; false if there is none, or no answer
};

bool raise(Answered<int>& level, int step, int best) {
  if (!level.value || *level.value == best) return false;
  *level.value += step;
  return true;
}

const std::vector<Answer> answers = {
    {Part::closeness, [](Tie& t) { return raise(t.ring, -1, 1); }},
    {Part::emotional, [](Tie& t) { return raise(t.emotional, 1, 4); }},
    {Part::caregiving, [](Tie& t) { return raise(t.caregiving, 1, 4); }},
    {Part::harmony, [](Tie& t) { return raise(t.conflict, -1, 0); }},
    {Part::frequency,
     [](Tie& t) {
       if (!t.times_per_year.value) return false;
       *t.times_per_year.value += 1;
       return true;
     }},
    {Part::duration,
     [](Tie& t) {
       if (!t.known_since.value) return false;
       t.known_since.value = about_date("2014");
       return true;
     }},
};

TieStrength strength_of(const Case& c, const std::string& as_of = "2024-03-01") {
  const auto n = kreds::network::build_network(c, small_vocabulary(), day(as_of));
  REQUIRE(n.ties.size() == 1);
  return tie_strength(n.ties[0], n.as_of, default_model());
}

}  // namespace

TEST_CASE("bounds are in order and inside the scale", "[analysis][property]") {
  std::mt19937 random(1);
  for (int round = 0; round < 500; ++round) {
    const TieStrength s = strength_of(random_case(random).build());
    CHECK(0 <= s.interval.low);
    CHECK(s.interval.low <= s.interval.central);
    CHECK(s.interval.central <= s.interval.high);
    CHECK(s.interval.high <= 1);
    for (const auto& part : s.parts) {
      CHECK(part.estimate.interval.low <= part.estimate.interval.central);
      CHECK(part.estimate.interval.central <= part.estimate.interval.high);
      double shares = part.estimate.unknown_share;
      for (const auto& share : part.estimate.shares) shares += share.share;
      CHECK(shares == Approx(1));
    }
  }
}

TEST_CASE("an improved answer never lowers a strength", "[analysis][property]") {
  std::mt19937 random(2);
  int improved = 0;
  for (int round = 0; round < 300; ++round) {
    const Case c = random_case(random).build();
    const Interval before = strength_of(c).interval;
    for (std::size_t i = 0; i < c.interviews.size(); ++i)
      for (const Answer& answer : answers) {
        Case better = c;
        if (!answer.improve(std::get<Tie>(better.interviews[i].statements[0].body))) continue;
        const Interval after = strength_of(better).interval;
        CHECK(after.central >= before.central - rounding);
        CHECK(after.low >= before.low - rounding);
        CHECK(after.high >= before.high - rounding);
        improved += after.central > before.central ? 1 : 0;
      }
  }
  CHECK(improved > 300);
}

TEST_CASE("an answer to an unknown part never widens and lies inside the old interval", "[analysis][property]") {
  std::mt19937 random(4);
  int answered = 0;
  for (int round = 0; round < 300; ++round) {
    CaseBuilder c = random_case(random);
    const TieStrength before = strength_of(c.build());
    const std::vector<std::pair<Part, std::string>> questions = {
        {Part::closeness, "ring=" + std::to_string(1 + below(random, 5))},
        {Part::emotional, "emotional=" + std::to_string(below(random, 5))},
        {Part::caregiving, "caregiving=" + std::to_string(below(random, 5))},
        {Part::harmony, "conflict=" + std::to_string(below(random, 4))},
        {Part::frequency, "often=monthly"},
        {Part::duration, "since=2020"}};
    for (const auto& [part, answer] : questions) {
      if (before.parts[static_cast<std::size_t>(part)].estimate.answered()) continue;
      const TieStrength after = strength_of(
          CaseBuilder(c).on("2023-11-15 " + one_of(random, informants), "tie liam karen " + answer).build());
      CHECK(after.interval.width() <= before.interval.width() + rounding);
      CHECK(after.interval.low >= before.interval.low - rounding);
      CHECK(after.interval.high <= before.interval.high + rounding);
      CHECK(after.coverage > before.coverage);
      ++answered;
    }
  }
  CHECK(answered > 300);
}

TEST_CASE("what adults said fades to unknown and what the child said does not", "[analysis][property]") {
  const CaseBuilder c = CaseBuilder("liam born=2015-05-14").people("anna role=mor; karen");
  const std::string said = "tie liam karen ring=1 emotional=4 caregiving=4 conflict=0 often=daily since=2015-05-14";
  const Case adult = CaseBuilder(c).on("2018-02-05 anna", said).build();
  const Case child = CaseBuilder(c).on("2018-02-05 liam", said).build();
  double last = 2;
  for (const char* as_of : {"2018-02-05", "2020-02-05", "2024-02-05", "2060-02-05", "2150-02-05"}) {
    const Interval faded = strength_of(adult, as_of).interval;
    CHECK(faded.central < last);
    last = faded.central;
    CHECK(strength_of(child, as_of).interval.central == Approx(1));
  }
  const Interval unknown = strength_of(adult, "2150-02-05").interval;
  CHECK(unknown.central == Approx(.5));
  CHECK(unknown.low == Approx(0).margin(1e-9));
  CHECK(unknown.high == Approx(1));
}

TEST_CASE("the order of statements of one day does not change a strength by a bit", "[analysis][property]") {
  std::mt19937 random(5);
  for (int round = 0; round < 100; ++round) {
    CaseBuilder builder = CaseBuilder("liam born=2015-05-14").people("anna role=mor; karen; mette role=klasselærer");
    for (const std::string& who : informants)
      builder.on("2023-11-15 " + who, "tie liam karen ring=" + std::to_string(1 + below(random, 5)) + " emotional=" +
                                          std::to_string(below(random, 5)) + "; tie karen liam emotional=2 ring=3");
    Case c = builder.build();
    const TieStrength before = strength_of(c);
    std::shuffle(c.interviews.begin(), c.interviews.end(), random);
    for (auto& interview : c.interviews) std::reverse(interview.statements.begin(), interview.statements.end());
    CHECK(strength_of(c) == before);
  }
}
