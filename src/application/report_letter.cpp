// To the child, in a child's words. Others may read a letter that lies on a table: made without what is not to be told
// to anybody, and without where the child put people, what it does not want and whom it fears.
#include <algorithm>

#include "kreds/casefile/terms.hpp"
#include "report_writer.hpp"

namespace kreds::application {
namespace {

bool may_stand_in_a_letter(const casefile::Wish& wish) {
  using enum casefile::WishView;
  return wish.view == first_wish || wish.view == another_possibility || wish.view == yes_when_asked;
}

}  // namespace

publishing::Document letter_document(const RankedCase& ranked, const Tool& tool) {
  ReportWriter write(ranked, tool);
  write.begin(write("letter.title"), "", false);
  write.document().subtitle = {write.words().date(ranked.analysed.as_of)};
  write.document().foot.clear();
  write.document().text_pt = 13;

  std::vector<std::string> talks, told;
  for (const casefile::Interview* interview : conversations(write.source()))
    if (std::find(interview->informants.begin(), interview->informants.end(), write.source().child) !=
        interview->informants.end())
      talks.push_back(write.words().date(interview->date));
  std::vector<std::string> seen;
  for (const Said& said : statements_of<casefile::Wish>(write.source())) {
    const auto& wish = body_of<casefile::Wish>(said);
    if (wish.of != write.source().child || !may_stand_in_a_letter(wish)) continue;
    const std::string key = std::string("letter.wish.") + std::string(casefile::term(wish.topic));
    std::string line =
        write(key + (wish.view == casefile::WishView::first_wish ? "" : ".other"), {{"target", write.target(wish)}});
    if (!wish.condition.empty()) line += " " + write("letter.wish.condition", {{"condition", quoted(wish.condition)}});
    if (std::find(told.begin(), told.end(), line) == told.end()) told.push_back(line);
  }
  write.paragraph(write("letter.hello"));
  if (talks.empty()) {
    write.paragraph(write("letter.not_met"));
  } else {
    write.paragraph(
        write(talks.size() == 1 ? "letter.met.once" : "letter.met", {{"dates", write.words().list(talks)}}));
    write.heading(1, write("letter.told"));
    if (told.empty())
      write.paragraph(write("letter.told.nothing"));
    else
      write.list(told);
    write.paragraph(write("letter.told.more"));
  }
  write.heading(1, write("letter.now"));
  write.list({write("letter.now.talk"), write("letter.now.nobody_decided"), write("letter.now.again"),
              write("letter.now.change")});
  write.heading(1, write("letter.call"));
  write.paragraph(write("letter.call.note"));
  write.add(
      publishing::WritingLines{{write("letter.call.name"), write("letter.call.number"), write("letter.call.other")}});
  write.paragraph(write("letter.bye"));
  write.add(publishing::WritingLines{{""}});
  return std::move(write.document());
}

}  // namespace kreds::application
