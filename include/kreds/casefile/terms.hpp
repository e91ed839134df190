/// \file
/// The fixed terms of the file format: which text stands for which value. Reader, writer and the test of the
/// schema share these tables.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "kreds/casefile/case.hpp"

namespace kreds::casefile {

template <class E>
struct Term {
  E value;
  std::string_view text;
};

template <class E>
std::span<const Term<E>> terms();  ///< specialised in terms.cpp for each enumeration of the format

template <>
std::span<const Term<NoValue>> terms<NoValue>();
template <>
std::span<const Term<Gender>> terms<Gender>();
template <>
std::span<const Term<WishTopic>> terms<WishTopic>();
template <>
std::span<const Term<WishView>> terms<WishView>();
template <>
std::span<const Term<RoleAnswer>> terms<RoleAnswer>();
template <>
std::span<const Term<Weekday>> terms<Weekday>();
template <>
std::span<const Term<CertificateKind>> terms<CertificateKind>();
template <>
std::span<const Term<CertificateStatus>> terms<CertificateStatus>();
template <>
std::span<const Term<MeasureState>> terms<MeasureState>();
template <>
std::span<const Term<ParentKind>> terms<ParentKind>();
template <>
std::span<const Term<PartnerKind>> terms<PartnerKind>();
template <>
std::span<const Term<SiblingKind>> terms<SiblingKind>();
template <>
std::span<const Term<ConsentTo>> terms<ConsentTo>();
template <>
std::span<const Term<ConsentAnswer>> terms<ConsentAnswer>();
template <>
std::span<const Term<InterviewKind>> terms<InterviewKind>();

template <class E>
std::string_view term(E value) {
  for (const Term<E>& t : terms<E>())
    if (t.value == value) return t.text;
  return {};
}

template <class E>
std::optional<E> from_term(std::string_view text) {
  for (const Term<E>& t : terms<E>())
    if (t.text == text) return t.value;
  return std::nullopt;
}

/// Contacts a year for a frequency term: daily 365, several_weekly 150, weekly 52, fortnightly 26, monthly 12,
/// few_yearly 4, yearly 1, never 0 (method, tie part "frequency").
std::optional<double> times_per_year(std::string_view frequency_term);
std::span<const std::string_view> frequency_terms();

}  // namespace kreds::casefile
