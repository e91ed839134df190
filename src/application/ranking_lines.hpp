/// \file
/// Lines about the order that several pages and documents have in common.
#pragma once

#include "question_words.hpp"
#include "ranking_words.hpp"

namespace kreds::application {

/// »Opfyldt: …«, »Skal afklares: …«: what is open first.
std::vector<std::string> requirement_lines(const RankingWords& words, const ranking::RankedHousehold& household);
/// What was stated of the factors that speak so, heaviest first; of concerns those that are no alert.
std::vector<std::string> factor_lines(const RankingWords& words, const ranking::RankedHousehold& household,
                                      Speaks wanted);

/// »Liam: Hvordan har du det …?«; what is no question stands by itself.
std::string asked(const RankingWords& words, const ranking::OpenQuestion& question);

/// What follows if the first household falls away, and who holds the network together.
std::vector<std::string> plan_b_lines(const RankingWords& words);

/// A role and who could have it, in alphabetical order; nothing is ranked.
struct RoleLine {
  std::string role;
  std::string text;  ///< empty: nobody yet
};
std::vector<RoleLine> role_lines(const RankingWords& words);

/// All that is to be asked of the same people, in the order of the plan; the same sentence once.
struct QuestionSection {
  ranking::Respondent whom;
  std::vector<std::string> lines;
  bool each_alone = false;  ///< several who are asked the same, one at a time
};
void add_question(std::vector<QuestionSection>& sections, const QuestionWords& words,
                  const ranking::OpenQuestion& question, const ranking::Respondent& suited,
                  QuestionWords::Reader reader);
/// People outside the family of whom just the same is to be asked stand under one heading.
void join_alike(std::vector<QuestionSection>& sections);
/// Sections follow each other by group, the groups that are talked with before the desk; inside a group by what can
/// move most.
void into_order(std::vector<QuestionSection>& sections);
/// Differences between what people said stand apart; other work of the consultant is the municipality's.
bool for_consultant_only(const ranking::OpenQuestion& question);

}  // namespace kreds::application
