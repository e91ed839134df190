/// \file
/// Generated cases in two versions: an open one, and the same case into which things were written that an audience must
/// not know. Whatever that audience gets must be the same for both (non-interference), and none of the `tokens`, which
/// stand in every name, place and text that was added, may be found in it.
///
/// The open case is the oracle: it is made first, and the secrets are added to it, by the rules of the field and
/// without any code of the filter.
#pragma once

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "kreds/audience/audience.hpp"
#include "kreds/casefile/case.hpp"
#include "support/dice.hpp"

namespace kreds::testing {

struct SecretCase {
  audience::Audience audience;
  casefile::Date as_of;
  casefile::Case open;
  casefile::Case with_secrets;
  std::vector<std::string> tokens;
};

class SecretCaseMaker {
 public:
  SecretCaseMaker(std::uint64_t seed, audience::Kind kind) : dice_(seed) { audience_.kind = kind; }

  SecretCase make() {
    make_open_case();
    const casefile::Case open = c_;
    add_secrets();
    return {audience_, as_of_, open, c_, tokens_};
  }

 private:
  using Id = casefile::Id;
  using Ids = casefile::Ids;

  // --- chance ---

  std::size_t below(std::size_t n) { return static_cast<std::size_t>(dice_.between(0, static_cast<int>(n) - 1)); }
  bool one_in(int n) { return dice_.between(1, n) == 1; }
  template <class E>
  E any_value(int count) {
    return static_cast<E>(dice_.between(0, count - 1));
  }

  // --- words ---

  std::string token() {
    const std::string number = std::to_string(tokens_.size());
    tokens_.push_back("Zqx" + std::string(4 - number.size(), '0') + number);
    return tokens_.back();
  }
  /// In an open entry a plain word, in a secret one a token.
  std::string text() {
    static const std::vector<std::string> plain = {"roligt", "hver anden weekend", "til jul", "ved siden af skolen",
                                                   ""};
    return secret_ ? "noget " + token() + " sagt" : dice_.one_of(plain);
  }
  std::string needed_text() { return secret_ ? text() : "om ugen i skolen"; }

  // --- the open case ---

  void make_open_case() {
    c_.number = "2024-0107";
    c_.municipality = "Lillerup Kommune";
    c_.author = "Netværkskonsulenten";
    c_.child = "child";
    c_.rings = dice_.between(3, 5);
    make_people();
    make_frame();
    const int conversations = dice_.between(4, 7);
    for (int k = 0; k < conversations; ++k) make_conversation(k);
    const std::size_t when = below(3);
    const auto newest = c_.interviews.back().date;
    as_of_ = when == 0 ? newest - std::chrono::days(15) : newest;
    correct_something();
    lift_something();
    if (one_in(3))
      c_.erased.push_back({c_.interviews.front().date, "Birthe", one_in(2) ? "" : "efter eget ønske", {"s90001"}});
  }

  casefile::Person& person(const Id& id, const std::string& name, const std::string& role) {
    casefile::Person p;
    p.id = id;
    p.name = name;
    p.role = role;
    p.gender = any_value<casefile::Gender>(4);
    p.source = {"i0", {}, false};
    if (!one_in(3)) p.birth = casefile::from_age(dice_.between(4, 80), casefile::Date{} + std::chrono::days(19700));
    c_.people.push_back(p);
    return c_.people.back();
  }
  void make_people() {
    person("child", "Alma", "").birth = casefile::parse_approximate("2013-06-01");
    person("mother", "Lone", "mor");
    person("father", "Ken", "far");
    static const std::vector<std::pair<std::string, std::string>> others = {
        {"Karen", "mormor"},  {"Ole", "morfar"},         {"Trine", "moster"},     {"Oskar", "bedsteven"},
        {"Mette", "nabo"},    {"Henrik", "klasselærer"}, {"Rita", "rådgiver"},    {"Bølle", "hund"},
        {"Søren", "farbror"}, {"Åse", "gudmor"},         {"Peter", "sfo_pædagog"}};
    const int count = dice_.between(4, static_cast<int>(others.size()));
    for (int k = 0; k < count; ++k) {
      const auto [name, role] = others[static_cast<std::size_t>(k)];
      auto& p = person("p" + std::to_string(k), name, role);
      if (role == "rådgiver") p.professional_of = "child";
      p.animal = role == "hund";
      if (one_in(8)) p.dead = casefile::Death{casefile::parse_approximate("2021")};
      if (one_in(4)) p.role_words = "som en " + std::string(role);
      if (one_in(4)) p.note = "bor tæt på";
      if (one_in(6)) p.do_not_contact = {true, ""};
      if (one_in(5)) p.name_unknown = true, p.name.clear();
    }
    if (audience_.kind == audience::Kind::person) audience_.person = c_.people[below(c_.people.size())].id;
    for (int k = 0; k < 3; ++k) households_.push_back("h" + std::to_string(k));
    for (const Id& id : households_)
      c_.households.push_back({id, one_in(2) ? "" : "Nr. " + id, "", {"i0", {}, false}, {}, {}});
    for (const auto& p : c_.people) people_.push_back(p.id);
  }

  /// What stands in the file from the start: one resident of each household who stays there, headings.
  void make_frame() {
    casefile::Interview record;
    record.id = "i0";
    record.date = casefile::Date{} + std::chrono::days(19700);
    record.kind = casefile::InterviewKind::record;
    for (std::size_t k = 0; k < households_.size(); ++k)
      add_to(record, casefile::Residence{c_.people[k + 1].id, households_[k], "", false});
    for (auto& s : record.statements) anchors_.insert(s.id);
    c_.interviews.push_back(record);
    c_.matters.push_back({"m-open", "Skolen", {}, "", {"i0", {}, false}, {}});
    if (audience_.kind == audience::Kind::person)
      for (const Id& id : people_)
        if (id != audience_.person) {
          c_.matters.push_back({"m-other", "Ferien", {id}, "en grund", {"i0", {}, false}, {}});
          break;
        }
    for (const auto& m : c_.matters) open_matters_.push_back(m.id);
  }

  void make_conversation(int k) {
    casefile::Interview i;
    i.id = "i" + std::to_string(k + 1);
    i.date = c_.interviews.front().date + std::chrono::days(10 * (k + 1));
    i.kind = any_value<casefile::InterviewKind>(5);
    i.informants = {k == 0 ? Id("child") : dice_.one_of(people_)};
    if (const Id other = dice_.one_of(people_); one_in(2) && other != i.informants.front())
      i.informants.push_back(other);
    if (one_in(2)) i.place = "hjemme";
    if (one_in(2)) i.interviewers.push_back({"rådgiver", "Birthe"});
    if (one_in(3)) i.present.push_back({"", "bisidder", "Viggo", i.informants.front()});
    const int count = dice_.between(5, 12);
    for (int n = 0; n < count; ++n) add_random_statement(i);
    c_.interviews.push_back(i);
  }

  void correct_something() {
    casefile::Interview& last = c_.interviews.back();
    const casefile::Interview& first = c_.interviews[1];
    for (const auto& s : first.statements)
      if (one_in(4) && !anchors_.count(s.id)) {
        casefile::Statement correction = last.statements.front();
        correction.id = next_id();
        correction.body = s.body;
        correction.replaces = s.id;
        correction.note = text();
        last.statements.push_back(correction);
      }
  }

  void lift_something() {
    if (!one_in(2)) return;
    const Id barred = audience_.kind == audience::Kind::person ? audience_.person : Id("mother");
    c_.matters.push_back({"m-lifted", "Turen", {barred}, "indtil videre", {"i0", {}, false}, {}});
    add_to(c_.interviews[1], casefile::Lifting{"m-lifted"});
    c_.interviews.back().statements.front().matters.push_back("m-lifted");
  }

  // --- statements ---

  Id next_id() {
    std::string number = std::to_string(++statements_);
    return (secret_ ? "x" : "s") + std::string(4 - number.size(), '0') + number;
  }

  casefile::Statement statement_in(const casefile::Interview& i, casefile::StatementBody body) {
    casefile::Statement s;
    s.id = next_id();
    if (!i.informants.empty()) {
      s.by = {dice_.one_of(i.informants)};
      if (i.informants.size() > 1 && one_in(4)) s.by = i.informants;
      if (one_in(5)) s.by.clear(), s.observed = true;
    }
    s.hearsay = one_in(6);
    s.unsure = one_in(6);
    s.municipality_is_source = one_in(8);
    if (one_in(4)) s.note = text();
    if (one_in(6) && s.by.size() == 1) s.quote = casefile::Quote{needed_text(), {}};
    if (!open_matters_.empty() && one_in(6)) s.matters = {dice_.one_of(open_matters_)};
    if (one_in(5)) {
      s.held = casefile::Period{casefile::parse_approximate("2019"), {}};
      if (one_in(3)) s.held->to = casefile::parse_approximate("2022-05");
    }
    s.body = std::move(body);
    return s;
  }
  void add_to(casefile::Interview& i, casefile::StatementBody body) {
    i.statements.push_back(statement_in(i, std::move(body)));
    auto& s = i.statements.back();
    const bool fixed = std::holds_alternative<casefile::Lifting>(s.body) || i.id == "i0";
    if (fixed) s.held.reset(), s.matters.clear(), s.unsure = s.hearsay = false;
  }
  void add_random_statement(casefile::Interview& i) {
    casefile::StatementBody body = random_body();
    if (const auto* r = std::get_if<casefile::Residence>(&body); r && anchor(*r)) return;
    i.statements.push_back(statement_in(i, std::move(body)));
    if (one_in(3) && !questions_.empty()) i.statements.back().prompt = dice_.one_of(questions_);
    remember(i.statements.back());
  }
  void remember(const casefile::Statement& s) {
    if (std::holds_alternative<casefile::Need>(s.body)) needs_.push_back(s.id);
    if (std::holds_alternative<casefile::Question>(s.body)) questions_.push_back(s.id);
  }
  bool anchor(const casefile::Residence& r) const {
    for (std::size_t k = 0; k < 3; ++k)
      if (r.household == "h" + std::to_string(k) && r.person == c_.people[k + 1].id) return true;
    return false;
  }

  Id someone() { return dice_.one_of(people_); }
  Id someone_else(const Id& than) {
    Id id = someone();
    while (id == than) id = someone();
    return id;
  }
  Id some_home() { return dice_.one_of(households_); }
  casefile::Answered<int> level(int high) {
    if (one_in(3)) return {};
    if (one_in(5)) return {{}, casefile::NoValue::does_not_know};
    return {dice_.between(0, high), {}};
  }

  casefile::StatementBody random_tie() {
    casefile::Tie t;
    t.a = one_in(3) ? someone() : Id("child");
    t.b = someone_else(t.a);
    if (!one_in(3)) t.ring.value = dice_.between(1, c_.rings);
    if (!t.ring.value && one_in(2)) t.ring.missing = casefile::NoValue::none;
    if (t.ring.value && one_in(2)) t.ring_words = text();
    t.emotional = level(4);
    t.caregiving = level(4);
    t.conflict = level(3);
    if (one_in(2)) t.times_per_year.value = dice_.between(0, 300);
    if (one_in(3)) t.known_since.value = casefile::parse_approximate("2016");
    if (!t.emotional.mentioned()) t.emotional = {2, {}};
    return t;
  }
  casefile::StatementBody random_wish() {
    casefile::Wish w;
    w.of = one_in(3) ? someone() : Id("child");
    w.topic = any_value<casefile::WishTopic>(7);
    const bool person = w.topic == casefile::WishTopic::person || w.topic == casefile::WishTopic::contact;
    w.target = w.topic == casefile::WishTopic::household ? some_home() : person ? someone() : needed_text();
    w.view = any_value<casefile::WishView>(6);
    w.condition = text();
    return w;
  }
  casefile::StatementBody random_assessment() {
    static const std::vector<std::string> factors = {"mentalising_ability", "stable_safe_frame", "commitment",
                                                     "home_physical", "needs_match"};
    casefile::Assessment a;
    a.household = some_home();
    a.factor = dice_.one_of(factors);
    a.level = {dice_.between(0, 4), {}};
    a.words = text();
    if (one_in(6)) a.factor = "parents_view", a.whose = "mother";
    if (a.factor == "needs_match" && !needs_.empty() && !secret_) a.needs.push_back({dice_.one_of(needs_), 2, {3, {}}});
    return a;
  }
  casefile::StatementBody random_role() {
    casefile::RoleWish r;
    (one_in(2) ? r.household : r.person) = "";
    if (one_in(2))
      r.household = some_home();
    else
      r.person = someone();
    r.wish = any_value<casefile::RoleAnswer>(7);
    r.words = text();
    if (one_in(2)) r.offers.push_back({"respite", text(), {casefile::Weekday::sunday}, 2});
    return r;
  }
  casefile::StatementBody random_body() {
    using namespace casefile;
    switch (below(27)) {
      case 0:
      case 1:
      case 2:
      case 3:
      case 4:
        return random_tie();
      case 5:
        return random_wish();
      case 6:
      case 7:
        return random_assessment();
      case 8:
        return random_role();
      case 9:
        return Certificate{someone(), any_value<CertificateKind>(2), any_value<CertificateStatus>(8), text()};
      case 10:
        return Measure{some_home(), "respite", {"stable_safe_frame"}, any_value<MeasureState>(3), 3, 4, text()};
      case 11:
        return Referral{someone(), text()};
      case 12:
        return Fact{{one_in(2) ? someone() : some_home()}, needed_text()};
      case 13:
        return Rhythm{someone(), needed_text(), {Weekday::monday}, 2, {}};
      case 14:
        return Need{needed_text()};
      case 15:
        return Question{needed_text(), text(), {}, one_in(4)};
      case 16:
      case 17:
        return Residence{someone(), some_home(), text(), one_in(3)};
      case 18:
        return Home{some_home(), secret_ ? token() : "Lillerup", 2.5, text()};
      case 19:
        return Candidacy{some_home(), !one_in(4)};
      case 20:
        return Carer{some_home(), someone()};
      case 21: {
        const Id parent = someone();
        return Parentage{parent, someone_else(parent), any_value<ParentKind>(5), one_in(6)};
      }
      case 22: {
        const Id a = someone();
        return one_in(2) ? StatementBody(Partners{a, someone_else(a), any_value<PartnerKind>(5), false})
                         : StatementBody(Siblings{a, someone_else(a), any_value<SiblingKind>(5), false});
      }
      case 23:
        return one_in(2) ? StatementBody(Custody{someone(), one_in(2)})
                         : StatementBody(Consent{someone(), ConsentTo::placement, ConsentAnswer::yes});
      case 24:
        return one_in(2) || secret_  // words on sharing are hidden together: a test of its own
                   ? StatementBody(Contact{someone(), {someone()}, one_in(2)})
                   : StatementBody(Decision{some_home(), needed_text(), "Birthe"});
      case 25: {
        Plan plan{{}, {{{someone()}, needed_text(), text(), {}}}, text(), {}, {}, {}};
        if (!secret_) plan.steps.push_back({{}, "henter og bringer", "hver tirsdag", "kommunen"});
        if (!secret_ && one_in(2)) plan.approved.push_back({someone(), {}, {}});
        return plan;
      }
      default:
        if (secret_) return Fact{{someone()}, needed_text()};
        return Sharing{!one_in(4), !one_in(3), one_in(3) ? Ids{someone()} : Ids{}};
    }
  }

  // --- secrets ---

  /// A statement about one of `subjects`.
  casefile::Statement secret_statement(const casefile::Interview& i, const Ids& subjects) {
    while (true) {
      casefile::Statement s = statement_in(i, random_body());
      // With somebody shown in it, a home would not be secret.
      const auto* residence = std::get_if<casefile::Residence>(&s.body);
      if (residence && residence->household == "hidden-home") continue;
      if (subjects.empty()) return s;
      for (const Id& named : casefile::ids_named_by(s))
        if (std::find(s.by.begin(), s.by.end(), named) == s.by.end() &&
            std::find(subjects.begin(), subjects.end(), named) != subjects.end() && !only_agreed(s, named))
          return s;
    }
  }
  /// Losing one of those who agreed to a contact does not end it.
  static bool only_agreed(const casefile::Statement& s, const Id& id) {
    const auto* contact = std::get_if<casefile::Contact>(&s.body);
    return contact && contact->person != id;
  }

  template <class T>
  void insert(std::vector<T>& list, T value) {
    list.insert(list.begin() + static_cast<std::ptrdiff_t>(below(list.size() + 1)), std::move(value));
  }
  casefile::Interview& a_conversation() { return c_.interviews[1 + below(c_.interviews.size() - 1)]; }

  casefile::Interview& first_conversation() {
    for (auto& i : c_.interviews)
      if (i.id == "i1") return i;
    return c_.interviews.front();
  }

  void add_secrets() {
    const Ids shown_people = people_;
    const Ids shown_homes = households_;
    open_interviews_.clear();
    for (const auto& i : c_.interviews) open_interviews_.insert(i.id);
    write_into_open_texts_later();
    secret_ = true;
    hide_matter();
    hide_people();
    hide_household();
    for (int k = dice_.between(3, 10); k > 0; --k) tell_of_the_hidden();
    for (int k = dice_.between(1, 4); k > 0; --k) let_the_hidden_join();
    for (int k = dice_.between(0, 3); k > 0; --k) hear_the_hidden();
    people_ = shown_people;
    households_ = shown_homes;
    for (int k = dice_.between(2, 6); k > 0; --k) tell_what_must_not_be_told();
    correct_in_secret();
    protect_an_address();
    mention_in_open_texts();
    mention_in_open_lists();
  }
  void write_into_open_texts_later() {
    for (const auto& i : c_.interviews)
      for (const auto& s : i.statements) open_statements_.insert(s.id);
  }

  void hide_matter() {
    const Id barred = audience_.kind == audience::Kind::person ? audience_.person : dice_.one_of(people_);
    for (const char* id : {"m-secret", "m-second"}) {
      casefile::Matter m{id, token() + " " + token(), {barred}, text(), {"i0", {}, false}, {}};
      if (one_in(2)) m.not_to.push_back("father");
      insert(c_.matters, m);
    }
    // A lifting that must itself not be told of lifts nothing; nor does one of tomorrow.
    auto lifting = statement_in(a_conversation(), casefile::Lifting{"m-secret"});
    lifting.matters = {"m-second"};
    lifting.held.reset();
    insert(a_conversation().statements, by_nobody(lifting));
    if (c_.interviews.back().date > as_of_) {
      auto later = statement_in(c_.interviews.back(), casefile::Lifting{"m-second"});
      insert(c_.interviews.back().statements, by_nobody(later));
    }
  }
  static casefile::Statement by_nobody(casefile::Statement s) {
    s.by.clear();
    s.observed = true;
    s.quote.reset();
    return s;
  }

  void hide_people() {
    for (int k = 0; k < 3; ++k) {
      casefile::Person p;
      p.id = "hidden" + std::to_string(k);
      p.name = token() + (one_in(2) ? " " + token() : "");
      p.role = one_in(2) ? "morbror" : "nabo";
      p.role_words = text();
      p.note = text();
      p.source = {"i0", {}, false};
      p.gender = casefile::Gender::male;
      const bool family = audience_.kind == audience::Kind::family;
      switch (below(3)) {
        case 0:
          p.do_not_show = {true, text()};
          break;
        case 1:
          p.matters = {"m-secret"};
          break;
        default:
          if (k > 0) {
            p.professional_of = hidden_.front();
          } else if (family || (audience_.kind == audience::Kind::person && audience_.person != "mother")) {
            p.professional_of = "mother";
          } else {
            p.do_not_show = {true, ""};
          }
      }
      hidden_.push_back(p.id);
      insert(c_.people, p);
    }
    people_.insert(people_.end(), hidden_.begin(), hidden_.end());
  }

  void hide_household() {
    casefile::Household h{"hidden-home", token(), text(), {"i0", {}, false}, {}, {}};
    insert(c_.households, h);
    households_.push_back(h.id);
    casefile::Interview& told_in = one_in(2) ? c_.interviews.front() : a_conversation();
    const auto lives = statement_in(told_in, casefile::Residence{dice_.one_of(hidden_), h.id, text(), false});
    insert(told_in.statements, lives);
    hidden_.push_back(h.id);
  }

  void tell_of_the_hidden() {
    casefile::Interview& i = a_conversation();
    insert(i.statements, secret_statement(i, hidden_));
  }

  Ids hidden_people() const {
    Ids ids;
    for (const Id& id : hidden_)
      if (id != "hidden-home") ids.push_back(id);
    return ids;
  }
  void let_the_hidden_join() {
    casefile::Interview& i = a_conversation();
    const Id guest = dice_.one_of(hidden_people());
    if (open_interviews_.count(i.id) == 0 || std::count(i.informants.begin(), i.informants.end(), guest) != 0) return;
    insert(i.informants, guest);
    for (auto& s : i.statements)
      if (open_statements_.count(s.id) != 0 && !s.by.empty() && !s.quote && one_in(3)) insert(s.by, guest);
    casefile::Statement own = secret_statement(i, {});
    own.by = {guest};
    own.observed = false;
    insert(i.statements, own);
    if (one_in(2)) i.present.push_back({"", text(), "", guest});
    for (auto& p : c_.people)
      if (p.source.interview == i.id && !p.source.by.empty()) p.source.by.push_back(guest);
  }
  void hear_the_hidden() {
    casefile::Interview i;
    i.id = "ix" + std::to_string(c_.interviews.size());
    i.date = c_.interviews.front().date + std::chrono::days(dice_.between(1, 200));
    i.place = token();
    i.note = text();
    i.informants = {dice_.one_of(hidden_people())};
    i.interviewers.push_back({text(), text()});
    i.present.push_back({dice_.one_of(people_), text(), text(), {}});
    for (int k = dice_.between(1, 5); k > 0; --k) i.statements.push_back(secret_statement(i, {}));
    // Somebody who is known from there alone.
    casefile::Person p;
    p.id = "known-" + i.id;
    p.name = token();
    p.role = "nabo";
    p.source = {i.id, i.informants, false};
    i.statements.push_back(statement_in(i, casefile::Referral{p.id, text()}));
    insert(c_.people, p);
    c_.interviews.insert(c_.interviews.begin() + 1 + static_cast<std::ptrdiff_t>(below(c_.interviews.size())), i);
  }

  /// Of people whom everybody knows, but in a matter that is not to be told.
  void tell_what_must_not_be_told() {
    casefile::Interview& i = a_conversation();
    casefile::Statement s = secret_statement(i, {});
    s.matters.push_back(one_in(2) ? "m-secret" : "m-second");
    if (const auto* r = std::get_if<casefile::Residence>(&s.body); r && r->household == "hidden-home") return;
    insert(i.statements, s);
  }

  void correct_in_secret() {
    // The hidden corrects what may be told …
    for (auto& i : c_.interviews) {
      if (open_interviews_.count(i.id) == 0) continue;
      for (const auto& s : std::vector(i.statements)) {
        const bool permission =
            std::holds_alternative<casefile::Sharing>(s.body) || std::holds_alternative<casefile::Lifting>(s.body);
        if (open_statements_.count(s.id) == 0 || permission || anchors_.count(s.id) != 0 || !one_in(8)) continue;
        casefile::Statement correction = secret_statement(c_.interviews.back(), {});
        correction.matters = {"m-secret"};
        correction.replaces = s.id;
        insert(c_.interviews.back().statements, correction);
      }
    }
    // … and what is not marked corrects the hidden, in two steps.
    casefile::Statement first = secret_statement(first_conversation(), {});
    first.matters = {"m-second"};
    casefile::Statement second = secret_statement(c_.interviews.back(), {});
    second.replaces = first.id;
    casefile::Statement third = secret_statement(c_.interviews.back(), {});
    third.replaces = second.id;
    insert(first_conversation().statements, first);
    insert(c_.interviews.back().statements, second);
    insert(c_.interviews.back().statements, third);
  }

  void protect_an_address() {
    casefile::Person* protected_person = nullptr;
    for (auto& p : c_.people)
      if (p.id == "mother") protected_person = &p;
    for (const auto& i : c_.interviews)
      for (const auto& s : i.statements) {
        const auto* residence = std::get_if<casefile::Residence>(&s.body);
        const auto* home = std::get_if<casefile::Home>(&s.body);
        if (residence && residence->person == "mother" && residence->household != "h0") return;
        if (home && home->household == "h0") return;
        if (residence && residence->household == "h0" && residence->person == audience_.person) return;
      }
    if (audience_.person == "mother") return;
    protected_person->protected_address = {true, text()};
    casefile::Interview& i = a_conversation();
    insert(i.statements, statement_in(i, casefile::Home{"h0", token() + " 7", 3.5, text()}));
  }

  /// Names of hidden people in texts that would be empty.
  void mention_in_open_texts() {
    const auto name = [&] { return named_in_a_text(); };
    const auto write = [&](std::string& text) {
      if (text.empty() && one_in(5)) text = name();
    };
    for (auto& p : c_.people) {
      if (std::find(people_.begin(), people_.end(), p.id) == people_.end()) continue;
      write(p.note);
      write(p.role_words);
      if (p.name_unknown && one_in(2)) p.name = hidden_name() + "s ven", p.name_unknown = false;
    }
    for (auto& h : c_.households) {
      write(h.name);
      write(h.note);
    }
    for (auto& e : c_.erased) write(e.reason);
    for (auto& i : c_.interviews) {
      if (open_interviews_.count(i.id) == 0) continue;
      write(i.place);
      write(i.note);
      if (one_in(3)) i.present.push_back({dice_.one_of(hidden_people()), "", "", {}});
      if (one_in(3)) i.present.push_back({"", "ven", hidden_name(), {}});
      for (auto& s : i.statements) {
        if (open_statements_.count(s.id) == 0) continue;
        write(s.note);
        if (!s.quote && one_in(6)) s.quote = casefile::Quote{name(), {}};
        if (!s.quote && one_in(6)) s.quote = casefile::Quote{"det er sandt", dice_.one_of(hidden_people())};
        if (s.held && s.held->from && one_in(3)) s.held->from->words = "siden " + name();
        if (auto* tie = std::get_if<casefile::Tie>(&s.body)) write(tie->ring_words);
        if (auto* a = std::get_if<casefile::Assessment>(&s.body)) write(a->words);
        if (auto* r = std::get_if<casefile::Residence>(&s.body)) write(r->words);
        if (auto* r = std::get_if<casefile::Referral>(&s.body)) write(r->words);
        if (auto* m = std::get_if<casefile::Measure>(&s.body)) write(m->words);
        if (auto* r = std::get_if<casefile::RoleWish>(&s.body)) write(r->words);
        if (auto* p = std::get_if<casefile::Plan>(&s.body)) {
          write(p->plan_b);
          write(p->tell);
          p->steps.push_back({{"mother"}, "går en tur", "med " + name(), {}});
          p->approved.push_back({{}, hidden_name(), {}});
        }
      }
      // A fact of somebody shown whose text names the hidden.
      insert(i.statements, statement_in(i, casefile::Fact{{"child"}, name()}));
      insert(i.statements, statement_in(i, casefile::Rhythm{"mother", name(), {}, 1, {}}));
    }
  }
  std::string hidden_name() {
    const Id id = dice_.one_of(hidden_people());
    return casefile::find_person(c_, id)->name;
  }
  /// As people write: in other cases, in the genitive, one of two names.
  std::string named_in_a_text() {
    std::string name = hidden_name();
    switch (below(4)) {
      case 0:
        return "hjemme hos " + name + "s mor";
      case 1:
        return name.substr(0, name.find(' ')) + ": ja";
      case 2:
        for (char& c : name)
          if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return "(" + name + ")";
      default:
        return "sammen med " + name + ".";
    }
  }

  void mention_in_open_lists() {
    for (auto& m : c_.matters)
      if ((m.id == "m-lifted" || m.id == "m-other") && one_in(2)) m.not_to.push_back(dice_.one_of(hidden_people()));
    casefile::Interview& first = first_conversation();
    casefile::Statement question = statement_in(first, casefile::Question{text(), text(), {}, false});
    casefile::Statement need = statement_in(first, casefile::Need{text()});
    question.matters = need.matters = {"m-secret"};
    insert(first.statements, question);
    insert(first.statements, need);
    for (auto& i : c_.interviews)
      for (auto& s : i.statements) {
        if (open_statements_.count(s.id) == 0) continue;
        if (s.prompt.empty() && one_in(4)) s.prompt = question.id;
        if (auto* contact = std::get_if<casefile::Contact>(&s.body))
          contact->agreed_by.push_back(dice_.one_of(hidden_people()));
        if (auto* p = std::get_if<casefile::Plan>(&s.body)) {
          p->steps.push_back({{dice_.one_of(hidden_people())}, "ringer", {}, {}});
          p->steps.front().who.push_back(dice_.one_of(hidden_people()));
          p->approved.push_back({dice_.one_of(hidden_people()), {}, {}});
        }
        if (auto* sharing = std::get_if<casefile::Sharing>(&s.body))
          sharing->with.push_back(dice_.one_of(hidden_people()));
        if (auto* a = std::get_if<casefile::Assessment>(&s.body); a && one_in(3))
          a->needs.push_back({need.id, 1, {2, {}}});
      }
  }

  Dice dice_;
  audience::Audience audience_;
  casefile::Case c_;
  casefile::Date as_of_;
  Ids people_, households_, needs_, questions_, open_matters_, hidden_;
  std::set<Id> anchors_, open_interviews_, open_statements_;
  std::vector<std::string> tokens_;
  unsigned statements_ = 0;
  bool secret_ = false;
};

inline SecretCase secret_case(std::uint64_t seed, audience::Kind kind) {
  return SecretCaseMaker(seed, kind).make();
}

}  // namespace kreds::testing
