// Certificates, role wishes, alerts, and what stands between a household and the order.
#include <algorithm>
#include <map>

#include "inquiry.hpp"

namespace kreds::ranking {
namespace {

using casefile::CertificateKind;
using casefile::CertificateStatus;
using casefile::RoleAnswer;

class OneHousehold {
 public:
  OneHousehold(const Inquiry& inquiry, const RankedHousehold& ranked, QuestionPlan& plan)
      : inquiry_(inquiry),
        ranked_(ranked),
        household_(inquiry.network().households[ranked.household]),
        said_(inquiry.said.at(ranked.household)),
        plan_(plan) {}

  void ask() {
    certificates();
    role();
    outside();
    alerts();
  }

 private:
  OpenQuestion about(QuestionKind kind) const {
    OpenQuestion question;
    question.kind = kind;
    question.household = ranked_.id;
    question.always_first = kind != QuestionKind::role_terms;
    return question;
  }

  bool not_in_order() const {
    return ranked_.standing == Standing::outside_until_assessed || ranked_.standing == Standing::beside_own_wish;
  }

  // --- certificates ---

  static bool settled(const std::optional<CertificateStatus>& status) {
    return status == CertificateStatus::obtained_nothing_noted || status == CertificateStatus::assessed_no_hindrance ||
           status == CertificateStatus::assessed_hindrance;
  }
  /// The person must say yes first; from then on it is the municipality's own work.
  static bool waits_for_consent(const std::optional<CertificateStatus>& status) {
    return !status || status == CertificateStatus::not_consented || status == CertificateStatus::unknown;
  }

  std::optional<Date> consented_on(const Id& person) const {
    std::optional<Date> day;
    for (const auto& s : spoken<casefile::Consent>(inquiry_.basis.source))
      if (s.body->of == person && s.body->to == casefile::ConsentTo::certificates)
        day = s.body->answer == casefile::ConsentAnswer::yes ? std::optional(s.said()) : std::nullopt;
    return day;
  }

  /// The latest step of one certificate; of one day the furthest, as the requirement reads it.
  const Spoken<casefile::Certificate>* latest(const Id& person, CertificateKind which) const {
    const auto step = [](CertificateStatus s) { return s == CertificateStatus::unknown ? -1 : static_cast<int>(s); };
    const Spoken<casefile::Certificate>* last = nullptr;
    for (const Spoken<casefile::Certificate>& s : said_.certificates) {
      if (s.body->person != person || s.body->which != which) continue;
      if (last == nullptr || s.said() > last->said() || step(s.body->status) > step(last->body->status)) last = &s;
    }
    return last;
  }

  void certificates() {
    for (const Index adult : adults_in(inquiry_.network(), household_))
      for (const CertificateKind which : {CertificateKind::criminal_record, CertificateKind::child_protection})
        certificate(adult, which);
  }

  void certificate(Index adult, CertificateKind which) {
    const Id& id = inquiry_.person(adult).id;
    const Spoken<casefile::Certificate>* last = latest(id, which);
    OpenQuestion question = about(QuestionKind::certificate);
    if (last != nullptr) {
      question.certificate_status = last->body->status;
      question.from = {reference(*last)};
    }
    if (settled(question.certificate_status)) return;
    question.person = id;
    question.certificate = which;
    question.to_be_placed = not_in_order();
    if (waits_for_consent(question.certificate_status) && !consented_on(id))
      if (auto who = person_to_ask(inquiry_, RespondentGroup::household, adult)) {
        who->household = ranked_.id;
        question.whom.push_back(std::move(*who));
      }
    question.whom.push_back(the_municipality());
    plan_.questions.push_back(std::move(question));
  }

  // --- what they want ---

  void role() {
    const RoleAnswer wish = ranked_.role_wish.value_or(RoleAnswer::not_asked);
    const bool terms = wish == RoleAnswer::only_if_no_one_else || wish == RoleAnswer::for_a_period;
    if (wish != RoleAnswer::not_asked && !terms) return;
    OpenQuestion question = about(terms ? QuestionKind::role_terms : QuestionKind::role_wish);
    question.to_be_placed = terms;
    for (const Spoken<casefile::RoleWish>& s : said_.roles) question.from.push_back(reference(s));
    if (auto who = household_to_ask(inquiry_, household_)) question.whom.push_back(std::move(*who));
    if (question.whom.empty()) question.whom.push_back(the_municipality());
    plan_.questions.push_back(std::move(question));
  }

  // --- what a professional has to assess ---

  void outside() {
    for (const Outside& reason : ranked_.outside) {
      if (!reason.assessed.empty()) continue;
      OpenQuestion question = about(QuestionKind::assessment_to_place);
      question.whom = {the_municipality()};
      question.factor = reason.factor;
      question.outside = reason.reason;
      question.from = reason.from;
      question.consultant_only = true;
      question.to_be_placed = true;
      plan_.questions.push_back(std::move(question));
    }
  }

  /// By a professional, in words, after what gave rise to the alert; or a decision that somebody has made since.
  bool assessed(const Alert& alert) const {
    if (alert.from.empty()) return false;
    const Date newest = std::ranges::max_element(alert.from, {}, &network::StatementRef::said)->said;
    const bool in_words = std::ranges::any_of(said_.assessments, [&](const Spoken<casefile::Assessment>& s) {
      const network::Evidence from = evidence(inquiry_.basis, *s.statement, *s.interview, {ranked_.id});
      const bool on_it = s.body->factor == alert.factor ||
                         (alert.factor == named::unsafe_tie && s.body->factor == named::stable_safe_frame);
      return on_it && s.said() > newest && !s.body->words.empty() &&
             said_by(from, network::InformantKind::professional);
    });
    return in_words || std::ranges::any_of(spoken<casefile::Decision>(inquiry_.basis.source), [&](const auto& s) {
             return s.body->household == ranked_.id && s.said() >= newest;
           });
  }

  void alerts() {
    for (const Alert& alert : ranked_.alerts) {
      const bool named_already =
          std::ranges::find(ranked_.outside, alert.factor, &Outside::factor) != ranked_.outside.end();
      if (named_already || assessed(alert)) continue;
      OpenQuestion question = about(QuestionKind::alert_assessment);
      question.whom = {the_municipality()};
      question.factor = alert.factor;
      question.from = alert.from;
      question.consultant_only = true;
      question.to_be_placed = not_in_order();
      plan_.questions.push_back(std::move(question));
    }
  }

  const Inquiry& inquiry_;
  const RankedHousehold& ranked_;
  const network::Household& household_;
  const HouseholdStatements& said_;
  QuestionPlan& plan_;
};

}  // namespace

void ask_about_households(const Inquiry& inquiry, QuestionPlan& plan) {
  for (const RankedHousehold& ranked : inquiry.ranking.households)
    if (ranked.standing != Standing::other_roles) OneHousehold(inquiry, ranked, plan).ask();
}

}  // namespace kreds::ranking
