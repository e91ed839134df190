#include <algorithm>
#include <set>

#include "kreds/application/changes_page.hpp"
#include "kreds/application/collation.hpp"
#include "kreds/application/history_report.hpp"
#include "kreds/casefile/terms.hpp"
#include "kreds/casefile/write.hpp"
#include "told_words.hpp"

namespace kreds::application {
namespace {

using comparison::HistoryEntry;
using comparison::HistoryInterview;
using comparison::TakenBack;
using comparison::Told;

constexpr std::size_t indent = 3;

class HistoryPage {
 public:
  HistoryPage(const CaseHistory& history, const Tool& tool)
      : all_(history.history),
        corrected_(history.corrected),
        analysed_(history.analysed),
        tool_(tool),
        words_(analysed_, tool.labels) {}

  Page make() {
    head();
    registered();
    corrected();
    for (const HistoryInterview& interview : all_.interviews) conversation(interview);
    if (all_.interviews.empty()) page_.text(words_("history.nothing"));
    disagreements();
    erased();
    return std::move(page_);
  }

 private:
  void head() {
    if (analysed_.audience.kind != audience::Kind::casefile) page_.warning(words_("rank.head"));
    page_.title(all_.about.empty() ? words_("history.title")
                                   : words_("history.title.about", {{"about", words_.subject(all_.about)}}));
    page_.text(words_("rank.subtitle", {{"child", words_.child()},
                                        {"number", layout::drawable(analysed_.c.number)},
                                        {"date", words_.date(all_.as_of)},
                                        {"version", casefile::version(analysed_.c)}}));
  }

  std::string taken_back(const TakenBack& taken) const {
    if (!taken.corrected_by.empty()) return words_("history.corrected", {{"date", words_.date(taken.date)}});
    if (taken.by.empty() && taken.reason.empty())
      return words_("history.withdrawn.day", {{"date", words_.date(taken.date)}});
    return words_("history.withdrawn", {{"date", words_.date(taken.date)},
                                        {"by", layout::drawable(taken.by)},
                                        {"reason", layout::drawable(taken.reason)}});
  }

  void registered() {
    for (const comparison::Registered& one : all_.registered) {
      if (all_.about.empty() && !one.taken_back) continue;
      if (page_.lines().back().kind != PageLine::Kind::heading && !heading_)
        page_.heading(words_("history.registered"));
      heading_ = true;
      std::string text = words_("history.came", {{"who", words_.subject(one.id)}, {"source", words_.source(one.from)}});
      if (one.taken_back) text += ". " + taken_back(*one.taken_back);
      page_.item(text, indent);
    }
  }

  std::string corrected_entry(const editing::Corrected& one) const {
    if (one.type == "person" || one.type == "household") return words_.subject(one.id);
    if (const auto* interview = casefile::find_interview(all_.all, one.id))
      return words_("history.corrected.interview", {{"date", words_.date(interview->date)}});
    const auto* matter = casefile::find_matter(all_.all, one.id);
    return matter == nullptr ? words_("entry_type." + one.type) : layout::drawable(matter->title);
  }

  std::string corrected_fields(const editing::Corrected& one) const {
    const std::vector<casefile::Field> fields = casefile::fields_of(one.type);
    std::string all;
    for (const editing::FieldChange& each : one.fields) {
      const auto field = std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.key == each.key; });
      if (field == fields.end()) continue;
      const auto said = [&](const std::optional<document::Value>& value) {
        return value ? layout::drawable(in_words(*field, *value, all_.all, tool_)) : words_("changes.nothing");
      };
      all += (all.empty() ? "" : "; ") + words_("field." + each.key) + ": " +
             words_("changes.was_is", {{"was", said(each.was)}, {"is", said(each.is)}});
    }
    return all;
  }

  void corrected() {
    if (corrected_.empty()) return;
    page_.heading(words_("history.corrected.heading"));
    for (const editing::Corrected& one : corrected_)
      page_.item(words_("history.corrected.one", {{"what", corrected_entry(one)},
                                                  {"fields", corrected_fields(one)},
                                                  {"date", words_.date(one.date)},
                                                  {"by", layout::drawable(one.by)},
                                                  {"reason", layout::drawable(one.reason)}}),
                 indent);
  }

  std::string speaker(const HistoryEntry& entry, const casefile::Interview& interview) const {
    if (interview.kind == casefile::InterviewKind::record && entry.statement.by.empty())
      return words_("report.municipality");
    if (entry.statement.municipality_is_source) return words_("report.municipality");
    if (entry.statement.by.empty()) return words_("report.observed");
    std::vector<std::string> names;
    for (const casefile::Id& who : entry.statement.by) names.push_back(words_.person(who));
    return words_.list(names);
  }

  std::string text_of(const HistoryEntry& entry) const {
    std::string text;
    for (const Told& told : entry.told)
      text += (text.empty() ? words_.item(told.item) : "; " + words_.part(told.item)) + ": " + words_.answer(told);
    if (entry.statement.quote) text += " – " + quoted(entry.statement.quote->text);
    if (entry.statement.hearsay) text += ", " + words_("report.hearsay");
    if (entry.statement.unsure) text += ", " + words_("report.unsure");
    if (!entry.statement.replaces.empty()) text += ". " + words_("history.correction");
    if (entry.taken_back) text += ". " + taken_back(*entry.taken_back);
    return text;
  }

  /// Everything that was said was taken back.
  static bool wholly_withdrawn(const HistoryInterview& one) {
    return std::all_of(one.entries.begin(), one.entries.end(), [](const HistoryEntry& entry) {
      return entry.taken_back && entry.taken_back->corrected_by.empty();
    });
  }

  void conversation(const HistoryInterview& one) {
    const casefile::Interview& interview = one.interview;
    std::vector<std::string> heard;
    for (const casefile::Id& who : interview.informants) heard.push_back(words_.person(who));
    page_.heading(words_.date(interview.date) + ", " +
                  words_("interview_kind." + std::string(casefile::term(interview.kind))) +
                  (heard.empty() ? "" : ": " + words_.list(heard)));
    if (all_.about.empty() && wholly_withdrawn(one)) page_.text(words_("history.all_withdrawn"), indent);
    std::string last;
    for (const HistoryEntry& entry : one.entries) {
      if (entry.told.empty()) continue;
      if (const std::string now = speaker(entry, interview); now != last) {
        page_.text(words_("history.speaker", {{"who", now}}), indent);
        last = now;
      }
      page_.item(text_of(entry), indent);
    }
  }

  void disagreements() {
    if (all_.disagreements.empty()) return;
    page_.heading(words_("history.disagreements"));
    page_.text(words_("history.disagreements.note"), indent);
    for (const comparison::Disagreement& one : all_.disagreements) {
      page_.text(words_.item(one.item) + ":", indent);
      for (const Told& told : one.answers) page_.item(words_.told(told), indent);
    }
  }

  void erased() {
    if (all_.erased.empty()) return;
    page_.heading(words_("history.erased"));
    for (const casefile::Erasure& one : all_.erased)
      page_.item(words_(one.reason.empty() ? "history.erased.no_reason" : "history.erased.one",
                        {{"date", words_.date(one.date)},
                         {"by", layout::drawable(one.by)},
                         {"reason", layout::drawable(one.reason)}}),
                 indent);
  }

  const comparison::History& all_;
  const std::vector<editing::Corrected>& corrected_;
  const Analysed& analysed_;
  const Tool& tool_;
  ToldWords words_;
  Page page_;
  bool heading_ = false;
};

/// The names of everybody in the history, by id.
std::vector<std::pair<casefile::Id, std::string>> called(const CaseHistory& whole, const Tool& tool) {
  const ToldWords words(whole.analysed, tool.labels);
  std::vector<std::pair<casefile::Id, std::string>> all;
  for (const casefile::Person& person : whole.history.all.people) all.emplace_back(person.id, words.person(person.id));
  for (const casefile::Household& household : whole.history.all.households)
    all.emplace_back(household.id, words.household(household.id));
  return all;
}

}  // namespace

namespace {

bool sees_everything(const audience::Audience& audience) {
  return audience.kind == audience::Kind::professional || audience.kind == audience::Kind::handover;
}

/// The newest interview, or what was withdrawn, corrected or erased after it: a history that left it out would say that
/// it still counts. Empty if there is no interview.
std::optional<casefile::Date> last_change(const editing::Draft& draft) {
  std::optional<casefile::Date> last = casefile::newest_interview(draft.c);
  if (!last) return last;
  const auto look = [&](const auto& entries) {
    for (const auto& entry : entries)
      if (entry.withdrawn) last = std::max(*last, entry.withdrawn->date);
  };
  look(draft.c.people);
  look(draft.c.households);
  look(draft.c.matters);
  for (const casefile::Interview& interview : draft.c.interviews) look(interview.statements);
  for (const casefile::Erasure& erased : draft.c.erased) last = std::max(*last, erased.date);
  for (const editing::Corrected& corrected : editing::corrections(draft)) last = std::max(*last, corrected.date);
  return last;
}

}  // namespace

std::optional<casefile::Id> meant(const CaseHistory& whole, const Tool& tool, const std::string& words) {
  std::set<casefile::Id> found;
  for (const auto& [id, name] : called(whole, tool)) {
    if (id == words) return id;
    if (same_name(name, words)) found.insert(id);
  }
  return found.size() == 1 ? std::optional(*found.begin()) : std::nullopt;
}

std::vector<std::string> subjects(const CaseHistory& whole, const Tool& tool) {
  std::vector<std::string> names;
  for (const auto& [id, name] : called(whole, tool)) names.push_back(name);
  return sorted_names(names, tool.labels.language());
}

CaseHistory make_history(const Tool& tool, const editing::Draft& draft, const Request& given,
                         const casefile::Id& about) {
  const casefile::Case& c = draft.c;
  if (sees_everything(given.audience) && !given.as_of && !given.pseudonyms) {
    Request until_the_last_change = given;
    until_the_last_change.as_of = last_change(draft);
    if (until_the_last_change.as_of) return make_history(tool, draft, until_the_last_change, about);
  }
  const Request& request = given;
  Analysed today = analyse(tool, c, request);
  comparison::History history = comparison::history(c, request.audience, tool.vocabulary, today.as_of, about);
  // Names of those who were taken out again too.
  Analysed past = today;
  past.c = history.all;
  for (const casefile::Person& person : past.c.people)
    if (!network::index_of(past.network, person.id)) {
      network::Member member;
      member.person = person;
      past.network.people.push_back(std::move(member));
    }
  for (const casefile::Household& household : past.c.households)
    if (std::none_of(past.network.households.begin(), past.network.households.end(),
                     [&](const network::Household& h) { return h.id == household.id; })) {
      network::Household entry;
      entry.id = household.id;
      entry.name = household.name;
      past.network.households.push_back(std::move(entry));
    }
  // The version of a page is that of the case on the day, as on every other page.
  CaseHistory result{with_names_of(today, past), std::move(history), {}};
  if (request.audience.kind != audience::Kind::casefile && !request.pseudonyms)
    for (editing::Corrected& one : editing::corrections(draft))
      if (one.date <= today.as_of && (about.empty() || one.id == about)) result.corrected.push_back(std::move(one));
  result.analysed.c = today.c;
  result.analysed.c.households = past.c.households;
  return result;
}

Page history_page(const CaseHistory& history, const Tool& tool) {
  return HistoryPage(history, tool).make();
}

}  // namespace kreds::application
