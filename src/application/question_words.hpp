/// \file
/// Open questions as sentences that can be asked: open ones to a child, »I« to a household, and to others about it.
#pragma once

#include <string>

#include "ranking_words.hpp"

namespace kreds::application {

class QuestionWords {
 public:
  explicit QuestionWords(const RankingWords& words) : words_(words) {}

  /// What is open: as one of those would be asked who can be asked, or that somebody has not been heard.
  std::string sentence(const ranking::OpenQuestion& question, const ranking::Respondent& whom) const;
  /// Who may look at the sheet: one that is taken along to a person must not tell that there is an order.
  enum class Reader { consultant, person };
  /// The same as a question that these can answer.
  std::string put_to(const ranking::OpenQuestion& question, const ranking::Respondent& whom, Reader reader) const;
  /// False of somebody whose name is not known.
  bool can_be_found(const ranking::Respondent& whom) const;
  /// Of a question for a parent's father: the one for both parents, in place of it and of the one for the mother.
  /// Empty for all others.
  std::string both_relatives(const ranking::OpenQuestion& question, const ranking::Respondent& whom) const;
  std::string mother_of_the_two(const ranking::OpenQuestion& question, const ranking::Respondent& whom) const;
  /// What must be known when asking: asked before and by whom, why again; empty if nothing.
  std::string note(const ranking::OpenQuestion& question, const ranking::Respondent& whom, Reader reader) const;
  /// »Til Karen og Ole«; »Til hver for sig: Mette og Henrik«
  std::string heading(const ranking::Respondent& whom, bool each_alone) const;
  /// »Karen, eller: Anna« on one line, before a question.
  std::string respondent(const ranking::Respondent& whom) const;
  /// What an item is called: a factor, or a part of a tie with whom.
  std::string item(const casefile::Id& household, const casefile::Id& person, const std::string& factor,
                   const std::optional<network::Part>& part) const;
  std::string earlier(const std::vector<ranking::EarlierAnswer>& answers) const;

 private:
  std::string about_item(const ranking::OpenQuestion& question, const ranking::Respondent& whom) const;
  std::string relative(const ranking::OpenQuestion& question, const ranking::Respondent& whom,
                       std::string_view relative) const;
  std::string why_asked(const ranking::OpenQuestion& question, const ranking::Respondent& whom) const;
  std::string certificate(const ranking::OpenQuestion& question, const ranking::Respondent& whom) const;
  bool lives_alone(const casefile::Id& household) const;
  std::map<std::string, std::string> places(const ranking::OpenQuestion& question) const;
  std::string people(const network::Ids& people) const;

  const RankingWords& words_;
};

}  // namespace kreds::application
