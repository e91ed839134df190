/// \file
/// The fixed terms of the ranking: what stands in JSON and behind the dot of a label.
#pragma once

#include <array>
#include <string_view>

#include "kreds/ranking/questions.hpp"
#include "kreds/ranking/robustness.hpp"
#include "kreds/ranking/roles.hpp"
#include "kreds/ranking/viewpoints.hpp"

namespace kreds::application {

/// Terms in the order in which the enumeration names its values.
template <class E, std::size_t n>
constexpr std::string_view nth(E value, const std::array<std::string_view, n>& terms) {
  return terms[static_cast<std::size_t>(value)];
}

constexpr std::string_view term(network::Part value) {
  return nth(value, std::array<std::string_view, 6>{"closeness", "emotional", "caregiving", "harmony", "frequency",
                                                    "duration"});
}

constexpr std::string_view term(ranking::Scenario value) {
  return nth(value, std::array<std::string_view, 3>{"now", "granted", "proposed"});
}

constexpr std::string_view term(ranking::QuestionKind value) {
  return nth(value,
             std::array<std::string_view, 20>{
                 "child_not_heard",    "child_words_old", "parent_not_heard", "certificate",         "alert_assessment",
                 "role_wish",          "statement_old",   "disagreement",     "assessment_to_place", "factor",
                 "tie_part",           "role_terms",      "custody",          "placement_consent",   "no_network",
                 "referred_not_heard", "named_not_heard", "missing_relative", "parents_siblings",    "whom_else"});
}

constexpr std::string_view term(ranking::RespondentGroup value) {
  return nth(value,
             std::array<std::string_view, 6>{"child", "household", "parent", "professional", "municipality", "other"});
}

constexpr std::string_view term(ranking::AskedAgain value) {
  return nth(value, std::array<std::string_view, 3>{"no", "grown_old", "was_unsure"});
}

constexpr std::string_view term(ranking::Relative value) {
  return nth(value, std::array<std::string_view, 6>{"mothers_mother", "mothers_father", "fathers_mother",
                                                    "fathers_father", "parents_mother", "parents_father"});
}

constexpr std::string_view term(ranking::Prompt value) {
  return nth(value, std::array<std::string_view, 4>{"seriously_ill", "last_sad", "telephone_contacts",
                                                    "municipality_makes_contact"});
}

constexpr std::string_view term(ranking::VariantKind value) {
  return nth(value, std::array<std::string_view, 4>{"informant_alone", "without_interview", "without_informant",
                                                    "measure_not_granted"});
}

constexpr std::string_view term(ranking::RoleReason value) {
  return nth(value,
             std::array<std::string_view, 15>{
                 "offered", "offered_by_hearsay", "child_wishes", "close_to_child", "pointed_to_others", "knows_others",
                 "next_in_order", "own_wish_not_asked", "child_says_no", "child_afraid", "conflict_with_parents",
                 "certificate_missing", "certificate_hindrance", "relation_not_described", "relation_weak"});
}

constexpr std::string_view term(ranking::Standing value) {
  return nth(value, std::array<std::string_view, 5>{"in_order", "in_order_not_asked", "beside_own_wish", "other_roles",
                                                    "outside_until_assessed"});
}

constexpr std::string_view term(ranking::Heading value) {
  return nth(value, std::array<std::string_view, 4>{"no_known_obstacle", "conditional_on_support",
                                                    "needs_clarification", "requirement_not_met"});
}

constexpr std::string_view term(ranking::RequirementStatus value) {
  return nth(value, std::array<std::string_view, 5>{"met", "conditional", "liftable", "not_met", "unknown"});
}

constexpr std::string_view term(ranking::OutsideReason value) {
  return nth(value,
             std::array<std::string_view, 4>{"requirement_not_met", "unsafe_tie", "child_says_no", "level_zero"});
}

constexpr std::string_view term(analysis::Agreement value) {
  return nth(value, std::array<std::string_view, 4>{"single", "agree", "somewhat", "disagree"});
}

constexpr std::string_view term(ranking::Firmness value) {
  return nth(value, std::array<std::string_view, 5>{"always", "any_permitted_weights", "nearly_any", "mostly",
                                                    "cannot_be_told_apart"});
}

constexpr std::string_view term(ranking::RoleGroup value) {
  return nth(value, std::array<std::string_view, 3>{"obvious", "perhaps", "to_be_clarified"});
}

constexpr bool in_order(const ranking::RankedHousehold& household) {
  return household.standing == ranking::Standing::in_order ||
         household.standing == ranking::Standing::in_order_not_asked;
}

}  // namespace kreds::application
