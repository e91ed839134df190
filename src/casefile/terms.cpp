#include "kreds/casefile/terms.hpp"

#include <array>

namespace kreds::casefile {
namespace {

/// The table of one enumeration; `terms` hands it out.
template <class E, std::size_t N>
using Table = std::array<Term<E>, N>;

constexpr Table<NoValue, 5> no_values = {{{NoValue::none, "none"},
                                          {NoValue::does_not_know, "does_not_know"},
                                          {NoValue::would_not_say, "would_not_say"},
                                          {NoValue::not_asked, "not_asked"},
                                          {NoValue::not_examined, "not_examined"}}};

constexpr Table<Gender, 4> genders = {
    {{Gender::unknown, "unknown"}, {Gender::female, "female"}, {Gender::male, "male"}, {Gender::other, "other"}}};

constexpr Table<WishTopic, 7> wish_topics = {{{WishTopic::household, "household"},
                                              {WishTopic::person, "person"},
                                              {WishTopic::contact, "contact"},
                                              {WishTopic::school, "school"},
                                              {WishTopic::activity, "activity"},
                                              {WishTopic::meeting, "meeting"},
                                              {WishTopic::other, "other"}}};

constexpr Table<WishView, 6> wish_views = {{{WishView::first_wish, "first_wish"},
                                            {WishView::another_possibility, "another_possibility"},
                                            {WishView::yes_when_asked, "yes_when_asked"},
                                            {WishView::both, "both"},
                                            {WishView::hesitant, "hesitant"},
                                            {WishView::no, "no"}}};

constexpr Table<RoleAnswer, 7> role_answers = {{{RoleAnswer::foster_family, "foster_family"},
                                                {RoleAnswer::perhaps, "perhaps"},
                                                {RoleAnswer::only_if_no_one_else, "only_if_no_one_else"},
                                                {RoleAnswer::for_a_period, "for_a_period"},
                                                {RoleAnswer::support_only, "support_only"},
                                                {RoleAnswer::no, "no"},
                                                {RoleAnswer::not_asked, "not_asked"}}};

constexpr Table<Weekday, 7> weekdays = {{{Weekday::monday, "monday"},
                                         {Weekday::tuesday, "tuesday"},
                                         {Weekday::wednesday, "wednesday"},
                                         {Weekday::thursday, "thursday"},
                                         {Weekday::friday, "friday"},
                                         {Weekday::saturday, "saturday"},
                                         {Weekday::sunday, "sunday"}}};

constexpr Table<CertificateKind, 2> certificate_kinds = {
    {{CertificateKind::criminal_record, "criminal_record"}, {CertificateKind::child_protection, "child_protection"}}};

constexpr Table<CertificateStatus, 8> certificate_statuses = {
    {{CertificateStatus::not_consented, "not_consented"},
     {CertificateStatus::consented, "consented"},
     {CertificateStatus::requested, "requested"},
     {CertificateStatus::obtained_nothing_noted, "obtained_nothing_noted"},
     {CertificateStatus::to_be_assessed_by_leader, "to_be_assessed_by_leader"},
     {CertificateStatus::assessed_no_hindrance, "assessed_no_hindrance"},
     {CertificateStatus::assessed_hindrance, "assessed_hindrance"},
     {CertificateStatus::unknown, "unknown"}}};

constexpr Table<MeasureState, 3> measure_states = {
    {{MeasureState::proposed, "proposed"}, {MeasureState::granted, "granted"}, {MeasureState::started, "started"}}};

constexpr Table<ParentKind, 5> parent_kinds = {{{ParentKind::biological, "biological"},
                                                {ParentKind::adoptive, "adoptive"},
                                                {ParentKind::step, "step"},
                                                {ParentKind::foster, "foster"},
                                                {ParentKind::unspecified, "unspecified"}}};

constexpr Table<PartnerKind, 5> partner_kinds = {{{PartnerKind::married, "married"},
                                                  {PartnerKind::cohabiting, "cohabiting"},
                                                  {PartnerKind::couple, "couple"},
                                                  {PartnerKind::separated, "separated"},
                                                  {PartnerKind::divorced, "divorced"}}};

constexpr Table<SiblingKind, 5> sibling_kinds = {{{SiblingKind::full, "full"},
                                                  {SiblingKind::half, "half"},
                                                  {SiblingKind::step, "step"},
                                                  {SiblingKind::foster, "foster"},
                                                  {SiblingKind::unspecified, "unspecified"}}};

constexpr Table<ConsentTo, 2> consents_to = {
    {{ConsentTo::placement, "placement"}, {ConsentTo::certificates, "certificates"}}};

constexpr Table<ConsentAnswer, 4> consent_answers = {{{ConsentAnswer::yes, "yes"},
                                                      {ConsentAnswer::no, "no"},
                                                      {ConsentAnswer::partly, "partly"},
                                                      {ConsentAnswer::unknown, "unknown"}}};

constexpr Table<InterviewKind, 7> interview_kinds = {{{InterviewKind::home_visit, "home_visit"},
                                                      {InterviewKind::telephone, "telephone"},
                                                      {InterviewKind::school, "school"},
                                                      {InterviewKind::office, "office"},
                                                      {InterviewKind::meeting, "meeting"},
                                                      {InterviewKind::record, "record"},
                                                      {InterviewKind::other, "other"}}};

constexpr std::array<std::string_view, 8> frequencies = {"daily",   "several_weekly", "weekly", "fortnightly",
                                                         "monthly", "few_yearly",     "yearly", "never"};
constexpr std::array<double, 8> contacts_per_year = {365, 150, 52, 26, 12, 4, 1, 0};

}  // namespace

template <>
std::span<const Term<NoValue>> terms<NoValue>() {
  return no_values;
}
template <>
std::span<const Term<Gender>> terms<Gender>() {
  return genders;
}
template <>
std::span<const Term<WishTopic>> terms<WishTopic>() {
  return wish_topics;
}
template <>
std::span<const Term<WishView>> terms<WishView>() {
  return wish_views;
}
template <>
std::span<const Term<RoleAnswer>> terms<RoleAnswer>() {
  return role_answers;
}
template <>
std::span<const Term<Weekday>> terms<Weekday>() {
  return weekdays;
}
template <>
std::span<const Term<CertificateKind>> terms<CertificateKind>() {
  return certificate_kinds;
}
template <>
std::span<const Term<CertificateStatus>> terms<CertificateStatus>() {
  return certificate_statuses;
}
template <>
std::span<const Term<MeasureState>> terms<MeasureState>() {
  return measure_states;
}
template <>
std::span<const Term<ParentKind>> terms<ParentKind>() {
  return parent_kinds;
}
template <>
std::span<const Term<PartnerKind>> terms<PartnerKind>() {
  return partner_kinds;
}
template <>
std::span<const Term<SiblingKind>> terms<SiblingKind>() {
  return sibling_kinds;
}
template <>
std::span<const Term<ConsentTo>> terms<ConsentTo>() {
  return consents_to;
}
template <>
std::span<const Term<ConsentAnswer>> terms<ConsentAnswer>() {
  return consent_answers;
}
template <>
std::span<const Term<InterviewKind>> terms<InterviewKind>() {
  return interview_kinds;
}

std::optional<double> times_per_year(std::string_view frequency_term) {
  for (std::size_t i = 0; i < frequencies.size(); ++i)
    if (frequencies[i] == frequency_term) return contacts_per_year[i];
  return std::nullopt;
}

std::span<const std::string_view> frequency_terms() {
  return frequencies;
}

}  // namespace kreds::casefile
