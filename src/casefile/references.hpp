/// \file
/// Walks over the ids that an entry names, along the description of the format.
#pragma once

#include <vector>

#include "fields.hpp"

namespace kreds::casefile {

/// Calls a function with each id that an entry names, its own apart.
template <class Function>
class ReferenceWalk {
 public:
  explicit ReferenceWalk(Function& function) : function_(function) {}

  template <class T>
  void operator()(std::string_view, const T& value, const Rule& rule = {}) {
    look(value, rule);
  }
  void type(const StatementBody&) {}
  void body(const StatementBody& body) {
    std::visit([this](const auto& alternative) { fields(*this, alternative); }, body);
  }

 private:
  void look(const Id& id, const Rule& rule) {
    if (rule.refers != Refers::nothing && rule.refers != Refers::itself && !id.empty()) function_(id);
  }
  void look(const Between<const Id>& pair, const Rule& rule) {
    look(pair.a, rule);
    look(pair.b, rule);
  }
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
void for_each_reference(const Entry& entry, Function function) {
  ReferenceWalk<Function> walk(function);
  fields(walk, entry);
}

}  // namespace kreds::casefile
