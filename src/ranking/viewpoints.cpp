#include "kreds/ranking/viewpoints.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "family.hpp"
#include "kreds/casefile/told_by.hpp"
#include "kreds/smaa/kendall.hpp"
#include "pieces.hpp"

namespace kreds::ranking {
namespace {

using network::StatementRef;

double on_grid(double value) {
  return std::round(value / rounding);
}

/// Whether words (a tie, a wish, a level) count in a variant.
using Keep = std::function<bool(const StatementRef&)>;

// --- one household -------------------------------------------------------------------------------------

/// A household of the joint ranking, with all that was said of it.
struct Candidate {
  const RankedHousehold* joint;
  const network::Household* household;
  HouseholdStatements said;
  std::vector<StatementRef> assessments, wishes;  ///< aligned with those of `said`
  std::vector<std::size_t> ties;                  ///< of the child with people here, into network.ties
};

template <class Body>
std::vector<StatementRef> references(const std::vector<Spoken<Body>>& all) {
  std::vector<StatementRef> refs;
  refs.reserve(all.size());
  for (const Spoken<Body>& s : all) refs.push_back(reference(s));
  return refs;
}

/// What a variant makes of it.
struct Revalued {
  analysis::Interval value;
  Standing standing;
};

/// Runs variants; the network and its strengths are changed for one variant and put back after it.
class Replay {
 public:
  Replay(const casefile::Case& known, const casefile::Vocabulary& vocabulary, const network::EgoNetwork& network,
         std::vector<analysis::TieStrength> strengths, const Catalogue& catalogue, const Ranking& joint)
      : vocabulary_(vocabulary),
        joint_(joint),
        network_(network),
        strengths_(std::move(strengths)),
        basis_{known, network_, strengths_, catalogue, network::Informants(known, vocabulary, network.as_of)} {
    for (const casefile::Interview& interview : known.interviews)
      for (const casefile::Statement& s : interview.statements)
        if (std::holds_alternative<casefile::Tie>(s.body)) tie_statements_.insert(s.id);
    for (const RankedHousehold& ranked : joint.households) add_candidate(ranked);
    find_lived_together();
  }

  Replay(const Replay&) = delete;
  Replay& operator=(const Replay&) = delete;

  const std::vector<Candidate>& candidates() const { return candidates_; }
  const Basis& basis() const { return basis_; }

  /// Ids of households of which something is told that counts.
  network::Ids about(const Keep& counts) const {
    network::Ids ids;
    for (const Candidate& c : candidates_)
      if (in_order(*c.joint) && speaks_of(c, counts)) ids.push_back(c.joint->id);
    std::ranges::sort(ids);
    return ids;
  }

  std::vector<Revalued> with(const Keep& keep) {
    if (needs_rebuilding(keep)) return rebuilt(keep);
    std::map<std::size_t, std::pair<network::Tie, analysis::TieStrength>> before;
    for (const Candidate& c : candidates_)
      for (const std::size_t tie : c.ties)
        if (!before.contains(tie)) change_tie(tie, keep, before);
    std::vector<Revalued> result;
    for (const Candidate& c : candidates_) result.push_back(revalued(c, keep, before));
    for (auto& [tie, old] : before) {
      network_.ties[tie] = std::move(old.first);
      strengths_[tie] = std::move(old.second);
    }
    return result;
  }

  /// One measure of one household, as if it were only proposed.
  std::vector<Revalued> not_granted(const Id& household, const std::string& measure) {
    std::vector<Revalued> result;
    for (const Candidate& c : candidates_) {
      if (c.joint->id != household) {
        result.push_back({c.joint->value, c.joint->standing});
        continue;
      }
      HouseholdStatements said = c.said;
      std::deque<casefile::Measure> proposed;
      for (Spoken<casefile::Measure>& s : said.measures) {
        if (s.body->measure != measure) continue;
        proposed.push_back(*s.body);
        proposed.back().state = casefile::MeasureState::proposed;
        s.body = &proposed.back();
      }
      const auto lifted = [&](const FactorValue& value) {
        return std::ranges::find(value.lifted_by, measure) != value.lifted_by.end();
      };
      result.push_back(judged(basis_, *c.joint, said, c.joint->relation, lifted));
    }
    return result;
  }

 private:
  void add_candidate(const RankedHousehold& ranked) {
    const network::Household& household = network_.households[ranked.household];
    Candidate candidate{&ranked, &household, statements_of(basis_, household), {}, {}, {}};
    candidate.assessments = references(candidate.said.assessments);
    candidate.wishes = references(candidate.said.wishes);
    std::vector<Index> people;
    for (const network::Resident& resident : household.residents) people.push_back(resident.person);
    if (household.carer) people.push_back(*household.carer);
    for (const Index person : people)
      if (const auto tie = tie_with_child(network_, person)) candidate.ties.push_back(*tie);
    std::ranges::sort(candidate.ties);
    candidate.ties.erase(std::unique(candidate.ties.begin(), candidate.ties.end()), candidate.ties.end());
    candidates_.push_back(std::move(candidate));
  }

  // --- ties ---

  /// Residences stay whatever is left out.
  bool stays(const StatementRef& from, const Keep& keep) const {
    return !tie_statements_.contains(from.statement) || keep(from);
  }

  /// Care that follows from a residence gives way to a level typed in later; where such a level is left out, the
  /// network has to be built again.
  void find_lived_together() {
    std::set<Id> homes;
    for (const Spoken<casefile::Residence>& s : spoken<casefile::Residence>(basis_.source))
      if (s.body->person == basis_.source.child && !s.body->part_time) homes.insert(s.body->household);
    for (const network::Household& household : network_.households) {
      if (!homes.contains(household.id)) continue;
      for (const Candidate& c : candidates_)
        for (const std::size_t tie : c.ties)
          if (has_lived_in(household, other_end(network_.ties[tie]))) lived_together_.insert(tie);
    }
  }
  static bool has_lived_in(const network::Household& household, Index person) {
    return lives_in(household, person) ||
           std::ranges::find(household.former, person, &network::Resident::person) != household.former.end();
  }
  Index other_end(const network::Tie& tie) const { return tie.a == network_.ego ? tie.b : tie.a; }

  bool needs_rebuilding(const Keep& keep) const {
    return std::ranges::any_of(lived_together_, [&](std::size_t tie) {
      const network::TiePart& care = network_.ties[tie].part(network::Part::caregiving);
      const auto lost = [&](const network::Evidence& e) { return !stays(e.from, keep); };
      return std::ranges::any_of(care.current, lost) || std::ranges::any_of(care.history, lost);
    });
  }

  using Changed = std::map<std::size_t, std::pair<network::Tie, analysis::TieStrength>>;

  void change_tie(std::size_t index, const Keep& keep, Changed& before) {
    network::Tie& tie = network_.ties[index];
    const auto lost = [&](const StatementRef& from) { return !stays(from, keep); };
    if (std::ranges::none_of(tie.statements, lost)) return;
    before.emplace(index, std::pair(tie, strengths_[index]));
    for (network::TiePart& part : tie.parts) {
      std::vector<network::Evidence> all = std::move(part.current);
      std::ranges::move(part.history, std::back_inserter(all));
      std::erase_if(all, [&](const network::Evidence& e) { return lost(e.from); });
      network::Latest latest = network::latest_of_each(std::move(all));
      part.current = std::move(latest.current);
      part.history = std::move(latest.replaced);
    }
    tie.unsafe = unsafe(tie);
    std::erase_if(tie.statements, lost);
    strengths_[index] = analysis::tie_strength(tie, network_.as_of, basis_.catalogue.tie_model);
  }

  /// As the network finds it: fear or serious conflict, from the child or first-hand from a professional.
  static std::vector<StatementRef> unsafe(const network::Tie& tie) {
    std::vector<StatementRef> found;
    for (const network::Part part : {network::Part::emotional, network::Part::harmony})
      for (const network::Evidence& e : tie.part(part).current) {
        const bool trusted = said_by(e, network::InformantKind::child) ||
                             (said_by(e, network::InformantKind::professional) && !e.from.hearsay);
        if (e.x <= 0 && trusted && std::ranges::find(found, e.from) == found.end()) found.push_back(e.from);
      }
    return found;
  }

  // --- values ---

  bool speaks_of(const Candidate& c, const Keep& counts) const {
    if (std::ranges::any_of(c.assessments, counts) || std::ranges::any_of(c.wishes, counts)) return true;
    return std::ranges::any_of(c.ties, [&](std::size_t tie) {
      return std::ranges::any_of(network_.ties[tie].statements, [&](const StatementRef& from) {
        return tie_statements_.contains(from.statement) && counts(from);
      });
    });
  }

  Revalued revalued(const Candidate& c, const Keep& keep, const Changed& changed) const {
    HouseholdStatements said = c.said;
    std::set<std::string_view> touched;
    said.assessments.clear();
    for (std::size_t i = 0; i < c.assessments.size(); ++i) {
      const Spoken<casefile::Assessment>& s = c.said.assessments[i];
      if (keep(c.assessments[i]))
        said.assessments.push_back(s);
      else
        touched.insert(s.body->factor);
    }
    said.wishes.clear();
    for (std::size_t i = 0; i < c.wishes.size(); ++i)
      if (keep(c.wishes[i])) said.wishes.push_back(c.said.wishes[i]);
    const bool fewer_wishes = said.wishes.size() < c.wishes.size();
    const bool other_ties = std::ranges::any_of(c.ties, [&](std::size_t tie) { return changed.contains(tie); });
    if (touched.empty() && !fewer_wishes && !other_ties) return {c.joint->value, c.joint->standing};
    const auto is_touched = [&](const FactorValue& value) {
      const bool wishes = fewer_wishes && (value.factor == named::parents_view ||
                                           find_factor(basis_.catalogue, value.factor)->item_kind == ItemKind::wish);
      return wishes || touched.contains(value.factor);
    };
    return judged(basis_, *c.joint, said,
                  other_ties
                      ? analysis::household_strength(network_, *c.household, strengths_, basis_.catalogue.tie_model)
                      : c.joint->relation,
                  is_touched);
  }

  /// Factors that are not touched keep their joint value.
  template <class Touched>
  Revalued judged(const Basis& basis, const RankedHousehold& joint, const HouseholdStatements& said,
                  const analysis::HouseholdStrength& relation, Touched touched) const {
    const network::Household& household = basis.network.households[joint.household];
    RankedHousehold varied;
    varied.id = joint.id;
    varied.household = joint.household;
    varied.relation = relation;
    std::vector<analysis::Interval> values;
    for (const FactorValue& value : joint.factors) {
      const Factor& factor = *find_factor(basis.catalogue, value.factor);
      const bool again = factor.item_kind == ItemKind::tie || touched(value);
      varied.factors.push_back(again ? factor_value(basis, household, said, factor, relation) : value);
      values.push_back(varied.factors.back().supported);
    }
    judge(basis, household, said, varied);
    place(basis, household, said, varied);
    return {weighted_value(joint_.weights, values), varied.standing};
  }

  /// The long way round: the whole case without those words.
  std::vector<Revalued> rebuilt(const Keep& keep) const {
    const casefile::Case fewer = casefile::with_statements(
        basis_.source, [&](const casefile::Interview& interview, const casefile::Statement& s) {
          const bool words = std::holds_alternative<casefile::Tie>(s.body) ||
                             std::holds_alternative<casefile::Wish>(s.body) ||
                             std::holds_alternative<casefile::Assessment>(s.body);
          return !words || keep(reference(s, interview));
        });
    const network::EgoNetwork network = network::build_network(fewer, vocabulary_, network_.as_of);
    const std::vector<analysis::TieStrength> strengths = analysis::tie_strengths(network, basis_.catalogue.tie_model);
    const Basis basis{fewer, network, strengths, basis_.catalogue, basis_.informants};
    std::vector<Revalued> result;
    for (const Candidate& c : candidates_) {
      const network::Household& household = network.households[c.joint->household];
      const auto relation = analysis::household_strength(network, household, strengths, basis.catalogue.tie_model);
      result.push_back(
          judged(basis, *c.joint, statements_of(basis, household), relation, [](const FactorValue&) { return true; }));
    }
    return result;
  }

  const casefile::Vocabulary& vocabulary_;
  const Ranking& joint_;
  network::EgoNetwork network_;
  std::vector<analysis::TieStrength> strengths_;
  Basis basis_;
  std::set<Id> tie_statements_;
  std::vector<Candidate> candidates_;
  std::set<std::size_t> lived_together_;  ///< ties of the child with people it has lived with
};

// --- comparing -----------------------------------------------------------------------------------------

/// Fills in order, swapped pairs, tau-b and standings.
void compare(const std::vector<Candidate>& candidates, const std::vector<Revalued>& now, Variant& variant) {
  std::vector<std::size_t> ordered;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const RankedHousehold& joint = *candidates[i].joint;
    if (in_order(joint)) ordered.push_back(i);
    if (joint.standing != now[i].standing) variant.standings.push_back({joint.id, joint.standing, now[i].standing});
  }
  std::vector<double> was, is;
  for (const std::size_t i : ordered) {
    was.push_back(on_grid(candidates[i].joint->value.central));
    is.push_back(on_grid(now[i].value.central));
    variant.order.push_back({candidates[i].joint->id, now[i].value});
  }
  for (std::size_t a = 0; a < ordered.size(); ++a)
    for (std::size_t b = a + 1; b < ordered.size(); ++b)
      if (was[a] > was[b] && is[a] < is[b])
        variant.swapped.push_back({variant.order[a].household, variant.order[b].household, b == a + 1});
  variant.tau_b = smaa::tau_b(was, is);
  // The joint first is overtaken, not only drawn level with.
  variant.first_changes = !is.empty() && std::ranges::max(is) > is.front();
  std::ranges::sort(variant.order, [](const HouseholdValue& a, const HouseholdValue& b) {
    const double a_value = on_grid(a.value.central), b_value = on_grid(b.value.central);
    return a_value != b_value ? a_value > b_value : a.household < b.household;
  });
}

// --- the variants --------------------------------------------------------------------------------------

/// Everybody who was heard, with the kind they speak as of others' homes.
std::map<Id, network::InformantKind> informants(const Basis& basis) {
  std::map<Id, network::InformantKind> all;
  for (const casefile::Interview& interview : basis.source.interviews)
    for (const Id& informant : interview.informants)
      all.try_emplace(informant, basis.informants.kind(informant, {}, interview.date));
  return all;
}

class Variants {
 public:
  explicit Variants(Replay& replay) : replay_(replay), informants_(informants(replay.basis())) {}

  std::vector<Variant> all() {
    alone();
    without_interviews();
    without_informants();
    measures_not_granted();
    return std::move(variants_);
  }

 private:
  bool is_professional(const Id& informant) const {
    const auto found = informants_.find(informant);
    return found != informants_.end() && found->second == network::InformantKind::professional;
  }

  Variant& add(Variant variant, const std::vector<Revalued>& now) {
    compare(replay_.candidates(), now, variant);
    variants_.push_back(std::move(variant));
    return variants_.back();
  }

  void alone_if_heard(const Id& who, bool professionals, const Keep& keep) {
    Variant variant;
    variant.kind = VariantKind::informant_alone;
    variant.who = who;
    variant.professionals = professionals;
    variant.about = replay_.about(keep);
    if (!variant.about.empty()) add(std::move(variant), replay_.with(keep));
  }

  void alone_of_kind(network::InformantKind kind) {
    for (const auto& [who, is] : informants_)
      if (is == kind)
        alone_if_heard(who, false,
                       [&who = who](const StatementRef& from) { return casefile::told_by(from.informants, who); });
  }

  void alone() {
    alone_of_kind(network::InformantKind::child);
    alone_of_kind(network::InformantKind::parent);
    alone_if_heard({}, true, [this](const StatementRef& from) {
      return from.informants.empty() ||
             std::ranges::any_of(from.informants, [this](const Id& who) { return is_professional(who); });
    });
    alone_of_kind(network::InformantKind::network);
  }

  void left_out(Variant variant, const Keep& keep) {
    const Keep lost = [&](const StatementRef& from) { return !keep(from); };
    variant.about = replay_.about(lost);
    add(std::move(variant), replay_.with(keep));
  }

  void without_interviews() {
    std::vector<std::pair<Date, Id>> interviews;
    for (const casefile::Interview& interview : replay_.basis().source.interviews)
      interviews.emplace_back(interview.date, interview.id);
    std::ranges::sort(interviews);
    for (const auto& [date, id] : interviews) {
      Variant variant;
      variant.kind = VariantKind::without_interview;
      variant.interview = id;
      left_out(std::move(variant), [&id = id](const StatementRef& from) { return from.interview != id; });
    }
  }

  /// What somebody said together with others stays: the others stand by it.
  void without_informants() {
    for (const auto& [who, kind] : informants_) {
      Variant variant;
      variant.kind = VariantKind::without_informant;
      variant.who = who;
      left_out(std::move(variant), [&who = who](const StatementRef& from) {
        return from.informants.size() != 1 || from.informants.front() != who;
      });
    }
  }

  void measures_not_granted() {
    std::set<std::pair<Id, std::string>> granted;
    for (const Candidate& c : replay_.candidates())
      for (const Spoken<casefile::Measure>& s : c.said.measures)
        if (s.body->state >= casefile::MeasureState::granted) granted.emplace(c.joint->id, s.body->measure);
    for (const auto& [household, measure] : granted) {
      Variant variant;
      variant.kind = VariantKind::measure_not_granted;
      variant.who = household;
      variant.measure = measure;
      variant.about = {household};
      add(std::move(variant), replay_.not_granted(household, measure));
    }
  }

  Replay& replay_;
  std::map<Id, network::InformantKind> informants_;
  std::vector<Variant> variants_;
};

}  // namespace

std::vector<Variant> viewpoints(const casefile::Case& c, const casefile::Vocabulary& vocabulary,
                                const network::EgoNetwork& network, const std::vector<analysis::TieStrength>& strengths,
                                const Catalogue& catalogue, const Ranking& joint) {
  const casefile::Case known = casefile::as_known_on(c, network.as_of);
  Replay replay(known, vocabulary, network, strengths, catalogue, joint);
  return Variants(replay).all();
}

std::vector<const Variant*> that_change(const std::vector<Variant>& variants, VariantKind kind) {
  std::vector<const Variant*> changing;
  for (const Variant& variant : variants)
    if (variant.kind == kind && (!variant.swapped.empty() || !variant.standings.empty())) changing.push_back(&variant);
  return changing;
}

}  // namespace kreds::ranking
