/// \file
/// A case in which every text and every id is a token that stands nowhere else (Zqx0017 …), for tests of what must not
/// be told. Texts and ids are found along the description of the format, so that a new field has its token too.
#pragma once

#include <map>
#include <string>
#include <type_traits>
#include <vector>

#include "../../src/casefile/fields.hpp"
#include "kreds/casefile/case.hpp"

namespace kreds::testing {

struct UniqueTexts {
  casefile::Case c;
  std::vector<std::string> tokens;  ///< names, places, texts of every kind
  std::vector<std::string> ids;     ///< tokens too, in small letters
};

/// Texts that were empty get a token too, where the format takes one.
class TextsReplaced {
 public:
  static UniqueTexts in(casefile::Case c) {
    TextsReplaced walk;
    walk.name_entries(c);
    casefile::fields(walk, c);
    for (casefile::Person& person : c.people)
      if (person.name_unknown) person.name.clear();
    for (casefile::Interview& interview : c.interviews)
      for (casefile::Statement& s : interview.statements)
        if (auto* question = std::get_if<casefile::Question>(&s.body); question && question->missing)
          question->answer.clear();
    for (casefile::Interview& interview : c.interviews)
      for (casefile::Statement& s : interview.statements)
        if (auto* plan = std::get_if<casefile::Plan>(&s.body))
          for (casefile::Approval& approval : plan->approved)
            if (!approval.name.empty()) approval.person.clear();
    return {std::move(c), std::move(walk.tokens_), std::move(walk.id_tokens_)};
  }

  template <class T>
  void operator()(std::string_view, T&& value, const casefile::Rule& rule = {}) {
    replace(value, rule);
  }
  void format(std::int64_t) {}
  void type(const casefile::StatementBody&) {}
  void body(casefile::StatementBody& body) {
    std::visit([this](auto& alternative) { casefile::fields(*this, alternative); }, body);
  }

 private:
  static std::string numbered(const char* word, std::size_t number) {
    const std::string digits = std::to_string(number);
    return word + std::string(4 - std::min<std::size_t>(4, digits.size()), '0') + digits;
  }
  std::string token() {
    tokens_.push_back(numbered("Zqx", tokens_.size()));
    return tokens_.back();
  }

  void name_entries(const casefile::Case& c) {
    name_each(c.people);
    name_each(c.households);
    name_each(c.matters);
    name_each(c.interviews);
    // Of two statements on one day the lower id counts: they keep their order.
    std::map<casefile::Id, casefile::Id> statements;
    for (const casefile::Interview& interview : c.interviews)
      for (const casefile::Statement& s : interview.statements) statements[s.id];
    for (auto& [id, unused] : statements) name(id);
  }
  template <class Entry>
  void name_each(const std::vector<Entry>& entries) {
    for (const Entry& entry : entries) name(entry.id);
  }
  void name(const casefile::Id& id) {
    id_tokens_.push_back(numbered("zqxid", id_tokens_.size()));
    ids_.emplace(id, id_tokens_.back());
  }

  void replace(std::string& text, const casefile::Rule& rule) {
    if (rule.refers == casefile::Refers::nothing && rule.words == casefile::Words::any)
      text = token();
    else if (rule.refers != casefile::Refers::nothing && ids_.contains(text))
      text = ids_.at(text);
  }
  void replace(casefile::Between<casefile::Id>& pair, const casefile::Rule& rule) {
    replace(pair.a, rule);
    replace(pair.b, rule);
  }
  void replace(casefile::WordsOrNone<casefile::Question>& answer, const casefile::Rule& rule) {
    replace(answer.question.answer, rule);
  }
  void replace(casefile::ApproximateDate& date, const casefile::Rule&) {
    using Form = casefile::ApproximateDate::Form;
    if (date.form == Form::between || date.form == Form::words) date.words = token();
  }
  template <class T>
  void replace(std::vector<T>& list, const casefile::Rule& rule) {
    for (T& each : list) replace(each, rule);
  }
  template <class T>
  void replace(std::optional<T>& value, const casefile::Rule& rule) {
    if (value) replace(*value, rule);
  }
  template <class T>
  void replace(casefile::Answered<T>& answer, const casefile::Rule& rule) {
    replace(answer.value, rule);
  }
  template <class T>
  void replace(T& value, const casefile::Rule&) {
    if constexpr (requires { casefile::fields(*this, value); }) casefile::fields(*this, value);
  }

  std::vector<std::string> tokens_, id_tokens_;
  std::map<casefile::Id, casefile::Id> ids_;
};

inline UniqueTexts unique_texts(const casefile::Case& c) {
  return TextsReplaced::in(c);
}

}  // namespace kreds::testing
