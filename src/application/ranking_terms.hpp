/// \file
/// The fixed terms of the ranking: what stands in JSON and behind the dot of a label.
#pragma once

#include <string_view>

#include "kreds/ranking/ranking.hpp"

namespace kreds::application {

constexpr std::string_view term(ranking::Standing standing) {
  using enum ranking::Standing;
  switch (standing) {
    case in_order:
      return "in_order";
    case in_order_not_asked:
      return "in_order_not_asked";
    case beside_own_wish:
      return "beside_own_wish";
    case other_roles:
      return "other_roles";
    case outside_until_assessed:
      return "outside_until_assessed";
  }
  return {};
}

constexpr std::string_view term(ranking::Heading heading) {
  using enum ranking::Heading;
  switch (heading) {
    case no_known_obstacle:
      return "no_known_obstacle";
    case conditional_on_support:
      return "conditional_on_support";
    case needs_clarification:
      return "needs_clarification";
    case requirement_not_met:
      return "requirement_not_met";
  }
  return {};
}

constexpr std::string_view term(ranking::RequirementStatus status) {
  using enum ranking::RequirementStatus;
  switch (status) {
    case met:
      return "met";
    case conditional:
      return "conditional";
    case liftable:
      return "liftable";
    case not_met:
      return "not_met";
    case unknown:
      return "unknown";
  }
  return {};
}

constexpr std::string_view term(ranking::OutsideReason reason) {
  using enum ranking::OutsideReason;
  switch (reason) {
    case requirement_not_met:
      return "requirement_not_met";
    case unsafe_tie:
      return "unsafe_tie";
    case child_says_no:
      return "child_says_no";
    case level_zero:
      return "level_zero";
  }
  return {};
}

constexpr std::string_view term(analysis::Agreement agreement) {
  using enum analysis::Agreement;
  switch (agreement) {
    case single:
      return "single";
    case agree:
      return "agree";
    case somewhat:
      return "somewhat";
    case disagree:
      return "disagree";
  }
  return {};
}

constexpr bool in_order(const ranking::RankedHousehold& household) {
  return household.standing == ranking::Standing::in_order ||
         household.standing == ranking::Standing::in_order_not_asked;
}

}  // namespace kreds::application
