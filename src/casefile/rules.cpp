#include "rules.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "kreds/casefile/suggestion.hpp"
#include "newest.hpp"

namespace kreds::casefile {
namespace {

/// Calls a function with each statement, its interview and its node.
template <class C, class Function>
void for_each_statement(C& c, const Reading& reading, Function function) {
  auto node = reading.nodes().statements.begin();
  for (auto& interview : c.interviews)
    for (auto& statement : interview.statements) function(interview, statement, *node++);
}

Argument name_of(const Case& c, const Id& person) {
  const Person* found = find_person(c, person);
  return Argument::literal(found == nullptr || found->name.empty() ? person : shortened(found->name));
}

Node member_or_self(Node node, std::string_view key) {
  return node.is(Kind::object) ? node.find(key).value_or(node) : node;
}

// --- who told it ---------------------------------------------------------------------------------------

/// Source and Statement alike: who told it, by whom it was observed.
template <class Told>
void complete_informants(Told& told, const Interview& interview, Node node, Reading& reading) {
  if (!told.by.empty() || told.observed || interview.kind == InterviewKind::record) return;
  const bool wrong_and_reported = !node.is(Kind::object) || (node.find("by") && node.find("by")->size() != 0);
  if (wrong_and_reported) return;
  if (interview.informants.size() == 1)
    told.by = interview.informants;
  else if (!interview.informants.empty())
    reading.error("informant_missing", node, {{"known", Argument::literal(listed(interview.informants))}});
}

void check_informants(const Ids& by, const Interview& interview, Node node, Reading& reading) {
  const auto list = node.is(Kind::object) ? node.find("by") : std::nullopt;
  if (!list || !list->is(Kind::array)) return;
  for (const Node element : list->children()) {
    if (!element.is(Kind::text) || std::find(by.begin(), by.end(), element.text()) == by.end()) continue;
    const bool heard = std::find(interview.informants.begin(), interview.informants.end(), element.text()) !=
                       interview.informants.end();
    const auto entry = reading.entries().find(element.text());
    if (heard || entry == reading.entries().end()) continue;
    Arguments arguments = {{"found", Argument::literal(element.text())},
                           {"interview", Argument::literal(interview.id)},
                           {"date", Argument::literal(to_text(interview.date))}};
    if (!interview.informants.empty()) arguments["known"] = Argument::literal(listed(interview.informants));
    reading.error("not_an_informant", element, std::move(arguments));
  }
}

using InterviewsById = std::unordered_map<std::string, const Interview*>;

InterviewsById interviews_by_id(const Case& c) {
  InterviewsById by_id;
  for (const Interview& interview : c.interviews) by_id.try_emplace(interview.id, &interview);
  return by_id;
}

template <class Entry>
void complete_sources(std::vector<Entry>& entries, const std::vector<Node>& nodes, const InterviewsById& interviews,
                      Reading& reading) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto interview = interviews.find(entries[i].source.interview);
    if (interview == interviews.end()) continue;
    const Node node = member_or_self(nodes[i], "source");
    complete_informants(entries[i].source, *interview->second, node, reading);
    check_informants(entries[i].source.by, *interview->second, node, reading);
    if (entries[i].source.observed && !entries[i].source.by.empty())
      reading.error("told_and_observed", member_or_self(node, "observed"));
  }
}

// --- who may set a level -------------------------------------------------------------------------------

std::set<Id> professionals(const Case& c, const Vocabulary& vocabulary) {
  std::set<Id> found;
  for (const Person& person : c.people) {
    const auto role = vocabulary.roles.find(person.role);
    const bool by_role = role != vocabulary.roles.end() && role->second.professional;
    if (by_role || !person.professional_of.empty()) found.insert(person.id);
  }
  return found;
}

/// Levels are set by professionals; facts, and a parent's own view, by those who know them.
bool may_set_level(const Assessment& assessment, const Interview& interview, const Statement& statement,
                   const std::set<Id>& professionals, const Vocabulary& vocabulary) {
  const auto factor = vocabulary.factors.find(assessment.factor);
  if (factor == vocabulary.factors.end() || factor->second.item_kind != "assessment") return true;
  const bool from_record = statement.by.empty() && interview.kind == InterviewKind::record;
  if (statement.observed || from_record) return true;
  const auto told_by = [&](const Id& id) {
    return std::find(statement.by.begin(), statement.by.end(), id) != statement.by.end();
  };
  if (assessment.factor == "parents_view" && told_by(assessment.whose)) return true;
  return std::any_of(statement.by.begin(), statement.by.end(),
                     [&](const Id& id) { return professionals.contains(id); });
}

void check_levels(const Case& c, Reading& reading) {
  const std::set<Id> trained = professionals(c, reading.vocabulary());
  for_each_statement(c, reading, [&](const Interview& interview, const Statement& statement, Node node) {
    const auto* assessment = std::get_if<Assessment>(&statement.body);
    if (assessment == nullptr || statement.by.empty()) return;
    if (may_set_level(*assessment, interview, statement, trained, reading.vocabulary())) return;
    const auto refuse = [&](const char* key) {
      reading.error("level_not_from_professional", member_or_self(node, key),
                    {{"person", name_of(c, statement.by.front())},
                     {"factor", Argument::label("factor." + assessment->factor + ".label")}});
    };
    if (assessment->level.value) refuse("level");
    const bool rated = std::any_of(assessment->needs.begin(), assessment->needs.end(),
                                   [](const NeedLine& need) { return need.capability.value.has_value(); });
    if (rated) refuse("needs");
  });
}

// --- corrections ---------------------------------------------------------------------------------------

void check_corrections(const Case& c, Reading& reading) {
  std::unordered_map<std::string, std::pair<Date, std::size_t>> told;
  std::size_t position = 0;
  bool any = false;
  for_each_statement(c, reading, [&](const auto&, const Statement& s, Node) { any = any || !s.replaces.empty(); });
  if (!any) return;
  for_each_statement(c, reading, [&](const Interview& interview, const Statement& statement, Node) {
    told.try_emplace(statement.id, interview.date, position++);
  });
  for_each_statement(c, reading, [&](const Interview&, const Statement& statement, Node node) {
    if (statement.replaces.empty()) return;
    const auto earlier = told.find(statement.replaces);
    if (earlier == told.end() || statement.replaces == statement.id) return;
    if (earlier->second >= told.at(statement.id))
      reading.error("replaces_later", member_or_self(node, "replaces"),
                    {{"found", Argument::literal(statement.replaces)}});
  });
}

// --- the family's plan ---------------------------------------------------------------------------------

/// A plan is agreed on before it is told, and followed up after that.
void check_plans(const Case& c, Reading& reading) {
  for_each_statement(c, reading, [&](const Interview& interview, const Statement& statement, Node node) {
    const auto* plan = std::get_if<Plan>(&statement.body);
    if (plan == nullptr || interview.date == Date{}) return;
    const Date agreed = plan->agreed.value_or(interview.date);
    if (agreed > interview.date && agreed <= reading.today())
      reading.error(
          "agreed_after_interview", member_or_self(node, "agreed"),
          {{"date", Argument::literal(to_text(agreed))}, {"interview", Argument::literal(to_text(interview.date))}});
    if (plan->follow_up && plan->follow_up->last && *plan->follow_up->last < agreed)
      reading.error("follow_up_before_plan", member_or_self(node, "follow_up"),
                    {{"date", Argument::literal(to_text(agreed))}});
  });
}

// --- custody and candidates ----------------------------------------------------------------------------

std::set<Id> taken_back(const Case& c) {
  std::set<Id> out;
  for (const Interview& interview : c.interviews)
    for (const Statement& statement : interview.statements) {
      if (statement.withdrawn)
        out.insert(statement.id);
      else if (!statement.replaces.empty())
        out.insert(statement.replaces);
    }
  return out;
}

/// A parent with custody is never a candidate: judged as things stand after the last interview.
void check_custody(const Case& c, Reading& reading) {
  Standing standing;
  Date today{};
  const std::set<Id> no_more = taken_back(c);
  for (const Interview& interview : c.interviews) {
    today = std::max(today, interview.date);
    for (const Statement& statement : interview.statements)
      if (!statement.id.empty() && !no_more.contains(statement.id)) standing.look(interview, statement);
  }
  const auto node_of = [&](const Statement& statement) { return reading.entries().find(statement.id)->second.node; };
  for (const auto& [home, residence] : standing.residences.all()) {
    const auto& [person, household] = home;
    if (!standing.has_custody(person, today) || !standing.is_candidate(household, today)) continue;
    if (!residence.holds_on(today)) continue;
    const std::size_t line = node_of(*standing.custody.find(person)->statement).place().line;
    reading.error("custody_parent_candidate",
                  member_or_self(node_of(*standing.candidates.find(household)->statement), "household"),
                  {{"person", name_of(c, person)}, {"line", Argument::literal(std::to_string(line))}});
  }
}

}  // namespace

void complete(Case& c, Reading& reading) {
  const InterviewsById interviews = interviews_by_id(c);
  complete_sources(c.people, reading.nodes().people, interviews, reading);
  complete_sources(c.households, reading.nodes().households, interviews, reading);
  complete_sources(c.matters, reading.nodes().matters, interviews, reading);
  for_each_statement(c, reading, [&](const Interview& interview, Statement& statement, Node node) {
    complete_informants(statement, interview, node, reading);
    if (auto* wish = std::get_if<Wish>(&statement.body); wish != nullptr && wish->of.empty()) wish->of = c.child;
    check_informants(statement.by, interview, node, reading);
  });
}

void apply_rules(const Case& c, Reading& reading) {
  check_levels(c, reading);
  check_corrections(c, reading);
  check_plans(c, reading);
  check_custody(c, reading);
}

}  // namespace kreds::casefile
