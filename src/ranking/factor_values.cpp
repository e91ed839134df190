#include <cmath>
#include <map>

#include "pieces.hpp"

namespace kreds::ranking {
namespace {

using casefile::WishView;
using network::InformantKind;

constexpr int most_important = 3;  ///< of a need line

/// What somebody says of a factor, before it is known who counts.
struct Stated {
  std::string item;  ///< what the statement is about, where a factor has several (whose view)
  network::Evidence evidence;
  analysis::Interval value;  ///< on the value scale; a point unless a need line is open
  int level = 0;             ///< stated, or what the need lines amount to
  bool by_needs = false;     ///< the value comes from need lines, and may stand between levels
};

struct Answers {
  std::vector<Stated> stated;
  std::optional<casefile::NoValue> missing;
  std::vector<network::StatementRef> words;
};

analysis::Interval point(double x) {
  return {x, x, x};
}

Stated stated_level(network::Evidence evidence, int level, const Factor& factor) {
  return {{}, std::move(evidence), point(factor.values[static_cast<std::size_t>(level)]), level};
}

/// The value under support. A span that support cuts short has its middle in the middle again, as everything open has.
analysis::Interval lifted(const Stated& stated, const Factor& factor, const Support& support) {
  if (!stated.by_needs)
    return point(factor.values[static_cast<std::size_t>(lifted_level(stated.level, factor, support))]);
  const double low = lifted_value(stated.value.low, factor, support);
  const double high = lifted_value(stated.value.high, factor, support);
  return {(low + high) / 2, low, high};
}

// --- assessments ---------------------------------------------------------------------------------------

/// Σ importance · capability / 4 over Σ importance; an open line is ½ [0, 1], as everything unknown is.
std::optional<analysis::Interval> needs_value(const std::vector<casefile::NeedLine>& needs) {
  double central = 0, low = 0, high = 0, total = 0;
  bool answered = false;
  for (const casefile::NeedLine& line : needs) {
    const double importance = line.importance;
    const auto& capability = line.capability.value;
    answered = answered || capability.has_value();
    total += importance;
    central += importance * (capability ? *capability / 4.0 : 0.5);
    low += importance * (capability ? *capability / 4.0 : 0.0);
    high += importance * (capability ? *capability / 4.0 : 1.0);
  }
  if (!answered || total <= 0) return std::nullopt;
  return analysis::Interval{central / total, low / total, high / total};
}

/// The level that need lines amount to, for alerts: rounded down over the lines that are answered, but a need of the
/// highest importance that cannot be met at all is never averaged away.
int needs_level(const std::vector<casefile::NeedLine>& needs) {
  double weighted = 0, total = 0;
  for (const casefile::NeedLine& line : needs) {
    if (!line.capability.value) continue;
    if (line.importance >= most_important && *line.capability.value == 0) return 0;
    weighted += line.importance * *line.capability.value;
    total += line.importance;
  }
  return static_cast<int>(std::floor(weighted / total + 1e-9));
}

std::optional<Stated> stated_assessment(network::Evidence from, const casefile::Assessment& assessment,
                                        const Factor& factor) {
  if (const auto needs = needs_value(assessment.needs))
    return Stated{{}, std::move(from), *needs, assessment.level.value.value_or(needs_level(assessment.needs)), true};
  if (assessment.level.value) return stated_level(std::move(from), *assessment.level.value, factor);
  return std::nullopt;
}

bool contains(const network::Ids& ids, std::string_view id) {
  return std::ranges::find(ids, id) != ids.end();
}

void add_assessments(const Basis& basis, const network::Household& household, const HouseholdStatements& said,
                     const Factor& factor, Answers& answers) {
  for (const Spoken<casefile::Assessment>& s : said.assessments) {
    if (s.body->factor != factor.id) continue;
    network::Evidence from = evidence(basis, *s.statement, *s.interview, {household.id});
    from.own_view = factor.id == named::parents_view && contains(s.statement->by, s.body->whose);
    const network::StatementRef ref = from.from;
    if (auto stated = stated_assessment(std::move(from), *s.body, factor)) {
      stated->item = s.body->whose;
      answers.stated.push_back(std::move(*stated));
    } else {
      answers.words.push_back(ref);
      if (s.body->level.missing) answers.missing = s.body->level.missing;
    }
  }
}

// --- wishes --------------------------------------------------------------------------------------------

int child_level(WishView view) {
  switch (view) {
    case WishView::no:
      return 0;
    case WishView::hesitant:
      return 1;
    case WishView::both:
      return 2;
    case WishView::yes_when_asked:
      return 3;
    case WishView::another_possibility:
    case WishView::first_wish:
      break;
  }
  return 4;
}

/// Being against is 1: that somebody will work against it (0) is more than a wish can say.
int parent_level(WishView view) {
  return std::max(1, child_level(view));
}

bool wished_by(const Basis& basis, const casefile::Wish& wish, std::string_view person) {
  return wish.of.empty() ? person == basis.source.child : wish.of == person;
}

/// Of what the same informants wished for one person in one interview, one counts: what was said of the household,
/// else the most doubtful word on the adults in it.
std::vector<Spoken<casefile::Wish>> one_per_interview(const std::vector<Spoken<casefile::Wish>>& wishes) {
  std::map<std::pair<Id, casefile::Ids>, Spoken<casefile::Wish>> chosen;
  const auto better = [](const casefile::Wish& a, const casefile::Wish& b) {
    const bool a_household = a.topic == casefile::WishTopic::household;
    const bool b_household = b.topic == casefile::WishTopic::household;
    return a_household != b_household ? a_household : a.view < b.view;
  };
  for (const Spoken<casefile::Wish>& s : wishes) {
    casefile::Ids by = s.statement->by;
    std::ranges::sort(by);
    const auto [found, is_new] = chosen.try_emplace({s.interview->id, by}, s);
    if (!is_new && better(*s.body, *found->second.body)) found->second = s;
  }
  std::vector<Spoken<casefile::Wish>> result;
  for (const auto& [key, s] : chosen) result.push_back(s);
  return result;
}

std::vector<Spoken<casefile::Wish>> wishes_of(const Basis& basis, const HouseholdStatements& said, const Id& person) {
  std::vector<Spoken<casefile::Wish>> result;
  for (const Spoken<casefile::Wish>& s : said.wishes)
    if (wished_by(basis, *s.body, person)) result.push_back(s);
  return result;
}

void add_child_wishes(const Basis& basis, const network::Household& household, const HouseholdStatements& said,
                      const Factor& factor, Answers& answers) {
  for (const Spoken<casefile::Wish>& s : one_per_interview(wishes_of(basis, said, basis.source.child)))
    answers.stated.push_back(
        stated_level(evidence(basis, *s.statement, *s.interview, {household.id}), child_level(s.body->view), factor));
}

std::vector<Id> parents_of_child(const Basis& basis) {
  std::vector<network::Index> parents = basis.network.custody;
  for (const network::Parentage& p : basis.network.parentages) {
    const bool of_birth_or_law = p.kind != casefile::ParentKind::step && p.kind != casefile::ParentKind::foster;
    if (p.child == basis.network.ego && of_birth_or_law) parents.push_back(p.parent);
  }
  std::ranges::sort(parents);
  parents.erase(std::unique(parents.begin(), parents.end()), parents.end());
  std::vector<Id> result;
  for (const network::Index parent : parents) result.push_back(basis.network.people[parent].person.id);
  return result;
}

/// A parent's wish says something of that parent's view. Told by somebody else it is hearsay.
void add_parents_wishes(const Basis& basis, const network::Household& household, const HouseholdStatements& said,
                        const Factor& factor, Answers& answers) {
  for (const Id& parent : parents_of_child(basis)) {
    for (const Spoken<casefile::Wish>& s : one_per_interview(wishes_of(basis, said, parent))) {
      network::Evidence from = evidence(basis, *s.statement, *s.interview, {household.id});
      from.own_view = contains(s.statement->by, parent);
      from.from.hearsay = from.from.hearsay || !from.own_view;
      Stated stated = stated_level(std::move(from), parent_level(s.body->view), factor);
      stated.item = parent;
      answers.stated.push_back(std::move(stated));
    }
  }
}

// --- where the child lives -----------------------------------------------------------------------------

/// Follows from the dated residences; an assessment of the same day or later corrects it.
void add_residence(const Basis& basis, const network::Household& household, const Factor& factor, Answers& answers) {
  for (const network::Resident& resident : household.residents) {
    if (resident.person != basis.network.ego) continue;
    const auto corrects = [&](const Stated& s) { return s.evidence.from.said >= resident.from.said; };
    if (std::ranges::any_of(answers.stated, corrects)) continue;
    network::Evidence from;
    from.from = resident.from;
    from.holds = resident.from.said;
    from.kinds = basis.informants.kinds(resident.from.informants, std::span(&household.id, 1), resident.from.said);
    answers.stated.clear();
    answers.stated.push_back(stated_level(std::move(from), resident.part_time ? 3 : 4, factor));
  }
}

// --- together ------------------------------------------------------------------------------------------

std::string_view term(ItemKind kind) {
  switch (kind) {
    case ItemKind::tie:
      return "tie";
    case ItemKind::wish:
      return "wish";
    case ItemKind::assessment:
      return "assessment";
    case ItemKind::fact:
      break;
  }
  return "fact";
}

Answers answers_to(const Basis& basis, const network::Household& household, const HouseholdStatements& said,
                   const Factor& factor) {
  Answers answers;
  add_assessments(basis, household, said, factor, answers);
  if (factor.item_kind == ItemKind::wish) add_child_wishes(basis, household, said, factor, answers);
  if (factor.id == named::parents_view) add_parents_wishes(basis, household, said, factor, answers);
  if (factor.id == named::living_there_now) add_residence(basis, household, factor, answers);
  return answers;
}

/// The latest of each informant on each item, with its weight; the statements without weight go to `words`.
struct Counted {
  Stated stated;
  analysis::Share weighted;
};
std::vector<Counted> counted(const Basis& basis, const Factor& factor, Answers& answers) {
  std::map<std::string, std::vector<network::Evidence>> items;
  std::map<Id, Stated> by_statement;
  for (Stated& stated : answers.stated) {
    stated.evidence.x = stated.value.central;
    items[stated.item].push_back(stated.evidence);
    by_statement[stated.evidence.from.statement] = stated;
  }
  std::vector<Counted> result;
  for (auto& [item, all] : items) {
    const network::Latest latest = network::latest_of_each(std::move(all));
    const auto weighted =
        analysis::weigh(latest.current, term(factor.item_kind), basis.network.as_of, basis.catalogue.tie_model);
    for (const analysis::Share& w : weighted) result.push_back({by_statement.at(w.from.statement), w});
    for (const network::Evidence& e : latest.current)
      if (std::ranges::none_of(weighted, [&](const auto& w) { return w.from.statement == e.from.statement; }))
        answers.words.push_back(e.from);
  }
  return result;
}

/// The formula of §1.5 where a statement may itself be a span: each bound from the statements' own bounds.
template <class Value>
analysis::Estimate combine(const std::vector<Counted>& all, double half_life, Value value) {
  const auto at = [&](double analysis::Interval::*bound) {
    std::vector<analysis::Share> weighted;
    for (const Counted& c : all) {
      weighted.push_back(c.weighted);
      weighted.back().x = value(c.stated).*bound;
    }
    return analysis::combine(std::move(weighted), half_life);
  };
  analysis::Estimate estimate = at(&analysis::Interval::central);
  estimate.interval.low = at(&analysis::Interval::low).interval.low;
  estimate.interval.high = at(&analysis::Interval::high).interval.high;
  return estimate;
}

StatedLevel level_of(const Counted& c, const Factor& factor) {
  const bool child = said_by(c.stated.evidence, InformantKind::child);
  return {c.stated.level, c.stated.evidence.from, said_by(c.stated.evidence, InformantKind::professional), child,
          !child && c.weighted.age_months > 2 * factor.half_life_months};
}

}  // namespace

FactorValue factor_value(const Basis& basis, const network::Household& household, const HouseholdStatements& said,
                         const Factor& factor, const analysis::HouseholdStrength& relation) {
  FactorValue result;
  result.factor = factor.id;
  if (factor.item_kind == ItemKind::tie) {
    result.observed = result.supported = result.proposed = relation.interval;
    return result;
  }
  Answers answers = answers_to(basis, household, said, factor);
  const std::vector<Counted> all = counted(basis, factor, answers);
  const auto under = [&](const Support& support) {
    return combine(all, factor.half_life_months, [&](const Stated& s) { return lifted(s, factor, support); });
  };
  result.estimate = combine(all, factor.half_life_months, [](const Stated& s) { return s.value; });
  result.observed = result.estimate.interval;
  for (const Counted& c : all) result.levels.push_back(level_of(c, factor));
  result.missing = answers.missing;
  result.words = std::move(answers.words);

  const Support granted = support_for(basis, household, said, factor, casefile::MeasureState::granted);
  const Support proposed = support_for(basis, household, said, factor, casefile::MeasureState::proposed);
  result.supported_estimate = under(granted);
  result.supported = result.supported_estimate.interval;
  result.proposed_estimate = under(proposed);
  result.proposed = result.proposed_estimate.interval;
  for (const Counted& c : all) {
    result.spans[static_cast<std::size_t>(Scenario::now)].push_back(c.stated.value);
    result.spans[static_cast<std::size_t>(Scenario::granted)].push_back(lifted(c.stated, factor, granted));
    result.spans[static_cast<std::size_t>(Scenario::proposed)].push_back(lifted(c.stated, factor, proposed));
  }
  if (result.supported != result.observed) result.lifted_by = granted.names();
  if (result.proposed != result.supported)
    for (const Support::Lift& lift : proposed.measures)
      if (std::ranges::find(granted.measures, lift.measure, &Support::Lift::measure) == granted.measures.end())
        result.proposed_by.push_back(lift.measure);
  for (const std::string& measure : result.lifted_by) {
    const analysis::Interval value = under(granted.without(measure)).interval;
    if (value != result.supported) result.without.push_back({measure, value});
  }
  return result;
}

std::vector<network::StatementRef> child_says_no(const Basis& basis, const network::Household& household,
                                                 const HouseholdStatements& said) {
  std::vector<network::StatementRef> noes;
  std::optional<Date> latest;
  for (const Spoken<casefile::Wish>& s : wishes_of(basis, said, basis.source.child)) {
    const network::Evidence from = evidence(basis, *s.statement, *s.interview, {household.id});
    if (!said_by(from, InformantKind::child) || from.from.hearsay) continue;
    if (latest != s.said()) noes.clear();  // wishes come by day: what was said before is out of date
    latest = s.said();
    if (s.body->view == WishView::no) noes.push_back(from.from);
  }
  return noes;
}

}  // namespace kreds::ranking
