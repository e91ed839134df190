#include "support/random_case.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "kreds/casefile/terms.hpp"
#include "support/dice.hpp"

namespace kreds::casefile {
namespace {

using kreds::testing::Dice;
using std::chrono::days;

constexpr std::array<const char*, 32> names = {
    "Asta",  "Bjørn", "Cæcilie", "Ditte",  "Åge",   "Freja",  "Gorm",  "Hjørdis", "Ib",     "Jytte",   "Kaj",
    "Lærke", "Mads",  "Nanna",   "Øjvind", "Pia",   "Rasmus", "Søren", "Tove",    "Ulla",   "Vagn",    "Yrsa",
    "Aase",  "Birk",  "Clara",   "Dagny",  "Esben", "Fie",    "Gitte", "Holger",  "Ingrid", "Jens-Ove"};
constexpr std::array<const char*, 16> roles = {
    "mormor",      "morfar", "farmor",    "moster", "faster", "farbror",        "papfar",       "storebror",
    "lillesøster", "kusine", "bedsteven", "ven",    "nabo",   "klassekammerat", "mors_veninde", "spejderleder"};
constexpr std::array<const char*, 5> professional_roles = {"klasselærer", "sfo_pædagog", "læge", "psykolog",
                                                           "sundhedsplejerske"};
constexpr std::array<const char*, 6> rated = {"mentalising_ability", "stable_safe_frame", "boundary_setting",
                                              "commitment",          "family_conflicts",  "time_and_surplus"};
constexpr std::array<const char*, 5> facts = {"living_there_now", "siblings_together", "school_continuity",
                                              "home_physical", "health_capacity"};
constexpr std::array<const char*, 5> measures = {"respite", "transport_help", "supervision", "basic_course",
                                                 "mediation"};
constexpr std::array<const char*, 4> offers = {"respite", "contact", "practical_helper", "anchor"};
constexpr std::array<const char*, 6> phrases = {
    "henter om tirsdagen", "»hun er den eneste«", "med \"citat\" og \\ skråstreg",
    "på to\nlinjer",       "tit, siger hun",      "😀 og ½ time"};

template <class E>
E any_term(Dice& dice) {
  return dice.one_of(terms<E>()).value;
}

class Generator {
 public:
  Generator(std::uint64_t seed, int people) : dice_(seed), people_(std::max(people, 2)) {}

  Case generate() {
    frame();
    add_interviews();
    add_people();
    add_households();
    add_matters();
    add_basics();
    for (Interview& interview : case_.interviews) fill(interview);
    add_corrections();
    if (dice_.chance(20)) case_.erased.push_back({day(2024), "Netværkskonsulenten", "forkert sag", {"s90001"}});
    if (dice_.chance(40)) add_plan();
    return std::move(case_);
  }

 private:
  // --- small things ---

  Date day(int year) { return Date(std::chrono::year(year) / 1 / 1) + days(dice_.between(0, 364)); }
  std::string phrase() { return dice_.one_of(phrases); }
  std::string maybe_phrase(int percent) { return dice_.chance(percent) ? phrase() : std::string(); }
  Id person() { return "p" + std::to_string(dice_.between(0, people_ - 1)); }
  Id other_than(const Id& id) {
    const Id other = person();
    return other != id ? other : id == "p0" ? "p1" : "p0";
  }
  Id household() { return dice_.one_of(case_.households).id; }
  Ids some_people(int most) {
    Ids ids;
    for (int i = dice_.between(1, most); i > 0; --i) {
      const Id id = person();
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
    return ids;
  }

  ApproximateDate approximate(int year) {
    switch (dice_.between(0, 5)) {
      case 0:
        return from_age(dice_.between(0, 90), day(2023));
      case 1: {
        ApproximateDate said = *parse_approximate(std::to_string(year) + "-08");
        said.last = *said.last + days(dice_.between(0, 300));
        said.form = ApproximateDate::Form::between;
        said.words = maybe_phrase(60);
        return said;
      }
      case 2: {
        ApproximateDate said;
        said.form = ApproximateDate::Form::words;
        said.words = "for længe siden";
        return said;
      }
      default:
        return dated(year);
    }
  }
  ApproximateDate dated(int year) {
    const std::size_t length = std::array<std::size_t, 3>{4, 7, 10}[static_cast<std::size_t>(dice_.between(0, 2))];
    return *parse_approximate(to_text(day(year)).substr(0, length));
  }
  std::optional<Period> held() {
    if (dice_.chance(60)) return std::nullopt;
    Period period;
    period.from = dated(dice_.between(2010, 2018));
    if (dice_.chance(40)) period.to = dated(dice_.between(2019, 2024));
    return period;
  }
  Withdrawal withdrawal() { return {day(2024), "Netværkskonsulenten", "skrevet på den forkerte"}; }
  Restriction restriction(int percent) {
    return dice_.chance(percent) ? Restriction{true, "bedt om det selv"} : Restriction{};
  }

  template <class T, class Make>
  Answered<T> answered(int percent, Make make) {
    Answered<T> answer;
    if (!dice_.chance(percent)) return answer;
    if (dice_.chance(80))
      answer.value = make();
    else
      answer.missing = dice_.chance(50) ? NoValue::does_not_know : NoValue::not_asked;
    return answer;
  }
  Answered<int> level(int percent, int low, int high) {
    return answered<int>(percent, [&] { return dice_.between(low, high); });
  }

  // --- the frame ---

  void frame() {
    case_.number = "2024-" + std::to_string(dice_.between(1000, 9999));
    case_.municipality = dice_.chance(70) ? "Prøvekøbing Kommune" : "";
    case_.author = dice_.chance(70) ? "Netværkskonsulenten" : "";
    case_.child = "p0";
    case_.rings = dice_.chance(70) ? 5 : dice_.between(3, 4);
  }

  /// The first is the record; who is heard in the others, the child among them as a rule.
  void add_interviews() {
    const int count = dice_.between(2, 2 + people_ / 4);
    Date date = day(2020);
    for (int i = 0; i <= count; ++i) {
      Interview interview;
      interview.id = "i" + std::to_string(i);
      interview.date = date;
      interview.kind = InterviewKind::record;
      if (i > 0) hold(interview);
      case_.interviews.push_back(interview);
      date += days(dice_.between(0, 1500 / (count + 1)));
    }
  }

  void hold(Interview& interview) {
    do interview.kind = any_term<InterviewKind>(dice_);
    while (interview.kind == InterviewKind::record);
    interview.informants = dice_.chance(35) ? Ids{"p0"} : some_people(2);
    interview.place = maybe_phrase(50);
    interview.note = maybe_phrase(20);
    if (dice_.chance(70)) interview.interviewers.push_back({"netværkskonsulent", maybe_phrase(30)});
    if (dice_.chance(20)) interview.present.push_back({"", "bisidder", "", interview.informants.front()});
    if (dice_.chance(10)) interview.present.push_back({person(), "", "", ""});
  }

  Source source() {
    const Interview& interview = dice_.one_of(case_.interviews);
    Source told{interview.id, {}, false};
    if (interview.kind == InterviewKind::record) return told;
    told.observed = dice_.chance(10);
    if (!told.observed) told.by = {interview.informants.front()};
    return told;
  }

  void add_people() {
    for (int i = 0; i < people_; ++i) {
      Person p;
      p.id = "p" + std::to_string(i);
      p.gender = any_term<Gender>(dice_);
      if (i == 0) {
        p.birth = dated(dice_.between(2006, 2022));
        p.source = {"i0", {}, false};
      } else {
        p.source = source();
        describe(p, i);
      }
      p.name = p.name_unknown ? "" : name(i);
      case_.people.push_back(p);
    }
  }

  static std::string name(int i) {
    const auto index = static_cast<std::size_t>(i);
    const std::string first = names[index % names.size()];
    return index < names.size() ? first : first + " " + std::to_string(i);
  }

  void describe(Person& p, int i) {
    p.name_unknown = dice_.chance(6);
    if (dice_.chance(80)) p.birth = approximate(dice_.between(1940, 2020));
    if (i <= 2) {
      p.role = i == 1 ? "mor" : "far";
    } else if (dice_.chance(20)) {
      p.role = dice_.one_of(professional_roles);
      p.professional_of = dice_.chance(80) ? "p0" : "p1";
    } else if (dice_.chance(5)) {
      p.animal = true;
      p.role = "hund";
    } else if (dice_.chance(90)) {
      p.role = dice_.one_of(roles);
    }
    p.role_words = p.role.empty() ? "en, jeg kender" : maybe_phrase(10);
    p.expected = !p.animal && i > 2 && dice_.chance(3);
    if (!p.expected && dice_.chance(4)) p.dead = dice_.chance(50) ? Death{} : Death{dated(2021)};
    if (dice_.chance(5)) p.sector = "friends";
    p.do_not_show = restriction(6);
    p.do_not_contact = restriction(6);
    p.protected_address = restriction(4);
    p.note = maybe_phrase(10);
    if (i > 2 && dice_.chance(3)) p.withdrawn = withdrawal();
  }

  void add_households() {
    for (int i = 0; i <= people_ / 4; ++i) {
      Household h;
      h.id = "h" + std::to_string(i);
      h.name = maybe_phrase(20);
      h.source = source();
      if (i > 0 && dice_.chance(4)) h.withdrawn = withdrawal();
      case_.households.push_back(h);
    }
  }

  void add_matters() {
    for (int i = dice_.between(0, 2); i > 0; --i) {
      Matter m;
      m.id = "m" + std::to_string(i);
      m.title = "Det om " + std::to_string(i);
      if (dice_.chance(85)) m.not_to = some_people(2);
      m.reason = maybe_phrase(70);
      m.source = source();
      case_.matters.push_back(m);
    }
    if (case_.matters.empty()) return;
    for (Person& p : case_.people)
      if (p.id != case_.child && dice_.chance(3)) p.matters = {dice_.one_of(case_.matters).id};
  }

  /// Where the parents live is never a candidate: p1 and p2 have their home in h0 alone.
  void add_basics() {
    Interview& record = case_.interviews.front();
    const auto add = [&](StatementBody body) { record.statements.push_back(frame_statement(record, std::move(body))); };
    for (int i = 1; i <= std::min(2, people_ - 1); ++i) {
      const Id parent = "p" + std::to_string(i);
      add(Parentage{parent, "p0", any_term<ParentKind>(dice_), false});
      if (dice_.chance(80)) add(Custody{parent, dice_.chance(80)});
      add(Residence{parent, "h0", "", false});
    }
    add(Residence{"p0", "h0", "", dice_.chance(20)});
    for (std::size_t h = 1; h < case_.households.size(); ++h) {
      const Id home = case_.households[h].id;
      for (int i = dice_.between(1, 3); i > 0 && people_ > 3; --i)
        add(Residence{"p" + std::to_string(dice_.between(3, people_ - 1)), home, maybe_phrase(10), dice_.chance(10)});
      if (dice_.chance(70)) add(Candidacy{home, true});
    }
  }

  // --- statements ---

  /// Types of statement that any interview may hold; a plan comes last, so that it changes nothing before it.
  static constexpr std::size_t told_anywhere = statement_types.size() - 1;

  void fill(Interview& interview) {
    for (int i = dice_.between(2, std::min(4 + people_ / 2, 24)); i > 0; --i) {
      const auto type = static_cast<std::size_t>(dice_.between(0, static_cast<int>(told_anywhere) + 10));
      Statement s = frame_statement(interview, Tie{});
      s.body = body(type, s);
      interview.statements.push_back(std::move(s));
    }
  }

  Statement frame_statement(const Interview& interview, StatementBody what) {
    Statement s;
    s.id = "s" + std::to_string(++statements_);
    s.body = std::move(what);
    if (interview.kind != InterviewKind::record) {
      s.observed = dice_.chance(25);
      if (!s.observed) s.by = dice_.chance(60) ? interview.informants : Ids{interview.informants.front()};
    }
    s.hearsay = dice_.chance(8);
    s.unsure = dice_.chance(8);
    s.municipality_is_source = dice_.chance(4);
    s.note = maybe_phrase(15);
    if (dice_.chance(10)) s.quote = Quote{phrase(), dice_.chance(30) ? person() : Id()};
    if (!case_.matters.empty() && dice_.chance(12)) s.matters = {dice_.one_of(case_.matters).id};
    if (dice_.chance(10)) s.held = held();
    if (dice_.chance(3)) s.withdrawn = withdrawal();
    return s;
  }

  /// Ties and assessments come most often: what stands behind the last type counts as one of them.
  StatementBody body(std::size_t type, Statement& s) {
    if (type >= told_anywhere) type = type % 3 == 0 ? 2 : 0;
    switch (type) {
      case 0:
        return tie();
      case 1:
        return wish();
      case 2:
        return assessment(s);
      case 3:
        return role_wish();
      case 4:
        return Certificate{person(), any_term<CertificateKind>(dice_), any_term<CertificateStatus>(dice_),
                           maybe_phrase(20)};
      case 5:
        return measure();
      case 6:
        return Referral{person(), maybe_phrase(30)};
      case 7:
        return Fact{dice_.chance(70) ? some_people(2) : Ids{household()}, phrase()};
      case 8:
        return rhythm();
      case 9:
        return need(s);
      case 10:
        return question(s);
      case 12:
        return Home{household(), maybe_phrase(60), some_km(), maybe_phrase(10)};
      case 14:
        return Carer{household(), person()};
      case 15:
        return parentage();
      case 16:
        return partners();
      case 17:
        return siblings();
      case 19:
        return Consent{dice_.chance(50) ? "p1" : person(), any_term<ConsentTo>(dice_), any_term<ConsentAnswer>(dice_)};
      case 20:
        return Sharing{dice_.chance(70), dice_.chance(30), dice_.chance(50) ? some_people(3) : Ids{}};
      case 21:
        return Contact{person(), dice_.chance(70) ? some_people(2) : Ids{}, dice_.chance(20)};
      case 22:
        return Decision{household(), phrase(), "Lederen"};
      case 23:
        return lifting();
      default:
        return tie();  // residences, candidates and custody are told in add_basics, where they agree
    }
  }

  StatementBody tie() {
    Tie t;
    t.a = dice_.chance(60) ? Id("p0") : person();
    t.b = other_than(t.a);
    t.ring = level(60, 1, case_.rings);
    t.ring_words = t.ring.mentioned() ? maybe_phrase(20) : "";
    t.emotional = level(50, 0, 4);
    t.caregiving = level(30, 0, 4);
    t.conflict = level(40, 0, 3);
    if (dice_.chance(50)) {
      t.frequency_term = std::string(dice_.one_of(frequency_terms()));
      t.times_per_year.value = times_per_year(t.frequency_term);
    } else {
      t.times_per_year = answered<double>(30, [&] { return dice_.between(0, 730) / 2.0; });
    }
    t.known_since = answered<ApproximateDate>(40, [&] { return approximate(dice_.between(2010, 2020)); });
    return t;
  }

  StatementBody wish() {
    Wish w;
    w.of = dice_.chance(80) ? Id("p0") : person();
    w.topic = any_term<WishTopic>(dice_);
    w.target = phrase();
    if (w.topic == WishTopic::household) w.target = household();
    if (w.topic == WishTopic::person || w.topic == WishTopic::contact) w.target = person();
    w.view = any_term<WishView>(dice_);
    if (dice_.chance(30)) w.order = dice_.between(1, 3);
    w.condition = maybe_phrase(20);
    return w;
  }

  /// Levels of what is assessed only from the interviewers; facts, and a parent's own view, from anybody.
  StatementBody assessment(Statement& s) {
    Assessment a;
    a.household = household();
    a.words = phrase();
    const int kind = dice_.between(0, 9);
    if (kind < 4) {
      a.factor = dice_.one_of(facts);
      a.level = level(80, 0, 4);
    } else if (kind == 4 && !s.by.empty()) {
      a.factor = "parents_view";
      a.whose = s.by.front();
      a.level = level(80, 0, 4);
    } else {
      a.factor = dice_.one_of(rated);
      if (s.by.empty()) a.level = level(90, 0, 4);
    }
    if (s.by.empty() && !needs_.empty() && dice_.chance(15)) {
      a.factor = "needs_match";
      a.needs = {{dice_.one_of(needs_), dice_.between(1, 3), level(80, 0, 4)}};
    }
    return a;
  }

  StatementBody role_wish() {
    RoleWish r;
    if (dice_.chance(50))
      r.household = household();
    else
      r.person = person();
    if (dice_.chance(80)) r.wish = any_term<RoleAnswer>(dice_);
    r.words = maybe_phrase(40);
    if (dice_.chance(40)) r.offers.push_back({dice_.one_of(offers), maybe_phrase(40), some_weekdays(), every_weeks()});
    return r;
  }

  StatementBody measure() {
    Measure m;
    m.household = household();
    m.measure = dice_.one_of(measures);
    m.factors = {dice_.one_of(rated)};
    m.state = any_term<MeasureState>(dice_);
    if (dice_.chance(40)) m.expected_level = dice_.between(0, 4);
    if (dice_.chance(40)) m.waiting_weeks = dice_.between(0, 40);
    return m;
  }

  StatementBody rhythm() {
    Rhythm r;
    r.who = person();
    r.what = phrase();
    r.weekdays = some_weekdays();
    r.every_weeks = every_weeks();
    if (dice_.chance(20)) r.times_per_year = dice_.between(1, 20) + 0.5;
    return r;
  }

  /// Agreed to on the day it was told, or before; followed up in a later year.
  void add_plan() {
    Plan p;
    if (dice_.chance(30)) p.agreed = day(2015);
    for (int steps = dice_.between(1, 3); steps > 0; --steps) {
      const Ids who = dice_.chance(80) ? some_people(2) : Ids{};
      p.steps.push_back({who, phrase(), maybe_phrase(60), who.empty() ? phrase() : ""});
    }
    p.plan_b = maybe_phrase(50);
    p.tell = maybe_phrase(30);
    if (dice_.chance(60)) p.follow_up = dated(2031);
    if (dice_.chance(50))
      p.approved.push_back({person(), "", dice_.chance(50) ? std::optional(day(2015)) : std::nullopt});
    if (dice_.chance(30)) p.approved.push_back({"", phrase(), {}});
    Interview& interview = case_.interviews.back();
    interview.statements.push_back(frame_statement(interview, std::move(p)));
  }

  StatementBody need(const Statement& s) {
    if (!s.withdrawn) needs_.push_back(s.id);
    return Need{phrase()};
  }

  StatementBody question(const Statement&) {
    Question q;
    q.question = "Hvem ville du ringe til?";
    if (dice_.chance(60))
      q.answer = phrase();
    else if (dice_.chance(60))
      q.missing = any_term<NoValue>(dice_);
    q.taken_back = !q.answer.empty() && dice_.chance(10);
    return q;
  }

  StatementBody parentage() {
    const Id parent = person();
    return Parentage{parent, other_than(parent), any_term<ParentKind>(dice_), dice_.chance(10)};
  }
  StatementBody partners() {
    const Id one = person();
    return Partners{one, other_than(one), any_term<PartnerKind>(dice_), dice_.chance(10)};
  }
  StatementBody siblings() {
    const Id one = person();
    return Siblings{one, other_than(one), any_term<SiblingKind>(dice_), dice_.chance(10)};
  }
  StatementBody lifting() {
    if (case_.matters.empty()) return tie();
    return Lifting{dice_.one_of(case_.matters).id};
  }

  std::vector<Weekday> some_weekdays() {
    std::vector<Weekday> chosen;
    for (const Term<Weekday>& day_of_week : terms<Weekday>())
      if (dice_.chance(15)) chosen.push_back(day_of_week.value);
    return chosen;
  }
  std::optional<int> every_weeks() { return dice_.chance(30) ? std::optional(dice_.between(1, 4)) : std::nullopt; }
  std::optional<double> some_km() {
    return dice_.chance(70) ? std::optional(dice_.between(0, 400) / 4.0) : std::nullopt;
  }

  /// Now and then a statement corrects an earlier one of the same type, or answers an earlier question.
  void add_corrections() {
    std::vector<std::pair<std::size_t, Id>> earlier;
    for (Interview& interview : case_.interviews)
      for (Statement& s : interview.statements) {
        if (!earlier.empty() && dice_.chance(15)) {
          const auto& [type, id] = dice_.one_of(earlier);
          if (type == s.body.index()) s.replaces = id;
          if (statement_types[type] == "question") s.prompt = id;
        }
        earlier.emplace_back(s.body.index(), s.id);
      }
  }

  Dice dice_;
  int people_;
  int statements_ = 0;
  Ids needs_;
  Case case_;
};

}  // namespace

Case random_case(std::uint64_t seed, int people) {
  return Generator(seed, people).generate();
}

}  // namespace kreds::casefile
