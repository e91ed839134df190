#include "kreds/application/ask_page.hpp"

#include <algorithm>
#include <set>

#include "kreds/casefile/terms.hpp"
#include "kreds/casefile/write.hpp"
#include "question_words.hpp"
#include "ranking_lines.hpp"

namespace kreds::application {
namespace {

using ranking::OpenQuestion;
using ranking::Respondent;
using ranking::RespondentGroup;

constexpr std::size_t indent = 3, number_column = 7;

class AskPage {
 public:
  AskPage(const RankedCase& ranked, const Tool& tool, QuestionWords::Reader reader)
      : words_(ranked, tool), questions_(words_), reader_(reader) {}

  Page for_consultant() {
    page_head(page_, words_, words_("ask.title"));
    page_.blank();
    page_.text(words_("ask.intro"));
    std::vector<QuestionSection> sections;
    for (const OpenQuestion& question : plan().questions)
      if (!for_consultant_only(question)) add_question(sections, questions_, question, question.whom.front(), reader_);
    join_alike(sections);
    into_order(sections);
    for (const QuestionSection& section : sections) print(section);
    for_consultant_alone();
    resting();
    if (plan().questions.empty()) nothing();
    page_.blank();
    for (const std::string& line : words_.catalogue()) page_.text(line);
    return std::move(page_);
  }

  Page for_person(const casefile::Id& person) {
    page_.title(words_("ask.subtitle.person", {{"person", words_.person_with_role(person)}}));
    page_.text(words_.date(words_.ranked().ranking.as_of));
    page_.blank();
    std::vector<QuestionSection> sections;
    for (const OpenQuestion& question : ranking::sheet_for(plan(), person)) {
      const auto asked = std::find_if(question.whom.begin(), question.whom.end(), [&](const Respondent& whom) {
        return std::find(whom.people.begin(), whom.people.end(), person) != whom.people.end();
      });
      if (asked == question.whom.end()) continue;
      Respondent alone = *asked;
      alone.people = {person};
      add_question(sections, questions_, question, alone, reader_);
    }
    if (sections.empty()) {
      page_.text(words_("ask.nothing"));
    } else {
      page_.text(words_("ask.intro.person", {{"person", words_.person(person)}}));
      page_.blank();
    }
    for (const QuestionSection& section : sections) numbered(section.lines);
    return std::move(page_);
  }

 private:
  const ranking::QuestionPlan& plan() const { return words_.ranked().plan; }

  void numbered(const std::vector<std::string>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i)
      page_.entry(std::to_string(i + 1) + ".", lines[i], indent, number_column);
  }

  void print(const QuestionSection& section) {
    page_.heading(questions_.heading(section.whom, section.each_alone));
    if (section.whom.group == RespondentGroup::child) page_.text(words_("ask.group.child.note"), indent);
    for (const casefile::Id& person : section.whom.people) not_to_be_told(person);
    numbered(section.lines);
  }

  /// The questions come from all that is known: whoever asks them must know what not to let slip.
  void not_to_be_told(const casefile::Id& person) {
    const casefile::Case& known = words_.ranked().analysed.c;
    std::set<casefile::Id> lifted;
    for (const Said& said : statements_of<casefile::Lifting>(known))
      lifted.insert(body_of<casefile::Lifting>(said).matter);
    std::vector<std::string> titles;
    for (const casefile::Matter& matter : known.matters)
      if (std::ranges::find(matter.not_to, person) != matter.not_to.end() && !lifted.contains(matter.id))
        titles.push_back(matter.title.empty() ? words_("present.untitled") : quoted(matter.title));
    if (!titles.empty())
      page_.warning(
          words_("ask.not_to_be_told", {{"person", words_.person(person)}, {"matters", words_.list(titles)}}));
  }

  void for_consultant_alone() {
    std::vector<std::string> lines;
    for (const OpenQuestion& question : plan().questions)
      if (for_consultant_only(question)) lines.push_back(questions_.sentence(question, question.whom.front()));
    if (lines.empty()) return;
    page_.heading(words_("ask.group.consultant"));
    page_.text(words_("ask.group.consultant.note"), indent);
    numbered(lines);
  }

  void resting() {
    if (plan().resting.empty()) return;
    page_.heading(words_("ask.resting"));
    for (const ranking::RestingQuestion& one : plan().resting) {
      const std::string told = one.earlier.empty() ? words_.sources(one.asked) : questions_.earlier(one.earlier);
      page_.item(questions_.item(one.household, one.person, one.factor, one.part) + (told.empty() ? "" : ": " + told),
                 indent);
    }
  }

  void nothing() {
    page_.blank();
    page_.text(words_("ask.nothing"));
  }

  RankingWords words_;
  QuestionWords questions_;
  QuestionWords::Reader reader_;
  Page page_;
};

}  // namespace

Page ask_page(const RankedCase& ranked, const Tool& tool) {
  const audience::Audience& audience = ranked.analysed.audience;
  using Reader = QuestionWords::Reader;
  if (audience.kind == audience::Kind::person) return AskPage(ranked, tool, Reader::person).for_person(audience.person);
  return AskPage(ranked, tool, Reader::consultant).for_consultant();
}

}  // namespace kreds::application
