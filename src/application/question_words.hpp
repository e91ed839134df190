/// \file
/// Open questions as sentences that can be asked: open ones to a child, »I« to a household, and to others about it.
#pragma once

#include <string>

#include "ranking_words.hpp"

namespace kreds::application {

class QuestionWords {
 public:
  explicit QuestionWords(const RankingWords& words) : words_(words) {}

  /// As one of those would be asked who can be asked.
  std::string sentence(const ranking::OpenQuestion& question, const ranking::Respondent& whom) const;
  /// Who may look at the sheet: one that is taken along to a person must not tell that there is an order.
  enum class Reader { consultant, person };
  /// What must be known when asking: asked before and by whom, why again; empty if nothing.
  std::string note(const ranking::OpenQuestion& question, const ranking::Respondent& whom, Reader reader) const;
  /// »Til Karen og Ole (»Karen og Ole«)«
  std::string heading(const ranking::Respondent& whom) const;
  /// »Karen, eller: Anna« on one line, before a question.
  std::string respondent(const ranking::Respondent& whom) const;
  /// What an item is called: a factor, or a part of a tie with whom.
  std::string item(const casefile::Id& household, const casefile::Id& person, const std::string& factor,
                   const std::optional<network::Part>& part) const;
  std::string earlier(const std::vector<ranking::EarlierAnswer>& answers) const;

 private:
  std::string about_item(const ranking::OpenQuestion& question, const ranking::Respondent& whom) const;
  std::string certificate(const ranking::OpenQuestion& question, const ranking::Respondent& whom) const;
  bool lives_alone(const casefile::Id& household) const;
  std::map<std::string, std::string> places(const ranking::OpenQuestion& question) const;
  std::string people(const network::Ids& people) const;

  const RankingWords& words_;
};

}  // namespace kreds::application
