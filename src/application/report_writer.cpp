#include "report_writer.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "kreds/application/collation.hpp"
#include "kreds/casefile/terms.hpp"
#include "kreds/casefile/write.hpp"
#include "kreds/document/document.hpp"
#include "kreds/editing/names.hpp"
#include "kreds/publishing/pdf.hpp"
#include "ranking_terms.hpp"

namespace kreds::application {

using casefile::Id;
using casefile::Ids;
using publishing::Definitions;
using publishing::Table;

ReportWriter::ReportWriter(const RankedCase& ranked, const Tool& tool) : tool_(tool), words_(ranked, tool) {}

void ReportWriter::list(const std::vector<std::string>& items) {
  publishing::List all;
  for (const std::string& item : items) all.items.push_back({"", item});
  if (!all.items.empty()) add(std::move(all));
}

void ReportWriter::warning(const std::vector<std::string>& texts) {
  publishing::Box box{publishing::Box::Kind::warning, {}};
  for (const std::string& text : texts) box.paragraphs.push_back({"", text});
  add(std::move(box));
}

void ReportWriter::note(const std::vector<std::string>& texts) {
  publishing::Box box;
  for (const std::string& text : texts) box.paragraphs.push_back({"", text});
  add(std::move(box));
}

void ReportWriter::begin(const std::string& title, const std::string& head, bool with_number) {
  const casefile::Date day = ranked().analysed.as_of;
  document_.language = tool_.labels.language();
  document_.date = casefile::to_text(day);
  document_.title = title;
  document_.head = head;
  document_.page_words = {words_("dossier.page"), words_("dossier.of")};
  document_.picture_word = words_("dossier.picture");
  const std::map<std::string, std::string> fill = {
      {"number", source().number}, {"date", words_.date(day)}, {"version", casefile::version(source())}};
  document_.subtitle.push_back(words_(with_number ? "dossier.subtitle" : "dossier.subtitle.no_number", fill));
  document_.foot = words_(with_number ? "dossier.foot" : "dossier.foot.no_number", fill);
  if (with_number && !source().author.empty())
    document_.subtitle.push_back(words_("map.made_by", {{"author", source().author}}) +
                                 (source().municipality.empty() ? "" : ", " + source().municipality));
}

// --- words -----------------------------------------------------------------------------------------------

std::string ReportWriter::source_of(const Said& said) const {
  return words_.source(reference(said));
}

bool ReportWriter::holds(const Said& said) const {
  return !said.statement->held || said.statement->held->holds_on(ranked().analysed.as_of);
}

std::string ReportWriter::when(const casefile::ApproximateDate& date) const {
  return words_.when(date);
}

std::string ReportWriter::since(const casefile::ApproximateDate& date) const {
  const std::string day = when(date);
  const bool said = day.empty() || day.starts_with("siden") || day.starts_with("since");
  return said ? day : words_("dossier.since", {{"date", day}});
}

std::string ReportWriter::weekdays(const std::vector<casefile::Weekday>& days) const {
  std::vector<std::string> names;
  for (const casefile::Weekday day : days) names.push_back(words_(label_key("weekday.", casefile::term(day))));
  return words_.list(names);
}

std::string ReportWriter::target(const casefile::Wish& wish) const {
  switch (wish.topic) {
    case casefile::WishTopic::household:
      return words_.household(wish.target);
    case casefile::WishTopic::person:
    case casefile::WishTopic::contact:
      return words_.person(wish.target);
    default:
      return wish.target;
  }
}

std::string ReportWriter::wish(const casefile::Wish& wish) const {
  const std::string topic(casefile::term(wish.topic)), view(casefile::term(wish.view));
  // What a parent wishes is that the child lives there.
  const bool for_child = wish.of != source().child && words_.labels().has("wish.topic." + topic + ".for_child");
  std::string text =
      words_("wish.topic." + topic + (for_child ? ".for_child" : ""), {{"target", target(wish)}, {"child", child()}}) +
      " – " + words_("wish.view." + view);
  if (!wish.condition.empty()) text += ", " + wish.condition;
  return text;
}

std::string ReportWriter::times_a_year(double times) const {
  if (times == 1) return words_("tie_part.frequency.level.yearly");
  return words_("dossier.times_a_year", {{"times", labels::decimal(times, 0, tool_.labels)}});
}

std::string ReportWriter::age_in_years(int years) const {
  return years == 0 ? words_("dossier.under_one") : words_("dossier.years", {{"years", std::to_string(years)}});
}

std::string ReportWriter::rhythm(const casefile::Rhythm& rhythm) const {
  return words_.person(rhythm.who) + ": " + rhythm_of(rhythm);
}

std::string ReportWriter::rhythm_of(const casefile::Rhythm& rhythm) const {
  std::string text = rhythm.what;
  if (rhythm.every_weeks && *rhythm.every_weeks > 1)
    text += *rhythm.every_weeks == 2
                ? ", " + words_("dossier.every_other_week")
                : ", " + words_("dossier.every_weeks", {{"weeks", std::to_string(*rhythm.every_weeks)}});
  if (rhythm.times_per_year) text += ", " + times_a_year(*rhythm.times_per_year);
  return text;
}

std::string ReportWriter::who(const casefile::PlanStep& step) const {
  std::vector<std::string> names;
  for (const Id& id : step.who) names.push_back(words_.person(id));
  if (!step.others.empty()) names.push_back(step.others);
  return words_.list(names);
}

// --- the case and who was heard --------------------------------------------------------------------------

void ReportWriter::case_facts() {
  heading(1, words_("dossier.case"));
  Definitions facts;
  const auto entry = [&](const std::string& key, std::vector<std::string> texts) {
    if (texts.empty()) texts.push_back(words_("dossier.not_told"));
    facts.entries.push_back({words_("dossier.case." + key), std::move(texts)});
  };
  const network::Member& ego = network().people[network().ego];
  entry("child", {child() + (ego.age ? ", " + age_in_years(*ego.age) : "")});
  constexpr int party_from = 10, consent_from = 15;
  if (ego.age && *ego.age >= party_from) facts.entries.back().texts.push_back((*this)("dossier.case.is_party"));
  if (ego.age && *ego.age >= consent_from) facts.entries.back().texts.push_back((*this)("dossier.case.consents"));

  std::vector<std::string> custody, placement, contacts, needs;
  for (const Said& said : statements_of<casefile::Custody>(source())) {
    const auto& told = body_of<casefile::Custody>(said);
    custody.push_back(words_.person_with_role(told.parent) + ": " + words_(told.has ? "report.yes" : "report.no") +
                      " (" + source_of(said) + ")");
  }
  entry("custody", custody);
  for (const Said& said : statements_of<casefile::Consent>(source())) {
    const auto& told = body_of<casefile::Consent>(said);
    if (told.to == casefile::ConsentTo::placement)
      placement.push_back(words_.person_with_role(told.of) + ": " +
                          words_(label_key("consent.", casefile::term(told.answer))) + " (" + source_of(said) + ")");
  }
  entry("placement", placement);
  for (const Said& said : statements_of<casefile::Contact>(source())) {
    const auto& told = body_of<casefile::Contact>(said);
    std::vector<std::string> by;
    for (const Id& id : told.agreed_by) by.push_back(words_.person(id));
    contacts.push_back(words_.person(told.person) + ": " +
                       (told.by_municipality ? words_("dossier.case.contact.municipality")
                                             : words_("dossier.case.contact.agreed", {{"people", words_.list(by)}})));
  }
  entry("contact", contacts);
  for (const Said& said : statements_of<casefile::Need>(source()))
    needs.push_back(body_of<casefile::Need>(said).text + " (" + source_of(said) + ")");
  entry("needs", needs);
  add(std::move(facts));
}

void ReportWriter::heard() {
  heading(1, words_("rank.heard"));
  auto all = conversations(source());
  std::stable_partition(all.begin(), all.end(), [&](const casefile::Interview* interview) {
    const auto& heard = interview->informants;
    return std::find(heard.begin(), heard.end(), source().child) != heard.end();
  });
  paragraph(words_("dossier.heard.sources"));
  Table table{"", {}, {}, {1.7, 2, 2, 1.7}, 0};
  for (const char* column : {"date", "who", "where", "by"})
    table.head.push_back(words_(std::string("dossier.heard.") + column));
  for (const casefile::Interview* interview : all) {
    std::vector<std::string> who, by;
    for (const Id& id : interview->informants) who.push_back(words_.person_with_role(id));
    for (const casefile::Interviewer& one : interview->interviewers)
      by.push_back(one.name.empty() ? one.title : one.name + (one.title.empty() ? "" : ", " + one.title));
    for (const casefile::Companion& one : interview->present) {
      const std::string name = !one.person.empty() ? words_.person(one.person)
                               : one.name.empty()  ? one.title
                                                   : one.name;
      by.push_back(words_("dossier.heard.present", {{"name", name}}));
    }
    std::string place = words_(label_key("interview_kind.", casefile::term(interview->kind)));
    if (!interview->place.empty() && interview->place != place) place += ", " + interview->place;
    if (by.empty()) by.push_back(words_("dossier.not_told"));
    table.rows.push_back({{words_.date(interview->date)}, who, {place}, by});
  }
  if (table.rows.empty())
    paragraph(words_("rank.nobody_heard"));
  else
    add(std::move(table));
  std::vector<std::string> missing;
  for (const Id& person : not_heard(ranked().analysed)) missing.push_back(words_.person_with_role(person));
  const bool casefile = ranked().analysed.audience.kind == audience::Kind::casefile;
  if (missing.empty())
    paragraph(words_(std::string(casefile ? "casefile.all_heard" : "rank.all_heard") +
                     (knows_a_parent(ranked().analysed) ? "" : ".no_parents")));
  else
    warning({words_("rank.not_heard", {{"people", words_.list(missing)}})});
}

namespace {

/// What was said in the same words more than once stands once, with all who said it.
class SourcedLines {
 public:
  void add(const std::string& line, const std::string& source) {
    const auto found = std::find_if(all_.begin(), all_.end(), [&](const auto& each) { return each.first == line; });
    if (found == all_.end())
      all_.emplace_back(line, source);
    else
      found->second += "; " + source;
  }
  std::vector<std::string> lines() const {
    std::vector<std::string> lines;
    for (const auto& [line, sources] : all_)
      lines.push_back(std::string(line).append(" (").append(sources).append(")"));
    return lines;
  }

 private:
  std::vector<std::pair<std::string, std::string>> all_;
};

}  // namespace

void ReportWriter::childs_words() {
  heading(1, (*this)("dossier.wishes"));
  SourcedLines own_wishes, others_wishes;
  for (const Said& said : statements_of<casefile::Wish>(source())) {
    const auto& told = body_of<casefile::Wish>(said);
    if (!holds(said)) continue;
    std::string line = wish(told);
    if (said.statement->quote) line += " – " + quoted(said.statement->quote->text);
    if (told.of == source().child)
      own_wishes.add(line, source_of(said));
    else
      others_wishes.add(words_.person_with_role(told.of) + ": " + line, source_of(said));
  }
  const std::vector<std::string> own = own_wishes.lines(), others = others_wishes.lines();
  if (own.empty()) paragraph((*this)("dossier.wishes.none"));
  list(own);
  if (others.empty()) return;
  heading(2, words_("dossier.wishes.others"));
  list(others);
}

// --- the network -----------------------------------------------------------------------------------------

void ReportWriter::pictures(bool genogram) {
  const drawing::Typesetter typesetter(tool_.installation.fonts);
  MapRequest request;
  request.request = {ranked().analysed.audience, ranked().analysed.as_of};
  request.style = "casefile";
  request.sheet = layout::a4_sheet(true);
  constexpr double for_heading_and_caption = 110;
  request.sheet.height_pt =
      request.sheet.width_pt * (publishing::body_height_pt - for_heading_and_caption) / publishing::body_width_pt;
  heading(1, (*this)(genogram ? "dossier.pictures" : "map.title.around"));
  const auto picture = [&](const std::string& caption) {
    try {
      drawing::Scene scene = draw_map(tool_, ranked().analysed, request, typesetter);
      std::string alternative = scene.description.empty() ? scene.title : scene.description;
      add(publishing::Picture{std::move(scene), std::move(alternative), caption});
    } catch (const layout::NoRoom&) {
      paragraph(words_("dossier.no_room"));
    }
  };
  picture((*this)(genogram ? "dossier.map.caption" : "conference.picture.note"));
  if (!genogram) return;
  request.genogram = true;
  picture((*this)("dossier.genogram.caption"));
}

std::string ReportWriter::nearness(const network::Member& member) const {
  if (member.outside) return words_("told.ring.outside");
  if (!member.ring) return words_("dossier.not_placed");
  const std::string ring = words_("map.in_ring", {{"ring", std::to_string(*member.ring)}});
  return member.ring_words.empty() ? ring : member.ring_words + " (" + ring + ")";
}

std::string ReportWriter::frequency(const casefile::Tie& tie) const {
  if (tie.times_per_year.missing)
    return words_(label_key("ask.no_value.", casefile::term(*tie.times_per_year.missing)));
  if (!tie.frequency_term.empty()) return words_("tie_part.frequency.level." + tie.frequency_term);
  if (!tie.times_per_year.value) return {};
  return times_a_year(*tie.times_per_year.value);
}

/// What the newest word of each informant says of contact, and who said it.
std::vector<std::string> ReportWriter::contact_with(network::Index person) const {
  std::vector<std::string> lines;
  const auto add_line = [&](const std::string& line, const network::StatementRef& from) {
    lines.push_back(line + " (" + words_.source(from) + ")");
  };
  for (const network::Household& household : network().households) {
    const auto resident = [&](network::Index who) {
      return std::find_if(household.residents.begin(), household.residents.end(),
                          [&](const network::Resident& each) { return each.person == who; });
    };
    const auto other = resident(person), child_here = resident(network().ego);
    if (other == household.residents.end() || child_here == household.residents.end()) continue;
    const bool part = other->part_time || child_here->part_time;
    add_line(words_(part ? "dossier.lives_with.part" : "dossier.lives_with"),
             child_here->part_time ? child_here->from : other->from);
  }
  const Id& id = network().people[person].person.id;
  const std::vector<Said> rhythms = statements_of<casefile::Rhythm>(source());
  if (std::any_of(rhythms.begin(), rhythms.end(),
                  [&](const Said& said) { return body_of<casefile::Rhythm>(said).who == id && holds(said); }))
    lines.push_back(words_("dossier.see_week"));
  const network::Tie* tie = network::tie_between(network(), network().ego, person);
  if (tie == nullptr) return lines;
  const network::TiePart& part = tie->part(network::Part::frequency);
  std::vector<network::StatementRef> all;
  for (const network::Evidence& evidence : part.current) all.push_back(evidence.from);
  for (const network::Unanswered& unanswered : part.unanswered) all.push_back(unanswered.from);
  for (const network::StatementRef& from : all) {
    const Said* said = words_.said(from.statement);
    if (said == nullptr || !std::holds_alternative<casefile::Tie>(said->statement->body)) continue;
    std::string line = frequency(std::get<casefile::Tie>(said->statement->body));
    if (line.empty()) continue;
    if (const auto& held = said->statement->held; held && held->from)
      if (const std::string begin = since(*held->from); !begin.empty()) line += ", " + begin;
    add_line(line, from);
  }
  return lines;
}

void ReportWriter::people() {
  heading(1, (*this)("map.title.around"));
  paragraph((*this)("dossier.people.note"));
  std::vector<network::Index> order;
  for (network::Index i = 0; i < network().people.size(); ++i)
    if (i != network().ego) order.push_back(i);
  const auto distance = [&](network::Index i) {
    const network::Member& member = network().people[i];
    return member.outside ? 99 : member.ring.value_or(98);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](network::Index a, network::Index b) { return distance(a) < distance(b); });
  Table table{"", {}, {}, {2.3, 1.7, 3.8}, 0};
  for (const char* column : {"who", "near", "contact"})
    table.head.push_back(words_(std::string("dossier.people.") + column));
  for (const network::Index i : order) {
    const network::Member& member = network().people[i];
    std::string who = words_.person_with_role(member.person.id);
    if (member.person.expected && member.person.birth)
      who += ", " + words_("genogram.expected_when", {{"when", when(*member.person.birth)}});
    else if (member.age && !member.dead)
      who += ", " + age_in_years(*member.age);
    publishing::Cell cell{who};
    if (member.dead) cell.push_back(words_("map.dead"));
    if (member.person.do_not_contact.set) cell.push_back(words_("dossier.do_not_contact"));
    std::vector<std::string> contact = contact_with(i);
    if (contact.empty() && !member.person.expected && !member.dead) contact.push_back(words_("dossier.not_told"));
    table.rows.push_back({std::move(cell), {nearness(member)}, contact});
  }
  add(std::move(table));
}

/// The same people told in the same conversation on which days the child is with somebody who lives there.
bool ReportWriter::told_by_day(const Said& residence, const Id& household) const {
  const auto home = std::find_if(network().households.begin(), network().households.end(),
                                 [&](const network::Household& each) { return each.id == household; });
  if (home == network().households.end()) return false;
  const std::vector<Said> rhythms = statements_of<casefile::Rhythm>(source());
  return std::any_of(rhythms.begin(), rhythms.end(), [&](const Said& said) {
    const auto& rhythm = body_of<casefile::Rhythm>(said);
    const bool lives_there = std::any_of(home->residents.begin(), home->residents.end(), [&](const auto& resident) {
      return network().people[resident.person].person.id == rhythm.who;
    });
    return lives_there && !rhythm.weekdays.empty() && holds(said) && said.interview->id == residence.interview->id &&
           said.statement->by == residence.statement->by;
  });
}

void ReportWriter::week() {
  heading(1, (*this)("dossier.week"));
  std::map<casefile::Weekday, std::vector<std::string>> days;
  std::vector<std::string> otherwise;
  for (const Said& said : statements_of<casefile::Rhythm>(source())) {
    if (!holds(said)) continue;
    const auto& told = body_of<casefile::Rhythm>(said);
    const std::string line = rhythm(told) + " (" + source_of(said) + ")";
    for (const casefile::Weekday day : told.weekdays) days[day].push_back(line);
    if (told.weekdays.empty()) otherwise.push_back(line);
  }
  for (const Said& said : statements_of<casefile::Residence>(source())) {
    const auto& told = body_of<casefile::Residence>(said);
    const bool of_child = told.person == source().child && told.part_time && !told.words.empty() && holds(said);
    if (of_child && !told_by_day(said, told.household))
      otherwise.push_back(words_.household(told.household) + ": " + told.words + " (" + source_of(said) + ")");
  }
  if (days.empty() && otherwise.empty()) return paragraph((*this)("dossier.week.nothing"));
  paragraph((*this)("dossier.week.note"));
  if (days.empty()) {
    paragraph((*this)("dossier.week.no_days"));
    return list(otherwise);
  }
  Table table{"", {words_("dossier.week.day"), words_("dossier.week.what")}, {}, {1, 5}, 0};
  for (const auto& term : casefile::terms<casefile::Weekday>()) {
    const auto found = days.find(term.value);
    table.rows.push_back({{words_(label_key("weekday.", term.text))},
                          found == days.end() ? publishing::Cell{words_("dossier.not_told")} : found->second});
  }
  if (!otherwise.empty()) table.rows.push_back({{words_("dossier.week.otherwise")}, otherwise});
  add(std::move(table));
}

// --- what has changed, what follows, what it rests on ----------------------------------------------------

namespace {

/// Where the child last put somebody before an interview, if it is another place now.
const comparison::Told* moved_from(const comparison::History& all, const comparison::Told& now) {
  const comparison::Told* last = nullptr;
  for (const comparison::HistoryInterview& before : all.interviews)
    for (const comparison::HistoryEntry& entry : before.entries)
      for (const comparison::Told& was : entry.told)
        if (before.interview.date < now.from.said && was.item == now.item && was.from.informants == now.from.informants)
          last = &was;
  return last != nullptr && !comparison::same(last->answer, now.answer) ? last : nullptr;
}

}  // namespace

/// What came into the case with an interview.
std::vector<std::string> ReportWriter::news(const comparison::History& all,
                                            const comparison::HistoryInterview& one) const {
  using comparison::ItemKind;
  std::vector<std::string> lines, people;
  for (const comparison::Registered& registered : all.registered)
    if (!registered.household && registered.from.interview == one.interview.id && registered.id != all.all.child)
      people.push_back(words_.person(registered.id));
  if (!people.empty()) lines.push_back(words_("dossier.history.people", {{"people", words_.list(people)}}));
  for (const comparison::HistoryEntry& entry : one.entries) {
    if (!entry.statement.replaces.empty())
      lines.push_back(words_("dossier.history.corrected", {{"note", entry.statement.note}}));
    if (std::holds_alternative<casefile::Plan>(entry.statement.body)) lines.push_back(words_("dossier.history.plan"));
    for (const comparison::Told& told : entry.told) {
      const Ids& about = told.item.about;
      if (told.item.kind == ItemKind::candidate)
        lines.push_back(words_(told.answer.term == "yes" ? "dossier.history.candidate" : "dossier.history.no_candidate",
                               {{"household", words_.named(about.front())}}));
      if (told.item.kind == ItemKind::decision)
        lines.push_back(
            words_("dossier.history.decision", {{"text", quoted(told.answer.words)}, {"by", told.answer.term}}));
      const bool of_child =
          told.item.kind == ItemKind::ring && std::find(about.begin(), about.end(), all.all.child) != about.end();
      if (!of_child || moved_from(all, told) == nullptr) continue;
      const Id& other = about.front() == all.all.child ? about.back() : about.front();
      std::vector<std::string> by;
      for (const Id& id : told.from.informants) by.push_back(words_.person(id));
      lines.push_back(words_(told.answer.number ? "dossier.history.moved" : "dossier.history.left",
                             {{"person", words_.person(other)}, {"by", words_.list(by)}}));
    }
  }
  return lines;
}

void ReportWriter::history(const casefile::Case& c) {
  heading(1, words_("dossier.history"));
  struct Row {
    casefile::Date date;
    std::string what;
    std::vector<std::string> lines;
  };
  std::vector<Row> rows;
  const comparison::History all =
      comparison::history(c, {audience::Kind::handover, {}}, tool_.vocabulary, ranked().analysed.as_of, {});
  const auto told_in = [&](const casefile::Interview& interview) {
    const auto found = std::find_if(all.interviews.begin(), all.interviews.end(),
                                    [&](const auto& one) { return one.interview.id == interview.id; });
    return found == all.interviews.end() ? comparison::HistoryInterview{interview, {}} : *found;
  };
  using Reason = std::tuple<casefile::Date, std::string, std::string>;
  for (const casefile::Interview& interview : all.all.interviews) {
    std::vector<std::string> who;
    for (const Id& id : interview.informants) who.push_back(words_.person(id));
    const comparison::HistoryInterview told = told_in(interview);
    rows.push_back(
        {interview.date,
         who.empty() ? words_("interview_kind.record") : words_("dossier.history.talk", {{"people", words_.list(who)}}),
         news(all, told)});
    std::map<Reason, std::size_t> withdrawn;
    for (const comparison::HistoryEntry& entry : told.entries)
      if (entry.taken_back && entry.taken_back->corrected_by.empty())
        ++withdrawn[{entry.taken_back->date, entry.taken_back->by, entry.taken_back->reason}];
    for (const auto& [why, number] : withdrawn)
      rows.push_back({std::get<0>(why),
                      words_("dossier.history.withdrawn"),
                      {words_(number == 1 ? "dossier.history.withdrawn.why" : "dossier.history.withdrawn.several",
                              {{"number", std::to_string(number)},
                               {"date", words_.date(interview.date)},
                               {"by", std::get<1>(why)},
                               {"reason", std::get<2>(why)}})}});
  }
  for (const comparison::Registered& one : all.registered)
    if (one.taken_back)
      rows.push_back({one.taken_back->date,
                      words_("dossier.history.withdrawn"),
                      {words_("dossier.history.withdrawn.entry",
                              {{"what", one.household ? words_.household(one.id) : words_.person(one.id)},
                               {"by", one.taken_back->by},
                               {"reason", one.taken_back->reason}})}});
  for (const casefile::Erasure& erased : all.erased)
    rows.push_back({erased.date, words_("dossier.history.erased"), {erased.by + ": " + erased.reason}});
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.date < b.date; });
  Table table{"", {}, {}, {1.3, 1.7, 4}, 0};
  for (const char* column : {"date", "what", "new"})
    table.head.push_back(words_(std::string("dossier.history.column.") + column));
  for (const Row& row : rows) {
    std::vector<std::string> lines = row.lines;
    if (lines.empty()) lines.push_back(words_("dossier.history.nothing_new"));
    table.rows.push_back({{words_.date(row.date)}, {row.what}, lines});
  }
  add(std::move(table));
}

namespace {

/// But for the capital letter and the stop of a sentence.
bool says_the_same(const std::string& sentence, const std::string& words) {
  return editing::lower(sentence) == editing::lower(words) + ".";
}

}  // namespace

void ReportWriter::follow_up(const std::optional<casefile::Date>& placed) {
  const Practice practice = load_practice(tool_.installation.data);
  heading(1, words_("dossier.follow_up"));
  paragraph(words_("dossier.follow_up.note", {{"municipality", practice.municipality}}));
  Table table{"", {words_("dossier.follow_up.what"), words_("dossier.follow_up.when")}, {}, {3, 2}, 0};
  for (const FollowUpRule& rule : practice.follow_up) {
    std::vector<std::string> days;
    if (placed) {
      for (const DueDay& due : due_days({practice.municipality, {}, {rule}}, *placed))
        days.push_back(words_.date(due.day));
    } else {
      days.push_back(words_("follow_up." + rule.id + ".when"));
    }
    publishing::Cell what{words_("follow_up." + rule.id)};
    if (const std::string how = words_("follow_up." + rule.id + ".how"); !says_the_same(how, days.front()))
      what.push_back(how);
    table.rows.push_back({std::move(what), days});
  }
  add(std::move(table));
  small(placed ? words_("dossier.follow_up.from", {{"date", words_.date(*placed)}})
               : words_("dossier.follow_up.undated"));
}

void ReportWriter::laws() {
  const std::string path = tool_.installation.data + "/criteria/laws.json";
  const document::ParseResult read = document::parse_file(path);
  if (!read.document) throw std::runtime_error(path + ": cannot be read");
  const document::Node root = read.document->root();
  const auto text = [](const document::Node& object, std::string_view key) -> std::string {
    const auto found = object.find(key);
    return found && found->is(document::Kind::text) ? found->text() : "";
  };
  heading(1, words_("dossier.laws"));
  const std::string checked = text(root, "checked");
  paragraph(checked.empty() ? words_("dossier.laws.unchecked") : words_("dossier.laws.checked", {{"date", checked}}));
  Table table{"", {}, {}, {2.6, 2.6, 1.9, 1.4}, 0};
  for (const char* column : {"matter", "new", "old", "column_checked"})
    table.head.push_back(words_(std::string("dossier.laws.") + column));
  if (const auto references = root.find("references"); references && references->is(document::Kind::array))
    for (const document::Node& reference : references->children()) {
      std::string now = text(reference, "barnets_lov"), order = text(reference, "plejefamiliebekendtgoerelsen");
      publishing::Cell current{now.empty() ? words_("dossier.laws.open") : now};
      if (!order.empty()) current.push_back(words_("dossier.laws.order", {{"section", order}}));
      const std::string old = text(reference, "serviceloven");
      table.rows.push_back({{words_("law." + text(reference, "id"))},
                            current,
                            {old.empty() ? "–" : old},
                            {checked.empty() ? words_("dossier.laws.not_checked") : checked}});
    }
  add(std::move(table));
}

}  // namespace kreds::application
