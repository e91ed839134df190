/// \file
/// Cases from short text, for tests.
///
///   const Case c = CaseBuilder("liam born=2015-05-14")
///                      .people("anna born=1994 role=mor; karen born=62@2024-02-05 female role=mormor")
///                      .households("h-karen name=\"Karen og Ole\"")
///                      .on("2024-02-05 anna", R"(
///                         residence karen h-karen from=2010
///                         tie liam karen caregiving=2 often=weekly hearsay
///                         parent karen anna kind=biological)")
///                      .build();
///
/// Entries end at a line end or ";". Words are parted by blanks: first what the entry is about, then marks (hearsay)
/// and options (key=value, lists with commas, text with blanks in "…"). A word that nothing reads is an error, so that
/// a typing mistake cannot make a test pass. Dates: 2015-05-14, 2015-05, 2015, 62@2024-02-05 (age on a day),
/// 2017-08..2018-06. Answers without a value by their term: ring=not_asked.
///
/// Ids are given in order: interviews i1, i2 …, statements s001, s002 … (or id=…). A statement is by all informants of
/// its interview unless it says by=… or observed.
#pragma once

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kreds/casefile/case.hpp"
#include "kreds/casefile/terms.hpp"
#include "kreds/casefile/vocabulary.hpp"

namespace kreds::testing {

/// The words of one entry; what is read is taken away.
class Words {
 public:
  explicit Words(std::string_view entry) : entry_(entry) {
    std::string word;
    bool quoted = false;
    for (const char c : entry) {
      if (c == '"') {
        quoted = !quoted;
      } else if ((c == ' ' || c == '\t') && !quoted) {
        add(word);
      } else {
        word += c;
      }
    }
    add(word);
  }

  std::string next() {
    if (plain_.empty()) throw std::invalid_argument("too few words: " + entry_);
    std::string word = std::move(plain_.front());
    plain_.erase(plain_.begin());
    return word;
  }
  bool more() const { return !plain_.empty(); }
  bool mark(std::string_view name) {
    const auto found = std::find(plain_.begin(), plain_.end(), name);
    if (found == plain_.end()) return false;
    plain_.erase(found);
    return true;
  }
  std::optional<std::string> option(const std::string& key) {
    auto node = options_.extract(key);
    if (node.empty()) return std::nullopt;
    return std::move(node.mapped());
  }
  std::string text(const std::string& key) { return option(key).value_or(""); }
  std::vector<std::string> list(const std::string& key) { return split(text(key), ','); }
  std::vector<std::string> rest() { return std::exchange(plain_, {}); }

  void all_read() const {
    for (const std::string& word : plain_) throw std::invalid_argument("\"" + word + "\" means nothing in: " + entry_);
    for (const auto& [key, value] : options_) throw std::invalid_argument(key + "= means nothing in: " + entry_);
  }

  static std::vector<std::string> split(std::string_view text, char by) {
    std::vector<std::string> parts;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(by), text.size());
      parts.emplace_back(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
  }

 private:
  void add(std::string& word) {
    const std::size_t equals = word.find('=');
    if (equals != std::string::npos && equals > 0 && word.find(' ') > equals)  // a text may hold "=" too
      options_.emplace(word.substr(0, equals), word.substr(equals + 1));
    else if (!word.empty())
      plain_.push_back(word);
    word.clear();
  }
  std::string entry_;
  std::vector<std::string> plain_;
  std::map<std::string, std::string> options_;
};

template <class Number>
Number number_of(const std::string& text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) throw std::invalid_argument("no number: " + text);
  return number;
}

template <class Enum>
Enum term_of(const std::string& text) {
  const auto value = casefile::from_term<Enum>(text);
  if (!value) throw std::invalid_argument("no such term: " + text);
  return *value;
}

inline casefile::Date day(const std::string& text) {
  const auto date = casefile::parse_date(text);
  if (!date) throw std::invalid_argument("no date: " + text);
  return *date;
}

inline casefile::ApproximateDate about_date(const std::string& text) {
  if (const std::size_t at = text.find('@'); at != std::string::npos)
    return casefile::from_age(number_of<int>(text.substr(0, at)), day(text.substr(at + 1)));
  if (const std::size_t dots = text.find(".."); dots != std::string::npos) {
    casefile::ApproximateDate span;
    span.first = about_date(text.substr(0, dots)).first;
    span.last = about_date(text.substr(dots + 2)).last;
    span.form = casefile::ApproximateDate::Form::between;
    return span;
  }
  const auto date = casefile::parse_approximate(text);
  if (!date) throw std::invalid_argument("no date: " + text);
  return *date;
}

class CaseBuilder {
 public:
  explicit CaseBuilder(const std::string& child = "child born=2015-05-14", int rings = 5) {
    people(child);
    case_.number = "2024-0001";
    case_.child = case_.people.front().id;
    case_.rings = rings;
  }

  /// id name= born= female|male role= role_words= professional_of= sector= animal expected dead died= hidden
  CaseBuilder& people(const std::string& entries) {
    for (const std::string& entry : lines(entries)) person(entry);
    return *this;
  }
  /// id name=
  CaseBuilder& households(const std::string& entries) {
    for (const std::string& entry : lines(entries)) {
      Words words(entry);
      casefile::Household household;
      household.id = words.next();
      household.name = words.text("name");
      household.matters = words.list("matters");
      words.all_read();
      case_.households.push_back(std::move(household));
    }
    return *this;
  }
  /// id title= not_to= reason=
  CaseBuilder& matters(const std::string& entries) {
    for (const std::string& entry : lines(entries)) {
      Words words(entry);
      casefile::Matter matter;
      matter.id = words.next();
      matter.title = words.text("title");
      matter.not_to = words.list("not_to");
      matter.reason = words.text("reason");
      words.all_read();
      case_.matters.push_back(std::move(matter));
    }
    return *this;
  }
  /// An interview, "2024-02-05 anna karen kind=school", and what was said in it. No informants: kind record.
  CaseBuilder& on(const std::string& head, const std::string& statements) {
    Words words(head);
    casefile::Interview interview;
    interview.date = day(words.next());
    interview.id = words.option("id").value_or("i" + std::to_string(case_.interviews.size() + 1));
    const auto kind = words.option("kind");
    interview.informants = words.rest();
    interview.kind = kind                           ? term_of<casefile::InterviewKind>(*kind)
                     : interview.informants.empty() ? casefile::InterviewKind::record
                                                    : casefile::InterviewKind::home_visit;
    words.all_read();
    for (const std::string& line : lines(statements)) interview.statements.push_back(statement(line, interview));
    case_.interviews.push_back(std::move(interview));
    return *this;
  }

  casefile::Case build() const { return case_; }

 private:
  static std::vector<std::string> lines(std::string_view entries) {
    std::vector<std::string> result;
    for (const std::string& line : Words::split(entries, '\n'))
      for (const std::string& entry : Words::split(line, ';'))
        if (entry.find_first_not_of(" \t") != std::string::npos) result.push_back(entry);
    return result;
  }

  void person(const std::string& entry) {
    Words words(entry);
    casefile::Person person;
    person.id = words.next();
    person.name = words.option("name").value_or(person.id);
    if (const auto born = words.option("born")) person.birth = about_date(*born);
    if (words.mark("female")) person.gender = casefile::Gender::female;
    if (words.mark("male")) person.gender = casefile::Gender::male;
    person.role = words.text("role");
    person.role_words = words.text("role_words");
    person.professional_of = words.text("professional_of");
    person.sector = words.text("sector");
    person.animal = words.mark("animal");
    person.expected = words.mark("expected");
    if (words.mark("dead")) person.dead = casefile::Death{};
    if (const auto died = words.option("died")) person.dead = casefile::Death{about_date(*died)};
    if (words.mark("hidden")) person.do_not_show = {true, "test"};
    person.note = words.text("note");
    person.matters = words.list("matters");
    words.all_read();
    case_.people.push_back(std::move(person));
  }

  casefile::Statement statement(const std::string& line, const casefile::Interview& interview) {
    Words words(line);
    casefile::Statement s;
    const std::string number = std::to_string(++statements_);
    s.id = words.option("id").value_or("s" + std::string(number.size() < 3 ? 3 - number.size() : 0, '0') + number);
    s.observed = words.mark("observed");
    const auto by = words.option("by");
    s.by = by ? Words::split(*by, ',') : s.observed ? casefile::Ids{} : interview.informants;
    s.hearsay = words.mark("hearsay");
    s.unsure = words.mark("unsure");
    s.municipality_is_source = words.mark("municipality_is_source");
    s.matters = words.list("matters");
    const auto from = words.option("from"), to = words.option("to");
    if (from || to) s.held.emplace();
    if (from) s.held->from = about_date(*from);
    if (to) s.held->to = about_date(*to);
    s.note = words.text("note");
    if (const auto quote = words.option("quote")) s.quote = casefile::Quote{*quote, {}};
    s.prompt = words.text("prompt");
    s.replaces = words.text("replaces");
    if (const auto date = words.option("withdrawn")) s.withdrawn = casefile::Withdrawal{day(*date), "test", "test"};
    s.body = body(words);
    words.all_read();
    return s;
  }

  template <class T, class Read>
  static casefile::Answered<T> answer(const std::optional<std::string>& text, Read read) {
    if (!text) return {};
    if (const auto missing = casefile::from_term<casefile::NoValue>(*text)) return {{}, missing};
    return {read(*text), {}};
  }
  static casefile::Answered<int> level(const std::optional<std::string>& text) {
    return answer<int>(text, number_of<int>);
  }

  static casefile::Tie tie(Words& words) {
    casefile::Tie tie;
    tie.a = words.next();
    tie.b = words.next();
    tie.ring = level(words.option("ring"));
    tie.ring_words = words.text("ring_words");
    tie.emotional = level(words.option("emotional"));
    tie.caregiving = level(words.option("caregiving"));
    tie.conflict = level(words.option("conflict"));
    const auto often = words.option("often");
    const auto per_year = often ? casefile::times_per_year(*often) : std::nullopt;
    if (per_year) tie.frequency_term = *often;
    tie.times_per_year = per_year ? casefile::Answered<double>{per_year, {}} : answer<double>(often, number_of<double>);
    tie.known_since = answer<casefile::ApproximateDate>(words.option("since"), about_date);
    return tie;
  }

  casefile::Wish wish(Words& words) const {
    casefile::Wish wish;
    wish.view = term_of<casefile::WishView>(words.next());
    wish.target = words.next();
    wish.topic = casefile::find_household(case_, wish.target) ? casefile::WishTopic::household
                 : casefile::find_person(case_, wish.target)  ? casefile::WishTopic::person
                                                              : casefile::WishTopic::other;
    if (const auto topic = words.option("topic")) wish.topic = term_of<casefile::WishTopic>(*topic);
    wish.of = words.option("of").value_or(case_.child);
    if (const auto order = words.option("order")) wish.order = number_of<int>(*order);
    wish.condition = words.text("condition");
    return wish;
  }

  static casefile::Assessment assessment(Words& words) {
    casefile::Assessment a;
    a.household = words.next();
    a.factor = words.next();
    a.level = level(words.option("level"));
    a.words = words.text("words");
    a.whose = words.text("whose");
    return a;
  }

  casefile::RoleWish role(Words& words) const {
    casefile::RoleWish role;
    const std::string who = words.next();
    (casefile::find_household(case_, who) ? role.household : role.person) = who;
    if (const auto wish = words.option("wish")) role.wish = term_of<casefile::RoleAnswer>(*wish);
    role.words = words.text("words");
    for (const std::string& offer : words.list("offers")) role.offers.push_back({offer, "", {}, {}});
    return role;
  }

  static casefile::Measure measure(Words& words) {
    casefile::Measure m;
    m.household = words.next();
    m.measure = words.next();
    m.factors = words.list("factors");
    if (const auto state = words.option("state")) m.state = term_of<casefile::MeasureState>(*state);
    if (const auto expected = words.option("expected")) m.expected_level = number_of<int>(*expected);
    if (const auto weeks = words.option("weeks")) m.waiting_weeks = number_of<int>(*weeks);
    return m;
  }

  template <class Body>
  static Body between(Words& words) {
    Body body;
    body.a = words.next();
    body.b = words.next();
    if (const auto kind = words.option("kind")) body.kind = term_of<decltype(body.kind)>(*kind);
    body.negated = words.mark("negated");
    return body;
  }

  static casefile::Parentage parentage(Words& words) {
    casefile::Parentage p;
    p.parent = words.next();
    p.child = words.next();
    if (const auto kind = words.option("kind")) p.kind = term_of<casefile::ParentKind>(*kind);
    p.negated = words.mark("negated");
    return p;
  }

  static casefile::Residence residence(Words& words) {
    casefile::Residence r;
    r.person = words.next();
    r.household = words.next();
    r.part_time = words.mark("part_time");
    r.words = words.text("words");
    return r;
  }

  static casefile::Home home(Words& words) {
    casefile::Home home;
    home.household = words.next();
    home.place = words.text("place");
    if (const auto km = words.option("school_km")) home.school_km = number_of<double>(*km);
    return home;
  }

  static casefile::Question question(Words& words) {
    casefile::Question q;
    q.question = words.next();
    const auto answered = words.option("answer");
    q.missing = answered ? casefile::from_term<casefile::NoValue>(*answered) : std::nullopt;
    if (answered && !q.missing) q.answer = *answered;
    q.taken_back = words.mark("taken_back");
    return q;
  }

  static casefile::Rhythm rhythm(Words& words) {
    casefile::Rhythm r;
    r.who = words.next();
    r.what = words.next();
    for (const std::string& weekday : words.list("weekdays")) r.weekdays.push_back(term_of<casefile::Weekday>(weekday));
    if (const auto weeks = words.option("every_weeks")) r.every_weeks = number_of<int>(*weeks);
    return r;
  }

  /// Who and what of each step: plan karen "henter i skole" mikkel fodbold
  static casefile::Plan plan(Words& words) {
    casefile::Plan p;
    p.plan_b = words.text("plan_b");
    p.tell = words.text("tell");
    for (const std::string& person : words.list("approved")) p.approved.push_back({person, "", {}});
    if (const auto follow_up = words.option("follow_up")) p.follow_up = casefile::parse_approximate(*follow_up);
    while (words.more()) {
      casefile::PlanStep step;
      step.who = Words::split(words.next(), ',');
      step.what = words.next();
      p.steps.push_back(std::move(step));
    }
    return p;
  }

  /// The first word is the type, as in the file.
  casefile::StatementBody body(Words& words) const {
    const std::string type = words.next();
    const auto yes = [&] { return !words.mark("no"); };
    if (type == "tie") return tie(words);
    if (type == "wish") return wish(words);
    if (type == "assessment") return assessment(words);
    if (type == "role") return role(words);
    if (type == "measure") return measure(words);
    if (type == "residence") return residence(words);
    if (type == "home") return home(words);
    if (type == "parent") return parentage(words);
    if (type == "partners") return between<casefile::Partners>(words);
    if (type == "siblings") return between<casefile::Siblings>(words);
    if (type == "question") return question(words);
    if (type == "rhythm") return rhythm(words);
    if (type == "plan") return plan(words);
    if (type == "fact") return casefile::Fact{words.list("about"), words.next()};
    if (type == "need") return casefile::Need{words.next()};
    if (type == "lifting") return casefile::Lifting{words.next()};
    if (type == "referral") return casefile::Referral{words.next(), words.text("words")};
    const std::string subject = words.next();
    if (type == "candidate") return casefile::Candidacy{subject, yes()};
    if (type == "custody") return casefile::Custody{subject, yes()};
    if (type == "carer") return casefile::Carer{subject, words.next()};
    if (type == "decision") return casefile::Decision{subject, words.next(), words.text("made_by")};
    if (type == "sharing") return casefile::Sharing{subject == "yes", words.mark("everyone"), words.list("with")};
    if (type == "contact") return casefile::Contact{subject, words.list("agreed_by"), words.mark("by_municipality")};
    if (type == "consent") {
      const auto to = term_of<casefile::ConsentTo>(words.next());
      return casefile::Consent{subject, to, term_of<casefile::ConsentAnswer>(words.next())};
    }
    if (type == "certificate") {
      const auto which = term_of<casefile::CertificateKind>(words.next());
      return casefile::Certificate{subject, which, term_of<casefile::CertificateStatus>(words.next()), ""};
    }
    throw std::invalid_argument("no such statement: " + type);
  }

  casefile::Case case_;
  unsigned statements_ = 0;
};

/// A few roles of each kind and the four usual sectors.
inline casefile::Vocabulary small_vocabulary() {
  casefile::Vocabulary v;
  const auto role = [&](const std::string& id, const std::string& sector) -> casefile::RoleTerm& {
    casefile::RoleTerm& term = v.roles[id];
    term.id = id;
    term.sector = sector;
    return term;
  };
  role("mor", "family").parent = true;
  role("far", "family").parent = true;
  for (const char* id : {"mormor", "moster", "papfar", "hund"}) role(id, "family");
  role("kusine", "family").child = true;
  role("bedsteven", "friends").child = true;
  role("nabo", "friends");
  role("klasselærer", "school").professional = true;
  role("rådgiver", "professionals").professional = true;
  v.sector_sets["default"] = {"default", {"family", "friends", "school", "professionals"}};
  return v;
}

}  // namespace kreds::testing
