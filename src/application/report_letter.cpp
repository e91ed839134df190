// To the child, in a child's words. Others may read a letter that lies on a table: made without what is not to be told
// to anybody, and without where the child put people, what it does not want and whom it fears.
#include <algorithm>
#include <utility>

#include "kreds/application/collation.hpp"
#include "kreds/casefile/terms.hpp"
#include "report_writer.hpp"
#include "second_person.hpp"

namespace kreds::application {
namespace {

bool may_stand_in_a_letter(const casefile::Wish& wish) {
  using enum casefile::WishView;
  return wish.view == first_wish || wish.view == another_possibility || wish.view == yes_when_asked;
}

bool heard(const casefile::Ids& people, const casefile::Id& child) {
  return std::find(people.begin(), people.end(), child) != people.end();
}

class Letter {
 public:
  Letter(const RankedCase& ranked, const Tool& tool, casefile::Gender gender) : write_(ranked, tool), gender_(gender) {}

  publishing::Document make() {
    write_.begin(write_("letter.title"), "", false);
    write_.document().subtitle = {write_.words().date(write_.ranked().analysed.as_of)};
    write_.document().foot.clear();
    write_.document().text_pt = 13;
    std::vector<std::string> talks;
    for (const casefile::Interview* interview : conversations(write_.source()))
      if (heard(interview->informants, write_.source().child))
        talks.push_back(write_("letter.day", {{"date", write_.words().date(interview->date)}}));
    write_.paragraph(write_("letter.hello"));
    if (talks.empty()) {
      write_.paragraph(write_("letter.not_met"));
    } else {
      write_.paragraph(
          write_(talks.size() == 1 ? "letter.met.once" : "letter.met", {{"dates", write_.words().list(talks)}}));
      what_it_told();
    }
    what_happens_now(!talks.empty());
    write_.heading(1, write_("letter.call"));
    write_.paragraph(write_("letter.call.note"));
    write_.add(publishing::WritingLines{
        {write_("letter.call.name"), write_("letter.call.number"), write_("letter.call.other")}});
    write_.paragraph(write_("letter.bye"));
    write_.add(publishing::WritingLines{{""}});
    return std::move(write_.document());
  }

 private:
  /// Of each thing that the child wished, its last word: what it has changed its mind about is no more its wish.
  std::vector<const casefile::Wish*> own_wishes() const {
    std::vector<Said> last;
    for (const Said& said : statements_of<casefile::Wish>(write_.source())) {
      const auto& wish = body_of<casefile::Wish>(said);
      if (wish.of != write_.source().child || !heard(said.statement->by, wish.of) || !write_.holds(said)) continue;
      const auto before = std::find_if(last.begin(), last.end(), [&](const Said& other) {
        const auto& known = body_of<casefile::Wish>(other);
        return known.topic == wish.topic && known.target == wish.target;
      });
      if (before == last.end())
        last.push_back(said);
      else if (before->interview->date <= said.interview->date)
        *before = said;
    }
    std::vector<const casefile::Wish*> wishes;
    for (const Said& said : last)
      if (may_stand_in_a_letter(body_of<casefile::Wish>(said))) wishes.push_back(&body_of<casefile::Wish>(said));
    return wishes;
  }

  /// Statements by the child, whatever they are of.
  std::size_t written_down() const {
    std::size_t number = 0;
    for (const casefile::Interview& interview : write_.source().interviews)
      number += static_cast<std::size_t>(
          std::count_if(interview.statements.begin(), interview.statements.end(),
                        [&](const casefile::Statement& said) { return heard(said.by, write_.source().child); }));
    return number;
  }

  void what_it_told() {
    std::vector<std::string> told;
    for (const casefile::Wish* wish : own_wishes())
      if (std::string line = in_words(*wish); std::find(told.begin(), told.end(), line) == told.end())
        told.push_back(std::move(line));
    const bool more = written_down() > told.size();
    if (told.empty()) {
      write_.heading(1, write_("letter.tell"));
      write_.paragraph(write_("letter.told.nothing"));
      if (more) write_.paragraph(write_("letter.told.unsaid"));
      return;
    }
    write_.heading(1, write_("letter.told"));
    write_.list(told);
    if (more) write_.paragraph(write_("letter.told.more"));
  }

  /// A household of several is »de«.
  bool is_for_one(const casefile::Wish& wish) const {
    using enum casefile::WishTopic;
    if (wish.topic != household) return wish.topic == person || wish.topic == contact;
    const auto& all = write_.network().households;
    const auto home = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.id == wish.target; });
    return home == all.end() ||
           std::count_if(home->residents.begin(), home->residents.end(),
                         [&](const auto& resident) { return write_.network().people[resident.person].adult; }) < 2;
  }

  /// The condition first: a child that reads »du vil gerne bo hos Karen« has read that before the rest comes.
  std::string in_words(const casefile::Wish& wish) const {
    const std::string key = "letter.wish." + std::string(casefile::term(wish.topic)) +
                            (wish.view == casefile::WishView::first_wish ? "" : ".other");
    const std::string target = write_.target(wish);
    std::string plain = write_(key, {{"target", target}});
    if (wish.condition.empty()) return plain;
    const labels::Labels& labels = write_.tool().labels;
    const std::string quote = write_("letter.wish.condition", {{"condition", quoted(wish.condition)}});
    if (!is_condition(wish.condition, labels)) return plain + " " + quote;
    const auto condition = turned_to_child(wish.condition, {write_.source(), gender_, is_for_one(wish)}, labels);
    if (condition && labels.has(key + ".if")) {
      // »Ellers kan du …«, but »Hvis mor er træt, kan du …«.
      const bool one_word = condition->find(' ') == std::string::npos;
      return capitalised(*condition, labels.language()) + (one_word ? " " : ", ") +
             write_(key + ".if", {{"target", target}});
    }
    return labels.has(key + ".then") ? quote + " " + write_(key + ".then", {{"target", target}}) : quote + " " + plain;
  }

  void what_happens_now(bool met) {
    constexpr int asked_from = 15;
    const network::Member& child = write_.network().people[write_.network().ego];
    write_.heading(1, write_("letter.now"));
    std::vector<std::string> now{write_("letter.now.talk")};
    now.push_back(write_(child.age.value_or(0) >= asked_from ? "letter.now.asked_too" : "letter.now.nobody_decided"));
    now.push_back(write_(met ? "letter.now.again" : "letter.now.first"));
    if (met) now.push_back(write_("letter.now.change"));
    write_.list(now);
  }

  ReportWriter write_;
  casefile::Gender gender_;
};

}  // namespace

publishing::Document letter_document(const RankedCase& ranked, const Tool& tool, casefile::Gender of_child) {
  return Letter(ranked, tool, of_child).make();
}

}  // namespace kreds::application
