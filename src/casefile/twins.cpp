#include "kreds/casefile/twins.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

namespace kreds::casefile {
namespace {

/// One part of the tie between two people, as a statement may tell it. That they meet at all shows in how often, in
/// what they do in a week, and in plain facts: these count as one part.
using Subject = std::tuple<Id, Id, std::string_view>;

Subject subject(const Id& a, const Id& b, std::string_view part) {
  return {std::min(a, b), std::max(a, b), part};
}

constexpr std::string_view meeting = "meeting";

/// What a statement tells of whom.
class Subjects {
 public:
  explicit Subjects(const Id& child) : child_(child) {}

  void operator()(const Tie& tie) {
    const auto add = [&](bool told, std::string_view part) {
      if (told) all_.push_back(subject(tie.a, tie.b, part));
    };
    add(tie.ring.mentioned(), "ring");
    add(tie.emotional.mentioned(), "emotional");
    add(tie.caregiving.mentioned(), "caregiving");
    add(tie.conflict.mentioned(), "conflict");
    add(tie.times_per_year.mentioned(), meeting);
    add(tie.known_since.mentioned(), "known_since");
  }
  void operator()(const Rhythm& rhythm) { add_with_child(rhythm.who); }
  void operator()(const Plan& plan) {
    for (const PlanStep& step : plan.steps)
      for (const Id& who : step.who) add_with_child(who);
  }
  void operator()(const Wish& wish) {
    if (wish.topic == WishTopic::contact) all_.push_back(subject(wish.of, wish.target, meeting));
  }
  void operator()(const Fact& fact) {
    for (std::size_t i = 0; i < fact.about.size(); ++i) {
      add_with_child(fact.about[i]);
      for (std::size_t j = 0; j < i; ++j) all_.push_back(subject(fact.about[i], fact.about[j], meeting));
    }
  }
  void operator()(const auto&) {}

  std::vector<Subject> take() { return std::move(all_); }

 private:
  void add_with_child(const Id& person) {
    if (person != child_) all_.push_back(subject(child_, person, meeting));
  }

  const Id& child_;
  std::vector<Subject> all_;
};

std::vector<Subject> subjects_of(const Statement& statement, const Id& child) {
  Subjects subjects(child);
  std::visit(subjects, statement.body);
  return subjects.take();
}

bool holds(const Ids& ids, const Id& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// Told by nobody but those who must not be told.
bool is_their_own(const Statement& statement, const Matter& matter) {
  return !statement.by.empty() &&
         std::all_of(statement.by.begin(), statement.by.end(), [&](const Id& id) { return holds(matter.not_to, id); });
}

template <class Function>
void for_each_statement(const Case& c, Function function) {
  for (const Interview& interview : c.interviews)
    for (const Statement& statement : interview.statements) function(statement);
}

bool is_lifted(const Case& c, const Id& matter) {
  bool lifted = false;
  for_each_statement(c, [&](const Statement& s) {
    const auto* lifting = std::get_if<Lifting>(&s.body);
    lifted = lifted || (lifting != nullptr && lifting->matter == matter);
  });
  return lifted;
}

}  // namespace

std::vector<Twin> unmarked_twins(const Case& c) {
  std::vector<Twin> twins;
  for (const Matter& matter : c.matters) {
    if (matter.not_to.empty() || is_lifted(c, matter.id)) continue;
    std::map<Subject, const Statement*> marked;
    for_each_statement(c, [&](const Statement& s) {
      if (!holds(s.matters, matter.id)) return;
      for (const Subject& told : subjects_of(s, c.child)) marked.try_emplace(told, &s);
    });
    for_each_statement(c, [&](const Statement& s) {
      if (holds(s.matters, matter.id) || is_their_own(s, matter)) return;
      for (const Subject& told : subjects_of(s, c.child)) {
        const auto twin = marked.find(told);
        if (twin == marked.end()) continue;
        twins.push_back({&s, twin->second, &matter});
        break;
      }
    });
  }
  return twins;
}

}  // namespace kreds::casefile
