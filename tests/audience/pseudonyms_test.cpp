#include "kreds/audience/pseudonyms.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "kreds/audience/audience.hpp"
#include "kreds/casefile/read.hpp"
#include "kreds/casefile/terms.hpp"
#include "kreds/casefile/write.hpp"
#include "kreds/document/document.hpp"
#include "support/dangling_ids.hpp"
#include "support/random_case.hpp"
#include "support/secret_case.hpp"
#include "support/told_case.hpp"
#include "support/unique_texts.hpp"

namespace {

using namespace kreds;
using namespace kreds::testing;
using namespace kreds::casefile;
using audience::RoleWords;
using audience::with_pseudonyms;
using casefile::Words;  // not those of the case builder

const Vocabulary& vocabulary() {
  static const Vocabulary v = load_vocabulary(KREDS_ROOT "/data");
  return v;
}

/// A word for each role, here its id.
RoleWords words_for(const Vocabulary& v) {
  RoleWords words{{}, {{"school", "Fra skolen"}, {"professionals", "Fagperson"}}, "Barnet", "Dyr", "Person", "udeladt"};
  for (const auto& [id, role] : v.roles) words.roles[id] = "Rolle " + id;
  return words;
}
Case pseudonymous(const Case& c, Date as_of = day("2024-06-01")) {
  return with_pseudonyms(c, vocabulary(), words_for(vocabulary()), as_of);
}

RoleWords few_words() {
  RoleWords words = words_for({});
  words.roles = {{"mor", "Mor"},   {"mormor", "Mormor"},     {"bedsteven", "Ven"},
                 {"nabo", "Nabo"}, {"klasselærer", "Lærer"}, {"hund", "Hund"}};
  return words;
}
Case called(const Case& c, const char* as_of = "2024-06-01") {
  return with_pseudonyms(c, small_vocabulary(), few_words(), day(as_of));
}
std::string names_of(const Case& c) {
  std::string names;
  for (const Person& p : c.people) names += (names.empty() ? "" : ", ") + (p.name_unknown ? "?" : p.name);
  return names;
}

bool contains(const std::string& text, const std::string& token) {
  const auto same = [](char a, char b) { return std::tolower(a) == std::tolower(b); };
  return std::search(text.begin(), text.end(), token.begin(), token.end(), same) != text.end();
}
std::vector<std::string> found_in(const std::string& text, const UniqueTexts& unique) {
  std::vector<std::string> found;
  for (const auto* tokens : {&unique.tokens, &unique.ids})
    for (const std::string& token : *tokens)
      if (contains(text, token)) found.push_back(token);
  return found;
}
const std::vector<std::string> none;

std::vector<Case> shipped_cases() {
  std::vector<Case> cases;
  for (const auto& entry : std::filesystem::directory_iterator(KREDS_ROOT "/data/cases"))
    if (entry.path().extension() == ".json")
      cases.push_back(*read_case_file(entry.path().string(), vocabulary(), day("2026-01-01")).value);
  REQUIRE(cases.size() == 4);
  return cases;
}

// --- a case that says everything that the format can hold ----------------------------------------------

/// Fills each member of an entry that can be filled.
class Growing {
 public:
  template <class T>
  void operator()(std::string_view, T&& value, const Rule& rule = {}) {
    grow(value, rule);
  }
  void format(std::int64_t) {}
  void type(const StatementBody&) {}
  void body(StatementBody& body) {
    std::visit([this](auto& alternative) { fields(*this, alternative); }, body);
  }

 private:
  void grow(std::string& text, const Rule& rule) {
    if (!text.empty()) return;
    switch (rule.refers) {
      case Refers::nothing:
        text = term(rule.words);
        break;
      case Refers::itself:
        break;
      case Refers::household:
        text = "h";
        break;
      case Refers::matter:
        text = "m";
        break;
      case Refers::interview:
        text = "i";
        break;
      case Refers::need:
      case Refers::question:
      case Refers::statement:
        text = rule.refers == Refers::need ? "need" : "question";
        break;
      case Refers::person:
      case Refers::person_or_household:
        text = "a";
    }
  }
  static std::string term(Words words) {
    switch (words) {
      case Words::any:
        return "ord";
      case Words::role:
        return "nabo";
      case Words::sector:
        return "school";
      case Words::sector_set:
        return "default";
      case Words::factor:
        return "commitment";
      case Words::measure:
        return "respite";
      case Words::offer_role:
        return "contact";
    }
    return {};
  }
  void grow(Between<Id>& pair, const Rule&) { pair.a = "a", pair.b = "b"; }
  void grow(Frequency<Tie>& frequency, const Rule&) {
    frequency.tie.frequency_term = "weekly";
    frequency.tie.times_per_year.value = 52;
  }
  void grow(WordsOrNone<Question>& answer, const Rule&) { answer.question.answer = "ord"; }
  void grow(Date& date, const Rule&) { date = day("2024-02-05"); }
  void grow(ApproximateDate& date, const Rule&) {
    date = about_date("2017-08..2018-06");
    date.words = "ord";
  }
  void grow(int& number, const Rule& rule) { number = std::max(number, std::max(1, rule.low)); }
  void grow(std::vector<Interview>&, const Rule&) {}
  void grow(std::vector<Statement>&, const Rule&) {}
  template <class T>
  void grow(std::vector<T>& list, const Rule& rule) {
    if (list.empty()) list.emplace_back();
    for (T& each : list) grow(each, rule);
  }
  template <class T>
  void grow(std::optional<T>& value, const Rule& rule) {
    if (!value) value.emplace();
    grow(*value, rule);
  }
  template <class T>
  void grow(Answered<T>& answer, const Rule& rule) {
    grow(answer.value, rule);
  }
  template <class T>
  void grow(T& value, const Rule&) {
    if constexpr (requires { fields(*this, value); }) fields(*this, value);
  }
};

template <class Entry>
void grow(Entry& entry) {
  Growing growing;
  fields(growing, entry);
}

template <std::size_t... Index>
std::vector<StatementBody> one_of_each(std::index_sequence<Index...>) {
  return {StatementBody(std::in_place_index<Index>)...};
}

Case full_case() {
  Case c;
  c.child = "a";
  Interview interview;
  interview.id = "i";
  for (StatementBody& body : one_of_each(std::make_index_sequence<std::variant_size_v<StatementBody>>())) {
    if (auto* wish = std::get_if<Wish>(&body)) wish->topic = WishTopic::school;  // its target is words
    Statement s;
    s.id = std::holds_alternative<Need>(body)       ? "need"
           : std::holds_alternative<Question>(body) ? "question"
                                                    : "s" + std::to_string(body.index());
    s.body = body;
    grow(s);
    interview.statements.push_back(s);
  }
  grow(interview);
  c.interviews.push_back(interview);
  for (const char* id : {"a", "b"}) {
    Person p;
    p.id = id;
    c.people.push_back(p);
  }
  c.households.emplace_back().id = "h";
  c.matters.emplace_back().id = "m";
  grow(c);
  return c;
}

// --- what may stand in a case without names ------------------------------------------------------------

template <class E>
void add_terms(std::set<std::string>& allowed) {
  for (const Term<E>& t : terms<E>()) allowed.emplace(t.text);
}

std::set<std::string> allowed_texts() {
  std::set<std::string> allowed = {"udeladt"};
  add_terms<NoValue>(allowed);
  add_terms<Gender>(allowed);
  add_terms<WishTopic>(allowed);
  add_terms<WishView>(allowed);
  add_terms<RoleAnswer>(allowed);
  add_terms<Weekday>(allowed);
  add_terms<CertificateKind>(allowed);
  add_terms<CertificateStatus>(allowed);
  add_terms<MeasureState>(allowed);
  add_terms<ParentKind>(allowed);
  add_terms<PartnerKind>(allowed);
  add_terms<SiblingKind>(allowed);
  add_terms<ConsentTo>(allowed);
  add_terms<ConsentAnswer>(allowed);
  add_terms<InterviewKind>(allowed);
  allowed.insert(statement_types.begin(), statement_types.end());
  allowed.insert(frequency_terms().begin(), frequency_terms().end());
  for (const auto& [id, role] : vocabulary().roles) allowed.insert(id);
  for (const auto& [id, factor] : vocabulary().factors) allowed.insert(id);
  allowed.insert(vocabulary().measures.begin(), vocabulary().measures.end());
  allowed.insert(vocabulary().offer_roles.begin(), vocabulary().offer_roles.end());
  for (const auto& [id, set] : vocabulary().sector_sets) {
    allowed.insert(id);
    allowed.insert(set.sectors.begin(), set.sectors.end());
  }
  return allowed;
}

bool is_neutral_id(const std::string& text) {
  return text.size() >= 4 && std::string("phmis").find(text[0]) != std::string::npos &&
         std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}
bool is_pseudonym(std::string text) {
  static const RoleWords words = words_for(vocabulary());
  if (const auto space = text.rfind(' ');
      space != std::string::npos && text.find_first_not_of("0123456789", space + 1) == std::string::npos)
    text.resize(space);
  const auto is_word = [&](const auto& entry) { return entry.second == text; };
  return text == words.child || text == words.animal || text == words.somebody ||
         std::any_of(words.roles.begin(), words.roles.end(), is_word) ||
         std::any_of(words.sectors.begin(), words.sectors.end(), is_word);
}

/// The texts of a written case that are none of those known.
std::set<std::string> strange_texts(const Case& c) {
  static const std::set<std::string> allowed = allowed_texts();
  const auto parsed = document::parse("case.json", to_text(c));
  std::set<std::string> strange;
  for (std::size_t i = 0; i < parsed.document->node_count(); ++i) {
    const document::Node node = parsed.document->node(i);
    if (!node.is(document::Kind::text)) continue;
    const std::string& text = node.text();
    const bool known = allowed.contains(text) || is_neutral_id(text) || parse_approximate(text) ||
                       (node.key() == "name" && is_pseudonym(text));
    if (!known) strange.insert(text);
  }
  return strange;
}

}  // namespace

TEST_CASE("no text of any entry of the format is left in a case without names", "[pseudonyms]") {
  const UniqueTexts unique = unique_texts(full_case());
  const std::string whole = to_text(unique.c);
  // Each stands in the whole case, or the search below would show nothing. (25 types of statement, 6 other entries.)
  CHECK(unique.tokens.size() > 150);
  CHECK(found_in(whole, unique).size() == unique.tokens.size() + unique.ids.size());
  const Case without_names = pseudonymous(unique.c);
  CHECK(found_in(to_text(without_names), unique) == none);
  CHECK(strange_texts(without_names) == std::set<std::string>{});
}

TEST_CASE("made-up and shipped cases without names can be read and hold nothing but known words", "[pseudonyms]") {
  std::vector<Case> cases = shipped_cases();
  for (std::uint64_t seed = 0; seed < 150; ++seed) cases.push_back(random_case(seed, 2 + static_cast<int>(seed % 30)));
  for (const Case& c : cases) {
    CAPTURE(c.number, c.child, c.people.size());
    const UniqueTexts unique = unique_texts(c);
    const Case without_names = pseudonymous(unique.c);
    const std::string text = to_text(without_names);
    CHECK_FALSE(contains(text, "zqx"));
    CHECK(strange_texts(without_names) == std::set<std::string>{});
    CHECK(strange_texts(pseudonymous(c)) == std::set<std::string>{});
    CHECK(dangling_ids(without_names) == none);

    const auto again = read_case_text("igen.json", text, vocabulary(), day("2026-01-01"));
    for (const auto& fault : again.diagnostics) UNSCOPED_INFO(fault.code << " " << fault.place.pointer);
    CHECK(again.diagnostics.empty());
    REQUIRE(again.value);
    CHECK(*again.value == without_names);
    CHECK(pseudonymous(without_names) == without_names);
  }
}

TEST_CASE("what is no text stays as it is and nothing told becomes untold", "[pseudonyms]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const Case c = random_case(seed, 12), without_names = pseudonymous(c);
    CAPTURE(seed);
    REQUIRE(without_names.people.size() == c.people.size());
    REQUIRE(without_names.interviews.size() == c.interviews.size());
    CHECK(without_names.rings == c.rings);
    for (std::size_t i = 0; i < c.people.size(); ++i) {
      CHECK(without_names.people[i].role == c.people[i].role);
      CHECK(without_names.people[i].gender == c.people[i].gender);
      CHECK(without_names.people[i].do_not_show.set == c.people[i].do_not_show.set);
    }
    for (std::size_t i = 0; i < c.interviews.size(); ++i) {
      CHECK(without_names.interviews[i].date == c.interviews[i].date);
      const auto &before = c.interviews[i].statements, &after = without_names.interviews[i].statements;
      REQUIRE(after.size() == before.size());
      for (std::size_t k = 0; k < before.size(); ++k) {
        REQUIRE(after[k].body.index() == before[k].body.index());
        CHECK(after[k].held.has_value() == before[k].held.has_value());
        if (const auto* tie = std::get_if<Tie>(&before[k].body)) {
          const auto& same = std::get<Tie>(after[k].body);
          CHECK((same.ring == tie->ring && same.emotional == tie->emotional && same.conflict == tie->conflict));
          CHECK(same.times_per_year == tie->times_per_year);
          CHECK(same.ring_words.empty() == tie->ring_words.empty());
        }
        if (const auto* a = std::get_if<Assessment>(&before[k].body))
          CHECK(std::get<Assessment>(after[k].body).words.empty() == a->words.empty());
        // Of two on one day the lower id counts.
        if (k > 0) CHECK((after[k - 1].id < after[k].id) == (before[k - 1].id < before[k].id));
      }
    }
  }
}

TEST_CASE("people are called by role and number in the order of the file", "[pseudonyms]") {
  const Case c =
      told(CaseBuilder("liam born=2015-05-14")
               .people("anna role=mor; karen role=mormor; oskar role=bedsteven; alma role=bedsteven")
               .people("mette role=klasselærer; bo role=bedsteven; boelle animal role=hund; kis animal")
               .people("ukendt role=far; gitte; jens sector=school; lis professional_of=anna; nabo role=nabo"));
  CHECK(names_of(called(c)) ==
        "Barnet, Mor, Mormor, Ven, Ven 2, Lærer, Ven 3, Hund, Dyr, Person, Person 2, Fra skolen, Fagperson, Nabo");
}

TEST_CASE("somebody added at the end renumbers nobody and an unknown name is counted", "[pseudonyms]") {
  const auto people = CaseBuilder("liam").people("oskar role=bedsteven; nobody role=nabo; alma role=bedsteven");
  Case c = told(people);
  entry(c.people, "nobody").name.clear();
  entry(c.people, "nobody").name_unknown = true;
  CHECK(names_of(called(c)) == "Barnet, Ven, ?, Ven 2");
  Case later = c;
  for (const char* id : {"ny-ven", "ny-nabo"}) {
    Person p = entry(c.people, "oskar");
    p.id = id;
    p.role = id == std::string("ny-ven") ? "bedsteven" : "nabo";
    later.people.push_back(p);
  }
  CHECK(names_of(called(later)) == "Barnet, Ven, ?, Ven 2, Ven 3, Nabo 2");
  CHECK(called(later).people[3].id == called(c).people[3].id);
}

TEST_CASE("what nothing depends on is gone and what was said leaves a mark", "[pseudonyms]") {
  Case c = told(CaseBuilder("liam")
                    .people("karen role=mormor role_words=momse note=x")
                    .households("h name=Karens")
                    .on("2024-02-05 karen", "home h place=Sindal note=n quote=q; fact tekst about=liam"));
  c.municipality = "Lillerup";
  c.interviews.back().place = "hjemme";
  c.interviews.back().interviewers = {{"rådgiver", "Birthe"}, {"konsulent", ""}};
  const Case without_names = called(c);
  const casefile::Person& karen = without_names.people[1];
  CHECK((karen.role_words + karen.note + without_names.households[0].name + without_names.municipality).empty());
  const Interview& interview = without_names.interviews.back();
  CHECK((interview.place + interview.statements[0].note).empty());
  CHECK_FALSE(interview.statements[0].quote);
  CHECK(std::get<Home>(interview.statements[0].body).place == "udeladt");
  CHECK(std::get<Fact>(interview.statements[1].body).text == "udeladt");
  // Whether an interviewer is named decides what an assessment can answer.
  CHECK(interview.interviewers == std::vector<Interviewer>{{"udeladt", "udeladt"}, {"udeladt", ""}});
}

TEST_CASE("an entry is found again by its old id", "[pseudonyms]") {
  const Case c =
      told(CaseBuilder("liam").people("anna role=mor").households("h").on("2024-02-05 anna", "need id=n ro"));
  CHECK(audience::neutral_id(c, "anna") == "p002");
  CHECK(called(c).people[1].id == "p002");
  CHECK(audience::neutral_id(c, "h") == "h001");
  CHECK(audience::neutral_id(c, "n") == called(c).interviews.back().statements[0].id);
  CHECK(audience::neutral_id(c, "line").empty());
}

TEST_CASE("no two people have the same pseudonym whatever the words are", "[pseudonyms]") {
  RoleWords words = few_words();
  words.roles["mormor"] = "Ven 2";  // would be the second friend
  words.roles["nabo"] = "Ven";      // the same word for another role
  words.somebody = "Barnet";
  const Case c = told(CaseBuilder("liam").people("a role=bedsteven; b role=mormor; c role=nabo; d role=mormor; e"));
  CHECK(names_of(with_pseudonyms(c, small_vocabulary(), words, day("2024-06-01"))) ==
        "Barnet, Ven, Ven 2, Ven 3, Ven 2 2, Barnet 2");
}

TEST_CASE("a birth becomes an age on the day", "[pseudonyms]") {
  const auto birth_of = [](const char* born) {
    Case c = told(CaseBuilder("liam").people("karen role=mormor"));
    entry(c.people, "karen").birth = about_date(born);
    return *called(c, "2024-02-05").people[1].birth;
  };
  // 8 until the birthday on 14 May, 9 from it on.
  CHECK(birth_of("2015-05-14") == from_age(8, day("2024-02-05")));
  CHECK(birth_of("2015-02-05") == from_age(9, day("2024-02-05")));
  CHECK(birth_of("2015-02-06") == from_age(8, day("2024-02-05")));
  CHECK(birth_of("2015-05") == from_age(8, day("2024-02-05")));
  CHECK(birth_of("2015") == about_date("2015"));                        // as rough already
  CHECK(birth_of("62@2020-01-01") == from_age(62, day("2020-01-01")));  // so is an age
  CHECK(birth_of("2024-06-01") == about_date("2024-06"));               // not born by then
  CHECK(to_text(*birth_of("1990-03-17..1996-09-02").first) == "1990-01-01");
  CHECK(to_text(*birth_of("1990-03-17..1996-09-02").last) == "1996-12-31");
}

TEST_CASE("another date does not tell the day of a birth", "[pseudonyms]") {
  Case c = told(CaseBuilder("liam born=2015-05-14")
                    .people("karen role=mormor")
                    .households("h")
                    .on("2024-02-05 karen",
                        "tie id=t liam karen emotional=3 since=2015-05-14; residence id=r karen h "
                        "from=2015-05-13"));
  const Case without_names = called(c, "2024-02-05");
  const auto& statements = without_names.interviews.back().statements;
  CHECK(std::get<Tie>(statements[0].body).known_since.value == from_age(8, day("2024-02-05")));
  CHECK(statements[1].held->from == about_date("2015-05-13"));
  CHECK(to_text(without_names).find("2015-05-14") == std::string::npos);
}

TEST_CASE("an expected child keeps its month and the dead stay dead with a rough date", "[pseudonyms]") {
  Case c = told(CaseBuilder("liam").people("karen role=mormor; ole; bo"));
  entry(c.people, "ole").expected = true;
  entry(c.people, "ole").birth = about_date("2024-09-14");
  entry(c.people, "karen").dead = Death{about_date("2021-03-14")};
  entry(c.people, "bo").dead = Death{about_date("2024-03-14")};
  const Case without_names = called(c, "2024-05-20");
  CHECK(without_names.people[2].birth == about_date("2024-09"));
  CHECK(without_names.people[1].dead->when == about_date("2021"));
  // The middle of 2024 is not yet over on 20 May: with the year alone he would be alive.
  CHECK(without_names.people[3].dead->when == about_date("2024-03"));
}

TEST_CASE("the numbers of an audience do not tell of somebody hidden", "[pseudonyms]") {
  // After the filter: of two friends, one may not be shown.
  Case c = told(CaseBuilder("liam").people("ali role=bedsteven; bo role=bedsteven"));
  entry(c.people, "ali").do_not_show.set = true;
  const auto family = [&](const Case& whole) {
    return audience::for_audience(whole, {audience::Kind::family, {}}, small_vocabulary(), day("2024-01-01"));
  };
  CHECK(names_of(called(family(c))) == "Barnet, Ven");
  CHECK(names_of(family(called(c))) == "Barnet, Ven 2");  // why the order matters
  for (const audience::Kind kind : {audience::Kind::family, audience::Kind::person, audience::Kind::casefile})
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
      const SecretCase pair = secret_case(seed, kind);
      CAPTURE(seed, audience::to_text(pair.audience));
      const Case shown = audience::for_audience(pair.with_secrets, pair.audience, vocabulary(), pair.as_of);
      const Case without_names = pseudonymous(shown);
      const Case open = audience::for_audience(pair.open, pair.audience, vocabulary(), pair.as_of);
      CHECK(without_names == pseudonymous(open));
      CHECK(strange_texts(without_names) == std::set<std::string>{});
    }
}

TEST_CASE("a term that no list knows is a text and an id that names nothing too", "[pseudonyms]") {
  Case c = told(CaseBuilder("liam").people("karen role=Zqx1").on("2024-02-05 karen", "tie liam karen emotional=2"));
  c.people[1].sector = "Zqx2";
  c.people[1].professional_of = "zqx3";
  c.sectors = "Zqx4";
  std::get<Tie>(c.interviews.back().statements[0].body).frequency_term = "Zqx5";
  c.interviews.back().statements[0].matters = {"zqx6"};
  const Case without_names = called(c);
  CHECK_FALSE(contains(to_text(without_names), "zqx"));
  CHECK(without_names.interviews.back().statements[0].matters.empty());
}
