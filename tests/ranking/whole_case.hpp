/// \file
/// A case with everything that follows from it: built in a test (on 1 June 2024, or a day of its own) or shipped.
#pragma once

#include "kreds/casefile/read.hpp"
#include "kreds/ranking/questions.hpp"
#include "ranked_case.hpp"

namespace whole_case {

using namespace ranked_case;

struct Whole {
  casefile::Case c;
  casefile::Vocabulary vocabulary;
  network::EgoNetwork network;
  std::vector<analysis::TieStrength> strengths;
  ranking::Ranking ranking;
};

inline Whole whole(const casefile::Case& c, const casefile::Vocabulary& vocabulary, casefile::Date day) {
  Whole w{c, vocabulary, network::build_network(c, vocabulary, day), {}, {}};
  w.strengths = analysis::tie_strengths(w.network, catalogue().tie_model);
  w.ranking = ranking::rank(c, vocabulary, w.network, w.strengths, catalogue());
  return w;
}
inline Whole whole(const casefile::Case& c, const std::string& day = "2024-06-01") {
  return whole(c, testing::small_vocabulary(), testing::day(day));
}
inline Whole whole(const CaseBuilder& builder, const std::string& day = "2024-06-01") {
  return whole(builder.build(), day);
}

/// `data/cases/NAME.json` on the day of its newest interview.
inline Whole shipped(const std::string& name) {
  const casefile::Vocabulary vocabulary = casefile::load_vocabulary(KREDS_ROOT "/data");
  const auto read =
      casefile::read_case_file(KREDS_ROOT "/data/cases/" + name + ".json", vocabulary, testing::day("2030-01-01"));
  REQUIRE(read.value);
  return whole(*read.value, vocabulary, *casefile::newest_interview(*read.value));
}

inline ranking::QuestionPlan questions(const Whole& w) {
  return ranking::questions(w.c, w.vocabulary, w.network, w.strengths, catalogue(), w.ranking);
}

}  // namespace whole_case
