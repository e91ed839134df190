/// \file
/// Walks over the texts of an entry, its own parts included, along the description of the format: ids that it names,
/// and free words.
#pragma once

#include <vector>

#include "fields.hpp"

namespace kreds::casefile {

/// Calls a function with each text of an entry and the rule that holds for it.
template <class Function>
class StringWalk {
 public:
  explicit StringWalk(Function& function) : function_(function) {}

  template <class T>
  void operator()(std::string_view, const T& value, const Rule& rule = {}) {
    look(value, rule);
  }
  void type(const StatementBody&) {}
  void body(const StatementBody& body) {
    std::visit([this](const auto& alternative) { fields(*this, alternative); }, body);
  }

 private:
  void look(const std::string& text, const Rule& rule) { function_(text, rule); }
  void look(const Between<const Id>& pair, const Rule& rule) {
    look(pair.a, rule);
    look(pair.b, rule);
  }
  void look(const WordsOrNone<const Question>& answer, const Rule& rule) { look(answer.question.answer, rule); }
  template <class T>
  void look(const std::vector<T>& list, const Rule& rule) {
    for (const T& each : list) look(each, rule);
  }
  template <class T>
  void look(const std::optional<T>& value, const Rule& rule) {
    if (value) look(*value, rule);
  }
  template <class T>
  void look(const T& value, const Rule&) {
    if constexpr (requires { fields(*this, value); }) fields(*this, value);
  }

  Function& function_;
};

template <class Entry, class Function>
void for_each_string(const Entry& entry, Function function) {
  StringWalk<Function> walk(function);
  fields(walk, entry);
}

/// Each id that an entry names, its own apart.
template <class Entry, class Function>
void for_each_reference(const Entry& entry, Function function) {
  for_each_string(entry, [&](const std::string& id, const Rule& rule) {
    if (rule.refers != Refers::nothing && rule.refers != Refers::itself && !id.empty()) function(id);
  });
}

/// Each text in somebody's own words.
template <class Entry, class Function>
void for_each_free_text(const Entry& entry, Function function) {
  for_each_string(entry, [&](const std::string& text, const Rule& rule) {
    if (rule.refers == Refers::nothing && rule.words == Words::any) function(text);
  });
}

}  // namespace kreds::casefile
