#include "ranking_values.hpp"

#include "data_values.hpp"
#include "kreds/casefile/terms.hpp"
#include "ranking_terms.hpp"

namespace kreds::application {
namespace {

using document::Array;
using document::Object;
using document::Value;

Value text_of(std::string_view term) {
  return std::string(term);
}

template <class T, class Function>
Value list_of(const std::vector<T>& all, Function value) {
  Array array;
  for (const T& each : all) array.push_back(value(each));
  return array;
}

template <class T, class Function>
Value or_null(const std::optional<T>& given, Function value) {
  return given ? Value(value(*given)) : Value();
}

Value numbers(const std::vector<double>& all) {
  return list_of(all, number);
}

Value table(const ranking::Table& rows) {
  return list_of(rows, numbers);
}

/// Ids that are not set are left out of the objects.
void add_id(Object& object, const char* name, const casefile::Id& id) {
  if (!id.empty()) object.emplace_back(name, id);
}

void add_part(Object& object, const std::optional<network::Part>& part) {
  if (part) object.emplace_back("part", text_of(term(*part)));
}

Value acceptability(const ranking::HouseholdAcceptability& one) {
  return Object{{"household", one.household},
                {"rank_shares", numbers(one.rank_shares)},
                {"expected_rank", number(one.expected_rank)},
                {"central_weights", numbers(one.central_weights)},
                {"confidence", or_null(one.confidence, number)}};
}

Value answer_flip(const ranking::AnswerFlip& flip) {
  Object object{{"household", flip.household},
                {"factor", flip.factor},
                {"needed", number(flip.needed)},
                {"within_one_level", flip.within_one_level},
                {"inside_interval", flip.inside_interval}};
  add_part(object, flip.part);
  return object;
}

Value neighbours(const ranking::Neighbours& pair) {
  return Object{{"ahead", pair.ahead},
                {"behind", pair.behind},
                {"gap", number(pair.gap)},
                {"share_ahead", number(pair.share_ahead)},
                {"worst_weights", number(pair.worst_weights)},
                {"worst_answers", number(pair.worst_answers)},
                {"firmness", text_of(term(pair.firmness))},
                {"same_bracket", pair.same_bracket},
                {"alert", pair.alert},
                {"weight_flip",
                 or_null(pair.weight,
                         [](const ranking::WeightFlip& flip) {
                           return Object{{"at", number(flip.at)}, {"now", number(flip.now)}, {"above", flip.above}};
                         })},
                {"answer_flips", list_of(pair.answers, answer_flip)},
                {"measure_flips", list_of(pair.measures, [](const ranking::MeasureFlip& flip) {
                   return Object{{"household", flip.household},
                                 {"measure", flip.measure},
                                 {"factors", texts(flip.factors)},
                                 {"gap_without", number(flip.gap_without)}};
                 })}};
}

Value order_change(const ranking::OrderChange& change) {
  return Object{{"scenario", text_of(term(change.scenario))},
                {"ahead_headline", change.ahead_headline},
                {"ahead_there", change.ahead_there},
                {"measures", list_of(change.measures, [](const ranking::MeasureBehind& behind) {
                   return Object{{"household", behind.household},
                                 {"measure", behind.measure},
                                 {"factors", texts(behind.factors)},
                                 {"effect", number(behind.effect)},
                                 {"not_discussed_with", texts(behind.not_discussed_with)}};
                 })}};
}

Value respondent(const ranking::Respondent& whom) {
  Object object{{"group", text_of(term(whom.group))}, {"people", texts(whom.people)}};
  add_id(object, "household", whom.household);
  if (whom.in_another_way) object.emplace_back("in_another_way", true);
  return object;
}

Value earlier(const ranking::EarlierAnswer& answer) {
  return Object{{"answer", text_of(casefile::term(answer.why))}, {"from", value_of(answer.from)}};
}

Value question(const ranking::OpenQuestion& one) {
  Object object{{"kind", text_of(term(one.kind))},
                {"whom", list_of(one.whom, respondent)},
                {"always_first", one.always_first},
                {"consultant_only", one.consultant_only},
                {"professional_sets_level", one.professional_sets_level},
                {"to_be_placed", one.to_be_placed},
                {"from", value_of(one.from)},
                {"earlier", list_of(one.earlier, earlier)},
                {"again", text_of(term(one.again))},
                {"width", number(one.width)},
                {"reach", number(one.reach)},
                {"voi", number(one.voi)},
                {"reaches_leader", one.reaches_leader}};
  add_id(object, "household", one.household);
  add_id(object, "person", one.person);
  add_id(object, "factor", one.factor);
  add_part(object, one.part);
  if (one.certificate) object.emplace_back("certificate", text_of(casefile::term(*one.certificate)));
  if (one.certificate_status)
    object.emplace_back("certificate_status", text_of(casefile::term(*one.certificate_status)));
  if (one.relative) object.emplace_back("relative", text_of(term(*one.relative)));
  if (!one.prompts.empty())
    object.emplace_back("prompts", list_of(one.prompts, [](ranking::Prompt prompt) { return text_of(term(prompt)); }));
  if (one.last_answered) object.emplace_back("last_answered", casefile::to_text(*one.last_answered));
  return object;
}

Value path(const ranking::Path& path) {
  return Object{{"strength", number(path.strength)}, {"people", texts(path.people)}};
}

Value reserve(const ranking::Reserve& one) {
  return Object{{"household", one.household},
                {"standing", text_of(term(one.standing))},
                {"with_first", path(one.with_first)},
                {"without_first", path(one.without_first)},
                {"fall", number(one.fall)},
                {"hangs_on_first", one.hangs_on_first},
                {"conflicts", list_of(one.conflicts,
                                      [](const ranking::HouseholdConflict& conflict) {
                                        return Object{{"a", conflict.a},
                                                      {"b", conflict.b},
                                                      {"level", conflict.level},
                                                      {"from", value_of(conflict.from)}};
                                      })},
                {"shares_people", one.shares_people}};
}

Value plan_b(const ranking::PlanB& plan) {
  return Object{{"first", plan.first},
                {"next", or_null(plan.next, reserve)},
                {"beside", list_of(plan.beside, reserve)},
                {"close_outside", texts(plan.close_outside)},
                {"close_parents", texts(plan.close_parents)},
                {"only_close_network", plan.only_close_network},
                {"agreement_recorded", plan.agreement_recorded}};
}

}  // namespace

Value robustness_value(const ranking::Robustness& robustness) {
  return Object{{"seed", std::to_string(robustness.settings.seed)},
                {"draws", robustness.settings.draws},
                {"scenario", text_of(term(robustness.settings.scenario))},
                {"standard_error", number(robustness.standard_error)},
                {"households", texts(robustness.households)},
                {"acceptability", list_of(robustness.acceptability, acceptability)},
                {"choice_entropy", number(robustness.choice_entropy)},
                {"ahead", table(robustness.ahead)},
                {"worst_weights", table(robustness.worst_weights)},
                {"worst_answers", table(robustness.worst_answers)},
                {"brackets", list_of(robustness.brackets,
                                     [](const ranking::Bracket& bracket) {
                                       return Object{{"members", texts(bracket.members)}, {"first", bracket.first}};
                                     })},
                {"neighbours", list_of(robustness.neighbours, neighbours)},
                {"scenarios", list_of(robustness.scenarios, order_change)}};
}

Value questions_value(const ranking::QuestionPlan& plan) {
  return Object{{"open", list_of(plan.questions, question)},
                {"resting", list_of(plan.resting, [](const ranking::RestingQuestion& one) {
                   Object object{{"factor", one.factor},
                                 {"asked", value_of(one.asked)},
                                 {"earlier", list_of(one.earlier, earlier)}};
                   add_id(object, "household", one.household);
                   add_id(object, "person", one.person);
                   add_part(object, one.part);
                   return object;
                 })}};
}

Value variants_value(const std::vector<ranking::Variant>& variants) {
  return list_of(variants, [](const ranking::Variant& one) {
    Object object{
        {"kind", text_of(term(one.kind))},
        {"professionals", one.professionals},
        {"about", texts(one.about)},
        {"order", list_of(one.order,
                          [](const ranking::HouseholdValue& each) {
                            return Object{{"household", each.household}, {"value", value_of(each.value)}};
                          })},
        {"swapped",
         list_of(one.swapped,
                 [](const ranking::SwappedPair& pair) {
                   return Object{{"before", pair.before}, {"after", pair.after}, {"neighbours", pair.neighbours}};
                 })},
        {"first_changes", one.first_changes},
        {"tau_b", or_null(one.tau_b, number)},
        {"standings", list_of(one.standings, [](const ranking::StandingChange& change) {
           return Object{{"household", change.household},
                         {"joint", text_of(term(change.joint))},
                         {"variant", text_of(term(change.variant))}};
         })}};
    add_id(object, "who", one.who);
    add_id(object, "interview", one.interview);
    add_id(object, "measure", one.measure);
    return object;
  });
}

Value resilience_value(const ranking::Resilience& resilience) {
  return Object{{"plans", list_of(resilience.plans, plan_b)},
                {"cut_persons", list_of(resilience.cut_persons, [](const ranking::CutPerson& cut) {
                   return Object{{"person", cut.person}, {"parted", texts(cut.parted)}};
                 })}};
}

Value roles_value(const ranking::Roles& roles) {
  const auto entry = [](const ranking::RoleEntry& one) {
    Object object{
        {"role", one.role},
        {"group", text_of(term(one.group))},
        {"grounds", list_of(one.grounds,
                            [](const ranking::RoleGround& ground) {
                              return Object{{"reason", text_of(term(ground.reason))}, {"from", value_of(ground.from)}};
                            })},
        {"value", value_of(one.value)}};
    add_id(object, "household", one.household);
    add_id(object, "person", one.person);
    return object;
  };
  return Object{{"entries", list_of(roles.entries, entry)},
                {"questions", list_of(roles.questions,
                                      [](const ranking::RoleQuestion& one) {
                                        return Object{{"person", one.person},
                                                      {"heard", one.heard},
                                                      {"professional", one.professional},
                                                      {"child", one.child}};
                                      })},
                {"not_to_be_contacted", texts(roles.not_to_be_contacted)}};
}

}  // namespace kreds::application
