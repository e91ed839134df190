#include "kreds/casefile/entry_fields.hpp"

#include <algorithm>

#include "fields.hpp"
#include "kreds/casefile/terms.hpp"

namespace kreds::casefile {
namespace {

/// Visits an empty entry and notes what it is asked for.
class Description {
 public:
  template <class T>
  void operator()(std::string_view key, const T& value, const Rule& rule = {}) {
    Field field;
    field.key = key;
    field.required = rule.required;
    field.refers = rule.refers;
    field.words = rule.words;
    field.low = rule.ring ? 1 : rule.low;
    field.high = rule.high;
    field.ring = rule.ring;
    field.usually = rule.otherwise;
    if (describe(field, value)) fields_.push_back(std::move(field));
  }
  void type(const StatementBody&) {}
  void body(const StatementBody& body) {
    std::visit([this](const auto& alternative) { fields(*this, alternative); }, body);
  }
  std::vector<Field> take() { return std::move(fields_); }

 private:
  using Holds = Field::Holds;

  template <class T>
  struct As {};
  template <class T>
  static bool describe(Field& field, const T&) {
    return form(field, As<T>{});
  }

  static bool put(Field& field, Holds holds) {
    field.holds = holds;
    return true;
  }
  static bool form(Field& field, As<std::string>) {
    return put(field, field.refers == Refers::nothing ? Holds::text : Holds::id);
  }
  static bool form(Field& field, As<bool>) { return put(field, Holds::yes_no); }
  static bool form(Field& field, As<Unless<const bool>>) { return put(field, Holds::yes_no); }
  static bool form(Field& field, As<int>) { return put(field, Holds::whole_number); }
  static bool form(Field& field, As<double>) { return put(field, Holds::number); }
  static bool form(Field& field, As<Date>) { return put(field, Holds::day); }
  static bool form(Field& field, As<ApproximateDate>) { return put(field, Holds::date); }
  static bool form(Field& field, As<Death>) { return put(field, Holds::death); }
  static bool form(Field& field, As<Between<const Id>>) { return put(field, Holds::pair); }
  static bool form(Field& field, As<Quote>) {
    field.members = members_of<Quote>();
    return put(field, Holds::quote);
  }
  static bool form(Field& field, As<Frequency<const Tie>>) {
    const auto terms = frequency_terms();
    field.terms.assign(terms.begin(), terms.end());
    field.answer = true;
    return put(field, Holds::frequency);
  }
  static bool form(Field& field, As<WordsOrNone<const Question>>) {
    field.answer = true;
    return put(field, Holds::text);
  }
  /// Statements are entries of their own.
  static bool form(Field&, As<std::vector<Statement>>) { return false; }

  template <class T>
  static bool form(Field& field, As<std::optional<T>>) {
    return form(field, As<T>{});
  }
  template <class T>
  static bool form(Field& field, As<Answered<T>>) {
    field.answer = true;
    return form(field, As<T>{});
  }
  template <class T>
  static bool form(Field& field, As<std::vector<T>>) {
    field.list = true;
    return form(field, As<T>{});
  }
  template <class T>
  requires std::is_enum_v<T>
  static bool form(Field& field, As<T>) {
    for (const Term<T>& each : terms<T>()) field.terms.push_back(each.text);
    return put(field, Holds::term);
  }
  template <class T>
  requires std::is_class_v<T>
  static bool form(Field& field, As<T>) {
    field.members = members_of<T>();
    return put(field, Holds::object);
  }

  template <class T>
  static std::vector<Field> members_of() {
    Description inner;
    const T empty{};
    fields(inner, empty);
    return inner.take();
  }

  std::vector<Field> fields_;
};

template <class Entry>
std::vector<Field> described(const Entry& entry) {
  Description description;
  fields(description, entry);
  return description.take();
}

}  // namespace

std::vector<std::string> entry_types() {
  std::vector<std::string> types = {"person", "household", "matter", "interview"};
  types.insert(types.end(), statement_types.begin(), statement_types.end());
  return types;
}

std::vector<Field> fields_of(std::string_view type, std::string_view topic) {
  if (type == "person") return described(Person{});
  if (type == "household") return described(Household{});
  if (type == "matter") return described(Matter{});
  if (type == "interview") return described(Interview{});
  if (type == "case") {
    const Case c;
    return described(Heading<const Case>{c});
  }
  const auto found = std::find(statement_types.begin(), statement_types.end(), type);
  if (found == statement_types.end()) return {};
  Statement statement;
  statement.body = body_of_type(static_cast<std::size_t>(found - statement_types.begin()));
  if (auto* wish = std::get_if<Wish>(&statement.body))
    wish->topic = from_term<WishTopic>(topic).value_or(WishTopic::household);
  return described(statement);
}

}  // namespace kreds::casefile
