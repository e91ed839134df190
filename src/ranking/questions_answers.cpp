// Answers that are open, old, or told differently, with what they can move (§3.8).
#include <algorithm>

#include "inquiry.hpp"
#include "kreds/smaa/sensitivity.hpp"

namespace kreds::ranking {
namespace {

using casefile::Assessment;
using network::Part;
using network::StatementRef;

/// What an answer to an item of one household can move.
struct Stakes {
  std::optional<double> gap;  ///< δ; empty: nobody to compare with
  bool compared = false;      ///< the household stands in the order
  bool reaches_leader = false;
};

Stakes stakes_of(const Ranking& ranking, const RankedHousehold& household) {
  Stakes stakes;
  stakes.compared = in_order(household);
  if (!stakes.compared) return stakes;
  std::optional<double> best, best_other;
  for (const RankedHousehold& other : ranking.households) {
    if (!in_order(other)) continue;
    best = std::max(best.value_or(0), other.value.central);
    if (&other != &household) best_other = std::max(best_other.value_or(0), other.value.central);
  }
  if (best_other) stakes.gap = household.value.central - *best_other;
  stakes.reaches_leader = household.value.high >= *best - rounding;
  return stakes;
}

void weigh(const Stakes& stakes, double weight, double width, OpenQuestion& question) {
  question.width = width;
  question.reach = stakes.compared ? weight * width : 0;
  question.voi = stakes.gap ? smaa::value_of_information(question.reach, *stakes.gap) : 0;
  question.reaches_leader = stakes.reaches_leader;
}

bool older_than(const Inquiry& inquiry, const std::vector<StatementRef>& all, double months) {
  return !all.empty() && std::ranges::all_of(all, [&](const StatementRef& s) { return inquiry.age_of(s) > months; });
}

std::vector<StatementRef> sources(const analysis::Estimate& estimate) {
  std::vector<StatementRef> from;
  for (const analysis::Share& share : estimate.shares) from.push_back(share.from);
  return from;
}

/// One household, and what was said of it.
class OneHousehold {
 public:
  OneHousehold(const Inquiry& inquiry, const RankedHousehold& ranked, QuestionPlan& plan)
      : inquiry_(inquiry),
        ranked_(ranked),
        household_(inquiry.network().households[ranked.household]),
        said_(inquiry.said.at(ranked.household)),
        stakes_(stakes_of(inquiry.ranking, ranked)),
        plan_(plan) {}

  void ask() {
    for (std::size_t j = 0; j < ranked_.factors.size(); ++j) {
      const FactorValue& value = ranked_.factors[j];
      const Factor& factor = *find_factor(inquiry_.basis.catalogue, value.factor);
      const double weight = inquiry_.ranking.weights[j].overall.value();
      if (factor.item_kind == ItemKind::tie)
        ask_about_ties(factor, weight);
      else
        ask_about_factor(factor, value, weight);
    }
  }

 private:
  /// Outside or beside the order only what would clear the way into it is asked.
  bool to_be_placed(std::string_view requirement) const {
    return !stakes_.compared && std::ranges::any_of(ranked_.requirements, [&](const RequirementResult& r) {
      return r.requirement == requirement && r.status == RequirementStatus::unknown;
    });
  }
  bool concerns(std::string_view requirement) const { return stakes_.compared || to_be_placed(requirement); }

  OpenQuestion about(const Factor& factor, QuestionKind kind) const {
    OpenQuestion question;
    question.kind = kind;
    question.household = ranked_.id;
    question.factor = factor.id;
    question.always_first = kind == QuestionKind::statement_old || kind == QuestionKind::disagreement;
    return question;
  }

  void add_respondents(std::span<const RespondentGroup> groups, OpenQuestion& question) const {
    for (const RespondentGroup group : groups)
      for (Respondent& who : respondents(inquiry_, group, household_)) question.whom.push_back(std::move(who));
  }

  void put_disagreement(OpenQuestion question, std::vector<StatementRef> from) {
    question.consultant_only = true;
    question.whom = {the_municipality()};
    question.from = std::move(from);
    plan_.questions.push_back(std::move(question));
  }

  // --- factors ---

  std::vector<GivenAnswer> given(const Factor& factor) const {
    std::vector<GivenAnswer> all;
    for (const Spoken<Assessment>& s : said_.assessments) {
      if (s.body->factor != factor.id) continue;
      const bool valued = s.body->level.value || !s.body->words.empty() || !s.body->needs.empty();
      all.push_back({reference(s), valued ? std::nullopt : s.body->level.missing});
    }
    if (factor.item_kind == ItemKind::wish)
      for (const Spoken<casefile::Wish>& s : said_.wishes)
        if (s.body->of.empty() || s.body->of == inquiry_.basis.source.child) all.push_back({reference(s), {}});
    return all;
  }

  bool needs_still_open(const Factor& factor) const {
    const Spoken<Assessment>* last = nullptr;
    for (const Spoken<Assessment>& s : said_.assessments)
      if (s.body->factor == factor.id && !s.body->needs.empty()) last = &s;
    return last != nullptr && std::ranges::any_of(last->body->needs, [](const casefile::NeedLine& line) {
             return !line.capability.value;
           });
  }

  void ask_about_factor(const Factor& factor, const FactorValue& value, double weight) {
    if (factor.id == named::parents_view) return ask_parents(factor, value, weight);
    if (!concerns(factor.id)) return;
    const bool own_word = factor.item_kind == ItemKind::wish;
    std::vector<StatementRef> from;
    for (const StatedLevel& level : value.levels)
      if (!own_word || level.child) from.push_back(level.from);
    const bool old = older_than(inquiry_, from, factor.half_life_months);
    const bool differ = value.estimate.agreement == analysis::Agreement::disagree;
    const bool open = from.empty() || needs_still_open(factor);
    if (differ) {
      OpenQuestion question = about(factor, QuestionKind::disagreement);
      question.to_be_placed = to_be_placed(factor.id);
      weigh(stakes_, weight, value.supported.width(), question);
      put_disagreement(std::move(question), sources(value.estimate));
    }
    if (!open && !old) return;
    OpenQuestion question = about(factor, open ? QuestionKind::factor : QuestionKind::statement_old);
    const WhoKnows known = who_knows(factor);
    question.professional_sets_level = known.professional_sets_level;
    question.to_be_placed = to_be_placed(factor.id);
    question.from = old ? from : value.words;
    add_respondents(known.groups, question);
    weigh(stakes_, weight, value.supported.width(), question);
    put(inquiry_, given(factor), factor.half_life_months, std::move(question), plan_);
  }

  /// What one parent has said of it: a level of the parent's own view, or a wish.
  std::vector<GivenAnswer> given_by(const Factor& factor, const Id& parent) const {
    std::vector<GivenAnswer> all;
    const auto own = [&](const casefile::Statement& s) { return std::ranges::find(s.by, parent) != s.by.end(); };
    for (const Spoken<Assessment>& s : said_.assessments)
      if (s.body->factor == factor.id && s.body->whose == parent && own(*s.statement))
        all.push_back({reference(s), s.body->level.value ? std::nullopt : s.body->level.missing});
    for (const Spoken<casefile::Wish>& s : said_.wishes)
      if (s.body->of == parent && own(*s.statement)) all.push_back({reference(s), {}});
    return all;
  }

  /// Each parent is asked for the parent's own view. That two parents differ is no disagreement about a fact.
  void ask_parents(const Factor& factor, const FactorValue& value, double weight) {
    if (!concerns(factor.id)) return;
    for (const Index parent : inquiry_.parents) {
      const Id& id = inquiry_.person(parent).id;
      std::optional<Respondent> who = person_to_ask(inquiry_, RespondentGroup::parent, parent);
      if (!who) continue;
      const std::vector<GivenAnswer> all = given_by(factor, id);
      std::vector<StatementRef> from;
      for (const GivenAnswer& g : all)
        if (!g.missing) from.push_back(g.from);
      const bool old = older_than(inquiry_, from, factor.half_life_months);
      if (!from.empty() && !old) continue;
      OpenQuestion question = about(factor, old ? QuestionKind::statement_old : QuestionKind::factor);
      question.person = id;
      question.from = old ? from : std::vector<StatementRef>{};
      question.whom.push_back(std::move(*who));
      weigh(stakes_, weight, value.supported.width(), question);
      put(inquiry_, all, factor.half_life_months, std::move(question), plan_);
    }
  }

  // --- ties ---

  /// s2 of §1.6: the next adult's central value.
  double second_adult() const {
    for (const auto& adult : ranked_.relation.adults)
      if (adult.person != ranked_.relation.carrier) return adult.interval.central;
    return 0;
  }

  /// Whose tie is asked about: the named carer's; unnamed, that of which most is known.
  Index adult_to_ask_about() const {
    const analysis::HouseholdStrength& relation = ranked_.relation;
    Index best = *relation.carrier;
    double covered = relation.coverage;
    for (const auto& adult : relation.adults) {
      const double coverage = adult.tie ? inquiry_.basis.strengths[*adult.tie].coverage : 0;
      if (relation.carer_named || !is_higher(coverage, covered)) continue;
      best = adult.person;
      covered = coverage;
    }
    return best;
  }

  void ask_about_ties(const Factor& factor, double weight) {
    if (!concerns(named::prior_relation) || !ranked_.relation.carrier) return;
    const Index asked_about = adult_to_ask_about();
    const analysis::TieModel& model = inquiry_.basis.catalogue.tie_model;
    for (const auto& adult : ranked_.relation.adults) {
      const bool carries = adult.person == asked_about;
      const double share =
          carries ? 1 - model.gamma * second_adult() : model.gamma * (1 - ranked_.relation.interval.central);
      for (std::size_t p = 0; p < network::part_count; ++p)
        ask_about_part(factor, adult, static_cast<Part>(p), weight * share, carries);
    }
  }

  void ask_about_part(const Factor& factor, const analysis::HouseholdStrength::Adult& adult, Part part, double weight,
                      bool carries) {
    const analysis::TieModel& model = inquiry_.basis.catalogue.tie_model;
    analysis::PartStrength strength;
    strength.weight = model.weights[static_cast<std::size_t>(part)];
    std::vector<GivenAnswer> given;
    if (adult.tie) {
      strength = inquiry_.basis.strengths[*adult.tie].parts[static_cast<std::size_t>(part)];
      const network::TiePart& told = inquiry_.network().ties[*adult.tie].part(part);
      for (const network::Evidence& e : told.current) given.push_back({e.from, {}});
      for (const network::Unanswered& u : told.unanswered) given.push_back({u.from, u.why});
    }
    if (!strength.applicable) return;
    const std::vector<StatementRef> from = sources(strength.estimate);
    const bool old = older_than(inquiry_, from, model.half_life_months);
    const bool differ = strength.estimate.agreement == analysis::Agreement::disagree;
    OpenQuestion question = about(factor, QuestionKind::tie_part);
    question.person = inquiry_.person(adult.person).id;
    question.part = part;
    question.to_be_placed = to_be_placed(named::prior_relation);
    weigh(stakes_, weight * strength.weight, strength.estimate.interval.width(), question);
    if (differ) {
      OpenQuestion talk = question;
      talk.kind = QuestionKind::disagreement;
      talk.always_first = true;
      put_disagreement(std::move(talk), from);
    }
    if (!carries || (!from.empty() && !old)) return;
    if (old) {
      question.kind = QuestionKind::statement_old;
      question.always_first = true;
      question.from = from;
    }
    add_respondents(who_knows(part), question);
    put(inquiry_, given, model.half_life_months, std::move(question), plan_);
  }

  const Inquiry& inquiry_;
  const RankedHousehold& ranked_;
  const network::Household& household_;
  const HouseholdStatements& said_;
  Stakes stakes_;
  QuestionPlan& plan_;
};

}  // namespace

void ask_about_answers(const Inquiry& inquiry, QuestionPlan& plan) {
  for (const RankedHousehold& ranked : inquiry.ranking.households)
    if (ranked.standing != Standing::other_roles) OneHousehold(inquiry, ranked, plan).ask();
}

}  // namespace kreds::ranking
