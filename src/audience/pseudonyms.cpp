#include "kreds/audience/pseudonyms.hpp"

#include <chrono>
#include <optional>
#include <type_traits>

#include "../casefile/fields.hpp"
#include "kreds/casefile/terms.hpp"
#include "pseudonyms_names.hpp"
#include "texts.hpp"

namespace kreds::audience {

using namespace casefile;

namespace {

// --- dates of birth and death --------------------------------------------------------------------------

ApproximateDate month_of(Date day) {
  return *parse_approximate(to_text(day).substr(0, 7));
}
ApproximateDate year_of(Date day) {
  return *parse_approximate(to_text(day).substr(0, 4));
}

/// The years that a span touches.
ApproximateDate years_of(const ApproximateDate& date) {
  ApproximateDate years;
  years.form = ApproximateDate::Form::between;
  years.first = year_of(*date.first).first;
  years.last = year_of(*date.last).last;
  return years;
}

bool rough_already(const ApproximateDate& date) {
  using Form = ApproximateDate::Form;
  return !date.first || date.form == Form::age || date.form == Form::year;
}

/// Nothing finer than a year, and the same age on the day; of somebody not born by then the month.
ApproximateDate rough_birth(const ApproximateDate& birth, Date day) {
  if (rough_already(birth)) return birth;
  constexpr std::chrono::days year{366};
  if (*birth.last - *birth.first > year) return years_of(birth);
  const Date middle = *birth.middle();
  if (middle > day) return month_of(middle).middle() > day ? month_of(middle) : birth;
  const int age = age_on(middle, day);
  constexpr int oldest = 120;  // of the format
  return age > oldest ? year_of(middle) : from_age(age, day);
}

/// As rough as can be without bringing somebody back to life.
ApproximateDate rough_death(const ApproximateDate& death, Date day) {
  if (rough_already(death)) return death;
  const Date middle = *death.middle();
  if (middle > day) return death;
  for (const ApproximateDate& rougher : {year_of(middle), month_of(middle)})
    if (*rougher.middle() <= day) return rougher;
  return death;
}

using RoughDates = std::map<Date, ApproximateDate>;

std::optional<ApproximateDate> rough_death_of(const Person& person, Date day) {
  if (!person.dead->when) return std::nullopt;
  return rough_death(*person.dead->when, day);
}

std::optional<ApproximateDate> rough_birth_of(const Person& person, Date day) {
  if (!person.birth || !person.birth->first) return person.birth;
  if (person.expected) return rough_already(*person.birth) ? *person.birth : month_of(*person.birth->middle());
  return rough_birth(*person.birth, day);
}

/// By the days of birth that are known exactly, for the dates that would tell them again.
RoughDates rough_births(const Case& c, Date day) {
  RoughDates rough;
  for (const Person& person : c.people)
    if (person.birth && person.birth->exact()) rough.emplace(*person.birth->first, *rough_birth_of(person, day));
  return rough;
}

// --- the walk ------------------------------------------------------------------------------------------

/// Replaces every id and every text of a case. It knows each kind of value by its type: a new one does not compile
/// until it has been thought of, and a new text is replaced without being thought of.
class Replacing {
 public:
  Replacing(const Case& c, const Vocabulary& vocabulary, const std::string& left_out, RoughDates births)
      : vocabulary_(vocabulary), left_out_(left_out), ids_(neutral_ids(c)), births_(std::move(births)) {}

  template <class T>
  void operator()(std::string_view, T&& value, const Rule& rule = {}) {
    replace(value, rule);
  }
  void format(std::int64_t) {}
  void type(const StatementBody&) {}
  void body(StatementBody& body) {
    std::visit([this](auto& alternative) { fields(*this, alternative); }, body);
  }

 private:
  void replace(std::string& text, const Rule& rule) {
    if (text.empty()) return;
    if (rule.refers != Refers::nothing)
      text = neutral(text);
    else if (rule.words != Words::any)
      keep_if(is_term(text, rule.words), text);
    else
      text = left_out_;
  }
  void replace(Between<Id>& pair, const Rule& rule) {
    replace(pair.a, rule);
    replace(pair.b, rule);
  }
  static void replace(Frequency<Tie>& frequency, const Rule&) {
    std::string& term = frequency.tie.frequency_term;
    keep_if(times_per_year(term).has_value(), term);
  }
  void replace(WordsOrNone<Question>& answer, const Rule& rule) { replace(answer.question.answer, rule); }
  void replace(Unless<bool>&, const Rule&) {}
  void replace(Date&, const Rule&) {}

  void replace(ApproximateDate& date, const Rule&) {
    const auto birth = date.exact() ? births_.find(*date.first) : births_.end();
    if (birth != births_.end())
      date = birth->second;
    else if (date.first)
      date.words.clear();
    else
      date.words = left_out_;
  }

  template <class T>
  requires std::is_arithmetic_v<T> || std::is_enum_v<T>
  void replace(T&, const Rule&) {}

  template <class T>
  void replace(std::vector<T>& list, const Rule& rule) {
    for (T& each : list) replace(each, rule);
    if constexpr (std::is_same_v<T, std::string>) std::erase(list, std::string());
  }
  template <class T>
  void replace(std::optional<T>& value, const Rule& rule) {
    if (value) replace(*value, rule);
  }
  template <class T>
  void replace(Answered<T>& answer, const Rule& rule) {
    replace(answer.value, rule);
  }
  template <class T>
  requires requires(Replacing& visit, T& entry) { fields(visit, entry); }
  void replace(T& entry, const Rule&) { fields(*this, entry); }

  // --- what becomes of texts that stand for something ---

  /// An id that names nothing is a text that somebody wrote.
  Id neutral(const Id& id) const {
    const auto known = ids_.find(id);
    return known == ids_.end() ? Id() : known->second;
  }
  static void keep_if(bool known, std::string& term) {
    if (!known) term.clear();
  }
  bool is_term(const std::string& text, Words words) const {
    switch (words) {
      case Words::role:
        return vocabulary_.roles.contains(text);
      case Words::sector:
        return is_sector(text);
      case Words::sector_set:
        return vocabulary_.sector_sets.contains(text);
      case Words::factor:
        return vocabulary_.factors.contains(text);
      case Words::measure:
        return vocabulary_.measures.contains(text);
      case Words::offer_role:
        return vocabulary_.offer_roles.contains(text);
      case Words::any:
        break;
    }
    return false;
  }
  bool is_sector(const std::string& text) const {
    for (const auto& [id, set] : vocabulary_.sector_sets)
      for (const std::string& sector : set.sectors)
        if (sector == text) return true;
    return false;
  }

  const Vocabulary& vocabulary_;
  const std::string& left_out_;
  std::map<Id, Id> ids_;
  RoughDates births_;
};

// --- what is better gone than replaced -----------------------------------------------------------------

void clear_asides(Person& person) {
  person.role_words.clear();
  person.note.clear();
  for (Restriction* mark : {&person.do_not_show, &person.do_not_contact, &person.protected_address})
    mark->reason.clear();
}
void clear_asides(Household& household) {
  household.name.clear();  // named after those who live there
  household.note.clear();
}
void clear_asides(Statement& statement) {
  statement.note.clear();
  statement.quote.reset();
}
void clear_asides(Interview& interview) {
  interview.place.clear();
  interview.note.clear();
  for (Statement& statement : interview.statements) clear_asides(statement);
}

/// Texts that nothing depends on, so that pages do not repeat that they were left out.
void clear_asides(Case& c) {
  c.municipality.clear();
  c.author.clear();
  c.catalogue.clear();
  for (Person& person : c.people) clear_asides(person);
  for (Household& household : c.households) clear_asides(household);
  for (Interview& interview : c.interviews) clear_asides(interview);
}

}  // namespace

Case with_pseudonyms(const Case& c, const Vocabulary& vocabulary, const RoleWords& words, Date day) {
  Case result = c;
  clear_asides(result);
  Replacing walk(c, vocabulary, words.left_out, rough_births(c, day));
  fields(walk, result);

  const std::vector<std::string> names = pseudonyms(c, words);
  for (std::size_t i = 0; i < c.people.size(); ++i) {
    Person& person = result.people[i];
    person.name = c.people[i].name_unknown ? std::string() : names[i];
    person.birth = without_words(rough_birth_of(c.people[i], day));
    if (person.dead) person.dead->when = without_words(rough_death_of(c.people[i], day));
  }
  return result;
}

}  // namespace kreds::audience
