/// \file
/// The parts that reports have in common, each written into a document from the case that the reader may know.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kreds/application/report.hpp"
#include "kreds/comparison/history.hpp"
#include "ranking_lines.hpp"

namespace kreds::application {

class ReportWriter {
 public:
  /// Both must outlive it.
  ReportWriter(const RankedCase& ranked, const Tool& tool);

  const RankingWords& words() const { return words_; }
  const RankedCase& ranked() const { return words_.ranked(); }
  const casefile::Case& source() const { return words_.source_case(); }
  const network::EgoNetwork& network() const { return words_.network(); }
  const Tool& tool() const { return tool_; }
  std::string child() const { return words_.child(); }
  std::string operator()(std::string_view key) const { return words_(key, {{"child", child()}}); }
  std::string operator()(std::string_view key, std::map<std::string, std::string> fill) const {
    fill.emplace("child", child());
    return words_(key, fill);
  }

  publishing::Document& document() { return document_; }
  void add(publishing::Block block) { document_.blocks.push_back(std::move(block)); }
  void heading(int level, const std::string& text) { add(publishing::Heading{level, text}); }
  void paragraph(const std::string& text) { add(publishing::Paragraph{{"", text}}); }
  void small(const std::string& text) { add(publishing::Paragraph{{"", text}, true}); }
  void list(const std::vector<std::string>& items);
  void warning(const std::vector<std::string>& texts);
  void note(const std::vector<std::string>& texts);

  /// Title and what stands on every page. With the case number where the reader may see it.
  void begin(const std::string& title, const std::string& head, bool with_number);

  void case_facts();    ///< child, custody, consents, contacts agreed to, needs
  void heard();         ///< who was, and who was not: the child first
  void childs_words();  ///< wishes, as the child put them
  void pictures(bool genogram);
  void people();  ///< each with nearness and last contact, and who told it
  void week();    ///< what the child does with whom on which day
  enum class WithoutPlan { says_so, is_silent };
  void plan(WithoutPlan without);  ///< the family's own, as it stands
  /// On one page, with room to write: what is agreed on at the conference, or what was.
  void plan_on_paper();
  void history(const casefile::Case& c);  ///< with its corrections
  void follow_up(const std::optional<casefile::Date>& placed);
  void laws();

  // --- words ---
  std::string source_of(const Said& said) const;
  std::string wish(const casefile::Wish& wish) const;
  std::string rhythm(const casefile::Rhythm& rhythm) const;
  std::string rhythm_of(const casefile::Rhythm& rhythm) const;  ///< without who
  std::string when(const casefile::ApproximateDate& date) const;
  std::string since(const casefile::ApproximateDate& date) const;  ///< »siden 2020«
  std::string who(const casefile::PlanStep& step) const;
  std::string weekdays(const std::vector<casefile::Weekday>& days) const;
  /// Somebody on the map, a household, or the words themselves.
  std::string target(const casefile::Wish& wish) const;
  std::string times_a_year(double times) const;
  std::string age_in_years(int years) const;
  bool holds(const Said& said) const;

 private:
  std::vector<std::string> contact_with(network::Index person) const;
  std::string frequency(const casefile::Tie& tie) const;
  std::string nearness(const network::Member& member) const;
  bool told_by_day(const Said& residence, const casefile::Id& household) const;
  std::vector<std::string> news(const comparison::History& all, const comparison::HistoryInterview& one) const;

  const Tool& tool_;
  RankingWords words_;
  publishing::Document document_;
};

/// With as many rows to write on as it takes to have this many.
publishing::Table with_empty_rows(publishing::Table table, std::size_t rows);

publishing::Document handover_document(const RankedCase& ranked, const Tool& tool, const casefile::Case& shown,
                                       const casefile::Case& full, const ReportRequest& request);
publishing::Document casefile_document(const RankedCase& ranked, const Tool& tool);
publishing::Document conference_document(const RankedCase& ranked, const Tool& tool);
publishing::Document operator_document(const RankedCase& ranked, const Tool& tool);
/// What the child may know of its case holds no gender; here it tells whom a »han« or a »hun« may mean.
publishing::Document letter_document(const RankedCase& ranked, const Tool& tool, casefile::Gender of_child);
publishing::Document person_document(const RankedCase& ranked, const Tool& tool);

}  // namespace kreds::application
