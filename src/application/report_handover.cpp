// The whole case for the next team: what is known, who said it, what is open, and what must not be lost.
#include <algorithm>
#include <set>

#include "kreds/casefile/terms.hpp"
#include "ranking_terms.hpp"
#include "report_writer.hpp"

namespace kreds::application {
namespace {

using casefile::Id;
using publishing::Table;
using ranking::RankedHousehold;

class Handover {
 public:
  Handover(const RankedCase& ranked, const Tool& tool)
      : write_(ranked, tool), practice_(load_practice(tool.installation.data)) {}

  publishing::Document make(const casefile::Case& shown, const casefile::Case& full, const ReportRequest& request) {
    write_.begin(write_("handover.title"), write_("handover.head"), true);
    write_.warning({write_("rank.head"), write_("handover.confidential_apart")});
    what_it_is();
    signature();
    write_.case_facts();
    write_.heard();
    write_.childs_words();
    write_.pictures(true);
    write_.people();
    write_.week();
    write_.plan(ReportWriter::WithoutPlan::says_so);
    households();
    plan_b();
    roles();
    questions();
    write_.history(shown);
    write_.follow_up(request.placed);
    write_.laws();
    appendix(full);
    return std::move(write_.document());
  }

 private:
  const RankingWords& words() const { return write_.words(); }

  void what_it_is() {
    write_.heading(1, write_("handover.what"));
    write_.paragraph(write_("rank.standing_sentence", {{"date", words().date(write_.ranked().ranking.as_of)}}));
    write_.list({write_("handover.what.said"), write_("handover.what.not_told"), write_("handover.what.order"),
                 write_("handover.what.network")});
  }

  // --- households --------------------------------------------------------------------------------------

  void households() {
    write_.heading(1, write_("handover.households"));
    write_.paragraph(write_("handover.households.note"));
    std::size_t before = 0;
    for (const ranking::Bracket& bracket : write_.ranked().robustness.brackets) {
      if (bracket.members.size() > 1)
        write_.paragraph(write_("rank.bracket", {{"households", words().named_list(bracket.members)}}));
      for (const Id& id : bracket.members)
        household(words().ranked_household(id), place_in_order(before + 1, bracket.members.size()) + " ");
      before += bracket.members.size();
    }
    if (before == 0) write_.paragraph(write_("rank.order_empty"));
    for (const ranking::Standing standing : standings_apart)
      for (const RankedHousehold* one : words().standing(standing)) household(*one, "");
    for (const Id& id : write_.ranked().ranking.parents_with_custody_excluded)
      write_.paragraph(write_("rank.parent_with_custody", {{"household", words().household(id)}}));
    for (const std::string& line : words().catalogue()) write_.small(line);
  }

  void household(const RankedHousehold& household, const std::string& place) {
    write_.heading(2, place + words().household(household.id));
    write_.paragraph(words().about(household));
    if (!in_order(household)) write_.paragraph(write_(label_key("rank.apart.", term(household.standing))) + ".");
    std::vector<std::string> obs;
    for (const ranking::Outside& outside : household.outside) {
      const bool alert =
          outside.reason == ranking::OutsideReason::unsafe_tie || outside.reason == ranking::OutsideReason::level_zero;
      if (!outside.assessed.empty())
        obs.push_back(write_("rank.assessed", {{"reason", words().outside(household, outside)},
                                               {"sources", words().sources(outside.assessed)}}));
      else if (!alert)
        obs.push_back(words().outside(household, outside));
    }
    for (const ranking::Alert& alert : household.alerts) obs.push_back(words().alert(alert));
    if (!obs.empty()) write_.warning(obs);

    publishing::Definitions facts;
    const auto entry = [&](const std::string& key, std::vector<std::string> texts) {
      std::erase(texts, std::string());
      if (!texts.empty()) facts.entries.push_back({write_(key), std::move(texts)});
    };
    std::vector<std::string> status{write_(label_key("rank.heading.", term(household.heading)))};
    for (std::string& line : requirement_lines(words(), household)) status.push_back(std::move(line));
    entry("rank.entry.status", std::move(status));
    entry("rank.entry.relation", words().relation(household));
    entry("rank.entry.own_wish", {words().own_wish(household)});
    entry("rank.entry.offers", words().offers(household));
    entry("rank.entry.decision", words().decisions(household));
    write_.add(std::move(facts));
    three_columns(household);
    support(household);
    approval(household);
  }

  /// The three columns of Signs of Safety.
  void three_columns(const RankedHousehold& household) {
    // Somebody of whom nothing is described yet speaks neither for nor against.
    std::vector<std::string> speaks_for = words().close_relation(household);
    for (std::string& line : factor_lines(words(), household, Speaks::in_favour)) speaks_for.push_back(std::move(line));
    std::vector<std::string> worries;
    for (const ranking::Alert& alert : household.alerts) worries.push_back(words().factor(alert.factor));
    for (std::string& line : factor_lines(words(), household, Speaks::concern)) worries.push_back(std::move(line));
    for (const std::string& line : factor_lines(words(), household, Speaks::both))
      worries.push_back(write_("handover.both", {{"line", line}}));
    std::vector<std::string> must;
    constexpr std::size_t shown = 8;
    std::size_t more = 0;
    for (const ranking::OpenQuestion& question : write_.ranked().plan.questions) {
      if (question.household != household.id || for_consultant_only(question)) continue;
      const std::string line = asked(words(), question);
      if (std::find(must.begin(), must.end(), line) != must.end()) continue;
      if (must.size() < shown)
        must.push_back(line);
      else
        ++more;
    }
    if (more > 0) must.push_back(write_("handover.more", {{"number", std::to_string(more)}}));
    for (std::vector<std::string>* column : {&speaks_for, &worries, &must})
      if (column->empty()) column->push_back(write_("handover.column.none"));
    write_.add(publishing::Columns{{{write_("handover.column.for"), std::move(speaks_for)},
                                    {write_("handover.column.worries"), std::move(worries)},
                                    {write_("handover.column.must"), std::move(must)}}});
  }

  void support(const RankedHousehold& household) {
    write_.heading(3, write_("handover.support"));
    if (household.measures.empty()) return write_.paragraph(write_("handover.support.none"));
    Table table{"", {}, {}, {3, 1.5, 1.5, 3}, 0};
    for (const char* column : {"what", "state", "waiting", "lifts"})
      table.head.push_back(write_(std::string("handover.support.") + column));
    for (const ranking::RecordedMeasure& measure : household.measures) {
      const auto newer = std::find_if(household.measures.begin(), household.measures.end(), [&](const auto& other) {
        return other.measure == measure.measure && other.from.said > measure.from.said;
      });
      if (newer != household.measures.end()) continue;
      std::vector<std::string> lifts;
      for (const std::string& factor : measure.factors) lifts.push_back(words().factor(factor));
      if (lifts.empty()) lifts.push_back(write_("dossier.not_told"));
      table.rows.push_back(
          {{write_("measure." + measure.measure), words().source(measure.from)},
           {write_(label_key("measure_state.", casefile::term(measure.state)))},
           {measure.waiting_weeks ? write_(*measure.waiting_weeks == 1 ? "rank.waiting.one" : "rank.waiting.many",
                                           {{"weeks", std::to_string(*measure.waiting_weeks)}})
                                  : write_("dossier.not_told")},
           lifts});
    }
    write_.add(std::move(table));
  }

  // --- the steps to an approval ------------------------------------------------------------------------

  std::set<Id> adults(const RankedHousehold& household) const {
    std::set<Id> ids;
    for (const auto& adult : household.relation.adults) ids.insert(write_.network().people[adult.person].person.id);
    return ids;
  }

  std::vector<std::string> seen(const ApprovalStep& step, const RankedHousehold& household) const {
    const std::set<Id> who = adults(household);
    if (step.seen_in == "first_home_visit" || step.seen_in == "second_home_visit") {
      std::vector<std::string> visits;
      for (const casefile::Interview* interview : conversations(write_.source()))
        if (interview->kind == casefile::InterviewKind::home_visit &&
            std::any_of(interview->informants.begin(), interview->informants.end(),
                        [&](const Id& id) { return who.contains(id); }))
          visits.push_back(words().date(interview->date));
      const std::size_t wanted = step.seen_in == "first_home_visit" ? 1 : 2;
      return visits.size() < wanted ? std::vector<std::string>{} : std::vector<std::string>{visits[wanted - 1]};
    }
    std::vector<std::string> lines;
    if (step.seen_in == "certificate_consent") {
      for (const Said& said : statements_of<casefile::Consent>(write_.source())) {
        const auto& told = body_of<casefile::Consent>(said);
        if (told.to == casefile::ConsentTo::certificates && who.contains(told.of))
          lines.push_back(words().person(told.of) + ": " + write_(label_key("consent.", casefile::term(told.answer))));
      }
    } else if (step.seen_in == "certificates") {
      for (const Said& said : statements_of<casefile::Certificate>(write_.source())) {
        const auto& told = body_of<casefile::Certificate>(said);
        if (who.contains(told.person))
          lines.push_back(write_("rank.certificate",
                                 {{"person", words().person(told.person)},
                                  {"which", write_(label_key("certificate.", casefile::term(told.which)))},
                                  {"status", write_(label_key("certificate_status.", casefile::term(told.status)))}}));
      }
    } else if (step.seen_in == "decision") {
      lines = words().decisions(household);
    } else if (step.seen_in == "basic_course") {
      for (const ranking::RecordedMeasure& measure : household.measures)
        if (measure.measure == step.seen_in)
          lines.push_back(write_(label_key("measure_state.", casefile::term(measure.state))) + " (" +
                          words().source(measure.from) + ")");
    }
    return lines;
  }

  void approval(const RankedHousehold& household) {
    write_.heading(3, write_("handover.approval"));
    Table table{"", {write_("handover.approval.step"), write_("handover.approval.told")}, {}, {2, 3}, 0};
    std::vector<std::string> open;
    for (const ApprovalStep& step : practice_.approval)
      if (std::vector<std::string> lines = seen(step, household); lines.empty())
        open.push_back(write_("approval." + step.id));
      else
        table.rows.push_back({{write_("approval." + step.id)}, std::move(lines)});
    // One row for all of which nothing is written, so that a page holds a household.
    if (!open.empty()) table.rows.push_back({std::move(open), {write_("dossier.not_told")}});
    write_.add(std::move(table));
  }

  // --- the rest ----------------------------------------------------------------------------------------

  void plan_b() {
    write_.heading(1, write_("rank.plan_b"));
    const std::vector<std::string> lines = plan_b_lines(words());
    if (lines.empty()) return write_.paragraph(write_("dossier.not_told") + ".");
    write_.list(lines);
  }

  void roles() {
    write_.heading(1, write_("rank.roles"));
    write_.paragraph(write_("rank.roles.note"));
    publishing::Definitions all;
    for (const RoleLine& line : role_lines(words()))
      if (!line.text.empty()) all.entries.push_back({line.role, {line.text}});
    write_.add(std::move(all));
    std::vector<std::string> unasked;
    for (const ranking::RoleQuestion& question : write_.ranked().roles.questions)
      unasked.push_back(words().person(question.person));
    if (!unasked.empty()) write_.paragraph(write_("handover.roles.not_asked", {{"people", words().list(unasked)}}));
  }

  void questions() {
    write_.heading(1, write_("handover.questions"));
    write_.paragraph(write_("ask.intro"));
    const QuestionWords asking(words());
    std::vector<QuestionSection> sections;
    std::vector<std::string> for_consultant;
    for (const ranking::OpenQuestion& question : write_.ranked().plan.questions)
      if (for_consultant_only(question))
        for_consultant.push_back(asking.sentence(question, question.whom.front()));
      else
        add_question(sections, asking, question, question.whom.front(), QuestionWords::Reader::consultant);
    join_alike(sections);
    into_order(sections);
    for (const QuestionSection& section : sections) {
      write_.heading(2, asking.heading(section.whom, section.each_alone));
      write_.list(section.lines);
    }
    if (!for_consultant.empty()) {
      write_.heading(2, write_("ask.group.consultant"));
      write_.list(for_consultant);
    }
    if (sections.empty()) write_.paragraph(write_("ask.nothing"));
  }

  void signature() {
    write_.heading(1, write_("handover.signature"));
    write_.paragraph(write_("handover.signature.note"));
    write_.add(publishing::WritingLines{
        {write_("handover.signature.from"), write_("handover.signature.to"), write_("rank.signature.date")}});
  }

  // --- what is confidential ----------------------------------------------------------------------------

  void appendix(const casefile::Case& full) {
    std::set<Id> lifted;
    for (const Said& said : statements_of<casefile::Lifting>(full))
      lifted.insert(body_of<casefile::Lifting>(said).matter);
    std::vector<const casefile::Matter*> matters;
    for (const casefile::Matter& matter : full.matters)
      if (!matter.not_to.empty() && !lifted.contains(matter.id)) matters.push_back(&matter);
    std::vector<const casefile::Person*> not_shown;
    for (const casefile::Person& person : full.people)
      if (person.do_not_show.set) not_shown.push_back(&person);
    std::vector<const casefile::Person*> protected_homes;
    for (const casefile::Person& person : full.people)
      if (person.protected_address.set) protected_homes.push_back(&person);
    if (matters.empty() && not_shown.empty() && protected_homes.empty()) return;

    // Names come from the whole case: the main part may not know them.
    const Analysed everything =
        analyse(write_.tool(), full, {{audience::Kind::handover, {}}, write_.ranked().analysed.as_of});
    const Wording names(everything, write_.tool().labels);
    write_.add(publishing::PageBreak{write_("appendix.foot", {{"foot", write_.document().foot}})});
    write_.heading(1, write_("appendix.title"));
    write_.warning({write_("appendix.access"), write_("appendix.keep_apart")});
    for (const casefile::Matter* matter : matters) one_matter(*matter, full, names);
    if (!protected_homes.empty()) {
      write_.heading(2, write_("appendix.protected"));
      std::vector<std::string> lines;
      for (const casefile::Person* person : protected_homes)
        lines.push_back(protected_home(*person, everything, names));
      write_.list(lines);
    }
    if (!not_shown.empty()) {
      write_.heading(2, write_("appendix.not_shown"));
      std::vector<std::string> lines;
      for (const casefile::Person* person : not_shown)
        lines.push_back(names.person_with_role(person->id) +
                        (person->do_not_show.reason.empty() ? "" : ": " + person->do_not_show.reason));
      write_.list(lines);
    }
  }

  static std::string protected_home(const casefile::Person& person, const Analysed& everything, const Wording& names) {
    std::string line = names.person_with_role(person.id);
    if (!person.protected_address.reason.empty()) line += ": " + person.protected_address.reason;
    for (const network::Household& household : everything.network.households)
      for (const network::Resident& resident : household.residents)
        if (everything.network.people[resident.person].person.id == person.id && !household.place.empty())
          line += " – " + names.household(household.id) + ", " + household.place;
    return line;
  }

  void one_matter(const casefile::Matter& matter, const casefile::Case& full, const Wording& names) {
    write_.heading(2, matter.title);
    std::vector<std::string> people;
    for (const Id& id : matter.not_to) people.push_back(names.person_with_role(id));
    publishing::Definitions facts;
    facts.entries.push_back({write_("appendix.not_to"), {names.list(people)}});
    if (!matter.reason.empty()) facts.entries.push_back({write_("appendix.reason"), {matter.reason}});
    write_.add(std::move(facts));
    std::vector<std::string> lines;
    for (const casefile::Interview& interview : full.interviews)
      for (const casefile::Statement& statement : interview.statements)
        if (std::find(statement.matters.begin(), statement.matters.end(), matter.id) != statement.matters.end())
          lines.push_back(told({&statement, &interview}, names));
    write_.list(lines);
  }

  /// One statement, in as many words as it has.
  std::string told(const Said& said, const Wording& names) const {
    std::string text;
    const auto add = [&](const std::string& part) {
      if (!part.empty()) text += (text.empty() ? "" : " ") + part;
    };
    if (const auto* tie = std::get_if<casefile::Tie>(&said.statement->body)) {
      add(names.person(tie->a) + " – " + names.person(tie->b) + ":");
      if (!tie->frequency_term.empty()) add(write_("tie_part.frequency.level." + tie->frequency_term) + ".");
    } else if (const auto* rhythm = std::get_if<casefile::Rhythm>(&said.statement->body)) {
      add(names.person(rhythm->who) + ": " + rhythm->what +
          (rhythm->weekdays.empty() ? "" : " (" + write_.weekdays(rhythm->weekdays) + ")") + ".");
    } else if (const auto* wish = std::get_if<casefile::Wish>(&said.statement->body)) {
      const bool words_alone = wish->topic == casefile::WishTopic::school ||
                               wish->topic == casefile::WishTopic::activity ||
                               wish->topic == casefile::WishTopic::meeting || wish->topic == casefile::WishTopic::other;
      add(names.person(wish->of) + ": " +
          write_("wish.topic." + std::string(casefile::term(wish->topic)),
                 {{"target", words_alone                                     ? wish->target
                             : wish->topic == casefile::WishTopic::household ? names.household(wish->target)
                                                                             : names.person(wish->target)}}) +
          ".");
    } else if (const auto* fact = std::get_if<casefile::Fact>(&said.statement->body)) {
      add(fact->text);
    } else if (const auto* need = std::get_if<casefile::Need>(&said.statement->body)) {
      add(need->text);
    } else if (const auto* assessment = std::get_if<casefile::Assessment>(&said.statement->body)) {
      add(names.household(assessment->household) + ": " + assessment->words);
    } else {
      add(write_(label_key("statement.", casefile::statement_types[said.statement->body.index()])) + ".");
    }
    add(said.statement->note);
    if (said.statement->quote) add(quoted(said.statement->quote->text));
    return text + " (" + names.source(reference(said)) + ")";
  }

  ReportWriter write_;
  Practice practice_;
};

}  // namespace

publishing::Document handover_document(const RankedCase& ranked, const Tool& tool, const casefile::Case& shown,
                                       const casefile::Case& full, const ReportRequest& request) {
  return Handover(ranked, tool).make(shown, full, request);
}

publishing::Document casefile_document(const RankedCase& ranked, const Tool& tool) {
  ReportWriter write(ranked, tool);
  write.begin(write("casefile.title"), write("casefile.head"), true);
  write.note({write("casefile.what", {{"date", write.words().date(ranked.analysed.as_of)}})});
  write.heard();
  write.pictures(true);
  write.people();
  write.week();
  write.plan(ReportWriter::WithoutPlan::is_silent);
  return std::move(write.document());
}

}  // namespace kreds::application
