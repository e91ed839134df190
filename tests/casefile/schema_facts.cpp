// Prints what reader and writer know of the format, as JSON: its terms, its keys, and random cases. schema_test.py
// holds the schema against it.
#include <iostream>

#include "../src/casefile/fields.hpp"
#include "kreds/casefile/terms.hpp"
#include "kreds/casefile/write.hpp"
#include "support/random_case.hpp"

using namespace kreds;
using namespace kreds::casefile;
using document::Array;
using document::Object;
using document::Value;

namespace {

/// The keys that the description of the format asks an entry for.
class KeyList {
 public:
  template <class T>
  void operator()(std::string_view key, const T&, const Rule& = {}) {
    keys_.emplace_back(std::string(key));
  }
  void format(std::int64_t) { keys_.emplace_back("format"); }
  void type(const StatementBody&) { keys_.emplace_back("type"); }
  void body(const StatementBody& body) {
    std::visit([this](const auto& alternative) { fields(*this, alternative); }, body);
  }
  Array take() { return std::move(keys_); }

 private:
  Array keys_;
};

template <class Entry>
Array keys_of(const Entry& entry) {
  KeyList keys;
  fields(keys, entry);
  return keys.take();
}

template <class E>
Array term_list() {
  Array texts;
  for (const Term<E>& t : terms<E>()) texts.emplace_back(std::string(t.text));
  return texts;
}

Object all_terms() {
  const auto in = [](const std::string& entry, const std::string& key) {
    return "$defs/" + entry + "/properties/" + key;
  };
  return {{in("no_value", "answer"), term_list<NoValue>()},
          {in("person", "gender"), term_list<Gender>()},
          {in("interview", "kind"), term_list<InterviewKind>()},
          {in("wish", "topic"), term_list<WishTopic>()},
          {in("wish", "view"), term_list<WishView>()},
          {in("role", "wish"), term_list<RoleAnswer>()},
          {"$defs/weekdays/items", term_list<Weekday>()},
          {in("certificate", "which"), term_list<CertificateKind>()},
          {in("certificate", "status"), term_list<CertificateStatus>()},
          {in("measure", "state"), term_list<MeasureState>()},
          {in("parent", "kind"), term_list<ParentKind>()},
          {in("partners", "kind"), term_list<PartnerKind>()},
          {in("siblings", "kind"), term_list<SiblingKind>()},
          {in("consent", "to"), term_list<ConsentTo>()},
          {in("consent", "answer"), term_list<ConsentAnswer>()}};
}

void add_statements(Object& keys) {
  for (std::size_t type = 0; type < statement_types.size(); ++type) {
    Statement statement;
    statement.body = body_of_type(type);
    keys.emplace_back(std::string(statement_types[type]), keys_of(statement));
  }
}

Object all_keys() {
  const Case c;
  Object keys = {{"case", keys_of(c)},          {"heading", keys_of(Heading<const Case>{c})},
                 {"person", keys_of(Person{})}, {"household", keys_of(Household{})},
                 {"matter", keys_of(Matter{})}, {"interview", keys_of(Interview{})},
                 {"source", keys_of(Source{})}, {"withdrawal", keys_of(Withdrawal{})},
                 {"period", keys_of(Period{})}, {"erasure", keys_of(Erasure{})}};
  add_statements(keys);
  return keys;
}

}  // namespace

int main() {
  Array types, cases;
  for (std::string_view type : statement_types) types.emplace_back(std::string(type));
  for (std::uint64_t seed = 0; seed < 100; ++seed) cases.push_back(to_value(random_case(seed, 6)));
  std::cout << document::to_text(
      Object{{"types", types}, {"terms", all_terms()}, {"keys", all_keys()}, {"cases", std::move(cases)}});
}
