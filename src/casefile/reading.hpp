/// \file
/// One reading of a case file: values out of JSON along the description of the format (fields.hpp), with every fault
/// at its place. What an id names can only be judged when everything has been read, so references wait.
#pragma once

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "faults.hpp"
#include "fields.hpp"
#include "kreds/casefile/read.hpp"
#include "kreds/casefile/terms.hpp"

namespace kreds::casefile {

using document::Argument;
using document::Arguments;
using document::Kind;
using document::Node;

/// An entry of the file, as references see it.
struct Registered {
  Refers kind = Refers::nothing;
  Node node;
};

/// By their ids.
class Entries : public std::unordered_map<Id, Registered> {};

/// Where each entry stands, in the order of the case; statements of all interviews one after the other.
struct EntryNodes {
  std::vector<Node> people, households, matters, interviews, statements;
};

class Reading {
 public:
  Reading(const Vocabulary& vocabulary, Date today) : vocabulary_(vocabulary), today_(today) {}

  Case read(Node root);

  Faults& faults() { return faults_; }
  const EntryNodes& nodes() const { return nodes_; }
  const Entries& entries() const { return entries_; }
  Entries take_entries() { return std::move(entries_); }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  Date today() const { return today_; }
  int rings() const { return rings_; }

  // --- values ---

  void decode(Node node, std::string& text, const Rule& rule);
  void decode(Node node, bool& value, const Rule& rule);
  void decode(Node node, int& number, const Rule& rule);
  void decode(Node node, double& number, const Rule& rule);
  void decode(Node node, Date& date, const Rule& rule);
  void decode(Node node, ApproximateDate& date, const Rule& rule);
  void decode(Node node, Death& death, const Rule& rule);
  void decode(Node node, Quote& quote, const Rule& rule);
  void decode(Node node, Between<Id> pair, const Rule& rule);
  void decode(Node node, Frequency<Tie> frequency, const Rule& rule);
  void decode(Node node, WordsOrNone<Question> answer, const Rule& rule);
  void decode(Node node, Unless<bool> mark, const Rule& rule);

  template <class E>
  requires std::is_enum_v<E>
  void decode(Node node, E& value, const Rule& rule);
  template <class T>
  void decode(Node node, std::optional<T>& value, const Rule& rule);
  template <class T>
  void decode(Node node, std::vector<T>& list, const Rule& rule);
  template <class T>
  void decode(Node node, Answered<T>& answer, const Rule& rule);
  /// An entry of the format.
  template <class T>
  requires std::is_class_v<T>
  void decode(Node node, T& entry, const Rule& rule);

  // --- faults ---

  bool expect(Node node, Kind kind, const char* expected);
  void wrong_type(Node node, const char* expected);
  /// With what is known and, if something is near, what may have been meant.
  void unknown_term(Node node, const std::vector<std::string>& known, std::string code = "unknown_term",
                    Arguments arguments = {});
  void error(std::string code, Node node, Arguments arguments = {}) {
    faults_.error(std::move(code), node.place(), std::move(arguments));
  }

 private:
  void decode_id(Node node, const Id& id, Refers refers);
  void check_word(Node node, const std::string& word, Words words);
  bool knows(Words words, const std::string& word) const;
  std::vector<std::string> known_words(Words words) const;
  bool decode_number(Node node, double& number, const Rule& rule);
  void decode_said_date(Node node, ApproximateDate& date);
  bool is_no_value(Node node, std::optional<NoValue>& missing);
  void listed_twice(Node element);

  // Called with each entry when all its keys have been read: what holds between them.
  void judge(Node node, const Heading<Case>& heading);
  void judge(Node node, const Person& person);
  void judge(Node node, const Interview& interview);
  void judge(Node node, const Statement& statement);
  void judge(Node node, const Period& period);
  void judge(Node node, const Tie& tie);
  void judge(Node node, const Partners& partners);
  void judge(Node node, const Siblings& siblings);
  void judge(Node node, const Parentage& parentage);
  void judge(Node node, const Assessment& assessment);
  void judge(Node node, const RoleWish& wish);
  void judge(Node node, const Companion& companion);
  void judge(Node node, const Plan& plan);
  void judge(Node node, const PlanStep& step);
  void judge(Node node, const Approval& approval);
  void judge(Node node, const Erasure& erasure);
  template <class T>
  void judge(Node, const T&) {}
  void judge_pair(Node node, const Id& a, const Id& b);
  void judge_not_in_future(Node node, std::string_view key, std::optional<Date> date);

  void remember(Node node, const Person& person) { remember(node, person.id, Refers::person, nodes_.people); }
  void remember(Node node, const Household& h) { remember(node, h.id, Refers::household, nodes_.households); }
  void remember(Node node, const Matter& matter) { remember(node, matter.id, Refers::matter, nodes_.matters); }
  void remember(Node node, const Interview& i) { remember(node, i.id, Refers::interview, nodes_.interviews); }
  void remember(Node node, const Statement& statement);
  template <class T>
  void remember(Node, const T&) {}
  void remember(Node node, const Id& id, Refers kind, std::vector<Node>& nodes);

  void resolve_references();
  std::vector<std::string> known_ids(Refers wanted) const;

  friend class ObjectReader;

  struct Reference {
    Node node;
    Refers refers;
  };

  const Vocabulary& vocabulary_;
  Date today_;
  int rings_ = 5;
  std::string sectors_ = "default";
  Faults faults_;
  EntryNodes nodes_;
  Entries entries_;
  std::vector<Reference> references_;
  std::vector<std::string_view> known_keys_;  ///< of all objects that are being read, the innermost last
};

/// Reads the members of one object; keys that nothing asked for are faults.
class ObjectReader {
 public:
  ObjectReader(Reading& reading, Node object)
      : reading_(reading), object_(object), first_known_(reading.known_keys_.size()) {
    for (const Node member : object.children()) signs_ |= sign(member.key());
  }

  template <class T>
  void operator()(std::string_view key, T&& value, const Rule& rule = {}) {
    reading_.known_keys_.push_back(key);
    if (const auto node = may_have(key) ? member(key) : std::nullopt)
      reading_.decode(*node, value, rule);
    else if (rule.required)
      missing(key);
  }

  void format(std::int64_t newest);
  void type(StatementBody& body);
  void body(StatementBody& body);
  /// Reports what nothing asked for; to be called when all has been asked for.
  void finish();

 private:
  /// The member under a key that the format knows; called once for each.
  std::optional<Node> ask_for(std::string_view key) {
    reading_.known_keys_.push_back(key);
    return may_have(key) ? member(key) : std::nullopt;
  }
  bool may_have(std::string_view key) const { return (signs_ & sign(key)) != 0; }
  std::optional<Node> member(std::string_view key);
  /// Most keys that an entry may have are not there, and of these most have a sign that no key has.
  static std::uint64_t sign(std::string_view key) {
    const std::size_t first = key.empty() ? 0 : static_cast<unsigned char>(key.front());
    return std::uint64_t{1} << ((first * 5 + key.size()) % 64U);
  }
  void missing(std::string_view key);
  void report_unknown(Node member);
  std::vector<std::string> known_keys() const;

  Reading& reading_;
  Node object_;
  Node::Children::Iterator expected_ = object_.children().begin();  ///< most files have the order of the format
  std::uint64_t signs_ = 0;                                         ///< of the keys that are there
  std::size_t first_known_;                                         ///< keys that were asked for begin here
  std::size_t found_ = 0;                                           ///< how many of them are there
  std::string scope_;                                               ///< the type of a statement
  bool knows_all_ = true;  ///< false if the type is unknown, and with it the keys
};

// --- templates -----------------------------------------------------------------------------------------

template <class E>
requires std::is_enum_v<E>
void Reading::decode(Node node, E& value, const Rule&) {
  if (!expect(node, Kind::text, "expected.text")) return;
  if (const auto known = from_term<E>(node.text())) {
    value = *known;
    return;
  }
  std::vector<std::string> texts;
  for (const Term<E>& term : terms<E>()) texts.emplace_back(term.text);
  unknown_term(node, texts);
}

template <class T>
void Reading::decode(Node node, std::optional<T>& value, const Rule& rule) {
  decode(node, value.emplace(), rule);
}

template <class T>
void Reading::decode(Node node, std::vector<T>& list, const Rule& rule) {
  if (!expect(node, Kind::array, "expected.list")) return;
  list.reserve(node.size());
  for (const Node element : node.children()) {
    decode(element, list.emplace_back(), rule);
    // Entries are told apart by their ids, terms and references by what they are.
    if constexpr (!std::is_class_v<T> || std::is_same_v<T, std::string>)
      if (std::find(list.begin(), list.end() - 1, list.back()) != list.end() - 1) {
        list.pop_back();
        listed_twice(element);
      }
  }
}

template <class T>
void Reading::decode(Node node, Answered<T>& answer, const Rule& rule) {
  if (!is_no_value(node, answer.missing)) decode(node, answer.value.emplace(), rule);
}

template <class T>
requires std::is_class_v<T>
void Reading::decode(Node node, T& entry, const Rule&) {
  if (expect(node, Kind::object, "expected.object")) {
    ObjectReader reader(*this, node);
    fields(reader, entry);
    reader.finish();
    judge(node, entry);
  }
  remember(node, entry);
}

}  // namespace kreds::casefile
