// For a family group conference: what is handed out, and what is for the one who leads it alone.
#include <algorithm>

#include "kreds/casefile/terms.hpp"
#include "ranking_terms.hpp"
#include "report_writer.hpp"

namespace kreds::application {
namespace {

using casefile::Id;
using publishing::Table;

}  // namespace

publishing::Document conference_document(const RankedCase& ranked, const Tool& tool) {
  ReportWriter write(ranked, tool);
  write.begin(write("conference.title"), write("conference.head"), false);
  for (const char* text : {"conference.welcome", "conference.own_plan", "conference.municipality"})
    write.paragraph(write(text));
  write.heading(1, write("conference.course"));
  publishing::List course;
  course.numbered = true;
  for (const char* step : {"conference.course.start", "conference.course.alone", "conference.course.end"})
    course.items.push_back({"", write(step)});
  write.add(std::move(course));
  write.heading(1, write("conference.guests"));
  write.paragraph(write("conference.guests.note"));
  constexpr double row = 24;
  constexpr std::size_t guests = 8;
  write.add(with_empty_rows(
      {"",
       {write("conference.guests.who"), write("conference.guests.invites"), write("conference.guests.comes")},
       {},
       {2.5, 2, 1.2},
       row},
      guests));
  write.add(publishing::WritingLines{
      {write("conference.guests.support"), write("conference.guests.coordinator"), write("conference.guests.place")}});
  write.pictures(false);
  write.plan_on_paper();
  return std::move(write.document());
}

publishing::Document operator_document(const RankedCase& ranked, const Tool& tool) {
  ReportWriter write(ranked, tool);
  const RankingWords& words = write.words();
  write.begin(write("operator.title"), write("operator.head"), true);
  write.warning({write("operator.alone"), write("operator.destroy")});

  write.heading(1, write("operator.guests"));
  std::vector<std::string> wishes;
  for (const Said& said : statements_of<casefile::Wish>(write.source())) {
    const auto& wish = body_of<casefile::Wish>(said);
    if (wish.of == write.source().child && wish.topic == casefile::WishTopic::meeting)
      wishes.push_back(wish.target + " (" + write.source_of(said) + ")");
  }
  if (wishes.empty()) {
    write.paragraph(write("operator.guests.not_asked"));
  } else {
    write.list(wishes);
    write.small(write("operator.guests.note"));
  }
  Table guests{"", {}, {}, {2.4, 1.6, 2, 1.4, 1.6}, 0};
  for (const char* column : {"who", "near", "contact", "wanted", "invites"})
    guests.head.push_back(write(std::string("operator.guests.") + column));
  for (const network::Member& member : write.network().people) {
    if (member.person.id == write.source().child || member.person.animal || member.dead || member.person.expected)
      continue;
    publishing::Cell contact;
    if (member.person.do_not_contact.set) contact.push_back(write("dossier.do_not_contact"));
    if (member.person.do_not_show.set) contact.push_back(write("operator.do_not_show"));
    for (const Said& said : statements_of<casefile::Contact>(write.source()))
      if (const auto& told = body_of<casefile::Contact>(said); told.person == member.person.id)
        contact.push_back(told.by_municipality ? write("dossier.case.contact.municipality")
                                               : write("operator.contact_agreed"));
    if (contact.empty()) contact.push_back(write("dossier.not_told"));
    guests.rows.push_back({{words.person_with_role(member.person.id)},
                           {member.outside ? write("told.ring.outside")
                            : !member.ring ? write("dossier.not_placed")
                                           : write("map.in_ring", {{"ring", std::to_string(*member.ring)}})},
                           contact,
                           {},
                           {}});
  }
  write.add(std::move(guests));
  write.add(publishing::WritingLines{{write("conference.guests.support"), write("conference.guests.coordinator")}});

  write.heading(1, write("operator.conflicts"));
  std::vector<std::string> conflicts;
  constexpr int serious = 2;
  for (const network::Tie& tie : write.network().ties)
    for (const network::StatementRef& from : tie.statements) {
      const Said* said = words.said(from.statement);
      if (said == nullptr || !write.holds(*said)) continue;
      const auto* told = std::get_if<casefile::Tie>(&said->statement->body);
      if (told == nullptr) continue;
      const bool afraid = told->emotional.value && *told->emotional.value == 0;
      if (!afraid && told->conflict.value.value_or(0) < serious) continue;
      const std::map<std::string, std::string> fill = {
          {"a", words.person(told->a)}, {"b", words.person(told->b)}, {"sources", words.source(from)}};
      conflicts.push_back(write(afraid ? "operator.afraid" : "rank.plan_b.conflict", fill));
    }
  write.list(conflicts);
  write.paragraph(write(conflicts.empty() ? "operator.conflicts.none" : "operator.conflicts.note"));

  write.plan(ReportWriter::WithoutPlan::says_so);

  write.heading(1, write("operator.not_told"));
  std::vector<std::string> held;
  for (const casefile::Matter& matter : write.source().matters) {
    std::vector<std::string> people;
    for (const Id& id : matter.not_to) people.push_back(words.person(id));
    if (!people.empty())
      held.push_back(write("operator.matter", {{"matter", matter.title}, {"people", words.list(people)}}));
  }
  if (held.empty()) write.paragraph(write("operator.not_told.none"));
  write.list(held);

  write.heading(1, write("operator.offers"));
  std::vector<std::string> offers;
  for (const Said& said : statements_of<casefile::RoleWish>(write.source())) {
    const auto& role = body_of<casefile::RoleWish>(said);
    const std::string who = role.person.empty() ? words.household(role.household) : words.person(role.person);
    for (const casefile::Offer& offer : role.offers)
      offers.push_back(who + ": " + write("offer_role." + offer.role) +
                       (offer.words.empty() ? "" : " – " + offer.words) + " (" + write.source_of(said) + ")");
  }
  if (offers.empty()) write.paragraph(write("operator.offers.none"));
  write.list(offers);
  write.heading(1, write("operator.decisions"));
  std::vector<std::string> decisions;
  for (const Said& said : statements_of<casefile::Decision>(write.source())) {
    const auto& told = body_of<casefile::Decision>(said);
    decisions.push_back(words.household(told.household) + ": " + quoted(told.text) + " (" + told.made_by + ", " +
                        words.date(said.interview->date) + ")");
  }
  if (decisions.empty()) write.paragraph(write("operator.decisions.none"));
  write.list(decisions);
  return std::move(write.document());
}

}  // namespace kreds::application
