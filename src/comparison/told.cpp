#include "kreds/comparison/told.hpp"

#include <algorithm>
#include <tuple>

#include "kreds/casefile/terms.hpp"

namespace kreds::comparison {
namespace {

using casefile::Answered;
using casefile::Interview;
using casefile::Statement;

Answer yes_no(bool yes) {
  Answer answer;
  answer.term = yes ? "yes" : "no";
  return answer;
}

Answer of_term(std::string_view term, const std::string& words = {}) {
  Answer answer;
  answer.term = term;
  answer.words = words;
  return answer;
}

Answer of_words(const std::string& words) {
  Answer answer;
  answer.words = words;
  return answer;
}

Answer of_people(Ids people, const std::string& words = {}) {
  Answer answer;
  answer.people = std::move(people);
  answer.words = words;
  return answer;
}

Answer of_number(const Answered<int>& answered) {
  Answer answer;
  if (answered.value) answer.number = *answered.value;
  answer.missing = answered.missing;
  return answer;
}

/// A kind of relation; »is not« is an answer too.
Answer of_kin(std::string_view kind, bool negated) {
  return negated ? yes_no(false) : of_term(kind);
}

Ids pair_of(Id a, Id b) {
  if (b < a) std::swap(a, b);
  return {std::move(a), std::move(b)};
}

/// Takes one statement apart.
class Reader {
 public:
  Reader(const Statement& statement, const Interview& interview) : statement_(statement), interview_(interview) {
    std::visit([this](const auto& body) { read(body); }, statement.body);
  }
  std::vector<Told> take() { return std::move(told_); }

 private:
  void add(ItemKind kind, Ids about, Answer answer, std::string aspect = {}) {
    Told told;
    told.item.kind = kind;
    told.item.about = std::move(about);
    told.item.aspect = std::move(aspect);
    told.answer = std::move(answer);
    told.held = statement_.held;
    told.holds = interview_.date;
    if (const auto end = held_end()) told.holds = std::min(*end, interview_.date);
    told.from = {statement_.id,
                 interview_.id,
                 interview_.date,
                 statement_.by,
                 statement_.hearsay,
                 statement_.unsure,
                 statement_.municipality_is_source};
    told_.push_back(std::move(told));
  }
  std::optional<Date> held_end() const {
    return statement_.held && statement_.held->to ? statement_.held->to->middle() : std::nullopt;
  }
  void level(ItemKind kind, const Ids& pair, const Answered<int>& answered) {
    if (answered.mentioned()) add(kind, pair, of_number(answered));
  }

  void read(const casefile::Tie& tie) {
    const Ids pair = pair_of(tie.a, tie.b);
    if (tie.ring.mentioned()) {
      Answer ring = of_number(tie.ring);
      ring.words = tie.ring_words;
      add(ItemKind::ring, pair, std::move(ring));
    }
    level(ItemKind::emotional, pair, tie.emotional);
    level(ItemKind::caregiving, pair, tie.caregiving);
    level(ItemKind::conflict, pair, tie.conflict);
    if (tie.times_per_year.mentioned()) {
      Answer often;
      often.number = tie.times_per_year.value;
      often.missing = tie.times_per_year.missing;
      add(ItemKind::frequency, pair, std::move(often));
    }
    if (tie.known_since.mentioned()) {
      Answer since;
      since.date = tie.known_since.value;
      since.missing = tie.known_since.missing;
      add(ItemKind::known_since, pair, std::move(since));
    }
  }
  void read(const casefile::Wish& wish) {
    using casefile::WishTopic;
    const bool id =
        wish.topic == WishTopic::household || wish.topic == WishTopic::person || wish.topic == WishTopic::contact;
    const std::string topic(casefile::term(wish.topic));
    add(ItemKind::wish, id ? Ids{wish.of, wish.target} : Ids{wish.of},
        of_term(casefile::term(wish.view), wish.condition), id ? topic : topic + ":" + wish.target);
  }
  void read(const casefile::Assessment& a) {
    Answer answer = of_number(a.level);
    answer.words = a.words;
    add(ItemKind::assessment, a.whose.empty() ? Ids{a.household} : Ids{a.household, a.whose}, std::move(answer),
        a.factor);
  }
  void read(const casefile::RoleWish& role) {
    Answer answer = of_term(role.wish ? casefile::term(*role.wish) : "", role.words);
    if (role.wish == casefile::RoleAnswer::not_asked) answer.missing = casefile::NoValue::not_asked;
    add(ItemKind::role, {role.household.empty() ? role.person : role.household}, std::move(answer));
  }
  void read(const casefile::Certificate& c) {
    add(ItemKind::certificate, {c.person}, of_term(casefile::term(c.status)), std::string(casefile::term(c.which)));
  }
  void read(const casefile::Measure& m) {
    add(ItemKind::measure, {m.household}, of_term(casefile::term(m.state), m.words), m.measure);
  }
  void read(const casefile::Referral& r) { add(ItemKind::referral, {r.to}, of_people({r.to}, r.words), statement_.id); }
  void read(const casefile::Fact& f) { add(ItemKind::fact, f.about, of_words(f.text), statement_.id); }
  void read(const casefile::Rhythm& r) { add(ItemKind::rhythm, {r.who}, of_words(r.what), statement_.id); }
  void read(const casefile::Need& n) { add(ItemKind::need, {}, of_words(n.text), statement_.id); }
  void read(const casefile::Question& q) {
    Answer answer = of_words(q.answer);
    answer.missing = q.missing;
    if (q.taken_back) answer.term = "taken_back";
    add(ItemKind::question, {}, std::move(answer), q.question);
  }
  void read(const casefile::Residence& r) {
    const auto end = held_end();
    const char* term = end && *end < interview_.date ? "lived_there" : r.part_time ? "part_time" : "lives_there";
    add(ItemKind::residence, {r.person, r.household}, of_term(term, r.words));
  }
  void read(const casefile::Home& home) {
    if (!home.place.empty()) add(ItemKind::place, {home.household}, of_words(home.place));
    if (!home.school_km) return;
    Answer km;
    km.number = home.school_km;
    add(ItemKind::school_km, {home.household}, std::move(km));
  }
  void read(const casefile::Candidacy& c) { add(ItemKind::candidate, {c.household}, yes_no(c.candidate)); }
  void read(const casefile::Carer& c) { add(ItemKind::carer, {c.household}, of_people({c.person})); }
  void read(const casefile::Parentage& p) {
    add(ItemKind::parent, {p.parent, p.child}, of_kin(casefile::term(p.kind), p.negated));
  }
  void read(const casefile::Partners& p) {
    add(ItemKind::partners, pair_of(p.a, p.b), of_kin(casefile::term(p.kind), p.negated));
  }
  void read(const casefile::Siblings& s) {
    add(ItemKind::siblings, pair_of(s.a, s.b), of_kin(casefile::term(s.kind), s.negated));
  }
  void read(const casefile::Custody& c) { add(ItemKind::custody, {c.parent}, yes_no(c.has)); }
  void read(const casefile::Consent& c) {
    add(ItemKind::consent, {c.of}, of_term(casefile::term(c.answer)), std::string(casefile::term(c.to)));
  }
  void read(const casefile::Sharing& s) {
    Answer answer = s.yes && s.everyone ? of_term("everyone") : yes_no(s.yes);
    answer.people = s.with;
    add(ItemKind::sharing, {}, std::move(answer));
  }
  void read(const casefile::Contact& c) {
    Answer answer = of_people(c.agreed_by);
    answer.term = c.by_municipality ? "by_municipality" : "agreed";
    add(ItemKind::contact, {c.person}, std::move(answer));
  }
  void read(const casefile::Decision& d) {
    Answer answer = of_words(d.text);
    answer.term = d.made_by;
    add(ItemKind::decision, {d.household}, std::move(answer), statement_.id);
  }
  void read(const casefile::Plan& plan) {
    for (const casefile::PlanStep& step : plan.steps) {
      const bool both = !step.others.empty() && !step.when.empty();
      add(ItemKind::plan, step.who, of_words(step.others + (both ? ", " : "") + step.when), "step:" + step.what);
    }
    if (!plan.plan_b.empty()) add(ItemKind::plan, {}, of_words(plan.plan_b), "plan_b");
    if (!plan.tell.empty()) add(ItemKind::plan, {}, of_words(plan.tell), "tell");
    if (plan.follow_up) {
      Answer when;
      when.date = plan.follow_up;
      add(ItemKind::plan, {}, std::move(when), "follow_up");
    }
    Ids people;
    std::string names;
    for (const casefile::Approval& each : plan.approved) {
      if (!each.person.empty()) people.push_back(each.person);
      if (!each.name.empty()) names += (names.empty() ? "" : ", ") + each.name;
    }
    if (!plan.approved.empty()) add(ItemKind::plan, {}, of_people(std::move(people), names), "approved");
  }
  void read(const casefile::Lifting& l) { add(ItemKind::lifting, {l.matter}, yes_no(true)); }

  const Statement& statement_;
  const Interview& interview_;
  std::vector<Told> told_;
};

bool later(const Told& a, const Told& b) {
  if (a.holds != b.holds) return a.holds > b.holds;
  if (a.from.said != b.from.said) return a.from.said > b.from.said;
  return a.from.statement < b.from.statement;
}

/// One empty id for an observation.
const Ids& speakers(const Told& told) {
  static const Ids observers{{}};
  return told.from.informants.empty() ? observers : told.from.informants.list();
}

std::vector<Told> latest_of_each(const std::vector<Told>& all) {
  std::map<Id, std::size_t> latest;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const Id& who : speakers(all[i])) {
      const auto [slot, added] = latest.emplace(who, i);
      if (!added && later(all[i], all[slot->second])) slot->second = i;
    }
  std::vector<Told> kept;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (std::any_of(latest.begin(), latest.end(), [&](const auto& entry) { return entry.second == i; }))
      kept.push_back(all[i]);
  return kept;
}

bool has_code(const Answer& answer) {
  return answer.number || !answer.term.empty() || answer.missing || answer.date || !answer.people.empty();
}

}  // namespace

bool is_tie_part(ItemKind kind) {
  return kind <= ItemKind::known_since;
}

bool same(const Answer& a, const Answer& b) {
  const auto codes = [](const Answer& x) { return std::tie(x.number, x.term, x.missing, x.date, x.people); };
  return codes(a) == codes(b) && (has_code(a) || a.words == b.words);
}

std::vector<Told> told_by(const Statement& statement, const Interview& interview) {
  return Reader(statement, interview).take();
}

Current current(const casefile::Case& known) {
  Current all;
  const auto plan = casefile::newest_plan(known);
  const auto superseded = [&](const Statement& statement) {
    return std::holds_alternative<casefile::Plan>(statement.body) && plan && plan->statement != &statement;
  };
  for (const Interview& interview : known.interviews)
    for (const Statement& statement : interview.statements)
      if (!superseded(statement))
        for (Told& told : told_by(statement, interview)) all[told.item].push_back(std::move(told));
  for (auto& [item, answers] : all) {
    std::stable_sort(answers.begin(), answers.end(), [](const Told& a, const Told& b) {
      return std::tie(a.from.said, a.from.statement) < std::tie(b.from.said, b.from.statement);
    });
    answers = latest_of_each(answers);
  }
  return all;
}

bool differ(const std::vector<Told>& answers) {
  const Told* first = nullptr;
  for (const Told& told : answers) {
    if (told.answer.missing) continue;
    if (first != nullptr && !same(first->answer, told.answer)) return true;
    first = &told;
  }
  return false;
}

}  // namespace kreds::comparison
