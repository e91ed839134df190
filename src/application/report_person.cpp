// What may be given to one person: what they told, and what professionals noted about them and their household.
#include <algorithm>
#include <map>
#include <utility>

#include "kreds/application/collation.hpp"
#include "kreds/casefile/terms.hpp"
#include "report_writer.hpp"

namespace kreds::application {
namespace {

using casefile::Id;

class PersonReport {
 public:
  PersonReport(const RankedCase& ranked, const Tool& tool)
      : write_(ranked, tool), reader_(write_.ranked().analysed.audience.person) {}

  publishing::Document make() {
    const Id& person = reader_;
    write_.begin(write_("person.title", {{"person", write_.words().person(person)}}), write_("person.head"), true);
    write_.note({write_("person.what"), write_("person.others"), write_("person.wrong")});
    write_.heading(1, write_("person.talks"));
    std::vector<std::string> talks;
    for (const casefile::Interview* interview : conversations(write_.source()))
      if (std::find(interview->informants.begin(), interview->informants.end(), person) != interview->informants.end())
        talks.push_back(write_.words().date(interview->date) + ", " +
                        write_(label_key("interview_kind.", casefile::term(interview->kind))));
    if (talks.empty()) talks.push_back(write_("person.talks.none"));
    write_.list(talks);

    std::vector<std::string> own, noted;
    for (const casefile::Interview& interview : write_.source().interviews) {
      const std::string day = " (" + write_.words().date(interview.date) + ")";
      for (const std::string& line : placed_in(interview)) own.push_back(line + day);
      for (const casefile::Statement& statement : interview.statements) {
        const bool told = std::find(statement.by.begin(), statement.by.end(), person) != statement.by.end();
        if (told && !placed_alone(statement).empty()) continue;
        if (const std::string line = words_of({&statement, &interview}, told); !line.empty())
          (told ? own : noted).push_back(line + day);
      }
    }
    write_.heading(1, write_("person.own"));
    if (own.empty()) own.push_back(write_("person.nothing"));
    write_.list(own);
    write_.heading(1, write_("person.noted"));
    if (noted.empty()) noted.push_back(write_("person.nothing"));
    write_.list(noted);
    plan();
    write_.heading(1, write_("person.call"));
    write_.add(publishing::WritingLines{{write_("letter.call.name"), write_("letter.call.number")}});
    return std::move(write_.document());
  }

 private:
  /// What the person agreed on with the others, or is to do.
  void plan() {
    const auto told = casefile::newest_plan(write_.source());
    if (!told) return;
    write_.heading(1, write_("conference.plan"));
    std::vector<std::string> lines;
    for (const casefile::PlanStep& step : told->plan().steps) {
      lines.push_back(write_.who(step) + ": " + step.what + (step.when.empty() ? "" : " – " + step.when));
    }
    const auto more = [&](const char* label, const std::string& text) {
      if (!text.empty()) lines.push_back(write_(label) + ": " + text);
    };
    more("conference.plan.b", told->plan().plan_b);
    more("conference.plan.tell", told->plan().tell);
    if (told->plan().follow_up) more("conference.plan.follow_up", write_.when(*told->plan().follow_up));
    write_.list(lines);
  }

  /// Whom the reader put on the map, where nothing else was said; else empty.
  Id placed_alone(const casefile::Statement& statement) const {
    const auto* tie = std::get_if<casefile::Tie>(&statement.body);
    if (tie == nullptr || !tie->ring.value || statement.quote || statement.held) return {};
    const bool more = tie->emotional.value || tie->caregiving.value || tie->conflict.value ||
                      !tie->frequency_term.empty() || tie->times_per_year.value || tie->known_since.value;
    if (more || (tie->a != reader_ && tie->b != reader_)) return {};
    return tie->a == reader_ ? tie->b : tie->a;
  }

  std::string place(const casefile::Tie& tie) const {
    return tie.ring_words.empty() ? write_("map.in_ring", {{"ring", std::to_string(*tie.ring.value)}})
                                  : quoted(tie.ring_words);
  }

  /// One line for each ring, from the inmost outwards.
  std::vector<std::string> placed_in(const casefile::Interview& interview) const {
    std::map<std::pair<int, std::string>, std::vector<std::string>> rings;
    for (const casefile::Statement& statement : interview.statements)
      if (const Id person = placed_alone(statement);
          !person.empty() && std::find(statement.by.begin(), statement.by.end(), reader_) != statement.by.end()) {
        const auto& tie = std::get<casefile::Tie>(statement.body);
        rings[{*tie.ring.value, place(tie)}].push_back(write_.words().person(person));
      }
    std::vector<std::string> lines;
    for (const auto& [ring, people] : rings)
      lines.push_back(
          write_("person.placed_together", {{"place", ring.second}, {"people", write_.words().list(people)}}));
    return lines;
  }

  /// Empty for what is no news to the person, such as who lives where.
  std::string words_of(const Said& said, bool own) const {
    const casefile::StatementBody& body = said.statement->body;
    std::string text;
    if (const auto* tie = std::get_if<casefile::Tie>(&body)) text = tie_words(*tie);
    if (const auto* wish = std::get_if<casefile::Wish>(&body)) text = wish_words(*wish);
    if (const auto* role = std::get_if<casefile::RoleWish>(&body)) text = role_words(*role);
    if (const auto* assessment = std::get_if<casefile::Assessment>(&body)) text = assessment_words(*assessment, own);
    if (const auto* fact = std::get_if<casefile::Fact>(&body)) text = fact->text;
    if (const auto* need = std::get_if<casefile::Need>(&body)) text = need->text;
    if (const auto* rhythm = std::get_if<casefile::Rhythm>(&body)) text = rhythm_words(*rhythm);
    if (const auto* question = std::get_if<casefile::Question>(&body)) text = question_words(*question);
    if (const auto* certificate = std::get_if<casefile::Certificate>(&body)) text = certificate_words(*certificate);
    if (const auto* measure = std::get_if<casefile::Measure>(&body))
      text = write_("measure." + measure->measure + ".plain") + ": " +
             write_(label_key("measure_state.", casefile::term(measure->state)));
    if (const auto* consent = std::get_if<casefile::Consent>(&body))
      text = write_(label_key("person.consent.", casefile::term(consent->to))) + ": " +
             write_(label_key("consent.", casefile::term(consent->answer)));
    if (const auto* referral = std::get_if<casefile::Referral>(&body))
      text = referral->words.empty() ? write_.words().person(referral->to) : referral->words;
    if (text.empty()) return text;
    // In one conversation two may have been told of: as it was, and as it is.
    if (const auto& held = said.statement->held; held && held->to)
      text += ", " + write_("person.until", {{"date", write_.when(*held->to)}});
    if (said.statement->quote) text += " – " + quoted(said.statement->quote->text);
    return text;
  }

  /// »dig« for whoever reads it.
  std::string called(const Id& person) const {
    return person == reader_ ? write_("person.you") : write_.words().person(person);
  }

  /// »Du og Karen«: whoever reads it comes first, then the child.
  std::string pair(Id a, Id b) const {
    if (b == reader_ || (a != reader_ && b == write_.source().child)) std::swap(a, b);
    return capitalised(write_("person.pair", {{"a", called(a)}, {"b", called(b)}}), write_.tool().labels.language());
  }

  std::string rhythm_words(const casefile::Rhythm& rhythm) const {
    return pair(write_.source().child, rhythm.who) + ": " + write_.rhythm_of(rhythm) +
           (rhythm.weekdays.empty() ? "" : " (" + write_.weekdays(rhythm.weekdays) + ")");
  }

  std::string wish_words(const casefile::Wish& wish) const {
    casefile::Wish plain = wish;
    plain.condition.clear();
    std::string text = wish.of == reader_ ? write_("person.wish", {{"wish", write_.wish(plain)}})
                                          : write_.words().person(wish.of) + ": " + write_.wish(plain);
    if (!wish.condition.empty()) text += ", " + quoted(wish.condition);
    return text;
  }

  std::string question_words(const casefile::Question& question) const {
    std::string text = question.question;
    if (!question.answer.empty())
      text += " – " + quoted(question.answer);
    else if (question.missing)
      text += " – " + write_(label_key("person.answer.", casefile::term(*question.missing)));
    if (question.taken_back) text += ", " + write_("told.question.taken_back");
    return text;
  }

  std::string certificate_words(const casefile::Certificate& certificate) const {
    const std::string which(casefile::term(certificate.which));
    const std::string status = write_(label_key("certificate_status.", casefile::term(certificate.status)));
    if (certificate.person == reader_) return write_("person.certificate." + which) + ": " + status;
    return write_("rank.certificate", {{"person", write_.words().person(certificate.person)},
                                       {"which", write_("certificate." + which)},
                                       {"status", status}});
  }

  std::string tie_words(const casefile::Tie& tie) const {
    std::vector<std::string> parts;
    const auto level = [&](const std::string& part, const casefile::Answered<int>& answer) {
      if (!answer.value) return;
      const std::string key = "tie_part." + part + ".level." + std::to_string(*answer.value);
      // To the child itself »barnet« is somebody else.
      const bool own = write_.source().child == reader_ && write_.tool().labels.has(key + ".own");
      parts.push_back(write_(own ? key + ".own" : key));
    };
    if (tie.ring.value) {
      parts.push_back(write_("person.placed", {{"place", place(tie)}}));
    } else if (tie.ring.missing == casefile::NoValue::none) {
      parts.push_back(write_("person.placed_outside"));
    }
    level("emotional", tie.emotional);
    level("caregiving", tie.caregiving);
    level("harmony", tie.conflict);
    if (!tie.frequency_term.empty())
      parts.push_back(write_("person.meet", {{"often", write_("tie_part.frequency.level." + tie.frequency_term)}}));
    else if (tie.times_per_year.value)
      parts.push_back(write_("person.meet", {{"often", write_.times_a_year(*tie.times_per_year.value)}}));
    if (tie.known_since.value)
      if (const std::string since = write_.since(*tie.known_since.value); !since.empty())
        parts.push_back(write_("person.known", {{"date", since}}));
    return parts.empty() ? std::string() : pair(tie.a, tie.b) + ": " + write_.words().list(parts);
  }

  std::string role_words(const casefile::RoleWish& role) const {
    std::string text = role.words;
    for (const casefile::Offer& offer : role.offers)
      text += (text.empty() ? "" : " ") + write_("offer_role." + offer.role) +
              (offer.words.empty() ? "." : ": " + offer.words + ".");
    if (text.empty() && role.wish) text = write_(label_key("rank.role_wish.", casefile::term(*role.wish)));
    return text;
  }

  bool lives_in(const Id& household) const {
    const auto& all = write_.network().households;
    const auto home = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.id == household; });
    return home != all.end() && std::any_of(home->residents.begin(), home->residents.end(), [&](const auto& resident) {
             return write_.network().people[resident.person].person.id == reader_;
           });
  }

  /// What was assessed, to one who lives there, to a parent about their own view, and to others about a household.
  std::string subject(const casefile::Assessment& assessment) const {
    if (assessment.whose == reader_)
      return write_("person.own_view", {{"household", write_.words().household(assessment.household)}});
    if (lives_in(assessment.household)) return write_("factor." + assessment.factor + ".plain");
    return write_.words().household(assessment.household) + ": " + write_("factor." + assessment.factor + ".label");
  }

  /// A professional's free words may be about others, or in the words of the trade: the level alone, in plain words.
  std::string assessment_words(const casefile::Assessment& assessment, bool own) const {
    std::string text = subject(assessment);
    if (assessment.level.value)
      text += ": " + write_("factor." + assessment.factor + ".level." + std::to_string(*assessment.level.value));
    const bool with_words = own && !assessment.words.empty();
    if (with_words) text += (assessment.level.value ? " – " : ": ") + assessment.words;
    return assessment.level.value || with_words ? text : std::string();
  }

  ReportWriter write_;
  Id reader_;
};

}  // namespace

publishing::Document person_document(const RankedCase& ranked, const Tool& tool) {
  return PersonReport(ranked, tool).make();
}

}  // namespace kreds::application
