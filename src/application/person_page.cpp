#include "kreds/application/person_page.hpp"

#include <algorithm>
#include <set>

#include "kreds/application/changes_page.hpp"
#include "kreds/casefile/write.hpp"

namespace kreds::application {
namespace {

using casefile::Case;
using casefile::Id;

bool heard_in(const casefile::Interview& interview, const Id& person) {
  return std::find(interview.informants.begin(), interview.informants.end(), person) != interview.informants.end();
}

/// The person, the households they live or lived in, and what names either.
std::set<Id> entries_about(const Case& c, const Id& person) {
  std::set<Id> about = {person};
  for (const casefile::Interview& interview : c.interviews)
    for (const casefile::Statement& s : interview.statements)
      if (const auto* residence = std::get_if<casefile::Residence>(&s.body);
          residence != nullptr && residence->person == person)
        about.insert(residence->household);
  const std::set<Id> subjects = about;
  for (const casefile::Interview& interview : c.interviews) {
    const bool there = std::any_of(interview.present.begin(), interview.present.end(),
                                   [&](const casefile::Companion& each) { return each.person == person; });
    if (there || heard_in(interview, person)) about.insert(interview.id);
    for (const casefile::Statement& s : interview.statements) {
      const casefile::Ids named = casefile::ids_named_by(s);
      if (std::any_of(named.begin(), named.end(), [&](const Id& id) { return subjects.contains(id); }))
        about.insert(s.id);
    }
  }
  return about;
}

}  // namespace

Page person_page(const Case& c, const Id& person, const Tool& tool, casefile::Date today) {
  const labels::Labels& labels = tool.labels;
  const Case known = audience::for_audience(c, {audience::Kind::person, person}, tool.vocabulary, today);
  const casefile::Person* self = casefile::find_person(known, person);
  Page page;
  const std::chrono::year_month_day day(today);
  page.title(
      labels("sheet.title", {{"person", labels::printable(self == nullptr || self->name.empty() ? person : self->name)},
                             {"number", labels::printable(known.number)}}));
  page.text(labels::date_in_words(static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                                  static_cast<unsigned>(day.day()), labels));
  page.blank();
  page.text(labels("sheet.about"));
  const std::set<Id> about = entries_about(known, person);
  editing::Draft draft;
  draft.c = known;
  draft.tree = std::get<document::Object>(casefile::to_value(known).data());
  for (editing::Change& entry : editing::changes({}, draft)) {
    if (!about.contains(entry.id)) continue;
    // Who told it is not for the sheet, except where the person did.
    std::erase_if(entry.fields, [](const editing::FieldChange& each) {
      return each.key == "source" || each.key == "observed" || each.key == "matters" || each.key == "prompt" ||
             each.key == "replaces";
    });
    // Ids say nothing to the person; the date of a conversation of their own does. That of another's would tell who
    // said it.
    std::string head = labels("entry_type." + entry.type);
    const auto* interview = casefile::find_interview(known, entry.interview);
    if (interview != nullptr && heard_in(*interview, person)) {
      const std::chrono::year_month_day said(interview->date);
      head = labels("sheet.said",
                    {{"type", head},
                     {"date", labels::date_in_words(static_cast<int>(said.year()), static_cast<unsigned>(said.month()),
                                                    static_cast<unsigned>(said.day()), labels)}});
    }
    if (entry.fields.empty()) continue;  // nothing that may be told is left
    page.heading(head);
    add_fields(page, entry, known, known, tool, Reader::family);
  }
  return page;
}

}  // namespace kreds::application
